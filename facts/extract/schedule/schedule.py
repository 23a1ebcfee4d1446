"""When, where and how the article's meeting was held, and when and where the next one is to be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from facts import dates
from facts.extract.answers import answer_of
from facts.extract.draft import Draft, Material, Sentence, code_points, sentence_span
from facts.extract.schedule import dated, numbered, rounds
from facts.extract.schedule.timing import said_date
from facts.folding import fold
from facts.meeting import MeetingMention
from facts.meeting.lasting import told_days
from facts.naming import to_come
from facts.parse.clauses import Argument, Clause
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, PLACE_ENTITIES
from facts.parse.written import headline
from facts.questions import is_anchored, is_participants, phrased, tense_of

MEETING_VERBS = frozenset({"convene", "gather", "meet", "reconvene"})
HOSTING = frozenset({"host", "hold", "organise", "organize"})
NEXT = frozenset({"following", "next"})
BODY_MEETING = re.compile(
    r"(?P<when>Whe.+?) was (?P<body>the [^’']+ of [^’']+)(?<!annual)(?<!general)(?<!special) "
    r"(?:meeting|session|sitting)(?P<day> (?:on|in) [\w –]*\d{4})? held\?"
)
"""A question for the meeting of a body whose name has an "of" in it: a noun behind that reads badly."""
REGULAR = re.compile(
    r"(?P<when>When in \w+ \d{4}) was (?P<body>the (?!online |virtual )[^’']*?"
    rf"\b(?:(?i:{'|'.join(sorted(BODY_NOUNS))})|[A-Z]+[A-Z+-]+)) [Mm]eeting held\?"
)
"""A question for a day on which a body met that may have met on others of that month, too."""
ONLINE = ("virtual", "virtually", "video conference", "videoconference", "online", "teleconference", "hybrid")
"""Words by which a text says that a meeting was not held in one room."""


def facts(material: Material) -> Iterator[Draft]:
    """Yield date, place and format of the meeting, and of the next one."""
    yield from _of_meeting(material)
    yield from rounds.facts(material)
    yield from numbered.facts(material)
    for sentence in material.sentences:
        # A note of minutes that begins with a small letter may speak of any meeting.
        noted = sentence.paragraph.bullet and not sentence.span.text[:1].isupper()
        for clause in sentence.clauses if not noted else ():
            yield from _next(material, sentence, clause)
    yield from dated.facts(material)


def _of_meeting(material: Material) -> Iterator[Draft]:
    found, name, full = material.found_meeting, material.label, material.full_name
    meeting = found.meeting
    if meeting is None or name is None or full is None:
        return
    span = _span(found.dated) if found.dated else _headline_with(meeting.date, material)
    if meeting.date and span and not _tells_day(name, meeting.date):
        question = _of_body(phrased("meeting.when", when=_when(material, meeting.date), meeting=name))
        question = to_come(question) if _is_to_come(material, meeting.date) else question
        listed = told_days(material.parsed.article.text[slice(*span)], meeting.date, material.parsed.article.date)
        answer, value = listed or dates.readable(meeting.date), None if listed else meeting.date
        yield Draft("when", question, answer, span, value=value, confidence=0.9, rule="meeting.when")
    # A video conference may well have had its room, "held in Hanoi"; what was "online" had none.
    nowhere = meeting.format == "online"
    if meeting.place and found.placed and not nowhere and fold(meeting.place).removeprefix("the ") not in fold(name):
        question = _of_body(phrased("meeting.where", meeting=full))
        question = to_come(question) if _is_to_come(material, meeting.date) else question
        yield Draft("where", question, meeting.place, _span(found.placed), confidence=0.85, rule="meeting.where")
    if meeting.format and found.named and not any(word in fold(name) for word in ONLINE):
        text = found.named.sentence.text.lower()
        word = next((w for w in ONLINE if w in text), meeting.format)
        same = word.replace(" ", "") == meeting.format.replace(" ", "")
        answer = word if same else f"{word} ({meeting.format})"
        yield Draft(
            "how", phrased("meeting.how", meeting=full), answer, _span(found.named), confidence=0.8, rule="meeting.how"
        )


def _headline_with(date: str | None, material: Material) -> tuple[int, int] | None:
    """Where the headline stands, if it names the day of the meeting."""
    article = material.parsed.article
    head = headline(article) if date else None
    named = dates.find(head.text, article.date) if head is not None else ()
    return head.span if head is not None and any(when.iso == date for when in named) else None


def _of_body(question: str) -> str:
    """A question for the meeting of a body with a long name as one would ask: "Where did the Council of Mayors meet?".

    >>> _of_body("Where was the Union of Tarn Weavers session on 8 June 2013 held?")
    'Where did the Union of Tarn Weavers meet on 8 June 2013?'
    >>> _of_body("When in May 2020 was the Tarn Council meeting held?")
    'When in May 2020 did the Tarn Council meet?'
    >>> _of_body("Where was the Board of Tarn annual meeting held?")
    'Where was the Board of Tarn annual meeting held?'
    >>> _of_body("When in May 2020 was the Meeting with the Tarn Council held?")
    'When in May 2020 was the Meeting with the Tarn Council held?'
    """
    match = BODY_MEETING.fullmatch(question) or REGULAR.fullmatch(question)
    return f"{match['when']} did {match['body']} meet{match.groupdict().get('day') or ''}?" if match else question


def _is_to_come(material: Material, date: str | None) -> bool:
    """Whether the meeting is yet to be held: said to be planned, or on a day behind that of the article."""
    written = material.parsed.article.date
    if material.found_meeting.planned:
        return True
    return written is not None and date is not None and date.partition("/")[0] > written.isoformat()


def _tells_day(name: str, date: str) -> bool:
    """Whether the name of a meeting has its day in it already: "the July 12 Council meeting"."""
    month, _, day = (
        f"{datetime.date.fromisoformat(date):%B %d}".partition(" ") if len(date) == len("2020-01-01") else ("", "", "")
    )
    return bool(month) and (f"{month} {int(day)} " in name or f"{int(day)} {month} " in name)


def _when(material: Material, date: str) -> str:
    """How one asks for the day of the meeting: with the month, where its name does not tell it from other ones."""
    day = date.partition("/")[0]
    named = material.full_name == material.label
    return "When" if named or len(day) < len("2020-01-01") else f"When in {dates.readable(day[:7])}"


def _next(material: Material, sentence: Sentence, clause: Clause) -> Iterator[Draft]:
    """ "The council meets next on 9 April", "the next session will be held in Quito", "we meet again on 8 June"."""
    name = _told_next(material, sentence, clause)
    if name is None or not is_anchored(f"When {name}"):
        return
    span = sentence_span(sentence)
    for argument in clause.arguments:
        noun = next((t for t in argument.head.subtree if t.ent_type_ in PLACE_ENTITIES), None)
        if (argument.role == "place" and noun is not None) or (argument.preposition == "for" and _is_town(argument)):
            place = answer_of(argument, sentence.antecedents, 10)
            if place:
                question = phrased("schedule.next_where", meeting=name)
                place = re.sub(r"^(?:at|in) ", "", place)
                yield Draft("where", question, place, span, confidence=0.8, rule="schedule.next_where")
        elif argument.role == "time" and not (len(clause.chain) > 1 and argument.end <= clause.verb.i):
            phrase = argument.head.doc.span(argument.start, argument.end).text
            found = dates.find(phrase, material.parsed.article.date, "future")
            if len(found) == 1 and found[0].precision in ("day", "month", "year", "range"):
                yield Draft(
                    "when", phrased("schedule.next_when", meeting=name), said_date(found[0], found[0].text), span,
                    value=found[0].iso, confidence=0.8, rule="schedule.next_when",
                )  # fmt: skip
    agent = clause.first("agent")
    if agent is not None and clause.verb.lemma_ in HOSTING and tense_of(clause) == "future":
        who = answer_of(agent, sentence.antecedents, 10)
        if who:
            yield Draft("who", phrased("schedule.next_host", meeting=name), who, span, rule="schedule.next_host")


def _is_town(argument: Argument) -> bool:
    """Whether a phrase is the name of a place: "scheduled for Quito"."""
    inner = next((c for c in argument.head.children if c.dep_ == "pobj"), argument.head)
    return inner.ent_type_ in PLACE_ENTITIES


def _told_next(material: Material, sentence: Sentence, clause: Clause) -> str | None:
    """What the coming meeting is called of which a clause tells when or where it is; None where it tells of none."""
    subject = clause.subject
    if subject is None or clause.negated or subject.head.i >= clause.verb.i or clause.kind != "finite":
        return None
    said = {t.lower_ for t in clause.verb.children if t.dep_ == "advmod"}
    coming = tense_of(clause) == "future" or clause.verb.tag_ in ("VBZ", "VBP")
    meets = clause.lemma in MEETING_VERBS and coming and bool(said & {"next", "again"})
    thing = clause.first("object")
    holds = clause.lemma == "hold" and coming and thing is not None and _is_coming(thing, material)
    if subject.head.lower_ == "we":
        return _next_name(material) if meets or holds else None
    words = sentence.words_of(clause) if meets or holds else None
    if words is not None:
        name = f"the next meeting of {words.subject}"
        own = not is_anchored(f"When {name}") and is_participants(subject.head)
        return _next_name(material) if own else name
    return _next_name(material) if _is_coming(subject, material) else None


def _is_coming(phrase: Argument, material: Material) -> bool:
    """Whether a phrase means the meeting after the article's: "the next session", the eighth after the 7th."""
    if fold(phrase.head.lemma_) not in GATHERING_NOUNS or any(c.lower_ == "of" for c in phrase.head.rights):
        return False
    meeting = material.found_meeting.meeting
    number = meeting.number if meeting is not None else None
    told = [c.folded for c in phrase.head.children if c.folded in ORDINAL_WORDS]
    after = number is not None and [ORDINAL_WORDS[word] for word in told] == [number + 1]
    return after or any(c.lower_ in NEXT for c in phrase.head.children)


def _next_name(material: Material) -> str | None:
    """What the meeting after the article's is called: "the next Tarn Council meeting"."""
    meeting, name = material.found_meeting.meeting, material.label
    if meeting is None or name is None or meeting.number is not None or not name.startswith("the "):
        return None if name is None else f"the meeting after {material.full_name}"
    return f"the next {name[4:]}"


def _span(mention: MeetingMention) -> tuple[int, int]:
    return code_points(mention.paragraph, mention.sentence)
