"""A part of a sum that is told behind "among them" has a number of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer

from bot.matching.otherwise.among_them import own_part_of_sum
from bot.question import read

PAID = "Payments of £4,118.20 were approved, among them £730 to Ives & Daughter for clearing ditches and £96 for chalk."
GRANTS = "Grants of £12,000 were made to clubs, of which £3,500 went to the rowers."
BILLS = "The council paid bills of £6,050, including £880 for lamps."
ALONE = "The council paid £6,050 for a bus, and £880 for lamps."


def own(question: str, sentence: str, marked: str) -> str:
    begin = sentence.index(marked)
    return sentence[slice(*own_part_of_sum(read(question), sentence, (begin, begin + len(marked))))]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "told"),
    [
        ("How much was paid for clearing ditches?", PAID, "£4,118.20", "£730"),
        ("What was paid to Ives & Daughter?", PAID, "£4,118.20", "£730"),
        ("How much did the chalk cost?", PAID, "Payments of £4,118.20", "£96"),
        ("and for chalk?", PAID, "£4,118.20", "£96"),
        ("How much were the lamps?", BILLS, "£6,050", "£880"),
        ("How much was approved?", PAID, "£4,118.20", "£4,118.20"),
        ("How much were the bills, including the lamps?", BILLS, "£6,050", "£6,050"),
        ("How much was paid for chalk in all?", PAID, "£4,118.20", "£4,118.20"),
        ("How much was paid for chalk and ditches?", PAID, "£4,118.20", "£4,118.20"),
        ("How much was granted to clubs?", GRANTS, "£12,000", "£12,000"),
        ("Who was paid for chalk?", PAID, "£4,118.20", "£4,118.20"),
        ("How much were the lamps?", ALONE, "£6,050", "£6,050"),
    ],
)
def test_a_part_that_is_named_is_told_for_the_whole(question: str, sentence: str, marked: str, told: str) -> None:
    assert own(question, sentence, marked) == told


def test_it_is_what_is_answered() -> None:
    assert answer("How much was paid for clearing ditches?", PAID, "£4,118.20") == "£730"


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert own_part_of_sum(read(question), sentence, (0, 3)) is not None
