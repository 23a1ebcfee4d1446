"""Lists: coordinated phrases, lists of people with titles and roles, and bullets below a sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facts.extract.draft import Material, Sentence
from facts.folding import squeezed
from facts.parse.clauses import Argument, Clause
from facts.parse.parser import Paragraph
from facts.parse.phrases import is_body, is_person, verbatim
from facts.parse.tree import Doc, Token
from facts.parse.words import BODY_NOUNS, HONORIFICS, PERSON_NOUNS, TITLES

LAST_ITEM = re.compile(r",?\s+(?:and|or|as well as|&)\s+")
SUBJECT_BREAK = re.compile(
    r"[;.]\s|\)\s|\s[–—]\s|"
    r",\s(?:which|who|where|while|but|after|before|to|in|on|at|for|with|from|as part|said|he|she|it|they)\s",
    re.IGNORECASE,
)
LONGEST_ITEM = 14
LONGEST_BULLET = 200
"""Code points of a bullet of several sentences that is still an item of a list."""


def split_items(text: str) -> list[str]:
    """The items of a list that a text begins with, up to the one behind "and".

    >>> split_items("Russia, China, the US, and India, and representatives from the press.")
    ['Russia', 'China', 'the US', 'India']
    """
    border = SUBJECT_BREAK.search(text)
    body = text[: border.start()] if border else text.rstrip(' .;"”')
    items: list[str] = []
    rest = body
    while rest:
        comma = rest.find(", ")
        final = LAST_ITEM.search(rest)
        if final and (comma < 0 or final.start() <= comma):
            items.append(rest[: final.start()])
            tail = rest[final.end() :]
            items.append(re.split(r",\s", tail)[0])
            break
        if comma < 0:
            items.append(rest)
            break
        items.append(rest[:comma])
        rest = rest[comma + 2 :]
    cleaned = [squeezed(i) for i in items]
    if any(len(i.split()) > LONGEST_ITEM for i in cleaned):
        return []
    return [i for i in cleaned if i]


def coordinated(argument: Argument, text: str, paragraph: Paragraph) -> list[str]:
    """The parts of a coordinated phrase as they stand ("A", "B" and "C"); one part where nothing is coordinated."""
    head = argument.head
    tokens = [t for t in (head, *head.conjuncts) if argument.start <= t.i < argument.end]
    parts = []
    for n, token in enumerate(tokens):
        start = token.left_edge.i if n else argument.start
        borders = [c.left_edge.i for c in token.children if c.dep_ in ("conj", "cc") and c.i > token.i]
        end = min([*borders, token.right_edge.i + 1, argument.end])
        parts.append(verbatim(text, paragraph, start, max(end, token.i + 1)))
    return [p for p in parts if p]


NAMES = ("GPE", "NORP", "ORG", "PERSON")
"""The entities that a list of who was there is asked for by."""


def named_inside(argument: Argument, text: str, paragraph: Paragraph, kinds: tuple[str, ...] = NAMES) -> list[str]:
    """The countries, bodies and people named in a phrase: "his Greek and French counterparts" → Greek, French."""
    doc = argument.head.doc
    found: list[tuple[int, int]] = []
    for entity in doc.ents:
        torn = entity.start > 0 and doc[entity.start - 1].text == "-"  # "the Secretary-General"
        if (
            torn
            or _is_stood_for(doc, argument.start, entity.start)
            or entity.label_ not in kinds
            or not argument.start <= entity.start < argument.end
            or "," in entity.text
        ):
            continue
        root = entity.root
        if (
            (root.dep_ in ("compound", "nmod") and entity.label_ not in ("NORP", "PERSON"))
            or root.lemma_.lower() in PERSON_NOUNS
            or "(" in doc.span(argument.start, entity.start).text.rsplit(")", 1)[-1]
        ):
            continue
        if (
            entity.label_ == "ORG"
            and any(t.ent_type_ == "PERSON" for t in doc[argument.start : entity.start])
            and not any(t.lower_ == "from" for t in doc[argument.start : entity.start])
        ):
            continue
        found.append((entity.start, min(entity.end, argument.end)))
        beside = [root.head] if root.dep_ == "conj" else []
        for token in (*beside, *root.conjuncts):
            if (
                token.pos_ == "PROPN"
                and not token.ent_type_
                and argument.start <= token.i < argument.end
                and doc[token.i - 1].text != "-"  # "the Secretary-General"
                and not is_role(token)
            ):
                found.append((token.i - sum(1 for c in token.lefts if c.dep_ == "compound"), token.i + 1))
    return [verbatim(text, paragraph, start, end) for start, end in sorted(set(found))]


def _is_stood_for(doc: Doc, start: int, at: int) -> bool:
    """Whether a name is of whom somebody stands for: "Bo Ek, representing Ann Lee"."""
    words = [t.lower_ for t in doc[start:at]]
    return "representing" in words and ";" not in words[words.index("representing") :]


def with_unlisted(items: list[str], argument: Argument, text: str, paragraph: Paragraph) -> list[str]:
    """The items of a list of people and bodies, with those of its parts that no item tells of, in their order."""
    doc, whole = argument.head.doc, verbatim(text, paragraph, argument.start, argument.end)
    found = list(items)
    for start, end in _listed(argument):
        part = verbatim(text, paragraph, start, end)
        people = any(t.pos_ == "PROPN" or (t.tag_ == "NNS" and (is_person(t) or is_role(t))) for t in doc[start:end])
        if people and not any(part in item or item in part for item in found):
            found.append(part)
    return sorted(found, key=lambda item: whole.find(item) % (len(whole) + 1))


def separated(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a phrase between commas, semicolons and "and", outside of brackets and names."""
    found: list[tuple[int, int]] = []
    begin, depth, i = start, 0, start
    while i < end:
        token = doc[i]
        depth += (token.text in "([") - (token.text in ")]")
        width = 1
        for words, size in ((3, "as well as"), (2, "along with"), (2, "together with")):
            if doc.span(i, i + words).text.lower() == size:
                width = words
        if depth == 0 and token.ent_iob_ != "I" and (width > 1 or token.text in ",;" or token.lower_ in ("and", "&")):
            found.append((begin, i))
            begin = i = i + width
            continue
        i += 1
    found.append((begin, end))
    return [(s, e) for s, e in found if s < e]


