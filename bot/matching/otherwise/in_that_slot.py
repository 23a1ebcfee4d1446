"""What is told of a thing of another place, country or firm than that whose thing a question asks about: "detained in
Lunt" is not "detained in Tarn", "finance chief of the Osk Works" not that of the Tarn Works, and "Osmark's coast guard"
not "Tarn's", whatever else the sentence tells of Tarn."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from bot.matching.deeds_told import FORMS
from bot.matching.elsewhere import CHAMBERS
from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, DO
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.honorifics import HONORIFICS
from facts.months import MONTH_NUMBERS

_NAME: Final = r"[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*"
_PREPOSITION: Final = r"(?P<by>at|for|in|near|of|to)"
_TOLD: Final = expression(rf"\b{_PREPOSITION} (?P<the>the )?(?P<name>{_NAME})")
_TOLD_OWNED: Final = expression(rf"(?P<the>\b[Tt]he )?(?P<name>{_NAME})(?:['’]s|(?<=s)['’]) (?P<owned>[\w -]+)")
_ASKED: Final = expression(rf"\b{_PREPOSITION} (?:the )?(?=(?P<name>[\w-]+(?: [\w-]+){{0,3}}))", re.IGNORECASE)
_ASKED_OWNED: Final = expression(r"(?P<name>(?:[\w-]+ )*[\w-]+)(?:['’]s|(?<=s)['’]) (?P<owned>[\w -]+)")
_POINTS: Final = expression(r"\b(?:that|this) (?:city|country|nation|state|town)['’]s (?P<owned>[\w -]+)")
"""A thing of the place that was named last."""
_BESIDE: Final = expression(r"(?P<name>\b[A-Z][\w-]+) (?P<thing>[a-z]{4,})\b")
"""A thing right behind a name, mostly where it is from: "a Tarnish pilot"."""
_WHERE: Final = expression(rf"\b(?:at|in|near|to) (?:the )?{_NAME}")
_ITS: Final = expression(rf"(?P<the>\b[Tt]he )?(?P<name>{_NAME}) [a-z]+ its (?P<owned>[\w -]+)")
_DATE: Final = expression(r" (?:of|on) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})(?:,? \d{4})?$")
"""A day between a thing and its place: "the raid of 3 May in Tarn"."""
_ENDS: Final = PREPOSITIONS | BE | DO | DETERMINERS | frozenset("and or has have had will would who which that".split())
_SORTS: Final = {"at": "in", "near": "in"}
"""Prepositions that tie a thing to a name as another one does."""
_WHOSE: Final = "of"
_BEFORE: Final = "before"
"""The sorts of ties without a preposition: of what is somebody's, and of what stands right behind a name."""
_ALIKE: Final = 4
"""Names whose first letters are so many are of one place: "Tarnish" and "Tarn"."""
_BEGIN: Final = 2
"""So many words at most begin a name, of which one is none otherwise: "Lower Tarn"."""
_OWNED: Final = 4
"""Words at most of what is somebody's."""


class _Tie(NamedTuple):
    """A name, with the terms of what it is tied to, of which the last stands next to it, and the sort of the tie."""

    sort: str
    things: tuple[str, ...]
    name: str


