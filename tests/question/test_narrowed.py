"""What a text says to put the question before right: whose, or where."""

from __future__ import annotations

import pytest

from bot.question.narrowed import narrowed

BEFORE = "Who is the chief clerk?"


@pytest.mark.parametrize(
    ("text", "before", "meant"),
    [
        ("no, of the port", BEFORE, "Who is the chief clerk of the port?"),
        ("No - the one of the port.", BEFORE, "Who is the chief clerk of the port?"),
        ("I meant at Lunt", BEFORE, "Who is the chief clerk at Lunt?"),
        ("not that one, of Osk", "Who is the clerk of the mill?", "Who is the clerk of Osk?"),
        ("no, in Osk", "Who is the clerk of the mill?", "Who is the clerk of the mill in Osk?"),
        ("no", BEFORE, None),
        ("no, the port", BEFORE, None),
        ("of the port", BEFORE, None),
        ("no, of the port", "", None),
    ],
)
def test_what_is_put_right_is_asked_in_full(text: str, before: str, meant: str | None) -> None:
    assert narrowed(text, before) == meant
