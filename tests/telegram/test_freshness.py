"""The base is read anew when its files have changed, and only when it can be used."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from harbour_board import ARTICLE, make_base

from bot import index
from bot.editing import BaseFolder, GoneError, nearest
from bot.library import IndexedLibrary
from bot.store import Store
from bot.telegram.desk import Desk
from bot.telegram.freshness import stay_fresh
from facts.pages import base

OTHER = "Whose gavel opened everything?"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    make_base(tmp_path / "base")
    found = index.load(tmp_path / "base")
    return Desk(library=IndexedLibrary(found), store=Store(), folder=BaseFolder(tmp_path / "base", found))


@contextlib.asynccontextmanager
async def looking(desk: Desk) -> AsyncIterator[None]:
    """While the body runs, the folder is looked at every few milliseconds."""
    leaving = asyncio.Event()
    task = asyncio.create_task(stay_fresh(desk, leaving, every_s=0.005))
    try:
        yield
    finally:
        leaving.set()
        await task


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.005)


async def test_a_changed_file_is_read(desk: Desk, tmp_path: Path) -> None:
    async with looking(desk):
        base.add_variant(tmp_path / "base", ARTICLE, "chair", OTHER)
        await until(desk.renewed.is_set)
    entry = desk.folder.index.entry(index.fact_id(ARTICLE, "chair")) if desk.folder else None
    assert entry is not None
    assert entry.fact.variants == (OTHER,)


async def test_a_base_with_problems_is_named_once_and_the_one_before_stays(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = tmp_path / "base" / "wrong.yaml"
    before = desk.library
    async with looking(desk):
        wrong.write_text("schema: 7")
        await until(lambda: bool(caplog.records))
        await asyncio.sleep(0.1)
        assert len(caplog.records) == 1
        assert "wrong.yaml:1: schema 7 is unknown" in caplog.text
        assert desk.library is before
        wrong.unlink()
        await asyncio.sleep(0.1)
    assert desk.library is before


async def test_nothing_is_read_while_nothing_changes(desk: Desk) -> None:
    before = desk.library
    async with looking(desk):
        await asyncio.sleep(0.1)
    assert desk.library is before
    assert not desk.renewed.is_set()


def test_what_is_taught_is_not_taken_for_a_change(desk: Desk) -> None:
    assert desk.folder is not None
    desk.folder.teach(index.fact_id(ARTICLE, "chair"), OTHER)
    assert desk.folder.look() == desk.folder.read


def test_a_fact_that_is_gone_cannot_be_taught(desk: Desk) -> None:
    assert desk.folder is not None
    with pytest.raises(GoneError):
        desk.folder.teach("0" * 16, OTHER)


def test_whatever_was_asked_some_facts_come_nearest_each_saying_something_else(desk: Desk) -> None:
    assert desk.folder is not None
    for question in ("Whose gavel opened everything?", "zebra", "Кто?", "?", "Who chaired the Harbour Board?"):
        found = nearest(question, desk.folder.index, limit=2)
        assert len({fact.answer for fact in found}) == 2
    assert nearest("Who chaired the Harbour Board?", desk.folder.index)[0].answer == "Ana Lindqvist"


def test_only_pages_of_the_base_count(desk: Desk, tmp_path: Path) -> None:
    assert desk.folder is not None
    before = desk.folder.look()
    (tmp_path / "base" / ".index").write_text("x")
    (tmp_path / "base" / ".half-written.yaml").write_text("x")
    assert desk.folder.look() == before
    os.utime(tmp_path / "base" / f"{ARTICLE}.yaml", (1, 1))
    assert desk.folder.look() != before
