"""Who somebody was when an article was written: offices are dated, and told once."""

from __future__ import annotations

import datetime

import pytest

from facts.articles import read_text
from facts.extract import read
from facts.extract.draft import Material
from facts.extract.extraction import drafts
from facts.model import Article
from facts.parse.parser import Parser

PARSER = Parser()
PIER = "The new pier at Tarn was opened on Monday by Ada Wren, senior adviser on ports to the Tarn Council."


def material(text: str, day: datetime.date | None = datetime.date(2021, 5, 4)) -> Material:
    reading = read_text(text)
    article = Article("example", day, None, "Tarn", None, "example.txt", "0", reading.text, reading.paragraphs)
    (parsed,) = PARSER.parse([article])
    return read(parsed)


def asked(text: str, day: datetime.date | None = datetime.date(2021, 5, 4)) -> dict[str, str]:
    return {draft.question: draft.answer for draft in drafts(material(text, day)) if draft.rule.startswith("role.")}


def test_an_office_that_several_may_hold_is_asked_for_with_its_month() -> None:
    assert asked(PIER) == {
        "Which position did Ada Wren hold in May 2021?": "senior adviser on ports to the Tarn Council"
    }


def test_who_held_an_office_is_told_once() -> None:
    told = asked("The pier at Tarn was opened by Bo Tam, the pilot, and Ada Wren, President of the Lunn Guild.")
    assert told == {"Who was the President of the Lunn Guild in May 2021?": "Ada Wren"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Wren, a former mayor of Ostford, opened the new pier.",
        "The new pier at Tarn was opened on Monday by Ada Wren, owner of the Tarn mill.",
        "Ada Wren, who died in 1999, was the harbour master of Tarn.",
    ],
)
def test_what_somebody_was_before_is_not_dated_as_of_now(text: str) -> None:
    assert not any("May 2021" in question for question in asked(text))


def test_without_a_date_an_office_is_asked_for_as_it_is_told() -> None:
    assert "Who is Ada Wren?" in asked(PIER, None)
