"""What the handlers of every surface work with: the library, the store, the limits, and who owns the bot."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

from bot.editing import BaseFolder
from bot.library import Library
from bot.shortcuts import BUILT_IN, Shortcut
from bot.store import Store
from bot.telegram.flood import Flood
from bot.telegram.roles import Roles

P = ParamSpec("P")
T = TypeVar("T")

THREADS: Final = 1
"""Questions that are looked up at once: more threads would not answer sooner, for Python runs one at a time, and the
more of them there are the longer the loop waits for its turn."""
TURN_S: Final = 0.0005
"""Seconds after which a question that is looked up lets the loop in."""


@dataclasses.dataclass(slots=True)
class Services:
    """What every handler works with. `renew` puts another library in place while the bot runs; whoever waits for
    `renewed` hears of it. `owners` are the ids of the users that may do everything, `editors` of those that teach;
    `folder` is where the library is read anew from and what is taught is written. `started` is when (Unix time)."""

    library: Library
    store: Store = dataclasses.field(default_factory=Store)
    shortcuts: Sequence[Shortcut] = BUILT_IN
    owners: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()
    folder: BaseFolder | None = None
    flood: Flood = dataclasses.field(default_factory=Flood)
    roles: Roles = dataclasses.field(default_factory=Roles)
    renewed: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    started: float = dataclasses.field(default_factory=time.time)
    _threads: ThreadPoolExecutor = dataclasses.field(default_factory=lambda: ThreadPoolExecutor(THREADS, "question"))

    def renew(self, library: Library) -> None:
        """Answer from this library from now on."""
        self.library = library
        self.renewed.set()

    async def look_up(self, find: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a function finds in the library, in a thread: a hard question must not keep other chats waiting.

        asyncio's own threads are left alone: connections need them, and cannot wait until all questions are answered.
        """
        found = functools.partial(find, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, found)


def take_turns() -> None:
    """Let the threads of this process take turns so short that the loop hardly waits for a question."""
    sys.setswitchinterval(TURN_S)
