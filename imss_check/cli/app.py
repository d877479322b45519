"""The commands as typer shows them. Their work is in modules that are imported when a command runs."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated, Any

import typer

from imss_check import said
from imss_check.cli.check_help import check_signature, with_options
from imss_check.cli.documents_app import add_commands as add_document_commands
from imss_check.cli.facts_app import add_fact_commands
from imss_check.cli.language import behind, language
from imss_check.cli.options import CHECK, not_one_of
from imss_check.cli.output import complain, write
from imss_check.cli.publish_app import add_commands
from imss_check.cli.spoken_help import complaint, retold, speak
from imss_check.cli.status import CommandError, Status
from imss_check.said import Said, tell

app = typer.Typer(
    name="imss-check",
    help="Check the figures of an article about IMSS, in Spanish or English, against a sourced fact base.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
facts = typer.Typer(help="The fact base, for people.", no_args_is_help=True)
app.add_typer(facts, name="facts")
add_commands(app)
add_document_commands(app)
add_fact_commands(facts)

Folders = Annotated[
    list[str] | None,
    typer.Option("--facts", metavar="DIR", help="A folder of facts instead of the shipped base; may be repeated."),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day to speak from (default: today).")
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="es|en", help="The language of names and messages.")]
Metric = Annotated[str, typer.Argument(metavar="METRIC", help="The id of a metric, as `facts list` prints it.")]

DATASET = (
    "Parquet or JSON lines: a file, a folder or a glob, here or behind a URL; or the word report, and the folder of a "
    "run, whose page is printed."
)
SCHEDULER = "The Dask scheduler to work for; without one, processes on this machine."
UsageError: type[Exception] = typer.BadParameter.mro()[2]
"""What all complaints of typer are; not every version exports it."""
FAIL_ON = "The least severity that gives status 1."


def run_app(arguments: list[str]) -> int:
    """Run a command and return its exit status; a usage error is 2."""
    command, language = typer.main.get_command(app), said.spoken()
    speak(command, language)
    try:
        status = command.main(args=arguments, prog_name="imss-check", standalone_mode=False)
    except CommandError as error:
        return complain(error.lines)
    except typer.Abort:
        print(retold("Aborted!", language), file=sys.stderr)
        return Status.TROUBLE
    except UsageError as error:
        print(complaint(error, language), end="", file=sys.stderr)
        return Status.TROUBLE
    return status if isinstance(status, int) else Status.CLEAN


def version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        from imss_check import __version__

        print(f"imss-check {__version__}")
        raise typer.Exit


@app.callback()
def top(
    show_version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Options before a command."""
    language(lang)


def check(**given: Any) -> None:
    """Check drafts, folders of drafts, or - for standard input.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the job could not be done.
    """
    from imss_check.cli.check import check as run

    raise typer.Exit(run(behind("check", sys.argv)))


app.command("check")(check_signature(check))


