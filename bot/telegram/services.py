"""What the handlers of every surface work with: the library, the store, the limits, and who owns the bot."""

from __future__ import annotations

import asyncio
import dataclasses
import functools
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

from bot.editing import BaseFolder
from bot.library import Library
from bot.matching.reading import SentenceReader
from bot.replies import Answer
from bot.shortcuts import BUILT_IN, Shortcut
from bot.store import Store
from bot.telegram.flood import Flood
from bot.telegram.outbox import Outbox
from bot.telegram.pressed import Pressed
from bot.telegram.roles import Roles
from bot.telegram.wanted import WantedMenus
from bot.wording.press import key_of, named_in

P = ParamSpec("P")
T = TypeVar("T")

THREADS: Final = 1
"""Threads that look things up. More would not answer sooner, since Python runs one thread at a time (its global
interpreter lock), and the event loop would wait longer for its turn."""
READING_THREADS: Final = 1
"""Threads that answer what the reader has to be asked for, which takes tens of milliseconds: apart from the others, so
that nobody's plain question waits for it. The reader lets other threads run meanwhile, and uses the processor alone."""
SWITCH_INTERVAL_S: Final = 0.0001
"""Python's thread switch interval: seconds after which a thread that answers a question lets the event loop run."""
NICENESS: Final = 10
"""How far such a thread stands back behind the event loop where there are more threads than processors."""


def _stand_back() -> None:
    """Let the event loop go before this thread; only Linux tells threads apart."""
    if sys.platform == "linux":
        own = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, own, min(19, os.getpriority(os.PRIO_PROCESS, own) + NICENESS))


@dataclasses.dataclass(slots=True)
class Services:
    """What every handler works with: what questions are answered from and what is remembered.

    `renewed` is set when the library was replaced while the bot runs. `owners` are the ids of the users that may do
    everything, `editors` of those that may teach; `folder` is the base's, which is reloaded and taught, `reader` what
    its library reads with. `outbox` says what is to be said, `pressed` lets buttons rest, `menus` are the chats
    whose commands are to be registered anew. `started` is when the bot was started (Unix time in seconds).
    """

    library: Library
    store: Store = dataclasses.field(default_factory=Store)
    shortcuts: Sequence[Shortcut] = BUILT_IN
    owners: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()
    folder: BaseFolder | None = None
    reader: SentenceReader | None = None
    flood: Flood = dataclasses.field(default_factory=Flood)
    roles: Roles = dataclasses.field(default_factory=Roles)
    renewed: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    started: float = dataclasses.field(default_factory=time.time)
    outbox: Outbox = dataclasses.field(init=False)
    pressed: Pressed = dataclasses.field(default_factory=Pressed)
    menus: WantedMenus = dataclasses.field(default_factory=WantedMenus)
    _threads: ThreadPoolExecutor = dataclasses.field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, "question", _stand_back)
    )
    _reading: ThreadPoolExecutor = dataclasses.field(
        default_factory=lambda: ThreadPoolExecutor(READING_THREADS, "reading", _stand_back)
    )

    def __post_init__(self) -> None:
        """Make the outbox of these services."""
        self.outbox = Outbox(self)

    def renew(self, library: Library) -> None:
        """Replace the library."""
        self.library = library
        self.renewed.set()

    def answer(self, name: str) -> Answer | None:
        """The fact, or the words in a sentence, of this name (see `bot.wording.press.name_of`)."""
        found = self.library.answer(key_of(name))
        return named_in(found, name) if found is not None and found.read else found

    async def look_up(self, find: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function that looks something up, without the reader, in a thread: a hard question must not keep other
        chats waiting.

        asyncio's own threads are left alone: connections need them, and cannot wait until all questions are answered.
        """
        found = functools.partial(find, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, found)

    async def read_up(self, find: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function that may ask the reader, in a thread beside that of `look_up`: those who ask it wait for each
        other only."""
        found = functools.partial(find, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._reading, found)


def take_turns() -> None:
    """Shorten the thread switch interval of this process, so that the event loop hardly waits for a question."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
