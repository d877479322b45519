"""Help in English: it is written where commands are declared, and nothing is left to add."""

HELP: dict[str, str] = {}
METAVARS: dict[str, str] = {}
TEMPLATES: dict[str, str] = {}
