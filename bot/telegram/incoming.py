"""Updates from when they come in until they are handled: none is lost, and none is handled twice.

Telegram may forget an update as soon as it has been accepted here: it is on disk by then. It counts as handled in the
same transaction in which what is to be said because of it is kept.
"""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from telegram import Update
from telegram.ext import Application

from bot.store import QueryError
from bot.store.inbox import key_of
from bot.telegram import handling
from bot.telegram.addressing import speaks_to
from bot.telegram.logs import Seldom, name_of
from bot.telegram.order import ChatOrder
from bot.telegram.polling import Fetched
from bot.telegram.sending import send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.telegram.updates import UpdateError, press_in, read, received
from bot.wording import messages

TOO_OLD_S: Final = 60 * 60
"""Seconds after which nobody waits for an answer any more: who was left waiting for so long hears an apology."""
LATE_S: Final = 5.0
"""Seconds from a message on, by Telegram's clock, after which what is said to it gives way to what is said to newer
ones: so all is normal soon after trouble."""
MOST_STARTS: Final = 10
"""How often the bot is started with an update that it has not handled: it may be what ends the bot."""
MOST_UNDER_WAY: Final = 5_000
"""Updates that are handled at once or wait for their turn; more are fetched when there are fewer."""
MOST_NAMED: Final = 20
"""Updates that are named when they are set aside."""

App = Application[Any, Any, Any, Any, Any, Any]

logger = logging.getLogger(__name__)


class Incoming:
    """The updates under way."""

    def __init__(self, app: App, services: Services, clock: Callable[[], float] = time.time) -> None:
        """Hand updates to the handlers of an application; `clock` gives Unix time in seconds."""
        self._app, self._services, self._clock = app, services, clock
        self._order = ChatOrder()
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Event()
        self._room.set()
        self._unmarked: set[int] = set()
        self._seldom = Seldom(logger)

    async def accept(self, fetched: Sequence[Fetched]) -> None:
        """Take over updates. When this returns they are on disk, or, without a database that works, handled; each is
        handled once, however often it comes."""
        readable = self._readable(fetched)
        updates = {key_of(payload): update for update, payload in readable}
        try:
            new = await self._services.store.inbox.take([received(update, payload) for update, payload in readable])
        except QueryError as error:
            self._seldom.warn("inbox", "Updates cannot be kept, they are handled at once: %s", error)
            if tasks := [self._begin_update(key, update) for key, update in updates.items()]:
                await asyncio.wait(tasks)
        else:
            self._mark(self._take_unmarked())
            for key, update in updates.items():
                if key in new:
                    self._begin_update(key, update)
        await self._room.wait()
        await self._services.outbox.room()

    async def resume(self) -> None:
        """Begin to handle what an earlier process took in and did not come to; what is too old, or has been begun with
        too often, is let go, with one apology a chat. Raises QueryError."""
        oldest = self._clock() - TOO_OLD_S
        recent: dict[int, Update] = {}
        late: dict[int | None, dict[int, Update]] = {}
        waiting = {each.payload: each for each in await self._services.store.inbox.waiting()}
        for update, payload in self._readable([Fetched(each.number, each.payload) for each in waiting.values()]):
            left, message = waiting.pop(payload), update.effective_message
            said = (
                message.date.timestamp() if message is not None else 0.0
            )  # by Telegram's clock; ours may have been wrong
            if max(left.received, said) >= oldest and left.starts <= MOST_STARTS:
                recent[left.key] = update
            else:
                chat = update.effective_chat
                late.setdefault(chat.id if chat is not None else None, {})[left.key] = update
        self._mark(each.key for each in waiting.values())
        for updates in late.values():
            self._begin(updates, functools.partial(self._apologise, list(updates.values())))
        for key, update in recent.items():
            self._begin_update(key, update)
        if late or recent:
            too_old = sum(map(len, late.values()))
            logger.info("Left by an earlier process: %s updates to handle, %s to let go", len(recent), too_old)

    async def finish(self, seconds: float) -> None:
        """Wait for so long until all is handled; what is not by then stays in the inbox."""
        self._mark(self._take_unmarked())
        if not self._tasks:
            return
        _, left = await asyncio.wait(self._tasks, timeout=seconds)
        for task in left:
            task.cancel()
        if left:
            logger.info("%s updates stay in the inbox", len(left))
            await asyncio.wait(left, timeout=1)

    def _readable(self, fetched: Sequence[Fetched]) -> list[tuple[Update, str]]:
        """The updates, each with its JSON; those that cannot be read are set aside: counted, named, and let go. (A
        button that was pressed rests all the same.)"""
        readable, aside = [], []
        for number, payload in fetched:
            try:
                readable.append((read(number, payload, self._app.bot), payload))
            except UpdateError as error:
                aside.append(str(error))
                if (press := press_in(payload)) is not None:
                    self._services.pressed.let_rest(self._app.bot, press)
        if aside:
            self._services.store.tally.count_set_aside(len(aside))
            named = ", ".join(aside[:MOST_NAMED]) + (" …" if len(aside) > MOST_NAMED else "")
            self._seldom.warn("set aside", "%s updates cannot be read and are set aside: %s", len(aside), named)
        return readable

    def _begin_update(self, key: int, update: Update) -> asyncio.Task[None]:
        return self._begin({key: update}, functools.partial(self._app.process_update, update))

    def _begin(self, updates: Mapping[int, Update], work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._handle(updates, work))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        if len(self._tasks) >= MOST_UNDER_WAY:
            self._room.clear()
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if len(self._tasks) < MOST_UNDER_WAY:
            self._room.set()

    async def _handle(self, updates: Mapping[int, Update], work: Callable[[], Awaitable[None]]) -> None:
        """Do the work that updates of one queue give rise to, in their turn, and count them as handled."""
        async with self._order.turn(next(iter(updates.values()))):
            with handling.begun() as handled:
                try:
                    await work()
                except Exception as error:  # an update that cannot be handled must not come again for ever
                    self._seldom.warn("handling", "%s while an update was handled", name_of(error), level=logging.ERROR)
            self._mark(updates)
            said = handled.outgoing
            if self._is_late(updates.values()):
                said = [dataclasses.replace(each, is_late=True) for each in said]
            self._services.outbox.keep(said)  # in the same transaction

    def _is_late(self, updates: Iterable[Update]) -> bool:
        """Whether all of these tell of messages of some time ago."""
        said = [update.message or update.channel_post for update in updates]
        return all(each is not None and self._clock() - each.date.timestamp() > LATE_S for each in said)

    def _mark(self, keys: Iterable[int]) -> None:
        """Count updates as handled; those that cannot be now are when the database works again."""
        for key in keys:
            end = self._services.store.inbox.handled(key)
            end.add_done_callback(functools.partial(self._see_marked, key))

    def _see_marked(self, key: int, end: asyncio.Future[None]) -> None:
        if not end.cancelled() and (error := end.exception()) is not None:
            self._unmarked.add(key)
            self._seldom.warn("marking", "Updates cannot be counted as handled yet: %s", error)

    def _take_unmarked(self) -> set[int]:
        unmarked, self._unmarked = self._unmarked, set()
        return unmarked

    async def _apologise(self, updates: Sequence[Update]) -> None:
        """Say sorry to whoever asked last in a chat, if anybody did."""
        for update in reversed(updates):
            message = update.message or update.channel_post
            if message is not None and speaks_to(message, self._app.bot):
                translate = await translator_of(self._services, message)
                await send_text(message, translate(messages.MISSED))
                return
