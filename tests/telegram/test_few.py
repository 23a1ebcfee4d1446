"""Only a few are under way of which the database does not know; one that takes long keeps nobody back."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram import few
from bot.telegram.few import Few


async def begin(of: Few, order: list[str], name: str, lasts: asyncio.Event, *, note: bool = False) -> None:
    async with of.begun() as noted:
        order.append(name)
        if note:
            noted(None)
        await lasts.wait()


async def test_the_next_begins_when_the_one_before_is_noted_or_over() -> None:
    one, order, first, second = Few(1), list[str](), asyncio.Event(), asyncio.Event()
    tasks = [
        asyncio.create_task(begin(one, order, "first", first)),
        asyncio.create_task(begin(one, order, "second", second, note=True)),
        asyncio.create_task(begin(one, order, "third", second)),
    ]
    await asyncio.sleep(0.02)
    assert order == ["first"]
    first.set()
    await asyncio.sleep(0.02)
    assert order == ["first", "second", "third"]
    second.set()
    await asyncio.gather(*tasks)


async def test_one_that_takes_long_keeps_nobody_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few, "LONG_S", 0.01)
    one, order, over = Few(1), list[str](), asyncio.Event()
    tasks = [asyncio.create_task(begin(one, order, name, over)) for name in ("first", "second")]
    await asyncio.sleep(0.1)
    assert order == ["first", "second"]
    over.set()
    await asyncio.gather(*tasks)
