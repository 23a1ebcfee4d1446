"""People: who somebody is, and who holds a role."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.people.behind_names import FORMERLY
from facts.extract.people.roles import role_mentions
from facts.extract.people.sentence_people import FINITE, RoleMention, people_of
from facts.folding import fold, squeezed
from facts.parse.name_words import is_role
from facts.parse.names import Person, same_person
from facts.parse.phrases import is_body, resolved, verbatim
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, HEADLIKE, HEADS, LEADING, OFFICES, PERSON_NOUNS

OWN = re.compile(r"^(?:its|their|his|her|our)\s+", re.IGNORECASE)
OWNED = re.compile(
    r"(?:the\s)?(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*(?:['’]s|s['’])\s(?=[a-z])"
    r"|[A-Z]\w*(?<!men|ple|ren)['’]s\s"
)
"""How a role begins that names its owner: "Chile's president", "the Soil Fund's manager"."""
NUMBER = re.compile(r"^(?:two|three|four|five|six|\d+)\s+", re.IGNORECASE)
ITS = re.compile(r"^(?:its|their)\s", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
RANK = re.compile(r"\s+(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir|Dame)\.?$")
PAIRS = "chief|executive|prime|secretary|vice"
"""First words of roles of two words."""
SECOND = re.compile(r"(?:acting|assistant|associate|deputy|former|vice)\b", re.IGNORECASE)
"""How a role begins whose holder is not the head."""
NOUN = "|".join(sorted((re.escape(n) for n in PERSON_NOUNS), key=len, reverse=True))
ANOTHER = re.compile(rf"\s*(?:,\s*and|,|\band)\s+(?=(?:the\s+)?(?:[\w.’'&-]+\s+){{0,5}}?(?:{NOUN})s?\b)", re.IGNORECASE)
"""Where one role ends and another of the same person begins."""


@dataclasses.dataclass(frozen=True, slots=True)
class RoleHolding:
    """A person and a role that she or he holds: `text` as it is written, `full` with its mentions resolved."""

    name: str
    text: str
    full: str
    how: str
    shared: bool
    sentence: Sentence


def facts(material: Material) -> Iterator[Draft]:
    """Yield who each named person is and who holds each role, each once."""
    holdings = list(_role_holdings(material))
    seen: set[tuple[str, str]] = set()
    for n, holding in enumerate(holdings):
        key = (fold(holding.name), fold(ARTICLE.sub("", holding.full)))
        if (
            key in seen
            or _is_thin(holding, holdings)
            or any(_says_more(other, holding, first=m < n) for m, other in enumerate(holdings) if m != n)
        ):
            continue
        seen.add(key)
        yield from _drafts(
            holding, alone=not any(p.how == "role" and fold(p.name) == fold(holding.name) for p in holdings)
        )
    yield from _groups(material)


def _role_holdings(material: Material) -> Iterator[RoleHolding]:
    """Every role of every person, in the order of the text."""
    known: list[str] = []
    body: str | None = None
    text = material.parsed.article.text
    for sentence in material.sentences:
        taken: dict[str, str] = {}
        for item in role_mentions(people_of(sentence, {fold(name).split()[-1] for name in known if " " in name})):
            for person in (item.person, *item.others):
                name = _longest(_name(person, sentence), known)
                holding = _role_holding(name, item, sentence, text, body)
                if holding is not None and len(holding.text) > 1:
                    yield from _counterpart(holding, item, person, taken) or (holding,)
                    taken[name] = holding.text
        body = _subject(sentence) or body


def _name(person: Person, sentence: Sentence) -> str:
    """A person's name in the longest form met so far."""
    antecedent = sentence.antecedents.get(person.start)
    if antecedent and antecedent.mention_end == person.end:
        return squeezed(antecedent.name)
    return squeezed(sentence.paragraph.doc.span(person.start, person.end).text)


def _longest(name: str, known: list[str]) -> str:
    """The longest form of a name met so far, and remember it."""
    words = fold(name).split()
    for other in known:
        if same_person(words, fold(other).split()) and len(words) <= len(other.split()):
            return other
    known.append(name)
    return name


