"""The Telegram bot: its handlers put together, and its life from start to stop."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import os
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
from telegram import Message, Update
from telegram.error import Forbidden, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes

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
from bot.telegram.addressing import speaks_to
from bot.telegram.connection import Connection
from bot.telegram.feeds import look_at_feeds
from bot.telegram.freshness import stay_fresh
from bot.telegram.incoming import Incoming
from bot.telegram.pace import Pace
from bot.telegram.polling import Polling, greet
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

DONE, WRONG_SETTING, START_AGAIN = 0, 2, 3
"""Exit statuses: stopped as it was told to; wrong usage or set-up; trouble after which a supervisor should start it
again."""
HANDLING_S, SAYING_S, LEAVING_S = 4.0, 3.0, 1.0
"""Seconds that are left, when the bot is told to stop, to what is being handled, to what is to be said, then to its
other parts: with what lies between, less than ten in all."""
ENDING_S: Final = 9.5
"""Seconds after being told to stop after which the process is ended, whatever may be stuck in it (a name that is being
looked up, a disk that hangs): what matters is on disk by then."""


class PartError(Exception):
    """A part of the bot has come to an end by an error, which is the cause of this one."""


def run(settings: Settings, index: Index, base: Path, reader: SentenceReader | None = None) -> int:
    """Answer in Telegram until SIGINT or SIGTERM, from an index of the base in this folder, by the reader if one is
    given.

    Returns the exit status: 0, 2 with a missing or wrong token or setting, 3 in trouble that may be over when it is
    started again, as without a connection to Telegram or the database at the start. Each is said in one line on stderr.
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
        return _fail(str(error), START_AGAIN)
    except InvalidToken:
        return _fail(
            f"TELEGRAM_BOT_TOKEN is not accepted by {settings.api_url}: get the right one from @BotFather",
            WRONG_SETTING,
        )
    except httpx.InvalidURL as error:
        return _fail(
            redaction.hide(f"{settings.api_url} is no address ({error}): see to TELEGRAM_API_URL"), WRONG_SETTING
        )
    except TelegramError as error:
        return _fail(
            redaction.hide(f"{settings.api_url} cannot be reached ({error}): see to the network or TELEGRAM_API_URL"),
            START_AGAIN,
        )
    except PartError as error:
        return _fail(str(error), START_AGAIN)
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


async def serve(settings: Settings, services: Services, stop: asyncio.Event, limiter: Pace | None = None) -> None:
    """Answer until `stop` is set; what has come in by then is still answered, for a few seconds: the rest stays in the
    store. Calls are made at the limiter's pace, which is Telegram's unless another is given.

    Raises InvalidToken (also when the token is withdrawn later), another TelegramError if Telegram cannot be reached
    at the start, httpx.InvalidURL if the address of the server is malformed, StoreError if the database cannot be used,
    PartError if a part of the bot ends by an error.
    """
    take_turns()
    asyncio.get_running_loop().set_exception_handler(_report_stray)
    connection = Connection()
    app = build(settings, services, connection, limiter or Pace())
    async with services.store:
        await greet(app.bot, stop)
        if stop.is_set():
            await app.bot.shutdown()
            return
        async with app:
            connection.patient = True
            logger.info("Answering as @%s", app.bot.username)
            await services.outbox.start(app.bot)
            incoming = Incoming(app, services)
            await incoming.resume()
            await _work(settings, services, app, incoming, stop)
    logger.info("Stopped")


async def _work(settings: Settings, services: Services, app: App, incoming: Incoming, stop: asyncio.Event) -> None:
    """Let the parts of the bot do their work until it is told to stop, or one of them fails. Raises InvalidToken,
    PartError."""
    leaving = asyncio.Event()
    polling = Polling(app.bot, ALLOWED_UPDATES, incoming.accept, services.outbox.resume)
    fetching = asyncio.create_task(polling.run(), name="polling")
    others = {
        asyncio.create_task(subscriptions.deliver_always(services, leaving), name="digests"),
        asyncio.create_task(stay_fresh(services, leaving), name="freshness"),
        asyncio.create_task(_look_at_feeds(settings, services, leaving), name="feeds"),
        asyncio.create_task(menus.keep(app.bot, services, leaving), name="menus"),
    }
    try:
        await _watch({fetching, *others}, stop)
    finally:
        leaving.set()
        fetching.cancel()
        await asyncio.wait((fetching,))
        await incoming.finish(HANDLING_S)
        await services.outbox.stop(SAYING_S)
        _, late = await asyncio.wait(others, timeout=LEAVING_S)
        for task in late:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


