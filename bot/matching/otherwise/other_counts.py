"""Numbers of something else than is asked for: choirs are not people, who joined a panel does not sit on it, the votes
of one party are not those of all, and tonnes of perch none of trout."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import STOP, clause_around, overlap
from bot.question import Question
from bot.question.cues import PEOPLE_TERMS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression

_PERSONS: Final = PEOPLE_TERMS | frozenset(
    map(stem, "member pupil student visitor man woman men women child adult".split())
)
_OF_SO_MANY: Final = expression(
    r"\b(?!groups\b|dozens\b|hundreds\b|thousands\b|crowds\b|numbers\b)"
    r"(?:[a-z][\w’'-]*[a-z]s|staff|personnel|people|leadership) "
    r"(?:of|from|at|representing) (?:(?:the|all|its|some|about) )*$"
)
"""What stands before the number of those whom some come from: "conductors of four choirs"."""
_NEAR: Final = 4
"""Among so many words behind a number stands the noun that it counts."""
_SITS: Final = expression(
    r"\b(?:sits?|serves?|belongs?|make up|how many (?:are|is|were) (?:there )?(?:on|in)|"
    r"members (?:does|do|has|have|are (?:there|on|in)))\b",
    re.IGNORECASE,
)
_CAME: Final = expression(r"\b(?:joined|joining|attended|attending|t(?:ook|aking) part|present|came)\b", re.IGNORECASE)
_BELONG: Final = expression(
    r"\b(?:sits?|serv\w+|members?|consist\w*|ma(?:d|k)e up|compris\w+|includes?|belong\w*|has|have|seats?)\b",
    re.IGNORECASE,
)
_VOTES: Final = expression(
    r"\b(?:vot(?:e[ds]?|ing)|against|in favou?r|oppos\w+|support\w*|back(?:ed|s)?|abstain\w*)\b", re.IGNORECASE
)
_PARTY: Final = expression(r"\b(?:party|parties|bloc|faction|caucus)\b", re.IGNORECASE)
_IN_PARTY: Final = expression(
    r"(?:in|of|from|among|within) (?:the |its )?(?:[\w’'-]+ ){0,4}?(?:party|bloc|faction|caucus)\b", re.IGNORECASE
)
_OF_PARTY: Final = expression(
    rf"(?: [\w’'-]+)? {_IN_PARTY.pattern}|(?: (?-i:[A-Z])[\w’'-]*){{1,3}} (?:party|bloc|faction|caucus)\b",
    re.IGNORECASE,
)
"""What stands behind the number of some of a party: "six members of the Tide Party"."""
_ITS: Final = expression(r"\bof (?:its|whom|them|their)\b", re.IGNORECASE)
_SCORE: Final = expression(r"\d+(?: votes?)?(?: to | against |[-–](?:to[-–])?)\d+", re.IGNORECASE)
_UNIT: Final = (
    r"(?P<unit>tonnes?|tons?|kilo(?:gram)?s?|pounds?|litres?|liters?|gallons?|barrels?|boxes|box|crates?|bags?|sacks?|"
    r"cases?|bottles?|jars?|tins?|pairs?|loads?|bales?|pallets?)"
)
_OF_WHAT: Final = expression(
    rf"\bhow (?:many|much) (?:more )?{_UNIT} of (?:the )?(?P<what>[\w’'-]+(?: [\w’'-]+)?)", re.IGNORECASE
)
_TOLD_OF: Final = expression(rf"[^,;.]{{0,20}}?\b{_UNIT} of (?:the )?(?P<what>[\w’'-]+(?: [\w’'-]+)?)", re.IGNORECASE)
_STATES: Final = frozenset(map(stem, "country nation state".split()))
_COUNTRY: Final = r"(?:countries|economies|nations|states)"
_STATE: Final = rf"(?:{_COUNTRY}|members|partners)"
_STATES_COUNTED: Final = expression(
    rf"[\w-]+ (?:[a-z]+ ){{0,2}}(?:(?:[A-Z]{{2,}}[\w’'-]* )+(?:members|partners)|(?:[A-Z][\w’'-]* )*{_COUNTRY})\b"
)
"""A number of states: "nine other ASEAN members"."""
_BESIDE_MEMBERS: Final = (
    r"(?:associate|candidate|dialogue|donor|external|guest|invited|non-member|observer|outside|partner)"
)
_SORT_OF_STATES: Final = expression(
    rf"[\w-]+ (?:[\w’'-]+ ){{0,2}}?(?P<sort>{_BESIDE_MEMBERS}|member) (?:[\w’'-]+ )?{_STATE}\b", re.IGNORECASE
)
"""A number of states, of those of one sort: members alone, or those beside the members."""
_OTHER_STATES: Final = expression(
    rf"\b(?:and|with|plus|as well as) (?:(?:its|their|the|all) )*(?!{_STATE})[\w-]+ (?:[\w’'-]+ ){{0,2}}?{_STATE}\b",
    re.IGNORECASE,
)


def counts_something_else(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many, and the number at a span of a sentence is of something else.

    >>> from bot.question import read
    >>> told = "The call was joined by pilots from 9 ports."
    >>> [counts_something_else(read(f"How many {who} joined?"), told, (35, 36)) for who in ("people", "ports")]
    [True, False]
    """
    if question.analysis.answer_type != "how_many":
        return False
    return (
        _counts_their_groups(question, sentence, span)
        or _counts_who_came(question, sentence, span)
        or _is_of_a_party(question, sentence, span)
        or _is_of_other_goods(question, sentence, span)
        or _counts_one_sort_of_states(question, sentence, span)
    )


