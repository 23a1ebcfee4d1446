"""Who was not at a meeting, and whether they sent apologies."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts.extract.attendance.chairs import called
from facts.extract.attendance.own_meeting import means_meeting
from facts.extract.attendance.presence import parts
from facts.extract.attendance.told_apart import has_asides, names_apart
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.lists import enumerated, inside
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import verbatim

ATTENDING_VERBS = frozenset({"attend", "join", "participate"})
MISSING_VERBS = frozenset({"boycott", "miss", "skip"})
APOLOGIES = frozenset({"apology", "excuse", "regret"})
RECEIVED = frozenset(
    {"accept", "convey", "give", "intimate", "note", "offer", "receive", "record", "send", "submit", "tender"}
)

WITH = re.compile(
    r".*\b(?:attended|came|chair(?:ed)?|held|meeting|met|opened|present|quorum)\b.*\b"
    r"with (?:their )?(?:apologies|regrets)(?: for absence)?(?: received| noted)? from (?P<names>[A-Z].*)"
)
"""How a sentence of something else tells who was away: "The board met, with apologies from Ann Lee"."""

OUTSIDER = re.compile(r"\b(?:former|predecessor|retired|outgoing|ex-\w+)\b")
"""Of whom a sentence tells that is no member of those who met."""
EXCUSED = re.compile(r"\b(?:apologi[sz]ed|apologies|(?:sent|gave) (?:\w+ )?(?:regrets|excuses))\b", re.IGNORECASE)
"""What tells that somebody was away with apologies."""
UNEXCUSED = re.compile(
    r"\bwithout (?:(?:an |any |sending |having sent )+)?(?:apolog(?:y|ies)|excuse|leave)\b", re.IGNORECASE
)
"""What tells of somebody that she or he was not."""
TOO = re.compile(r"\b(?:also|likewise) (?:absent|away|missing)\b|\b(?:absent|missing),? too\b", re.IGNORECASE)
"""What tells that somebody more was away."""
NOBODY = re.compile(r"\b(?:no|nobody|none|without)\b", re.IGNORECASE)
"""What tells that no apologies were sent."""
ONE_MORE = re.compile(r"\band from\b")
"""What leads to somebody else who sent apologies."""


def absent(clause: Clause, sentence: Sentence, material: Material) -> Iterator[tuple[Argument, bool]]:
    """The phrases of a clause that name who was not there, and whether they sent apologies."""
    lemma = clause.verb.lemma_.lower()
    thing, subject = clause.first("object"), clause.subject
    if subject is None:
        return
    received = clause.passive and lemma in RECEIVED
    if (received or (lemma == "come" and not clause.negated)) and subject.head.lemma_.lower() in APOLOGIES:
        source = clause.first("agent") or next(
            (inside(a) for a in clause.all("oblique") if a.preposition in ("from", "for")), None
        )
        if source is not None:
            yield source, True
    elif clause.passive and lemma == "grant" and "absence" in {t.lower_ for t in subject.head.subtree}:
        source = next((inside(a) for a in clause.all("recipient", "oblique") if a.preposition in (None, "to")), None)
        if source is not None:
            yield source, False
    elif lemma in RECEIVED and thing is not None and thing.head.lemma_.lower() in APOLOGIES and not clause.passive:
        yield subject, True
    elif lemma in ("apologise", "apologize") and not clause.negated and not clause.passive:
        if any(t.lower_ == "absence" for a in clause.all("oblique") for t in a.head.subtree):
            yield subject, True
    elif clause.negated and lemma in ATTENDING_VERBS and not clause.passive:
        if thing is None or means_meeting(thing, sentence, material):
            yield subject, False
    elif (clause.negated and lemma == "represent" and clause.passive) or (
        clause.negated and lemma == "be" and _is("present", clause)
    ):
        yield subject, False
    elif clause.negated:
        return
    elif (lemma == "be" and _is("absent", clause)) or (
        lemma in MISSING_VERBS and not clause.passive and thing is not None and means_meeting(thing, sentence, material)
    ):
        yield subject, False


def beside(material: Material, sentence: Sentence) -> Iterator[Draft]:
    """The fact of those whose apologies a sentence only mentions, where all that stands behind "from" are names."""
    found = WITH.match(sentence.span.text)
    names = names_apart(found["names"]) if found is not None else []
    if names and material.meeting_name:
        meeting = str(material.meeting_name)
        yield absence(names, enumerated(names), meeting, sentence_span(sentence), apologised=True)


def _is(word: str, clause: Clause) -> bool:
    """Whether a clause says of its subject what a word says: "was absent"."""
    return any(a.head.lower_ == word for a in clause.all("attribute"))


def stayed_away(material: Material, sentence: Sentence, phrase: Argument, *, apologised: bool) -> Iterator[Draft]:
    """The fact of those who a phrase says were not there."""
    if phrase.head.doc[phrase.start].lower_ in ("no", "nobody", "none"):
        return
    if not apologised and (OUTSIDER.search(sentence.span.text) or _others_missing(material, sentence)):
        return
    answer = called(phrase, sentence, material)
    items = parts(phrase, material.parsed.article.text, sentence) if answer else []
    rest = _rest(phrase, sentence, material) if apologised else ""
    if has_asides(rest):
        apart = names_apart(rest)
        if not apart and ONE_MORE.search(rest):
            return  # it tells of more than are read
        answer, items = (enumerated(apart), apart) if apart else (answer, items)
    if answer and material.meeting_name:
        items = items if len(items) > 1 else [answer]
        found = absence(items, answer, str(material.meeting_name), sentence_span(sentence), apologised=apologised)
        if apologised or not _others_excused(material, sentence):
            yield found
        elif UNEXCUSED.search(sentence.span.text):
            asked = f"Who was absent without apologies from {material.meeting_name}?"
            yield dataclasses.replace(found, question=asked)


def _others_missing(material: Material, sentence: Sentence) -> bool:
    """Whether another sentence tells of more who were away: "Also missing were the delegates of Lunn"."""
    return any(TOO.search(s.span.text) for s in material.sentences if s is not sentence)


def _others_excused(material: Material, sentence: Sentence) -> bool:
    """Whether others were away with apologies, so that those without them are not all who were absent."""
    others = (s.span.text for s in material.sentences if s is not sentence)
    excused = any(EXCUSED.search(text) and not NOBODY.search(text) for text in others)
    return excused or UNEXCUSED.search(sentence.span.text) is not None


def _rest(phrase: Argument, sentence: Sentence, material: Material) -> str:
    """What a sentence says from a phrase on that stands behind "from", and may go on with one more "from"."""
    behind_link = phrase.start > sentence.span.start and phrase.head.doc[phrase.start - 1].lower_ in ("from", "for")
    end = sentence.span.end if behind_link else phrase.end
    return verbatim(material.parsed.article.text, sentence.paragraph, phrase.start, end)


def absence(items: list[str], answer: str, meeting: str, span: tuple[int, int], *, apologised: bool) -> Draft:
    """The fact of an absence."""
    question = f"Who sent apologies for {meeting}?" if apologised else f"Who was absent from {meeting}?"
    rule = "absence.apologies" if apologised else "absence.absent"
    return Draft("list", question, answer, span, value=items, confidence=0.9, rule=rule)
