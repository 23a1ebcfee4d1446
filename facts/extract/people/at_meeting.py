"""Offices that say of no body or state, asked for with the meeting: "Who was the Ports Secretary at the time of …?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facts.countries import COUNTRIES
from facts.dates import readable
from facts.extract.draft import Draft, Material
from facts.extract.people.entries import has_office, is_name
from facts.extract.people.holders import RoleHolding, is_of_its_time, month_of
from facts.extract.people.offices import OF_STATE, lacks_state, office_of, offices_of
from facts.folding import fold
from facts.parse.name_words import english
from facts.parse.words import BODY_NOUNS, PERSON_NOUNS, TITLES

UNFIT = re.compile(
    r"\b(?:an?|another|appointed|assistant|associate|candidate|delegate|former|incoming|in|member|observer|outgoing|professor|"
    r"(?:alder|assembly|congress|council)(?:wo)?m[ae]n|assemblymember|councill?or|legislator|senator|sen|rep|"
    r"economist|newly|representative|resident|senior|special|spokes\w+|\w*-?chairs|directors|both|each|one|nominee|"
    r"driver|farmer|lawyer|nurse|teacher)\b"
    r"|\bchair\w* to\b"
    r"|^(?:first|second|third|\w+th) (?:director|member)|^(?:deputy|junior|state) (?:minister|secretary)$"
    r"|\b(?:his|her|its|our|their|whose|my|your)\b|[’']s?\s|[,;:&(/]|-backed|\band$|\bof the [a-z]",
    re.IGNORECASE,
)
"""Words of roles that more than one person holds, that are no office, or that point to a body."""
SHARED = PERSON_NOUNS | TITLES | {"of", "the", "general", "to", "and", "for", "chief", "vice", "first"}
"""Words that do not tell what an office is about."""
NATIONAL = re.compile(
    r"\b(?:Secretary (?:of|for) (?:the )?[A-Z]|[A-Z]\w+ Secretary$|[Mm]inister\b"
    r"|(?:Attorney|Solicitor|Surgeon) General$"
    r"|National [A-Z]|White House [A-Z])"
)
"""Offices of a government."""
OF_A_BODY = re.compile(
    r"(?:(?:hon(?:orary)?|general|deputy|vice|club|parish|town|village|board)[ -])?"
    r"(?:clerk|president|principal|secretary|superintendent|treasurer|vice-chair(?:man|woman)?|vice-president)"
    r"|(?:deputy |lord )?mayor|(?:vice|deputy)[ -]chair(?:man|woman|person)?"
    r"|(?:finance|managing) director|chief (?:executive|finance officer)"
    r"|chair(?:man|woman|person)? of the (?:association|board|club|council|society)",
    re.IGNORECASE,
)
"""Offices that are known from the body that meets."""
MEETING_BODIES = (BODY_NOUNS - {"country", "court", "house", "state", "working", "group", "team"}) | frozenset(
    {"agm", "annual", "association", "congress", "cooperative", "co-operative", "society", "synod", "vestry"}
)
AT_LARGE = frozenset("conference forum heads leaders ministers states summit talks".split())
"""Words of meetings of those of several bodies or states."""
OF_ANY_STATE = re.compile(r"(?:vice[ -])?president|prime minister", re.IGNORECASE)
GOVERNMENTS = 3
"""How many countries an article names of whose governments an office may be."""
OF_A_PLACE = frozenset("borough church city club county district parish school town village".split())
"""Words of offices that a meeting's body must have too: a village treasurer is not one of a school board."""
ELECTING = re.compile(r"\b(?:annual|agm|congress|elections?)\b", re.IGNORECASE)
LAND = re.compile(r"(?:an|ic|ish|ese|i)$")
"""How adjectives of countries end."""
UNTOLD = re.compile(r"\b(?:former|member|participant|speakers?)\b|[:;@]", re.IGNORECASE)
"""What makes words behind a name no position of today."""
LONGEST_SMALL = 3
"""How many letters the small words of a title have at most: "of", "and", "the"."""
FEWEST = 3
"""How few words of a list tell a position: "Secretary of Ports"."""
LONGEST, LONGEST_QUESTION = 10, 34
"""How many words an office and a question have at most."""


