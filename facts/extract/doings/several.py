"""What people at a meeting discussed, welcomed or condemned by one verb in several sentences: all of it, as a list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from facts.extract.doings.spoken import ask, object_told, told
from facts.extract.doings.trivial import is_courteous
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.folding import fold
from facts.parse.phrases import is_plural

FEWEST, MOST, MOST_WORDS = 2, 5, 60
"""How many things a list has at least and at most, and how many words."""
APART = 3
"""How many sentences on the next of them may stand."""


class _Told(NamedTuple):
    """Something that was spoken of: by whom and how, where, as an answer and as asked for (None for neither)."""

    by: tuple[str, ...]
    place: int
    sentence: Sentence
    answer: str | None
    question: str | None


def facts(material: Material) -> Iterator[Draft]:
    """Yield what was spoken of by one verb by the same people, where each of several things can be told whole."""
    groups: dict[tuple[str, ...], list[_Told]] = {}
    for item in _told(material):
        groups.setdefault(item.by, []).append(item)
    for items in groups.values():
        answers = [item.answer for item in items if item.answer is not None]
        question = next((item.question for item in items if item.question), None)
        near = all(b.place - a.place <= APART for a, b in itertools.pairwise(items))
        if question is None or not near or len(answers) < len(items) or not FEWEST <= len(set(answers)) <= MOST:
            continue
        answer = "; ".join(answers)
        if len(answer.split()) <= MOST_WORDS:
            span = (sentence_span(items[0].sentence)[0], sentence_span(items[-1].sentence)[1])
            yield Draft("list", question, answer, span, value=answers, rule="statement.several")


def _told(material: Material) -> Iterator[_Told]:
    places = {id(sentence): i for i, sentence in enumerate(material.sentences)}
    for sentence, clause, spoken in told(material):
        subject = clause.subject
        if subject is None or spoken.tail == "to do" or is_courteous(clause, spoken):
            continue
        words = next(iter(sentence.readings(clause)), None)
        several = is_plural(subject.head) and subject.head.pos_ != "PROPN"
        who = "they" if several or words is None else fold(words.subject)
        question = next(ask(material, sentence, clause, spoken), None)
        answer = object_told(clause, spoken, sentence)
        yield _Told((clause.lemma, spoken.tail, who), places[id(sentence)], sentence, answer, question)
