"""When what a text tells was or is to be: also of what is planned, must be, or is somebody's word."""

from __future__ import annotations

from collections.abc import Iterator

from facts.extract.doings.as_said import Said, as_said, placed
from facts.extract.doings.asked import own_day
from facts.extract.doings.assertions import is_plain, is_prose, is_told
from facts.extract.doings.circumstances import BORDERS, POINT
from facts.extract.doings.names import is_articled
from facts.extract.doings.verbs import CONVENING, SPEAKING, SPOKEN
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.words import GATHERING_NOUNS
from facts.questions import dates_in, in_full, is_anchored, is_anothers, is_bare, is_short
from facts.questions.tense import RELATIVE_CLAUSE

ASKED = {**BORDERS, "before": "Before what date"}
"""How one asks for a date behind a preposition that says where a time begins or ends."""

NOT_ASKED = CONVENING | {"be", "have"}
"""Verbs of meetings, which have questions of their own, and those of what is so for some time."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when each thing was or is to be of which a text tells one day, month or year."""
    for sentence in material.sentences:
        if is_prose(sentence):
            for clause in sentence.clauses:
                if is_plain(clause) and is_told(clause):
                    continue  # that is an event's
                if clause.first("content") is None and clause.verb.lemma_.lower() not in SPOKEN | SPEAKING:
                    for said in as_said(sentence, clause):
                        yield from _when(material, sentence, said)


def _when(material: Material, sentence: Sentence, said: Said) -> Iterator[Draft]:
    """ "She said that the cargo had been seized in May", "must be paid by 30 June": when, by when."""
    words, day = said.words, material.parsed.article.date
    clause, subject = words.clause, words.clause.subject
    times = list(clause.all("time"))
    if len(times) != 1 or times[0].start < clause.verb.i or is_anothers(clause, times[0]) or subject is None:
        return
    if subject.head.lemma_.lower() in GATHERING_NOUNS or clause.lemma in NOT_ASKED or is_short(subject):
        return
    if len(clause.chain) > 1 and clause.chain[0].tag_ == "VBD":
        return  # "offered to receive them on 16 May": when the offer was made, or is to be kept?
    found = dates_in(clause, times[0], day)
    plain = RELATIVE_CLAUSE.split(times[0].head.doc.span(times[0].start, times[0].end).text)[0]
    if subject.head.pos_ == "NOUN" and is_bare(subject.head):
        return  # "the group, set up in May"
    if not is_articled(subject) or words.subject.startswith(("a ", "an ")) or len(found) != 1:
        return
    when, before = found[0], plain[: found[0].span[0]].strip().lower()
    word = "When" if before in POINT else ASKED.get(before)
    since = before == "since" and words.front not in ("has", "have")
    if word is None or since or plain[when.span[1] :].strip(" ,") or when.approximate:
        return
    if when.precision not in ("day", "month", "year"):
        return
    to_do = clause.first("infinitive", "purpose")
    told = in_full(to_do, sentence.antecedents, bare=words.bare) if to_do is not None else ""
    asked = words.ask(word, times[0], last=told) if told is not None else None
    if asked is None or not is_anchored(asked):
        return
    question = own_day(material, asked, words) if said.source is None else placed(material, asked, said)
    answer = said_date(when, when.text)
    if question and answer not in question:
        yield Draft(
            "when", question, answer, sentence_span(sentence), value=when.iso, confidence=0.75, rule="event.at_time"
        )
