"""Whatever breaks around a run, it ends with an answer or a clear error, and leaves nothing half done."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from facts_samples import write_base

RIGHT = "Hay 56 mil 753 camas.\n"
WRONG = "Hay 56 mil 735 camas.\n"
CHECK = [sys.executable, "-m", "imss_check", "check", "--as-of", "2022-03-01", "--config", "none"]
WRITERS: dict[str, tuple[list[str], str]] = {
    "report": (["check", "--format", "json=out.json", "wrong.md"], "out.json"),
    "baseline": (["check", "--write-baseline", "out.json", "wrong.md"], "out.json"),
    "ledger": (["ledger", "update", "right.md", "--ledger", "imss-ledger.json"], "imss-ledger.json"),
    "mend": (["check", "--fix", "wrong.md"], "wrong.md"),
}
"""Commands that write a file, and the file."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_base(tmp_path / "facts")
    Path("right.md").write_text(RIGHT, "utf-8")
    Path("wrong.md").write_text(WRONG, "utf-8")
    return tmp_path


def check(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a check and return what came of it."""
    return subprocess.run([*CHECK, "--facts", "facts", *arguments], capture_output=True, text=True, timeout=120, **more)


def is_clear(done: subprocess.CompletedProcess[str], *statuses: int) -> None:
    """Assert that a run ended as it should, and not with a traceback."""
    assert done.returncode in statuses, done.stderr
    assert "Traceback" not in done.stderr


def files(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def small_files(size: int) -> Callable[[], None]:
    """Return what makes every file that a process writes end at a size, like a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


# --- the disk


def test_a_full_disk_without_a_cache(here: Path) -> None:
    done = check("right.md", preexec_fn=small_files(300))
    is_clear(done, 0)
    assert "1 supported" in done.stdout
    assert not files(here / "cache"), "a part of a cache is left"


def test_a_full_disk_under_a_report(here: Path) -> None:
    check("right.md")
    before = files(here)
    Path("out.json").write_text("old", "utf-8")
    done = check("--format", "json=out.json", "wrong.md", preexec_fn=small_files(100))
    is_clear(done, 2)
    assert "out.json: cannot be written" in done.stderr
    assert Path("out.json").read_text("utf-8") == "old"
    assert files(here) == before | {"out.json"}


def test_a_report_into_what_is_no_file(here: Path) -> None:
    Path("real.json").write_text("", "utf-8")
    Path("link.json").symlink_to("real.json")
    is_clear(check("--format", "json=link.json", "right.md"), 0)
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text("utf-8"))["errors"] == []
    is_clear(check("--format", "json=/dev/null", "right.md"), 0)
    assert not Path("/dev/null").is_file()


# --- the home and the locale


@pytest.mark.parametrize("home", ["", "/nonexistent", "locked"])
def test_no_home_or_one_that_is_read_only(here: Path, home: str) -> None:
    locked = here / "locked"
    locked.mkdir(mode=0o500)
    environment = {k: v for k, v in os.environ.items() if k not in ("HOME", "XDG_CACHE_HOME")}
    if home:
        environment["HOME"] = str(here / home)
    done = check("right.md", env=environment)
    locked.chmod(0o700)
    is_clear(done, 0)
    assert "1 supported" in done.stdout


LOCALES = [{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "xx"}]


@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale(here: Path, locale: dict[str, str]) -> None:
    Path("año ü.md").write_text("Hay 56 mil 735 camas más.\n", "utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [*CHECK, "--facts", "facts", "--lang", "es", "año ü.md"], capture_output=True, env={**environment, **locale}
    )
    assert done.returncode == 1
    assert "dígitos" in done.stdout.decode()
    assert b"Traceback" not in done.stderr


def test_an_environment_with_nothing_in_it(here: Path) -> None:
    is_clear(check("right.md", env={}), 0)


# --- output and signals


def test_a_closed_standard_output(here: Path) -> None:
    Path("many.md").write_text(WRONG * 500, "utf-8")
    done = subprocess.run(
        f"{' '.join(CHECK)} --facts facts many.md | head -n 1", shell=True, capture_output=True, text=True
    )
    assert done.stdout.startswith("many.md:1:5: Q105")
    assert done.stderr == ""
    for streams in (">&-", "2>&-", "<&- >&- 2>&-"):
        command = f"{' '.join(CHECK)} --facts facts --format json=out.json wrong.md {streams}"
        closed = subprocess.run(command, shell=True, capture_output=True, text=True)
        assert (closed.returncode, closed.stderr) == (1, "")
        json.loads(Path("out.json").read_text("utf-8"))


@pytest.mark.parametrize("after", [0.05, 0.2, 0.6])
def test_an_interrupt_is_quiet(here: Path, after: float) -> None:
    Path("many.md").write_text(f"{RIGHT}\n" * 3000, "utf-8")
    before = files(here)
    with subprocess.Popen([*CHECK, "--facts", "facts", "many.md"], stdout=-1, stderr=-1, text=True) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT, 0)
    if after > 0.3:  # before that, Python itself may still be starting
        assert "Traceback" not in said
    left = {name for name in files(here) - before if not name.endswith((".sqlite", ".parts"))}
    assert not left


def test_killed_while_the_cache_is_written(here: Path) -> None:
    for after in (0.1, 0.2, 0.3, 0.45):
        with subprocess.Popen([*CHECK, "--facts", "facts", "right.md"], stdout=-1, stderr=-1) as process:
            time.sleep(after)
            process.kill()
        assert "1 supported" in check("right.md").stdout
        for path in (here / "cache").rglob("*.sqlite"):
            path.unlink()


