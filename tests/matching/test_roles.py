"""To whom a thing was done, who did not do it, and who holds the office now are not who did it or held it before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.holders import is_beside_named, is_the_present_one
from bot.matching.otherwise.roles import did_not, is_done_to, only_presided
from bot.question import read

HOSTED = "The warden of the Tide Board, Ada Wren, hosted the warden of the Lock Guild, Bo Lusk."
KEPT = "Ada Wren did not reject the plan of the Tide Board, but Bo Lusk left it with the pilots."
NOW = "The clerk of the Tide Board, Ada Wren, opened the lock."
FREE = "Pilots from Osk, but not those from Tarn, use the lock of the Tide Board free."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who hosted the warden of the Lock Guild?", HOSTED, "Bo Lusk"),
        ("who rejected the plan of the Tide Board?", KEPT, "Ada Wren"),
        ("who is the former clerk of the Tide Board?", NOW, "Ada Wren"),
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


def test_who_was_invited_is_told_to_whom_that_is_asked_for() -> None:
    told = "Bo Lusk was invited by Ada Wren."
    assert not is_done_to(read("Who invited Bo Lusk?"), told, (23, 31))
    assert not is_done_to(read("Who was invited by Ada Wren?"), told, (0, 7))


@pytest.mark.parametrize(
    ("question", "sentence", "words", "presided"),
    [
        (
            "whom did the guild meet",
            "The guild met in Tarn on 3 May, with Dame Ada Wren in the chair.",
            "Ada Wren",
            True,
        ),
        ("Who did the guild meet with?", "The guild met with Ada Wren, its warden, presiding.", "Ada Wren", True),
        ("whom did the guild meet", "The guild met with the clerk in attendance.", "the clerk in attendance", True),
        ("whom did the guild meet", "The guild met with Bo Lusk, with Ada Wren in the chair.", "Bo Lusk", False),
        ("who chaired the guild", "The guild met in Tarn, with Ada Wren in the chair.", "Ada Wren", False),
        ("whom did the guild meet", "The guild met Ada Wren in the chairmaker's shop.", "Ada Wren", False),
    ],
)
def test_who_presided_is_not_whom_somebody_met(question: str, sentence: str, words: str, *, presided: bool) -> None:
    begin = sentence.index(words)
    assert only_presided(read(question), sentence, (begin, begin + len(words))) is presided


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    for tells in (is_done_to, did_not, only_presided, is_the_present_one, is_beside_named):
        assert tells(read(question), sentence, (begin, begin + length)) in (True, False)