class _Part(NamedTuple):
    """Tokens of a list of people, and whether they name one."""

    start: int
    end: int
    named: bool


def people_items(argument: Argument, text: str, paragraph: Paragraph) -> list[str]:
    """The items of a list of people with titles and roles, where a comma or "and" may stand inside an item.

    Every part between two separators begins an item if it names a person or announces a group ("a delegation", "two
    guests"), and else belongs to the item before it (a role: "Ann Lee, head of roads and bridges") or behind it (a
    title). Where there are semicolons, these part the items. Whom somebody stands for is no item.
    """
    doc = argument.head.doc
    parts = _listed(argument)
    if any(doc[s - 1].text == ";" for s, _ in parts[1:]):
        return [verbatim(text, paragraph, start, end) for start, end in _between_semicolons(doc, parts)]
    items: list[_Part] = []
    for start, end in parts:
        person = _names_person(doc, start, end)
        role = any(is_role(t) and t.folded.rstrip(".") not in HONORIFICS for t in doc[start:end])
        begins = (person and not _is_title(doc, items[-1], start, role)) if items else True
        if begins or _announces(doc, start, end) or _is_last_body(doc, start, end):
            items.append(_Part(start, end, person))
        else:
            items[-1] = _Part(items[-1].start, end, items[-1].named or person)
    return [verbatim(text, paragraph, item.start, item.end) for item in items]


def _listed(argument: Argument) -> list[tuple[int, int]]:
    """The parts of a list, without whom somebody of it stands for."""
    doc = argument.head.doc
    return [(s, e) for s, e in separated(doc, argument.start, argument.end) if doc[s].lower_ != "representing"]


