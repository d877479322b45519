"""What is said of exemptions, in Spanish."""

TEXT = {
    "no_reason": "esta exención no da motivo, así que no exime nada: escriba el porqué tras los códigos",
    "unused": "esta exención no exime nada: bórrela, o corrija sus códigos",
    "unknown": "esto no es una exención: escriba imss: ignore, o imss: off … imss: on",
}
