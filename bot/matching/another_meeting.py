"""“and the next lock board meeting?” after a question about another meeting: the question before, of that one. What was
answered of the meeting talked about is no answer to it."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.in_full import undated
from bot.matching.meetings import meetings_with, of_same_meeting
from bot.question import Question, read
from bot.question.cues import IDLE_TERMS, LATEST, MEETING_TERMS, NEXT
from bot.question.follow_up import asks_by_itself, is_follow_up
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression

_NEW: Final = expression(
    rf"(?:(?:and|but|or|so),? |(?:what|how) about )+(?:(?:{'|'.join(sorted(PREPOSITIONS))}) )?(?:the )?"
    rf"(?P<which>(?:{'|'.join(sorted(NEXT | LATEST))}) )?(?P<name>[^\W\d_].*?)\W*",
    re.IGNORECASE,
)
_WORD: Final = expression(r"[\w’'+-]+")
_WITHIN: Final = frozenset("the of for on at in and".split())
"""Small words that may stand in what a meeting is called."""
_GENERAL_NAMES: Final = MEETING_TERMS | content_terms("AGM EGM annual general council board committee")
"""What a meeting is called by, so that "meeting" need not be said."""


class OfAnother(msgspec.Struct, frozen=True):
    """A question in full about another meeting, and its articles (by number); no question where it is not clear what
    is asked of it."""

    question: Question | None
    articles: tuple[int, ...]


def of_another_meeting(question: Question, before: str, number: int, index: Index) -> OfAnother | None:
    """What is asked by "and the Osk council?" after a question about the meeting of an article (by its number), where
    that names another meeting on record by words that the article has not all; None where it does not."""
    new = _NEW.fullmatch(question.text.strip())
    if new is None or not question.continues or not is_follow_up(question) or asks_by_itself(question):
        return None
    asked = question.analysis
    own = asked.terms - IDLE_TERMS - {"1"}
    mine = tuple(of_same_meeting(number, index))
    if not own or asked.dates or asked.ordinals or any(own <= _called_by(index.contexts[each]) for each in mine):
        return None
    is_meeting = new["which"] or not content_terms(new["name"]).isdisjoint(MEETING_TERMS)
    if not is_meeting and any(own <= index.contexts[each].article for each in mine):
        return None  # of a body that the article tells of, too, it is asked there
    others = _called(own, mine, index)
    if not others:
        return None
    full = _put(before, new["name"], new["which"] or "", index.contexts[number])
    return OfAnother(read(full) if full else None, others)


def _called(own: frozenset[str], mine: tuple[int, ...], index: Index) -> tuple[int, ...]:
    """The articles on other meetings that have these words in what they or their body are called."""
    likely = {*meetings_with(own, (), 1.0, index.reader)}
    likely |= {each for word in own for each in meetings_with((word,), (), 1.0, index.reader)}
    return tuple(each for each in sorted(likely) if each not in mine and own <= _called_by(index.contexts[each]))


def _called_by(context: ArticleContext) -> frozenset[str]:
    names = frozenset[str]().union(*context.names)
    return context.spelled_both_ways(names) if context.record.meeting is not None else frozenset()


def _put(before: str, name: str, which: str, mine: ArticleContext) -> str | None:
    """A question with another meeting in the place of the one that it names, with its day and place; None where it
    names none."""
    before = undated(before)
    called = mine.meeting.union(*mine.names) | MEETING_TERMS
    words = [*_WORD.finditer(before)]
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for word in [*words, None]:
        if word is not None and (_is_of(word[0], called) or word[0].lower() in _WITHIN | NEXT | LATEST):
            run.append(word)
            continue
        run = _trimmed(run, called)
        best, run = max(best, run, key=len), []
    if not best:
        return None
    said = {word[0].lower() for word in best}
    which = which.strip() or next((word for word in sorted(NEXT | LATEST) if word in said), "")
    noun = "" if content_terms(name) & _GENERAL_NAMES else "meeting"
    put = " ".join(filter(None, ("the", which, name.strip(), noun)))
    return f"{before[: best[0].start()]}{put}{before[best[-1].end() :]}"


def _trimmed(run: list[re.Match[str]], called: frozenset[str]) -> list[re.Match[str]]:
    """Words in a row up to the last that names a meeting, from the first article or word that does; none without."""
    while run and not _is_of(run[-1][0], called):
        run = run[:-1]
    while run and not (_is_of(run[0][0], called) or run[0][0].lower() in {"the"} | NEXT | LATEST):
        run = run[1:]
    return run


def _is_of(word: str, called: frozenset[str]) -> bool:
    terms = {token.term for token in tokens(word) if not token.is_stop}
    return bool(terms) and terms <= called
