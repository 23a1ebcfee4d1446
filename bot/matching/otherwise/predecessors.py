"""Whom somebody came after: of "thanked the outgoing clerk, Bo Lusk, and named Ada Wren his successor" she replaced
him, and before her he was clerk."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_CAPITAL: Final = r"[A-Z](?:\.(?= [A-Z])|[\w’'-]*)"
_NAME: Final = rf"{_CAPITAL}(?: (?:de |van |von |der )?{_CAPITAL}){{0,4}}"
_DESCRIBED: Final = r"(?:(?:the|its|their) )?(?:[a-z][\w’'-]*,? ){0,4}"
_ASKED: Final = (
    expression(
        r"\bwho(?:m|se place)? (?:did|does|do|has|had|will|is|was) (?P<next>[^?]{1,60}?) "
        r"(?:replac|succe|follow|tak(?:e|ing) over from|come after|take)\w*(?! by)\b",
        re.IGNORECASE,
    ),
    expression(
        r"\bwho (?:was|were|had been|held|led|chaired|headed|ran)\b[^?]*\bbefore (?P<next>[^?]+)", re.IGNORECASE
    ),
    expression(r"\bwho(?:['’]?s| is| was) (?P<next>[^?]{1,60}?)['’]?s['’]? predecessor\b", re.IGNORECASE),
    expression(r"\bwho(?:['’]?s| is| was) the predecessor (?:of|to) (?P<next>[^?]+)", re.IGNORECASE),
)
"""Whom somebody came after, as it is asked."""
_LEAVING: Final = (
    expression(rf"\b(?:[Oo]utgoing|[Dd]eparting|[Rr]etiring)(?: [\w’'-]+){{1,5}}, (?P<who>{_NAME})(?=[,;.]| )"),
    expression(rf"\b(?:[Oo]utgoing|[Dd]eparting|[Rr]etiring)(?: [a-z][\w’'-]*){{1,4}} (?P<who>{_NAME})"),
    expression(
        rf"\b(?P<who>{_NAME})(?:, [^;.]{{1,80}},)? (?:(?:is|was|will be) (?:stepping|standing) down|"
        r"(?:steps|stepped|stands|stood) down|(?:is|was) retiring|(?:will|is to|was to) be (?:replaced|succeeded) by)\b"
    ),
)
_LEFT_FOR: Final = expression(
    r"\b(?:in succession to|(?:as )?successor (?:to|of)|replac(?:e[sd]?|ing)|succeed(?:s|ed|ing)?|"
    rf"(?:takes?|took|taken|taking) over from|in (?:the )?place of) {_DESCRIBED}(?P<who>{_NAME})"
)
_ASKS_NEW: Final = expression(
    r"^\W*(?:and |so )?who(?:['’]?s| is| was| will be| becomes)(?: (?:the|its|their))? (?:new|next|incoming|future)\b",
    re.IGNORECASE,
)
_COMES: Final = (
    expression(
        rf"\b(?:appointed|named|elected|chose|picked|confirmed) {_DESCRIBED}(?P<who>{_NAME})"
        r"(?= [^;.]*\b(?:successor|(?:to|will) (?:succeed|replace|follow))|,? (?:to|as) )"
    ),
    expression(rf"\b(?:succeeded|replaced|followed) by {_DESCRIBED}(?P<who>{_NAME})"),
    expression(rf"\bsuccessor,? (?:is |will be )?{_DESCRIBED}(?P<who>{_NAME})"),
)
"""Who came after somebody, or is to."""
_CAME_AFTER: Final = expression(r"\b(?:success(?:or|ion)|succe(?:ed|eds|eded)|replac\w*|(?:took|takes?|taking) over)\b")


def own_predecessor(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the only one whom it tells to have been followed, where that is asked for and the span
    names whom the question names.

    >>> from bot.question import read
    >>> told = "The outgoing clerk, Bo Lusk, hailed Ada Wren, his successor."
    >>> told[slice(*own_predecessor(read("Who did Wren replace?"), told, (36, 44)))]
    'Bo Lusk'
    """
    if not is_who_came_after(question, sentence, span):
        return span
    found = {each.span("who") for told in (*_LEAVING, _LEFT_FOR) for each in told.finditer(sentence)}
    others = {who for who in found if not overlap(who, span)}
    return others.pop() if len(others) == 1 and _CAME_AFTER.search(sentence) else span


def own_newcomer(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or the only one whom it tells to come, where a question asks who is new in an office and
    the span names who leaves it.

    >>> from bot.question import read
    >>> told = "The outgoing clerk, Bo Lusk, is to be succeeded by Ada Wren."
    >>> told[slice(*own_newcomer(read("Who is the new clerk?"), told, (20, 27)))]
    'Ada Wren'
    """
    if not is_leaving(question, sentence, span):
        return span
    found = {each.span("who") for told in _COMES for each in told.finditer(sentence)}
    others = {who for who in found if not overlap(who, span)}
    return others.pop() if len(others) == 1 else span


def is_leaving(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who is new in an office, and the words at a span of a sentence name who leaves it."""
    if _ASKS_NEW.search(question.text) is None:
        return False
    return any(overlap(each.span("who"), span) for told in (*_LEAVING, _LEFT_FOR) for each in told.finditer(sentence))


def is_who_came_after(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks whom somebody came after, and the words at a span of a sentence name that somebody.

    >>> from bot.question import read
    >>> told = "Ada Wren replaced Bo Lusk."
    >>> [is_who_came_after(read("Who did Wren replace?"), told, span) for span in ((0, 8), (18, 25))]
    [True, False]
    """
    if question.analysis.answer_type != "who":
        return False
    asked = next((found["next"] for each in _ASKED if (found := each.search(question.text))), None)
    return asked is not None and not content_terms(asked).isdisjoint(_name_at(sentence, span))


def _name_at(sentence: str, span: tuple[int, int]) -> frozenset[str]:
    """The terms of the first name at a span, but not of its titles and of where somebody is from."""
    name = re.search(_NAME, sentence[slice(*span)])
    return content_terms(name[0]) if name else frozenset()
