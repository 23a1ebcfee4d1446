"""The Telegram bot: its handlers put together, and its life from start to stop."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
from telegram import Message, Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, BaseRateLimiter, ContextTypes

from bot.config import ConfigError, Settings, bot_token, database_of
from bot.editing import BaseFolder
from bot.library import ready
from bot.matching.reading import SentenceReader
from bot.shortcuts import ShortcutError, all_of
from bot.store import Store, StoreError
from bot.telegram import (
    buttons,
    commands,
    group,
    inline,
    logs,
    membership,
    menus,
    owner,
    privacy,
    private,
    shortcuts,
    subscriptions,
    unanswered,
)
from bot.telegram import settings as settings_
from bot.telegram.connection import Connection, Pace, Polling
from bot.telegram.feeds import look_at_feeds
from bot.telegram.freshness import stay_fresh
from bot.telegram.order import ChatOrder
from bot.telegram.presses import press_handler
from bot.telegram.sending import send_text
from bot.telegram.services import Services, take_turns
from bot.telegram.translators import translator_of
from bot.wording import messages

if TYPE_CHECKING:
    from bot.index import Index

logger = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

ALLOWED_UPDATES: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.EDITED_CHANNEL_POST,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
"""What the surfaces use, and nothing else."""
SURFACES: Final = (
    membership,
    owner,
    unanswered,
    privacy,
    commands,
    settings_,
    subscriptions,
    shortcuts,
    inline,
    private,
    group,
)
"""The modules that have handlers; of the handlers that fit, the first one takes an update."""
ON_PRESS: Final = {**buttons.ON_PRESS, **settings_.ON_PRESS, **unanswered.ON_PRESS}
"""What the buttons of all surfaces do."""

DONE, UNREACHABLE, WRONG_SETTING = 0, 1, 2


def run(settings: Settings, index: Index, base: Path, reader: SentenceReader | None = None) -> int:
    """Answer in Telegram until SIGINT or SIGTERM, from an index of the base in this folder, by the reader if one is
    given.

    Returns the exit status: 0, 1 without a connection to Telegram or the database at the start, 2 with a missing or
    wrong token or setting; each is said in one line on stderr.
    """
    try:
        token = bot_token(settings)
        services = services_of(settings, index, base, reader)
    except (ConfigError, StoreError) as error:
        return _fail(str(error), WRONG_SETTING)
    except ShortcutError as error:
        for problem in error.problems:
            _fail(problem, WRONG_SETTING)
        return WRONG_SETTING
    redaction = logs.Redaction(token)
    logs.configure(settings.log_level, redaction)
    try:
        asyncio.run(_run_until_signal(settings, services))
    except StoreError as error:
        return _fail(str(error), UNREACHABLE)
    except InvalidToken:
        return _fail(
            f"TELEGRAM_BOT_TOKEN is not accepted by {settings.api_url}: get the right one from @BotFather",
            WRONG_SETTING,
        )
    except (TelegramError, httpx.InvalidURL) as error:
        return _fail(
            redaction.hide(f"{settings.api_url} cannot be reached ({error}): see to the network or TELEGRAM_API_URL"),
            UNREACHABLE,
        )
    return DONE


def services_of(settings: Settings, index: Index, base: Path, reader: SentenceReader | None = None) -> Services:
    """The services that answer from this index of the base in this folder, and remember where the settings say.

    Raises ConfigError or StoreError if the URL of the database cannot be used, ShortcutError.
    """
    return Services(
        library=ready(index, reader),
        reader=reader,
        store=Store(database_of(settings), keep_unanswered_days=settings.keep_unanswered_days),
        owners=settings.owners,
        editors=settings.editors,
        folder=BaseFolder(base, index),
        shortcuts=all_of(settings.shortcuts),
    )


async def serve(
    settings: Settings, services: Services, stop: asyncio.Event, limiter: BaseRateLimiter[Any] | None = None
) -> None:
    """Answer until `stop` is set; what was received by then is still answered. Calls are made at the limiter's pace,
    which is Telegram's unless another is given.

    Raises InvalidToken (also when the token is withdrawn later), another TelegramError if Telegram cannot be reached
    or refuses at the start, httpx.InvalidURL if the address of the server is malformed, StoreError if the database
    cannot be used.
    """
    take_turns()
    connection, polling = Connection(), Polling()
    app = build(settings, services, connection, polling, limiter or Pace())
    async with services.store, app:
        await menus.register(app.bot, services)
        connection.patient = True
        await app.start()
        assert app.updater is not None  # noqa: S101  (the builder makes one unless told otherwise)
        await app.updater.start_polling(allowed_updates=ALLOWED_UPDATES, error_callback=_log_polling_error)
        logger.info("Answering as @%s", app.bot.username)
        leaving = asyncio.Event()
        delivering = asyncio.create_task(subscriptions.deliver_always(services, app.bot, leaving))
        freshening = asyncio.create_task(stay_fresh(services, leaving))
        gathering = asyncio.create_task(_look_at_feeds(settings, services, leaving))
        offering = asyncio.create_task(menus.register_chats(app.bot, services, leaving))
        refused = asyncio.create_task(polling.refused.wait())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait((refused, stopped, delivering, freshening), return_when=asyncio.FIRST_COMPLETED)
        for task in (refused, stopped):
            task.cancel()
        leaving.set()
        try:
            await app.updater.stop()
        finally:
            await app.stop()
            await asyncio.gather(delivering, freshening, gathering, offering)
    if polling.refused.is_set():
        raise InvalidToken
    logger.info("Stopped")


async def _look_at_feeds(settings: Settings, services: Services, leaving: asyncio.Event) -> None:
    if services.folder is not None:
        await look_at_feeds(settings.feeds, services.folder.path, 60.0 * settings.feeds_every_minutes, leaving)


def build(
    settings: Settings, services: Services, connection: Connection, polling: Polling, limiter: BaseRateLimiter[Any]
) -> App:
    """The application with its connections and its handlers, not yet begun."""
    app = (
        ApplicationBuilder()
        .token(bot_token(settings))
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(connection)
        .get_updates_request(polling)
        .rate_limiter(limiter)
        .concurrent_updates(ChatOrder())
        .build()
    )
    add_handlers(app, services)
    return app


def add_handlers(app: App, services: Services) -> None:
    """The handlers of all surfaces and, after them all, that of every button; of those that fit, the first one takes an
    update."""
    for surface in SURFACES:
        app.add_handlers(surface.handlers(services))
    app.add_handler(press_handler(services, ON_PRESS))
    app.add_error_handler(functools.partial(_report, services))


async def _run_until_signal(settings: Settings, services: Services) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(settings, services, stop)


async def _report(services: Services, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong, without what anybody wrote, and say sorry if it was our own fault."""
    error = context.error
    if isinstance(error, Forbidden):
        logger.info("Not allowed to write in a chat any more")
    elif isinstance(error, TelegramError):
        logger.warning("Telegram refused a call or could not be reached: %s", type(error).__name__)
    elif error is not None:
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("%s while an update was handled\n%s", logs.name_of(error), where)
        message = update.effective_message if isinstance(update, Update) else None
        if isinstance(message, Message):
            with contextlib.suppress(TelegramError):  # as it is, nothing more can be done for this message
                translate = await translator_of(services, message)
                await send_text(message, translate(messages.TROUBLE))


def _log_polling_error(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        logger.warning("Another process answers with this token: stop it, or give this one a token of its own")
    else:
        logger.warning("No updates from Telegram, trying again: %s", type(error).__name__)


def _fail(message: str, status: int) -> int:
    print(f"onrecord: {message}", file=sys.stderr)
    return status