@pytest.mark.parametrize("name", WRITERS)
def test_killed_in_the_middle_of_every_write(here: Path, name: str) -> None:
    """The process dies at each system call that makes, fills or moves a file: the old or the new file is there."""
    command, target = WRITERS[name]
    command = [*command, "--facts", "facts", "--as-of", "2022-03-01"]
    done = subprocess.run([sys.executable, "-m", "imss_check", *command], capture_output=True, text=True)
    new = Path(target).read_bytes()
    old = {"mend": WRONG, "ledger": '{"version": 1, "drafts": []}\n'}.get(name, new.decode()).encode()
    for step in range(1, 12):
        Path(target).write_bytes(old)
        done = subprocess.run([sys.executable, "-c", DYING, str(step), *command], capture_output=True, text=True)
        assert Path(target).read_bytes() in (old, new), step
        if done.returncode != 99:
            break
    assert done.returncode in (0, 1), done.stderr
    assert step > 1
    assert Path(target).read_bytes() == new


DYING = """
import os, sys
steps = int(sys.argv[1])

def watch(event, arguments):
    global steps
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    ours = writes and "/dev/" not in str(arguments[0]) and ".pyc" not in str(arguments[0])
    if ours or event in ("os.rename", "os.chmod"):
        steps -= 1
        if steps == 0:
            os._exit(99)

sys.addaudithook(watch)
from imss_check.cli import main
sys.argv = ["imss-check", *sys.argv[2:]]
sys.exit(main(sys.argv[1:]))
"""


# --- the cache


def test_two_runs_building_one_cache(here: Path) -> None:
    command = [*CHECK, "--facts", "facts", "right.md"]
    running = [subprocess.Popen(command, stdout=-1, stderr=-1, text=True) for _ in range(4)]
    said = [process.communicate(timeout=120) for process in running]
    assert {out for out, _ in said} == {"right.md: 1 figure as of 2022-03-01 (--as-of): 1 supported\n"}
    assert {err for _, err in said} == {""}
    assert len(files(here / "cache")) == 3, "more than the base, what was read of its files, and a report"


def test_a_cache_from_a_newer_version(here: Path) -> None:
    import sqlite3

    check("right.md")
    (cache,) = (here / "cache").rglob("*.sqlite")
    with sqlite3.connect(cache) as connection:
        connection.execute("UPDATE meta SET value = 'ffffffff' WHERE key = 'program'")
        connection.execute("ALTER TABLE metrics RENAME TO metrics_of_tomorrow")
    connection.close()
    done = check("right.md")
    is_clear(done, 0)
    assert "1 supported" in done.stdout


def test_a_clock_that_was_set_back(here: Path) -> None:
    os.utime(here / "facts" / "things.yaml", (4e9, 4e9))  # as if written in the year 2096
    assert "1 supported" in check("right.md").stdout
    topic = here / "facts" / "things.yaml"
    topic.write_text(topic.read_text("utf-8").replace("56753", "56735").replace("56 mil 753", "56 mil 735"), "utf-8")
    os.utime(topic, (1, 1))
    assert "1 supported" in check("wrong.md").stdout, "an older time hid a change"


# --- what is read


def test_a_draft_that_changes_while_it_is_read(here: Path) -> None:
    """What is judged is one reading: every claim stands in the text that the report was made from."""
    program = (
        "import pathlib, sys, threading\n"
        "path, go = pathlib.Path('moving.md'), True\n"
        "def write():\n"
        "    n = 0\n"
        "    while go:\n"
        "        n += 1\n"
        "        path.write_bytes(b'Hay 56 mil 753 camas.\\n' * (n % 50))\n"
        "thread = threading.Thread(target=write)\n"
        "thread.start()\n"
        "from imss_check.check import check_drafts\n"
        "from imss_check.text.read import read_draft, ReadError\n"
        "try:\n"
        "    for _ in range(50):\n"
        "        draft = read_draft('moving.md')\n"
        "        (document,) = check_drafts([draft]).documents\n"
        "        assert all(draft.text[c.start:c.end] == c.text for c in document.claims)\n"
        "finally:\n"
        "    go = False\n"
    )
    Path("moving.md").write_text(RIGHT, "utf-8")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_a_draft_that_vanishes_or_is_no_file(here: Path) -> None:
    Path("gone.md").symlink_to("nowhere.md")
    Path("loop.md").symlink_to("loop.md")
    done = check("right.md", "gone.md", "loop.md")
    is_clear(done, 2)
    assert "right.md: 1 figure" in done.stdout
    assert "gone.md: no such file" in done.stderr
    assert "loop.md: cannot be read" in done.stderr


def test_very_many_drafts(here: Path) -> None:
    """5,000 drafts, and no more than 64 files open at once."""
    folder = here / "drafts"
    folder.mkdir()
    for number in range(5000):
        (folder / f"{number}.txt").write_text("Sin cifras.\n", "utf-8")

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))

    done = check("drafts", preexec_fn=few)
    is_clear(done, 0)
    assert done.stdout.endswith("000 drafts, no figures\n")


def test_links_that_lead_out_are_not_followed(here: Path) -> None:
    outside = here / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(WRONG, "utf-8")
    project = here / "project"
    project.mkdir()
    (project / "own.md").write_text(RIGHT, "utf-8")
    (project / "link.md").symlink_to(outside / "secret.md")
    (project / "folder").symlink_to(outside)
    (project / "up").symlink_to("..")
    done = check("project")
    is_clear(done, 0)
    assert "secret" not in done.stdout
    assert "project/own.md: 1 figure" in done.stdout
