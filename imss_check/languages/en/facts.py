"""Words of the fact commands and of the pages of the base, in English."""

HEDGES = {
    "exact": "", "about": "about ", "more_than": "more than ", "at_least": "at least ", "less_than": "less than ",
    "at_most": "at most ", "nearly": "nearly ", "range": "in the range of ",
}  # fmt: skip
TEXT = {
    "follows": "follows: {working}",
    "undated": "undated",
    "in_force": "in force until {day}",
    "scope": "scope",
    "indicator": "indicator",
    "part_of": "part of",
    "related": "related",
    "same": "the same observations",
    "added": "added",
    "gone": "gone",
    "changed": "changed",
    "written": "{path}: {metric} {period} is {value} ({source})",
    "new_source": "{path}: source {source}",
    "title": "Fact base",
    "intro": "{metrics} metrics, {observations} observations and {sources} sources; base {digest}.",
    "topics": "Topics",
    "topic": "Topic",
    "metrics": "Metrics",
    "metric": "Metric",
    "latest": "Latest",
    "count": "Figures",
    "back": "All topics",
    "period": "Period",
    "value": "Value",
    "source": "Source",
    "unit": "Unit",
    "kind": "Kind",
    "grain": "Covers",
    "cadence": "Published",
    "names": "In Spanish",
    "table": "Figures and sources",
    "none": "No figures.",
    "chart": "{metric} over time",
    "chart_text": "{count} observations from {first} to {last}, lowest {low}, highest {high}.",
    "skip": "Skip to the metrics",
    "made": "Made by imss-check {version}, without a network.",
}
QUESTIONS = {
    "metric": "Metric (an id, as `facts list` prints it)",
    "period": "Period (2026-03-31, 2026-03, 2026 or A/B)",
    "printed": "The number as the source prints it",
    "value": "Value in base units",
    "source": "Source (an id of sources.yaml, or a new one)",
    "publisher": "Publisher",
    "published": "Published (2026-04-08, 2026-04 or 2026)",
    "url": "Address (empty: none is known)",
    "kind": "Kind (official, press, translation)",
    "language": "Language (es, en)",
    "title": "The real headline (empty: none)",
    "description": "What it is, in your own words",
    "where": "Where in the source (empty: not said)",
}
SINGLE = {"day": "day", "month": "month", "year": "year", "thousand": "thousand"}
"""What a unit is taken by."""
TOPICS = {
    "bienestar_opd": "IMSS-Bienestar (public body)", "bienestar_programme": "IMSS-Bienestar (programme)",
    "covid": "COVID-19", "daycare": "Day care", "digital_services": "Digital services", "employers": "Employers",
    "employment": "Employment", "infrastructure": "Infrastructure", "law_constants": "Constants of law",
    "other": "Other", "pensions_and_benefits": "Pensions and benefits", "population": "Population",
    "revenue_and_spending": "Revenue and spending", "salaries": "Salaries", "staff": "Staff",
    "typical_day": "A typical day",
}  # fmt: skip
"""Topics are the files of a base; one of another name is shown as it is called."""
LABELS = {
    "stock": "stock", "flow": "flow", "average": "average", "ratio": "ratio", "change": "change",
    "constant": "constant", "level": "level", "rate": "rate", "share": "share",
    "instant": "a moment", "day": "a day", "month": "a month", "quarter": "a quarter", "half": "half a year",
    "year": "a year", "year_to_date": "the year to date", "twelve_months": "twelve months",
    "multi_year": "several years", "typical_day": "a typical day", "cumulative": "all so far",
    "administration": "a six-year term",
    "annual": "every year", "monthly": "every month", "quarterly": "every quarter", "weekly": "every week",
    "daily": "every day", "fixed": "does not change", "irregular": "at no fixed time",
    "calendar_year": "calendar year",
    "all": "all", "none": "none",
    "programme": "programme", "territory": "territory", "group": "group", "institution": "institution",
    "status": "status", "variant": "variant", "ordinary": "ordinary", "national": "national", "own": "own",
    "result": "result", "target": "target", "forecast": "forecast", "budget": "budget", "planned": "planned",
}  # fmt: skip
"""What the words of a metric are called; one that is not here is shown as the base has it."""
PER = "{unit} a {per}"
