"""What points back tells of what was named there: of another name that its article has it is offered at most."""

from __future__ import annotations

import pytest
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.points_elsewhere import (
    is_told_of_nothing_asked,
    points_to_another,
)
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.question.tokens import content_terms
from bot.replies import Context

LOCKS = (
    "Ferries to Zorby and Quillan will be cut.",
    "The Zorby lock was mended by Ada Vorwick.",
    "Nobody spoke of it.",
    "The lock, 9 metres deep, was dug in 1931.",
)
"""“The lock” is that of Zorby."""
SPEAKERS = (
    "The auditor, Bo Tremlin, had written a letter.",
    "Dr Ada Vorwick spoke of the eels.",
    "She proposed a ladder for them.",
)
BEND = (
    "The guild will pay for a bridge in Osk Lane.",
    "It will cost 9 crowns.",
    "A clerk spoke of the drains in Fenn Street.",
    "“We saw three falls on that bend in May,” said Ada Vorwick.",
)


@pytest.mark.parametrize(
    ("question", "sentences", "is_other"),
    [
        ("How deep is the Quillan lock?", LOCKS, True),
        ("how deep is the quillan lock", LOCKS, True),
        ("When was the Quillan lock dug?", LOCKS, True),
        ("depth of quillan-canal lock", LOCKS, True),
        ("How deep is the Zorby lock?", LOCKS, False),
        ("How deep is the lock?", LOCKS, False),
        ("How deep is the Marvik lock?", LOCKS, False),  # a name that the article has nowhere is doubted otherwise
        ("Is the Quillan lock 9 metres deep?", LOCKS, False),
        ("What did Tremlin propose?", SPEAKERS, True),
        ("what did tremlin propose", SPEAKERS, True),
        ("What did Ada Vorwick propose?", SPEAKERS, False),
        ("What was proposed when Tremlin had written?", SPEAKERS, False),
        ("How many falls were there in Fenn Street?", BEND, True),
        ("How many falls were there in Osk Lane?", BEND, False),
    ],
)
def test_the_thing_is_that_which_was_told_of_last(question: str, sentences: tuple[str, ...], is_other: bool) -> None:
    assert points_to_another(read(question), sentences, len(sentences) - 1, frozenset()) is is_other


def test_of_what_the_title_names_any_sentence_may_tell() -> None:
    assert not points_to_another(read("How deep is the Quillan lock?"), LOCKS, 3, frozenset(("quillan",)))


@pytest.mark.parametrize(("name", "answer"), [("Quillan", None), ("Zorby", "9 metres")])
def test_another_thing_is_offered_however_sure_the_reader_is(name: str, answer: str | None) -> None:
    index = Index([record(THIRD, None, None, list(LOCKS), [])])
    reader = SentenceReader(lambda: StubReader(marks({LOCKS[-1]: "9 metres"})))
    given = reply(f"How deep is the {name} lock?", index, Context(), reader)[0]
    assert (given.answer and given.answer.answer) == answer


@pytest.mark.parametrize(("named", "is_other"), [("Norlan", False), ("Osmarkan", True)])
def test_the_people_of_a_country_are_told_of_where_that_is(named: str, is_other: bool) -> None:
    told = (f"The {named} crew was late.", "A lock board met in Norla.", "It was the last meeting of the year.")
    assert points_to_another(read(f"Why did the {named} board meet?"), told, 2, frozenset()) is is_other


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("When is the new depot of the trams to open?", True),
        ("When will the auditor write a letter?", True),
        ("When will Vorwick propose a ladder?", False),
        ("What is the ladder for the eels?", False),
        ("When is it to open?", False),
        ("When will she open the depot?", False),
        ("Is the new depot of the trams open?", False),
    ],
)
def test_a_sentence_on_her_that_has_nothing_of_what_is_asked_is_of_something_else(question: str, held: bool) -> None:
    assert is_told_of_nothing_asked(read(question), SPEAKERS, 2, frozenset()) is held


def test_what_the_title_has_may_be_told_of_her() -> None:
    asked = read("When is the new depot of the trams to open?")
    assert not is_told_of_nothing_asked(asked, SPEAKERS, 2, content_terms("new depot of the trams"))


def test_a_sentence_that_ends_with_it_tells_of_what_was_named_before() -> None:
    told = ("The guild agreed on a plan for the eels.", "Ada Vorwick will lead on it.")
    asked = ("Who will chair the tram panel?", "Who will lead the eel plan?", "Who leads on eels?")
    assert [is_told_of_nothing_asked(read(each), told, 1, frozenset()) for each in asked] == [True, False, False]
