"""The Telegram bot: its handlers put together, and its life from start to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
import traceback
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import httpx
from telegram import Message, Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, Application, ApplicationBuilder, ContextTypes
from telegram.request import HTTPXRequest

from bot import dialog, messages, render
from bot.config import ConfigError, Settings, bot_token
from bot.telegram import buttons, commands, group, logs, private
from bot.telegram.desk import Desk
from bot.telegram.sending import send_reply

if TYPE_CHECKING:
    from bot.index import Index

logger = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

ALLOWED_UPDATES: Final = (Update.MESSAGE, Update.CALLBACK_QUERY)
_RETRIES: Final = 3
"""How often a call is repeated that Telegram has told to wait."""

DONE, UNREACHABLE, WRONG_TOKEN = 0, 1, 2


def run(settings: Settings, index: Index) -> int:
    """Answer in Telegram until SIGINT or SIGTERM. Returns the exit status: 0, 1 without a connection at the start,
    2 with a missing or wrong token; both are said in one line on stderr."""
    try:
        token = bot_token(settings)
    except ConfigError as error:
        return _fail(str(error), WRONG_TOKEN)
    redaction = logs.Redaction(token)
    logs.configure(settings.log_level, redaction)
    try:
        asyncio.run(_run_until_signal(settings, desk_of(index)))
    except InvalidToken:
        return _fail(
            f"TELEGRAM_BOT_TOKEN is not accepted by {settings.api_url}: get the right one from @BotFather", WRONG_TOKEN
        )
    except (TelegramError, httpx.InvalidURL) as error:
        return _fail(
            redaction.hide(f"{settings.api_url} cannot be reached ({error}): see to the network or TELEGRAM_API_URL"),
            UNREACHABLE,
        )
    return DONE


def desk_of(index: Index) -> Desk:
    """The desk that answers from this index."""
    return Desk(
        reply=lambda question, context: dialog.reply(question, index, context),
        answer=index.answer,
        meetings=index.meetings,
    )


async def serve(settings: Settings, desk: Desk, stop: asyncio.Event) -> None:
    """Answer until `stop` is set; what was received by then is still answered.

    Raises InvalidToken (also when the token is withdrawn later), another TelegramError if Telegram cannot be reached
    or refuses at the start, httpx.InvalidURL if the address of the server is none.
    """
    polling = _PollingRequest()
    app = (
        ApplicationBuilder()
        .token(bot_token(settings))
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .get_updates_request(polling)
        .rate_limiter(AIORateLimiter(max_retries=_RETRIES))
        .build()
    )
    add_handlers(app, desk)
    async with app:
        await app.bot.set_my_commands(commands.LISTED)
        await app.start()
        assert app.updater is not None  # noqa: S101  (the builder makes one unless told otherwise)
        await app.updater.start_polling(allowed_updates=ALLOWED_UPDATES, error_callback=_log_polling_error)
        logger.info("Answering as @%s", app.bot.username)
        refused = asyncio.create_task(polling.refused.wait())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait((refused, stopped), return_when=asyncio.FIRST_COMPLETED)
        for task in (refused, stopped):
            task.cancel()
        try:
            await app.updater.stop()
        finally:
            await app.stop()
    if polling.refused.is_set():
        raise InvalidToken
    logger.info("Stopped")


def add_handlers(app: App, desk: Desk) -> None:
    """The handlers of all surfaces; of those that fit, the first one takes an update."""
    for surface in (commands, buttons, private, group):
        app.add_handlers(surface.handlers(desk))
    app.add_error_handler(_report)


class _PollingRequest(HTTPXRequest):
    """The connection that polls, and tells when the token is refused: the updater would only fall silent."""

    __slots__ = ("refused",)

    def __init__(self) -> None:
        super().__init__(connection_pool_size=1)
        self.refused = asyncio.Event()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401  (passed on as they are)
        status, payload = await super().do_request(*args, **kwargs)
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self.refused.set()
        return status, payload


async def _run_until_signal(settings: Settings, desk: Desk) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(settings, desk, stop)


async def _report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong, without what anybody wrote, and say sorry if it was our own fault."""
    error = context.error
    if isinstance(error, Forbidden):
        logger.info("Not allowed to write in a chat any more")
    elif isinstance(error, TelegramError):
        logger.warning("Telegram refused a call or could not be reached: %s", type(error).__name__)
    elif error is not None:
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("%s while an update was handled\n%s", type(error).__name__, where)
        message = update.effective_message if isinstance(update, Update) else None
        if isinstance(message, Message):
            with contextlib.suppress(TelegramError):  # as it is, nothing more can be done for this message
                await send_reply(message, render.plain(messages.TROUBLE))


def _log_polling_error(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        logger.warning("Another process answers with this token: stop it, or give this one a token of its own")
    else:
        logger.warning("No updates from Telegram, trying again: %s", type(error).__name__)


def _fail(message: str, status: int) -> int:
    print(f"onrecord: {message}", file=sys.stderr)
    return status
