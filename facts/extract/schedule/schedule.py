"""When, where and how the article's meeting was held, and when and where the next one is to be."""

from __future__ import annotations

from collections.abc import Iterator

from facts import dates
from facts.extract.answers import answer_of
from facts.extract.draft import Draft, Material, Sentence, code_points, sentence_span
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.meeting import MeetingMention
from facts.parse.clauses import Clause
from facts.parse.words import GATHERING_NOUNS, PLACE_ENTITIES
from facts.questions import is_anchored, tense_of

MEETING_VERBS = frozenset({"convene", "gather", "meet", "reconvene"})
NEXT = frozenset({"following", "next"})
LONGEST_SERIES = 8
"""How many words the name of a meeting of a series has at most; a longer one tells itself which meeting it is."""
ONLINE = ("virtual", "virtually", "video conference", "videoconference", "online", "teleconference", "hybrid")
"""Words by which a text says that a meeting was not held in one room."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield date, place and format of the meeting, and of the next one."""
    yield from _of_meeting(material)
    for sentence in material.sentences:
        for clause in sentence.clauses:
            yield from _next(material, sentence, clause)


def _of_meeting(material: Material) -> Iterator[Draft]:
    found, name, full = material.found_meeting, material.label, material.meeting_name
    meeting = found.meeting
    if meeting is None or name is None or full is None:
        return
    if meeting.date and found.dated:
        yield Draft(
            "when", f"{_when(material, meeting.date)} was {name} held?", dates.readable(meeting.date),
            _span(found.dated), value=meeting.date, confidence=0.9, rule="meeting.when",
        )  # fmt: skip
    if meeting.place and found.placed:
        question = f"Where was {full} held?"
        yield Draft("where", question, meeting.place, _span(found.placed), confidence=0.85, rule="meeting.where")
    if meeting.format and found.named and not any(word in fold(name) for word in ONLINE):
        text = found.named.sentence.text.lower()
        word = next((w for w in ONLINE if w in text), meeting.format)
        answer = word if word == meeting.format else f"{word} ({meeting.format})"
        yield Draft("how", f"How was {full} held?", answer, _span(found.named), confidence=0.8, rule="meeting.how")


def _when(material: Material, date: str) -> str:
    """How one asks for the day of the meeting: of one of a series with the month, which tells it from the others."""
    day = date.partition("/")[0]
    named = material.meeting_name == material.label or len((material.label or "").split()) > LONGEST_SERIES
    return "When" if named or len(day) < len("2020-01-01") else f"When in {dates.readable(day[:7])}"


def _next(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The council meets next on 9 April", "the next session will be held in Quito"."""
    subject = clause.subject
    if subject is None or clause.negated or subject.head.i >= clause.verb.i or clause.kind != "finite":
        return
    said = {t.lower_ for t in clause.verb.children if t.dep_ == "advmod"}
    meets = clause.lemma in MEETING_VERBS and (
        bool(said & {"next", "again"}) and (tense_of(clause) == "future" or clause.verb.tag_ in ("VBZ", "VBP"))
    )
    held = fold(subject.head.lemma_) in GATHERING_NOUNS and any(c.lower_ in NEXT for c in subject.head.children)
    words = sentence.words_of(clause) if meets else None
    name = f"the next meeting of {words.subject}" if words else _next_name(material) if held else None
    if name is None or not is_anchored(f"When {name}"):
        return
    span = sentence_span(sentence)
    for argument in clause.arguments:
        if argument.role == "place" and any(t.ent_type_ in PLACE_ENTITIES for t in argument.head.subtree):
            place = answer_of(argument, sentence.antecedents, 10)
            if place:
                question = f"Where will {name} be held?"
                yield Draft("where", question, place, span, confidence=0.8, rule="schedule.next_where")
        elif argument.role == "time":
            phrase = argument.head.doc.span(argument.start, argument.end).text
            found = dates.find(phrase, material.parsed.article.date, "future")
            if len(found) == 1 and found[0].precision in ("day", "month", "year", "range"):
                yield Draft(
                    "when", f"When will {name} be held?", said_date(found[0], found[0].text), span,
                    value=found[0].iso, confidence=0.8, rule="schedule.next_when",
                )  # fmt: skip


def _next_name(material: Material) -> str | None:
    """What the meeting after the article's is called: "the next Tarn Council meeting"."""
    meeting, name = material.found_meeting.meeting, material.label
    if meeting is None or name is None or meeting.number is not None or not name.startswith("the "):
        return None if name is None else f"the meeting after {name}"
    return f"the next {name[4:]}"


def _span(mention: MeetingMention) -> tuple[int, int]:
    return code_points(mention.paragraph, mention.sentence)
