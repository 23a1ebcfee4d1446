"""A weekday or a term that is only named besides makes a number none of then."""

from __future__ import annotations

import pytest
from one_sentence import answer


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        (
            "how long has ada wren been clerk of osmark?",
            "Ada Wren was elected clerk of Osmark for a term of two years.",
            "two years",
        ),
        (
            "how many marched at osmark on friday?",
            "About 300 pilots marched at Osmark on Thursday evening.",
            "About 300",
        ),
        ("what is the smallest fine at osmark?", "The board doubled the highest fine at Osmark to £300.", "£300"),
        (
            "how much did the mills of osmark lose?",
            "The flood cost the inns and mills of Osmark £14 million.",
            "£14 million",
        ),
        (
            "how many pilots were fined at osmark in 2030?",
            "Osmark has counted 40 complaints since 2030, of which nine led to a fine.",
            "nine",
        ),
        (
            "when is the closure of the osmark lock over?",
            "The closure of the Osmark lock would begin in April 2031.",
            "April 2031",
        ),
    ],
)
def test_what_is_of_another_time_sum_or_day_is_offered_at_most(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        (
            "how much would the lock at osmark cost?",
            "The lock at Osmark would cost less than £60,000.",
            "£60,000",
            "less than £60,000",
        ),
        (
            "how much does the crane at osmark cost now?",
            "The crane at Osmark was put at £9,000 in 2030; it has since risen to £12,000.",
            "£9,000",
            "£12,000",
        ),
        (
            "how long had ada wren been clerk of osmark?",
            "Osmark appointed Bo Lusk in place of Ada Wren, who had been clerk for nine years.",
            "nine years",
            "nine years",
        ),
        (
            "how many marched at osmark on thursday?",
            "About 300 pilots marched at Osmark on Thursday evening.",
            "About 300",
            "About 300",
        ),
        (
            "what is the highest fine at osmark?",
            "The board doubled the highest fine at Osmark to £300.",
            "£300",
            "£300",
        ),
    ],
)
def test_what_is_asked_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said
