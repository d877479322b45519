"""Words of the reports, in Spanish."""

VERDICTS = {
    "supported": ("correcta", "correctas"), "outdated": ("desactualizada", "desactualizadas"),
    "refuted": ("refutada", "refutadas"), "disputed": ("en disputa", "en disputa"),
    "unverified": ("sin verificar", "sin verificar"), "unmatched": ("fuera de la base", "fuera de la base"),
}  # fmt: skip
"""Of one figure, and of several: "8 correctas"."""
AS_OF = {
    "option": "--as-of", "front_matter": "encabezado", "text": "fecha del texto", "git": "último commit",
    "today": "HOY, pues el borrador no dice de qué día es; --as-of lo fija",
}  # fmt: skip
HEDGES = {
    "exact": "", "about": "cerca de ", "more_than": "más de ", "at_least": "al menos ", "less_than": "menos de ",
    "at_most": "a lo más ", "nearly": "casi ", "range": "",
}  # fmt: skip
REASONS = {
    "no metric of the base is named": "no nombra ningún indicador de la base",
    "no metric is clearly meant": "no queda claro a qué indicador se refiere",
    "only the value speaks for a metric": "solo el valor apunta a un indicador",
    "nothing is in force": "la base no tiene dato vigente",
    "the base has only a bound": "la base solo tiene una cota",
    "the base differs, and it is not sure that both speak of one thing":
        "la base difiere, y no es seguro que hablen de lo mismo",
}  # fmt: skip
TEXT = {
    "figures": "{count} cifras", "figure": "1 cifra", "none": "sin cifras", "as_of": "al {day} ({source})",
    "not_checked": "no comprobadas", "base": "base", "write": "escribir", "exempt": "{count} exentas",
    "follows": "se sigue de: {working}", "drafts": "{count} borradores", "no_reason": "sin motivo", "undated": "s. f.",
}  # fmt: skip


def counted(unit: str) -> str:
    """Unit ids are English: a Spanish line leaves the unit to the name of the indicator."""
    return ""
