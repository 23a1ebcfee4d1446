"""Of several that a sentence names each with its own: "Osmark 7 million" beside what Tarn pays answers for Osmark."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.matching.deeds_told import deeds
from bot.question import Question, lexicon
from bot.question.tokens import stem, tokens
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

_WHEN: Final = expression(
    rf"\b(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|yesterday|today|tomorrow|[12]\d{{3}}|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|[\w-]+ (?:days?|weeks?|months?|years?) (?:later|ago|earlier))\b",
    re.IGNORECASE,
)
_NUMBER: Final = expression(
    r"[£$€]?\d[\d.,]*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?|half|twice|double)\b",
    re.IGNORECASE,
)
_NAME: Final = expression(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_OWNERS: Final = expression(r"(?:[A-Z][\w-]*\.? ){0,3}[A-Z][\w-]*['’]s? ")
"""Whose something is: "Ms Wren's"."""
_WHEN_OR_NUMBER: Final = expression(rf"{_WHEN.pattern}|{_NUMBER.pattern}", re.IGNORECASE)
_BY: Final = expression(r"\bby (?:(?:the|an?) )?[\w’'-]+")
_JOINT: Final = expression(r"(?:[;:]|,(?! [£$€]?\d)) | / |,? (?:and|but|while|whereas) ")
_WORD: Final = expression(r"[\w’'-]+")
_SMALL: Final = frozenset(
    "a about almost an and another around as at by for from further in its nearly of on only over that the their those "
    "to twice under with".split()
)
"""Words that may stand between somebody and their own where the verb is left out."""
_COMMAS: Final = expression(r", (?:(?!and |but |while )[\w ’'&-]+, ){0,2}")
"""What stands between a name and a part of what somebody is."""
_OWNER: Final = expression(r"['’]s?$")
_OPENING: Final = 4
"""Among how many words of a part its own word stands where the verb is left out ("that of Osmark by …")."""
_NEAR: Final = 6
"""How many words may stand between a deed and its date."""
_BOTH_ENDS: Final = expression(r"\b(?:from|since) when\b.*\b(?:to|until|till) when\b", re.IGNORECASE)
"""By what a time is asked for from its first day to its last."""
_OF: Final = frozenset("at for in of on to".split())
"""What stands between what somebody is and of whom or what: "director of"."""


class _Part(NamedTuple):
    """A part of a sentence between two joints."""

    begin: int
    end: int


def is_its_neighbours(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a word of the question stands in a later part of a sentence than the words at a span, with another name,
    number or date for it, so that these are somebody else's; or they are told as somebody else's themselves.

    >>> from bot.question import read
    >>> told = "Tarn's team is led by Ada Wren, Osmark's by Bo Lusk."
    >>> is_its_neighbours(read("who leads Osmark's team?"), told, (22, 30))
    True
    """
    return _own(question, sentence, span) is not None or _is_of_another_owner(question, sentence, span)


