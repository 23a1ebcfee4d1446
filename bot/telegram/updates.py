"""The JSON of an update → `Update`, or nothing where it cannot be read: nobody promises that it has the form one knows.

What the surfaces use of an update is checked first, since the library takes over whatever stands there. Where the rest
has a form that the library does not know (of an older server, or a newer one), the update is read without the rest.
"""

from __future__ import annotations

import logging
from typing import Annotated, Any, Final

import msgspec
from telegram import Bot, Update

from bot.store import Received
from bot.store.inbox import key_of

_Number = Annotated[int, msgspec.Meta(ge=-(2**52), le=2**52)]
"""Ids of chats and people have at most 52 significant bits."""
_Count = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
_Date = Annotated[int, msgspec.Meta(ge=0, lt=2**33)]
"""Unix time in seconds."""

logger = logging.getLogger(__name__)


class UpdateError(ValueError):
    """An update cannot be read. The message names its kind and its number and holds nothing of its content."""


class _Form(msgspec.Struct, omit_defaults=True):
    """Something of which only the fields that the surfaces use are read."""


class _User(_Form, omit_defaults=False):
    id: _Number
    is_bot: bool
    first_name: str
    username: str | None = None
    language_code: str | None = None


class _Chat(_Form):
    id: _Number
    type: str
    title: str | None = None
    username: str | None = None
    is_forum: bool | None = None


class _Entity(_Form):
    type: str
    offset: _Count
    length: _Count
    user: _User | None = None


class _Message(_Form, rename={"sender": "from"}):
    message_id: _Count
    date: _Date
    chat: _Chat
    sender: _User | None = None
    sender_chat: _Chat | None = None
    via_bot: _User | None = None
    message_thread_id: _Count | None = None
    is_topic_message: bool | None = None
    is_automatic_forward: bool | None = None
    media_group_id: str | None = None
    edit_date: _Date | None = None
    text: str | None = None
    caption: str | None = None
    entities: list[_Entity] = []
    caption_entities: list[_Entity] = []
    migrate_to_chat_id: _Number | None = None
    migrate_from_chat_id: _Number | None = None
    reply_to_message: _Message | None = None


class _Pressed(_Form, rename={"sender": "from"}):
    """The message below which a button was pressed: all but its place may be gone."""

    message_id: _Count
    chat: _Chat
    date: _Date
    sender: _User | None = None
    text: str | None = None


class _CallbackQuery(_Form, rename={"sender": "from"}):
    id: str
    sender: _User
    chat_instance: str = ""
    data: str | None = None
    message: _Pressed | None = None
    inline_message_id: str | None = None


class _InlineQuery(_Form, rename={"sender": "from"}, omit_defaults=False):
    id: str
    sender: _User
    query: str
    offset: str = ""


class _ChosenResult(_Form, rename={"sender": "from"}):
    result_id: str
    sender: _User
    query: str


class _Member(_Form, omit_defaults=False):
    user: _User
    status: str
    until_date: _Date = 0


class _MemberChange(_Form, rename={"sender": "from"}):
    chat: _Chat
    sender: _User
    date: _Date
    old_chat_member: _Member
    new_chat_member: _Member


class _Update(_Form):
    update_id: int
    message: _Message | None = None
    edited_message: _Message | None = None
    channel_post: _Message | None = None
    edited_channel_post: _Message | None = None
    callback_query: _CallbackQuery | None = None
    inline_query: _InlineQuery | None = None
    chosen_inline_result: _ChosenResult | None = None
    my_chat_member: _MemberChange | None = None


class _Press(_Form, rename={"sender": "from"}):
    """What a pressed button needs to rest."""

    id: str
    sender: _User
    chat_instance: str = "0"


class _PressUpdate(_Form):
    update_id: int
    callback_query: _Press


class _AnyPress(_Form):
    id: Annotated[str, msgspec.Meta(max_length=64)]


class _AnyPressUpdate(_Form):
    callback_query: _AnyPress


_DECODER: Final = msgspec.json.Decoder(_Update)
_PRESS_DECODER: Final = msgspec.json.Decoder(_PressUpdate)


def read(number: int, payload: str, bot: Bot) -> Update:
    """The update of this number. Raises UpdateError."""
    try:
        known = _DECODER.decode(payload)
    except (msgspec.DecodeError, RecursionError):
        found = _read_known(number, payload, _press(number, payload), bot)
    else:
        found = _read_whole(payload, bot) or _read_known(number, payload, known, bot)
    if not _has_places(found):
        raise UpdateError(_name(number, payload))
    return found


def press_in(payload: str) -> str | None:
    """The id of the press that an update tells of, though it cannot be read; None if it tells of none.

    >>> press_in('{"update_id": 7, "callback_query": {"id": "8", "from": "nobody"}}')
    '8'
    """
    try:
        return msgspec.json.decode(payload, type=_AnyPressUpdate).callback_query.id
    except (msgspec.DecodeError, RecursionError):
        return None


def received(update: Update, payload: str) -> Received:
    """The update as it is kept until it is handled."""
    chat, person = update.effective_chat, update.effective_sender
    return Received(key_of(payload), update.update_id, chat.id if chat else 0, person.id if person else 0, payload)


def _read_whole(payload: str, bot: Bot) -> Update | None:
    """The update with all that is in it; None if the library cannot read it."""
    try:
        return Update.de_json(msgspec.json.decode(payload), bot)
    except Exception as error:  # the library raises what comes about where something is not as it expects
        logger.debug("An update is read without what has an unknown form: %s", type(error).__name__)
        return None


def _press(number: int, payload: str) -> _PressUpdate:
    """The press of a button, whatever else is wrong with it. Raises UpdateError."""
    try:
        return _PRESS_DECODER.decode(payload)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UpdateError(_name(number, payload)) from error


def _read_known(number: int, payload: str, known: _Update | _PressUpdate, bot: Bot) -> Update:
    fields = msgspec.to_builtins(known)
    if len(fields) < 2:  # nothing but the number
        raise UpdateError(_name(number, payload))
    try:
        return Update.de_json(fields, bot)
    except Exception as error:
        raise UpdateError(_name(number, payload)) from error


def _has_places(update: Update) -> bool:
    """Whether chat and sender have ids that can be kept."""
    chat, sender = update.effective_chat, update.effective_sender
    return all(type(each.id) is int and abs(each.id) <= 2**52 for each in (chat, sender) if each is not None)


def _name(number: int, payload: str) -> str:
    """The kind of an update, if it is a known one, and its number."""
    try:
        fields: Any = msgspec.json.decode(payload, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        fields = {}
    kind = next((kind for kind in Update.ALL_TYPES if kind in fields), "unknown kind")
    return f"{kind} {number}"
