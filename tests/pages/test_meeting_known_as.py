"""A meeting that a person put right keeps the reports that it had, and what the person wrote is told in their place."""

from __future__ import annotations

import dataclasses
import datetime

import msgspec
import pytest

from bot.dialog import reply
from bot.index import Index
from bot.library import IndexedLibrary
from bot.terminal.meetings import MeetingOnRecord, meetings
from facts.disagreement import of_one_meeting
from facts.model import Article, Fact, Meeting, Sentence
from facts.pages.merge import compiled_page, merge
from facts.pages.page import Page

BOARD = Meeting("Fell Water Board", (), "2032-05-04", "Skarn", None, "Fell Water Board")
WHEN = "When in May 2032 was the Fell Water Board meeting held?"
WHERE = "Where was the Fell Water Board meeting on 4 May 2032 held?"


def page(article: str, day: int, *texts: str, meeting: Meeting = BOARD, headline: str = "Water board meets") -> Page:
    """A report whose first sentence says when and where the board met."""
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    stand = tuple(Sentence(text, (at, at + len(text))) for text, at in zip(texts, starts, strict=True))
    quote = stand[0].text, stand[0].span
    facts = (
        Fact("when", "when", WHEN, "4 May 2032", *quote, value="2032-05-04"),
        Fact("where", "where", WHERE, "Skarn", *quote),
    )
    about = Article(article, datetime.date(2032, 5, day), article.title(), headline, None, f"seeds/{article}", "0" * 64)
    return compiled_page(about, meeting, facts, "by", "read", stand)


MINUTES = page("minutes", 6, "The Fell Water Board met in Skarn on 4 May 2032.", "Members approved the dam.")
NEWS = page("news", 5, "The Fell Water Board held its meeting in Skarn on 4 May 2032.", "Ada Moe thanked the town.")


def corrected(compiled: Page, **fields: object) -> Page:
    assert compiled.meeting is not None
    edited = dataclasses.replace(compiled, meeting=msgspec.structs.replace(compiled.meeting, **fields))
    return merge(edited, compiled)


def answers(question: str, *pages: Page) -> set[str]:
    said, _ = reply(question, Index([each.record() for each in pages]))
    assert said.answer is not None
    return {each.answer for each in (said.answer, *said.answer.differs, *said.suggestions)}


def listed(*pages: Page) -> list[MeetingOnRecord]:
    return meetings(Index([each.record() for each in pages]))


@pytest.mark.parametrize("fields", [{"date": "2032-05-03"}, {"date": "2032-05-02/2032-05-03"}, {"date": "2032-05-12"}])
@pytest.mark.parametrize("by_hand", [MINUTES, NEWS])
def test_a_day_that_is_put_right_is_told_in_the_place_of_every_reports(by_hand: Page, fields: dict[str, str]) -> None:
    both = corrected(by_hand, **fields), NEWS if by_hand is MINUTES else MINUTES
    told = answers("When was the Fell Water Board meeting held?", *both)
    assert told == answers("when did the fell water board meet", *both)
    assert len(told) == 1
    assert "4 May 2032" not in told
    assert [(each.date, each.articles) for each in listed(*both)] == [(fields["date"], ("minutes", "news"))]


@pytest.mark.parametrize("place", ["Tarn", "the Grain Hall, Skarn"])
@pytest.mark.parametrize("day", ["2032-05-03", BOARD.date])
def test_so_is_a_place(place: str, day: str) -> None:
    both = corrected(MINUTES, date=day, place=place), NEWS
    assert answers("Where was the Fell Water Board meeting held?", *both) == {place}
    assert answers("where did the fell water board meet", *both) == {place}
    assert [(each.date, each.place) for each in listed(*both)] == [(day, place)]


