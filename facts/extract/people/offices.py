"""What an item says that its person is, and roles that one person holds: how one asks for the holder."""

from __future__ import annotations

import re

from facts.countries import COUNTRIES
from facts.extract.people.entries import Entry, has_office, is_office
from facts.folding import fold, squeezed
from facts.honorifics import HONORIFIC
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS, PERSON_NOUNS, TITLES

SEVERAL = re.compile(
    r"\b(?:a|an|former|member|senior|assistant|associate|another|observer|opponent|special|co-?chair|\w*-?chairs|directors)\b"
    r"|\bto (?:Vice )?President$"
    r"|\b(?<!National )(?<!National Security )(?<!National Climate )(?<!White House Domestic Policy )"
    r"advis[eo]r\b"
    r"|[,&(]|^State ",
    re.IGNORECASE,
)
"""Words of roles that more than one person holds, or that are several roles."""
MANY = re.compile(
    r"\b(?:(?:co-?)?founder|anchor|author|organi[sz]er|representative|senator|delegate|assembly\w+|spokes\w+|professor|economist|expert|mp|counsel|editor|teacher|scientist|"
    r"farmer|lawyer|judge|justice|analyst|director-general|commissioner)\b",
    re.IGNORECASE,
)
ONE_OF_SEVERAL = re.compile(r"(?:Council|Executive|Regional|Senior|[a-z]) Vice[ -]President\b")
"""Deputies of whom a body may have more than one."""
OF_STATE = re.compile(r"\b(?:minister|secretary|premier|attorney general|advis[eo]r)\b", re.IGNORECASE)
MINISTRY = re.compile(r"(?:^|\bof |\bthe )(?:Department|Ministry) (?:of|for)\b")
"""Offices that every state has: one asks for their holder with the state's name."""
OF = re.compile(r" (?:for|of) ")
"""What stands in an office that says what it is of: what stands behind its comma goes on with that."""
STATE = re.compile(
    r"[’']s\s|\bof the (?:Kingdom|Republic|Union|Commonwealth)\b"
    r"|^(?:the )?(?:U\.?[SK]\.?|(?!Domestic|Public|Economic|Strategic)[A-Z]\w+(?:an|ish|ese|ic|ch))\s"
    r"|(?:[Pp]rime [Mm]inister|[Pp]remier|[Aa]dvis[eo]r) of (?:the )?[A-Z]"
)
LONGEST_ROLE = 24
"""How many words a role has at most."""
ARTICLED = BODY_NOUNS - {"university", "college"} | {
    "campaign",
    "center",
    "centre",
    "conference",
    "corps",
    "endowment",
    "forum",
    "kingdom",
    "league",
    "republic",
}
"""Words of names that have "the" before them."""


NO_FRONT = re.compile(r"\d{4}|\b(?:annual|general|ordinary|special) meeting\b|\b(?:meeting|minutes|session) of\b", re.I)
"""What stands before a place at the end of a heading: "Annual general meeting of the Tarn Guild, Zell Bay"."""


def offices_of(role: str) -> list[str]:
    """The offices that a role names, each with the body that stands behind them all.

    >>> offices_of("Clerk to the Board and Head of Ports and Piers"), offices_of("President and CEO, Oxbow Foods")
    (['Clerk to the Board', 'Head of Ports and Piers'], ['President, Oxbow Foods', 'CEO, Oxbow Foods'])
    >>> offices_of("Ports and Piers Adviser"), offices_of("Clerk and Head of Ports, Oxbow Foods")
    (['Ports and Piers Adviser'], [])
    """
    held, comma, body = role.rpartition(", ")
    if not comma or has_office(body) or "," in held:
        held, body = role, ""
    found: list[str] = []
    for part in re.split(r",? and | & ", held):
        if found and not (has_office(part) and has_office(found[-1])):
            found[-1] = f"{found[-1]} and {part}"
        else:
            found.append(part)
    if body and len(found) > 1 and any(" of " in part for part in found):
        return []  # "clerk and head of ports, Tarn Board": clerk of what?
    return [f"{part}, {body}" for part in found] if body else found


