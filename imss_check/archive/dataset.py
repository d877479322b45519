"""A dataset as parts: what one task reads, cut by the size of the data and never by the number of workers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from imss_check.archive.lines import read_lines
from imss_check.archive.rows import COLUMNS
from imss_check.archive.schema import TEXT
from imss_check.said import Said

PARQUET = (".parquet", ".pq")
LINES = (".jsonl", ".ndjson")
PACKED = (".gz", ".bz2", ".xz", ".zst")
BATCH = 64
"""Rows of one table: a worker holds no more texts than these at a time."""
SLICES = 64
"""In how many parts a row group is cut at most: each part reads the group from its beginning."""
GLOB = "*?["
PARTS = 256
"""How many parts there are at least, where the data is enough: workers that finish at different times wait little."""
SMALL, LARGE = 2**14, 2**20
"""Bytes of data in a part: less is not worth a file, more takes too long to be done again."""


class DatasetError(Exception):
    """A dataset that cannot be read."""


class File(NamedTuple):
    """A file of a dataset. `stamp` tells whether it is still the same."""

    path: str
    size: int
    stamp: str


class Part(NamedTuple):
    """What one task reads: rows (Parquet) or bytes (JSON lines) of a file; `stop` None is its end."""

    number: int
    file: str
    start: int
    stop: int | None

    @property
    def name(self) -> str:
        """The file that its result is written to."""
        return f"part-{self.number:06d}.parquet"

    def rows(self, counted: int) -> int:
        """Return how many rows it must have: what was counted, where only reading can tell."""
        return counted if self.stop is None or not is_parquet(self.file) else self.stop - self.start


def find_files(dataset: str) -> list[File]:
    """Return the files of a dataset (a file, a folder, a glob, each maybe with a scheme), in order of their names."""
    try:
        system, root = fsspec.core.url_to_fs(dataset)
        if any(mark in root for mark in GLOB):
            paths = system.glob(root)
        else:
            paths = system.find(root) if system.isdir(root) else [root]
        paths = sorted(path for path in paths if is_data(path, root))
        if not paths:
            known = ", ".join((*PARQUET, *LINES))
            raise DatasetError(
                Said("{dataset}: no data here; an archive is made of {known} files", dataset=dataset, known=known)
            )
        return [File(system.unstrip_protocol(path), *stamp(system.info(path))) for path in paths]
    except (OSError, ValueError, ImportError) as error:
        raise DatasetError(
            Said("{dataset}: cannot be read: {why}", dataset=dataset, why=error or type(error).__name__)
        ) from None


def is_data(path: str, root: str) -> bool:
    """Whether a file holds rows: its ending says so, and no part of its name below the root is hidden."""
    below = path.removeprefix(root).split("/")
    return is_parquet(path) or is_lines(path) if not any(name.startswith((".", "_")) for name in below) else False


def is_parquet(path: str) -> bool:
    return path.lower().endswith(PARQUET)


def is_lines(path: str) -> bool:
    return path.lower().removesuffix(packing(path)).endswith(LINES)


def packing(path: str) -> str:
    """Return the ending that says how a file is compressed."""
    return next((ending for ending in PACKED if path.lower().endswith(ending)), "")


def stamp(info: dict[str, Any]) -> tuple[int, str]:
    """Return the size of a file, and what changes when it does."""
    marks = ("mtime", "ETag", "etag", "md5Hash", "LastModified", "last_modified", "updated")
    return int(info.get("size") or 0), str(next((info[mark] for mark in marks if info.get(mark)), ""))


def block_of(files: list[File]) -> int:
    """Return the bytes of data in a part, by the size of the whole dataset."""
    return max(SMALL, min(LARGE, sum(file.size for file in files) // PARTS))


def cut(files: list[File], block: int) -> list[Part]:
    """Return the parts of a dataset, each about `block` bytes of it."""
    spans = [(file.path, *span) for file in files for span in spans_of(file, block)]
    return [Part(number, *span) for number, span in enumerate(spans)]


def spans_of(file: File, block: int) -> Iterator[tuple[int, int | None]]:
    """Yield the spans of one file."""
    if is_parquet(file.path):
        yield from row_spans(file.path, block)
    elif packing(file.path):
        yield 0, None
    else:
        for start in range(0, file.size, block):
            yield start, start + block if start + block < file.size else None


def row_spans(path: str, block: int) -> Iterator[tuple[int, int | None]]:
    """Yield the rows of a Parquet file, cut within its row groups."""
    try:
        with fsspec.open(path) as source, pq.ParquetFile(source) as file:
            if "text" not in file.schema_arrow.names:
                raise DatasetError(
                    Said("{path}: has no column text: {known}", path=path, known=", ".join(file.schema_arrow.names))
                )
            first = 0
            for number in range(file.num_row_groups):
                group = file.metadata.row_group(number)
                pieces = min(SLICES, group.total_byte_size // block + 1)
                step = max(1, -(-group.num_rows // pieces))
                for start in range(0, group.num_rows, step):
                    yield first + start, first + min(start + step, group.num_rows)
                first += group.num_rows
    except (OSError, pa.ArrowException) as error:
        raise DatasetError(Said("{path}: cannot be read: {why}", path=path, why=error)) from None


def read_part(part: Part) -> Iterator[pa.Table]:
    """Yield the rows of a part, a few at a time, each with its place."""
    with fsspec.open(part.file, compression="infer" if packing(part.file) else None) as source:
        if is_parquet(part.file):
            yield from read_parquet(source, part)
        else:
            yield from read_lines(source, part.file, part.start, part.stop, BATCH)


def read_parquet(source: IO[bytes], part: Part) -> Iterator[pa.Table]:
    """Yield rows [start, stop) of a Parquet file; only what has a meaning for us is read."""
    with pq.ParquetFile(source, buffer_size=2**20) as file:
        names = [name for name in COLUMNS if name in file.schema_arrow.names]
        at, groups = 0, []
        for number in range(file.num_row_groups):
            end = at + file.metadata.row_group(number).num_rows
            if end > part.start and (part.stop is None or at < part.stop):
                groups.append((number, at))
            at = end
        if not groups:
            return
        at = groups[0][1]
        for batch in file.iter_batches(BATCH, [number for number, _ in groups], columns=names):
            low = max(0, part.start - at)
            high = batch.num_rows if part.stop is None else min(batch.num_rows, part.stop - at)
            if low < high:
                yield placed(pa.Table.from_batches([batch.slice(low, high - low)]), part.file, at + low, high - low)
            at += batch.num_rows
            if part.stop is not None and at >= part.stop:
                return


def placed(table: pa.Table, file: str, first: int, rows: int) -> pa.Table:
    """Return a table with the place of each row."""
    table = table.append_column("file", pa.array([file] * rows, TEXT))
    return table.append_column("at", pa.array(range(first, first + rows), pa.int64()))
