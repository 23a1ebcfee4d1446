"""What is to be said is sent, chat by chat in order, until Telegram has taken it; no chat waits for another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import random
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, get_args

from telegram import Bot

from bot.store import Outgoing, StoreError
from bot.store.outbox import Method
from bot.telegram.connection import CONNECTIONS, Connection
from bot.telegram.few import Few
from bot.telegram.gate import Gate
from bot.telegram.logs import Seldom, name_of
from bot.telegram.pace import UNPACED, Pace
from bot.telegram.rates import DIGEST, EDIT, LATE, REPLY
from bot.telegram.refusals import conclude
from bot.telegram.results import Failed, Moved, Outcome, Taken, message_of

if TYPE_CHECKING:
    from bot.telegram.services import Services

logger = logging.getLogger(__name__)

ROOM: Final = 5_000
"""Messages that may wait before no further updates are taken."""
MOST_UNSURE: Final = 20
"""How often a message is sent of which nobody knows whether it arrived."""
LAST_CALLS_S: Final = 0.7
"""Seconds that are left, in the end, to calls under way."""
SLOW_S: Final = 3.0
"""Seconds without an answer after which a call counts as failing, though it is not given up."""
FIRST_PAUSE_S: Final = 0.5
"""Seconds after which a chat's message is tried again; each pause is twice as long as the one before, up to a limit."""
SHORT_S, LONG_S, OFTEN = 4.0, 30.0, 60
"""That limit in seconds, and what it is for a message that was tried so often in vain."""
UNSURE_SHORT_S, UNSURE_LONG_S, UNSURE_OFTEN = 8.0, 60.0, 12
"""The same where a message may have arrived each time."""


