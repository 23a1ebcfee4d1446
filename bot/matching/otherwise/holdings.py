"""What something costs is no sum that is held, owed, earned or given: "the reserves will fall to £9" tells no cost."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from facts.expressions import expression

_HOLDING: Final = (
    r"\b(?:reserves?|savings|balances?|deficit|surplus|debts?|overdraft|turnover|income|revenues?|profits?|loss(?:es)?|"
    r"lost|earned|assets|grants?|donations?|donated|endowment|legacy|subsid(?:y|ies)|membership)\b"
)
_ASKS_COST: Final = expression(
    r"\bhow (?:expensive|costly|dear|pricey)\b|\b(?:how much|what)\b.*\b(?:costs?|costing)\b", re.IGNORECASE
)
_HELD: Final = expression(_HOLDING, re.IGNORECASE)
_COST: Final = expression(
    r"\b(?:cost|pric|pa(?:y|id)\b|pays\b|spen[dt]|bill|expens|budget|worth|charg|fee|invest|estimat|quot|tender|bid|"
    r"contract|need|require|project)",
    re.IGNORECASE,
)
_CLAUSE: Final = expression(r"[;:.] |, (?:and|but|while|whereas|as|of which|because) | (?:but|while|whereas|because) ")


def is_of_holdings(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what something costs, and the sum at a span of a sentence is one that is held, owed,
    earned or given.

    >>> from bot.question import read
    >>> told = "The reserves will fall to £9, as the lock will cost £4."
    >>> [is_of_holdings(read("How much will the lock cost?"), told, span) for span in ((26, 28), (52, 54))]
    [True, False]
    """
    if not _ASKS_COST.search(question.text) or _HELD.search(question.text):
        return False
    begin, end = clause_around(sentence, span, _CLAUSE)
    return _HELD.search(sentence, begin, end) is not None and not _COST.search(sentence, begin, end)
