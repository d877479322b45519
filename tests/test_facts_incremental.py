"""Compiling by file: whatever happens to the files, the base is the one that a whole compilation gives."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from facts_samples import write_base

from imss_check import progress
from imss_check.facts import cache, compile, records
from imss_check.facts.base import open_base
from imss_check.facts.compile import InvalidBaseError
from imss_check.facts.nodes import FactError

COTS = "cots: {name: {en: Cots}, unit: bed, kind: stock, cadence: fixed}\n"
OWN = """
beds_total:
  aliases: {es: [plazas de cama]}
  observations: [{period: 2022-02, value: "56800", printed: "56,800", source: paper-1}]
tents: {name: {en: Tents}, unit: bed, kind: stock, cadence: fixed}
"""
Change = Callable[[Path], object]
ALL = ["more", "relations", "scopes", "sources", "things", "units", "mine"]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folder of a base, and one that adds to it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(OWN, "utf-8")
    return [write_base(tmp_path / "facts", more=COTS), own]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, by their names."""
    names: list[str] = []
    reading = records.read_file

    def noted(path: Path, *rest: object) -> object:
        names.append(path.stem)
        return reading(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(compile, "read_file", noted)
    return names


def kept(folders: list[Path], suffix: str = ".sqlite") -> Path:
    path = cache.cache_file(tuple(folder.resolve() for folder in folders))
    assert path is not None
    return path.with_suffix(suffix)


def whole(folders: list[Path]) -> bytes:
    """What a compilation from nothing writes."""
    target = folders[0].parent / "whole.sqlite"
    target.unlink(missing_ok=True)
    cache.write_file(target, tuple(folder.resolve() for folder in folders))
    return target.read_bytes()


def rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def defects(act: Callable[[], object]) -> list[FactError]:
    with pytest.raises(InvalidBaseError) as caught:
        act()
    return caught.value.errors


def edit(name: str, old: str, new: str) -> Change:
    def change(facts: Path) -> None:
        path = facts / f"{name}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return change


def both(*changes: Change) -> Change:
    return lambda facts: [change(facts) for change in changes]


def add(facts: Path) -> None:
    (facts / "zoo.yaml").write_text("zebras: {name: {en: Zebras}, unit: job, kind: stock, cadence: fixed}", "utf-8")


def remove(facts: Path) -> None:
    (facts / "more.yaml").unlink()


def rename(facts: Path) -> None:
    (facts / "more.yaml").rename(facts / "zoo.yaml")


def touch(facts: Path) -> None:
    os.utime(facts / "things.yaml", (1, 1))


def extend_another(facts: Path) -> None:
    """What was a metric of its own becomes an addition to one of the first folder: it is read as such."""
    (facts / "more.yaml").write_text(COTS.replace("cots", "tents"), "utf-8")
    (facts.parent / "own" / "mine.yaml").write_text(OWN.partition("tents")[0] + "tents: {aliases: {en: [bivouac]}}\n")


CHANGES: list[tuple[Change, list[str]]] = [
    (edit("things", "56753", "56999"), ["things"]),
    (edit("things", "Camas censables", "Camas de hospital"), ["things"]),
    (edit("relations", "total: beds_total, parts", "derive: no, total: beds_total, parts"), ["relations"]),
    (edit("sources", "published: 2021-12", "published: 2021-11"), ["sources"]),
    (edit("units", "[camas]", "[camas, lechos]"), ["units"]),
    (edit("scopes", "[Jalisco]", "[Jalisco, Jal.]"), ["scopes"]),
    (add, ["zoo"]),
    (remove, []),
    (rename, ["zoo"]),
    (touch, []),
    (both(touch, edit("more", "Cots", "Bunks")), ["more"]),
    (both(remove, add), ["zoo"]),
    (extend_another, ["more", "mine"]),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_a_change_reads_what_changed_and_gives_the_whole_base(
    folders: list[Path], read: list[str], change: Change, expected: list[str]
) -> None:
    open_base(folders)
    assert read == ALL
    read.clear()
    change(folders[0])
    base = open_base(folders)
    assert read == expected
    compiled = whole(folders)
    if change is touch:  # the compiled file was only stamped anew, so that SQLite counts one change more
        assert rows(kept(folders)) == rows(folders[0].parent / "whole.sqlite")
    else:
        assert kept(folders).read_bytes() == compiled
    base.close()


DEFECTS: list[tuple[Change, list[str]]] = [
    (
        lambda facts: (facts / "things.yaml").write_text("broken: [", "utf-8"),
        ["things", "mine"],
    ),  # `mine` has nothing to add to
    (edit("things", "unit: bed", "unit: bedd"), ["things"]),
    (edit("sources", "paper-1", "paper-2"), ["sources"]),
    (edit("more", "cots:", "jobs_total:"), ["more"]),
    (edit("more", "cots:", "tents:"), ["more", "mine"]),  # `mine` may only add to it now
    (both(edit("more", "fixed", "never"), edit("sources", "paper-1", "paper-2")), ["more", "sources"]),
]


@pytest.mark.parametrize(("change", "expected"), DEFECTS)
def test_defects_are_those_of_the_whole_base_and_can_be_mended(
    folders: list[Path], read: list[str], change: Change, expected: list[str]
) -> None:
    open_base(folders)
    before = {path: path.read_bytes() for path in folders[0].glob("*.yaml")}
    read.clear()
    change(folders[0])
    found = defects(lambda: open_base(folders))
    assert read == expected
    assert found == defects(lambda: whole(folders))
    read.clear()
    for path, content in before.items():
        path.write_bytes(content)
    os.utime(folders[0] / "things.yaml", (2, 2))
    open_base(folders)
    assert set(read) <= set(expected)
    kept(folders).unlink()
    open_base(folders)
    assert kept(folders).read_bytes() == whole(folders)


SPOILS: list[tuple[str, Callable[[bytes], bytes], list[str]]] = [
    ("empty", lambda data: b"", ALL),
    ("cut", lambda data: data[: len(data) // 2], []),
    ("no text", lambda data: b"\xff" * len(data), ALL),
    ("of another program", lambda data: b"00000000" + data[8:], ALL),
    ("one value is another", lambda data: data.replace(b'"56753"', b'"56999"'), ["things"]),
    ("no JSON", lambda data: data.replace(b'["', b'"['), ALL),
]


@pytest.mark.parametrize(("spoil", "expected"), [spoil[1:] for spoil in SPOILS], ids=[spoil[0] for spoil in SPOILS])
def test_damaged_parts_are_read_again(
    folders: list[Path], read: list[str], spoil: Callable[[bytes], bytes], expected: list[str]
) -> None:
    open_base(folders)
    parts = kept(folders, ".parts")
    parts.write_bytes(spoil(parts.read_bytes()))
    kept(folders).unlink()
    read.clear()
    open_base(folders)
    assert set(expected) <= set(read)
    assert kept(folders).read_bytes() == whole(folders)


def test_two_processes_compile_at_once(folders: list[Path]) -> None:
    open_base(folders)
    edit("things", "56753", "56999")(folders[0])
    program = "import sys; from imss_check.facts.base import open_base; print(open_base(sys.argv[1:]).digest)"
    begun = [
        subprocess.Popen([sys.executable, "-c", program, *map(str, folders)], stdout=subprocess.PIPE) for _ in range(2)
    ]
    told = {process.communicate()[0] for process in begun}
    assert [process.returncode for process in begun] == [0, 0]
    assert told == {f"{open_base(folders).digest}\n".encode()}
    assert kept(folders).read_bytes() == whole(folders)


def test_a_file_that_changes_while_it_is_read_is_not_kept(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    reading = records.read_file

    def change_first(path: Path, *rest: object) -> object:
        if path.stem == "things":
            edit("things", "56753", "56999")(folders[0])
        return reading(path, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(compile, "read_file", change_first)
        open_base(folders)
    edit("things", "56999", "56753")(folders[0])
    os.utime(folders[0] / "things.yaml", (3, 3))
    kept(folders).unlink()
    assert open_base(folders).observations("beds_total")[0].value == 56753


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0)
    for stream, shown in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        whole(folders)
        assert ("things.yaml" in stream.getvalue()) is shown
        assert bool(stream.getvalue()) is shown
