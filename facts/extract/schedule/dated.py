"""The dates of named things: "the mayor of Ostford's 27 January order on noise", "the July 28 election in Norland"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.clauses import Argument
from facts.parse.tree import Span, Token
from facts.questions import in_full, is_anchored, phrased

DATED = frozenset(
    """accord act agreement attack ban ballot bill ceasefire communique conference congress coup crash decision
    declaration decree deal earthquake election executive fire flood forum judgment law letter meeting memorandum
    murder order pact poll protest referendum report resolution ruling session shooting speech statement storm strike
    summit treaty trial verdict vote""".split()
)
"""Nouns of what happens or is made on one day."""
RECENT = 30
"""How many days after it a day without a year is still known to be the last one."""
LONGEST = 16
"""How many words a thing has in a question."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield on which date something named was made or happened, where its name has the date in it."""
    for sentence in material.sentences:
        for entity in sentence.paragraph.doc.ents:
            if entity.label_ == "DATE" and sentence.span.start <= entity.start < sentence.span.end:
                yield from _dated(material, sentence, entity)


def _dated(material: Material, sentence: Sentence, date: Span) -> Iterator[Draft]:
    noun = date.root.head
    while noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i:
        noun = noun.head
    if noun.i < date.end or noun.lemma_.lower() not in DATED or noun.pos_ not in ("NOUN", "PROPN"):
        return
    said = date.text
    found = dates.find(said, material.parsed.article.date, "past")
    name = _without(noun, date, sentence)
    if len(found) != 1 or found[0].precision != "day" or found[0].approximate or name is None:
        return
    if not _is_sure(said, found[0].iso, material.parsed.article.date):
        return
    question = phrased("schedule.dated", name=name)
    if is_anchored(question):
        answer = said_date(found[0], found[0].text)
        yield Draft("when", question, answer, sentence_span(sentence), value=found[0].iso, rule="schedule.dated")


def _is_sure(said: str, iso: str, written: datetime.date | None) -> bool:
    """Whether the year of a day is told, or clear: "the January 27 order" may be of any year but soon behind it."""
    if re.search(r"\d{4}", said):
        return True
    return written is not None and (written - datetime.date.fromisoformat(iso)).days <= RECENT


def _without(noun: Token, date: Span, sentence: Sentence) -> str | None:
    """The thing as a question names it, without its date."""
    doc, start, end = noun.doc, noun.left_edge.i, noun.right_edge.i + 1
    whole = in_full(Argument("object", noun, start, end), sentence.antecedents, LONGEST + len(date))
    told = doc.span(date.start, date.end).text
    if whole is None or told not in whole or doc[start].lower_ in ("a", "an"):
        return None
    name = " ".join(whole.replace(told, "", 1).split())
    goes_on = end < len(doc) and doc[end].text in ("-", "–", "—")
    torn = goes_on or re.search(r" ,|\b\d{4}\b", name) is not None or name[-1] in ",("
    return name if 2 < len(name.split()) <= LONGEST and not torn else None
