"""Words of the HTML and Markdown reports and of CI messages, in Spanish."""

TEXT = {
    "title": "Cifras comprobadas",
    "left_out": "hay {count} hallazgos más que no se muestran aquí; el resumen del paso los tiene todos",
    "cut": "se omiten {count} hallazgos más",
    "all_figures": "Todas las cifras",
    "line": "Línea",
    "figure": "Cifra",
    "verdict": "Veredicto",
    "metric": "Indicador",
    "in_base": "En la base",
    "no_findings": "Sin hallazgos.",
    "exempt": "exenta: {reason}",
    "unreadable": "No se pudo leer",
    "write": "Escribir",
    "skip": "Ir al borrador",
    "show": "Mostrar",
    "all": "Todas",
    "draft": "Borrador",
    "findings": "Hallazgos",
    "figures": "Cifras",
    "works": "se sigue de: {working}",
    "chart": "{metric} en el tiempo",
    "chart_text": (
        "{count} observaciones de {first} a {last}, mínimo {low}, máximo {high}; el borrador dice {claimed}."
    ),
    "claimed": "en el borrador",
    "tables": "Datos de las gráficas",
    "period": "Periodo",
    "value": "Valor",
    "table": "Datos de la gráfica",
    "made": "Hecho por imss-check {version}, sin red, con {metrics} indicadores, {observations} observaciones y "
    "{sources} fuentes (base {digest}).",
    "evidence": "Lo que dice la base",
    "to_text": "En el borrador",
    "none": "Sin cifras.",
    "as_of": "Al {day} ({source})",
}
SEVERITY = {"error": "error", "warning": "advertencia", "note": "nota"}
RELATION = {"supports": "coincide", "contradicts": "contradice", "other_period": "otro periodo", "context": "contexto"}
KIND = {"official": "oficial", "press": "prensa", "translation": "traducción"}
LOCATOR = {"page": "página", "paragraph": "párrafo", "cell": "celda", "note": "nota", "character": "carácter",
           "line": "línea", "under": "bajo «{heading}»"}
