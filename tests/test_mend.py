"""`--diff` and `--fix`: what is certain is mended, once, and nothing else in the file changes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from facts_samples import write_base

from imss_check.mend import Edit, apply, linked, moved, takes_link
from imss_check.quantities.find import find_quantities
from imss_check.reports.model import Claim

UNITS = "clinic: {es: [clínicas], en: [clinics]}\n"
METRICS = """
units_total:
  name: {es: Unidades médicas familiares, en: Family medicine units}
  aliases: {es: [clínicas, unidades de medicina familiar], en: [clinics, family clinics]}
  unit: clinic
  kind: stock
  cadence: irregular
  observations:
    - {period: 2021-01-19, value: "1525", printed: "mil 525", source: bulletin-1}
    - {period: 2022-01, value: "1531", printed: "1,531", source: paper-1}
"""
WRONG = "El Instituto tiene mil 525 clínicas en el país. Hay 56 mil 735 camas en el Instituto.\n"
RIGHT = "El Instituto tiene mil 531 clínicas en el país. Hay 56 mil 753 camas en el Instituto.\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("facts")
    return str(write_base(folder, clinics=METRICS, units=UNITS))


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.md"
    path.write_bytes(WRONG.encode())
    yield path


def check(base: str, *arguments: str, stdin: bytes = b"", day: str = "2022-03-01") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "imss_check", "check", "--facts", base, "--as-of", day, *arguments]
    done = subprocess.run(command, capture_output=True, input=stdin)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_diff_shows_and_changes_nothing(base: str, draft: Path) -> None:
    status, out, err = check(base, "--diff", "draft.md")
    assert status == 1
    assert out == f"--- draft.md\n+++ draft.md\n@@ -1 +1 @@\n-{WRONG}+{RIGHT}"
    assert err == "imss-check check: 2 figures could be mended in draft.md\n"
    assert draft.read_bytes() == WRONG.encode()


def test_the_diff_is_a_patch(base: str, draft: Path) -> None:
    text = "Uno.\n\n" + WRONG.rstrip("\n")
    draft.write_bytes(text.encode())
    _, out, _ = check(base, "--diff", "draft.md")
    subprocess.run(["patch", "-p0"], input=out.encode(), check=True, capture_output=True)
    assert draft.read_bytes() == text.encode().replace(b"525", b"531").replace(b"735", b"753")


def test_fix(base: str, draft: Path) -> None:
    status, out, err = check(base, "--fix", "draft.md")
    assert draft.read_bytes() == RIGHT.encode()
    assert (status, err) == (0, "imss-check check: 2 figures mended in draft.md\n")
    assert out.endswith("2 supported\n")
    again = check(base, "--fix", "draft.md")
    assert again == (0, out, "")
    assert draft.read_bytes() == RIGHT.encode()
    assert os.listdir(draft.parent) == ["draft.md"]


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode()),
        ("utf-8", WRONG.rstrip("\n").encode()),
        ("utf-8", ("Uno.\r\r" + WRONG.replace("\n", "\r")).encode()),
        ("windows-1252", WRONG.encode("windows-1252")),
        ("utf-16-le", WRONG.encode("utf-16-le")),
    ],
)
def test_bytes_around_stay(base: str, draft: Path, encoding: str, data: bytes) -> None:
    draft.write_bytes(data)
    os.chmod(draft, 0o640)
    check(base, "--fix", "--encoding", encoding, "draft.md")
    text = data.decode(encoding).replace("mil 525", "mil 531").replace("56 mil 735", "56 mil 753")
    assert draft.read_bytes() == text.encode(encoding)
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


def test_an_encoding_that_does_not_come_back(base: str, draft: Path) -> None:
    draft.write_bytes(b"\xff\xfe" + WRONG.encode("utf-16-le"))
    before = draft.read_bytes()
    status, _, _ = check(base, "--fix", "--encoding", "utf-16", "draft.md")
    assert draft.read_bytes()[:2] == before[:2]
    assert draft.read_bytes().decode("utf-16") in (WRONG, RIGHT)
    draft.write_bytes(b"\xfe\xff" + WRONG.encode("utf-16-be"))
    status, _, err = check(base, "--fix", "--encoding", "utf-16", "draft.md")
    assert (status, draft.read_bytes()) == (2, b"\xfe\xff" + WRONG.encode("utf-16-be"))
    assert "draft.md: not mended" in err


def test_links_lead_to_the_file(base: str, draft: Path) -> None:
    link = draft.parent / "link.md"
    link.symlink_to(draft)
    check(base, "--fix", "link.md", "draft.md")
    assert link.is_symlink()
    assert draft.read_bytes() == RIGHT.encode()


UNTOUCHED = {
    "exempt": f"<!-- imss: ignore Q102, Q105 vea la fuente -->\n{WRONG}",
    "markup": "Hay 56 mil *735* camas en el Instituto.\n",
    "hedged": "Hay casi 56 mil 735 camas en el Instituto.\n",
    "hedged exactly": "Hay más de 56 mil 735 camas en el Instituto.\n",
    "of two lines": "Hay 56 mil\n735 camas en el Instituto.\n",
    "repeated in words": "Hay 56,735 (cincuenta y seis mil setecientas treinta y cinco) camas.\n",
    "front matter": "---\ntitle: Hay 56 mil 735 camas\n---\nNada.\n",
    "code": "`Hay 56 mil 735 camas`\n",
}


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=list(UNTOUCHED))
def test_what_is_not_mended(base: str, draft: Path, text: str) -> None:
    draft.write_text(text, "utf-8", newline="")
    check(base, "--fix", "draft.md")
    assert draft.read_bytes() == text.encode()


def test_a_day_that_is_guessed(base: str, draft: Path) -> None:
    """What is outdated today need not be so on the day that the draft speaks from."""
    command = [sys.executable, "-m", "imss_check", "check", "--facts", base, "--fix", "draft.md"]
    subprocess.run(command, capture_output=True)
    assert "mil 525" in draft.read_text("utf-8")


def test_rules_that_are_left_out(base: str, draft: Path) -> None:
    check(base, "--fix", "--ignore", "Q105", "draft.md")
    assert draft.read_text("utf-8") == WRONG.replace("525", "531")


def test_a_baseline_is_not_mended(base: str, draft: Path) -> None:
    check(base, "--write-baseline", "known.json", "draft.md")
    check(base, "--baseline", "known.json", "--fix", "draft.md")
    assert draft.read_bytes() == WRONG.encode()


@pytest.mark.parametrize(
    ("text", "new", "wanted"),
    [
        ("Hay 22 mil camas.", "22.5 millones", "Hay 22.5 millones de camas."),
        ("Hay 22 millones de camas.", "22 millones 837 mil 768", "Hay 22 millones 837 mil 768 camas."),
        ("Costó 382 millones de pesos.", "382 mil", "Costó 382 mil pesos."),
        ("Hay 22 millones de otras camas.", "22 mil", None),
        ("Hay 22 millones de camas.", "23 millones", "Hay 23 millones de camas."),
        ("Hay 22 millones.", "22 mil", "Hay 22 mil."),
    ],
)
def test_the_link_to_the_noun(text: str, new: str, wanted: str | None) -> None:
    quantity = find_quantities(text, "es", nouns={("cam",): "bed"})[0]
    surface = text[quantity.start : quantity.end]
    claim = Claim(quantity.start, quantity.end, surface, quantity, None, "beds", None, "refuted", 1.0)
    edit = linked(text, claim, Edit(quantity.start, quantity.end, new))
    assert (apply(text, [edit]) if edit else None) == wanted


def test_standard_input(base: str, draft: Path) -> None:
    status, out, _ = check(base, "--diff", "-", stdin=WRONG.encode())
    assert status == 1
    assert f"+{RIGHT}" in out
    assert check(base, "--fix", "-", stdin=WRONG.encode())[0] == 2
    assert check(base, "--diff", "-", stdin=b"\xff")[0] == 2


def test_what_does_not_go_together(base: str, draft: Path) -> None:
    assert check(base, "--diff", "--format", "json", "draft.md")[0] == 2
    assert check(base, "--fix", "--write-baseline", "b.json", "draft.md")[0] == 2
    assert check(base, "--fix=yes", "draft.md")[0] == 2
    assert draft.read_bytes() == WRONG.encode()


def test_a_report_in_a_file_beside_the_diff(base: str, draft: Path) -> None:
    status, out, _ = check(base, "--diff", "--format", "json=out.json", "draft.md")
    assert status == 1
    assert out.startswith("--- draft.md")
    assert Path("out.json").is_file()


def test_other_drafts_are_checked_all_the_same(base: str, draft: Path) -> None:
    Path("bad.md").write_bytes(b"\xff")
    status, _, err = check(base, "--fix", "draft.md", "bad.md", "gone.md")
    assert status == 2
    assert "bad.md" in err
    assert "gone.md" in err
    assert draft.read_bytes() == RIGHT.encode()


def test_edits() -> None:
    edits = [Edit(0, 2, "xyz"), Edit(4, 5, "")]
    assert apply("abcdef", edits) == "xyzcdf"
    assert moved(edits) == [(0, 3), (5, 5)]
    assert takes_link("22.8 millones")
    assert not takes_link("22 millones 837 mil 768")
    assert not takes_link("382 mil")
