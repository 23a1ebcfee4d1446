"""Writes of many in few transactions: all or nothing of what is handed in together, and each hears how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import pytest
from failing_database import let_it_fail
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import QueryError, Store, schema

batches: list[list[str]] = []


async def keep(connection: AsyncConnection, names: Sequence[str]) -> None:
    batches.append(list(names))
    await connection.execute(
        insert(schema.shortcuts), [{"chat": 1, "name": name, "question": "?", "description": ""} for name in names]
    )


async def fail(connection: AsyncConnection, reasons: Sequence[str]) -> None:
    raise UnicodeEncodeError("utf-8", reasons[0], 0, 1, "surrogates not allowed")


async def kept(store: Store) -> set[str]:
    async with store._database.begin() as connection:
        return set((await connection.execute(select(schema.shortcuts.c.name))).scalars())


async def test_what_is_handed_in_meanwhile_goes_into_the_next_transaction(new_store: Callable[[], Store]) -> None:
    async with new_store() as store:
        batches.clear()
        first = store.commits.submit(keep, "a")
        await asyncio.sleep(0)
        others = [store.commits.submit(keep, name) for name in "bcd"]
        await asyncio.gather(first, *others)
        assert batches == [["a"], ["b", "c", "d"]]
        assert await kept(store) == set("abcd")


async def test_what_is_handed_in_together_is_written_whole_or_not_at_all(new_store: Callable[[], Store]) -> None:
    async with new_store() as store:
        ends = [store.commits.submit(keep, "a"), store.commits.submit(fail, "b")]
        for end in ends:
            with pytest.raises(QueryError, match="UnicodeEncodeError"):
                await end
        assert await kept(store) == set()
        await store.commits.submit(keep, "c")
        assert await kept(store) == {"c"}


async def test_whoever_waits_hears_that_the_database_failed(
    new_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_store() as store:
        with monkeypatch.context() as patch:
            let_it_fail(store, patch)
            with pytest.raises(QueryError):
                await store.commits.submit(keep, "a")
        await store.commits.submit(keep, "b")
        assert await kept(store) == {"b"}


async def test_a_store_that_is_closed_has_written_what_was_handed_in(new_store: Callable[[], Store]) -> None:
    async with new_store() as store:
        store.commits.submit(keep, "a")
    async with new_store() as store:
        assert await kept(store) == {"a"}
