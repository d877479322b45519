"""Words of `imss-check claim`, in Spanish."""

FEATURES = {
    "words": "palabras", "own": "palabras propias", "second": "más palabras", "unit": "unidad", "measure": "medida",
    "grain": "lapso", "status": "estado", "programme": "programa", "variant": "variante", "scope": "alcance",
    "magnitude": "magnitud", "recency": "cercanía en el tiempo", "answer": "hay dato vigente", "hit": "coincidencia",
    "hit_other": "coincidencia con otro dato", "topic": "tema", "kin": "cifra de al lado", "repeat": "repetición",
}  # fmt: skip
"""What speaks for a metric or against it."""
CUES = {
    "up": "aumento", "down": "baja", "more": "más", "less": "menos", "level": "nivel", "rate": "tasa",
    "share": "proporción", "change": "variación", "month": "un mes", "year_to_date": "lo que va del año",
    "twelve_months": "doce meses", "typical_day": "un día típico", "average": "promedio",
    "multi_year": "varios años", "past": "pasado", "future": "futuro", "target": "meta", "planned": "previsto",
    "forecast": "pronóstico", "budget": "presupuesto", "real": "real", "nominal": "nominal",
}  # fmt: skip
"""What the words around a figure say of it."""
