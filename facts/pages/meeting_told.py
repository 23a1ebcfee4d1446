"""A meeting's date, place and format as a person wrote them: what is asked of the meeting is answered so.

Nothing of it is written into the page: there the meeting's own keys say it. For as long as they differ from what the
compiler wrote, a fact tells each, as one that a person wrote, and those of the compiler that tell otherwise are hidden.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from facts import dates
from facts.folding import fold
from facts.model import Fact, Meeting
from facts.months import MONTHS
from facts.naming import WORD, first_free, to_come
from facts.pages import where_said
from facts.pages.ledger import digest
from facts.pages.meeting_day import with_day_corrected
from facts.pages.quotes import in_order, squeeze
from facts.pages.where_said import HELD, KINDS, NOUNS, Key

if TYPE_CHECKING:
    from facts.pages.page import Page

_QUESTIONS: Final = {
    "date": ("When was {meeting} held?", "When did {body} meet?"),
    "place": (
        "Where was {meeting}{day} held?", "Where did {body} meet{day}?",
        "Where was {meeting} held?", "Where did {body} meet?",
    ),
    "format": (
        "How was {meeting}{day} held?", "In what format was {meeting} held?", "Which format did {meeting} have?",
    ),
}  # fmt: skip
_PLAIN = (
    NOUNS
    | frozenset(MONTHS)
    | frozenset(
        """a an annual at be convene convened did gather gathered held how in is it its meet met of on online place s
        take the took video virtual was were what when where will""".split()
    )
)
"""Words (folded) of questions for when, where or how any meeting was held."""


def with_meeting_told(page: Page) -> Page:
    """The page with facts that tell of its meeting what a person wrote, and without those that tell otherwise.

    Where a person's own fact tells it, that one does. What the compiler asks names the day that a person wrote.
    """
    meeting = page.meeting
    if meeting is None or not page.compiled.by:
        return page
    page = with_day_corrected(page, readable(meeting.date or ""))
    edited, hidden, added, alone = page.edited(), set(page.hidden), list[Fact](), set[str]()
    for key in KINDS:
        was, value = page.compiled.meeting.get(key), getattr(meeting, key)
        if digest(value) == was:
            continue
        asking = [fact for fact in page.facts if _asks_for(fact, key, page)]
        compiled = [fact for fact in asking if fact.id not in edited]
        old = [fact for fact in compiled if digest(fact.value if key == "date" else fact.answer) == was] or compiled
        hidden |= {fact.id for fact in old}
        by_hand = any(fact.id in edited and fact.id not in page.hidden for fact in asking)
        if value and not by_hand and fold(value) not in fold(meeting.name):  # no answer is what is asked
            told = list(_told(page, meeting, key, value, old))
            added += told
            if not old:  # what no sentence has is that person's own word, without a quote
                said = (where_said.bears_out(fact.evidence, key, value, page.article.date) for fact in told)
                alone |= {fact.id for fact, quoted in zip(told, said, strict=True) if not quoted}
    if not added and hidden == page.hidden:
        return page
    facts = in_order(page.sentences, (*page.facts, *added))
    unsaid = frozenset(fact.id for fact in added if not where_said.says(fact.evidence, fact.kind))
    return dataclasses.replace(page, facts=facts, hidden=frozenset(hidden), told=unsaid, unquoted=frozenset(alone))


def _asks_for(fact: Fact, key: Key, page: Page) -> bool:
    """Whether a fact tells when, where or how the meeting was held, and not something that was held there."""
    question = fold(fact.question)
    if fact.kind != KINDS[key] or not HELD.search(question) or page.meeting is None:
        return False
    meeting, before, read = page.meeting, page.compiled.meeting, page.compiled.read_meeting
    renamed = any(digest(getattr(meeting, each)) != before.get(each, "") for each in ("name", "aliases"))
    if before and renamed and read is None:
        return True  # what it was called before is not known
    return any(names_no_other(question, each) for each in (meeting, *((read,) if renamed and read else ())))


def compiled_as(page: Page, key: Key) -> str | None:
    """The date (ISO) or place of a page's meeting as the compiler's facts have it that ask for it by its name."""
    meeting, kind = page.meeting, KINDS[key]
    if meeting is None:
        return None
    asking = (fact for fact in page.facts if fact.kind == kind and HELD.search(fold(fact.question)))
    own = (fact for fact in asking if page.is_compiled(fact) and names_no_other(fold(fact.question), meeting))
    values = (fact.value if key == "date" else fact.answer for fact in own)
    return next((value for value in values if isinstance(value, str)), None)


def names_no_other(question: str, meeting: Meeting) -> bool:
    """Whether a folded question that asks when, where or how something was held asks it of a meeting."""
    names = fold(" ".join(filter(None, (meeting.name, *meeting.aliases, meeting.series, meeting.format))))
    return all(w in _PLAIN or w.isdigit() for w in set(WORD.findall(question)) - set(WORD.findall(names)))


def _told(page: Page, meeting: Meeting, key: Key, value: str, old: Sequence[Fact]) -> Iterator[Fact]:
    """The fact that tells what a person wrote, with the question of the one that it replaces; none without a quote."""
    quote = _quote(page, key, value, old)
    if quote is None:
        return
    asked = [question for fact in old for question in (fact.question, *fact.variants)]
    ours = [*_questions(meeting, key)]
    if _is_to_come(page, meeting, asked):
        ours = [to_come(question) for question in ours]
    if digest(meeting.date) != page.compiled.meeting.get("date"):
        asked = []  # they name the day that was wrong
    questions = list(dict.fromkeys([*asked, *ours]))
    name = first_free(f"meeting-{key}", {fact.id for fact in page.facts} | page.compiled.facts.keys())
    yield Fact(
        id=name,
        kind=KINDS[key],
        question=questions[0],
        answer=(readable(value) if key == "date" else None) or value,
        evidence=quote[0],
        span=quote[1],
        variants=tuple(questions[1:]),
        value=value if key == "date" and readable(value) else None,
    )


def _is_to_come(page: Page, meeting: Meeting, asked: Iterable[str]) -> bool:
    """Whether the meeting is yet to be held when its article is written: by its day, else as the compiler asks.

    What the compiler asks as done is done: the day of minutes is that of the meeting, and as wrong.
    """
    written = page.article.date.isoformat() if page.article.date else ""
    days = (meeting.date or "").split("/")
    if written and readable(meeting.date or "") and not days[0] <= written[: len(days[0])] <= days[-1]:
        return days[0] > written and not _was_held(page)
    return any(" will " in question for question in asked)


def _was_held(page: Page) -> bool:
    """Whether facts of the compiler ask when, where or how the meeting was held, not when it will be."""
    asking = (fact for key in KINDS for fact in page.facts if page.is_compiled(fact) and _asks_for(fact, key, page))
    return any(" will " not in fact.question for fact in asking)


def _questions(meeting: Meeting, key: Key) -> Iterator[str]:
    """How one asks for it, by the meeting's name."""
    name = meeting.name.strip()
    body = name if fold(name).startswith("the ") or "'s " in fold(name) else f"the {name}"
    whole = body if set(WORD.findall(fold(name))) & NOUNS else f"{body} meeting"
    on = f" {dates.on_days(meeting.date)}" if meeting.date and readable(meeting.date) else ""
    yield from (each.format(meeting=whole, body=body, day=on) for each in _QUESTIONS[key])
    if key == "date" and meeting.place:
        yield f"When was the {re.sub('^[Tt]he ', '', meeting.place)} meeting held?"