def _is_of_another_owner(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the part of a number or a time begins with whose it is, nobody who is asked about, and whoever that is
    stands elsewhere in the sentence: "Tarn paid 9 crowns; Osmark's share was 7" of what Tarn paid."""
    part = next((part for part in _parts(sentence, span) if part.begin <= span[0] < part.end), None)
    owner = _OWNERS.match(sentence, part.begin) if part else None
    if part is None or owner is None or not _WHEN_OR_NUMBER.search(sentence, *span):
        return False
    words = (token for token in question.tokens if not token.is_stop)
    asked = {_owner(word.term) for word in words if word.capital or not lexicon.is_word(word.surface)}
    others = sentence[: part.begin] + sentence[part.end :]
    named = {_owner(token.term) for token in tokens(others) if token.capital}
    return bool(asked & named) and not asked & _terms(sentence[part.begin : part.end])


def own_part(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span, or of those the ones that are of what is asked about, where somebody else's come first.

    >>> from bot.question import read
    >>> told = "Tarn will pay 12 crowns, Osmark 7 crowns."
    >>> told[slice(*own_part(read("how much will Osmark pay?"), told, (14, 40)))]
    '7 crowns'
    """
    joint = re.compile(r"[,;] ").search(sentence, *span)
    if joint is None or joint.start() == span[0] or _WHEN.search(sentence, span[0], joint.start()):
        return span
    own = _own(question, sentence, (span[0], joint.start()))
    if own is None or own.begin >= span[1]:
        return span
    return own.begin + len("by ") * sentence.startswith("by ", own.begin), min(own.end, span[1])


def _own(question: Question, sentence: str, span: tuple[int, int]) -> _Part | None:
    """What a later part than the words at a span has for a word of the question, to its end."""
    said = sentence[slice(*span)]
    asked = {_owner(token.term) for token in question.tokens if not token.is_stop}
    dated = _WHEN.search(said) is not None
    if dated and question.analysis.answer_type != "when" and not question.continues:
        return None
    if dated and _BOTH_ENDS.search(question.text):
        return None
    parts = list(_parts(sentence, span))
    mine = [n for n, part in enumerate(parts) if part.begin < span[1] and span[0] < part.end]
    here = {term for n in mine for term in _terms(sentence[slice(*parts[n])])}
    others = [(begin, end) for begin, end in _candidates(sentence, span) if not _terms(sentence[begin:end]) & asked]
    for part in parts[max(mine, default=len(parts)) + 1 :]:
        words = list(_WORD.finditer(sentence, *part))
        for at, word in enumerate(words if dated else words[:_OPENING]):
            if _owner(stem(fold(word[0]))) not in asked - here:
                continue
            behind = [begin for begin, _ in others if word.end() < begin < part.end]
            between = [each[0].lower() for each in words[at + 1 :] if behind and each.start() < behind[0]]
            ahead = [each[0] for each in words[:at]]
            if _NAME.match(said) and _says_who(sentence[span[1] : part.begin], ahead, between, asked):
                continue
            if behind and (len(between) <= _NEAR if dated else _has_no_verb(ahead, between, asked)):
                return _Part(behind[0], part.end)
    return None


def _has_no_verb(ahead: list[str], between: list[str], asked: set[str]) -> bool:
    opens = all(word.lower() in _SMALL or word[0].isupper() or _terms(word) & asked for word in ahead)
    return opens and all(word in _SMALL or _terms(word) & asked for word in between)


def _says_who(gap: str, ahead: list[str], between: list[str], asked: set[str]) -> bool:
    """Whether words in a part are what somebody is who was named some commas (a gap) before: "Ada Wren, deputy clerk of
    the Lock Guild"."""
    linked = list(itertools.dropwhile(lambda word: _terms(word) & asked, between))
    joined = _COMMAS.fullmatch(gap) is not None and not deeds(gap)
    return (
        joined and linked[:1] != [] and linked[0] in _OF and "by" not in linked and not any(map(_OWNER.search, ahead))
    )


def _candidates(sentence: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The spans of what is of the same kind as the words at a span: dates, numbers or names, and who by."""
    said = sentence[slice(*span)]
    if _WHEN.search(said):
        return [found.span() for found in _WHEN.finditer(sentence)]
    kind = _NUMBER if _NUMBER.search(said) else _NAME if _NAME.search(said) else None
    found = [each.span() for each in kind.finditer(sentence)] if kind else []
    by = _BY.match(said) or re.search(r"\bby (?:the )?$", sentence[: span[0]])
    return sorted([*found, *(each.span() for each in _BY.finditer(sentence))] if by else found)


def _parts(sentence: str, span: tuple[int, int]) -> Iterator[_Part]:
    begin = 0
    for joint in _JOINT.finditer(sentence):
        if not span[0] <= joint.start() < span[1]:
            yield _Part(begin, joint.start())
            begin = joint.end()
    yield _Part(begin, len(sentence))


def _terms(text: str) -> set[str]:
    return {_owner(token.term) for token in tokens(text)}


def _owner(term: str) -> str:
    return _OWNER.sub("", term)
