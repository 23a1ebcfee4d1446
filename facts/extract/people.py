"""People: who somebody is, and who holds a role."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.roles import Found, found
from facts.names import Person
from facts.phrases import fold, resolved, squeezed, verbatim
from facts.words import BODY_NOUNS, PERSON_NOUNS

OWN = re.compile(r"^(?:its|their|his|her|our)\s+", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
RANK = re.compile(r"\s+(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir|Dame)\.?$")
HEADS = {
    "chair": "chairs",
    "chairman": "chairs",
    "chairperson": "chairs",
    "chairwoman": "chairs",
    "chief": "heads",
    "director": "heads",
    "head": "heads",
    "leader": "leads",
    "manager": "manages",
}
"""Roles at the head of something, and what one does in them."""
NOUN = "|".join(sorted((re.escape(n) for n in PERSON_NOUNS), key=len, reverse=True))
ANOTHER = re.compile(rf"\s*(?:,\s*and|,|\band)\s+(?=(?:the\s+)?(?:[\w.’'&-]+\s+){{0,5}}?(?:{NOUN})s?\b)", re.IGNORECASE)
"""Where one role ends and another of the same person begins."""


@dataclasses.dataclass(frozen=True, slots=True)
class Post:
    """A role of a person as the text has it, and with what its mentions stand for spelt out."""

    name: str
    text: str
    full: str
    how: str
    sentence: Sentence


def facts(material: Material) -> Iterator[Draft]:
    """Yield who each named person is and who holds each role, each once."""
    posts = list(_posts(material))
    seen: set[tuple[str, str]] = set()
    for n, post in enumerate(posts):
        key = (fold(post.name), fold(ARTICLE.sub("", post.full)))
        if key in seen or any(_says_more(other, post, first=m < n) for m, other in enumerate(posts) if m != n):
            continue
        seen.add(key)
        yield from _drafts(post)
    yield from _groups(material)


def _posts(material: Material) -> Iterator[Post]:
    """Every role of every person, in the order of the text."""
    longest: dict[str, str] = {}
    text = material.parsed.article.text
    for sentence in material.sentences:
        taken: dict[str, str] = {}
        for item in found(sentence):
            for person in (item.person, *item.others):
                name = longest.setdefault(fold(_name(person, sentence)), _name(person, sentence))
                post = _post(name, item, sentence, text)
                if post is not None and len(post.text) > 1:
                    yield from _counterpart(post, item, person, taken) or (post,)
                    taken[name] = post.text


def _name(person: Person, sentence: Sentence) -> str:
    """A person's name in the longest form met so far."""
    reference = sentence.references.get(person.start)
    if reference and reference[0] == person.end:
        return squeezed(reference[1])
    return squeezed(sentence.paragraph.doc[person.start : person.end].text)


def _post(name: str, item: Found, sentence: Sentence, text: str) -> Post | None:
    """The words of a role."""
    written = RANK.sub("", verbatim(text, sentence.paragraph, item.start, item.end)).strip("* ")
    full = resolved(sentence.paragraph.doc, list(range(item.start, item.end)), sentence.references)
    full = RANK.sub("", full).strip("* ")
    if fold(name) in fold(full) or not re.search(r"\w\w", written):
        full = written
    if OWN.match(written):
        written = full = OWN.sub("", written) if OWN.match(full) or full == written else full
    if item.how == "role" and (_plural(item, sentence) or item.others):
        written, full = _singular(written), _singular(full)
    return Post(name, written, full, item.how, sentence) if written else None


def _plural(item: Found, sentence: Sentence) -> bool:
    """Whether a role that one person has is written in the plural: "trustees Curtis Wynne, …"."""
    last = sentence.paragraph.doc[item.end - 1]
    return last.tag_ in ("NNS", "NNPS") and last.lemma_.lower() in PERSON_NOUNS


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


def _counterpart(post: Post, item: Found, person: Person, taken: dict[str, str]) -> tuple[Post, ...]:
    """ "his Greek and French counterparts, A and B": each gets the office of the one named before, of his country."""
    match = re.search(r"^(.*)\bcounterparts?$", post.text, re.IGNORECASE)
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
    return (dataclasses.replace(post, text=f"{kind} {office}", full=f"{kind} {office}"),)


def _says_more(other: Post, post: Post, *, first: bool) -> bool:
    """Whether another role of the same person says all that this one says."""
    if fold(other.name) != fold(post.name) or other.how == "leads" or post.how == "leads":
        return False
    mine, theirs = (set(re.findall(r"\w+", fold(ARTICLE.sub("", p.full)))) for p in (post, other))
    return mine < theirs or mine == theirs and first