def office_of(role: str) -> str | None:
    """The one office that a role names with what it is of, as a question asks for its holder; else None.

    >>> office_of("Director of the Harbour Office"), office_of("President, Ostford College"), office_of("a farmer")
    ('the Director of the Harbour Office', 'the President of Ostford College', None)
    """
    role = re.sub(r"^(?:the\s+)?(?:current\s+)?", "", role, flags=re.IGNORECASE)
    if not has_office(role):
        return None  # half of "Trade and Labour Adviser"
    office, _, body = role.partition(", ")
    if body and has_office(office) and not has_office(body) and not OF.search(office) and "," not in body:
        role = f"{office} of {with_article(body)}"
    named = [w for w in re.findall(r"[\w’'.-]+", role) if w[0].isupper() and fold(w) not in PERSON_NOUNS | TITLES]
    fewest = 1 if (OF_STATE.search(role) and " of " in role) or role.endswith((" Governor", " Mayor")) else 2
    if (
        ONE_OF_SEVERAL.search(role)
        or SEVERAL.search(role)
        or MANY.search(role)
        or len(named) < fewest
        or re.search(r"\d", role)
    ):
        return None
    placed = re.fullmatch(r"([A-Z][\w.-]+(?: [A-Z][\w-]+)?) (Governor|Mayor)", role)
    if placed is not None:  # "Westmark Governor"
        return f"the {placed[2]} of {placed[1]}"
    owner = re.match(r"([A-Z][\w-]*)[’']s\s", role)
    land = re.match(r"((?:[A-Z][\w-]* )+[A-Z][\w-]*)[’']s\s", role)
    if land is not None and fold(land[1]) in COUNTRIES:
        return role  # "South Africa's finance minister"
    if owner is None:
        return f"the {role}"
    return role if fold(owner[1]) not in BODY_NOUNS | MEETING_NOUNS else None


def lacks_state(office: str) -> bool:
    """Whether an office is one that every state has, and does not say of which.

    >>> lacks_state("the Secretary of Energy"), lacks_state("the Norlandic Minister of Ports")
    (True, False)
    """
    first = office.removeprefix("the ").split()[0]
    if STATE.search(office.removeprefix("the ")) is not None or (first.isupper() and fold(first) in COUNTRIES):
        return False
    of_body = not {fold(w) for w in re.findall(r"[\w’'.-]+", office)}.isdisjoint(BODY_NOUNS - {"state", "department"})
    return MINISTRY.search(office) is not None or (OF_STATE.search(office) is not None and not of_body)


def role_of(entry: Entry) -> str:
    """What an item says that its person is; "" where it only says where she or he is from.

    >>> from facts.extract.people.entries import entry
    >>> role_of(entry("Ann Lee, President, Ostford College")), role_of(entry("Ann Lee, Ostford College"))
    ('President, Ostford College', '')
    >>> role_of(entry("Minister Ann Lee, Republic of Norland")), role_of(entry("Governor Ann Lee (Norland)"))
    ('Minister, Republic of Norland', 'Governor (Norland)')
    """
    behind = re.sub(r"^(?:(?:[A-Z]\.){2,}|Ph\.?D\.?|M\.?D\.?|Jr\.?|Sr\.?),\s*", "", entry.behind)
    titled = any(is_office(w) for w in entry.front.split())
    if re.search(r"\d", behind) or len(behind.split()) > LONGEST_ROLE:
        return ""
    if has_office(behind):
        return behind
    note = entry.notes[0] if entry.notes and entry.notes[0][0].isupper() else ""
    place = behind or (f"({note})" if note and not re.fullmatch(r"[A-Z]{1,3}(?:-[A-Z\d]+)*", note) else "")
    if not titled:
        return ""
    front = re.sub(rf"\s{HONORIFIC}$", "", entry.front)
    if NO_FRONT.search(front):
        return ""
    return f"{front}, {place}" if behind else squeezed(f"{front} {place}")


def with_article(name: str) -> str:
    """The name of a body as a question has it: "the Wool Board", but "Ostford College"."""
    name = re.sub(r"^The\b", "the", name)
    plain = (
        name.startswith("the ")
        or name.endswith(("University", "College"))
        or not {fold(w) for w in name.split()} & ARTICLED
    )
    return name if plain else f"the {name}"
