"""What many ask without a verb is asked in full: "any objections?", "next meeting?"."""

from __future__ import annotations

import pytest

from bot.question import read
from bot.question.in_short import in_words


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("any complaints?", "were there any complaints?"),
        ("Any questions from the floor", "were there any questions from the floor?"),
        ("and any dissent?", "and were there any dissent?"),
        ("next session?", "when is the next session?"),
        ("next round?", "when is the next round?"),
        ("and the next meeting?", "and when is the next meeting?"),
    ],
)
def test_what_is_asked_in_short_is_put_in_full(text: str, full: str) -> None:
    assert in_words(text) == full


@pytest.mark.parametrize(
    "text",
    ["any idea who came?", "any boats lost?", "any members?", "any other business?", "any of them there?", "next week?",
     "next step?", "next meeting planned for May?", "Any vote that was lost?", "anybody?"],
)  # fmt: skip
def test_what_asks_otherwise_is_left(text: str) -> None:
    assert in_words(text) == text


def test_it_asks_so() -> None:
    assert read("any complaints?").analysis.answer_type == "yes_no"
    coming = read("next session?").analysis
    assert (coming.answer_type, coming.selector) == ("when", "next")