def is_of_another_name(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks about something in, at or of what has a name, and a sentence tells of the like of another
    name alone.

    >>> from bot.question import read
    >>> told = "Ada Wren, a Tarnish pilot arrested in Lunt, spoke."
    >>> [is_of_another_name(read(f"Who was arrested in {place}?"), told, (0, 8)) for place in ("Tarn", "Lunt")]
    [True, False]
    """
    if question.analysis.answer_type in ("yes_no", "where", None):
        return False
    terms = frozenset(word.term for word in question.tokens)
    return any(_is_elsewhere(asked, sentence, terms) for asked in _asked(question))


def _is_elsewhere(asked: _Tie, sentence: str, terms: frozenset[str]) -> bool:
    """Whether a sentence ties the thing asked about to names, and none of them is the one asked about."""
    told = [tie for tie in _told(sentence) if tie.sort == asked.sort and asked.things[-1] in tie.things]
    if not told or any(_may_be(asked.name, tie.name, terms) for tie in told):
        return False
    name = _own_words(asked.name)
    if asked.sort == _BEFORE:
        return not _is_same(name, _WHERE.sub("", sentence))
    if asked.sort == "in" and any(tie.things[-1] == asked.things[-1] for tie in told):
        return content_terms(name).isdisjoint(content_terms(sentence))
    return not _is_same(name, sentence)


def _may_be(name: str, told: str, terms: frozenset[str]) -> bool:
    """Whether a name that a sentence tells may be that of a question, of these terms: it has nothing that the question
    has not, most of the name, a word that is none otherwise, or is no like name."""
    mine, its = content_terms(name), content_terms(told)
    alike = any(term.startswith("=") for term in mine) == any(term.startswith("=") for term in its)
    most = len(mine & its) * 2 > len(mine)
    return its <= terms or most or not alike or _is_same(_own_words(name), told)


def _asked(question: Question) -> Iterator[_Tie]:
    """What a question ties to names."""
    names = frozenset(word.surface for word in question.analysis.words if word.name or word.capital)
    for found in _ASKED.finditer(question.text):
        words = [*itertools.takewhile(lambda word: word.surface not in _ENDS, tokens(found["name"]))]
        if any(word.surface in names for word in words[:_BEGIN]):  # not "in the talks that Tarn held"
            things = _things(question.text[: found.start()])
            yield from _tie(_sort(found["by"]), things, _name(words, names))
    for found in _ASKED_OWNED.finditer(question.text):
        ahead = tokens(found["name"])
        begin = max((at + 1 for at, word in enumerate(ahead) if word.surface in _ENDS), default=0)
        yield from _tie(_WHOSE, _owned(found["owned"])[-1:], _name(ahead[begin:], names))
    for name, thing in itertools.pairwise(question.tokens[1:]):
        is_noun = thing.surface not in _ENDS | names and thing.term != question.analysis.predicate
        if is_noun and not _is_deed(thing):
            yield from _tie(_BEFORE, (thing.term,), _name([name], names))


def _is_deed(word: Token) -> bool:
    """Whether a word is a form of a verb: "Wren asked"."""
    return word.surface in FORMS or word.surface.endswith(("ed", "ing"))


def _name(words: Sequence[Token], names: Collection[str]) -> str:
    """Of some words those that are of a name and no months."""
    return " ".join(word.surface for word in words if word.surface in names and word.surface not in MONTH_NUMBERS)


def _tie(sort: str, things: tuple[str, ...], name: str) -> Iterator[_Tie]:
    if things and name:
        yield _Tie(sort, things, name)


@functools.lru_cache(maxsize=4096)
def _told(sentence: str) -> tuple[_Tie, ...]:
    return tuple(_ties(sentence))


def _ties(sentence: str) -> Iterator[_Tie]:
    for found in _TOLD.finditer(sentence):
        ahead = _DATE.sub("", sentence[: found.start()].rstrip())
        if not _is_common(found):
            yield from _tie(_sort(found["by"]), _things(ahead), found["name"])
    for found in (*_TOLD_OWNED.finditer(sentence), *_ITS.finditer(sentence)):
        if not _is_common(found):
            yield from _tie(_WHOSE, _owned(found["owned"]), found["name"])
    for found in _BESIDE.finditer(sentence):
        if not lexicon.is_word(fold(found["name"])) and not _is_deed(tokens(found["thing"])[0]):
            yield from _tie(_BEFORE, tuple(content_terms(found["thing"])), found["name"])
    for found in _POINTS.finditer(sentence):
        before = re.findall(_NAME, sentence[: found.start()])
        for sort in (_WHOSE, "in"):
            yield from _tie(sort, _owned(found["owned"]), before[-1] if before else "")


def _sort(by: str) -> str:
    return _SORTS.get(fold(by), fold(by))


def _is_common(found: re.Match[str]) -> bool:
    """Whether what looks like a name may be that of any other thing: a month, a body without its own name, or words of
    the language behind "the": "the Vice President's"."""
    words = [fold(word) for word in found["name"].split()]
    if words[0] in MONTH_NUMBERS or words[-1] in CHAMBERS:
        return True
    return found["the"] is not None and all(lexicon.is_word(word) for word in words)


def _things(ahead: str) -> tuple[str, ...]:
    """The terms of the words that end a text, back to a small one."""
    if ahead.rstrip()[-1:] in (",", ";", ":", "."):
        return ()
    words = itertools.takewhile(
        lambda word: word.surface not in _ENDS, reversed(tokens(re.split("[,;:.(]", ahead)[-1]))
    )
    return tuple(word.term for word in reversed([*words]) if word.surface not in HONORIFICS)


def _owned(behind: str) -> tuple[str, ...]:
    """The terms of what is somebody's at the head of a text."""
    words = itertools.takewhile(lambda word: word.surface not in _ENDS, tokens(behind)[:_OWNED])
    return tuple(word.term for word in words)


def _own_words(name: str) -> str:
    """The words of a name that are none otherwise, where it has any: "Tarnia" of "Tarnia Works"."""
    words = name.split()
    return " ".join(word for word in words if not lexicon.is_word(word)) or name


def _is_same(name: str, told: str) -> bool:
    """Whether words have a word of a name, one that begins like it, or its first letters."""
    if not content_terms(name).isdisjoint(content_terms(told)):
        return True
    ours, theirs = ([fold(word) for word in re.findall(r"[\w-]+", text)] for text in (name, told))
    first = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", told))
    return any(mine[:_ALIKE] == its[:_ALIKE] for mine in ours for its in theirs if len(mine) > 2 < len(its)) or any(
        len(mine) > 1 and mine in fold(first) for mine in ours
    )
