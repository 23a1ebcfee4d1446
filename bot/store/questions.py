"""Questions that no fact answers, asked in vain or answered by reading: their texts without who asked, until they are
taught, dismissed or too old."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Row

from bot.question.tokens import tokens
from bot.store.database import Database, bounded, upsert
from bot.store.schema import unanswered
from bot.store.values import LONGEST_ANSWER, LONGEST_TEXT, Unanswered

LIMIT: Final = 5_000
"""Questions kept at most; those asked longest ago go first."""
WAITING: Final = 1_000
"""Different questions that wait in memory to be written; more are not noted until then."""
_DAY_S: Final = 24 * 60 * 60


class _Noted(NamedTuple):
    """A question that waits to be written, and how often it was asked since the last time."""

    text: str
    times: int
    sentence: str | None
    answer: str | None


class Questions:
    """The questions that no fact answers."""

    def __init__(self, database: Database, clock: Callable[[], float], keep_days: int) -> None:
        """Keep texts here for `keep_days` after they were last asked; `clock` gives Unix time in seconds."""
        self._database, self._clock, self._keep_days = database, clock, keep_days
        self._new: dict[str, _Noted] = {}

    def note(self, text: str, sentence: str | None = None, answer: str | None = None) -> None:
        """Note a question that was put to the bot and found no answer, or this one by reading the sentence of this key;
        nothing is kept of who asked it."""
        key = _key(text, sentence)
        if self._keep_days > 0 and (key in self._new or len(self._new) < WAITING):
            said = None if answer is None else bounded(answer, LONGEST_ANSWER)
            noted = self._new.get(key, _Noted(bounded(text, LONGEST_TEXT), 0, sentence, said))
            self._new[key] = noted._replace(times=noted.times + 1)

    async def write(self) -> None:
        """Write what was noted since the last time; if that fails, it is written the next time."""
        new, self._new = self._new, {}
        now = int(self._clock())
        rows = [{"key": key, "last": now, "dismissed": False, **noted._asdict()} for key, noted in sorted(new.items())]
        if not rows:
            return
        try:
            async with self._database.begin() as connection:
                await upsert(connection, unanswered, rows, add=["times"], replace=["last"])
        except BaseException:
            for key, noted in new.items():
                since = self._new[key].times if key in self._new else 0
                self._new[key] = noted._replace(times=noted.times + since)
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
        return tuple(_unanswered(row) for row in rows)

    async def find(self, key: str) -> Unanswered | None:
        """A question that waits for an answer, by its key."""
        query = select(unanswered).where(unanswered.c.key == key, unanswered.c.dismissed.is_(False))
        async with self._database.begin() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else _unanswered(row)

    async def dismiss(self, key: str) -> bool:
        """List a question no more, also when it is asked again; its text is deleted. Whether it was listed."""
        query = (
            update(unanswered)
            .where(unanswered.c.key == key, unanswered.c.dismissed.is_(False))
            .values(dismissed=True, text="", answer=None)
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


def _unanswered(row: Row[Any]) -> Unanswered:
    return Unanswered(row.key, row.text, row.times, row.last, row.sentence, row.answer)


def _key(text: str, sentence: str | None = None) -> str:
    """What names a question, answered in this sentence if in one: the same for texts that differ in case, accents and
    punctuation only.

    >>> _key("Who chaired it?") == _key("who chaired IT")
    True
    """
    words = " ".join(token.surface for token in tokens(text)) or text
    if sentence is not None:
        words += f"\n{sentence}"
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
