"""English words that tie parts to a total (folded)."""

PARTS_FOLLOW = (
    "of which", "of whom", "of these", "of them", "among them", "divided into", "made up of", "consisting of",
    "broken down", "distributed", "split into", "comprising", "considering",
)
TOTAL_FOLLOWS = (
    "in total", "a total", "the total", "totalling", "totaling", "add up to", "adding up", "sum of", "altogether",
    "all told", "for a total", "which makes", "combined",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AGE_WORDS = ("anniversary", "turned", "turns", "celebrates", "celebrated", "existence", "founded", "birthday", "history",
             "marks", "marked", "old", "created", "life", "serving")
YEARS = ("year", "years")
SOME_OF = ("such as", "including", "among them", "among others", "for example", "like")
AND = (" and ",)
