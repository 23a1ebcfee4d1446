"""What the sentence that answered last tells of a question that cannot be understood without it: “Osk too?” after who
came, “and for how much?” after who won the tender."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from bot.index import Index
from bot.matching.match import SUGGESTIONS
from bot.matching.yes_no.denials import speaks_of_denial
from bot.question import Question
from bot.question.tokens import content_terms
from bot.replies import Answer, Context, Reply
from facts.expressions import expression
from facts.folding import fold
from facts.model import Kind

_TOO: Final = expression(
    r"\W*(?:(?:and|but|so|was|were|what about) )*(?:the )?(?P<what>[^,.;:?!]{2,40}?)"
    r"(?:,? (?:a|an|among|at|been|came?|come|discussed|have|heard|in|invited|it|list|mentioned|named|on|one of|present|"
    r"represented|talked about|the|them|there|topic|up))*"
    r",? (?:too|as well|also)\W*",
    re.IGNORECASE,
)
"""A question whether something else is among what was told."""
_MOST: Final = 4
"""Words of content of what is so named, at most."""
_HOW_MUCH: Final = expression(
    r"\W*(?:(?:and|but|so|ok) )*(?:(?:for|at|by) )?(?:how much(?: money)?|(?:what|which) (?:amount|price|sum))"
    r"(?: (?:did|does|was|is|will) (?:it|that|this|they)(?: (?:be|cost))?)?(?: then| exactly)?\W*",
    re.IGNORECASE,
)
_AMOUNT: Final = expression(
    r"[£$€]\s?\d(?:[\d,.]*\d)?(?: ?(?:bn|m|million|billion|thousand))?"
    r"|\b\d[\d,.]*(?: (?:million|billion|thousand))? "
    r"(?:crowns|dollars|euros|francs|kroner|marken|pesos|pounds|rupees)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = expression(r";|, (?:but|while|whereas|and) |: ")
_EXCEPT: Final = expression(r"\b(?:but|except|other than|rather than|than|unlike)\b", re.IGNORECASE)
_SURE: Final = 0.85
"""The confidence of such an answer, as of what a sentence tells by the very verb that it is asked by."""


def told_there(question: Question, context: Context, index: Index) -> Answer | None:
    """The answer to such a question where the sentence that answered last tells it in so many words: that something
    else is among the same, or the only amount of money of its clause; None where it does not."""
    last = index.answer(context.answer_key or "") if context.question and not context.guessed else None
    if last is None:
        return None
    return _among_the_same(question, last) or _only_amount(question, last)


def to_one_more(said: Reply, question: Question, context: Context) -> Reply:
    """A reply to "Osk too?" that gives those among whom Osk is: that is a "Yes"; those without Osk are only offered."""
    given = said.answer
    if given is None or given.kind == "yes_no" or not context.question or _one_more(question) is None:
        return said
    if (among := _among_the_same(question, given)) is not None:
        return dataclasses.replace(said, answer=dataclasses.replace(among, confidence=given.confidence))
    return dataclasses.replace(
        said, status="suggest", answer=None, suggestions=(given, *said.suggestions)[:SUGGESTIONS]
    )


def _one_more(question: Question) -> str | None:
    """What a question asks to be among what was told, in a few words; None where it asks anything else."""
    asked = _TOO.fullmatch(question.text) if question.analysis.answer_type in (None, "yes_no") else None
    return asked["what"] if asked and 0 < len(content_terms(asked["what"])) <= _MOST else None


def _among_the_same(question: Question, last: Answer) -> Answer | None:
    what = _one_more(question)
    if what is None or last.kind == "yes_no" or speaks_of_denial(last.evidence) or _EXCEPT.search(last.evidence):
        return None
    named = re.escape(fold(what).strip())
    answers = last.answer != last.evidence and re.search(rf"\b{named}\b", fold(last.answer))
    listed = re.search(rf"(?:,|;|\band) (?:the )?{named}\b|\b{named}(?:,| and\b)", fold(last.evidence))
    return _said(last, "Yes", "yes_no", question) if answers or listed else None


def _only_amount(question: Question, last: Answer) -> Answer | None:
    amounts = list(_AMOUNT.finditer(last.evidence)) if _HOW_MUCH.fullmatch(question.text) else []
    at = last.evidence.find(last.answer)
    if len(amounts) != 1 or at < 0:
        return None
    told, (begin, end) = amounts[0], (at, at + len(last.answer))
    around = last.evidence[min(told.start(), begin) : max(told.end(), end)]
    if _CLAUSE.search(around):
        return None
    return dataclasses.replace(_said(last, told[0], "how_many", question), marked=told.span())


def _said(last: Answer, answer: str, kind: Kind, question: Question) -> Answer:
    """What answered last, answering with something else."""
    return dataclasses.replace(
        last, question=question.text, answer=answer, kind=kind, confidence=_SURE, differs=(), read=True, marked=None
    )
