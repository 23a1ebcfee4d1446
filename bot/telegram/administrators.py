"""Commands that only a chat's administrators may give."""

from __future__ import annotations

from telegram import Message, Update

from bot.telegram.answering import is_welcome
from bot.telegram.sending import send_reply
from bot.telegram.services import Services
from bot.telegram.speaking import words_of
from bot.wording import messages, render
from bot.wording.languages import Words


async def from_administrator(services: Services, update: Update) -> tuple[Message, Words] | None:
    """The message of a command and the words to answer it in; None where it is not to be heard.

    Who is no administrator is told so.
    """
    message = update.effective_message
    if message is None or not await is_welcome(services, message):
        return None
    words = await words_of(services, message)
    if await services.roles.is_administrator(message):
        return message, words
    await send_reply(message, render.plain(words(messages.ADMINISTRATORS_ONLY)))
    return None
