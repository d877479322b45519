"""Spanish abbreviations whose stop does not end a sentence, folded, without the stop."""

BEFORE_NAME = frozenset(
    "dr dra drs ing lic lics mtro mtra sr sra srta srs sres arq prof profa gral cap cnel tte alm c cc col av ave blvd "
    "sta sto ee dip sen cp qfb enf psic ma fco".split()
)
"""A name follows: the sentence goes on."""
BEFORE_NUMBER = frozenset(
    "no nos num nums art arts fracc fr inc pag pags p pp cap vol t aprox tel ext km ene feb mar abr may jun jul ago "
    "sep sept oct nov dic exp lib ap".split()
)
"""A number follows, else it may be the end."""
CLOSING = frozenset("etc uu mn mx cv sa sc mdp mdd mmdp am pm ac dc ud uds cia ltda".split())
"""May end a sentence or not."""
