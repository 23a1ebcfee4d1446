"""What the handlers of every surface share: who answers, what is on record, and what each conversation was about."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Sequence

from telegram import Message, User

from bot import render
from bot.replies import Answer, Context, Reply
from bot.store import Contexts
from bot.telegram.sending import send_reply

Conversation = tuple[int, int | None, int | None]
"""A chat, a topic of it, and who speaks there."""


@dataclasses.dataclass(frozen=True, slots=True)
class Desk:
    """Where questions are brought: functions of the base, and the conversations going on.

    `reply` gives with its reply what the conversation is about from then on; `answer` finds a fact by its key;
    `meetings` lists what is on record, the latest first.
    """

    reply: Callable[[str, Context], tuple[Reply, Context]]
    answer: Callable[[str], Answer | None]
    meetings: Callable[[], Sequence[render.Listed]]
    contexts: Contexts = dataclasses.field(default_factory=Contexts)


async def answer_question(desk: Desk, message: Message, question: str) -> None:
    """Answer the question that the message asks, as a reply to it, in the light of the conversation before.

    The base is asked in a thread: a hard question must not keep other chats waiting.
    """
    talk = conversation(message, message.from_user)
    reply, context = await asyncio.to_thread(desk.reply, question, desk.contexts.get(talk))
    desk.contexts.put(talk, context)
    await send_reply(message, render.as_message(reply))


def conversation(message: Message, speaker: User | None) -> Conversation:
    """The conversation that the message belongs to when `speaker` is heard."""
    thread = message.message_thread_id if message.is_topic_message else None
    if speaker is not None and message.from_user == speaker and message.sender_chat is not None:
        return message.chat_id, thread, message.sender_chat.id
    return message.chat_id, thread, speaker.id if speaker is not None else None
