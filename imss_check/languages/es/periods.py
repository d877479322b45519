"""Spanish words of the calendar: months, weekdays, what makes a number a year, and the grammar of periods."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}
SHORT_MONTHS = {
    "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "set": 9,
    "oct": 10, "nov": 11, "dic": 12,
}
MONTHS_THAT_ARE_WORDS = frozenset(("mar", "set", "may"))
"""Months, abbreviated ones too, that are another word without a number beside them."""
MONTH_VERBS = frozenset[str]()
WEEKDAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}
DAY_SUFFIXES = frozenset(("o", "ro", "ero", "er"))
"""What may stand glued to the number of a day: `1o.`, `1ro`."""
OTHER_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}
"""Months of the other language, read only with a number beside them."""
OF = frozenset(("de", "del", "of"))
MONTH_BEFORE_DAY = False
YEAR_BEFORE = _set("en desde durante hasta ano anos ejercicio ejercicios")
"""Words that make a number after them a year, whatever follows."""
YEAR_MAYBE = _set("de del a al para entre y o e cuando el por contra tras que este cierre ciclo fines")
"""Words after which a number is a year unless a counted noun follows it."""
FUNCTION_WORDS = _set(
    "a al ante bajo como con contra cual cuales cuando de del desde dos donde e el ella ellos en entre era eran es "
    "esta estas este estos fue fueron ha habia habian han hasta hay la las le les lo los mas menos mientras ni nos o "
    "para pero por pues que quienes se segun seis ser sera seran si sin sino sobre son su sus tambien tras tres u un "
    "una unas unos y ya hubo tuvo"
)
"""Words that end in no counted noun."""
SCALES = _set("mil millones millon pesos dolares mdp mmdp")
"""Words that make the number before them a count."""
CLOCK = _set("horas hora hrs hr h")
CLOCK_BEFORE = frozenset(("las", "la"))
HALF_DAYS = frozenset(("am", "pm"))
AROUND_THE_CLOCK = (("24", "horas", "los", "7", "dias"), ("24", "horas", "7", "dias"), ("24", "horas", "al", "dia"),
                    ("24", "horas", "del", "dia"), ("7", "dias", "de", "la", "semana"), ("365", "dias", "del", "ano"))
ORDINALS = {
    "primer": 1, "primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3, "tercera": 3,
    "cuarto": 4, "cuarta": 4, "quinto": 5, "sexto": 6, "septimo": 7, "octavo": 8, "noveno": 9, "decimo": 10,
    "undecimo": 11, "onceavo": 11, "duodecimo": 12, "doceavo": 12, "ultimo": -1, "ultima": -1, "penultimo": -2,
}
PARTS = {"bimestre": 2, "trimestre": 3, "cuatrimestre": 4, "semestre": 6, "mitad": 6}
"""Names of parts of a year and their months."""
CENTURY = frozenset(("siglo",))
DECADE = frozenset(("decada", "anos", "decenio"))
DECADES = {
    "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90,
}
UNCHANGED_PLURALS = frozenset(("personal", "gente"))
"""Counted nouns that do not look like plurals."""
STARTERS = frozenset((*MONTHS, *OTHER_MONTHS, *SHORT_MONTHS, *ORDINALS, *CENTURY, *DECADE, "q"))
"""Words that may begin a date."""
NUMBERS = {
    "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "dieciocho": 18, "veinticuatro": 24,
}
MONTH_NOUN = frozenset(("mes",))
NEAR_BEFORE = {"pasado": -1, "pasada": -1, "ultimo": -1, "proximo": 1, "este": 0, "presente": 0}
"""Words before a month or day that place it before (-1), around (0) or after (1) the draft's day."""
NEAR_AFTER = {"pasado": -1, "ultimo": -1, "anterior": -1, "proximo": 1, "entrante": 1}
FILLERS = _set("de del el la los mes meses ano anos dia dias ejercicio al")
"""Words that may stand between a modifier and its date."""
EDGES = {
    "cierre": "end", "cierres": "end", "fines": "end", "final": "end", "finales": "end", "fin": "end", "termino": "end",
    "conclusion": "end", "terminar": "end", "cerrar": "end", "finalizar": "end", "concluir": "end", "cerro": "end",
    "concluyo": "end", "principios": "start", "inicio": "start", "inicios": "start", "comienzo": "start",
    "comienzos": "start", "arranque": "start", "mediados": "middle",
}
EDGES_AFTER = frozenset[str]()
"""Words after a date that mean its end, where `when` stands before it."""
SINCE = {"desde": (), "partir": ("a",)}
"""Words of a start, and the word that must stand before them."""
SINCE_CLAUSE: dict[str, tuple[str, ...]] = {"desde": ("que", "cuando")}
"""Words that open a clause whose date is a start, and the words that must follow them."""
UNTIL = frozenset(("hasta",))
AS_OF = (("a",), ("con", "corte", "a"), ("con", "corte", "en"))
RANGE_SIGNS = _set("a al hasta")
BETWEEN, AND = frozenset(("entre",)), frozenset(("y", "e"))
LIST_WORDS = _set("y e o u ni , /")
LIST_FILLERS = _set("en de del el al")
NOW = (("la", "fecha"), ("hoy",), ("fecha",), ("ahora",))
"""What ends a stretch on the draft's day, after a range sign."""
AGAINST = _set("respecto comparado comparada comparados comparadas comparacion versus vs comparar")
"""Words whose whole clause is a base of comparison."""
AGAINST_FIGURE = _set("frente contra")
"""Words that compare with a figure or a date, but not with a thing: "contra los 16 mil de 2020", "contra la covid"."""
PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "uvo", "hubo")
THAN = frozenset(("que",))
THAN_NEXT = _set("en la lo los las el al a de del hace un una durante")
"""Words that follow a `que` of comparison."""
MORE = _set("mas menos mayor mayores menor menores superior superiores inferior inferiores mejor peor igual")
"""Words that make a later `que` a comparison."""
ABOVE = {
    **dict.fromkeys(_set("superior superiores inferior inferiores mayor mayores menor menores similar"), ("a", "al")),
    **dict.fromkeys(_set("encima debajo arriba abajo"), ("de", "del")),
}
"""Words that compare, and the words that lead to what they compare with."""
ABOVE_BETWEEN = _set("en por ciento real reales nominal puntos porcentuales %")
"""What may stand between those two, besides numbers."""
DIRECTLY = frozenset[str]()
"""Words that compare only when the date follows them at once."""
DIRECTLY_AFTER = frozenset(("sobre",))
"""Words that compare like those, where a change stands before them."""
CHANGE = _set("alza aumento incremento baja caida crecimiento")
PHRASES = (
    ("mes pasado", "month", -1), ("pasado mes", "month", -1), ("ultimo mes", "completed", 0),
    ("este|presente mes", "month", 0), ("mes actual", "month", 0), ("mes en curso", "month", 0),
    ("proximo mes", "month", 1), ("mes proximo|entrante", "month", 1), ("mes que viene", "month", 1),
    ("mes anterior|previo|precedente|antes|atras", "base_month", -1),
    ("mismo|igual|ese|dicho|aquel mes", "base_month", 0), ("ese mismo mes", "base_month", 0),
    ("en|durante el mes", "base_month", 0), ("del mes", "base_month", 0),
    ("ano|ejercicio pasado", "year", -1), ("pasado ano", "year", -1), ("este|presente|actual ano|ejercicio", "year", 0),
    ("ano|ejercicio en curso", "year", 0), ("ano|ejercicio actual", "year", 0), ("proximo ano", "year", 1),
    ("ano proximo|entrante", "year", 1), ("ano que viene", "year", 1),
    ("ano|ejercicio anterior|previo|precedente", "base_year", -1), ("ano siguiente", "base_year", 1),
    ("ese|mismo|dicho|aquel|propio ano|ejercicio", "base_year", 0), ("ese mismo ano", "base_year", 0),
    ("hace # ano|anos", "ago", 12), ("hace # mes|meses", "ago", 1), ("# ano|anos antes|atras", "shift", 12),
    ("# mes|meses antes|atras", "shift", 1), ("ano antes|atras", "shift", 12),
    ("periodo|lapso anterior|previo", "shift", 12), ("mismo|igual periodo|lapso|plazo", "same", 0),
    ("ese|dicho|aquel periodo|lapso|plazo", "same", 0), ("mismo|igual trimestre|semestre|cuatrimestre", "same", 0),
    ("misma|igual fecha|epoca", "same", 1),
    ("ultimos|pasados # meses", "last_months", 0), ("# ultimos meses", "last_months", 0),
    ("# meses previos|recientes", "last_months", 0),
    ("ultimo ano", "last_year", 12), ("a tasa anual", "last_year", 12), ("tasa interanual", "last_year", 12),
    ("interanual", "last_year", 12), ("a 12|doce meses", "last_year", 12),
    ("en lo que va del ano", "to_date", 0), ("en lo que va", "to_date", 1), ("lo que va del ano", "to_date", 0),
    ("en el acumulado", "to_date", 0), ("en lo transcurrido del ano", "to_date", 0),
    ("acumulado del ano", "to_date", 0),
    ("acumulado", "to_date", 1), ("acumulada|acumulados|acumuladas en", "to_date", 1),
    ("acumulada|acumulados|acumuladas en el ano", "to_date", 0), ("en|durante el ano", "to_date", 0),
    ("a lo largo del ano", "to_date", 0),
    ("primeros # meses", "first_months", 0), ("# primeros meses", "first_months", 0),
    ("trimestre pasado|anterior|previo", "parts", -1), ("este|presente trimestre", "parts", 0),
    ("hoy", "day", 0), ("ayer", "day", -1), ("antier|anteayer", "day", -2), ("esta semana", "week", 0),
    ("semana pasada", "week", -1), ("pasada semana", "week", -1), ("proxima semana", "week", 1),
    ("ano", "plain_year", 0),
)
"""Phrases of time: words (`|` parts alternatives, `#` is a number), kind, and a number to go with it.

`month`, `year`, `parts` (quarters), `week`, `day` count from the draft's day; `base_month`, `base_year`, `shift`,
`same` from the period that the sentence speaks of; `to_date` is the year so far (1: only with a year after it);
`same` with 1 needs a year after it; `plain_year` is a year only after `of`.
"""
NOT_AFTER = _set("anterior previo precedente pasado antes atras actual proximo siguiente en que")
ENDS_WITH_ITS_OWN = {"previo": ("a", "al"), "anterior": ("a", "al"), "antes": ("de", "del", "que")}
"""Last words of a phrase, and the words behind them that give them another base: "el mes previo a la crisis"."""
"""Words that undo a phrase before them."""
COUNT_WORDS = _set("cien ciento medio dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta")
"""Words that begin a number; `un` and `una` do not count here."""
DATELINE_LABELS = (
    "fecha", "fecha de publicacion", "publicado", "publicada", "publicado en", "fecha de actualizacion", "publicacion",
    "actualizado", "actualizada", "ultima actualizacion", "fecha y hora",
)
"""Labels that stand before the day a text was published."""
BYLINE = _set("por redaccion texto foto fotos")
"""Words of a line of credits."""
NAMED_BY_YEAR = _set("ley leyes regimen lss reforma decreto norma constitucion plan programa")
"""What a year names without being its time: "Ley de 1973", "the 1973 law"."""
ELLIPSES = (("al",), ("a", "la"), ("a", "lo"), ("a", "los"), ("a", "las"))
"""Words that stand for the base of a comparison before `de`: "una baja de 3% a la del año anterior"."""
WHEN = frozenset(("cuando",))
"""Words that tie a date to the year before them: "en 2020, cuando de marzo a julio …"."""
