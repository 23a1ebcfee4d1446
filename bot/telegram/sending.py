"""Rendered messages → what is to be said in Telegram: handlers hand it over, and the outbox says it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

import msgspec
from telegram import CallbackQuery, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.store import Delivery, Exchange, Outgoing
from bot.telegram.addressing import thread_of
from bot.telegram.handling import current
from bot.wording import render
from bot.wording.text import cut

NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW: Final = NO_PREVIEW.to_json()
SLOW: Final = 0.5
"""Seconds after which somebody who waits is shown that work is under way."""
_ACTION_SECONDS: Final = 4.5
"""Telegram shows a chat action for five seconds at most."""


async def send_reply(to: Message, what: render.Message, exchange: Exchange | None = None) -> None:
    """Reply to a message that is being handled; if it is gone by then, it is said all the same. The exchange (with a
    provisional number of the answer) is completed when Telegram has taken the reply."""
    reply = ReplyParameters(to.message_id, allow_sending_without_reply=True)
    form = {**_form(what, thread_of(to)), "reply_parameters": reply.to_json()}
    _say(Outgoing(to.chat_id, form, exchange=exchange))


async def send_text(to: Message, text: str) -> None:
    """Send a text of our own as a reply; what it quotes of somebody's may make it too long."""
    await send_reply(to, render.plain(cut(text, render.MESSAGE_LIMIT)))


def digest_of(delivery: Delivery, what: render.Message) -> Outgoing:
    """A digest by itself, without a sound: nobody waits for it."""
    form = {**_form(what, delivery.thread), "disable_notification": "true"}
    return Outgoing(delivery.chat, form, delivery=delivery)


async def edit(query: CallbackQuery, what: render.Message) -> None:
    """Turn the message whose button was pressed into this one."""
    if isinstance(query.message, Message):
        await edit_message(query.message.chat_id, query.message.message_id, what)


async def edit_message(chat: int, message: int, what: render.Message, exchange: Exchange | None = None) -> None:
    """Turn a message of the bot's into this one: of several such wishes the last one is fulfilled. If it reads so
    already, or is gone, nothing changes."""
    _say(Outgoing(chat, _form(what, None), message, exchange))


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


def says(error: TelegramError, *descriptions: str) -> bool:
    """Whether Telegram's description is one of these: the Bot API gives no finer code than 400."""
    return any(description in str(error).lower() for description in descriptions)


def _say(outgoing: Outgoing) -> None:
    """Let something be said when what gives rise to it counts as handled."""
    handling = current()
    if handling is None:
        raise LookupError("nothing is being handled here")
    handling.outgoing.append(outgoing)


def _form(what: render.Message, thread: int | None) -> dict[str, str]:
    """A message as the parameters of a form."""
    form = {"text": what.html, "parse_mode": "HTML", "link_preview_options": _NO_PREVIEW}
    if thread is not None:
        form["message_thread_id"] = str(thread)
    if what.buttons:
        rows = [[_button(button) for button in row] for row in what.buttons]
        form["reply_markup"] = msgspec.json.encode({"inline_keyboard": rows}).decode()
    return form


def _button(button: render.Button) -> dict[str, str | None]:
    if button.press is not None:
        return {"text": button.label, "callback_data": button.press.pack()}
    return {"text": button.label, "switch_inline_query": button.share}


async def _show_typing(message: Message) -> None:
    with contextlib.suppress(TelegramError):  # a courtesy: the answer itself will meet what is wrong
        while True:
            await message.reply_chat_action(ChatAction.TYPING)
            await asyncio.sleep(_ACTION_SECONDS)
