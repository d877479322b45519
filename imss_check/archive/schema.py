"""The columns of the tables: a document of the JSON report as an Arrow row, with the same names and the same texts.

Decimals and days are text, as in the report: they are exact, and one page documents both.
"""

from __future__ import annotations

import pyarrow as pa

from imss_check.reports.model import VERDICTS

TEXT, COUNT = pa.string(), pa.int64()


def record(**fields: pa.DataType) -> pa.DataType:
    """Return a struct with these fields."""
    return pa.struct(list(fields.items()))


SPAN = record(start=COUNT, end=COUNT, line=COUNT, column=COUNT)
PERIOD = record(start=TEXT, end=TEXT, stated=pa.bool_())
SOURCE = record(id=TEXT, publisher=TEXT, title=TEXT, url=TEXT, published=TEXT, where=TEXT, kind=TEXT)
DERIVATION = record(working=TEXT, inputs=pa.list_(record(metric=TEXT, value=TEXT, period=PERIOD, source=TEXT)))
EVIDENCE = record(
    metric=TEXT, value=TEXT, unit=TEXT, printed=TEXT, period=PERIOD, approximation=TEXT, relation=TEXT, source=SOURCE,
    derivation=DERIVATION,
)  # fmt: skip
QUANTITY = record(value=TEXT, low=TEXT, high=TEXT, unit=TEXT, approximation=TEXT)
CLAIM = record(
    span=SPAN, text=TEXT, quantity=QUANTITY, direction=TEXT, metric=TEXT, period=PERIOD, verdict=TEXT,
    confidence=pa.float64(), evidence=pa.list_(EVIDENCE), findings=pa.list_(COUNT), reason=TEXT,
)  # fmt: skip
FINDING = record(
    code=TEXT, name=TEXT, severity=TEXT, message=TEXT, spans=pa.list_(SPAN), suggestion=TEXT, suppressed=TEXT
)
SUMMARY = record(claims=COUNT, **dict.fromkeys(VERDICTS, COUNT), findings=COUNT, suppressed=COUNT)

RESULT = pa.schema({
    "id": TEXT, "path": TEXT, "as_of": TEXT, "as_of_source": TEXT, "claims": pa.list_(CLAIM),
    "findings": pa.list_(FINDING), "summary": SUMMARY, "error": TEXT,
})  # fmt: skip
"""One row for each row that came in; `error` says why a text was not checked, and then there are no claims."""

PLACE = {"file": TEXT, "at": COUNT}
"""Where a row stood in the dataset: the row of a Parquet file, the byte of a file of JSON lines."""
OUTPUT = pa.schema([*RESULT, *PLACE.items()])
INPUT = pa.schema({"id": TEXT, "text": TEXT, "date": TEXT, "language": TEXT, "path": TEXT, "error": TEXT, **PLACE})
"""What is read from JSON lines; a row that could not be read carries its `error`."""
