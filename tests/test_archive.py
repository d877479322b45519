"""A whole archive: rows in are rows out, whatever is wrong with them, and whatever happens to a worker."""

from __future__ import annotations

import gzip
import json
import os
import signal
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from distributed import Client, LocalCluster  # noqa: E402
from facts_samples import write_base  # noqa: E402

from imss_check.archive import check_table, run, worker  # noqa: E402
from imss_check.archive.dataset import DatasetError, File, block_of, cut, find_files, read_part  # noqa: E402
from imss_check.archive.page import render  # noqa: E402
from imss_check.archive.run import RunError, read_result, run_archive  # noqa: E402
from imss_check.archive.schema import OUTPUT, RESULT  # noqa: E402
from imss_check.archive.worker import write_part  # noqa: E402
from imss_check.check import check_draft  # noqa: E402
from imss_check.facts.base import FactBase, open_base  # noqa: E402
from imss_check.reports.formats.json import document_object  # noqa: E402
from imss_check.text.read import draft_from_text  # noqa: E402

DAY = "2022-02-01"
GOOD = "Hay 56 mil 753 camas, de ellas 35,802 camas censables."
BAD = "Hay 56,735 camas en el Instituto."
BLOCK = 2_000
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> FactBase:
    return open_base([write_base(tmp_path_factory.mktemp("base"))])


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler and two worker processes on loopback."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as started:
        yield started


def row(number: int) -> dict[str, Any]:
    return {"id": f"n{number}", "text": f"{BAD if number % 3 == 0 else GOOD} Nota {number}.", "date": DAY}


def write_lines(path: Path, rows: list[Any]) -> Path:
    lines = (r if isinstance(r, bytes) else json.dumps(r, ensure_ascii=False).encode() for r in rows)
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def parts_of(out: Path) -> Rows:
    """All rows of a run, in order."""
    return [r for path in sorted(out.glob("part-*.parquet")) for r in pq.read_table(path).to_pylist()]


def alone(dataset: Path, base: FactBase, block: int = BLOCK) -> Rows:
    """What one process makes of a dataset, in order."""
    rows: Rows = []
    for table in (table for part in cut(find_files(str(dataset)), block) for table in read_part(part)):
        places = table.select(["file", "at"]).to_pylist()
        done = check_table(table, facts=base).to_pylist()
        rows += ({**r, **place} for r, place in zip(done, places, strict=True))
    return rows


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_a_row_in_is_a_row_out(base: FactBase) -> None:
    table = pa.table({"id": [1, 2], "text": [GOOD, BAD], "date": [date(2022, 2, 1)] * 2})
    done = check_table(table, facts=base)
    assert done.schema == RESULT
    assert done.column("id").to_pylist() == ["1", "2"]
    first, second = done.to_pylist()
    assert [c["verdict"] for c in first["claims"]] == ["supported", "supported"]
    assert [c["quantity"]["value"] for c in second["claims"]] == ["56735"]
    assert second["findings"][0]["code"] == "Q105"
    assert first["error"] is None and first["as_of"] == DAY and first["as_of_source"] == "option"


def test_a_row_has_every_field_of_the_report(base: FactBase) -> None:
    draft = draft_from_text(f"{GOOD}\n\n{BAD}", "-", markdown=True)
    expected = document_object(check_draft(draft, base, date.fromisoformat(DAY), "option"))
    table = pa.table({"id": ["a"], "text": [draft.text], "date": [DAY]})
    found = check_table(table, facts=base).to_pylist()[0]
    for key in ("claims", "findings", "summary", "as_of"):
        assert found[key] == expected[key], key


def test_the_input_may_be_typed_as_the_publisher_likes(base: FactBase) -> None:
    day = datetime(2022, 2, 1, 18, 30)
    plain = check_table(pa.table({"id": ["a"], "text": [GOOD], "date": [DAY]}), facts=base).to_pylist()
    for text, when in (
        (pa.array([GOOD], pa.large_string()), pa.array([day], pa.timestamp("ns"))),
        (pa.array([GOOD]).dictionary_encode(), pa.array([day], pa.timestamp("s", "America/Mexico_City"))),
        (pa.array([GOOD.encode()], pa.binary()), pa.array([day.date()], pa.date64())),
        (pa.array([GOOD], pa.string_view()), pa.array(["2022-02-01T18:30:00Z"])),
    ):
        table = pa.table({"id": ["a"], "text": text, "date": when})
        assert check_table(table, facts=base).to_pylist() == plain


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": None}, "no text"),
        ({"text": "  \n"}, "no text"),
        ({"date": "2022-13-01"}, "date is no day like 2022-03-01: '2022-13-01'"),
        ({"date": "2022"}, "date is no day like 2022-03-01: '2022'"),
        ({"date": None}, "no date: neither in its column nor in the text"),
        ({"language": "fr"}, "language is none of es, en: 'fr'"),
        ({"error": "lost before"}, "lost before"),
    ],
)
def test_a_bad_row_is_an_error(base: FactBase, given: dict[str, Any], reason: str) -> None:
    cells = {"id": "a", "text": GOOD, "date": DAY, **given}
    table = pa.table({name: pa.array([cell], pa.string()) for name, cell in cells.items()})
    found = check_table(table, facts=base).to_pylist()[0]
    assert (found["id"], found["error"], found["claims"]) == ("a", reason, [])


