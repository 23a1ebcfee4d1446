"""/subscribe and /unsubscribe, and the digests of new meetings: in order, never twice, not in a chat's quiet hours."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
import logging
import zoneinfo
from collections.abc import Collection, Sequence
from typing import Any, Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler

from bot.index import MeetingEntry
from bot.store import ChatSettings, Delivery, StoreError, Subscription
from bot.store.values import LONGEST_FILTER
from bot.telegram.addressing import thread_of, without_address
from bot.telegram.commands import by_administrators, command
from bot.telegram.logs import name_of
from bot.telegram.sending import digest_of, send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import ENGLISH, Translator, cards, messages, translator_for

logger = logging.getLogger(__name__)

LOOK_EVERY_S: Final = 60.0
"""Seconds between two looks at whether a chat's quiet hours are over."""

_Place = tuple[int, int | None]
"""A chat, and a topic of it."""


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of both commands."""
    return [
        command(services, "subscribe", by_administrators(_subscribe)),
        command(services, "unsubscribe", by_administrators(_unsubscribe)),
    ]


async def deliver_always(services: Services, leaving: asyncio.Event) -> None:
    """Deliver what is new, now and whenever the library is renewed or quiet hours end, until the bot is leaving."""
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
            waiting = await deliver(services, now, due, leaving)
        except StoreError as error:
            logger.warning("Subscriptions cannot be read, trying again: %s", name_of(error))
            waiting = None
        pause = LOOK_EVERY_S if waiting or waiting is None else None
        renewed = asyncio.create_task(services.renewed.wait())
        await asyncio.wait((renewed, left), timeout=pause, return_when=asyncio.FIRST_COMPLETED)
        renewed.cancel()
    left.cancel()


async def deliver(
    services: Services, now: datetime.datetime, due: Sequence[Subscription], leaving: asyncio.Event
) -> Collection[_Place]:
    """Hand over to the outbox the digests that subscriptions have not had, the earliest meeting first. Returns where to
    look again before anything is new: it is quiet there, or the database failed."""
    done = await asyncio.gather(*(_deliver_to(services, each, now, leaving) for each in due), return_exceptions=True)
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


async def _deliver_to(services: Services, to: Subscription, now: datetime.datetime, leaving: asyncio.Event) -> bool:
    """Hand over to the outbox what one chat or topic is to be given; whether nothing is left for later."""
    settings = await services.store.chats.settings(to.chat)
    if is_quiet(settings, now):
        return False
    translate = translator_for(settings.language)
    delivered = await services.store.subscriptions.delivered(to.chat, to.thread)
    library = services.library
    reported = {_event(meeting) for meeting in library.meetings() if _is_among(delivered, meeting)}
    for meeting in reversed(library.meetings()):
        if _is_among(delivered, meeting):
            continue
        if to.wanted and not await services.look_up(library.is_about, meeting.article, to.wanted):
            continue
        digest = await services.look_up(library.digest, meeting.article)
        if leaving.is_set():
            return False
        if digest is None:
            continue
        is_reported = _event(meeting) in reported
        claimed = await services.store.subscriptions.claim(to.chat, to.thread, meeting.article, done=is_reported)
        if is_reported or not claimed:
            continue
        reported.add(_event(meeting))
        shown = cards.digest_message(digest, translate(messages.DIGEST_TITLE), translate)
        services.outbox.keep([digest_of(Delivery(to.chat, to.thread, meeting.article), shown)])
    return True


def _is_among(articles: Collection[str], meeting: MeetingEntry) -> bool:
    """Whether a meeting's article is among some, under the id that it has or one that it had."""
    return any(article in articles for article in (meeting.article, *meeting.was))


def _event(meeting: MeetingEntry) -> tuple[str, ...]:
    """What all articles on one meeting have in common; one without a date is taken for the only one on its meeting."""
    return (meeting.name.casefold(), meeting.date) if meeting.date else (meeting.article,)


async def _subscribe(services: Services, update: Update, message: Message) -> None:
    translate = await translator_of(services, message)
    await _keep_language(services, message, translate)
    wanted = without_address(message, message.get_bot())[:LONGEST_FILTER].strip() or None
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
    chat, thread = message.chat_id, thread_of(message)
    ended = await services.store.subscriptions.unsubscribe(chat, thread)
    services.store.outbox.forget_where(
        lambda each: each.delivery is not None and (each.delivery.chat, each.delivery.thread) == (chat, thread)
    )
    await send_text(message, translate(messages.UNSUBSCRIBED if ended else messages.NOT_SUBSCRIBED))
