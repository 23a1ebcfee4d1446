"""What is answered where no fact says it: a date as its sentence tells it."""

from __future__ import annotations

import datetime

import pytest

from bot.matching.answers import dated
from bot.matching.spans import whole_quotes, without_receiver

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


@pytest.mark.parametrize(
    ("marked", "answer"),
    [
        ('"The guild lent <us 40 crowns>," said Lund.', "40 crowns"),
        ("It saved <them some 200 jobs>.", "some 200 jobs"),
        ("The board gave <her £3 million>.", "£3 million"),
        ("The board gave <you eight boats> in May.", "eight boats"),
        ("They offered <him a seat on the board>.", "a seat on the board"),
        # Who has it, who does it, and what is given alone are let be.
        ("It was <her third term>.", "her third term"),
        ("They asked <us to wait for 3 days>.", "us to wait for 3 days"),
        ("They told <us about the fire>.", "us about the fire"),
        ("It cost <them over 40 jobs>.", "over 40 jobs"),
        ("He sold <40 crowns> of it.", "40 crowns"),
        ("They elected <them>.", "them"),
    ],
)
def test_who_is_given_something_is_no_part_of_what_that_is(marked: str, answer: str) -> None:
    begin, end = marked.index("<"), marked.index(">") - 1
    sentence = marked.replace("<", "").replace(">", "")
    assert sentence[slice(*without_receiver(sentence, (begin, end)))] == answer
