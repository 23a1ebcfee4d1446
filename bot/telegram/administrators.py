"""Commands that only a chat's administrators may give."""

from __future__ import annotations

from telegram import Message, Update

from bot.telegram.answering import is_welcome
from bot.telegram.sending import send_reply
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import messages, render
from bot.wording.languages import Translator


async def from_administrator(services: Services, update: Update) -> tuple[Message, Translator] | None:
    """The message of a command and the translator of its reply; None if its sender may not give it, and is told so, or
    is over the limit.
    """
    message = update.effective_message
    if message is None or not await is_welcome(services, message):
        return None
    translate = await translator_of(services, message)
    if await services.roles.is_administrator(message):
        return message, translate
    await send_reply(message, render.plain(translate(messages.ADMINISTRATORS_ONLY)))
    return None
