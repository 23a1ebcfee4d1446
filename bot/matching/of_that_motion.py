"""Whether what is told of moving, seconding or voting is told of the motion that is asked about, or of another of the
same minutes: "Ada Wren seconded the motion" is of what the sentences before it tell."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.index.entries import Entry
from bot.matching import decision
from bot.matching.evidence import sentence_of
from bot.matching.match import ANSWER_SCORE, Match
from bot.matching.motions_put import AMENDS, AS_AMENDED, amends_alone, put_before, puts_motion
from bot.matching.otherwise.items import heading_above
from bot.matching.query_terms import QueryTerm, query_terms
from bot.matching.reading import Read, shown_at_most, without_others
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
_OUTCOMES: Final = frozenset(map(stem, "fail fall outcome result tally against favour".split()))
"""What is asked of a motion where one was talked about."""
_VOTE: Final = stem("vote")
_ASKED: Final = frozenset(("who", "which", "list", "yes_no", "how_many"))
_OF_ANY: Final = frozenset(
    map(
        stem,
        "motion proposal resolution amendment vote voter favour against unanimous mover seconder proposer item minute "
        "councillor cllr mr mrs ms dr anyone anybody someone".split(),
    )
)
_OF_A_MOTION: Final = _DEEDS | frozenset(map(stem, "motion proposal resolution amendment".split()))
"""Words by which a question is about a motion."""
_NAME_NONE: Final = _DEEDS | _OF_ANY | IDLE_TERMS | MEETING_TERMS
"""Words that may be said of any motion."""
_OF_MOTION: Final = expression(
    r"\b(?:mov(?:ed|es)|propos(?:ed|es)|second(?:ed|s|ers?)|motions?|carried|passed|adopted|defeated|rejected|lost|"
    r"fell|failed|vot(?:e[ds]?|ing)|abst\w+|oppos(?:ed|es)|support(?:ed|s))\b",
    re.IGNORECASE,
)
_DECIDED: Final = expression(r"\b(?:carried|passed|adopted|defeated|rejected|lost|fell|failed)\b", re.IGNORECASE)
_POINTS: Final = expression(
    r"\b(?:the|this|that) (?:motion|proposal|resolution|amendment|vote)\b|\bit\b", re.IGNORECASE
)
_PUTS: Final = expression(
    r"\b(?:mov|propos)(?:ed|es) (?!by\b)|\bthat\b(?! (?:motion|proposal|resolution|amendment|vote)\b)", re.IGNORECASE
)
"""By what a sentence puts a motion of its own."""
_OWNER: Final = expression(
    r"\b(?P<who>[A-Z][\w’'-]*?)(?:['’]s|(?<=s)['’]) (?:[a-z]+ )?(?:motion|proposal|resolution|amendment)\b"
)
"""Whose motion a sentence tells of."""
_FAR: Final = 3
"""How many sentences before it a sentence may point to, at most."""
_ALIKE: Final = 0.7
"""The share of the words of a motion that another telling of it has."""
_LESS: Final = 0.1
"""How far (log-odds) below what is given a fact is that is only offered."""


class OfThatMotion:
    """The motion that a question, or the one before it, is about: by the words of its matter, and where the one before
    was answered from what tells of it; nothing where none is."""

    def __init__(self, question: Question, before: Question | None, index: Index, answered: str | None = None) -> None:
        """Take the words that name it; `answered` is the key of the answer to the question before."""
        self._index, self._question = index, question
        self._before = before.text if before is not None else ""
        asked = question.analysis
        self._deeds = {asked.predicate} if asked.predicate else asked.terms  # "how many voted for it?" has no predicate
        leans = before is not None and not _OF_A_MOTION.isdisjoint(before.analysis.terms)
        of_motion = not (_DEEDS | _OUTCOMES if leans else _DEEDS).isdisjoint(self._deeds)
        of_motion |= leans and asked.answer_type == "how_many" and asked.terms <= _OF_ANY  # "and how many for?"
        of_vote = asked.answer_type == "what" and not (_OUTCOMES | {_VOTE}).isdisjoint(self._deeds)
        self._asks = of_motion and (asked.answer_type in _ASKED or of_vote)
        named_by = question
        self._matter = _matter(question, index) if self._asks else []
        if self._asks and not self._matter and before is not None and (leans or is_follow_up(question)):
            self._matter, named_by = _matter(before, index), before
        self._named = _names(named_by, index) if self._asks else []
        self._fitting: dict[int, dict[int, float]] = {}
        self._last = self._place_of(answered) if named_by is before else None

    def places(self) -> list[tuple[int, int]]:
        """Where the motion talked about is told of, each by its article and the place in it."""
        if not self._asks or self._last is None:
            return []
        article, put = self._last
        sentences = self._index.sentences(article)
        return [(article, at) for at in range(put, len(sentences)) if put_before(sentences, at) == put]

    def read(self, found: Sequence[Read]) -> list[Read]:
        """Sentences that were read, those that tell of another motion last, and shown at most."""
        others = {id(each) for each in found if self._is_told_of_another(each)}
        if not others:
            return self._as_decided(found)
        own = [each for each in found if id(each) not in others]
        alone = [without_others(each, self._question, [one for one in own if one is not each]) for each in own]
        held = [shown_at_most(each) for each in found if id(each) in others]
        return self._as_decided(alone) + held

    def match(self, match: Match) -> Match:
        """A fact, offered at most where it tells of another motion."""
        entry = match.entry
        number = self._index.number_of(entry.context.record.article.id)
        if number is None or not self._is_of_another(number, entry.sentence, _own(entry)):
            return match
        return dataclasses.replace(match, score=min(match.score, ANSWER_SCORE - _LESS))

    def _as_decided(self, found: Sequence[Read]) -> list[Read]:
        """Sentences that were read, those borne out that tell whether the motion talked about was carried or lost, if
        they do not tell both: the reader does not know what "it was lost" is told of."""
        own = {id(each): each.candidate.told for each in found if self._is_decision(each)}
        if len({*own.values()}) != 1:
            return list(found)
        return [
            dataclasses.replace(each, score=max(each.score, decision.BORNE_OUT)) if id(each) in own else each
            for each in found
        ]

    def _is_decision(self, read: Read) -> bool:
        sentence = read.candidate.sentence
        if self._question.analysis.answer_type != "yes_no" or read.candidate.told not in ("so", "not so"):
            return False
        put = put_before(self._index.sentences(sentence.article), sentence.place)
        return self._last is not None and self._last == (sentence.article, put) and put != sentence.place

    def _is_told_of_another(self, read: Read) -> bool:
        sentence = read.candidate.sentence
        return self._is_of_another(sentence.article, sentence.place, frozenset())

    def _is_of_another(self, article: int, place: int, own: frozenset[str]) -> bool:
        sentences = self._index.sentences(article)
        if not self._asks or place >= len(sentences) or _OF_MOTION.search(sentences[place]) is None:
            return False
        return (
            self._has_nothing_of_it(article, place, own)
            or self._is_no_amendment(sentences, place)
            or self._is_anothers(article, place)
            or self._is_behind_another(article, place)
        )

    def _is_no_amendment(self, sentences: Sequence[str], place: int) -> bool:
        """Whether an amendment is asked about, and a sentence tells of a motion that is none, or the motion as amended,
        and a sentence tells of the amendment."""
        asked, sentence = self._question.text, sentences[place]
        if AS_AMENDED.search(asked) or not AMENDS.search(asked):
            return AS_AMENDED.search(asked) is not None and amends_alone(sentence)
        put = put_before(sentences, place)
        told = sentences[place if put is None else put : place + 1]
        of_motion = AS_AMENDED.search(sentence) and not AMENDS.search(AS_AMENDED.sub("", sentence))
        return bool(of_motion) or not any(map(AMENDS.search, told))

    def _is_anothers(self, article: int, place: int) -> bool:
        """Whether a sentence tells of the motion of somebody whom neither the questions nor what answered the one
        before name, and not all that the motion asked about is about."""
        sentences, context = self._index.sentences(article), self._index.contexts[article]
        if (owner := _OWNER.search(sentences[place])) is None:
            return False
        put = put_before(sentences, place)
        last = self._index.sentences(self._last[0])[self._last[1]] if self._last is not None else ""
        if content_terms(owner["who"]) & content_terms(self._question.text, self._before, last):
            return False
        told = context.spelled_both_ways(content_terms(*sentences[place if put is None else put : place + 1]))
        return not all(word.found_in(told) for word in self._matter if word.word.term not in context.meeting)

    def _has_nothing_of_it(self, article: int, place: int, own: frozenset[str]) -> bool:
        """Whether neither a sentence nor what it points to has a word of the matter."""
        context, sentences = self._index.contexts[article], self._index.sentences(article)
        matter = [word for word in self._matter if word.word.term not in context.meeting]
        if not matter:
            return False
        passage = sentence_of(self._index, article, place).passage
        told = own | content_terms(
            " ; ".join((heading_above(sentences, place), passage.heading, passage.before, passage.sentence))
        )
        for at in range(place, max(place - _FAR, 0), -1):  # "the motion" is what was moved right before
            if _PUTS.search(sentences[at]) or not _POINTS.search(sentences[at]):
                break
            told |= content_terms(sentences[at - 1])
        if (put := put_before(sentences, place)) is not None:
            told |= content_terms(*sentences[put:place])
        known = context.spelled_both_ways(told)
        return not any(word.found_in(known) for word in matter)

    def _is_behind_another(self, article: int, place: int) -> bool:
        """Whether a sentence tells of what was put before it, and another motion of its article fits better; or, where
        none is named, the same is told of another."""
        sentences = self._index.sentences(article)
        if (its := put_before(sentences, place)) is None:
            return False
        if not self._named:
            asked = self._question.analysis
            of_one = asked.answer_type in ("who", "yes_no", "how_many", "what") and not asked.ordinals
            return of_one and self._is_told_of_several(sentences)
        fits = self._fits(article)
        best = max(fits.values())
        if self._last is not None and self._last[0] == article and fits.get(self._last[1]) == best:
            return self._last[1] != its and not _are_alike(sentences[self._last[1]], sentences[its])
        return 0 < best > fits[its] and list(fits.values()).count(best) == 1

    def _fits(self, article: int) -> dict[int, float]:
        """How well the sentences of an article that put a motion, by their places, have the words that name one."""
        if article not in self._fitting:
            sentences = self._index.sentences(article)
            put = [at for at in range(len(sentences)) if puts_motion(sentences[at])]
            told = [content_terms(heading_above(sentences, at), sentences[at]) for at in put]
            fits = (sum(word.weight * word.found_in(its) for word in self._named) for its in told)
            self._fitting[article] = dict(zip(put, fits, strict=True))
        return self._fitting[article]

    def _is_told_of_several(self, sentences: Sequence[str]) -> bool:
        """Whether what is asked is told of several motions."""
        of_vote = self._question.analysis.answer_type != "who"
        told = (
            at
            for at, text in enumerate(sentences)
            if not self._deeds.isdisjoint(content_terms(text)) or (of_vote and _DECIDED.search(text))
        )
        return len({put_before(sentences, at) for at in told} - {None}) > 1

    def _place_of(self, key: str | None) -> tuple[int, int] | None:
        """The article, and the place in it of the motion, of which an answer tells."""
        if not key:
            return None
        entry = self._index.entry(key)
        number = self._index.number_of(entry.context.record.article.id) if entry is not None else None
        place = (number, entry.sentence) if entry and number is not None else self._index.sentence(key)
        put = put_before(self._index.sentences(place[0]), place[1]) if place is not None else None
        return (place[0], put) if place is not None and put is not None else None


def _are_alike(sentence: str, other: str) -> bool:
    """Whether two sentences put the same motion, by most of their words."""
    mine, its = content_terms(sentence) - _NAME_NONE, content_terms(other) - _NAME_NONE
    return len(mine & its) >= _ALIKE * min(len(mine), len(its))


def _own(entry: Entry) -> frozenset[str]:
    return frozenset[str]().union(*(phrasing.terms for phrasing in entry.phrasings))


def _matter(question: Question, index: Index) -> list[QueryTerm]:
    """The words of a question that are not said of any motion."""
    none = _NAME_NONE | {question.analysis.predicate}
    words = query_terms(question.analysis, index.vocabulary)
    return [word for word in words if word.word.term not in none and word.word.term[0] not in "#0123456789"]


def _names(question: Question, index: Index) -> list[QueryTerm]:
    """The words of a question by which one motion is told from another, numbers and verbs ("close") among them."""
    none = _DEEDS | _OF_ANY | {question.analysis.predicate}
    return [word for word in query_terms(question.analysis, index.vocabulary) if word.word.term not in none]
