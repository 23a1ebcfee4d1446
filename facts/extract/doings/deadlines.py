"""By when something is to be done: "is to report by 10 June", "has until 15 April to sign", "are due on 9 April"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person, is_plural
from facts.parse.tree import Token
from facts.questions import ClauseWords, is_short

ASKING = frozenset(
    {"agree", "ask", "charge", "commit", "instruct", "order", "pledge", "promise", "require", "undertake"}
)
"""Verbs of what somebody is, or has promised, to do."""
BY = re.compile(r"(?:by|no later than|before) (?:the )?", re.IGNORECASE)
"""What stands before the last day of a time."""
HAS_UNTIL = re.compile(r"\b(?P<has>has|have) until (?P<day>.+?) to$")
"""A time that somebody has, before what it is for."""
DUE = re.compile(r"due (?:in |on |by )?(?P<day>(?:the )?(?:\d|[A-Z]).*)")
"""What is said of what has to be there on a day."""
WAS = {"are": "were", "is": "was"}
FEWEST = 3
"""How many words say at least what is due."""
QUOTES = re.compile(r"[\"“”]")


def facts(material: Material) -> Iterator[Draft]:
    """Yield by when something is to be done after the article's meeting."""
    if material.meeting_name is None:
        return
    for sentence in material.sentences:
        if is_prose(sentence) and not QUOTES.search(sentence.span.text):
            for clause in sentence.clauses:
                yield from _is_to(material, sentence, clause)
                yield from _was_asked(material, sentence, clause)
                yield from _has_until(material, sentence, clause)
                yield from _is_due(material, sentence, clause)


def _is_to(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The committee is to report on the levy by 10 June"."""
    words = _words(sentence, clause)
    if words is None or len(clause.chain) != 2 or clause.chain[0].lemma_ != "be" or not is_told(clause):
        return
    if words.front not in WAS or clause.chain[0].i + 2 != clause.verb.i:
        return
    then = dataclasses.replace(words, front=WAS[words.front])
    for time in _last_days(clause):
        question, day = then.ask("By when", time), _text(time)
        yield from _asked(material, sentence, clause, words, question, BY.sub("", day, count=1))


def _was_asked(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The board has asked Dr Ada Wren to report by 10 June"."""
    outer = next((c for c in sentence.clauses if c.verb.i == _outermost(clause).i and c.kind == "finite"), None)
    words = _words(sentence, clause)
    if outer is None or words is None or clause.kind != "infinitive" or outer.lemma not in ASKING:
        return
    if not is_told(outer) or len(outer.chain) > 1 or clause.negated:
        return
    for time in _last_days(clause):
        rest = words.rest(time)
        if rest is not None:
            question = " ".join(f"By when {_was(words)} {words.subject} to {clause.verb.lower_} {rest}".split()) + "?"
            yield from _asked(material, sentence, clause, words, question, BY.sub("", _text(time), count=1))


def _has_until(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The mayor has until 15 April to sign it"."""
    words, doc = _words(sentence, clause), clause.verb.doc
    if words is None or clause.subject is None or clause.subject.head.i > clause.verb.i:
        return
    told = HAS_UNTIL.search(doc.span(clause.subject.head.i, clause.verb.i).text)
    rest = words.rest(*clause.all("time"))
    if told is None or rest is None or clause.negated:
        return
    question = " ".join(f"Until when did {words.subject} have to {clause.verb.lower_} {rest}".split()) + "?"
    yield from _asked(material, sentence, clause, words, question, told["day"])


def _is_due(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "New bids are due on 9 April"."""
    words, due = _words(sentence, clause), clause.first("attribute")
    told = DUE.fullmatch(_text(due)) if due is not None and len(clause.chain) == 1 else None
    if words is None or told is None or words.plain not in WAS or not is_told(clause):
        return
    if len(words.subject.split()) < FEWEST:
        return  # "New bids are due": for what?
    question = f"When {WAS[words.plain]} {words.subject} due?"
    yield from _asked(material, sentence, clause, words, question, told["day"])


def _asked(
    material: Material, sentence: Sentence, clause: Clause, words: ClauseWords, question: str | None, day: str
) -> Iterator[Draft]:
    """A deadline that is behind the article's meeting, asked as one that was set then."""
    meeting, subject = material.found_meeting.meeting, clause.subject
    found = dates.find(day, material.parsed.article.date, "future")
    if question is None or meeting is None or not meeting.date or subject is None or len(found) != 1:
        return
    when, rest = found[0], day[: found[0].span[0]] + day[found[0].span[1] :]
    held = meeting.date.partition("/")[2] or meeting.date
    if when.precision not in ("day", "month", "year") or rest.strip(" ,") not in ("", "the"):
        return
    if when.iso <= held[: len(when.iso)] or is_short(subject) or _is_torn(subject, clause):
        return
    answer, name = _said(when), material.meeting_name
    asked = f"{question[:-1]} after {name}?"
    if answer not in asked:
        yield Draft("when", asked, answer, sentence_span(sentence), value=when.iso, rule="deadline.by")


def _said(when: dates.When) -> str:
    """A day as an answer; the end of a month as that."""
    end = when.text.lower().startswith("end of")
    return f"the end of {dates.readable(when.iso)}" if end and when.precision != "day" else said_date(when, when.text)


def _is_torn(subject: Argument, clause: Clause) -> bool:
    """Whether "which" is read as whoever is named last before it: "the board, chaired by Ada Wren, which"."""
    before = clause.verb.doc[subject.head.i + 1 : clause.chain[0].i]
    return is_person(subject.head) and any(t.lower_ in ("that", "which") for t in before)


def _last_days(clause: Clause) -> list[Argument]:
    """The phrase that tells until when, where there is one."""
    times = [a for a in clause.all("time") if BY.match(_text(a))]
    return times if len(times) == 1 and len(list(clause.all("time"))) == 1 else []


def _outermost(clause: Clause) -> Token:
    """The verb that an infinitive, or the one that it is joined to, hangs on."""
    verb = clause.verb
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    return verb.head


def _was(words: ClauseWords) -> str:
    subject = words.clause.subject
    return "were" if subject is not None and is_plural(subject.head) else "was"


def _words(sentence: Sentence, clause: Clause) -> ClauseWords | None:
    """The words of a clause for a question that names the meeting."""
    return next(iter(sentence.readings(clause)), None)


def _text(argument: Argument) -> str:
    return argument.head.doc.span(argument.start, argument.end).text
