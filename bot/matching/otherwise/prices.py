"""What something costs is not what somebody proposes for it, nor what it will cost from a day that is still to come."""

from __future__ import annotations

import datetime
import re
from typing import Final

from bot.matching.spans import clause_around
from bot.question import Question
from bot.question.cues import AUXILIARIES, WH
from bot.question.tokens import content_terms, stem
from facts import dates
from facts.expressions import expression
from facts.folding import fold
from facts.months import MONTHS

PRICES: Final = frozenset(
    "charge deposit fare fee fine levy precept premium price rate rent salary subscription tariff tax toll wage".split()
)
"""What is asked of a sum that somebody set, and that holds until another is set."""
PRICE_TERMS: Final = frozenset(map(stem, PRICES))
_NO_KEYWORDS: Final = AUXILIARIES | WH
"""Words that no keywords have."""
_IS: Final = expression(
    r"(?:and |so |but |now )*(?:what(?:['’]?s| is| are|['’]re| do| does)|how (?:much|many|high|big|large|old|low) "
    r"(?:is|are|do|does))\b"
)
_NOW: Final = expression(r"\b(?:now|today|current(?:ly)?|at present|at the moment)\b")
_OF_PLANS: Final = expression(
    r"\b(?:plan|goal|target|aim|forecast|expect|chang|motion|amend|bill|draft|differ|would|could)"
)
_OTHERWISE: Final = expression(
    rf"\b(?:propos|suggest|recommend|request|ask|seek|sought|want|consider|bid|offer|claim|quot|estimat|reject|refus|"
    rf"will|would|shall|going to|new|next|coming|future|from|after|until|ris|rais|increas|went up|go up|"
    rf"(?:19|20)\d\d|(?:{'|'.join(MONTHS)})\b)"
)
"""What a question has that asks for another than the present one."""
_AMOUNT: Final = expression(
    r"[£$€]\s?\d[\d.,]*|"
    r"\b\d[\d.,]*(?: (?:million|thousand))? ?(?:%|p\b|per ?cent|pence|pounds|euros?|dollars|crowns|francs)",
    re.IGNORECASE,
)
_PROPOSED: Final = expression(r"\b(?:propos|suggest|recommend|request)(?:ed|es|ing|al|als|s)?\b", re.IGNORECASE)
_REJECTED: Final = expression(
    r"\b(?:reject|defeat|refus)ed\b|\b(?:turned|voted) down\b|\b(?:was|were) lost\b", re.IGNORECASE
)
_SETTLED: Final = expression(
    r"\b(?:agreed|approved|adopted|accepted|carried|confirmed|passed|resolved|seconded|set|unanimous(?:ly)?|"
    r"all in favour)\b",
    re.IGNORECASE,
)
_PART: Final = expression(r"[;:.] |, (?:and|but|while|whereas) | (?:but|while|whereas) ")
_SET: Final = expression(
    r"\b(?:rais|increas|rise|rose|put up|go(?:es)? up|went up|cut|reduc|lower|fall|set|fix|agree|be|become|cost|"
    r"charg)\w*\b",
    re.IGNORECASE,
)
_FROM: Final = expression(r"\b(?:from|on|as of|with effect from|effective|starting|in)(?: the)? $", re.IGNORECASE)


def asks_for_price(question: Question) -> bool:
    """Whether a question asks what is charged, and for none that is proposed or to come.

    >>> from bot.question import read
    >>> [asks_for_price(read(f"What is the {fee}?")) for fee in ("fee", "new fee", "fee from May", "hut")]
    [True, False, False, False]
    """
    said = fold(question.text)
    return bool(content_terms(said) & PRICE_TERMS) and not _OTHERWISE.search(said)


def asks_present_price(question: Question) -> bool:
    """Whether a question asks what is charged now: "what is the fee", and not "what was it"."""
    return asks_for_price(question) and _IS.match(fold(question.text)) is not None


def asks_what_is(question: Question) -> bool:
    """Whether a question asks for a number as it is at present, and for none that is proposed, planned or to come.

    >>> from bot.question import read
    >>> [asks_what_is(read(f"What {so}?")) for so in ("is the age limit", "will it be", "is the plan for it", "was it")]
    [True, False, False, False]
    >>> [asks_what_is(read(so)) for so in ("boat toll", "toll now?", "toll in May", "new toll")]
    [True, True, False, False]
    """
    asked = question.analysis.answer_type
    said = fold(question.text)
    if asked not in ("how_many", "what", "which", None) or _OTHERWISE.search(said) or _OF_PLANS.search(said):
        return False
    bare = _NO_KEYWORDS.isdisjoint(word.surface for word in question.tokens)
    return bare or _IS.match(said) is not None or _NOW.search(said) is not None


def is_only_suggested(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what is charged, and a sentence tells the sum at a span as one that was only proposed, or
    was rejected.

    >>> from bot.question import read
    >>> told = "The toll is £2; the guild proposed a toll of £3."
    >>> [is_only_suggested(read("What is the toll?"), told, span) for span in ((12, 14), (45, 47))]
    [False, True]
    """
    asked = question.analysis.answer_type
    if asked not in ("how_many", "what", "which", None) or not asks_for_price(question):
        return False
    if not _AMOUNT.search(sentence[span[0] - 1 if span[0] else 0 : span[1]]):
        return False
    begin, end = clause_around(sentence, span, _PART)
    if _REJECTED.search(sentence, begin, end):
        return True
    return _PROPOSED.search(sentence, begin, end) is not None and not _SETTLED.search(sentence)


def is_of_another_price(question: Question, sentence: str, article: frozenset[str]) -> bool:
    """Whether a question names a price, and a sentence of an article that tells of it, by its terms, another one: that
    the fee was raised says nothing of the rent.

    >>> from bot.question import read
    >>> asked, told = read("Was the rent raised?"), "The fee was raised."
    >>> [is_of_another_price(asked, told, frozenset(terms)) for terms in (("rent", "fee"), ("fee",))]
    [True, False]
    """
    asked, told = content_terms(question.text) & PRICE_TERMS, content_terms(sentence) & PRICE_TERMS
    return bool(asked and told) and asked.isdisjoint(told) and asked <= article


def is_price_to_come(question: Question, sentence: str, published: datetime.date | None) -> bool:
    """Whether a question asks what is charged, and a sentence of a report tells but one sum, from a day after that.

    >>> from bot.question import read
    >>> told, day = "The toll was raised to £3 from 1 May 2031.", datetime.date(2031, 4, 2)
    >>> [is_price_to_come(read(f"What {toll}?"), told, day) for toll in ("is the toll", "will the toll be")]
    [True, False]
    """
    if published is None or not asks_present_price(question):
        return False
    if len(_AMOUNT.findall(sentence)) != 1 or not _SET.search(sentence):
        return False
    starts = [when for when in dates.find(sentence, published) if _FROM.search(sentence[: when.span[0]])]
    return any(when.precision != "time" and when.iso.split("/")[0] > published.isoformat() for when in starts)
