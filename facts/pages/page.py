"""A page of the base as a value: an article, its meeting, its sentences and its facts, those hidden among them."""

from __future__ import annotations

import dataclasses

import msgspec

from facts.model import Article, Fact, Meeting, Record, Sentence
from facts.pages import corrected, denied, former, meeting_known_as, meeting_told, precedence, renamed, withdrawn
from facts.pages.derived import value_of
from facts.pages.ledger import Ledger, fact_digest
from facts.pages.still_said import names_of

SCHEMA = 2
"""The schema that is written; pages of schema 1 are read as well."""

ARTICLE_KEYS = ("id", "date", "source", "title", "url", "file", "sha256")
MEETING_KEYS = ("name", "aliases", "date", "place", "format", "series", "number")
MEETING_OPTIONAL = frozenset(MEETING_KEYS) - {"name"}
"""What a person who writes down a meeting may leave out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """All that a file of the base holds, and its ledger.

    `facts` are with those that an editor hid, whose ids are in `hidden`; those that a person said are right are in
    `checked`, and of these those whose sentence has changed since in `recheck`. Those in `told` say what the
    meeting's own keys do, and quote a sentence that does not say of any meeting when, where or how it was held; that of
    those in `unquoted` does not even have what they say.
    """

    article: Article
    meeting: Meeting | None
    facts: tuple[Fact, ...]
    hidden: frozenset[str] = frozenset()
    compiled: Ledger = dataclasses.field(default_factory=Ledger)
    sentences: tuple[Sentence, ...] = ()
    checked: frozenset[str] = frozenset()
    recheck: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    unquoted: frozenset[str] = frozenset()

    def digest_of(self, fact: Fact) -> str:
        """The digest of a fact as it stands in this page."""
        return fact_digest(fact, hidden=fact.id in self.hidden, checked=fact.id in self.checked)

    def edited(self) -> frozenset[str]:
        """The ids of the facts that a person added, changed, checked or hid."""
        compiled = self.compiled.facts
        if not compiled:
            return frozenset(fact.id for fact in self.facts)
        return frozenset(fact.id for fact in self.facts if compiled.get(fact.id) != self.digest_of(fact))

    def by_hand(self) -> frozenset[str]:
        """The ids of the facts that a person is known to have added, changed, checked or hidden: of a page without a
        ledger it is not known who wrote, but of what was imported a compiler alone says how sure it is."""
        if self.compiled.facts or self.compiled.read:
            return self.edited()
        imported = self.facts if self.compiled.imported else ()
        return self.checked | {fact.id for fact in imported if fact.confidence == 1}

    def overruled(self) -> frozenset[str]:
        """The ids of the facts that stand there and are not used, as a person has said otherwise on the page."""
        unused = {fact.id for fact in self.quotable()} - {fact.id for fact in self.record().facts}
        return frozenset(unused - self.hidden - self.doubted())

    def is_compiled(self, fact: Fact) -> bool:
        """Whether a fact says what the compiler wrote, though a person may have marked it as checked or hidden."""
        return fact_digest(fact) == self.compiled.facts.get(fact.id)

    def as_compiled(self, fact: Fact) -> Fact | None:
        """A fact as the compiler wrote it, where a person wrote over no more than its answer."""
        answer = self.compiled.answers.get(fact.id, fact.answer)
        values = (fact.value, value_of(fact.kind, answer))  # that of another answer is given, or follows from it
        were = (msgspec.structs.replace(fact, answer=answer, value=value) for value in values)
        return next(filter(self.is_compiled, were), None)

    def doubted(self) -> frozenset[str]:
        """The ids of the checked facts to be looked at again that another sentence of the article denies."""
        named = names_of(self.article, self.meeting) if self.recheck else ()
        facts = (fact for fact in self.facts if fact.id in self.recheck)
        return frozenset(fact.id for fact in facts if denied.denial(fact, self.sentences, named))

    def shown(self) -> tuple[Fact, ...]:
        """The facts that are answered from: all but what is hidden or quotes it, and but what a person's overrules or
        contradicts.

        What the compiler found and a person corrected or checked is sure; what one wrote of the meeting is told.
        """
        return meeting_told.with_meeting_told(self)._shown()

    def told_by_meeting(self) -> int:
        """How many of the facts that are answered from stand in no line of their own: they follow from what a person
        wrote into the meeting."""
        own = {fact.id for fact in self.facts}
        return sum(fact.id not in own for fact in self.shown())

    def _shown(self) -> tuple[Fact, ...]:
        edited = self.edited()
        sure = self.checked | (edited & self.compiled.facts.keys())
        shown = precedence.shown(self.quotable(), edited, self.hidden | self.doubted(), sure)
        return tuple(map(_without_last_line, withdrawn.without_overruled(self, shown)))

    def record(self) -> Record:
        """What can be answered from."""
        record, own = meeting_told.with_meeting_told(self)._record(), {fact.id for fact in self.facts}
        return msgspec.structs.replace(record, told=tuple(sorted({fact.id for fact in record.facts} - own)))

    def notes(self) -> corrected.Notes:
        """What is made of the notes that correct the article, and the sentences that may be read."""
        return corrected.read_notes([each for each in self.sentences if not each.hidden], self.article.date)

    def _record(self) -> Record:
        shown, notes = self._shown(), self.notes()
        sentences = notes.sentences
        by_hand = self.by_hand() & {fact.id for fact in shown}
        return Record(
            self.article,
            self.meeting,
            renamed.with_own_name(self, shown),
            sentences,
            former=former.names(self, sentences, shown),
            was=self.compiled.was,
            by_hand=tuple(sorted(by_hand)),
            checked=tuple(sorted(self.checked & by_hand)),
            withdrawn=(
                *withdrawn.answers(self, sentences, [fact for fact in shown if fact.id in by_hand]),
                *notes.withdrawn,
            ),
            known_as=meeting_known_as.known_as(self),
            undated=meeting_known_as.is_undated(self),
            unquoted=tuple(sorted(self.unquoted)),
            corrections=notes.corrections,
        )

    def quotable(self) -> tuple[Fact, ...]:
        """The facts whose evidence has nothing of a hidden sentence."""
        hidden = [sentence.span for sentence in self.sentences if sentence.hidden]
        return tuple(
            fact for fact in self.facts if not any(fact.span[0] < end and start < fact.span[1] for start, end in hidden)
        )


def _without_last_line(fact: Fact) -> Fact:
    """A fact without the end of a line behind its answer, as “answer: |” leaves one."""
    return msgspec.structs.replace(fact, answer=fact.answer.rstrip("\n")) if fact.answer.endswith("\n") else fact
