"""One process at a time works with a SQLite database: two would each say what waits there."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO, Final

from bot.store.values import StoreError

PATIENCE_S: Final = 8.0
"""Seconds for which the process before, which may be about to end, is waited for."""
_LOOK_EVERY_S: Final = 0.1


@contextlib.asynccontextmanager
async def alone(database: Path) -> AsyncIterator[None]:
    """While the body runs no other process works with the database of this file (where the system can lock); the lock
    goes with the process. Raises StoreError if another one goes on working with it, OSError."""
    with database.with_name(f"{database.name}-lock").open("w") as lock:
        until = time.monotonic() + PATIENCE_S
        while not _is_locked(lock):
            if time.monotonic() > until:
                raise StoreError("another process works with it: stop that one, or give this one another database")
            await asyncio.sleep(_LOOK_EVERY_S)
        yield


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
    return True
