"""Whether a message speaks to the bot, its text without the address, and which conversation it belongs to."""

from __future__ import annotations

from typing import Final

from telegram import Bot, Message, MessageEntity, User
from telegram.constants import ChatType, MessageEntityType
from telegram.ext import filters

from bot.store import Conversation

GROUPS: Final = (ChatType.GROUP, ChatType.SUPERGROUP)
"""Kinds of chats in which several people talk."""
FROM_PEOPLE: Final = ~filters.VIA_BOT & ~filters.IS_AUTOMATIC_FORWARD
"""Messages that people wrote: not results of inline mode, nor a channel's posts as its group sees them."""


def text_of(message: Message) -> str:
    """What the message says: its text, or the words below a picture."""
    return message.text or message.caption or ""


def mentions(message: Message, bot: Bot) -> bool:
    """Whether the text names the bot: `@its_name` in any case, or a link to it under another name."""
    return any(_is_mention(message, entity, bot) for entity in _entities(message))


def is_mentioned_within(message: Message, bot: Bot) -> bool:
    """Whether words stand on both sides of every mention of the bot."""
    units = text_of(message).encode("utf-16-le", "surrogatepass")
    return all(
        units[: 2 * entity.offset].decode("utf-16-le", "replace").strip()
        and units[2 * (entity.offset + entity.length) :].decode("utf-16-le", "replace").strip(" .,!?\n")
        for entity in _entities(message)
        if _is_mention(message, entity, bot)
    )


def replies_to(message: Message, bot: Bot) -> bool:
    """Whether the message replies to one of the bot's; in a topic, the message that opened it does not count."""
    other = message.reply_to_message
    if other is None or other.from_user is None or other.forum_topic_created is not None:
        return False
    return other.from_user.id == bot.id


def is_robot(message: Message) -> bool:
    """Whether another bot wrote it. Anonymous administrators and channels speak through bots of Telegram's, on behalf
    of a chat: those are people."""
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def command_addressee(message: Message) -> str | None:
    """The bot that the command at the message's beginning is addressed to, by name ("" for any bot); None without a
    command."""
    entities = _entities(message)
    if not entities or not _is_leading_command(entities[0]):
        return None
    return _said(message, entities[0]).partition("@")[2]


def command_of(message: Message, bot: Bot) -> str | None:
    """The command at the message's beginning if it is for this bot or for anyone: its name in small letters."""
    addressee = command_addressee(message)
    if addressee is None or (addressee or bot.username).casefold() != bot.username.casefold():
        return None
    return _said(message, _entities(message)[0])[1:].partition("@")[0].lower()


def speaks_to(message: Message, bot: Bot) -> bool:
    """Whether a message is for the bot: all in private, elsewhere what names it, replies to it or gives a command."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    return mentions(message, bot) or replies_to(message, bot) or command_of(message, bot) is not None


def without_address(message: Message, bot: Bot) -> str:
    """The text without the command at its beginning and without mentions of the bot."""
    spans = [
        (entity.offset, entity.offset + entity.length)
        for entity in _entities(message)
        if _is_leading_command(entity) or _is_mention(message, entity, bot)
    ]
    return cut_out(text_of(message), spans)


def conversation_of(message: Message, speaker: User | None) -> Conversation:
    """The conversation that the message belongs to when `speaker` is heard."""
    thread = thread_of(message)
    if speaker is not None and message.from_user == speaker and message.sender_chat is not None:
        return Conversation(message.chat_id, thread, message.sender_chat.id)
    return Conversation(message.chat_id, thread, speaker.id if speaker is not None else None)


def thread_of(message: Message) -> int | None:
    """The topic that a message stands in; None outside of topics (a thread of replies is not one)."""
    return message.message_thread_id if message.is_topic_message else None


def cut_out(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without these spans, which count UTF-16 code units as Telegram does; a space takes their place.

    >>> cut_out("😀 @onrecord_bot who chaired?", [(3, 16)])
    '😀 who chaired?'
    """
    units = text.encode("utf-16-le", "surrogatepass")
    kept, start = [], 0
    for first, last in sorted(spans):
        kept.append(units[2 * start : 2 * first])
        start = max(start, last)
    kept.append(units[2 * start :])
    return " ".join(part for piece in kept if (part := piece.decode("utf-16-le", "replace").strip()))


def _entities(message: Message) -> tuple[MessageEntity, ...]:
    return message.entities or message.caption_entities


def _said(message: Message, entity: MessageEntity) -> str:
    """The stretch of the text that an entity marks."""
    units = text_of(message).encode("utf-16-le", "surrogatepass")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace")


def _is_mention(message: Message, entity: MessageEntity, bot: Bot) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    if entity.type != MessageEntityType.MENTION:
        return False
    return _said(message, entity).casefold() == f"@{bot.username}".casefold()


def _is_leading_command(entity: MessageEntity) -> bool:
    return entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0