def _drafts(post: Post) -> Iterator[Draft]:
    span, name = sentence_span(post.sentence), post.name
    who = f"Who is {name}?"
    if post.how == "body":
        variants = (f"Where is {name} from?", f"What organisation is {name} from?", f"Who does {name} represent?")
        yield Draft("who", who, post.text, span, variants, None, 0.75)
        return
    if post.how == "leads":
        yield from _led(post, span)
        return
    variants = (f"What is the role of {name}?", f"What is {name}’s title?", f"What post does {name} hold?", f"What is {name}’s job?")
    yield Draft("who", who, post.text, span, variants, None, 0.9)
    for part, full in zip(_parts(post.text), _parts(post.full), strict=False):
        if _askable(part):
            others = dict.fromkeys(v for role in (part, full) for v in _ways(role))
            question = f"Who is the {part}?"
            variants = (*(v for v in others if v != question), f"Who serves as {part}?")
            yield Draft("who", question, name, span, tuple(dict.fromkeys(variants)), None, 0.85)


def _led(post: Post, span: tuple[int, int]) -> Iterator[Draft]:
    """Who leads what, and that as what somebody is known for."""
    match = re.match(r"(\w+(?:-\w+)?)\s+((?:the|a|an|its|his|her|their)\s+.*|[A-Z].*)$", post.text)
    verb_first = match is not None and fold(match[1]).startswith(("lead", "led", "head", "chair", "co-", "direct", "run", "ran", "overs", "manag", "command", "presid"))
    thing = re.match(r"\w+(?:-\w+)?\s+(.*)$", post.full)[1] if verb_first and re.match(r"\w+(?:-\w+)?\s+\S", post.full) else post.full  # type: ignore[index]
    if verb_first:
        yield Draft("who", f"Who is {post.name}?", post.text, span, (f"What does {post.name} lead?",), None, 0.75)
    thing = ARTICLE.sub("the ", thing) if ARTICLE.match(thing) else thing
    yield Draft("who", f"Who leads {thing}?", post.name, span, tuple(f"{v} {thing}?" for v in ("Who heads", "Who is the head of", "Who chairs", "Who is in charge of")), None, 0.85)


def _parts(role: str) -> list[str]:
    """The roles that commas and "and" join.

    >>> _parts("the Director of trade and head of the delegation")
    ['Director of trade', 'head of the delegation']
    """
    return [ARTICLE.sub("", part) for part in (squeezed(p) for p in ANOTHER.split(role)) if part]


def _askable(role: str) -> bool:
    """Whether there is one holder to ask for: more than a bare noun, and not "retired midwife who …"."""
    words = role.split()
    return len(words) > 1 and len(words) <= 20 and not re.search(r"\b(?:who|which|whose)\b", role)


def _ways(role: str) -> Iterator[str]:
    """The ways to ask for the holder of a role.

    >>> list(_ways("EPA Administrator"))
    ['Who is the EPA Administrator?', 'Who is the Administrator of the EPA?', 'Who is the head of the EPA?']
    """
    yield f"Who is the {role}?"
    behind = re.match(rf"((?:[\w-]+\s+){{0,3}}?(?:{NOUN}))\s+(?:of|for)\s+(.+)$", role, re.IGNORECASE)
    if behind:
        office, body = behind[1], behind[2]
        bare = ARTICLE.sub("", body)
        yield f"Who is {body}’s {office}?"
        if len(bare.split()) < 5:
            yield f"Who is the {bare} {office}?"
        does = HEADS.get(fold(office).split()[-1])
        if does and not re.match(r"(?:deputy|vice|assistant|former)\b", office, re.IGNORECASE):
            yield f"Who {does} {body}?"
            yield f"Who is the head of {body}?"
        return
    before = re.match(rf"(.+?)(?:’s|'s)?\s+((?:(?:deputy|chief|executive|director|vice|secretary)[\s-])?(?:{NOUN}|general))$", role, re.IGNORECASE)
    if before and _is_body(before[1]):
        yield f"Who is the {before[2]} of the {before[1]}?"
        if not re.match(r"(?:deputy|vice|assistant)\b", before[2], re.IGNORECASE):
            yield f"Who is the head of the {before[1]}?"


def _is_body(name: str) -> bool:
    last = fold(name).split()[-1]
    return name.split()[-1].isupper() and len(name) > 1 or last in BODY_NOUNS


def _groups(material: Material) -> Iterator[Draft]:
    """Who the holders of a role in the plural are: "co-chairs A and B", "the two new directors, A and B"."""
    text = material.parsed.article.text
    for sentence in material.sentences:
        for item in found(sentence):
            if not item.others or item.how != "role":
                continue
            role = re.sub(r"^(?:the|its|their|his|her)\s+", "", verbatim(text, sentence.paragraph, item.start, item.end), flags=re.IGNORECASE)
            before = sentence.paragraph.doc[item.start - 1].lower_ if item.start else ""
            definite = fold(role) != fold(verbatim(text, sentence.paragraph, item.start, item.end)) or before in ("the", "its")
            if not definite and not fold(role).startswith(("co-", "both", "two")) or "counterpart" in fold(role):
                continue
            names = [_name(p, sentence) for p in (item.person, *item.others)]
            body = material.label if fold(role).startswith("co-") and " of " not in role else None
            variants = (f"Who were the {role}?", *((f"Who are the {role} of {body}?", f"Who co-chaired {body}?") if body else ()))
            answer = ", ".join(names[:-1]) + " and " + names[-1]
            yield Draft("list", f"Who are the {role}?", answer, sentence_span(sentence), variants, names, 0.85)
