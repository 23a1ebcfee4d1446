"""Minutes: who chaired and was present, what was resolved, who is to do what by when, when the next meeting is."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator

from facts.dates.clock import IN_MINUTES
from facts.extract.attendance.absence import absence
from facts.extract.attendance.attendance import listing
from facts.extract.draft import Draft, Material
from facts.extract.minutes.actions import actions
from facts.extract.minutes.closing import closing
from facts.extract.minutes.dated_notes import dated_notes
from facts.extract.minutes.decided import decided
from facts.extract.minutes.doings import doings
from facts.extract.minutes.jottings import jottings
from facts.extract.minutes.labels import COMMA, Line, labelled
from facts.extract.minutes.next_meeting import next_meeting
from facts.extract.minutes.outcomes import agenda, outcomes
from facts.extract.minutes.reports import reports
from facts.extract.minutes.single_notes import single_notes
from facts.extract.minutes.speakers import said_by
from facts.extract.minutes.tables import actions_of_tables
from facts.extract.minutes.tasks import called, tasks
from facts.extract.minutes.topics import FEWEST, notes
from facts.extract.people.entries import BRACKET, Entry, alone, entry, has_office, labels_of
from facts.folding import fold, squeezed
from facts.meeting import is_distant
from facts.model import Kind
from facts.parse.numbers import NUMBER_WORDS
from facts.parse.words import BODY_NOUNS
from facts.questions import phrased

CHAIRS = frozenset("chair chairman chairperson chairwoman convener convenor presiding".split())
"""Notes in brackets that say who chaired."""
OTHERS = re.compile(r"\b(?:absent|apolog\w+|guests?|invited|observers?|regrets|visitors?)\b", re.IGNORECASE)
"""Notes in brackets of those who are not counted among those present."""
COUNCILLORS = re.compile(r"(?:Cllr|Councill?or|Alderm[ae]n)s?\b", re.IGNORECASE)
"""Titles of those who alone are listed as present at a council: its officers and the public are counted elsewhere."""
BESIDE = re.compile(r"\b(?:members? of (?:the )?(?:public|press)|residents?)\b", re.IGNORECASE)
"""The public in the room, whom no list of those present names."""
GUESTS = {"observer": "an observer", "guest": "a guest", "invited": "an invited guest"}
"""Notes in brackets that say what somebody attended as."""
NEXT_IS = re.compile(r"^(?:The )?next (?:\w+ )?meeting (?:is|will be|would be)(?: held)?(?: on)? ", re.IGNORECASE)
"""What stands before the day of the next meeting where its line is a sentence."""
NOBODY = frozenset({"apologies", "n/a", "nil", "no one", "nobody", "none"})
LONGEST_LABEL = 14
"""Words of what one of those present is called."""
SMALL = frozenset("a al an bin da de del di la le one representatives the three two van von".split())
"""Words in small letters that somebody's name, or what stands for it, begins with."""
ELECTED = re.compile(r"\b(?:(?:re-?)?elected|in place of|succeed\w*|unopposed)\b|\.\s[A-Z][\w ]{2,30}:\s")
"""What shows that a line tells who was elected, and not who did that office's work."""
MOST_OFFICERS = 3


def facts(material: Material) -> Iterator[Draft]:
    """Yield what the labelled lines, the tables and the actions of minutes say."""
    yield from itertools.filterfalse(jottings(material), _facts(material))


def _facts(material: Material) -> Iterator[Draft]:
    if material.meeting_name is None:
        return
    lines = tuple(labelled(material))
    meeting = str(material.meeting_name)
    there = ("present", "in person", "attending", "apologies", "chair", "online", "secretary")
    listed = [line for line in lines if line.meaning in there]
    names = called([e.name or e.label for line in listed for e in _entries(line)], [i for x in listed for i in x.items])
    others = {line.meaning for line in lines} >= {"present", "attending"}
    if not any(line.meaning == "present" for line in lines):  # "In attendance" alone is all who came
        lines = tuple(dataclasses.replace(x, meaning="present") if x.meaning == "attending" else x for x in lines)
    for line in lines:
        match line.meaning:
            case "present" | "attending" | "observers" | "online" | "in person":
                for draft in _present(line, meeting, others=others):
                    if not (draft.question.startswith("How many people") and _had_public(material, line)):
                        yield draft
            case "apologies" | "absent":
                yield from _absent(line, meeting)
            case "chair" | "secretary" | "host":
                yield from _officer(line, meeting)
            case "place" | "start":
                yield from _time_and_place(line, meeting)
            case "next":
                said = NEXT_IS.sub("", re.split(r"\.\s+(?=[A-Z])", line.text, maxsplit=1)[0])
                yield from next_meeting(material, said.rstrip("."), line.span, meeting)
            case "decided":
                yield from _decided(line, meeting)
    yield from actions(material, lines, names, meeting)
    yield from actions_of_tables(material, meeting)
    did = [*tasks(material, names, meeting), *doings(material, names, meeting)] if names else []
    yield from did
    if names:
        yield from reports(material, names, meeting)
        yield from said_by(material, names, meeting)
    if names or is_minutes(material):
        yield from closing(material, meeting)
        came = list(outcomes(material, meeting))
        yield from came
        noted = [each for each in notes(material, names, meeting) if not _is_told(each, (*did, *came))]
        yield from noted
        yield from decided(material, names, meeting)
        yield from (each for each in single_notes(material, names, meeting) if not _is_all(each, noted))
        yield from dated_notes(material, meeting)
        yield from agenda(material, meeting)


