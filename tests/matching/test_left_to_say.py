"""A clause that leaves its verb to the one before it tells that of those whom it names."""

from __future__ import annotations

import pytest
from yes_or_no import answers

CARTS = "Carts may not enter Quay Lane, but prams may."
PUMPS = "The pumps are out of use; the crane is not."
HENS = "Hens are banned from the loft, while cats are not."


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Are prams allowed in Quay Lane?", CARTS, "Yes"),
        ("Can prams enter Quay Lane?", CARTS, "Yes"),
        ("Is the crane out of use?", PUMPS, "No"),
        ("Are cats banned from the loft?", HENS, "No"),
        ("Are cats allowed in the loft?", HENS, "Yes"),
    ],
)
def test_it_is_told_of_those_whom_the_last_words_name(question: str, sentence: str, said: str) -> None:
    given = answers(question, sentence)
    assert set(given) <= {said, None}
    assert given[2] == said


def test_what_it_does_not_tell_is_not_said() -> None:
    assert answers("Are prams sold in Quay Lane?", CARTS) == [None] * 3
    assert answers("Can carts enter Quay Lane?", CARTS)[1] == "No"
