"""The methods of the Bot API that the bot may call, by the rules of https://core.telegram.org/bots/api.

Stricter than Telegram, which ignores parameters that it does not know.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

from botapi.markup import MarkupError, parse_html, utf16_units
from botapi.world import Json, World, member

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_TEXT_LIMIT = 200
_KINDS = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
}
INLINE_RESULTS = 50
_UNSEEN = (
    0x00AD,
    0x034F,
    0x115F,
    0x1160,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
)
_UNSEEN += (0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFFC)
_CHAT_ACTIONS = {"typing", "upload_photo", "upload_document", "find_location"}


class RefusalError(Exception):
    """An error in Telegram's form."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> RefusalError:
    """What Telegram says to a request that it cannot follow."""
    return RefusalError(400, f"Bad Request: {description}")


def is_blank(text: str) -> bool:
    """Whether nothing of a text would be seen, by what Telegram's library takes for empty."""
    return not text.translate(dict.fromkeys(_UNSEEN)).strip()


def call(world: World, method: str, given: Json) -> object:
    """The result of a method. Raises RefusalError."""
    if method not in METHODS:
        raise RefusalError(404, "Not Found")
    function, parameters = METHODS[method]
    for name, value in given.items():
        if name not in parameters and not isinstance(value, bytes):  # bytes are a file that another parameter names
            raise bad(f"unknown parameter {name!r} of {method}")
    values: Json = {name: _read(name, parameters.get(name, bytes), value) for name, value in given.items()}
    if world.pace is not None and method.startswith(("send", "edit")) and method != "sendChatAction":
        wait = world.pace.wait(values.get("chat_id", 0))
        if wait:
            raise RefusalError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
    return function(world, values)


def _read(name: str, type_: type, value: object) -> object:
    if isinstance(value, str) and type_ not in (str, object):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse parameter {name!r}: {error}") from error
    if not isinstance(value, type_) or (isinstance(value, bool) and type_ is int):
        raise bad(f"parameter {name!r} must be of type {type_.__name__}")
    return value


def _get_me(world: World, given: Json) -> Json:
    reads_all = not world.privacy_mode
    return world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": reads_all,
        "supports_inline_queries": True,
    }


