"""One process at a time works with a database: two would each say what waits there."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import IO, Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.values import QueryError, StoreError

PATIENCE_S: Final = 8.0
"""Seconds for which the process before, which may be about to end, is waited for."""
_LOOK_EVERY_S: Final = 0.1
_LOCK: Final = "pg_try_advisory_lock(1869509746, hashtext(current_schema()))"
"""PostgreSQL's, of a number of ours and for each schema."""


@contextlib.asynccontextmanager
async def alone_with_file(database: Path) -> AsyncIterator[None]:
    """While the body runs no other process works with the SQLite database in this file (where the system can lock); the
    lock goes with the process. Raises StoreError if another one goes on working with it, OSError."""
    with database.with_name(f"{database.name}-lock").open("w") as lock:

        async def is_ours() -> bool:
            return _is_locked(lock)

        await _wait_for(is_ours)
        yield


@contextlib.asynccontextmanager
async def alone_with_server(engine: AsyncEngine) -> AsyncIterator[None]:
    """The same with a PostgreSQL database; the lock goes with the connection that holds it. Raises StoreError."""
    try:
        connection = await engine.connect()
    except SQLAlchemyError as error:
        raise QueryError(type(error).__name__) from error
    await connection.execution_options(isolation_level="AUTOCOMMIT")

    async def is_ours() -> bool:
        return bool((await connection.execute(text(f"SELECT {_LOCK}"))).scalar_one())

    try:
        await _wait_for(is_ours)
        yield
    finally:
        await connection.invalidate()  # back in the pool, it would go on holding the lock
        await connection.close()


async def _wait_for(is_ours: Callable[[], Awaitable[bool]]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not await is_ours():
        if time.monotonic() > until:
            raise StoreError("another process works with it: stop that one, or give this one another database")
        await asyncio.sleep(_LOOK_EVERY_S)


def _is_locked(lock: IO[str]) -> bool:
    """Whether the lock is ours, from now on."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
