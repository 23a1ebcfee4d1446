"""The other part of a whole and the other side of a comparison: of "of 90 pilots, 60 voted" nobody knows how many did
not, and "9 crowns, 2 less than in Tarn" is not told as what it is in Tarn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.deeds_told import HAS, NOT
from bot.matching.otherwise.two_times import OTHER_KINDS
from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import PHRASE, STOP, clause_around
from bot.question import Question
from bot.question.cues import BE, DETERMINERS, DO
from bot.question.tokens import Token, content_terms, tokens
from facts.expressions import expression
from facts.folding import fold

_NUMBER: Final = expression(rf"(?<![\w.,]){COUNT}", re.IGNORECASE)
_NO: Final = NOT | frozenset(("no", "without"))
_SMALL: Final = BE | DO | HAS | DETERMINERS | frozenset("yet also still able longer any".split())
"""What stands between "not" and what is not so."""
_NOT_SO: Final = expression(
    r"\b(?:not|never|no|none|nobody|neither|nor|without|cannot|yet to|fail\w*|refus\w*|declin\w*|reject\w*|"
    r"un(?:\w+ed|paid|sold|met|read|built|able)|non|but|except|exclud\w*|apart|against|abst\w+|absent|lack\w*|miss\w*|remain\w*|left|leav\w*|rest|others?|"
    r"still|instead|needs? to|to be|await\w*|pending|outstanding)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What makes a number one of those that did not."""
_IS_WHOLE: Final = expression(r"\b(?:out )?of (?:(?:the|its|their|our|all) )*$", re.IGNORECASE)
_HAS_PART: Final = expression(rf"[^,;.]*,? \(?(?:of (?:whom|which)\b|{COUNT} of (?:them|whom|which)\b)", re.IGNORECASE)
"""What stands around the number of a whole."""
_OUTSIDE: Final = expression(r"\b(?:outside|other than|apart from|except|besides|excluding)\b(?P<of>[^?]*)")
_WITHIN: Final = expression(r"\b(?:in|inside|within)\b")
_NOT_WITHIN: Final = expression(
    r"\b(?:outside|abroad|overseas|foreign|elsewhere|others?|rest|except|apart|exclud\w*|besides?|plus|before|without|"
    r"remain\w*|not)\b|n['’]t\b",
    re.IGNORECASE,
)
_SIDES: Final = tuple(
    tuple(expression(rf"\b(?:{words})\b", re.IGNORECASE) for words in sides)
    for sides in (
        (r"seniors?|adults?|grown-ups?", r"juniors?|youths?|children|under-?\d\ds?"),
        (r"wom[ae]n|females?|girls?", r"m[ae]n|males?|boys?"),
        (
            r"in use|occupied|filled|(?:are|is|were|was) full",
            r"empty|vacant|unoccupied|unfilled|unused|spare|(?:are|is|were|was) free",
        ),
        (r"full[- ]time\w*", r"part[- ]time\w*"),
        (r"survive[ds]?|survivors?|alive|rescued", r"died|dead|killed|drowned|deaths?"),
        (r"pass(?:ed)?", r"fail(?:ed|ures?)?"),
        (r"(?:are|is|were|was|still|stay(?:ed|s)?|remain(?:ed|s)?) open", r"closed|shut"),
        (r"in work|employed|jobs?", r"unemployed|jobless|out of work"),
        (r"indoors?", r"outdoors?"),
    )
)
"""What is either the one or the other."""
_MUCH: Final = r"more|fewer|less|(?!other\b|rather\b)\w+er"
_LEVEL: Final = (
    r"average|mean|median|norm|target|limit|minimum|maximum|record|level|forecast|estimate|plan|budget|threshold|rate"
)
_THAN: Final = (
    rf"(?:(?:{_MUCH}|more \w+) than|(?:above|below|over|under|short of)(?= (?:[\w’'-]+ ){{0,3}}(?:{_LEVEL})\b))"
)
_DIFFERENCE: Final = expression(
    rf"(?: (?!and\b|or\b|but\b|no\b|not\b)[a-z%][\w’'-]*){{0,2}}? {_THAN}(?P<of>[^,;.]*)", re.IGNORECASE
)
"""What stands behind the number of a difference, with what something is compared with."""
_AMOUNT_AND_DIFFERENCE: Final = expression(rf"[^;.]*?,? (?<![\w.,])(?:some |about |over )?{COUNT}{_DIFFERENCE.pattern}")
_OF_THEN: Final = expression(
    r"\b(?:year|month|week|day|time|before|ago|last|previous|earlier|expected|planned|forecast|hoped|usual|needed)\b"
)
_COMPARES: Final = expression(
    rf"\b(?:{_MUCH}) than\b|\b(?:more|fewer|less|extra|above|below|over|under|short|ahead|behind|late|early|gap|lead|"
    r"by (?:how|what)|against|versus|beat\w*|defeat\w*|"
    r"majority|margin|differ\w*|compar\w*|discount|reduc\w*|reduction|sav\w+|cuts?|bonus|supplement|premium|chang\w*|"
    r"ris\w+|rose|rais\w+|gr[eo]w\w*|f[ae]ll\w*|increas\w*|decreas\w*|drop\w*|gain\w*|los[est]\w*|surplus|shortfall|deficit)\b"
)
"""By what a question asks for a difference."""
_OTHER_ONE: Final = expression(
    r"^(?:the|its|their) (?P<which>old|new|other|former|present|second|smaller|larger) one\b"
)
_OTHER: Final = expression(r"\b(?:the other|another|elsewhere)\b")
_FATE: Final = expression(
    r"\b(?:dead|died?|dies|killed|deaths?|drowned|lost|victims?|casualties|injur\w+|wounded|hurt|missing|arrest\w*|"
    r"detain\w*|surviv\w+|rescued)\b",
    re.IGNORECASE,
)
_ALL_THERE: Final = expression(
    r"\b(?:on board|aboard|attend\w*|t(?:ook|ake) part|travel\w*|carr(?:y|ied|ying)|employ\w*|in all)\b", re.IGNORECASE
)


