"""Words of the reports, in English."""

VERDICTS = {
    "supported": ("supported", "supported"), "outdated": ("outdated", "outdated"), "refuted": ("refuted", "refuted"),
    "disputed": ("disputed", "disputed"), "unverified": ("unverified", "unverified"),
    "unmatched": ("not in the base", "not in the base"),
}  # fmt: skip
"""Of one figure, and of several: "8 supported"."""
AS_OF = {
    "option": "--as-of", "front_matter": "front matter", "text": "dateline", "git": "last commit",
    "today": "TODAY, since the draft states no day; --as-of sets it",
}  # fmt: skip
HEDGES = {
    "exact": "", "about": "about ", "more_than": "more than ", "at_least": "at least ", "less_than": "less than ",
    "at_most": "at most ", "nearly": "nearly ", "range": "",
}  # fmt: skip
REASONS = {
    "no_metric": "no metric of the base is named",
    "unclear": "no metric is clearly meant",
    "only_value": "only the value speaks for a metric",
    "not_in_force": "nothing is in force",
    "less_precise": "the base is less precise",
    "direction": "the direction differs from the base, and the link is not sure enough",
    "not_sure": "the base differs, and it is not sure that both speak of one thing",
    "earlier_time": "it is told of an earlier time",
    "elsewhere": "its place is not one that the base has figures of",
    "period": "its period is not plain",
}
"""Why a figure was not checked."""
NAMES: dict[str, str] = {}
"""What each rule is called; in English, a finding has it already."""
TEXT = {
    "figures": "{count} figures", "figure": "1 figure", "none": "no figures", "as_of": "as of {day} ({source})",
    "not_checked": "not checked", "base": "base", "write": "write", "exempt": "{count} exempt",
    "exempt_one": "1 exempt",
    "follows": "follows: {working}", "drafts": "{count} drafts", "no_reason": "no reason given", "undated": "undated",
    "ends": "note: the base's figures of {metric} end in {period}",
}  # fmt: skip


def counted(unit: str) -> str:
    """A unit id as the plural noun that it is: `medical_unit` becomes "medical units"."""
    head, slash, per = unit.partition("/")
    noun = head.replace("_", " ")
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        noun = noun[:-1] + "ie"
    elif noun.endswith(("s", "x", "ch", "sh")):
        noun += "e"
    return f"{noun}s" + (f" a {per.replace('_', ' ')}" if slash else "")
