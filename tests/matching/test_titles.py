"""By whom the holders of an office were met, invited or thanked is not told by the title of one of them."""

from __future__ import annotations

import pytest
from one_sentence import answer

LISTED = "Ada Wren, Harbour Master, Port of Brill"


@pytest.mark.parametrize(
    "question", ["who convened the harbour masters of Brill?", "who thanked the harbour masters of the ports?"]
)
def test_a_title_does_not_tell_what_was_done_to_its_holders(question: str) -> None:
    assert answer(question, LISTED, "Ada Wren") is None


@pytest.mark.parametrize(
    "question",
    ["who represented the port of Brill?", "who is harbour master of the port of Brill?", "who came for Brill?"],
)
def test_but_for_what_somebody_stands(question: str) -> None:
    assert answer(question, LISTED, "Ada Wren") == "Ada Wren"