class Outbox:
    """Sends what waits in the store."""

    def __init__(self, services: Services) -> None:
        """Send what waits in the store of these services."""
        self._services = services
        self._gates = {method: Gate(self.resume) for method in get_args(Method)}
        self._pace = Pace(UNPACED)
        self._bot: Bot | None = None
        self._senders: dict[int, asyncio.Task[None]] = {}
        self._news: dict[int, asyncio.Event] = {}
        self._calling: set[int] = set()
        self._slow: dict[int, asyncio.Future[Outcome]] = {}
        self._unnoted = Few(CONNECTIONS)
        self._resume_at: dict[int, float] = {}
        self._resumed = -math.inf
        self._seldom = Seldom(logger)

    def keep(self, outgoing: Sequence[Outgoing]) -> None:
        """Keep what is to be said, and say it as soon as it is in the database: what is written without an await in
        between is in the same transaction. If the database cannot be written, it is said all the same."""
        if not outgoing:
            return
        written, kept = self._services.store.outbox.keep(outgoing)
        chats = dict.fromkeys(each.chat for each in kept)
        written.add_done_callback(lambda _: self.begin(chats))

    async def room(self) -> None:
        """Wait as long as too much waits to be said."""
        while len(self._services.store.outbox) > ROOM:
            await asyncio.sleep(0.05)

    async def start(self, bot: Bot) -> None:
        """Begin to send, with what an earlier process left."""
        self._bot = bot
        if isinstance(limiter := getattr(bot, "rate_limiter", None), Pace):
            self._pace = limiter
            self._unnoted = Few(1 if limiter.is_paced else CONNECTIONS)
        if arrived := self._services.store.outbox.arrived:
            logger.info("%d messages were on their way when the bot ended: they are not sent again", arrived)
        self.begin(self._services.store.outbox.chats())

    async def stop(self, seconds: float) -> None:
        """Go on for so long if anything waits, then leave the rest in the store."""
        until = time.monotonic() + seconds
        await self._services.pressed.stop(seconds / 2)
        while len(self._services.store.outbox) and time.monotonic() < until - LAST_CALLS_S:
            await asyncio.sleep(0.02)
        self._bot = None
        if under_way := [self._senders[chat] for chat in self._calling]:
            await asyncio.wait(under_way, timeout=LAST_CALLS_S)
        senders = list(self._senders.values())
        for sender in senders:
            sender.cancel()
        await asyncio.gather(*senders, return_exceptions=True)
        if waiting := len(self._services.store.outbox):
            logger.info("%d messages wait for the next start", waiting)

    def begin(self, chats: Iterable[int]) -> None:
        """Let what waits in these chats be sent."""
        for chat in chats:
            if chat in self._senders:
                self._news[chat].set()
            elif self._bot is not None:
                self._news[chat] = asyncio.Event()
                self._senders[chat] = asyncio.create_task(self._send_all(self._bot, chat))

    def resume(self) -> None:
        """Telegram works again: nobody waits any longer because of a failure before, or of a call from then that is
        without an answer."""
        self._resumed = time.monotonic()
        self._resume_at.clear()
        for saying in self._slow.values():
            saying.cancel()
        for news in self._news.values():
            news.set()

    async def rest(self, chat: int) -> None:
        """Wait until nothing that was to be said in a chat is on its way."""
        while chat in self._calling:
            await asyncio.sleep(0.05)

    async def _send_all(self, bot: Bot, chat: int) -> None:
        """Send what waits in a chat until nothing does."""
        waiting = self._services.store.outbox
        tries = 0
        try:
            while (outgoing := waiting.first(chat)) is not None and self._bot is bot:
                priority = _priority(outgoing)
                resume = self._resume_at.get(chat, 0.0) - time.monotonic()
                if (wait := max(resume, self._pace.wait(chat, priority))) > 0:
                    await self._sleep(chat, wait)
                    continue
                gate = self._gates[outgoing.method]
                if priority == REPLY and (tries or outgoing.is_late or not gate.is_open):
                    priority = LATE
                await gate.passed(tries)
                async with self._pace.turn(chat, priority):
                    latest = waiting.first(chat)
                    if latest is None or latest.method != outgoing.method or self._bot is not bot:
                        continue  # something more urgent has come, or nothing waits any more
                    began = time.monotonic()
                    outcome = await self._call(bot, latest)
                    if waiting.has(latest):
                        tries = await self._follow(latest, outcome, tries, began)
        except Exception as error:  # a fault of ours must not end in silence; what waits is tried with what comes next
            logger.error("%s while something was to be said", name_of(error))  # noqa: TRY400  (it may hold the text)
        finally:
            del self._senders[chat], self._news[chat]
            self._resume_at.pop(chat, None)

    async def _sleep(self, chat: int, seconds: float) -> None:
        """Wait for so long, or until there are news for a chat."""
        news = self._news[chat]
        news.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(news.wait(), seconds)

    async def _call(self, bot: Bot, outgoing: Outgoing) -> Outcome:
        """Say something once; what became of it."""
        form = {**outgoing.form, "chat_id": str(outgoing.chat)}
        if outgoing.message is not None:
            form["message_id"] = str(outgoing.message)
        connection, waiting = bot.request, self._services.store.outbox
        assert isinstance(connection, Connection)  # noqa: S101  (the application is built with one)
        self._calling.add(outgoing.chat)
        try:
            async with self._unnoted.begun() as noted:
                url = f"{bot.base_url}/{outgoing.method}"
                said = connection.say(url, form, lambda: waiting.sent(outgoing).add_done_callback(noted))
                outcome = await self._patiently(outgoing, asyncio.ensure_future(said))
        except asyncio.CancelledError:
            waiting.doubted(outgoing)
            raise
        finally:
            self._calling.discard(outgoing.chat)
        if isinstance(outcome, Taken) and outgoing.message is None and message_of(outcome.result) is None:
            return Failed("a result of another form", unsure=True)
        return outcome

    async def _patiently(self, outgoing: Outgoing, saying: asyncio.Future[Outcome]) -> Outcome:
        """What becomes of a call; one that is slow is given up when Telegram works again."""

        def wonder() -> None:
            self._slow[outgoing.chat] = saying
            self._gates[outgoing.method].unanswered(outgoing.chat, SLOW_S)
            self._services.store.outbox.doubted(outgoing)

        timer = asyncio.get_running_loop().call_later(SLOW_S, wonder)
        try:
            await asyncio.wait((saying,))
            return Failed("no answer", unsure=True) if saying.cancelled() else saying.result()
        finally:
            timer.cancel()
            saying.cancel()
            self._slow.pop(outgoing.chat, None)

    async def _follow(self, outgoing: Outgoing, outcome: Outcome, tries: int, began: float) -> int:
        """See to what follows from a call; how often what is next in the chat has been tried in vain."""
        waiting = self._services.store.outbox
        if isinstance(outcome, Failed):
            self._failed(outgoing, outcome, tries, began)
            return tries + 1
        self._gates[outgoing.method].succeeded()
        try:
            if isinstance(outcome, Taken):
                await asyncio.wait((waiting.taken(outgoing, message_of(outcome.result)),))
            elif isinstance(outcome, Moved):
                await self._move(outgoing, outcome.chat)
            else:
                await conclude(self._services, outgoing, outcome, self._seldom)
        except StoreError as error:
            self._seldom.warn(
                "store", "What follows from a refusal cannot be written, trying again: %s", name_of(error)
            )
            self._resume_at[outgoing.chat] = time.monotonic() + SHORT_S
        return 0

    def _failed(self, outgoing: Outgoing, failed: Failed, tries: int, began: float) -> None:
        waiting, chat, unsure = self._services.store.outbox, outgoing.chat, outgoing.unsure + failed.unsure
        if failed.retry_after is not None:
            self._pace.hold(chat, failed.retry_after)
        elif began < self._resumed:  # it says nothing of what is now
            self._resume_at[chat] = time.monotonic() + FIRST_PAUSE_S
        else:
            self._resume_at[chat] = time.monotonic() + _pause(tries, unsure)
        if began >= self._resumed:
            self._gates[outgoing.method].failed(chat, failed.reason, failed.retry_after)
        self._seldom.warn("failed", "A message waits and is tried again: %s", failed.reason)
        if waiting.is_too_old(outgoing):
            self._seldom.warn("old", "What could not be said for a day is said no more")
            waiting.refused(outgoing)
        elif unsure >= MOST_UNSURE and outgoing.message is None:
            self._seldom.warn("unsure", "A message that may have arrived each time is sent no more")
            waiting.refused(outgoing)
        else:
            waiting.failed(outgoing, unsure=failed.unsure)

    async def _move(self, outgoing: Outgoing, new: int) -> None:
        """The group has become a supergroup: so has all that is kept of it."""
        services = self._services
        if new == outgoing.chat:
            services.store.outbox.refused(outgoing)
            return
        try:
            await services.store.move_chat(outgoing.chat, new)
        finally:
            self.begin([new])
        services.menus.want(new)
        services.renewed.set()


def _priority(outgoing: Outgoing) -> int:
    if outgoing.delivery is not None:
        return DIGEST
    return REPLY if outgoing.message is None else EDIT


def _pause(tries: int, unsure: int) -> float:
    """Seconds until what has been tried so often before is tried again, with jitter; `unsure` is how often it may have
    arrived."""
    if unsure:
        longest = UNSURE_SHORT_S if unsure < UNSURE_OFTEN else UNSURE_LONG_S
    else:
        longest = SHORT_S if tries < OFTEN else LONG_S
    pause: float = min(FIRST_PAUSE_S * 2 ** min(tries, OFTEN), longest)
    return pause * random.uniform(0.8, 1.0)  # noqa: S311
