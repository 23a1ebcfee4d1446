"""The methods of the Bot API that the bot may call, by the rules of https://core.telegram.org/bots/api.

Stricter than Telegram, which ignores parameters that it does not know.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

from botapi.markup import MarkupError, parse_html, utf16_units
from botapi.world import Json, World

TEXT_LIMIT = 4096
CALLBACK_TEXT_LIMIT = 200
_KINDS = {"message", "edited_message", "channel_post", "inline_query", "callback_query", "my_chat_member"}
_CHAT_ACTIONS = {"typing", "upload_photo", "upload_document", "find_location"}


class RefusalError(Exception):
    """An error in Telegram's form."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> RefusalError:
    """What Telegram says to a request that it cannot follow."""
    return RefusalError(400, f"Bad Request: {description}")


def call(world: World, method: str, given: Json) -> object:
    """The result of a method. Raises RefusalError."""
    if method not in METHODS:
        raise RefusalError(404, "Not Found")
    function, parameters = METHODS[method]
    for name in given:
        if name not in parameters:
            raise bad(f"unknown parameter {name!r} of {method}")
    values = {name: _read(name, parameters[name], value) for name, value in given.items()}
    return function(world, values)


def _read(name: str, type_: type, value: object) -> object:
    if isinstance(value, str) and type_ is not str:
        try:
            value = json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse parameter {name!r}: {error}") from error
    if not isinstance(value, type_) or (isinstance(value, bool) and type_ is int):
        raise bad(f"parameter {name!r} must be of type {type_.__name__}")
    return value


def _get_me(world: World, given: Json) -> Json:
    return world.bot.as_json() | {"can_join_groups": True, "can_read_all_group_messages": True}


def _set_my_commands(world: World, given: Json) -> bool:
    commands = given.get("commands", [])
    if len(commands) > 100:
        raise bad("too many commands")
    for command in commands:
        if command.keys() != {"command", "description"} or not re.fullmatch("[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands = commands
    return True


def _delete_webhook(world: World, given: Json) -> bool:
    if given.get("drop_pending_updates"):
        world.updates.clear()
    return True


def _get_updates(world: World, given: Json) -> list[Json]:
    """Long polling: updates below `offset` are forgotten; waits up to `timeout` seconds for one that is allowed."""
    offset, limit, timeout = given.get("offset", 0), given.get("limit", 100), given.get("timeout", 0)
    if not 1 <= limit <= 100:
        raise bad("limit must be between 1 and 100")
    allowed = given.get("allowed_updates") or sorted(_KINDS)
    if not set(allowed) <= _KINDS:
        raise bad("unknown kind of update in allowed_updates")
    with world.changed:
        poll = world.begin_poll()
        if offset < 0:
            world.updates = world.updates[offset:]
        else:
            world.updates = [update for update in world.updates if update["update_id"] >= offset]
        world.changed.notify_all()
        deadline = time.monotonic() + timeout
        while True:
            world.updates = [update for update in world.updates if set(update) & set(allowed)]
            if world.updates or time.monotonic() >= deadline:
                return world.updates[:limit]
            world.changed.wait(deadline - time.monotonic())
            if not world.is_latest_poll(poll):
                raise RefusalError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )


