"""Trouble that a test lets the stand-in be in: what Telegram, or what lies between, answers then."""

from __future__ import annotations

import dataclasses
import itertools
import json
import time
from collections.abc import Iterator
from typing import Literal

from botapi.world import Json

Kind = Literal["429", "500", "502", "reset", "hang", "drip", "garbage", "401", "404"]
KINDS: tuple[Kind, ...] = ("429", "500", "502", "reset", "hang", "drip", "garbage", "401", "404")

GARBAGE: tuple[bytes, ...] = (
    b"null",
    b"[]",
    b'{"ok":true}',
    b"[{}]",
    b'{"ok":true,"result":[{"update_id":"x"}]}',
    b"<html><body>Welcome</body></html>",
)
"""Bodies with status 200 that are none of the Bot API's."""

_DESCRIPTIONS = {
    "429": "Too Many Requests: retry after {seconds}",
    "500": "Internal Server Error",
    "401": "Unauthorized",
    "404": "Not Found",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back instead of an answer: a status and a body; None as the status breaks the connection. What drips
    comes a byte a second, and never to its end."""

    status: int | None
    body: bytes = b""
    drips: bool = False


@dataclasses.dataclass(slots=True)
class Trouble:
    """A kind of trouble of some methods (all if None) and chats (all, and calls about none, if None); `retry_after` is
    in seconds; a call that hangs, or whose answer drips, does so as long as the trouble lasts, or for ever. With `done`
    calls do what they should before they fail. `met` counts the calls that met it."""

    kind: Kind
    methods: frozenset[str] | None = None
    chats: frozenset[int] | None = None
    retry_after: int = 5
    done: bool = False
    for_ever: bool = False
    met: int = 0
    is_over: bool = False
    _bodies: Iterator[bytes] = dataclasses.field(default_factory=lambda: itertools.cycle(GARBAGE))

    def meets(self, method: str, given: Json) -> bool:
        """Whether a call meets this trouble."""
        if self.is_over or (self.methods is not None and method not in self.methods):
            return False
        return self.chats is None or int(given.get("chat_id", 0)) in self.chats

    @property
    def goes_on(self) -> bool:
        """Whether what hangs goes on hanging."""
        return self.for_ever or not self.is_over

    def reply(self) -> Reply:
        """What a call that meets it is answered."""
        self.met += 1
        if self.kind == "hang":
            while self.goes_on:
                time.sleep(0.05)
        if self.kind in ("hang", "reset"):
            return Reply(None)
        if self.kind == "drip":
            return Reply(200, b" " * 100_000, drips=True)
        if self.kind == "garbage":
            return Reply(200, next(self._bodies))
        if self.kind == "502":
            return Reply(502, b"<html><body>Bad Gateway</body></html>")
        code = int(self.kind)
        said: Json = {
            "ok": False,
            "error_code": code,
            "description": _DESCRIPTIONS[self.kind].format(seconds=self.retry_after),
        }
        if code == 429:
            said["parameters"] = {"retry_after": self.retry_after}
        return Reply(code, json.dumps(said).encode())
