"""The words of a language that reports are made of."""

from __future__ import annotations

from types import ModuleType

from imss_check.languages import language_data
from imss_check.reports.model import Finding


def words(language: str, area: str = "reports") -> ModuleType:
    """Return the data of a language for one area: `reports`, `rules`, `html` …"""
    return language_data(language, area)


def rule_help(language: str) -> dict[str, tuple[str, str]]:
    """Return what each rule finds and what to do about it, by code."""
    help_: dict[str, tuple[str, str]] = words(language, "rules").RULES
    return help_


def rule_title(finding: Finding, data: ModuleType) -> str:
    """Return the code and the name of a finding's rule, given the words of reports in a language."""
    return f"{finding.code} {data.NAMES.get(finding.code, finding.name)}"
