"""Updates that nobody should send: of every kind, and of none; each field may be missing, of another type or out of
range, each text may be markup, marks that turn what is read around, control characters, or very long."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Sequence
from typing import Any, Final

from botapi.world import Json, entities_of

MARK: Final = "zebra"
"""Every text holds it: where it turns up, somebody's text has."""
_PIECES: Final = (
    "<b>",
    "</i>",
    "<a href='tg://user?id=1'>",
    '<a href="javascript:alert(1)">',
    "</a>",
    "&",
    "&lt;",
    "&#0;",
    "&nbsp;",
    "<",
    ">",
    "[x](tg://user?id=1)",
    "*_`~||",
    "\\",
    '"',
    "'",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u200b",
    "\u0301" * 40,
    "\x00",
    "\x07\x1b[31m",
    "\ufeff",
    "\ud83d",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U000e0041",
    "\n\n\n",
    "\r",
    "\u2028",
    "%s %(x)s {0} {x}",
    "${jndi:ldap://x}",
    "'; DROP TABLE inbox; --",
    "who chaired it?",
    "where was it held?",
    "2020-02-30",
    "30 June 99999999999",
    "not that",
    "and?",
)
_COMMANDS: Final = (
    "/start",
    "/help",
    "/ask",
    "/meetings",
    "/more",
    "/settings",
    "/settings zone",
    "/settings quiet",
    "/listen",
    "/subscribe",
    "/unsubscribe",
    "/shortcut add",
    "/shortcut remove",
    "/shortcut list",
    "/privacy",
    "/forget",
    "/forget me",
    "/unanswered",
    "/stats",
    "/reload",
    "/nothing",
    "/ask@onrecord_bot",
    "@onrecord_bot",
)
_PRESSES: Final = (
    "answer",
    "back",
    "ask",
    "page",
    "more",
    "not",
    "meetings",
    "unanswered",
    "teach",
    "keep",
    "dismiss",
    "listen",
    "language",
    "",
)
_WELL_FORMED: Final = (
    "answer:{key}",
    "back:{key}",
    "ask:{key}",
    "page:{key}:{page}",
    "more:{key}:{page}",
    "not:{key}:{page}",
    "meetings:{page}",
    "unanswered:{page}",
    "teach:{key}:{key}",
    "keep:{key}",
    "dismiss:{key}",
    "listen:on",
    "listen:off",
    "language:vi",
    "language:xx",
)
_WRONG: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    -1,
    2**31,
    2**53,
    -(2**63),
    2**64,
    10**40,
    1.5,
    1e300,
    MARK,
    "",
    "7",
    [],
    {},
    [MARK],
    {MARK: MARK},
    [[[[[[MARK]]]]]],
)
_ENTITIES: Final = ("mention", "bot_command", "text_link", "text_mention", "custom_emoji", "blockquote", MARK)
_KINDS: Final = {
    "message": 45,
    "edited_message": 8,
    "channel_post": 4,
    "edited_channel_post": 2,
    "callback_query": 20,
    "inline_query": 9,
    "chosen_inline_result": 3,
    "my_chat_member": 4,
    "unknown": 5,
}
"""How many of a hundred are of each kind."""
_UNKNOWN: Final = ("poll", "message_reaction", "business_message", "purchased_paid_media", "kind_to_come")


