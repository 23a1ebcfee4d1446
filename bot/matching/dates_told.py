"""The dates that hold of a sentence: those that it names, by their own name or from the day of its article ("next
year"), those of its meeting and its article, and a year that is told right before it or in a heading."""

from __future__ import annotations

import datetime
from typing import Final

from bot.index.entries import ArticleContext
from bot.question import named_dates
from bot.question.named_dates import Date, days_of_meeting
from bot.question.tokens import tokens
from facts import dates
from facts.expressions import expression

YEAR: Final = expression(r"\b(?:19|20)\d\d\b")
"""A year in digits."""


def is_dated(asked: Date, sentence: str, before: str, context: ArticleContext) -> bool:
    """Whether a date of a question is one of a sentence that stands behind another in an article of this context."""
    published = context.record.article.date
    named = dates_in(sentence, context.dates)
    if any(asked.agrees(date) for date in (*named, *context.dates, *_resolved(sentence, published))):
        return True
    if asked.month or asked.year is None:
        return False
    if str(asked.year) in context.topic:
        return True
    return not any(date.year for date in _named(sentence)) and any(asked.agrees(date) for date in _named(before))


def dates_in(text: str, held: tuple[Date, ...]) -> tuple[Date, ...]:
    """The dates that a sentence names, with the year of its article where it says none."""
    year = next((date.year for date in held if date.year), None)
    return tuple(Date(date.year or year, date.month, date.day) for date in _named(text))


def _named(text: str) -> tuple[Date, ...]:
    return named_dates.named(tokens(named_dates.spelled_out(text)))[0]


def _resolved(text: str, published: datetime.date | None) -> list[Date]:
    """The dates of a text as they are told from the day of its article: "last year", "yesterday"."""
    if published is None:
        return []
    told = (when.iso for when in dates.find(text, published) if when.precision != "time")
    return [date for iso in told for date in _all_of(iso)]


def _all_of(iso: str) -> list[Date]:
    return [date for end in iso.split("/") for date in (days_of_meeting(iso) if "-" in end else days_of_meeting(end))]
