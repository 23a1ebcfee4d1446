"""Which of the bot's messages answers which message: so that an edited question edits its answer, a reply to an answer
goes on from there, and nothing is said twice to a group that did not ask. In memory, and written now and then."""

from __future__ import annotations

import collections
import dataclasses
import itertools
import time
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.engine import Row

from bot.replies import Context
from bot.store.database import Database, upsert
from bot.store.schema import exchanges
from bot.store.values import Conversation, conversation_at, place_of

KEPT_DAYS: Final = 2
"""Days for which an exchange is kept: for so long Telegram lets people edit what they wrote."""
LIMIT: Final = 10_000
"""Exchanges kept at most; the one longest unchanged goes first."""
_LIFETIME_S: Final = KEPT_DAYS * 24 * 60 * 60.0


@dataclasses.dataclass(frozen=True, slots=True)
class Exchange:
    """The numbers of a question's message and of its answer's; what the conversation was about before and after it.

    The question's words are never written down: they are None when they are of an earlier process. An answer that
    Telegram has not taken yet has a negative number (see `Exchanges.provisional`).
    """

    conversation: Conversation
    asked_in: int
    answered_in: int
    question: str | None
    before: Context
    after: Context

    @property
    def chat(self) -> int:
        """Where it was."""
        return self.conversation.chat


class _Message(NamedTuple):
    """A message, by its chat and its number there."""

    chat: int
    number: int


class _Kept(NamedTuple):
    """An exchange, and when it was changed last (Unix time in seconds)."""

    changed: float
    exchange: Exchange


