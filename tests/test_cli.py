"""The command line: exit statuses, bad input, what is written where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from facts_samples import write_base

from imss_check.cli.explain import pages
from imss_check.verdicts.findings import RULES

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "report.schema.json").read_text("utf-8"))
RIGHT = "Hay 56 mil 753 camas.\n"
WRONG = "Hay 56 mil 735 camas.\n"
DAY = ("--as-of", "2022-03-01")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_base(tmp_path_factory.mktemp("facts")))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    for name, text in (("right.md", RIGHT), ("wrong.md", WRONG), ("empty.txt", "")):
        Path(name).write_text(text, "utf-8")
    Path("latin.txt").write_bytes("Hay 5 camas más.\n".encode("cp1252"))
    Path("drafts").mkdir()
    Path("drafts/a.txt").write_text(RIGHT, "utf-8")
    Path("nothing").mkdir()
    yield tmp_path


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "imss_check", *arguments]
    return subprocess.run(command, capture_output=True, input=stdin, env={**os.environ, **environment})


def check(base: str, *arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, str, str]:
    done = run("check", "--facts", base, *DAY, *arguments, stdin=stdin, **environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class TestStatus:
    def test_clean(self, base: str, here: Path) -> None:
        status, out, err = check(base, "right.md")
        assert (status, err) == (0, "")
        assert out == "right.md: 1 figure as of 2022-03-01 (--as-of): 1 supported\n"

    def test_found(self, base: str, here: Path) -> None:
        status, out, err = check(base, "wrong.md")
        assert (status, err) == (1, "")
        assert out.startswith("wrong.md:1:5: Q105 digits: two digits swapped: 56 mil 735")

    def test_never(self, base: str, here: Path) -> None:
        assert check(base, "wrong.md", "--fail-on", "never")[0] == 0

    def test_an_empty_draft_has_no_figures(self, base: str, here: Path) -> None:
        assert check(base, "empty.txt")[:2] == (0, "empty.txt: no figures as of 2022-03-01 (--as-of)\n")

    def test_ignored_and_selected_rules(self, base: str, here: Path) -> None:
        assert check(base, "wrong.md", "--ignore", "Q1")[0] == 0
        assert check(base, "wrong.md", "--select", "Q3,Q2")[0] == 0
        assert check(base, "wrong.md", "--select", "q105")[0] == 1

    def test_folders_and_several_paths(self, base: str, here: Path) -> None:
        status, out, _ = check(base, "drafts", "right.md", "right.md")
        assert status == 0
        assert [line.split(":")[0] for line in out.splitlines()] == [
            "drafts/a.txt", "right.md", "2 drafts, 2 figures",
        ]  # fmt: skip

    def test_standard_input(self, base: str) -> None:
        assert check(base, "-", stdin=WRONG.encode())[1].startswith("-:1:5: Q105")
        status, out, _ = check(base, "-", "--stdin-filename", "x.md", stdin=b"`56 mil 735 camas`\n")
        assert (status, out) == (0, "x.md: no figures as of 2022-03-01 (--as-of)\n")


class TestTrouble:
    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            ((), "no draft is named"),
            (("gone.md",), "gone.md: no such file or directory"),
            (("nothing",), "nothing: no draft in this directory"),
            (("latin.txt",), "latin.txt:1:14: not UTF-8: byte 0xe1 at offset 13"),
            (("x.xyz",), "x.xyz: a .xyz file is no draft that imss-check reads"),
            (("right.md", "--as-off", "2022-03-01"), "no such option: --as-off; did you mean --as-of?"),
            (("right.md", "--as-of", "yesterday"), "expected a day, like 2022-03-01"),
            (("right.md", "--as-of", "2022-02-30"), "expected a day, like 2022-03-01"),
            (("right.md", "--as-of"), "--as-of needs a value"),
            (("right.md", "--fail-on", "all"), "expected one of error, warning, never"),
            (("right.md", "--format", "pdf"), "no such format: pdf; there are "),
            (("right.md", "--format", "json="), "the file is missing"),
            (("right.md", "--format", "json=no/o.json"), "no/o.json: cannot be written"),
            (("right.md", "--format", "json", "--format", "lines"), "only one format goes to standard output"),
            (("right.md", "--encoding", "utf-99"), "expected an encoding"),
            (("right.md", "--select", "Z9"), "no rule begins with Z9"),
            (("right.md", "--facts", "gone"), "--facts gone: there is no such folder"),
            (("right.md", "--facts", "nothing"), "there is no .yaml file in this folder"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
    )
    def test_is_told_and_gives_2(self, base: str, here: Path, arguments: tuple[str, ...], says: str) -> None:
        status, _, err = check(base, *arguments)
        assert status == 2
        assert says in err
        assert "Traceback" not in err

    def test_a_base_with_errors_tells_all_of_them(self, here: Path) -> None:
        changes = (("things", 'value: "1000000"', "value: 1e6x"), ("sources", "official", "officious"))
        bad = write_base(here / "bad", *changes)
        done = run("check", "--facts", str(bad), *DAY, "right.md")
        assert done.returncode == 2
        assert done.stderr.decode().count("things.yaml:") >= 1
        assert "sources.yaml:" in done.stderr.decode()

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
    def test_no_permission(self, base: str, here: Path) -> None:
        Path("right.md").chmod(0)
        assert "permission denied" in check(base, "right.md")[2]

    def test_the_others_are_checked(self, base: str, here: Path) -> None:
        status, out, err = check(base, "gone.md", "wrong.md", "latin.txt", "--format", "json")
        report = json.loads(out)
        jsonschema.validate(report, SCHEMA)
        assert status == 2
        assert [document["path"] for document in report["documents"]] == ["wrong.md"]
        assert [(e["path"], e["line"], e["column"]) for e in report["errors"]] == [
            ("gone.md", None, None), ("latin.txt", 1, 14),
        ]  # fmt: skip
        assert err.count("\n") == 2

    def test_an_encoding_only_by_flag(self, base: str, here: Path) -> None:
        assert check(base, "latin.txt", "--encoding", "windows-1252")[0] == 0

    def test_unknown_commands(self) -> None:
        assert run("chekc").returncode == 2
        assert run("explain", "Q999").returncode == 2
        assert run("facts", "show", "nothing_like_it").returncode == 2

    def test_a_closed_pipe_is_quiet(self, base: str, here: Path) -> None:
        Path("many.md").write_text(WRONG * 300, "utf-8")
        arguments = ["check", "--facts", base, *DAY, "--format", "terminal", "many.md"]
        command = [sys.executable, "-m", "imss_check", *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode != 0

    def test_a_full_disk(self, base: str, here: Path) -> None:
        if not os.path.exists("/dev/full"):
            pytest.skip("no /dev/full")
        with open("/dev/full", "wb") as full:
            command = [sys.executable, "-m", "imss_check", "check", "--facts", base, *DAY, "right.md"]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr


class TestOutput:
    def test_several_formats(self, base: str, here: Path) -> None:
        status, out, _ = check(base, "wrong.md", "--format", "json=out.json", "--format=terminal")
        assert status == 1
        assert "│ Hay 56 mil 735 camas." in out
        jsonschema.validate(json.loads(Path("out.json").read_text("utf-8")), SCHEMA)

    def test_is_deterministic(self, base: str, here: Path) -> None:
        assert check(base, "wrong.md", "--format", "json") == check(base, "wrong.md", "--format", "json")

    def test_colour_only_where_it_is_wanted(self, base: str, here: Path) -> None:
        assert "\x1b" not in check(base, "wrong.md", "--format", "terminal")[1]
        assert "\x1b" in check(base, "wrong.md", "--format", "terminal", "--color", "always")[1]

    @pytest.mark.parametrize(("environment", "coloured"), [({"TERM": "xterm"}, True), ({"NO_COLOR": "1"}, False)])
    def test_a_terminal(self, base: str, here: Path, environment: dict[str, str], coloured: bool) -> None:
        import pty

        main, side = pty.openpty()
        command = [sys.executable, "-m", "imss_check", "check", "--facts", base, *DAY, "wrong.md"]
        clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
        with subprocess.Popen(command, stdout=side, env={**clean, **environment}) as process:
            process.wait()
        os.close(side)
        out = os.read(main, 65536).decode()
        os.close(main)
        assert "│" in out
        assert ("\x1b[" in out) is coloured

    def test_utf8_whatever_the_locale(self, base: str, here: Path) -> None:
        Path("wrong.md").write_text("Hay 56 mil 735 camas según él.\n", "utf-8")
        status, out, _ = check(base, "wrong.md", "--format", "terminal", LC_ALL="C", PYTHONUTF8="0")
        assert status == 1
        assert "según él" in out

    def test_spanish(self, base: str, here: Path) -> None:
        assert "dos dígitos invertidos" in check(base, "wrong.md", "--lang", "es")[1]

    def test_a_hostile_draft_is_inert(self, base: str, here: Path) -> None:
        Path("wrong.md").write_text("\x1b]0;x\x07\x1b[31m Hay 56 mil 735 camas \u202e.\n", "utf-8")
        for name in ("terminal", "lines"):
            out = check(base, "wrong.md", "--format", name)[1]
            assert not {"\x1b", "\x07", "\u202e"} & set(out)

    def test_a_large_draft(self, base: str, here: Path) -> None:
        Path("large.txt").write_text("Nada que contar en esta línea larga de un texto.\n" * 10_000, "utf-8")
        assert check(base, "large.txt")[0] == 0


class TestAsOf:
    def test_the_option_wins(self, base: str, here: Path) -> None:
        Path("a.md").write_text("---\ndate: 2021-05-05\n---\n" + RIGHT, "utf-8")
        assert "2022-03-01 (--as-of)" in check(base, "a.md")[1]

    def test_front_matter_dateline_today(self, base: str, here: Path) -> None:
        Path("a.md").write_text("---\ndate: 2021-05-05\n---\n" + RIGHT, "utf-8")
        Path("b.txt").write_text("Ciudad de México, 3 de febrero de 2022.- " + RIGHT, "utf-8")
        Path("c.txt").write_text(RIGHT, "utf-8")
        out = run("check", "--facts", base, "a.md", "b.txt", "c.txt").stdout.decode()
        assert "2021-05-05 (front matter)" in out
        assert "2022-02-03 (dateline)" in out
        assert f"{date.today()} (TODAY, since the draft states no day" in out

    def test_the_last_commit_of_an_unchanged_file(self, base: str, here: Path) -> None:
        def git(*arguments: str) -> None:
            subprocess.run(["git", *arguments], check=True, capture_output=True, env={
                **os.environ, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.mx", "GIT_COMMITTER_NAME": "a",
                "GIT_COMMITTER_EMAIL": "a@b.mx", "GIT_COMMITTER_DATE": "2022-02-02T12:00:00", "GIT_CONFIG_GLOBAL": "",
            })  # fmt: skip

        Path("origin").mkdir()
        os.chdir("origin")
        git("init", "-q")
        Path("ñ año.md").write_text(RIGHT, "utf-8")
        git("add", ".")
        git("commit", "-q", "-m", "a", "--date", "2021-01-01T12:00:00")
        out = run("check", "--facts", base, "ñ año.md").stdout.decode()
        assert "2022-02-02 (last commit)" in out
        git("clone", "-q", "--depth", "1", f"file://{os.getcwd()}", "../shallow")
        assert "TODAY" in run("check", "--facts", base, "../shallow/ñ año.md").stdout.decode()
        Path("ñ año.md").write_text(RIGHT * 2, "utf-8")
        assert "TODAY" in run("check", "--facts", base, "ñ año.md").stdout.decode()


class TestOtherCommands:
    def test_help_lists_the_options_of_check(self) -> None:
        text = run("check", "--help", COLUMNS="200").stdout.decode()
        for option in ("--format", "--as-of", "--lang", "--facts", "--fail-on", "--select", "--ignore", "--color"):
            assert option in text
        assert run("--help").returncode == 0

    def test_claim_shows_how_a_sentence_was_read(self, base: str) -> None:
        done = run("claim", "Hay 56 mil 735 camas", *DAY, "--facts", base)
        text = done.stdout.decode()
        assert done.returncode == 1
        for part in ("56,735 bed", "verdict: refuted", "candidate beds_total", "for: ", "in force: 56,753 bed"):
            assert part in text
        assert "no figure" in run("claim", "Sin cifras", "--facts", base).stdout.decode()

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("list",), "beds_total"),
            (("show", "beds_total"), "56,753"),
            (("search", "camas"), "beds_total"),
            (("timeline", "jobs_total"), "2021-11"),
            (("conflicts",), ""),
            (("stale", "--as-of", "2030-01-01"), "jobs_total"),
        ],
        ids=lambda value: value[0] if isinstance(value, tuple) else None,
    )
    def test_facts(self, base: str, arguments: tuple[str, ...], says: str) -> None:
        done = run("facts", *arguments, "--facts", base)
        assert done.returncode == 0, done.stderr
        assert says in done.stdout.decode()

    def test_validate(self, base: str, tmp_path: Path) -> None:
        assert b"0 defects" in run("facts", "validate", "--facts", base).stdout
        bad = write_base(tmp_path / "bad", ("things", 'value: "1000000"', "value: many"))
        done = run("facts", "validate", "--facts", str(bad))
        assert done.returncode == 1
        assert b"F108" in done.stdout

    def test_every_rule_is_explained(self) -> None:
        assert set(RULES) <= set(pages())
        for code, page in pages().items():
            assert page.startswith(f"{code} ")
        for code, (name, severity) in RULES.items():
            assert pages()[code].startswith(f"{code} {name}\n\nSeverity: {severity}.")
        assert b"Q102 outdated" in run("explain").stdout
        assert b"F113" in run("explain", "f113").stdout


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
def test_golden(base: str, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN / case)
    draft = next(path.name for path in sorted(Path().iterdir()) if path.stem == "draft")
    written = {}
    for name, ending in (("terminal", "terminal.txt"), ("lines", "lines.txt"), ("json", "json")):
        done = run("check", "--facts", base, draft, "--format", name)
        written[f"expected.{ending}"] = done.stdout
    written["expected.status"] = f"{done.returncode}\n".encode()
    for name, content in written.items():
        if os.environ.get("UPDATE_GOLDEN"):
            Path(name).write_bytes(content)
        assert Path(name).read_bytes() == content, name


def test_where_the_base_ends_is_said_once(base: str, here: Path) -> None:
    text = "Al 30 de junio de 2023 hay 1,400,321 puestos de trabajo. Al 31 de julio hay 1,500,321 empleos formales.\n"
    Path("later.md").write_text(text, "utf-8")
    _, out, _ = check(base, "--lang", "es", "--as-of", "2023-08-01", "later.md")
    assert out.count("terminan en") == 1
    assert out.endswith("nota: en la base, las cifras de Puestos de trabajo terminan en noviembre de 2021\n")
    assert "end in" not in check(base, "right.md")[1]


@pytest.mark.parametrize("name", ["lines", "terminal"])
@pytest.mark.parametrize(("show", "told"), [
    ("findings", ["mil 525"]),
    ("unverified", ["mil 525", "not in the base: 3,141"]),
    ("all", ["mil 525", "refuted: 56,735 – Beds, total – exempt: as printed", "supported: 20,620,148", "3,141"]),
])  # fmt: skip
def test_figures_without_findings_are_listed_on_request(name: str, show: str, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "El IMSS tiene mil 525 Unidades de Medicina Familiar.\n\n"
        "<!-- imss: ignore Q105 as printed -->\nHay 56,735 camas en total en el IMSS.\n\n"
        "Al cierre de 2021 había 20,620,148 puestos de trabajo afiliados al IMSS. Produjo 3,141 relojes.\n",
        "utf-8",
    )  # fmt: skip
    out = run("check", str(tmp_path / "a.md"), *DAY, "--format", name, "--show", show).stdout.decode()
    listed, _, _ = " ".join(out.split()).rpartition("4 figures")
    for part in told:
        assert part in listed
    assert (": supported: " in listed, ": not in the base: " in listed) == (show == "all", show != "findings")
