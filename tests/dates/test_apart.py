"""A day that is told by its distance from another."""

from __future__ import annotations

import datetime

import pytest

from facts.dates import day_apart

FRIDAY = datetime.date(2031, 1, 24)
ON_THURSDAY = "The board of Tarn backed the lock on Thursday."
ON_TWO = "The board met on 3 January and on 9 January."


@pytest.mark.parametrize(
    ("marked", "before", "iso"),
    [
        ("The club had turned it down <a day earlier>.", ON_THURSDAY, "2031-01-22"),
        ("The club had turned it down <the day before>.", ON_THURSDAY, "2031-01-22"),
        ("<The following day> the club turned it down.", ON_THURSDAY, "2031-01-24"),
        ("The club will turn it down <three days later>.", ON_THURSDAY, "2031-01-26"),
        ("It backed the lock on 3 January, the club had done so <two days before>.", ON_THURSDAY, "2031-01-01"),
        ("The club had turned it down <a day earlier>, on Tuesday.", ON_THURSDAY, "2031-01-21"),
        # from which day it is told does not show
        ("The club had turned it down <a day earlier>.", "Nothing was said of the lock.", None),
        ("The club had turned it down <a day earlier>.", ON_TWO, None),
    ],
)
def test_a_day_apart_is_told_from_the_one_before(marked: str, before: str, iso: str | None) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    assert day_apart(marked.replace("<", "").replace(">", ""), (begin, end), before, FRIDAY) == (True, iso)


@pytest.mark.parametrize(
    "marked",
    [
        "It shut <two days after the fair>.",
        "It shut <the day before Easter>.",
        "It shut <on Thursday>, a day earlier than the mill.",
        "It met <a week later>.",
    ],
)
def test_a_day_told_from_something_else_is_no_day_apart(marked: str) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    assert day_apart(marked.replace("<", "").replace(">", ""), (begin, end), ON_THURSDAY, FRIDAY) == (False, None)
