"""Who does not hold the office that is asked about: one who stands in, who led in another year, or whose own office
is not said to be there."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.not_done import BELOW
from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression
from facts.honorifics import HONORIFIC

_ASKS_HOLDER: Final = expression(
    r"^\W*(?:and )?who(?:['’]s| is| was| are| were) (?:now )?(?:the|its|their)\b(?P<office>.*)", re.IGNORECASE
)
_STANDS_IN: Final = expression(
    r"\b(?:stood in for|represented|deputi[sz]ed for|covered for|substituted) by (?P<own>[^,;.:]{0,60}?),? ?"
    rf"(?:(?:H\.E\.|{HONORIFIC}) )*\Z",
    re.IGNORECASE,
)
"""What stands before who came in somebody's stead, with their own office."""
_ASKS_STAND_IN: Final = expression(
    r"\b(?:st(?:an|oo)d\w*|acting|represent\w*|deput\w*|interim|substitut\w*|cover\w*|temporar\w*)\b", re.IGNORECASE
)
_NOW: Final = expression(r"\b(?:now|currently|at present|nowadays|at the moment)\b", re.IGNORECASE)
_PAST: Final = expression(
    r"\b(?:in|until|from|since) (?:19|20)\d\d\b[^;.:]*\b(?:led|held|was|were|headed|chaired|ran)\b"
)
_OFFICE_OF: Final = expression(
    r"\bwho(?:['’]s| is| was) (?:the )?(?P<office>[a-z -]+) of (?P<of>[\w’'-]+)\W*$", re.IGNORECASE
)
_ASKED_OFFICE: Final = expression(
    r"\bwho(?:['’]s| is| was) the (?P<office>(?:[a-z-]+ )*?[a-z-]+)(?= (?:who|which|that|of|at|in|for|on)\b|\W*$)",
    re.IGNORECASE,
)
_OWNS: Final = expression(r"['’]s? (?!name\b)")
_NEXT: Final = 4
"""How many letters lie between "the mayor's" and a name of theirs right behind."""
_ASKS_FORMER: Final = expression(
    r"\bwho(?:['’]s| is| was| are| were)(?: now)? the (?:former|previous|last|ex|outgoing|late)[ -]|"
    r"\b(?:predecessor|successor)s?\b",
    re.IGNORECASE,
)
_CHANGES: Final = expression(
    r"\b(?:former\w*|previous\w*|ex|outgoing|late|then|until|since|predecessor\w*|succe\w+|retir\w*|resign\w*|replac\w*|"
    r"follow\w*|before|after|ago|new|next|became|"
    r"t(?:ake[ns]?|ook|aking) over|step\w*|old|last|left|who (?:was|had been)|"
    r"as (?:chair|president|head))\b",
    re.IGNORECASE,
)
_BESIDE_NAME: Final = expression(r"\b(?:before|after|besides|instead of|apart from) (?P<name>[A-Z][\w’'-]+)")
_BARE: Final = r"\b[Tt]he {office}, {name},"
_OF_BOTH: Final = r"\b[A-Z][\w’'-]+ and {owner}\b|\b{owner} and [A-Z]"


def is_no_holder(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who holds an office, and the words at a span of a sentence name who only stands in, who
    did in a year that is told where it asks who does now, or the holder of one that is said to be neither's of two.

    >>> from bot.question import read
    >>> is_no_holder(read("Who is the new dean?"), "Until then she is stood in for by Bo Lusk.", (34, 41))
    True
    """
    asked = question.text
    if question.analysis.answer_type != "who":
        return False
    if _NOW.search(asked) and _PAST.search(sentence):
        return True
    holder = _ASKS_HOLDER.search(asked) if not _ASKS_STAND_IN.search(asked) else None
    stands_in = _STANDS_IN.search(sentence[: span[0]]) if holder else None
    if holder and stands_in and not _is_of_its_own(holder["office"], stands_in["own"]):
        return True
    return _is_of_either(asked, sentence, sentence[slice(*span)])


def _is_of_its_own(office: str, own: str) -> bool:
    """Whether the office that is asked for is that of the one who came: "the trade minister of Tarn" of "his minister
    of trade"."""
    named = content_terms(re.split(r" (?:of|for|from) (?:the )?(?=[A-Z])", office)[0])
    held = content_terms(own)
    return bool(named) and named <= held and held.isdisjoint(map(stem, BELOW))


def _is_of_either(question: str, sentence: str, name: str) -> bool:
    """Whether the office of a place is asked for, and a sentence has its holder without a place, and that place beside
    another: "The mayor, Ada Wren, opened the fair of Tarn and Osk"."""
    asked = _OFFICE_OF.search(question)
    if asked is None:
        return False
    office, owner = re.escape(asked["office"]), re.escape(asked["of"])
    bare = re.search(_BARE.format(office=office, name=re.escape(name.strip())), sentence, re.IGNORECASE)
    return bare is not None and re.search(_OF_BOTH.format(owner=owner), sentence) is not None


def is_of_the_possessor(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who holds an office, and a sentence has it only as whose something is, and names somebody
    else for that: "the inspector's ruling, said Ada Wren".

    >>> from bot.question import read
    >>> is_of_the_possessor(read("Who is the inspector?"), "The inspector's note hit the clerk, Ada Wren.", (36, 44))
    True
    """
    asked = _ASKED_OFFICE.search(question.text)
    if asked is None or question.analysis.answer_type != "who":
        return False
    told = [found.end() for found in re.finditer(rf"\b{re.escape(asked['office'])}\b", sentence, re.IGNORECASE)]
    return bool(told) and all(_OWNS.match(sentence, end) and span[0] - end not in range(_NEXT) for end in told)


def is_the_present_one(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks for the former holder of an office, or who came before or after somebody, and a sentence
    tells of no change.

    >>> from bot.question import read
    >>> told = "The warden, Ada Wren, opened the lock."
    >>> [is_the_present_one(read(f"Who {of}?"), told, (12, 20)) for of in ("is the former warden", "met the last crew")]
    [True, False]
    """
    asks = question.analysis.answer_type == "who" and _ASKS_FORMER.search(question.text) is not None
    return asks and _CHANGES.search(sentence) is None


def is_beside_named(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who it was before, after or besides somebody, and the words at a span name that one.

    >>> from bot.question import read
    >>> is_beside_named(read("Who was warden before Lusk?"), "The warden, Bo Lusk, opened the lock.", (12, 19))
    True
    """
    beside = _BESIDE_NAME.search(question.text)
    if beside is None or question.analysis.answer_type != "who":
        return False
    name = content_terms(beside["name"])
    return bool(name) and name <= content_terms(sentence[slice(*span)])
