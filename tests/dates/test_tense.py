"""What the words around a date say of its time, and which dates are certain by it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.dates import as_told
from facts.dates.tense import tense_at

SATURDAY = datetime.date(2024, 10, 12)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TO_COME = [
    "The talks were held to prepare for the summit slated for <July 7>.",
    "They discussed a report due in <May>.",
    "The council voted to ban cars from <Tuesday>.",
    "The council plans to ban cars on <Tuesday>.",
    "The city plans to close the bridge from <March to June>.",
    "The pool will be shut in <February>.",
    "The hearing will be <in two weeks>.",
    "The hearing will be held <a week today>.",
    "On <Monday>, the council will vote.",
    "The mayor said on Friday that the pool will be shut in <February>.",
    "The mayor said the pool would be shut in <February>.",
    "Members agreed to close the school in <March>.",
    "Work is due to begin on <Monday>.",
    "The levy takes effect on <3 May>.",
    "The board set a hearing for <3 March>.",
    "The vote is scheduled for <Thursday>.",
    "The pool, which closed in March, will reopen in <May>.",
    "Council to vote on tax in <March>",
    "A plan to close the road in <March> was backed.",
    "She urged members to reply by <June>.",
    "The next meeting is set for <12 November>.",
    "The bridge is closed until <March>.",
    "The hearing was postponed to <March>.",
    "The board elected Ada Wren as its chair from <1 January>.",
    "The library intends to reopen in <June>.",
    "The fair will be held in <May>, Ada Wren said.",
    "The board has until <May> to reply.",
    "The panel expects results in <May>.",
    "In <February>, the pool will be shut.",
    "She said that in <February> the pool will be shut.",
    "Next meeting: <3 May>",
    "Upcoming hearings: <March>",
    "The road does not open until <May>.",
    "The council said it would sell the hall in <May>.",
    "The sale of the hall in <May> will raise little.",
    "They called for a vote to be held in <May>.",
    "The term of Ada Wren ends in <May>.",
    "Registration closes on <3 May>.",
    "The ballot is on <Monday>.",
    "The deadline for replies is <3 May>.",
    "Bids are being taken until <May>.",
    "The hall shall be ready by <May>.",
    "Repairs should be finished by <June>.",
    "The works should have a new crane by <Friday>.",
    "The crane is expected in <May>.",
    "Parents must apply by <3 May>.",
    "The chair said that the crane would not arrive before <May>.",
]
PAST = [
    "Giving judgment on <Friday>, Justice Ada Wren said that the ban was old and the board had erred.",
    "The court on <Friday>, by five votes to two, upheld the ban.",
    "The pool was shut in <February>.",
    "On <Friday> the council agreed a budget.",
    "The council on <Friday> agreed a budget.",
    "The mayor said on <Friday> that the pool will be shut in February.",
    "Members agreed in <March> to close the school.",
    "The firm failed to finish the work in <March>.",
    "The board approved the budget on <Friday>.",
    "The pool, which closed in <March>, will reopen in May.",
    "The bridge has been closed since <March>.",
    "The ministers met on <Tuesday> to discuss trade.",
    "Ministers met in <March> to discuss trade.",
    "The accord, signed in <May>, covers fish.",
    "The committee has met in <May>.",
    "In <February>, the pool was shut.",
    "Ada Wren was elected chair in <May> and will serve two years.",
    "The road did not open in <May>.",
    "The board was told on <Friday> that work had stopped.",
    "The strike began in <July>.",
    "Ferry crews, who went on strike in <July>, get a rise from January.",
    "Rain fell in <May>, and the fair was put off.",
    "The sale of the hall in <May> raised little.",
    "The talks resumed on <Monday>.",
    "The deadline for replies was <3 May>.",
    "Trains have run since <May>.",
    "Rents rose in <May>.",
    "The crane arrived as expected in <May>.",
    "He resigned in <May> after the board voted to close the mill.",
    "Closed in <May>, the pool will reopen.",
]
UNCERTAIN = [
    "The summit was slated for <July 7>.",
    "The market moves to Ostford in <April>, the clerk said on Thursday.",
    "The council voted to ban cars on <Tuesday>.",
    "The council voted to ban cars at its meeting in <May>.",
    "The board approved the closure of the school in <March>.",
    "The work was due to begin in <March>.",
    "The bridge was closed until <March>.",
    "The pool will, the mayor said, be shut in <May>.",
    "The bridge, in <March>.",
    "The board could close the road in <May>.",
    "Ferry crews, who went on strike in July, get a rise from <January>.",
    "The show moves to Ostford in <May>.",
    "The minister called for a vote in <May>.",
    "The minister wants it finished by <May>.",
    "The talks resume on <Monday>.",
    "Rents rise in <May>.",
    "Voters go to the polls in <May>.",
    "The report describes a fire in <May>.",
    "Ferry crews, who went on strike in July, meet in <January>.",
]


def read(marked: str) -> str | None:
    text = marked.replace("<", "").replace(">", "")
    return tense_at(text, marked.index("<"), marked.index(">") - 1)


@pytest.mark.parametrize("marked", TO_COME)
def test_what_is_planned_is_to_come(marked: str) -> None:
    assert read(marked) == "future"


@pytest.mark.parametrize("marked", PAST)
def test_what_was_done_is_past(marked: str) -> None:
    assert read(marked) == "past"


@pytest.mark.parametrize("marked", UNCERTAIN)
def test_what_may_be_either_is_not_guessed(marked: str) -> None:
    assert read(marked) is None


@pytest.mark.parametrize("anchor", [SATURDAY + datetime.timedelta(n) for n in range(7)])
@pytest.mark.parametrize("weekday", WEEKDAYS)
@pytest.mark.parametrize(
    ("tense", "text"),
    [
        ("past", "The board met on {}."),
        ("past", "The board met {}, the clerk said."),
        ("past", "On {} the board met in Ostford."),
        ("past", "The board on {} backed the plan."),
        ("future", "The board will meet on {}."),
        ("future", "On {}, the board will meet in Ostford."),
        ("future", "The board is to meet {}."),
        ("future", "The hearing is on {}."),
        (None, "The board, {}, in Ostford"),
    ],
)
def test_a_weekday_is_of_the_week_that_the_tense_says(
    tense: str | None, text: str, weekday: str, anchor: datetime.date
) -> None:
    found = [datetime.date.fromisoformat(when.iso) for when in as_told(text.format(weekday), anchor)]
    days = (WEEKDAYS.index(weekday) - anchor.weekday()) % 7
    if tense is None:
        assert not found
    elif tense == "past":  # the day behind the report's may be meant by a clock that is ahead
        assert found == ([] if days == 1 else [anchor - datetime.timedelta((7 - days) % 7)])
    else:  # the report's own day may be meant, or the same a week later
        assert found == ([] if days == 0 else [anchor + datetime.timedelta(days)])


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("The pool will be shut in February.", ["2025-02"]),
        ("The pool was shut in February.", ["2024-02"]),
        ("The board approved the closure of the pool in February.", []),
        ("The board approved the closure of the pool in November.", ["2024-11"]),
        ("The city plans to close the bridge from March to June.", ["2025-03/2025-06"]),
        ("The city closed the bridge from March to June.", ["2024-03/2024-06"]),
        ("The fair will be held from 3 to 6 May.", ["2025-05-03/2025-05-06"]),
        # a deed of the next days, or one of last year
        ("The board met on 20 October.", []),
        ("The board will meet on 3 October.", []),
        # what says its year needs no tense
        ("The board, in February 2023, and last year", ["2023-02", "2023"]),
        # a weekday that is not that of its day
        ("The board met on Tuesday, 8 October.", ["2024-10-08"]),
        ("The board met on Tuesday, 7 October.", []),
        ("The board will meet on Tuesday, 14 October.", []),
    ],
)
def test_dates_are_as_they_are_told(text: str, isos: list[str]) -> None:
    assert [when.iso for when in as_told(text, SATURDAY)] == isos


WORDS = "will to plans closed be was said by agreed The on Friday in May March until 3 next , that ll ' is".split()


@given(st.lists(st.sampled_from(WORDS)).map(" ".join) | st.text(), st.none() | st.dates())
def test_any_text_is_read_without_error(text: str, anchor: datetime.date | None) -> None:
    for when in as_told(text, anchor):
        assert text[slice(*when.span)] == when.text
