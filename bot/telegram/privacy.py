"""What is kept, and how to have it deleted: /privacy, /forget me."""

from __future__ import annotations

import re
from typing import Any, Final

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import BaseHandler, filters

from bot.telegram.answering import is_welcome
from bot.telegram.commands import NEW, command
from bot.telegram.sending import send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import messages
from bot.wording.chats import privacy_text

_ME: Final = re.compile(r"\A/\S+\s+me[\s.!]*\Z", re.IGNORECASE)


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of the two commands; /forget by itself has its own, which must come after these."""
    return [
        command(services, "privacy", _privacy),
        command(services, "forget", _forget_me, NEW & filters.Regex(_ME)),
    ]


async def _privacy(services: Services, update: Update, message: Message) -> None:
    if await is_welcome(services, message):
        translate = await translator_of(services, message)
        await send_text(message, privacy_text(services.store.keep_unanswered_days, translate))


async def _forget_me(services: Services, update: Update, message: Message) -> None:
    """Delete all that is kept of the sender: a person, or a chat on whose behalf somebody speaks."""
    if not await is_welcome(services, message):
        return
    translate = await translator_of(services, message)
    sender = message.sender_chat or message.from_user
    if sender is not None:
        await services.store.forget_person(sender.id)
    if message.chat.type == ChatType.PRIVATE:
        await services.store.forget_chat(message.chat_id)
        services.menus.want(message.chat_id)
    await send_text(message, translate(messages.FORGOTTEN_PERSON))
