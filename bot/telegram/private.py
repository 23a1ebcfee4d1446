"""Private chats: every text is a question, also a forwarded one; what has no text is answered with a hint, whatever it
is. Only what Telegram itself notes there (something was pinned …) is left alone."""

from __future__ import annotations

import functools
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, ContextTypes, MessageHandler, filters

from bot.telegram.addressing import FROM_PEOPLE, command_addressee, text_of
from bot.telegram.answering import is_welcome
from bot.telegram.objections import answer_or_offer
from bot.telegram.sending import send_text
from bot.telegram.services import Services
from bot.telegram.translators import translator_of
from bot.wording import messages


def handlers(services: Services) -> list[BaseHandler[Update, Any, Any]]:
    """The handlers of private chats; commands have theirs before them."""
    here = filters.ChatType.PRIVATE & FROM_PEOPLE
    texts = here & filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION)
    wordless = here & filters.UpdateType.MESSAGE & ~filters.StatusUpdate.ALL
    return [
        MessageHandler(texts, functools.partial(_answer, services)),
        MessageHandler(wordless, functools.partial(_ask_for_words, services)),
    ]


async def _answer(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None:
        return
    if message.forward_origin is not None or command_addressee(message) is None:
        await answer_or_offer(services, update, text_of(message))


async def _ask_for_words(services: Services, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a sticker, a voice message, what is not known yet; not the pictures of an album, which come one by one."""
    message = update.effective_message
    if message is not None and message.media_group_id is None and await is_welcome(services, message):
        await send_text(message, (await translator_of(services, message))(messages.NO_WORDS))