def _role_holding(name: str, item: RoleMention, sentence: Sentence, text: str, body: str | None) -> RoleHolding | None:
    """The words of a role. `body` is what was spoken of before, for "its president"."""
    written = RANK.sub("", verbatim(text, sentence.paragraph, item.start, item.end)).strip("* ")
    full = resolved(sentence.paragraph.doc, list(range(item.start, item.end)), sentence.antecedents)
    full = RANK.sub("", full).strip("* ")
    if fold(name) in fold(full) or not re.search(r"\w\w", written):
        full = written
    if OWN.match(written):
        clear = (
            ITS.match(written) and not OWN.match(full) and re.match(r"(?!(?:None|Some|All|Both)\b)(?:the|[A-Z])", full)
        )
        bare = OWN.sub("", written)
        written = full = full if clear else f"{body}'s {bare}" if body and ITS.match(written) else bare
    if item.plural:
        written, full = _singular(written), _singular(full)
    first = sentence.paragraph.doc[item.start]
    if first.is_sent_start and first.ent_type_ != "NORP" and len(first.text) > 1 and first.text[1:].islower():
        following = sentence.paragraph.doc[item.start + 1]
        full = (
            full[:1].lower() + full[1:]
            if following.text.islower() and following.is_alpha and following.pos_ != "ADP"
            else full
        )
    return RoleHolding(name, written, full, item.how, item.plural, sentence) if written else None


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


def _counterpart(
    holding: RoleHolding, item: RoleMention, person: Person, taken: dict[str, str]
) -> tuple[RoleHolding, ...]:
    """ "his Greek and French counterparts, A and B": each gets the office of the one named before, of his country."""
    match = re.search(r"^(.*)\bcounterparts?$", holding.text, re.IGNORECASE)
    if not match or not taken:
        return ()
    kinds = [w for w in re.split(r"\s*(?:,|\band\b)\s*", match[1].strip()) if w]
    holders = (item.person, *item.others)
    office = re.sub(r"^(?:the\s+)?\S+\s+(?=\S)", "", next(iter(taken.values())))
    if len(kinds) == len(holders):
        kind = kinds[holders.index(person)]
    elif len(kinds) == 1:
        kind = kinds[0]
    else:
        return ()
    return (dataclasses.replace(holding, text=f"{kind} {office}", full=f"{kind} {office}", shared=False),)


def _says_more(other: RoleHolding, holding: RoleHolding, *, first: bool) -> bool:
    """Whether another role of the same person says all that this one says."""
    if fold(other.name) != fold(holding.name) or other.how == "leads" or holding.how == "leads":
        return False
    mine, theirs = (set(re.findall(r"\w+", fold(ARTICLE.sub("", p.full)))) for p in (holding, other))
    return mine < theirs or (mine == theirs and first)


def _is_thin(holding: RoleHolding, holdings: list[RoleHolding]) -> bool:
    """Whether a role is a bare word ("co-chair", "member") and another of the same person says more of her or him."""
    bare = ARTICLE.sub("", holding.text)
    if holding.how != "role" or " " in bare or fold(bare) in OFFICES:
        return False
    return any(
        p.how == "role" and fold(p.name) == fold(holding.name) and " " in ARTICLE.sub("", p.text) for p in holdings
    )


def _drafts(holding: RoleHolding, *, alone: bool) -> Iterator[Draft]:
    """The facts of one role. `alone`: nothing else says who the person is."""
    span, name = sentence_span(holding.sentence), holding.name
    who = f"Who is {name}?"
    if holding.how == "body":
        places: tuple[str, ...] = (
            f"Where is {name} from?",
            f"What organisation is {name} from?",
            f"Who does {name} represent?",
        )
        if fold(holding.text).split()[0] in FORMERLY:
            places = (f"Where was {name} before?", f"What did {name} do before?")
        places = (who, *places) if alone else places
        yield Draft("who" if alone else "where", places[0], holding.text, span, places[1:], None, 0.75)
        return
    if holding.how == "leads":
        yield from _led(holding, span)
        return
    titles = (
        f"What is the role of {name}?",
        f"What is {name}’s title?",
        f"What post does {name} hold?",
        f"What is {name}’s job?",
    )
    yield Draft("who", who, holding.text, span, titles, None, 0.9)
    for part, full in zip(_parts(holding.text), _parts(holding.full), strict=False):
        if _askable(part, holding.text) and not holding.shared:
            others = dict.fromkeys(v for role in (part, full) for v in _ways(role))
            question = _asked(full if fold(part) == fold(full) else part)
            variants = (*(v for v in others if v != question), f"Who serves as {part}?")
            yield Draft("who", question, name, span, tuple(dict.fromkeys(variants)), None, 0.85)


