"""The commands about documents of other programs, as typer shows them: annotate, text."""

from __future__ import annotations

from typing import Annotated

import typer

from imss_check.cli.language import language
from imss_check.cli.output import write

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="The day that the draft speaks from.")]
Folders = Annotated[list[str] | None, typer.Option("--facts", metavar="DIR", help="Facts instead of the shipped base.")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="es|en", help="The language of messages.")]
Codes = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Rules: Q102, or Q3 for all of a family.")]


def annotate(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A Word file (.docx).")],
    target: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The copy with the comments.")],
    as_of: AsOf = None,
    folders: Folders = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="es|en", help="The language of the comments.")] = None,
    select: Codes = None,
    ignore: Codes = None,
    config: Annotated[str | None, typer.Option(metavar="FILE", help="The configuration; none: no file.")] = None,
) -> None:
    """Write each finding as a margin comment on its words, in a copy of a Word file."""
    from imss_check.cli.annotate import annotate_file

    single = {"--as-of": as_of, "--lang": lang, "--config": config}
    several = {"--facts": folders, "--select": select, "--ignore": ignore}
    flags = [f"{name}={value}" for name, value in single.items() if value is not None]
    flags += [f"{name}={value}" for name, values in several.items() for value in values or ()]
    write("".join(f"{line}\n" for line in annotate_file(source, target, flags)))


def text(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A draft, or - for standard input.")],
    prose: Annotated[bool, typer.Option("--prose", help="Blank what is no prose.")] = False,
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The encoding of the draft.")] = "utf-8",
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call standard input; its ending tells its kind.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Print the text that is read from a draft: the one to which the offsets of a report refer."""
    from imss_check.cli.text import extracted_text

    language(lang)
    write(extracted_text(path, encoding, stdin_filename, prose))


def add_commands(app: typer.Typer) -> None:
    """Add the commands to an app."""
    app.command("annotate")(annotate)
    app.command("text")(text)
