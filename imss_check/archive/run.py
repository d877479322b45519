"""A run: a plan, the parts that are still missing, and a manifest that says what came of it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from dask.system import CPU_COUNT
from distributed import Client, LocalCluster, as_completed

from imss_check.archive.dataset import DatasetError, File, Part, block_of, cut, find_files
from imss_check.archive.folder import MANIFEST, Folder
from imss_check.archive.schema import OUTPUT
from imss_check.archive.tally import Tally, unpack
from imss_check.archive.worker import KEY, BasePlugin, Job, check_part, identity, program
from imss_check.facts.base import FactBase
from imss_check.said import Said

Plan = dict[str, Any]
Progress = Callable[[int, int, int], None]
"""Called with the parts that are done, all parts, and the rows that were checked by this run."""
FORMAT = 1
ERRORS = "errors.parquet"
ERROR_COLUMNS = ["id", "file", "at", "path", "error"]
RETRIES = 2
PATIENCE = "10s"
"""How long a scheduler may take to answer."""


class RunError(Exception):
    """Why a run could not be done, one line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Result(NamedTuple):
    """What a run has come to."""

    manifest: Plan
    tally: Tally


def run_archive(
    dataset: str,
    out: str,
    base: FactBase,
    *,
    scheduler: str | None = None,
    jobs: int | None = None,
    as_of: date | None = None,
    block: int | None = None,
    progress: Progress | None = None,
) -> Result:
    """Check a dataset into a folder, and go on where a run of the same plan has stopped.

    `scheduler` is the address of a Dask scheduler; without one, `jobs` processes work on this machine. `block` is the
    bytes of data in a part; without it, the size of the dataset decides.
    """
    folder = Folder(out)
    try:
        files = find_files(dataset)
        block = block or block_of(files)
        parts = cut(files, block)
    except DatasetError as error:
        raise RunError(str(error)) from None
    plan = plan_of(dataset, files, parts, base, as_of, block)
    begin(folder, plan)
    missing = missing_parts(folder, parts)
    if missing:
        with connect(scheduler, min(jobs or CPU_COUNT, len(missing))) as client:
            job = Job(program(), base.digest, folder.url, as_of)
            send_base(client, base, job)
            check_parts(client, missing, job, len(parts), progress)
    return finish(folder, plan, parts)


def plan_of(dataset: str, files: list[File], parts: list[Part], base: FactBase, as_of: date | None, block: int) -> Plan:
    """Return what decides the result of a run: two runs with one plan give the same files."""
    return {
        "format": FORMAT,
        "program": program(),
        "facts": {
            "digest": base.digest,
            "metrics": base.metric_count,
            "observations": base.observation_count,
            "sources": base.source_count,
        },
        "dataset": dataset,
        "as_of": as_of and as_of.isoformat(),
        "block": block,
        "files": [file._asdict() for file in files],
        "cut": len(parts),
    }


def begin(folder: Folder, plan: Plan) -> None:
    """Note the plan in the folder; RunError if it holds a run of another plan, or other files."""
    known = folder.read_json(MANIFEST)
    if known is None:
        if folder.names():
            raise RunError(Said("{url}: is not empty, and holds no run of `imss-check archive`", url=folder.url))
    else:
        other = [key for key in plan if known.get(key) != plan[key]]
        if other:
            raise RunError(
                Said(
                    "{url}: holds a run that differs in {known}: give another folder, or remove this one",
                    url=folder.url,
                    known=", ".join(other),
                )
            )
    folder.make()
    folder.sweep()
    if known is None:
        folder.write_json(MANIFEST, {**plan, "complete": False})


def missing_parts(folder: Folder, parts: list[Part]) -> list[Part]:
    """Return the parts that have no file yet."""
    there = folder.names()
    return [part for part in parts if part.name not in there]


