"""A question and what its chat talked about → a reply: an answer, a choice, or "not on record"."""

from __future__ import annotations

import time

from bot import followup
from bot.index import Index, answer_of
from bot.match import Match, asked_words, matches
from bot.question import read
from bot.replies import Answer, Context, Reason, Reply, Status
from bot.text import tokens
from bot.weights import ANSWER_AT, SUGGEST_AT

__all__ = ["Answer", "Context", "Reason", "Reply", "Status", "reply"]

LONGEST_QUESTION = 1000
"""Letters from which a text is no question any more."""
SUGGESTIONS = 3
"""How many suggestions a reply carries at most."""


def reply(text: str, index: Index, context: Context = Context()) -> tuple[Reply, Context]:  # noqa: B008
    """Answer a question in the light of what was said before; the reply and what to remember for the next question."""
    started = time.perf_counter()
    if len(text) > LONGEST_QUESTION:
        return Reply("none", text[:LONGEST_QUESTION], reason="too_long"), context
    if not tokens(text):
        return Reply("none", text, reason="no_words"), context
    found = candidates_for(text, index, context)
    said = _say(text, found)
    took = (time.perf_counter() - started) * 1000
    said = Reply(said.status, said.asked, said.answer, said.suggestions, said.reason, took)
    article = said.answer.article if said.answer else _meeting_meant(text, index) or context.article
    return said, Context(question=text, article=article, answer_key=said.answer.key if said.answer else None)


def candidates_for(text: str, index: Index, context: Context) -> list[Match]:
    """The facts that may answer a question, also in the light of the one before; most confident first."""
    question = read(text)
    before = read(context.question) if context.question else None
    if before is None:
        return matches(question, index)
    if followup.leans(question):
        found: list[Match] = []
        for reading in followup.readings(question, before):
            article = context.article if reading.here else None
            more = matches(reading.question, index, article)
            found += [m for m in more if not (reading.other and m.entry.key == context.answer_key)]
        return _best_of_each(found)
    found = matches(question, index)
    here = [m for m in found if m.entry.frame.record.article.id == context.article]
    if here and here[0].confidence >= ANSWER_AT and not question.dates and not question.ordinals:
        return here
    return found


def _best_of_each(found: list[Match]) -> list[Match]:
    """The most confident match of each fact, most confident first."""
    best: dict[str, Match] = {}
    for match in sorted(found, key=lambda m: -m.confidence):
        best.setdefault(match.entry.key, match)
    return list(best.values())


def _meeting_meant(text: str, index: Index) -> str | None:
    """The article of the newest meeting that a question without an answer names by half of its words or more."""
    asked = asked_words(read(text), index.vocabulary)
    total = sum(word.weight for word in asked)
    named = [
        (sum(word.weight * word.found_in(frame.meeting) for word in asked), frame.when, frame.record.article.id)
        for frame in index.frames
    ]
    best = max(named, default=(0.0, "", ""))
    return best[2] if total and best[0] >= total / 2 else None


def _say(text: str, found: list[Match]) -> Reply:
    """The reply that matches give rise to, most confident first."""
    likely = [m for m in found if m.confidence >= SUGGEST_AT]
    if not likely:
        return Reply("none", text, reason="not_on_record")
    best = likely[0]
    if best.confidence < ANSWER_AT:
        return Reply("suggest", text, suggestions=tuple(map(_answer, _distinct(likely)[:SUGGESTIONS])))
    others = [m for m in likely if m.entry.frame is not best.entry.frame and m.confidence >= ANSWER_AT]
    one_each = list({m.entry.frame.record.article.id: m for m in reversed(others)}.values())[::-1]
    return Reply("answer", text, _answer(best), tuple(map(_answer, one_each[:SUGGESTIONS])))


def _distinct(found: list[Match]) -> list[Match]:
    """Matches without those that say what one before says."""
    return list(
        {(m.entry.frame.record.article.id, m.said or m.entry.fact.answer): m for m in reversed(found)}.values()
    )[::-1]


def _answer(match: Match) -> Answer:
    return answer_of(match.entry, match.confidence, match.said)
