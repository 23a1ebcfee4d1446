"""Logging that never shows the bot's token, whoever logs it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from bot.config import LogLevel
from bot.store import StoreError

EVERY_S: Final = 60.0
"""Seconds for which a trouble that goes on is not logged again."""

_HIDDEN = "[token]"
_FORMAT = "%(asctime)s %(name)s %(levelname)s %(message)s"


class Redaction(logging.Filter):
    """Takes a token out of every record that passes: message, exception and stack."""

    def __init__(self, token: str) -> None:
        """Hide this token, as it is and as in a web address, and its secret half by itself."""
        super().__init__()
        self._secrets = (token, quote(token, safe=""), token.partition(":")[2])

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; it is always kept."""
        try:
            said = record.getMessage()
        except (TypeError, ValueError):  # as many arguments as the message does not take: keep what there is
            said = f"{record.msg} {record.args}"
        record.msg, record.args = self.hide(said), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.hide(record.exc_text)
        if record.stack_info:
            record.stack_info = self.hide(record.stack_info)
        return True

    def hide(self, text: str) -> str:
        """The text without the token."""
        for secret in filter(None, self._secrets):
            text = text.replace(secret, _HIDDEN)
        return text


class Seldom:
    """Logs each trouble at most once a minute: the first time at once, later with how often it was met meanwhile."""

    def __init__(self, logger: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        """Log there; `clock` gives seconds."""
        self._logger, self._clock = logger, clock
        self._last: dict[str, float] = {}
        self._kept_back: dict[str, int] = {}

    def warn(self, trouble: str, message: str, *args: object, level: int = logging.WARNING) -> None:
        """Log a message about a trouble, one of few, that this name stands for."""
        now = self._clock()
        if trouble in self._last and now - self._last[trouble] < EVERY_S:
            self._kept_back[trouble] = self._kept_back.get(trouble, 0) + 1
            return
        self._last[trouble] = now
        more = self._kept_back.pop(trouble, 0)
        self._logger.log(level, f"{message} (and {more} more meanwhile)" if more else message, *args)


def name_of(error: BaseException) -> str:
    """An error as it is logged: by its name, since its message may hold what somebody wrote. The store's own errors
    have none of that in their message, which is the name of the driver's error."""
    return str(error) if isinstance(error, StoreError) else type(error).__name__


def configure(level: LogLevel, redaction: Redaction) -> None:
    """Log on stderr from `level` on what our packages do.

    Libraries log what people write, and stack traces of what we report in a line of our own: they are not heard.
    """
    logging.basicConfig(format=_FORMAT)
    for handler in logging.getLogger().handlers:
        handler.addFilter(redaction)
    for name in ("bot", "facts"):
        ours = logging.getLogger(name)
        if not ours.level or ours.level > logging.getLevelNamesMapping()[level.upper()]:
            ours.setLevel(level.upper())
    for name in ("httpx", "telegram"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
