"""A publisher's whole archive: tables of texts in, tables of claims out, on one machine or on a cluster.

`check_table` is the unit of work, a pure function that other engines call as well as Dask does:

    dataset.map_batches(check_table, batch_format="pyarrow")          # Ray Data

    def check(batches):                                               # Spark: frame.mapInArrow(check, schema)
        for batch in batches:
            table = pyarrow.Table.from_batches([batch])
            yield from check_table(table).to_batches()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imss_check.archive.table import check_table

__all__ = ["check_table"]


def __getattr__(name: str) -> Any:
    if name == "check_table":
        from imss_check.archive.table import check_table

        return check_table
    raise AttributeError(f"module 'imss_check.archive' has no attribute {name!r}")
