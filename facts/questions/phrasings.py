"""The questions that are not put together from a clause: one phrasing a rule, with names for what is filled in."""

from __future__ import annotations

import re

PHRASINGS = {
    "meeting.when": "{when} was {meeting} held?",
    "meeting.where": "Where was {meeting} held?",
    "meeting.how": "In what format was {meeting} held?",
    "schedule.next_when": "When will {meeting} be held?",
    "schedule.dated": "What is the date of {name}?",
    "schedule.placed": "Where was {meeting} held?",
    "schedule.next_host": "Who will host {meeting}?",
    "schedule.next_where": "Where will {meeting} be held?",
    "purpose.aim": "What was the purpose of {meeting}?",
    "purpose.discussed": "What was discussed at {meeting}?",
    "purpose.also": "What was among the topics discussed at {meeting}?",
    "decision.fate": "What was decided about {thing} at {meeting}?",
    "statement.about": "What did {speaker} say about {topic}?",
    "statement.heard": "What {be} {hearers} told about {topic}?",
    "statement.said": "What did {speaker} say?",
    "statement.spoken": "{what} did {speakers} {spoken}?",
    "statement.there": "What was {spoken}?",
    "statement.written": "What was {spoken} {document}?",
    "statement.urged": "What did {speaker} {urge} {whom} to do?",
    "statement.urged_there": "What {be} {whom} {urged} to do?",
    "definition.acronym": "What {do} {short} stand for?",
    "definition.is": "What {be} {name}?",
    "amount.worth": "How much is {name} worth?",
    "event.happened": "What happened to {what} {when}?",
    "event.dated": "When {be} {name} {done}?",
    "event.placed": "Where {be} {name} {done}?",
}
"""The phrasings by the names of their rules."""

_MANY = re.compile(
    r"(?!(?:\S+ ){1,3}round of )"
    r"(?:\S+ )*?(?:consultations|discussions|meetings|negotiations|talks)(?= (?:between|in|of|on|with) |$)",
    re.I,
)
"""A name of a meeting in the plural."""


def phrased(rule: str, **filled: str) -> str:
    """The question of a rule.

    >>> phrased("purpose.aim", meeting="the Tarn Council meeting")
    'What was the purpose of the Tarn Council meeting?'
    >>> phrased("meeting.where", meeting="the Tarn Talks"), phrased("meeting.how", meeting="the Spring Meetings")
    ('Where were the Tarn Talks held?', 'In what format were the Spring Meetings held?')
    >>> phrased("meeting.where", meeting="the sixth round of talks between Tarn and Lunn")
    'Where was the sixth round of talks between Tarn and Lunn held?'
    """
    phrasing = PHRASINGS[rule]
    if _MANY.match(filled.get("meeting", "")):
        phrasing = phrasing.replace("was {meeting}", "were {meeting}")
    return phrasing.format(**filled).replace(" ?", "?")
