"""What a text says of time: `find.find_periods`, `dateline.find_dateline`, `spans.calendar_spans`."""
