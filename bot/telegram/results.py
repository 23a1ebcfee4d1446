"""What a server's answer to a call means, by https://core.telegram.org/bots/api#making-requests: read leniently, since
between the bot and Telegram there are others that answer in forms of their own."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

import msgspec

_NOT_FOR_GOOD: Final = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.CONFLICT,
    HTTPStatus.TOO_MANY_REQUESTS,
)
"""What looks like a refusal and may pass: a proxy that restarts says so, too."""
_MOVED: Final = "upgraded to a supergroup"
_LONGEST_HOLD_S: Final = 24 * 60 * 60.0


@dataclasses.dataclass(frozen=True, slots=True)
class Taken:
    """The call did what it should; this is its result."""

    result: Any


@dataclasses.dataclass(frozen=True, slots=True)
class Moved:
    """The group has become a supergroup, of this id; the call did nothing."""

    chat: int


@dataclasses.dataclass(frozen=True, slots=True)
class Refused:
    """The call did nothing and never will."""

    code: int
    description: str


@dataclasses.dataclass(frozen=True, slots=True)
class Failed:
    """The call did nothing, or nobody knows whether it did (`unsure`), and may be made again, after so many seconds if
    Telegram says so. `reason` is for the log, `code` the status if there was one."""

    reason: str
    unsure: bool = False
    retry_after: float | None = None
    code: int = 0


Outcome = Taken | Moved | Refused | Failed


def read(status: int, payload: bytes) -> Outcome:
    """What an answer with this HTTP status and this body means.

    >>> read(200, b'{"ok":true,"result":7}')
    Taken(result=7)
    >>> read(502, b"<html>")
    Failed(reason='502', unsure=False, retry_after=None, code=502)
    >>> read(200, b"[]").unsure
    True
    """
    try:
        body = msgspec.json.decode(payload)
    except (msgspec.DecodeError, RecursionError):
        body = None
    is_success = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    if isinstance(body, dict) and body.get("ok") is False:
        return _error(status, body)
    if is_success and isinstance(body, dict) and body.get("ok") is True and "result" in body:
        return Taken(body["result"])
    if is_success:
        return Failed("a body of another form", unsure=True)
    return Failed(str(status), unsure=status == HTTPStatus.GATEWAY_TIMEOUT, code=status)


def message_of(result: object) -> int | None:
    """The number of the message that a result is, None if it is none.

    >>> message_of({"message_id": 7}), message_of([]), message_of({"message_id": True})
    (7, None, None)
    """
    number = result.get("message_id") if isinstance(result, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _error(status: int, body: Mapping[str, Any]) -> Outcome:
    given = body.get("error_code")
    code = given if isinstance(given, int) and not isinstance(given, bool) else status
    parameters = body.get("parameters")
    if not isinstance(parameters, dict):
        parameters = {}
    new, wait = parameters.get("migrate_to_chat_id"), parameters.get("retry_after")
    if isinstance(new, int) and not isinstance(new, bool) and new:
        return Moved(new)
    if isinstance(wait, int | float) and not isinstance(wait, bool) and 0 < wait < math.inf:
        return Failed(str(code), retry_after=min(float(wait), _LONGEST_HOLD_S), code=code)
    if _MOVED in str(body.get("description", "")):  # where to, an update will tell
        return Failed("moved", code=code)
    if HTTPStatus.BAD_REQUEST <= code < HTTPStatus.INTERNAL_SERVER_ERROR and code not in _NOT_FOR_GOOD:
        return Refused(code, str(body.get("description", "")))
    return Failed(str(code), unsure=code == HTTPStatus.GATEWAY_TIMEOUT, code=code)
