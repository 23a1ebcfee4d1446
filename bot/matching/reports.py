"""Reports of one meeting as they were read for a question: what they say alike, and what cannot both be true.

What facts say is compared when the index is made (`bot.matching.differing`); this is for what no fact holds.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from bot.index import Index
from bot.matching.answers import SAME_WORDS, alike, answer_read
from bot.matching.decision import QUOTE_AT, read_at
from bot.matching.overruling import is_by_hand
from bot.matching.query_terms import QueryTerm, query_terms
from bot.matching.reading import Read, without_others
from bot.matching.spelling import mended
from bot.question import Question
from bot.question.tokens import tokens
from bot.replies import Answer, reported
from facts.disagreement import Report, disagreements, of_one_meeting, overruled, report_of
from facts.model import Fact, Record
from facts.pages.derived import complete

BESIDE: Final = 3
"""How many words behind a number may name what it counts."""


class Reports:
    """The sentences that were read for a question, those of one meeting's reports set beside each other."""

    def __init__(self, question: Question, found: Sequence[Read], index: Index, answers: Sequence[Answer] = ()) -> None:
        """Take the sentences, most confident first, and what else is answered."""
        self._question, self._index = question, index
        own = (number for each in answers if (number := index.number_of(each.article)) is not None)
        numbers = dict.fromkeys((*(each.candidate.sentence.article for each in found), *own))
        records = [index.contexts[number].record for number in numbers]
        self._pairs = {frozenset((mine.article.id, its.article.id)) for mine, its in of_one_meeting(records)}
        may_be = question.analysis.answer_type != "yes_no" and self._pairs
        likely = [each for each in found if each.confidence >= QUOTE_AT] if may_be else []
        self._told = [(each, answer_read(each, question, index)) for each in likely]

    @functools.cached_property
    def _asked(self) -> tuple[QueryTerm, ...]:
        """The words of the question."""
        return query_terms(self._question.analysis, self._index.vocabulary)

    @functools.cached_property
    def _counted_words(self) -> list[QueryTerm]:
        """Those that name what is counted."""
        return [word for word in self._asked if word.word.term in self._question.analysis.focus[-1:]]

    def as_sure(self, found: Sequence[Read]) -> list[Read]:
        """The sentences, each as sure as it is without those that answer the same in another report of its meeting:
        that two reports tell of a thing makes neither doubtful. What a person's fact of the meeting overrules is
        left out."""
        beside: dict[int, set[int]] = {id(each): {id(each)} for each in found}
        dropped = set[int]()
        for (read, mine), (other, its) in itertools.permutations(self._told, 2):
            if self._gives_way(its, mine):
                dropped.add(id(other))
            elif not self._differ(mine, its) and not (
                self._are_of_one(mine, its) and alike(mine.answer, its.answer) >= SAME_WORDS
            ):
                continue
            beside[id(read)].add(id(other))
        return [
            without_others(each, self._question, [other for other in found if id(other) not in mates])
            if len(mates := beside[id(each)]) > 1
            else each
            for each in found
            if id(each) not in dropped
        ]

    def with_differing(self, answer: Answer, others: Sequence[Answer] = ()) -> Answer:
        """An answer with what is surely read in other reports instead, or answered besides (`others`), the newest
        first, if no fact differs."""
        if self._index.differing(answer.key):
            return answer
        least = read_at(self._question.analysis.answer_type)
        differs: dict[str, Answer] = {}
        sure = (each for read, each in self._told if read.confidence >= least or self._counts_the_same(answer, each))
        for other in (*others, *sure):
            if self._differ(answer, other):
                differs.setdefault(other.article, other)
        return dataclasses.replace(answer, differs=tuple(sorted(differs.values(), key=reported, reverse=True)))

    def _gives_way(self, mine: Answer, its: Answer) -> bool:
        """Whether an answer cannot be true beside one of another report that a person wrote or checked."""
        entry, other = self._index.entry(mine.key), self._index.entry(its.key)
        if other is None or not is_by_hand(other) or (entry is not None and is_by_hand(entry)):
            return False
        if not self._are_of_one(mine, its) or not self._tell_of_one_thing(mine, its):
            return False
        return bool(overruled(self._reports(mine, its)))

    def _reports(self, *answers: Answer) -> list[Report]:
        """The articles of answers as if these were all that they say."""
        reports = (report_of(self._claimed(each), self._sentences(each)) for each in answers)
        return [report for report in reports if report is not None]

    def _are_of_one(self, mine: Answer, other: Answer) -> bool:
        return frozenset((mine.article, other.article)) in self._pairs

    def _differ(self, mine: Answer, other: Answer) -> bool:
        """Whether two reports of one meeting answer the same, so that both cannot be true."""
        if not self._are_of_one(mine, other) or not self._tell_of_one_thing(mine, other):
            return False
        return bool(disagreements(self._reports(mine, other)))

    def _tell_of_one_thing(self, mine: Answer, other: Answer) -> bool:
        """Whether both numbers are of what is counted, or both sentences have a word of the question."""
        asked, counted = self._asked, self._counted_words
        said = [_terms(self._told_by(each) if counted else each.evidence) for each in (mine, other)]
        return any(all(word.found_in(terms) for terms in said) for word in counted or asked)

    def _told_by(self, answer: Answer) -> str:
        """What an answer counts, by its sentence, or by the question of a person's fact whose number that has not."""
        entry = self._index.entry(answer.key)
        by_hand = entry is not None and is_by_hand(entry) and answer.answer not in answer.evidence
        return f"{answer.answer} {answer.question}" if by_hand else _counted(answer)

    def _counts_the_same(self, mine: Answer, other: Answer) -> bool:
        """Whether both count what the question asks for by the noun behind a number, and have all of its words: so much
        alike that the reader's doubt about the other sentence does not count."""
        asked, counted = self._asked, self._counted_words
        told = [(_terms(_counted(each)), _terms(each.evidence)) for each in (mine, other)]
        return bool(counted) and all(
            all(word.found_in(near) for word in counted) and all(word.found_in(terms) for word in asked)
            for near, terms in told
        )

    def _claimed(self, answer: Answer) -> Record:
        """The article of an answer as if that were its only fact, asked for by the question."""
        entry, number = self._index.entry(answer.key), self._index.number_of(answer.article) or 0
        text = mended(self._question.text, self._index.terms)
        own = entry.fact if entry else Fact(answer.key, answer.kind, text, answer.answer, answer.evidence, (0, 0))
        fact = complete(msgspec.structs.replace(own, question=text, variants=()))
        return msgspec.structs.replace(self._index.contexts[number].record, facts=(fact,))

    def _sentences(self, answer: Answer) -> Callable[[], Sequence[str]]:
        return lambda: self._index.sentences(self._index.number_of(answer.article) or 0)


def _counted(answer: Answer) -> str:
    """A number and the words behind it, which name what it counts."""
    _, found, behind = answer.evidence.partition(answer.answer)
    return " ".join([answer.answer, *behind.split()[:BESIDE]]) if found else answer.answer


def _terms(text: str) -> frozenset[str]:
    return frozenset(token.term for token in tokens(text))
