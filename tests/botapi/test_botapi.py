"""The stand-in itself: it must refuse what Telegram refuses, or the tests that lean on it prove nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from botapi.markup import Entity, MarkupError, parse_html
from botapi.methods import METHODS
from botapi.pace import Pace
from botapi.server import BotApi
from botapi.world import Chat, Person, entities_of

TOKEN = "7:example"
BOT = Person(7, "Bot", "some_bot", is_bot=True)
MIRA = Person(101, "Mira")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as server:
        yield server


@pytest.fixture
def chat(api: BotApi) -> Chat:
    return api.private_chat(MIRA)


def post(api: BotApi, method: str, **parameters: object) -> tuple[int, Any]:
    """The status and either the result or the description of the error."""
    return post_as(TOKEN, api, method, parameters)


def post_as(token: str, api: BotApi, method: str, parameters: dict[str, object]) -> tuple[int, Any]:
    data = {key: value if isinstance(value, str) else json.dumps(value) for key, value in parameters.items()}
    answer = httpx.post(f"{api.url}/bot{token}/{method}", data=data, timeout=30)
    content = answer.json()
    assert content["ok"] is (answer.status_code == 200)
    if content["ok"]:
        return 200, content["result"]
    assert content["error_code"] == answer.status_code
    return answer.status_code, content["description"]


def test_a_wrong_token_is_unauthorized(api: BotApi) -> None:
    assert post_as("7:wrong", api, "getMe", {}) == (401, "Unauthorized")


def test_an_unknown_method_is_not_found(api: BotApi) -> None:
    assert post(api, "sendPigeon") == (404, "Not Found")


def test_an_unknown_path_is_not_found(api: BotApi) -> None:
    assert httpx.get(f"{api.url}/getMe").status_code == 404


@pytest.mark.parametrize("method", sorted(METHODS))
def test_an_unknown_parameter_is_refused_by_every_method(api: BotApi, method: str) -> None:
    status, description = post(api, method, colour="red")
    assert (status, description[:30]) == (400, "Bad Request: unknown parameter")


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": "five"}, "can't parse parameter"),
        ({"text": "x", "message_thread_id": 3}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "reply_parameters": {"colour": 1}}, "can't parse reply parameters"),
        ({"text": "x", "reply_markup": {"keyboard": []}}, "object expected as reply markup"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}, "can't parse inline keyboard"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "é" * 33}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}},
            "BUTTON_DATA_INVALID",
        ),
    ],
)
def test_a_wrong_message_is_refused(api: BotApi, chat: Chat, parameters: dict[str, Any], said: str) -> None:
    status, description = post(api, "sendMessage", **{"chat_id": chat.id} | parameters)
    assert status == 400
    assert description.startswith(f"Bad Request: {said}")
    assert chat.said() == []


def test_the_limit_counts_text_without_markup(api: BotApi, chat: Chat) -> None:
    text = f"<b>{'&lt;' * 4096}</b>"
    assert post(api, "sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")[0] == 200


def test_a_reply_to_nothing_is_sent_if_that_is_allowed(api: BotApi, chat: Chat) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    status, sent = post(api, "sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)
    assert status == 200
    assert "reply_to_message" not in sent


def test_a_chat_that_blocks_the_bot_is_forbidden(api: BotApi, chat: Chat) -> None:
    api.world.blocked_in.add(chat.id)
    assert post(api, "sendMessage", chat_id=chat.id, text="x") == (403, "Forbidden: bot was blocked by the user")


def test_only_a_change_to_an_own_message_is_an_edit(api: BotApi, chat: Chat) -> None:
    theirs = chat.say(MIRA, "hello")
    own = post(api, "sendMessage", chat_id=chat.id, text="<b>x</b>", parse_mode="HTML")[1]["message_id"]
    edit = {"chat_id": chat.id, "parse_mode": "HTML"}
    assert "not modified" in post(api, "editMessageText", message_id=own, text="<strong>x</strong>", **edit)[1]
    assert "can't be edited" in post(api, "editMessageText", message_id=theirs, text="x", **edit)[1]
    assert "not found" in post(api, "editMessageText", message_id=99, text="x", **edit)[1]
    assert post(api, "editMessageText", message_id=own, text="x", **edit)[0] == 200


def test_a_pressed_button_is_answered_once(api: BotApi, chat: Chat) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    sent = post(api, "sendMessage", chat_id=chat.id, text="x", reply_markup=markup)[1]
    query = chat.press(MIRA, sent["message_id"], "y")
    assert post(api, "answerCallbackQuery", callback_query_id=query, text="x" * 201)[0] == 400
    assert post(api, "answerCallbackQuery", callback_query_id=query, text="done") == (200, True)
    assert chat.shown_after(query) == "done"
    assert "query is too old" in post(api, "answerCallbackQuery", callback_query_id=query)[1]


def test_commands_have_a_form(api: BotApi) -> None:
    assert post(api, "setMyCommands", commands=[{"command": "Ask!", "description": "x"}])[0] == 400
    assert post(api, "setMyCommands", commands=[{"command": "ask", "description": ""}])[0] == 400
    assert post(api, "setMyCommands", commands=[{"command": "ask", "description": "x"}]) == (200, True)


def test_chat_actions_are_known_ones(api: BotApi, chat: Chat) -> None:
    assert post(api, "sendChatAction", chat_id=chat.id, action="typing") == (200, True)
    assert post(api, "sendChatAction", chat_id=chat.id, action="dancing")[0] == 400


def test_updates_come_again_until_the_offset_confirms_them(api: BotApi, chat: Chat) -> None:
    for text in ("one", "two", "three"):
        chat.say(MIRA, text)

    def texts(**parameters: object) -> list[str]:
        return [update["message"]["text"] for update in post(api, "getUpdates", **parameters)[1]]

    assert texts() == ["one", "two", "three"]
    assert texts(limit=2) == ["one", "two"]
    second = post(api, "getUpdates")[1][1]["update_id"]
    assert texts(offset=second) == ["two", "three"]
    assert texts() == ["two", "three"]
    assert texts(offset=-1) == ["three"]
    assert texts(offset=second + 2) == []
    assert post(api, "getUpdates", limit=101)[0] == 400


def test_updates_that_are_not_asked_for_are_not_sent(api: BotApi, chat: Chat) -> None:
    chat.say(MIRA, "one")
    assert post(api, "getUpdates", allowed_updates=["callback_query"]) == (200, [])


def test_a_long_poll_waits_for_an_update(api: BotApi, chat: Chat) -> None:
    found: list[Any] = []
    poll = threading.Thread(target=lambda: found.extend(post(api, "getUpdates", timeout=20)[1]))
    poll.start()
    api.world.wait("the poll", lambda: api.calls or None)
    chat.say(MIRA, "one")
    poll.join(timeout=30)
    assert [update["message"]["text"] for update in found] == ["one"]


def test_a_second_poll_ends_the_first(api: BotApi) -> None:
    found: list[Any] = []
    poll = threading.Thread(target=lambda: found.append(post(api, "getUpdates", timeout=20)))
    poll.start()
    api.world.wait("the poll", lambda: api.calls or None)
    assert post(api, "getUpdates") == (200, [])
    poll.join(timeout=30)
    assert found[0][0] == 409


def article(**changes: object) -> dict[str, object]:
    return {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": "x"}} | changes


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ([article(id=str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(id="x" * 65)], "RESULT_ID_INVALID"),
        ([article(title=" ")], "can't find field"),
        ([article(input_message_content={"message_text": ""})], "message text is empty"),
        ([article(colour="red")], "can't parse inline query result"),
    ],
)
def test_wrong_inline_results_are_refused(api: BotApi, results: list[object], said: str) -> None:
    query = api.type_inline(MIRA, "x")
    status, description = post(api, "answerInlineQuery", inline_query_id=query, results=results)
    assert (status, said in description) == (400, True)


def test_an_inline_query_is_answered_once(api: BotApi) -> None:
    query = api.type_inline(MIRA, "x")
    assert post(api, "answerInlineQuery", inline_query_id=query, results=[article()]) == (200, True)
    assert "query is too old" in post(api, "answerInlineQuery", inline_query_id=query, results=[])[1]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("hello", False),
        ("@some_bot hello", True),
        ("@another_bot hello", False),
        ("/start@some_bot", True),
        ("/start@another_bot", False),
        ("/start", False),
    ],
)
def test_privacy_mode_keeps_from_the_bot_what_is_not_for_it(api: BotApi, text: str, heard: bool) -> None:
    api.world.privacy_mode = True
    api.group().say(MIRA, text)
    assert bool(api.world.updates) is heard


def test_in_privacy_mode_a_plain_command_is_heard_after_the_bot_spoke_and_so_is_a_reply(api: BotApi) -> None:
    api.world.privacy_mode = True
    group = api.group()
    said = post(api, "sendMessage", chat_id=group.id, text="x")[1]["message_id"]
    group.say(MIRA, "/start")
    group.say(MIRA, "hello", reply_to=said)
    group.say(MIRA, "hello")
    assert [update["message"]["text"] for update in api.world.updates] == ["/start", "hello"]


def test_only_a_channels_administrator_hears_and_posts(api: BotApi) -> None:
    channel = api.channel()
    channel.say(MIRA, "x")
    posted = post(api, "sendMessage", chat_id=channel.id, text="x")[1]
    assert "from" not in posted
    assert [set(update) - {"update_id"} for update in api.world.updates] == [{"channel_post"}]
    channel.promote(BOT, "member")
    assert post(api, "sendMessage", chat_id=channel.id, text="x")[0] == 403


def test_a_group_that_became_a_supergroup_says_where_it_went(api: BotApi) -> None:
    group = api.small_group()
    group.migrate(-1007)
    answer = httpx.post(f"{api.url}/bot{TOKEN}/sendMessage", data={"chat_id": str(group.id), "text": "x"}, timeout=30)
    assert answer.json()["parameters"] == {"migrate_to_chat_id": -1007}


def test_whoever_sends_too_fast_is_told_how_long_to_wait(api: BotApi, chat: Chat) -> None:
    now = 0.0
    api.world.pace = Pace(lambda: now)
    sent = [post(api, "sendMessage", chat_id=chat.id, text="x")[0] for _ in range(6)]
    assert sent == [200, 200, 200, 200, 429, 429]
    now = 3.0
    assert post(api, "sendMessage", chat_id=chat.id, text="x")[0] == 200
    group = api.group()
    assert [post(api, "sendMessage", chat_id=group.id, text="x")[0] for _ in range(23)].count(429) == 3


def test_a_connection_breaks_before_or_after_the_deed(api: BotApi, chat: Chat) -> None:
    for done, number in ((False, 0), (True, 1)):
        api.hang_up_next("sendMessage", done=done)
        with pytest.raises(httpx.HTTPError):
            post(api, "sendMessage", chat_id=chat.id, text="x")
        assert len(chat.said()) == number


def test_a_menu_has_a_known_scope(api: BotApi, chat: Chat) -> None:
    commands = [{"command": "ask", "description": "x"}]
    for scope in ({"type": "everywhere"}, {"type": "chat", "chat_id": 5}, {"type": "default", "chat_id": 5}):
        assert post(api, "setMyCommands", commands=commands, scope=scope)[0] == 400
    assert post(api, "setMyCommands", commands=commands, language_code="english")[0] == 400
    scope = {"type": "chat", "chat_id": chat.id}
    assert post(api, "setMyCommands", commands=commands, scope=scope, language_code="vi") == (200, True)
    assert post(api, "getMyCommands", scope=scope, language_code="vi") == (200, commands)
    assert post(api, "deleteMyCommands", scope=scope, language_code="vi") == (200, True)
    assert post(api, "getMyCommands", scope=scope, language_code="vi") == (200, [])


def test_html_is_read_into_text_and_entities() -> None:
    html = (
        "😀 <b>a &lt;<i>b</i></b>\n<blockquote expandable>q &amp; &#8217;</blockquote>"
        '<a href="https://e.org/?a=1&amp;b=2">l</a>'
    )
    assert parse_html(html) == (
        "😀 a <b\nq & ’l",
        (
            Entity("bold", 3, 4),
            Entity("italic", 6, 1),
            Entity("expandable_blockquote", 8, 5),
            Entity("text_link", 13, 1, "https://e.org/?a=1&b=2"),
        ),
    )


@pytest.mark.parametrize(
    "html",
    [
        "a < b",
        "a & b",
        "a > b",
        "&nbsp;",
        "&apos;",
        "&#0;",
        "&#xD800;",
        "<p>a</p>",
        "<b>a",
        "a</b>",
        "<b><i>a</b></i>",
        "<B>a</B>",
        '<b class="x">a</b>',
        "<a>a</a>",
        '<a href="">a</a>',
        '<a href="a"b">a</a>',
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        "<code><b>a</b></code>",
        "<br/>",
    ],
)
def test_wrong_html_is_refused(html: str) -> None:
    with pytest.raises(MarkupError):
        parse_html(html)


def test_commands_and_mentions_are_marked_in_utf16_units() -> None:
    assert entities_of("😀 /ask@some_bot hi @mira, a@b.org and/or 1/2") == [
        {"type": "bot_command", "offset": 3, "length": 13},
        {"type": "mention", "offset": 20, "length": 5},
    ]
