"""Lists: "eight countries, namely A, B and C", coordinated phrases, and bullets below a sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from spacy.tokens import Token

from facts.clauses import Argument
from facts.extract.draft import Material, Sentence
from facts.language import Paragraph
from facts.phrases import squeezed, verbatim

MARKER = re.compile(r",?\s+(?:namely|including|such as|among them|in particular|especially|notably|like)\s+|\s*:\s+", re.IGNORECASE)
LAST_ITEM = re.compile(r",?\s+(?:and|or|as well as|&)\s+")
SUBJECT_BREAK = re.compile(r"[;.]\s|\)\s|\s[–—]\s|,\s(?:which|who|where|while|but|after|before|to|in|on|at|for|with|from|as part|said|he|she|it|they)\s", re.IGNORECASE)
LONGEST_ITEM = 14


@dataclasses.dataclass(frozen=True, slots=True)
class Enumeration:
    """A noun phrase that is spelt out by a list: its head, and the items as they stand."""

    head: Token
    items: tuple[str, ...]
    span: tuple[int, int]


def enumerations(sentence: Sentence, text: str) -> Iterator[Enumeration]:
    """Yield the phrases of a sentence that a word such as "namely" spells out, with their items."""
    base = sentence.paragraph.start
    first, last = base + sentence.span.start_char, base + sentence.span.end_char
    body = text[first:last]
    for marker in MARKER.finditer(body):
        head = _noun_before(sentence, first - base + marker.start())
        items = split_items(body[marker.end() :])
        if head is not None and len(items) >= 2:
            yield Enumeration(head, tuple(items), (first, last))


def split_items(text: str) -> list[str]:
    """The items of a list that a text begins with, up to the one behind "and".

    >>> split_items("Russia, China, the US, and India, and representatives from the press.")
    ['Russia', 'China', 'the US', 'India']
    """
    border = SUBJECT_BREAK.search(text)
    body = text[: border.start()] if border else text.rstrip(" .;\"”")
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


def _noun_before(sentence: Sentence, offset: int) -> Token | None:
    """The noun that ends right before a place in the paragraph, or the head of the phrase that does."""
    before = [t for t in sentence.span if t.idx + len(t.text) <= offset and not t.is_punct and not t.is_space]
    if not before:
        return None
    token = before[-1]
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    while token.head.i < token.i and token.dep_ in ("pobj", "prep", "conj") and token.head.pos_ in ("NOUN", "ADP", "PROPN"):
        if token.tag_ == "NNS" or any(c.dep_ == "nummod" for c in token.children):
            break
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN") else before[-1]


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
        if not paragraphs[n].bullet:
            n += 1
            continue
        first = n
        while n < len(paragraphs) and paragraphs[n].bullet:
            n += 1
        group = paragraphs[first:n]
        items = tuple(squeezed(text[p.start : p.start + len(p.doc.text)]) for p in group)
        above = paragraphs[first - 1] if first else None
        intro = next((s for s in reversed(material.sentences) if above is not None and s.paragraph.start == above.start), None)
        start = above.start + (intro.span.start_char if intro else 0) if above is not None else group[0].start
        end = group[-1].start + len(group[-1].doc.text.rstrip())
        heading = intro.span.text.strip() if intro else ""
        yield Bullets(intro, heading, items, (start, end))