def _send_message(world: World, given: Json) -> Json:
    chat_id = _writable_chat(world, given)
    content = _content(given)
    if (thread := given.get("message_thread_id")) is not None:
        if (chat_id, thread) not in world.threads:
            raise bad("message thread not found")
        content |= {"message_thread_id": thread, "is_topic_message": True}
    reply = given.get("reply_parameters", {})
    if reply.keys() - {"message_id", "chat_id", "allow_sending_without_reply"}:
        raise bad("can't parse reply parameters")
    if reply:
        replied = world.messages.get((chat_id, reply["message_id"]))
        if replied is not None:
            content["reply_to_message"] = {key: value for key, value in replied.items() if key != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    return world.post(chat_id, world.bot.as_json(), content)


def _edit_message_text(world: World, given: Json) -> Json:
    chat_id = _writable_chat(world, given)
    message = world.messages.get((chat_id, given.get("message_id", 0)))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != world.bot.id:
        raise bad("message can't be edited")
    content = _content(given)
    if content == {key: message[key] for key in ("text", "entities", "reply_markup") if key in message}:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    kept = {key: value for key, value in message.items() if key not in ("text", "entities", "reply_markup")}
    edited: Json = kept | content | {"edit_date": int(time.time())}
    world.messages[chat_id, message["message_id"]] = edited
    return edited


def _answer_callback_query(world: World, given: Json) -> bool:
    query = world.queries.get(given.get("callback_query_id", ""))
    if query is None or "answered" in query or query.get("too_old"):
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(given.get("text", "")) > CALLBACK_TEXT_LIMIT:
        raise bad("MESSAGE_TOO_LONG")
    query["answered"] = given.get("text")
    return True


def _send_chat_action(world: World, given: Json) -> bool:
    _writable_chat(world, given)
    if given.get("action") not in _CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def _writable_chat(world: World, given: Json) -> int:
    chat_id: int = given.get("chat_id", 0)
    if chat_id not in world.chats:
        raise bad("chat not found")
    if chat_id in world.blocked_in:
        raise RefusalError(403, "Forbidden: bot was blocked by the user")
    return chat_id


def _content(given: Json) -> Json:
    """Text, entities and keyboard of a message that is sent or edited."""
    text, entities = given.get("text", ""), []
    if given.get("parse_mode", "HTML") != "HTML":
        raise bad("unsupported parse_mode")
    if "parse_mode" in given:
        try:
            text, parsed = parse_html(text)
        except MarkupError as error:
            raise bad(f"can't parse entities: {error}") from error
        entities = [
            {"type": entity.type, "offset": entity.offset, "length": entity.length}
            | ({"url": entity.url} if entity.url else {})
            for entity in parsed
        ]
    if not text.strip():
        raise bad("message text is empty")
    if utf16_units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if "reply_markup" in given:
        content["reply_markup"] = _keyboard(given["reply_markup"])
    return content


def _keyboard(markup: Json) -> Json:
    if markup.keys() != {"inline_keyboard"}:
        raise bad("object expected as reply markup")
    for row in markup["inline_keyboard"]:
        for button in row:
            if button.keys() != {"text", "callback_data"} or not button["text"].strip():
                raise bad("can't parse inline keyboard button")
            if not 1 <= len(button["callback_data"].encode()) <= 64:
                raise bad("BUTTON_DATA_INVALID")
    return markup


METHODS: dict[str, tuple[Callable[[World, Json], object], dict[str, type]]] = {
    "getMe": (_get_me, {}),
    "setMyCommands": (_set_my_commands, {"commands": list, "scope": dict, "language_code": str}),
    "deleteWebhook": (_delete_webhook, {"drop_pending_updates": bool}),
    "getUpdates": (_get_updates, {"offset": int, "limit": int, "timeout": int, "allowed_updates": list}),
    "sendMessage": (
        _send_message,
        {
            "chat_id": int,
            "message_thread_id": int,
            "text": str,
            "parse_mode": str,
            "link_preview_options": dict,
            "disable_notification": bool,
            "reply_parameters": dict,
            "reply_markup": dict,
        },
    ),
    "editMessageText": (
        _edit_message_text,
        {
            "chat_id": int,
            "message_id": int,
            "text": str,
            "parse_mode": str,
            "link_preview_options": dict,
            "reply_markup": dict,
        },
    ),
    "answerCallbackQuery": (
        _answer_callback_query,
        {"callback_query_id": str, "text": str, "show_alert": bool, "cache_time": int},
    ),
    "sendChatAction": (_send_chat_action, {"chat_id": int, "message_thread_id": int, "action": str}),
}
