"""One number told by two is answered with both: "300 came, police said; the organisers spoke of 1,000"."""

from __future__ import annotations

from typing import Final

from bot.matching.otherwise.wholes import COUNT
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_ABOUT: Final = r"(?:about|almost|around|at least|fewer than|less than|more than|nearly|over|some|under|up to)"
_NUMBER: Final = rf"(?:\b(?i:{_ABOUT}) )?(?<![\w.,£$€])(?i:{COUNT})(?: (?:hundred|thousand|million|billion)\b)*"
_NUMBERS: Final = expression(rf"(?!(?:19|20)\d\d\b){_NUMBER}(?! (?:January|February|March|April|May|June|July|August|"
                             r"September|October|November|December)\b)")  # fmt: skip
_PUT: Final = r"(?:put|puts|estimated|estimates) (?:it|them|the [\w ]{1,40}?) at"
_SAYS: Final = rf"(?:claim(?:ed|s)|spoke of|speaks? of|talk(?:ed|s)? of|said (?:it was|there were)|{_PUT})"
_OTHER: Final = expression(
    rf"[,;](?: and| but| whereas| while)? (?P<source>(?:[\w’'-]+ ){{1,5}}?)(?:{_SAYS}|(?P<gap>at)) "
    rf"(?P<number>{_NUMBER})(?: (?:dead|people))?(?=[,.;]|$)"
)
"""Whoever else tells the number, without telling over what is counted."""
_FIRST: Final = expression(rf"\baccording to (?:the )?(?P<by>[\w’'-]+)|\b(?P<who>[\w’'-]+) (?:counted|{_SAYS}|said)\b")
_OF_ITSELF: Final = expression(r" (?:that )?(?:he|its?|our|she|their|they|we)\b")
"""What somebody tells of themselves, and the other need not."""
_BEGINS: Final = expression(r"[.?!] ")


def both_numbers(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence, or both numbers that two give of one thing, with what stands between, where one of them is
    marked; only the one of whom a question names.

    >>> from bot.question import read
    >>> told = "Police said 300 came; the organisers spoke of 1,000."
    >>> told[slice(*both_numbers(read("How many came?"), told, (12, 15)))]
    '300 came; the organisers spoke of 1,000'
    """
    if question.analysis.answer_type != "how_many":
        return span
    for other in _OTHER.finditer(sentence):
        begin = max((found.end() for found in _BEGINS.finditer(sentence, 0, other.start())), default=0)
        first = _FIRST.search(sentence, begin, other.start())
        numbers = [found.span() for found in _NUMBERS.finditer(sentence, begin, other.start())]
        own = [place for place in numbers if overlap(place, span)]
        if first is None or _OF_ITSELF.match(sentence, first.end()) or (other["gap"] and not first[0].endswith(" at")):
            continue
        if not own and overlap(other.span("number"), span) and len(numbers) == 1:
            own = numbers
        if len(own) != 1:
            continue
        asked = question.analysis.terms
        if asked & content_terms(other["source"]):
            return other.span("number")
        return own[0] if asked & content_terms(first["by"] or first["who"]) else (own[0][0], other.end("number"))
    return span
