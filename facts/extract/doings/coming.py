"""When something is to be, of what a text tells as planned: "will reopen on 4 October", "is to be paid on 4 June"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.doings.asked import in_report
from facts.extract.doings.assertions import is_prose, is_told
from facts.extract.doings.circumstances import POINT
from facts.extract.doings.names import acts, is_articled
from facts.extract.draft import Draft, Material, Sentence, sentence_span
from facts.extract.schedule.timing import said_date
from facts.parse.clauses import Argument, Clause
from facts.parse.phrases import is_person
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS
from facts.questions import ClauseWords, is_anchored, is_bare, is_short, names_itself

PLANNING = frozenset({"due", "expect", "plan", "schedule", "set"})
"""Verbs (lemmas) of what is planned, in the passive."""
SET_FOR = frozenset({"begin", "close", "end", "expire", "open", "reopen", "start", "take effect"})
"""What is told in the present where a day is set for it: "nominations close on 25 September"."""
ASKED_ELSEWHERE = frozenset({"convene", "meet", "reconvene"})
"""Verbs of the next meeting, which has questions of its own."""
BORDERS = {"from": "From when", "until": "Until when"}
"""How one asks for the day on which something begins or ends."""
TELLING = frozenset({"attribute", "infinitive", "object", "oblique", "place"})
"""Roles of phrases that tell what of it somebody will do."""
OPEN = re.compile(r"\b(?:if|or|provided|should|subject to|unless|whether)\b|[\"“”]")
"""What leaves it open whether it will be, and what is somebody's word."""
FEWEST = 5
"""How many words a question has at least that says what it is about, and something that has no name."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield when something is to be that is planned for after the article and its meeting."""
    for sentence in material.sentences:
        if is_prose(sentence) and not OPEN.search(sentence.span.text):
            for clause in sentence.clauses:
                yield from _when(material, sentence, clause)


def _when(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    words = next(map(_shorter, sentence.readings(clause)), None)
    if words is None or _is_unknown(words) or not is_told(clause) or not _is_ahead(clause) or not _is_known(clause):
        return
    times = list(clause.all("time"))
    if len(times) != 1 or times[0].start < clause.verb.i:
        return
    text = times[0].head.doc.span(times[0].start, times[0].end).text
    found = dates.find(text, material.parsed.article.date, "future")
    if len(found) != 1 or found[0].approximate or found[0].precision not in ("day", "month", "year"):
        return
    when = found[0]
    before, behind = text[: when.span[0]].strip().lower(), text[when.span[1] :].partition(",")[0].strip()
    word = "When" if before in POINT else BORDERS.get(before)
    if word is None or behind or not _is_later(material, when):
        return
    question, answer = _placed(material, words.ask(word, times[0]), words), said_date(when, when.text)
    if question and answer not in question:
        yield Draft(
            "when", question, answer, sentence_span(sentence), value=when.iso, confidence=0.8, rule="coming.when"
        )


def _is_ahead(clause: Clause) -> bool:
    """Whether a clause tells what will be: "will open", "is to open", "is expected to open", "opens"."""
    first = clause.chain[0]
    if any(c.dep_ == "aux" and c.lower_ == "will" for c in first.children):
        return len(clause.chain) == 1
    if len(clause.chain) == 1 and first.tag_ in ("VBP", "VBZ"):
        thing = clause.first("object")
        told = f"{clause.lemma} {thing.head.lower_}" if thing is not None else clause.lemma
        return told in SET_FOR
    planned = first.lemma_ == "be" or (first.lemma_.lower() in PLANNING and first.tag_ == "VBN")
    helped = first if first.lemma_ == "be" else next((c for c in first.children if c.dep_ == "auxpass"), first)
    verbs = [t for t in clause.chain if t.lower_ != "due"]
    return len(verbs) == 2 and planned and helped.lower_ in ("are", "is") and clause.verb.tag_ in ("VB", "VBN")


def _is_known(clause: Clause) -> bool:
    """Whether one asks for it here: not for the next meeting, nor of what only the text tells what it is."""
    subject = clause.subject
    if subject is None or clause.lemma in ASKED_ELSEWHERE or is_short(subject) or subject.head.pos_ == "PRON":
        return False
    if subject.end - subject.start == 1 and subject.head.folded in BODY_NOUNS:
        return False  # "Congress closes on Thursday": which one?
    if acts(subject) and not any(a.role in TELLING for a in clause.arguments):
        return False  # "the council is to vote in May": on what?
    return subject.head.lemma_.lower() not in GATHERING_NOUNS and is_articled(subject) and not _is_torn(subject, clause)


def _shorter(words: ClauseWords) -> ClauseWords:
    """The words of a clause without what is told beside its subject: "the dividend, up from 11 cents"."""
    subject = words.clause.subject
    aside = subject is not None and any(c.text == "," for c in subject.head.rights)
    listed = subject is not None and any(c.dep_ in ("cc", "conj") for c in subject.head.rights)
    return words if listed or not aside else dataclasses.replace(words, subject=words.subject.partition(", ")[0])


def _is_unknown(words: ClauseWords) -> bool:
    """Whether a subject is of something that a stranger doesn't know: "a third case", "the ban", "schools there"."""
    subject, text = words.clause.subject, words.subject
    if subject is None:
        return True
    if any(t.lower_ in ("here", "there") for t in subject.head.doc[subject.start : words.clause.verb.i]):
        return True
    if text.startswith("the ") and is_bare(subject.head):
        return not is_anchored(f"- {words.rest(out=('time',)) or ''}")
    return text.startswith(("a ", "an ")) and not is_anchored(f"- {text}") and len(text.split()) < FEWEST


def _is_torn(subject: Argument, clause: Clause) -> bool:
    """Whether "which" is read as whoever is named last before it: "the board, chaired by Ada Wren, which"."""
    between = clause.verb.doc[subject.head.i + 1 : clause.chain[0].i]
    return is_person(subject.head) and any(t.lower_ in ("that", "which") for t in between)


def _is_later(material: Material, when: dates.When) -> bool:
    """Whether a day is behind that of the article, and behind the meeting's."""
    meeting, written = material.found_meeting.meeting, material.parsed.article.date
    held = (meeting.date.rpartition("/")[2] if meeting is not None and meeting.date else "") or ""
    least = max(held, written.isoformat() if written is not None else "")
    return bool(least) and when.iso > least[: len(when.iso)]


def _placed(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question with the meeting behind which it is to be, else the report that tells of it; plain where it is known
    by its own name."""
    if question is None or len(question.split()) < FEWEST:
        return None
    subject, name = words.clause.subject, material.meeting_name
    if (
        subject is not None
        and not words.bare
        and names_itself(subject, words.subject)
        and is_anchored(f"- {words.subject}")
    ):
        return question
    if name is not None:
        return question if name in question else f"{question[:-1]} after {name}?"
    return in_report(material, question)
