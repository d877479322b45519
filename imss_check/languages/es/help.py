"""Help in Spanish: what the commands, their options and their arguments say in English, and how it is said here."""

HELP = {
    "Check the figures of an article about IMSS, in Spanish or English, against a sourced fact base.":
        "Coteja las cifras de un texto sobre el IMSS, en español o en inglés, con una base de datos con fuentes.",
    "Print the version.": "Muestra la versión.",
    "Check drafts, folders of drafts, or - for standard input.\n\n"
    "Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the job could not be done.":
        "Revisa borradores, carpetas de borradores o, con -, la entrada estándar.\n\n"
        "Estado de salida: 0, nada que llegue a --fail-on; 1, hay hallazgos; 2, no se pudo hacer el trabajo.",
    "Drafts (.md, .markdown, .txt, .docx, .odt, .html, .pdf), folders, or - for stdin.":
        "Borradores (.md, .markdown, .txt, .docx, .odt, .html, .pdf), carpetas o - (entrada estándar).",
    "Write this format, to a file or standard output; may be repeated.":
        "Escribe este formato, en un archivo o en la salida estándar; puede repetirse.",
    "The day that the drafts speak from: 2022-03-01, today, or stated: a draft must say it.":
        "El día desde el que hablan los borradores: 2022-03-01, today (hoy) o stated (cada borrador debe decirlo).",
    "The language of messages.": "El idioma de los mensajes.",
    "A folder of facts instead of the shipped base; several are read as one.":
        "Una carpeta de datos en vez de la base incluida; varias se leen como una sola.",
    "The least severity that gives status 1.": "La gravedad mínima que da estado 1.",
    "The least share of figures held against the base; below it the status is 1.":
        "La proporción mínima de cifras cotejadas con la base; si no se alcanza, el estado es 1.",
    "Only drafts changed since a git revision, and findings on lines that changed.":
        "Solo los borradores que cambiaron desde una revisión de git, y los hallazgos en líneas que cambiaron.",
    "Report only these rules: Q102, or Q3 for all of a family.":
        "Informa solo de estas reglas: Q102, o Q3 para toda una familia.",
    "Do not report these rules.": "No informa de estas reglas.",
    "What terminal and lines list: findings; figures that could not be checked, too; or all figures.":
        "Qué enumeran terminal y lines: los hallazgos; también las cifras que no se pudieron comprobar; o todas.",
    "Colours and links.": "Colores y enlaces.",
    "Show what --fix would change, as a patch, and write no report beside it.":
        "Muestra como parche lo que cambiaría --fix, sin escribir otro informe.",
    "Put the suggestions that are certain into plain text and Markdown drafts.":
        "Aplica las sugerencias seguras en los borradores de texto simple y Markdown.",
    "Findings that are known: they stay in reports, as exempt.":
        "Hallazgos ya conocidos: siguen en los informes, como exentos.",
    "Write the findings of this run to a baseline.": "Escribe los hallazgos de esta corrida en una línea base.",
    "Drop from a baseline what no longer occurs.": "Quita de una línea base lo que ya no aparece.",
    "This configuration instead of the nearest imss-check.toml; none: no file.":
        "Esta configuración en vez del imss-check.toml más cercano; none: ningún archivo.",
    "How many processes check many drafts (default: one a core); the report is the same.":
        "Cuántos procesos revisan muchos borradores (de fábrica, uno por núcleo); el informe es el mismo.",
    "How many figures a draft may have, so that no draft takes minutes; none: any number.":
        "Cuántas cifras puede tener un borrador, para que ninguno tarde minutos; none: sin límite.",
    "Check every draft anew, and keep no report of it.": "Revisa todo de nuevo y no guarda ningún informe.",
    "The encoding of the drafts.": "La codificación de los borradores.",
    "The encoding of the draft.": "La codificación del borrador.",
    "What to call standard input; its ending tells its kind.":
        "Cómo llamar a la entrada estándar; la terminación dice de qué tipo es.",
    "Check one sentence, and show how each figure in it was read, linked and judged.":
        "Revisa una frase y muestra cómo se leyó, vinculó y juzgó cada una de sus cifras.",
    "A sentence, or several.": "Una frase, o varias.",
    "The day to speak from (default: today).": "El día desde el que se habla (si no se dice, hoy).",
    "A folder of facts instead of the shipped base; may be repeated.":
        "Una carpeta de datos en vez de la base incluida; puede repetirse.",
    "Facts instead of the shipped base.": "Datos en vez de la base incluida.",
    "The language of names and messages.": "El idioma de los nombres y los mensajes.",
    "Print what is in force, and from where: a flag, a line of the configuration, or the default.":
        "Muestra qué opciones valen y de dónde vienen: de la línea de comandos, de la configuración o de fábrica.",
    "Say what a rule means, with an example, and how to exempt a figure.":
        "Explica una regla, con un ejemplo, y cómo exentar una cifra.",
    "A rule code, like Q102; without one, all are listed.":
        "El código de una regla, como Q102; sin él, se enumeran todas.",
    "Score the program on labelled claims, by verdict and language.":
        "Califica al programa con cifras etiquetadas, por veredicto y por idioma.",
    "Folders of labelled drafts and sentences, or files of labelled sentences.":
        "Carpetas de borradores y frases etiquetados, o archivos de frases etiquetadas.",
    "How to show the scores.": "Cómo mostrar las calificaciones.",
    "List every miss.": "Enumera cada falla.",
    "Check a whole archive: columns id, text, date, and maybe language and path. A run that was stopped goes on.\n\n"
    "Exit status: 0 nothing at or above --fail-on; 1 findings; 2 the job could not be done, or rows could not be "
    "checked.":
        "Revisa todo un acervo: columnas id, text, date y, si las hay, language y path. Una corrida interrumpida "
        "continúa donde se quedó.\n\n"
        "Estado de salida: 0, nada que llegue a --fail-on; 1, hay hallazgos; 2, no se pudo hacer el trabajo, o hubo "
        "filas que no se pudieron revisar.",
    "Parquet or JSON lines: a file, a folder or a glob, here or behind a URL; or the word report, and the folder of a "
    "run, whose page is printed.":
        "Parquet o JSON por líneas: un archivo, una carpeta o un patrón, aquí o en una URL; o la palabra report y la "
        "carpeta de una corrida, cuya página se imprime.",
    "With report: the folder of a run.": "Con report: la carpeta de una corrida.",
    "The folder for the results.": "La carpeta para los resultados.",
    "The Dask scheduler to work for; without one, processes on this machine.":
        "El planificador de Dask con el que se trabaja; sin él, procesos en esta máquina.",
    "How many processes (default: one a core).": "Cuántos procesos (de fábrica, uno por núcleo).",
    "The data of one part.": "Los datos de cada parte.",
    "The fact base, for people.": "La base de datos, para consultarla.",
    "List the metrics.": "Enumera los indicadores.",
    "Only the metrics of this topic.": "Solo los indicadores de este tema.",
    "Show everything that the base has of a metric.": "Muestra todo lo que la base tiene de un indicador.",
    "The id of a metric, as `facts list` prints it.": "La clave de un indicador, como la muestra `facts list`.",
    "Find metrics by their names and aliases.": "Busca indicadores por sus nombres y alias.",
    "Words that name what is counted.": "Palabras que nombran lo que se cuenta.",
    "How many to show.": "Cuántos mostrar.",
    "List the figures that sources disagree on.": "Enumera las cifras en las que las fuentes no coinciden.",
    "List the metrics whose newest figure is out of force.":
        "Enumera los indicadores cuya cifra más reciente ya no está vigente.",
    "Check the YAML files: every defect in one run, and every relation that does not hold.":
        "Revisa los archivos YAML: todos los defectos de una vez, y toda relación que no se cumple.",
    "Show the figures of a metric over time.": "Muestra las cifras de un indicador a lo largo del tiempo.",
    "Lines with bars, or a chart.": "Líneas con barras, o una gráfica.",
    "Add a figure to the base; on a terminal, what is not given is asked for. The last --facts folder is written to."
    "\n\n"
    "The YAML keeps its comments and order. Nothing is written unless the base is as sound with the figure as without.":
        "Agrega una cifra a la base; en una terminal se pregunta lo que falte. Se escribe en la última carpeta de "
        "--facts.\n\n"
        "El YAML conserva sus comentarios y su orden. No se escribe nada si con la cifra la base queda peor que sin "
        "ella.",
    "The metric that the figure is of.": "El indicador al que pertenece la cifra.",
    "2026-03-31, 2026-03, 2026 or A/B.": "2026-03-31, 2026-03, 2026 o A/B.",
    "The number as the source prints it.": "El número como lo publica la fuente.",
    "In base units (default: what `printed` reads as).": "En unidades base (si no se da, lo que se lee en --printed).",
    "The hedge of the source: about, more_than, at_least …":
        "La reserva de la fuente: about (cerca de), more_than (más de), at_least (al menos)…",
    "An id of sources.yaml, or a new one.": "Una clave de sources.yaml, o una nueva.",
    "Paragraph or table.": "Párrafo o cuadro.",
    "Anything else.": "Cualquier otra nota.",
    "Of a new source.": "De una fuente nueva.",
    "Of a new source: 2026-04-08, 2026-04 or 2026.": "De una fuente nueva: 2026-04-08, 2026-04 o 2026.",
    "Of a new source: official, press, translation.":
        "De una fuente nueva: official (oficial), press (prensa), translation (traducción).",
    "Of a new source: es, en.": "De una fuente nueva: es, en.",
    "Of a new source: its real headline.": "De una fuente nueva: su título verdadero.",
    "Of a new source: what it is, in your own words.": "De una fuente nueva: qué es, en sus propias palabras.",
    "Write every figure of the base with its source, as a table or as JSON.":
        "Escribe todas las cifras de la base con su fuente, como tabla o como JSON.",
    "What to write.": "Qué escribir.",
    "With the figures that follow from others.": "Incluye las cifras que se deducen de otras.",
    "Compare two bases: which figures were added, are gone, or changed. Status 1 where any did.":
        "Compara dos bases: qué cifras se agregaron, se quitaron o cambiaron. Estado 1 si hay alguna.",
    "A folder of facts, or a git revision; REV:DIR is a folder at a revision, `facts` if none is named.":
        "Una carpeta de datos o una revisión de git; REV:CARPETA es una carpeta en una revisión, `facts` si no se dice "
        "otra.",
    "Write the base as pages to browse: metrics by topic, with charts and sources. They need no network.":
        "Escribe la base como páginas para hojear: indicadores por tema, con gráficas y fuentes. No necesitan red.",
    "The folder to write to; it is made if need be.": "La carpeta en que se escribe; se crea si hace falta.",
    "The git hook that checks drafts before they are committed or pushed.":
        "El gancho de git que revisa los borradores antes de un commit o un push.",
    "Install the hook. One that is there keeps its work and runs first; options are those of each run.":
        "Instala el gancho. Si ya hay otro, sigue trabajando y corre primero; las opciones son las de cada corrida.",
    "The hook before a push, not the one before a commit.": "El gancho previo al push, no el previo al commit.",
    "Remove the hook; one that was there before is again what it was.":
        "Quita el gancho; el que hubiera antes vuelve a ser lo que era.",
    "Check the drafts that are staged, or that a push would publish. Nothing staged: status 0.":
        "Revisa los borradores preparados para el commit, o los que publicaría un push. Si no hay ninguno, estado 0.",
    "The figures of published drafts, against the base as it is now.":
        "Las cifras de los textos publicados, frente a la base como está hoy.",
    "Record the figures of published drafts, and the facts that each rests on.":
        "Registra las cifras de los textos publicados y los datos en que se apoya cada una.",
    "Drafts and folders; without one, all that it has.": "Borradores y carpetas; sin ninguno, todos los registrados.",
    "The ledger (default: the nearest imss-ledger.json upwards).":
        "El registro (si no se dice, el imss-ledger.json más cercano hacia arriba).",
    "The day that the drafts speak from.": "El día desde el que hablan los borradores.",
    "The day that the draft speaks from.": "El día desde el que habla el borrador.",
    "Name every published draft that a changed fact breaks, and why; list what is exempt.":
        "Nombra cada texto publicado que un dato corregido deja mal, y por qué; enumera lo exento.",
    "Compare a draft with its translation: figures that are missing, extra, or differ in value, unit or scale.":
        "Compara un borrador con su traducción: cifras que faltan, sobran o difieren en valor, unidad o escala.",
    "A draft.": "Un borrador.",
    "Its translation.": "Su traducción.",
    "Write each finding as a margin comment on its words, in a copy of a Word file.":
        "Escribe cada hallazgo como comentario al margen de sus palabras, en una copia de un archivo de Word.",
    "A Word file (.docx).": "Un archivo de Word (.docx).",
    "The copy with the comments.": "La copia con los comentarios.",
    "The language of the comments.": "El idioma de los comentarios.",
    "Rules: Q102, or Q3 for all of a family.": "Reglas: Q102, o Q3 para toda una familia.",
    "The configuration; none: no file.": "La configuración; none: ningún archivo.",
    "Print the text that is read from a draft: the one to which the offsets of a report refer.":
        "Muestra el texto que se lee de un borrador: aquel al que se refieren las posiciones de un informe.",
    "A draft, or - for standard input.": "Un borrador, o - para la entrada estándar.",
    "Blank what is no prose.": "Deja en blanco lo que no es prosa.",
}  # fmt: skip
METAVARS = {
    "[OPTIONS]": "[OPCIONES]", "COMMAND [ARGS]...": "COMANDO [ARGUMENTOS]...", "PATH...": "RUTA...",
    "[PATH]...": "[RUTA]...", "FILE": "ARCHIVO", "NAME": "NOMBRE", "NAME[=FILE]": "NOMBRE[=ARCHIVO]",
    "DIR": "CARPETA", "[DIR]": "[CARPETA]", "DAY": "DÍA", "YYYY-MM-DD": "AAAA-MM-DD", "CODES": "REGLAS",
    "[CODE]": "[REGLA]", "PERCENT": "PORCENTAJE", "N": "N", "REV": "REVISIÓN", "TEXT": "TEXTO",
    "CLAIMS...": "CIFRAS...", "DATASET|report": "DATOS|report", "tcp://HOST:PORT": "tcp://EQUIPO:PUERTO",
    "BYTES": "BYTES", "METRIC": "INDICADOR", "[METRIC]": "[INDICADOR]", "TOPIC": "TEMA", "PERIOD": "PERIODO",
    "NUMBER": "NÚMERO", "HEDGE": "RESERVA", "ID": "CLAVE", "KIND": "TIPO", "URL": "URL", "OLD": "ANTES",
    "NEW": "DESPUÉS", "A": "A", "B": "B",
}  # fmt: skip
"""What stands for a value; lists of words that are typed as they are (`es|en`) are the same everywhere."""
TEMPLATES = {
    "{help} (default: {default})": "{help} (predeterminado: {default})",
    "{help} There are {names}; the default is terminal on a terminal, lines elsewhere.":
        "{help} Hay {names}; si no se dice, terminal en una terminal y lines en otro caso.",
    "Usage: ": "Uso: ",
    "Options": "Opciones",
    "Arguments": "Argumentos",
    "Commands": "Comandos",
    "Show this message and exit.": "Muestra esta ayuda.",
    "default: {value}": "predeterminado: {value}",
    "required": "obligatorio",
    "Try '{command}' for help.": "La ayuda está en «{command}».",
    "Error: {why}": "Error: {why}",
    "No such option: {name} (Possible options: {names})": "no existe la opción {name} (parecidas: {names})",
    "No such option: {name}": "no existe la opción {name}",
    "No such command {name}. Did you mean {names}?": "no existe el comando {name}; ¿quiso decir {names}?",
    "No such command {name}.": "no existe el comando {name}",
    "Missing command.": "falta el comando",
    "Missing argument {name}.": "falta el argumento {name}",
    "Missing option {name}.": "falta la opción {name}",
    "Option {name} requires an argument.": "la opción {name} necesita un valor",
    "Option {name} does not take a value.": "la opción {name} no lleva valor",
    "Got unexpected extra argument(s) ({names})": "sobran argumentos: {names}",
    "Argument {name} takes {count} values.": "el argumento {name} lleva {count} valores",
    "Invalid value for {name}: {why}": "valor inadmisible de {name}: {why}",
    "{value} is not a valid int.": "{value} no es un número entero",
    "{value} is not a valid int range.": "{value} no es un número entero",
    "{value} is not in the range {range}.": "{value} queda fuera de {range}",
    "Aborted!": "Se interrumpió.",
}  # fmt: skip
"""What help and usage errors are composed of: most of it is what typer says, with blanks for what it fills in."""
