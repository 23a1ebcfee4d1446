"""The pace at which Telegram is called, by https://core.telegram.org/bots/faq: about 30 messages a second over all, one
a second in a chat (short bursts are let pass), 20 a minute in a group.

Where Telegram tells to wait, whoever it named waits: the chat, or, of calls that are about no chat, the method.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, Final

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.rates import REPLY, ChatRate, Rates, Slot, Turns

TELEGRAMS: Final = Rates()
UNPACED: Final = None
"""Telegram's rates, and none at all: for a server that has none."""
RETRIES: Final = 3
"""How often a call is made again that Telegram has told to wait."""
PROMPT_S: Final = 8.0
"""Seconds after which nobody waits any more for the answer to a press or to an inline query."""

_SAYING: Final = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText")
"""The methods that Telegram's limits are about."""
_MENUS: Final = ("setMyCommands", "deleteMyCommands")
"""Methods that nobody waits for: called one at a time, when nothing is to be said."""
_PROMPT: Final = ("answerCallbackQuery", "answerInlineQuery", "sendChatAction")
_GIVE_WAY_S: Final = 5.0
"""Seconds for which a menu gives way to messages at most."""
_CHATS: Final = 2_000
"""Chats whose rate is remembered; then those go in which nothing counts any more."""

_Call = Callable[..., Coroutine[Any, Any, Any]]
_Named = tuple[str, int | str | None]
"""Whom Telegram told to wait: a method (all that say something are one) and a chat, if the call was about one."""


class Pace(BaseRateLimiter[int]):
    """The limiter of all calls: of those that the library makes, and of what the outbox sends."""

    def __init__(self, rates: Rates | None = TELEGRAMS, clock: Callable[[], float] = time.monotonic) -> None:
        """Keep to these rates, or to none, by this clock (seconds)."""
        self._rates, self._clock = rates, clock
        self._turns = None if rates is None else Turns(rates.a_second, clock)
        self._chats: dict[int, ChatRate] = {}
        self._held: dict[_Named, float] = {}
        self._menu = asyncio.Lock()

    @property
    def is_paced(self) -> bool:
        """Whether there are any rates."""
        return self._rates is not None

    def wait(self, chat: int, priority: int = REPLY) -> float:
        """Seconds until something may be said in a chat; 0 if it may at once."""
        wait = self._hold_of(_named("sendMessage", chat))
        return wait if self._rates is None else max(wait, self._rate(chat, self._rates).wait(priority, self._clock()))

    @contextlib.asynccontextmanager
    async def turn(self, chat: int, priority: int = REPLY) -> AsyncIterator[None]:
        """Wait for one's turn among all chats; what is said in a chat in the body is counted."""
        slot = Slot(0.0) if self._turns is None else await self._turns.take(priority)
        if self._rates is not None:
            self._rate(chat, self._rates).count(priority, slot)
        try:
            yield
        finally:
            slot.at = self._clock()

    def hold(self, chat: int, seconds: float) -> None:
        """Say nothing in a chat for so long: Telegram wants it."""
        self._hold(_named("sendMessage", chat), seconds)

    async def process_request(
        self,
        callback: _Call,
        args: Any,  # noqa: ANN401  (the library's own signature)
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401
        """Make a call when it is due. Raises RetryAfter if Telegram tells to wait too often, or for too long."""
        chat = data.get("chat_id")
        for attempt in range(RETRIES + 1):
            await self._await_hold(endpoint, chat)
            try:
                async with self._due(endpoint, chat):
                    return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._hold(_named(endpoint, chat), seconds_of(error))
                if attempt == RETRIES:
                    raise
        raise AssertionError

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    @contextlib.asynccontextmanager
    async def _due(self, endpoint: str, chat: object) -> AsyncIterator[None]:
        """The body is run when a call of this method is due."""
        if endpoint in _MENUS:
            async with self._menu:
                await self._give_way()
                yield
        elif endpoint in _SAYING and isinstance(chat, int):
            while (wait := self.wait(chat)) > 0:
                await asyncio.sleep(wait)
            async with self.turn(chat):
                yield
        else:
            yield

    async def _give_way(self) -> None:
        until = self._clock() + _GIVE_WAY_S
        while self._turns and self._clock() < until:
            await asyncio.sleep(0.1)

    async def _await_hold(self, endpoint: str, chat: int | str | None) -> None:
        """Wait until Telegram takes calls of this method again. Raises RetryAfter if nobody waits for so long."""
        while (wait := self._hold_of(_named(endpoint, chat))) > 0:
            if endpoint in _PROMPT and wait > PROMPT_S:
                raise RetryAfter(int(wait) + 1)
            await asyncio.sleep(wait)

    def _hold_of(self, named: _Named) -> float:
        until = self._held.get(named)
        if until is None:
            return 0.0
        if (wait := until - self._clock()) > 0:
            return wait
        del self._held[named]
        return 0.0

    def _hold(self, named: _Named, seconds: float) -> None:
        self._held[named] = max(self._held.get(named, 0.0), self._clock() + seconds)

    def _rate(self, chat: int, rates: Rates) -> ChatRate:
        rate = self._chats.get(chat)
        if rate is None:
            self._let_go()
            rate = self._chats[chat] = ChatRate(rates, is_group=chat < 0)
        return rate

    def _let_go(self) -> None:
        if len(self._chats) >= _CHATS:
            now = self._clock()
            for chat in [chat for chat, rate in self._chats.items() if rate.is_idle(now)]:
                del self._chats[chat]


def seconds_of(error: RetryAfter) -> float:
    """For how long Telegram tells to wait."""
    seconds = error.retry_after
    return float(seconds) if isinstance(seconds, int) else seconds.total_seconds()


def _named(endpoint: str, chat: int | str | None) -> _Named:
    return ("" if endpoint in _SAYING else endpoint), chat
