"""Who did something for one did not do it for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.on_behalf import is_for_another
from bot.question import read

SEALED = "The Tide Board read the pact which Ada Wren sealed for Norrmark and which Sydmark broke."
SANG = "Ada Wren sang for the Tide Board, and Bo Lusk sang for the Brask Choir."
SIGNED = "Ada Wren of the Tide Board signed the new pact on behalf of the Norrmarkish pilots."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who sealed the pact of the Tide Board for Sydmark?", SEALED),
        ("Who sang for the Welm Band?", SANG),
        ("Who signed the pact of the Tide Board for Sydmark?", SIGNED),
    ],
)
def test_who_did_it_for_another_is_offered_at_most(question: str, sentence: str) -> None:
    assert answer(question, sentence, "Ada Wren") is None
    assert is_for_another(read(question), sentence, (0, 8))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who sealed the pact of the Tide Board for Norrmark?", SEALED),
        ("Who sealed the pact of the Tide Board?", SEALED),
        ("Who sang for the Tide Board?", SANG),
        ("Who signed the pact of the Tide Board for Norrmark?", SIGNED),
        # Neither says for whom: then it may be so.
        ("Who signed the pact for Osmark?", "Ada Wren signed the pact of the Tide Board, and voted for Lusk."),
        ("Who signed the pact for the pilots?", SIGNED),
        ("Who played for Tarn?", "Bo Lusk played for Osk and Tarn."),
        ("Who signed the pact for Osmark?", "Ada Wren signed the pact for Tarn and for Osmark."),
    ],
)
def test_who_did_it_for_whoever_is_named_or_nobody_is_let_be(question: str, sentence: str) -> None:
    assert not is_for_another(read(question), sentence, (0, 8))


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert is_for_another(read(question), sentence, (0, 3)) in (True, False)
