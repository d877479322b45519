"""Spanish words that tie parts to a total, a rate to its base, an age to a founding (folded)."""

PARTS_FOLLOW = (
    "de los cuales", "de las cuales", "de los que", "de las que", "de ellos", "de ellas", "de estos",
    "de estas", "entre", "divididos", "divididas", "distribuidos", "distribuidas", "desglosados", "repartidos",
    "repartidas", "al considerar", "integrado por", "integrada por", "conformado por", "compuesto por",
    "correspondientes a",
)
TOTAL_FOLLOWS = (
    "en total", "un total", "el total", "suman", "suma ", "sumaron", "sumando", "total de", "para un total",
    "lo que da", "dan un", "juntos", "en conjunto",
)
TOTAL_ROW = ("total", "totales", "suma")
THAN = frozenset(("que", "frente", "contra", "respecto", "sobre", "desde", "versus"))
REAL = (" real ", " reales", "inflacion", "pesos constantes", "precios constantes")
WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
AGE_WORDS = (
    "aniversario", "cumple", "cumplio", "celebra", "celebro", "existencia", "fundado", "fundada", "fundacion",
    "historia", "trayectoria", "de dar", "conmemora", "festeja", "nacio", "creacion",
)
OF_LIFE = (
    "de existencia", "de vida", "de historia", "de haber", "de fundado",
    "de creado", "de su fundacion", "de su creacion", "de dar",
)
OF_SERVICE = ("de servicio", "de trayectoria", "de servir", "de labor")
TURNS = frozenset(("cumple", "cumplio", "cumplira", "cumplir", "celebra", "celebro", "festeja", "conmemora"))
ANNIVERSARY = frozenset(("aniversario",))
FOUNDING = (
    "fundad", "fundo", "fundacion", "cread", "creacion", "nacio", "nacid", "establecid", "inici", "desde",
    "abrio", "data de",
)
OF_PERSONS = ("anos de edad", "anos y mas", "anos o mas", "de cotizacion", "de antiguedad", "semanas")
OWNED_BY = frozenset(("del", "de", "en"))
AT_AGE = ("a sus ", "edad de ", "mayores de ", "menores de ")
SOME_OF = (
    " como ", "entre ellos", "entre ellas", "entre los que", "entre las que", "por ejemplo", "incluyendo",
    "incluidos", " otros ", " otras ", " demas ", "etc",
)
AND = (" y ", " e ")
