"""A shortcut that is given → the best reply to its questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Final

from bot.index import MeetingEntry
from bot.library import Library
from bot.matching.match import SUGGESTIONS
from bot.question import Question, read
from bot.question.cues import EVENT_TERMS, IDLE_TERMS
from bot.question.tokens import content_terms, stem
from bot.replies import Answer, Context, Reply
from bot.shortcuts.shortcut import Shortcut, filled
from facts import dates
from facts.months import MONTHS

_RANKS: Final = {"answer": 0, "suggest": 1, "none": 2}
"""The statuses of replies, the best first."""

_MONTHS: Final = frozenset(map(stem, MONTHS))
_SURE: Final = 0.9
"""Confidence from which what is read for an owner's question about a meeting is given."""
_BARE: Final = 7
"""So many words, at most, has a line that stands below what it tells of: "Monday 5 July at 7.30 pm."."""


def ask(library: Library, shortcut: Shortcut, args: str, typed: str, context: Context) -> tuple[Reply, Context]:
    """The best reply to the shortcut's questions about the meeting that is meant; `args` is what followed the command,
    `typed` all that was typed. A fact of the meeting, in any report of it, that matches the shortcut's pattern is the
    answer; else the meeting's reports are read, and an answer that does not match it is only suggested."""
    found = _best(library, shortcut, args, typed, context, library.reply, library.reply_in)
    return found or _nothing(typed, context)


def plain_ask(
    library: Library, shortcut: Shortcut, args: str, typed: str, context: Context
) -> tuple[Reply, Context] | None:
    """The reply as `ask` gives it, or None if the reader has to be asked for it."""
    return _best(library, shortcut, args, typed, context, library.plain_reply, lambda question, article: None)


def _best(
    library: Library,
    shortcut: Shortcut,
    args: str,
    typed: str,
    context: Context,
    reply: Callable[[Question, Context], tuple[Reply, Context] | None],
    reply_in: Callable[[Question, str], tuple[Reply, Context] | None],
) -> tuple[Reply, Context] | None:
    """The best reply to the shortcut's questions, or None as soon as one of them gets none; what asks of the meeting is
    asked of its reports alone."""
    article = meeting_meant(library, "" if shortcut.takes_words else args, context)
    meeting = next((m for m in library.meetings() if m.article == article), None)
    fact = _fact_of(library, shortcut, meeting) if meeting is not None else None
    if fact is not None:
        return Reply("answer", typed, fact), Context(fact.question, fact.article, fact.key)
    best: tuple[Reply, Context] | None = None
    for template in shortcut.questions:
        asked = filled(template, _called(meeting) if meeting else args or "the meeting", args)
        question = read(asked.replace("the the ", "the "))
        of_it = meeting is not None and ("{meeting}" in template or shortcut.pattern is not None)
        found = reply_in(question, article or "") if of_it else reply(question, Context(article=article))
        if found is None:
            return None
        if of_it or shortcut.pattern is not None:
            found = _on_the_point(shortcut, meeting, *_if_sure(shortcut, *found))
        if best is None or _RANKS[found[0].status] < _RANKS[best[0].status]:
            best = found
        if best[0].status == "answer":
            break
    return best or _nothing(typed, context)


def _fact_of(library: Library, shortcut: Shortcut, meeting: MeetingEntry) -> Answer | None:
    """The fact of a meeting, in any report of it, that matches a shortcut's pattern and names the meeting or nothing;
    with what other reports say instead."""
    if shortcut.pattern is None:
        return None
    named = content_terms(meeting.name) - IDLE_TERMS
    for report in library.reports(meeting.article):
        for fact in library.facts(report):
            own = content_terms(fact.question) - IDLE_TERMS - EVENT_TERMS - _MONTHS - content_terms(*shortcut.questions)
            own = frozenset(filter(str.isalpha, own))
            if shortcut.pattern.match(fact.question) and (not named or not own or not named.isdisjoint(own)):
                return library.answer(fact.key) or fact
    return None


def _nothing(typed: str, context: Context) -> tuple[Reply, Context]:
    return Reply("none", typed, reason="not_on_record"), context


def _if_sure(shortcut: Shortcut, reply: Reply, after: Context) -> tuple[Reply, Context]:
    """The reply; an answer that does not match the shortcut's pattern, or was read where its sentence does not tell
    that, becomes a suggestion: among the sentences of one meeting alone the likeliest may be far from right."""
    if reply.answer is None or _is_sure(shortcut, reply.answer):
        return reply, after
    offered = (reply.answer, *reply.suggestions)[:SUGGESTIONS]
    unsure = dataclasses.replace(reply, status="suggest", answer=None, suggestions=offered)
    return unsure, dataclasses.replace(after, answer_key=None)


def _on_the_point(
    shortcut: Shortcut, meeting: MeetingEntry | None, reply: Reply, after: Context
) -> tuple[Reply, Context]:
    """The reply without what is offered of sentences that tell of something else, or that is the meeting's own day
    where the next one is asked for; a bare line tells what its heading says."""
    near, own = shortcut.near, dates.readable(meeting.date) if meeting and meeting.date else ""
    if near is None or reply.answer is not None or not reply.suggestions:
        return reply, after
    shown = tuple(
        each
        for each in reply.suggestions
        if near.search(each.evidence) or (shortcut.name == "next" and len(each.evidence.split()) <= _BARE)
        if not (shortcut.name == "next" and each.answer == own)
    )
    if shown:
        return dataclasses.replace(reply, suggestions=shown), after
    return Reply("none", reply.asked, reason="not_on_record"), after


def _is_sure(shortcut: Shortcut, answer: Answer) -> bool:
    if answer.read and shortcut.pattern is None:
        return answer.confidence >= _SURE
    if answer.read:
        return shortcut.told is not None and shortcut.told.search(answer.evidence) is not None
    return shortcut.pattern is None or shortcut.pattern.match(answer.question) is not None


def _called(meeting: MeetingEntry) -> str:
    """A meeting as a question names it."""
    return meeting.name if meeting.name.casefold().startswith("the ") else f"the {meeting.name}"


def meeting_meant(library: Library, args: str, context: Context) -> str | None:
    """The article of the meeting that the words name; without words the one talked about, else the latest."""
    if args:
        named = library.meeting_named(args)
        return named.article if named else None
    if context.article is not None and library.facts(context.article):
        return context.article
    latest = library.latest()
    return latest.article if latest else None
