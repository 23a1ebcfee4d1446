"""A number that belongs to the one asked for is not told for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from quay_works import Line

from bot.matching.otherwise.numbers import (
    counts_otherwise,
    is_another_number,
    own_number,
    with_percent,
    without_other_sum,
)
from bot.question import read

SIGNED = "The letter on the lock was signed by 140 of the union's 310 pilots."
LEFT = "Of the harbour's 240 pilots, 31 have left since last autumn."
LOCKS = "The guild runs eleven locks, three of them on the Tarn; none is shut."
BERTHS = "The harbour has 112 berths, 9 of which are vacant."
ROSE = "Traffic at the lock has risen from 41 to 67 boats since March."
LOST = "The pilots lose 2,000 crowns a day by the strike."
HEARD = "The inquiry into the lock has heard 14 pilots so far."
ONE_IN = "The union said that one pilot in ten had no berth."
FUND = "The ministers set up a Lock Fund of 120 million crowns."
AGAINST = "Eleven of the 19 pilots were against the lock."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("how many pilots signed the letter?", SIGNED, "310"),
        ("how many pilots are there in the union in all?", SIGNED, "140"),
        ("how many pilots has the harbour?", LEFT, "31"),
        ("how many pilots does the harbour have?", LEFT, "31"),
        ("how many pilots have left the harbour?", LEFT, "240"),
        ("how many boats used the lock in March?", ROSE, "67"),
        ("how many boats used the lock before?", ROSE, "67 boats"),
        ("how many boats use the lock now?", ROSE, "41"),
        ("how much have the pilots lost in total by the strike?", LOST, "2,000 crowns"),
        ("how many pilots will the inquiry into the lock hear?", HEARD, "14 pilots"),
        ("how many pilots will the inquiry into the lock hear?", HEARD, "14"),
        ("how many pilots had no berth?", ONE_IN, "one"),
        ("how much does Osmark pay into the lock fund?", FUND, "120 million crowns"),
        ("how much of the lock fund comes from Osmark?", FUND, "120 million crowns"),
        ("how many pilots were for the lock?", AGAINST, "Eleven"),
        ("how much is a berth?", BERTHS, "112 berths"),
    ],
)
def test_another_number_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


def test_a_fact_with_another_number_is_not_given() -> None:
    fact: Line = (LEFT, "how_many", "How many of the harbour's 240 pilots have left?", "31")
    assert answer("how many pilots does the harbour have?", LEFT, "31", fact) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("how many pilots signed the letter?", SIGNED, "140"),
        ("how many pilots does the union have?", SIGNED, "310"),
        ("how many pilots have left the harbour?", LEFT, "31"),
        ("how many pilots has the harbour?", LEFT, "240"),
        ("how many berths are vacant in the harbour?", BERTHS, "9"),
        ("how many berths are there in the harbour?", BERTHS, "112"),
        ("how many pilots took part?", "Of 64 pilots 41 backed the lock.", "64"),
        ("how many boats used the lock in March?", ROSE, "41"),
        ("how many boats use the lock now?", ROSE, "67"),
        ("from what to what has traffic risen?", ROSE, "41 to 67 boats"),
        ("how much do the pilots lose a day by the strike?", LOST, "2,000 crowns"),
        ("how many pilots has the inquiry heard so far?", HEARD, "14 pilots"),
        ("how many pilots had no berth?", ONE_IN, "one pilot in ten"),
        ("how much is the lock fund?", FUND, "120 million crowns"),
        ("how many pilots were against the lock?", AGAINST, "Eleven of the 19"),
        ("how many members of the board met?", "One member of the board met in 2024.", "One"),
    ],
)
def test_the_number_that_is_asked_for_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


VOTED = "On the lock fee 9 were in favour, 3 against and 2 abstained."
FOR_EACH = "Seven pilots voted for Ada Wren and two for Bo Lusk."
CAME = "Some 60 pilots came to the lock, including 14 port masters and three mayors."
BETWEEN = "The lock takes between 20 and 30 boats a day."
COUNTED = "The lock has 12 gates and three bridges."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "said"),
    [
        ("How many pilots voted for Ada Wren?", FOR_EACH, "two", "Seven"),
        ("How many pilots voted for Bo Lusk?", FOR_EACH, "Seven pilots voted for Ada Wren and two", "two"),
        ("how many voted against the lock fee?", VOTED, "9 were in favour, 3", "3"),
        ("how many pilots came to the lock?", CAME, "60 pilots came to the lock, including 14", "60"),
        ("How many pilots voted for Bo Lusk?", FOR_EACH, "two", "two"),
        ("how many boats a day does the lock take?", BETWEEN, "between 20 and 30", "between 20 and 30"),
        (
            "how many gates and bridges has the lock?",
            COUNTED,
            "12 gates and three bridges",
            "12 gates and three bridges",
        ),
        ("who voted for Bo Lusk?", FOR_EACH, "two", "two"),
    ],
)
def test_of_several_counts_the_one_of_what_is_asked_is_marked(
    question: str, sentence: str, words: str, said: str
) -> None:
    begin = sentence.index(words)
    assert sentence[slice(*own_number(read(question), sentence, (begin, begin + len(words))))] == said


def test_a_count_with_the_number_of_the_next_is_no_answer() -> None:
    assert answer("how many guests were there?", CAME, "14 port masters and three") is None
    assert answer("how many boats a day does the lock take?", BETWEEN, "20 and 30") == "20 and 30"


def test_who_gives_may_be_named_before() -> None:
    told = "It will contribute 7 million crowns."
    assert not is_another_number(read("how much does Osmark pay into the fund?"), told, (19, 35))


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(question: str, text: str, begin: int, end: int) -> None:
    assert is_another_number(read(question), text, (begin, end)) in (True, False)


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("how many ports took part", "64", "9"),
        ("how many pilots took part", "9", "64"),
        ("how many pilots took part", "64", "64"),
        ("how many boats took part", "64", "64"),
    ],
)
def test_of_two_numbers_the_one_of_what_is_counted_is_marked(question: str, marked: str, own: str) -> None:
    told = "A total of 64 young pilots from 9 ports took part."
    begin = told.index(marked)
    assert told[slice(*own_number(read(question), told, (begin, begin + len(marked))))] == own


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("who pledged 8 million crowns?", "Tarn pledged 3 million crowns.", True),
        ("who paid £900?", "Payments of £2,317 were approved.", True),
        ("what did the forty pilots ask for?", "The 31 pilots asked for a boat.", True),
        ("who pledged 3 million crowns?", "Tarn pledged 3,000,000 crowns.", False),
        ("who pledged 3 million crowns?", "Tarn pledged 3.02 million crowns.", False),
        ("who pledged 8 million crowns?", "Tarn pledged 3 boats.", False),
        ("who spoke at the 2024 meetings?", "Ada Wren spoke at 3 meetings.", False),
        ("who raised the fee to 36 crowns?", "The board raised the fee from 30 crowns to 36 crowns.", False),
        ("did Tarn pledge 8 million crowns?", "Tarn pledged 3 million crowns.", False),
        ("which one passed?", "The crane on Pier 3 passed.", False),
        ("who said that one passed?", "Bo Lusk said that 3 passed.", True),
    ],
)
def test_an_amount_that_a_sentence_tells_otherwise(question: str, sentence: str, otherwise: bool) -> None:
    assert counts_otherwise(read(question), sentence) == otherwise


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("how many pilots are under 30", "58 pilots, of whom 17", "17"),
        ("how many pilots are under 30", "58", "17"),
        ("how many pilots does the union have", "58 pilots, of whom 17", "58"),
        ("how many pilots did the union count", "58 pilots, of whom 17", "58"),
        ("how many pilots are under 30", "17", "17"),
    ],
)
def test_of_all_and_some_of_them_those_that_are_asked_for_are_marked(question: str, marked: str, own: str) -> None:
    told = "The union counted 58 pilots, of whom 17 are under 30."
    begin = told.index(marked)
    assert told[slice(*own_number(read(question), told, (begin, begin + len(marked))))] == own


@pytest.mark.parametrize(
    ("question", "told", "marked", "own"),
    [
        ("how many locks of the guild are on the Tarn", LOCKS, "eleven", "three"),
        ("how many locks are on the Tarn", LOCKS, "eleven locks, three of them", "three"),
        ("how many locks does the guild have", LOCKS, "three", "eleven"),
        ("how many locks of the guild are on the Tarn", LOCKS, "three", "three"),
        ("how many locks lie by the river", LOCKS, "three", "three"),
        ("how many berths are vacant in the harbour", BERTHS, "112", "9"),
        ("how many berths does the harbour have", BERTHS, "9", "112"),
    ],
)
def test_some_of_them_are_those_of_which_it_is_told(question: str, told: str, marked: str, own: str) -> None:
    begin = told.index(marked)
    assert told[slice(*own_number(read(question), told, (begin, begin + len(marked))))] == own


SPENT = "Of the fund 90 crowns will go to hatcheries and 35 crowns to quay boats."
CAME = "There had been 23 applicants and five interviews."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("how many crowns will go to quay boats", SPENT, "90 crowns", "35"),
        ("how many crowns will go to quay boats", SPENT, "35", "35"),
        ("how many crowns will go to hatcheries", SPENT, "35", "90"),
        ("how many interviews were held", CAME, "23", "five"),
        ("how many applicants were there", CAME, "23", "23"),
        # What both are told with, and what is told by a verb of its own, says nothing of the other.
        ("how many crowns will be spent", SPENT, "90", "90"),
        (
            "how much did it cost Tarn",
            "It cost 3 million crowns, and 40 men built it for Tarn.",
            "3 million",
            "3 million",
        ),
        ("how many pilots are gone", "Of the 240 pilots, 31 have left.", "31", "31"),
    ],
)
def test_of_two_counts_the_one_is_marked_that_is_told_with_what_is_asked(
    question: str, sentence: str, marked: str, own: str
) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*own_number(read(question), sentence, (begin, begin + len(marked))))] == own


def test_a_fact_whose_number_is_told_with_something_else_is_not_given() -> None:
    fact: Line = (SPENT, "how_many", "How many crowns will go to hatcheries?", "90 crowns")
    assert answer("how many crowns will go to quay boats?", SPENT, "Of the fund", fact) != "90 crowns"


@pytest.mark.parametrize(
    ("question", "words", "given"),
    [
        ("What will 35 crowns go to?", "hatcheries", None),
        ("What will 90 crowns go to?", "hatcheries", "hatcheries"),
        ("What will 35 crowns go to?", "quay boats", "quay boats"),
        ("What will 90 crowns go to?", "quay boats", None),
    ],
)
def test_what_an_amount_goes_to_is_its_own(question: str, words: str, given: str | None) -> None:
    assert answer(question, SPENT, words) == given


def test_who_signed_what_has_two_counts_is_told() -> None:
    told = "The pact of 30 ports, and 12 observers, was signed by Ada Wren."
    assert answer("Who signed the pact of 30 ports?", told, "Ada Wren") == "Ada Wren"


@pytest.mark.parametrize(
    ("question", "marked", "said"),
    [
        ("What was the gain?", "£410 and savings of £820", "£410"),
        ("What were the gain and the savings?", "£410 and savings of £820", "£410 and savings of £820"),
        ("What was the gain?", "£410", "£410"),
        ("What did it lose?", "12 boats and 3 nets", "12 boats and 3 nets"),
    ],
)
def test_a_number_is_told_without_the_next_one_that_says_itself_what_it_is_of(
    question: str, marked: str, said: str
) -> None:
    told = f"It ended the year with {marked}."
    begin = told.index(marked)
    assert told[slice(*without_other_sum(read(question), told, (begin, begin + len(marked))))] == said


@pytest.mark.parametrize(
    ("told", "marked", "said"),
    [
        ("The flu had reached 1 in 5 pilots.", "1", "1 in 5"),
        ("Three out of every four boats leak.", "Three", "Three out of every four"),
        ("At least one in ten was shut.", "one", "one in ten"),
        # What is no share of so many.
        ("The guild counted 9 in 4 of the streets.", "9", "9"),
        ("They lost 5 in 2023.", "5", "5"),
        ("They met twice, 4 in 12 Sarn Street.", "4", "4"),
        ("Rule 21 in 30 pages.", "Rule", "Rule"),
        ("It has 3 boats in 5 ports.", "3 boats", "3 boats"),
    ],
)
def test_of_how_many_a_share_is_told(told: str, marked: str, said: str) -> None:
    begin = told.index(marked)
    assert told[slice(*with_percent(told, (begin, begin + len(marked))))] == said
