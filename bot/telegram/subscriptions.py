"""/subscribe and /unsubscribe, and the digests of new meetings: in order, never twice, not in a chat's quiet hours."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
import logging
import zoneinfo
from collections.abc import Collection, Sequence
from typing import Any, Final

from telegram import Bot, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import BaseHandler

from bot.index import MeetingEntry
from bot.store import ChatSettings, StoreError, Subscription
from bot.telegram.addressing import thread_of, without_address
from bot.telegram.commands import by_administrators, command
from bot.telegram.logs import name_of
from bot.telegram.membership import move_chat
from bot.telegram.sending import says, send, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import ENGLISH, Translator, cards, messages, translator_for

logger = logging.getLogger(__name__)

LOOK_EVERY_S: Final = 60.0
"""Seconds between two looks at whether a chat's quiet hours are over."""

_Place = tuple[int, int | None]
"""A chat, and a topic of it."""

_NO_CHAT: Final = ("chat not found", "topic_closed", "message thread not found", "not enough rights", "kicked")
"""What Telegram says of a place that cannot be written to any more."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of both commands."""
    return [
        command(services, "subscribe", by_administrators(_subscribe)),
        command(services, "unsubscribe", by_administrators(_unsubscribe)),
    ]


async def deliver_always(services: Services, bot: Bot, leaving: asyncio.Event) -> None:
    """Deliver what is new, now and whenever the library is renewed or quiet hours end, until the bot is leaving; what
    is being sent then is sent."""
    left = asyncio.create_task(leaving.wait())
    waiting: Collection[_Place] | None = None  # all of them
    while not leaving.is_set():
        if services.renewed.is_set():
            services.renewed.clear()
            waiting = None
        now = datetime.datetime.now(datetime.UTC)
        try:
            subscribed = await services.store.subscriptions.all()
            due = [each for each in subscribed if waiting is None or _place(each) in waiting]
            waiting = await deliver(services, bot, now, due, leaving)
        except StoreError as error:
            logger.warning("Subscriptions cannot be read, trying again: %s", name_of(error))
            waiting = None
        pause = LOOK_EVERY_S if waiting or waiting is None else None
        renewed = asyncio.create_task(services.renewed.wait())
        await asyncio.wait((renewed, left), timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        renewed.cancel()
    left.cancel()


async def deliver(
    services: Services, bot: Bot, now: datetime.datetime, due: Sequence[Subscription], leaving: asyncio.Event
) -> Collection[_Place]:
    """Send subscriptions the digests that they have not had, the earliest meeting first; chats do not wait for each
    other. Returns where to look again before anything is new: it is quiet there, or Telegram wants no more for now."""
    done = await asyncio.gather(
        *(_deliver_to(services, bot, each, now, leaving) for each in due), return_exceptions=True
    )
    for result in done:
        if isinstance(result, Exception):
            logger.error("A digest was not delivered: %s", name_of(result))
    return {_place(each) for each, result in zip(due, done, strict=True) if result is not True}


def _place(subscription: Subscription) -> _Place:
    return subscription.chat, subscription.thread


def is_quiet(settings: ChatSettings, now: datetime.datetime) -> bool:
    """Whether a chat wants no digest at this time (with its zone)."""
    if settings.quiet is None:
        return False
    try:
        zone = zoneinfo.ZoneInfo(settings.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):  # a zone that this machine's tables lack
        zone = zoneinfo.ZoneInfo("UTC")
    there = now.astimezone(zone)
    minute = there.hour * 60 + there.minute
    start, end = settings.quiet
    return start <= minute < end if start < end else minute >= start or minute < end


async def _deliver_to(
    services: Services, bot: Bot, to: Subscription, now: datetime.datetime, leaving: asyncio.Event
) -> bool:
    """Deliver to one chat or topic; whether nothing is left for later."""
    settings = await services.store.chats.settings(to.chat)
    if is_quiet(settings, now):
        return False
    translate = translator_for(settings.language)
    delivered = await services.store.subscriptions.delivered(to.chat, to.thread)
    library = services.library
    reported = {_event(meeting) for meeting in library.meetings() if meeting.article in delivered}
    for meeting in reversed(library.meetings()):
        if meeting.article in delivered:
            continue
        if to.wanted and not await services.look_up(library.is_about, meeting.article, to.wanted):
            continue
        digest = await services.look_up(library.digest, meeting.article)
        if leaving.is_set():
            return False
        if digest is None or not await services.store.subscriptions.claim(to.chat, to.thread, meeting.article):
            continue
        if _event(meeting) in reported:
            continue
        reported.add(_event(meeting))
        try:
            await send(
                bot, to.chat, to.thread, cards.digest_message(digest, translate(messages.DIGEST_TITLE), translate)
            )
        except TelegramError as error:
            if not await _after_refusal(services, bot, to, meeting.article, error):
                return not isinstance(error, RetryAfter)
    return True


def _event(meeting: MeetingEntry) -> tuple[str, ...]:
    """What all articles on one meeting have in common; one without a date is taken for the only one on its meeting."""
    return (meeting.name.casefold(), meeting.date) if meeting.date else (meeting.article,)


async def _after_refusal(services: Services, bot: Bot, to: Subscription, article: str, error: TelegramError) -> bool:
    """See to it that nothing is lost or sent twice when Telegram refused a digest; whether to go on with this chat."""
    if isinstance(error, ChatMigrated):
        await services.store.subscriptions.release(to.chat, to.thread, article)
        await move_chat(services, bot, to.chat, error.new_chat_id)
        services.renewed.set()
    elif isinstance(error, Forbidden):
        await services.store.forget_chat(to.chat)
    elif isinstance(error, BadRequest) and says(error, *_NO_CHAT):
        await services.store.subscriptions.unsubscribe(to.chat, to.thread)
    elif isinstance(error, RetryAfter):
        await services.store.subscriptions.release(to.chat, to.thread, article)
    else:
        # It may have arrived: it is not sent again, but the next one may be.
        logger.warning("A digest may not have arrived: %s", type(error).__name__)
        return isinstance(error, BadRequest)
    return False


async def _subscribe(services: Services, update: Update, message: Message) -> None:
    translate = await translator_of(services, message)
    await _keep_language(services, message, translate)
    wanted = without_address(message, message.get_bot()) or None
    on_record = [meeting.article for meeting in services.library.meetings()]
    await services.store.subscriptions.subscribe(Subscription(message.chat_id, thread_of(message), wanted), on_record)
    said = translate(messages.SUBSCRIBED_FILTER, filter=wanted) if wanted else translate(messages.SUBSCRIBED)
    await send_text(message, said)


async def _keep_language(services: Services, message: Message, translate: Translator) -> None:
    """Nobody speaks when a digest comes: in private it comes in the language that the person spoke when subscribing."""
    settings = await services.store.chats.settings(message.chat_id)
    if message.chat.type == ChatType.PRIVATE and settings.language is None and translate.language != ENGLISH.language:
        await services.store.chats.set_settings(
            message.chat_id, dataclasses.replace(settings, language=translate.language)
        )


async def _unsubscribe(services: Services, update: Update, message: Message) -> None:
    translate = await translator_of(services, message)
    ended = await services.store.subscriptions.unsubscribe(message.chat_id, thread_of(message))
    await send_text(message, translate(messages.UNSUBSCRIBED if ended else messages.NOT_SUBSCRIBED))
