"""Whether what is told of moving, seconding or voting is told of the motion that is asked about, or of another of the
same minutes: "Ada Wren seconded the motion" is of what the sentences before it tell."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.index import Index
from bot.index.entries import Entry
from bot.matching import decision
from bot.matching.evidence import sentence_of
from bot.matching.match import ANSWER_SCORE, Match
from bot.matching.otherwise.items import heading_above
from bot.matching.query_terms import QueryTerm, query_terms
from bot.matching.reading import Read
from bot.question import Question
from bot.question.cues import IDLE_TERMS, MEETING_TERMS
from bot.question.follow_up import is_follow_up
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_DEEDS: Final = frozenset(
    map(
        stem,
        "move propose second seconded table carry pass adopt defeat reject lose vote oppose support abstain".split(),
    )
)
_ASKED: Final = frozenset(("who", "which", "list", "yes_no", "how_many"))
_OF_ANY: Final = frozenset(
    map(
        stem,
        "motion proposal resolution amendment vote voter favour against unanimous mover seconder proposer item minute "
        "councillor cllr mr mrs ms dr anyone anybody someone".split(),
    )
)
_NAME_NONE: Final = _DEEDS | _OF_ANY | IDLE_TERMS | MEETING_TERMS
"""Words that may be said of any motion."""
_OF_MOTION: Final = expression(
    r"\b(?:mov(?:ed|es)|propos(?:ed|es)|second(?:ed|s|ers?)|motions?|carried|passed|adopted|defeated|rejected|lost|"
    r"vot(?:e[ds]?|ing)|abst\w+|oppos(?:ed|es)|support(?:ed|s))\b",
    re.IGNORECASE,
)
_POINTS: Final = expression(
    r"\b(?:the|this|that) (?:motion|proposal|resolution|amendment|vote)\b|\bit\b", re.IGNORECASE
)
_PUTS: Final = expression(r"\b(?:mov|propos)(?:ed|es) (?!by\b)|\bthat\b", re.IGNORECASE)
"""By what a sentence puts a motion of its own."""
_FAR: Final = 3
"""How many sentences before it a sentence may point to, at most."""
_LESS: Final = 0.1
"""How far (log-odds) below what is given a fact is that is only offered."""


class OfThatMotion:
    """The matter of a motion that a question, or the one before it, names; nothing where it names none."""

    def __init__(self, question: Question, before: Question | None, index: Index) -> None:
        """Take the words that name it."""
        self._index = index
        asked = question.analysis
        deeds = {asked.predicate} if asked.predicate else asked.terms  # "how many voted for it?" has no predicate
        of_motion = not _DEEDS.isdisjoint(deeds) and asked.answer_type in _ASKED
        self._matter = _matter(question, index) if of_motion else []
        leans = before is not None and (is_follow_up(question) or before.analysis.predicate in _DEEDS)
        if of_motion and not self._matter and before is not None and leans:
            self._matter = _matter(before, index)

    def read(self, read: Read) -> Read:
        """A sentence that was read, shown at most where it tells of another motion."""
        sentence = read.candidate.sentence
        if not self._is_of_another(sentence.article, sentence.place, frozenset()):
            return read
        return dataclasses.replace(read, score=min(read.score, decision.SHOWN))

    def match(self, match: Match) -> Match:
        """A fact, offered at most where it tells of another motion."""
        entry = match.entry
        number = self._index.number_of(entry.context.record.article.id)
        if number is None or not self._is_of_another(number, entry.sentence, _own(entry)):
            return match
        return dataclasses.replace(match, score=min(match.score, ANSWER_SCORE - _LESS))

    def _is_of_another(self, article: int, place: int, own: frozenset[str]) -> bool:
        context = self._index.contexts[article]
        matter = [word for word in self._matter if word.word.term not in context.meeting]
        sentences = self._index.sentences(article)
        if not matter or place >= len(sentences) or _OF_MOTION.search(sentences[place]) is None:
            return False
        passage = sentence_of(self._index, article, place).passage
        told = own | content_terms(
            " ; ".join((heading_above(sentences, place), passage.heading, passage.before, passage.sentence))
        )
        for at in range(place, max(place - _FAR, 0), -1):  # "the motion" is what was moved right before
            if _PUTS.search(sentences[at]) or not _POINTS.search(sentences[at]):
                break
            told |= content_terms(sentences[at - 1])
        known = context.spelled_both_ways(told)
        return not any(word.found_in(known) for word in matter)


def _own(entry: Entry) -> frozenset[str]:
    return frozenset[str]().union(*(phrasing.terms for phrasing in entry.phrasings))


def _matter(question: Question, index: Index) -> list[QueryTerm]:
    """The words of a question that are not said of any motion."""
    none = _NAME_NONE | {question.analysis.predicate}
    words = query_terms(question.analysis, index.vocabulary)
    return [word for word in words if word.word.term not in none and word.word.term[0] not in "#0123456789"]
