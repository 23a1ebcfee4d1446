"""Questions that name what they are about: as they stand, or with the meeting at which it was said or done."""

from __future__ import annotations

import re

from facts.dates import readable
from facts.extract.doings.verbs import ADOPTED, ASKED_AS_SAID, ASKED_TO_DO, SPOKEN, STOPPED
from facts.extract.draft import Material
from facts.folding import fold
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS
from facts.questions import ClauseWords, is_anchored, is_participants, is_short, names_itself

FEWEST_WORDS, FEWEST_EMPTY = 5, 9
"""A shorter question without a date, and one with a verb that says little, is not clear."""
EMPTY = SPOKEN | frozenset("face give include involve make need offer provide receive share show support use".split())
"""Verbs that say little of what it is about."""
AT_MEETINGS = SPOKEN | ADOPTED | STOPPED
"""Verbs of what people do at a meeting."""
DATED = re.compile(r"\b(?:on|in) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\b")


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
    if words.bare or unnamed:
        there = was_there(material, words) if words.bare else is_participants(clause.subject.head)
        return (
            with_meeting(material, question) if material.meeting_name and (there or is_short(clause.subject)) else None
        )
    if was_there(material, words) and clause.subject.head.lemma_.lower() not in GATHERING_NOUNS:
        question = with_meeting(material, question) or question
    return question if _says_enough(question, clause.verb.lemma_.lower()) else None


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
    if subject is None or clause.verb.tag_ != "VBD":
        return False
    of_the_meeting = is_participants(subject.head) or subject.head.lemma_.lower() in BODY_NOUNS
    if clause.verb.lemma_.lower() not in AT_MEETINGS and not (
        of_the_meeting and not names_itself(subject, words.subject)
    ):
        return False
    lead = f"{named.sentence.text if named else ''} {material.sentences[0].span.text}"
    return clause.verb.dep_ in ("ROOT", "conj") and (is_recorded(material) or subject.head.folded in fold(lead))


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
