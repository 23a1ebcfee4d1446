"""A base of two facts and eighteen meetings, and what is replied from it: to test surfaces without matching."""

from __future__ import annotations

import dataclasses
import datetime

from bot.replies import Answer, Context, Reply
from bot.telegram.desk import Desk
from facts.model import Meeting

CHAIR = Answer(
    key="00000000000000c1",
    question="Who chaired the harbour forum on 3 May 2021?",
    answer="Mayor Ana Brandt",
    kind="who",
    evidence="The harbour forum on May 3 was chaired by Mayor Ana Brandt.",
    source="Harbour Post",
    date=datetime.date(2021, 5, 4),
    url="https://example.org/forum?a=1&b=2",
    article="2021-05-04-harbour-forum",
    meeting="harbour forum",
    confidence=0.9,
)
PLACE = dataclasses.replace(
    CHAIR, key="00000000000000c2", question="Where was the harbour forum held?", answer="Old <Town> Hall", kind="where"
)
FACTS = {CHAIR.key: CHAIR, PLACE.key: PLACE}
MEETINGS = [Meeting(f"Forum {number}", date=f"2021-05-{number:02}", place="Oslo") for number in range(18, 0, -1)]


def reply(question: str, context: Context) -> tuple[Reply, Context]:
    """Answers "chaired" and "where", offers both to both; a bare "and?" repeats the conversation's last answer."""
    if context.answer_key and question == "and?":
        return Reply("answer", question, FACTS[context.answer_key]), context
    if "crash" in question:
        raise RuntimeError(question)
    if not any(char.isalpha() for char in question):
        return Reply("none", question, reason="no_words"), context
    if "chaired" in question and "where" in question:
        return Reply("suggest", question, suggestions=(CHAIR, PLACE)), context
    for word, answer in (("chaired", CHAIR), ("where", PLACE)):
        if word in question:
            return Reply("answer", question, answer), Context(question, answer.article, answer.key)
    return Reply("none", question, reason="not_on_record"), context


def small_desk() -> Desk:
    """A new desk with this base."""
    return Desk(reply=reply, answer=FACTS.get, meetings=lambda: MEETINGS)
