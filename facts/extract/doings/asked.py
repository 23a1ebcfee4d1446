"""Questions that name what they are about: as they stand, or with the meeting at which it was said or done."""

from __future__ import annotations

import re

from facts import dates
from facts.dates import readable
from facts.extract.doings.verbs import ADOPTED, ASKED_AS_SAID, ASKED_TO_DO, SPOKEN, STOPPED
from facts.extract.draft import Material
from facts.folding import fold
from facts.parse.clauses import Clause
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS
from facts.questions import ClauseWords, is_anchored, is_participants, is_short, names_itself
from facts.questions.asking import QUOTES

FEWEST_WORDS, FEWEST_EMPTY = 5, 9
"""A shorter question without a date, and one with a verb that says little, is not clear."""
FEWEST_TITLE, LONGEST_TITLE = 4, 14
"""How many words a title has by which a question may name an article."""
EMPTY = SPOKEN | frozenset("face give include involve make need offer provide receive share show support use".split())
"""Verbs that say little of what it is about."""
AT_MEETINGS = SPOKEN | ADOPTED | STOPPED
"""Verbs of what people do at a meeting."""
DATED = re.compile(r"\b(?:by|from|on|in|since|until) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\b")


def at_meeting(material: Material, question: str | None, words: ClauseWords, *, subject: bool = True) -> str | None:
    """A question that a stranger understands, with the meeting named where what it asks was there; else None.

    `subject` says whether the question names the subject of its clause.
    """
    clause = words.clause
    if question is None or clause.subject is None:
        return None
    rest = words.rest(out=("time",)) or ""
    unnamed = (
        subject
        and not names_itself(clause.subject, words.subject)
        and (is_participants(clause.subject.head) or is_short(clause.subject) or not is_anchored(f"x {rest}"))
    )
    if DATED.search(question) and (words.bare or unnamed or not _is_meetings_day(material, question)):
        # What was done on a day of its own was not done at the meeting, for all that a text tells.
        return question if not (words.bare or unnamed) and _says_enough(question, clause.verb.lemma_.lower()) else None
    if words.bare or unnamed:
        there = was_there(material, words) if words.bare else is_participants(clause.subject.head)
        return (
            with_meeting(material, question) if material.meeting_name and (there or is_short(clause.subject)) else None
        )
    if was_there(material, words) and clause.subject.head.lemma_.lower() not in GATHERING_NOUNS:
        question = with_meeting(material, question) or question
    return question if _says_enough(question, clause.verb.lemma_.lower()) else None


def clearly(material: Material, question: str | None, words: ClauseWords, *, subject: bool = True) -> str | None:
    """A question that a stranger understands: with the meeting, or with the report that tells of it; else None."""
    return at_meeting(material, question, words, subject=subject) or in_report(material, question)


def own_day(material: Material, question: str | None, words: ClauseWords) -> str | None:
    """A question for the day of something, clear without the meeting, which may have had another; else None."""
    if question is None or words.clause.subject is None:
        return None
    named = names_itself(words.clause.subject, words.subject) and not words.bare
    if named and _says_enough(question, words.clause.verb.lemma_.lower()):
        return question
    return in_report(material, question)


def in_report(material: Material, question: str | None) -> str | None:
    """A question about what the report on a meeting tells, be it of that meeting or of something else.

    An article that is about no meeting is named by its title. None where it has none that names anything.
    """
    name = material.meeting_name
    if question is None or (name is not None and name in question):
        return None
    if name is not None:
        return f"{question[:-1]}, according to the report on {name}?"
    title = (material.parsed.article.title or "").translate(QUOTES).strip(" .")
    if not is_anchored(title) or not FEWEST_TITLE <= len(title.split()) <= LONGEST_TITLE:
        return None
    return f"{question[:-1]}, according to the report “{title}”?"


def _is_meetings_day(material: Material, question: str) -> bool:
    """Whether the only day that a question names is that of the article's meeting."""
    meeting = material.found_meeting.meeting
    return meeting is not None and meeting.date is not None and readable(meeting.date) in question


def _says_enough(question: str, lemma: str) -> bool:
    """Whether a question is clear to a stranger: it names something, and is not all too short."""
    if not is_anchored(question):
        return False
    fewest = FEWEST_EMPTY if lemma in EMPTY - ASKED_AS_SAID - ASKED_TO_DO else FEWEST_WORDS
    at = question.partition(" at the ")[2] or question.partition(" in the ")[2]
    return DATED.search(question) is not None or bool(at) or len(question.split()) >= fewest


def was_there(material: Material, words: ClauseWords) -> bool:
    """Whether a clause tells of what was said at the meeting by somebody whom the sentence that names it names too."""
    clause = words.clause
    named, subject = material.found_meeting.named, clause.subject
    if subject is None or clause.verb.tag_ != "VBD" or _has_day_of_its_own(material, clause):
        return False
    of_the_meeting = is_participants(subject.head) or subject.head.lemma_.lower() in BODY_NOUNS
    if clause.verb.lemma_.lower() not in AT_MEETINGS and not (
        of_the_meeting and not names_itself(subject, words.subject)
    ):
        return False
    lead = f"{named.sentence.text if named else ''} {material.sentences[0].span.text}"
    return clause.verb.dep_ in ("ROOT", "conj") and (is_recorded(material) or subject.head.folded in fold(lead))


def _has_day_of_its_own(material: Material, clause: Clause) -> bool:
    """Whether a clause tells of another day than that of the article's meeting."""
    meeting, doc = material.found_meeting.meeting, clause.verb.doc
    if meeting is None or meeting.date is None:
        return False
    texts = (doc.span(a.start, a.end).text for a in clause.all("time"))
    found = [when for text in texts for when in dates.find(text, material.parsed.article.date, "past")]
    return any(when.precision == "day" and when.iso not in meeting.date for when in found)


def is_recorded(material: Material) -> bool:
    """Whether an article is the record of a meeting: its title names one."""
    title = fold(material.parsed.article.title or "")
    return any(noun in title for noun in MEETING_NOUNS)


def with_meeting(material: Material, question: str) -> str | None:
    """A question with the article's meeting at its end, or, where that has no name, with its month.

    None where the article is about no meeting.
    """
    meeting, label, full = material.found_meeting.meeting, material.label, material.meeting_name
    if meeting is None or label is None or full is None:
        day = material.parsed.article.date
        if day is None or not is_recorded(material):
            return None
        return question if DATED.search(question) else f"{question[:-1]} in {day:%B %Y}?"
    if label in question or fold(meeting.name) in fold(question):
        return question
    dated = meeting.date is not None and readable(meeting.date) in question
    return f"{question[:-1]} at {label if dated else full}?"
