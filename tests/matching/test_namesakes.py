"""What is told of a namesake, or of the office of another country."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.namesakes import is_of_a_namesake, is_one_of_several, points_to_a_namesake
from bot.matching.otherwise.other_side import is_of_the_other_side
from bot.question import read


@pytest.mark.parametrize(
    ("asked", "told", "held"),
    [
        ("Which party is Jorn Vellig of?", "The chair, Anna Vellig of the Greens, spoke.", True),
        ("which party is jorn vellig of", "The chair, Anna Vellig of the Greens, spoke.", True),
        ("Which party is Anna Vellig of?", "The chair, Anna Vellig of the Greens, spoke.", False),
        ("Which party is Ana Vellig of?", "The chair, Anna Vellig of the Greens, spoke.", False),
        ("Which party is A Vellig of?", "The chair, Anna Vellig of the Greens, spoke.", False),
        ("Which party is Mrs Vellig of?", "The chair, Anna Vellig of the Greens, spoke.", False),
        ("Which party is Jorn Vellig of?", "Mr Vellig of the Greens spoke.", False),
        ("drell vellig talks where", "Anna Drell met Jorn Vellig in Brill.", False),
        ("why wasnt vellig there", "The chair, Anna Vellig, was ill.", False),
        ("fair 2031 osmarkia opening?", "The Brill Osmarkia opens on 4 May.", False),
        ("drell vellig talks where", "Anna R. Drell met Jorn Vellig in Brill.", False),
        ("drell vellig talks where", "Anna Lusk met Jorn Vellig in Brill.", True),
        ("Did Jorn Vellig greet Anna Vellig?", "Anna Vellig was greeted by Jorn Vellig.", False),
        ("What did Mrs J Vellig suggest?", "Mr A Vellig suggested a fair.", True),
        ("what did mrs vellig suggest", "Mr A Vellig suggested a fair.", True),
        ("What did Mr J. Vellig suggest?", "Mr A. Vellig suggested a fair.", True),
        ("What did J Vellig suggest?", "A Vellig suggested a fair.", True),
        ("What did Mr A Vellig suggest?", "Mr Arne Vellig suggested a fair.", False),
        ("What did Ms Vellig suggest?", "Mrs J Vellig suggested a fair.", False),
        ("What did Mr Vellig suggest?", "Mr A Vellig suggested a fair.", False),
        ("What did Mrs J Vellig suggest?", "Mr A Vellig and Mrs J Vellig suggested a fair.", False),
        ("What did Mr Day suggest?", "The mayor, Mrs Vellig, suggested a fair.", False),
        ("When did Jo Vellig meet her?", "Today, Mayor Joanna R. Vellig met her.", False),
        ("Who told of Jorn Vellig's death?", "It was told by his son Arne Vellig.", False),
        ("Who told of Jorn Vellig's death?", "It was told by the pilot Arne Vellig.", True),
        ("What did Jorn Vellig suggest?", "His son Arne Vellig suggested a fair.", True),
    ],
)
def test_whoever_has_the_surname_and_another_first_name_is_somebody_else(asked: str, told: str, held: bool) -> None:
    assert is_of_a_namesake(read(asked), told) is held


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("When will Jens Vellig speak?", True),
        ("When will Mrs Vellig speak?", True),
        ("When will Jorn Vellig speak?", False),
        ("When will Vellig speak?", False),
    ],
)
def test_he_of_a_sentence_is_whom_the_one_before_names(asked: str, held: bool) -> None:
    before, told = "The minister, Mr Jorn Vellig, was in Brill.", "He will speak on 6 May."
    assert points_to_a_namesake(read(asked), before, told) is held
    assert not points_to_a_namesake(read(asked), before, "The clerk will speak on 6 May.")


@pytest.mark.parametrize(
    ("told", "several"),
    [
        (["Present: Mr A Vellig, Mrs J Vellig (Clerk)."], True),
        (["Present: A Vellig (Chair), J Vellig (Clerk)."], True),
        (["Mr Vellig came.", "Mrs Vellig left."], True),
        (["Mr A Vellig came.", "Mr Vellig left."], False),
    ],
)
def test_two_of_one_surname_are_told_apart_by_how_they_are_addressed(told: list[str], several: bool) -> None:
    assert is_one_of_several(read("Who is Vellig?"), told) is several


REPORT = [
    "The Minister of Trade of the Kingdom of Ostrovia, Lena Quist, held talks in Brill on Monday.",
    "The guests from Ostrovia came by train.",
    "On the Quellish side the Governor of the Central Bank, Ada Wren, took part.",
    "Later the Prime Minister, Bo Lusk, promised to visit Ostrovia.",
    "The Ambassador of Ostrovia, Cy Day, left early.",
    "The guests from Ostrovia had a supper.",
    "The head of their delegation, Ed Flint, thanked the cooks.",
]


@pytest.mark.parametrize(
    ("asked", "place", "held"),
    [
        ("Who is the governor of Ostrovia's central bank?", 2, True),
        ("governor of the central bank of Ostrovia", 2, True),
        ("Who is Ostrovia's prime minister?", 3, True),
        ("Who is the prime minister of Quellia?", 3, False),
        ("Who is the prime minister of Ferland?", 3, False),
        ("Who is the ambassador of Ostrovia?", 4, False),
        ("Who is the head of Ostrovia's delegation?", 6, False),
        ("the budget of Ostrovia", 3, False),
        ("What is the population of Ostrovia?", 3, False),
        ("Who is the prime minister?", 3, False),
        ("When did the prime minister speak?", 3, False),
    ],
)
def test_who_has_an_office_of_the_guests_is_said_to_be_theirs(asked: str, place: int, held: bool) -> None:
    assert is_of_the_other_side(read(asked), "Government of Quellia", REPORT, place) is held


def test_an_office_in_a_report_that_tells_of_one_country_alone_is_that_countrys() -> None:
    told = ["The President of Ostrovia spoke.", "The governor, Ada Wren, left."]
    assert not is_of_the_other_side(read("Who is the governor of Ostrovia?"), "The Daily Post", told, 1)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Who is the minister of justice of Quellia?", True),
        ("Who is Quellia's minister of justice?", True),
        ("Who is Ostrovia's minister of justice?", False),
        ("Who is the foreign secretary of Quellia?", False),
    ],
)
def test_whom_a_guest_will_ask_holds_office_at_home(asked: str, held: bool) -> None:
    told = (
        "Prime Minister Lom of Quellia met Foreign Secretary Ada Wren of Ostrovia.",
        "The Foreign Secretary replied that she would ask the Minister of Justice, Bo Falk.",
    )
    assert is_of_the_other_side(read(asked), "Government of Quellia", told, 1) is held


def test_an_office_that_somebody_sought_is_asked_of_them() -> None:
    asked = "Why did Bo Falk not stand again as president of Ostrovia?"
    told = (*REPORT, "Falk did not stand again, citing age.")
    assert not is_of_the_other_side(read(asked), "Government of Quellia", told, len(told) - 1)
