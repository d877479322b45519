"""What happens on a worker: it gets the base once, proves that it is the same program, and checks parts."""

from __future__ import annotations

import os
import tempfile
import threading
import zlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple, cast

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Worker, WorkerPlugin

from imss_check import __version__
from imss_check.archive.dataset import Part, read_part
from imss_check.archive.folder import Folder
from imss_check.archive.schema import OUTPUT
from imss_check.archive.table import check_table
from imss_check.archive.tally import count, pack
from imss_check.facts.base import FactBase, open_image

KEY = b"imss_check"
GROUP = 2_000
"""Rows after which a row group is written: what a worker holds stays small, whatever the size of its part."""
PACKAGE = Path(__file__).resolve().parent.parent
FILES: dict[str, str] = {}
"""The compiled bases of this worker: digest -> file."""
OPEN = threading.local()
"""The open base of each thread: SQLite connections are not shared."""


class RefusalError(Exception):
    """This worker is not what the run began with."""


class Job(NamedTuple):
    """What all parts of a run share. `program` and `digest` are what every worker must have."""

    program: str
    digest: str
    out: str
    as_of: date | None


@cache
def program() -> str:
    """Return the version of the program, and a checksum of its modules: two checkouts of one version may differ."""
    checksum = 0
    for path in sorted(PACKAGE.rglob("*.py")):
        checksum = zlib.crc32(path.read_bytes(), zlib.crc32(path.relative_to(PACKAGE).as_posix().encode(), checksum))
    return f"{__version__}+{checksum:08x}"


class BasePlugin(WorkerPlugin):  # type: ignore[misc]
    """Carries the compiled base to every worker, once, and to those that join later."""

    name = "imss-check-base"

    def __init__(self, digest: str, image: bytes) -> None:
        self.digest, self.image = digest, image

    def setup(self, worker: Worker) -> None:
        """Keep the base in a file of the worker's own folder; nothing is written where it is open already."""
        if self.digest in FILES:
            return
        handle, path = tempfile.mkstemp(dir=worker.local_directory, suffix=".sqlite")
        with os.fdopen(handle, "wb") as file:
            file.write(self.image)
        FILES[open_image(Path(path)).digest] = path


def identity() -> tuple[str, list[str]]:
    """Return the program of a worker, and the digests of the bases that it has."""
    return program(), sorted(FILES)


def base_of(job: Job) -> FactBase:
    """Return the base of a job; RefusalError if the program or the base of this worker is another."""
    if program() != job.program:
        raise RefusalError(f"this worker runs imss-check {program()}, the run began with {job.program}")
    if job.digest not in FILES:
        raise RefusalError(f"this worker has no base {job.digest[:12]}, only: {', '.join(FILES) or 'none'}")
    if getattr(OPEN, "digest", None) != job.digest:
        OPEN.digest, OPEN.base = job.digest, open_image(Path(FILES[job.digest]))
    return cast(FactBase, OPEN.base)


def check_part(part: Part, job: Job) -> int:
    """Check one part, write its file, and return how many rows it has."""
    return write_part(part, base_of(job), job.out, job.as_of)


def write_part(part: Part, base: FactBase, out: str, as_of: date | None) -> int:
    """Check one part against a base and write its file."""
    tally = count(OUTPUT.empty_table())

    def fill(file: IO[bytes]) -> None:
        waiting: list[pa.Table] = []
        with pq.ParquetWriter(file, OUTPUT, compression="zstd") as writer:

            def flush() -> None:
                if waiting:
                    writer.write_table(pa.concat_tables(waiting))
                    waiting.clear()

            for table in read_part(part):
                done = check_table(table, facts=base, as_of=as_of)
                for name in ("file", "at"):
                    done = done.append_column(OUTPUT.field(name), table.column(name))
                tally.update(count(done))
                waiting.append(done)
                if sum(held.num_rows for held in waiting) >= GROUP:
                    flush()
            flush()
            writer.add_key_value_metadata({KEY: pack(tally)})

    Folder(out).write(part.name, fill)
    return tally["rows",]
