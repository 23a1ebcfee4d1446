"""A database that fails: what the store does then."""

from __future__ import annotations

from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store import Store


class _FullDisk:
    """An engine whose transactions all fail, in the driver's own way."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    def begin(self) -> NoReturn:
        raise OperationalError("INSERT INTO contexts VALUES (?)", {"speaker": 12345}, Exception("disk full"))

    async def dispose(self) -> None:
        await self._engine.dispose()


def let_it_fail(store: Store, patch: pytest.MonkeyPatch) -> None:
    """Let each transaction of a store fail until the patch is undone."""
    patch.setattr(store._database, "_engine", _FullDisk(store._database._engine))
