"""What goes from one to another is not what comes back."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.directions import goes_to_one_alone, is_other_way_round
from bot.question import read

TRADE = "Osmark's exports to Tarnia stood at 9 million crowns and its imports at 7 million crowns."
LENT = "In spring Osmark lent 9 million crowns to Tarnia."
ENVOY = "The guests were the Ambassador of Osmark to Tarnia, Ms. Ada Wren, and the harbour clerk, Bo Lusk."
FERRY = "The ferry from Osmark to Tarnia takes two hours."
MUTUAL = "Osmark signed a pact with Tarnia on eels."


@pytest.mark.parametrize(
    ("asked", "told", "held"),
    [
        ("What did Tarnia's exports to Osmark come to?", TRADE, True),
        ("How much did Tarnia export to Osmark?", TRADE, True),
        ("tarnia exports eels to osmark value", TRADE, True),
        ("What did exports from Tarnia to Osmark come to?", TRADE, True),
        ("What did exports to Osmark from Tarnia come to?", TRADE, True),
        ("What did Tarnia's imports from Osmark come to?", TRADE, True),
        ("What did Osmark's exports to Tarnia come to?", TRADE, False),
        ("How much did Osmark export to Tarnia?", TRADE, False),
        ("What did Osmark's imports from Tarnia come to?", TRADE, False),
        ("What did Osmark's exports come to?", TRADE, False),
        ("What did Osmark's exports to Lunt come to?", TRADE, False),
        ("How much was lent by Tarnia to Osmark?", LENT, True),
        ("How much was lent to Tarnia by Osmark?", LENT, False),
        ("Who is Tarnia's ambassador to Osmark?", ENVOY, True),
        ("Who is the Tarnian ambassador in Osmark?", ENVOY, True),
        ("Who is the ambassador of Osmark to Tarnia?", ENVOY, False),
        ("How long does the ferry from Tarnia to Osmark take?", FERRY, True),
        ("How long does the ferry from Osmark to Tarnia take?", FERRY, False),
        ("What did Tarnia sign with Osmark?", MUTUAL, False),
    ],
)
def test_the_like_that_goes_the_other_way_round_is_told_apart(asked: str, told: str, held: bool) -> None:
    assert is_other_way_round(read(asked), told, (0, 1)) is held


def test_an_envoy_is_the_one_behind_the_office_and_none_of_the_other_country() -> None:
    assert answer("Who is Osmark's ambassador to Tarnia?", ENVOY, "Bo Lusk") == "Ms. Ada Wren"
    assert answer("Who is Tarnia's ambassador to Osmark?", ENVOY, "Bo Lusk") is None


@pytest.mark.parametrize(
    ("asked", "told", "held"),
    [
        ("How much did Osmark export in total?", TRADE, True),
        ("What were Osmark's overall imports?", TRADE, True),
        ("How much did Osmark export to Tarnia in total?", TRADE, False),
        ("How much did Osmark export?", TRADE, False),
        ("How much did Lunt export in total?", TRADE, False),
        ("What of Osmark's war worries ports worldwide?", "It fears Osmark's war on Tarnia.", False),
        ("How much did Osmark export in total?", "Osmark's total exports to Tarnia and Lunt are 9 crowns.", False),
    ],
)
def test_what_goes_to_one_is_not_all_that_goes(asked: str, told: str, held: bool) -> None:
    assert goes_to_one_alone(read(asked), told, (0, 1)) is held
