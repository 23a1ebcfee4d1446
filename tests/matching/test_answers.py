"""What is answered where no fact says it: a date as its sentence tells it."""

from __future__ import annotations

import datetime

import pytest

from bot.matching.answers import dated
from bot.matching.spans import whole_quotes

SATURDAY = datetime.date(2024, 10, 12)


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ("The city plans to close the Tarn bridge <from March to June>.", "March – June 2025"),
        ("The pool on Mill Lane will be shut <in February>.", "February 2025"),
        ("The pool on Mill Lane was shut <in February>.", "February 2024"),
        ("The board met on Friday, and work is due to begin <on Monday>.", "14 October 2024"),
        ("The board met <on Friday>, and work is due to begin on Monday.", "11 October 2024"),
        # which year or week is not certain: the words themselves are the answer
        ("The board approved the closure of the pool <in February>.", None),
        ("Members will vote <on Saturday>.", None),
        # the only date of the sentence
        ("The pool <on Mill Lane> will be shut in February.", "February 2025"),
        ("The pool <on Mill Lane>, shut in February, reopens in May.", None),
    ],
)
def test_a_date_is_of_the_year_that_its_sentence_tells(marked: str, answer: str | None) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    assert dated(marked.replace("<", "").replace(">", ""), begin, end, SATURDAY) == answer


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ('<"We have waited for this>," said Lund.', "We have waited for this"),
        ("Lund said: “We <have waited for this.”>", "have waited for this."),
        ('<"We have waited for this,"> said Lund.', '"We have waited for this,"'),
        ('The <"Tarn" plan> was dropped.', '"Tarn" plan'),
        ('It measures <12" by 5> here.', '12" by 5'),
        ('It has <"> alone.', '"'),
    ],
)
def test_half_a_pair_of_quotes_at_an_end_is_no_part_of_an_answer(marked: str, answer: str) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    sentence = marked.replace("<", "").replace(">", "")
    assert sentence[slice(*whole_quotes(sentence, (begin, end)))] == answer
