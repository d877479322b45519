"""What each rule finds and what to do about it, in English: one line each, for reports."""

RULES = {
    "Q101": (
        "The base has another figure for this metric and period.",
        "Compare the figure with the source named, and correct it or name a source of your own.",
    ),
    "Q102": (
        "The figure was right for another period than the one the draft speaks of.",
        "Write the figure in force, or state the period that it belongs to.",
    ),
    "Q103": ("Sources disagree on this figure.", "Name the source, or use the figure of the official one."),
    "Q104": (
        "The figure is off by a thousand or a million.",
        "Check the scale word: mil millones is a billion in English, billón is a million millions.",
    ),
    "Q105": ("One digit is wrong, missing or doubled, or two are swapped.", "Copy the figure again from its source."),
    "Q106": (
        "The figure belongs to another metric of the same topic.",
        "Check which of the two the sentence is about.",
    ),
    "Q107": ("Percent stands for percentage points, or a rise for a fall.", "Check the unit and the direction."),
    "Q201": ("The figure is in another currency.", "Name the currency of the source, or convert."),
    "Q202": ("The figure is for another time: a day, a month, a year.", "State the time that the figure covers."),
    "Q203": ("The figure counts something else.", "Name what the source counts."),
    "Q301": ("Parts do not add up to the total.", "Add again; say so where parts are left out or rounded."),
    "Q302": ("Base, change and rate do not fit together.", "Work out the change and the rate again."),
    "Q303": ("Digits and the words that repeat them differ.", "Make both say the same."),
    "Q304": ("A count and the list after it differ.", "Count the list again."),
    "Q305": ("One metric has two values in the draft.", "Keep one value, or say what sets them apart."),
    "Q306": ("An age or anniversary does not fit the founding date.", "Count the years again."),
    "Q307": ("The weekday is not that of the date.", "Look up the date in a calendar."),
    "X101": ("An exemption gives no reason.", "Say why the figure is exempt: <!-- imss: ignore Q102 reason -->."),
    "X102": ("An exemption exempts nothing.", "Delete it, or correct its rule code."),
}
"""Code -> what it finds, what to do."""
