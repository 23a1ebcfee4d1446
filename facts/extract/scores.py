"""How the outcome of a vote is written: "by 11 votes to six, with two abstentions", "61-to-44", "unanimously"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.folding import squeezed
from facts.parse.numbers import NUMBER_WORDS

_N = r"(?:\d{1,3}(?:,\d{3})+|\d+|none|nil|nobody|no|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")"
_ABSTAINED = rf"(?:,? (?:with|and|by|to)? ?{_N} (?:\w+ )?abst\w+)?"
_PAIR = r"\d+ ?[-–] ?\d+(?: ?[-–] ?\d+)?|\d+-to-\d+|\d[\d,]* to \d[\d,]*\d|\d+ to \d+"
_MARK, _NEXT = r"(?: ?[:=–-])? ?", r"(?:[,;] ?| ?[/|] ?|,? and )"
"""What stands behind the name of a side of a vote and before the next one, as minutes set them down."""
_PERSONS = r"(?: (?!votes?\b)[a-zA-Z]+){0,3}?"
_NO_YEAR, _NO_SUM = r"(?!(?:19|20)\d\d\b)", r"(?![.,]\d| ?(?:%|per ?cent|million|billion)\b)"
"""What no count of votes is: "42 million for 2030, against 39.6 million"."""
_LED = r"by|vote of|votes? was|votes? (?:on [^.;]{1,60}?)?was|vote, [^.;,]{1,40}, was|voted|vote:"
_DONE = r"(?:passed|approved|adopted|carried|rejected|defeated|failed|fell),?"
SCORES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{_LED}) (?:a (?:recorded )?vote of |a margin of )?"
        rf"(?P<score>{_N}(?: votes?)? (?:to|against) {_N}\b(?: votes?)?{_ABSTAINED})",
        rf"\b(?P<score>{_N} votes? (?:to|against) {_N}\b(?: votes?)?{_ABSTAINED})",
        rf"\b(?P<score>{_N}{_PERSONS}(?: votes?)? (?:in favou?r|for)(?: of it| it)?[,;]? (?:and |to |with )?"
        rf"{_N}{_PERSONS}(?: votes?)? (?:against|opposed)(?: it)?{_ABSTAINED})",
        rf"\b(?P<score>{_N}{_PERSONS} (?:supporting|backing|voting for)(?: it| them)? (?:and|with|to) {_N}{_PERSONS} "
        rf"(?:opposing|opposed|against|voting against)(?: it| them)?{_ABSTAINED})",
        rf"\b(?:{_LED}|{_DONE}) (?:a )?(?P<score>(?:{_PAIR})\b{_ABSTAINED})\b(?! ?(?:per ?cent|%|years|months|days))",
        rf"\b(?P<score>(?:votes? )?(?:ayes?|yeas?|for|in favou?r){_MARK}{_NO_YEAR}{_N}{_NEXT}"
        rf"(?:votes? )?(?:noes|nays?|against){_MARK}{_NO_YEAR}{_N}\b{_NO_SUM}(?:{_NEXT}abst\w+{_MARK}{_N}\b)?)",
        rf"\b(?:in a|by a|the|a) (?P<score>{_PAIR})(?= (?:vote|decision|ruling|majority|split)\b)",
        r"\b(?:by|with) (?P<score>\d[\d.,]*\s?(?:%|per ?cent) of (?:the )?votes?(?: cast)?)\b",
    )
)
UNANIMOUS = re.compile(
    r"\b(?P<score>unanimously|by consensus|by acclamation|nem\.? con\b\.?|without (?:a vote|opposition|dissent))\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:not|n't|n’t|almost|nearly|near-?|far from|virtually) (?:\w+ )?(?:unanim|by consensus)", re.IGNORECASE
)
_LOST = re.compile(
    r"\b(?:defeated|failed|fell|lost|rejected|voted down)(?:,? (?:by|on|with))?"
    r"(?: (?:a|the) (?:\w+ )?(?:vote|margin) of)?,? \Z",
    re.IGNORECASE,
)
"""What stands before the outcome of a vote by which a motion was lost."""
_ANY = re.compile(rf"\b{_N}\b", re.IGNORECASE)


def scores(text: str) -> Iterator[tuple[int, int]]:
    """Yield where outcomes stand in a sentence, none within another.

    >>> [text[a:b] for text in ("It was carried 61-to-44.", "The board voted unanimously.") for a, b in scores(text)]
    ['61-to-44', 'unanimously']
    >>> list(scores("A budget of 42 million was approved for 2030, against 39.6 million in 2029."))
    []
    """
    taken: list[tuple[int, int]] = []
    patterns = (*(SCORES if _ANY.search(text) else ()), *(() if HEDGED.search(text) else (UNANIMOUS,)))
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span("score")
            if not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                yield start, end


def outcome(text: str, start: int, end: int) -> str:
    """An outcome with the word before it by which the motion was lost, if it was: numbers alone do not tell it.

    >>> outcome("It was lost by 3 votes to one.", 15, 29), outcome("Carried 6-1.", 8, 11)
    ('lost by 3 votes to one', '6-1')
    """
    lost = _LOST.search(text[:start])
    return squeezed(text[lost.start() if lost is not None else start : end])


def before_outcome(text: str) -> str:
    """What a text tells before the outcome of a vote, if it ends in one.

    >>> before_outcome("the ramp on Mill Lane by 9 votes to 2"), before_outcome("the ramp")
    ('the ramp on Mill Lane', 'the ramp')
    """
    found = [start for start, end in scores(text) if end == len(text)]
    return (
        re.sub(r"[ ,]+(?:(?:by|in|on|with)(?: an?(?: \w+)? vote(?: of)?)?)?[ ,]*$", "", text[: found[0]])
        if found and found[0]
        else text
    )
