"""Many people at once: private chats, groups and topics, each with its own questions, and how it went."""

from __future__ import annotations

import dataclasses
import time

from botapi.server import BotApi
from botapi.world import Chat, Person


@dataclasses.dataclass(frozen=True, slots=True)
class Crowd:
    """Conversations and how many questions each has: `chats` of them, a third private, a third groups, a third topics
    (two in a group); `waiting` is how long it may take until all is answered, in seconds."""

    chats: int
    questions: int
    waiting: float


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A question: where, in which topic, as which message."""

    chat: Chat
    thread: int | None
    message: int


def ask_all(api: BotApi, crowd: Crowd, text: str = "/ask who chaired it?") -> list[list[Asked]]:
    """Let everybody ask at once, one question after the other in each conversation; the questions of each."""
    conversations = [_conversation(api, number) for number in range(crowd.chats)]
    asked: list[list[Asked]] = [[] for _ in conversations]
    with api.world.changed:
        for _ in range(crowd.questions):
            for number, (chat, thread) in enumerate(conversations):
                person = Person(chat.id if chat.id > 0 else 100_000 + number, "Somebody")
                asked[number].append(Asked(chat, thread, chat.say(person, text, thread=thread)))
    return asked


def wait_for_answers(api: BotApi, asked: list[list[Asked]], seconds: float) -> float:
    """Wait until all is answered; how long that took, in seconds. An AssertionError if it takes longer."""
    started = time.monotonic()
    wanted = {(question.chat.id, question.message) for conversation in asked for question in conversation}
    while missing := wanted - {key for key, _ in answers(api)}:
        if time.monotonic() - started > seconds:
            raise AssertionError(f"{len(missing)} of {len(wanted)} questions are not answered after {seconds} s")
        time.sleep(0.05)
    return time.monotonic() - started


def answers(api: BotApi) -> list[tuple[tuple[int, int], int]]:
    """Each reply of the bot's so far, in order: to which message of which chat, and its own number."""
    with api.world.changed:
        return [
            ((chat, api.world.messages[chat, number]["reply_to_message"]["message_id"]), number)
            for chat, number in sorted(api.world.own, key=lambda key: key[1])
            if "reply_to_message" in api.world.messages[chat, number]
        ]


def _conversation(api: BotApi, number: int) -> tuple[Chat, int | None]:
    kind, turn = number % 3, number // 3
    if kind == 0:
        return api.private_chat(Person(10_000 + number, "Somebody")), None
    if kind == 1:
        return api.group(-10_000 - number), None
    return api.group(-50_000 - turn // 2, is_forum=True), 7 + turn % 2
