"""Where in a country something was is told only by what says that a place is there."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.where_in import is_not_told_to_be_there
from bot.question import read

TOLD = (
    "Pilot Ada Vorwick of Quillan met Bo Tremlin in Osk.",
    "The fund has its seat in Port Marn, Zorby.",
    "Quillan, which offered boats, thanked them.",
    "They last met in Lunt.",
)


@pytest.mark.parametrize(
    ("question", "place", "is_untold"),
    [
        ("where in quillan did vorwick meet tremlin", 0, True),
        ("Where in Quillan is the seat of the fund?", 1, True),
        ("Where in Zorby is the seat of the fund?", 1, False),
        ("Where in Norland did they meet?", 3, False),  # which the article does not name
        ("Where in Quillan did they last meet?", 3, True),
        ("Where did they last meet?", 3, False),
        ("When in Quillan did they last meet?", 3, False),
    ],
)
def test_a_place_is_in_a_country_that_is_said_to_have_it(question: str, place: int, is_untold: bool) -> None:
    assert is_not_told_to_be_there(read(question), "Pilots meet", "The Echo", TOLD, place) is is_untold


def test_what_the_title_or_source_is_of_is_where_it_was() -> None:
    asked = read("Where in Quillan did they last meet?")
    assert not is_not_told_to_be_there(asked, "Pilots meet in Quillan", "The Echo", TOLD, 3)
    assert not is_not_told_to_be_there(asked, "Pilots meet", "Ministry of Tides of Quillan", TOLD, 3)


def test_another_sentence_may_tell_that_the_place_is_there() -> None:
    told = (*TOLD, "Lunt (Quillan) has two locks.")
    assert not is_not_told_to_be_there(read("Where in Quillan did they last meet?"), "Pilots", "Echo", told, 3)
    near = ("They were guests in Quillan.", "They met in Lunt.")
    assert not is_not_told_to_be_there(read("Where in Quillan did they meet?"), "Pilots", "Echo", near, 1)
