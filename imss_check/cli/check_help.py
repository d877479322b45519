"""Give typer the options of `check` from the table that the small parser reads, so that its help is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer

from imss_check.cli.options import CHECK, Option
from imss_check.reports.formats import format_names

KEYWORD = Parameter.KEYWORD_ONLY


def check_signature(function: Callable[..., None]) -> Callable[..., None]:
    """Return the function with a parameter for the paths and one for each option."""
    paths: Any = typer.Argument(
        metavar="PATH...", help="Drafts (.md, .markdown, .txt, .docx, .odt, .html, .pdf), folders, or - for stdin."
    )
    return with_options(function, CHECK, Parameter("paths", KEYWORD, annotation=Annotated[list[str], paths]))


def with_options(function: Callable[..., None], options: Iterable[Option], *first: Parameter) -> Callable[..., None]:
    """Return the function with some parameters, and one for each option."""
    parameters = list(first)
    for option in options:
        kind = bool if option.flag else list[str] if option.many else str
        more = f" (default: {option.default})" if option.default else ""
        if option.name == "--format":
            names = ", ".join(format_names())
            more = f" There are {names}; the default is terminal on a terminal, lines elsewhere."
        metavar = option.metavar or None
        declared = typer.Option(option.name, metavar=metavar, help=option.help + more, show_default=False)
        annotation: Any = Annotated[kind | None, declared]
        parameters.append(Parameter(option.key, KEYWORD, default=None, annotation=annotation))
    function.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function
