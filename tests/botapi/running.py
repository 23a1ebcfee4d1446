"""The real bot, polling a Bot API server in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

from bot.config import Settings
from bot.telegram import app
from bot.telegram.pace import UNPACED, Pace
from bot.telegram.services import Services
from botapi.server import BotApi
from botapi.world import Person

T = TypeVar("T")


class Running:
    """A bot at work from its making to `stop`; `failure` is what ended it otherwise. It calls at no pace but that of
    a limiter that is given."""

    def __init__(self, url: str, token: str, services: Services, limiter: Pace | None = None) -> None:
        self.failure: BaseException | None = None
        self._settings = Settings(token=token, api_url=url)
        self._services = services
        self._limiter = limiter or Pace(UNPACED)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def do(self, action: Callable[[], object]) -> None:
        """Let the bot's thread do something soon."""
        self._loop.call_soon_threadsafe(action)

    def call(self, action: Coroutine[Any, Any, T]) -> T:
        """What something gives that the bot's thread does."""
        return asyncio.run_coroutine_threadsafe(action, self._loop).result(timeout=60)

    def stop(self) -> None:
        """Let it finish what it has begun, and wait for its end."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self.join()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join(timeout=60)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(app.serve(self._settings, self._services, self._stop, self._limiter))
        except BaseException as error:  # handed to the test
            self.failure = error
        finally:
            self._loop.close()


TOKEN = "424242:AAF_example-token-for-the-stand-in0"
BOT = Person(42, "Onrecord", "onrecord_bot", is_bot=True)
MIRA = Person(101, "Mira", "mira")
OMAR = Person(102, "Omar")


@dataclasses.dataclass(frozen=True, slots=True)
class Stage:
    """A server, the bot at work there, and the services that its handlers work with."""

    api: BotApi
    running: Running
    services: Services


@contextlib.contextmanager
def at_work(services: Services, limiter: Pace | None = None, api: BotApi | None = None) -> Iterator[Stage]:
    """A bot that works with these services, at a server of its own or at one that there is already; in the end it
    stops without a failure."""
    with contextlib.ExitStack() as stack:
        server = api or stack.enter_context(BotApi(TOKEN, BOT))
        running = Running(server.url, TOKEN, services, limiter)
        try:
            yield Stage(server, running, services)
        finally:
            running.stop()
        assert running.failure is None
