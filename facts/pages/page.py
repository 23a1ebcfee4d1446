"""A page of the base as a value: an article, its meeting, its sentences and its facts, those hidden among them."""

from __future__ import annotations

import dataclasses

from facts.model import Article, Fact, Meeting, Record, Sentence
from facts.pages import former, precedence
from facts.pages.ledger import Ledger, fact_digest

SCHEMA = 2
"""The schema that is written; pages of schema 1 are read as well."""

ARTICLE_KEYS = ("id", "date", "source", "title", "url", "file", "sha256")
MEETING_KEYS = ("name", "aliases", "date", "place", "format", "series", "number")
MEETING_OPTIONAL = frozenset({"series", "number"})


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """All that a file of the base holds, and its ledger.

    `facts` are with those that an editor hid, whose ids are in `hidden`; those that a person said are right are in
    `checked`.
    """

    article: Article
    meeting: Meeting | None
    facts: tuple[Fact, ...]
    hidden: frozenset[str] = frozenset()
    compiled: Ledger = dataclasses.field(default_factory=Ledger)
    sentences: tuple[Sentence, ...] = ()
    checked: frozenset[str] = frozenset()

    def digest_of(self, fact: Fact) -> str:
        """The digest of a fact as it stands in this page."""
        return fact_digest(fact, hidden=fact.id in self.hidden, checked=fact.id in self.checked)

    def edited(self) -> frozenset[str]:
        """The ids of the facts that a person added, changed, checked or hid."""
        compiled = self.compiled.facts
        if not compiled:
            return frozenset(fact.id for fact in self.facts)
        return frozenset(fact.id for fact in self.facts if compiled.get(fact.id) != self.digest_of(fact))

    def record(self) -> Record:
        """What can be answered from: everything but hidden facts, and but what a person's fact overrules.

        What the compiler found and a person corrected or checked is sure.
        """
        edited = self.edited()
        sure = self.checked | (edited & self.compiled.facts.keys())
        shown = precedence.shown(self.facts, edited, self.hidden, sure)
        return Record(self.article, self.meeting, shown, self.sentences, former.names(self, shown))
