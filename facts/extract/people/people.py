"""Who somebody is: the role that the text ties to a name, told once a person, and who was elected to what."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.countries import COUNTRIES
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people import (
    affiliations,
    at_meeting,
    ballots,
    elected,
    groups,
    holders,
    kinds,
    of_places,
)
from facts.extract.people.coming import begins_later
from facts.extract.people.entries import VAGUE, entry, is_full, is_office, name_at_end, slashed
from facts.extract.people.holders import RoleHolding
from facts.extract.people.offices import STATE, role_of
from facts.extract.people.roles import role_mentions
from facts.extract.people.sentence_people import OPENING, RoleMention, is_place_of, people_of
from facts.extract.people.tied import is_tied, named_words, with_place
from facts.folding import fold
from facts.parse.name_words import is_role
from facts.parse.names import Person, same_person
from facts.parse.phrases import verbatim
from facts.parse.words import BODY_NOUNS, FINITE, PARTICLES, PERSON_NOUNS, TITLES

POSSESSIVE = re.compile(r"['’]s?$")
RANK = re.compile(r"\s+(?:Ambassador|Dr|Mr|Ms|Mrs|Prof|Professor|Sir|Dame)\.?$")
HONOUR = re.compile(r"^(?:(?:His|Her|Their) )?(?:(?:Royal|Serene) )?(?:Excellency|Highness|Majesty),? ")
"""What goes before a title and is no part of it."""
CURRENT = re.compile(r"(?<=^the )current |^current ")
"""What holds only for the day that a text is of."""
STANDING = frozenset(
    """agency association board body bureau chamber commission committee company conference council court delegation
    department force group jury meeting ministry office organisation organization panel party session side society
    summit team union""".split()
)
"""Nouns that, alone, name nothing to somebody who has not read the text."""
SMALL = frozenset(
    """a acting an and assistant associate at attorney chief co- current deputy executive federal first for former
    general head high in interim joint lieutenant managing municipal national new newly of on outgoing permanent prime
    principal provincial regional senior special state the then to under vice""".split()
)
"""Words of a role that say nothing of what it is of."""
CHIEFS = frozenset({"ceo", "cfo", "coo", "cto", "evp", "gm", "svp", "vp"})
"""Abbreviated offices, which tell nobody of what."""
BODILY = frozenset(
    "chair chairman chairwoman director manager member officer president secretary treasurer trustee".split()
)
"""Offices that one holds in some body."""
ABROAD = re.compile(
    r"\b(?:foreign|minister|national security advis|premier|secretary (?:of (?:economy|finance|state)|to))"
    r"|^(?:cabinet|state) councill?or",
    re.IGNORECASE,
)
"""Offices that many states have."""
OF_A_STATE = re.compile(
    r"(?:prime minister|premier|advis[eo]r) of [A-Z]|\b[A-Z]\w+(?:an|ish|ese|ic) (?:\w+ ){0,2}minister", re.IGNORECASE
)
"""Such offices with the name of a state."""
SHORT = re.compile(r"(?!UN$|EU$|US$|UK$|NATO$|NASA$|FIFA$)[A-Z]{2,5}")
"""Letters that stand for a name which a stranger need not know."""
PLACED_LEGISLATOR = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?<!State )(?:Sen(?:ator|\.)|Rep(?:resentative|\.))")
"""A member of a parliament or of the nation's: nothing says which chamber."""
RANKING = frozenset(
    "chief deposed deputy exiled jailed joint lead ousted self-declared self-proclaimed state vice".split()
)
"""Words before a title that make it another: an exiled king is no king, a state senator none of the nation."""
UNCLEAR = re.compile(
    r"\b(?:both|respective|then)\b|\b(?:who|which|whose|that|said|was|is|were|are|has|had|not|another|its|their|his|her|our|my|your)\b"
    r"|\b(?:he|she|him|they|them|we|you)\b"
    r"|[;@:]|\bto (?:vice )?president$|\bchair\w* to\b"
    r"|[’']s (?:[a-z]+ )?(?:aide|colleague|deputy|father|husband|mother|opponent|predecessor|rival|successor|wife)$"
    r"|\bfor the (?:applicants?|claimants?|company|defen[cd]\w*|families|family|owners?|prosecution|victims)$"
    r"|\b(?:engineer|foreman|inspector|keeper|manager|master|mate|worker) (?:at|of|on) the [a-z]+$",
    re.IGNORECASE,
)
"""What makes words for a role unclear, or more than a role: clauses, pronouns, "the council's"."""
ENDED = (".", ":", "?", "!", "”", '"')
"""How a line ends that tells something."""
LONGEST_LINE = 220
"""Code points of a line that names somebody and says what she or he is."""
APPOINTING = re.compile(r"\b(?:by|for|in|of) (?:appoint|choos|elect|install|nam|nominat)ing\b")
"""What had been done to somebody of whom it is not told whether it still holds."""
AT_FIRM = re.compile(
    r"(?:chair(?:man|woman)?|director|executive|head|manager|owner|president|superintendent) (?:of|at) "
    r"[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:Bank|Brothers|Ferries|Foods|Group|Holdings|Lines|Mills|Motors|Power|Railways|"
    r"Shipping|Steel|Transport|Works)$"
)
"""An office in a firm whose name looks like somebody's: "managing director of Wren Lines"."""
LONGEST = 24
"""How many words a role has at most."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield who each person is whom the text names in full with a role, once each."""
    yield from ballots.facts(material)
    known: list[str] = []
    names = named_words((e.label_, e.text) for p in material.parsed.paragraphs for e in p.doc.ents)
    meeting = material.found_meeting.meeting
    best: dict[str, RoleHolding] = {}
    bare: dict[str, RoleHolding] = {}
    for holding in (*_of_lines(material), *_of_sentences(material, known)):
        if _is_of_a_state(holding, material):
            continue
        if holding.stateless or not tells_enough(holding.role, holding.name):
            bare.setdefault(fold(holding.name), holding)
            continue
        if not is_tied(holding.role, names):
            whole = with_place(holding.role, meeting.name if meeting is not None else None)
            if whole is None:
                bare.setdefault(fold(holding.name), holding)
                continue
            holding = dataclasses.replace(holding, role=whole)
        before = best.get(fold(holding.name))
        if before is None or len(telling(holding.role)) > len(telling(before.role)) + 1:
            best[fold(holding.name)] = holding
    unheld: list[RoleHolding] = []
    for holding in best.values():
        held = list(holders.facts(material, holding.name, holding.role, holding.span, holding.rule))
        yield from held
        unheld += [] if held else [holding]
        verb = "was" if _is_dead(holding.name, material) else "is"
        yield Draft(
            "who",
            f"Who {verb} {holding.name}?",
            holding.role,
            holding.span,
            confidence=0.88,
            rule=f"role.{holding.rule}",
        )
    untied = [holding for name, holding in bare.items() if name not in best]
    yield from at_meeting.facts(material, untied)
    yield from at_meeting.listed(material, [h for h in untied if h.rule == "line" or _is_title(h)])
    yield from (d for d in at_meeting.facts(material, unheld) if d.rule == "role.at_meeting")
    yield from of_places.facts(material)
    yield from elected.facts(material)
    yield from groups.facts(material)
    yield from affiliations.facts(material)
    yield from kinds.facts(material)


