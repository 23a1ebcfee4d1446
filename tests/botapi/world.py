"""What Telegram keeps: people, chats, messages, pressed buttons, and the updates that wait for the bot."""

from __future__ import annotations

import dataclasses
import itertools
import re
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from botapi.pace import Pace

Json = dict[str, Any]
T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a test waits for the bot before it fails."""

_RIGHTS = (
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
)

_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@/])", re.ASCII)
_MENTION = re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """A user, or a bot."""

    id: int
    first_name: str
    username: str | None = None
    is_bot: bool = False
    language: str | None = None

    def as_json(self) -> Json:
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        return user | ({"language_code": self.language} if self.language else {})


class World:
    """All of it, behind one lock; whoever changes something wakes those who wait."""

    def __init__(self, bot: Person) -> None:
        self.bot = bot
        self.changed = threading.Condition(threading.RLock())
        self.chats: dict[int, Json] = {}
        self.threads: set[tuple[int, int]] = set()
        self.closed_threads: set[tuple[int, int]] = set()
        self.messages: dict[tuple[int, int], Json] = {}
        self.updates: list[Json] = []
        self.strays: list[Json] = []
        """What is among the next updates once, though it has no number that they could be asked for by."""
        self.queries: dict[str, Json] = {}
        self.scoped_commands: dict[tuple[str, str], list[Json]] = {}
        self.blocked_in: set[int] = set()
        self.own: set[tuple[int, int]] = set()
        self.ranks: dict[tuple[int, int], str] = {}
        self.migrated: dict[int, int] = {}
        self.actions: list[tuple[int, str]] = []
        self.files: dict[str, bytes] = {}
        self.privacy_mode = False
        self.pace: Pace | None = None
        self._poll = 0
        self._message_ids = itertools.count(1)
        self._update_ids = itertools.count(1000)
        self._query_ids = itertools.count(7_000_000_000)

    @property
    def commands(self) -> list[Json]:
        """The commands of the default scope without a language."""
        return self.scoped_commands.get(("default", ""), [])

    def rank(self, chat_id: int, user_id: int) -> str:
        """What somebody is in a chat: "creator", "administrator", "member", "left" or "kicked"."""
        return self.ranks.get((chat_id, user_id), "member")

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
        return [f"{_speaker(message)}: {message.get('text', '')[:200]}" for message in self.messages.values()]

    def post(self, chat_id: int, sender: Json, content: Json) -> Json:
        """Put a message into a chat and return it; in a channel it is the channel that speaks."""
        with self.changed:
            chat = self.chats[chat_id]
            message = {
                "message_id": next(self._message_ids),
                "date": int(time.time()),
                "chat": chat,
                **({"sender_chat": chat} if chat["type"] == "channel" else {"from": sender}),
                **content,
            }
            self.messages[chat_id, message["message_id"]] = message
            if sender["id"] == self.bot.id:
                self.own.add((chat_id, message["message_id"]))
            self.changed.notify_all()
            return message

    def announce(self, kind: str, content: Json) -> None:
        """Let an update wait for the bot."""
        with self.changed:
            self.updates.append({"update_id": next(self._update_ids), kind: dict(content)})
            self.changed.notify_all()

    def count_anew(self, number: int) -> None:
        """Go on with another number of updates, as Telegram does after a week without any."""
        self._update_ids = itertools.count(number)

    def next_update_id(self) -> int:
        """The number of one more update."""
        return next(self._update_ids)

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
        **more: object,
    ) -> int:
        """Send a message, perhaps as a reply, into a topic or in a chat's name, perhaps with more fields; returns its
        id. In a channel it is a post.

        Entities are found as Telegram finds them unless they are given.
        """
        content: Json = {"text": text, **more}
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
        with self.world.changed:
            hears = self._hears(by, content)
            message = self.world.post(self.id, by.as_json(), content)
            if hears:
                self.world.announce("channel_post" if self.type == "channel" else "message", message)
        return int(message["message_id"])

    @property
    def type(self) -> str:
        """Its type: "private", "group", "supergroup" or "channel"."""
        return str(self.world.chats[self.id]["type"])

    def edit(self, message_id: int, text: str) -> None:
        """Edit a message, or the words below its picture."""
        with self.world.changed:
            old = self.world.messages[self.id, message_id]
            said, marked = ("caption", "caption_entities") if "caption" in old else ("text", "entities")
            kept = {key: value for key, value in old.items() if key != marked}
            marks = {marked: entities_of(text)} if entities_of(text) else {}
            message = kept | {said: text, "edit_date": int(time.time())} | marks
            self.world.messages[self.id, message_id] = message
            self.world.announce("edited_channel_post" if self.type == "channel" else "edited_message", message)

    def delete(self, message_id: int) -> None:
        """Delete a message; the bot is not told."""
        with self.world.changed:
            del self.world.messages[self.id, message_id]
            self.world.changed.notify_all()

    def promote(self, person: Person, rank: str = "administrator") -> None:
        """Give somebody, perhaps the bot, another rank here; the bot is told of its own."""
        with self.world.changed:
            old, self.world.ranks[self.id, person.id] = self.world.rank(self.id, person.id), rank
            if person.id == self.world.bot.id:
                change = {
                    "chat": self.world.chats[self.id],
                    "from": {"id": 1, "is_bot": False, "first_name": "Somebody"},
                    "date": int(time.time()),
                    "old_chat_member": member(person.as_json(), old),
                    "new_chat_member": member(person.as_json(), rank),
                }
                self.world.announce("my_chat_member", change)

    def migrate(self, new_id: int) -> Chat:
        """Turn this group into a supergroup; both tell of it."""
        with self.world.changed:
            old = self.world.chats[self.id]
            self.world.chats[new_id] = old | {"id": new_id, "type": "supergroup"}
            self.world.migrated[self.id] = new_id
            service = {"id": 1, "is_bot": False, "first_name": "Somebody"}
            left = self.world.post(self.id, service, {"migrate_to_chat_id": new_id})
            come = self.world.post(new_id, service, {"migrate_from_chat_id": self.id})
            self.world.announce("message", left)
            self.world.announce("message", come)
        return Chat(self.world, new_id)

    def send_result(self, by: Person, query_id: str, number: int = 0) -> int:
        """Choose a result of an inline query: its message is sent here, and the bot is told of the choice."""
        with self.world.changed:
            query = self.world.queries[query_id]
            result = query["answered"]["results"][number]
            content = result["input_message_content"] | {"via_bot": self.world.bot.as_json()}
            if "reply_markup" in result:
                content["reply_markup"] = result["reply_markup"]
            message = self.world.post(self.id, by.as_json(), content)
            choice = {"result_id": result["id"], "from": by.as_json(), "query": query["query"]}
            self.world.announce("chosen_inline_result", choice)
            if self.type != "channel":
                self.world.announce("message", message)
        return int(message["message_id"])

    def _hears(self, by: Person, content: Json) -> bool:
        """Whether the bot is told of a message, by https://core.telegram.org/bots/features#privacy-mode."""
        world = self.world
        rank = world.rank(self.id, world.bot.id)
        if self.type == "private":
            return True
        if rank in ("left", "kicked"):
            return False
        if rank == "administrator" or (self.type != "channel" and not world.privacy_mode):
            return True
        if self.type == "channel":
            return False
        text: str = content.get("text") or content.get("caption") or ""
        units = text.encode("utf-16-le", "surrogatepass")
        entities: list[Json] = content.get("entities") or content.get("caption_entities") or []
        for entity in entities:
            said = units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode(
                "utf-16-le", "replace"
            )
            named = f"@{world.bot.username}".lower()
            if entity["type"] == "bot_command" and ("@" not in said or said.lower().endswith(named)):
                return "@" in said or self._bot_spoke_last()
            if entity["type"] == "mention" and said.lower() == named:
                return True
            if entity["type"] == "text_mention" and entity["user"]["id"] == world.bot.id:
                return True
        replied = content.get("reply_to_message")
        return replied is not None and (self.id, replied["message_id"]) in world.own

    def _bot_spoke_last(self) -> bool:
        here = [key for key in self.world.messages if key[0] == self.id]
        return bool(here) and here[-1] in self.world.own

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
                for (chat_id, number), message in self.world.messages.items()
                if chat_id == self.id and (chat_id, number) in self.world.own
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


def _speaker(message: Json) -> str:
    who: Json = message.get("from") or message["sender_chat"]
    return str(who.get("first_name", who.get("title")))


def buttons(message: Json) -> dict[str, str]:
    """The labels below a message → their data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row if "callback_data" in button}


def member(user: Json, rank: str) -> Json:
    """Somebody's membership in a chat, as Telegram describes it."""
    found: Json = {"user": user, "status": rank}
    if rank == "creator":
        found["is_anonymous"] = False
    elif rank == "kicked":
        found["until_date"] = 0
    elif rank == "administrator":
        found |= dict.fromkeys(_RIGHTS, False) | {"can_be_edited": False}
    return found


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
