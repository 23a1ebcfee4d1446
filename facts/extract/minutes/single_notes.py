"""Single notes of an item that has several: "Ticket sales began on 25 January", asked for by what it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material, Sentence
from facts.extract.minutes.readable import by_paragraph, is_readable
from facts.extract.minutes.speakers import ALONE, SAID, TOLD
from facts.extract.minutes.topics import (
    AGO,
    ANNOUNCED,
    EMPTY,
    FIRST,
    MARKED,
    RAW,
    Item,
    is_topic,
    items,
    plain,
    sections,
)
from facts.folding import fold
from facts.parse.clauses import Argument
from facts.parse.given_names import given_names
from facts.parse.parser import Paragraph
from facts.parse.tree import Token
from facts.questions import in_full

FEWEST_WORDS, MOST_WORDS = 6, 28
"""How many words a note has that tells something."""
LONGEST_PHRASE = 7
"""How many words the phrase has that a note is asked for by."""
LONG_ENOUGH = 20
"""How many words the notes of an item have together at least that are asked for one by one."""
EMPTY_NOUNS = frozenset(
    """action agenda anything anybody background comment consensus consideration discussion goal group issue item lot
    lots matter meeting need no-one nobody none note nothing objection one ones option people plan point pr problem
    proposal question reason rest something step suggestion team thing time topic update way work""".split()
)
"""Nouns that alone do not tell what a note is about."""
OPENING = frozenset({"already", "announced", "few", "held", "more", "no", "only", "some", "updated"})
"""Words that begin no name of what a note is about."""
POINTING = re.compile(r"\b(?:here|he|she|his|her|it|its|same|such|that|them|they|this|those|these)\b", re.IGNORECASE)
NOTHING = re.compile(r"\bno (?:news|updates?)\b", re.IGNORECASE)
LABELLED = re.compile(r"^[\w ]{2,30}:\s")
"""A note that begins with a label of its own."""


def single_notes(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what single notes of the items say."""
    sentences = by_paragraph(material)
    for item in (*items(material), *sections(material)):
        if (
            not (is_topic(item.topic) or fold(item.topic) in ANNOUNCED)
            or len(item.notes) < 2
            or sum(len(p.doc.original.split()) for p in item.notes) < LONG_ENOUGH
        ):
            continue
        for paragraph in item.notes:
            note = plain(paragraph.doc.original)
            if not _tells(note) or _is_spoken(note, names) or not is_readable(paragraph, sentences):
                continue
            about = _phrase(sentences[paragraph.start][0])
            if about is not None:
                yield _noted(item, about, note, paragraph, meeting)


def _noted(item: Item, about: str, note: str, paragraph: Paragraph, meeting: str) -> Draft:
    under = "" if fold(item.topic) in ANNOUNCED else f" under “{item.topic}”"
    verb = "announced" if fold(item.topic) in ANNOUNCED else "noted"
    span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
    return Draft("what", f"What was {verb} about {about}{under} at {meeting}?", note, span, rule="minutes.note")


def _tells(note: str) -> bool:
    """Whether a note is an answer by itself."""
    if not FEWEST_WORDS <= len(note.split()) <= MOST_WORDS or "?" in note or LABELLED.match(note):
        return False
    return not (
        RAW.search(note)
        or AGO.search(note)
        or MARKED.search(note)
        or NOTHING.search(note)
        or EMPTY.match(note)
        or FIRST.match(note)
        or POINTING.match(note)
    )


def _is_spoken(note: str, names: Mapping[str, str]) -> bool:
    """Whether a note is what somebody said."""
    match = TOLD.fullmatch(note) or SAID.fullmatch(note) or ALONE.fullmatch(note)
    return (match is not None and match["who"] in names) or note.split()[0].strip(",:") in names


def _phrase(sentence: Sentence) -> str | None:
    """What a note is about: its subject, or the noun that it is headed by; None where that says too little."""
    root = sentence.span.root
    clause = next((c for c in sentence.clauses if c.verb is root or c.chain[0] is root), None)
    subject = clause.subject if clause is not None else None
    told = clause is not None and clause.kind == "finite" and subject is not None
    if subject is None or subject.head.i > root.i:
        if root.tag_ not in ("NN", "NNS", "NNP", "NNPS") or root.dep_ != "ROOT":
            return None
        subject = Argument("subject", root, root.left_edge.i, root.i + 1)
    first = subject.head.doc[subject.start]
    if subject.start > sentence.span.start + 1 or not _tells_what(subject.head, subject):
        return None
    if not told or (subject.head.tag_ == "NN" and first.pos_ not in ("DET", "PROPN")):
        return None
    if first.tag_[:2] in ("VB", "RB") or first.folded in OPENING or first.folded in given_names():
        return None
    text = in_full(subject, sentence.antecedents, LONGEST_PHRASE, bare=True)
    whole = text is not None and len(text.split()) <= LONGEST_PHRASE and " - " not in text
    return text if whole else None


def _tells_what(head: Token, phrase: Argument) -> bool:
    """Whether a phrase tells a stranger what a note is about."""
    if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in ("CARDINAL", "DATE", "ORDINAL", "PERSON", "TIME"):
        return False
    words = [t for t in head.doc[phrase.start : phrase.end] if t.pos_ not in ("DET", "ADP", "PUNCT", "NUM", "ADV")]
    named = len(words) > 1 or (head.pos_ == "PROPN" and not head.text.isupper())
    return head.lemma_.lower() not in EMPTY_NOUNS and named
