"""Sentences of the program in Spanish, each under its English template."""

SAID = {
    # what goes with everything
    "{what}; did you mean {near}?": "{what}; ¿quiso decir {near}?",
    "{path}: cannot be read: {why}": "{path}: no se puede leer: {why}",
    "{path}: cannot be written: {why}": "{path}: no se puede escribir: {why}",
    "{target}: cannot be written: {why}": "{target}: no se puede escribir: {why}",
    "{name} {text!r}: expected {why}": "{name} {text!r}: se esperaba {why}",
    "one of {known}": "alguna de estas palabras: {known}",
    "a day, like 2022-03-01": "un día, como 2022-03-01",
    "a whole number from 1 up, or none": "un número entero desde 1, o none",
    "more than {most} figures, or numbers without end: split the draft, or say --max-figures":
        "más de {most} cifras, o números sin fin: divida el borrador, o use --max-figures",
    "a percentage from 0 to 100": "un porcentaje de 0 a 100",
    "rule codes, like Q102 or Q3, parted by commas": "códigos de reglas, como Q102 o Q3, separados por comas",
    "a whole number from 1 to 999": "un número entero de 1 a 999",
    "an encoding, like utf-8 or windows-1252": "una codificación, como utf-8 o windows-1252",
    "no such option: {name}": "no existe la opción {name}",
    "no such key: {name}": "no existe la clave {name}",
    "no such rule: {name}": "no existe la regla {name}",
    "no such metric: {name}": "no existe el indicador {name}",
    "no such format: {name}; there are {known}": "no existe el formato {name}; los hay: {known}",
    "{name} takes no value": "{name} no lleva valor",
    "{name} needs a value: {metavar}": "{name} necesita un valor: {metavar}",
    # check
    "no draft is named: give files or folders, or - for standard input":
        "falta decir qué se revisa: dé archivos o carpetas, o - para la entrada estándar",
    "every draft is excluded by the configuration": "la configuración excluye todos los borradores",
    "does not state its day, and --as-of stated asks for one":
        "no dice de qué día es, y con --as-of stated debe decirlo",
    "--changed-since {revision}: {why}": "--changed-since {revision}: {why}",
    "no rule begins with {code}; `imss-check explain` lists them":
        "ninguna regla empieza con {code}; `imss-check explain` las enumera",
    "--format {text}: the file is missing behind the =": "--format {text}: falta el archivo después de =",
    "only one format goes to standard output: give the others a file, as in --format json=FILE":
        "solo un formato va a la salida estándar: dé un archivo a los demás, como en --format json=ARCHIVO",
    "only {share:.1f}% of the figures could be checked, and --min-coverage asks for {least}%":
        "solo se pudo comprobar {share:.1f}% de las cifras, y --min-coverage pide {least}%",
    "checking": "revisando",
    "compiling the fact base": "compilando la base de datos",
    "parts, {rows:,} rows": "partes, {rows:,} filas",
    # configuration
    "a single value": "un solo valor",
    'a list of strings, like ["a", "b"]': 'una lista de textos, como ["a", "b"]',
    'a table, like {"archive/**" = ["Q102"]}': 'una tabla, como {"archivo/**" = ["Q102"]}',
    "{place}: {name}: expected {why}": "{place}: {name}: se esperaba {why}",
    "config takes no {argument!r}": "config no lleva {argument!r}",
    "# {key} is not set": "# {key}: sin valor",
    "flag": "línea de comandos",
    "default": "de fábrica",
    # baseline, annotate, hook, ledger, archive, eval
    "{path}: no such baseline; --write-baseline {path} makes one":
        "{path}: no hay tal línea base; --write-baseline {path} la crea",
    "no baseline of imss-check: {why}": "no es una línea base de imss-check: {why}",
    "version {version} is not known; this program writes {ours}":
        "versión {version} desconocida; este programa escribe la {ours}",
    "{source}: comments go into Word files (.docx) only":
        "{source}: solo los archivos de Word (.docx) llevan comentarios",
    "{target}: 1 comment": "{target}: 1 comentario",
    "{target}: {count} comments": "{target}: {count} comentarios",
    "is the draft itself: give the copy another name": "es el borrador mismo: dé otro nombre a la copia",
    "say what to do: {known}": "falta decir qué hacer: {known}",
    "hook {action} takes no {argument!r}": "hook {action} no lleva {argument!r}",
    "hook uninstall takes no {argument}": "hook uninstall no lleva {argument}",
    "--pre-push reads what is pushed from standard input, as git gives it to the hook":
        "--pre-push lee en la entrada estándar lo que se publica, tal como git se lo da al gancho",
    "installed {hook}": "se instaló {hook}",
    "renewed {hook}": "se renovó {hook}",
    "removed {hook}": "se quitó {hook}",
    "removed the hook of imss-check; {hook} is again what it was":
        "se quitó el gancho de imss-check; {hook} vuelve a ser el que era",
    "the hook that was there runs first: {before}": "el gancho que había corre primero: {before}",
    "no {kind} hook of imss-check is installed": "no hay ningún gancho {kind} de imss-check",
    "{hook}: was edited by hand; move your lines elsewhere, and delete it":
        "{hook}: lo editaron a mano; lleve esas líneas a otra parte y bórrelo",
    "{before}: is in the way; it is the hook that was there before imss-check":
        "{before}: estorba; es el gancho que había antes de imss-check",
    "{hook}: another hook has moved ours to {name}; remove that one first":
        "{hook}: otro gancho movió el nuestro a {name}; quite primero ese otro",
    "there is no working tree of git here: {why}": "aquí no hay un árbol de trabajo de git: {why}",
    "git cannot be run: {why}": "no se puede ejecutar git: {why}",
    "git {command} failed with status {status}": "git {command} falló con estado {status}",
    "git knows no revision {revision!r} here; a shallow clone may lack it":
        "git no conoce aquí la revisión {revision!r}; puede faltar en un clon superficial",
    "is not in the index: it has conflicts that are not resolved, or its blob is missing":
        "no está en el índice: tiene conflictos sin resolver, o falta su contenido",
    "is a Git LFS pointer in the index: the draft itself is stored elsewhere; check the file":
        "en el índice es un puntero de Git LFS: el borrador está guardado en otra parte; revise el archivo",
    "{path}: there is no ledger; `imss-check ledger update PATH` begins one":
        "{path}: no hay registro; `imss-check ledger update RUTA` lo empieza",
    "no ledger of imss-check: {name}: {why}": "no es un registro de imss-check: {name}: {why}",
    "{value!r:.40} is no number": "{value!r:.40} no es un número",
    "{value!r:.40} is no whole number": "{value!r:.40} no es un número entero",
    "{value!r:.40} is no text": "{value!r:.40} no es un texto",
    "archive takes one DATASET and --out DIR, or `report DIR`":
        "archive lleva unos DATOS y --out CARPETA, o `report CARPETA`",
    "imss-check archive needs more packages: pip install 'imss-check[archive]' ({name} is missing)":
        "imss-check archive necesita más paquetes: pip install 'imss-check[archive]' (falta {name})",
    "{dataset}: no data here; an archive is made of {known} files":
        "{dataset}: aquí no hay datos; un acervo se compone de archivos {known}",
    "{dataset}: cannot be read: {why}": "{dataset}: no se puede leer: {why}",
    "{path}: has no column text: {known}": "{path}: no tiene la columna text: {known}",
    "{url}: {rows} rows in, {checked} checked, {errors} in error":
        "{url}: entraron {rows} filas, {checked} revisadas, {errors} con error",
    "{out}: holds no complete run of `imss-check archive`":
        "{out}: no contiene una corrida completa de `imss-check archive`",
    "{url}: is not empty, and holds no run of `imss-check archive`":
        "{url}: no está vacía ni contiene una corrida de `imss-check archive`",
    "{url}: holds a run that differs in {known}: give another folder, or remove this one":
        "{url}: contiene una corrida que difiere en {known}: dé otra carpeta, o borre esta",
    "{file}: {name} failed: {why}": "{file}: {name} falló: {why}",
    "--scheduler {scheduler}: cannot be reached: {why}": "--scheduler {scheduler}: no responde: {why}",
    "{url}/{name}: rows were lost: {num_rows} of {part}": "{url}/{name}: se perdieron filas: {num_rows} de {part}",
    "{path}: neither manifest.jsonl nor sentences.jsonl is there": "{path}: no hay manifest.jsonl ni sentences.jsonl",
    "{path}:{number}: there is no draft {name}": "{path}:{number}: no hay ningún borrador {name}",
    "{place}: {start}..{end} holds {found!r}, not {surface!r}":
        "{place}: en {start}..{end} dice {found!r}, no {surface!r}",
    # claim
    "as of {day}": "al {day}",
    "no figure in this text": "en este texto no hay cifras",
    "  verdict: {verdict}": "  veredicto: {verdict}",
    "  metric: {metric}, {sure:.2f} sure": "  indicador: {metric}, con certeza de {sure:.2f}",
    "  write: {text}": "  escribir: {text}",
    "  and {count} candidates that less speaks for": "  y {count} candidatos con menos a su favor",
    "{hedge}{value} {unit}, written for anything from {low} to {high}":
        "{hedge}{value} {unit}; así escrita, puede ser desde {low} hasta {high}",
    "(no unit)": "(sin unidad)",
    "  period: {period} ({stated})": "  periodo: {period} ({stated})",
    "stated": "lo dice el texto",
    "from the draft's day": "por el día del borrador",
    "  scope words: {known}": "  palabras de alcance: {known}",
    "  speaks of: {known}": "  habla de: {known}",
    "  candidate {metric}: {support:+.1f} with the value, {refute:+.1f} without":
        "  candidato {metric}: {support:+.1f} con el valor, {refute:+.1f} sin él",
    "    for: {known}": "    a favor: {known}",
    "    against: {known}": "    en contra: {known}",
    "    in force: {seen}": "    vigente: {seen}",
    "    in force: nothing": "    vigente: nada",
    # eval
    "{path}: {count} {kind}": "{path}: {count} {kind}",
    "drafts": "borradores",
    "sentences": "oraciones",
    "units of % and money right": "unidades de % y dinero acertadas",
    "right figures confirmed": "cifras correctas confirmadas",
    "wrong figures caught": "cifras erróneas detectadas",
    "wrong figures called supported": "cifras erróneas dadas por correctas",
    "cases without any wrong alarm": "casos sin ninguna falsa alarma",
    "expected rule codes found": "códigos de regla esperados y hallados",
    "cause right, of findings raised": "causa acertada, de los hallazgos dados",
    "verdicts as expected": "veredictos como se esperaba",
    "{title}: precision": "{title}: precisión",
    "{title}: recall": "{title}: exhaustividad",
    "{title}: F1": "{title}: F1",
    "expected ↓ said →": "esperado ↓ dicho →",
    "wrong alarms: {count}": "falsas alarmas: {count}",
    "failures: {count}": "fallos: {count}",
    "{place}: {what}: {surface}: wanted {wanted}, got {got}{trap}":
        "{place}: {what}: {surface}: se esperaba {wanted}, se obtuvo {got}{trap}",
    "reading": "lectura",
    "linking": "vínculo",
    "self-checks": "coherencia interna",
    "self-check {code}": "coherencia interna {code}",
    "unit": "unidad",
    "link": "vínculo",
    "wrong figure missed": "cifra errónea no detectada",
    "wrong figure called supported": "cifra errónea dada por correcta",
    "WRONG ALARM": "FALSA ALARMA",
    "rule code": "código de regla",
    "no figure": "sin cifra",
    "no figure ({role})": "sin cifra ({role})",
    "unread": "no leída",
    "nothing": "nada",
    "none": "ninguno",
    "found": "hallado",
    "missed": "no hallado",
    # the tables and the page of an archive
    "Rows": "Filas",
    "rows": "filas",
    "rows in": "recibidas",
    "checked": "revisadas",
    "in error": "con error",
    "Figures by verdict": "Cifras por veredicto",
    "Figures by metric": "Cifras por indicador",
    "Figures by year": "Cifras por año",
    "Figures by year and verdict": "Cifras por año y veredicto",
    "Most frequent wrong figures": "Cifras erróneas más frecuentes",
    "metric": "indicador",
    "verdict": "veredicto",
    "figures": "cifras",
    "as written": "como se escribió",
    "share": "parte",
    "year": "año",
    "all": "todas",
    "{title} ({top} of {rows:,})": "{title} ({top} de {rows:,})",
    "Figures of {dataset}": "Cifras de {dataset}",
    "imss-check {program}; {metrics:,} metrics, {observations:,} observations, {sources:,} sources (base {digest})":
        "imss-check {program}; {metrics:,} indicadores, {observations:,} observaciones, {sources:,} fuentes "
        "(base {digest})",
    # drafts that cannot be read
    "cannot be read: {why}": "no se puede leer: {why}",
    "no such file or directory": "no existe tal archivo o carpeta",
    "is a directory, not a draft": "es una carpeta, no un borrador",
    "may not be read: permission denied": "no se puede leer: sin permiso",
    "no draft in this directory: imss-check reads {known}": "no hay borradores en esta carpeta: imss-check lee {known}",
    "a {ending} file is no draft that imss-check reads: it reads {known} and plain text":
        "imss-check no lee archivos {ending}: lee {known} y texto simple",
    "not {encoding}: byte 0x{byte:02x} at offset {offset}; {advice}":
        "no es {encoding}: byte 0x{byte:02x} en la posición {offset}; {advice}",
    "it looks like {kind}": "parece {kind}",
    "a zipped format": "un formato comprimido",
    "save it as UTF-8, or say --encoding windows-1252 if it is":
        "guárdelo como UTF-8, o diga --encoding windows-1252 si lo es",
    "is no {kind} file: it is encrypted, or of an older format; save it without a password":
        "no es un archivo {kind}: está cifrado o es de un formato anterior; guárdelo sin contraseña",
    "is larger than {size} MB": "pasa de {size} MB",
    "is damaged or no {kind} file": "está dañado o no es un archivo {kind}",
    "holds more than {max_entries:,} files": "contiene más de {max_entries:,} archivos",
    "is encrypted: save it without a password": "está cifrado: guárdelo sin contraseña",
    "is packed in a way that {kind} files are not: {name}":
        "está comprimido de un modo ajeno a los archivos {kind}: {name}",
    "is damaged or no {kind} file: it has no {name}": "está dañado o no es un archivo {kind}: no tiene {name}",
    "is damaged or no {kind} file: it has no document": "está dañado o no es un archivo {kind}: no tiene documento",
    "is damaged: {filename} cannot be unpacked": "está dañado: {filename} no se puede descomprimir",
    "unpacks to more than a draft can hold: {filename}":
        "descomprimido es más de lo que cabe en un borrador: {filename}",
    "has no text, only pictures of it: recognise the text first, or give another format":
        "no tiene texto, solo imágenes: páselo antes por un reconocedor de texto, o dé otro formato",
    "has more than {max_pages:,} pages": "tiene más de {max_pages:,} páginas",
    "PDF files need the pdf extra: pip install 'imss-check[pdf]'":
        "para leer PDF hace falta el extra pdf: pip install 'imss-check[pdf]'",
    "is damaged or no PDF file": "está dañado o no es un PDF",
    "holds more text than a draft can": "tiene más texto del que cabe en un borrador",
    "is damaged: page {page} cannot be read": "está dañado: no se puede leer la página {page}",
    "has a part that is not written in UTF-8: {part}; save it anew":
        "tiene una parte que no está en UTF-8: {part}; vuelva a guardarlo",
    "has changed since it was checked": "cambió después de revisado",
    "holds more than {max_text:,} characters": "tiene más de {max_text:,} caracteres",
    "holds more than {max_lines:,} paragraphs": "tiene más de {max_lines:,} párrafos",
    "holds more elements than a draft can: {part}": "tiene más elementos de los que caben en un borrador: {part}",
    "has a document type declaration, which {kind} files never have: {part}":
        "declara un tipo de documento, lo que un archivo {kind} nunca hace: {part}",
    "is nested too deeply: {part}": "está anidado con demasiada profundidad: {part}",
    "is damaged: {part} is no XML: {why}": "está dañado: {part} no es XML: {why}",
    "is damaged: {part} makes no sense": "está dañado: {part} no tiene sentido",
    # the fact base, its commands
    "the fact base is invalid:": "la base de datos tiene defectos:",
    "--facts {path}: there is no such folder": "--facts {path}: no existe esa carpeta",
    "--facts {path}: there is no .yaml file in this folder": "--facts {path}: no hay archivos .yaml en esta carpeta",
    "no metric is named like {text!r}": "ningún indicador se llama como {text!r}",
    "{name}: there is no .yaml file in {folder} at that revision":
        "{name}: en esa revisión no hay archivos .yaml en {folder}",
    "{name}: neither a folder nor a git revision: {why}": "{name}: no es carpeta ni revisión de git: {why}",
    "{name} is no sound base:": "{name} no es una base sin defectos:",
    "{name} has too few figures for a chart": "{name} tiene muy pocas cifras para una gráfica",
    "the shipped base is part of the program: name your own, --facts shipped --facts DIR":
        "la base incluida es parte del programa: nombre la suya, --facts shipped --facts CARPETA",
    "missing: {known}": "falta: {known}",
    "there is no metric {metric!r}": "no hay ningún indicador {metric!r}",
    "{period!r} is no period (2021, 2021-01, 2021-01-19 or A/B)":
        "{period!r} no es un periodo (2021, 2021-01, 2021-01-19 o A/B)",
    "a figure needs a source": "una cifra necesita una fuente",
    "{printed!r} is read as no number: say its value": "{printed!r} no se lee como un número: diga su valor",
    "there is no source {name!r}: a new one needs a publisher, a kind and a language":
        "no hay ninguna fuente {name!r}: una nueva necesita editor, tipo e idioma",
    "the base would not be sound:": "la base quedaría con defectos:",
    "{metric} is no mapping": "{metric} no es un mapa",
    "{metric} stands on one line: write it out": "{metric} está en una sola línea: escríbalo en varias",
    "the observations of {metric} stand on one line: write them one a line":
        "las observaciones de {metric} están en una sola línea: escriba una por línea",
    "{name} is there already": "{name} ya existe",
    "{metrics} metrics, {observations} observations, {sources} sources, {relations} relations: {defects} defects":
        "{metrics} indicadores, {observations} observaciones, {sources} fuentes, {relations} relaciones: "
        "{defects} defectos",
    "known: {metric} {period}: {working}, printed {printed:,f}: {why}":
        "conocida: {metric} {period}: {working}, publicada {printed:,f}: {why}",
    # the fact base, its defects
    "usage: python -m imss_check.facts.compile OUT [DIR…]": "uso: python -m imss_check.facts.compile SALIDA [CARPETA…]",
    "no fact base: there is no metric in any *.yaml": "no hay base de datos: ningún *.yaml tiene indicadores",
    "there is no fact base: no metric in any *.yaml": "no hay base de datos: ningún *.yaml tiene indicadores",
    "is no valid YAML: {problem}": "no es YAML válido: {problem}",
    "is no valid YAML: {why}": "no es YAML válido: {why}",
    "is no valid YAML: half of a surrogate pair is no character":
        "no es YAML válido: medio par sustituto no es un carácter",
    "is nested too deeply": "está anidado con demasiada profundidad",
    "a key must be text": "una clave debe ser un texto",
    "key {value!r} stands twice (first in line {key_line})":
        "la clave {value!r} está dos veces (la primera, en la línea {key_line})",
    "anchors and aliases are not allowed ({anchor!r}): write it out":
        "no se permiten anclas ni alias ({anchor!r}): escríbalo completo",
    "{what} must be text": "{what} debe ser un texto",
    "{what} must be a mapping": "{what} debe ser un mapa",
    "{what} must be a list": "{what} debe ser una lista",
    "{what} has an unknown key {key!r} (known: {known})":
        "{what} tiene una clave desconocida, {key!r} (las hay: {known})",
    "{what} has no {key}": "{what} no tiene {key}",
    "each of {what}": "cada elemento de {what}",
    "the observation": "la observación",
    "the scope": "el alcance",
    "the reason of a known failure": "el motivo de una falla conocida",
    "metric {name!r}": "el indicador {name!r}",
    "unit {key!r}": "la unidad {key!r}",
    "source {key!r}": "la fuente {key!r}",
    "{key!r} is no id: lower-case words joined by _ or -":
        "{key!r} no sirve de clave: palabras en minúsculas unidas por _ o -",
    "{id!r} stands twice (first in {place})": "{id!r} está dos veces (la primera, en {place})",
    "{value!r} is no decimal in base units": "{value!r} no es un decimal en unidades base",
    "{period!r} is no period": "{period!r} no es un periodo",
    "{key} is {value!r}, not one of {known}": "{key} es {value!r}, que no está entre {known}",
    "as no number": "como ningún número",
    "printed {printed!r} reads {reading}, but the value is {value:f}":
        "lo publicado, {printed!r}, se lee {reading}, pero el valor es {value:f}",
    "{high:f} and {low:f} for {metric} {period}: a slip of scale?":
        "{high:f} y {low:f} para {metric} {period}: ¿un error de escala?",
    "stands twice (first in line {line})": "está dos veces (la primera, en la línea {line})",
    " (meant {close}?)": " (¿quiso decir {close}?)",
    "unit {unit!r} is not in units.yaml{near}": "la unidad {unit!r} no está en units.yaml{near}",
    "source {source!r} is not in sources.yaml{near}": "la fuente {source!r} no está en sources.yaml{near}",
    "{key}: there is no metric {name!r}{near}": "{key}: no hay ningún indicador {name!r}{near}",
    "{key} leads back to {id!r} itself": "{key} lleva de vuelta a {id!r}",
    "the relation: there is no metric {name!r}{near}": "la relación: no hay ningún indicador {name!r}{near}",
    "{metric} {period}: {working}, printed {printed} ({source})":
        "{metric} {period}: {working}, publicado {printed} ({source})",
    "the known failure of {period} does not fail": "la falla conocida de {period} no falla",
    "{facet} {value!r} is not in scopes.yaml{near}": "{facet} {value!r} no está en scopes.yaml{near}",
    "published {published!r} is no date (2021-01-19, 2021-01 or 2021)":
        "published {published!r} no es una fecha (2021-01-19, 2021-01 o 2021)",
    "source {id!r} is used by no observation": "ninguna observación usa la fuente {id!r}",
    "source {id!r} has neither title nor description": "la fuente {id!r} no tiene título ni descripción",
    "the definition {definition!r} does not define {name!r}": "la definición {definition!r} no define {name!r}",
    "pint does not take {definition!r}: {why}": "pint no acepta {definition!r}: {why}",
    "pint cannot resolve {name!r}: {why}": "pint no puede resolver {name!r}: {why}",
    "pint does not take unit {unit!r}: {why}": "pint no acepta la unidad {unit!r}: {why}",
    "{kind} {text!r} has no content word": "{kind} {text!r} no tiene ninguna palabra con contenido",
    "alias {text!r} holds a number: a value is no name": "el alias {text!r} lleva un número: un valor no es un nombre",
    "alias {text!r} of {name!r} is also one of {other!r} ({path}:{line}), and neither unit, kind, grain nor scope "
    "tells them apart":
        "el alias {text!r} de {name!r} también es de {other!r} ({path}:{line}), y ni unidad, ni tipo, ni periodo, ni "
        "alcance los distinguen",
}  # fmt: skip
SYSTEM = {
    "No such file or directory": "no existe tal archivo o carpeta",
    "Permission denied": "sin permiso",
    "Is a directory": "es una carpeta",
    "Not a directory": "no es una carpeta",
    "File exists": "ya existe",
    "Directory not empty": "la carpeta no está vacía",
    "No space left on device": "no queda espacio en el disco",
    "Read-only file system": "el sistema de archivos es de solo lectura",
    "File name too long": "el nombre es demasiado largo",
    "Input/output error": "error de entrada o salida",
}  # fmt: skip
"""What the system says of common errors."""
