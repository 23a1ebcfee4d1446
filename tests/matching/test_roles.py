"""To whom a thing was done, and who did not do it, are not who did it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.roles import did_not
from bot.matching.otherwise.succession import is_beside_named
from bot.question import read

HOSTED = "The warden of the Tide Board, Ada Wren, hosted the warden of the Lock Guild, Bo Lusk."
KEPT = "Ada Wren did not reject the plan of the Tide Board, but Bo Lusk left it with the pilots."
NOW = "The clerk of the Tide Board, Ada Wren, opened the lock."
FREE = "Pilots from Osk, but not those from Tarn, use the lock of the Tide Board free."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who rejected the plan of the Tide Board?", KEPT, "Ada Wren"),
        ("who was clerk of the Tide Board before Wren?", NOW, "Ada Wren"),
        ("who uses the lock of the Tide Board free from Tarn?", FREE, "Pilots"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who hosted the warden of the Lock Guild?", HOSTED, "Ada Wren"),
        ("who did not reject the plan of the Tide Board?", KEPT, "Ada Wren"),
        ("who is the clerk of the Tide Board?", NOW, "Ada Wren"),
        ("who uses the lock of the Tide Board free from Osk?", FREE, "Pilots"),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    given_ = answer(question, sentence, words)
    assert given_ is not None
    assert words in given_


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    for tells in (did_not, is_beside_named):
        assert tells(read(question), sentence, (begin, begin + length)) in (True, False)
