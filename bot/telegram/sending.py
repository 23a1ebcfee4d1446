"""Rendered messages → Bot API calls, and what its harmless refusals mean."""

from __future__ import annotations

import logging

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot import render

logger = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send_reply(to: Message, what: render.Message) -> None:
    """Send the message as a reply; if the one replied to is gone by then, it is sent all the same."""
    await to.reply_text(
        what.html,
        parse_mode=ParseMode.HTML,
        reply_markup=_keyboard(what),
        link_preview_options=_NO_PREVIEW,
        reply_parameters=ReplyParameters(to.message_id, allow_sending_without_reply=True),
    )


async def edit(query: CallbackQuery, what: render.Message) -> None:
    """Turn the message whose button was pressed into this one. A second press, or a message gone, changes nothing."""
    try:
        await query.edit_message_text(
            what.html, parse_mode=ParseMode.HTML, reply_markup=_keyboard(what), link_preview_options=_NO_PREVIEW
        )
    except BadRequest as error:
        if not _says(error, "message is not modified", "message to edit not found", "message can't be edited"):
            raise
        logger.debug("Nothing to edit: %s", error)


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Let the pressed button rest, perhaps with a text; Telegram takes no notice after a while, and then nor do we."""
    try:
        await query.answer(text)
    except BadRequest as error:
        if not _says(error, "query is too old", "query id is invalid"):
            raise
        logger.debug("Not acknowledged: %s", error)


def _keyboard(what: render.Message) -> InlineKeyboardMarkup | None:
    if not what.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in what.buttons]
    )


def _says(error: BadRequest, *descriptions: str) -> bool:
    """Whether Telegram's description is one of these: the Bot API gives no finer code than 400."""
    return any(description in str(error).lower() for description in descriptions)
