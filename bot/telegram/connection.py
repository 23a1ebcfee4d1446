"""How the bot calls Telegram: at the pace that Telegram asks for, again where a call certainly had no effect.

The limits are those of https://core.telegram.org/bots/faq: about 30 messages a second over all, one a second in a
chat (short bursts are let pass), 20 a minute in a group.
"""

from __future__ import annotations

import asyncio
import collections
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any, Final

import httpx
from aiolimiter import AsyncLimiter
from telegram.error import NetworkError
from telegram.ext import AIORateLimiter
from telegram.request import BaseRequest, HTTPXRequest

RETRIES: Final = 3
"""How often a call is repeated that Telegram has told to wait."""
PAUSES: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds before a call is made again that met a server in trouble."""
CONNECTIONS: Final = 24
"""Calls under way at once: enough for Telegram's pace at an answer a second each."""
A_SECOND, A_GROUPS_MINUTE = 25, 18
"""Messages a second over all, and a minute in a group: somewhat fewer than Telegram lets pass, since what is sent at an
even pace does not arrive at one."""
WAIT_S: Final = 30.0
"""Seconds to wait for Telegram's answer: a message is not given up for a slow minute."""
BURST: Final = 3
"""Messages that a private chat may get at once, before one a second."""

_SENDING: Final = ("sendMessage", "sendPhoto", "sendDocument")
"""Methods whose repetition would say something twice."""
_TROUBLE: Final = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE)
"""What a server says that has done nothing; after a gateway's time-out one cannot know."""
_NEVER_ARRIVED: Final = (httpx.ConnectError, httpx.ConnectTimeout)
_CHATS: Final = 2_000
"""Private chats whose pace is remembered; who has been longest without a message goes first."""

_Call = Callable[..., Coroutine[Any, Any, Any]]


class Pace(AIORateLimiter):
    """The library's limiter, which also keeps to the pace of each private chat."""

    __slots__ = ("_private",)

    def __init__(self) -> None:
        """Keep to Telegram's limits."""
        super().__init__(overall_max_rate=A_SECOND, group_max_rate=A_GROUPS_MINUTE, max_retries=RETRIES)
        self._private: collections.OrderedDict[int, AsyncLimiter] = collections.OrderedDict()

    async def process_request(
        self,
        callback: _Call,
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401
        """Make the call when it is due."""
        chat = data.get("chat_id")
        if isinstance(chat, int) and chat > 0 and endpoint in _SENDING:
            await self._limiter(chat).acquire()
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def _limiter(self, chat: int) -> AsyncLimiter:
        limiter = self._private.setdefault(chat, AsyncLimiter(BURST, BURST))
        self._private.move_to_end(chat)
        while len(self._private) > _CHATS:
            self._private.popitem(last=False)
        return limiter


class Connection(BaseRequest):
    """Calls a method again after a while, if it met a server in trouble or no server at all.

    A message that may have arrived is not sent again: rather never than twice. Until it is made `patient`, nothing is
    tried twice, so that whoever starts the bot hears at once what is wrong.

    Each line has its own client: a client looks through all of its connections and calls at every call, which would
    cost more than the call itself. The line used last is taken first, since it is still open.
    """

    __slots__ = ("_free", "_lines", "patient")

    def __init__(self) -> None:
        """Make up to `CONNECTIONS` calls at once."""
        trust = {"verify": httpx.create_ssl_context()}
        self._lines = [
            HTTPXRequest(1, read_timeout=WAIT_S, write_timeout=WAIT_S, httpx_kwargs=trust) for _ in range(CONNECTIONS)
        ]
        self._free: asyncio.LifoQueue[HTTPXRequest] = asyncio.LifoQueue()
        for line in self._lines:
            self._free.put_nowait(line)
        self.patient = False

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer is waited for."""
        return WAIT_S

    async def initialize(self) -> None:
        """Make the lines ready."""
        for line in self._lines:
            await line.initialize()

    async def shutdown(self) -> None:
        """Close the lines."""
        for line in self._lines:
            await line.shutdown()

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        """Make a request; the status and the body of the last answer."""
        for pause in PAUSES if self.patient else ():
            try:
                status, payload = await self._once(url, *args, **kwargs)
            except NetworkError as error:
                sending = url.rpartition("/")[2] in _SENDING
                if sending and not isinstance(error.__cause__, _NEVER_ARRIVED):
                    raise
            else:
                if status not in _TROUBLE:
                    return status, payload
            await asyncio.sleep(pause)
        return await self._once(url, *args, **kwargs)

    async def _once(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        """Make a request once, as soon as a line is free; who has waited longest comes first.

        Whoever gives up waiting lets the call go on: a client that is cut off in the middle of one may hold its
        connection for taken for ever.
        """
        line = await self._free.get()
        call = asyncio.ensure_future(line.do_request(*args, **kwargs))
        call.add_done_callback(lambda _: self._free.put_nowait(line))
        return await asyncio.shield(call)
