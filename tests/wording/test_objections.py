"""What is taken for "that is not it", and what is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wording.objections import is_objection

OBJECTIONS = [
    "no",
    "No.",
    "NOPE!",
    "not that",
    "no, not that one",
    "really?",
    "Really?!",
    "wrong",
    "that's wrong",
    "That’s not what I meant.",
    "this isn't it",
    "are you sure?",
    "không",
    "Không phải.",
    "không phải cái đó",
    "sai rồi",
    "thật không?",
    unicodedata.normalize("NFD", "Không đúng"),
]


@pytest.mark.parametrize("text", OBJECTIONS)
def test_an_objection_is_known_in_both_languages(text: str) -> None:
    assert is_objection(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "yes",
        "no quorum?",
        "who said no?",
        "what went wrong?",
        "wrong date: was it in May?",
        "Is it true that Ana chaired it?",
        "really, who chaired it?",
        "No. 4?",
        "có phải không",
        "and where?",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert not is_objection(text)


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert is_objection(text) in (True, False)
