"""How well a sentence answers a question: what the reader says of it and what the words say, as a few named numbers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from bot.index import Index
from bot.matching.dates_told import is_dated
from bot.matching.query_terms import QueryTerm
from bot.question import Analysis, Question
from bot.question.tokens import Token, tokens
from facts.expressions import expression
from facts.reader import Passage


class Evidence(NamedTuple):
    """What speaks for a sentence.

    `reader` is the reader's logit, `margin` how much more that is than the best other sentence's, `best` whether no
    other has more. `words` is the share of the question's weight that the sentence, the one before and the heading
    have (0–1), `own_words` the share that the sentence has by itself, `missing` the weight of the heaviest word that
    none of them has, `missing_name` the same of names and numbers. `rules` are the log-odds of the fact in it that fits
    best by rules (-4 where none does), `rules_best` whether no other sentence has a better one. `span` are the log-odds
    that the words marked are the ones that answer. Where yes or no is asked for, `decided` is how much likelier the one
    is than the other (log), `denied` whether it says no.
    """

    reader: float
    margin: float
    best: float
    words: float
    own_words: float
    missing: float
    missing_name: float
    rules: float
    rules_best: float
    span: float
    decided: float
    denied: float


_LABELLED = expression(
    r"\b(?P<noun>(?i:committee|group|panel|section|article|room|hall|gate|pier|route|round|phase|stage|class|division|"
    r"zone|ward|district|block|unit|option|annex|appendix|schedule|chapter|clause|pillar|paragraph|pool|court|chamber))"
    r" (?P<label>[A-Z]|\d{1,3}[A-Za-z]?)\b(?! ?[%:.]\d| [a-z]+s\b)"
)
"""What has a letter or number for its name."""
_ASKS_UNMARKED = expression(
    r"(?:[A-Z][\w’'.-]*(?: [\w’'.-]+){0,2}(?::|,| [-–]) )?"
    r"(?:(?:can|could|shall|do|did|would|will|are) (?:we|you|they)|"
    r"(?:does|did|is|was) (?:anyone|anybody|someone|somebody))\b",
    re.IGNORECASE,
)
"""How a question of notes begins, with whose it is: "Ada: can we …"."""
NO_RULES = -4.0
"""The log-odds of a sentence without a fact that fits by rules, and the least of one with."""
MOST_RULES = 5.0
"""The highest log-odds by rules that make a difference."""


class Sentence(msgspec.Struct, frozen=True):
    """A sentence on record with what it is read with: its article (by number) and place in it (from 0)."""

    article: int
    place: int
    passage: Passage
    tokens: tuple[Token, ...]
    around: frozenset[str]

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.sentence


class Covered(msgspec.Struct, frozen=True):
    """How much of a question's weight a sentence has, by itself and with what is around it, and what is missing."""

    words: float
    own_words: float
    missing: float
    missing_name: float


def sentence_of(index: Index, article: int, place: int) -> Sentence:
    """A sentence, with its heading and the one before it."""
    context, texts = index.contexts[article], index.sentences(article)
    before = texts[place - 1] if place else ""
    around = context.meeting | {t.term for t in tokens(before)} | context.topic
    return Sentence(article, place, Passage(index.heading(article), before, texts[place]), tokens(texts[place]), around)


def coverage(asked: tuple[QueryTerm, ...], sentence: Sentence, index: Index) -> Covered:
    """How much of the words asked for a sentence has."""
    context = index.contexts[sentence.article]
    own = context.spelled_both_ways(frozenset(t.term for t in sentence.tokens))
    total = sum(word.weight for word in asked) or 1.0
    here = there = missing = missing_name = 0.0
    for word in asked:
        mine = word.found_in(own)
        near = max(mine, word.found_in(sentence.around))
        here += word.weight * mine
        there += word.weight * near
        lost = word.weight * (1 - near)
        missing = max(missing, lost)
        if word.word.name:
            missing_name = max(missing_name, lost)
    return Covered(there / total, here / total, missing, missing_name)


def asks(text: str) -> bool:
    """Whether a sentence is a question, also one of notes without its mark: it asserts nothing, so it answers nothing.

    >>> asks("Was it Ambassador Corbin who leaked the draft?"), asks("“Who leaked it?” she asked.")
    (True, False)
    >>> asks("Bo: could we set a day for the lock, as it leaks")
    True
    """
    return text.rstrip(" \"'”’)").endswith("?") or _ASKS_UNMARKED.match(text) is not None


def contradicts(question: Question, sentence: Sentence, index: Index) -> bool:
    """Whether a sentence tells of another date or another meeting of a series than a question names."""
    asked, context = question.analysis, index.contexts[sentence.article]
    if asked.dates:
        before = sentence.passage.before
        if not all(is_dated(date, sentence.text, before, context) for date in asked.dates):
            return True
    own = {t.term for t in sentence.tokens}
    if any(ordinal not in context.ordinals | context.topic | own for ordinal in asked.ordinals):
        return True
    if _is_labelled_otherwise(question.text, sentence):
        return True
    numbered = dict(_numbered(sentence.tokens))
    return any(numbered.get(noun, number) != number not in own for noun, number in _numbered(question.tokens))


def _is_labelled_otherwise(question: str, sentence: Sentence) -> bool:
    """Whether a question names one of several by its letter or number ("Committee B"), and a sentence another alone."""
    around = dict[str, set[str]]()
    for noun, label in _labelled(f"{sentence.passage.heading} ; {sentence.text}"):
        around.setdefault(noun, set()).add(label)
    own = {noun for noun, _ in _labelled(sentence.text)}
    return any(noun in own and label not in around[noun] for noun, label in _labelled(question))


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """What has a letter or number for its name, with that: ("committee", "B")."""
    return ((found["noun"].lower(), found["label"].upper()) for found in _LABELLED.finditer(text))


def _numbered(words: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The nouns right behind an ordinal, with it: ("meeting", "#10")."""
    return ((noun.term, number.term) for number, noun in itertools.pairwise(words) if number.term.startswith("#"))


def is_of_another_owner(question: Analysis, sentence: Sentence) -> bool:
    """Whether a question asks when or how many of what a country did, and a sentence without it tells that deed of
    another, whose name or whose people begin it: "Osmark's pilots must …"."""
    asked = {term for term in question.terms if term.startswith("=")}
    first = next((token.term for token in sentence.tokens if not token.is_stop), "")
    if question.answer_type not in ("when", "how_many") or not asked or not first.startswith("="):
        return False
    own = {token.term for token in sentence.tokens}
    return question.predicate in own and asked.isdisjoint(own)


def tells_of_another_country(question: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence names a country, and none of the question's: what Thailand did decides nothing of Laos."""
    asked = {term for term in question.terms if term.startswith("=")}
    own = {token.term for token in sentence.tokens if token.term.startswith("=")}
    return bool(asked and own and not asked & (own | sentence.around))
