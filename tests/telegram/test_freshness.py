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
from bot.question import read
from bot.replies import Context
from bot.store import Store
from bot.telegram.freshness import stay_fresh
from bot.telegram.services import Services
from facts.pages import base, removal

OTHER = "Whose gavel opened everything?"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    make_base(tmp_path / "base")
    found = index.load(tmp_path / "base")
    return Services(library=IndexedLibrary(found), store=Store(), folder=BaseFolder(tmp_path / "base", found))


@contextlib.asynccontextmanager
async def looking(services: Services) -> AsyncIterator[None]:
    """While the body runs, the folder is looked at every few milliseconds."""
    leaving = asyncio.Event()
    task = asyncio.create_task(stay_fresh(services, leaving, every_s=0.005))
    try:
        yield
    finally:
        leaving.set()
        await task


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.005)


async def test_a_changed_file_is_read(services: Services, tmp_path: Path) -> None:
    async with looking(services):
        base.add_variant(tmp_path / "base", ARTICLE, "chair", OTHER)
        await until(services.renewed.is_set)
    entry = services.folder.index.entry(index.fact_id(ARTICLE, "chair")) if services.folder else None
    assert entry is not None
    assert entry.fact.variants == (OTHER,)


async def test_a_base_with_problems_is_named_once_and_the_one_before_stays(
    services: Services, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = tmp_path / "base" / "wrong.yaml"
    before = services.library
    async with looking(services):
        wrong.write_text("schema: 7")
        await until(lambda: bool(caplog.records))
        await asyncio.sleep(0.1)
        assert len(caplog.records) == 1
        assert "wrong.yaml:1: schema 7 is unknown" in caplog.text
        assert services.library is before
        wrong.unlink()
        await asyncio.sleep(0.1)
    assert services.library is before


async def test_articles_that_were_taken_out_answer_no_more_and_do_again_when_they_are_back(
    services: Services, tmp_path: Path
) -> None:
    asked = read("Who chaired the fourth meeting of the Harbour Board?")
    async with looking(services):
        removal.remove(ARTICLE, tmp_path / "base", tmp_path / "seeds")
        await until(services.renewed.is_set)
        services.renewed.clear()
        assert services.library.reply(asked, Context())[0].status == "none"
        removal.restore(ARTICLE, tmp_path / "base", tmp_path / "seeds")
        await until(services.renewed.is_set)
        assert services.library.reply(asked, Context())[0].status == "answer"


async def test_a_folder_that_is_gone_is_named_and_the_base_before_stays(
    services: Services, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = services.library
    async with looking(services):
        (tmp_path / "base").rename(tmp_path / "elsewhere")
        await until(lambda: bool(caplog.records))
    assert "there is no base here" in caplog.text
    assert services.library is before


async def test_nothing_is_read_while_nothing_changes(services: Services) -> None:
    before = services.library
    async with looking(services):
        await asyncio.sleep(0.1)
    assert services.library is before
    assert not services.renewed.is_set()


def test_what_is_taught_is_not_taken_for_a_change(services: Services) -> None:
    assert services.folder is not None
    services.folder.teach(index.fact_id(ARTICLE, "chair"), OTHER)
    assert services.folder.look() == services.folder.read


def test_a_fact_that_is_gone_cannot_be_taught(services: Services) -> None:
    assert services.folder is not None
    with pytest.raises(GoneError):
        services.folder.teach("0" * 16, OTHER)


def test_whatever_was_asked_some_facts_come_nearest_each_saying_something_else(services: Services) -> None:
    assert services.folder is not None
    for question in ("Whose gavel opened everything?", "zebra", "Кто?", "?", "Who chaired the Harbour Board?"):
        found = nearest(question, services.folder.index, limit=2)
        assert len({fact.answer for fact in found}) == 2
    assert nearest("Who chaired the Harbour Board?", services.folder.index)[0].answer == "Ana Lindqvist"


def test_only_pages_of_the_base_count(services: Services, tmp_path: Path) -> None:
    assert services.folder is not None
    before = services.folder.look()
    (tmp_path / "base" / ".index").write_text("x")
    (tmp_path / "base" / ".half-written.yaml").write_text("x")
    assert services.folder.look() == before
    os.utime(tmp_path / "base" / f"{ARTICLE}.yaml", (1, 1))
    assert services.folder.look() != before
