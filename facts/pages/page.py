"""A page of the base as a value: an article, its meeting, its sentences and its facts, those hidden among them."""

from __future__ import annotations

import dataclasses

from facts.model import Article, Fact, Meeting, Record, Sentence
from facts.pages.ledger import Ledger

SCHEMA = 2
"""The schema that is written; pages of schema 1 are read as well."""

ARTICLE_KEYS = ("id", "date", "source", "title", "url", "file", "sha256")
MEETING_KEYS = ("name", "aliases", "date", "place", "format", "series", "number")
MEETING_OPTIONAL = frozenset({"series", "number"})


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """All that a file of the base holds: `facts` with those that an editor hid, whose ids are in `hidden`."""

    article: Article
    meeting: Meeting | None
    facts: tuple[Fact, ...]
    hidden: frozenset[str] = frozenset()
    compiled: Ledger = dataclasses.field(default_factory=Ledger)
    sentences: tuple[Sentence, ...] = ()

    def record(self) -> Record:
        """Return what can be answered from: everything but hidden facts."""
        shown = tuple(fact for fact in self.facts if fact.id not in self.hidden)
        return Record(self.article, self.meeting, shown, self.sentences)
