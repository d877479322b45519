"""Where sentences end, and which language they speak."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_check.text.read import draft_from_text
from imss_check.text.sentences import split_sentences

ONE = [
    "El Dr. Pérez recibió a 12 pacientes.",
    "La Mtra. Ana López, del Ing. Civil No. 5, firmó.",
    "Llegó a EE. UU. con 1,525.5 pesos.",
    "Published on Jan. 19 with 83.2 million people.",
    "Abre a las 9 a.m. y cierra a las 8 p.m. cada día.",
    "Sumó 20.6 millones; la cifra, dijo, es un récord; nadie lo duda.",
    "La cifra subió... y luego bajó.",
    "El informe de J. R. Ortega cita 3 cifras.",
    "Costó 200 mdp. en total.",
    "Véase el art. 27 y la pág. 8 del informe.",
    "El Instituto Mexicano del Seguro Social, S.A. de C.V. no existe.",
    "1. El IMSS atiende a 71.6 millones.",
]
SEVERAL = [
    ("Hay 25 hospitales. Tienen 100 camas.", ["Hay 25 hospitales.", "Tienen 100 camas."]),
    ("¿Cuántas camas hay? Hay 56 mil.", ["¿Cuántas camas hay?", "Hay 56 mil."]),
    ('"Somos 435 mil." Así lo dijo.', ['"Somos 435 mil."', "Así lo dijo."]),
    ("Fue en 2021.El IMSS creció.", ["Fue en 2021.", "El IMSS creció."]),
    ("Creció 5%. ¡Nunca tanto! Es récord.", ["Creció 5%.", "¡Nunca tanto!", "Es récord."]),
    ("Viven en EE. UU. El resto vive aquí.", ["Viven en EE. UU.", "El resto vive aquí."]),
    ("It opens at 9 a.m. The clinics follow.", ["It opens at 9 a.m.", "The clinics follow."]),
    ("Nunca hubo tantos. · El aumento fue de 5.", ["Nunca hubo tantos.", "El aumento fue de 5."]),
    ("Suma 50 mil 768 estudios… Otros 5 siguen.", ["Suma 50 mil 768 estudios…", "Otros 5 siguen."]),
]


def sentences(text: str) -> list[str]:
    draft = draft_from_text(text)
    return [draft.clean[s.start : s.end] for s in split_sentences(draft)]


@pytest.mark.parametrize("text", ONE)
def test_stays_one(text: str) -> None:
    assert sentences(text) == [text if not text.startswith("1.") else text[3:]]


@pytest.mark.parametrize(("text", "parts"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_splits(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_each_sentence_speaks_its_own_language() -> None:
    text = (
        "El Instituto atiende cada día a miles de personas en todo el país, según su informe.\n\n"
        "The institute serves thousands of people every day in the whole of the country, it said.\n\n"
        "Total: 5 mil."
    )
    assert [s.language for s in split_sentences(draft_from_text(text))] == ["es", "en", "es"]


def test_a_short_sentence_speaks_the_language_around_it() -> None:
    text = "The institute has a network of clinics in all of the states. Beds: 56,753. They are in the hospitals."
    assert {s.language for s in split_sentences(draft_from_text(text))} == {"en"}


@given(st.text(alphabet="aEl .!?…\n\r·\"'«»5,;()\u00a0é", max_size=200))
def test_sentences_lie_in_order_inside_their_blocks(text: str) -> None:
    draft = draft_from_text(text)
    at = 0
    for sentence in split_sentences(draft):
        block = draft.blocks[sentence.block]
        assert max(at, block.start) <= sentence.start < sentence.end <= block.end
        assert draft.clean[sentence.start : sentence.end].strip() == draft.clean[sentence.start : sentence.end]
        at = sentence.end
