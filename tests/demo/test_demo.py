"""The demo: the real bot behind a page, what the page may be told, and what it shows in a browser."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botapi.server import BotApi
from botapi.world import Json

from demo.__main__ import bot_process
from demo.browser import Page, browsing, chromium
from demo.server import DemoServer
from demo.stage import BOT, CHANNEL, GROUP, TOKEN, YOU, Stage

CHAIR = "Who chaired the fourth meeting of the Harbour Board?"
PATIENCE = 60.0
"""Seconds that a reply is waited for."""


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as api:
        yield api


@pytest.fixture
def demo(api: BotApi) -> Iterator[DemoServer]:
    with DemoServer(Stage(api)) as server:
        yield server


@pytest.fixture
def bot(api: BotApi, small_base: Path) -> Iterator[None]:
    """The real bot, at work with the harbour board's base."""
    with bot_process(api, dict(os.environ) | {"ONRECORD_BASE": str(small_base)}):
        yield


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium here, so the demo's page is not looked at (sudo apt-get install chromium)")
    with browsing(executable) as page:
        yield page


def request(demo: DemoServer, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
    """The status and the answer (JSON read, all else as text)."""
    host, port = demo.url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    payload = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
    connection.request(method, path, payload, {"Content-Type": "application/json"} | headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, json.loads(text) if response.headers["Content-Type"] == "application/json" else text


def do(demo: DemoServer, **deed: object) -> Json:
    status, answer = request(demo, "POST", "/do", deed)
    assert status == 200, answer
    done: Json = answer
    return done


def replies(demo: DemoServer, chat: int, message: int) -> list[Json]:
    """The bot's replies to a message, as the page is told of them; waits for the first."""
    deadline, version = time.monotonic() + PATIENCE, ""
    while time.monotonic() < deadline:
        _, state = request(demo, "GET", f"/state?seen={version}")
        version = state["version"]
        said = next(shown["messages"] for shown in state["chats"] if shown["id"] == chat)
        if found := [one for one in said if one.get("reply_to_message", {}).get("message_id") == message]:
            return found
    raise AssertionError(f"no reply to {message} in {state}")


@pytest.mark.usefixtures("bot")
def test_the_real_bot_answers_in_a_private_chat_a_group_and_a_channel(demo: DemoServer) -> None:
    asked = do(demo, do="say", chat=YOU, text=CHAIR)["message"]
    mentioned = do(demo, do="say", chat=GROUP, by="ana", text=f"@{BOT.username} {CHAIR}")["message"]
    posted = do(demo, do="say", chat=CHANNEL, text=f"/ask {CHAIR}")["message"]
    for chat, message in ((YOU, asked), (GROUP, mentioned), (CHANNEL, posted)):
        (reply,) = replies(demo, chat, message)
        assert "Ana Lindqvist" in reply["text"]
        assert "Gotland Post, 14 May 2024" in reply["text"]


@pytest.mark.usefixtures("bot")
def test_results_of_inline_mode_can_be_sent_into_a_chat(demo: DemoServer) -> None:
    found = do(demo, do="inline", chat=GROUP, text="who chaired the harbour board")
    assert CHAIR in [result["title"] for result in found["results"]]
    number = [result["title"] for result in found["results"]].index(CHAIR)
    sent = do(demo, do="choose", chat=GROUP, query=found["query"], number=number)["message"]
    _, state = request(demo, "GET", "/state")
    shown = next(chat["messages"] for chat in state["chats"] if chat["id"] == GROUP)
    (message,) = [message for message in shown if message["message_id"] == sent]
    assert "Ana Lindqvist" in message["text"]
    assert message["via_bot"]["username"] == BOT.username


@pytest.mark.usefixtures("bot")
def test_commands_are_offered_as_the_bot_has_registered_them(demo: DemoServer) -> None:
    def offered() -> list[list[str]]:
        _, state = request(demo, "GET", "/state")
        return [[command["command"] for command in chat["commands"]["en"]] for chat in state["chats"]]

    deadline = time.monotonic() + PATIENCE
    while "shortcut" not in offered()[1] and time.monotonic() < deadline:
        time.sleep(0.1)
    private, group, channel = offered()
    assert "meetings" in private
    assert "shortcut" in group
    assert channel == []


def start(*args: str, **environ: str) -> subprocess.Popen[str]:
    """The demo as a process of its own."""
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(root), str(root / "tests")])
    command = [sys.executable, "-m", "demo", *args]
    return subprocess.Popen(
        command,
        env={**os.environ, "PYTHONPATH": path, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_names_its_page_and_ends_with_its_bot_when_it_is_told_to(small_base: Path, number: int) -> None:
    with start("0", ONRECORD_BASE=str(small_base)) as process:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:[0-9]+/", process.stdout.readline())
        assert address
        with urllib.request.urlopen(address[0]) as page:
            assert page.status == 200
        process.send_signal(number)
        assert process.communicate(timeout=PATIENCE) == ("", "")
        assert process.returncode == 0
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(address[0])


def test_a_demo_without_a_base_ends_and_says_why(tmp_path: Path) -> None:
    with start("0", ONRECORD_BASE=str(tmp_path / "nothing")) as process:
        said, problems = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (1, "")
    assert "there is no base here" in problems
    assert "has not started" in problems


@pytest.mark.parametrize("args", [("x",), ("65536",), ("-1",), ("1", "2")])
def test_a_demo_at_no_port_is_refused(args: tuple[str, ...]) -> None:
    with start(*args) as process:
        assert process.communicate(timeout=PATIENCE) == ("", "usage: deploy/demo [PORT]\n")
    assert process.returncode == 2


def test_a_port_that_is_taken_is_named(demo: DemoServer) -> None:
    port = demo.url.rpartition(":")[2]
    with start(port) as process:
        said, problem = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (1, "")
    assert f"port {port} cannot be used" in problem


def test_what_people_do_reaches_the_bot_as_updates(api: BotApi, demo: DemoServer) -> None:
    said = do(demo, do="say", chat=YOU, text="who?", language="vi")["message"]
    do(demo, do="edit", chat=YOU, message=said, text="who chaired?")
    posted = do(demo, do="say", chat=CHANNEL, text="/ask who?")["message"]
    do(demo, do="delete", chat=CHANNEL, message=posted)
    kinds = [next(kind for kind in update if kind != "update_id") for update in api.world.updates]
    assert kinds == ["message", "edited_message", "channel_post"]
    assert api.world.updates[0]["message"]["from"]["language_code"] == "vi"
    assert api.world.updates[1]["edited_message"]["text"] == "who chaired?"
    assert "from" not in api.world.updates[2]["channel_post"]
    assert (CHANNEL, posted) not in api.world.messages


@pytest.mark.parametrize(
    "deed",
    [
        {"do": "dance", "chat": YOU},
        {"do": "say", "chat": 5, "text": "who?"},
        {"do": "say", "chat": YOU, "text": " "},
        {"do": "say", "chat": YOU, "text": "x" * 4097},
        {"do": "say", "chat": YOU, "text": "who?", "reply_to": 99},
        {"do": "say", "chat": YOU, "text": "who?", "by": "the owner"},
        {"do": "press", "chat": YOU, "message": 99, "data": "x"},
        {"do": "edit", "chat": YOU, "message": 99, "text": "x"},
        {"do": "choose", "chat": YOU, "query": "99", "number": 0},
        b'{"do": "say", "chat": 101, "text": "\xff"}',
        b"",
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(demo: DemoServer, deed: object) -> None:
    status, answer = request(demo, "POST", "/do", deed)
    assert status == 400
    assert answer["error"]


def test_only_the_page_itself_is_served(demo: DemoServer) -> None:
    deed = {"do": "say", "chat": YOU, "text": "who?"}
    assert request(demo, "POST", "/do", deed, Host="evil.example")[0] == 403
    assert request(demo, "GET", "/", Host="evil.example")[0] == 403
    assert request(demo, "POST", "/do", deed, **{"Content-Type": "text/plain"})[0] == 404
    assert request(demo, "GET", "/etc/passwd")[0] == 404
    assert request(demo, "POST", "/do", b"x" * 100_001)[0] == 413
    status, html = request(demo, "GET", "/")
    assert status == 200
    assert "<title>Onrecord" in html


@pytest.mark.usefixtures("bot")
def test_a_person_types_a_question_and_reads_the_answer(demo: DemoServer, page: Page) -> None:
    page.resize(1360, 800)
    page.open(f"{demo.url}/")
    page.wait_for("document.querySelectorAll('.chat textarea').length === 3")
    page.run("document.querySelector('.chat.private textarea').focus()")
    page.type_text(CHAIR)
    page.press_enter()
    answer = "[...document.querySelectorAll('.chat.private .bubble > b')].map((one) => one.textContent).join()"
    assert page.wait_for(answer) == "Ana Lindqvist"
    assert "was chaired by Ana Lindqvist" in page.run("document.querySelector('.chat.private blockquote').textContent")
    assert page.run("document.querySelector('.chat.private .reply span').textContent") == CHAIR
    assert page.run("document.querySelector('.chat.private textarea').value") == ""


def test_a_pressed_button_shows_what_the_bot_says_and_an_edit_shows(api: BotApi, demo: DemoServer, page: Page) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Press me", "callback_data": "x:1"}]]}
    sent = bot_calls(api, "sendMessage", {"chat_id": YOU, "text": "Well?", "reply_markup": keyboard})
    page.open(f"{demo.url}/")
    page.wait_for("!!document.querySelector('.keys button')")
    page.run("document.querySelector('.keys button').click()")
    query = api.world.wait("a pressed button", lambda: pressed(api))
    bot_calls(api, "answerCallbackQuery", {"callback_query_id": query["id"], "text": "So be it"})
    edit = {"chat_id": YOU, "message_id": query["message"]["message_id"], "text": "<i>Well!</i>"}
    bot_calls(api, "editMessageText", edit | {"parse_mode": "HTML"})
    assert query["message"]["message_id"] == sent["message_id"]
    assert page.wait_for("document.querySelector('.toast.on')?.textContent") == "So be it"
    assert page.wait_for("document.querySelector('.chat.private .bubble > i')?.textContent") == "Well!"
    assert page.run("document.querySelectorAll('.keys').length") == 0


def bot_calls(api: BotApi, method: str, given: Json) -> Any:  # noqa: ANN401  (each method has its own)
    """The result of what the bot asks of the stand-in."""
    answered = api.handle(TOKEN, method, given)
    assert answered is not None
    assert answered[0] == 200, answered
    return answered[1]["result"]


def pressed(api: BotApi) -> Json | None:
    return next((update["callback_query"] for update in api.world.updates if "callback_query" in update), None)


def test_markup_in_a_text_is_shown_and_never_run(api: BotApi, demo: DemoServer, page: Page) -> None:
    hostile = "<img src=x onerror='window.hacked = 1'><script>window.hacked = 1</script>"
    bot_calls(
        api,
        "sendMessage",
        {
            "chat_id": YOU,
            "text": '<b>😀 bold</b> <a href="javascript:window.hacked=1">link</a>\n<blockquote>'
            + hostile.replace("<", "&lt;").replace(">", "&gt;")
            + "</blockquote>",
            "parse_mode": "HTML",
        },
    )
    do(demo, do="say", chat=YOU, text=hostile)
    page.open(f"{demo.url}/")
    page.wait_for("document.querySelectorAll('.chat.private .message').length === 2")
    assert page.run("document.querySelectorAll('main img, main script, .bubble a').length") == 0
    assert page.run("document.querySelector('.bubble > b').textContent") == "😀 bold"
    assert page.run("document.querySelector('.bubble > blockquote').textContent") == hostile
    assert page.run("typeof window.hacked") == "undefined"


@pytest.mark.parametrize("width", [1360, 390])
def test_the_page_fits_the_screen(demo: DemoServer, page: Page, width: int) -> None:
    page.resize(width, 800)
    page.open(f"{demo.url}/")
    page.wait_for("document.querySelectorAll('.chat textarea').length === 3")
    assert page.run("document.documentElement.scrollWidth") <= width
    shown = page.run("[...document.querySelectorAll('.chat')].filter((one) => one.offsetWidth).length")
    assert shown == (3 if width > 900 else 1)
