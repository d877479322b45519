"""A tiny fact base for tests: files as text, to be changed in one place and written to a folder."""

from __future__ import annotations

from pathlib import Path

UNITS = """
bed: {es: [camas], en: [beds]}
job: {es: [puestos de trabajo], en: [jobs], akin: [worker]}
worker: {es: [trabajadores], en: [workers]}
percent: {pint: "percent = 0.01", es: [por ciento], en: [percent]}
MXN: {pint: "MXN = [peso]", es: [pesos], en: [pesos]}
day: {pint: "day = [time]", es: [días], en: [days]}
week: {pint: "week = 7 * day", es: [semanas], en: [weeks]}
"""
SCOPES = """
institution:
  own: {own: true, es: [el Instituto], en: [the institute]}
territory:
  jalisco: {es: [Jalisco], en: [Jalisco]}
  state_of_mexico: {es: [Estado de México], en: [State of Mexico]}
"""
SOURCES = """
bulletin-1: {publisher: IMSS, description: monthly bulletin, published: 2021-12, kind: official, language: es}
paper-1: {publisher: El Diario, title: Camas, published: 2022-01-20, url: "https://diario.example/1",
  kind: press, language: es}
"""
METRICS = """
jobs_total:
  name: {es: Puestos de trabajo, en: Jobs}
  aliases: {es: [empleos formales], en: [formal jobs]}
  cues: {es: [empleo]}
  unit: job
  kind: stock
  grain: instant
  cadence: monthly
  observations:
    - {period: 2021-10-31, value: "1000000", printed: "1,000,000", source: bulletin-1}
    - {period: 2021-11-30, value: "1020500", printed: "1 millón 20 mil 500", source: bulletin-1}
jobs_change:
  name: {es: Variación mensual, en: Monthly change}
  indicator: jobs_total
  unit: job
  kind: change
  grain: month
  cadence: monthly
  observations: []
jobs_change_rate:
  name: {es: Tasa mensual, en: Monthly rate}
  indicator: jobs_total
  unit: percent
  kind: change
  grain: month
  cadence: monthly
beds_total:
  name: {es: Camas, en: Beds}
  unit: bed
  kind: stock
  cadence: irregular
  observations:
    - {period: 2022-01, value: "56753", printed: "56 mil 753", source: paper-1, where: paragraph 2}
beds_censable:
  name: {es: Camas censables, en: Censable beds}
  unit: bed
  kind: stock
  cadence: irregular
  part_of: beds_total
  observations:
    - {period: 2022-01, value: "35802", printed: "35,802", source: paper-1}
beds_other:
  name: {es: Camas no censables, en: Other beds}
  unit: bed
  kind: stock
  cadence: irregular
  valid_for: 3 months
  part_of: beds_total
"""
RELATIONS = """
- {type: change, result: jobs_change, of: jobs_total, over: month}
- {type: change_rate, result: jobs_change_rate, of: jobs_total, over: month}
- {type: sum, total: beds_total, parts: [beds_censable, beds_other]}
"""
FILES = {
    "things.yaml": METRICS, "units.yaml": UNITS, "scopes.yaml": SCOPES, "sources.yaml": SOURCES,
    "relations.yaml": RELATIONS,
}  # fmt: skip


def write_base(folder: Path, *changes: tuple[str, str, str], **added: str) -> Path:
    """Write the tiny base to a folder: `changes` are (file, old, new), `added` texts stand at the end of a file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = dict(FILES)
    for name, old, new in changes:
        assert old in files[f"{name}.yaml"], (name, old)
        files[f"{name}.yaml"] = files[f"{name}.yaml"].replace(old, new, 1)
    for name, text in added.items():
        files[f"{name}.yaml"] = files.get(f"{name}.yaml", "") + text
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
