"""Every sentence of an article with what it tells: found once, and read by all that comes after."""

from __future__ import annotations

import dataclasses

from facts.parse.clauses import Clause, clauses
from facts.parse.names import Person, people
from facts.parse.parser import Paragraph, Parsed
from facts.parse.tree import Span


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a paragraph with its clauses and the people named in it."""

    paragraph: Paragraph
    span: Span
    clauses: tuple[Clause, ...]
    people: tuple[Person, ...]


def told(parsed: Parsed) -> tuple[Told, ...]:
    """Every sentence of an article, in the order of the text."""
    return tuple(read_sentence(paragraph, span) for paragraph, span in parsed.sentences())


def read_sentence(paragraph: Paragraph, span: Span) -> Told:
    """A sentence with what it tells."""
    return Told(paragraph, span, tuple(clauses(paragraph, span)), tuple(people(span)))
