"""The steps that bring a database to the present schema, each run once, in order, in one transaction.

Numbered SQL rather than Alembic: what is kept is a handful of flat tables that SQLite and PostgreSQL make by the same
statements, and a reader sees the whole history on one page. A step that has been released is never changed; what comes
later is a further step at the end. No statement may need more than SQLite's ALTER TABLE can do.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.values import StoreError

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (
        """CREATE TABLE chats (
            chat BIGINT NOT NULL PRIMARY KEY,
            language TEXT,
            listen BOOLEAN NOT NULL,
            time_zone TEXT NOT NULL,
            quiet_from INTEGER,
            quiet_until INTEGER
        )""",
        """CREATE TABLE contexts (
            chat BIGINT NOT NULL,
            thread BIGINT NOT NULL,
            speaker BIGINT NOT NULL,
            article TEXT,
            answer_key TEXT,
            changed BIGINT NOT NULL,
            PRIMARY KEY (chat, thread, speaker)
        )""",
        """CREATE TABLE subscriptions (
            chat BIGINT NOT NULL,
            thread BIGINT NOT NULL,
            wanted TEXT,
            PRIMARY KEY (chat, thread)
        )""",
        """CREATE TABLE deliveries (
            chat BIGINT NOT NULL,
            thread BIGINT NOT NULL,
            article TEXT NOT NULL,
            PRIMARY KEY (chat, thread, article)
        )""",
        """CREATE TABLE shortcuts (
            chat BIGINT NOT NULL,
            name TEXT NOT NULL,
            question TEXT NOT NULL,
            description TEXT NOT NULL,
            PRIMARY KEY (chat, name)
        )""",
        """CREATE TABLE feedback (
            fact TEXT NOT NULL,
            kind TEXT NOT NULL,
            times BIGINT NOT NULL,
            PRIMARY KEY (fact, kind)
        )""",
        """CREATE TABLE unanswered (
            key TEXT NOT NULL PRIMARY KEY,
            text TEXT NOT NULL,
            times BIGINT NOT NULL,
            last BIGINT NOT NULL,
            dismissed BOOLEAN NOT NULL
        )""",
        "CREATE INDEX unanswered_last ON unanswered (last)",
        """CREATE TABLE counts (
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            times BIGINT NOT NULL,
            PRIMARY KEY (day, kind, name)
        )""",
    ),
    (
        """CREATE TABLE exchanges (
            chat BIGINT NOT NULL,
            answered_in BIGINT NOT NULL,
            asked_in BIGINT NOT NULL,
            thread BIGINT NOT NULL,
            speaker BIGINT NOT NULL,
            before_article TEXT,
            before_key TEXT,
            article TEXT,
            answer_key TEXT,
            changed BIGINT NOT NULL,
            PRIMARY KEY (chat, answered_in)
        )""",
    ),
    (
        "ALTER TABLE unanswered ADD COLUMN sentence TEXT",
        "ALTER TABLE unanswered ADD COLUMN answer TEXT",
    ),
    (
        """CREATE TABLE inbox (
            key BIGINT NOT NULL PRIMARY KEY,
            number BIGINT NOT NULL,
            chat BIGINT NOT NULL,
            person BIGINT NOT NULL,
            received BIGINT NOT NULL,
            starts INTEGER NOT NULL,
            payload TEXT
        )""",
        "CREATE INDEX inbox_waiting ON inbox (received, number) WHERE payload IS NOT NULL",
    ),
    (
        """CREATE TABLE outbox (
            number BIGINT NOT NULL PRIMARY KEY,
            chat BIGINT NOT NULL,
            form TEXT NOT NULL,
            message BIGINT,
            after TEXT NOT NULL,
            unsure INTEGER NOT NULL,
            is_sent BOOLEAN NOT NULL,
            made BIGINT NOT NULL
        )""",
        "ALTER TABLE deliveries ADD COLUMN state TEXT NOT NULL DEFAULT 'done'",
    ),
    (
        """CREATE TABLE seen (
            key BIGINT NOT NULL PRIMARY KEY,
            received BIGINT NOT NULL
        )""",
        "INSERT INTO seen (key, received) SELECT key, received FROM inbox WHERE payload IS NULL",
        "DELETE FROM inbox WHERE payload IS NULL",
    ),
)
"""The statements of each step; a database's version is how many of the steps it has seen."""

_LOCK: Final = 0x6F6E7265
"""PostgreSQL's advisory lock of ours: two processes that start at once must not both take a step."""


async def migrate(connection: AsyncConnection, steps: tuple[tuple[str, ...], ...] = STEPS) -> int:
    """Take the steps that this database has not seen; how many these were. Belongs into a transaction.

    Raises StoreError if the database has seen more steps than there are.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    await connection.execute(text("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"))
    found = (await connection.execute(text("SELECT version FROM schema_version"))).scalar_one_or_none()
    seen = found or 0
    if seen > len(steps):
        raise StoreError(
            f"the database has schema {seen}, this version of Onrecord knows {len(steps)}: update Onrecord"
        )
    for step in steps[seen:]:
        for statement in step:
            await connection.execute(text(statement))
    if found is None:
        await connection.execute(text("INSERT INTO schema_version (version) VALUES (:seen)"), {"seen": len(steps)})
    elif found < len(steps):
        await connection.execute(text("UPDATE schema_version SET version = :seen"), {"seen": len(steps)})
    return len(steps) - seen
