"""The three chats of the demo, and what people do in them; the page sends each deed as one JSON object."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from typing import Final, Literal

import msgspec
from botapi.server import BotApi
from botapi.world import Chat, Json, Person, entities_of

TOKEN: Final = "1:demo-of-the-stand-in-without-a-secret"
BOT: Final = Person(1, "Onrecord", "onrecord_demo_bot", is_bot=True)
YOU: Final = 101
"""The id of the person whose chats these are."""
LONGEST_TEXT: Final = 4096
"""UTF-16 code units that Telegram lets a person send."""
_SHOWN: Final = 300
"""Messages of a chat that the page is given, the last ones."""

Who = Literal["you", "ana"]
Language = Literal["en", "vi"]


class DeedError(ValueError):
    """What was asked for cannot be done; the message says why."""


class Say(msgspec.Struct, tag="say", tag_field="do", forbid_unknown_fields=True):
    """Send a message, perhaps as a reply."""

    chat: int
    text: str
    by: Who = "you"
    language: Language = "en"
    reply_to: int | None = None


class Edit(msgspec.Struct, tag="edit", tag_field="do", forbid_unknown_fields=True):
    """Change a message of a person's."""

    chat: int
    message: int
    text: str


class Delete(msgspec.Struct, tag="delete", tag_field="do", forbid_unknown_fields=True):
    """Take a message away."""

    chat: int
    message: int


class Press(msgspec.Struct, tag="press", tag_field="do", forbid_unknown_fields=True):
    """Press a button below a message of the bot's."""

    chat: int
    message: int
    data: str
    by: Who = "you"
    language: Language = "en"


Deed = Say | Edit | Delete | Press


@dataclasses.dataclass(frozen=True)
class _Speaker(Person):
    """A person whose client is set to a language."""

    language: Language = "en"

    def as_json(self) -> Json:
        return super().as_json() | {"language_code": self.language}


class Stage:
    """A private chat, a group and a channel with the bot in each."""

    def __init__(self, api: BotApi) -> None:
        self.world = api.world
        private = api.private_chat(_person("you", "en"))
        group = api.group(-1001, "Press room")
        self.world.chats[-1002] = {"id": -1002, "type": "channel", "title": "Meetings of the week"}
        self.chats = {chat.id: chat for chat in (private, group, Chat(self.world, -1002))}

    def state(self) -> Json:
        """All that the page shows; `version` tells whether anything has changed."""
        with self.world.changed:
            shown: Json = {
                "bot": self.world.bot.as_json(),
                "chats": [
                    self.world.chats[chat.id] | {"messages": self._messages(chat.id)} for chat in self.chats.values()
                ],
            }
            version = hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]
            return shown | {"version": version}

    def state_after(self, version: str, patience: float) -> Json:
        """The state as soon as it is another than this version, or as it is after `patience` seconds."""
        deadline = time.monotonic() + patience
        with self.world.changed:
            while (state := self.state())["version"] == version and (left := deadline - time.monotonic()) > 0:
                self.world.changed.wait(left)
            return state

    def do(self, deed: Deed) -> Json:
        """Do it, and return what the page must know: of a pressed button, the text that it showed. Raises DeedError."""
        chat = self.chats.get(deed.chat)
        if chat is None:
            raise DeedError("no such chat")
        if isinstance(deed, Say):
            return {"message": self._say(chat, deed)}
        with self.world.changed:
            message = self.world.messages.get((chat.id, deed.message))
        if message is None:
            raise DeedError("no such message")
        if isinstance(deed, Press):
            query = chat.press_anyway(_person(deed.by, deed.language), deed.message, deed.data)
            return {"shown": chat.shown_after(query)}
        if _is_bots(message):
            raise DeedError("that is the bot's message")
        if isinstance(deed, Edit):
            self._edit(chat, message, _sendable(deed.text))
        else:
            with self.world.changed:
                del self.world.messages[chat.id, deed.message]
                self.world.changed.notify_all()
        return {}

    def _say(self, chat: Chat, deed: Say) -> int:
        text = _sendable(deed.text)
        with self.world.changed:
            if deed.reply_to is not None and (chat.id, deed.reply_to) not in self.world.messages:
                raise DeedError("the message replied to is gone")
        if self.world.chats[chat.id]["type"] != "channel":
            return chat.say(_person(deed.by, deed.language), text, reply_to=deed.reply_to)
        content: Json = {"text": text, "entities": entities_of(text), "sender_chat": self.world.chats[chat.id]}
        post = self.world.post(chat.id, _person("you", "en").as_json(), content)
        self.world.announce("channel_post", {key: value for key, value in post.items() if key != "from"})
        return int(post["message_id"])

    def _edit(self, chat: Chat, message: Json, text: str) -> None:
        edited = message | {"text": text, "entities": entities_of(text), "edit_date": int(time.time())}
        kind = "edited_channel_post" if self.world.chats[chat.id]["type"] == "channel" else "edited_message"
        with self.world.changed:
            self.world.messages[chat.id, message["message_id"]] = edited
        self.world.announce(kind, edited)

    def _messages(self, chat_id: int) -> list[Json]:
        messages = [message for (chat, _), message in self.world.messages.items() if chat == chat_id]
        return [message | {"out": message["from"]["id"] == YOU} for message in messages[-_SHOWN:]]


def _person(who: Who, language: Language) -> Person:
    return _Speaker(YOU, "You", language=language) if who == "you" else _Speaker(102, "Ana", "ana", language=language)


def _is_bots(message: Json) -> bool:
    return bool(message["from"]["is_bot"])


def _sendable(text: str) -> str:
    """The text as Telegram sends it on. Raises DeedError."""
    text = text.strip()
    if not text:
        raise DeedError("there is nothing to send")
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_TEXT:
        raise DeedError(f"a message has at most {LONGEST_TEXT} letters")
    return text
