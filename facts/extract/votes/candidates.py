"""Votes on people: how many each candidate got, who nominated and who seconded whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import called
from facts.extract.doings.decisions import PROPOSAL_NOUNS
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.happened import happened
from facts.extract.people.elected import full_name
from facts.extract.people.entries import is_full
from facts.parse.clauses import Clause
from facts.parse.names import Person
from facts.parse.numbers import NUMBER_WORDS, number_of
from facts.parse.verbs import past
from facts.questions import dates_in

_NAME = r"(?P<who>[A-Z][\w.’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]+){0,3})"
_COUNT = rf"\d[\d,.]*|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
_GOT = r"(?:received|got|won|took|polled|gained|secured|attracted)"
_BEGINS = r"(?:^|(?<=; )|(?<=while )|(?<=, and )|(?<=, with ))"
"""Where a name is the subject that a number belongs to."""
VOTES = re.compile(rf"{_BEGINS}{_NAME} {_GOT} (?P<count>{_COUNT}) votes\b(?P<more>(?:,? and|,) )?")
"""Somebody with a number of votes: "Ann Lee received 88 votes, Bo Ek 71"."""
FURTHER = re.compile(rf"{_NAME},? (?P<count>{_COUNT})(?=[,.;]|$)")
"""Another one, behind the first."""
SHARE = re.compile(
    rf"{_BEGINS}{_NAME}(?:,[^;]{{4,80}}?,)? (?:{_GOT}|came (?:in )?\w+ with) "
    r"(?P<count>(?:just |about |nearly |more than )?\d[\d.]*(?:%| ?per ?cent) of the votes?)\b"
)
WON = re.compile(
    rf" (?:with|by) (?P<score>(?:{_COUNT}) (?:of (?:{_COUNT}) )?votes(?: (?:to|against) (?:{_COUNT})\b)?)",
    re.IGNORECASE,
)
"""How a sentence tells by what vote somebody won."""
ELECTING = frozenset({"elect", "re-elect", "reelect"})
NOMINATING = frozenset({"nominate", "propose", "second"})


def facts(material: Material) -> Iterator[Draft]:
    """Yield how many votes candidates got and who put them forward."""
    for sentence in material.sentences:
        yield from _counts(material, sentence)
        for clause in sentence.clauses:
            yield from _nominated(material, sentence, clause)
            yield from _won(material, sentence, clause)


def _counts(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """ "Ann Lee received 88 votes, Bo Ek 71"."""
    text, span = sentence.span.text, sentence_span(sentence)
    at = f" at {material.meeting_name}" if material.meeting_name is not None else ""
    for match in VOTES.finditer(text) if at else ():
        following = FURTHER.match(text, match.end()) if match["more"] else None
        for found in filter(None, (match, following)):
            name = _name(found, sentence)
            if name is not None:
                question = f"How many votes did {name} receive{at}?"
                count = found["count"].rstrip(".,")
                yield Draft("how_many", question, count, span, value=number_of(count), rule="vote.count")
    for match in SHARE.finditer(text):
        name = _name(match, sentence)
        if name is not None and " " in name:
            question = f"What share of the vote did {name} receive{at}?"
            yield Draft("how_many", question, match["count"].removesuffix(" of the vote"), span, rule="vote.share")


def _name(found: re.Match[str], sentence: Sentence) -> str | None:
    """Whom a match names: a person in the longest form met so far, or another name as it stands."""
    start, end = found.span("who")
    words = sentence.span.char_span(start, end, alignment_mode="contract")
    if words is None or words[0].pos_ not in ("PROPN", "NOUN", "ADJ"):
        return None
    person = next((p for p in sentence.people if p.start >= words.start and p.end == words.end), None)
    known = sentence.antecedents.get(words.start)
    if person is None and known is not None:
        person = Person(words.start, words.end, found["who"])
    return full_name(person, sentence) if person is not None else found["who"]


def _won(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Ann Lee was elected with 49 votes to 45", "Bo Ek won by 30 votes to 22"."""
    subject, verb = clause.subject, clause.verb.lemma_.lower()
    elected = clause.passive and verb in ELECTING
    if subject is None or not (elected or (verb == "win" and not clause.passive)) or not happened(clause):
        return
    behind = sentence.span.text[clause.verb.idx - sentence.span.start_char :]
    found = list(WON.finditer(behind))
    who = called(subject, sentence, material)
    if len(found) != 1 or not is_full(who) or ", " in behind[: found[0].start()]:
        return
    there = material.meeting_name is not None and not _has_other_day(material, clause)
    at = f" at {material.meeting_name}" if there else ""
    question = f"By what vote was {who} elected{at}?" if elected else f"By what vote did {who} win{at}?"
    yield Draft("how", question, found[0]["score"], sentence_span(sentence), rule="vote.won")


def _has_other_day(material: Material, clause: Clause) -> bool:
    """Whether a clause tells of a day that is not the meeting's: "elected on 25 March", at a meeting in April."""
    meeting, anchor = material.found_meeting.meeting, material.parsed.article.date
    days = {w.iso for time in clause.all("time") for w in dates_in(clause, time, anchor) if w.precision == "day"}
    first, _, last = ((meeting.date if meeting is not None else None) or "").partition("/")
    return bool(days) and not any(first <= day <= (last or first) for day in days)


def _nominated(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "Her deputy, Bo Ek, was nominated by Ann Lee and seconded by Cy Day": who put him forward."""
    subject, agent = clause.subject, clause.first("agent")
    verb = clause.verb.lemma_.lower()
    if verb not in NOMINATING or not clause.passive or subject is None or agent is None or not happened(clause):
        return
    if subject.head.lemma_.lower() in PROPOSAL_NOUNS | {"proposal"}:
        return  # "on the proposal of Ann Lee, seconded by Bo Ek"
    if any(t.lower_ == "by" for t in subject.head.doc.span(subject.start, subject.end)):
        return  # "was proposed as President by Ann Lee, seconded by Bo Ek"
    named = [p for p in sentence.people if subject.start <= p.start < subject.end]
    who = called(agent, sentence, material)
    if len(named) != 1 or not who:
        return
    name = full_name(named[0], sentence)
    if is_full(name):
        yield Draft("who", f"Who {past(verb)} {name}?", who, sentence_span(sentence), rule="vote.nominated")
