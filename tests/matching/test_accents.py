"""Names are known though they are typed without the accents that a sentence writes, or with those that it lacks."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.words_that_answer import words_that_answer
from bot.question import read

CREW = "The crew had Pilot Lucía Rém and the chair of the Lode Divers' Union, Tomás Öberg."
LABELLED = "Élodie Wren opened the lock and Åsa Lund the mill."


@pytest.mark.parametrize("name", ["tomas oberg", "Tomas Oberg", "tomás öberg", "Tomás Öberg"])
def test_who_somebody_is_is_told_however_the_name_is_typed(name: str) -> None:
    assert answer(f"who is {name}", CREW, "chair of the Lode Divers' Union") == "chair of the Lode Divers' Union"


def test_somebody_else_is_told_apart_by_more_than_accents() -> None:
    assert answer("who is tomas ellery", CREW, "chair of the Lode Divers' Union") is None


@pytest.mark.parametrize(("thing", "who"), [("mill", "Åsa Lund"), ("lock", "Élodie Wren")])
def test_a_name_that_begins_with_an_accent_is_a_name(thing: str, who: str) -> None:
    begin, end = words_that_answer(read(f"Who opened the {thing}?"), LABELLED, (0, len("Élodie Wren")))
    assert LABELLED[begin:end] == who
