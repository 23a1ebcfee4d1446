"""Of several sums each is told of its own name."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.sums_listed import own_sum
from bot.question import read

BIDS = "Two bids came in: £410 from Reed Roofing, £395 from Brill Slates and £520 from Lusk & Co."
GRANTS = "Grants went to the Choir (£90), the Rowers (£70) and the Bakers (£65)."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("and reed?", BIDS, "£520", "£410"),
        ("How much did Brill Slates ask for?", BIDS, "£410", "£395"),
        ("How much did Brill Slates ask for?", BIDS, "£395 from Brill Slates", "£395 from Brill Slates"),
        ("How much did Osk ask for?", BIDS, "£410", "£410"),
        ("How much do the rowers get?", GRANTS, "£90", "£70"),
        ("Who bid less than Reed Roofing?", BIDS, "£395", "£395"),
        ("How much did Reed Roofing ask for?", "The bid from Reed Roofing was £410.", "£410", "£410"),
    ],
)
def test_the_sum_of_the_name_is_told(question: str, sentence: str, marked: str, own: str) -> None:
    begin = sentence.index(marked)
    begin, end = own_sum(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == own