def test_a_meeting_that_is_called_otherwise_is_asked_for_by_that_name() -> None:
    renamed = corrected(MINUTES, name="Skarn Dam Inquiry", series=None)
    assert [fact.question for fact in renamed.record().facts] == [
        "When in May 2032 was the Skarn Dam Inquiry meeting held?",
        "Where was the Skarn Dam Inquiry meeting on 4 May 2032 held?",
    ]
    assert [fact.question for fact in renamed.facts] == [WHEN, WHERE]
    assert answers("Where was the dam inquiry held?", renamed) == {"Skarn"}


def test_what_a_person_asks_stays_as_it_was_written() -> None:
    own = msgspec.structs.replace(MINUTES.facts[1], question="Where did the Fell Water Board sit?")
    edited = dataclasses.replace(corrected(MINUTES, name="Skarn Dam Inquiry"), facts=(MINUTES.facts[0], own))
    assert own.question in [fact.question for fact in edited.record().facts]


def test_a_meeting_that_is_called_otherwise_is_still_the_one_of_the_other_report() -> None:
    both = corrected(MINUTES, name="Skarn Dam Inquiry", series=None), NEWS
    assert [each.name for each in listed(*both)] == ["Skarn Dam Inquiry"]


@pytest.mark.parametrize(
    "other",
    [
        corrected(page("minutes", 6, "The Fell Water Board met in Skarn on 11 May 2032."), date="2032-05-11"),
        corrected(MINUTES, date="2032-06-04"),
        corrected(MINUTES, date=None),
        corrected(
            page("minutes", 6, "The Pell Harbour Trust met in Skarn on 4 May 2032."),
            name="Pell Harbour Trust",
            series=None,
        ),
    ],
    ids=["the article has that day", "no slip", "no day", "the article has that name"],
)
def test_what_was_misread_as_another_meeting_is_known_as_that_no_more(other: Page) -> None:
    assert len(listed(other, NEWS)) == 2
    assert not list(of_one_meeting([other.record(), NEWS.record()]))


@pytest.mark.parametrize("by_hand", [MINUTES, NEWS])
def test_every_list_of_meetings_has_what_a_person_put_right(by_hand: Page) -> None:
    both = corrected(by_hand, date="2032-05-03", place="Tarn"), NEWS if by_hand is MINUTES else MINUTES
    other = page(
        "other", 6, "The Fell Water Board met on 9 May.", meeting=msgspec.structs.replace(BOARD, date="2032-05-09")
    )
    shown = IndexedLibrary(Index([each.record() for each in (*both, other)])).meetings()
    assert [(each.article, each.date, each.place) for each in shown] == [
        ("other", "2032-05-09", "Skarn"),
        ("news", "2032-05-03", "Tarn"),
        ("minutes", "2032-05-03", "Tarn"),
    ]


def test_a_numbered_meeting_is_the_same_on_any_day() -> None:
    fifth = msgspec.structs.replace(BOARD, name="Fifth Fell Water Board", number=5)
    minutes, news = (page(name, 6, "The Fell Water Board met in Skarn on 4 May 2032.", meeting=fifth) for name in "mn")
    assert [each.date for each in listed(corrected(minutes, date="2032-06-04"), news)] == ["2032-06-04"]


def test_what_nobody_put_right_is_known_as_it_is() -> None:
    assert MINUTES.record().known_as is None
    assert corrected(MINUTES, format="hybrid").record().known_as == BOARD
    assert (
        len(listed(MINUTES, page("news", 5, "It met.", meeting=msgspec.structs.replace(BOARD, date="2032-05-05")))) == 2
    )


def test_a_meeting_whose_date_a_person_took_away_has_none_and_one_that_never_had_any_that_of_its_article() -> None:
    never = page("minutes", 6, "The board met.", meeting=msgspec.structs.replace(BOARD, date=None))
    assert [each.date for each in listed(corrected(MINUTES, date=None))] == [None]
    assert [each.date for each in listed(never)] == ["2032-05-06"]


def test_a_meeting_that_a_person_took_away_is_known_as_none() -> None:
    assert dataclasses.replace(MINUTES, meeting=None).record().known_as is None
