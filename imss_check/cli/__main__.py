"""`python -m imss_check.cli` is the console script."""

from imss_check.cli import run

run()
