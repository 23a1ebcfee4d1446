"""What somebody is by a role that only the meeting or the report makes clear: "the purser, Ann Lee", "clerk Bo Ek"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from facts.extract.doings.asked import in_report
from facts.extract.draft import Draft, Material
from facts.extract.people.at_meeting import OF_A_PLACE, OF_ANY_STATE, is_among_states, is_of_body, label_words
from facts.extract.people.entries import VAGUE, has_office, is_name
from facts.extract.people.holders import BEFORE, RoleHolding
from facts.extract.people.offices import OF_STATE
from facts.folding import fold
from facts.parse.words import HONORIFICS, TITLES

UNFIT = re.compile(
    r"\b(?:another|appointed|backed|both|each|elected|ex|former|his|her|host|incoming|its|my|new|newly|one|our|outgoing|then|their|these|those|unopposed|"
    r"whose|who|your|first|second|third)\b|[,;:&(/]|\band$|^of\b|^in\b|\bto (?:the )?(?:Vice )?President$",
    re.IGNORECASE,
)
"""Words of roles that point to somebody, or tell what is no more or not of one."""
BODY = re.compile(r"\bof the (?:[a-z-]+ )*(?P<body>[a-z]+)$")
"""A role in a body without a name: "the director of the local power company"."""
RULES = frozenset({"before", "behind", "brackets", "front"})
FEWEST, FEWEST_ALONE, LONGEST, LONGEST_QUESTION = 1, 2, 7, 30
"""How many words a role has, and a question at most."""


def facts(material: Material, holdings: Sequence[RoleHolding], told: Collection[str]) -> Iterator[Draft]:
    """Yield what each of those is whose role says nothing without the meeting or the report; of none already `told`."""
    for holding in holdings:
        role = _role(holding, material) if holding.name not in told else ""
        if not role or fold(holding.name).split()[-1] in fold(str(material.meeting_name)):
            continue
        if material.meeting_name is not None:
            asked: str | None = f"What was {_of(holding.name)} role at the time of {material.meeting_name}?"
        else:
            asked = in_report(material, f"Who is {holding.name}?")
        if asked is not None and len(asked.split()) <= LONGEST_QUESTION:
            yield Draft("what", asked, role, holding.span, confidence=0.8, rule="role.there")


def _of(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _role(holding: RoleHolding, material: Material) -> str:
    """The role as an answer; "" where it tells nothing."""
    role = holding.role
    bare = re.sub(r"^(?:the|an?) ", "", role, flags=re.IGNORECASE)
    words = [fold(word) for word in re.findall(r"[\w’'-]+", bare)]
    said = material.parsed.article.text[slice(*holding.span)]
    if holding.rule not in RULES or not FEWEST <= len(words) <= LONGEST or UNFIT.search(role):
        return ""
    if not has_office(bare) or not is_name(holding.name.split()) or BEFORE.search(said):
        return ""
    of_state = holding.stateless or OF_STATE.search(role) or OF_ANY_STATE.fullmatch(bare)
    if (
        not VAGUE.isdisjoint(words)
        or set(words) <= HONORIFICS | {"deputy", "chief"}
        or holding.name.split()[-1] in role
    ):
        return ""
    if of_state and (is_among_states(material, holding.span) or OF_ANY_STATE.fullmatch(bare)):
        return ""
    if re.search(re.escape(role) + r", [A-Z]", said) or bare.lower() in ("governor", "deputy governor"):
        return ""  # "executive director, Tarn Fund": only half of it
    body = BODY.search(role)
    if body is not None and body["body"] not in label_words(material):
        return ""
    of_body = is_of_body(material)
    if not OF_A_PLACE.intersection(words) <= label_words(material) and material.meeting_name is not None:
        return ""  # a village treasurer is not one of a school board
    if material.meeting_name is not None and not of_body and re.match(r"[A-Z].*(?<! of )(?<! the )\b[A-Z]", role):
        return ""  # "Medical Director": of what?
    # "Administrator Ann Lee": only a title, or the last word of one.
    short = len(words) < FEWEST_ALONE and role[:1].isupper() and holding.rule == "before"
    return "" if short and (words[0] in TITLES or not of_body) else role
