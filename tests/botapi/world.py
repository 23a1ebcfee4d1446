"""What Telegram keeps: people, chats, messages, pressed buttons, and the updates that wait for the bot."""

from __future__ import annotations

import dataclasses
import itertools
import re
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

Json = dict[str, Any]
T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a test waits for the bot before it fails."""

_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@/])", re.ASCII)
_MENTION = re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """A user, or a bot."""

    id: int
    first_name: str
    username: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        return user | ({"username": self.username} if self.username else {})


class World:
    """All of it, behind one lock; whoever changes something wakes those who wait."""

    def __init__(self, bot: Person) -> None:
        self.bot = bot
        self.changed = threading.Condition(threading.RLock())
        self.chats: dict[int, Json] = {}
        self.threads: set[tuple[int, int]] = set()
        self.messages: dict[tuple[int, int], Json] = {}
        self.updates: list[Json] = []
        self.queries: dict[str, Json] = {}
        self.commands: list[Json] = []
        self.blocked_in: set[int] = set()
        self._poll = 0
        self._message_ids = itertools.count(1)
        self._update_ids = itertools.count(1000)
        self._query_ids = itertools.count(7_000_000_000)

    def wait(self, what: str, found: Callable[[], T | None]) -> T:
        """The first value but None that `found` gives, tried again at every change; an AssertionError if none comes."""
        with self.changed:
            deadline = time.monotonic() + PATIENCE
            while (value := found()) is None:
                if not self.changed.wait(deadline - time.monotonic()):
                    raise AssertionError(f"waited {PATIENCE} s in vain for {what}; chats hold {self.transcript()}")
            return value

    def transcript(self) -> list[str]:
        """Who said what, in order."""
        return [f"{message['from']['first_name']}: {message['text'][:200]}" for message in self.messages.values()]

    def post(self, chat_id: int, sender: Json, content: Json) -> Json:
        """Put a message into a chat and return it."""
        with self.changed:
            message = {
                "message_id": next(self._message_ids),
                "date": int(time.time()),
                "chat": self.chats[chat_id],
                "from": sender,
                **content,
            }
            self.messages[chat_id, message["message_id"]] = message
            self.changed.notify_all()
            return message

    def announce(self, kind: str, content: Json) -> None:
        """Let an update wait for the bot."""
        with self.changed:
            self.updates.append({"update_id": next(self._update_ids), kind: dict(content)})
            self.changed.notify_all()

    def begin_poll(self) -> int:
        """Note that a long poll has begun: it ends the one before."""
        self._poll += 1
        self.changed.notify_all()
        return self._poll

    def is_latest_poll(self, poll: int) -> bool:
        """Whether no other poll has begun since."""
        return poll == self._poll

    def next_query_id(self) -> str:
        """A new id of a callback query."""
        return str(next(self._query_ids))


@dataclasses.dataclass(frozen=True, slots=True)
class Chat:
    """A chat as people in it see and use it."""

    world: World
    id: int

    def say(
        self,
        by: Person,
        text: str,
        *,
        reply_to: int | None = None,
        thread: int | None = None,
        entities: list[Json] | None = None,
        sender_chat: Json | None = None,
    ) -> int:
        """Send a message, perhaps as a reply, into a topic or in a chat's name; returns its id.

        Entities are found as Telegram finds them unless they are given.
        """
        content: Json = {"text": text}
        if marks := entities_of(text) if entities is None else entities:
            content["entities"] = marks
        if reply_to is not None:
            replied = self.world.messages[self.id, reply_to]
            content["reply_to_message"] = {key: value for key, value in replied.items() if key != "reply_to_message"}
        if thread is not None:
            self.world.threads.add((self.id, thread))
            content |= {"message_thread_id": thread, "is_topic_message": True}
        if sender_chat is not None:
            content["sender_chat"] = sender_chat
        message = self.world.post(self.id, by.as_json(), content)
        self.world.announce("message", message)
        return int(message["message_id"])

    def answer_to(self, message_id: int) -> Json:
        """Wait for the bot's reply to this message, and return it."""
        return self.world.wait(
            f"a reply to message {message_id}", lambda: next(iter(self.answers_to(message_id)), None)
        )

    def answers_to(self, message_id: int) -> list[Json]:
        """The bot's replies to this message so far."""
        return [
            message for message in self.said() if message.get("reply_to_message", {}).get("message_id") == message_id
        ]

    def said(self) -> list[Json]:
        """All that the bot has said here so far, as it reads now."""
        with self.world.changed:
            return [
                message
                for (chat_id, _), message in self.world.messages.items()
                if chat_id == self.id and message["from"]["id"] == self.world.bot.id
            ]

    def press(self, by: Person, message_id: int, data: str) -> str:
        """Press the button with this data below a message of the bot's; returns the query's id."""
        message = self.world.messages[self.id, message_id]
        assert data in buttons(message).values(), f"no button with {data!r} below {message!r}"
        return self.press_anyway(by, message_id, data)

    def press_anyway(self, by: Person, message_id: int, data: str) -> str:
        """Press a button that the message has or had: clients may be behind."""
        query: Json = {
            "id": self.world.next_query_id(),
            "from": by.as_json(),
            "message": self.world.messages[self.id, message_id],
            "chat_instance": "1",
            "data": data,
        }
        with self.world.changed:
            self.world.queries[query["id"]] = query
        self.world.announce("callback_query", query)
        return str(query["id"])

    def shown_after(self, query_id: str) -> str | None:
        """Wait until the pressed button rests, and return the text that it showed, if any."""

        def rested() -> Json | None:
            query = self.world.queries[query_id]
            return query if "answered" in query else None

        text: str | None = self.world.wait(f"an answer to query {query_id}", rested)["answered"]
        return text

    def wait_for_text(self, message_id: int, text: str) -> Json:
        """Wait until a message of the bot's contains this text, and return it."""

        def found() -> Json | None:
            message = self.world.messages[self.id, message_id]
            return message if text in message["text"] else None

        return self.world.wait(f"message {message_id} to say {text!r}", found)


def buttons(message: Json) -> dict[str, str]:
    """The labels below a message → their data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row}


def marked(message: Json, type_: str) -> list[str]:
    """The stretches of a message's text that are marked up so."""
    units = message["text"].encode("utf-16-le")
    return [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in message.get("entities", [])
        if entity["type"] == type_
    ]


def entities_of(text: str) -> list[Json]:
    """The commands and mentions in a text, as Telegram marks them, in UTF-16 code units."""
    found = [("bot_command", match) for match in _COMMAND.finditer(text)]
    found += [("mention", match) for match in _MENTION.finditer(text)]
    return [
        {
            "type": type_,
            "offset": len(text[: match.start()].encode("utf-16-le", "surrogatepass")) // 2,
            "length": len(match[0]),
        }
        for type_, match in sorted(found, key=lambda pair: pair[1].start())
    ]
