"""No yes or no rests on what is told of another thing of the sort, where one near it is of the thing itself."""

from __future__ import annotations

import pytest
from yes_or_no import answers

from bot.matching.yes_no.another_such import is_of_another_such
from bot.question import read

ROAD = "The road bill was approved by 9 votes to 4."


def test_another_bill_is_not_the_one_asked_about() -> None:
    school = "The school bill, brought by Ada Wren, fell by 3 votes to 10."
    assert answers("Was the school bill approved?", ROAD, school) == [None] * 3
    assert answers("Was the road bill approved?", ROAD, school)[0] == "Yes"


def test_the_old_one_is_not_the_new_one() -> None:
    old, new = "The old mill road was paved in March.", "The new mill road is still gravel."
    assert answers("Was the new mill road paved?", old, new) == [None] * 3
    assert answers("Was the old mill road paved?", old, new)[0] == "Yes"


def test_what_one_clause_tells_of_the_old_one_the_next_does_not_of_the_new_one() -> None:
    told = "The old weir is shut for repairs; the new weir is in use."
    assert answers("Is the new weir shut?", told)[2] is None
    assert answers("Is the old weir shut?", told)[2] == "Yes"


def test_who_is_told_of_next_is_not_told_of_here() -> None:
    carts = "Carts no longer call at the old mill."
    assert answers("Do barges call at the old mill?", carts, "Barges do.") == [None] * 3
    assert answers("Do carts call at the old mill?", carts, "Barges do.")[1] == "No"


@pytest.mark.parametrize(
    ("question", "sentence", "after"),
    [
        ("Was the school bill approved?", ROAD, "It will be law in May."),  # no other names it
        ("Was the school bill approved?", "The bill was approved.", "The school bill will be law in May."),
        ("Was the school bill approved?", "The new bill was approved.", "The school bill will be law in May."),
        ("Are pilots let into the mill garden?", "Carts may not enter the mill garden; pilots of the garden may.", ""),
        ("Did the miller answer?", "The owner has not answered.", "Owners seldom do."),
        ("Did the miller answer?", "He has not answered.", "The miller is away."),
    ],
)
def test_the_same_thing_put_otherwise_is_no_other(question: str, sentence: str, after: str) -> None:
    assert not is_of_another_such(read(question), (), [sentence, after], 0, "")
