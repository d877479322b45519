"""What each rule finds and what to do about it, in Spanish: one line each, for reports."""

RULES = {
    "Q101": (
        "La base tiene otra cifra para este indicador y periodo.",
        "Compare la cifra con la fuente citada y corríjala, o cite una fuente propia.",
    ),
    "Q102": (
        "La cifra era correcta para otro periodo que el del borrador.",
        "Escriba la cifra vigente, o diga a qué periodo corresponde.",
    ),
    "Q103": ("Las fuentes no coinciden en esta cifra.", "Cite la fuente, o use la cifra de la oficial."),
    "Q104": (
        "La cifra difiere por mil o por un millón.",
        "Revise la escala: mil millones son un billion en inglés; un billón es un millón de millones.",
    ),
    "Q105": ("Un dígito está mal, falta o sobra, o dos están invertidos.", "Copie de nuevo la cifra de su fuente."),
    "Q106": ("La cifra es de otro indicador del mismo tema.", "Revise de cuál de los dos habla la oración."),
    "Q107": ("Se confunden porcentaje y puntos porcentuales, o alza y baja.", "Revise la unidad y el sentido."),
    "Q201": ("La cifra está en otra moneda.", "Diga la moneda de la fuente, o convierta."),
    "Q202": ("La cifra es de otro plazo: un día, un mes, un año.", "Diga qué plazo abarca la cifra."),
    "Q203": ("La cifra cuenta otra cosa.", "Nombre lo que cuenta la fuente."),
    "Q301": ("Las partes no suman el total.", "Sume de nuevo; dígalo si faltan partes o hay redondeo."),
    "Q302": ("La base, el cambio y la tasa no concuerdan.", "Calcule de nuevo el cambio y la tasa."),
    "Q303": ("La cifra y las letras que la repiten difieren.", "Haga que ambas digan lo mismo."),
    "Q304": ("Un número anunciado y la lista que sigue difieren.", "Cuente de nuevo la lista."),
    "Q305": ("Un indicador tiene dos valores en el borrador.", "Deje un valor, o diga qué los distingue."),
    "Q306": ("Una edad o aniversario no concuerda con la fecha de fundación.", "Cuente de nuevo los años."),
    "Q307": ("El día de la semana no es el de la fecha.", "Revise la fecha en un calendario."),
    "X101": ("Una exención no da motivo.", "Diga por qué se exime la cifra: <!-- imss: ignore Q102 motivo -->."),
    "X102": ("Una exención no exime nada.", "Bórrela, o corrija su código de regla."),
}
"""Code -> what it finds, what to do."""
