"""A base of 10,000 metrics and 1,000,000 observations: what a draft costs against it, and against today's."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from measure import Table, processor_time

from imss_check.api import check_text
from imss_check.facts.base import open_base, open_image
from imss_check.facts.stems import content_stems

DAY = date(2025, 12, 1)
METRICS, EACH = 10_000, 100
NOUNS = (
    ("puestos de trabajo", "jobs"), ("camas", "beds"), ("consultas", "consultations"), ("hospitales", "hospitals"),
    ("médicos", "physicians"), ("enfermeras", "nurses"), ("guarderías", "daycare centres"), ("pensiones", "pensions"),
    ("incapacidades", "sick leaves"), ("cirugías", "surgeries"), ("patrones", "employers"), ("partos", "births"),
)  # fmt: skip
KINDS = (
    ("rurales", "rural"), ("urbanas", "urban"), ("nuevas", "new"), ("privadas", "private"), ("estatales", "state"),
    ("certificadas", "certified"), ("temporales", "temporary"), ("nocturnas", "night"), ("externas", "external"),
)  # fmt: skip
PLACES = (
    "Aguascalientes",
    "Sonora",
    "Puebla",
    "Oaxaca",
    "Jalisco",
    "Durango",
    "Colima",
    "Tabasco",
    "Yucatán",
    "Sinaloa",
)


def names() -> Iterator[tuple[str, str]]:
    """Yield names in Spanish and in English, as the press would write them."""
    for number in range(METRICS):
        noun, kind = NOUNS[number % len(NOUNS)], KINDS[number // len(NOUNS) % len(KINDS)]
        place = PLACES[number // (len(NOUNS) * len(KINDS)) % len(PLACES)]
        branch = f"{number // (len(NOUNS) * len(KINDS) * len(PLACES)):x}"
        yield f"{noun[0]} {kind[0]} de {place} rama {branch}", f"{kind[1]} {noun[1]} in {place} branch {branch}"


def wordings() -> Iterator[tuple[str, str, str, str, float]]:
    """Yield the rows of the names, each under its rarest stem."""
    listed = [(f"made_{n}", content_stems(text)) for n, pair in enumerate(names()) for text in pair]
    frequency = Counter(stem for _, stems in listed for stem in set(stems))
    for key, stems in listed:
        yield min(stems, key=lambda stem: (frequency[stem], stem)), " ".join(stems), "name", key, 0.6


def grow(path: Path) -> None:
    """Add the metrics to a compiled base; the numbers are the same every time."""
    chance = random.Random(5)
    connection = sqlite3.connect(path)
    insert = "INSERT INTO {} VALUES ({})".format
    columns = len(connection.execute("SELECT * FROM metrics LIMIT 1").fetchone())
    assert columns == 18, "the table of metrics has changed"
    connection.executemany(
        "INSERT INTO wordings (anchor, stems, kind, metrics, weight) VALUES (?, ?, ?, ?, ?)", wordings()
    )
    start = date(2015, 1, 1)
    for number, (spanish, english) in enumerate(names()):
        key = f"made_{number}"
        told = f"es\t{spanish}\nen\t{english}"
        metric = (
            key, "made", told, "job", "stock", "level", "instant", "ordinary", "national", None, "own", "result", None,
            "monthly", 62, None, None, 100_000 + number,
        )  # fmt: skip
        connection.execute(insert("metrics", ",".join("?" * columns)), metric)
        value, rows = chance.randint(100, 10_000_000), []
        for month in range(EACH):
            day = (start + timedelta(days=31 * month)).toordinal()
            value += chance.randint(-value // 50, value // 50)
            rows.append((key, day, day + 1, str(value), str(value), str(value), "exact", None, "made", None, day, "day",
                         None, None, str(value)))  # fmt: skip
        connection.executemany(insert("observations", ",".join("?" * len(rows[0]))), rows)
    connection.execute(
        "INSERT OR IGNORE INTO sources (id, publisher, kind, language) VALUES ('made', 'Made', 'press', 'es')"
    )
    connection.commit()
    connection.close()


def measure(drafts: list[Path], rounds: int) -> Table:
    """Check all drafts against both, each time with the base opened anew, as a process would."""
    texts = [draft.read_text("utf-8") for draft in drafts]
    with tempfile.TemporaryDirectory() as name:
        today, grown = Path(name) / "today.sqlite", Path(name) / "grown.sqlite"
        for path in (today, grown):
            path.write_bytes(open_base().image())
        grow(grown)
        taken = {
            label: processor_time(
                lambda path=path: [check_text(text, as_of=DAY, facts=open_image(path)) for text in texts], rounds
            )
            for label, path in (("today's base", today), ("10,000 metrics more, 1,000,000 observations more", grown))
        }
        sizes = (today.stat().st_size, grown.stat().st_size)
    least = min(taken.values())
    rows = [
        (label, f"{1000 * spent / len(texts):.1f}", f"{spent / least:.2f}", f"{size / 1e6:.0f} MB")
        for (label, spent), size in zip(taken.items(), sizes, strict=True)
    ]
    told = f"{len(texts)} drafts, the base opened anew for each. Processor time."
    bars = [(label, 1000 * spent / len(texts)) for label, spent in taken.items()]
    return Table("A large base", told, ("base", "ms a draft", "ratio", "file"), rows, bars, "ms")
