"""What was not granted nobody got."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.not_granted import is_not_granted
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "not_granted"),
    [
        ("How much did the choir get?", "The request of the choir for £70 was put off to May.", True),
        ("How much did the choir receive?", "The choir applied for £70 but withdrew its bid.", False),
        ("How much was the choir given?", "A grant of £70 for the choir was not approved.", True),
        ("How much did the choir get?", "The choir was granted £70, and the band's bid was refused.", False),
        ("Why did the choir not get a grant?", "The request of the choir for £70 was put off to May.", False),
        ("How much did the choir ask for?", "The request of the choir for £70 was put off.", False),
        ("How much would the choir get?", "The request of the choir for £70 was put off.", False),
    ],
)
def test_what_was_put_off_nobody_got(question: str, sentence: str, *, not_granted: bool) -> None:
    begin = sentence.index("£70")
    assert is_not_granted(read(question), sentence, (begin, begin + 3)) is not_granted
