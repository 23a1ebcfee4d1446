"""A database by its URL: SQLite or PostgreSQL, with what each of them needs to be used safely."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from sqlalchemy import Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.store.alone import alone_with_file, alone_with_server
from bot.store.migrations import migrate
from bot.store.values import QueryError, StoreError

IN_MEMORY: Final = "sqlite://"
"""The URL of a database that is gone when it is closed."""

_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_KINDS: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # safe with WAL; a power cut may take the last moments, never the file
    "PRAGMA busy_timeout = 10000",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten: it may be what somebody wrote
)


class Database:
    """The connections to one database."""

    def __init__(self, url: str) -> None:
        """Prepare; nothing is connected yet. Raises StoreError if the URL is not that of a known database or its
        driver is not installed."""
        self._url = _parsed(url)
        self._engine = _engine(self._url)
        self._held = contextlib.AsyncExitStack()

    @contextlib.asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A connection within a transaction, which is rolled back if the body raises. Raises QueryError."""
        try:
            async with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise QueryError(type(error).__name__) from error

    async def open(self) -> None:
        """Connect and bring the schema up to date; nobody else may meanwhile. Raises StoreError."""
        try:
            if (path := _file_of(self._url)) is not None:
                _prepare(path)
                await self._held.enter_async_context(alone_with_file(path))
            elif self._url.get_backend_name() == "postgresql":
                await self._held.enter_async_context(alone_with_server(self._engine))
            async with self.begin() as connection:
                await migrate(connection)
        except (QueryError, OSError) as error:
            await self.close()
            raise self.unusable(error) from error
        except StoreError as error:
            await self.close()
            raise StoreError(f"{self}: {error}") from error

    async def close(self) -> None:
        """Let go of all connections."""
        await self._engine.dispose()
        await self._held.aclose()

    async def tidy(self) -> None:
        """Take what was deleted out of SQLite's write-ahead log, too, where it stays until it is written over. Raises
        QueryError."""
        if self._url.get_backend_name() != "sqlite":
            return
        try:
            async with self._engine.connect() as connection:
                driver = (await connection.get_raw_connection()).driver_connection
                assert driver is not None  # noqa: S101  (it is connected)
                await (await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")).close()
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise QueryError(type(error).__name__) from error

    def unusable(self, error: QueryError | OSError) -> StoreError:
        """What to raise for an error at the start."""
        return StoreError(f"{self}: cannot be opened ({_reason(error)}); see to it or to ONRECORD_DATABASE_URL")

    @property
    def kind(self) -> str:
        """What kind of database it is, as a name."""
        return _KINDS[self._url.get_backend_name()]

    def __str__(self) -> str:
        """The URL without its password."""
        return self._url.render_as_string(hide_password=True)


async def upsert(
    connection: AsyncConnection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    add: Sequence[str] = (),
    replace: Sequence[str] = (),
) -> int:
    """Insert rows; where a row of the same key is there already, add to its `add` columns and replace its `replace`
    columns. With neither, the row that is there stays. Returns how many rows were inserted or changed, if one was given
    (a database does not count those of several)."""
    if not rows:
        return 0
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    keys = list(table.primary_key.columns)
    if add or replace:
        changes = {name: table.c[name] + insert.excluded[name] for name in add}
        changes |= {name: insert.excluded[name] for name in replace}
        statement = insert.on_conflict_do_update(index_elements=keys, set_=changes)
    else:
        statement = insert.on_conflict_do_nothing(index_elements=keys)
    given: Any = dict(rows[0]) if len(rows) == 1 else [dict(row) for row in rows]
    # Without the option PostgreSQL's count is thrown away.
    return (await connection.execute(statement, given, execution_options={"preserve_rowcount": True})).rowcount


def bounded(text: str, limit: int) -> str:
    """The text's first `limit` letters, without what a database cannot hold (NUL, halves of UTF-16 pairs).

    >>> bounded("a\\x00b\\ud800c", 3)
    'ab?'
    """
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")[:limit]


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        known = _DRIVERS.get(parsed.drivername)
    except (ArgumentError, ValueError):
        known = None
    if known is None:
        raise StoreError(
            "ONRECORD_DATABASE_URL is not the URL of a database that can be used: give one like "
            "sqlite:////var/lib/onrecord/onrecord.sqlite3 or postgresql://user:password@host/name"
        )
    return parsed.set(drivername=known)


def _engine(url: URL) -> AsyncEngine:
    try:
        if url.get_backend_name() == "postgresql":
            return create_async_engine(url, pool_pre_ping=True)
        # One connection: SQLite has one writer at a time, and whoever waits for it does so in order.
        engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    except ModuleNotFoundError as error:
        raise StoreError(f'PostgreSQL needs {error.name}: run “pip install "onrecord[postgres]"”') from error
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _: object) -> None:  # noqa: ANN401  (the driver's own)
    connection.isolation_level = None  # else the driver begins and commits as it sees fit
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: sqlalchemy.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _file_of(url: URL) -> Path | None:
    """The file of a SQLite database, if it has one."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def _prepare(path: Path) -> None:
    """Make the file of a database readable for us only: what it holds is private."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _reason(error: QueryError | OSError) -> str:
    """The driver's own words in one line, without the statement and the help page that SQLAlchemy adds."""
    cause = error.__cause__ if isinstance(error, QueryError) else error
    cause = getattr(cause, "orig", None) or cause
    return " ".join(str(cause).split()) or type(cause).__name__
