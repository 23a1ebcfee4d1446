"""Where a text mentions a meeting, and what stands around that."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from facts.parse.clauses import Clause
from facts.parse.parser import Paragraph
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span, Token

LEAD = 4
"""How many sentences of a document tell when and where its meeting was."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeetingMention:
    """Where a text mentions a meeting: the sentence, the clause, and the mention's head, a noun or verb."""

    paragraph: Paragraph
    sentence: Span
    clause: Clause | None
    head: Token


def lead_mentions(sentences: Sequence[SentenceParse]) -> Iterator[MeetingMention]:
    """The main clauses of the first sentences: what a document about a meeting tells first was at that meeting."""
    running = [s for s in sentences if not s.paragraph.bullet and not s.paragraph.heading]
    for parse in running[:LEAD]:
        finite = [c for c in parse.clauses if c.kind == "finite"]
        clause = next((c for c in finite if c.verb == parse.span.root), finite[0] if finite else None)
        yield MeetingMention(parse.paragraph, parse.span, clause, clause.verb if clause else parse.span.root)


def text_of(sentence: Span) -> str:
    """A sentence as the article has it."""
    text: str = sentence.doc.original[sentence.start_char : sentence.end_char]
    return text


def token_at(mention: MeetingMention, offset: int) -> Token | None:
    """The word of a mention's sentence in which a code point of it stands."""
    position = mention.sentence.start_char + offset
    return next((t for t in mention.sentence if t.idx <= position < t.idx + len(t.text) + len(t.whitespace_)), None)