def _quote(page: Page, key: Key, value: str, old: Sequence[Fact]) -> tuple[str, tuple[int, int]] | None:
    """What is quoted: the sentence that says it, first one labelled so ("Venue: Town Hall"), else one that names it and
    a meeting, else what is quoted for what it replaces, else one that names it and no other meeting, else the headline.
    """
    sentences = [sentence for sentence in page.sentences if not sentence.hidden]
    texts, published = [sentence.text for sentence in sentences], page.article.date
    quotable = {fact.id for fact in page.quotable()}
    quoted = [(fact.evidence, fact.span) for fact in old if fact.id in quotable]
    meeting, title = page.meeting or Meeting(""), squeeze(page.article.title or "")
    saying = where_said.saying(texts, meeting, key, value, published)
    naming = where_said.naming(texts, meeting, key, value, published)
    headline = [place for place, text in enumerate(texts) if text == title]
    first, then = (
        [(sentences[place].text, sentences[place].span) for place in places]
        for places in (saying, [*naming, *headline, *range(len(sentences))])
    )
    return next(iter([*first, *quoted, *then]), None)


def is_said(page: Page, key: Key, value: str | None) -> bool:
    """Whether a sentence of a page says that a meeting was held then or there."""
    return bool(value) and any(
        where_said.says(each.text, KINDS[key])
        and where_said.names(each.text, page.meeting, key, value or "", page.article.date)
        for each in page.sentences
    )


def readable(iso: str) -> str | None:
    """A date as people read it; None for what is no date: a person may have written anything."""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", iso):
        with contextlib.suppress(IndexError, ValueError):
            for day in filter(lambda each: len(each) == len("2020-06-30"), iso.split("/")):
                datetime.date.fromisoformat(day)
            return dates.readable(iso)
    return None
