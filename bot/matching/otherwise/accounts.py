"""Income, expenditure and what is left have each their own number: of "income of £9 and expenditure of £12, a loss of
£3" no surplus is £12, and none £3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from bot.question.cues import AUXILIARIES, WH
from facts.expressions import expression
from facts.folding import fold

_WORDS: Final = {
    "surplus": "surplus surpluses profit profits",
    "loss": "loss losses deficit deficits shortfall",
    "income": "income receipts revenue revenues takings",
    "expenditure": "expenditure expenditures spending expenses outgoings",
    "turnover": "turnover",
    "reserves": "reserve reserves",
    "debt": "debt debts",
}
"""What an account is of, and its words."""
_KEYWORDS: Final = WH | AUXILIARIES
"""Words that no keywords have."""
_KINDS: Final = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_NAMED: Final = rf"(?:{'|'.join(_KINDS)})"
_WORD: Final = expression(rf"\b{_NAMED}\b", re.IGNORECASE)
_ASKS: Final = expression(
    rf"\b(?:what|how (?:much|large|big|high))\b(?:(?! (?:of|from|to|with|for|on) )[^?])*?\b(?P<word>{_NAMED})"
    r"(?=$| (?:of|in|for|at|did|does|do|was|were|is|are|has|have|had|last|this|that|there|before|after|made)\b)"
)
"""What asks how much a surplus or the like is."""
_IN_SHORT: Final = expression(
    rf"(?:(?:and|but|the|total|annual) )*(?:[\w'’-]+ ){{0,4}}?(?P<word>{_NAMED})"
    r"(?=$| (?:of|in|for|at|last|this|next|before|five|ten|two|three|\d+)\b)"
)
"""What asks so in keywords: "income of the hall in 2031"."""
_ASKS_BY_DEED: Final = expression(
    r"\bhow much (?:did|does|do|has|have|will) (?:[\w'’-]+ ){1,6}?(?P<verb>lose|lost|spend|spent|take in|taken in)"
    r"(?: in all| in total| altogether| (?:in|last|this|that) (?:the )?(?:year|\d{4}))*$"
)
_BY_DEED: Final = {"lose": "loss", "lost": "loss", "spend": "expenditure", "spent": "expenditure"}
_DONE: Final = expression(r"\b(?P<word>lost|spent|earned) (?:(?:about|over|only|some|nearly|almost|just) )?$")
_AS_MUCH: Final = expression(r"\b(?:against|compared (?:with|to)|from|than|on) $")
"""What stands between a number and that of another time of the same account."""
_SUM: Final = expression(
    r"(?<![\w.,£$€])(?!(?:19|20)\d\d\b(?![.,]\d))[£$€]?\d[\d.,]*(?<![.,])(?:m|bn|k)?\b(?! ?%| per ?cent)"
    r"(?: (?:thousand|million|billion)\b)?"
)
_BEHIND: Final = expression(rf" (?:(?:in|of|as) )?(?:(?!and\b|or\b|but\b)[a-z-]+ )?(?P<word>{_NAMED})\b")
"""An account behind its number: "a £3 loss", "£9 of total income"."""
_BETWEEN: Final = 60
"""How many letters may stand between an account and its number."""
_NO_JOINT: Final = expression(r"[;.] |\bby (?:about |over |some |only |nearly )?$")


def own_account(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or the only number that stands with the account which a question asks for,
    where that of another one is marked.

    >>> from bot.question import read
    >>> told = "It had income of £9 and expenditure of £12, a loss of £3."
    >>> [told[slice(*own_account(read(f"What was its {it}?"), told, (39, 42)))] for it in ("income", "deficit")]
    ['£9', '£3']
    """
    asked = _asked(question)
    if asked is None or not _is_anothers(asked, sentence, span):
        return span
    own = [place for place, kind in _accounts(sentence) if kind == asked]
    return own[0] if len(own) == 1 else span


def is_of_another_account(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks how much a surplus or the like is, and the number at a span of a sentence is that of
    something else.

    >>> from bot.question import read
    >>> told = "It had income of £9 and expenditure of £12, a loss of £3."
    >>> is_of_another_account(read("What was its surplus?"), told, (54, 56))
    True
    """
    asked = _asked(question)
    return asked is not None and _is_anothers(asked, sentence, span)


def _is_anothers(asked: str, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the numbers at a span stand all with another account."""
    kinds = [kind for place, kind in _accounts(sentence) if overlap(place, span)]
    return bool(kinds) and all(kind not in (None, asked) for kind in kinds)


def _asked(question: Question) -> str | None:
    """The account that a question asks the sum of."""
    text = fold(question.text).rstrip(" ?.!")
    if len({_KINDS[word] for word in _WORD.findall(text)}) > 1:
        return None
    in_short = _KEYWORDS.isdisjoint(text.split()) and question.analysis.answer_type in ("how_many", "what", None)
    if found := _ASKS.search(text) or (_IN_SHORT.match(text) if in_short else None):
        return _KINDS[found["word"]]
    by_deed = _ASKS_BY_DEED.search(text)
    return _BY_DEED.get(by_deed["verb"], "income") if by_deed else None


def _accounts(sentence: str) -> Iterator[tuple[tuple[int, int], str | None]]:
    """The sums of a sentence, each with the account that it stands with, if it does."""
    last, kind = 0, None
    for found in _SUM.finditer(sentence):
        begin, end = found.span()
        word = _BEHIND.match(sentence, end) or next(
            reversed([*_WORD.finditer(sentence, max(last, begin - _BETWEEN), begin)]), None
        )
        if word is not None and word.start() < begin and _NO_JOINT.search(sentence, word.end(), begin):
            word = None
        name = (word["word"] if word.start() >= end else word[0]) if word is not None else None
        done = _DONE.search(sentence, last, begin)
        if name or done or not _AS_MUCH.search(sentence, last, begin):  # "spent £9, up from £7": that is spent, too
            kind = _KINDS[name.lower()] if name else _BY_DEED.get(done["word"], "income") if done else None
        yield (begin, end), kind
        last = end
