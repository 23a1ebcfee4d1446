"""For how long somebody was elected or appointed: "re-elected Ada Wren as chairwoman for one year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.doings.chosen import EARLIER, placed
from facts.extract.draft import Draft, Material, sentence_span
from facts.extract.people.named import whole_name

_NAME = r"(?:[A-Z][\w.’'-]*|of|the|de|van)(?: (?:[A-Z][\w.’'-]*|&|of|de|van))*"
_VERB = r"(?P<verb>(?:re-?)?(?:appointed|elected))"
_OFFICE = r"(?P<office> (?:as )?(?:its |the )?(?:(?!\bfor\b)[\w’'-]+)(?: (?:(?!\bfor\b)[\w’'-]+)){0,5})?"
_TERM = (
    r" for (?:an? (?:further |new |second )?term of |a further |another )?"
    r"(?P<term>(?:an?|another|one|two|three|four|five|six|seven|eight|\d+)(?: more| further)? (?:month|year)s?)\b"
)
ACTIVE = re.compile(rf"\b{_VERB} (?P<who>{_NAME}){_OFFICE}{_TERM}")
"""Who was chosen, by those who chose: "appointed Ada Wren as clerk for three years"."""
PASSIVE = re.compile(rf"(?P<who>{_NAME}) (?:was|were) {_VERB}{_OFFICE}{_TERM}")
"""The same of whoever was chosen: "Ada Wren was re-elected for a year"."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield for how long people were elected, appointed, and kept in office."""
    for sentence in material.sentences:
        text = " ".join(sentence.span.text.split())
        found = PASSIVE.search(text) or ACTIVE.search(text)
        if found is None or EARLIER.search(text[: found.end()]):
            continue
        who = whole_name(material, found["who"]) or found["who"]
        office = (found["office"] or "").replace(" its ", " ")
        question = placed(material, f"For how long was {who} {found['verb']}{office}?")
        if question is not None and len(who.split()) > 1:
            yield Draft("how", question, found["term"], sentence_span(sentence), rule="role.term")
