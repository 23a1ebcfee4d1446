"""A number of something else than is asked for is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.other_counts import counts_something_else, counts_states
from bot.question import read

CALL = "The call was joined by keepers of four other locks and staff from 9 federal bureaus."
CROWD = "A crowd of 400 people waited, and delegations of 60 guests came by boat."
SESSION = "She was joined at the panel by staff from 9 bureaus."
MADE_UP = "The panel is made up of 14 members, of whom 12 attended."
PARTY = "The ruling Plough Party has 90 seats; 84 of its members voted for the toll and five against."
WITHIN = "In the Rose Party, 30 members voted against the toll and three abstained."
NUMBERED = "Six members of the Rose Party voted for the toll, which was carried by 52 votes to 40."
BACKED = "Forty members backed the amendment of the Rose Party."
SOLD = "The Tide Board sold 12 tonnes of perch and 20 boxes of crabs."


def told(question: str, sentence: str, number: str) -> bool:
    begin = sentence.index(number)
    return counts_something_else(read(question), sentence, (begin, begin + len(number)))


@pytest.mark.parametrize(
    ("question", "sentence", "number"),
    [
        ("How many people joined the call?", CALL, "four"),
        ("How many participants did the call have?", CALL, "9"),
        ("how many folks turned up?", CALL, "four"),
        ("How many bureaus sit on the panel?", SESSION, "9"),
        ("How many sit on the panel?", SESSION, "9"),
        ("How many members does the panel have?", SESSION, "9"),
        ("How many members voted against the toll?", PARTY, "five"),
        ("How many voted for the toll?", PARTY, "84"),
        ("How many members were against the toll?", WITHIN, "30"),
        ("How many members abstained?", WITHIN, "three"),
        ("How many members voted for the toll?", NUMBERED, "Six"),
        ("How many of the Plough Movement voted for the toll?", NUMBERED, "Six"),
        ("How many tonnes of trout did they sell?", SOLD, "12"),
        ("How many boxes of mussels did they sell?", SOLD, "20"),
    ],
)
def test_a_number_of_something_else_is_told_apart(question: str, sentence: str, number: str) -> None:
    assert told(question, sentence, number)


@pytest.mark.parametrize(
    ("question", "sentence", "number"),
    [
        ("How many locks had keepers on the call?", CALL, "four"),
        ("How many bureaus joined the call?", CALL, "9"),
        ("How many people waited?", CROWD, "400"),
        ("How many people came by boat?", CROWD, "60"),
        ("How many sit on the panel?", MADE_UP, "14"),
        ("How many of the members who sit on the panel attended?", MADE_UP, "12"),
        ("How many bureaus were at the panel?", SESSION, "9"),
        ("How many of the Plough Party voted against the toll?", PARTY, "five"),
        ("How many Plough members voted against the toll?", PARTY, "five"),
        ("How many seats does it have?", PARTY, "90"),
        ("How many Rose members voted against the toll?", WITHIN, "30"),
        ("How many votes were there for the toll?", NUMBERED, "52"),
        ("How many members backed the amendment?", BACKED, "Forty"),
        ("How many tonnes of perch did they sell?", SOLD, "12"),
        ("How many boxes of crabs did they sell?", SOLD, "20"),
        ("How many boxes did they sell?", SOLD, "20"),
        ("Who sold the perch?", SOLD, "12"),
    ],
)
def test_a_number_of_what_is_asked_for_is_let_be(question: str, sentence: str, number: str) -> None:
    assert not told(question, sentence, number)


def test_it_is_offered_at_most() -> None:
    assert answer("How many tonnes of trout did the Tide Board sell?", SOLD, "12") is None
    assert answer("How many tonnes of perch did the Tide Board sell?", SOLD, "12") == "12"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert counts_something_else(read(question), sentence, (0, 3)) in (True, False)


MIXED = "The talks were joined by ten member states and their eight dialogue partners."


@pytest.mark.parametrize(
    ("question", "sentence", "number", "otherwise"),
    [
        ("How many countries took part?", "Eight partner countries took part in the talks.", "Eight", True),
        ("How many states came to the talks?", "The talks drew six invited observer nations.", "six", True),
        ("How many countries joined the talks?", MIXED, "ten", True),
        ("How many partner countries took part?", "Eight partner countries took part in the talks.", "Eight", False),
        ("How many member states joined the talks?", MIXED, "ten", False),
        ("How many countries took part?", "Ten member countries took part in the talks.", "Ten", False),
        ("How many countries signed it?", "Seven coastal countries signed it.", "Seven", False),
        ("How many boats came?", "Nine boats of six partner countries came.", "Nine", False),
    ],
)
def test_countries_of_one_sort_are_not_all_countries(
    question: str, sentence: str, number: str, *, otherwise: bool
) -> None:
    assert told(question, sentence, number) is otherwise


def test_the_whole_is_told_where_a_part_is_among_them() -> None:
    sentence = "Twelve countries joined the talks, among them five partner countries."
    assert answer("How many countries joined the talks?", sentence, "five") == "Twelve"


@pytest.mark.parametrize(
    ("question", "is_of_states"),
    [("How many people came?", True), ("how many folks turned up", True), ("How many members came?", False)],
)
def test_states_are_no_people(question: str, is_of_states: bool) -> None:
    told = "It was attended by envoys of nine other OECD members and six partner countries."
    spans = [(begin, begin + len(number)) for number in ("nine", "six") for begin in [told.index(number)]]
    assert [counts_states(read(question), told, span) for span in spans] == [is_of_states, is_of_states]


def test_members_of_a_club_are_people() -> None:
    assert not counts_states(read("How many people came?"), "So 40 Quay Club members came.", (3, 5))