def _is_title(holding: RoleHolding) -> bool:
    """Whether a sentence gives somebody an office that says what it is of, though not of which state."""
    return not holding.stateless and " of " in holding.role and tells_enough(holding.role, holding.name)


def _is_dead(name: str, material: Material) -> bool:
    """Whether the article tells that somebody died."""
    died = rf"\b{re.escape(name)}\b(?:,[^.;,]*,|, \d+,| \([^)]*\))? (?:has |had )?(?:died|passed away)\b"
    return re.search(died, material.parsed.article.text) is not None


def _is_of_a_state(holding: RoleHolding, material: Material) -> bool:
    """Whether a role has a state's name alone ("Illinois Senator") of one whom the article calls a state senator."""
    if PLACED_LEGISLATOR.fullmatch(holding.role) is None:
        return False
    office = r"[Ss]tate (?:Sen(?:ator|\.)?|Rep(?:resentative|\.)?|Senate|House)"
    named, last = re.escape(holding.name), re.escape(holding.name.split()[-1])
    told = rf"\b{office},? (?:{named}|{last})\b|\b{named}(?:,| \(| is| was)[^.;]{{0,30}}{office}"
    return re.search(told, material.parsed.article.text) is not None


def telling(role: str) -> list[str]:
    """The words of a role that say what one is and of what."""
    return [w for w in re.findall(r"[\w’'-]+", role) if fold(w) not in SMALL]


