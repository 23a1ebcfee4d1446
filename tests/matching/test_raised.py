"""What is needed is not what has come in."""

from __future__ import annotations

import pytest
from one_sentence import answer

SAID = "A new lock at Osmark, for which £41,000 of the £70,000 needed has been raised, is to be built in May."
AIMED = "The pilots have collected 300 crowns towards their target of 900 crowns for the lock at Osmark."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("how much is needed for the lock at osmark?", SAID, "£41,000", "£70,000"),
        ("how much has been raised for the lock at osmark?", SAID, "£41,000", "£41,000"),
        ("how much will the lock at osmark cost?", SAID, "£41,000", "£70,000"),
        ("what is the target for the lock at osmark?", AIMED, "300 crowns", "900 crowns"),
    ],
)
def test_the_sum_that_is_asked_for_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said
