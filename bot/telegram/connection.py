"""How the bot calls Telegram: over several lines at once, again where a call certainly had no effect."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, Generic, TypeVar

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.telegram.results import Failed, Moved, Outcome, Refused, Taken, read

PAUSES_S: Final = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Seconds before a call is made again that met a server in trouble."""
PATIENCE_S: Final = 8.0
"""Seconds after which a call is not made again: whoever pressed a button waits no longer."""
CONNECTIONS: Final = 24
"""Messages under way at once: enough for Telegram's pace at nearly a second each."""
PROMPT, ASIDE, COURTESY = 16, 8, 4
"""Calls under way at once that somebody waits for at a button or as they type, others, and those that nobody would
miss: each kind has lines of its own, so that none waits for one that takes long."""
WAIT_S, LONGEST_S = 8.0, 10.0
"""Seconds to wait for Telegram's answer, half as long where the call may be made again; and for all of it: it may come
a byte at a time."""

_ONCE: Final = ("sendMessage", "sendPhoto", "sendDocument")
"""Methods whose repetition would say something twice."""
_PROMPT: Final = ("answerCallbackQuery", "answerInlineQuery")
_COURTESY: Final = ("sendChatAction",)
"""Methods that are not worth a second call."""
_NEVER_ARRIVED: Final = (httpx.ConnectError, httpx.ConnectTimeout)

L = TypeVar("L")
T = TypeVar("T")


class Connection(BaseRequest):
    """Calls a method again after a while, if it met a server in trouble or no server at all.

    Until it is made `patient`, nothing is tried twice, so that whoever starts the bot hears at once what is wrong.
    What the outbox says is tried once by each `say`: it has a patience of its own.
    """

    __slots__ = ("_aside", "_courtesy", "_prompt", "_saying", "patient")

    def __init__(self) -> None:
        """Make up to `CONNECTIONS` calls that say something, and so many others of each kind, at once."""
        trust = httpx.create_ssl_context()
        one = httpx.Limits(max_connections=1)
        self._saying = _Lines([httpx.AsyncClient(verify=trust, limits=one, timeout=WAIT_S) for _ in range(CONNECTIONS)])
        self._prompt, self._aside, self._courtesy = (
            _Lines(
                [
                    HTTPXRequest(1, read_timeout=WAIT_S / 2, write_timeout=WAIT_S, httpx_kwargs={"verify": trust})
                    for _ in range(number)
                ]
            )
            for number in (PROMPT, ASIDE, COURTESY)
        )
        self.patient = False

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer is waited for."""
        return WAIT_S / 2

    async def initialize(self) -> None:
        """Make the lines ready."""
        for line in (*self._prompt.all, *self._aside.all, *self._courtesy.all):
            await line.initialize()

    async def shutdown(self) -> None:
        """Close the lines."""
        for client in self._saying.all:
            await client.aclose()
        for line in (*self._prompt.all, *self._aside.all, *self._courtesy.all):
            await line.shutdown()

    async def say(self, url: str, form: Mapping[str, str], written: Callable[[], object]) -> Outcome:
        """Call a method, by its address, with the parameters of a form; what became of it. `written` is called as soon
        as all of the request is on its way. It may last as long as `WAIT_S`, and longer until a line is free."""

        async def trace(event: str, info: object) -> None:
            if event == "http11.send_request_body.complete":
                written()

        try:
            response = await self._saying.use(lambda line: line.post(url, data=form, extensions={"trace": trace}))
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            return Failed(type(error).__name__, unsure=not isinstance(error, _NEVER_ARRIVED))
        return read(response.status_code, response.content)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,  # noqa: ANN401  (the library's own)
        **more: Any,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Make a request; the status and the body of an answer with a result. Raises TelegramError."""
        name = url.rpartition("/")[2]
        lines = self._prompt if name in _PROMPT else self._courtesy if name in _COURTESY else self._aside

        def request(line: HTTPXRequest) -> Awaitable[tuple[int, bytes]]:
            return line.do_request(url, method, request_data, *timeouts, **more)

        until = time.monotonic() + PATIENCE_S
        for pause in PAUSES_S if self.patient and name not in _COURTESY else ():
            try:
                status, payload = await _in_time(lines.use(request))
            except NetworkError as error:
                if name in _ONCE and not isinstance(error.__cause__, _NEVER_ARRIVED):
                    raise
            else:
                outcome = read(status, payload)
                if not _is_worth_another(name, outcome):
                    return status, _with_result(outcome, payload)
            if time.monotonic() + pause >= until:
                break
            await asyncio.sleep(pause)
        status, payload = await _in_time(lines.use(request))
        return status, _with_result(read(status, payload), payload)


class _Lines(Generic[L]):
    """Some lines to Telegram, each with its own client: a client looks through all of its connections and calls at
    every call, which would cost more than the call itself. The line used last is taken first: it is still open."""

    def __init__(self, lines: Sequence[L]) -> None:
        self.all = lines
        self._free: asyncio.LifoQueue[L] = asyncio.LifoQueue()
        for line in lines:
            self._free.put_nowait(line)

    async def use(self, call: Callable[[L], Awaitable[T]]) -> T:
        """Make a call once, as soon as a line is free; who has waited longest comes first. Raises TimeoutError if all
        of the answer has not come after `LONGEST_S`.

        Whoever gives up waiting lets the call go on: a client that is cut off in the middle of one may hold its
        connection for taken for ever.
        """
        line = await self._free.get()

        async def call_in_time() -> T:
            async with asyncio.timeout(LONGEST_S):
                return await call(line)

        under_way = asyncio.ensure_future(call_in_time())

        def end(ended: asyncio.Future[T]) -> None:
            self._free.put_nowait(line)
            if not ended.cancelled():
                ended.exception()  # nobody may wait for it any more

        under_way.add_done_callback(end)
        return await asyncio.shield(under_way)


async def _in_time(answer: Awaitable[T]) -> T:
    """An answer, for the library: raises TimedOut where it takes too long."""
    try:
        return await answer
    except TimeoutError as error:
        raise TimedOut from error


def _is_worth_another(name: str, outcome: Outcome) -> bool:
    """Whether a call is made again that ended so. After 401 and 404 it is not: whoever called knows what they mean for
    this method; after 429 it is the limiter's affair."""
    if not isinstance(outcome, Failed) or outcome.retry_after is not None:
        return False
    if outcome.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
        return False
    return not (outcome.unsure and name in _ONCE)


def _with_result(outcome: Outcome, payload: bytes) -> bytes:
    """The body of an answer with a result. Raises TelegramError if it has none, whatever its HTTP status says."""
    error: TelegramError
    if isinstance(outcome, Taken):
        return payload
    if isinstance(outcome, Moved):
        error = ChatMigrated(outcome.chat)
    elif isinstance(outcome, Refused):
        error = (Forbidden if outcome.code == HTTPStatus.FORBIDDEN else BadRequest)(outcome.description)
    elif outcome.retry_after is not None:
        error = RetryAfter(math.ceil(outcome.retry_after))
    elif outcome.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
        error = InvalidToken(outcome.reason)
    else:
        error = NetworkError(outcome.reason)
    raise error
