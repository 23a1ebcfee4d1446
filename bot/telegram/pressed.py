"""Pressed buttons are let rest at once: no handler waits for that, and none can forget it. Of what somebody presses
faster than it can be done, the last is done."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from telegram import Bot, CallbackQuery
from telegram.error import TelegramError

from bot.telegram.logs import Seldom, name_of

logger = logging.getLogger(__name__)

LOOK_EVERY_S: Final = 0.5
"""Seconds between two looks at whether somebody may press again."""


class Pressed:
    """The presses that are being handled, the acknowledgements under way, and what each person wants last."""

    def __init__(self) -> None:
        """Nothing was pressed."""
        self._open: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wishes: dict[int, asyncio.Task[None]] = {}
        self._seldom = Seldom(logger)

    def begin(self, query: CallbackQuery) -> None:
        """Take note of a press: it is acknowledged once."""
        self._open.add(query.id)

    def acknowledge(self, query: CallbackQuery, text: str | None = None) -> None:
        """Let a pressed button rest, perhaps with a text, unless it rests already."""
        if query.id not in self._open:
            return
        self._open.remove(query.id)
        self._begin(query.answer(text))

    def let_rest(self, bot: Bot, query_id: str) -> None:
        """Let a button rest of whose press nothing but the id can be read."""
        self._begin(bot.answer_callback_query(query_id))

    def drop(self, person: int) -> None:
        """Let what somebody wanted be."""
        if (wish := self._wishes.pop(person, None)) is not None:
            wish.cancel()

    def wish(self, person: int, may: Callable[[], bool], do: Callable[[], Awaitable[None]]) -> None:
        """Do what somebody wants as soon as they may, in place of what they wanted before."""
        self.drop(person)
        self._wishes[person] = asyncio.create_task(self._fulfil(person, may, do))

    async def stop(self, seconds: float) -> None:
        """Wait for so long until all is acknowledged, and give up the rest."""
        for person in list(self._wishes):
            self.drop(person)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _begin(self, answer: Coroutine[Any, Any, bool]) -> None:
        task = asyncio.create_task(self._answer(answer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, answer: Coroutine[Any, Any, bool]) -> None:
        try:
            await answer
        except TelegramError as error:  # Telegram takes no notice after a while, and then nor do we
            self._seldom.warn("press", "A press was not acknowledged: %s", type(error).__name__, level=logging.INFO)

    async def _fulfil(self, person: int, may: Callable[[], bool], do: Callable[[], Awaitable[None]]) -> None:
        while not may():
            await asyncio.sleep(LOOK_EVERY_S)
        del self._wishes[person]
        try:
            await do()
        except Exception as error:  # nobody waits for it: the log must know
            self._seldom.warn("wish", "%s while a press was handled", name_of(error), level=logging.ERROR)
