"""A meeting's date as a person corrected it, in the compiler's questions that name the meeting by its day.

Nothing of it is written into the page. The day that was wrong is known by its digest alone; where it stands in a
sentence too, what happened then stays what happened then, unless the question is about the meeting itself.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Final

import msgspec

from facts import dates
from facts.folding import fold
from facts.model import Fact, Meeting
from facts.pages.ledger import digest, fact_digest

if TYPE_CHECKING:
    from facts.pages.page import Page

_DAY: Final = len("2020-06-30")


def with_day_corrected(page: Page, readable: str | None) -> Page:
    """The page with the day of its meeting, `readable`, in the compiler's questions in the place of the one that it
    found; as it is where the day was not corrected, or is no date."""
    meeting, ledger = page.meeting, page.compiled
    if meeting is None or not readable or digest(meeting.date) == ledger.meeting.get("date"):
        return page
    written = {fact.id: was for fact in page.facts if (was := page.as_compiled(fact)) is not None}
    facts = {fact.id: _renamed(fact, page, meeting, readable) for fact in page.facts if fact.id in written}
    ours = {name: fact_digest(_renamed(was, page, meeting, readable)) for name, was in written.items()}
    return dataclasses.replace(
        page,
        facts=tuple(facts.get(fact.id, fact) for fact in page.facts),
        compiled=msgspec.structs.replace(ledger, facts=ledger.facts | ours),
    )


def _renamed(fact: Fact, page: Page, meeting: Meeting, readable: str) -> Fact:
    question, *variants = (_with_day(each, fact, page, meeting, readable) for each in (fact.question, *fact.variants))
    return msgspec.structs.replace(fact, question=question, variants=tuple(variants))


def _with_day(question: str, fact: Fact, page: Page, meeting: Meeting, readable: str) -> str:
    was = page.compiled.meeting.get("date")
    for when in reversed(dates.find(question, None)):
        if digest(when.iso) != was:
            continue
        names = (meeting.name, *meeting.aliases, meeting.series, meeting.format, "meeting")
        is_its = any(fold(name) in fold(question) for name in names if name)
        if not is_its and any(each.iso == when.iso for each in dates.find(fact.evidence, page.article.date)):
            continue
        before, after = question[: when.span[0]], question[when.span[1] :]
        preposition = "on" if len((meeting.date or "").partition("/")[0]) == _DAY else "in"
        question = f"{re.sub(r'(?:on|in)(?= $)', preposition, before)}{readable}{after}"
    return question