def facts(material: Material, holdings: Sequence[RoleHolding]) -> Iterator[Draft]:
    """Yield who held an office at the time of the article's meeting, and which office somebody held."""
    told = [(holding, offices) for holding in holdings if (offices := _offices(material, holding))]
    number = Counter(fold(office) for _, offices in told for office in offices)
    for holding, offices in told:
        if any(number[fold(office)] > 1 for office in offices):
            continue
        for office in offices:
            asked = f"Who was the {office} at the time of {material.meeting_name}?"
            if (
                material.meeting_name is not None
                and len(asked.split()) <= LONGEST_QUESTION
                and fold(holding.name).split()[-1] not in fold(asked)
                and not _is_of_one_of_two(office, holding.name, material)
            ):
                yield Draft("who", asked, holding.name, holding.span, confidence=0.84, rule="role.at_meeting")
        day = month_of(material)
        if day and all(map(NATIONAL.search, offices)) and not _has_place(holding.name, material):
            asked = f"Which office did {holding.name} hold in {readable(day)}?"
            answer = " and ".join(offices)
            yield Draft("which", asked, answer, holding.span, confidence=0.84, rule="role.office")


def _is_of_one_of_two(office: str, name: str, material: Material) -> bool:
    """Whether an office is that of a state which a question for its holder would have to name, at a joint meeting."""
    if OF_ANY_STATE.fullmatch(office):
        return _has_place(name, material)
    return lacks_state(f"the {office}") and "joint" in label_words(material)


def listed(material: Material, holdings: Sequence[RoleHolding]) -> Iterator[Draft]:
    """Yield the position of those whom a list or a title gives one that says not of what state or body.

    "Ann Lee, Secretary, Department of Ports", of a meeting of the same government: held at the time of that meeting.
    Who held it is asked, too, where it was one alone.
    """
    held = Counter(office for holding in holdings for office in _definite(holding))
    for holding in holdings:
        words = holding.role.split()
        whole = has_office(holding.role) and words[-1] not in ("and", "of", "&") and UNTOLD.search(holding.role) is None
        if material.meeting_name is None or not whole or not FEWEST <= len(words) <= LONGEST:
            continue
        if holding.rule != "line" and not _is_told_now(material, holding):
            continue
        if any(map(lacks_state, _definite(holding))) and is_among_states(material, holding.span):
            continue
        asked = f"Which position did {holding.name} hold at the time of {material.meeting_name}?"
        if is_name(holding.name.split()) and len(asked.split()) <= LONGEST_QUESTION:
            yield Draft("which", asked, holding.role, holding.span, confidence=0.84, rule="role.listed")
            for office in _definite(holding)[:1]:
                asked = f"Who was {office} at the time of {material.meeting_name}?"
                if held[office] == 1 and len(asked.split()) <= LONGEST_QUESTION:
                    yield Draft("who", asked, holding.name, holding.span, confidence=0.84, rule="role.listed_who")


def _is_told_now(material: Material, holding: RoleHolding) -> bool:
    """Whether a sentence gives somebody a title in capitals that she or he holds at the time of the meeting."""
    words = [word for word in re.findall(r"[\w’'-]+", holding.role) if len(word) > LONGEST_SMALL]
    known = fold(holding.role) in fold(str(material.label))
    titled = holding.rule in ("before", "behind") and all(word[:1].isupper() for word in words) and not known
    return titled and is_of_its_time(material, month_of(material), holding.span, holding.rule)


def _definite(holding: RoleHolding) -> list[str]:
    """The offices of a position that one person holds, as a question asks for them: "the Secretary of Ports"."""
    return [office for part in offices_of(holding.role) if (office := office_of(part)) is not None]


