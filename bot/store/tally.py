"""What is counted: questions and how they ended, the meetings asked about, speed, and feedback on facts.

Counting itself is in memory, so that it costs a question nothing; `write` puts it into the database, day by day.
"""

from __future__ import annotations

import bisect
import collections
import datetime
import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, get_args

from sqlalchemy import delete, func, select

from bot.replies import Status
from bot.store.database import Database, bounded, upsert
from bot.store.schema import counts, feedback
from bot.store.values import LONGEST_FILTER, Count, Day, FeedbackKind, Stats

BUCKETS_MS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Upper bounds of the buckets of the histogram of times."""
KEPT_DAYS: Final = 400
"""Days for which counts are kept."""
TOP: Final = 5
"""How many are named of the meetings most asked about and of the facts most often rejected."""


class _Counted(NamedTuple):
    """What is counted: on which day (ISO, UTC), of which kind, under which name."""

    day: str
    kind: str
    name: str


class Tally:
    """The counts of this process and of those before it."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Keep counts here; `clock` gives Unix time in seconds."""
        self._database, self._clock = database, clock
        self._new: collections.Counter[_Counted] = collections.Counter()
        self._feedback: collections.Counter[tuple[str, FeedbackKind]] = collections.Counter()

    def count_reply(self, status: Status, article: str | None, took_ms: float) -> None:
        """Count a question that got a reply of this status, from this article if from one, within this time (0 if
        nothing had to be looked for)."""
        self._count("reply", status)
        if took_ms:
            self._count("speed", _bucket(took_ms))
        if article is not None:
            self._count("meeting", bounded(article, LONGEST_FILTER))

    def count_set_aside(self, times: int) -> None:
        """Count updates that could not be read."""
        self._count("update", "set aside", times)

    def count_feedback(self, fact: str, kind: FeedbackKind) -> None:
        """Count what somebody did with the answer that is this fact, named by its key."""
        self._count("feedback", kind)
        self._feedback[bounded(fact, LONGEST_FILTER), kind] += 1

    async def write(self) -> None:
        """Write what was counted since the last time; if that fails, it counts the next time."""
        new, self._new = self._new, collections.Counter()
        given, self._feedback = self._feedback, collections.Counter()
        rows = [{**counted._asdict(), "times": times} for counted, times in sorted(new.items())]
        facts = [{"fact": fact, "kind": kind, "times": n} for (fact, kind), n in sorted(given.items())]
        if not rows:
            return
        try:
            async with self._database.begin() as connection:
                await upsert(connection, counts, rows, add=["times"])
                await upsert(connection, feedback, facts, add=["times"])
        except BaseException:
            self._new.update(new)
            self._feedback.update(given)
            raise

    async def purge(self) -> None:
        """Delete counts that are too old."""
        async with self._database.begin() as connection:
            await connection.execute(delete(counts).where(counts.c.day < self._day(KEPT_DAYS)))

    async def stats(self, days: int = 30) -> Stats:
        """What happened on the last days, today (UTC) included."""
        await self.write()
        dates = [self._day(before) for before in range(days - 1, -1, -1)]
        query = select(counts).where(counts.c.day >= dates[0])
        top = (
            select(counts.c.name, func.sum(counts.c.times).label("asked"))
            .where(counts.c.kind == "meeting", counts.c.day >= dates[0])
            .group_by(counts.c.name)
            .order_by(func.sum(counts.c.times).desc(), counts.c.name.desc())
            .limit(TOP)
        )
        rejected = (
            select(feedback.c.fact, feedback.c.times)
            .where(feedback.c.kind == "rejected")
            .order_by(feedback.c.times.desc(), feedback.c.fact)
            .limit(TOP)
        )
        async with self._database.begin() as connection:
            rows = (await connection.execute(query.where(counts.c.kind != "meeting"))).all()
            meetings = (await connection.execute(top)).all()
            refused = (await connection.execute(rejected)).all()
        replies = {(row.day, row.name): row.times for row in rows if row.kind == "reply"}
        speeds: collections.Counter[str] = collections.Counter()
        given: collections.Counter[str] = collections.Counter()
        for row in rows:
            if row.kind == "speed":
                speeds[row.name] += row.times
            elif row.kind == "feedback":
                given[row.name] += row.times
        return Stats(
            days=tuple(
                Day(date, *(replies.get((date, status), 0) for status in ("answer", "suggest", "none")))
                for date in dates
            ),
            meetings=tuple(Count(row.name, int(row.asked)) for row in meetings),
            feedback=tuple(Count(kind, given[kind]) for kind in get_args(FeedbackKind)),
            rejected=tuple(Count(row.fact, row.times) for row in refused),
            p50_ms=_percentile(0.5, speeds),
            p95_ms=_percentile(0.95, speeds),
        )

    def _count(self, kind: str, name: str, times: int = 1) -> None:
        self._new[_Counted(self._day(0), kind, name)] += times

    def _day(self, before: int) -> str:
        today = datetime.datetime.fromtimestamp(self._clock(), datetime.UTC).date()
        return (today - datetime.timedelta(days=before)).isoformat()


def _bucket(took_ms: float) -> str:
    """The name of the bucket that a time falls into.

    >>> _bucket(0.3), _bucket(1.0), _bucket(9000.0)
    ('0.5', '1', 'inf')
    """
    place = bisect.bisect_left(BUCKETS_MS, took_ms)
    return f"{BUCKETS_MS[place]:g}" if place < len(BUCKETS_MS) else "inf"


def _percentile(share: float, speeds: collections.Counter[str]) -> float | None:
    """The bucket within which this share (0–1) of the times lies, by its upper bound; None without times.

    >>> _percentile(0.5, collections.Counter({"1": 3, "20": 1}))
    1.0
    """
    total = sum(speeds.values())
    so_far = 0
    order: Sequence[tuple[float, int]] = sorted((float(name), times) for name, times in speeds.items())
    for speed, times in order:
        so_far += times
        if so_far >= share * total:
            return speed
    return None if not total else math.inf
