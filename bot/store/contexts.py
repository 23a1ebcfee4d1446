"""What each person in a chat talked about last: kept in memory, written to the database now and then."""

from __future__ import annotations

import collections
import time
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from bot.replies import Context
from bot.store.values import Conversation

LIFETIME: Final = 15 * 60.0
"""Seconds after which a conversation is over."""
LIMIT: Final = 10_000
"""Conversations kept at most; the one longest unchanged goes first."""


class KeptContext(NamedTuple):
    """What a conversation is about, and when that changed last, in seconds of the clock that is kept by."""

    conversation: Conversation
    changed: float
    context: Context


class Contexts:
    """The contexts of the conversations going on."""

    def __init__(
        self, limit: int = LIMIT, lifetime: float = LIFETIME, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep at most `limit` contexts, each for `lifetime` seconds of `clock` after its last change."""
        self._limit, self._lifetime, self._clock = limit, lifetime, clock
        self._kept: collections.OrderedDict[Conversation, KeptContext] = collections.OrderedDict()
        self._changed: set[Conversation] = set()

    def __len__(self) -> int:
        """How many contexts are kept, those that are over but not yet let go included."""
        return len(self._kept)

    def get(self, conversation: Conversation) -> Context:
        """What this conversation was about; an empty context if it is new or over."""
        kept = self._kept.get(conversation)
        if kept is None:
            return Context()
        if self._clock() - kept.changed >= self._lifetime:
            self._drop(conversation)
            return Context()
        return kept.context

    def put(self, conversation: Conversation, context: Context) -> None:
        """Remember what this conversation is about now."""
        self._kept[conversation] = KeptContext(conversation, self._clock(), context)
        self._kept.move_to_end(conversation)
        self._changed.add(conversation)
        while len(self._kept) > self._limit:
            self._drop(next(iter(self._kept)))

    def forget(self, conversation: Conversation) -> None:
        """Let this conversation begin anew."""
        self._drop(conversation)

    def forget_where(self, matches: Callable[[Conversation], bool]) -> None:
        """Let all conversations that match begin anew."""
        for conversation in [each for each in self._kept if matches(each)]:
            self._drop(conversation)

    def move_chat(self, old: int, new: int) -> None:
        """Let the conversations of a chat go on in the chat that it has become."""
        for kept in [each for each in self._kept.values() if each.conversation.chat == old]:
            self._drop(kept.conversation)
            moved = kept.conversation._replace(chat=new)
            self._kept[moved] = kept._replace(conversation=moved)
            self._changed.add(moved)

    def restore(self, kept: Iterable[KeptContext]) -> None:
        """Take up conversations of an earlier process: each with its last change by the same clock, oldest first."""
        self._kept.update((each.conversation, each) for each in kept)

    def take_changed(self) -> list[KeptContext]:
        """What has changed since this was last called."""
        changed = [self._kept[each] for each in self._changed if each in self._kept]
        self._changed.clear()
        return changed

    def mark_changed(self, conversations: Iterable[Conversation]) -> None:
        """Count these as changed again: they could not be written."""
        self._changed.update(conversations)

    def _drop(self, conversation: Conversation) -> None:
        self._kept.pop(conversation, None)
        self._changed.discard(conversation)
