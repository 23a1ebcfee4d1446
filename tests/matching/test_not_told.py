"""What a sentence only asks, claims or tells of a nameless one is offered at most, and so is what no accord was on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.not_told import is_nameless, is_only_asked, is_without_accord, only_claimed
from bot.question import read

NOTE = "A pilot, Ada Wren, asked the Tide Board who wrote the note."
TALKS = "The Tide Board found no consensus on eels, but agreed on a moratorium for herring."
TIE = "A tie of the Tide Board, with one pilot abstaining, was broken by the warden, Ada Wren."
MOVED = "It was moved by Ada Wren, seconded by Dag Moe, that the huts of the Tide Board be limited to sixty."
RULING = "The inspector's ruling decided it, said the clerk of the Tide Board, Ada Wren."
APPOINTED = "The Tide Board appointed Ada Wren as warden and, as her deputy, Bo Lusk."
CHAIRED = "The Tide Board takes turns: this meeting is chaired by Ada Wren, next one by Bo Lusk."
KEYS = "Asked who had taken the keys of the Tide Board, the warden {} the pilot, Bo Lusk."
RUMOUR = "Ada Wren was asked about a rumour that Bo Lusk had sold the hut of the Tide Board."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who wrote the note to the Tide Board?", NOTE, "Ada Wren"),
        ("what did the Tide Board agree on?", TALKS, "eels"),
        ("which pilot abstained at the Tide Board?", TIE, "Ada Wren"),
        ("how many wherrymen walked out?", "Wherrymen at the three locks of the Tide Board walked out.", "three"),
        ("who sold the hut of the Tide Board?", RUMOUR, "Bo Lusk"),
        ("who took the keys of the Tide Board?", KEYS.format("would not name"), "Bo Lusk"),
        ("who took the keys of the Tide Board?", KEYS.format("thanked"), "Bo Lusk"),
        ("who took the keys of the Tide Board?", KEYS.format("named"), "the warden"),
        ("until when did the Tide Board extend the toll?", "The Tide Board kept the toll of since 1998.", "1998"),
    ],
)
def test_that_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who asked the Tide Board about the note?", NOTE, "Ada Wren"),
        ("what did the Tide Board agree on?", TALKS, "a moratorium for herring"),
        ("who broke the tie of the Tide Board?", TIE, "Ada Wren"),
        ("who took the keys of the Tide Board?", KEYS.format("named"), "Bo Lusk"),
        ("who took the keys of the Tide Board?", "When a" + KEYS[1:].format("pointed to"), "Bo Lusk"),
        ("what number of huts of the Tide Board did Ada Wren propose?", MOVED, "sixty"),
        ("who is the clerk of the Tide Board?", RULING, "Ada Wren"),
        ("how many locks of the Tide Board are there?", "Wherrymen at the three locks walked out.", "three"),
        ("who is the deputy warden of the Tide Board?", APPOINTED, "Bo Lusk"),
    ],
)
def test_and_what_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    given_ = answer(question, sentence, words)
    assert given_ is not None
    assert words in given_


def test_the_deputy_is_told_where_the_chief_was_marked() -> None:
    assert answer("who is the deputy warden of the Tide Board?", APPOINTED, "Ada Wren") == "Bo Lusk"
    assert answer("who is the warden of the Tide Board?", APPOINTED, "Ada Wren") == "Ada Wren"


def test_those_by_whom_an_office_is_asked_for_do_not_hold_it() -> None:
    told = "The Osk Pilots of the Tide Board answer to the warden."
    assert answer("who is the warden to whom the Osk Pilots of the Tide Board answer?", told, "Osk Pilots") is None


def test_of_the_next_one_this_one_tells_nothing() -> None:
    assert answer("who chairs the next meeting of the Tide Board?", CHAIRED, "Ada Wren") is None


def test_a_claim_is_told_where_it_is_asked_for() -> None:
    assert only_claimed(read("Did Bo Lusk sell the hut?"), RUMOUR)
    assert not only_claimed(read("What did the rumour say that Bo Lusk sold?"), RUMOUR)
    assert not only_claimed(read("Was Ada Wren asked?"), RUMOUR)


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    span, asked = (begin, begin + length), read(question)
    for tells in (
        is_only_asked,
        is_without_accord,
        is_nameless,
        only_claimed,
    ):
        assert tells(asked, sentence, span) in (True, False)