@app.command()
def claim(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence, or several.")],
    as_of: AsOf = None,
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Check one sentence, and show how each figure in it was read, linked and judged."""
    from imss_check.cli.base import open_facts
    from imss_check.cli.claim import claim_lines

    lines, wrong = claim_lines(text, day(as_of), open_facts(folders or ()), language(lang))
    write_lines(lines)
    if wrong:
        raise typer.Exit(Status.FOUND)


def config(**given: Any) -> None:
    """Print what is in force, and from where: a flag, a line of the configuration, or the default."""
    from imss_check.cli.config import config_lines

    write_lines(config_lines(behind("config", sys.argv)))


app.command("config")(with_options(config, CHECK))


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A rule code, like Q102; without one, all are listed.")
    ] = None,
    lang: Lang = None,
) -> None:
    """Say what a rule means, with an example, and how to exempt a figure."""
    from imss_check.cli.explain import explain_lines

    write_lines(explain_lines(code, language(lang)))


@app.command("eval")
def eval_(
    claims: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIMS...", help="Folders of labelled drafts and sentences, or files of labelled sentences."
        ),
    ],
    folders: Folders = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help="How to show the scores.")] = "text",
    failures: Annotated[bool, typer.Option("--failures/--no-failures", help="List every miss.")] = True,
    lang: Lang = None,
) -> None:
    """Score the program on labelled claims, by verdict and language."""
    from imss_check.cli.base import open_facts
    from imss_check.cli.eval import eval_claims

    write(eval_claims(claims, open_facts(folders or ()), format_, failures, language(lang)))


@app.command()
def archive(
    dataset: Annotated[str, typer.Argument(metavar="DATASET|report", help=DATASET)],
    folder: Annotated[str | None, typer.Argument(metavar="[DIR]", help="With report: the folder of a run.")] = None,
    out: Annotated[str | None, typer.Option("--out", metavar="DIR", help="The folder for the results.")] = None,
    scheduler: Annotated[str | None, typer.Option("--scheduler", metavar="tcp://HOST:PORT", help=SCHEDULER)] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", min=1, help="How many processes (default: one a core).")
    ] = None,
    as_of: AsOf = None,
    block: Annotated[
        int | None, typer.Option("--block-size", metavar="BYTES", min=1, help="The data of one part.")
    ] = None,
    folders: Folders = None,
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="error|warning|never", help=FAIL_ON)] = "error",
    lang: Lang = None,
) -> None:
    """Check a whole archive: columns id, text, date, and maybe language and path. A run that was stopped goes on.

    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the job could not be done, or rows could not be checked.
    """
    from imss_check.cli import archive as command

    spoken = language(lang)
    if dataset == "report" and folder is not None:
        raise typer.Exit(command.archive_report(folder, spoken))
    if folder is not None or out is None:
        raise CommandError(Said("archive takes one DATASET and --out DIR, or `report DIR`"))
    if fail_on not in ("error", "warning", "never"):
        raise CommandError(not_one_of("--fail-on", fail_on, "error", "warning", "never"))
    raise typer.Exit(command.archive(
        dataset, out, scheduler=scheduler, jobs=jobs, as_of=None if as_of is None else day(as_of), block=block,
        facts=folders or [], fail_on=fail_on, language=spoken,
    ))  # fmt: skip


@facts.command("list")
def facts_list(
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only the metrics of this topic.")] = None,
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """List the metrics."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.commands import list_metrics

    write_lines(list_metrics(open_facts(folders or ()), topic, language(lang)))


@facts.command("show")
def facts_show(name: Metric, folders: Folders = None, lang: Lang = None) -> None:
    """Show everything that the base has of a metric."""
    from imss_check.facts.commands import show_metric

    write_lines(of_metric(show_metric, name, folders, language(lang)))


@facts.command("search")
def facts_search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words that name what is counted.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")] = 10,
    folders: Folders = None,
    lang: Lang = None,
) -> None:
    """Find metrics by their names and aliases."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.commands import search

    found = search(open_facts(folders or ()), text, language(lang), limit)
    write_lines(found)
    if not found:
        raise CommandError(Said("no metric is named like {text!r}", text=text))


@facts.command("conflicts")
def facts_conflicts(folders: Folders = None, lang: Lang = None) -> None:
    """List the figures that sources disagree on."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.commands import conflicts

    write_lines(conflicts(open_facts(folders or ()), language(lang)))


@facts.command("stale")
def facts_stale(as_of: AsOf = None, folders: Folders = None, lang: Lang = None) -> None:
    """List the metrics whose newest figure is out of force."""
    from imss_check.cli.base import open_facts
    from imss_check.facts.commands import stale

    write_lines(stale(open_facts(folders or ()), day(as_of), language(lang)))


@facts.command("validate")
def facts_validate(folders: Folders = None, lang: Lang = None) -> None:
    """Check the YAML files: every defect in one run, and every relation that does not hold."""
    from imss_check.cli.base import fact_folders
    from imss_check.facts.commands import validate

    language(lang)
    lines, defects = validate(fact_folders(folders or ()))
    write_lines(lines)
    if defects:
        raise typer.Exit(Status.FOUND)


def write_lines(lines: list[str]) -> None:
    """Write results, a line each."""
    write("".join(f"{tell(line)}\n" for line in lines))


def of_metric(show: Any, name: str, folders: list[str] | None, *more: str) -> list[str]:
    """Return what a function shows of a metric; CommandError with the nearest id if the base has none of this name."""
    from imss_check.cli.base import open_facts
    from imss_check.cli.options import unknown

    base = open_facts(folders or ())
    if name not in base.ids():
        raise CommandError(unknown(name, base.ids(), "no such metric: {name}"))
    lines: list[str] = show(base, name, *more)
    return lines


def day(text: str | None) -> date:
    """Read a day; none is today."""
    from imss_check.cli.options import day as read

    if text is None:
        return date.today()
    try:
        return read(text)
    except ValueError as error:
        raise CommandError(Said("{name} {text!r}: expected {why}", name="--as-of", text=text, why=error)) from None
