"""Questions that found no answer: their texts without who asked, until they are taught, dismissed or too old."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from sqlalchemy import delete, func, select, update

from bot.question.tokens import tokens
from bot.store.database import Database, bounded, upsert
from bot.store.schema import unanswered
from bot.store.values import LONGEST_TEXT, Unanswered

LIMIT: Final = 5_000
"""Questions kept at most; those asked longest ago go first."""
WAITING: Final = 1_000
"""Different questions that wait in memory to be written; more are not noted until then."""
_DAY_S: Final = 24 * 60 * 60


class Questions:
    """The questions that nobody could answer."""

    def __init__(self, database: Database, clock: Callable[[], float], keep_days: int) -> None:
        """Keep texts here for `keep_days` after they were last asked; `clock` gives Unix time in seconds."""
        self._database, self._clock, self._keep_days = database, clock, keep_days
        self._new: dict[str, tuple[str, int]] = {}

    def note(self, text: str) -> None:
        """Note a question that was put to the bot and found no answer; nothing is kept of who asked it."""
        key = _key(text)
        if self._keep_days > 0 and (key in self._new or len(self._new) < WAITING):
            kept, times = self._new.get(key, (bounded(text, LONGEST_TEXT), 0))
            self._new[key] = (kept, times + 1)

    async def write(self) -> None:
        """Write what was noted since the last time; if that fails, it is written the next time."""
        new, self._new = self._new, {}
        now = int(self._clock())
        rows = [
            {"key": key, "text": text, "times": times, "last": now, "dismissed": False}
            for key, (text, times) in sorted(new.items())
        ]
        if not rows:
            return
        try:
            async with self._database.begin() as connection:
                await upsert(connection, unanswered, rows, add=["times"], replace=["last"])
        except BaseException:
            for key, (text, times) in new.items():
                self._new[key] = (text, times + self._new.get(key, (text, 0))[1])
            raise

    async def unanswered(self, limit: int = LIMIT) -> tuple[Unanswered, ...]:
        """The questions that wait for an answer, those asked most often first."""
        await self.write()
        query = (
            select(unanswered)
            .where(unanswered.c.dismissed.is_(False), unanswered.c.last >= self._oldest())
            .order_by(unanswered.c.times.desc(), unanswered.c.last.desc(), unanswered.c.key)
            .limit(limit)
        )
        async with self._database.begin() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Unanswered(row.key, row.text, row.times, row.last) for row in rows)

    async def find(self, key: str) -> Unanswered | None:
        """A question that waits for an answer, by its key."""
        query = select(unanswered).where(unanswered.c.key == key, unanswered.c.dismissed.is_(False))
        async with self._database.begin() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else Unanswered(row.key, row.text, row.times, row.last)

    async def dismiss(self, key: str) -> bool:
        """List a question no more, also when it is asked again; its text is deleted. Whether it was listed."""
        query = (
            update(unanswered)
            .where(unanswered.c.key == key, unanswered.c.dismissed.is_(False))
            .values(dismissed=True, text="")
        )
        async with self._database.begin() as connection:
            return (await connection.execute(query)).rowcount > 0

    async def remove(self, key: str) -> None:
        """Delete a question: it has its answer now."""
        async with self._database.begin() as connection:
            await connection.execute(delete(unanswered).where(unanswered.c.key == key))

    async def purge(self) -> None:
        """Delete questions that are too old, and of those too many the ones asked longest ago."""
        async with self._database.begin() as connection:
            await connection.execute(delete(unanswered).where(unanswered.c.last < self._oldest()))
            kept = (await connection.execute(select(func.count()).select_from(unanswered))).scalar_one()
            if kept > LIMIT:
                oldest = select(unanswered.c.key).order_by(unanswered.c.last, unanswered.c.key).limit(kept - LIMIT)
                await connection.execute(delete(unanswered).where(unanswered.c.key.in_(oldest)))

    def _oldest(self) -> int:
        return int(self._clock()) - self._keep_days * _DAY_S


def _key(text: str) -> str:
    """What names a question: the same for texts that differ in case, accents and punctuation only.

    >>> _key("Who chaired it?") == _key("who chaired IT")
    True
    """
    words = " ".join(token.surface for token in tokens(text)) or text
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