def counts_states(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many people, and the number at a span of a sentence is of states.

    >>> from bot.question import read
    >>> counts_states(read("How many people came?"), "Envoys of nine NATO members came.", (10, 14))
    True
    """
    asked = question.analysis.answer_type == "how_many" and not PEOPLE_TERMS.isdisjoint(question.analysis.focus[-1:])
    return asked and _STATES_COUNTED.match(sentence, span[0]) is not None


def _counts_their_groups(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether people are asked for, and a number is that of what they come from."""
    if PEOPLE_TERMS.isdisjoint(question.analysis.focus[-1:]) or not _OF_SO_MANY.search(sentence[: span[0]]):
        return False
    counted = [token.term for token in tokens(sentence[span[0] :])[1:_NEAR]]
    return bool(counted) and _PERSONS.isdisjoint(counted)


def _counts_who_came(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how many belong to a body, and a number is that of those who came to it or joined it."""
    if not _SITS.search(question.text) or _CAME.search(question.text):
        return False
    begin, end = clause_around(sentence, span, STOP)
    return _CAME.search(sentence, begin, end) is not None and not _BELONG.search(sentence, begin, end)


def _is_of_a_party(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how many voted so, of no party, and a number is that of the members of one."""
    if not _VOTES.search(question.text) or _PARTY.search(question.text):
        return False
    if any(overlap(found.span(), span) for found in _SCORE.finditer(sentence)):
        return False
    begin, end = clause_around(sentence, span, STOP)
    party = _IN_PARTY.match(sentence, begin) or _OF_PARTY.match(sentence, span[1])
    if party is None and _ITS.search(sentence, begin, end):
        party = _PARTY.search(sentence, 0, end)
    return party is not None and not _is_named(question, sentence[: party.end()])


def _is_named(question: Question, upto: str) -> bool:
    """Whether a question has the name that stands before "Party", with which a text ends."""
    name = tokens(upto)[-2:-1]
    return any(word.capital and word.term in question.analysis.terms for word in name)


def _is_of_other_goods(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether it is asked how much of some goods there was, and a number is that of others."""
    asked, told = _OF_WHAT.search(question.text), _TOLD_OF.match(sentence, span[0])
    if asked is None or told is None or told.start("unit") < span[0]:
        return False
    return content_terms(asked["what"]).isdisjoint(content_terms(told["what"]))


def _counts_one_sort_of_states(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether countries of whatever sort are asked for, and a number is of those beside the members ("eight partner
    countries"), or of members that were not alone ("ten member states and their eight partners")."""
    if _STATES.isdisjoint(question.analysis.focus[-1:]):
        return False
    told = _SORT_OF_STATES.match(sentence, span[0])
    if told is None or stem(told["sort"].lower()) in question.analysis.terms:
        return False
    return told["sort"].lower() != "member" or _OTHER_STATES.search(sentence, told.end()) is not None