def tells_enough(role: str, name: str) -> bool:
    """Whether a role says to a stranger who its holder is.

    >>> tells_enough("mayor of Ostford", "Ann Lee"), tells_enough("head of the delegation", "Ann Lee")
    (True, False)
    """
    words = [fold(w).strip(".,’'") for w in role.split()]
    if not any(is_office(w) or w in VAGUE or w.removesuffix("s") in VAGUE for w in words) or len(words) > LONGEST:
        return False
    if (
        UNCLEAR.search(role)
        or role.count("(") != role.count(")")
        or fold(name).split()[-1] in words
        or (name_at_end(role) and AT_FIRM.search(role) is None)
    ):
        return False
    rest = [w for w in telling(role) if fold(w) not in PERSON_NOUNS | TITLES | CHIEFS]
    named = [w for w in rest if (w[0].isupper() or w[0].isdigit()) and fold(w) not in STANDING]
    if named and all(map(SHORT.fullmatch, named)) and not re.search(r",|\b(?:of|for|at)\b", role):
        return False  # "INC Chair": of what?
    if words[0] in VAGUE or words[-1] in VAGUE:
        return bool(named)
    if (words[-1] == "minister" and len(words) < 3) or words[-1] in SMALL:
        return False
    bare = re.match(r"[Tt]he ([A-Z]\w+)['’]s\s", role)
    if bare is not None and fold(bare[1]) in STANDING | BODY_NOUNS:  # "the Authority's": which one?
        return False
    if named:
        return True
    if re.search(r"\b[a-z]+(?:['’]s|s['’])\s", role):  # "the council's": whose is that?
        return False
    if not BODILY.isdisjoint(words) and not re.search(r"\b(?:of|at|to)\b", role):  # "a non-executive director"
        return False
    if words[0] not in ("the", "both") and len(telling(role)) > 1 and len(words) > 2:
        return True
    behind = re.search(r"\b(?:of|for|at|from|with)\b(.*)", role)
    return behind is not None and sum(fold(w) not in STANDING for w in telling(behind[1])) > 1


def _of_lines(material: Material) -> Iterator[RoleHolding]:
    """The roles that lines and items of lists state: "Ann Lee, President, Ostford College"."""
    text = material.parsed.article.text
    for paragraph in material.parsed.paragraphs:
        if any(t.tag_ in FINITE for t in paragraph.doc):
            continue
        original = paragraph.doc.original
        for line in original.split("\n") if is_list(original) else (original,):
            said = line.strip()
            if len(said) > LONGEST_LINE or said.endswith(ENDED):
                continue
            start = text.find(said, paragraph.start)
            for read in map(entry, slashed(said)):
                role = role_of(read)
                if read.name is not None and role and not begins_later(role):
                    yield RoleHolding(read.name, role, (start, start + len(said)), "line")


def _of_sentences(material: Material, known: list[str]) -> Iterator[RoleHolding]:
    """The roles that sentences give to people, in the order of the text."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        for item in role_mentions(people_of(sentence)):
            for person in (item.person, *item.others):
                name = _longest(elected.full_name(person, sentence), known)
                words = sentence.paragraph.doc[person.start : person.end]
                placed = len(words) > 2 and words[-1].ent_type_ == "GPE" and words[-2].folded not in PARTICLES
                if item.rule == "as" and (item.end == sentence.span.end or APPOINTING.search(sentence.span.text)):
                    continue  # a line that ends without a full stop may go on; who was appointed may have left
                if placed or not is_full(name) or _breaks(item, person, sentence) or _is_cut(item, sentence):
                    continue
                if begins_later(sentence.paragraph.doc.span(item.start, sentence.span.end).text):
                    continue
                role = _unnumbered(
                    HONOUR.sub("", RANK.sub("", _told(item, sentence, text)).strip("* ")),
                    sentence.paragraph.doc.original,
                )
                role = CURRENT.sub("", _singular(role) if item.plural else role)
                if not _names_other(item, person, sentence):
                    stateless = _lacks_state(role, item, sentence)
                    begun, span = _begun(role, sentence, item), sentence_span(sentence)
                    yield RoleHolding(name, begun, span, item.rule, stateless=stateless)


def _told(item: RoleMention, sentence: Sentence, text: str) -> str:
    """The words of a role, "the council's clerk" as that of the council by its name, where the text is clear."""
    doc = sentence.paragraph.doc
    begins = sentence.antecedents.get(item.start)
    owner = doc[item.start + 1] if begins is not None and doc[item.start].lower_ == "the" else None
    if begins is None or owner is None or doc.span(owner.i, item.end).text.count("'s") != 1 or owner.tag_[:2] != "NN":
        return verbatim(text, sentence.paragraph, item.start, item.end)
    behind = next(t.i for t in doc[owner.i : item.end] if t.lower_ == "'s") + 1
    body = POSSESSIVE.sub("", begins.name)
    return f"the {verbatim(text, sentence.paragraph, behind, item.end)} of {body}"


def _unnumbered(role: str, paragraph: str) -> str:
    """A role without the number of the next item of a list that runs on in one paragraph.

    >>> _unnumbered("Mayor of Tarn 2", "1. Ann Lee, Mayor of Tarn 2. Bo Ek"), _unnumbered("Chair of Pier 2", "Pier 2.")
    ('Mayor of Tarn', 'Chair of Pier 2')
    """
    found = re.search(r"\s(\d{1,2})\.?$", role)
    beside = f"{int(found[1]) - 1}|{int(found[1]) + 1}" if found is not None else ""
    listed = found is not None and re.search(rf"(?<!\d)(?:{beside})\. ", paragraph)
    return role[: found.start()] if found is not None and listed else role


def _begun(role: str, sentence: Sentence, item: RoleMention) -> str:
    """A role without small words before a title in capitals; a small first letter where it only began a sentence."""
    first = sentence.paragraph.doc[item.start]
    if item.rule == "before" and role[:1].islower() and fold(role.split()[0]) not in OPENING:
        capital = re.search(r"(?<![\w-])[A-Z]\w+(?= |$)", role)
        ranked = capital is not None and not RANKING.isdisjoint(role[: capital.start()].split())
        if capital is not None and not ranked and any(is_office(w) for w in role[capital.start() :].split()[:3]):
            return role[capital.start() :]
    return role[:1].lower() + role[1:] if first.is_sent_start and first.lower_ in ("the", "a", "an") else role


def _is_cut(item: RoleMention, sentence: Sentence) -> bool:
    """Whether a role before a name may begin further left: "trade and industry commissioner"."""
    doc, start = sentence.paragraph.doc, item.start
    if item.rule != "before" or start - 2 < sentence.span.start:
        return False
    joint, left = doc[start - 1], doc[start - 2]
    if "then" in (joint.lower_, left.lower_) or joint.lower_.startswith("then-"):
        return True
    if left.text == "," or any(p.start <= left.i < p.end for p in sentence.people):
        return False
    if joint.lower_ in ("in", "of", "for", "to", "on"):
        return left.text[0].isupper() and not left.is_sent_start
    return joint.lower_ in ("and", "&", "–", "-") and left.pos_ in ("NOUN", "PROPN", "ADJ")


def _breaks(item: RoleMention, person: Person, sentence: Sentence) -> bool:
    """Whether a line ends between a name and a role: those of the next line are another's."""
    doc = sentence.paragraph.doc
    first, last = min(item.start, person.start), max(item.end, person.end)
    return "\n" in doc.original[doc[first].idx : doc[last - 1].idx] and is_list(doc.original)


