"""The commands that take the base out, put figures in and compare it, as typer shows them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from imss_check.cli.language import language
from imss_check.cli.options import not_one_of, unknown
from imss_check.cli.output import write
from imss_check.cli.status import CommandError, Status
from imss_check.said import Said, because

if TYPE_CHECKING:
    from imss_check.facts.compare import Difference
    from imss_check.facts.store import FactBase

Folders = Annotated[
    list[str] | None,
    typer.Option("--facts", metavar="DIR", help="A folder of facts instead of the shipped base; may be repeated."),
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="es|en", help="The language of names and messages.")]
Metric = Annotated[str, typer.Argument(metavar="METRIC", help="The id of a metric, as `facts list` prints it.")]
SIDE = "A folder of facts, or a git revision; REV:DIR is a folder at a revision, `facts` if none is named."
ASKED = ("period", "printed", "value", "source")
ASKED_OF_SOURCE = ("publisher", "published", "url", "kind", "language", "title", "description")
OPTIONAL = frozenset(("url", "title", "description", "where"))


def export(
    form: Annotated[str, typer.Option("--format", metavar="csv|json", help="What to write.")] = "csv",
    derived: Annotated[bool, typer.Option("--derived", help="With the figures that follow from others.")] = False,
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Write every figure of the base with its source, as a table or as JSON."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.export import FORMATS
    from imss_check.facts.export import export as exported

    language(lang)
    if form not in FORMATS:
        raise CommandError(not_one_of("--format", form, *FORMATS))
    write(exported(open_facts(folders or ()), form, derived))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=SIDE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=SIDE)],
    lang: Lang = None,
) -> None:
    """Compare two bases: which figures were added, are gone, or changed. Status 1 where any did."""
    from imss_check.facts.compare import compare

    lang = language(lang)
    words = words_of(lang)
    with side(old) as before, side(new) as after:
        found = compare(before, after)
        lines = [line for one in found for line in difference_lines(one, before, after, lang)]
    write("".join(f"{line}\n" for line in lines or [words.TEXT["same"]]))
    if lines:
        raise typer.Exit(Status.FOUND)


def difference_lines(found: Difference, old: FactBase, new: FactBase, lang: str) -> Iterator[str]:
    """Yield one difference: what it is about, then the figure that is gone and the one that is there."""
    from imss_check.facts.commands import figure, origin, period_of

    seen = found.either
    yield f"{seen.metric} {period_of(seen)}: {words_of(lang).TEXT[found.kind]}"
    for sign, one, base in (("-", found.old, old), ("+", found.new, new)):
        if one is not None:
            unit = base.metric(one.metric).unit
            told = f" ({one.printed})" if one.printed else ""
            yield f"  {sign} {figure(one, unit, lang)}{told}  {origin(one, base, lang)}"


@contextmanager
def side(name: str) -> Iterator[FactBase]:
    """Open one side of a comparison: a folder, or one at a git revision."""
    from imss_check.facts.cache import compile_in_memory
    from imss_check.facts.compile import InvalidBaseError
    from imss_check.facts.store import FactBase

    with TemporaryDirectory() as scratch:
        folder = Path(name)
        if not folder.is_dir():
            folder = Path(scratch) / "facts"
            extract(name, folder)
        try:
            yield FactBase(compile_in_memory((folder.resolve(),)), ())
        except InvalidBaseError as error:
            raise CommandError(Said("{name} is no sound base:", name=name), *map(str, error.errors)) from None


def extract(name: str, target: Path) -> None:
    """Write the base of a git revision to a folder."""
    from imss_check.git.run import GitError
    from imss_check.git.tree import write_folder

    revision, _, folder = name.partition(":")
    try:
        count = write_folder(revision, folder or "facts", target)
    except GitError as error:
        raise CommandError(Said("{name}: neither a folder nor a git revision: {why}", name=name, why=error)) from None
    if not count:
        raise CommandError(
            Said("{name}: there is no .yaml file in {folder} at that revision", name=name, folder=folder or "facts")
        )


def page(
    target: Annotated[str, typer.Argument(metavar="DIR", help="The folder to write to; it is made if need be.")],
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Write the base as pages to browse: metrics by topic, with charts and sources. They need no network."""
    from imss_check.cli.base import fact_folders, open_facts
    from imss_check.facts.cache import default_directories
    from imss_check.facts.nouns import display_names
    from imss_check.reports.base_page import pages

    lang = language(lang)
    folder, count = Path(target), 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        nouns = display_names(map(Path, fact_folders(folders or ()) or default_directories()), lang)
        for name, text in pages(open_facts(folders or ()), lang, nouns):
            (folder / name).write_text(text, "utf-8", newline="")
            count += 1
    except OSError as error:
        raise CommandError(Said("{target}: cannot be written: {why}", target=target, why=because(error))) from None
    write(f"{folder / 'index.html'}\n")