async def _look_at_feeds(settings: Settings, services: Services, leaving: asyncio.Event) -> None:
    if services.folder is not None:
        await look_at_feeds(settings.feeds, services.folder.path, 60.0 * settings.feeds_every_minutes, leaving)


async def _watch(parts: set[asyncio.Task[None]], stop: asyncio.Event) -> None:
    """Wait until the bot is told to stop. Raises InvalidToken, or PartError when one of its parts ends by an error."""
    stopped = asyncio.create_task(stop.wait())
    running: set[asyncio.Task[Any]] = {*parts, stopped}
    try:
        while not stopped.done():
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for part in done - {stopped}:
                _raise_failure(part)
    finally:
        stopped.cancel()


def _raise_failure(part: asyncio.Task[None]) -> None:
    error = part.exception()
    if error is None:
        return
    if isinstance(error, InvalidToken):
        raise error
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s ended by %s\n%s", part.get_name(), logs.name_of(error), where)
    raise PartError(f"its {part.get_name()} ended by {logs.name_of(error)}: start it again") from error


def build(settings: Settings, services: Services, connection: Connection, limiter: Pace) -> App:
    """The application with its connections and its handlers, not yet begun."""
    app = (
        ApplicationBuilder()
        .token(bot_token(settings))
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(connection)
        .rate_limiter(limiter)
        .updater(None)
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
    app.add_error_handler(functools.partial(_report, services, logs.Seldom(logger)))


async def _run_until_signal(settings: Settings, services: Services) -> None:
    await serve(settings, services, told_to_stop())


def told_to_stop() -> asyncio.Event:
    """What is set by SIGINT or SIGTERM; from then on this process has `ENDING_S` to end by itself."""
    stop = asyncio.Event()

    def tell() -> None:
        if not stop.is_set():
            stop.set()
            last = threading.Timer(ENDING_S, os._exit, (DONE,))
            last.daemon = True
            last.start()

    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, tell)
    return stop


async def _report(services: Services, seldom: logs.Seldom, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong, without what anybody wrote, and say sorry if it was our own fault."""
    error = context.error
    if isinstance(error, Forbidden):
        seldom.warn("forbidden", "Not allowed to write in a chat any more", level=logging.INFO)
    elif isinstance(error, TelegramError):
        seldom.warn(type(error).__name__, "Telegram refused a call or could not be reached: %s", type(error).__name__)
    elif error is not None:
        places = traceback.format_tb(error.__traceback__)
        name, where = logs.name_of(error), "".join(places)
        trouble = f"{name} {places[-1]}"  # what else goes wrong elsewhere is another trouble
        seldom.warn(trouble, "%s while an update was handled\n%s", name, where, level=logging.ERROR)
        message = update.effective_message if isinstance(update, Update) else None
        if isinstance(message, Message) and speaks_to(message, context.bot):
            with contextlib.suppress(TelegramError):  # as it is, nothing more can be done for this message
                translate = await translator_of(services, message)
                await send_text(message, translate(messages.TROUBLE))


def _report_stray(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what went wrong where nobody waits for it: asyncio itself would log what the error says, too."""
    error = context.get("exception")
    where = "".join(traceback.format_tb(error.__traceback__)) if error is not None else ""
    logger.error("%s in the background\n%s", "Trouble" if error is None else logs.name_of(error), where)


def _fail(message: str, status: int) -> int:
    print(f"onrecord: {message}", file=sys.stderr)
    return status
