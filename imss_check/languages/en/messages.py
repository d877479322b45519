"""What the program says, in English. Names in braces are filled in by `verdicts/messages.py`."""

RULES = {
    "Q101": "{claimed} {metric}: the base has {right} for {period}",
    "Q102": "{claimed} {metric} was right {met}; {period_since} it is {right}",
    "Q102.later": "{claimed} {metric} is the figure {met}; {period_at} it is {right}",
    "Q102.gone": "{claimed} {metric} was right {met}; the last known figure is {right} ({period})",
    "Q103": "sources disagree on {metric} for {period}: {sides}",
    "Q104": "{claimed} for {right}: {metric} for {period} is off by a factor of {factor}",
    "Q105.digit": "one digit wrong: {claimed} for {right} ({metric}, {period})",
    "Q105.swap": "two digits swapped: {claimed} for {right} ({metric}, {period})",
    "Q105.missing": "a digit is missing: {claimed} for {right} ({metric}, {period})",
    "Q105.doubled": "a digit too many: {claimed} for {right} ({metric}, {period})",
    "Q105.zeros": "zeros are missing or too many: {claimed} for {right} ({metric}, {period})",
    "Q106": "{claimed} is {rival} for {rival_period}; {metric} is {right}",
    "Q107": "{claimed}: the base says that {metric} {way} ({right}, {period})",
    "Q107.points": "{claimed}: {metric} is a percentage, not percentage points ({right}, {period})",
    "Q201": "{claimed}: {metric} is {right} in {unit}, another currency ({period})",
    "Q202": "{claimed}: {metric} is {right} in {unit}, over another time ({period})",
    "Q203": "{claimed} counts something else: it is {rival} for {rival_period}; {metric} is {right}",
    "Q301": "does not add up: {working}, stated {stated}",
    "Q302": "does not fit: {working}, stated {stated}",
    "Q303": "digits and words differ: {digits} and {words}",
    "Q304": "{stated} announced, {counted} listed",
    "Q305": "two values for one figure: {first} and {second}",
    "Q306": "the age does not fit: {working}, stated {stated}",
    "Q307": "{date} was a {right}, not a {stated}",
    "hedge": "{claimed} {metric} does not hold: the base has {right} for {period}",
}
WAYS = {"up": "rose", "down": "fell"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
PERIOD = {"month": "{month} {year}", "year": "{year}", "range": "{first} to {last}",
          "on": "on {period}", "in": "in {period}",
          "since": "since {period}", "at": "{period}"}
