"""Whether a clause tells of what was or of what is to come: what dates without a year are read by."""

from __future__ import annotations

import datetime
import re
from typing import Literal

from facts import dates
from facts.parse.arguments import Argument
from facts.parse.clauses import Clause

RELATIVE_CLAUSE = re.compile(r",? (?:where|when|which|who)\b")
"""Where a clause begins that tells more of a day: "today, where they agreed"."""


def dates_in(clause: Clause, argument: Argument, written: datetime.date | None) -> tuple[dates.When, ...]:
    """The dates in a phrase of a clause, each of the year or week that is told; without those that may be of two."""
    doc, sentence = clause.verb.doc, clause.sentence
    phrase = RELATIVE_CLAUSE.split(doc.span(argument.start, argument.end).text)[0]
    tense = tense_of(clause)
    named = dates.find(phrase, written)
    if tense is None and named:
        at = doc[argument.start].idx - sentence.start_char
        tense = dates.tense_at(sentence.text, at + named[0].span[0], at + named[0].span[1])
    return dates.as_told(phrase, written, tense)


def tense_of(clause: Clause) -> Literal["past", "future"] | None:
    """ "future" where a clause's verb shows that it tells of what is to come, else None."""
    outer = clause.chain[0]
    helpers = {c.lower_ for c in outer.children if c.dep_ in ("aux", "auxpass")}
    if (
        helpers & {"will", "shall", "'ll", "would"}
        or clause.kind == "infinitive"
        or outer.lemma_ in ("schedule", "slate", "plan", "expect")
    ):
        return "future"
    if outer.tag_ in ("VBZ", "VBP") and not helpers and outer.lemma_ not in ("be", "have"):
        # "The levy ends on Monday": what goes by a plan is told in the present.
        return "future"
    if len(clause.chain) > 1 and any(c.tag_ == "TO" for c in clause.verb.children):
        return "future"
    return None


def is_past(clause: Clause) -> bool:
    """Whether a clause tells of what was: "opened it", "has opened it", not "is closed"."""
    outer = clause.chain[0]
    helpers = [c for c in outer.children if c.dep_ in ("aux", "auxpass")]
    present = any(c.tag_ == "MD" or (c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP")) for c in helpers)
    return outer.tag_ in ("VBD", "VBN") and not present and tense_of(clause) is None
