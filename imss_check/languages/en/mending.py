"""What mending says, in English."""

TEXT = {
    "mended": "{count} mended in {path}",
    "could": "{count} could be mended in {path}",
    "no_draft": "--fix changes files, and standard input is none: see --diff",
    "no_baseline": "--fix and --diff go without --write-baseline and --prune-baseline",
    "no_report": "--diff takes standard output: give the formats a file, as in --format json=FILE",
    "encoding": "not mended: it would not come out of {} as it went in",
    "changed": "not mended: the file changed meanwhile",
    "unwritable": "not mended: {}",
    "unsettled": "not mended: one suggestion leads to another",
}
FIGURE = ("1 figure", "{count} figures")
