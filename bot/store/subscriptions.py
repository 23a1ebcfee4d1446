"""Who gets digests, and which each has been given: none goes out twice."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Table, delete, select, update
from sqlalchemy.sql.elements import ColumnElement

from bot.store.database import Database, bounded, upsert
from bot.store.outbox import CLAIMED, DONE
from bot.store.schema import deliveries, subscriptions
from bot.store.values import LONGEST_FILTER, Subscription


class Subscriptions:
    """The subscriptions of chats and topics, one each."""

    def __init__(self, database: Database) -> None:
        """Read and write here."""
        self._database = database

    async def subscribe(self, wanted: Subscription, on_record: Iterable[str]) -> None:
        """Subscribe, or change what is wanted. The articles that are on record now count as delivered."""
        row = {
            **_place(wanted.chat, wanted.thread),
            "wanted": None if wanted.wanted is None else bounded(wanted.wanted, LONGEST_FILTER),
        }
        place = _place(wanted.chat, wanted.thread)
        seen = [{**place, "article": article, "state": DONE} for article in on_record]
        async with self._database.begin() as connection:
            await upsert(connection, subscriptions, [row], replace=["wanted"])
            await upsert(connection, deliveries, seen)

    async def unsubscribe(self, chat: int, thread: int | None = None) -> bool:
        """End a subscription; whether there was one."""
        async with self._database.begin() as connection:
            await connection.execute(delete(deliveries).where(*_at(deliveries, chat, thread)))
            ended = await connection.execute(delete(subscriptions).where(*_at(subscriptions, chat, thread)))
            return ended.rowcount > 0

    async def of(self, chat: int, thread: int | None = None) -> Subscription | None:
        """The subscription of a chat or topic, if it has one."""
        query = select(subscriptions).where(*_at(subscriptions, chat, thread))
        async with self._database.begin() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else Subscription(row.chat, row.thread or None, row.wanted)

    async def all(self) -> tuple[Subscription, ...]:
        """All subscriptions, by chat and topic."""
        query = select(subscriptions).order_by(subscriptions.c.chat, subscriptions.c.thread)
        async with self._database.begin() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Subscription(row.chat, row.thread or None, row.wanted) for row in rows)

    async def delivered(self, chat: int, thread: int | None = None) -> frozenset[str]:
        """The ids of the articles whose digest the chat or topic has been given, is about to be given, or need not be
        given."""
        query = select(deliveries.c.article).where(*_at(deliveries, chat, thread))
        async with self._database.begin() as connection:
            return frozenset((await connection.execute(query)).scalars())

    async def claim(self, chat: int, thread: int | None, article: str, *, done: bool = False) -> bool:
        """Take it upon oneself to give a digest: it then has to be kept in the outbox, which counts it as done when it
        has been sent; or count it as done at once. False if it is claimed or done already, or nobody subscribes."""
        subscribed = select(subscriptions.c.chat).where(*_at(subscriptions, chat, thread))
        row = {**_place(chat, thread), "article": article, "state": DONE if done else CLAIMED}
        async with self._database.begin() as connection:
            if (await connection.execute(subscribed)).one_or_none() is None:
                return False
            return await upsert(connection, deliveries, [row]) > 0

    async def leave_topic(self, chat: int, thread: int) -> bool:
        """Let the chat itself have the subscription of a topic that is gone; False if it has one of its own."""
        own = select(subscriptions.c.chat).where(*_at(subscriptions, chat, None))
        async with self._database.begin() as connection:
            has_own = (await connection.execute(own)).one_or_none() is not None
            for table in (subscriptions, deliveries):
                topics = _at(table, chat, thread)
                statement = delete(table).where(*topics) if has_own else update(table).where(*topics).values(thread=0)
                await connection.execute(statement)
        return not has_own


def _place(chat: int, thread: int | None) -> dict[str, int]:
    return {"chat": chat, "thread": thread or 0}


def _at(table: Table, chat: int, thread: int | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.chat == chat, table.c.thread == (thread or 0)
