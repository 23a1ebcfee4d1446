"""Parsed article → its meeting and its facts, one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facts.extract.attendance import attendance, membership
from facts.extract.doings import counts, decisions, definitions, events, purpose, statements, topics
from facts.extract.draft import Draft, Material, sentence_of
from facts.extract.minutes import bullets, minutes
from facts.extract.people import people
from facts.extract.schedule import schedule
from facts.extract.votes import votes
from facts.folding import fold
from facts.line_marks import ROW
from facts.meeting import find_meeting, label
from facts.model import Fact, Meeting
from facts.naming import first_free, stem
from facts.parse.acronyms import acronyms
from facts.parse.coreference import resolve
from facts.parse.parser import ArticleParse
from facts.parse.sentences import read_sentences

FAMILIES: tuple[Callable[[Material], Iterator[Draft]], ...] = (
    schedule.facts,
    minutes.facts,
    attendance.facts,
    membership.facts,
    people.facts,
    purpose.facts,
    topics.facts,
    votes.facts,
    decisions.facts,
    definitions.facts,
    statements.facts,
    counts.facts,
    bullets.facts,
    events.facts,
)
"""The families in the order of precedence: where two say the same, the earlier one's wording stays."""

LONGEST_ANSWER = 600
LONGEST_QUESTION = 300


def extract(parsed: ArticleParse) -> tuple[Meeting | None, tuple[Fact, ...]]:
    """Return the meeting that an article is about and all facts found in it, in the order of the text."""
    material = read(parsed)
    drafts: dict[tuple[str, str], Draft] = {}
    for family in FAMILIES:
        for draft in family(material):
            if not draft.answer or len(draft.answer) > LONGEST_ANSWER or len(draft.question) > LONGEST_QUESTION:
                continue
            key = (fold(draft.question), fold(draft.answer))
            drafts.setdefault(key, draft)
    ordered = sorted(drafts.values(), key=lambda d: d.span[0])
    return material.found_meeting.meeting, tuple(_named(ordered, parsed.article.text))


def read(parsed: ArticleParse) -> Material:
    """Everything that the families work from."""
    found = read_sentences(parsed)
    forms = tuple(acronyms(parsed.article.text))
    found_meeting = find_meeting(parsed, found, forms)
    name = label(found_meeting.meeting)
    antecedents = dict(zip(map(id, parsed.paragraphs), resolve(parsed, found, name), strict=True))
    sentences = tuple(
        sentence_of(sentence, antecedents[id(sentence.paragraph)])
        for sentence in found
        # The row of a table is no sentence: what is made of one would be wrong. It is kept to be quoted and read.
        if not (sentence.span.text.isspace() or ROW.match(sentence.paragraph.doc.text))
    )
    return Material(parsed, found_meeting, name, sentences, forms)


def _named(drafts: list[Draft], text: str) -> Iterator[Fact]:
    """The facts with ids that tell what they are about ("who-chaired-the-video-conference")."""
    taken: set[str] = set()
    for draft in drafts:
        folded = fold(draft.question)
        name = first_free(stem(draft.question, draft.kind), taken)
        taken.add(name)
        start, end = draft.span
        yield Fact(
            id=name,
            kind=draft.kind,
            question=draft.question,
            variants=tuple(v for v in dict.fromkeys(draft.variants) if fold(v) != folded),
            answer=draft.answer,
            evidence=text[start:end],
            span=draft.span,
            value=draft.value,
            confidence=round(draft.confidence, 2),
        )