def test_a_column_of_the_wrong_type_and_bytes_that_are_no_text(base: FactBase) -> None:
    numbers = check_table(pa.table({"id": ["a"], "text": [5], "date": [DAY]}), facts=base).to_pylist()[0]
    assert numbers["error"] == "text is of the wrong type: int"
    broken = pa.array([b"a\xff", GOOD.encode()], pa.binary()).view(pa.string())
    rows = check_table(pa.table({"id": ["a", "b"], "text": broken, "date": [DAY] * 2}), facts=base).to_pylist()
    assert [r["error"] for r in rows] == ["text is not UTF-8: byte 0xff at 1", None]


def test_a_text_may_state_its_day_and_a_run_may_set_one(base: FactBase) -> None:
    table = pa.table({"id": ["a", "b"], "text": [f"---\ndate: {DAY}\n---\n\n{GOOD}", GOOD]})
    rows = check_table(table, facts=base, as_of=date(2022, 2, 2)).to_pylist()
    assert [(r["as_of"], r["as_of_source"]) for r in rows] == [(DAY, "front_matter"), ("2022-02-02", "option")]


def test_lines_are_cut_at_any_byte_and_none_is_lost(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [{"id": n, "text": "é" * (n % 7)} for n in range(40)])
    for block in (1, 7, 64, 10_000):
        tables = [table for part in cut(find_files(str(path)), block) for table in read_part(part)]
        assert [r["id"] for table in tables for r in table.to_pylist()] == [str(n) for n in range(40)], block


def test_what_is_no_row_is_an_error(tmp_path: Path) -> None:
    bad = [
        b'{"id": "x", "text": "a\xff"}',
        b"nope",
        [1],
        {"id": 2, "text": 3},
        {"id": [], "text": "a"},
        b"",
        b'"\\ud800"',
    ]
    path = write_lines(tmp_path / "a.jsonl", bad)
    rows = [r for part in cut(find_files(str(path)), 10) for table in read_part(part) for r in table.to_pylist()]
    assert [(r["id"], r["error"].partition(":")[0]) for r in rows] == [
        ("x", "not UTF-8"), (None, "no JSON"), (None, "no JSON object"), ("2", "text is of the wrong type"),
        (None, "id is of the wrong type"), (None, "no JSON object"),
    ]  # fmt: skip
    assert rows[1]["at"] == len(bad[0]) + 1


def test_parquet_is_cut_within_its_row_groups(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([row(n) for n in range(300)])
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=130)
    parts = cut(find_files(str(tmp_path)), BLOCK)
    assert len(parts) > 3
    read = [r for part in parts for t in read_part(part) for r in t.to_pylist()]
    assert [r["id"] for r in read] == [f"n{n}" for n in range(300)]
    assert [r["at"] for r in read] == list(range(300))


def test_the_size_of_the_data_decides_the_size_of_a_part() -> None:
    def parts(*sizes: int) -> list[int]:
        files = [File(f"{number}.jsonl", size, "") for number, size in enumerate(sizes)]
        return [part.stop - part.start for part in cut(files, block_of(files)) if part.stop is not None]

    assert parts(1_000) == []  # one part, to the end of its file
    assert set(parts(400_000)) == {2**14}
    assert 250 < len(parts(20_000_000, 20_000_000)) < 270
    assert set(parts(2**34)) == {2**20}


def test_folders_globs_and_urls_are_found(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.ndjson", "_skip.jsonl", "notes.txt"):
        write_lines(tmp_path / name, [row(1)])
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(json.dumps(row(2)).encode()))
    names = [file.path.rpartition("/")[2] for file in find_files(str(tmp_path))]
    assert names == ["a.ndjson", "b.jsonl", "c.jsonl.gz"]
    assert len(find_files(f"file://{tmp_path}/*.jsonl")) == 1
    packed = [t for part in cut(find_files(str(tmp_path / "c.jsonl.gz")), 1) for t in read_part(part)]
    assert packed[0].column("id").to_pylist() == ["n2"]
    with pytest.raises(DatasetError, match="no data"):
        find_files(str(tmp_path / "notes.txt"))
    pq.write_table(pa.table({"body": ["a"]}), tmp_path / "x.parquet")
    with pytest.raises(DatasetError, match="no column text"):
        cut(find_files(str(tmp_path / "x.parquet")), BLOCK)