@contextmanager
def connect(scheduler: str | None, jobs: int) -> Iterator[Client]:
    """Give a client of the scheduler at an address, or of processes on this machine."""
    if scheduler is not None:
        try:
            client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise RunError(
                Said(
                    "--scheduler {scheduler}: cannot be reached: {why}",
                    scheduler=scheduler,
                    why=error or type(error).__name__,
                )
            ) from None
        with client:
            yield client
        return
    with (
        LocalCluster(
            n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


def send_base(client: Client, base: FactBase, job: Job) -> None:
    """Bring the base to the workers, and see that all of them are of one kind; RunError names those that are not."""
    client.wait_for_workers(1)
    client.register_plugin(BasePlugin(base.digest, base.image()))
    refused = [
        f"{address}: refused: it runs imss-check {version} with the base{'s' * (len(digests) != 1)} "
        f"{', '.join(digest[:12] for digest in digests) or '–'}; this run is {job.program} with {job.digest[:12]}"
        for address, (version, digests) in sorted(client.run(identity).items())
        if version != job.program or job.digest not in digests
    ]
    if refused:
        raise RunError(*refused)


def check_parts(client: Client, parts: list[Part], job: Job, total: int, progress: Progress | None) -> None:
    """Check parts on the workers; RunError names those that failed once all others are done."""
    futures = client.map(
        check_part, parts, job=job, key=[f"imss-check-{job.digest[:8]}-{part.name}" for part in parts],
        pure=False, retries=RETRIES,
    )  # fmt: skip
    named = {future.key: part for future, part in zip(futures, parts, strict=True)}
    done, rows, failed = total - len(parts), 0, []
    for future in as_completed(futures, loop=client.loop):
        if future.status == "finished":
            rows += future.result()
        else:
            error = future.exception()
            part = named[future.key]
            why = f"{type(error).__name__}: {error}"
            failed.append(Said("{file}: {name} failed: {why}", file=part.file, name=part.name, why=why))
        done += 1
        if progress is not None:
            progress(done, total, rows)
        future.release()
    if failed:
        raise RunError(*sorted(failed))


def finish(folder: Folder, plan: Plan, parts: list[Part]) -> Result:
    """Add up the parts, write the table of errors and the manifest; RunError if a row was lost."""
    each, errors = [], []
    total: Tally = Counter()
    for part in parts:
        with folder.open(part.name) as file, pq.ParquetFile(file) as table:
            tally = unpack(table.metadata.metadata[KEY])
            if not table.metadata.num_rows == tally["rows",] == part.rows(tally["rows",]):
                raise RunError(
                    Said(
                        "{url}/{name}: rows were lost: {num_rows} of {part}",
                        url=folder.url,
                        name=part.name,
                        num_rows=table.metadata.num_rows,
                        part=part,
                    )
                )
            if tally["errors",]:
                read = table.read(columns=ERROR_COLUMNS)
                errors.append(read.filter(pc.is_valid(read.column("error"))).select(ERROR_COLUMNS))
        each.append({**part._asdict(), "name": part.name, **counts(tally)})
        total.update(tally)
    whole = counts(total)
    if whole["rows"] != whole["checked"] + whole["errors"]:
        raise RunError(
            Said(
                "{url}: {rows} rows in, {checked} checked, {errors} in error",
                url=folder.url,
                rows=whole["rows"],
                checked=whole["checked"],
                errors=whole["errors"],
            )
        )
    folder.sweep()
    write_errors(folder, errors)
    manifest = {**plan, **whole, "parts": each, "complete": True}
    folder.write_json(MANIFEST, manifest)
    return Result(manifest, total)


def read_result(out: str) -> Result:
    """Return what a run has come to that is complete; RunError if there is none in the folder."""
    folder = Folder(out)
    manifest = folder.read_json(MANIFEST)
    if not isinstance(manifest, dict) or not manifest.get("complete"):
        raise RunError(Said("{out}: holds no complete run of `imss-check archive`", out=out))
    total: Tally = Counter()
    for part in manifest["parts"]:
        with folder.open(part["name"]) as file, pq.ParquetFile(file) as table:
            total.update(unpack(table.metadata.metadata[KEY]))
    return Result(manifest, total)


def counts(tally: Tally) -> dict[str, int]:
    """Return the sums that a manifest has."""
    return {name: tally[name,] for name in ("rows", "checked", "errors", "claims")}


def write_errors(folder: Folder, errors: list[pa.Table]) -> None:
    """Write the rows that were not checked, with their reasons; the table is there even where it is empty."""
    schema = pa.schema([OUTPUT.field(name) for name in ERROR_COLUMNS])
    buffer = io.BytesIO()
    pq.write_table(pa.concat_tables([schema.empty_table(), *errors]), buffer)
    folder.write_bytes(ERRORS, buffer.getvalue())
