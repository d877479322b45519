"""Spanish words that say how a figure is meant: its measure, grain, direction, status.

Each entry is a phrase in its plain form; phrases are folded, stemmed and matched in order, function words skipped.
"""

CUES: dict[str, tuple[str, ...]] = {
    # a change, and which way
    "up": (
        "aumento", "aumentó", "aumentar", "aumentaron", "incremento", "incrementó", "incrementaron", "incrementar",
        "alza", "crecimiento", "creció", "crecieron", "crecer", "crece", "subió", "subieron", "sube", "subir", "subida",
        "repunte", "repuntó", "avance", "avanzó", "avanzaron", "ganancia", "ganó", "ganaron", "suma nuevos",
        "generó", "generaron", "generación", "generados", "generar", "genera", "creó", "crearon", "creación", "creados",
        "creadas", "crear", "crea", "añadió", "agregó", "agregaron", "sumó", "sumaron", "incorporó", "incorporaron",
        "incorporado", "recuperó", "recuperaron", "recuperación", "recuperados", "nuevos", "adicionales", "expansión",
        "superávit", "abrieron", "alta", "mejoró",
        "saldo positivo", "ampliación", "adición",
    ),
    "down": (
        "disminución", "disminuyó", "disminuyeron", "disminuir", "reducción", "redujo", "redujeron", "reducir", "baja",
        "bajó", "bajaron", "bajar", "caída", "cayó", "cayeron", "caer", "cae", "descenso", "descendió", "pérdida",
        "perdió", "perdieron", "perder", "perdidos", "pierde", "decremento", "contracción", "contrajo", "retroceso",
        "retrocedió", "merma", "recorte", "recortó", "destrucción", "destruyeron", "cancelación", "cancelaron",
        "eliminaron", "desaparecieron", "se fueron", "salieron",
        "saldo negativo", "negativo", "negativa", "deterioro", "salida",
    ),
    # a comparison, which is a change only where nothing else is said
    "more": ("mayor", "superior", "por encima", "más que", "más respecto"),
    "less": ("menos", "menor", "inferior", "por debajo"),
    "level": (
        "total", "en total", "suman", "llegó a", "llegaron a", "alcanzó", "alcanzaron", "asciende", "ascendió",
        "ascendieron", "ubicó", "ubicaron", "situó", "situaron", "cuenta con", "contaba con", "cuentan", "hay",
        "había", "existen", "dispone", "tiene", "tienen", "tenía", "registrados", "tiene registrados", "al cierre",
        "totalizó", "nivel", "acumula", "padrón", "plantilla", "integrado", "conformado", "está en", "fue de", "pasó a",
    ),
    "rate": ("tasa", "variación", "ritmo", "porcentual", "equivalente a tasa", "a tasa", "tasa anual", "tasa mensual"),
    "share": (
        "del total", "de ellos", "de ellas", "de los cuales", "de las cuales", "de estos", "de los que", "representa",
        "representan", "representó", "proporción", "participación", "corresponde", "corresponden", "porcentaje",
        "equivale al del", "cobertura", "ocupación", "absorbió", "son", "de cada",
    ),
    # over what time
    "month": (
        "mensual", "mensuales", "mensualmente", "en el mes", "del mes", "durante el mes", "un mes", "este mes",
        "mes anterior", "mes previo", "mes inmediato anterior", "mes contra mes", "mes a mes", "solo mes",
        "respecto al mes", "en un mes", "último mes",
    ),
    "year_to_date": (
        "en lo que va del año", "lo que va de", "en lo que va", "acumulado", "acumulada", "acumulan", "en el año",
        "durante el año", "primeros meses", "acumulado del año", "acumula en el año", "este año", "primer semestre",
        "primer trimestre", "primeros meses del año", "balance del año",
    ),
    "twelve_months": (
        "anual", "anuales", "interanual", "anualizada", "anualizado", "anualmente", "últimos doce meses", "doce meses",
        "últimos meses", "un año antes", "año anterior", "mismo mes año anterior", "hace un año", "último año",
        "contra año", "en un año", "año previo", "año contra año", "mismo mes", "misma fecha año pasado",
    ),
    "typical_day": (
        "día típico", "diario", "diaria", "diarios", "diarias", "diariamente", "al día", "por día", "cada día",
        "un día", "jornada típica", "en un día", "todos los días", "cada veinticuatro horas",
    ),
    "average": ("promedio", "en promedio", "media", "medio"),
    "multi_year": ("sexenio", "administración", "década", "de 2018 a", "desde 2018", "a la fecha"),
    # what was, and need no longer be
    "past": (
        "había", "habían", "era", "eran", "tenía", "tenían", "contaba", "contaban", "sumaba", "sumaban", "registraba",
        "registraban", "atendía", "atendían", "daban", "hacían", "operaba", "operaban", "entonces", "antes",
        "previamente",
        "anteriormente", "en aquel", "hubo", "venía", "venían", "partió de", "estaba", "estaban", "cubría", "ocupaban",
    ),
    # status
    "target": ("meta", "objetivo", "alcanzar", "necesita", "se requieren", "requiere", "hace falta", "hacen falta"),
    "planned": (
        "prevé construir", "planea", "plan", "planes", "planeado", "planeadas", "programado", "programada",
        "programados",
        "previsto", "prevista", "previstos", "proyecto", "propuesta", "propone", "propuso", "pretende", "busca",
        "por inaugurar", "por construir", "contempla", "a futuro",
    ),
    "forecast": (
        "pronóstico", "pronostica", "estima", "estiman", "estimación", "proyecta", "proyección", "espera", "esperan",
        "se espera", "prevé", "se prevé", "expectativa", "calcula que", "anticipa", "perspectiva", "podría", "podrían",
    ),
    "budget": (
        "presupuesto", "presupuestal", "presupuestado", "presupuestó", "presupuesto de egresos", "paquete económico",
        "aprobado", "aprobó", "autorizado", "proyecto de presupuesto", "PEF", "PPEF", "asignado", "erogará",
    ),
    "real": ("real", "reales", "en términos reales", "descontada la inflación", "descontando inflación"),
    "nominal": ("nominal", "nominales", "en términos nominales"),
}

FUTURE_ENDINGS = ("rá", "rán")
"""Endings of written words in the future tense (accent kept)."""

COMPARISON = frozenset("respecto contra frente comparado comparada comparacion versus vs comparativo".split())
RESPECTIVELY = ("respectivamente", "en ese orden", "en el mismo orden")
REACHING = frozenset(("a", "hasta"))
"""Words between a verb of change and the level that it reached."""
FROM_TO = (("de", "a"), ("desde", "hasta"), ("de", "hasta"))
CLAUSE = frozenset("y e pero mientras aunque".split())
"""Conjunctions that open a clause behind a comma."""
LIST_WORDS = frozenset("y e o".split())
