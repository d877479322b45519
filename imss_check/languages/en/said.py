"""Sentences of the program in English: they are written where they are said, and nothing is left to add."""

SAID: dict[str, str] = {}
SYSTEM: dict[str, str] = {}
