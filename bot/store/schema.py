"""The tables as queries name them. What makes them in a database is `bot.store.migrations`; a test holds both equal.

`thread` and `speaker` are 0 where there is none. Times are Unix times in seconds.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, MetaData, Table, Text

metadata = MetaData()

chats = Table(
    "chats",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("listen", Boolean, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("quiet_from", Integer),
    Column("quiet_until", Integer),
)

contexts = Table(
    "contexts",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("thread", BigInteger, primary_key=True, autoincrement=False),
    Column("speaker", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text),
    Column("answer_key", Text),
    Column("changed", BigInteger, nullable=False),
)

exchanges = Table(
    "exchanges",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("answered_in", BigInteger, primary_key=True, autoincrement=False),
    Column("asked_in", BigInteger, nullable=False),
    Column("thread", BigInteger, nullable=False),
    Column("speaker", BigInteger, nullable=False),
    Column("before_article", Text),
    Column("before_key", Text),
    Column("article", Text),
    Column("answer_key", Text),
    Column("changed", BigInteger, nullable=False),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("thread", BigInteger, primary_key=True, autoincrement=False),
    Column("wanted", Text),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("thread", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, primary_key=True),
    Column("state", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", BigInteger, nullable=False),
    Column("form", Text, nullable=False),
    Column("message", BigInteger),
    Column("after", Text, nullable=False),
    Column("unsure", Integer, nullable=False),
    Column("is_sent", Boolean, nullable=False),
    Column("made", BigInteger, nullable=False),
)

shortcuts = Table(
    "shortcuts",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("description", Text, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("fact", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("times", BigInteger, nullable=False),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("times", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("dismissed", Boolean, nullable=False),
    Column("sentence", Text),
    Column("answer", Text),
)

counts = Table(
    "counts",
    metadata,
    Column("day", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("times", BigInteger, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("person", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("payload", Text),
)

seen = Table(
    "seen",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("received", BigInteger, nullable=False),
)
