"""Where a text mentions a meeting, and what stands around that."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from facts.meeting import names as naming
from facts.meeting.words import BARE
from facts.parse.clauses import Clause
from facts.parse.parser import Paragraph
from facts.parse.sentences import SentenceParse
from facts.parse.tree import Span, Token

LEAD = 4
"""How many sentences of a document tell when and where its meeting was."""


_WHOLE = re.compile(r"[A-Z].*\.$")
"""A sentence as opposed to a note in a list."""


@dataclasses.dataclass(frozen=True, slots=True)
class MeetingMention:
    """Where a text mentions a meeting: the sentence, the clause, and the mention's head, a noun or verb."""

    paragraph: Paragraph
    sentence: Span
    clause: Clause | None
    head: Token


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may name the article's meeting: `phrase` is what it is called, `owner` the body that it is of."""

    mention: MeetingMention
    phrase: str
    owner: str | None
    score: float

    @property
    def words(self) -> set[str]:
        """What tells it from other meetings."""
        return set(naming.words_of(f"{self.owner or ''} {naming.kind(self.phrase)}")) - BARE


def is_former(mention: MeetingMention) -> bool:
    """Whether a mention is of an earlier meeting of the kind: "since the congress last convened in Ostrand"."""
    if mention.clause is None:
        return False
    verb, subject = mention.clause.verb, mention.clause.subject
    own = mention.head is verb or (subject is not None and subject.head is mention.head)
    return own and any(c.dep_ == "advmod" and c.lower_ in ("last", "previously") for c in verb.children)


def is_new(mention: MeetingMention, before: MeetingMention) -> bool:
    """Whether a mention brings in a meeting that was not told of before: "walked out of a meeting on Sunday".

    "It was a meeting of …" says what the one known is.
    """
    head = mention.head
    later = (mention.paragraph.start, mention.sentence.start) > (before.paragraph.start, before.sentence.start)
    told = head.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj") and before.head.pos_ != "VERB"
    return later and told and head.left_edge.lower_ in ("a", "an", "another")


def lead_mentions(sentences: Sequence[SentenceParse]) -> Iterator[MeetingMention]:
    """The main clauses of the first sentences: what a document about a meeting tells first was at that meeting.

    A communiqué numbers its paragraphs: sentences that are whole count there, too.
    """
    told = [s for s in sentences if not s.paragraph.heading and (not s.paragraph.bullet or is_whole(s.span))]
    numbered = bool(told) and told[0].paragraph.bullet
    running = [s for s in told if numbered or not s.paragraph.bullet]
    for parse in running[:LEAD]:
        finite = [c for c in parse.clauses if c.kind == "finite"]
        clause = next((c for c in finite if c.verb == parse.span.root), finite[0] if finite else None)
        yield MeetingMention(parse.paragraph, parse.span, clause, clause.verb if clause else parse.span.root)


def is_whole(sentence: Span) -> bool:
    """Whether what stands in a list is a sentence, from its capital to its full stop."""
    return _WHOLE.match(sentence.text.strip()) is not None


def text_of(sentence: Span) -> str:
    """A sentence as the article has it."""
    text: str = sentence.doc.original[sentence.start_char : sentence.end_char]
    return text


def token_at(mention: MeetingMention, offset: int) -> Token | None:
    """The word of a mention's sentence in which a code point of it stands."""
    position = mention.sentence.start_char + offset
    return next((t for t in mention.sentence if t.idx <= position < t.idx + len(t.text) + len(t.whitespace_)), None)
