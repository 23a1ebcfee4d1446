"""Databases that cannot be used, what is said of them, and how a schema comes up to date."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy

from bot.store import QueryError, Received, Store, StoreError, alone, schema
from bot.store.database import Database
from bot.store.inbox import key_of
from bot.store.migrations import STEPS, migrate


async def test_the_steps_make_the_tables_that_queries_name(database_url: str) -> None:
    async with Store(database_url):
        pass
    database = Database(database_url)
    async with database.begin() as connection:
        made = await connection.run_sync(columns)
    await database.close()
    named = {
        table.name: {(c.name, bool(c.nullable), bool(c.primary_key)) for c in table.columns}
        for table in schema.metadata.sorted_tables
    }
    assert made == named


def columns(connection: sqlalchemy.Connection) -> dict[str, set[tuple[str, bool, bool]]]:
    inspector = sqlalchemy.inspect(connection)
    tables = set(inspector.get_table_names()) - {"schema_version"}
    keys = {table: inspector.get_pk_constraint(table)["constrained_columns"] for table in tables}
    return {
        table: {(c["name"], bool(c["nullable"]), c["name"] in keys[table]) for c in inspector.get_columns(table)}
        for table in tables
    }


async def test_what_was_deleted_is_in_no_file_of_the_database(tmp_path: Path) -> None:
    async with Store(f"sqlite:///{tmp_path / 'a.sqlite3'}") as store:
        key = key_of("zebra")
        await store.inbox.take([Received(key, 1, 2, 3, "where is my zebra?" * 500)])
        assert any(b"zebra" in file.read_bytes() for file in tmp_path.iterdir())
        await store.inbox.handled(key)
        await store.purge()
        assert not any(b"zebra" in file.read_bytes() for file in tmp_path.iterdir())


async def test_while_one_works_with_a_database_another_is_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "PATIENCE_S", 0.3)
    async with Store(database_url):
        with pytest.raises(StoreError, match="another process works with it"):
            async with Store(database_url):
                pass
    async with Store(database_url) as store:
        await store.check()


async def test_who_waits_for_a_database_has_it_when_the_other_ends(database_url: str) -> None:
    first = await Store(database_url).__aenter__()
    second = asyncio.create_task(Store(database_url).__aenter__())
    await asyncio.sleep(0.2)
    assert not second.done()
    await first.__aexit__(None, None, None)
    await (await second).__aexit__(None, None, None)


async def test_what_was_handled_leaves_its_room_to_what_comes_and_is_known_again(tmp_path: Path) -> None:
    async with Store(f"sqlite:///{tmp_path / 'a.sqlite3'}") as store:
        for number in range(1000):
            await store.inbox.take([Received(number, number, 1, 1, "x" * 2000)])
            await store.inbox.handled(number)
        assert await store.inbox.take([Received(7, 7, 1, 1, "again"), Received(-7, 7, 1, 1, "new")]) == {-7}
        await store.purge()
    assert (tmp_path / "a.sqlite3").stat().st_size < 400_000


async def test_what_an_earlier_version_had_handled_is_known_again(database_url: str, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    database = Database(database_url)
    async with database.begin() as connection:
        await migrate(connection, STEPS[:5])
        left: dict[str, object] = {"number": 1, "chat": 2, "person": 3, "received": 4, "starts": 0}
        rows = [left | {"key": 10, "payload": None}, left | {"key": 11, "payload": "{}"}]
        await connection.execute(sqlalchemy.insert(schema.inbox), rows)
    await database.close()
    async with Store(database_url, clock=lambda: 5.0) as store:
        assert [each.key for each in await store.inbox.waiting()] == [11]
        assert await store.inbox.take([Received(key, 1, 2, 3, "{}") for key in (10, 11, 12)]) == {12}


async def test_a_later_step_is_taken_once_and_keeps_what_is_there(database_url: str) -> None:
    database = Database(database_url)
    await database.open()
    steps = (*STEPS, ("ALTER TABLE chats ADD COLUMN colour TEXT", "UPDATE chats SET colour = 'red'"))
    async with database.begin() as connection:
        await connection.execute(sqlalchemy.insert(schema.chats).values(chat=1, listen=False, time_zone="UTC"))
    for taken in (1, 0):
        async with database.begin() as connection:
            assert await migrate(connection, steps) == taken
    async with database.begin() as connection:
        assert (await connection.execute(sqlalchemy.text("SELECT chat, colour FROM chats"))).one() == (1, "red")
    await database.close()


async def test_a_step_that_fails_leaves_the_database_as_it_was(database_url: str) -> None:
    database = Database(database_url)
    await database.open()
    with pytest.raises(QueryError):
        async with database.begin() as connection:
            await migrate(connection, (*STEPS, ("CREATE TABLE more (a TEXT)", "CREATE nonsense")))
    async with database.begin() as connection:
        assert await migrate(connection) == 0
        assert "more" not in await connection.run_sync(lambda c: sqlalchemy.inspect(c).get_table_names())
    await database.close()


async def test_a_database_of_a_later_version_is_left_alone(database_url: str) -> None:
    database = Database(database_url)
    await database.open()
    async with database.begin() as connection:
        await connection.execute(sqlalchemy.text("UPDATE schema_version SET version = 99"))
    await database.close()
    with pytest.raises(StoreError, match=r"schema 99.*update Onrecord"):
        async with Store(database_url):
            pass


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://host/name", "sqlite+pysqlcipher://", "http://["])
def test_what_is_no_url_of_a_known_database_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="ONRECORD_DATABASE_URL"):
        Store(url)


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough to be taken for a database. " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt: cannot be opened \(file is not a database\)"):
        async with Store(f"sqlite:///{path}"):
            pass


async def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(StoreError) as caught:
        async with Store("postgresql://me:secret@127.0.0.1:1/onrecord"):
            pass
    assert "127.0.0.1:1" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_the_file_is_for_its_owner_only_and_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "new" / "onrecord.sqlite3"
    async with Store(f"sqlite:///{path}"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        connection.close()


def test_what_was_written_outlives_a_process_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.sqlite3"
    script = f"""
import asyncio, os
from bot.store import Store, Subscription
async def main():
    store = await Store("sqlite:///{path}").__aenter__()
    await store.subscriptions.subscribe(Subscription(1), ["a"])
    assert await store.subscriptions.claim(1, None, "b")
    os._exit(9)
asyncio.run(main())
"""
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 9
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT article FROM deliveries ORDER BY article").fetchall()
    connection.close()
    assert rows == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("url", "status", "said"),
    [
        ("mysql://me:hush@host/name", 2, "ONRECORD_DATABASE_URL is not the URL of a database"),
        ("postgresql://me:hush@127.0.0.1:1/name", 3, "postgresql+psycopg://me:***@127.0.0.1:1/name: cannot be opened"),
    ],
)
def test_a_bot_without_its_database_ends_with_one_line(small_base: Path, url: str, status: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "run", "--base", str(small_base)],
        env={**os.environ, "TELEGRAM_BOT_TOKEN": "1:a", "ONRECORD_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == status
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"onrecord: {said}")
    assert "hush" not in line
