"""A question and a passage of an article, each name as the other has it: for the reader, a name that it is not shown is
somebody else's.

People are told by their full name once and by their surname from then on; what a report is about, its first sentences
tell. People ask by full names, and after what the report is about. The reader is asked by the surname that the passage
has, and shown the names of the first sentences that the question has.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from bot.index import Index
from bot.index.short_forms import as_written
from bot.matching.evidence import Sentence
from bot.question.words import STOP
from facts.expressions import expression
from facts.folding import fold
from facts.reader import Passage

LEAD: Final = 2
"""Sentences at the head of an article that tell what it is about."""
SHOWN: Final = 2
"""Names of theirs that a passage is shown with, at most."""
LOOKED_AT: Final = 300
"""Sentences of an article in which full names are looked for, at most."""
SHORTEST: Final = 3
"""Letters of the first word of a name, at least."""
TITLES: Final = frozenset(
    """archbishop bishop captain chairman chief cllr colonel commander commissioner councillor dame deputy director dr
    general governor judge justice king lady lord major mayor minister miss mr mrs ms president prince princess prof
    professor queen rep representative secretary sen senator sergeant sheikh sir superintendent""".split()
)
"""What stands before a surname and is no first name."""
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w"
_NAME: Final = expression(
    rf"(?<![\w’'-])(?!(?:A|An|The)\b){_CAPITAL}(?: (?:(?:bin|da|de|den|der|la|of|van|von) )*(?:{_CAPITAL}|[A-Z]\.))*"
)
_WORD: Final = expression(r"\w+")
_OWN: Final = expression(r"['’]s\b")


View = tuple[str, Passage]
"""A question as a passage is asked it, and the passage."""


class Named(msgspec.Struct, frozen=True):
    """The names of a question as an article tells them: of people and bodies two words one behind the other (folded),
    where no other name there has the second; and those of its first sentences, as they are written."""

    pairs: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]


def views_of(asked: str, found: Sequence[Sentence], index: Index) -> Iterator[View]:
    """What is asked of each sentence, and the passage that is read for it."""
    named: dict[int, Named] = {}
    for sentence in found:
        if sentence.article not in named:
            named[sentence.article] = named_in(asked, index.sentences(sentence.article))
        written = as_written(asked, f"{sentence.passage.before} {sentence.text}")
        yield as_named(written, sentence.passage, named[sentence.article])


def named_in(asked: str, article: Sequence[str]) -> Named:
    """The names of a question that an article (its sentences) tells.

    >>> named_in("why did ada lund ask the Salt Commission?", ["The Salt Commission met.", "Ada Lund came."])
    Named(pairs=(('ada', 'lund'), ('salt', 'commission')), topics=('Salt Commission', 'Ada Lund'))
    """
    words = words_of(asked)
    whole = f" {' '.join(words)} "
    firsts: dict[str, set[str]] = {}
    for sentence in article[:LOOKED_AT]:
        for first, last in name_pairs(sentence):
            firsts.setdefault(last, set()).add(first)
    pairs = tuple(pair for pair in dict.fromkeys(itertools.pairwise(words)) if firsts.get(pair[1]) == {pair[0]})
    topics = dict.fromkeys(
        name
        for sentence in article[:LEAD]
        for name in _names(sentence)
        if len(words_of(name)[0]) >= SHORTEST and f" {' '.join(words_of(name))} " in whole
    )
    return Named(pairs, tuple(topics))


def as_named(asked: str, passage: Passage, named: Named) -> View:
    """A question with the second word of a name where the sentence, or the one before it, has no more, and the passage
    with the names of its article's first sentences in its heading, where they are missing.

    >>> named = Named((("ada", "lund"),), ("Salt Commission",))
    >>> asked, passage = as_named("What did Ada Lund refuse?", Passage("Salt", "", "Lund refused a loan."), named)
    >>> asked, as_named("Who met the Salt Commission?", passage, named)[1].heading
    ('What did Lund refuse?', 'Salt | Salt Commission')
    """
    told = frozenset(words_of(f"{passage.before} {passage.sentence}"))
    near = told.union(words_of(passage.heading))
    missing = [name for name in named.topics if not near.issuperset(words_of(name))]
    if missing:
        title, *others = passage.heading.split(" | ")
        passage = dataclasses.replace(passage, heading=" | ".join([title, *missing[:SHOWN], *others]))
    for first, last in named.pairs:
        if last in told and first not in near:
            asked = re.sub(rf"\b{re.escape(first)}\W+(?={re.escape(last)}\b)", "", asked, flags=re.IGNORECASE)
    return asked, passage


def name_pairs(sentence: str) -> Iterator[tuple[str, str]]:
    """The words of a sentence's names two by two, folded; titles are no part of a name."""
    for name in _names(sentence):
        for first, last in itertools.pairwise(words_of(name)):
            if first not in TITLES and first not in STOP:
                yield first, last


def _names(sentence: str) -> Iterator[str]:
    return (found[0] for found in _NAME.finditer(_OWN.sub("", sentence)))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))