def _is_told(note: Draft, told: Iterable[Draft]) -> bool:
    """Whether the only note of an item is told in another way: what somebody is to do, what was agreed."""
    return note.rule == "minutes.item" and any(
        note.span[0] <= each.span[0] and each.span[1] <= note.span[1] and each.answer in note.answer
        for each in told
        if note.value is None or (note.answer.endswith(each.answer) and len(each.answer.split()) >= FEWEST)
    )


def _is_all(note: Draft, noted: Iterable[Draft]) -> bool:
    """Whether a sentence below a heading is all that is told of the item already."""
    return note.rule == "minutes.told" and any(note.answer == each.answer for each in noted)


def is_minutes(material: Material) -> bool:
    """Whether an article calls itself minutes, or its paragraphs are numbered."""
    title = fold(material.parsed.article.title or "")
    first = fold(material.sentences[0].span.text) if material.sentences else ""
    return any(word in f"{title} {first}" for word in ("minutes", "notes of", "notes from", "in brief"))


def _entries(line: Line) -> list[Entry]:
    """Those whom a line names; not "none", and nobody where it tells something."""
    listed = line.items if ";" in line.text else [item for item in line.items if not _is_aside(item)]
    entries = [entry(item) for item in listed if fold(item).strip(".") not in NOBODY]
    return entries if all(len(e.label.split()) <= LONGEST_LABEL for e in entries) else []


def _had_public(material: Material, line: Line) -> bool:
    """Whether a text tells of the public in the room beside those whom a line lists as present."""
    return any(BESIDE.search(sentence.span.text.removeprefix(line.text)) for sentence in material.sentences)


def _is_aside(item: str) -> bool:
    """Whether what stands between commas tells something of the name before it: "our secretary", "so Bo took notes"."""
    return item[:1].islower() and item.split()[0] not in SMALL | NUMBER_WORDS.keys()


def _present(line: Line, meeting: str, *, others: bool) -> Iterator[Draft]:
    """Those whom a line lists; with `others` another line has those who came beside the members."""
    entries = list({fold(e.label): e for e in _entries(line)}.values())
    if not entries or re.match(r"\d+ of ", entries[0].label):
        return
    councillors = COUNCILLORS.match(entries[0].label) is not None and ";" not in line.text
    question = {
        "present": f"Who attended {meeting}{' as councillors' if councillors and others else ''}?",
        "attending": f"Who was in attendance at {meeting}, besides the members?",
        "online": f"Who joined {meeting} online?",
        "in person": f"Who attended {meeting} in person?",
        "observers": f"Who attended {meeting} as an observer?",
    }[line.meaning]
    labels = labels_of(entries)
    items = [squeezed(BRACKET.sub("", e.text)) if e.name is not None else e.text for e in entries]
    rule = f"attendance.{line.meaning.replace(' ', '_')}"
    yield Draft("list", question, listing(labels), line.span, value=items, confidence=0.93, rule=rule)
    for who in filter(None, map(in_the_chair, (e.text for e in entries))):
        yield Draft("who", f"Who chaired {meeting}?", who, line.span, confidence=0.93, rule="chair.note")
    yield from _as_guests(entries, meeting, line)
    several = (re.search(r"\d", e.label) or COMMA.search(e.label) for e in entries)
    people = not any(several) and BODY_NOUNS.isdisjoint(word for e in entries for word in fold(e.label).split())
    # Those called participants or attendees are often only those whom somebody received.
    received = any(OTHERS.search(note) for e in entries for note in e.notes)
    if line.meaning == "present" and len(entries) > 1 and people and not received and "present" in fold(line.label):
        who_came = "councillors" if councillors else "members" if others else "people"
        question = f"How many {who_came} were present at {meeting}?"
        number = len(entries)
        yield Draft("how_many", question, str(number), line.span, value=number, rule="attendance.count")


