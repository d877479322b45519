"""Write the pages that the browser opens: the sample in both languages, the hostile draft, the demo, the base, an
archive."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))

from format_samples import SampleBase, archive_manifest, archive_tally, hostile_report, sample_report  # noqa: E402

from imss_check.archive.page import render as archive_page  # noqa: E402
from imss_check.check import check_drafts  # noqa: E402
from imss_check.facts.base import open_base  # noqa: E402
from imss_check.facts.cache import default_directories  # noqa: E402
from imss_check.facts.nouns import display_names  # noqa: E402
from imss_check.reports.base_page import pages as base_pages  # noqa: E402
from imss_check.reports.formats import Screen, load_format  # noqa: E402
from imss_check.text.read import read_draft  # noqa: E402

BASE_PAGES = ("index.html", "population.html")


def main(folder: Path) -> None:
    render, base = load_format("html").render, open_base()
    demo = read_draft(str(TESTS.parent / "claims" / "demo.md"))
    sample = SampleBase()
    pages = {
        "sample-es": render(sample_report(), Screen(language="es", facts=sample)),  # type: ignore[arg-type]
        "sample-en": render(sample_report(), Screen(language="en", facts=sample)),  # type: ignore[arg-type]
        "hostile": render(hostile_report(), Screen(language="en", facts=sample)),  # type: ignore[arg-type]
        "demo": render(
            check_drafts([demo], date(2022, 3, 1), base, message_language="es"), Screen(language="es", facts=base)
        ),
    }
    shipped = list(default_directories())
    for language in ("es", "en"):
        listed = dict(base_pages(base, language, display_names(shipped, language)))
        pages[f"archive-{language}"] = archive_page(archive_manifest(), archive_tally(), language)
        pages |= {f"base-{language}-{name.removesuffix('.html')}": listed[name] for name in BASE_PAGES}
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8", newline="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
