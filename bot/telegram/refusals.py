"""What follows when Telegram refuses for good to take what is to be said."""

from __future__ import annotations

import dataclasses
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from bot.store import Outgoing
from bot.telegram.logs import Seldom
from bot.telegram.results import Refused

if TYPE_CHECKING:
    from bot.telegram.services import Services

logger = logging.getLogger(__name__)

_AS_WANTED: Final = ("message is not modified",)
_NOTHING_TO_EDIT: Final = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NO_TOPIC: Final = ("message thread not found", "topic_deleted", "topic_id_invalid")
_CLOSED_TOPIC: Final = ("topic_closed",)
_NO_CHAT: Final = ("chat not found", "user is deactivated", "not enough rights", "have no rights", "kicked")
"""What Telegram says (with status 400) of a chat that cannot be written to any more."""


async def conclude(services: Services, outgoing: Outgoing, refused: Refused, seldom: Seldom) -> None:
    """Say it elsewhere in the chat where only its topic is gone; else let it be, and with it what else waits for a chat
    that cannot be written to, and who subscribed there. Raises StoreError, and then changes nothing."""
    waiting, topic = services.store.outbox, "message_thread_id" in outgoing.form
    if outgoing.message is not None and _says(refused, *_AS_WANTED):
        waiting.taken(outgoing, outgoing.message)
    elif outgoing.message is not None and _says(refused, *_NOTHING_TO_EDIT):
        logger.debug("Nothing to edit: %s", refused.description)
        waiting.refused(outgoing)
    elif topic and _says(refused, *_NO_TOPIC, *_CLOSED_TOPIC):
        await _leave_topic(services, outgoing, seldom, is_gone=_says(refused, *_NO_TOPIC))
    elif refused.code == HTTPStatus.FORBIDDEN or _says(refused, *_NO_CHAT):
        await _leave_chat(services, outgoing, refused, seldom)
    else:
        seldom.warn("refused", "Telegram refuses a message for good: %d", refused.code)
        waiting.refused(outgoing)


async def _leave_topic(services: Services, outgoing: Outgoing, seldom: Seldom, *, is_gone: bool) -> None:
    """Say it in the chat itself; of a topic that is gone, the chat has the subscription from now on."""
    form = {name: value for name, value in outgoing.form.items() if name != "message_thread_id"}
    delivery = outgoing.delivery
    if is_gone and delivery is not None and delivery.thread is not None:
        if not await services.store.subscriptions.leave_topic(delivery.chat, delivery.thread):
            services.store.outbox.refused(outgoing)  # the chat has its own subscription, and so the digest
            return
        delivery = dataclasses.replace(delivery, thread=None)
    said = "A topic is %s: its chat is written to instead"
    seldom.warn("topic", said, "gone" if is_gone else "closed", level=logging.INFO)
    services.store.outbox.replace(dataclasses.replace(outgoing, form=form, delivery=delivery))


async def _leave_chat(services: Services, outgoing: Outgoing, refused: Refused, seldom: Seldom) -> None:
    """Say nothing more in a chat; one that subscribed is forgotten if it has thrown the bot out, else its subscription
    ends."""
    chat, delivery = outgoing.chat, outgoing.delivery
    said = "A chat cannot be written to any more (%d): what waits for it is let be"
    seldom.warn("chat", said, refused.code, level=logging.INFO)
    if delivery is not None and refused.code == HTTPStatus.FORBIDDEN:
        await services.store.forget_chat(chat)
    elif delivery is not None:
        await services.store.subscriptions.unsubscribe(chat, delivery.thread)
    services.store.outbox.forget_where(lambda each: each.chat == chat)


def _says(refused: Refused, *descriptions: str) -> bool:
    """Whether Telegram's description is one of these: the Bot API gives no finer code than 400."""
    said = refused.description.lower()
    return any(description in said for description in descriptions)