def test_a_run_survives_the_death_of_a_worker(tmp_path: Path, base: FactBase, cluster: LocalCluster) -> None:
    dataset = write_lines(tmp_path / "a.jsonl", [*(row(n) for n in range(250)), {"id": "bad"}, b"nope"])
    with Client(cluster, set_as_default=False) as client:
        victim = sorted(client.run(os.getpid).values())[0]
    killed: list[int] = []

    def kill(done: int, total: int, rows: int) -> None:
        if done == 2:
            os.kill(victim, signal.SIGKILL)
            killed.append(total)

    out = tmp_path / "out"
    result = run_archive(str(dataset), str(out), base, scheduler=cluster.scheduler_address, block=BLOCK, progress=kill)
    assert killed and killed[0] > 5
    assert parts_of(out) == alone(dataset, base)
    assert (result.tally["rows",], result.tally["checked",], result.tally["errors",]) == (252, 250, 2)
    assert [(r["id"], r["error"][:7]) for r in pq.read_table(out / "errors.parquet").to_pylist()] == [
        ("bad", "no text"), (None, "no JSON"),
    ]  # fmt: skip
    assert not list(out.glob(".unfinished-*"))


def test_a_stopped_run_goes_on_and_ends_like_one_that_was_not(
    tmp_path: Path, base: FactBase, cluster: LocalCluster
) -> None:
    dataset = tmp_path / "data"
    dataset.mkdir()
    write_lines(dataset / "a.jsonl", [row(n) for n in range(100)])
    pq.write_table(pa.Table.from_pylist([row(n) for n in range(100, 200)]), dataset / "b.parquet")
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    options = {"scheduler": cluster.scheduler_address, "block": BLOCK}
    run_archive(str(dataset), str(whole), base, **options)

    def stop(done: int, total: int, rows: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_archive(str(dataset), str(stopped), base, progress=stop, **options)
    assert json.loads((stopped / "manifest.json").read_text())["complete"] is False
    with pytest.raises(RunError, match="no complete run"):
        read_result(str(stopped))
    (stopped / ".unfinished-0").write_bytes(b"half")
    begun = {path.name for path in stopped.glob("part-*")}
    assert begun
    first: list[int] = []
    run_archive(str(dataset), str(stopped), base, progress=lambda done, *_: first.append(done), **options)
    assert first[0] > 1
    assert parts_of(stopped) == parts_of(whole) == alone(dataset, base)
    assert files(stopped) == files(whole)


def test_a_folder_of_another_run_is_left_alone(tmp_path: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = write_lines(tmp_path / "a.jsonl", [row(1)])
    monkeypatch.setattr(run, "check_parts", here(base))
    monkeypatch.setattr(run, "connect", lambda *_: Nowhere())
    monkeypatch.setattr(run, "send_base", lambda *_: None)
    out = tmp_path / "out"
    run_archive(str(dataset), str(out), base)
    with pytest.raises(RunError, match="differs in as_of"):
        run_archive(str(dataset), str(out), base, as_of=date(2022, 1, 1))
    write_lines(dataset, [row(1), row(2)])
    with pytest.raises(RunError, match="differs in files"):
        run_archive(str(dataset), str(out), base)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(RunError, match="not empty"):
        run_archive(str(dataset), str(tmp_path / "mine"), base)


class Nowhere:
    """A client of no cluster."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def here(base: FactBase) -> Any:
    """Check the parts in this process."""

    def check_parts(client: None, parts: list[Any], job: Any, total: int, progress: Any) -> None:
        for part in parts:
            write_part(part, base, job.out, job.as_of)

    return check_parts


def test_another_program_or_base_is_refused(
    tmp_path: Path, base: FactBase, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = write_lines(tmp_path / "a.jsonl", [row(1)])
    monkeypatch.setattr(run, "program", lambda: "0.0.1+00000000")
    with pytest.raises(RunError, match=r"refused: it runs imss-check .* this run is 0\.0\.1"):
        run_archive(str(dataset), str(tmp_path / "out"), base, scheduler=cluster.scheduler_address)
    job = worker.Job(worker.program(), "f" * 64, "out", None)
    with pytest.raises(worker.RefusalError, match="has no base ffffffffffff"):
        worker.base_of(job)
    with pytest.raises(worker.RefusalError, match="the run began with 9"):
        worker.base_of(job._replace(program="9"))


def test_no_scheduler_no_run(tmp_path: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = write_lines(tmp_path / "a.jsonl", [row(1)])
    monkeypatch.setattr(run, "PATIENCE", "1s")
    with pytest.raises(RunError, match="cannot be reached"):
        run_archive(str(dataset), str(tmp_path / "out"), base, scheduler="tcp://127.0.0.1:9")


def test_the_page_is_self_contained_and_inert(tmp_path: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "<script>alert(1)<"
    folder.mkdir()
    dataset = write_lines(folder / "a.jsonl", [row(n) for n in range(9)])
    monkeypatch.setattr(run, "check_parts", here(base))
    monkeypatch.setattr(run, "connect", lambda *_: Nowhere())
    monkeypatch.setattr(run, "send_base", lambda *_: None)
    run_archive(str(dataset), str(tmp_path / "out"), base)
    result = read_result(str(tmp_path / "out"))
    page = render(result.manifest, result.tally)
    assert 'content="default-src &#x27;none&#x27;' in page
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "56,735" in page and "beds_total" in page


def test_the_output_names_every_column() -> None:
    assert OUTPUT.names[: len(RESULT.names)] == RESULT.names
