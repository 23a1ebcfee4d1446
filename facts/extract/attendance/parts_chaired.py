"""Who chaired each of two parts of a meeting: "Ada Wren chaired the open session and Dag Moe the closed one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.people.named import whole_name

_NAME = r"(?P<{0}>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?: of [A-Z][\w’'-]+)?"
_PART = r"(?P<{0}>the (?:[\w-]+ ){{0,4}}[\w-]+)"
TWO = re.compile(
    rf"{_NAME.format('one')} (?P<did>chaired|presided (?:for|over)|took the chair for) {_PART.format('first')},? and "
    rf"(?:h(?:er|is) colleague |[A-Z][\w-]*(?: [a-z]+)? )?{_NAME.format('other')} (?:for )?"
    rf"{_PART.format('second')}(?=[.;])"
)
"""Two who each chaired a part."""
STRETCHES = frozenset({"day", "half", "part", "session"})
"""Parts of a meeting in time."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who chaired each part of the article's meeting of which two are told."""
    if material.meeting_name is None or material.found_meeting.planned:
        return
    for sentence in material.sentences:
        found = TWO.search(" ".join(sentence.span.text.split()))
        if found is None:
            continue
        first, second = found["first"], _whole(found["second"], found["first"])
        for told, part in ((found["one"], first), (found["other"], second)):
            name = whole_name(material, told) or whole_name(material, " ".join(told.split()[1:]))
            link = "of" if part.split()[-1] in STRETCHES else "at"
            if name is not None:
                question = f"Who {found['did']} {part} {link} {material.meeting_name}?"
                yield Draft("who", question, name, sentence_span(sentence), confidence=0.85, rule="chair.part")


def _whole(second: str, first: str) -> str:
    """The second part with the noun of the first where it goes without.

    >>> _whole("the closed one", "the open session"), _whole("the second", "the first day")
    ('the closed session', 'the second day')
    """
    noun = first.split()[-1]
    if second.endswith(" one"):
        return f"{second.removesuffix('one')}{noun}"
    return f"{second} {noun}" if second in ("the second", "the last", "the other") else second