def _between_semicolons(doc: Doc, parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a list, those joined that no semicolon parts: "the mayor of Lunn, Ann Lee; Bo Ek"."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        parted = not joined or any(t.text == ";" for t in doc[joined[-1][1] : start])
        joined = [*joined, (start, end)] if parted else [*joined[:-1], (joined[-1][0], end)]
    return joined


def _is_title(doc: Doc, before: _Part, start: int, role: bool) -> bool:
    """Whether what stands before a name is its bearer's title, so that both are one item ("the mayor, Ann Lee")."""
    if before.named or role:
        return False
    apposed = doc[start - 1].text == "," and any(is_role(t) for t in doc[before.start : before.end])
    return apposed or doc[before.start].pos_ == "PROPN"


def stretched(argument: Argument) -> Argument:
    """A list of people with those of its items that the parser attached elsewhere: what follows it and names people."""
    doc = argument.head.doc
    if not _names_person(doc, argument.start, argument.end):
        return argument
    limit = argument.head.sent.end
    end = argument.end
    for start, last in separated(doc, argument.end, limit):
        words = doc[start:last]
        if start > end + 2 or any(t.pos_ in ("VERB", "AUX") or t.lower_ in ("with", "who", "which") for t in words):
            break
        if not _names_person(doc, start, last) and not any(is_role(t) for t in words):
            break
        end = last
    while end > argument.end and ((doc[end - 1].is_punct and doc[end - 1].text != ")") or doc[end - 1].is_space):
        end -= 1
    return Argument(argument.role, argument.head, argument.start, end, argument.preposition)


def is_role(token: Token) -> bool:
    """Whether a word says what somebody is: "Secretary", "ministers"."""
    lemma = token.lemma_.lower()
    return lemma in PERSON_NOUNS or lemma.removesuffix("s") in PERSON_NOUNS


def named_person(argument: Argument) -> bool:
    """Whether a phrase names somebody."""
    return _names_person(argument.head.doc, argument.start, argument.end)


def _names_person(doc: Doc, start: int, end: int) -> bool:
    if any(t.ent_type_ == "PERSON" and not is_role(t) for t in doc[start:end]):
        return True
    words = [t for t in doc[start:end] if not t.is_punct]
    if 2 <= len(words) <= 4 and all(
        t.pos_ == "PROPN" and t.text[:1].isupper() and not is_role(t) and t.ent_type_ not in ("GPE", "NORP")
        for t in words
    ):
        return True
    titles = [t.i for t in doc[start:end] if t.folded.rstrip(".") in TITLES and t.text[:1].isupper()]
    return bool(titles) and any(
        t.pos_ == "PROPN" and not t.ent_type_ and not is_role(t) and t.i > titles[-1]
        for t in doc[titles[-1] + 1 : min(end, titles[-1] + 3)]
    )


def _is_last_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a part is the last of a list, and a body: "Ann Lee, Bo Ek, and the Tarn Chamber of Trade"."""
    named = doc[start].lower_ == "the" and any(is_body(t) for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN"))
    before = doc[start - 2].text if start > 1 and doc[start - 1].lower_ in ("and", "&") else ""
    return named and doc[start + 1].text[:1].isupper() and before == ","


def _announces(doc: Doc, start: int, end: int) -> bool:
    """Whether a part is of people without names: "officials from …", "a senior delegation", "two guests"."""
    first = doc[start]
    plural = any(
        t.tag_ == "NNS" and (is_person(t) or t.lemma_.lower() in BODY_NOUNS) for t in doc[start : min(end, start + 5)]
    )
    group = any(t.lemma_.lower() in ("delegation", "team", "leadership") for t in doc[start:end])
    return not first.text[:1].isupper() and (plural or group)


def whole_subject(clause: Clause) -> Argument | None:
    """A clause's subject with its other part, where the parser took that for another subject ("A, who …, and B")."""
    subject = clause.subject
    heads = [c for c in clause.verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if subject is None or len(heads) < 2:
        return subject
    return Argument("subject", subject.head, heads[0].left_edge.i, heads[-1].right_edge.i + 1)


def inside(argument: Argument) -> Argument:
    """The noun phrase behind a preposition."""
    inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
    return Argument("oblique", inner, argument.start + 1, argument.end) if inner is not argument.head else argument


@dataclasses.dataclass(frozen=True, slots=True)
class Bullets:
    """A list set out below a sentence: the sentence, the items, and the code points from its start to the last item."""

    intro: Sentence | None
    heading: str
    items: tuple[str, ...]
    span: tuple[int, int]


def bullets(material: Material) -> Iterator[Bullets]:
    """Yield the bulleted lists of an article with the sentence or heading above each."""
    paragraphs = material.parsed.paragraphs
    text = material.parsed.article.text
    n = 0
    while n < len(paragraphs):
        if not _is_item(paragraphs[n]):
            n += 1
            continue
        first = n
        while n < len(paragraphs) and _is_item(paragraphs[n]):
            n += 1
        group = paragraphs[first:n]
        items = tuple(squeezed(text[p.start : p.start + len(p.doc.text)]) for p in group)
        above = paragraphs[first - 1] if first else None
        intro = next(
            (s for s in reversed(material.sentences) if above is not None and s.paragraph.start == above.start), None
        )
        start = above.start + (intro.span.start_char if intro else 0) if above is not None else group[0].start
        end = group[-1].start + len(group[-1].doc.text.rstrip())
        heading = intro.span.text.strip() if intro else ""
        yield Bullets(intro, heading, items, (start, end))


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a bullet is an item of a list, and not a numbered paragraph of running text."""
    text = paragraph.doc.text.strip()
    return (
        paragraph.bullet
        and not text.endswith(":")
        and (len(text) <= LONGEST_BULLET or sum(1 for _ in paragraph.doc.sents) == 1)
    )


def enumerated(names: Sequence[str]) -> str:
    """One name or more as a sentence lists them.

    >>> enumerated(["Ann Lee"]), enumerated(["Ann Lee", "Bo Ek", "Cy Day"])
    ('Ann Lee', 'Ann Lee, Bo Ek and Cy Day')
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
