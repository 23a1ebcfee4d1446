"""Whether a message speaks to the bot, and its text without the address."""

from __future__ import annotations

from telegram import Bot, Message, MessageEntity
from telegram.constants import MessageEntityType


def mentions(message: Message, bot: Bot) -> bool:
    """Whether the text names the bot: `@its_name` in any case, or a link to it under another name."""
    return any(_is_mention(message, entity, bot) for entity in message.entities)


def replies_to(message: Message, bot: Bot) -> bool:
    """Whether the message replies to one of the bot's; in a topic, the message that opened it does not count."""
    other = message.reply_to_message
    if other is None or other.from_user is None or other.forum_topic_created is not None:
        return False
    return other.from_user.id == bot.id


def command_addressee(message: Message) -> str | None:
    """To whom the command at the message's beginning goes: a bot's name, "" if to anyone, None if there is none."""
    if not message.entities or not _is_leading_command(message.entities[0]):
        return None
    return message.parse_entity(message.entities[0]).partition("@")[2]


def without_address(message: Message, bot: Bot) -> str:
    """The text without the command at its beginning and without mentions of the bot."""
    spans = [
        (entity.offset, entity.offset + entity.length)
        for entity in message.entities
        if _is_leading_command(entity) or _is_mention(message, entity, bot)
    ]
    return cut_out(message.text or "", spans)


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


def _is_mention(message: Message, entity: MessageEntity, bot: Bot) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    if entity.type != MessageEntityType.MENTION:
        return False
    return message.parse_entity(entity).casefold() == f"@{bot.username}".casefold()


def _is_leading_command(entity: MessageEntity) -> bool:
    return entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0
