"""What is remembered about a chat: for now in memory only, what each person in it talked about last."""

from __future__ import annotations

import collections
import time
from collections.abc import Callable, Hashable
from typing import Final

from bot.replies import Context

LIFETIME: Final = 15 * 60.0
"""Seconds after which a conversation is over."""
LIMIT: Final = 10_000
"""Conversations kept at most; the one longest unchanged goes first."""


class Contexts:
    """The contexts of the conversations going on, by whatever names a conversation."""

    def __init__(
        self, limit: int = LIMIT, lifetime: float = LIFETIME, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep at most `limit` contexts, each for `lifetime` seconds of `clock` after its last change."""
        self._limit, self._lifetime, self._clock = limit, lifetime, clock
        self._kept: collections.OrderedDict[Hashable, tuple[float, Context]] = collections.OrderedDict()

    def __len__(self) -> int:
        """How many contexts are kept, those that are over but not yet let go included."""
        return len(self._kept)

    def get(self, conversation: Hashable) -> Context:
        """What this conversation was about; an empty context if it is new or over."""
        changed, context = self._kept.get(conversation, (0.0, Context()))
        if conversation in self._kept and self._clock() - changed >= self._lifetime:
            del self._kept[conversation]
            return Context()
        return context

    def put(self, conversation: Hashable, context: Context) -> None:
        """Remember what this conversation is about now."""
        self._kept[conversation] = (self._clock(), context)
        self._kept.move_to_end(conversation)
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)
