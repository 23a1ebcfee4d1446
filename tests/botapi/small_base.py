"""A base of two facts and eighteen meetings, and what is replied from it: to test surfaces without matching."""

from __future__ import annotations

import dataclasses
import datetime
import time
from collections.abc import Sequence

from bot.index import MeetingEntry
from bot.library import Digest
from bot.question import Question
from bot.replies import Answer, Context, Reply
from bot.telegram.flood import Flood, Limits
from bot.telegram.services import Services

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
    confidence=0.95,
)
PLACE = dataclasses.replace(
    CHAIR, key="00000000000000c2", question="Where was the harbour forum held?", answer="Old <Town> Hall", kind="where"
)
COUNTED = dataclasses.replace(
    CHAIR,
    key="00000000000000d1",
    question="harbour forum",
    answer="Omar Reza counted the gulls.",
    kind="what",
    evidence="Omar Reza counted the gulls.",
    read=True,
)
"""A sentence without facts, as it is found by its key."""
FACTS = {CHAIR.key: CHAIR, PLACE.key: PLACE}
MEETINGS = tuple(
    MeetingEntry(f"2021-05-{number:02}-forum", f"Forum {number}", f"2021-05-{number:02}", "Oslo", "Harbour Post")
    for number in range(18, 0, -1)
)
UNLIMITED = Limits(person=10**9, group=10**9)


class SmallLibrary:
    """Answers "chaired" and "where", offers both to both; a bare "and?" repeats the conversation's last answer."""

    def __init__(self) -> None:
        """Begin with all meetings; a test may change which there are."""
        self.on_record: tuple[MeetingEntry, ...] = MEETINGS

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """See `bot.library.Library`."""
        return self._said(question.text, context)

    def _said(self, question: str, context: Context) -> tuple[Reply, Context]:
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

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        """See `bot.library.Library`."""
        return self.reply(question, context)

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """See `bot.library.Library`."""
        return self.reply(question, context)

    def nearest(self, question: Question, context: Context) -> Sequence[Answer]:
        """See `bot.library.Library`."""
        return self.candidates(question, context)

    def stands_alone(self, question: Question, answer: Answer) -> bool:
        """See `bot.library.Library`: the forum and the gulls are all that there is to name."""
        return "forum" in question.text or "gulls" in question.text

    def leans_on(self, question: Question, article: str) -> MeetingEntry | None:
        """See `bot.library.Library`: every question is understood."""
        return None

    def reply_in(self, question: Question, article: str) -> tuple[Reply, Context]:
        """See `bot.library.Library`."""
        return self._said(question.text.replace("Where", "where"), Context())

    def candidates(self, question: Question, context: Context) -> Sequence[Answer]:
        """See `bot.library.Library`."""
        words = question.text.lower()
        return tuple(fact for word, fact in (("chaired", CHAIR), ("where", PLACE)) if word in words or "forum" in words)

    def answer(self, key: str) -> Answer | None:
        """See `bot.library.Library`."""
        return FACTS.get(key)

    def facts(self, article: str) -> Sequence[Answer]:
        """See `bot.library.Library`."""
        return tuple(fact for fact in FACTS.values() if fact.article == article)

    def latest(self) -> MeetingEntry | None:
        """See `bot.library.Library`."""
        return next(iter(self.on_record), None)

    def reports(self, article: str) -> Sequence[str]:
        """See `bot.library.Library`: each meeting has one."""
        return (article,)

    def meetings(self) -> Sequence[MeetingEntry]:
        """See `bot.library.Library`."""
        return self.on_record

    def listed(self) -> Sequence[MeetingEntry]:
        """See `bot.library.Library`."""
        return self.on_record

    def meeting_named(self, text: str) -> MeetingEntry | None:
        """See `bot.library.Library`."""
        return next((meeting for meeting in self.on_record if meeting.name.lower() in text.lower()), None)

    def openers(self) -> Sequence[Answer]:
        """See `bot.library.Library`."""
        return (CHAIR, PLACE)

    def digest(self, article: str) -> Digest | None:
        """See `bot.library.Library`."""
        meeting = next((meeting for meeting in self.on_record if meeting.article == article), None)
        return None if meeting is None else Digest(meeting, CHAIR, (PLACE,))

    def scene(self, article: str, told: str) -> Sequence[Answer]:
        """See `bot.library.Library`: the page says nothing of its meeting."""
        return ()

    def sentences(self, article: str) -> Sequence[Answer]:
        """See `bot.library.Library`: those of its facts."""
        return ()

    def is_about(self, article: str, words: str) -> bool:
        """See `bot.library.Library`."""
        return words in article


class ReadingLibrary(SmallLibrary):
    """Answers "counted" by reading, which takes a while; `asked` and `read` are the texts that it was asked plainly and
    wholly, in order."""

    def __init__(self, read_s: float = 0.06) -> None:
        """Read for so many seconds."""
        super().__init__()
        self._read_s = read_s
        self.asked: list[str] = []
        self.read: list[str] = []

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        """See `bot.library.Library`."""
        self.asked.append(question.text)
        return None if "counted" in question.text else super().reply(question, context)

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        """See `bot.library.Library`."""
        self.read.append(question.text)
        time.sleep(self._read_s)
        if "perhaps" in question.text:
            near = dataclasses.replace(COUNTED, question=question.text, answer="gulls", marked=(22, 27))
            return Reply("suggest", question.text, suggestions=(near, PLACE)), Context(question.text)
        if "counted" not in question.text:
            return super().reply(question, context)
        answer = dataclasses.replace(COUNTED, question=question.text, answer="Omar Reza", marked=(0, 9))
        return Reply("answer", question.text, answer), Context(question.text, answer.article, answer.key)

    def answer(self, key: str) -> Answer | None:
        """See `bot.library.Library`."""
        return COUNTED if key == COUNTED.key else super().answer(key)


def small_services() -> Services:
    """New services with this base and no limits against flooding."""
    return Services(library=SmallLibrary(), flood=Flood(UNLIMITED))
