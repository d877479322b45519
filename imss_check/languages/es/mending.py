"""What mending says, in Spanish."""

TEXT = {
    "mended": "{path}: {count} con enmienda",
    "could": "{path}: {count} por enmendar",
    "no_draft": "--fix cambia archivos, y la entrada estándar no es uno: vea --diff",
    "no_baseline": "--fix y --diff van sin --write-baseline ni --prune-baseline",
    "no_report": "--diff ocupa la salida estándar: dé a los formatos un archivo, como en --format json=ARCHIVO",
    "encoding": "sin enmienda: no saldría de {} como entró",
    "changed": "sin enmienda: el archivo cambió entretanto",
    "unwritable": "sin enmienda: {}",
    "unsettled": "sin enmienda: una sugerencia lleva a otra",
}
FIGURE = ("1 cifra", "{count} cifras")
