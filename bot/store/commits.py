"""Group commit: what is written while a transaction runs goes into the next one, all together (DeWitt et al. 1984)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.values import QueryError

T = TypeVar("T")

Write = Callable[[AsyncConnection, Sequence[T]], Awaitable[None]]
"""Writes some things within a transaction."""


class GroupCommit:
    """The writes of many, each of whom waits for their own, in as few transactions as it takes."""

    def __init__(self, database: Database) -> None:
        """Write to this database; nothing is connected yet."""
        self._database = database
        self._waiting: dict[Write[Any], list[tuple[Any, asyncio.Future[None]]]] = {}
        self._task: asyncio.Task[None] | None = None

    def submit(self, write: Write[T], item: T) -> asyncio.Future[None]:
        """Write an item, together with all others of this kind that wait. What is submitted without an await in between
        is committed in one transaction; the kinds follow each other as each was first submitted.

        The future ends when it is committed, or with QueryError if it cannot be.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(write, []).append((item, done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._commit_all())
        return done

    async def settle(self) -> None:
        """Wait until all that was submitted is committed, or cannot be."""
        while self._task is not None and not self._task.done():
            await asyncio.wait((self._task,))

    async def _commit_all(self) -> None:
        while self._waiting:
            waiting, self._waiting = self._waiting, {}
            ends = [done for entries in waiting.values() for _, done in entries]
            try:
                async with self._database.begin() as connection:
                    for write, entries in waiting.items():
                        await write(connection, [item for item, _ in entries])
            except Exception as error:  # handed to everybody who waits for this transaction
                known = error if isinstance(error, QueryError) else QueryError(type(error).__name__)
                for done in ends:
                    if not done.done():
                        done.set_exception(known)
                        done.exception()  # nobody may wait for it any more
            else:
                for done in ends:
                    if not done.done():
                        done.set_result(None)
