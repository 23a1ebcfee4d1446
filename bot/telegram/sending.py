"""Rendered messages → Bot API calls, and what its harmless refusals mean."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import Final

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.wording import render

logger = logging.getLogger(__name__)

NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
SLOW: Final = 0.5
"""Seconds after which somebody who waits is shown that work is under way."""
_ACTION_SECONDS: Final = 4.5
"""Telegram shows a chat action for five seconds at most."""


async def send_reply(to: Message, what: render.Message) -> Message:
    """Send the message as a reply; if the one replied to is gone by then, it is sent all the same."""
    return await to.reply_text(
        what.html,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(what),
        link_preview_options=NO_PREVIEW,
        reply_parameters=ReplyParameters(to.message_id, allow_sending_without_reply=True),
    )


async def send_text(to: Message, text: str) -> Message:
    """Send a text of our own as a reply."""
    return await send_reply(to, render.plain(text))


async def send(bot: Bot, chat: int, thread: int | None, what: render.Message) -> Message:
    """Send the message by itself, without a sound: nobody waits for it."""
    return await bot.send_message(
        chat,
        what.html,
        message_thread_id=thread,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(what),
        link_preview_options=NO_PREVIEW,
        disable_notification=True,
    )


async def edit(query: CallbackQuery, what: render.Message) -> None:
    """Turn the message whose button was pressed into this one. A second press, or a message gone, changes nothing."""
    if isinstance(query.message, Message):
        await edit_message(query.get_bot(), query.message.chat_id, query.message.message_id, what)


async def edit_message(bot: Bot, chat: int, message: int, what: render.Message) -> None:
    """Turn a message of the bot's into this one. If it reads so already, or is gone, nothing changes."""
    try:
        await bot.edit_message_text(
            what.html,
            chat,
            message,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(what),
            link_preview_options=NO_PREVIEW,
        )
    except BadRequest as error:
        if not says(error, "message is not modified", "message to edit not found", "message can't be edited"):
            raise
        logger.debug("Nothing to edit: %s", error)


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Let the pressed button rest, perhaps with a text; Telegram takes no notice after a while, and then nor do we."""
    try:
        await query.answer(text)
    except BadRequest as error:
        if not says(error, "query is too old", "query id is invalid"):
            raise
        logger.debug("Not acknowledged: %s", error)


@contextlib.asynccontextmanager
async def working(message: Message) -> AsyncIterator[None]:
    """While the body runs for longer than a moment, the chat shows that an answer is being written."""
    loop = asyncio.get_running_loop()
    shows: list[asyncio.Task[None]] = []
    timer = loop.call_later(SLOW, lambda: shows.append(loop.create_task(_show_typing(message))))
    try:
        yield
    finally:
        timer.cancel()
        for task in shows:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


def keyboard(what: render.Message) -> InlineKeyboardMarkup | None:
    """The message's buttons as Telegram takes them; None if there are none."""
    if not what.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in what.buttons])


def says(error: TelegramError, *descriptions: str) -> bool:
    """Whether Telegram's description is one of these: the Bot API gives no finer code than 400."""
    return any(description in str(error).lower() for description in descriptions)


def _button(button: render.Button) -> InlineKeyboardButton:
    if button.press is not None:
        return InlineKeyboardButton(button.label, callback_data=button.press.pack())
    return InlineKeyboardButton(button.label, switch_inline_query=button.share)


async def _show_typing(message: Message) -> None:
    with contextlib.suppress(TelegramError):  # a courtesy: the answer itself will meet what is wrong
        while True:
            await message.reply_chat_action(ChatAction.TYPING)
            await asyncio.sleep(_ACTION_SECONDS)
