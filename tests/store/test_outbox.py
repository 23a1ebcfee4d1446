"""What is to be said waits until it has been taken, across restarts, in order, and is gone then."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from clock import Clock
from failing_database import let_it_fail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.replies import Context
from bot.store import Conversation, Exchange, Outgoing, QueryError, Store
from bot.store.outbox import KEPT_S

Open = Callable[[], Store]
CHAT, OTHER, GROUP, SUPERGROUP = 7, 8, -20, -1020


def message(chat: int, text: str) -> Outgoing:
    return Outgoing(chat, {"text": text})


def answer(store: Store, chat: int, asked_in: int, text: str, speaker: int = CHAT) -> Outgoing:
    """An answer, whose exchange is kept with a provisional number, as handlers do."""
    talk = Conversation(chat, None, speaker)
    exchange = Exchange(talk, asked_in, store.exchanges.provisional(), "who?", Context(), Context("who?", "a", "k"))
    store.exchanges.put(exchange)
    return Outgoing(chat, {"text": text}, exchange=exchange)


async def keep(store: Store, *outgoing: Outgoing) -> Sequence[Outgoing]:
    written, kept = store.outbox.keep(outgoing)
    await written
    return kept


def said(store: Store, chat: int) -> list[str]:
    """What is said in a chat if all is taken, in order."""
    texts = []
    while (first := store.outbox.first(chat)) is not None:
        texts.append(first.form["text"])
        store.outbox.taken(first, len(texts))
    return texts


async def test_what_waits_is_said_in_order_after_a_restart_and_once(new_store: Open) -> None:
    async with new_store() as store:
        kept = await keep(store, message(CHAT, "one"), message(OTHER, "other"), message(CHAT, "two"))
        store.outbox.taken(kept[0], 1)
        await keep(store, message(CHAT, "three"))
    async with new_store() as store:
        assert set(store.outbox.chats()) == {CHAT, OTHER}
        assert (said(store, CHAT), said(store, OTHER)) == (["two", "three"], ["other"])
        assert len(store.outbox) == 0
    async with new_store() as store:
        assert store.outbox.chats() == ()


async def test_messages_come_before_edits_and_of_edits_the_last(new_store: Open) -> None:
    async with new_store() as store:
        pages = [Outgoing(CHAT, {"text": f"page {number}"}, message=5) for number in range(4)]
        await keep(store, pages[0], pages[1])
        await keep(store, message(CHAT, "answer"), pages[2])
        await keep(store, pages[3])
        assert len(store.outbox) == 2
    async with new_store() as store:
        assert said(store, CHAT) == ["answer", "page 3"]


async def test_an_edit_that_is_overtaken_while_it_is_sent_lets_the_later_one_be_sent(new_store: Open) -> None:
    async with new_store() as store:
        [under_way] = await keep(store, Outgoing(CHAT, {"text": "page 1"}, message=5))
        await keep(store, Outgoing(CHAT, {"text": "page 2"}, message=5))
        assert not store.outbox.has(under_way)
        store.outbox.taken(under_way, 5)
        assert said(store, CHAT) == ["page 2"]


@pytest.mark.parametrize("restarts", [False, True])
async def test_an_answer_that_waits_is_found_and_edited_by_its_question(new_store: Open, restarts: bool) -> None:
    async with new_store() as store:
        [kept] = await keep(store, answer(store, CHAT, 3, "answer"))
        provisional = store.exchanges.of_question(CHAT, 3)
        assert provisional is not None
        assert provisional.answered_in < 0
        edited = dataclasses.replace(provisional, after=Context("where?", "a", "other"))
        store.exchanges.put(edited)
        await keep(store, Outgoing(CHAT, {"text": "edited"}, provisional.answered_in, edited))
        if not restarts:
            store.outbox.taken(kept, 40)
            assert store.exchanges.of_answer(CHAT, 40) == dataclasses.replace(edited, answered_in=40)
    async with new_store() as store:
        if restarts:
            first = store.outbox.first(CHAT)
            assert first is not None
            store.outbox.taken(first, 40)
        edit = store.outbox.first(CHAT)
        assert edit is not None
        assert (edit.message, edit.form["text"]) == (40, "edited")
        store.outbox.taken(edit, 40)
        found = store.exchanges.of_question(CHAT, 3)
        assert found is not None
        assert (found.answered_in, found.after.answer_key) == (40, "other")
        assert store.outbox.chats() == ()


async def test_with_an_answer_that_is_refused_its_edit_goes_and_its_exchange(new_store: Open) -> None:
    async with new_store() as store:
        [kept] = await keep(store, answer(store, CHAT, 3, "answer"))
        exchange = store.exchanges.of_question(CHAT, 3)
        assert exchange is not None
        await keep(store, Outgoing(CHAT, {"text": "edited"}, exchange.answered_in, exchange))
        store.outbox.refused(kept)
        assert len(store.outbox) == 0
        assert store.exchanges.of_question(CHAT, 3) is None
    async with new_store() as store:
        assert len(store.outbox) == 0


async def test_a_group_that_has_become_a_supergroup_is_told_there_what_waits(new_store: Open) -> None:
    async with new_store() as store:
        reply = {"text": "reply", "reply_parameters": "{}"}
        await keep(store, Outgoing(GROUP, reply), Outgoing(GROUP, {"text": "page"}, message=5), message(GROUP, "more"))
        await store.move_chat(GROUP, SUPERGROUP)
    async with new_store() as store:
        assert store.outbox.chats() == (SUPERGROUP,)
        first = store.outbox.first(SUPERGROUP)
        assert first is not None
        assert first.form == {"text": "reply"}
        assert said(store, SUPERGROUP) == ["reply", "more"]


async def test_what_waited_before_a_group_moved_comes_before_what_came_since(new_store: Open) -> None:
    async with new_store() as store:
        await keep(store, message(GROUP, "one"))
        await keep(store, message(SUPERGROUP, "two"))
        await store.move_chat(GROUP, SUPERGROUP)
        assert said(store, SUPERGROUP) == ["one", "two"]


async def test_an_answer_that_moves_with_its_group_reads_as_its_edit_does(new_store: Open) -> None:
    async with new_store() as store:
        await keep(store, answer(store, GROUP, 3, "answer"))
        exchange = store.exchanges.of_question(GROUP, 3)
        assert exchange is not None
        await keep(store, Outgoing(GROUP, {"text": "edited"}, exchange.answered_in, exchange))
        await store.move_chat(GROUP, SUPERGROUP)
    async with new_store() as store:
        assert said(store, SUPERGROUP) == ["edited"]
        assert len(store.outbox) == 0


async def test_what_could_not_be_deleted_is_when_the_database_works_again(
    new_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_store() as store:
        await keep(store, *(message(CHAT, "once") for _ in range(3)))
        with monkeypatch.context() as patch:
            let_it_fail(store, patch)
            assert said(store, CHAT) == ["once"] * 3
            await store.commits.settle()
            with pytest.raises(QueryError):
                await keep(store, message(CHAT, "once"))
            assert said(store, CHAT) == ["once"]
        await keep(store, message(OTHER, "later"))
    async with new_store() as store:
        assert store.outbox.chats() == (OTHER,)


async def test_who_is_forgotten_is_told_nothing_more(new_store: Open) -> None:
    async with new_store() as store:
        await keep(store, answer(store, GROUP, 3, "to them", CHAT), answer(store, GROUP, 4, "to others", OTHER))
        await keep(store, message(CHAT, "in private"))
        await store.forget_person(CHAT)
        assert store.outbox.chats() == (GROUP,)
    async with new_store() as store:
        assert said(store, GROUP) == ["to others"]


async def test_what_has_waited_for_a_day_is_not_said_any_more(new_store: Open, clock: Clock) -> None:
    async with new_store() as store:
        store.outbox._steady = clock
        [kept] = await keep(store, message(CHAT, "old"))
        clock.now += KEPT_S + 1
        assert store.outbox.is_too_old(kept)
        await keep(store, message(CHAT, "new"))
    async with new_store() as store:
        assert said(store, CHAT) == ["new"]


async def test_what_was_on_its_way_when_the_bot_was_killed_is_not_said_again_and_what_had_failed_is(
    new_store: Open,
) -> None:
    async with new_store() as store:
        kept = await keep(store, *(message(CHAT, text) for text in ("sent", "failed", "unsure", "doubted")))
        for each in kept:
            store.outbox.sent(each)
        store.outbox.doubted(kept[3])
        store.outbox.failed(kept[1], unsure=False)
        store.outbox.failed(kept[2], unsure=True)
    async with new_store() as store:
        assert store.outbox.arrived == 1
        first = store.outbox.first(CHAT)
        assert first is not None
        assert first.unsure == 0
        store.outbox.taken(first, 1)
        second = store.outbox.first(CHAT)
        assert second is not None
        assert (second.form["text"], second.unsure) == ("unsure", 1)
        assert said(store, CHAT) == ["unsure", "doubted"]
    async with new_store() as store:
        assert (len(store.outbox), store.outbox.arrived) == (0, 0)


async def test_while_the_database_fails_it_is_said_from_memory(
    new_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_store() as store:
        let_it_fail(store, monkeypatch)
        with pytest.raises(QueryError):
            await keep(store, message(CHAT, "all the same"))
        assert said(store, CHAT) == ["all the same"]
        monkeypatch.undo()
    async with new_store() as store:
        assert len(store.outbox) == 0


async def test_no_text_stays_in_the_files_when_it_has_been_taken(tmp_path: Path) -> None:
    file = tmp_path / "onrecord.sqlite3"
    async with Store(f"sqlite:///{file}") as store:
        await keep(store, *(answer(store, CHAT, number, f"zebra {number}") for number in range(50)))
        assert said(store, CHAT) == [f"zebra {number}" for number in range(50)]
        await store.commits.settle()
        with contextlib.closing(sqlite3.connect(file)) as connection:
            assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    assert all(b"zebra" not in each.read_bytes() for each in tmp_path.iterdir())


@given(st.lists(st.tuples(st.sampled_from((CHAT, OTHER)), st.booleans(), st.booleans()), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
async def test_whatever_is_kept_taken_and_left_each_message_is_said_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bool, bool]]
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'onrecord.sqlite3'}"
    heard: dict[int, list[str]] = {CHAT: [], OTHER: []}

    def take_first(store: Store, chat: int) -> None:
        if (first := store.outbox.first(chat)) is not None:
            heard[chat].append(first.form["text"])
            store.outbox.taken(first, 1)

    store = await Store(url).__aenter__()
    for number, (chat, takes, restarts) in enumerate(steps):
        await keep(store, message(chat, f"{number:02}"))
        if takes:
            take_first(store, chat)
        if restarts:
            await store.__aexit__(None, None, None)
            store = await Store(url).__aenter__()
    for chat in heard:
        while store.outbox.first(chat) is not None:
            take_first(store, chat)
    await store.__aexit__(None, None, None)
    for chat, texts in heard.items():
        assert texts == [f"{number:02}" for number, step in enumerate(steps) if step[0] == chat]
