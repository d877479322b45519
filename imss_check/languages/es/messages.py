"""What the program says, in Spanish. Names in braces are filled in by `verdicts/messages.py`."""

RULES = {
    "Q101": "{metric}: dice {claimed}, la base tiene {right} para {period}",
    "Q102": "{metric}: {claimed} era correcto {met}; {period_since} es {right}",
    "Q102.later": "{metric}: {claimed} es la cifra {met}; {period_at} es {right}",
    "Q102.gone": "{metric}: {claimed} era correcto {met}; la última cifra conocida es {right} ({period})",
    "Q103": "las fuentes no coinciden en {metric} para {period}: {sides}",
    "Q104": "{claimed} por {right}: {metric}, {period}, difiere por un factor de {factor}",
    "Q105.digit": "un dígito equivocado: {claimed} por {right} – {metric}, {period}",
    "Q105.swap": "dos dígitos invertidos: {claimed} por {right} – {metric}, {period}",
    "Q105.missing": "falta un dígito: {claimed} por {right} – {metric}, {period}",
    "Q105.doubled": "sobra un dígito: {claimed} por {right} – {metric}, {period}",
    "Q105.zeros": "faltan o sobran ceros: {claimed} por {right} – {metric}, {period}",
    "Q106": "{claimed} es {rival} ({rival_period}); {metric} es {right}",
    "Q107": "{claimed}: según la base, {metric} {way} ({right}, {period})",
    "Q107.points": "{claimed}: {metric} es un porcentaje, no puntos porcentuales ({right}, {period})",
    "Q201": "{claimed}: {metric} es {right} en {unit}, otra moneda ({period})",
    "Q202": "{claimed}: {metric} es {right} en {unit}, otro plazo ({period})",
    "Q203": "{claimed} cuenta otra cosa: es {rival} ({rival_period}); {metric} es {right}",
    "Q301": "no cuadra: {working}, el texto dice {stated}",
    "Q302": "no concuerda: {working}, el texto dice {stated}",
    "Q303": "las cifras y las letras difieren: {digits} y {words}",
    "Q304": "se anuncian {stated} y se enumeran {counted}",
    "Q305": "dos valores para un mismo dato: {first} y {second}",
    "Q306": "la edad no concuerda: {working}, el texto dice {stated}",
    "Q307": "el {date} fue {right}, no {stated}",
    "hedge": "{metric}: {claimed} no se sostiene: la base tiene {right} para {period}",
}
WAYS = {"up": "subió", "down": "bajó"}
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)
PERIOD = {"month": "{month} de {year}", "year": "{year}", "range": "{first} a {last}",
          "on": "el {period}", "in": "en {period}",
          "since": "desde {period}", "at": "{period}"}
