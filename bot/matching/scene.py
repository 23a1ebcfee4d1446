"""When, where and how a meeting was held, as its page has it, with the sentence that says so.

What a page says of its meeting (`meeting:`) is on record whether or not a fact of the article tells it. Where no
meeting was found in an article, its facts tell when and where what it reports came about, if they tell of one day or
place only.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Final, Literal

from bot.index import Index, answer_of
from bot.index.entries import Entry
from bot.matching.meetings import of_same_meeting
from bot.question.tokens import content_terms, normalized
from bot.replies import Answer
from facts import dates
from facts.expressions import expression
from facts.folding import fold
from facts.model import Meeting
from facts.pages import where_said
from facts.pages.meeting_told import names_no_other, readable
from facts.pages.where_said import KINDS, Key

Told = Literal["when", "where", "how"]
"""What of a meeting is asked for."""

_KEYS: Final[dict[Told, tuple[Key, ...]]] = {"when": ("date",), "where": ("place", "format"), "how": ("format",)}
"""The keys of a meeting that tell it, the best first: a meeting by video was nowhere else."""
_DISTANT: Final = expression(r"\b(?:by|call|online|phone|remote(?:ly)?|tele\w+|video\w*|virtual(?:ly)?|web\w*|zoom)\b")
"""A format (folded) that says where a meeting was, too."""
_OF_NOW: Final = re.compile(r"(?:When|Where)(?: in \w+ \d{4})? (?:did|was|were)\b(?!.*\bbefore\b)")
"""How the compiler asks for when and where something came about that is over."""


def scene_told(article: str, told: Told, index: Index) -> tuple[Answer, ...]:
    """When, where or how the meeting of an article was held, as one answer; nothing where that is not on record. Where
    the article names no meeting, when or where what it reports came about: several answers, if its facts tell several.
    """
    number = index.number_of(article)
    if number is None:
        return ()
    if index.contexts[number].record.meeting is None:
        return tuple(_of_what_is_reported(number, told, index))
    for key in _KEYS[told]:
        for report in of_same_meeting(number, index):
            if (found := _of_meeting(report, key, told, index)) is not None:
                return (found,)
    return ()


def _of_meeting(number: int, key: Key, told: Told, index: Index) -> Answer | None:
    """What the page of an article (by its number) says of its meeting, quoted by what bears it out: a fact that tells
    it, else the sentence or headline that does, else as it stands there, without a quote."""
    record = index.contexts[number].record
    meeting = record.meeting
    value = getattr(meeting, key) if meeting is not None else None
    if meeting is None or not value or (key == "format" and told == "where" and not _DISTANT.search(fold(value))):
        return None
    said = (readable(value) if key == "date" else None) or value
    if any(normalized(each.answer) == normalized(said) and not each.instead for each in record.withdrawn):
        return None  # a person took it back
    facts = [each for each in index.facts_of(record.article.id) if each.fact.kind == KINDS[key]]
    fact = next((each for each in facts if _tells(each, key, value, said)), None)
    if fact is not None:
        return answer_of(fact, fact.fact.confidence)
    return _quoted(number, meeting, key, said, index)


def _tells(entry: Entry, key: Key, value: str, said: str) -> bool:
    """Whether a fact tells what a page says of its meeting, and quotes what bears that out (a day, or days, may follow
    from "over the weekend")."""
    fact, article = entry.fact, entry.context.record.article
    if key == "date":
        return fact.value == value or normalized(fact.answer) == normalized(said)
    if fact.id in entry.context.record.by_hand:
        return normalized(said) == normalized(fact.answer)
    meeting, question = entry.context.record.meeting, fold(fact.question)
    of_it = meeting is not None and where_said.HELD.search(question) and names_no_other(question, meeting)
    fits = of_it and content_terms(said) <= content_terms(fact.answer)
    return bool(fits) and where_said.bears_out(fact.evidence, key, value, article.date)


def _quoted(number: int, meeting: Meeting, key: Key, said: str, index: Index) -> Answer:
    """What a page says of its meeting with the sentence that says it, the headline, or nothing quoted."""
    texts, record = index.sentences(number), index.contexts[number].record
    value, published = str(getattr(meeting, key)), record.article.date
    places = where_said.saying(texts, meeting, key, value, published)
    places += where_said.naming(texts, meeting, key, value, published)
    answer = index.read_answer(number, places[0] if places else 0)
    if not places:
        title = record.article.title or ""
        tells = where_said.is_in(title, value) if key == "place" else where_said.bears_out(title, key, value, published)
        quote = title if tells else ""
        answer = dataclasses.replace(answer, evidence=quote, before="")
    return dataclasses.replace(
        answer,
        question=meeting.name,
        answer=said,
        kind=KINDS[key],
        marked=_marked(answer.evidence, key, value, index, number),
    )


def _marked(text: str, key: Key, value: str, index: Index, number: int) -> tuple[int, int] | None:
    """Where a quote has what is told."""
    if key == "date":
        found = (
            when.span for when in dates.find(text, index.contexts[number].record.article.date) if when.iso == value
        )
        return next(found, None)
    same = re.search(re.escape(value), text, re.IGNORECASE)
    return same.span() if same else None


def _of_what_is_reported(number: int, told: Told, index: Index) -> Iterator[Answer]:
    """When or where what an article (by its number) reports came about: each of the days or places that its facts tell
    of what is over, one of them for each."""
    article = index.contexts[number].record.article
    published = article.date
    seen: set[str] = set()
    for entry in index.facts_of(article.id):
        fact = entry.fact
        if fact.kind != told or not _OF_NOW.match(fact.question):
            continue
        if told == "when" and published is not None and str(fact.value or "") > published.isoformat():
            continue
        if (said := normalized(fact.answer)) not in seen:
            seen.add(said)
            yield answer_of(entry, fact.confidence)
