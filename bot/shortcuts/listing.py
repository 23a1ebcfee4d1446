"""A shortcut whose answer is more than one: all that a meeting decided, the items of its agenda, who and how many came,
when and where the next one is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Final

from bot.index import MeetingEntry
from bot.library import Library
from bot.matching.decided import decided
from bot.question.cues import EVENT_TERMS, IDLE_TERMS
from bot.question.tokens import content_terms, normalized, stem
from bot.replies import Answer, Context
from bot.shortcuts import told_in_lines
from bot.shortcuts.meant import meeting_meant
from bot.shortcuts.shortcut import Shortcut
from facts import dates
from facts.expressions import expression
from facts.months import MONTHS

_MONTHS: Final = frozenset(map(stem, MONTHS))
_YEAR: Final = expression(r"\b(?:19|20|21)\d\d\b")


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """What is listed of a meeting, in the order of its report."""

    meeting: MeetingEntry
    answers: tuple[Answer, ...]


def listing(library: Library, shortcut: Shortcut, args: str, context: Context) -> Listing | None:
    """What a built-in shortcut lists of the meeting that is meant; None where that is not more than one answer. A
    single decision is listed, too: its question tells what of, and there may have been others."""
    if not shortcut.lists:
        return None
    article = meeting_meant(library, args, context)
    meeting = next((each for each in library.meetings() if each.article == article), None)
    if meeting is None:
        return None
    answers = all_of(library, shortcut, meeting)
    least = 1 if shortcut.name == "decisions" else 2
    return Listing(meeting, tuple(answers)) if len(answers) >= least else None


def all_of(library: Library, shortcut: Shortcut, meeting: MeetingEntry) -> Sequence[Answer]:
    """All that the reports of a meeting tell of what a built-in shortcut asks for; none where it asks for one thing, or
    only reading can tell."""
    reports = library.reports(meeting.article)
    if shortcut.name == "agenda":
        for report in reports:
            if found := told_in_lines.items(library.sentences(report)):
                return found
    facts = [fact for report in reports for fact in library.facts(report)]
    of_it = [fact for fact in facts if names_meeting(meeting, fact, shortcut)]
    if shortcut.name == "decisions":
        return _once(each for each in decided(of_it) if _is_of_its_year(meeting, each))
    found = _once(fact for fact in of_it if shortcut.pattern is not None and shortcut.pattern.match(fact.question))
    if shortcut.name in ("who", "attendees") and not any(fact.kind == "how_many" for fact in found):
        return [*found, *_once(told_in_lines.numbers_present(_sentences(library, reports)))]
    if shortcut.name == "chair" and not found:
        chair = told_in_lines.called_chair(_sentences(library, reports), meeting.name)
        return [chair] if chair is not None else []
    if shortcut.name == "next":
        found = sorted(found, key=lambda fact: fact.kind != "when")
    return found if shortcut.lists else found[:1]


def names_meeting(meeting: MeetingEntry, fact: Answer, shortcut: Shortcut) -> bool:
    """Whether the question of a fact names a meeting, or nothing."""
    if (
        shortcut.name == "next"
        and meeting.date
        and f"after {dates.readable(meeting.date.split('/')[-1])}" in fact.question
    ):
        return True  # the next meeting of those who met on that day, whatever they are called
    named = content_terms(meeting.name) - IDLE_TERMS
    own = content_terms(fact.question) - IDLE_TERMS - EVENT_TERMS - _MONTHS - content_terms(*shortcut.questions)
    own = frozenset(filter(str.isalpha, own))
    return not named or not own or not named.isdisjoint(own)


def _is_of_its_year(meeting: MeetingEntry, fact: Answer) -> bool:
    """Whether a question names no other year than that of its meeting or report, and perhaps one to come."""
    own = {year for text in (meeting.date or "", str(fact.date or ""), meeting.name) for year in _YEAR.findall(text)}
    return not own or all(year >= min(own) for year in _YEAR.findall(fact.question))


def _sentences(library: Library, reports: Iterable[str]) -> list[Answer]:
    return [sentence for report in reports for sentence in library.sentences(report)]


def _once(facts: Iterable[Answer]) -> list[Answer]:
    """The facts without those that say what one before does."""
    first: dict[tuple[str, str], Answer] = {}
    for fact in facts:
        asked = normalized(fact.question) if len(fact.answer.split()) < 3 else ""
        first.setdefault((normalized(fact.answer), asked), fact)
    return list(first.values())
