"""Words of the HTML and Markdown reports and of CI messages, in English."""

TEXT = {
    "title": "Figures checked",
    "left_out": "{count} more findings are not shown here; the step summary has all of them",
    "cut": "{count} more findings are left out",
    "all_figures": "All figures",
    "line": "Line",
    "figure": "Figure",
    "verdict": "Verdict",
    "metric": "Metric",
    "in_base": "In the base",
    "no_findings": "No findings.",
    "exempt": "exempt: {reason}",
    "unreadable": "could not be read",
    "write": "Write",
    "suggestion": "Suggestion",
    "skip": "Skip to the draft",
    "show": "Show",
    "all": "All",
    "draft": "Draft",
    "drafts": "Drafts",
    "findings": "Findings",
    "figures": "Figures",
    "source": "source",
    "works": "follows: {working}",
    "chart": "{metric} over time",
    "chart_text": (
        "{count} observations from {first} to {last}, lowest {low}, highest {high}; the draft says {claimed}."
    ),
    "claimed": "in the draft",
    "tables": "Data behind the charts",
    "period": "Period",
    "value": "Value",
    "table": "Data of the chart",
    "made": "Made by imss-check {version}, offline, against {metrics} metrics, {observations} observations and "
    "{sources} sources (base {digest}).",
    "spans": "also here",
    "evidence": "What the base says",
    "to_text": "In the draft",
    "summary": "Summary",
    "note": "Marks show the verdict of each figure; each leads to its entry in the list.",
    "opens": "opens the source",
    "confidence": "Confidence in the metric",
    "none": "No figures.",
    "as_of": "As of {day} ({source})",
    "approximate": "approximate",
    "self_check": "The draft against itself",
}
SEVERITY = {"error": "error", "warning": "warning", "note": "note"}
RELATION = {"supports": "supports", "contradicts": "contradicts", "other_period": "other period", "context": "context"}
KIND = {"official": "official", "press": "press", "translation": "translation"}
