"""Everything that is remembered, behind one name; what concerns a whole chat or a whole person is done here."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from sqlalchemy import delete, select, update

from bot.replies import Context, Reply
from bot.store import inbox, schema
from bot.store.chats import Chats
from bot.store.commits import GroupCommit
from bot.store.contexts import LIFETIME, Contexts, KeptContext
from bot.store.database import IN_MEMORY, Database, upsert
from bot.store.exchanges import Exchanges
from bot.store.inbox import Inbox
from bot.store.outbox import Outbox, Outgoing
from bot.store.questions import Questions
from bot.store.subscriptions import Subscriptions
from bot.store.tally import Tally
from bot.store.values import Conversation, QueryError, conversation_at, place_of

WRITE_EVERY_S: Final = 2.0
"""Seconds after which conversations, exchanges, counts and unanswered questions are written: what a crash may lose."""
PURGE_EVERY_S: Final = 60.0
"""Seconds after which what is too old is deleted."""
WARN_EVERY_S: Final = 60.0
"""Seconds after which it is said again that the database cannot be written."""
KEEP_UNANSWERED_DAYS: Final = 90
"""Days for which the text of an unanswered question is kept."""

logger = logging.getLogger(__name__)

_MOVING: Final = (schema.chats, schema.contexts, schema.subscriptions, schema.deliveries, schema.shortcuts)
"""The tables that hold something of a chat which stays true when a group becomes a supergroup."""
_BY_CHAT: Final = (*_MOVING, schema.exchanges)
"""The tables that hold something of a chat."""
_BY_SPEAKER: Final = (schema.contexts, schema.exchanges)
"""The tables that hold something of a person in any chat."""


class Store:
    """The memory of the bot. Use it as `async with Store(url) as store: …`; one process at a time may.

    Parts: `inbox` (updates not yet handled), `outbox` (what is to be said), `contexts` and `exchanges` (in memory),
    `chats` (settings and shortcuts, read from memory), `subscriptions`, `questions` (unanswered), `tally` (counts and
    feedback). `commits` writes what must not be lost.
    """

    def __init__(
        self,
        url: str = IN_MEMORY,
        *,
        keep_unanswered_days: int = KEEP_UNANSWERED_DAYS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Prepare the database of this URL; nothing is connected yet. `clock` gives Unix time in seconds.

        Raises StoreError if the URL is not that of a known database or its driver is not installed.
        """
        self._database = Database(url)
        self._clock = clock
        self.commits = GroupCommit(self._database)
        self._writing = asyncio.Lock()
        self._closing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.keep_unanswered_days = keep_unanswered_days
        self.inbox = Inbox(self._database, self.commits, clock)
        self.contexts = Contexts(clock=clock)
        self.exchanges = Exchanges(self._database, clock)
        self.outbox = Outbox(self._database, self.commits, self.exchanges, clock)
        self.chats = Chats(self._database)
        self.subscriptions = Subscriptions(self._database)
        self.questions = Questions(self._database, clock, keep_unanswered_days)
        self.tally = Tally(self._database, clock)

    async def __aenter__(self) -> Self:
        """Connect, bring the schema up to date, take up settings and conversations. Raises StoreError."""
        await self._database.open()
        try:
            await self.purge()
            await self._restore_contexts()
            await self.exchanges.load()
            await self.outbox.load()
            await self.chats.load()
        except QueryError as error:
            await self._database.close()
            raise self._database.unusable(error) from error
        self._task = asyncio.create_task(self._keep_writing())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is not yet written, and let go of the database."""
        self._closing.set()
        try:
            if self._task is not None:
                await self._task
            await self.commits.settle()
            await self.write()
            await self.commits.settle()
        except QueryError as failure:
            logger.error("The last counts and conversations could not be written: %s", failure)  # noqa: TRY400  (no statement with its values)
        finally:
            await self._database.close()

    @property
    def kind(self) -> str:
        """What kind of database it is, as a name."""
        return self._database.kind

    async def check(self) -> None:
        """Ask the database for anything at all. Raises QueryError if it does not answer."""
        async with self._database.begin() as connection:
            await connection.execute(select(1))

    def note_reply(self, reply: Reply) -> None:
        """Count a question that was put to the bot, and note its text if it found no answer, or was read one."""
        self.tally.count_reply(reply.status, reply.answer.article if reply.answer else None, reply.took_ms)
        if reply.reason == "not_on_record":
            self.questions.note(reply.asked)
        elif reply.answer is not None and reply.answer.read and reply.asked:
            self.questions.note(reply.asked, reply.answer.key, reply.answer.answer)

    async def write(self) -> None:
        """Write what has been kept in memory so far."""
        await self.tally.write()
        await self.questions.write()
        async with self._writing:
            await self.exchanges.write()
            changed = self.contexts.take_changed()
            rows = [
                {
                    **place_of(kept.conversation),
                    "article": kept.context.article,
                    "answer_key": kept.context.answer_key,
                    "changed": int(kept.changed),
                }
                for kept in changed
            ]
            if not rows:
                return
            try:
                async with self._database.begin() as connection:
                    await upsert(connection, schema.contexts, rows, replace=["article", "answer_key", "changed"])
            except BaseException:
                self.contexts.mark_changed(kept.conversation for kept in changed)
                raise

    async def purge(self) -> None:
        """Delete all that is kept no longer."""
        await self.tally.purge()
        await self.questions.purge()
        await self.exchanges.purge()
        await self.inbox.purge()
        over = schema.contexts.c.changed <= int(self._clock() - LIFETIME)
        async with self._database.begin() as connection:
            await connection.execute(delete(schema.contexts).where(over))
        await self._database.tidy()

    async def forget(self, conversation: Conversation) -> None:
        """Delete what a conversation was about."""
        self.contexts.forget(conversation)
        place = place_of(conversation)
        query = delete(schema.contexts).where(*(schema.contexts.c[name] == value for name, value in place.items()))
        async with self._writing, self._database.begin() as connection:
            await connection.execute(query)

    async def forget_person(self, person: int) -> None:
        """Delete all that is kept of a person: conversations and exchanges anywhere, and all of their private chat.

        Of a chat that speaks (a channel, an anonymous administrator's group) only the first two are.
        """
        self._forget_in_memory(lambda conversation: conversation.speaker == person)
        self.outbox.forget_where(lambda outgoing: _is_to(outgoing, person))
        async with self._writing, self._database.begin() as connection:
            for table in _BY_SPEAKER:
                await connection.execute(delete(table).where(table.c.speaker == person))
            await inbox.forget(connection, person=person)
        if person > 0:  # a private chat has its person's id, other chats have negative ones
            await self.forget_chat(person)

    async def forget_chat(self, chat: int) -> None:
        """Delete all that is kept of a chat."""
        self._forget_in_memory(lambda conversation: conversation.chat == chat)
        self.outbox.forget_where(lambda outgoing: outgoing.chat == chat)
        async with self._writing, self._database.begin() as connection:
            for table in _BY_CHAT:
                await connection.execute(delete(table).where(table.c.chat == chat))
            await inbox.forget(connection, chat=chat)
        self.chats.forget(chat)

    async def move_chat(self, old: int, new: int) -> None:
        """Let a supergroup have all that was kept of the group that it was; of the supergroup's own, nothing stays.

        A group that nothing is kept of any more (it has been moved already) changes nothing. Its exchanges are
        forgotten: in the supergroup messages have other numbers.
        """
        self.contexts.move_chat(old, new)
        self.outbox.move(old, new)
        self.exchanges.forget_where(lambda conversation: conversation.chat == old)
        async with self._writing, self._database.begin() as connection:
            await connection.execute(delete(schema.exchanges).where(schema.exchanges.c.chat == old))
            for table in _MOVING:
                there = select(table.c.chat).where(table.c.chat == old).limit(1)
                if (await connection.execute(there)).first() is not None:
                    await connection.execute(delete(table).where(table.c.chat == new))
                    await connection.execute(update(table).where(table.c.chat == old).values(chat=new))
        self.chats.move(old, new)

    def _forget_in_memory(self, matches: Callable[[Conversation], bool]) -> None:
        self.contexts.forget_where(matches)
        self.exchanges.forget_where(matches)

    async def _restore_contexts(self) -> None:
        query = select(schema.contexts).order_by(schema.contexts.c.changed)
        async with self._database.begin() as connection:
            rows = (await connection.execute(query)).all()
        self.contexts.restore(
            KeptContext(
                conversation_at(row.chat, row.thread, row.speaker),
                float(row.changed),
                Context(None, row.article, row.answer_key),
            )
            for row in rows
        )

    async def _keep_writing(self) -> None:
        purged, warned = self._clock(), -math.inf
        while not self._closing.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), WRITE_EVERY_S)
            try:
                await self.write()
                if abs(self._clock() - purged) >= PURGE_EVERY_S:  # it may be set back
                    await self.purge()
                    purged = self._clock()
            except QueryError as error:
                # What is not written stays in memory; answering goes on meanwhile.
                if abs(self._clock() - warned) >= WARN_EVERY_S:
                    warned = self._clock()
                    logger.warning("The database cannot be written, trying again: %s", error)


def _is_to(outgoing: Outgoing, person: int) -> bool:
    """Whether something to be said answers a person, or a chat that speaks."""
    return outgoing.exchange is not None and outgoing.exchange.conversation.speaker == person