def timeline(
    name: Metric,
    form: Annotated[str, typer.Option("--format", metavar="text|svg", help="Lines with bars, or a chart.")] = "text",
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Show the figures of a metric over time."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.commands import timeline as shown
    from imss_check.reports.base_page import standalone_chart

    lang = language(lang)
    if form not in ("text", "svg"):
        raise CommandError(not_one_of("--format", form, "text", "svg"))
    base = open_facts(folders or ())
    if name not in base.ids():
        raise CommandError(unknown(name, base.ids(), "no such metric: {name}"))
    if form == "text":
        write("".join(f"{line}\n" for line in shown(base, name, lang)))
        return
    drawn = standalone_chart(base, name, lang)
    if not drawn:
        raise CommandError(Said("{name} has too few figures for a chart", name=name))
    write(drawn)


def add(
    metric: Annotated[str | None, typer.Argument(metavar="[METRIC]", help="The metric that the figure is of.")] = None,
    period: Annotated[str | None, typer.Option(metavar="PERIOD", help="2026-03-31, 2026-03, 2026 or A/B.")] = None,
    printed: Annotated[str | None, typer.Option(metavar="NUMBER", help="The number as the source prints it.")] = None,
    value: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="In base units (default: what `printed` reads as).")
    ] = None,
    approx: Annotated[
        str | None, typer.Option(metavar="HEDGE", help="The hedge of the source: about, more_than, at_least …")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="ID", help="An id of sources.yaml, or a new one.")] = None,
    where: Annotated[str | None, typer.Option(metavar="TEXT", help="Paragraph or table.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Anything else.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Of a new source.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="Of a new source: 2026-04-08, 2026-04 or 2026.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Of a new source.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Of a new source: official, press, translation.")
    ] = None,
    source_language: Annotated[str | None, typer.Option(metavar="es|en", help="Of a new source: es, en.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Of a new source: its real headline.")] = None,
    description: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Of a new source: what it is, in your own words.")
    ] = None,
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Add a figure to the base; on a terminal, what is not given is asked for. The last --facts folder is written to.

    The YAML keeps its comments and order. Nothing is written unless the base is as sound with the figure as without.
    """
    from imss_check.facts.add import AddError, add_figure, write_changes

    words = words_of(language(lang))
    given = {
        "metric": metric, "period": period, "printed": printed, "value": value, "approx": approx, "source": source,
        "where": where, "note": note, "publisher": publisher, "published": published, "url": url, "kind": kind,
        "language": source_language, "title": title, "description": description,
    }  # fmt: skip
    told = {key: text for key, text in given.items() if text is not None}
    paths = writable(folders)
    try:
        if sys.stdin.isatty():
            ask(told, paths, words)
        missing = [key for key in ("metric", "period", "source") if not told.get(key)]
        if missing or not (told.get("value") or told.get("printed")):
            raise AddError(Said("missing: {known}", known=", ".join(missing or ["value"])))
        changes = add_figure(paths, told.pop("metric"), told)
        write_changes(changes)
    except AddError as error:
        raise CommandError(*error.lines) from None
    for change in changes:
        write(f"{os.path.relpath(change.path)}\n")


def writable(folders: list[str] | None) -> tuple[Path, ...]:
    """Return the folders of the base; CommandError where the last one is part of an installation."""
    from imss_check.cli.base import fact_folders
    from imss_check.facts.cache import PACKAGED, default_directories

    paths = tuple(Path(path) for path in fact_folders(folders or ()) or default_directories())
    if paths[-1].resolve() == PACKAGED:
        raise CommandError(Said("the shipped base is part of the program: name your own, --facts shipped --facts DIR"))
    return paths


def ask(told: dict[str, str], paths: tuple[Path, ...], words: ModuleType) -> None:
    """Ask for what was not given."""
    from imss_check.facts.add import AddError, read_value
    from imss_check.facts.records import read_records

    base, _ = read_records(paths)

    def question(key: str, default: str = "") -> None:
        if key not in told:
            optional = key in OPTIONAL
            answer = typer.prompt(words.QUESTIONS[key], default=default if default or optional else None, err=True)
            told[key] = str(answer).strip()

    question("metric")
    if told["metric"] not in base.metrics:
        raise AddError(unknown(told["metric"], list(base.metrics), "no such metric: {name}"))
    for key in ASKED:
        reading = ""
        if key == "value" and told.get("printed"):
            try:
                reading = read_value(told["printed"])
            except AddError:
                reading = ""
        question(key, reading)
    if told["source"] not in base.sources:
        for key in ASKED_OF_SOURCE:
            question(key)
    question("where")


def words_of(lang: str) -> ModuleType:
    """Return the words of these commands."""
    from imss_check.facts.commands import words

    return words(lang)


def add_fact_commands(facts: typer.Typer) -> None:
    """Add the commands to `facts`."""
    for name, command in (("timeline", timeline), ("add", add), ("export", export), ("diff", diff), ("page", page)):
        facts.command(name)(command)
