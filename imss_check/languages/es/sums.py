"""Spanish words that tie parts to a total (folded)."""

PARTS_FOLLOW = (
    "de los cuales", "de las cuales", "de los que", "de las que", "de ellos", "de ellas", "de estos", "de estas",
    "entre", "divididos", "divididas", "distribuidos", "distribuidas", "desglosados", "repartidos", "repartidas",
    "al considerar", "integrado por", "integrada por", "conformado por", "compuesto por", "correspondientes a",
)
TOTAL_FOLLOWS = (
    "en total", "un total", "el total", "suman", "suma ", "sumaron", "sumando", "total de", "para un total",
    "lo que da", "dan un", "juntos", "en conjunto",
)
WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
AGE_WORDS = ("aniversario", "cumple", "cumplio", "celebra", "celebro", "existencia", "fundado", "fundada", "fundacion",
             "historia", "vida", "trayectoria", "de dar", "conmemora", "festeja", "nacio", "creacion")
YEARS = ("ano", "anos")
SOME_OF = ("como", "entre ellos", "entre ellas", "entre los que", "entre las que", "por ejemplo", "incluyendo", "incluidos")
AND = (" y ", " e ")
