"""A question with slips of the pen → the question on record that it must be, if there is one.

Words that are misspelt beyond what `bot.index.vocabulary` mends, question words among them, can still be told from the
whole: a question on record within a small edit distance (optimal string alignment). If the two differ only in
non-words (no English words, and not on record), it is the one that was meant; else it may be. A number, a denial or a
question word is never taken for another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from bot.index import Index
from bot.index.date_terms import agreeing_terms
from bot.index.postings import NONE, Ints, union, within
from bot.question import Question, lexicon
from bot.question.cues import WH
from bot.question.tokens import Token, typo_limit
from bot.question.words import STOP

EDITS: Final = 3
"""Letters that may be wrong in all; one for every LETTERS_AN_EDIT."""
LETTERS_AN_EDIT: Final = 7
FACTS: Final = 16384
"""Facts whose questions are looked at: those that have the rarest words of the question."""
LOOKED_AT: Final = 8
"""Questions on record that are looked at, the nearest first."""
SPELLINGS: Final = 12
"""Words on record that an unknown word is looked for as."""
_DENIALS: Final = frozenset({"never", "no", "not"})
_NO_DENIAL: Final = {"no": "on"}
"""A word of denial that is a slip where the other text has this in its place."""


class Respelled(msgspec.Struct, frozen=True):
    """The questions on record that a text may be, all at one edit distance; `sure` if there is but one, and it differs
    only in non-words, and in no name by many letters."""

    questions: tuple[Question, ...]
    sure: bool


def respelled(question: Question, index: Index) -> Respelled | None:
    """The question on record that one must be, or None; not for one that is on record as it stands."""
    asked = question.plain
    edits = min(EDITS, len(asked) // LETTERS_AN_EDIT)
    reader = index.reader
    phrasings = reader.phrasings_near(asked, _facts(question, index), edits).tolist()
    spelled = {phrasing: reader.texts[phrasing].decode() for phrasing in phrasings}
    near = process.extract(asked, spelled, scorer=OSA.distance, score_cutoff=edits, limit=LOOKED_AT)
    may_be = [(known, distance, phrasing) for known, distance, phrasing in near if distance and _may_be(asked, known)]
    may_be.sort(key=lambda found: (found[1], Indel.distance(asked, found[0])))
    nearest: dict[str, int] = {}
    for known, distance, phrasing in may_be:
        if distance == may_be[0][1]:
            nearest.setdefault(known, phrasing)
    # One fact may be asked for in several ways that are as near.
    questions = {reader.fact_of(phrasing): index.question(phrasing) for phrasing in reversed(nearest.values())}
    if not questions:
        return None
    return Respelled(
        tuple(reversed(questions.values())), len(questions) == 1 and _differ_by_slips(asked, next(iter(nearest)), index)
    )


def _may_be(asked: str, known: str) -> bool:
    """Whether a text does not plainly ask something else than one on record: by a number, a denial, a question word."""
    more, less = _more(asked, known), _more(known, asked)
    if re.findall(r"\d+", asked) != re.findall(r"\d+", known):
        return False
    return not _denies(more, less) and not _denies(less, more) and not _asks_otherwise(more, less)


def _differ_by_slips(asked: str, known: str, index: Index) -> bool:
    """Whether a text differs from one on record only in non-words."""
    more, less = _more(asked, known), _more(known, asked)
    slips = not WH & {*more} and all(_is_slip(word, less, index) for word in more)
    return slips and all(_is_plain(word, more) for word in less)


def _facts(question: Question, index: Index) -> Ints:
    """Facts that have a word or a date of a question: those of the rarest; of several, if all are common."""
    ordered = sorted(filter(_length, _lists(question, index)), key=_length)
    if ordered and _length(ordered[0]) > FACTS:
        return _shared(ordered)
    taken: list[Ints] = []
    room = FACTS
    for lists in ordered:
        room -= _length(lists)
        if room < 0:
            break
        taken += lists
    return union(taken)


def _shared(ordered: Sequence[Sequence[Ints]]) -> Ints:
    """The facts that are in the first of these and in as many more as make them few; none if they stay many."""
    facts = union(ordered[0])
    for lists in ordered[1:]:
        facts = facts[within(facts, union(lists))]
        if len(facts) <= FACTS:
            return facts
    return NONE


def _length(lists: Sequence[Ints]) -> int:
    return sum(map(len, lists))


def _lists(question: Question, index: Index) -> Iterator[list[Ints]]:
    """For each word of a question that may be one on record, and for its dates, the facts that have it."""
    reader = index.reader
    for token in question.tokens:
        if token.surface not in STOP:
            yield [reader.fact_postings.of(number) for number in _numbers(token, index)]
    for date in question.analysis.dates:
        keys = reader.numbers(agreeing_terms(date)).tolist()
        articles = union([reader.title_postings.of(key) for key in keys])
        held = reader.facts_of(articles) if 0 < len(articles) <= FACTS else NONE
        yield [held, *(reader.fact_postings.of(key) for key in keys)]


def _numbers(token: Token, index: Index) -> list[int]:
    """The numbers of the keys on record that a word may be meant for."""
    number = index.terms.number(token.term)
    if number >= 0:
        return [number]
    if len(token.surface) < 3 or not token.surface.rstrip("+").isalpha():
        return []
    edits = 1 if len(token.surface) == 3 else 2
    return [index.terms.number(key) for _, key, _ in index.terms.close(token.surface, edits, SPELLINGS)]


def _asks_otherwise(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words that only one text has have a question word that is not one of the other's with a letter wrong."""
    return any(word in WH and all(OSA.distance(word, other) > 1 for other in others) for word in words)


def _denies(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether words that only one text has deny what the other says."""
    return any(word in _DENIALS and _NO_DENIAL.get(word) not in others for word in words)


def has_slip(question: Question, index: Index) -> bool:
    """Whether a question has a non-word: no English word, and not on record."""
    return any(
        len(token.surface) > 2 and " " not in token.surface and _is_slip(token.surface, (), index)
        for token in question.tokens
    )


def _is_slip(word: str, known: Sequence[str], index: Index) -> bool:
    """Whether a word that only the asked text has is a non-word, or a slip for a small word of the known text."""
    if len(word) < 3 or any(other in STOP and OSA.distance(word, other) == 1 for other in known):
        return True
    if word in STOP or lexicon.is_word(word) or index.terms.is_spelled(word):
        return False
    return word.rstrip("+").isalpha()


def _is_plain(word: str, asked: Sequence[str]) -> bool:
    """Whether a word that only the question on record has is no name, or one that an asked word is a misspelling of."""
    if word in STOP or lexicon.is_word(word):
        return True
    return any(OSA.distance(word, other) <= typo_limit(word) for other in asked)


def _more(text: str, other: str) -> list[str]:
    """The words that a text has more than another."""
    return list((Counter(text.split()) - Counter(other.split())).elements())
