"""How a vote went: of "rejected by 61 votes to 40" those for it are 40; what the vote was is told by both numbers."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.question import Question
from bot.question.tokens import tokens
from facts.expressions import expression

_LOST: Final = r"(?:rejected|defeated|lost|voted down|turned down|refused|failed|fell)\b"
_WON: Final = (
    r"(?:approved|adopted|carried|passed|agreed|accepted|backed|endorsed|won|voted|chose|chosen|picked|selected|"
    r"(?:re-?)?elected|decided|recommended|favou?red|confirmed|ratified|preferred|appointed)\b"
)
_SCORE: Final = expression(
    rf"\b(?:(?P<lost>{_LOST})|{_WON})(?: (?!{_LOST}|{_WON})[\w’'&-]+){{0,12}}?,? "
    rf"\(?(?P<one>(?!\d{{5}}){COUNT})(?: votes?)?(?: to | against |[-–](?:to[-–])?)"
    rf"(?P<other>(?!\d{{5}}){COUNT})",
    re.IGNORECASE,
)
_AGAINST_IT: Final = expression(
    r"[^;:]{0,60}?\b(?:against|not to|to (?:reject|oppose|refuse|throw out|turn down|vote down|strike down))\b",
    re.IGNORECASE,
)
"""What behind a score tells that it went against something: "voted by 61 to 40 against a toll"."""
_ASKS_REFUSED: Final = expression(
    r"\b(?:reject|oppos|refus|throw|turn|strik)\w*\b|\bvote\w* down\b|\bvote not\b", re.IGNORECASE
)
_TO_REFUSE: Final = expression(r"\bvot\w+ to (?:oppose|refuse|reject|strike|throw|turn)\b", re.IGNORECASE)
_FOR: Final = expression(r"\b(?:vot\w+ (?:for|to)|in favou?r|support\w*|back(?:ed|s|ing)?|were for)\b", re.IGNORECASE)
_AGAINST: Final = expression(r"\b(?:against|oppos\w+|vot(?:ed|ing) (?:no|not to))\b", re.IGNORECASE)
_N: Final = (
    r"\b(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\b"
)
_SIDE: Final = (
    rf"{_N}(?: [\w’'-]+){{0,3}}? (?:for|in favou?r|against|oppos\w+|abst\w+|dissent\w*)\b"
    r"(?: (?:it|(?:of )?the [\w’'-]+(?: (?!and\b|with\b)[\w’'-]+)?))?"
)
_TALLY: Final = expression(
    rf"(?:{_SIDE}|{_N}(?: votes?)?(?: to | against |[-–](?:to[-–])?){_N}(?: votes?)?)"
    rf"(?:[,;]? (?:and |with |but )?{_SIDE})*",
    re.IGNORECASE,
)
"""How a vote went, with all its sides."""
_ASKS_TALLY: Final = expression(
    r"\b(?:what (?:was|were|is) the (?:[\w’'-]+ ){0,3}?(?:votes?|voting|tally|score)\b|"
    r"(?:what|how) (?:was|is) the (?:final )?(?:count|outcome|result|score|tally)\b|"
    r"how (?:did (?:[\w’'-]+ ){1,5}?vote|(?:was|did|went) the (?:vote|voting))\b|"
    r"\bvote (?:count|outcome|result|score|tally)\b|"
    r"by (?:what|which|how) (?:[\w’'-]+ ){0,2}?(?:vote|majority|margin)\b)",
    re.IGNORECASE,
)
_NUMBERS: Final = expression(_N, re.IGNORECASE)


def own_score(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The number at a span of a sentence, or of the score that it is of the one of the side that is asked about.

    >>> from bot.question import read
    >>> told = "They rejected the toll by 61 votes to 40."
    >>> told[slice(*own_score(read("How many voted for the toll?"), told, (26, 28)))]
    '40'
    >>> told = "They voted by 61 to 40 to close it."
    >>> told[slice(*own_score(read("How many voted against closing it?"), told, (14, 22)))]
    '40'
    >>> told = "The toll was refused by four votes to one."
    >>> told[slice(*own_score(read("How many voted to refuse the toll?"), told, (38, 41)))]
    'four'
    """
    refusing = _TO_REFUSE.search(question.text)
    in_favour = None if refusing else _FOR.search(question.text)
    against = refusing or _AGAINST.search(question.text)
    if question.analysis.answer_type != "how_many" or bool(in_favour) == bool(against):
        return span
    for found in _SCORE.finditer(sentence):
        if found.start("one") <= span[0] and span[1] <= found.end() and found["one"] != found["other"]:
            more, less = sorted(("one", "other"), key=lambda side: -_number(found[side]))
            won = found["lost"] is None and not _is_against(question, sentence, found)
            return found.span(more if won == bool(in_favour) else less)
    return span


def _is_against(question: Question, sentence: str, score: re.Match[str]) -> bool:
    """Whether it was voted against something, by a score, that a question asks about as it was put."""
    as_put = _ASKS_REFUSED.search(question.text) and not _TO_REFUSE.search(question.text)
    if not score[0].lower().startswith("voted") or as_put:
        return False
    return _AGAINST_IT.match(sentence, score.end()) is not None


def whole_vote(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence that has one number of a vote with all of them, where it is asked what the vote was.

    >>> from bot.question import read
    >>> told = "Four members voted for the pump and three against it."
    >>> told[slice(*whole_vote(read("What was the vote on the pump?"), told, (0, 4)))]
    'Four members voted for the pump and three against it'
    """
    if not _ASKS_TALLY.search(question.text) or len(_NUMBERS.findall(sentence, *span)) != 1:
        return span
    tallies = (found.span() for found in _TALLY.finditer(sentence) if len(_NUMBERS.findall(found[0])) > 1)
    return next((whole for whole in tallies if whole[0] <= span[0] and span[1] <= whole[1]), span)


def _number(told: str) -> int:
    """A number in digits or as a word.

    >>> _number("eight"), _number("61")
    (8, 61)
    """
    term = tokens(told)[0].term
    return int(term) if term.isdigit() else 0
