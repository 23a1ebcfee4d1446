"""Updates fetched by long polling (https://core.telegram.org/bots/api#getupdates), whatever a server may answer.

A batch counts as fetched, so that Telegram forgets it, when it has been accepted. Where something is wrong, it is asked
for again after a pause that grows with how long the trouble has lasted.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import random
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Annotated, Final, NamedTuple

import httpx
import msgspec
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.telegram.logs import Seldom

LONG_POLL_S: Final = 5
"""Seconds for which Telegram waits for something new; in trouble it is asked for what there is."""
ANSWER_S, MORE_S = 4.0, 8.0
"""Seconds in which an answer has to come, beside those of the long poll; in trouble a twentieth of its time more, for
a line that is slow, within the second of these: whatever hangs is cut."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
"""Seconds from one try to the next: a twelfth of the time that the trouble has lasted, within these, so that its end is
noticed soon."""
LONG_S: Final = 5.0
"""Seconds of trouble after whose end what has waited because of it need wait no longer."""
REFUSED_S: Final = 60.0
"""Seconds for which a token has to be refused until it is taken for a wrong one: a proxy or a server that restarts
refuses all tokens for a while."""
BODY_LIMIT: Final = 2**24
"""Bytes of an answer that are read."""
MOST, FEWER = 100, 10
"""Updates that are asked for at once, and by what that is divided when an answer is too much to be read; when answers
can be read, it is doubled."""
REFUSALS: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)
"""What a server says to a token that it does not know."""
IDLE_S: Final = 0.5
"""Seconds between two answers that hold nothing new: a server may not wait as it is asked to."""
QUIET_S: Final = 24 * 60 * 60.0
"""Seconds without updates, by a clock that may stand still while the machine sleeps or by one that does not, after
which it is asked for whatever there is: after a week Telegram may begin to count anew."""
LEAVING_S: Final = 0.5
"""Seconds that Telegram has, at the end, to hear what has been fetched."""
_LARGEST_NUMBER: Final = 2**53
_NUMBER: Final = re.compile(r'"update_id"\s*:\s*([0-9]{1,15})\b')

logger = logging.getLogger(__name__)


class Fetched(NamedTuple):
    """An update as it was fetched: its number and its JSON."""

    number: int
    payload: str


Accept = Callable[[Sequence[Fetched]], Awaitable[None]]
"""Takes over some updates; when it returns, they need not be sent again."""


class PollError(Exception):
    """Telegram's answer holds no updates. The message says what was wrong, without what came; `status` is that of an
    answer that refuses, `retry_after` how many seconds Telegram wants to be left alone."""

    def __init__(self, message: str, status: int = HTTPStatus.OK, retry_after: float = 0.0) -> None:
        """See above."""
        super().__init__(message)
        self.status, self.retry_after = status, retry_after


class _UnreadableError(PollError):
    """An answer is too much to be read; `numbers` of updates stand in what was read of it."""

    def __init__(self, message: str, body: str) -> None:
        super().__init__(message)
        self.numbers = [int(number) for number in _NUMBER.findall(body)]


