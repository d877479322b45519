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
    "no_metric": "no nombra ningún indicador de la base",
    "unclear": "no queda claro a qué indicador se refiere",
    "only_value": "solo el valor apunta a un indicador",
    "not_in_force": "la base no tiene dato vigente",
    "less_precise": "la base es menos precisa",
    "direction": "el sentido difiere del de la base y el vínculo no es bastante seguro",
    "not_sure": "la base difiere, y no es seguro que hablen de lo mismo",
    "earlier_time": "se cuenta de un tiempo anterior",
    "elsewhere": "la base no tiene cifras de ese lugar",
    "period": "no queda claro de qué periodo es",
}
"""Why a figure was not checked."""
NAMES = {
    "Q101": "refutada", "Q102": "desactualizada", "Q103": "en disputa", "Q104": "escala", "Q105": "dígitos",
    "Q106": "otro indicador", "Q107": "sentido o puntos", "Q201": "moneda", "Q202": "plazo", "Q203": "dimensión",
    "Q301": "suma", "Q302": "crecimiento", "Q303": "cifras y letras", "Q304": "cuenta y lista", "Q305": "dos valores",
    "Q306": "edad", "Q307": "día de la semana", "X101": "exención sin motivo", "X102": "exención sin uso",
}  # fmt: skip
"""What each rule is called."""
TEXT = {
    "figures": "{count} cifras", "figure": "1 cifra", "none": "sin cifras", "as_of": "al {day} ({source})",
    "not_checked": "no comprobadas", "base": "base", "write": "escribir", "exempt": "{count} exentas",
    "exempt_one": "1 exenta",
    "follows": "se sigue de: {working}", "drafts": "{count} borradores", "no_reason": "sin motivo", "undated": "s. f.",
    "ends": "nota: en la base, las cifras de {metric} terminan en {period}",
}  # fmt: skip


def counted(unit: str) -> str:
    """Unit ids are English: a Spanish line leaves the unit to the name of the indicator."""
    return ""
