"""`python -m imss_check` is the console script."""

from imss_check.cli import run

run()