class Backoff:
    """The pauses between tries while there is trouble, and for how long there has been."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """No trouble yet; `clock` gives seconds."""
        self._clock = clock
        self._since: float | None = None

    @property
    def lasted(self) -> float | None:
        """Seconds since the trouble began; None without trouble."""
        return None if self._since is None else self._clock() - self._since

    def pause(self) -> float:
        """How many seconds to pause after a try in vain."""
        if self._since is None:
            self._since = self._clock()
        longest = min(max((self.lasted or 0) / 12, FIRST_PAUSE_S), LONGEST_PAUSE_S)
        return longest * random.uniform(0.5, 1)  # noqa: S311  (so that many bots do not come back at once)

    def over(self) -> None:
        """The trouble is over."""
        self._since = None


class _Answer(msgspec.Struct):
    ok: bool
    result: list[msgspec.Raw]


class _Numbered(msgspec.Struct):
    update_id: int


class _Parameters(msgspec.Struct):
    retry_after: Annotated[float, msgspec.Meta(ge=0, le=3600)] = 0.0


class _Refusal(msgspec.Struct):
    description: str = ""
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


def fetched(body: str) -> list[Fetched]:
    """The updates in an answer, without those that have no number. Raises PollError if it is no answer, or if none has.

    >>> fetched('{"ok": true, "result": [{"update_id": 7, "message": {}}, {}]}')
    [Fetched(number=7, payload='{"update_id": 7, "message": {}}')]
    """
    try:
        answer = _decoded(body)
    except RecursionError as error:
        raise _UnreadableError("the answer is nested too deeply", body) from error
    except ValueError as error:  # msgspec's errors and json's
        raise PollError("the answer is not of a form that Telegram gives") from error
    if not answer.ok:
        raise PollError("the answer says that it is none")
    found = [Fetched(number, bytes(raw).decode()) for raw in answer.result if (number := _number(raw)) is not None]
    if answer.result and not found:
        raise PollError("the updates have no numbers")
    return found


def _decoded(body: str) -> _Answer:
    """An answer. What strict JSON does not allow, such as half a letter, is no reason to refuse all else that is in it.
    Raises ValueError, RecursionError."""
    try:
        return msgspec.json.decode(body, type=_Answer)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        lenient = json.dumps(json.loads(body, parse_constant=lambda _: None), ensure_ascii=False)
        return msgspec.json.decode(lenient.encode("utf-8", "replace"), type=_Answer)


def _number(raw: msgspec.Raw) -> int | None:
    try:
        number = msgspec.json.decode(raw, type=_Numbered).update_id
    except (msgspec.DecodeError, RecursionError):
        return None
    return number if 0 <= number < _LARGEST_NUMBER else None


def _refused(status: int, body: str) -> PollError:
    try:
        refusal = msgspec.json.decode(body, type=_Refusal)
    except (msgspec.DecodeError, RecursionError):
        refusal = _Refusal()
    said = "webhook" if "webhook" in refusal.description.lower() else f"status {status}"
    return PollError(said, status, refusal.parameters.retry_after)


def _patience(lasted: float) -> float:
    """Seconds in which an answer has to come when trouble has lasted for so long.

    >>> _patience(0.0), _patience(30.0), _patience(3600.0)
    (4.0, 5.5, 12.0)
    """
    return ANSWER_S + min(lasted / 20, MORE_S)


def _clocks() -> tuple[float, float]:
    """The time by either clock, in seconds."""
    return time.monotonic(), time.time()


class Polling:
    """Fetches updates from a Bot API server until it is cancelled."""

    def __init__(
        self, bot: Bot, allowed: Sequence[str], accept: Accept, recovered: Callable[[], None] = lambda: None
    ) -> None:
        """Fetch these kinds for this bot, and hand them on; call `recovered` after trouble of some length."""
        self._bot, self._allowed, self._accept = bot, json.dumps(allowed), accept
        self._recovered = recovered
        self._url = f"{bot.base_url}/getUpdates"
        self._client = httpx.AsyncClient()
        self._offset = 0
        self._came = _clocks()
        self._backoff = Backoff()
        self._refused_since: float | None = None
        self._limit = MOST
        self._seldom = Seldom(logger)

    async def run(self) -> None:
        """Fetch for ever. Raises InvalidToken if the token stays refused."""
        try:
            while True:
                began = time.monotonic()
                try:
                    updates = await self._ask()
                except (httpx.HTTPError, TimeoutError, PollError) as error:
                    await self._after(error)
                    due = began + self._backoff.pause()  # a try that waited in vain was a pause itself
                    wanted = error.retry_after if isinstance(error, PollError) else 0.0
                    await asyncio.sleep(max(due - time.monotonic(), wanted))
                    continue
                if (self._backoff.lasted or 0.0) >= LONG_S:
                    self._recovered()
                self._backoff.over()
                self._refused_since, self._limit = None, min(2 * self._limit, MOST)
                await self._accept(updates)
                if not self._move_on(updates):
                    await asyncio.sleep(began + IDLE_S - time.monotonic())
        finally:
            await self._leave()

    def _move_on(self, updates: Sequence[Fetched]) -> bool:
        """Go on behind these updates; whether there may be anything behind them. Lower numbers than before are those of
        a server that has begun to count anew."""
        now, before = _clocks(), self._offset
        if updates:
            self._offset = max(number for number, _ in updates) + 1
            self._came = now
        elif any(time_ - came > QUIET_S for time_, came in zip(now, self._came, strict=True)):
            self._offset = 0
        return bool(updates) and self._offset != before

    async def _ask(self) -> list[Fetched]:
        """What there is. Raises httpx.HTTPError, TimeoutError, PollError."""
        lasted = self._backoff.lasted
        long_poll_s = LONG_POLL_S if lasted is None else 0
        within = long_poll_s + _patience(lasted or 0.0)
        given = {
            "offset": str(self._offset),
            "timeout": str(long_poll_s),
            "limit": str(self._limit),
            "allowed_updates": self._allowed,
        }
        body = bytearray()
        async with asyncio.timeout(within):
            async with self._client.stream("POST", self._url, data=given, timeout=within) as answer:
                async for part in answer.aiter_bytes():
                    body += part
                    if len(body) > BODY_LIMIT:
                        raise _UnreadableError("the answer is too long", body.decode("utf-8", "replace"))
        text = body.decode("utf-8", "replace")
        if answer.status_code != HTTPStatus.OK:
            raise _refused(answer.status_code, text)
        return fetched(text)

    async def _after(self, error: Exception) -> None:
        """Say what is wrong, and see to it. Raises InvalidToken."""
        status = error.status if isinstance(error, PollError) else None
        if status == HTTPStatus.CONFLICT and str(error) == "webhook":
            with contextlib.suppress(TelegramError):  # then it will be met again
                await self._bot.delete_webhook()
        elif status == HTTPStatus.CONFLICT:
            self._seldom.warn(
                "conflict", "Another process answers with this token: stop it, or give this one a token of its own"
            )
        else:
            what = error if isinstance(error, PollError) else type(error).__name__
            self._seldom.warn("no updates", "No updates from Telegram, trying again: %s", what)
        if isinstance(error, _UnreadableError) and self._limit == 1:
            self._set_aside(error.numbers)
        if isinstance(error, _UnreadableError | TimeoutError):
            self._limit = max(self._limit // FEWER, 1)
        if status not in REFUSALS:
            self._refused_since = None
        elif self._refused_since is None:
            self._refused_since = time.monotonic()
        elif time.monotonic() - self._refused_since >= REFUSED_S:
            await doubt_token(self._bot)

    def _set_aside(self, numbers: Sequence[int]) -> None:
        """Go on behind the one update that was asked for; if its number cannot be seen, behind the next one there may
        be."""
        number = next((number for number in numbers if number >= self._offset), self._offset)
        self._seldom.warn("set aside", "An update cannot be read and is set aside: number %s", number)
        self._offset = number + 1

    async def _leave(self) -> None:
        """Let Telegram know what has been fetched: it is not to be sent to whoever comes next."""
        try:
            if self._offset:
                async with asyncio.timeout(LEAVING_S):
                    given = {
                        "offset": str(self._offset),
                        "timeout": "0",
                        "limit": "1",
                        "allowed_updates": self._allowed,
                    }
                    await self._client.post(self._url, data=given)
        except (httpx.HTTPError, TimeoutError) as error:
            logger.debug("Telegram could not be told what has been fetched: %s", type(error).__name__)
        finally:
            await self._client.aclose()


async def greet(bot: Bot, stop: asyncio.Event) -> None:
    """Learn who the bot is, for as long as it takes to know whether its token is right. Raises InvalidToken if it stays
    refused, another TelegramError if Telegram cannot be reached."""
    backoff, seldom = Backoff(), Seldom(logger)
    while not stop.is_set():
        try:
            await bot.initialize()
        except InvalidToken:
            pause = backoff.pause()
            if backoff.lasted is not None and backoff.lasted >= REFUSED_S:
                raise
            seldom.warn("refused", "TELEGRAM_BOT_TOKEN is not accepted; asking again for %.0f s", REFUSED_S)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
        else:
            return


async def doubt_token(bot: Bot) -> None:
    """Ask whose token it is. Raises InvalidToken if it is nobody's."""
    try:
        await bot.get_me()
    except InvalidToken:
        raise
    except TelegramError as error:  # another trouble, which says nothing about the token
        logger.debug("Nobody says whose token it is: %s", type(error).__name__)
