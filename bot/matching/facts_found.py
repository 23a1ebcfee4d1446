"""A question, in the light of the one before and with its slips of the pen mended → the facts that may answer it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Sequence

from bot.index import Index
from bot.index.entries import Entry
from bot.matching.conversation import question_before
from bot.matching.in_its_place import is_of_the_other
from bot.matching.match import ANSWER_SCORE, Match, matches, searched, word_by_word
from bot.matching.meetings import latest
from bot.matching.passages import SentenceScores
from bot.matching.respelling import Respelled, has_slip, respelled
from bot.matching.weights import ANSWER_AT
from bot.question import Question, follow_up
from bot.question.follow_up import is_follow_up
from bot.question.tokens import stem
from bot.replies import Context

PLAIN = 0.9
"""Confidence from which a question is not taken for another that is misspelt."""
_CITED = frozenset({stem("report")})
"""The word of "according to the report on …", which tells nothing of what is asked: no account is meant by it."""
SLIP = 0.3
"""How much less (log-odds) a question is answered for that had to be guessed from its letters."""


def candidates_for(
    question: Question,
    index: Index,
    context: Context,
    scores: SentenceScores | None = None,
    within: Sequence[int] | None = None,
) -> list[Match]:
    """The facts that may answer a question, also in the light of the one before; most confident first.

    `scores` are those of the question, where they are known; `within` are the articles (by number) that it is asked of,
    where it is asked of these alone.
    """
    scores = scores or searched(question, index)
    before = question_before(question, context, index)
    if before is not None and is_follow_up(question):
        found: list[Match] = []
        for meant in follow_up.interpretations(question, before):
            article = context.article if meant.same_article else None
            more = _matches_in(meant.question, index, [article] if within is None else map(index.article, within))
            found += [m for m in more if not (meant.other_fact and m.entry.fact_id == context.answer_key)]
        found = [match for match in found if not _is_of_the_other(question, before, match.entry, index)]
        return first_of_each(sorted(found, key=lambda m: -m.score), lambda m: m.entry.fact_id)
    if within is not None:
        return _matches_in(question, index, map(index.article, within), scores)
    if before is None:
        return _found_or_mended(question, index, scores)
    here = matches(question, index, context.article, scores) if context.article is not None else []
    asked = question.analysis
    if here and here[0].confidence >= ANSWER_AT and not asked.dates and not asked.ordinals:
        return here
    return _found_or_mended(question, index, scores)


def _is_of_the_other(question: Question, before: Question, entry: Entry, index: Index) -> bool:
    asked = frozenset[str]().union(*(phrasing.terms for phrasing in entry.phrasings)) - entry.context.meeting - _CITED
    return is_of_the_other(question, before, entry.evidence | entry.answer | asked, entry.context, index)


def _matches_in(
    question: Question, index: Index, articles: Iterable[str | None], scores: SentenceScores | None = None
) -> list[Match]:
    """The facts of some articles that may answer a question, most confident first; None stands for all articles."""
    found = (match for article in articles for match in matches(question, index, article, scores))
    return sorted(found, key=lambda match: -match.score)


def _found_or_mended(question: Question, index: Index, scores: SentenceScores) -> list[Match]:
    """What a question finds, or what the question on record finds that it must be with its slips of the pen."""
    slip = has_slip(question, index)
    found = [] if slip else _found(question, index, scores)
    if found and found[0].confidence >= PLAIN:
        return found
    meant = respelled(question, index)
    mended = misspelt(meant, index) if meant else []
    if meant and meant.sure and mended and mended[0].confidence >= ANSWER_AT:
        return mended
    if slip:
        found = _found(question, index, scores)
    if not meant or not mended or not found or mended[0].score > found[0].score:
        return mended or found
    alone = len(meant.questions) == 1
    if alone and (mended[0].entry.fact_id == found[0].entry.fact_id or found[0].confidence >= PLAIN):
        return found
    # The letters say one thing and the words another, or the letters say two: nothing is sure.
    return first_of_each([*mended, *map(_doubted, found)], lambda m: m.entry.fact_id)


def misspelt(meant: Respelled, index: Index) -> list[Match]:
    """What the questions find that a text may be: the best of each first, only suggested unless the guess is sure."""
    each = [word_by_word(question, index) or matches(question, index) for question in meant.questions]
    found = [match for some in each for match in some[:1]] + [match for some in each for match in some[1:]]
    found = [dataclasses.replace(match, score=match.score - SLIP) for match in found]
    return found if meant.sure else list(map(_doubted, found))


def _found(question: Question, index: Index, scores: SentenceScores) -> list[Match]:
    """The facts that a question finds by its words; of the newest meeting that it names, if it asks for the latest."""
    newest = latest(question, index) if question.analysis.selector == "latest" else None
    return matches(question, index, newest, scores)


def _doubted(match: Match) -> Match:
    """A match that is suggested at most."""
    return dataclasses.replace(match, score=min(match.score, ANSWER_SCORE - SLIP))


def first_of_each(found: Iterable[Match], sort: Callable[[Match], Hashable]) -> list[Match]:
    """The first match of each sort, in order."""
    first: dict[Hashable, Match] = {}
    for match in found:
        first.setdefault(sort(match), match)
    return list(first.values())
