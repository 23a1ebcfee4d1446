"""Updates that have come in: kept until they are handled, and known again by a check sum for two days after that.

However often an update comes, it is new once: Telegram sends again what it does not know to have arrived. As soon as it
is handled, all else of it is deleted: the check sums have a table of their own, so that the room of what was deleted is
used again. Its number alone does not name it: a server may begin to count anew.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.commits import GroupCommit
from bot.store.database import Database
from bot.store.schema import inbox, seen

KNOWN_S: Final = 2 * 24 * 60 * 60
"""Seconds for which an update is known again: Telegram gives up after a day."""


class Received(NamedTuple):
    """An update as it came in: its check sum and its number, its chat and its sender (0: none), and its JSON."""

    key: int
    number: int
    chat: int
    person: int
    payload: str


class Waiting(NamedTuple):
    """An update that was not handled by the process that took it in, nor by those since: `starts` is how many processes
    have begun with it. `received` is when it came in (Unix time in seconds)."""

    key: int
    number: int
    payload: str
    received: int
    starts: int


def key_of(payload: str) -> int:
    """The check sum that an update is known by, of 64 bits: another one of the same number has another."""
    return int.from_bytes(hashlib.blake2b(payload.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


class Inbox:
    """The updates taken in."""

    def __init__(self, database: Database, commits: GroupCommit, clock: Callable[[], float]) -> None:
        """Keep updates here; `clock` gives Unix time in seconds."""
        self._database, self._commits, self._clock = database, commits, clock

    async def take(self, received: Sequence[Received]) -> set[int]:
        """Keep updates, in one transaction; the keys of those that have not come before. Raises QueryError, and
        keeps none, if the database cannot be written."""
        if not received:
            return set()
        now = int(self._clock())
        rows = {each.key: {**each._asdict(), "received": now, "starts": 0} for each in received}
        async with self._database.begin() as connection:
            known = await connection.execute(select(seen.c.key).where(seen.c.key.in_(rows)))
            for key in known.scalars():
                del rows[key]
            if not rows:
                return set()
            kind = postgresql if connection.dialect.name == "postgresql" else sqlite
            statement = kind.insert(inbox).on_conflict_do_nothing().returning(inbox.c.key)
            return set((await connection.execute(statement, list(rows.values()))).scalars())

    def handled(self, key: int) -> asyncio.Future[None]:
        """Count an update as handled: see `GroupCommit.submit`."""
        return self._commits.submit(_let_go, key)

    async def waiting(self) -> list[Waiting]:
        """The updates that earlier processes took in and did not handle, in the order in which they came; this one is
        about to begin with them. Raises QueryError."""
        query = select(inbox.c.key, inbox.c.number, inbox.c.payload, inbox.c.received, inbox.c.starts)
        query = query.order_by(inbox.c.received, inbox.c.number)
        async with self._database.begin() as connection:
            await connection.execute(update(inbox).values(starts=inbox.c.starts + 1))
            return [Waiting(*row) for row in await connection.execute(query)]

    async def purge(self) -> None:
        """Forget what was handled long ago."""
        async with self._database.begin() as connection:
            await connection.execute(delete(seen).where(seen.c.received <= int(self._clock()) - KNOWN_S))


async def forget(connection: AsyncConnection, *, chat: int | None = None, person: int | None = None) -> None:
    """Delete what came from a chat or a person; the check sums stay, since Telegram may send it again."""
    await _forget_where(connection, inbox.c.chat == chat if chat is not None else inbox.c.person == person)


async def _let_go(connection: AsyncConnection, keys: Sequence[int]) -> None:
    await _forget_where(connection, inbox.c.key.in_(keys))


async def _forget_where(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Delete all but the check sums."""
    kind = postgresql if connection.dialect.name == "postgresql" else sqlite
    left = select(inbox.c.key, inbox.c.received).where(which)
    statement = kind.insert(seen).from_select(["key", "received"], left)
    await connection.execute(statement.on_conflict_do_nothing())
    await connection.execute(delete(inbox).where(which))
