"""People: who somebody is, and who holds a role."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.names import Person, people, title_of
from facts.phrases import fold, squeezed, verbatim
from facts.words import ABBREVIATIONS, ROLE_NOUNS, TITLES

LINKS = frozenset({"of", "the", "for", "to", "and", "&", "on", "in", "at", "-", "'s", "/", ",", "a"})
"""Small words that may stand inside a role."""
ROLE_WORDS = ROLE_NOUNS | (TITLES - {"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "st"})
HONORIFICS = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "dame", "hon", "honourable", "honorable"})
LONGEST_ROLE = 30


@dataclasses.dataclass(frozen=True, slots=True)
class Role:
    """A person and a role of hers or his, as the text has them."""

    name: str
    role: str
    confidence: float


def facts(material: Material) -> Iterator[Draft]:
    """Yield who each named person is and who holds each role."""
    text = material.parsed.article.text
    full: dict[str, str] = {}
    for sentence in material.sentences:
        for person in people(sentence.span):
            name = _full_name(person, sentence, full)
            for role in _roles(person, name, sentence, text):
                yield from _role_drafts(role, sentence_span(sentence))


def _full_name(person: Person, sentence: Sentence, full: dict[str, str]) -> str:
    """A person's name in the longest form met so far."""
    reference = sentence.references.get(person.start)
    name = reference[1] if reference and reference[0] == person.end else verbatim_name(person, sentence)
    return full.setdefault(fold(name), name)


def verbatim_name(person: Person, sentence: Sentence) -> str:
    """A name as the text has it, on one line."""
    return squeezed(sentence.paragraph.doc[person.start : person.end].text)


def _roles(person: Person, name: str, sentence: Sentence, text: str) -> Iterator[Role]:
    before = _role_before(person, sentence, text)
    if before:
        yield Role(name, before, 0.9)
    after = _role_after(person, sentence, text)
    if after:
        yield Role(name, after, 0.9)
    named = _role_named(person, sentence, text)
    if named:
        yield Role(name, named, 0.85)


def _role_before(person: Person, sentence: Sentence, text: str) -> str | None:
    """The role that stands right before a name: "Egyptian foreign minister", "Secretary of the Interior"."""
    doc = sentence.paragraph.doc
    i = person.start - 1
    start = person.start
    seen_role = False
    while i >= sentence.span.start and person.start - i <= LONGEST_ROLE:
        token = doc[i]
        word = fold(token.text).rstrip(".")
        if token.is_punct and token.text not in ("-", "/", "&", ".") or token.text == "," or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            break
        if word in ("and", "or") and not _joins_role(i, sentence):
            break
        if word in LINKS and not (word == "in" or word == "at"):
            if seen_role and word in ("of", "for", "to") and (i == sentence.span.start or doc[i - 1].lemma_.lower() not in ROLE_WORDS):
                break
            i -= 1
            continue
        capital = token.text[:1].isupper() or token.text[:1].isdigit()
        role_word = word in ROLE_WORDS or token.lemma_.lower() in ROLE_WORDS
        if not (capital or role_word or token.pos_ in ("NOUN", "ADJ", "PROPN") and seen_role or token.dep_ in ("amod", "compound", "nmod")):
            break
        if token.ent_type_ in ("DATE", "TIME"):
            break
        seen_role = seen_role or role_word
        start = i
        i -= 1
    if not seen_role or start >= person.start:
        return None
    while start < person.start and doc[start].lower_ in LINKS:
        start += 1
    role = verbatim(text, sentence.paragraph, start, person.start)
    words = [fold(w).rstrip(".") for w in role.split()]
    if not words or all(w in HONORIFICS or w in ABBREVIATIONS for w in words) or words[0] in ("and", "or"):
        return None
    return re.sub(r"\s+(?:Dr|Mr|Ms|Mrs|Prof|Sir)\.?$", "", role)


def _joins_role(i: int, sentence: Sentence) -> bool:
    """Whether an "and" joins two words of one role ("Cyber and Emerging Technology") and not two people."""
    paragraph = sentence.paragraph.doc
    left = paragraph[i - 1] if i > sentence.span.start else None
    if left is None or left.ent_type_ == "PERSON":
        return False
    j = i - 1
    while j > sentence.span.start and paragraph[j].pos_ in ("PROPN", "NOUN", "ADJ"):
        j -= 1
    return paragraph[j].lower_ in ("for", "of", "on", "to", ",") or paragraph[j].text == "&"


