"""The compiled base: rebuilt when anything changed, and never a reason to fail."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from facts_samples import write_base

from imss_check.facts import cache
from imss_check.facts.base import open_base
from imss_check.facts.compile import InvalidBaseError, main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_base(tmp_path / "facts")


def cached(folder: Path) -> Path:
    path = cache.cache_file((folder.resolve(),))
    assert path is not None
    return path


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr("imss_check.facts.base.compile_to_cache", refuse)
    monkeypatch.setattr("imss_check.facts.base.compile_in_memory", refuse)


def test_a_fresh_base_is_not_compiled_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = open_base([folder]).digest
    forbid_compiling(monkeypatch)
    assert open_base([folder]).digest == digest


def test_a_touched_file_costs_one_look_at_its_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_base([folder])
    os.utime(folder / "things.yaml", (1, 1))
    forbid_compiling(monkeypatch)
    open_base([folder])
    assert cache.open_compiled(cached(folder), (folder.resolve(),))[1] == "fresh"


@pytest.mark.parametrize("keep_time", [True, False])
def test_a_changed_file_is_seen(folder: Path, keep_time: bool) -> None:
    before = open_base([folder])
    file = folder / "things.yaml"
    stat = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("56753", "56999 "[: 5 + keep_time]), encoding="utf-8")
    if keep_time:  # the size tells
        file.write_text(file.read_text(encoding="utf-8").replace("56999 ", "156999"), encoding="utf-8")
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    after = open_base([folder])
    assert after.digest != before.digest
    assert after.observations("beds_total")[0].value in (56999, 156999)


def test_a_new_file_is_seen(folder: Path) -> None:
    open_base([folder])
    (folder / "zoo.yaml").write_text("cots: {name: {en: Cots}, unit: bed, kind: stock, cadence: fixed}")
    assert open_base([folder]).metric_count == 7


def spoil_with_text(path: Path) -> None:
    path.write_text("no database")


def spoil_by_cutting(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def spoil_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)


def make_foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key, value)")
    connection.commit()
    connection.close()


def make_newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = 'ffffffff' WHERE key = 'program'")
    connection.commit()
    connection.close()


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


SPOILS = [spoil_with_text, spoil_by_cutting, spoil_the_middle, make_foreign, make_newer, make_empty]


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_cache_is_rebuilt_or_passed_by(folder: Path, spoil: object) -> None:
    digest = open_base([folder]).digest
    assert callable(spoil)
    spoil(cached(folder))
    base = open_base([folder])
    assert base.digest == digest
    assert base.observations("beds_total")[0].value == 56753
    assert base.source("paper-1").publisher == "El Diario"


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert open_base([folder]).metric_count == 6
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert open_base([folder]).metric_count == 6


def test_a_shipped_base_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imss_check.facts.base.PACKAGED", folder.resolve())
    assert main([str(folder / "base.sqlite"), str(folder)]) == 0
    for file in folder.glob("*.yaml"):
        os.utime(file, (1, 1))  # as an installer may leave them
    forbid_compiling(monkeypatch)
    assert open_base([folder]).metric_count == 6
    assert cached(folder).is_file()


def test_a_base_beside_the_yaml_of_others_is_not_used(folder: Path) -> None:
    planted = folder / "base.sqlite"
    assert main([str(planted), str(folder)]) == 0
    connection = sqlite3.connect(planted)
    connection.execute("UPDATE observations SET value = '1' WHERE metric = 'beds_total'")
    connection.commit()
    connection.close()
    for name in (planted, folder / "base.parts"):
        name.touch()
    assert open_base([folder]).observations("beds_total")[0].value == 56753


def test_no_half_written_file_is_left(folder: Path) -> None:
    (folder / "things.yaml").write_text("broken: [")
    with pytest.raises(InvalidBaseError):
        open_base([folder])
    assert {path.suffix for path in cached(folder).parent.iterdir()} == {".parts"}


def test_all_errors_come_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    changes = (("things", "unit: bed", "unit: bedd"), ("things", "source: paper-1, where", "source: paper-2, where"))
    with pytest.raises(InvalidBaseError) as caught:
        open_base([write_base(tmp_path / "facts", *changes)])
    assert [error.code for error in caught.value.errors] == ["F110", "F112"]


def test_a_folder_without_a_base_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidBaseError, match="no fact base"):
        open_base([tmp_path])


def test_units_are_verified_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_base([folder])

    def refuse(_: object) -> None:
        raise AssertionError("pint asked again")

    monkeypatch.setattr("imss_check.facts.checks.units.find_bad_units", refuse)
    (folder / "sources.yaml").write_text((folder / "sources.yaml").read_text() + "# more\n")
    assert open_base([folder]).conversion("week", "day") == 7


def test_the_same_base_has_the_same_digest_wherever_it_lies(folder: Path, tmp_path: Path) -> None:
    assert open_base([folder]).digest == open_base([write_base(tmp_path / "elsewhere" / "facts")]).digest
