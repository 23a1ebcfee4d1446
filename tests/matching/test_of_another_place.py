"""The minister of one place is not that of another, nor are its people or its takings."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.of_another_place import (
    are_from_elsewhere_too,
    holds_it_elsewhere,
    is_of_another_people,
    is_only_from_there,
    own_holder,
)
from bot.question import read

BOTH = "Harbour ministers Ada Vorwick of Zorby and Bo Tremlin of Quillan met."
BEHIND = "More time is needed, the Quillan ministry heard from Harbour Minister Ada Vorwick of Zorby."
OWNED = "“No,” said Zorby's harbour minister, Ada Vorwick."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Who is the harbour minister of Quillan?", BEHIND, True),
        ("who is harbour minister of zorby", BEHIND, False),
        ("Who is the harbour minister of Quillan?", OWNED, True),
        ("Who is the harbour minister of Zorby?", OWNED, False),
        ("Who is the minister of eels of Zorby?", OWNED, True),
        ("Who is the harbour minister?", OWNED, False),
        ("Who is the clerk of Zorby?", "Ada Vorwick of Lunt, clerk of Zorby, spoke.", False),
    ],
)
def test_who_holds_an_office_elsewhere_does_not_hold_it_here(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("Ada Vorwick")
    assert holds_it_elsewhere(read(question), sentence, (begin, begin + len("Ada Vorwick"))) is is_other


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("The rowers beat the guests, led by Ada Vorwick of Zorby.", True),
        ("The guild chose Ada Vorwick of Zorby as president.", True),
        ("President Ada Vorwick of Zorby spoke.", False),
        ("Ada Vorwick of Zorby, the president, spoke.", False),
        ("Ada Vorwick of Lunt spoke.", False),
        ("Ada Vorwick spoke.", False),
    ],
)
def test_who_is_only_from_a_place_is_not_its_president(sentence: str, held: bool) -> None:
    begin = sentence.index("Ada Vorwick")
    asked, span = read("Who is the president of the Zorbish rowers?"), (begin, begin + len("Ada Vorwick"))
    assert is_only_from_there(asked, sentence, span) is held
    assert not is_only_from_there(read("Who spoke?"), sentence, span)


def test_the_same_where_the_name_has_a_title() -> None:
    told = "Dr. Ada Vorwick of Zorby spoke."
    asked = read("Who is the president of Zorby?")
    assert is_only_from_there(asked, told, (0, len("Dr. Ada Vorwick")))


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Who from Zorby came?", True),
        ("and from Zorby?", True),
        ("Who came from Lunt?", False),
        ("Who came?", False),
        ("When did they come from Zorby?", False),
    ],
)
def test_those_from_one_place_are_not_told_with_one_of_another(question: str, others: bool) -> None:
    told = "Pilot Ada Vorwick, head of the port of Zorby, and Captain Bo Tremlin of Quillan came."
    assert are_from_elsewhere_too(read(question), told, (0, told.index(" came"))) is others


def test_an_office_that_is_marked_with_its_holder_is_held_there() -> None:
    told = "Those of Lunt, Bo Tremlin; the Prime Minister of Zorby, Ada Vorwick, spoke."
    begin, end = told.index("Prime"), told.index(", spoke")
    asked = [read(f"Who is the {office} of Zorby?") for office in ("prime minister", "president")]
    assert [is_only_from_there(each, told, (begin, end)) for each in asked] == [False, True]


def test_who_is_absent_from_a_meeting_holds_no_office_of_it() -> None:
    told = "The Port of Lode did not come."
    assert not holds_it_elsewhere(read("Who was absent from the Zorby summit?"), told, (0, len("The Port")))


@pytest.mark.parametrize(("place", "name"), [("Quillan", "Bo Tremlin"), ("Zorby", "Ada Vorwick")])
def test_of_two_holders_the_one_of_the_place_is_told(place: str, name: str) -> None:
    begin = BOTH.index("Ada")
    span = own_holder(read(f"Who is the harbour minister of {place}?"), BOTH, (begin, begin + len("Ada Vorwick")))
    assert BOTH[slice(*span)] == name
    assert answer(f"Who is the harbour minister of {place}?", BOTH, "Ada Vorwick") == name


@pytest.mark.parametrize(("of", "said"), [("Quillanish", None), ("Zorbish", "14")])
def test_the_number_of_one_people_is_not_that_of_another(of: str, said: str | None) -> None:
    sentence = "The guild said that 14 Zorbish pilots will be sent to the lock."
    question, span = f"How many {of} pilots will be sent?", (20, 22)
    assert is_of_another_people(read(question), sentence, span) is (said is None)
    assert answer(question, sentence, "14") == said


def test_an_envoy_is_the_one_behind_the_office() -> None:
    envoy = "The guests were the Ambassador of Osmark to Tarnia, Ms. Ada Wren, and the harbour clerk, Bo Lusk."
    assert answer("Who is Osmark's ambassador to Tarnia?", envoy, "Bo Lusk") == "Ms. Ada Wren"
