"""Which message answers which, within bounds and across restarts; the same in SQLite and in PostgreSQL."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from clock import Clock
from failing_database import let_it_fail
from sqlalchemy import func, make_url, select, text

from bot.replies import Context
from bot.store import IN_MEMORY, Conversation, Exchange, QueryError, Store
from bot.store.database import Database
from bot.store.exchanges import KEPT_DAYS, Exchanges
from bot.store.migrations import STEPS, migrate
from bot.store.schema import exchanges

GROUP, SUPERGROUP, MIRA, OMAR = -5, -1_001_234_567_890, 5_000_000_001, 5_000_000_002
FORUM = Context("Who chaired it?", "2021-05-04-forum", "00000000000000c1")
ENOUGH_S = KEPT_DAYS * 24 * 60 * 60

TALK = Conversation(GROUP, None, MIRA)

Open = Callable[[], Store]


def exchange(number: int, talk: Conversation = TALK) -> Exchange:
    return Exchange(talk, number, number + 100, "Who chaired it?", Context(), FORUM)


async def kept(url: str) -> int:
    """How many exchanges a database holds."""
    database = Database(url)
    async with database.begin() as connection:
        found = int((await connection.execute(select(func.count()).select_from(exchanges))).scalar_one())
    await database.close()
    return found


async def test_an_exchange_is_known_after_a_restart_without_what_was_asked(new_store: Open) -> None:
    told = dataclasses.replace(
        exchange(1, Conversation(GROUP, 7, MIRA)), before=Context("And?", "summit", "00000000000000c2")
    )
    async with new_store() as store:
        store.exchanges.put(told)
    async with new_store() as store:
        found = store.exchanges.of_question(GROUP, 1)
        assert found == store.exchanges.of_answer(GROUP, 101)
        assert found == dataclasses.replace(
            told,
            question=None,
            before=Context(None, "summit", "00000000000000c2"),
            after=Context(None, FORUM.article, FORUM.answer_key),
        )


async def test_an_answer_that_has_changed_is_known_as_it_reads_now(new_store: Open) -> None:
    async with new_store() as store:
        store.exchanges.put(exchange(1))
        await store.write()
        store.exchanges.put(dataclasses.replace(exchange(1), after=Context(None, "summit")))
    async with new_store() as store:
        found = store.exchanges.of_question(GROUP, 1)
        assert found is not None
        assert found.after == Context(None, "summit")


async def test_an_exchange_is_kept_as_long_as_it_can_matter_and_no_longer(
    new_store: Open, database_url: str, clock: Clock
) -> None:
    async with new_store() as store:
        store.exchanges.put(exchange(1))
        await store.write()
        clock.now += ENOUGH_S - 1
        await store.purge()
        assert store.exchanges.of_question(GROUP, 1)
        clock.now += 1
        await store.purge()
        assert store.exchanges.of_question(GROUP, 1) is store.exchanges.of_answer(GROUP, 101) is None
    assert await kept(database_url) == 0


async def test_what_has_grown_old_while_the_bot_was_away_is_gone(
    new_store: Open, database_url: str, clock: Clock
) -> None:
    async with new_store() as store:
        store.exchanges.put(exchange(1))
    clock.now += ENOUGH_S
    async with new_store() as store:
        assert len(store.exchanges) == 0
    assert await kept(database_url) == 0


async def test_the_oldest_goes_first_by_either_message_and_from_the_database(database_url: str, clock: Clock) -> None:
    async with Store(database_url, clock=clock) as store:
        store.exchanges = Exchanges(store._database, clock, limit=2)
        for number in (1, 2, 3):
            store.exchanges.put(exchange(number))
            await store.write()
            clock.now += 10
        assert store.exchanges.of_question(GROUP, 1) is store.exchanges.of_answer(GROUP, 101) is None
        assert store.exchanges.of_question(GROUP, 2) == store.exchanges.of_answer(GROUP, 102) == exchange(2)
        await store.purge()
        assert await kept(database_url) == 2


async def test_two_answers_below_one_message_are_both_known_and_its_edit_is_of_the_last() -> None:
    async with Store(IN_MEMORY) as store:
        first = exchange(1)
        second = dataclasses.replace(first, answered_in=202)
        store.exchanges.put(first)
        store.exchanges.put(second)
        assert store.exchanges.of_answer(GROUP, 101) == first
        assert store.exchanges.of_question(GROUP, 1) == second


async def test_a_fact_was_said_in_a_place_only_for_so_long(clock: Clock) -> None:
    async with Store(IN_MEMORY, clock=clock) as store:
        store.exchanges.put(exchange(1, Conversation(GROUP, 7, MIRA)))
        clock.now += 599
        key = FORUM.answer_key or ""
        assert store.exchanges.was_said(GROUP, 7, key, 600)
        assert not store.exchanges.was_said(GROUP, 8, key, 600)
        assert not store.exchanges.was_said(SUPERGROUP, 7, key, 600)
        assert not store.exchanges.was_said(GROUP, 7, "f" * 16, 600)
        clock.now += 1
        assert not store.exchanges.was_said(GROUP, 7, key, 600)


async def test_forgetting_a_person_takes_their_exchanges_anywhere_and_nobody_elses(
    new_store: Open, database_url: str
) -> None:
    async with new_store() as store:
        for number, talk in enumerate(
            (Conversation(GROUP, 7, MIRA), Conversation(MIRA, None, MIRA), Conversation(GROUP, 7, OMAR))
        ):
            store.exchanges.put(exchange(number, talk))
        await store.write()
        await store.forget_person(MIRA)
        assert len(store.exchanges) == 1
        assert await kept(database_url) == 1
    async with new_store() as store:
        assert store.exchanges.of_question(GROUP, 2)


async def test_a_forgotten_chat_has_no_exchanges_and_a_moved_one_neither(new_store: Open, database_url: str) -> None:
    async with new_store() as store:
        store.exchanges.put(exchange(1, Conversation(GROUP, None, MIRA)))
        store.exchanges.put(exchange(1, Conversation(MIRA, None, MIRA)))
        store.exchanges.put(exchange(1, Conversation(OMAR, None, OMAR)))
        await store.write()
        await store.move_chat(GROUP, SUPERGROUP)
        await store.forget_chat(MIRA)
        assert store.exchanges.of_question(OMAR, 1)
        assert len(store.exchanges) == await kept(database_url) == 1


async def test_what_could_not_be_written_is_written_later(new_store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with new_store() as store:
        let_it_fail(store, monkeypatch)
        store.exchanges.put(exchange(1))
        with pytest.raises(QueryError):
            await store.exchanges.write()
        monkeypatch.undo()
    async with new_store() as store:
        assert store.exchanges.of_question(GROUP, 1)


async def test_a_database_from_before_gets_the_table_and_keeps_what_it_has(database_url: str) -> None:
    database = Database(database_url)
    if database_url.startswith("sqlite"):
        Path(make_url(database_url).database or "").parent.mkdir()
    async with database.begin() as connection:
        assert await migrate(connection, STEPS[:1]) == 1
        await connection.execute(text("INSERT INTO chats VALUES (5, 'vi', TRUE, 'UTC', NULL, NULL)"))
    await database.close()
    async with Store(database_url) as store:
        assert (await store.chats.settings(5)).language == "vi"
        store.exchanges.put(exchange(1))
    assert await kept(database_url) == 1
