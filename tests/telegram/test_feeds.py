"""The feeds of the settings are looked at while the bot runs, and what is new in them is answered from."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path

import pytest
from harbour_board import make_base
from incoming.site import Site, page

from bot import index
from bot.editing import BaseFolder
from bot.library import IndexedLibrary
from bot.store import Store
from bot.telegram.feeds import look_at_feeds
from bot.telegram.freshness import stay_fresh
from bot.telegram.services import Services

FEED = """<rss version="2.0"><channel><title>The Dunmere Courier</title><item><title>Dunmere board meets</title>
<link>{site}/board</link><guid>1</guid><pubDate>Thu, 08 Feb 2024 10:00:00 +0000</pubDate></item></channel></rss>"""


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base of the bot, in a home of its own; what it runs may ask this machine."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "true")
    make_base(tmp_path / "facts" / "base")
    return tmp_path / "facts" / "base"


async def test_what_is_new_in_a_feed_is_answered_from_while_the_bot_runs(site: Site, base: Path) -> None:
    text = "The board of Dunmere harbour met in the Custom House on Thursday. Olga Prynne chaired the meeting."
    site.put("/board", page("Dunmere board meets", text))
    feed = site.put("/feed", FEED.format(site=site.url))
    found = index.load(base)
    services = Services(library=IndexedLibrary(found), store=Store(), folder=BaseFolder(base, found))
    leaving = asyncio.Event()
    tasks = [
        asyncio.create_task(look_at_feeds([feed], base, 3600, leaving, first_s=0.01)),
        asyncio.create_task(stay_fresh(services, leaving, every_s=0.05)),
    ]
    async with asyncio.timeout(120):
        await services.renewed.wait()
    leaving.set()
    await asyncio.gather(*tasks)
    assert services.folder is not None
    articles = {entry.context.record.article.id for entry in services.folder.index.entries}
    assert "2024-02-08-dunmere-board-meets" in articles
    assert site.paths() == ["/feed", "/board"]


async def test_a_feed_in_trouble_is_said_and_looked_at_again(
    site: Site, base: Path, caplog: pytest.LogCaptureFixture
) -> None:
    leaving = asyncio.Event()
    with caplog.at_level(logging.WARNING):
        task = asyncio.create_task(look_at_feeds([f"{site.url}/gone"], base, 0.01, leaving, first_s=0.01))
        async with asyncio.timeout(120):
            while site.paths().count("/gone") < 2:
                await asyncio.sleep(0.02)
        leaving.set()
        await task
    assert "/gone: is not there (status 404)" in caplog.text


async def test_when_the_bot_leaves_a_look_is_ended(site: Site, base: Path) -> None:
    feed = site.put("/feed", b"x" * 50_000, seconds=1.0)
    leaving = asyncio.Event()
    task = asyncio.create_task(look_at_feeds([feed], base, 3600, leaving, first_s=0.01))
    async with asyncio.timeout(120):
        while not site.paths():
            await asyncio.sleep(0.02)
    leaving.set()
    async with asyncio.timeout(30):  # the feed alone would take 50 seconds
        await task


async def test_a_look_that_does_not_end_is_ended_when_the_bot_cannot_wait(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stubborn, begun = tmp_path / "stubborn", tmp_path / "begun"
    stubborn.write_text(f"#!/bin/sh\ntrap '' TERM\necho $$ > '{begun}-'\nmv '{begun}-' '{begun}'\nexec sleep 60\n")
    stubborn.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(stubborn))
    leaving = asyncio.Event()
    task = asyncio.create_task(look_at_feeds(["http://127.0.0.1/feed"], base, 3600, leaving, first_s=0.01))
    async with asyncio.timeout(30):
        while not begun.exists():
            await asyncio.sleep(0.02)
        leaving.set()
        await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        while is_running(int(begun.read_text())):
            await asyncio.sleep(0.02)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_without_feeds_nothing_is_looked_at(base: Path) -> None:
    async with asyncio.timeout(10):
        await look_at_feeds([], base, 0.01, asyncio.Event(), first_s=0.01)