def _set_my_commands(world: World, given: Json) -> bool:
    commands = given.get("commands", [])
    if len(commands) > 100:
        raise bad("too many commands")
    for command in commands:
        if command.keys() != {"command", "description"} or not re.fullmatch("[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len({command["command"] for command in commands}) < len(commands):
        raise bad("BOT_COMMAND_DUPLICATE")
    world.scoped_commands[_scope(world, given)] = commands
    return True


def _delete_my_commands(world: World, given: Json) -> bool:
    world.scoped_commands.pop(_scope(world, given), None)
    return True


def _get_my_commands(world: World, given: Json) -> list[Json]:
    return world.scoped_commands.get(_scope(world, given), [])


def _scope(world: World, given: Json) -> tuple[str, str]:
    """A scope and a language, by https://core.telegram.org/bots/api#botcommandscope."""
    scope = given.get("scope", {"type": "default"})
    kind = scope.get("type")
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        if scope.keys() != {"type"}:
            raise bad("can't parse BotCommandScope")
        name = kind
    elif kind in ("chat", "chat_administrators"):
        chat = world.chats.get(scope.get("chat_id"))
        if chat is None:
            raise bad("chat not found")
        if chat["type"] == "channel":
            raise bad("can't change commands in channel chats")
        name = f"{kind} {scope['chat_id']}"
    else:
        raise bad("unsupported BotCommandScope type specified")
    language = given.get("language_code", "")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad("invalid language code specified")
    return name, language


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
                strays, world.strays = world.strays, []
                return [*world.updates[:limit], *strays]
            world.changed.wait(deadline - time.monotonic())
            if not world.is_latest_poll(poll):
                raise RefusalError(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )


def _send_message(world: World, given: Json) -> Json:
    return _post(world, given, _writable_chat(world, given), _content(given))


def _send_photo(world: World, given: Json) -> Json:
    chat_id = _writable_chat(world, given)
    photo = given.get("photo", b"")
    if isinstance(photo, str):
        photo = given.get(photo.removeprefix("attach://"), b"")
    if not photo:
        raise bad("there is no photo in the request")
    file_id = str(len(world.files) + 1)
    world.files[file_id] = photo
    content: Json = {"photo": [{"file_id": file_id, "file_unique_id": file_id, "width": 1, "height": 1}], "text": ""}
    if "caption" in given:
        said = _content(
            {"text": given["caption"], **({"parse_mode": given["parse_mode"]} if "parse_mode" in given else {})}
        )
        if utf16_units(said["text"]) > CAPTION_LIMIT:
            raise bad("message caption is too long")
        content["caption"] = said["text"]
    if "reply_markup" in given:
        content["reply_markup"] = _keyboard(given["reply_markup"])
    return _post(world, given, chat_id, content)


def _post(world: World, given: Json, chat_id: int, content: Json) -> Json:
    """Send a message into a chat, perhaps into a topic and as a reply."""
    if (thread := given.get("message_thread_id")) is not None:
        if (chat_id, thread) not in world.threads:
            raise bad("message thread not found")
        if (chat_id, thread) in world.closed_threads:
            raise bad("TOPIC_CLOSED")
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
    if (chat_id, message["message_id"]) not in world.own:
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
    query["answered"], query["answered_at"] = given.get("text"), time.monotonic()
    return True


def _send_chat_action(world: World, given: Json) -> bool:
    chat_id = _writable_chat(world, given)
    if given.get("action") not in _CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    world.actions.append((chat_id, given["action"]))
    return True


def _answer_inline_query(world: World, given: Json) -> bool:
    query = world.queries.get(given.get("inline_query_id", ""))
    if query is None or "query" not in query or "answered" in query or query.get("too_old"):
        raise bad("query is too old and response timeout expired or query ID is invalid")
    results = given.get("results", [])
    if len(results) > INLINE_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    if len(given.get("next_offset", "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    if given.get("cache_time", 300) < 0:
        raise bad("invalid cache_time specified")
    button = given.get("button", {"text": "-", "start_parameter": "-"})
    if button.keys() != {"text", "start_parameter"} or not button["text"].strip():
        raise bad("can't parse inline query results button")
    if not re.fullmatch("[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
        raise bad("START_PARAM_INVALID")
    ids = [result.get("id", "") for result in results]
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    query["answered"] = {**given, "results": [_inline_result(result) for result in results]}
    return True


def _inline_result(result: Json) -> Json:
    known = {"type", "id", "title", "input_message_content", "description", "reply_markup"}
    if result.get("type") != "article" or result.keys() - known:
        raise bad("can't parse inline query result")
    if not 1 <= len(result.get("id", "").encode()) <= 64:
        raise bad("RESULT_ID_INVALID")
    if not result.get("title", "").strip():
        raise bad('can\'t find field "title"')
    given = result.get("input_message_content", {})
    if given.keys() - {"message_text", "parse_mode", "link_preview_options", "entities"}:
        raise bad("can't parse input message content")
    asked = {"text": given.get("message_text", "")}
    asked |= {key: given[key] for key in ("parse_mode",) if key in given}
    markup = {"reply_markup": _keyboard(result["reply_markup"])} if "reply_markup" in result else {}
    return {**result, "input_message_content": _content(asked), **markup}


def _get_chat_member(world: World, given: Json) -> Json:
    chat_id, user_id = given.get("chat_id", 0), given.get("user_id", 0)
    if chat_id not in world.chats:
        raise bad("chat not found")
    user = (
        world.bot.as_json() if user_id == world.bot.id else {"id": user_id, "is_bot": False, "first_name": "Somebody"}
    )
    return member(user, world.rank(chat_id, user_id))


def _writable_chat(world: World, given: Json) -> int:
    chat_id: int = given.get("chat_id", 0)
    if chat_id not in world.chats:
        raise bad("chat not found")
    if chat_id in world.migrated:
        new = world.migrated[chat_id]
        raise RefusalError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new}
        )
    if chat_id in world.blocked_in:
        raise RefusalError(403, "Forbidden: bot was blocked by the user")
    kind, rank = world.chats[chat_id]["type"], world.rank(chat_id, world.bot.id)
    if rank in ("left", "kicked"):
        raise RefusalError(403, f"Forbidden: bot was kicked from the {kind} chat")
    if kind == "channel" and rank != "administrator":
        raise RefusalError(403, "Forbidden: bot is not a member of the channel chat")
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
    if is_blank(text):
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
            kinds = button.keys() - {"text"}
            if len(kinds) != 1 or not button.get("text", "").strip():
                raise bad("can't parse inline keyboard button")
            if kinds == {"callback_data"}:
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    raise bad("BUTTON_DATA_INVALID")
            elif kinds == {"switch_inline_query"}:
                if len(button["switch_inline_query"]) > 256:
                    raise bad("SWITCH_INLINE_QUERY_INVALID")
            elif kinds != {"url"} or not re.match(r"https?://[^\s]+\Z", button["url"]):
                raise bad("BUTTON_URL_INVALID")
    return markup


METHODS: dict[str, tuple[Callable[[World, Json], object], dict[str, type]]] = {
    "getMe": (_get_me, {}),
    "setMyCommands": (_set_my_commands, {"commands": list, "scope": dict, "language_code": str}),
    "deleteMyCommands": (_delete_my_commands, {"scope": dict, "language_code": str}),
    "getMyCommands": (_get_my_commands, {"scope": dict, "language_code": str}),
    "getChatMember": (_get_chat_member, {"chat_id": int, "user_id": int}),
    "answerInlineQuery": (
        _answer_inline_query,
        {
            "inline_query_id": str,
            "results": list,
            "cache_time": int,
            "is_personal": bool,
            "next_offset": str,
            "button": dict,
        },
    ),
    "sendPhoto": (
        _send_photo,
        {
            "chat_id": int,
            "message_thread_id": int,
            "photo": object,
            "caption": str,
            "parse_mode": str,
            "disable_notification": bool,
            "reply_parameters": dict,
            "reply_markup": dict,
        },
    ),
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
