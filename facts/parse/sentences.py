"""Every sentence of an article with its clauses and people: found once, and read by all that comes after."""

from __future__ import annotations

import dataclasses

from facts.parse.clauses import Clause, clauses
from facts.parse.names import Person, people
from facts.parse.parser import ArticleParse, Paragraph
from facts.parse.tree import Span


@dataclasses.dataclass(frozen=True, slots=True)
class SentenceParse:
    """What is read from the parse of one sentence: its clauses and the people named in it."""

    paragraph: Paragraph
    span: Span
    clauses: tuple[Clause, ...]
    people: tuple[Person, ...]


def read_sentences(parsed: ArticleParse) -> tuple[SentenceParse, ...]:
    """Find them in every sentence of an article, in the order of the text."""
    return tuple(read_sentence(paragraph, span) for paragraph, span in parsed.sentences())


def read_sentence(paragraph: Paragraph, span: Span) -> SentenceParse:
    """Find the clauses and people of a sentence."""
    return SentenceParse(paragraph, span, tuple(clauses(paragraph, span)), tuple(people(span)))
