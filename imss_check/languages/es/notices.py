"""What the commands on ledgers and twins say, in Spanish."""

MESSAGES = {
    "L101": "{text} ({metric}, {period}): la base tenía {old} y ahora tiene {new}",
    "L102": "{text} ({metric}, {period}): la base tenía {old} y ahora no tiene nada",
    "L103": "{text} ({metric}, {period}): otra fuente dice ahora {new}",
    "L104": "{text} ({metric}, {period}): no se había verificado, y la base tiene ahora {new}",
    "L105": "no está como se registró: revísese y ejecútese `imss-check ledger update`",
    "L106": "está registrado y ya no existe: `imss-check ledger update` sin ruta lo quita",
    "T101": "{a} falta en la traducción (cerca de {near})",
    "T102": "{b} no está en el original (cerca de {near})",
    "T103": "{b} por {a} ({place})",
    "T104": "{b} por {a} ({place}): difiere por un factor de {factor}",
    "T105": "{b} por {a} ({place}): {unit_b}, no {unit_a}",
    "T106": "{b} por {a} ({place}): redondeado de otro modo",
    "exempt": "{text} está exento de {code}: {reason}",
    "recorded": "{path}: {figures} cifras al {day}, {resting} de ellas se apoyan en datos",
    "dropped": "{path}: ya no existe y se quita",
    "ledger": "{drafts} borradores, {figures} cifras, {resting} de ellas se apoyan en datos: {found} por revisar, "
    "{exempt} exentas",
    "twins": "{a}: {count_a} cifras; {b}: {count_b} cifras; {pairs} pares, {found} por revisar",
    "nothing": "sin unidad",
}
NAMES = {
    "L101": "dato corregido", "L102": "dato retirado", "L103": "dato en disputa", "L104": "dato nuevo",
    "L105": "texto cambiado", "L106": "texto faltante", "T101": "falta", "T102": "sobra", "T103": "valor",
    "T104": "escala", "T105": "unidad", "T106": "precisión",
}  # fmt: skip
"""What each rule is called."""