def _offices(material: Material, holding: RoleHolding) -> list[str]:
    """The offices that a person held at the time of the meeting; none where one of them is not clear."""
    role = re.sub(r"^the\s+(?:current\s+)?", "", holding.role, flags=re.IGNORECASE)
    told = holding.rule not in ("as", "is", "who") and is_name(holding.name.split())
    if not told or not is_of_its_time(material, month_of(material), holding.span, holding.rule):
        return []
    of_state = OF_STATE.search(role) is not None and not OF_A_BODY.fullmatch(role)
    if (of_state or OF_ANY_STATE.fullmatch(role)) and is_among_states(material, holding.span):
        return []
    body = is_of_body(material) and OF_A_PLACE.intersection(fold(role).split()) <= label_words(material)
    elects = holding.rule in ("label", "line") and ELECTING.search(str(material.label)) is not None
    if OF_A_BODY.fullmatch(role):
        abroad = OF_ANY_STATE.fullmatch(role) and _countries(material.parsed.article.text[slice(*holding.span)])
        return [role.lower()] if body and not elects and not abroad else []
    offices = [
        part if re.search(r"[A-Z]", part[1:]) or _is_of_land(part) else part.lower() for part in offices_of(role)
    ]
    if fold(role.split()[0]) in COUNTRIES and not NATIONAL.search(role):
        return []  # "the Norlandic opposition leader"
    definite = role != holding.role or holding.rule in ("before", "line", "label")
    clear = (_is_one(office) and (NATIONAL.search(office) or (body and definite)) for office in offices)
    return offices if all(clear) else []


def _is_of_land(office: str) -> bool:
    """Whether an office begins with the adjective of a country, which keeps its capital.

    >>> _is_of_land("Zellish trade envoy"), _is_of_land("Foreign minister"), _is_of_land("Civic envoy")
    (True, False, False)
    """
    first = fold(office.split()[0])
    return office[:1].isupper() and LAND.search(first) is not None and (first in COUNTRIES or first not in english())


def _is_one(office: str) -> bool:
    """Whether an office is one person's and tells what it is about.

    >>> [_is_one(o) for o in ("Secretary of Ports", "Harbour Office Director", "president", "Senior Adviser")]
    [True, True, False, False]
    """
    words = [fold(w) for w in re.findall(r"[\w’'-]+", office)]
    if not has_office(office) or UNFIT.search(office) or not 1 < len(words) <= LONGEST:
        return False
    return any(w not in SHARED for w in words) or bool(NATIONAL.search(office))


def _has_place(name: str, material: Material) -> bool:
    """Whether the article tells elsewhere of what state somebody holds an office: "Ann Lee of Westmark"."""
    return re.search(rf"\b{re.escape(name)} of (?:the )?[A-Z]", material.parsed.article.text) is not None


def is_of_body(material: Material) -> bool:
    """Whether the article's meeting is one of a body, of which one knows the offices that are told."""
    words = label_words(material)
    return (
        not words.isdisjoint(MEETING_BODIES) and words.isdisjoint(AT_LARGE) and "White House" not in str(material.label)
    )


def label_words(material: Material) -> set[str]:
    """The folded words of what the article's meeting is called."""
    return {fold(word).removesuffix("'s").rstrip("'") for word in re.findall(r"[\w’'-]+", str(material.label))}


def is_among_states(material: Material, span: tuple[int, int]) -> bool:
    """Whether the meeting or the sentence is of more than one state, so that an office may be of any of them."""
    text = material.parsed.article.text
    near = _countries(f"{material.label} {text[slice(*span)]}")
    if len(near) > 1 or "White House" in str(material.label):
        return len(near) > 1
    return not label_words(material).isdisjoint(AT_LARGE) or len(_countries(text)) >= GOVERNMENTS


def _countries(text: str) -> set[str]:
    words = re.findall(r"[A-Z][\w.]+(?: [A-Z]\w+)?", text)
    return {COUNTRIES[fold(part)] for word in words for part in (word, *word.split()) if fold(part) in COUNTRIES}
