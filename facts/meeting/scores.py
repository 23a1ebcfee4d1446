"""How much a phrase with a meeting noun looks like the article's own meeting: its features, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from facts.meeting import names as naming
from facts.meeting.bodies import LEAD_SENTENCES
from facts.meeting.mention import MeetingMention
from facts.meeting.phrases import opening_of
from facts.meeting.times import is_ahead
from facts.meeting.titles import TITLED
from facts.meeting.words import AROUND, BESIDE, DECIDE_VERBS, NOT_THIS, OCCASION_VERBS
from facts.parse.words import SAY_VERBS

WEIGHTS: Final = {
    "any": 1.0,
    "sentences before": -0.4,  # for each
    "first sentence": 1.5,
    "first lines name a document of it": 1.5,  # "Minutes of …"
    "heading": 1.0,
    "proper name": 2.0,
    "body known": 1.5,
    "ordinal": 1.0,  # "the fifth meeting"
    "at it": 1.0,  # "agreed at its meeting", "gathered for the congress"
    "occasion verb": 1.5,  # held, opened, chaired, attended …
    "finite clause": 0.5,
    "decided at": 1.0,  # "approved the budget at its meeting"
    "what came of it": 1.5,  # "the result of the committee meeting"
    "its day": 0.5,  # "Monday night's meeting"
    "beside it": -8.0,  # "on the sidelines of"
    "after or before it, named": -5.0,
    "after or before it": -1.0,
    "another": -4.0,  # last year's, the next
    "follows": -4.0,  # "the vote follows a summit"
    "each": -2.0,  # each, every, no meeting
    "to come": -3.0,
}
"""What the features of a phrase are worth: in all, the least that names a meeting is `finding.LEAST_SCORE`."""

RESULTS: Final = frozenset({"close", "conclusion", "end", "outcome", "result"})
"""What of a meeting is told after it (lemmas)."""
WITHIN: Final = frozenset({"hearing", "session"})
"""Nouns of meetings within which something is said."""


def score(mention: MeetingMention, begin: int, phrase: str, n: int, *, proper: bool, owned: bool) -> float:
    """Add up the features of a phrase that begins at token `begin` of the article's sentence `n`, but for its title.

    `proper`: it has a name of its own; `owned`: the body that met is known.
    """
    found = _features(mention, begin, phrase, n, proper=proper)
    return sum(WEIGHTS[f] for f in found) + WEIGHTS["body known"] * owned + WEIGHTS["sentences before"] * n


def _features(mention: MeetingMention, begin: int, phrase: str, n: int, *, proper: bool) -> Iterator[str]:
    clause, sentence = mention.clause, mention.sentence
    doc, start = mention.head.doc, sentence.start
    opening = opening_of(begin, sentence)
    timed, begin = opening < begin, opening
    verb = clause.lemma.split()[0] if clause else ""
    opener = doc[begin - 1].lower_ if begin > start else ""
    yield "any"
    if n == 0:
        yield "first sentence"
    if n < 2 and TITLED.match(sentence.text):
        yield "first lines name a document of it"
    if mention.paragraph.heading:
        yield "heading"
    if proper:
        yield "proper name"
    if naming.ORDINAL.search(phrase):
        yield "ordinal"
    if verb in OCCASION_VERBS:
        yield "occasion verb"
    if clause is not None and clause.kind == "finite":
        yield "finite clause"
    if verb in DECIDE_VERBS and (timed or opener in ("a", "an", "its", "their")) and n < LEAD_SENTENCES:
        yield "decided at"
    if timed and n < LEAD_SENTENCES:
        yield "its day"
    if opener in ("each", "every", "any", "no", "these"):
        yield "each"
    if clause is not None and is_ahead(clause):
        yield "to come"
    yield from _beside(mention, begin, n, opener, verb, proper=proper, timed=timed)


def _beside(
    mention: MeetingMention, begin: int, n: int, opener: str, verb: str, *, proper: bool, timed: bool
) -> Iterator[str]:
    """What says that something took place at the meeting, or beside it, or at another one."""
    clause, head, doc = mention.clause, mention.head, mention.head.doc
    start = mention.sentence.start
    linked = begin - 2 >= start and doc[begin - 1].pos_ in ("DET", "PRON")
    prior = doc[begin - 2].lower_ if linked else opener
    before = {t.lower_ for t in doc[max(start, begin - 2) : head.i] if t.nbor(1).lower_ != "night"}
    if linked and prior == "of" and n < LEAD_SENTENCES and doc[max(start, begin - 3)].lemma_ in RESULTS:
        yield "what came of it"
    if (prior in ("at", "for") or (prior == "in" and head.lemma_ in WITHIN)) and n < LEAD_SENTENCES:
        yield "at it"
    if verb in ("follow", "precede") and clause and not (clause.subject and clause.subject.head == head):
        yield "follows"
    if before & NOT_THIS or {c.lower_ for c in head.children} & NOT_THIS:
        yield "another"
    own = n == 0 and (timed or opener in ("a", "an"))
    told = n < LEAD_SENTENCES and verb in SAY_VERBS and prior in ("after", "following")
    if prior in AROUND and not own and not told:
        yield "after or before it, named" if proper else "after or before it"
    if any(t.lower_ in BESIDE for t in doc[max(start, begin - 4) : begin]):
        yield "beside it"
