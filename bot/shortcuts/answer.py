"""A shortcut that is given → the best reply to its questions."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Final

from bot.index import MeetingEntry
from bot.library import Library
from bot.matching.match import SUGGESTIONS
from bot.question import Question, read
from bot.question.tokens import content_terms
from bot.replies import Answer, Context, Reply
from bot.shortcuts.about import may_stand_for, only_told_of, tells_of, tells_office
from bot.shortcuts.listing import all_of
from bot.shortcuts.meant import meeting_meant
from bot.shortcuts.shortcut import ABOUT, Shortcut, filled
from facts import dates

_RANKS: Final = {"answer": 0, "suggest": 1, "none": 2}
"""The statuses of replies, the best first."""

_CLAUSE: Final = re.compile(r"\b(?:who|whom|whose|which|where)\b|[;:]", re.IGNORECASE)
_PLACE: Final = re.compile(r"[A-Z]|\b(?:online|phone|remote|video|virtual|zoom)")
"""What a place that is told by its name has, or what is none."""
_CHAIRS: Final = re.compile(
    r"\b(?:chairs|heads|leads|presides over|chair(?:man|woman|person)? of|president of|head of) "
    r"(?:the )?((?:[A-Z][\w’'-]*(?: (?:of|and|the|for) (?=(?:the )?[A-Z])| )?)+"
    r"|(?:[a-z-]+ ){1,2}(?:association|board|commission|committee|council|group|panel|school|union)\b)"
)
"""That somebody leads a body of this name."""
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
    if meeting is not None and (told := _told(library, shortcut, meeting, typed, context)) is not None:
        return told
    best: tuple[Reply, Context] | None = None
    for template in shortcut.questions:
        if _is_about(shortcut) and "stand for" in template and not may_stand_for(args):
            continue
        asked = filled(template, _called(meeting) if meeting else args or "the meeting", args)
        question = read(asked.replace("the the ", "the "))
        of_it = meeting is not None and ("{meeting}" in template or shortcut.pattern is not None)
        found = reply_in(question, article or "") if of_it else reply(question, Context(article=article))
        if found is None:
            return None
        if of_it or shortcut.pattern is not None:
            found = _on_the_point(shortcut, meeting, *_if_sure(shortcut, *found))
        elif _is_about(shortcut):
            found = _of_that(library, args, asked, *found)
        if best is None or _RANKS[found[0].status] < _RANKS[best[0].status]:
            best = found
        if best[0].status == "answer":
            break
    return best or _nothing(typed, context)


def _told(
    library: Library, shortcut: Shortcut, meeting: MeetingEntry, typed: str, context: Context
) -> tuple[Reply, Context] | None:
    """The reply that needs no reading: what the meeting's page says of it, or a fact or line of its reports that surely
    is what a built-in shortcut asks for; None where there is none."""
    if shortcut.pattern is None:
        return None
    if shortcut.scene is not None:
        scene = library.scene(meeting.article, shortcut.scene)
        if len(scene) > 1:
            return Reply("suggest", typed, suggestions=tuple(scene[:SUGGESTIONS])), Context(None, meeting.article)
        if scene:
            return _answered(library, scene[0], typed)
        first = next(iter(library.sentences(meeting.article)), None)
        if first is not None and first.meeting is None:
            return _nothing(typed, context)  # no meeting was found, and no day or place of what is reported is told
    found = all_of(library, shortcut, meeting)
    if not found:
        return _nothing(typed, context) if shortcut.scene == "how" else None  # no words of a sentence surely tell how
    return _answered(library, found[0], typed)


def _answered(library: Library, fact: Answer, typed: str) -> tuple[Reply, Context]:
    """A fact or line as the answer; a fact with what other reports say instead."""
    fact = fact if fact.read or not fact.evidence else library.answer(fact.key) or fact
    return Reply("answer", typed, fact), Context(fact.question, fact.article, fact.key)


def _is_about(shortcut: Shortcut) -> bool:
    """Whether a shortcut is the built-in one that tells of whatever follows it."""
    return shortcut.name == "about" and shortcut.questions == ABOUT.questions


def _of_that(library: Library, args: str, asked: str, reply: Reply, after: Context) -> tuple[Reply, Context]:
    """The reply of `/about` to one of its questions: what is told of what was named, else quotes that name it."""
    if reply.answer is not None and tells_of(args, reply.answer, asked):
        return reply, after
    office = next((each for each in library.candidates(read(asked), Context()) if tells_office(args, each)), None)
    if office is not None:
        return _answered(library, office, reply.asked)
    offered = (
        reply
        if reply.answer is None
        else dataclasses.replace(reply, answer=None, suggestions=(reply.answer, *reply.suggestions))
    )
    return only_told_of(args, offered), dataclasses.replace(after, answer_key=None)


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
    near, never = shortcut.near, shortcut.never
    own = dates.readable(meeting.date) if meeting and meeting.date else ""
    if near is None or reply.answer is not None or not reply.suggestions:
        return reply, after
    shown = tuple(
        each
        for each in reply.suggestions
        if near.search(each.evidence) or (shortcut.name == "next" and len(each.evidence.split()) <= _BARE)
        if not (shortcut.name == "next" and each.answer == own)
        if not (never and never.search(each.evidence))
        if shortcut.name != "where" or _is_tied(near, each)
        if shortcut.name != "chair" or not _leads_another(meeting, each)
    )
    if shown:
        return dataclasses.replace(reply, suggestions=shown), after
    return Reply("none", reply.asked, reason="not_on_record"), after


def _is_tied(near: re.Pattern[str], answer: Answer) -> bool:
    """Whether a place by its name stands in the clause that tells of a meeting: not behind "who", "which" or a
    semicolon."""
    if not _PLACE.search(answer.answer):
        return False
    begin, end = answer.marked or (answer.evidence.find(answer.answer), answer.evidence.find(answer.answer) + 1)
    told = (
        answer.evidence[found.end() : begin] if found.end() <= begin else answer.evidence[end : found.start()]
        for found in near.finditer(answer.evidence)
    )
    return any(not _CLAUSE.search(each) for each in told)


def _leads_another(meeting: MeetingEntry | None, answer: Answer) -> bool:
    """Whether a sentence tells that somebody chairs a body that has nothing of the meeting's name."""
    bodies = [content_terms(found[1]) for found in _CHAIRS.finditer(answer.evidence)]
    own = content_terms(meeting.name) if meeting else frozenset()
    return bool(bodies) and not any(body <= own for body in bodies)


def _is_sure(shortcut: Shortcut, answer: Answer) -> bool:
    if answer.read and shortcut.pattern is None:
        return answer.confidence >= _SURE
    if answer.read:
        return shortcut.told is not None and shortcut.told.search(answer.evidence) is not None
    return shortcut.pattern is None or shortcut.pattern.match(answer.question) is not None


def _called(meeting: MeetingEntry) -> str:
    """A meeting as a question names it."""
    return meeting.name if meeting.name.casefold().startswith("the ") else f"the {meeting.name}"
