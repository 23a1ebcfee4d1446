"""Numbers of something near what is asked for: "two fewer than the year before" does not tell that year's, and what the
strike costs is not what a share does."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_COMPARED: Final = expression(
    r"\b(?:(?:twice|half|(?:three|four|five|ten) times) )?as (?:many|much|large|big|high|long)\b[^;.]*? as "
    r"(?P<as>[^;.]*)|\b(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter) (?:[\w-]+ ){0,3}?than "
    r"(?P<than>[^;.]*)",
    re.IGNORECASE,
)
_COMPARES: Final = expression(
    r"\b(?:more|fewer|less|higher|lower|compared|than|differ\w*|increase|rise|drop|fall)\b", re.IGNORECASE
)
_YEAR_BEFORE: Final = expression(
    r"\b(?:(?:the|a) )?(?:(?:year|month|season|time) (?:before|earlier|previously)|(?:previous|preceding) "
    r"(?:year|month|season|meeting|summit|one))\b",
    re.IGNORECASE,
)

_ASKS_COST: Final = expression(
    r"\b(?:what|how much) (?:do|does|did|will|would) (?:the |an? )?(?P<thing>[^?]*?) cost\b", re.IGNORECASE
)
_COSTS: Final = expression(
    r"(?:^|, |; |\b(?:that|and|but|while) )(?P<thing>[^,;.]*?) (?:costs?|(?:is|are|was|were) costing|"
    r"(?:will|would) cost)\b"
)
_STANDS_FOR: Final = expression(r"\b(?:it|he|she|they|this|that|these|those|which)\b", re.IGNORECASE)


def is_cost_of_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what a thing costs, and a sentence that has it tells before a span what another costs.

    >>> from bot.question import read
    >>> told = "Lock shares fell, but the guild says that the strike is costing it £90 a day."
    >>> [is_cost_of_another(read(f"What does the {it} cost?"), told, (67, 76)) for it in ("lock share", "strike")]
    [True, False]
    """
    asked = _ASKS_COST.search(question.text)
    told = [*_COSTS.finditer(sentence, 0, span[0])]
    if asked is None or not told:
        return False
    thing = re.split(r"\b(?:that|and|but|while) ", told[-1]["thing"])[-1]
    mine, its = content_terms(asked["thing"]), content_terms(thing)
    if not its or _STANDS_FOR.search(thing):
        return False
    return bool(mine & content_terms(sentence)) and mine.isdisjoint(its)


def is_what_it_is_compared_with(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how many there were when or where a sentence has only what the number at a span of it is
    compared with.

    >>> from bot.question import read
    >>> told = "The fair drew 90 guests, twice as many as the one in Tarn in 2019."
    >>> [is_what_it_is_compared_with(read(f"How many guests {so}?"), told, (14, 16)) for so in ("in 2019", "came")]
    [True, False]
    >>> told = "The club held nine walks, two fewer than in the year before."
    >>> is_what_it_is_compared_with(read("How many walks were held the year before?"), told, (14, 18))
    True
    """
    asked = question.analysis
    compared = _COMPARED.search(sentence)
    if asked.answer_type != "how_many" or compared is None or _COMPARES.search(question.text):
        return False
    begin = compared.start("as") if compared["as"] is not None else compared.start("than")
    if span[0] >= begin:
        return False
    before = _YEAR_BEFORE.search(question.text)
    if before is not None and _YEAR_BEFORE.search(sentence, begin):
        return _YEAR_BEFORE.search(sentence, 0, begin) is None
    named = {word.term for word in asked.words if word.name or word.capital or word.term.isdecimal()}
    named |= {str(date.year) for date in asked.dates if date.year}
    head, tail = content_terms(sentence[: compared.start()]), content_terms(sentence[begin:])
    return bool(named & tail - head) and named.isdisjoint(head)
