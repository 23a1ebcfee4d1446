"""What is told of a namesake."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.namesakes import is_of_a_namesake, points_to_a_namesake
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
