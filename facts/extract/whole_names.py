"""People whom a sentence calls by one name, by the whole name that their article has: "Robin" of the list of those
present."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Final

from facts.extract.clear import QUOTED
from facts.extract.draft import Draft, Material, sentence_span
from facts.folding import fold
from facts.months import MONTHS
from facts.parse.given_names import given_names
from facts.parse.words import BODY_NOUNS, PARTICLES, PERSON_NOUNS, PLACE_NOUNS, TITLES

COURTESY: Final = r"(?:Mr|Mrs|Ms|Miss)\.? "
BEFORE_WHOLE: Final = re.compile(rf"\b{COURTESY}(?=[A-Z][\w.’-]* (?!and\b)[A-Z])")
"""What is no part of a whole name: "Mr Dag Moe"."""
REPORT: Final = ", according to the "
"""What stands before the title of an article, in its own words."""
TIMES: Final = frozenset(MONTHS) | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
"""What no first or last name is, written with a capital."""
NO_LAST_NAMES: Final = PERSON_NOUNS | BODY_NOUNS | PLACE_NOUNS | TIMES
"""What stands behind a place that is a first name, too: "Virginia State"."""
_NAMES = r"((?!Who\b|What\b)[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)"
TWO: Final = re.compile(rf"(?<![\w’-]){_NAMES} and {_NAMES}")
"""Two names side by side."""
ANSWERED: Final = frozenset({"who", "list"})
"""Kinds of answers that are names."""
NAME: Final = re.compile(r"(?<![\w’'-])[A-Z][\w-]+")
ASKED_OF: Final = re.compile(r"(?:Wh\w+|How) (?:did|does|has|had|is|was|will) ([A-Z][\w-]+) (?=[a-z])")
"""A question for what somebody with one name did."""
CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
"""What keeps its own words: direct speech, the title of an item."""
KNIGHT = re.compile(r"(?:Dame|Sir) [A-Z][\w’'-]+")
"""How a knight is called: by the given name."""


class WholeNames:
    """The whole names of an article's people, by the one name that each of them may be called by."""

    def __init__(self, material: Material) -> None:
        """Read the people of an article."""
        self._text = material.parsed.article.text
        self._alone = {
            sentence_span(sentence): [p.name for p in sentence.people if " " not in p.name]
            for sentence in material.sentences
            if any(" " not in p.name for p in sentence.people)
        }
        named = (_untitled(p.name) for s in material.sentences for p in s.people)
        self._named = {name for name in named if " " in name and not _is_titled(name)}

    def said_in_full(self, draft: Draft) -> Draft:
        """A draft with the whole names of those whom its sentence calls by one, where only one can be meant."""
        asked, report, title = draft.question.partition(REPORT)
        question, answer = BEFORE_WHOLE.sub("", asked), BEFORE_WHOLE.sub("", draft.answer)
        told, said = question, answer
        asked_of = ASKED_OF.match(asked)
        last = [asked_of[1]] if asked_of else []
        last += [answer] if draft.kind == "who" and NAME.fullmatch(answer) else []
        for name in dict.fromkeys((*self._alone.get(draft.span, ()), *last, *_given(f"{asked} {answer}"))):
            whole = self._whole(name)
            if whole is not None:
                told = _put(name, whole, told)
                said = _put(name, whole, said) if draft.kind in ANSWERED else said
        answer, said = (self._knighted(each) if draft.kind == "who" else each for each in (answer, said))
        question = question if _is_half(told) and not _is_half(question) else told
        answer = answer if _is_half(said) and not _is_half(answer) else said
        return dataclasses.replace(draft, question=f"{question}{report}{title}", answer=answer)

    def _knighted(self, name: str) -> str:
        """ "Sir Robin" with the surname that the text has behind it, where it has one alone."""
        found = re.findall(rf"\b{re.escape(name)} [A-Z][\w’'-]+", self._text) if KNIGHT.fullmatch(name) else []
        return str(found[0]) if len(set(found)) == 1 else name

    def _whole(self, name: str) -> str | None:
        """The only whole name that begins or ends with a name; None where there is none, or more than one."""
        if fold(name) in TIMES | PERSON_NOUNS:
            return None
        found = {fold(each): each for each in (*self._beginning(name), *self._ending(name))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _ending(self, name: str) -> Iterator[str]:
        yield from (whole for whole in self._named if whole.split()[-1] == name)
        for before in re.finditer(rf"(?<![\w’'-])([A-Z][\w’-]+) {re.escape(name)}(?![\w-])(?! [A-Z])", self._text):
            if fold(before[1]) in given_names():
                yield before[0]

    def _beginning(self, name: str) -> Iterator[str]:
        """The names that begin with a first name, of people whom a sentence names or a list runs together."""
        yield from (whole for whole in self._named if whole.split()[0] == name)
        if fold(name) not in given_names():
            return
        for behind in re.finditer(rf"(?<![\w-]){re.escape(name)} ([A-Z][\w’'-]+)", self._text):
            last = fold(behind[1])
            if last not in NO_LAST_NAMES and not re.search(r"-[a-z]", behind[1]):
                yield f"{name} {behind[1]}"


def _untitled(name: str) -> str:
    """A name without the title of several that its list begins with.

    >>> _untitled("Cllrs Bo Tam"), _untitled("Bo Tam"), _untitled("Ms Tam")
    ('Bo Tam', 'Bo Tam', 'Ms Tam')
    """
    first, _, rest = name.partition(" ")
    several = first.endswith("s") and fold(first) not in TITLES | given_names() and fold(first[:-1]) in TITLES
    return rest if several else name


def _is_titled(name: str) -> bool:
    """Whether a title or an office was taken for the first name.

    >>> _is_titled("Governor Wren"), _is_titled("Ada Wren")
    (True, False)
    """
    return fold(name.split()[0]) in TITLES | PERSON_NOUNS


def _is_half(text: str) -> bool:
    """Whether of two people one is named in full and the other by one name.

    >>> _is_half("What did Robin Ash and Pamela discuss?"), _is_half("What did Robin Ash and Pamela Orr discuss?")
    (True, False)
    """
    return any((" " in one) != (" " in other) for one, other in TWO.findall(text))


def _given(text: str) -> Iterator[str]:
    """The given names that stand in a text."""
    return (word for word in NAME.findall(text) if fold(word) in given_names())


def _put(name: str, whole: str, text: str) -> str:
    """A text with a whole name for a name that stands alone in it, or behind "Mr" or "Ms".

    >>> _put("Robin", "Robin Ash", "What did Robin share?"), _put("Moe", "Dag Moe", "Who met Mr Moe?")
    ('What did Robin Ash share?', 'Who met Dag Moe?')
    >>> _put("Ash", "Robin Ash", "What did Robin Ash say about Ash Bay?")
    'What did Robin Ash say about Ash Bay?'
    >>> _put("Bo", "Bo van Lund", "Who met Bo van Lund?"), _put("Lund", "Bo van Lund", "Who met Bo van Lund?")
    ('Who met Bo van Lund?', 'Who met Bo van Lund?')
    >>> _put("Robin", "Robin Ash", "What was noted about “Robin charter”?")
    'What was noted about “Robin charter”?'
    >>> _put("Marine", "Tarnish Marine", "What did Marine ministers agree to do?")
    'What did Marine ministers agree to do?'
    """
    alone = re.compile(rf"(?<![\w’'-])(?:{COURTESY})?{re.escape(name)}(?![\w–-])(?! [A-Z])")
    kept = [found.span() for found in (*QUOTED.finditer(text), *re.finditer(re.escape(whole), text))]

    def put(found: re.Match[str]) -> str:
        before, behind = text[: found.start()].split(), text[found.end() :].split()
        asking = len(before) == 1 and text.endswith("?")
        beside = bool(before) and not asking and CAPITAL.match(before[-1]) is not None
        linked = bool(before) and fold(before[-1]) in PARTICLES | {"of", "the"}  # "the Governor of Virginia"
        longer = len(behind) > 1 and behind[0] in PARTICLES and CAPITAL.match(behind[1]) is not None
        inside = any(start <= found.start() and found.end() <= end for start, end in kept)
        office = bool(behind) and fold(behind[0]).rstrip("?,").removesuffix("s") in PERSON_NOUNS  # "Marine ministers"
        return found[0] if beside or linked or longer or inside or office else whole

    return alone.sub(put, text)
