"""Single notes of an item that has several: "Ticket sales began on 25 January", asked for by what it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facts.extract.draft import Draft, Material, Sentence, code_points
from facts.extract.minutes.decided import passages
from facts.extract.minutes.labels import LABELS
from facts.extract.minutes.readable import by_paragraph, is_readable, is_whole, lacks_article
from facts.extract.minutes.speakers import ALONE, SAID, TOLD
from facts.extract.minutes.topics import (
    AGO,
    ANNOUNCED,
    EMPTY,
    FIRST,
    MARKED,
    RAW,
    ROUTINE,
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
from facts.parse.words import BODY_NOUNS, PERSON_NOUNS
from facts.questions import in_full

FEWEST_WORDS, MOST_WORDS = 5, 28
"""How many words a note has that tells something."""
LONGEST_PHRASE = 7
"""How many words the phrase has that a note is asked for by."""
LONG_ENOUGH = 20
"""How many words the notes of an item have together at least that are asked for one by one."""
EMPTY_NOUNS = frozenset(
    """action agenda anything anybody argument background comment consensus consideration discussion goal group issue
    item lot lots matter meeting motion need no-one nobody none note nothing objection one ones option people
    plan point pr problem proposal question reason recollection rest something step suggestion target team thing
    time topic update way work""".split()
)
"""Nouns that alone do not tell what a note is about."""
SOME = frozenset({"few", "many", "most", "other", "several", "some"})
"""Words of how many there were, which tell nobody of whom."""
OPENING = frozenset({"already", "announced", "few", "held", "more", "no", "only", "some", "updated"})
"""Words that begin no name of what a note is about."""
WE = re.compile(r"\b(?:our|us|we)\b", re.IGNORECASE)
"""Words of whoever wrote a note."""
POINTING = re.compile(r"\b(?:here|he|she|his|her|it|its|same|such|that|them|they|this|those|these)\b", re.IGNORECASE)
NOTHING = re.compile(r"\bno (?:news|updates?)\b", re.IGNORECASE)
LABELLED = re.compile(r"(?P<label>[A-Z][\w/. -]{2,30}?)(?::| [–-])\s+")
"""A note that begins with a label of its own."""
NO_LABELS = frozenset(
    """action actions agreed ask decision eg example fyi goal idea issue issues meta next note notes option options pr
    proposal question reason recommendation reminder second so step suggestion summary todo tl update updates""".split()
)
"""Words that begin a label that says nothing of what a note is about."""
SHORT = 12
"""By how many code points what stands behind a label is found."""


def single_notes(material: Material, names: Mapping[str, str], meeting: str) -> Iterator[Draft]:
    """Yield what single notes of the items say, and the sentences below the headings of full minutes."""
    sentences = by_paragraph(material)
    for passage in passages(material, names):
        for sentence in passage.sentences:
            note = plain(sentence.span.text)
            begins = sentence.span.start_char >= passage.border and _tells(note) and not _is_spoken(note, names)
            begins = begins and not (WE.search(note) or ROUTINE.search(note))
            about = _phrase(sentence) if begins else None
            if about is not None and not about.endswith(tuple(names.values())) and is_whole(sentence):
                span = code_points(sentence.paragraph, sentence.span)
                question = f"What was noted about {about} under “{passage.topic}” at {meeting}?"
                yield Draft("what", question, note, span, rule="minutes.told")
    for item in (*items(material), *sections(material)):
        alone = len(item.notes) < 2 or sum(len(p.doc.original.split()) for p in item.notes) < LONG_ENOUGH
        for paragraph in item.notes:
            note = plain(paragraph.doc.original)
            label = LABELLED.match(note)
            about = _labelled(label, names) if label is not None else None
            told = note if label is None else note[label.end() :]
            if (
                not _tells(told)
                or _is_spoken(note, names)
                or _is_spoken(told, names)
                or (about is None and alone and _is_named(item))
            ):
                continue
            behind = paragraph.doc.text.find(told[:SHORT]) if about is not None else 0
            if not is_readable(paragraph, sentences, behind):
                continue
            about = about or _phrase(sentences[paragraph.start][0])
            if about is not None and about not in names and not _speaks(about, item):
                yield _noted(item, about, told, paragraph, meeting)


def _speaks(word: str, item: Item) -> bool:
    """Whether a word stands before what somebody says elsewhere under an item: it is a name, and no label."""
    plain_word = word.strip("“”")
    notes = (p.doc.original.lstrip("*-• ") for p in item.notes)
    times = sum(note.startswith((f"{plain_word}:", f"{plain_word},")) for note in notes)
    return plain_word.isalpha() and not plain_word.isupper() and times > (plain_word != word)


def _is_named(item: Item) -> bool:
    """Whether the heading of an item says what it is about."""
    return is_topic(item.topic) and fold(item.topic) not in ANNOUNCED


def _labelled(label: re.Match[str], names: Mapping[str, str]) -> str | None:
    """The label that a note begins with, if it says what it is about and is nobody's name."""
    words = label["label"].strip()
    first = fold(words.split()[0])
    person = words in names or first in given_names() or first in {fold(name) for name in names}
    return None if person or first in NO_LABELS or fold(words) in LABELS else f"“{words}”"


def _noted(item: Item, about: str, note: str, paragraph: Paragraph, meeting: str) -> Draft:
    under = f" under “{item.topic}”" if _is_named(item) else ""
    verb = "announced" if fold(item.topic) in ANNOUNCED else "noted"
    span = (paragraph.start, paragraph.start + len(paragraph.doc.original.rstrip()))
    return Draft("what", f"What was {verb} about {about}{under} at {meeting}?", note, span, rule="minutes.note")


def _tells(note: str) -> bool:
    """Whether a note is an answer by itself."""
    if not FEWEST_WORDS <= len(note.split()) <= MOST_WORDS or "?" in note:
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
    if not told:
        return None
    if first.tag_[:2] in ("VB", "RB") or first.folded in OPENING or first.folded in given_names():
        return None
    text = in_full(subject, sentence.antecedents, LONGEST_PHRASE, bare=True)
    if text is not None and any(p.name.split()[-1] == text.split()[-1] for p in sentence.people):
        return None  # what somebody did is asked in other words
    whole = text is not None and len(text.split()) <= LONGEST_PHRASE and " - " not in text
    the = "the " if text and text[-1].isalpha() and text[0].islower() and lacks_article(subject.head) else ""
    return f"{the}{text}" if whole else None


def _tells_what(head: Token, phrase: Argument) -> bool:
    """Whether a phrase tells a stranger what a note is about."""
    if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in ("CARDINAL", "DATE", "ORDINAL", "PERSON", "TIME"):
        return False
    before = head.doc[phrase.start : head.i]
    bare = all(t.dep_ == "det" or t.folded in SOME for t in before)
    counted = any(t.dep_ == "nummod" for t in before)  # "three quotations" says half of the note
    lemma = head.lemma_.lower()
    return not counted and lemma not in EMPTY_NOUNS and not (bare and lemma in PERSON_NOUNS | BODY_NOUNS)
