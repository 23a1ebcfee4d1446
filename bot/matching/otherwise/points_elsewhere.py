"""A sentence that points back tells of what was named there: "the dam" is the one that was told of last by a name."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, DO
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTH_NUMBERS
from facts.verbs import PASTS

_POINTS: Final = expression(
    r"[“\"‘']?(?:(?:And|But|Instead|Then|Yet),? )?"
    r"(?:(?:It|He|She|They|Its|His|Her|Their)\b|(?:The|This|That) (?P<thing>[a-z].*))",
    re.DOTALL,
)
"""How a sentence begins that points back."""
_LEANS: Final = expression(r"^(?:He|She|His|Her)\b|\b(?:it|them)\W*$")
_IN_SPEECH: Final = expression(r"[“\"].*\b(?:on|at|in) (?:that|this) (?P<thing>[a-z]+)", re.DOTALL)
"""A place that somebody speaks of who was not heard before."""
_NAME: Final = expression(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_WORD: Final = expression(r"[\w’'-]+|[^\w\s]")
_HELPS: Final = BE | DO | frozenset("has have had will would can could may might must shall should".split())
_OWNING: Final = expression(r"['’]s?$")
_OWN: Final = 2
"""Words of its own with which a question names what it is about, at least."""
_ARTICLES: Final = 64
"""Of so many articles it is remembered which of their names a question has."""
_BACK: Final = 3
"""So many sentences back at most stands who "she" is."""


def points_to_another(question: Question, sentences: Sequence[str], place: int, title: frozenset[str]) -> bool:
    """Whether the sentence of an article at a place points back to something, and what a question names stands neither
    there nor where that is told of, but elsewhere in the article.

    `title` are the terms of the title and the meeting, of which any sentence may tell.

    >>> from bot.question import read
    >>> told = "The Osk is low.", "Ada Wren mended the Tarn weir.", "The weir, 9 metres high, is new."
    >>> [points_to_another(read(f"How high is the {name} weir?"), told, 2, frozenset()) for name in ("Osk", "Tarn")]
    [True, False]
    """
    if question.analysis.answer_type == "yes_no" or not place:
        return False
    sentence = sentences[place]
    opening, spoken = _POINTS.match(sentence), _IN_SPEECH.match(sentence)
    if spoken is not None:
        near = [*sentences[:2], *_having(spoken["thing"], sentences[:place])]
    elif opening is not None and (thing := _thing(opening["thing"])) is not None:
        near = [*_before(sentences, place), *_having(thing, sentences[:place])]
    else:
        return False
    names = named(question, sentences)
    if opening is not None and not opening["thing"]:
        names = [name for name in names if does(question, name)]
    told = content_terms(sentence, *near) | title
    told |= {f"{term}n" for term in told if term.endswith("a")}  # "Norlan" is of Norla
    return bool(names) and all(told.isdisjoint(name) for name in names)


def is_told_of_nothing_asked(question: Question, sentences: Sequence[str], place: int, title: frozenset[str]) -> bool:
    """Whether the sentence of an article at a place begins with "she" or "he" or ends with "it", and neither there nor
    where it is told who or what that is stands anything that a question asks by, but what stands in the title.

    >>> from bot.question import read
    >>> told = "Ada Wren, the mayor, was away.", "She will speak on 6 May."
    >>> asked = "When is the bridge to open?", "When will the mayor speak?", "When does the mayor talk?"
    >>> [is_told_of_nothing_asked(read(each), told, 1, frozenset()) for each in asked]
    [True, False, False]
    """
    if question.analysis.answer_type == "yes_no" or not place or not _LEANS.search(sentences[place]):
        return False
    asked = question.analysis.terms - title
    if question.anaphoric or len(asked) < _OWN:
        return False
    return asked.isdisjoint(content_terms(sentences[place], *_before(sentences, place)))


def does(question: Question, name: frozenset[str]) -> bool:
    """Whether a question asks what a name does or is: by an auxiliary right before it."""
    words = [token for token in question.tokens if token.surface not in DETERMINERS]
    return any(mine.surface in _HELPS and its.term in name for mine, its in itertools.pairwise(words))


def _thing(behind: str | None) -> str | None:
    """The noun of what a sentence begins with behind "the"; empty where it begins with a pronoun, None where the thing
    has a name."""
    if behind is None:
        return ""
    noun = list(itertools.takewhile(_is_of_noun, (word[0] for word in _WORD.finditer(behind))))
    name = behind[behind.find(noun[-1]) + len(noun[-1]) :].lstrip()[:1].isupper() if noun else True
    return None if name else noun[-1]


def _is_of_noun(word: str) -> bool:
    is_verb = (
        word in PREPOSITIONS | _HELPS or word in PASTS or word.endswith("ed") or word in ("who", "which", "that", "and")
    )
    return word[0].islower() and not is_verb


def _before(sentences: Sequence[str], place: int) -> Iterator[str]:
    """The sentences before a place, from the last on to the first that does not point back itself."""
    for sentence in reversed(sentences[max(place - _BACK, 0) : place]):
        yield sentence
        if _POINTS.match(sentence) is None and _NAME.search(sentence[1:]):
            return


def _having(thing: str, sentences: Sequence[str]) -> Iterator[str]:
    """The sentences that have a thing."""
    return (each for each in sentences if thing and re.search(rf"\b{re.escape(thing)}\b", each))


def named(question: Question, sentences: Sequence[str]) -> list[frozenset[str]]:
    """The names of an article that a question has, as terms: the words of each that are none otherwise or are written
    with a capital, or all of it."""
    own = (token.surface for token in question.tokens if token.capital or not lexicon.is_word(token.surface))
    return _named(question.text, frozenset(own), tuple(sentences))


@functools.lru_cache(_ARTICLES)
def _named(text: str, own: frozenset[str], sentences: tuple[str, ...]) -> list[frozenset[str]]:
    """The names of an article that a text has with these words of its own."""
    asked = [_OWNING.sub("", fold(word)) for word in _WORD.findall(text.replace("-", " "))]
    written = {form for word in asked for form in (word.capitalize(), word.upper())}
    having = (sentence for sentence in sentences if any(form in sentence for form in written))
    found = set[frozenset[str]]()
    for name in {name for sentence in having for name in _NAME.findall(sentence)}:
        words = [_OWNING.sub("", fold(word)) for word in name.split()]
        its = {word for word in words if word in asked and word in own and word not in MONTH_NUMBERS}
        if its:
            found.add(content_terms(*its))
        elif len(words) > 1 and f" {' '.join(words)} " in f" {' '.join(asked)} ":
            found.add(content_terms(name))
    return [name for name in found if name and not any(name < other for other in found)]