def _as_guests(entries: list[Entry], meeting: str, line: Line) -> Iterator[Draft]:
    """Who of those present is noted as an observer or a guest."""
    for note, kind in GUESTS.items():
        who = [e.label for e in entries if any(note in re.findall(r"\w+", fold(n)) for n in e.notes)]
        if line.meaning == "present" and 0 < len(who) < len(entries):
            question = f"Who attended {meeting} as {kind}?"
            yield Draft("who", question, listing(who), line.span, confidence=0.9, rule="attendance.guest")


def in_the_chair(item: str) -> str:
    """Whom a note in an item says to have chaired: the one name before it, with her or his own title; "" for nobody.

    >>> in_the_chair("Cllrs Ash, Birch (in the chair) and Cole"), in_the_chair("Councillors Elm (Chair)")
    ('Birch', 'Councillor Elm')
    >>> in_the_chair("Ann Lee, Oxbow Foods (chair)"), in_the_chair("Ann Lee (clerk)")
    ('Ann Lee', '')
    """
    notes = BRACKET.finditer(item)
    note = next((n for n in notes if any(map(_is_chair, n[1].split(",")))), None)
    if note is None:
        return ""
    before = BRACKET.sub("", item[: note.start()])
    who, last = entry(before).label, COMMA.split(before)[-1]
    if last != before and (item[note.end() :].strip(" .") or COMMA.search(who)):  # one of several names
        if has_office(last) or not BODY_NOUNS.isdisjoint(fold(last).split()):
            return ""
        who = entry(last).name or last
    return alone(who)


def _is_chair(note: str) -> bool:
    """Whether a note says that somebody chaired: "in the Chair", also behind "Mayor, "."""
    return fold(note).strip().removeprefix("in the ").strip() in CHAIRS


def _absent(line: Line, meeting: str) -> Iterator[Draft]:
    entries = _entries(line)
    if entries:
        labels, apologised = [e.label for e in entries], line.meaning == "apologies"
        yield absence([e.text for e in entries], listing(labels), meeting, line.span, apologised=apologised)


def _officer(line: Line, meeting: str) -> Iterator[Draft]:
    if ELECTED.search(line.text):
        return
    entries = _entries(line)
    # "Convener: Ada Moss, Principal": what stands behind a name is no second one.
    last = next((n for n, e in enumerate(entries) if n and (" " not in e.label or has_office(e.label))), len(entries))
    entries = entries[:last] if ";" not in line.text else entries
    who = listing([e.label for e in entries]) if len(entries) <= MOST_OFFICERS else ""
    asked = {
        "chair": f"Who chaired {meeting}?",
        "host": f"Who hosted {meeting}?",
        "secretary": f"Who took the minutes of {meeting}?",
    }[line.meaning]
    if who:
        rule = "minutes.secretary" if line.meaning == "secretary" else f"chair.{line.meaning}"
        yield Draft("who", asked, who, line.span, confidence=0.93, rule=rule)


def _time_and_place(line: Line, meeting: str) -> Iterator[Draft]:
    said = line.text.rstrip(".")
    clock = IN_MINUTES.search(said)
    if line.meaning == "place" and is_distant(said):
        yield Draft("how", phrased("meeting.how", meeting=meeting), said, line.span, confidence=0.9, rule="meeting.how")
    elif line.meaning == "place":
        yield Draft("where", f"Where was {meeting} held?", said, line.span, confidence=0.93, rule="minutes.place")
    elif clock:
        question = f"At what time did {meeting} begin?"
        yield Draft("when", question, clock[0], line.span, confidence=0.88, rule="minutes.start")


def _decided(line: Line, meeting: str) -> Iterator[Draft]:
    """ "Resolved: to buy the hut. Proposed by AB, seconded by CD."."""
    said = re.split(r"[.;]?\s*\(?(?:Proposed|Moved|Seconded)\b", line.text, maxsplit=1)[0].strip(" .,;(")
    several = list(line.items) if len(line.items) > 1 else None
    if several:
        said = "; ".join(item.rstrip(".") for item in several)
    if said:
        kind: Kind = "list" if several else "what"
        question = f"What was decided at {meeting}?"
        yield Draft(kind, question, said, line.span, value=several, confidence=0.88, rule="minutes.decided")
