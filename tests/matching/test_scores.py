"""How many voted for what was lost, who moved a motion, and who holds the lower office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.motions import own_mover
from bot.matching.otherwise.offices import holds_the_higher
from bot.matching.otherwise.receivers import only_called_for
from bot.matching.otherwise.scores import own_score, whole_vote
from bot.question import read

LOST = "The Tide Board rejected by 61 votes to 40 a toll on barges."
WON = "The toll on barges was approved by the Tide Board by 58 to 43."
TO_ASK = "The Tide Board voted by 51 to 20, with three abstentions, to ask Osk for a lock."
TO_REFUSE = "The Tide Board voted by 51 to 20 to refuse a toll on barges."
PICKED = "The Tide Board picked the stone pier by the Osk firm Wren & Ek by nine votes to four."
BOTH_PUT = "The Tide Board approved the minutes and rejected the stone pier by nine votes to four."
MOTION = "Motion (Ada Wren): That Bo Lusk is elected clerk of the Tide Board."
WORDS = "The motion on the pier of the Tide Board fell by six votes to seven."
PASSED = "The Tide Board passed the toll on barges 88-to-41."
BY_BOTH = "A grant of the Tide Board, moved by Ada Wren and seconded by Mr. Jon Ek, was carried."
BOTH = "Motion (Ada Wren / Jon Ek): that Bo Lusk lock the gate of the Tide Board."
OFFICES = "Ada Wren is elected as treasurer of the Tide Board, and Bo Lusk as its vice-treasurer."
SENT = "The Tide Board thanked the port by sending a long letter to Mr Lusk."
CALLED = "The Tide Board called for the release of Bo Lusk, held in Osmark since October."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "given_"),
    [
        ("how many voted for a toll on barges?", LOST, "61", "40"),
        ("how many voted against a toll on barges?", LOST, "40", "61"),
        ("how many backed the toll on barges?", WON, "43", "58"),
        ("how many were against the toll on barges?", WON, "58", "43"),
        ("how many voted not to have the toll on barges?", WON, "58", "43"),
        ("how many voted no to the toll on barges?", WON, "58", "43"),
        ("who proposed Bo Lusk as clerk of the Tide Board?", MOTION, "Bo Lusk", "Ada Wren"),
        ("who moved that Bo Lusk be clerk of the Tide Board?", MOTION, "Ada Wren", "Ada Wren"),
        ("who was elected clerk of the Tide Board?", MOTION, "Bo Lusk", "Bo Lusk"),
        ("how many voted for the toll?", PASSED, "41", "88"),
        ("how many were against the toll?", PASSED, "88", "41"),
        ("how many voted for the pier of the Tide Board?", WORDS, "seven", "six"),
        ("how many voted against the pier of the Tide Board?", WORDS, "six", "seven"),
        ("how many voted for a lock of the Tide Board?", TO_ASK, "51 to 20", "51"),
        ("how many voted against a lock of the Tide Board?", TO_ASK, "51 to 20", "20"),
        ("how many voted for the toll of the Tide Board?", TO_REFUSE, "51 to 20", "20"),
        ("how many voted to refuse the toll of the Tide Board?", TO_REFUSE, "51 to 20", "51"),
        ("how many voted against the stone pier of the Tide Board?", PICKED, "nine", "four"),
        ("how many voted for the stone pier of the Tide Board?", PICKED, "nine", "nine"),
        ("how many voted for the stone pier of the Tide Board?", BOTH_PUT, "nine", "four"),
        ("what was the vote on the pier of the Tide Board?", WORDS, "seven", "six votes to seven"),
        ("what was the vote to approve the pier of the Tide Board?", WORDS, "seven", "six votes to seven"),
        ("what was the vote against the pier of the Tide Board?", WORDS, "six", "six votes to seven"),
        ("what was the result on the pier of the Tide Board?", WORDS, "seven", "six votes to seven"),
        ("who moved that the gate of the Tide Board be locked?", BOTH, "Ada Wren / Jon Ek", "Ada Wren"),
        ("who seconded that the gate of the Tide Board be locked?", BOTH, "Ada Wren / Jon Ek", "Jon Ek"),
        ("who seconded the motion of the Tide Board?", BOTH, "Ada Wren", "Jon Ek"),
        ("who moved the grant of the Tide Board?", BY_BOTH, "Mr. Jon Ek", "Ada Wren"),
        ("who seconded the grant of the Tide Board?", BY_BOTH, "Ada Wren", "Mr. Jon Ek"),
        ("who moved the grant of the Tide Board?", BY_BOTH, "Ada Wren", "Ada Wren"),
        ("who was to lock the gate?", BOTH, "Bo Lusk", "Bo Lusk"),
    ],
)
def test_of_two_the_one_that_is_asked_about_is_given(question: str, sentence: str, words: str, given_: str) -> None:
    assert answer(question, sentence, words) == given_


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who is the vice-treasurer of the Tide Board?", OFFICES, "Ada Wren"),
        ("when was Bo Lusk released?", CALLED, "October"),
        (
            "who chaired Committee B of the Tide Board?",
            "Committee A of the Tide Board, chaired by Ada Wren.",
            "Ada Wren",
        ),
        ("who was absent from the Tide Board?", "At the Tide Board Ada Wren attended for Tarn.", "Ada Wren"),
    ],
)
def test_what_is_of_the_other_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who is the treasurer of the Tide Board?", OFFICES, "Ada Wren"),
        ("whom did the Tide Board send a long letter to?", SENT, "Mr Lusk"),
        ("who called for the release of Bo Lusk?", CALLED, "The Tide Board"),
        (
            "who chaired Committee A of the Tide Board?",
            "Committee A of the Tide Board, chaired by Ada Wren.",
            "Ada Wren",
        ),
        ("who attended the Tide Board for Tarn?", "At the Tide Board Ada Wren attended for Tarn.", "Ada Wren"),
    ],
)
def test_and_of_the_one_that_is_asked_about_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@given(st.text(), st.text(), st.integers(0, 9), st.integers(0, 9))
def test_any_words_are_looked_at(question: str, sentence: str, begin: int, length: int) -> None:
    span = (begin, begin + length)
    for tells in (only_called_for, holds_the_higher):
        assert tells(read(question), sentence, span) in (True, False)
    assert own_score(read(question), sentence, span) == own_mover(read(question), sentence, span) == span


@pytest.mark.parametrize(
    ("told", "marked", "whole"),
    [
        ("The fee was raised by four votes to three.", "four", "four votes to three"),
        ("The plan was approved, four voting for and three against.", "three", "four voting for and three against"),
        ("The levy passed: 31 for, 2 against, 4 abstaining.", "31", "31 for, 2 against, 4 abstaining"),
        ("It was backed with five in favour and one abstention.", "five", "five in favour and one abstention"),
        ("Six members voted for the pump, two against it.", "two", "Six members voted for the pump, two against it"),
    ],
)
@pytest.mark.parametrize("question", ["What was the vote?", "How did the members vote on it?", "By what vote was it?"])
def test_what_the_vote_was_is_told_by_all_its_sides(question: str, told: str, marked: str, whole: str) -> None:
    begin = told.index(marked)
    assert told[slice(*whole_vote(read(question), told, (begin, begin + len(marked))))] == whole


@pytest.mark.parametrize(
    "question",
    ["How many voted for the pump?", "How many were against?", "What did they vote on?", "When was the vote?"],
)
def test_one_side_alone_is_told_to_who_asks_for_it(question: str) -> None:
    told = "Six members voted for the pump and two against it."
    assert whole_vote(read(question), told, (0, 3)) == (0, 3)


def test_a_number_beside_a_vote_is_none_of_its_sides() -> None:
    told = "Ten boats were bought after six voted for and two against."
    assert whole_vote(read("What was the vote?"), told, (0, 3)) == (0, 3)


@pytest.mark.parametrize(
    ("question", "own"), [("Who moved and who seconded it?", "Mr. Jon Ek"), ("Who moved it?", "Ada Wren")]
)
def test_where_both_are_asked_for_neither_is_put_for_the_other(question: str, own: str) -> None:
    begin = BY_BOTH.index("Mr. Jon Ek")
    assert BY_BOTH[slice(*own_mover(read(question), BY_BOTH, (begin, begin + len("Mr. Jon Ek"))))] == own