def is_list(text: str) -> bool:
    """Whether the lines of a paragraph are items and not a wrapped text: short ones that begin with capitals."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(line[:1].isupper() for line in lines) and min(map(len, lines[:-1])) < 60


def _names_other(item: RoleMention, person: Person, sentence: Sentence) -> bool:
    """Whether words of a role are another person's name."""
    places = {i for p in sentence.people if is_place_of(p, sentence) for i in range(p.start, p.end)}
    doc = sentence.paragraph.doc
    people = [t for t in doc[item.start : item.end] if t.ent_type_ == "PERSON" and not is_role(t)]
    others = [p for p in sentence.people if p.start not in (person.start, *places)]
    return any(t.i not in places for t in people) or any(p.start < item.end and item.start < p.end for p in others)


def _lacks_state(role: str, item: RoleMention, sentence: Sentence) -> bool:
    """Whether a role in a sentence is one that many states have, and does not say of which: "Foreign Minister"."""
    if item.rule not in ("before", "behind", "front") or not ABROAD.search(role) or STATE.search(role):
        return False
    words = sentence.paragraph.doc[item.start : item.end]
    stately = any(t.ent_type_ in ("GPE", "NORP") or t.lower_ in ("house", "nations") for t in words)
    stately = stately or any(t.text[:1].isupper() and t.folded in COUNTRIES for t in words)  # "the UAE Minister"
    return not (stately or " of the " in role or OF_A_STATE.search(role))


def _longest(name: str, known: list[str]) -> str:
    """The longest form of a name met so far, and remember it."""
    words = fold(name).split()
    for other in known:
        if same_person(words, fold(other).split()) and len(words) <= len(other.split()):
            return other
    known.append(name)
    return name


def _singular(role: str) -> str:
    """A plural role as that of one person.

    >>> _singular("The two dissenting members")
    'dissenting member'
    """
    role = re.sub(r"^(?:the\s+)?(?:(?:two|three|four|five|six|\d+)\s+)?", "", role, flags=re.IGNORECASE)
    words = role.split()
    for n, word in enumerate(words):
        bare = fold(word).strip(",.")
        noun = bare.rsplit("-", 1)[-1]
        if noun not in PERSON_NOUNS and noun.endswith("s") and noun[:-1] in PERSON_NOUNS:
            words[n] = re.sub(r"s(\W*)$", r"\1", word)
            break
    return " ".join(words)
