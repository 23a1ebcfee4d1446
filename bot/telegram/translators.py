"""Which language the bot answers in: the one that a chat has set, else that of whoever speaks or presses a button."""

from __future__ import annotations

from telegram import CallbackQuery, Message, User

from bot.telegram.services import Services
from bot.wording import Translator, translator_for


async def translator_of(services: Services, message: Message) -> Translator:
    """The translator of a reply to this message."""
    return await _translator_in(services, message.chat_id, message.from_user)


async def translator_of_press(services: Services, query: CallbackQuery) -> Translator:
    """The translator of what a pressed button shows. (Which chat a message of inline mode stands in is not known.)"""
    if query.message is None:
        return translator_for(query.from_user.language_code)
    return await _translator_in(services, query.message.chat.id, query.from_user)


async def translator_of_shown(services: Services, query: CallbackQuery) -> Translator:
    """The translator of a message that a pressed button changes: that of whoever it replies to, for others read it,
    too."""
    message = query.message if isinstance(query.message, Message) else None
    asked = message.reply_to_message if message is not None else None
    if message is None or asked is None or asked.from_user is None or asked.from_user.is_bot:
        return await translator_of_press(services, query)
    return await _translator_in(services, message.chat_id, asked.from_user)


async def _translator_in(services: Services, chat: int, speaker: User | None) -> Translator:
    """The translator in a chat for somebody, or nobody in particular."""
    language = (await services.store.chats.settings(chat)).language
    return translator_for(language or (speaker.language_code if speaker is not None else None))
