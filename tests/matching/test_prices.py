"""What is proposed, or comes later, is not what it costs now; what is to be done has not been done on that day."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.day_to_come import is_day_to_come
from bot.matching.otherwise.prices import is_only_suggested, is_price_to_come
from bot.matching.otherwise.year_meant import is_not_so_yet, own_coming
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Answer

DAY = datetime.date(2031, 4, 2)


def span_of(sentence: str, words: str) -> tuple[int, int]:
    return sentence.index(words), sentence.index(words) + len(words)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "suggested"),
    [
        ("What is the mooring fee?", "The pilots suggested a mooring fee of £7.", "£7", True),
        ("How much is the rent?", "A rent of £90 was proposed by Ada Wren.", "£90", True),
        ("What was the toll?", "A toll of £4 was rejected.", "£4", True),
        ("What is the toll?", "The toll is 2 crowns, but Tarn proposed 3 crowns.", "3 crowns", True),
        ("What is the toll?", "The toll is 2 crowns, but Tarn proposed 3 crowns.", "2 crowns", False),
        ("What is the toll?", "The proposed toll of £4 was agreed.", "£4", False),
        ("What toll was proposed?", "A toll of £4 was proposed.", "£4", False),
        ("What is the proposed rent?", "A rent of £90 was proposed by Ada Wren.", "£90", False),
        ("How much is the grant?", "A grant of £90 was proposed by Ada Wren.", "£90", False),
    ],
)
def test_what_is_only_suggested_is_no_price(question: str, sentence: str, words: str, suggested: bool) -> None:
    assert is_only_suggested(read(question), sentence, span_of(sentence, words)) is suggested


@pytest.mark.parametrize(
    ("question", "sentence", "coming"),
    [
        ("What is the fare?", "The fare will be £3 from 1 May.", True),
        ("How much is the fare?", "The board raised the fare to £3 from 1 May 2031.", True),
        ("What is the fare?", "The fare was raised to £3 from 1 March 2031.", False),
        ("What is the fare?", "The fare is now £2 and will be £3 from 1 May.", False),
        ("What will the fare be?", "The fare will be £3 from 1 May.", False),
        ("What is the new fare?", "The fare will be £3 from 1 May.", False),
        ("What is the fare from May?", "The fare will be £3 from 1 May.", False),
        ("What is the grant?", "The grant will be £3 from 1 May.", False),
    ],
)
def test_the_price_from_a_later_day_is_not_that_of_now(question: str, sentence: str, coming: bool) -> None:
    assert is_price_to_come(read(question), sentence, DAY) is coming


def test_of_two_prices_the_later_one_is_not_so_yet_though_nobody_says_now() -> None:
    told = "The fare rises from £2 to £3 in May."
    assert is_not_so_yet(read("What is the fare?"), told, span_of(told, "£3"))
    assert not is_not_so_yet(read("What is the fare?"), told, span_of(told, "£2"))
    assert not is_not_so_yet(read("What will the fare be?"), told, span_of(told, "£3"))


def test_what_it_will_cost_is_told_where_what_it_costs_was_marked() -> None:
    told = "The pass is £60; from 1 May 2032 it will cost £72."
    assert told[slice(*own_coming(read("How much will the pass cost?"), told, span_of(told, "£60")))] == "£72"
    assert told[slice(*own_coming(read("How much is the pass?"), told, span_of(told, "£60")))] == "£60"


@pytest.mark.parametrize(
    ("question", "sentence", "to_come"),
    [
        ("When did Ada Wren retire?", "The clerk, Ada Wren, retires in July.", True),
        ("When was the hut opened?", "The hut opens on 6 June.", True),
        ("When did Ada Wren leave?", "Ada Wren leaves the board at the end of May.", True),
        ("When does Ada Wren retire?", "The clerk, Ada Wren, retires in July.", False),
        ("When was the clerk due to retire?", "The clerk, Ada Wren, retires in July.", False),
        ("When did the hut open?", "The hut opened on 6 March.", False),
        ("When did the pilots meet?", "The pilots met on 1 April and meet again on 6 June.", False),
        ("When was the next meeting?", "The next meeting is on 6 June.", False),
    ],
)
def test_a_day_to_come_is_not_when_it_was_done(question: str, sentence: str, to_come: bool) -> None:
    assert is_day_to_come(read(question), sentence, DAY) is to_come


LEAVES = "The clerk, Ada Wren, leaves on 6 June."
FEE = "The mooring fee was raised to £9."
RENT = "The rent is £4."
SUGGESTED = "The pilots suggested a key deposit of £7."
FACT: Line = (LEAVES, "when", "When does Ada Wren leave?", "6 June 2031")


def answer(question: str, facts: list[Line]) -> Answer | None:
    index = Index([record("2031-04-02-hut", DAY, None, [LEAVES, FEE, RENT, SUGGESTED], facts)])
    told = {LEAVES: "6 June", FEE: "£9", SUGGESTED: "£7"}
    return reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(told, yes=0.9))))[0].answer


@pytest.mark.parametrize("facts", [[], [FACT]])
def test_neither_a_fact_nor_the_reader_gives_a_day_to_come_as_done(facts: list[Line]) -> None:
    assert answer("When did Ada Wren leave?", facts) is None
    told = answer("When does Ada Wren leave?", facts)
    assert told is not None
    assert told.answer == "6 June 2031"


def test_a_price_that_was_suggested_is_offered_at_most() -> None:
    assert answer("What is the key deposit?", []) is None


def test_that_one_price_was_raised_says_nothing_of_another() -> None:
    given = answer("Was the rent raised?", [])
    assert given is None or not given.answer.startswith("Yes")
