"""A shortcut that is given → the best reply to its questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Final

from bot.library import Library
from bot.matching.match import SUGGESTIONS
from bot.question import Question, read
from bot.replies import Context, Reply
from bot.shortcuts.shortcut import Shortcut, filled

_RANKS: Final = {"answer": 0, "suggest": 1, "none": 2}
"""The statuses of replies, the best first."""


def ask(library: Library, shortcut: Shortcut, args: str, typed: str, context: Context) -> tuple[Reply, Context]:
    """The best reply to the shortcut's questions about the meeting that is meant; `args` is what followed the command,
    `typed` all that was typed. A fact of the meeting, in any report of it, that matches the shortcut's pattern is the
    answer; an answer that does not match it is only suggested."""
    return _best(library, shortcut, args, typed, context, library.reply) or _nothing(typed, context)


def plain_ask(
    library: Library, shortcut: Shortcut, args: str, typed: str, context: Context
) -> tuple[Reply, Context] | None:
    """The reply as `ask` gives it, or None if the reader has to be asked for it."""
    return _best(library, shortcut, args, typed, context, library.plain_reply)


def _best(
    library: Library,
    shortcut: Shortcut,
    args: str,
    typed: str,
    context: Context,
    reply: Callable[[Question, Context], tuple[Reply, Context] | None],
) -> tuple[Reply, Context] | None:
    """The best reply to the shortcut's questions, or None as soon as `reply` gives none."""
    article = meeting_meant(library, "" if shortcut.takes_words else args, context)
    meeting = next((m for m in library.meetings() if m.article == article), None)
    if shortcut.pattern is not None and meeting is not None:
        facts = (fact for report in library.reports(meeting.article) for fact in library.facts(report))
        fact = next((fact for fact in facts if shortcut.pattern.match(fact.question)), None)
        if fact is not None:
            fact = library.answer(fact.key) or fact  # with what other reports say instead
            return Reply("answer", typed, fact), Context(fact.question, fact.article, fact.key)
    best: tuple[Reply, Context] | None = None
    for template in shortcut.questions:
        question = read(filled(template, meeting.name if meeting else args or "the meeting", args))
        if meeting is not None and "{meeting}" in template:
            found: tuple[Reply, Context] | None = library.reply_in(question, meeting.article)
        else:
            found = reply(question, Context(article=article))
        if found is None:
            return None
        found = _if_sure(shortcut, *found)
        if best is None or _RANKS[found[0].status] < _RANKS[best[0].status]:
            best = found
        if best[0].status == "answer":
            break
    return best or _nothing(typed, context)


def _nothing(typed: str, context: Context) -> tuple[Reply, Context]:
    return Reply("none", typed, reason="not_on_record"), context


def _if_sure(shortcut: Shortcut, reply: Reply, after: Context) -> tuple[Reply, Context]:
    """The reply; an answer that does not match the shortcut's pattern becomes a suggestion."""
    if shortcut.pattern is None or reply.answer is None or shortcut.pattern.match(reply.answer.question):
        return reply, after
    offered = (reply.answer, *reply.suggestions)[:SUGGESTIONS]
    unsure = dataclasses.replace(reply, status="suggest", answer=None, suggestions=offered)
    return unsure, dataclasses.replace(after, answer_key=None)


def meeting_meant(library: Library, args: str, context: Context) -> str | None:
    """The article of the meeting that the words name; without words the one talked about, else the latest."""
    if args:
        named = library.meeting_named(args)
        return named.article if named else None
    if context.article is not None and library.facts(context.article):
        return context.article
    latest = library.latest()
    return latest.article if latest else None
