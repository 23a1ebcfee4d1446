"""What one half of a sentence tells of somebody, and the half set against it of another: of "Ada Wren was cleared,
while Bo Lusk was banned for two years" nobody banned Ada Wren."""

from __future__ import annotations

import itertools
import re
from typing import Final

from bot.matching.deeds_told import FORMS, HAS, deeds
from bot.question import Question
from bot.question.cues import BE
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression
from facts.months import MONTH_NUMBERS

_AGAINST: Final = expression(r"; (?:but |while |and )?|,? (?:while|whereas) |,? but |, (?:al)?though ")
"""What sets the half behind it against the one before."""
_NUMBER: Final = expression(
    r"\b(?:\d[\d.,]*|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\w+teen|hundred|thousand)\b",
    re.IGNORECASE,
)
_NEXT_NUMBER: Final = expression(
    rf",? (?:and|but|while) (?=(?:[A-Z][\w’'-]+ (?:[a-z]+ )?)?{_NUMBER.pattern})|(?:, of which|;|,? while|,? but) ",
    re.IGNORECASE,
)
"""What stands between the parts of a sentence that have a number each."""
_BOTH: Final = expression(r"\b(?:after|as|because|before|when|where)\b", re.IGNORECASE)
"""What leads to something that is so of both parts: "four drowned and 17 were hurt when the ferry struck"."""
_NAME: Final = expression(r"\b[A-Z][\w’'-]*[a-z][\w’'-]*")
_AHEAD_OF_NAME: Final = 4
"""How many words may stand before its first name where a half says itself whom it tells of: "while her mate, Bo"."""


def is_set_against(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question names somebody or some place that only the other half of a sentence names, and the half with
    the words at a span has another of its own.

    >>> from bot.question import read
    >>> told = "Ada Wren was cleared, while Bo Lusk was banned for two years."
    >>> [is_set_against(read(f"How long was {who} banned?"), told, (51, 60)) for who in ("Ada Wren", "Bo Lusk")]
    [True, False]
    """
    if question.analysis.answer_type in ("who", "list"):
        return False  # whom a question names may be whom it was done to
    halves = _halves(sentence)
    mine = next((half for half in halves if half[0] <= span[0] < half[1]), None)
    if mine is None or len(halves) < 2 or span[1] > mine[1]:  # what reaches into the other half may be of both
        return False
    asked = {token.term for token in question.tokens if not token.is_stop}
    own = _names(sentence[slice(*mine)], first=mine[0] == 0)
    telling = (sentence[slice(*half)] for half in halves if half != mine)
    others = frozenset[str]().union(*(_names(half) for half in telling if deeds(half)))  # in a list none tells anything
    said = content_terms(sentence[slice(*span)])
    if not asked & others or asked & others & content_terms(sentence[slice(*mine)]) or asked & own:
        return False
    names_whom = mine[0] == 0 or _begins_with_name(sentence[slice(*mine)])
    return names_whom and bool(own - said)


def is_number_of_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the number at a span is of one part of a sentence, and whom or what a question names has another number
    in another part.

    >>> from bot.question import read
    >>> told = "Thirty ships are waiting and nine others were sent to Osk, of which Tarn pays 5 and Lunn 7."
    >>> asked = ("How many ships were sent to Osk?", "How many are waiting?", "How much does Tarn pay?")
    >>> [is_number_of_another(read(each), told, (0, 6)) for each in asked]
    [True, False, True]
    >>> told = "Owners of Tarn got 14 cents but turned down the pay, with 38 percent against."
    >>> is_number_of_another(read("What share was against the pay at Tarn?"), told, (58, 68))
    False
    """
    cuts = list(_NEXT_NUMBER.finditer(sentence))
    parts = list(zip([0, *(c.end() for c in cuts)], [*(c.start() for c in cuts), len(sentence)], strict=True))
    mine = next((part for part in parts if part[0] <= span[0] < part[1]), None)
    if mine is None or not _NUMBER.search(sentence[slice(*span)]):
        return False
    asked, own = {token.term for token in question.tokens if not token.is_stop}, _names_in(mine, sentence)
    if asked & own or (mine[0] and not own):  # what names nobody is told of whom the part before names
        return False
    here = content_terms(sentence[slice(*mine)])
    others = (_BOTH.split(sentence[slice(*part)])[0] for part in parts if part != mine)
    return any(_NUMBER.search(part) and asked & _names(part) - here for part in others)


def is_told_of_the_other_half(question: Question, sentence: str) -> bool:
    """Whether the half of a sentence that tells what a question asks about, for yes or no, is not of whom it names, and
    the other half is.

    >>> from bot.question import read
    >>> told = "Ada Wren was cleared, while Bo Lusk was banned."
    >>> [is_told_of_the_other_half(read(f"Was {who} banned?"), told) for who in ("Ada Wren", "Bo Lusk")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "yes_no" or asked.predicate is None:
        return False
    having = [half for half in _halves(sentence) if asked.predicate in content_terms(sentence[slice(*half)])]
    if len(having) != 1:
        return False
    begin, end = having[0]
    at = next(
        (word.start() for word in re.finditer(r"[\w’'-]+", sentence[begin:end]) if _is(word[0], asked.predicate)), None
    )
    return at is not None and is_set_against(question, sentence, (begin + at, begin + at + 1))


def _begins_with_name(half: str) -> bool:
    """Whether a half says itself whom it tells of, by a name before any verb."""
    ahead = list(itertools.takewhile(lambda word: not word.capital, tokens(half)))
    verbs = FORMS | BE | HAS | PREPOSITIONS
    doing = any(word.surface in verbs or word.surface.endswith(("ed", "ing")) for word in ahead)
    return len(ahead) <= _AHEAD_OF_NAME and not doing


def _is(word: str, term: str) -> bool:
    return any(token.term == term for token in tokens(word))


def _halves(sentence: str) -> list[tuple[int, int]]:
    cuts = list(_AGAINST.finditer(sentence))
    begins = [0, *(cut.end() for cut in cuts)]
    return list(zip(begins, [*(cut.start() for cut in cuts), len(sentence)], strict=True))


def _names_in(part: tuple[int, int], sentence: str) -> frozenset[str]:
    return _names(sentence[slice(*part)], first=part[0] == 0)


def _names(text: str, *, first: bool = False) -> frozenset[str]:
    """The terms of the names in words; of a sentence's first word only where another name is right behind."""
    found = list(_NAME.finditer(text))
    if first and found and found[0].start() == 0:
        joined = len(found) > 1 and found[1].start() == found[0].end() + 1
        found = found if joined else found[1:]
    return content_terms(*(name[0] for name in found if name[0].lower() not in MONTH_NUMBERS))
