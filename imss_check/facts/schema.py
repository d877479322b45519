"""JSON Schemas of the YAML files, for editors: `python -m imss_check.facts.schema` writes them to facts/schema/.

They are made from the same table of fields that the reader uses, so they cannot say anything else.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from imss_check.facts.fields import METRIC, OBSERVATION, RELATIONS, SCOPE, SCOPE_VALUE, SOURCE, UNIT, Field

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
ID = "^[a-z0-9]+([_-][a-z0-9]+)*$"
PERIOD = r"^\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$"
TEXT: Schema = {"type": ["string", "null"]}
TEXTS: Schema = {"type": ["array", "null"], "items": {"type": "string"}}
PATTERNS = {"value": r"^-?\d+(\.\d+)?$", "period": PERIOD, "published": r"^\d{4}(-\d\d(-\d\d)?)?$", "until": PERIOD}
LOOSE = ("period", "published", "until", "within", "factor", "count", "per", "whole", "own")
"""Fields that stand without quotes, which an editor reads as numbers, dates or booleans; the program reads text."""


def _languages(items: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": items}


SHAPES: dict[str, Schema] = {
    "list": TEXTS,
    "names": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    "wordings": _languages(TEXTS),
    "examples": _languages(TEXTS),
    "failures": _languages({"type": "string"}),
}
PARTS = {"scope": SCOPE, "observations": OBSERVATION}


def _shape(name: str, field: Field) -> Schema:
    schema = dict(_record(PARTS[field.shape]) if field.shape in PARTS else SHAPES.get(field.shape, TEXT))
    if field.shape == "observations":
        schema = {"type": ["array", "null"], "items": schema}
    if field.choices:
        loose = [{"true": True, "false": False}[choice] for choice in field.choices if choice in ("true", "false")]
        schema = {"enum": [*field.choices, *loose, *([] if field.required else [None])]}
    elif name in LOOSE:
        schema = {"type": ["string", "number", "null"]}
    if name in PATTERNS:
        schema["pattern"] = PATTERNS[name]
    if field.required and schema.get("type") == TEXT["type"]:
        schema["type"] = "string"
    return {**schema, "description": field.about} if field.about else schema


def _record(fields: dict[str, Field]) -> Schema:
    required = [name for name, field in fields.items() if field.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _shape(name, field) for name, field in fields.items()},
        **({"required": required} if required else {}),
    }


def _keyed(record: Schema, title: str) -> Schema:
    return {"$schema": DRAFT, "title": title, "type": "object", "propertyNames": {"pattern": ID},
            "additionalProperties": record}  # fmt: skip


def _relation_schema() -> Schema:
    kinds = []
    for name, fields in RELATIONS.items():
        record = _record(fields)
        record["properties"]["type"] = {"const": name}
        kinds.append(record)
    return {"$schema": DRAFT, "title": "What must hold between metrics", "type": "array", "items": {"oneOf": kinds}}


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of file, by the name of its own file."""
    any_case = {"propertyNames": {"pattern": "^[A-Za-z0-9_]+$"}}
    scopes = {"type": "object", "additionalProperties": _record(SCOPE_VALUE)}
    return {
        "metrics.schema.json": _keyed(_record(METRIC), "Metrics of a topic and their observations"),
        "sources.schema.json": _keyed(_record(SOURCE), "Sources"),
        "units.schema.json": {**_keyed(_record(UNIT), "Units and the nouns that count them"), **any_case},
        "scopes.schema.json": _keyed(scopes, "Words that name a scope, by facet and value"),
        "relations.schema.json": _relation_schema(),
    }


def write_schemas(directory: Path) -> None:
    """Write the schemas to a folder."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (directory / name).write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "facts/schema"))
