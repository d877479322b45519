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
MONTHS_THAT_ARE_WORDS = frozenset[str]()
WEEKDAYS = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}
DAY_SUFFIXES = frozenset(("o", "ro", "ero", "er"))
"""What may stand glued to the number of a day: `1o.`, `1ro`."""
OF = frozenset(("de", "del"))
MONTH_BEFORE_DAY = False
YEAR_BEFORE = _set("en desde durante hasta ano anos ejercicio ejercicios")
"""Words that make a number after them a year, whatever follows."""
YEAR_MAYBE = _set("de del a al para entre y o e cuando el por contra tras que cierre ciclo fines")
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
    "cuarto": 4, "cuarta": 4, "quinto": 5, "sexto": 6, "ultimo": -1, "ultima": -1, "penultimo": -2,
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
STARTERS = frozenset((*MONTHS, *SHORT_MONTHS, *ORDINALS, *CENTURY, *DECADE, "q"))
"""Words that may begin a date."""
