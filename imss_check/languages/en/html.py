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
    "unreadable": "Could not be read",
    "write": "Write",
    "skip": "Skip to the draft",
    "show": "Show",
    "all": "All",
    "draft": "Draft",
    "findings": "Findings",
    "figures": "Figures",
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
    "evidence": "What the base says",
    "to_text": "In the draft",
    "none": "No figures.",
    "as_of": "As of {day} ({source})",
}
SEVERITY = {"error": "error", "warning": "warning", "note": "note"}
RELATION = {"supports": "supports", "contradicts": "contradicts", "other_period": "other period", "context": "context"}
KIND = {"official": "official", "press": "press", "translation": "translation"}
LOCATOR = {"page": "page", "paragraph": "paragraph", "cell": "cell", "note": "note", "character": "character",
           "line": "line", "under": "under “{heading}”"}
