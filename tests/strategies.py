"""Drafts, numbers, bases and configurations as strangers may write them, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩०१२३०１２３４５²³¹½¼Ⅳ𝟎𝟏𝟐"
CONTROLS = "\0\x07\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe"
MARKS = "\u0301\u0303\u0327\u20dd\ufe0f"
LONE = "\ud800\udbff\udc00\udc80\udcff\udfff"
LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\u2028")
SIGNS = "%$€£#&*_`~<>[](){}|\\/-–—−+=.,:;!?¿¡'\"’“”«»@^°"
PHRASES = (
    "El IMSS cuenta con ", "unidades de medicina familiar", "mil 531", "1,531", "22.8 millones",
    "20 millones 620 mil 148", "más de ", "casi ", "entre ", " y ", "The IMSS has ",
    "family medicine units", "thousand 844", "one million",
    "half of ", "un tercio de ", "4 de cada 10", "en enero de 2021", "el 31 de diciembre de 2020", "un año antes",
    "last month",
    "por ciento", "2,948.7 mdp", "$363.5", "trabajadores", "puestos de trabajo", "camas censables", "(", ")", "% ",
)  # fmt: skip
MARKUP = (
    "# ", "- ", "> ", "| a | 5 |\n|---|---|\n", "```\n", "`", "<!--", "-->", "<b>", "</b>", "<script>", "[a](b)",
    "[^1]: ", "---\n", "date: 2021-01-19\n", "imss-check: ignore Q102", "&nbsp;",
    "&#x2c;", "http://a.b/5", "\t", "    ",
    "**", "\\", "<table><tr><td>", "<td>5", "]]>", "<?xml?>", "<!DOCTYPE",
)  # fmt: skip


def drafts(most: int = 40) -> SearchStrategy[str]:
    """Return texts of words, figures, markup and every oddity of Unicode, lone surrogates included."""
    piece = st.one_of(
        st.sampled_from(PHRASES),
        st.sampled_from(MARKUP),
        st.sampled_from(LINE_ENDS),
        st.text(DIGITS + ",. ", min_size=1, max_size=8),
        st.text(CONTROLS + MARKS + LONE + SIGNS, min_size=1, max_size=4),
        st.text(max_size=6),
        st.integers(0, 10**12).map("{:,}".format),
    )
    return st.lists(piece, max_size=most).map("".join)


def sentences(most: int = 12) -> SearchStrategy[str]:
    """Return texts that look like prose with figures, without markup."""
    mark = st.sampled_from((". ", ", ", "; ", "\n\n"))
    piece = st.one_of(st.sampled_from(PHRASES), mark, st.integers(2, 10**8).map(str))
    return st.lists(piece, min_size=1, max_size=most).map(" ".join)


SCALARS = (
    "null", "~", "no", "2021-01-19", '"1525"', "22.10", "0x1F", "1_000", "12:30", "{}", "[]", "!!python/name:os", "",
    "&a x", "*a", "|\n  a", ">-\n a",
)  # fmt: skip
KEYS = (
    "name", "aliases", "cues", "unit", "kind", "grain", "scope", "cadence", "part_of", "examples", "observations",
    "period", "value", "printed", "source", "where", "approx", "es", "en", "indicator", "valid_for", "<<", "? a",
)  # fmt: skip


def yaml_texts() -> SearchStrategy[str]:
    """Return texts that are nearly the YAML of a base."""
    scalar = st.one_of(st.sampled_from(SCALARS), st.text(max_size=8))
    line = st.builds(
        lambda depth, dash, key, value: f"{'  ' * depth}{dash}{key}: {value}\n",
        st.integers(0, 5), st.sampled_from(("", "- ", "- - ")), st.sampled_from(KEYS), scalar,
    )  # fmt: skip
    return st.lists(st.one_of(line, st.text(max_size=10), st.sampled_from(LINE_ENDS)), max_size=25).map("".join)


def config_texts() -> SearchStrategy[str]:
    """Return texts that are nearly a configuration."""
    key = st.sampled_from(
        ("lang", "fail-on", "facts", "select", "ignore", "exclude", "per-file-ignores", "as-of", "color", "encoding",
         "a.b", "baseline", "min-coverage", '"x y"', "tool.imss-check")
    )  # fmt: skip
    value = st.sampled_from(
        ('"es"', '"never"', "5", "-1", "1.5", "nan", "inf", "true", "2021-01-19", "[]", '["Q1"]', "[[1]]",
         '{"a" = ["Q102"]}', '"\\u0000"', "'''a\nb'''", "[1,", '"../../x"', "0x5", "1e400", "07:32:00")
    )  # fmt: skip
    table = st.sampled_from(("[{}]\n", "[[{}]]\n"))
    line = st.one_of(
        st.builds("{} = {}\n".format, key, value), st.builds(str.format, table, key), st.text(max_size=8)
    )
    return st.lists(line, max_size=12).map("".join)
