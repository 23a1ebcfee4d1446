"""In which language the bot answers: the one that a chat has set, else that of whoever speaks or presses a button."""

from __future__ import annotations

from telegram import CallbackQuery, Message, User

from bot.telegram.services import Services
from bot.wording.languages import Words, words_for


async def words_of(services: Services, message: Message) -> Words:
    """The words for an answer to this message."""
    return await words_in(services, message.chat_id, message.from_user)


async def words_for_press(services: Services, query: CallbackQuery) -> Words:
    """The words for what a pressed button shows; where a message of inline mode stands, the bot does not know."""
    if query.message is None:
        return words_for(query.from_user.language_code)
    return await words_in(services, query.message.chat.id, query.from_user)


async def words_in(services: Services, chat: int, speaker: User | None) -> Words:
    """The words in a chat for somebody, or nobody in particular."""
    language = (await services.store.chats.settings(chat)).language
    return words_for(language or (speaker.language_code if speaker is not None else None))
