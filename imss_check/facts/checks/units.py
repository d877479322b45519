"""Units: pint must be able to build them all, in one registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase, RawRecord
from imss_check.said import Said

if TYPE_CHECKING:
    import pint

EXACT = 20
"""A factor with more digits than this was cut off somewhere: it is no exact one."""


def build_registry(units: dict[str, RawRecord]) -> tuple[pint.UnitRegistry[Any], list[FactError]]:
    """Return a registry that knows these units and nothing else, and what pint refuses."""
    from decimal import Decimal

    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Decimal)
    errors = []
    for name, unit in units.items():
        definition = unit.fields.get("pint") or f"{name} = [{name}]"
        if definition.partition("=")[0].strip() != name:
            errors.append(
                unit.place.error(
                    "F121",
                    Said("the definition {definition!r} does not define {name!r}", definition=definition, name=name),
                )
            )
            continue
        try:
            registry.define(definition)
        except Exception as error:  # pint raises many kinds
            errors.append(
                unit.place.error(
                    "F121", Said("pint does not take {definition!r}: {why}", definition=definition, why=error)
                )
            )
    return registry, errors


def find_bad_units(base: RawBase) -> list[FactError]:
    """F121: pint cannot build a unit, or a metric's unit, or the conversion between units of one dimension."""
    registry, errors = build_registry(base.units)
    broken = {unit for unit in base.units if any(base.units[unit].place.line == e.line for e in errors)}
    for name in [unit for unit in base.units if unit not in broken]:
        try:
            registry.Quantity(1, name).to_base_units()
        except Exception as error:
            errors.append(
                base.units[name].place.error("F121", Said("pint cannot resolve {name!r}: {why}", name=name, why=error))
            )
    for metric in base.metrics.values():
        unit = metric.fields.get("unit") or ""
        if all(part in base.units and part not in broken for part in unit.split("/")):
            try:
                registry.Unit(unit)
            except Exception as error:
                errors.append(
                    metric.places["unit"].error(
                        "F121", Said("pint does not take unit {unit!r}: {why}", unit=unit, why=error)
                    )
                )
    return errors


def conversions(units: dict[str, RawRecord]) -> list[tuple[str, str, str]]:
    """Return (from, to, factor) of each exact conversion between two units of one dimension."""
    registry, _ = build_registry(units)
    found = []
    defined = [name for name, unit in units.items() if unit.fields.get("pint")]
    for one in defined:
        quantity = registry.Quantity(1, one)
        for other in defined:
            if one != other and not quantity.dimensionless and quantity.is_compatible_with(other):
                factor = quantity.to(other).magnitude
                if quantity.to(other).to(one).magnitude == 1 and len(f"{factor:f}") < EXACT:
                    found.append((one, other, f"{factor:f}"))
    return found
