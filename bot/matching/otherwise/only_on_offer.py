"""What is only offered or demanded: who "offered to host the fair" does not host it yet, and what campaigners want shut
by May is not known to shut then."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import stem
from facts.expressions import expression

_OFFERS: Final = expression(
    r"\b(?:offer|appl(?:y|i)|ask|volunteer|bid|hope|want|wish|seek|sought|propose|request)\w*(?: again)? "
    r"to (?:also )?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_DEMANDS: Final = expression(
    r"\b(?:call(?:s|ed|ing) (?:on|for|upon)|urg(?:es|ed|ing)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)|want(?:s|ed|ing)?|"
    r"petition\w*|press(?:es|ed|ing)|lobb(?:y|ied|ying))\b[^;.]{0,80}? (?:to|of|in|that) (?P<what>[^;.]{0,80})$",
    re.IGNORECASE,
)
_ASKS_WISH: Final = expression(
    r"\b(?:offer|appl(?:y|i)|ask|volunteer|bid|hop|want|wish|seek|sought|propos|request|call|urg|demand|petition|press|"
    r"lobb|should|would|could|might|suggest)\w*",
    re.IGNORECASE,
)
_GRANTED: Final = expression(
    r"\b(?:accepted|agreed|approved|granted|adopted|carried|passed|won|chosen|awarded|resolved|decided)\b",
    re.IGNORECASE,
)


_TARGET: Final = expression(
    r"\b(?:aim|goal|target)s? (?:of|for|to raise) (?:about |at least |some )?[$£€]?$", re.IGNORECASE
)
_ASKS_AIM: Final = expression(
    r"\b(?:aim|ask|call|demand|goal|hope|motion|plan|propos|request|reject|should|target|want|would)\w*", re.IGNORECASE
)
_CALLED_FOR: Final = expression(
    r"\b(?:call|demand|motion|plan|proposal|request)s? (?:[\w’'-]+ ){0,6}?(?:for|of|to) (?:an? )?[$£€]?$", re.IGNORECASE
)
_IN_VAIN: Final = expression(
    r"[^.;]{0,60}\b(?:was|were) (?:\w+ )?(?:defeated|lost|refused|rejected|turned down|voted down|withdrawn)\b",
    re.IGNORECASE,
)


def is_only_offered(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who does something, and a sentence tells of it only that somebody offered or wants to.

    >>> from bot.question import read
    >>> told = "Osmark offered to host the next fair."
    >>> [is_only_offered(read(f"Who {does}?"), told, (0, 6)) for does in ("hosts the next fair", "offered to host it")]
    [True, False]
    """
    asked = question.analysis
    if (
        asked.answer_type not in ("who", "which", "where")
        or asked.predicate is None
        or _ASKS_WISH.search(question.text)
    ):
        return False
    told = [found for found in _OFFERS.finditer(sentence) if stem(found["verb"].lower()) == asked.predicate]
    alone = sum(1 for word in re.findall(r"[\w’'-]+", sentence) if stem(word.lower()) == asked.predicate) == len(told)
    return bool(told) and alone and span[0] < told[0].start() and _GRANTED.search(sentence) is None


def is_only_demanded(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something is done, and the time at a span of a sentence is by when somebody wants
    it done.

    >>> from bot.question import read
    >>> told = "Osmark called on Tarn to shut the mill by 2040."
    >>> asked = "is the mill shut", "should the mill be shut"
    >>> [is_only_demanded(read(f"When {so}?"), told, (42, 46)) for so in asked]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "when" or _ASKS_WISH.search(question.text):
        return False
    wanted = _DEMANDS.search(sentence, 0, span[0])
    if wanted is None or _GRANTED.search(sentence, 0, span[0]):
        return False
    words = {stem(word.lower()) for word in re.findall(r"[\w’'-]+", wanted["what"])}
    terms = asked.terms - {term for term in asked.terms if term.isdigit()}
    return asked.predicate in words or (bool(terms) and terms <= words)


def is_only_aimed_at(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how much or for how long something was, and the amount at a span of a sentence is only a
    target, or of what was called for in vain.

    >>> from bot.question import read
    >>> told = "The club set a target of 250 crowns for the walk.", "A motion for a two-day strike was defeated."
    >>> spans = [(25, 35), (15, 22)]
    >>> asked = "How much did the walk raise?", "How many days did they strike for?"
    >>> [is_only_aimed_at(read(each), text, span) for each, text, span in zip(asked, told, spans)]
    [True, True]
    >>> is_only_aimed_at(read("What is the target for the walk?"), told[0], spans[0])
    False
    """
    if question.analysis.answer_type != "how_many" or _ASKS_AIM.search(question.text):
        return False
    if _TARGET.search(sentence[: span[0]]):
        return True
    return _CALLED_FOR.search(sentence[: span[0]]) is not None and _IN_VAIN.match(sentence, span[1]) is not None