def _led(holding: RoleHolding, span: tuple[int, int]) -> Iterator[Draft]:
    """Who leads what, and that as what somebody is known for."""
    first, _, rest = holding.full.partition(" ")
    verb = next((v for v in LEADING if fold(first) in v), None)
    thing = rest if verb else holding.full
    if verb:
        yield Draft(
            "who", f"Who is {holding.name}?", holding.text, span, (f"What does {holding.name} {verb[0]}?",), None, 0.75
        )
    if not thing or thing.split()[-1] in GATHERING_NOUNS or (verb and re.match(r"an?\s", thing)):
        return
    past = verb is not None and fold(first) == verb[2]
    thing = "the " + ARTICLE.sub("", thing) if ARTICLE.match(thing) else thing
    asked = (
        ("led", "headed", "chaired")
        if past
        else ("leads", "heads", "chairs", "is in charge of", "is the head of", "led")
    )
    questions = [f"Who {first.lower()} {thing}?"] if verb else []
    questions += [f"Who {does} {thing}?" for does in asked]
    yield Draft("who", questions[0], holding.name, span, tuple(dict.fromkeys(questions[1:])), None, 0.85)


def _parts(role: str) -> list[str]:
    """The roles that commas and "and" join.

    >>> _parts("the Director of trade and head of the delegation")
    ['Director of trade', 'head of the delegation']
    """
    return [
        part if OWNED.match(part) else ARTICLE.sub("", part)
        for part in (squeezed(p) for p in ANOTHER.split(role))
        if part
    ]


def _askable(role: str, whole: str) -> bool:
    """Whether there is one holder to ask for: not a bare noun, not "a solicitor", not "retired midwife who …"."""
    words = role.split()
    one_of_many = re.match(r"an?\s", whole) and not re.search(r"[A-Z]|\b(?:of|for)\b", role)
    named = len(words) > 1 or fold(role) in OFFICES
    return named and len(words) <= 20 and not one_of_many and not re.search(r"\b(?:who|which|whose)\b", role)


def _asked(role: str) -> str:
    """The question for the holder of a role.

    >>> _asked("Chile's president"), _asked("chair of the board")
    ("Who is Chile's president?", 'Who is the chair of the board?')
    """
    role = role[:1].lower() + role[1:] if role.startswith("The ") else role
    return f"Who is {role}?" if OWNED.match(role) else f"Who is the {ARTICLE.sub('', role)}?"


def _ways(role: str) -> Iterator[str]:
    """The ways to ask for the holder of a role.

    >>> list(_ways("EPA Administrator"))
    ['Who is the EPA Administrator?', 'Who is the Administrator of the EPA?', 'Who is the head of the EPA?']
    >>> list(_ways("Chilean Secretary of Foreign Affairs"))[2:]
    ['Who is the Chilean Foreign Affairs Secretary?', 'Who is the Chilean Foreign Secretary?']
    """
    yield _asked(role)
    department = re.sub(r"\b(Department|Ministry) of (?:the )?([A-Z]\w+)(?= \w+$)", r"\2 \1", role)
    if department != role:
        yield _asked(department)
    behind = re.match(
        rf"((?:[\w-]+\s+){{0,3}}?)((?:(?:{PAIRS})[ -])?(?:{NOUN})(?:[ -]general)?)\s+(?:of|for)\s+(.+)$",
        role,
        re.IGNORECASE,
    )
    if behind:
        yield from _of_body(behind[1], behind[2], behind[3])
        return
    before = re.match(
        rf"(.+?)(?:’s|'s)?\s+((?:(?:deputy|director|{PAIRS})[\s-])?(?:{NOUN}|general))$", role, re.IGNORECASE
    )
    body = ARTICLE.sub("", before[1]) if before else ""
    if before and _is_body(body):
        yield f"Who is the {before[2]} of the {body}?"
        if not SECOND.match(before[2]) and fold(before[2]).split()[-1] in HEADLIKE:
            yield f"Who is the head of the {body}?"


