"""Words of the fact commands and of the pages of the base, in Spanish."""

HEDGES = {
    "exact": "", "about": "cerca de ", "more_than": "más de ", "at_least": "al menos ", "less_than": "menos de ",
    "at_most": "a lo más ", "nearly": "casi ", "range": "del orden de ",
}  # fmt: skip
TEXT = {
    "follows": "se sigue de: {working}",
    "undated": "sin fecha",
    "in_force": "vigente hasta {day}",
    "scope": "alcance",
    "indicator": "indicador",
    "part_of": "parte de",
    "related": "relacionados",
    "same": "las mismas observaciones",
    "added": "nueva",
    "gone": "ya no está",
    "changed": "cambió",
    "written": "{path}: {metric} {period} es {value} ({source})",
    "new_source": "{path}: fuente {source}",
    "title": "Base de datos",
    "intro": "{metrics} indicadores, {observations} observaciones y {sources} fuentes; base {digest}.",
    "topics": "Temas",
    "topic": "Tema",
    "metrics": "Indicadores",
    "metric": "Indicador",
    "latest": "Último dato",
    "count": "Cifras",
    "back": "Todos los temas",
    "period": "Periodo",
    "value": "Valor",
    "source": "Fuente",
    "unit": "Unidad",
    "kind": "Clase",
    "grain": "Abarca",
    "cadence": "Se publica",
    "names": "En inglés",
    "table": "Cifras y fuentes",
    "none": "Sin cifras.",
    "chart": "{metric} en el tiempo",
    "chart_text": "{count} observaciones de {first} a {last}, mínimo {low}, máximo {high}.",
    "skip": "Ir a los indicadores",
    "made": "Hecho por imss-check {version}, sin red.",
}
QUESTIONS = {
    "metric": "Indicador (un id, como los que imprime `facts list`)",
    "period": "Periodo (2026-03-31, 2026-03, 2026 o A/B)",
    "printed": "El número como lo imprime la fuente",
    "value": "Valor en unidades base",
    "source": "Fuente (un id de sources.yaml, o uno nuevo)",
    "publisher": "Quién publica",
    "published": "Fecha (2026-04-08, 2026-04 o 2026)",
    "url": "Dirección (vacío: no se conoce)",
    "kind": "Clase (official, press, translation)",
    "language": "Idioma (es, en)",
    "title": "El titular real (vacío: ninguno)",
    "description": "Qué es, en palabras propias",
    "where": "En qué lugar de la fuente (vacío: no se dice)",
}
SINGLE = {"day": "día", "month": "mes", "year": "año", "thousand": "mil"}
"""What a unit is taken by."""
TOPICS = {
    "bienestar_opd": "IMSS-Bienestar (organismo)", "bienestar_programme": "IMSS-Bienestar (programa)",
    "covid": "COVID-19", "daycare": "Guarderías", "digital_services": "Servicios digitales", "employers": "Patrones",
    "employment": "Empleo", "infrastructure": "Infraestructura", "law_constants": "Constantes de ley",
    "other": "Otros", "pensions_and_benefits": "Pensiones y prestaciones", "population": "Población",
    "revenue_and_spending": "Ingresos y gastos", "salaries": "Salarios", "staff": "Personal",
    "typical_day": "Un día típico",
}  # fmt: skip
"""Topics are the files of a base; one of another name is shown as it is called."""
LABELS = {
    "stock": "existencia", "flow": "flujo", "average": "promedio", "ratio": "razón", "change": "variación",
    "constant": "constante", "level": "nivel", "rate": "tasa", "share": "proporción",
    "instant": "un momento", "day": "un día", "month": "un mes", "quarter": "un trimestre", "half": "un semestre",
    "year": "un año", "year_to_date": "lo que va del año", "twelve_months": "doce meses", "multi_year": "varios años",
    "typical_day": "un día típico", "cumulative": "acumulado", "administration": "un sexenio",
    "annual": "cada año", "monthly": "cada mes", "quarterly": "cada trimestre", "weekly": "cada semana",
    "daily": "cada día", "fixed": "no cambia", "irregular": "sin calendario fijo",
    "calendar_year": "año natural",
    "all": "todos", "none": "ninguno",
    "programme": "programa", "territory": "territorio", "group": "grupo", "institution": "institución",
    "status": "estado", "variant": "variante", "ordinary": "ordinario", "national": "nacional", "own": "propia",
    "result": "resultado", "target": "meta", "forecast": "pronóstico", "budget": "presupuesto", "planned": "previsto",
}  # fmt: skip
"""What the words of a metric are called; one that is not here is shown as the base has it."""
PER = "{unit} por {per}"
