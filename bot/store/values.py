"""What the store gives and takes: plain typed structs, and the limits of what it holds."""

from __future__ import annotations

import dataclasses
from typing import Final, Literal, NamedTuple

FeedbackKind = Literal["chosen", "rejected", "shared"]
"""What somebody did with an answer: took it among several, said that it is not this, passed it on."""

LONGEST_TEXT: Final = 500
"""Letters kept of a question or of a shortcut's; what is longer is cut."""
LONGEST_ANSWER: Final = 1000
"""Letters kept of an answer that was read; what is longer is cut."""
LONGEST_FILTER: Final = 200
"""Letters kept of a subscription's filter."""
LONGEST_NAME: Final = 32
"""Letters of a shortcut's name, as Telegram allows for a command."""
SHORTCUTS_A_CHAT: Final = 20
"""Shortcuts that one chat may define."""


class Conversation(NamedTuple):
    """One person's messages in a chat or a topic of it: the ids of chat, topic (None outside of topics) and speaker
    (None where no one in particular speaks)."""

    chat: int
    thread: int | None = None
    speaker: int | None = None


class QuietHours(NamedTuple):
    """From when until when no digest is sent, in minutes after midnight; the end may be the smaller one (22:00 to 7:00
    is (1320, 420))."""

    start: int
    end: int


class Count(NamedTuple):
    """How often something was counted."""

    name: str
    times: int


class StoreError(Exception):
    """The database cannot be used. From the start of a store the message says which database (never with its
    password), why and what to do."""


class QueryError(StoreError):
    """The database did not do what it was asked: it is gone, locked, full or broken. The message is the name of the
    driver's error, without the statement and its values; `__cause__` has all of it."""


class LimitError(Exception):
    """A chat may not keep more of this."""


def place_of(conversation: Conversation) -> dict[str, int]:
    """A conversation as the tables name it: 0 where there is no topic, or nobody in particular.

    >>> place_of(Conversation(-1001, speaker=7))
    {'chat': -1001, 'thread': 0, 'speaker': 7}
    """
    return {"chat": conversation.chat, "thread": conversation.thread or 0, "speaker": conversation.speaker or 0}


def conversation_at(chat: int, thread: int, speaker: int) -> Conversation:
    """The conversation that the tables name so."""
    return Conversation(chat, thread or None, speaker or None)


@dataclasses.dataclass(frozen=True, slots=True)
class ChatSettings:
    """What can be set for a chat.

    `language` is a code such as "vi", None for that of whoever speaks. `listen` lets the bot answer questions in a
    group that are not addressed to it. `time_zone` is an IANA name.
    """

    language: str | None = None
    listen: bool = False
    time_zone: str = "UTC"
    quiet: QuietHours | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Subscription:
    """A chat (and topic of it) that gets a digest of every new meeting, or of those that fit `wanted` if it is set."""

    chat: int
    thread: int | None = None
    wanted: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ChatShortcut:
    """A command that a chat defined for itself; the question may hold `{meeting}` and `{args}`."""

    name: str
    question: str
    description: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that no fact answers: `key` (16 hex digits) names it, `times` says how often it was asked, `last`
    (Unix time in seconds) when. Who asked is not known. If it was answered by reading, `sentence` is the key of the
    sentence and `answer` what was said."""

    key: str
    text: str
    times: int
    last: int
    sentence: str | None = None
    answer: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """How many questions of a day (ISO, UTC) were answered, met with suggestions, or found nothing on record."""

    date: str
    answered: int = 0
    suggested: int = 0
    silent: int = 0

    @property
    def questions(self) -> int:
        """All questions of the day."""
        return self.answered + self.suggested + self.silent


@dataclasses.dataclass(frozen=True, slots=True)
class Stats:
    """What happened on the last days: each day, the oldest first; the articles most asked about; feedback by its kind;
    the median and the 95th percentile of the time that answers took, in milliseconds (None: no questions; infinity:
    above the histogram). And, of all time, the facts (by key) that were most often rejected."""

    days: tuple[Day, ...]
    meetings: tuple[Count, ...] = ()
    feedback: tuple[Count, ...] = ()
    rejected: tuple[Count, ...] = ()
    p50_ms: float | None = None
    p95_ms: float | None = None
