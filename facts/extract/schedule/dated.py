"""The dates of named things: "the mayor of Ostford's 27 January order on noise", "the July 28 election in Norland"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.months import MONTHS
from facts.parse.clauses import Argument
from facts.parse.tree import Span, Token
from facts.parse.words import MEETING_NOUNS
from facts.questions import in_full, is_anchored, phrased

DATED = frozenset(
    """accord act agreement attack ban ballot bill ceasefire communique conference congress coup crash decision
    declaration decree deal earthquake election executive fire flood forum judgment law letter meeting memorandum
    murder order pact poll protest referendum report resolution ruling session shooting speech statement storm strike
    summit treaty trial verdict vote""".split()
)
"""Nouns of what happens or is made on one day."""
COMING = re.compile(r"\b(?:ahead|forthcoming|forward|later|next|prepar\w+|to be|upcoming|will)\b")
"""Words of a sentence by which what it names may be yet to come."""
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
        for token in sentence.span:
            if token.pos_ == "PROPN" and token.lemma_.lower() in MEETING_NOUNS:
                yield from _placed(material, sentence, token)


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


def _placed(material: Material, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "In May 2020 at the Tarn Summit in Ostford": where it was held, of another meeting than the article's."""
    doc, own = noun.doc, fold(material.meeting_name or "")
    into = doc[noun.i + 1] if noun.i + 2 < len(doc) else noun
    place = next((e for e in doc.ents if e.start == noun.i + 2 and e.label_ == "GPE"), None)
    if into.lower_ != "in" or place is None or doc[noun.left_edge.i].lower_ in ("a", "an"):
        return
    name = in_full(Argument("object", noun, noun.left_edge.i, noun.i + 1), sentence.antecedents, behind=False)
    if name is None or not is_anchored(f"- {name}") or not name.startswith("the ") or fold(name) in own:
        return
    if COMING.search(sentence.span.text) or any(word in MONTHS for word in fold(name).split()):
        return
    written = material.parsed.article.date
    found = [w for w in dates.find(sentence.span.text, written, "past") if w.precision in ("day", "month")]
    if re.search(r"\d{4}", name) is None and (len(found) != 1 or written is None or found[0].iso > written.isoformat()):
        return  # which of them?
    when = "" if re.search(r"\d{4}", name) else f"in {dates.readable(found[0].iso[:7])}"
    question = phrased("schedule.placed", meeting=f"{name} {when}".strip())
    yield Draft("where", question, place.text, sentence_span(sentence), rule="schedule.placed")


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
