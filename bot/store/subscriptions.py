"""Who gets digests, and which each has been given: none goes out twice."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Table, delete, select
from sqlalchemy.sql.elements import ColumnElement

from bot.store.database import Database, bounded, upsert
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
        seen = [{**_place(wanted.chat, wanted.thread), "article": article} for article in on_record]
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
        """The ids of the articles whose digest the chat or topic has been given, or that it need not be given."""
        query = select(deliveries.c.article).where(*_at(deliveries, chat, thread))
        async with self._database.begin() as connection:
            return frozenset((await connection.execute(query)).scalars())

    async def claim(self, chat: int, thread: int | None, article: str) -> bool:
        """Count a digest as delivered, before it is sent; False if it is counted so already, or nobody subscribes.

        Whoever crashes between claiming and sending leaves it unsent: rather never than twice.
        """
        subscribed = select(subscriptions.c.chat).where(*_at(subscriptions, chat, thread))
        async with self._database.begin() as connection:
            if (await connection.execute(subscribed)).one_or_none() is None:
                return False
            return await upsert(connection, deliveries, [{**_place(chat, thread), "article": article}]) > 0

    async def release(self, chat: int, thread: int | None, article: str) -> None:
        """Count a digest as not delivered: it is certain that it was not sent."""
        query = delete(deliveries).where(*_at(deliveries, chat, thread), deliveries.c.article == article)
        async with self._database.begin() as connection:
            await connection.execute(query)


def _place(chat: int, thread: int | None) -> dict[str, int]:
    return {"chat": chat, "thread": thread or 0}


def _at(table: Table, chat: int, thread: int | None) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c.chat == chat, table.c.thread == (thread or 0)