class Hostile:
    """Makes them, the same from the same seed, about these people, groups and channels (by id), facts (by key), and
    messages of the bot's own (chat and id; None as long as there is none)."""

    def __init__(
        self,
        people: Sequence[int],
        groups: Sequence[int],
        channels: Sequence[int],
        facts: Sequence[str],
        own: Callable[[random.Random], tuple[int, int] | None],
        seed: int = 1,
    ) -> None:
        self._chance = random.Random(seed)
        self._people, self._groups, self._channels, self._facts, self._own = people, groups, channels, facts, own
        self._numbers = 10_000_000
        self._queries = 8_000_000_000

    def update(self) -> Json:
        """One more, without its number."""
        kind = self._chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        if kind == "unknown":
            return {self._chance.choice(_UNKNOWN): self._chance.choice((self._message(), *_WRONG))}
        content = self._content(kind)
        if self._chance.random() < 0.4:
            for _ in range(self._chance.randint(1, 3)):
                self._spoil(content, kept=("id",) if kind == "callback_query" else ())
        if self._chance.random() < 0.01:
            return {kind: self._chance.choice(_WRONG)}
        return {kind: content}

    def text(self) -> str:
        """Something that somebody may write, or be called."""
        parts = self._chance.choices(_PIECES, k=self._chance.randint(0, 6))
        said = MARK.join(["", *parts]) or MARK
        if self._chance.random() < 0.3:
            said = f"{self._chance.choice(_COMMANDS)} {said}"
        if self._chance.random() < 0.01:
            said *= self._chance.choice((50, 500, 3000))
        return said

    def data(self) -> str:
        """What a button may say that is not the bot's own."""
        key = "".join(self._chance.choices("0123456789abcdef", k=self._chance.choice((16, 16, 15, 17, 1))))
        if self._chance.random() < 0.5:
            key = self._chance.choice(self._facts)
        if self._chance.random() < 0.5:
            return self._chance.choice(_WELL_FORMED).format(key=key, page=self._chance.choice((0, 0, 1, 7, 999_999)))
        tail = self._chance.choice(("", ":0", ":999999", ":1000000", ":-1", f":{key}", ":on", ":en", ":1:2:3", MARK))
        what = self._chance.choice((key, "0", "1", "on", "xx", self.text()[:2000]))
        made = f"{self._chance.choice(_PRESSES)}:{what}{tail}"
        return made if self._chance.random() < 0.95 else made * 500

    def _content(self, kind: str) -> Json:
        if kind == "callback_query":
            self._queries += 1
            place: Json = self._chance.choice(
                ({"message": self._below()},) * 3 + ({"inline_message_id": self.text()}, {}, {"message": self._gone()})
            )
            said = self._chance.choice(({"data": self.data()},) * 9 + ({"game_short_name": self.text()}, {}))
            return {"id": str(self._queries), "from": self._user(), "chat_instance": self.text()} | place | said
        if kind == "inline_query":
            self._queries += 1
            offset = self._chance.choice(("", "10", "-1", "99999999", self.text()))
            return {"id": str(self._queries), "from": self._user(), "query": self.text(), "offset": offset}
        if kind == "chosen_inline_result":
            return {"result_id": self.data(), "from": self._user(), "query": self.text()}
        if kind == "my_chat_member":
            ranks = self._chance.choices(("member", "administrator", "left", "kicked", MARK), k=2)
            old, new = ({"user": self._user(), "status": rank, "until_date": 0} for rank in ranks)
            changed: Json = {"chat": self._chat(), "from": self._user(), "date": 1_790_000_000}
            return changed | {"old_chat_member": old, "new_chat_member": new}
        return self._message("channel" in kind)

    def _message(self, in_channel: bool = False) -> Json:
        self._numbers += 1
        chat = self._chat(in_channel)
        message: Json = {"message_id": self._numbers, "date": 1_790_000_000, "chat": chat}
        if not in_channel:
            message["from"] = self._user(chat["id"] if chat["id"] > 0 else None)
        if self._chance.random() < 0.1:
            message["sender_chat"] = self._chat()
        where = self._chance.choice(("text", "text", "text", "caption", "poll"))
        if where == "poll":
            message["poll"] = {"question": self.text(), "options": self._chance.choice(_WRONG)}
        else:
            message[where] = self.text()
            marks = "entities" if where == "text" else "caption_entities"
            message[marks] = (
                entities_of(message[where])
                if self._chance.random() < 0.6
                else [self._entity() for _ in range(self._chance.randint(0, 4))]
            )
        if self._chance.random() < 0.1 and not in_channel:
            message["reply_to_message"] = self._message()
        for field in ("migrate_to_chat_id", "migrate_from_chat_id", "message_thread_id"):
            if self._chance.random() < 0.005:
                message[field] = self._chance.choice((*self._groups, *_WRONG))
        return message

    def _below(self) -> Json:
        """A message that a button was pressed below, often one of the bot's own."""
        message, own = self._message(), self._own(self._chance)
        if own is not None and self._chance.random() < 0.7:
            message |= {"chat": {"id": own[0], "type": "private" if own[0] > 0 else "supergroup"}, "message_id": own[1]}
        return message

    def _gone(self) -> Json:
        return {"message_id": 1, "date": 0, "chat": self._chat()}

    def _chat(self, in_channel: bool = False) -> Json:
        if in_channel:
            return {"id": self._chance.choice(self._channels), "type": "channel", "title": self.text()}
        if self._chance.random() < 0.7:
            return {"id": self._chance.choice(self._people), "type": "private", "first_name": self.text()}
        return {"id": self._chance.choice(self._groups), "type": "supergroup", "title": self.text()}

    def _user(self, id_: int | None = None) -> Json:
        user: Json = {"id": id_ or self._chance.choice(self._people), "is_bot": False, "first_name": self.text()}
        if self._chance.random() < 0.5:
            user |= {"last_name": self.text(), "username": self.text()}
            user["language_code"] = self._chance.choice(("en", "de", "vi", "xx", "../../en", self.text()))
        return user

    def _entity(self) -> Json:
        entity: Json = {
            "type": self._chance.choice(_ENTITIES),
            "offset": self._chance.choice((0, 0, 1, 5, 4096, 10**6)),
            "length": self._chance.choice((1, 4, 13, 200, 10**6)),
        }
        return entity | {"url": self.text(), "user": self._user(), "custom_emoji_id": self.text()}

    def _spoil(self, content: Json, kept: Sequence[str]) -> None:
        """Change, take away or nest something anywhere in it, but not in the fields that are to be kept."""
        holder: Any = content
        while True:
            names = [name for name in holder if holder is not content or name not in kept]
            if not names:
                return
            name = self._chance.choice(names)
            inner = holder[name]
            if not (isinstance(inner, dict) and inner) or self._chance.random() < 0.4:
                break
            holder = inner
        how = self._chance.random()
        if how < 0.25:
            del holder[name]
        elif how < 0.35:
            holder[name] = self._nested(self._chance.choice((5, 60)))
        else:
            holder[name] = copy.deepcopy(self._chance.choice(_WRONG))

    def _nested(self, depth: int) -> object:
        nested: object = MARK
        for _ in range(depth):
            nested = [nested] if self._chance.random() < 0.5 else {MARK: nested}
        return nested
