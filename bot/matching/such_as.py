"""What is told by name behind a word for all of it: of "tools such as Pilot and Lode" the tools are Pilot and Lode.

And whose of a thing is asked for is told without the thing: "Which board's report?" by "the Harbour Board's report".
"""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_NO_KINDS: Final = r"(?!\w+ (?:in (?:light|view)|because|when|if|as|since|after|while|given)\b)"
_FIRST_OF_ALL: Final = rf"{_NO_KINDS}(?:especially|particularly|in particular|above all|notably|not least)"
_SUCH_AS: Final = expression(
    rf",? (?:such as|namely|including|(?P<above_all>{_FIRST_OF_ALL}))"
    r"(?: (?:on|for|in|of|the (?:\w+ )?(?:issues?|questions?|matters?) of))? (?P<told>[^;.:()–—]+)"
)
"""What stands behind a word for many things, before those that they are."""
_ENDS: Final = expression(
    r",? (?:to|who|which|that|whose|where|while|as|is|are|was|were|has|have|had|will)\b|, (?:but|with|and \w+ed)\b"
)
"""Where what is told by name ends."""
_OWNER: Final = expression(r"\b(?:which|what|wich) (?:[\w-]+ ){0,2}?[\w-]+['’]s? \w|\bwhose\b", re.IGNORECASE)
_PEOPLE: Final = content_terms("people")
_WORDS_MAX: Final = 8
"""So many words have who has something at most."""
_OWNED: Final = expression(r"(?<=[\w.])[’'](?:s|(?<=s[’'])) (?=[a-z\d])")


def told_by_name(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or what is told by name behind it, where it has no more than a word of the question for it.

    >>> from bot.question import read
    >>> told = "It runs on open tools such as Pilot and Lode."
    >>> told[slice(*told_by_name(read("Which tools does it run on?"), told, (11, 21)))]
    'Pilot and Lode'
    """
    asked, (begin, end) = question.analysis, span
    found = _SUCH_AS.match(sentence, end)
    if found is None or asked.answer_type not in ("which", "what", "who", "list"):
        return span
    said = content_terms(sentence[begin:end])
    first, last = found.span("told")
    alone = sentence.find(", and ", first, last)
    last = alone if alone > 0 and "," not in sentence[first:alone] else last
    ends = _ENDS.search(sentence, first, last)
    if found["above_all"]:
        general = said & {token.term for token in question.tokens} or said == _PEOPLE
        return (begin, last) if general and not (ends and ends[0][0] != ",") else span
    lists = asked.focus and asked.focus[-1] in said and not any(map(str.isupper, sentence[begin:end]))
    return (first, ends.start() if ends else last) if lists else span


def owner(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence without what somebody has, where it is asked whose it is.

    >>> from bot.question import read
    >>> told = "They read the Harbour Board's report on tolls."
    >>> told[slice(*owner(read("Which board's report was read?"), told, (14, 45)))]
    'Harbour Board'
    """
    if question.analysis.answer_subtype == "identity" or not _OWNER.search(question.text):
        return span
    found = _OWNED.search(sentence, *span)
    whose = sentence[span[0] : found.start()] if found else ""
    return (span[0], span[0] + len(whose)) if whose and len(whose.split()) <= _WORDS_MAX else span
