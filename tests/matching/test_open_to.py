"""What is open to some and closed to others is open to those who are asked about, or closed."""

from __future__ import annotations

import pytest
from yes_or_no import answers

WEIR = "The towpath by the weir is open to walkers but closed to carts."
LOFT = "Cats are welcome in the loft but not in the galley."
HENS = "Hens are kept out of the garden, but not out of the orchard."


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Are walkers allowed on the towpath?", WEIR, "Yes"),
        ("Is the towpath open to carts?", WEIR, "No"),
        ("Can carts use the towpath?", WEIR, "No"),
        ("Is the towpath closed to walkers?", WEIR, "No"),
        ("Is the towpath closed to carts?", WEIR, "Yes"),
        ("Are cats allowed in the galley?", LOFT, "No"),
        ("Are hens banned from the orchard?", HENS, "No"),
        ("Are hens allowed in the orchard?", HENS, "Yes"),
    ],
)
def test_it_is_told_of_those_asked_about_whatever_is_read(question: str, sentence: str, said: str) -> None:
    given = answers(question, sentence)
    assert set(given) <= {said, None}
    assert given[2] == said


def test_of_all_together_there_is_no_yes() -> None:
    assert answers("Is the towpath by the weir open?", WEIR)[0] is None
    assert answers("Are carts and walkers allowed on the towpath?", WEIR)[0] is None


@pytest.mark.parametrize(
    "sentence",
    ["The upper quay is reserved for pilots; guests have to use the lower one.", "Only pilots may use the upper quay.",
     "The upper quay is open only to pilots."],
)  # fmt: skip
def test_where_some_alone_may_no_others_get_a_yes(sentence: str) -> None:
    assert answers("Are guests allowed on the upper quay?", sentence)[0] is None
    assert answers("Are pilots allowed on the upper quay?", sentence)[0] is not None


def test_what_is_shut_but_for_one_is_open_to_that_without_more() -> None:
    told = "Rowing is forbidden in the basin but not in the bay."
    assert answers("Is rowing allowed in the bay?", told)[2] == "Yes"
