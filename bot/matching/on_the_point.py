"""Which sentences may be offered where none is sure: those on the point, by their words or as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.matching.decision import QUOTE_AT
from bot.matching.query_terms import QueryTerm
from bot.matching.reading import Read
from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import said_of_one
from bot.question.in_short import in_words
from bot.question.tokens import content_terms

BARELY: Final = 0.15
"""Share of the weight of a question's words (0–1) below which sentences that have them are off the point: those that
share only the "get" of "Did anyone get hurt?"."""
LIKELY: Final = -2.0
"""The reader's logit from which a sentence is on the point, whatever its words: of those below it that share none with
a question one in twenty was right."""
SEVERAL: Final = 2
"""So many words of a question that a sentence has itself make it one on the point, be they those of its meeting."""


def on_the_point(question: Question, found: Sequence[Read], index: Index, most: int) -> list[Read]:
    """The best of the sentences that may be offered, so many at most."""
    likely = (read for read in found if read.confidence >= QUOTE_AT)
    shown = [read for read in likely if read.reading.logit >= LIKELY or _shares_words(read, index)][:most]
    in_full = in_words(question.text) == question.text  # what is read for "any dissent?" is on the point
    if in_full and said_of_one(question) and all(read.evidence.words < BARELY for read in shown):
        return []
    return shown


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
