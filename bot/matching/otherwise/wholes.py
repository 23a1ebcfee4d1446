"""Of a whole and a part of it the number that is asked for: in "58 members, of whom 17 are under 18" the members are
58, and of "of the 300 boats in Tarn, 45 were checked" 45 were."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.deeds_told import FORMS
from bot.matching.spans import overlap
from bot.question import Question
from bot.question.cues import BE
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.folding import fold

COUNT: Final = (
    r"(?:[£$€]?\d[\d.,]*(?<![.,])(?:m|bn|k)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
)
"""A number in a sentence, as one writes it."""
_OF_WHOM: Final = expression(
    rf"(?P<whole>{COUNT})(?P<noun> [^,;.]{{1,60}}?),? "
    rf"(?:(?:\(?(?:of|among) (?:whom|which)|among them|including) (?P<part>{COUNT})"
    rf"|\(?(?P<part2>{COUNT}) of (?:them|whom|which)\b)(?P<told>[^,;.]*)",
    re.IGNORECASE,
)
"""A number and, in the same breath, how many of them are something: "58 members, of whom 17 are under 18" or "17 of
them under 18"."""
_OF_THE: Final = expression(
    rf"(?:^|[,;.] |\bthat )of (?:the|its|their|our|[\w-]+(?: [A-Z][\w-]*)*['’]s?) "
    rf"(?![12]\d{{3}}\b)(?P<whole>{COUNT})(?P<noun> [^,;.\d]{{1,60}}), (?P<part>{COUNT})(?: (?:\w+ly|also|only|now))?"
    r" (?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)
"""A number, and ahead of their verb how many of them do or did something: "of the 300 boats in Tarn, 45 left"."""
_PART_OF_DONE: Final = expression(
    rf"\b(?P<part>{COUNT}) of (?:(?:the|its|their|our|all) )*(?P<whole>{COUNT})(?: [\w’'-]+){{1,3}}? "
    rf"(?P<done>[a-z]{{2,}}(?:ed|en|[lnp]t|wn)|"
    r"held|laid|made|paid|sold|won)"
    r"(?P<how>(?: [\w’'-]+){0,6}?) (?:had|have|has|were|was|are|is)(?: been)?(?: \w+ly)? (?P<told>[a-z]+)",
    re.IGNORECASE,
)
"""Of all to whom something was done how many had more done: "41 of the 55 posts advertised in May were filled"."""
_ASKS_WHOLE: Final = expression(
    r"\b(?:have|has|got|in all|in total|altogether)$|\b(?:are|were|is) there\b|\btotal\b|"
    r"\bhow many [\w'-]+ (?:(?:sit|are|were) )?(?:on|in) (?:the|its|their) (?:[\w'-]+ )?"
    r"(?:council|board|committee|panel|executive|assembly|parliament|commission)\b|"
    r"\bhow many(?: [\w'-]+){1,3} ha(?:s|ve|d) (?:the|its|their) (?:[\w'-]+ )*[\w'-]+(?<!ed)$"
)
"""How many there are is asked for, and not how many did or are something."""
_ASKS_PART: Final = expression(r"\bhow (?:much|many) of (?:the|its|their|his|her|these|those|this|that|them|it)\b")
_BREAK: Final = expression(r"[;.:] |, and ")
_EXISTS: Final = frozenset(map(stem, "exist live there number count".split()))
"""What all of them do."""
_OWNS: Final = BE | frozenset("has have had got".split())


def asks_whole(question: Question) -> bool:
    """Whether it is asked how many there are, and not how many of them did or are something.

    >>> from bot.question import read
    >>> [asks_whole(read(f"How many boats {what}?")) for what in ("are there", "left")]
    [True, False]
    """
    return _ASKS_WHOLE.search(fold(question.text).rstrip(" ?.!")) is not None


def of_whole_or_part(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Of all and a part of them the one of what is asked, where the other is marked or both are, or a part is marked
    that is not to be given up for another number; else None.

    >>> from bot.question import read
    >>> told = "It has 58 members, of whom 17 are under 18."
    >>> [told[slice(*of_whole_or_part(read(f"How many {do}?"), told, (7, 29)))] for do in ("are under 18", "has it")]
    ['17', '58']
    """
    own = _of_the(question, sentence, span)
    if own is not None:
        return own if overlap(own, span) else span
    for found in _OF_WHOM.finditer(sentence):
        asked = content_terms(question.text) - content_terms(found["noun"])
        whole = asks_whole(question)
        part = bool(asked & content_terms(found["told"])) and not whole
        if found["part2"] and not (part or whole):  # "15 of which have arrived" of how many got there
            continue
        names = "whole", "part" if found["part"] else "part2"
        marked = {name for name in names if overlap(found.span(name), span)}
        if marked == {names[1]} and not (part or whole or _is_of_whole(question, sentence, found)):
            return found.span(names[1])
        if marked and marked != {names[part]}:
            return found.span(names[part])
    return None


def _is_of_whole(question: Question, sentence: str, found: re.Match[str]) -> bool:
    """Whether a question asks by what is told of the whole ("pledged" in "they pledged 90 crowns, of which 12 …"), or
    nothing is told of it but that it is there."""
    if _ASKS_PART.search(fold(question.text)):
        return False
    begin = max((each.end() for each in _BREAK.finditer(sentence, 0, found.start())), default=0)
    ahead = tokens(sentence[begin : found.start()])
    verbs = {word.term for word in ahead if word.surface in FORMS or word.surface.endswith("ed")}
    verbs -= {word.term for word in ahead if word.surface in _OWNS}
    return not verbs or bool(verbs & {token.term for token in question.tokens})


def is_whole_of_part(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether the whole is at a span where it is asked how many of them did or are something, or the other way round.

    >>> from bot.question import read
    >>> told = "Of the 300 boats in Tarn, 45 left."
    >>> [is_whole_of_part(read(f"How many boats in Tarn {what}?"), told, (7, 10)) for what in ("left", "are there")]
    [True, False]
    """
    own = _of_the(question, sentence, span)
    return own is not None and not overlap(own, span)


def _of_the(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """Of "of the 300 boats in Tarn, 45 left" the one of what is asked, where one of them is marked: the whole only
    where no more is asked than how many there are."""
    focus = set(question.analysis.focus[-1:])
    for found in _OF_THE.finditer(sentence):
        noun, verb = content_terms(found["noun"]), found["verb"].lower()
        if not (verb in FORMS or verb in _OWNS or verb.endswith("ed")) or (focus and not focus & noun):
            continue
        marks_whole, marks_part = (overlap(found.span(name), span) for name in ("whole", "part"))
        if marks_whole != marks_part:
            ahead = content_terms(sentence[found.start() : found.start("whole")])
            whole = asks_whole(question) or question.analysis.terms <= noun | ahead | _EXISTS
            return found.span("whole" if whole else "part")
    return None


def own_done(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or of all to whom something was done and those of them to whom more was, the
    number of whom a question asks about.

    >>> from bot.question import read
    >>> told = "They said 41 of the 55 posts advertised in May were filled."
    >>> [told[slice(*own_done(read(f"How many posts were {so}?"), told, (10, 12)))] for so in ("advertised", "filled")]
    ['55', '41']
    """
    if question.analysis.answer_type != "how_many":
        return span
    asked = question.analysis.terms
    for found in _PART_OF_DONE.finditer(sentence):
        told = content_terms(found["told"])
        wants_whole = bool(content_terms(found["done"]) & asked) and not told & asked
        wanted, other = ("whole", "part") if wants_whole else ("part", "whole")
        if (wants_whole or told & asked) and overlap(span, found.span(other)):
            return found.span(wanted)
    return span
