"""What a text says of time."""

from imss_check.periods.dateline import find_dateline
from imss_check.periods.find import find_periods
from imss_check.periods.spans import calendar_spans

__all__ = ["calendar_spans", "find_dateline", "find_periods"]