def _role_after(person: Person, sentence: Sentence, text: str) -> str | None:
    """The role in an apposition behind a name: "Kim Lee, director of trade and head of the delegation, said"."""
    doc = sentence.paragraph.doc
    if person.end >= sentence.span.end or doc[person.end].text not in (",", "(", "–", "—"):
        return None
    end = _apposition_end(person.end + 1, sentence, bracket=doc[person.end].text == "(")
    if end is None:
        return None
    role = verbatim(text, sentence.paragraph, person.end + 1, end)
    words = [fold(w).strip(".,") for w in role.split()]
    roles = [w for w in words if w in ROLE_WORDS]
    if not any(w in ROLE_WORDS for w in words[:9]) or len(words) > LONGEST_ROLE:
        return None
    inner = [p for p in people(sentence.span) if person.end < p.start < end]
    if inner and inner[-1].end == end and len(roles) < 2:
        return None
    return role


def _apposition_end(start: int, sentence: Sentence, bracket: bool) -> int | None:
    """The token behind an apposition that begins at `start`, or None where none does."""
    doc = sentence.paragraph.doc
    first = doc[start] if start < sentence.span.end else None
    if first is None or first.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "ADV") or first.tag_ in ("WP", "WDT", "PRP"):
        return None
    if first.pos_ == "PROPN" and any(p.start == start for p in people(sentence.span)):
        return None
    i = start
    while i < sentence.span.end:
        token = doc[i]
        if bracket and token.text == ")":
            return i
        if not bracket and (token.text in (",", ";", ".", "–", "—", ":") and not (token.text == "." and i + 1 < sentence.span.end)):
            if token.text == "," and i + 2 < sentence.span.end and doc[i + 1].lower_ not in ("and", "who", "which") and _continues_role(doc[i + 1]):
                i += 1
                continue
            return i
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl", "compound") and not bracket:
            return i
        if token.lower_ == "and" and i + 1 < sentence.span.end and _starts_person(i + 1, sentence):
            return i
        i += 1
    return i if i - start <= LONGEST_ROLE else None


def _continues_role(token: Token) -> bool:
    return token.lower_ in ("energy", "climate", "trade", "security", "industry", "technology", "science", "culture", "sport", "media", "infrastructure", "innovation")


def _starts_person(start: int, sentence: Sentence) -> bool:
    doc = sentence.paragraph.doc
    i = start
    while i < sentence.span.end and title_of(doc[i]):
        i += 1
    return any(p.start == i for p in people(sentence.span))


def _role_named(person: Person, sentence: Sentence, text: str) -> str | None:
    """The role of a noun phrase that a name stands behind in apposition: "the government's lawyer, Richard Keen"."""
    doc = sentence.paragraph.doc
    if person.start < sentence.span.start + 3 or doc[person.start - 1].text != ",":
        return None
    end = person.start - 1
    start = end - 1
    while start > sentence.span.start and doc[start - 1].text not in (",", ";", ".", ":", "(", "–", "—", '"') and doc[start - 1].pos_ not in ("VERB", "AUX", "SCONJ"):
        start -= 1
    while start < end and doc[start].pos_ in ("ADP", "CCONJ", "ADV", "SCONJ") and doc[start].lower_ not in ("the", "a"):
        start += 1
    words = [fold(t.text) for t in doc[start:end]]
    if not words or len(words) > LONGEST_ROLE or any(p.start >= start and p.end <= end for p in people(sentence.span)):
        return None
    last = next((t for t in reversed(doc[start:end]) if t.pos_ in ("NOUN", "PROPN")), None)
    heads = [t for t in doc[start:end] if t.lemma_.lower() in ROLE_WORDS and t.pos_ in ("NOUN", "PROPN")]
    if not heads or last is None or heads[0].tag_ in ("NNS", "NNPS"):
        return None
    return verbatim(text, sentence.paragraph, start, end)


def _role_drafts(role: Role, span: tuple[int, int]) -> Iterator[Draft]:
    bare = re.sub(r"^(?:the|a|an|its|their|his|her|then-|former)\s+", "", role.role, flags=re.IGNORECASE)
    yield Draft("who", f"Who is {role.name}?", role.role, span, (f"What is the role of {role.name}?", f"What is {role.name}’s title?", f"What post does {role.name} hold?"), None, role.confidence)
    for part in _parts(bare):
        if len(part.split()) < 2 or role.confidence < 0.85:
            continue
        yield Draft("who", f"Who is the {part}?", role.name, span, (f"Who serves as {part}?",), None, role.confidence - 0.05)


def _parts(role: str) -> list[str]:
    """The roles that an "and" joins: "Director of trade" and "head of the delegation"."""
    pieces = re.split(r"\s+and\s+(?=(?:\w+\s+)?(?:[a-z-]*(?:chair|head|director|president|minister|secretary|leader|chief|coordinator|member|spokes)\w*)\b)", role, flags=re.IGNORECASE)
    return [p for p in (squeezed(p) for p in pieces) if p]
