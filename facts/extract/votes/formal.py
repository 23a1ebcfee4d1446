"""Motions as minutes write them: "Moved by Mr Abel, seconded by Mrs Cole, that the pool be closed"."""

from __future__ import annotations

import re

from facts.extract.draft import Sentence
from facts.extract.votes.motions import LONGEST, named
from facts.folding import squeezed
from facts.parse.numbers import NUMBER_WORDS

FEWEST_AIM = 4
"""How many words say what is moved at least."""
NAME = r"(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]+"
_PUT = rf"\b(?:Proposed|Moved)(?: by)? (?P<mover>{NAME}), "
AFTERWARDS = re.compile(rf"{_PUT}[Ss]econded(?: by)? (?P<seconder>{NAME})")
"""How minutes write behind a resolution who put it forward and who seconded it."""
_OFFICE = r"(?:[Tt]he )?"
_AND_RESOLVED = (
    r"(?:,? and (?:it was )?(?:unanimously )?(?:RESOLVED|resolved|AGREED|agreed|CARRIED|carried)"
    r"(?: unanimously|,? by (?:(?! that\b)[^;:])+?)?)?"
)
_AIM = rf"(?P<aim>(?:that|to(?! (?:\d|{'|'.join(NUMBER_WORDS)}\b))) (?:[^.;:]|(?<=\d)[.:](?=\d))+)"
FORMAL = re.compile(
    rf"\b(?:[Mm]oved|[Pp]roposed|[Mm]otion(?= by))(?: by)? (?P<mover>{_OFFICE}{NAME})"
    rf"(?:(?:,| and|, and) seconded(?: by)? (?P<seconder>{_OFFICE}{NAME}))?{_AND_RESOLVED},? {_AIM}"
)
"""How minutes write a motion: its mover, its seconder, what is moved."""
RESOLVED = re.compile(
    r"(?:[\w./-]+\s+)?(?:RESOLVED|Resolved|AGREED|Agreed):?,? "
    r"(?P<aim>(?:to|that) (?:(?!that of)[^.;:,])+)(?=[.;:]|, |$)"
)
"""How minutes state a resolution."""
AND_ITS_FATE = re.compile(
    r"(?:,? (?:was|were|is|has been|had been) (?:then |also |\w+ly )?(?:accepted|adopted|agreed|approved|beaten|"
    r"carried|defeated|deferred|lost|not|passed|put|referred|rejected|seconded|supported|voted|withdrawn)\b"
    r"| (?:died|failed|fell|found) ).*"
)
"""What became of a motion, in the same sentence that tells what it is."""


def formal_motion(aim: str) -> str | None:
    """The motion that minutes put behind its mover and seconder, without what is added behind a comma."""
    aim = AND_ITS_FATE.sub("", aim)
    plain = aim.partition(", ")[0]
    aim = plain if len(plain.split()) >= FEWEST_AIM and "(" not in plain else aim
    return named(f"the motion {squeezed(aim)}") if len(aim.split()) <= LONGEST else None


def resolution(sentence: Sentence) -> str | None:
    """The resolution that minutes state: "RESOLVED to accept the lower offer"."""
    match = RESOLVED.match(sentence.span.text)
    return named(f"the resolution {squeezed(match['aim'])}") if match and len(match["aim"].split()) <= LONGEST else None