def is_of_the_other_part(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a number is asked for, and that at a span of a sentence is of the other part of a whole, of the whole or
    of the other side of a comparison, or only the difference.

    >>> from bot.question import read
    >>> told = "Of 90 pilots, 60 voted."
    >>> [is_of_the_other_part(read(f"How many {did}?"), told, (14, 16)) for did in ("didn't vote", "voted")]
    [True, False]
    """
    if question.analysis.answer_type in OTHER_KINDS:
        return False
    number = _NUMBER.search(sentence, *span)
    if number is None:
        return False
    asked, place = fold(question.text), number.span()
    return (
        _is_of_those_who_did(question, sentence, place)
        or _is_of_those_within(question, asked, sentence, place)
        or _is_of_the_other_side(asked, sentence, place)
        or _is_of_the_one_compared(question, asked, sentence, place)
        or _is_of_their_fate(asked, sentence)
        or _is_of_the_other_one(question, asked, sentence, place)
    )


def _is_of_those_who_did(question: Question, sentence: str, number: tuple[int, int]) -> bool:
    """Whether it is asked how many did not, and a number is that of those who did or of all."""
    asked = question.tokens
    denied = next((at for at, word in enumerate(asked) if word.surface in _NO or _is_yet_to(asked, at)), len(asked))
    behind = [word.term for word in asked[denied + 1 :] if word.surface not in _SMALL]
    if not behind or behind[0] not in question.analysis.terms or behind[0] not in content_terms(sentence):
        return False
    begin, end = clause_around(sentence, number, PHRASE)
    if _NOT_SO.search(sentence, begin, end):
        return False
    whole = _IS_WHOLE.search(sentence, 0, number[0]) or _HAS_PART.match(sentence, number[1])
    return bool(whole) or behind[0] in content_terms(sentence[begin:end])


def _is_yet_to(asked: Sequence[Token], at: int) -> bool:
    """Whether the word at a place ends "yet to", which says that what is behind it is not done."""
    return asked[at].surface == "to" and at > 0 and asked[at - 1].surface in ("yet", "still")


def _is_of_those_within(question: Question, asked: str, sentence: str, number: tuple[int, int]) -> bool:
    """Whether it is asked how many are outside of something, and it is only told how many are in it, or are at all."""
    outside = _OUTSIDE.search(asked)
    begin, end = clause_around(sentence, number, PHRASE)
    if outside is None:
        told = _OUTSIDE.search(sentence, begin, end)
        return told is not None and _WITHIN.search(asked) is not None and _first(told["of"]) in question.analysis.terms
    begin, end = clause_around(sentence, number, STOP)
    return _first(outside["of"]) in content_terms(sentence[begin:end]) and not _NOT_WITHIN.search(sentence, begin, end)


def _first(text: str) -> str:
    """The term of the first word of a text that names something."""
    terms = content_terms(text)
    return next((word.term for word in tokens(text) if word.term in terms), "")


def _is_of_the_other_side(asked: str, sentence: str, number: tuple[int, int]) -> bool:
    """Whether one of two sorts is asked for, and a number is told with the other alone: "90 pilots, 60 of them men"."""
    said = sentence[slice(*clause_around(sentence, number, STOP))]

    def is_only(side: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
        return side.search(text) is not None and other.search(side.sub(" ", text)) is None

    if any(
        is_only(mine, other, asked) and is_only(other, mine, said)
        for one, two in _SIDES
        for mine, other in ((one, two), (two, one))
    ):
        return True
    had, told = {*re.findall(r"[a-z]{4,}", asked)}, {*re.findall(r"[a-z]{4,}", fold(said))}
    undone = {f"un{word}" for word in had} & told
    done = {f"un{word}" for word in told} & had
    return any(word[2:] not in told for word in undone) or (
        any(word not in told for word in done) and not _NOT_SO.search(said)
    )


def _is_of_the_one_compared(question: Question, asked: str, sentence: str, number: tuple[int, int]) -> bool:
    """Whether a number is a difference, or of what is compared with that which is asked about."""
    if _COMPARES.search(asked):
        return False
    if _DIFFERENCE.match(sentence, number[1]):
        return True
    compared = _AMOUNT_AND_DIFFERENCE.match(sentence, number[1])
    if compared is None or _OF_THEN.search(compared["of"]):
        return False
    if _OTHER.search(asked):
        return True
    with_it = content_terms(compared["of"]) - content_terms(sentence[: compared.start("of")])
    return not with_it.isdisjoint(question.analysis.terms)


def _is_of_the_other_one(question: Question, asked: str, sentence: str, number: tuple[int, int]) -> bool:
    """Whether what is asked about is named in one clause, and a number is told of "the old one" in another."""
    begin, end = clause_around(sentence, number, PHRASE)
    other = _OTHER_ONE.search(sentence[begin:end])
    names = {token.term for token in tokens(sentence[:begin]) if token.capital} & question.analysis.terms
    return other is not None and other["which"] not in asked.split() and bool(names)


def _is_of_their_fate(asked: str, sentence: str) -> bool:
    """Whether it is asked how many were there, and only told how many of them died or the like."""
    if not _ALL_THERE.search(asked) or _FATE.search(asked):
        return False
    return _FATE.search(sentence) is not None and not _ALL_THERE.search(sentence)