def _of_body(kind: str, noun: str, body: str) -> Iterator[str]:
    """The ways to ask for "KIND NOUN of BODY": "deputy director of the port office", "Chilean Minister of Mining"."""
    bare = ARTICLE.sub("", body)
    yield f"Who is {body}’s {kind}{noun}?"
    if len(bare.split()) < 5:
        names = dict.fromkeys((bare, bare.removesuffix(" Affairs")))
        yield from (f"Who is the {kind}{name} {noun}?" for name in names)
    if (fold(noun) in HEADLIKE or fold(noun).split()[-1] in HEADLIKE) and not SECOND.match(kind + noun):
        yield f"Who {HEADS.get(fold(noun), 'heads')} {body}?"
        yield f"Who is the head of {body}?"


def _is_body(name: str) -> bool:
    last = fold(name).split()[-1]
    return (name.split()[-1].isupper() and len(name) > 1) or last in BODY_NOUNS


def _groups(material: Material) -> Iterator[Draft]:
    """Who the holders of a role in the plural are: "co-chairs A and B", "the two new directors, A and B"."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        for item in role_mentions(people_of(sentence)) if len(sentence.people) > 1 else ():
            if not item.others or item.how != "role":
                continue
            written = verbatim(text, sentence.paragraph, item.start, item.end)
            role = re.sub(r"^(?:the|its|their|his|her)\s+", "", written, flags=re.IGNORECASE)
            before = sentence.paragraph.doc[item.start - 1].lower_ if item.start else ""
            whole = role != written or before in ("the", "its") or fold(role).startswith(("co-", "both", "two"))
            if not whole or "counterpart" in fold(role):
                continue
            names = [_name(p, sentence) for p in (item.person, *item.others)]
            body = (
                (_subject(sentence) or material.label) if fold(role).startswith("co-") and " of " not in role else None
            )
            asked = (
                [f"Who are the {role} of {body}?", f"Who co-chairs {body}?", f"Who co-chaired {body}?"] if body else []
            )
            role = role[:1].lower() + role[1:] if sentence.paragraph.doc[item.start].is_sent_start else role
            uncounted = NUMBER.sub("", role)
            asked += [f"Who {are} the {r}?" for r in dict.fromkeys((role, uncounted)) for are in ("are", "were")]
            answer = ", ".join(names[:-1]) + " and " + names[-1]
            yield Draft("list", asked[0], answer, sentence_span(sentence), tuple(asked[1:]), names, 0.85)


def _subject(sentence: Sentence) -> str | None:
    """The body that a sentence speaks of: its first subject up to the verb, where that names a body."""
    span = sentence.span
    subjects = (t for t in span if t.dep_ in ("nsubj", "nsubjpass"))
    subject = next((t for t in subjects if t.pos_ in ("NOUN", "PROPN") or t.ent_type_ == "ORG"), None)
    if (
        subject is None
        or subject.tag_ == "NNS"
        or is_role(subject)
        or any(p.start <= subject.i < p.end for p in sentence.people)
    ):
        return None
    start = subject.left_edge.i
    end = next((t.i for t in span if t.i > subject.i and t.tag_ in FINITE), subject.i + 1)
    name = resolved(sentence.paragraph.doc, list(range(start, end)), sentence.antecedents) if end - start < 16 else ""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    parts = [part for part in name.split(", ") if part]
    named = [part for part in parts if re.match(r"(?:[Tt]he )?[A-Z][a-z]", part)]
    name = (named or parts or [""])[-1]
    return ARTICLE.sub("the ", name) if is_body(subject) or subject.pos_ == "PROPN" else None
