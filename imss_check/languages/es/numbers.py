"""How Spanish writes numbers, units and hedges (all folded: lower case, no accents)."""

from imss_check.languages import listed

COUNTING = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete
veintiocho veintinueve treinta
"""
"""The first numbers, in order from zero."""

CARDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(COUNTING.split()) if word != "uno"},
    "veintiun": 21,
    "veintiuna": 21,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "cien": 100,
    "ciento": 100,
    **{
        stem + ending: value
        for value, stems in {
            200: "doscient",
            300: "trescient trecient",
            400: "cuatrocient cuatrosient",
            500: "quinient",
            600: "seiscient seicient",
            700: "setecient sietecient",
            800: "ochocient",
            900: "novecient nuevecient",
        }.items()
        for stem in stems.split()
        for ending in ("os", "as")
    },
}
"""Words below a thousand. `un`, `una`, `uno` stand apart: alone they are articles."""

ARTICLES = frozenset({"un", "una", "uno"})
HUNDREDS: frozenset[str] = frozenset()
SCALES: dict[str, int] = {
    "mil": 3,
    "miles": 3,
    "millon": 6,
    "millones": 6,
    "mill": 6,
    "mills": 6,
    "millardo": 9,
    "millardos": 9,
    "billon": 12,
    "billones": 12,
    "trillon": 18,
    "trillones": 18,
}
"""Powers of ten; `billón` is 10¹²."""

ALONE = frozenset({"mil"})
"""Scales that are a number by themselves."""

LEADING = frozenset({"millon"})
"""Scales that may open a number that goes on: `millón y medio`."""

MONEY_SCALES: dict[str, tuple[int, str]] = {
    "mdp": (6, "MXN"),
    "mmdp": (9, "MXN"),
    "mmp": (9, "MXN"),
    "mdd": (6, "USD"),
    "mmdd": (9, "USD"),
    "mde": (6, "EUR"),
    "mmde": (9, "EUR"),
}

COLLECTIVES: dict[str, int] = {
    "decena": 10,
    "decenas": 10,
    "docena": 12,
    "docenas": 12,
    "veintena": 20,
    "treintena": 30,
    "cuarentena": 40,
    "cincuentena": 50,
    "centena": 100,
    "centenas": 100,
    "centenar": 100,
    "centenares": 100,
    "millar": 1000,
    "millares": 1000,
}

AND = frozenset({"y", "e"})
SUM_AND: frozenset[str] = frozenset()
POINT = frozenset({"punto", "coma"})
HALF_BEFORE = frozenset({"medio", "media"})
"""`medio millón`, `media docena`."""
HALF_AFTER = frozenset({"medio", "media"})
"""`millón y medio`."""
HALVES = frozenset({"mitad"})
QUARTERS = frozenset({"cuarto", "cuartos"})
"""`un cuarto de millón`, `tres cuartos de millón`."""

FRACTIONS: dict[str, int] = {
    "tercio": 3,
    "tercios": 3,
    "cuarto": 4,
    "cuartos": 4,
    "quinto": 5,
    "quintos": 5,
    "sexto": 6,
    "sextos": 6,
    "septimo": 7,
    "septimos": 7,
    "octavo": 8,
    "octavos": 8,
    "noveno": 9,
    "novenos": 9,
    "decimo": 10,
    "decimos": 10,
}
PART_FRACTIONS: dict[str, int] = {
    "tercera": 3,
    "terceras": 3,
    "cuarta": 4,
    "cuartas": 4,
    "quinta": 5,
    "quintas": 5,
    "sexta": 6,
    "sextas": 6,
    "septima": 7,
    "septimas": 7,
    "octava": 8,
    "octavas": 8,
    "novena": 9,
    "novenas": 9,
    "decima": 10,
    "decimas": 10,
    "centesima": 100,
    "milesima": 1000,
}
PARTS = frozenset({"parte", "partes"})
FRACTION_STOPS = listed("hora horas siglo final ano mes semana")
"""`un cuarto de hora`, `la mitad del siglo` are no shares."""

EVERY = ("de cada", "de entre cada", "por cada")
UNTIL = frozenset({"a", "o", "u", "hasta"})
BETWEEN = frozenset({"entre"})
FROM = frozenset({"de", "desde"})
LIST = frozenset({"y", "e", "o", "u"})

HEDGES: dict[str, str] = {
    "mas de": "more_than",
    "mas que": "more_than",
    "poco mas de": "more_than",
    "por encima de": "more_than",
    "por arriba de": "more_than",
    "arriba de": "more_than",
    "encima de": "more_than",
    "por encima del": "more_than",
    "por arriba del": "more_than",
    "arriba del": "more_than",
    "mas del": "more_than",
    "superior a": "more_than",
    "superiores a": "more_than",
    "superior al": "more_than",
    "mayor a": "more_than",
    "mayor que": "more_than",
    "mayor de": "more_than",
    "mayores a": "more_than",
    "mayor al": "more_than",
    "supera": "more_than",
    "superan": "more_than",
    "supero": "more_than",
    "superaron": "more_than",
    "superar": "more_than",
    "superara": "more_than",
    "superaba": "more_than",
    "superando": "more_than",
    "supera ya": "more_than",
    "rebasa": "more_than",
    "rebasan": "more_than",
    "rebaso": "more_than",
    "rebasaron": "more_than",
    "rebasar": "more_than",
    "excede": "more_than",
    "exceden": "more_than",
    "excedio": "more_than",
    "sobrepasa": "more_than",
    "sobrepaso": "more_than",
    "no menos de": "at_least",
    "al menos": "at_least",
    "por lo menos": "at_least",
    "cuando menos": "at_least",
    "como minimo": "at_least",
    "minimo": "at_least",
    "un minimo de": "at_least",
    "minimo de": "at_least",
    "a partir de": "at_least",
    "menos de": "less_than",
    "menos del": "less_than",
    "debajo de": "less_than",
    "por debajo de": "less_than",
    "por debajo del": "less_than",
    "abajo de": "less_than",
    "inferior a": "less_than",
    "inferior al": "less_than",
    "inferiores a": "less_than",
    "menor a": "less_than",
    "menor que": "less_than",
    "menor al": "less_than",
    "menores de": "less_than",
    "no mas de": "at_most",
    "hasta": "at_most",
    "hasta en": "at_most",
    "hasta un": "at_most",
    "hasta por": "at_most",
    "hasta de": "at_most",
    "a lo mas": "at_most",
    "a lo sumo": "at_most",
    "cuando mucho": "at_most",
    "como maximo": "at_most",
    "maximo": "at_most",
    "maximo de": "at_most",
    "un tope de": "at_most",
    "casi": "nearly",
    "poco menos de": "nearly",
    "apenas menos de": "nearly",
    "practicamente": "nearly",
    "cerca de": "about",
    "cerca del": "about",
    "cercano a": "about",
    "cercana a": "about",
    "cercanos a": "about",
    "cercanas a": "about",
    "cercano al": "about",
    "alrededor de": "about",
    "alrededor del": "about",
    "en torno a": "about",
    "en torno al": "about",
    "aproximadamente": "about",
    "aproximado de": "about",
    "aproximada de": "about",
    "unos": "about",
    "unas": "about",
    "algunos": "about",
    "como unos": "about",
    "mas o menos": "about",
    "aprox": "about",
    "aprox .": "about",
    "del orden de": "about",
    "aproximadas": "about",
}
HEDGES_AFTER: dict[str, str] = {
    "o mas": "at_least",
    "o menos": "at_most",
    "aproximadamente": "about",
    "aproximados": "about",
    "aproximadas": "about",
    "mas o menos": "about",
    "en promedio , aproximadamente": "about",
    "como minimo": "at_least",
    "por lo menos": "at_least",
    "al menos": "at_least",
    "como maximo": "at_most",
    "y pico": "more_than",
    "y tantos": "more_than",
    "y tantas": "more_than",
}
HEDGE_LINKS = frozenset({"los", "las", "el", "la", "ya", "a", "en", "un"})
"""Words that may stand between a hedge and its number."""

UNITS: dict[str, str] = {
    "por ciento": "percent",
    "porciento": "percent",
    "por cien": "percent",
    "puntos porcentuales": "percentage_point",
    "punto porcentual": "percentage_point",
    "puntos de porcentaje": "percentage_point",
    "puntos base": "basis_point",
    "puntos basicos": "basis_point",
    "pp": "percentage_point",
    "p . p .": "percentage_point",
    "p . p": "percentage_point",
    "pps": "percentage_point",
    "pb": "basis_point",
    "por mil": "per_thousand",
    "al millar": "per_thousand",
    "umas": "UMA",
    "uma": "UMA",
    "unidades de medida y actualizacion": "UMA",
    "ano": "year",
    "anos": "year",
    "mes": "month",
    "meses": "month",
    "semana": "week",
    "semanas": "week",
    "dia": "day",
    "dias": "day",
    "hora": "hour",
    "horas": "hour",
    "hrs": "hour",
    "minuto": "minute",
    "minutos": "minute",
    "decada": "decade",
    "decadas": "decade",
    "lustros": "lustrum",
}
CURRENCIES: dict[str, str] = {
    "peso": "MXN",
    "pesos": "MXN",
    "moneda nacional": "MXN",
    "m . n .": "MXN",
    "m . n": "MXN",
    "dolar": "USD",
    "dolares": "USD",
    "dls": "USD",
    "dlls": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "libras esterlinas": "GBP",
    "libras": "GBP",
    "yenes": "JPY",
    "yuanes": "CNY",
    "reales": "BRL",
    "soles": "PEN",
    "quetzales": "GTQ",
}
NATIONAL: dict[str, dict[str, str]] = {
    "MXN": {
        "mexicanos": "MXN",
        "chilenos": "CLP",
        "colombianos": "COP",
        "argentinos": "ARS",
        "uruguayos": "UYU",
        "dominicanos": "DOP",
        "cubanos": "CUP",
    },
    "USD": {
        "estadounidenses": "USD",
        "canadienses": "CAD",
        "australianos": "AUD",
    },
}
"""Currencies told apart by the country after the word."""
CENTS = frozenset({"centavos", "centavo"})
CENTS_LINKS = frozenset({"con", "y"})

PER: dict[str, str] = {
    "diarios": "day",
    "diario": "day",
    "diarias": "day",
    "diaria": "day",
    "al dia": "day",
    "por dia": "day",
    "cada dia": "day",
    "a diario": "day",
    "por jornada": "day",
    "por jornada diaria": "day",
    "/ dia": "day",
    "/ d": "day",
    "mensuales": "month",
    "mensual": "month",
    "al mes": "month",
    "por mes": "month",
    "cada mes": "month",
    "mensualmente": "month",
    "/ mes": "month",
    "anuales": "year",
    "anual": "year",
    "al ano": "year",
    "por ano": "year",
    "cada ano": "year",
    "/ ano": "year",
    "semanales": "week",
    "semanal": "week",
    "a la semana": "week",
    "por semana": "week",
    "por hora": "hour",
    "la hora": "hour",
    "/ hora": "hour",
}
PER_BEFORE: dict[str, str] = {
    "diario": "day",
    "diaria": "day",
    "diarios": "day",
    "mensual": "month",
    "mensuales": "month",
    "anual": "year",
}
WAGES = frozenset({"salario", "salarios", "sueldo", "sueldos", "percepcion", "remuneracion", "jornal", "sbc"})
PER_LINKS = listed("en promedio nominales brutos netos mexicanos de m n moneda nacional")

CHANGES = listed(
    """
    pasa pasan paso pasaron pasar pasara pasaria pasando sube suben subio subieron subir subira baja bajan bajo
    bajaron bajar bajara aumenta aumento aumentaron aumentar aumentara crece crecio crecieron crecer crecera cae
    cayo cayeron caer caera disminuye disminuyo disminuyeron disminuir redujo reduce reducir redujeron
    incremento incrementaron incrementa incrementar va ira fue avanzo avanza escalo escalar salto saltar
    transito descendio retrocedio elevo elevar elevara ascendio repunto ajusto modifico cambio cambiar
    evoluciono
    """
)

ORDINAL_ENDINGS = listed(
    """
    er ero era eros ro ra ros ras do da dos das to ta tos tas mo ma vo va no na o a os as
    """
)

DESIGNATORS = listed(
    """
    articulo articulos art arts fraccion fracciones inciso numeral numerales ley reforma regimen modalidad linea
    zona no num numero nro nos nums kilometro km calle fase etapa tipo clase nivel capitulo seccion pagina pag
    anexo clausula folio oficio expediente convenio norma nom resolucion canal ruta carretera autopista piso
    sala lote manzana mz torre edificio version volumen vol tomo tabla cuadro grafica figura nota opcion paso
    grupo clave codigo cp cuenta referencia umf hgz hgr hgs hgo hgp hro hgsz umae umaa clinica hospital
    delegacion subdelegacion apartado transitorio categoria distrito sector generacion decreto acuerdo punto
    grado dosis mesa puerta anden vuelo camion unidad interior exterior titulo libro parrafo tesis registro
    contrato licitacion cedula factor modelo serie temporada episodio jornada ronda formato semana dia
    """
)
"""Singular nouns whose number is a name: `artículo 27`, `Modalidad 40`, `UMF 33`."""
LABELLED = frozenset({"modalidad", "regimen", "ley"})
"""The same before the noun: `la 40 modalidad`."""
STREETS = listed(
    """
    av avenida calle calz calzada blvd bulevar boulevard paseo prolongacion eje col colonia carretera
    """
)
PHONES = listed(
    """
    tel telefono telefonos telefonico llamar llame llamando marcar marque marca marcando whatsapp lada
    conmutador ext extension
    """
)
IDIOMS: dict[str, frozenset[str]] = {"mil": listed("gracias disculpas perdones amores maravillas usos")}
"""Number words that count nothing before these words."""

OWN_ONLY = frozenset({"once", "miles"})
"""Words that are numbers only in a Spanish sentence."""

COUNT_PLACES = frozenset({"en", "con", "para", "por", "sin", "sobre"})
ONES = frozenset({"uno", "una", "un"})
CLOCK = frozenset({"las"})
NOUN_LINKS = listed(
    """
    de del la las los el y e o u sus su nuestros nuestras total mas otros otras
    """
)
MORE_OR_LESS = listed("mas menos adicionales")
"""Words behind a number that make it a difference: it does not go on with the number before."""
NEW_PHRASE = listed("el la este esta ese esa aquel pasado")
"""Words right behind a number that begin a phrase of their own: `perdió 648 mil el año pasado`."""
SPAN_NOUNS: frozenset[str] = frozenset()
MEASURES = listed(
    """
    veces vez puntos grados kilometros metros hectareas litros kilos kilogramos toneladas km m kg
    """
)
