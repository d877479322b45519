"""What the commands on ledgers and twins say, in English."""

MESSAGES = {
    "L101": "{text} ({metric}, {period}): the base had {old}, and now has {new}",
    "L102": "{text} ({metric}, {period}): the base had {old}, and now has nothing",
    "L103": "{text} ({metric}, {period}): another source now says {new}",
    "L104": "{text} ({metric}, {period}): was not verified, and the base now has {new}",
    "L105": "is not as it was recorded: check it, and run `imss-check ledger update`",
    "L106": "is recorded and not there: `imss-check ledger update` without a path drops it",
    "T101": "{a} is missing in the translation (near {near})",
    "T102": "{b} is not in the original (near {near})",
    "T103": "{b} for {a} ({place})",
    "T104": "{b} for {a} ({place}): off by a factor of {factor}",
    "T105": "{b} for {a} ({place}): {unit_b}, not {unit_a}",
    "T106": "{b} for {a} ({place}): rounded otherwise",
    "exempt": "{text} is exempt from {code}: {reason}",
    "recorded": "{path}: {figures} figures as of {day}, {resting} of them rest on facts",
    "dropped": "{path}: is not there any more, and is dropped",
    "ledger": "{drafts} drafts, {figures} figures, {resting} of them rest on facts: {found} to look at, "
    "{exempt} exempt",
    "twins": "{a}: {count_a} figures; {b}: {count_b} figures; {pairs} pairs, {found} to look at",
    "nothing": "no unit",
}
NAMES: dict[str, str] = {}
"""What each rule is called; in English, a notice has it already."""