class Exchanges:
    """The exchanges kept, by either message."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time, limit: int = LIMIT) -> None:
        """Keep at most `limit` exchanges here; `clock` gives Unix time in seconds."""
        self._database, self._clock, self._limit = database, clock, limit
        self._kept: collections.OrderedDict[_Message, _Kept] = collections.OrderedDict()
        self._answers: dict[_Message, _Message] = {}
        self._changed: set[_Message] = set()
        self._provisional = itertools.count(-int(clock() * 1_000_000), -1)

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def put(self, exchange: Exchange) -> None:
        """Keep an exchange, in place of one with the same answer."""
        answer = _Message(exchange.chat, exchange.answered_in)
        self._keep(self._clock(), exchange)
        self._kept.move_to_end(answer)
        self._changed.add(answer)
        while len(self._kept) > self._limit:
            self._drop(next(iter(self._kept)))

    def provisional(self) -> int:
        """A number for an answer until Telegram gives it one: negative, and another each time, that of an earlier
        process included."""
        return next(self._provisional)

    def complete(self, exchange: Exchange, answered_in: int) -> None:
        """Telegram has given the answer of an exchange a number: the exchange as it is by now is kept with it."""
        answer = _Message(exchange.chat, exchange.answered_in)
        if answer in self._kept:
            exchange = self._kept[answer].exchange
            self._drop(answer)
        self.put(dataclasses.replace(exchange, answered_in=answered_in))

    def withdraw(self, exchange: Exchange) -> None:
        """Forget an exchange if it is kept: its answer will not be given, or cannot be found."""
        answer = _Message(exchange.chat, exchange.answered_in)
        if answer in self._kept:
            self._drop(answer)

    def of_question(self, chat: int, message: int) -> Exchange | None:
        """The last exchange that this message began."""
        answer = self._answers.get(_Message(chat, message))
        return None if answer is None else self._kept[answer].exchange

    def of_answer(self, chat: int, message: int) -> Exchange | None:
        """The exchange that this message of the bot's answers."""
        found = self._kept.get(_Message(chat, message))
        return None if found is None else found.exchange

    def last_of(self, conversation: Conversation, answer_key: str) -> Exchange | None:
        """The conversation's last exchange if it ended with this answer."""
        for kept in reversed(self._kept.values()):
            if kept.exchange.conversation == conversation:
                return kept.exchange if kept.exchange.after.answer_key == answer_key else None
        return None

    def about_one(self, conversation: Conversation, last: Exchange | None = None) -> list[Exchange]:
        """The exchanges about one question with which a conversation ends, or those up to the `last`, oldest first: the
        question, and what was said to those who did not mean that. None where its words are not known any more."""
        own = [each for _, each in self._kept.values() if each.conversation == conversation]
        own = own[: own.index(last) + 1] if last in own else own
        if not own or own[-1].question is None:
            return []
        asked = own[-1].question, own[-1].before
        same = itertools.takewhile(lambda each: (each.question, each.before) == asked, reversed(own))
        return list(same)[::-1]

    def was_said(self, chat: int, thread: int | None, answer_key: str, seconds: float) -> bool:
        """Whether this fact was an answer in a chat or topic within the last seconds."""
        since = self._clock() - seconds
        for changed, exchange in reversed(self._kept.values()):
            if changed <= since:
                return False
            talk = exchange.conversation
            if (talk.chat, talk.thread, exchange.after.answer_key) == (chat, thread, answer_key):
                return True
        return False

    def forget_where(self, matches: Callable[[Conversation], bool]) -> None:
        """Forget the exchanges of all conversations that match, in memory."""
        for answer in [answer for answer, kept in self._kept.items() if matches(kept.exchange.conversation)]:
            self._drop(answer)

    async def load(self) -> None:
        """Take up what an earlier process kept."""
        newest = select(exchanges).order_by(exchanges.c.changed.desc()).limit(self._limit)
        async with self._database.begin() as connection:
            rows = (await connection.execute(newest)).all()
        for row in reversed(rows):
            self._keep(float(row.changed), _exchange(row))

    async def write(self) -> None:
        """Write what has changed since the last time; if that fails, it is written the next time."""
        changed, self._changed = self._changed, set()
        rows = [_row(self._kept[answer]) for answer in changed if answer in self._kept and answer.number > 0]
        if not rows:
            return
        try:
            async with self._database.begin() as connection:
                await upsert(connection, exchanges, rows, replace=[name for name in rows[0] if name not in _KEY])
        except BaseException:
            self._changed |= changed
            raise

    async def purge(self) -> None:
        """Delete exchanges that are too old, and, if there are too many, all that memory holds no more."""
        oldest = self._clock() - _LIFETIME_S
        while self._kept and self._first().changed <= oldest:
            self._drop(next(iter(self._kept)))
        if len(self._kept) >= self._limit:
            oldest = max(oldest, self._first().changed - 1)
        async with self._database.begin() as connection:
            await connection.execute(delete(exchanges).where(exchanges.c.changed <= int(oldest)))

    def _first(self) -> _Kept:
        """The exchange longest unchanged, of one or more."""
        return next(iter(self._kept.values()))

    def _keep(self, changed: float, exchange: Exchange) -> None:
        answer = _Message(exchange.chat, exchange.answered_in)
        self._kept[answer] = _Kept(changed, exchange)
        self._answers[_Message(exchange.chat, exchange.asked_in)] = answer

    def _drop(self, answer: _Message) -> None:
        exchange = self._kept.pop(answer).exchange
        self._changed.discard(answer)
        question = _Message(exchange.chat, exchange.asked_in)
        if self._answers.get(question) == answer:
            del self._answers[question]


_KEY: Final = frozenset(column.name for column in exchanges.primary_key.columns)


def _row(kept: _Kept) -> dict[str, Any]:
    exchange = kept.exchange
    return {
        **place_of(exchange.conversation),
        "asked_in": exchange.asked_in,
        "answered_in": exchange.answered_in,
        "before_article": exchange.before.article,
        "before_key": exchange.before.answer_key,
        "article": exchange.after.article,
        "answer_key": exchange.after.answer_key,
        "changed": int(kept.changed),
    }


def _exchange(row: Row[Any]) -> Exchange:
    return Exchange(
        conversation_at(row.chat, row.thread, row.speaker),
        row.asked_in,
        row.answered_in,
        None,
        Context(None, row.before_article, row.before_key),
        Context(None, row.article, row.answer_key),
    )
