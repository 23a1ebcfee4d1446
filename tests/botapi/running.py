"""The real bot, polling a Bot API server in a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from telegram.ext import AIORateLimiter, BaseRateLimiter

from bot.config import Settings
from bot.telegram import app
from bot.telegram.desk import Desk


class Running:
    """A bot at work from its making to `stop`; `failure` is what ended it otherwise. It calls at no pace but that of
    a limiter that is given."""

    def __init__(self, url: str, token: str, desk: Desk, limiter: BaseRateLimiter[Any] | None = None) -> None:
        self.failure: BaseException | None = None
        self._settings = Settings(token=token, api_url=url)
        self._desk = desk
        self._limiter = limiter or AIORateLimiter(0, 0, 0, 0, max_retries=3)
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

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
            self._loop.run_until_complete(app.serve(self._settings, self._desk, self._stop, self._limiter))
        except BaseException as error:  # handed to the test
            self.failure = error
        finally:
            self._loop.close()
