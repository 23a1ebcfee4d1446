"""Which sentences may be offered where none is sure: those on the point, by their words or as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.matching.answers import facts_of
from bot.matching.decision import QUOTE_AT
from bot.matching.named_meeting import is_named_apart
from bot.matching.near_by_hand import near_by_hand
from bot.matching.query_terms import QueryTerm
from bot.matching.reading import Read
from bot.matching.yes_no.excused import AWAY
from bot.question import Question
from bot.question.cues import IDLE_TERMS, MEETING_TERMS, NEXT
from bot.question.follow_up import asks_for_next, said_of_one
from bot.question.in_short import in_words
from bot.question.tokens import content_terms, stem

BARELY: Final = 0.15
"""Share of the weight of a question's words (0–1) below which sentences that have them are off the point: those that
share only the "get" of "Did anyone get hurt?"."""
LIKELY: Final = -2.0
"""The reader's logit from which a sentence is on the point, whatever its words: of those below it that share none with
a question one in twenty was right."""
SEVERAL: Final = 2
"""So many words of a question that a sentence has itself make it one on the point, be they those of its meeting."""
FAR: Final = 0.5
"""Share of the best one's confidence below which a sentence of another article is not offered beside it: of 45 such
none was right."""
FAINT: Final = 0.2
"""The same of a third one of the same article: of 17 none was."""
FIRST_LEAST: Final = 0.07
"""Confidence of the first one below which nothing is offered: of 43 such none was right."""
YES_NO_LEAST: Final = 0.15
"""Confidence below which nothing is offered beside the best one to a question for yes or no: of 48 none was right."""

_OF_MEETINGS: Final = MEETING_TERMS - {"video"} | frozenset(
    map(stem, "agm assemble congress convene egm gather hearing meet reassemble reconvene resume retreat sit".split())
)
_COMING: Final = frozenset(map(stem, "attend attendance attendee came come join participate present there".split()))
_STAYING_AWAY: Final = frozenset(
    map(stem, "absent absence apology apologies away excused miss missing regrets".split())
)
_AGAIN: Final = NEXT | {"again", "following", "round"}
"""Words of what comes next."""


def on_the_point(question: Question, found: Sequence[Read], index: Index, most: int) -> list[Read]:
    """The best of the sentences that may be offered, so many at most; first those of which a person wrote what is
    nearly asked for."""
    next_one = question.analysis.answer_type == "when" and asks_for_next(question)
    fits = _tells_of_meeting if next_one else _is_likely
    came = _asks_who_came(question)
    shown = [
        read
        for read in found
        if read.confidence >= QUOTE_AT and fits(read, index) and not (came and AWAY.match(read.candidate.sentence.text))
    ][:most]
    shown = _beside_the_first(question, shown, index)
    in_full = in_words(question.text) == question.text  # what is read for "any dissent?" is on the point
    if not next_one and in_full and said_of_one(question) and all(read.evidence.words < BARELY for read in shown):
        return []
    by_hand = [read for read in shown if near_by_hand(question, facts_of(read, index)) is not None]
    if shown and shown[0].confidence < FIRST_LEAST and not by_hand:
        return []
    return by_hand + [read for read in shown if read not in by_hand]


def _asks_who_came(question: Question) -> bool:
    """Whether a question asks who came: those who sent apologies are no answer to it, however near."""
    asked = question.analysis
    about = bool(asked.terms & _COMING) and not asked.terms & _STAYING_AWAY
    return about and asked.answer_type in ("who", "list", "which", "how_many") and not asked.negated


def _beside_the_first(question: Question, shown: Sequence[Read], index: Index) -> list[Read]:
    """The sentences that may be offered, without those beside the best one that are hardly likely, or are of another
    meeting than a question names."""
    kept: list[Read] = []
    for at, read in enumerate(shown):
        best = shown[0]
        share, is_own = read.confidence / best.confidence, _article(read) == _article(best)
        least = FAR if not is_own else FAINT if at > 1 else 0.0
        if read is not best and (share < least or read.confidence < _least_of(question)):
            continue
        mine = index.contexts[_article(read)]
        if not any(is_named_apart(question, index.contexts[_article(each)], mine) for each in kept):
            kept.append(read)
    return kept


def _least_of(question: Question) -> float:
    return YES_NO_LEAST if question.analysis.answer_type == "yes_no" else QUOTE_AT


def _article(read: Read) -> int:
    return read.candidate.sentence.article


def _tells_of_meeting(read: Read, _: Index) -> bool:
    """Whether a sentence tells of a meeting, or of what comes next or again: no other date is that of the next one."""
    return any(token.term in _OF_MEETINGS or token.surface in _AGAIN for token in read.candidate.sentence.tokens)


def _is_likely(read: Read, index: Index) -> bool:
    return read.reading.logit >= LIKELY or _shares_words(read, index)


def _shares_words(read: Read, index: Index) -> bool:
    """Whether a sentence, the one before or the heading has a word that is asked about, beside those that say which
    meeting; always where no such word is asked."""
    sentence = read.candidate.sentence
    meeting = index.contexts[sentence.article].meeting
    asked = [word for word in read.candidate.asked if word.word.term not in IDLE_TERMS]
    own = [word for word in asked if not word.found_in(meeting)]
    around = content_terms(sentence.passage.heading, sentence.passage.before, sentence.text)
    if not own or _of(own, around):
        return True
    return _of(asked, content_terms(sentence.text)) >= SEVERAL


def _of(asked: Sequence[QueryTerm], terms: frozenset[str]) -> int:
    return sum(word.found_in(terms) > 0 for word in asked)
