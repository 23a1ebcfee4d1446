"""The three chats of the demo, and what people do in them; the page sends each deed as one JSON object."""

from __future__ import annotations

import hashlib
import json
import time
from typing import Final, Literal, get_args

import msgspec
from botapi.server import BotApi
from botapi.world import Chat, Json, Person, World

TOKEN: Final = "1:demo-of-the-stand-in-without-a-secret"
BOT: Final = Person(1, "Onrecord", "onrecord_demo_bot", is_bot=True)
YOU: Final = 101
"""The id of the person whose chats these are."""
GROUP: Final = -1001
CHANNEL: Final = -3001
LONGEST_TEXT: Final = 4096
"""UTF-16 code units that Telegram lets a person send."""
LONGEST_QUERY: Final = 256
"""Letters of an inline query."""
_SHOWN: Final = 300
"""Messages of a chat that the page is given, the last ones."""

Who = Literal["you", "ana"]
Language = Literal["en", "vi"]
LANGUAGES: Final[tuple[str, ...]] = get_args(Language)


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


class Inline(msgspec.Struct, tag="inline", tag_field="do", forbid_unknown_fields=True):
    """Type after the bot's name, which gives results to choose from; `offset` is where they begin."""

    chat: int
    text: str
    offset: str = ""
    by: Who = "you"
    language: Language = "en"


class Choose(msgspec.Struct, tag="choose", tag_field="do", forbid_unknown_fields=True):
    """Send a result of what was typed after the bot's name."""

    chat: int
    query: str
    number: int
    by: Who = "you"
    language: Language = "en"


Deed = Say | Edit | Delete | Press | Inline | Choose


class Stage:
    """A private chat, a group that the person at the page administers, and a channel, with the bot in each."""

    def __init__(self, api: BotApi) -> None:
        self.api, self.world = api, api.world
        group = api.group(GROUP, "Press room")
        group.promote(_person("you", "en"), "creator")
        chats = (api.private_chat(_person("you", "en")), group, api.channel(CHANNEL, "Meetings of the week"))
        self.chats = {chat.id: chat for chat in chats}

    def state(self) -> Json:
        """All that the page shows; `version` tells whether anything has changed."""
        with self.world.changed:
            chats = [
                self.world.chats[chat.id]
                | {
                    "messages": self._messages(chat.id),
                    "commands": {language: commands_for(self.world, chat, language) for language in LANGUAGES},
                }
                for chat in self.chats.values()
            ]
            shown: Json = {"bot": self.world.bot.as_json(), "chats": chats}
            return shown | {"version": hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]}

    def state_after(self, version: str, patience: float) -> Json:
        """The state as soon as it is another than this version, or as it is after `patience` seconds."""
        deadline = time.monotonic() + patience
        with self.world.changed:
            while (state := self.state())["version"] == version and (left := deadline - time.monotonic()) > 0:
                self.world.changed.wait(left)
            return state

    def do(self, deed: Deed) -> Json:
        """Do it, and return what the page must know of it. Raises DeedError, and AssertionError if the bot is asked
        for something and does not answer."""
        chat = self.chats.get(deed.chat)
        if chat is None:
            raise DeedError("no such chat")
        if isinstance(deed, Say):
            return {"message": self._say(chat, deed)}
        if isinstance(deed, Inline):
            query = self.api.type_inline(_person(deed.by, deed.language), deed.text[:LONGEST_QUERY], deed.offset)
            return {"query": query} | self.api.results(query)
        if isinstance(deed, Choose):
            return {"message": self._choose(chat, deed)}
        return self._do_to_message(chat, deed)

    def _do_to_message(self, chat: Chat, deed: Press | Edit | Delete) -> Json:
        with self.world.changed:
            if (chat.id, deed.message) not in self.world.messages:
                raise DeedError("no such message")
            is_bots = (chat.id, deed.message) in self.world.own
        if isinstance(deed, Press):
            query = chat.press_anyway(_person(deed.by, deed.language), deed.message, deed.data)
            return {"shown": chat.shown_after(query)}
        if is_bots:
            raise DeedError("that is the bot's message")
        if isinstance(deed, Edit):
            chat.edit(deed.message, _sendable(deed.text))
        else:
            chat.delete(deed.message)
        return {}

    def _say(self, chat: Chat, deed: Say) -> int:
        text = _sendable(deed.text)
        with self.world.changed:
            if deed.reply_to is not None and (chat.id, deed.reply_to) not in self.world.messages:
                raise DeedError("the message replied to is gone")
            return chat.say(_person(deed.by, deed.language), text, reply_to=deed.reply_to)

    def _choose(self, chat: Chat, deed: Choose) -> int:
        with self.world.changed:
            results = (self.world.queries.get(deed.query, {}).get("answered") or {}).get("results", [])
            if not 0 <= deed.number < len(results):
                raise DeedError("no such result")
            return chat.send_result(_person(deed.by, deed.language), deed.query, deed.number)

    def _messages(self, chat_id: int) -> list[Json]:
        """The last messages of a chat, each with whose it is: `side` is "you", "other" or "bot"."""
        messages = [message for (chat, _), message in self.world.messages.items() if chat == chat_id]
        return [message | {"side": self._side(chat_id, message)} for message in messages[-_SHOWN:]]

    def _side(self, chat_id: int, message: Json) -> str:
        if (chat_id, message["message_id"]) in self.world.own:
            return "bot"
        return "you" if message.get("from", {"id": YOU})["id"] == YOU else "other"


def commands_for(world: World, chat: Chat, language: str) -> list[Json]:
    """The commands that an administrator is offered in a chat, by the order of
    https://core.telegram.org/bots/api#determining-list-of-commands."""
    scopes: tuple[str, ...] = (f"chat {chat.id}", "all_private_chats", "default")
    if chat.type == "channel":
        return []
    if chat.type != "private":
        here = (f"chat_administrators {chat.id}", f"chat {chat.id}")
        scopes = (*here, "all_chat_administrators", "all_group_chats", "default")
    for scope in scopes:
        for code in (language, ""):
            if commands := world.scoped_commands.get((scope, code)):
                return commands
    return []


def _person(who: Who, language: Language) -> Person:
    return Person(YOU, "You", language=language) if who == "you" else Person(102, "Ana", "ana", language=language)


def _sendable(text: str) -> str:
    """The text as Telegram sends it on. Raises DeedError."""
    text = text.strip()
    if not text:
        raise DeedError("there is nothing to send")
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_TEXT:
        raise DeedError(f"a message has at most {LONGEST_TEXT} letters")
    return text
