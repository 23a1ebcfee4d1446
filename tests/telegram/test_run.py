"""`onrecord run` as a process: a YAML base, the real index, a Bot API server over HTTP, signals and exit status."""

from __future__ import annotations

import datetime
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.faults import Trouble
from botapi.methods import RefusalError
from botapi.rules import data_in
from botapi.running import BOT, MIRA
from botapi.server import BotApi
from botapi.world import PATIENCE, Chat, Json, Person, buttons, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import cli
from bot.wording import messages
from facts.model import Article, Fact, Meeting, Record
from facts.pages import base

SECRET = "AAF_example-secret-of-the-stand-in00"
TOKEN = f"424242:{SECRET}"

CHAIRED = "The fifth harbour forum on May 3 was chaired by Mayor Ana Brandt."
HELD = "Delegates met in the Old Town Hall of Oslo."
RECORD = Record(
    article=Article(
        id="2021-05-04-harbour-forum",
        date=datetime.date(2021, 5, 4),
        source="Harbour Post",
        title=None,
        url=None,
        file="seeds/2021-05-04-harbour-forum.txt",
        sha256="0" * 64,
    ),
    meeting=Meeting("fifth harbour forum", ("harbour forum",), "2021-05-03", "Oslo"),
    facts=(
        Fact(
            "chair",
            "who",
            "Who chaired the harbour forum on 3 May 2021?",
            "Mayor Ana Brandt",
            CHAIRED,
            (0, len(CHAIRED)),
            ("Who presided over the harbour forum?",),
        ),
        Fact(
            "place",
            "where",
            "Where was the harbour forum held?",
            "the Old Town Hall of Oslo",
            HELD,
            (len(CHAIRED) + 1, len(CHAIRED) + 1 + len(HELD)),
        ),
    ),
)


@pytest.fixture
def base_folder(tmp_path: Path) -> Path:
    base.save(tmp_path / f"{RECORD.article.id}.yaml", base.dump(RECORD))
    return tmp_path


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as server:
        yield server


SHORT_MINUTE = (
    "import sys; from bot import cli; from bot.telegram import polling; polling.REFUSED_S = 1.5; sys.exit(cli.main())"
)
"""The program, for which a token that is refused for a second and a half is a wrong one."""


def start(base_folder: Path, **environ: str) -> subprocess.Popen[str]:
    """A process, with a database of its own unless one is named."""
    environ = {"XDG_STATE_HOME": tempfile.mkdtemp(dir=base_folder)} | environ
    return subprocess.Popen(
        [sys.executable, "-c", SHORT_MINUTE, "run", "--base", str(base_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("TELEGRAM_")} | environ,
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status, and all that was printed."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out + err


def one_line(printed: str) -> str:
    assert len(printed.splitlines()) == 1, printed
    assert SECRET not in printed
    return printed


def test_questions_are_answered_from_the_base_until_the_signal(api: BotApi, base_folder: Path) -> None:
    process = start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url)
    chat = api.private_chat(MIRA)
    answer = chat.answer_to(chat.say(MIRA, "who chaired the harbour forum"))
    assert marked(answer, "bold") == ["Mayor Ana Brandt"]
    assert marked(answer, "blockquote") == [CHAIRED]
    assert "\nHarbour Post, 4 May 2021\n" in answer["text"]
    silent = chat.answer_to(chat.say(MIRA, "How much did the harbour forum cost?"))
    assert silent["text"].startswith((messages.NOT_ON_RECORD, messages.NOT_SURE))
    group = api.group()
    assert marked(group.answer_to(group.say(MIRA, "@onrecord_bot where was the harbour forum held?")), "bold") == [
        "the Old Town Hall of Oslo"
    ]
    listed = chat.answer_to(chat.say(MIRA, "/meetings"))
    assert "fifth harbour forum\n3 May 2021, Oslo" in listed["text"]
    process.send_signal(signal.SIGTERM)
    status, printed = end(process)
    assert status == 0
    assert SECRET not in printed


def test_a_choice_of_the_real_index_leads_to_its_answer(api: BotApi, base_folder: Path) -> None:
    process = start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url)
    chat = api.private_chat(MIRA)
    # The key is what a button carries; a message with it is put there as if offered before the process began.
    key = key_of_chair(base_folder)
    offered: Json = {"text": "?", "reply_markup": {"inline_keyboard": [[{"text": "1", "callback_data": key}]]}}
    message = api.world.post(chat.id, BOT.as_json(), offered)
    assert buttons(message) == {"1": key}
    chat.press(MIRA, message["message_id"], key)
    assert marked(chat.wait_for_text(message["message_id"], "Brandt"), "bold") == ["Mayor Ana Brandt"]
    process.send_signal(signal.SIGINT)
    assert end(process)[0] == 0


def key_of_chair(base_folder: Path) -> str:
    from bot import index
    from bot.replies import Reply
    from bot.wording import render

    found = index.load(base_folder)
    answer = next(
        answer
        for entry in found.entries
        if (answer := found.answer(entry.fact_id)) is not None and answer.answer == "Mayor Ana Brandt"
    )
    return data_in(render.as_message(Reply("suggest", "?", suggestions=(answer,))))[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "😀😀",
        "???",
        "\u200b",
        "من ترأس الاجتماع؟",
        "谁主持了会议?",
        "<b>who</i> &nbsp; <script>",
        "zebra " * 1700,
        "x" * 10_000,
    ],
)
def test_hostile_text_gets_a_short_polite_reply_from_the_real_matcher(shared: BotApi, text: str) -> None:
    chat = somebodys_chat(shared)
    answer = chat.answer_to(chat.say(Person(chat.id, "Somebody"), text))
    assert answer["text"].startswith(
        (messages.NOT_ON_RECORD, messages.NO_WORDS, messages.TOO_LONG, messages.OTHER_LANGUAGE)
    )


@given(st.text(min_size=1))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_a_reply_from_the_real_matcher(shared: BotApi, text: str) -> None:
    chat = somebodys_chat(shared)
    assert chat.answer_to(chat.say(Person(chat.id, "Somebody"), text))["text"] != messages.TROUBLE


def somebodys_chat(api: BotApi) -> Chat:
    """A private chat of somebody new, who has not asked too much yet."""
    return api.private_chat(Person(5000 + len(api.world.chats), "Somebody"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotApi]:
    """A server with one process at work for many tests."""
    folder = tmp_path_factory.mktemp("base")
    base.save(folder / f"{RECORD.article.id}.yaml", base.dump(RECORD))
    with BotApi(TOKEN, BOT) as server:
        process = start(folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=server.url)
        yield server
        process.send_signal(signal.SIGTERM)
        status, printed = end(process)
        assert status == 0
        assert "WARNING" not in printed
        assert "ERROR" not in printed


def test_without_a_token_one_line_says_where_to_get_one(base_folder: Path) -> None:
    status, printed = end(start(base_folder))
    assert status == 2
    assert "@BotFather" in one_line(printed)


def test_a_malformed_token_is_refused_in_one_line_without_it(base_folder: Path) -> None:
    status, printed = end(start(base_folder, TELEGRAM_BOT_TOKEN=SECRET))
    assert status == 2
    assert "TELEGRAM_BOT_TOKEN" in one_line(printed)


@pytest.mark.parametrize("level", ["info", "debug"])
def test_a_wrong_token_is_said_at_once_and_after_a_minute_ends_the_bot(
    api: BotApi, base_folder: Path, level: str
) -> None:
    api.token = "1:another"
    status, printed = end(
        start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, ONRECORD_LOG_LEVEL=level)
    )
    assert status == 2
    first, last = printed.splitlines()
    assert "TELEGRAM_BOT_TOKEN is not accepted; asking again" in first
    assert last.startswith("onrecord: TELEGRAM_BOT_TOKEN is not accepted by")
    assert SECRET not in printed


def test_a_server_out_of_reach_is_named_in_one_line(base_folder: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        status, printed = end(start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=url))
    assert status == 3
    assert url in one_line(printed)


@pytest.mark.parametrize("url", ["http://exa mple", "http://é..é", "http://[::1]x", "http://-"])
def test_an_address_that_is_none_is_named_in_one_line(base_folder: Path, url: str) -> None:
    status, printed = end(start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=url))
    assert status in (2, 3)
    assert "TELEGRAM_API_URL" in one_line(printed)


def test_neither_the_token_nor_what_people_write_is_in_the_log(api: BotApi, base_folder: Path) -> None:
    process = start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, ONRECORD_LOG_LEVEL="info")
    chat = api.private_chat(MIRA)
    chat.answer_to(chat.say(MIRA, "where is my zebra?"))
    api.token = "1:another"
    chat.say(MIRA, "where is my zebra now?")
    status, printed = end(process)
    assert status == 2
    assert "@onrecord_bot" in printed
    assert SECRET not in printed
    assert "zebra" not in printed
    assert "Traceback" not in printed


def test_another_process_with_the_token_is_told_of(api: BotApi, base_folder: Path) -> None:
    api.fail_next("getUpdates", RefusalError(409, "Conflict: terminated by other getUpdates request"))
    process = start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url)
    chat = api.private_chat(MIRA)
    chat.answer_to(chat.say(MIRA, "???"))
    process.send_signal(signal.SIGTERM)
    status, printed = end(process)
    assert status == 0
    assert "Another process answers with this token" in printed


def test_told_to_stop_twice_while_nothing_can_be_sent_it_ends_and_the_next_start_says_it(
    api: BotApi, base_folder: Path, tmp_path: Path
) -> None:
    settings_ = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "ONRECORD_DATABASE_URL": f"sqlite:///{tmp_path / 'state' / 'onrecord.sqlite3'}",
    }
    chat = api.private_chat(MIRA)
    process = start(base_folder, **settings_)
    with api.in_trouble(Trouble("hang", frozenset({"sendMessage"}))) as trouble:
        asked = [chat.say(MIRA, "who chaired the harbour forum") for _ in range(3)]
        deadline = time.monotonic() + PATIENCE
        while not trouble.met and time.monotonic() < deadline:
            time.sleep(0.02)
        for _ in range(2):
            process.send_signal(signal.SIGTERM)
        status, printed = end(process)
    assert status == 0
    assert "Traceback" not in printed
    process = start(base_folder, **settings_)
    for question in asked:
        chat.answer_to(question)
    process.send_signal(signal.SIGTERM)
    assert end(process)[0] == 0
    assert [len(chat.answers_to(question)) for question in asked] == [1, 1, 1]


def test_what_is_stuck_does_not_keep_the_process_from_ending() -> None:
    code = (
        "import asyncio, os, signal, time\n"
        "from bot.telegram import app\n"
        "app.ENDING_S = 0.5\n"
        "async def main():\n"
        "    stop = app.told_to_stop()\n"
        "    stuck = asyncio.get_running_loop().run_in_executor(None, time.sleep, 600)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    await stop.wait()\n"
        "asyncio.run(main())\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_base_that_cannot_be_used_is_to_be_set_right_first(api: BotApi, tmp_path: Path) -> None:
    (tmp_path / "page.yaml").write_text("article: [")
    status, printed = end(start(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url))
    assert status == 2
    assert "page.yaml" in one_line(printed)


def test_what_nobody_has_thought_of_is_for_a_supervisor(
    small_base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object) -> int:
        raise ZeroDivisionError("a thing")

    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setattr("bot.telegram.run", break_down)
    assert cli.main(["run", "--base", str(small_base)]) == 3
    assert "unexpected ZeroDivisionError: a thing" in one_line(capsys.readouterr().err)


def test_a_database_out_of_reach_is_for_a_supervisor(api: BotApi, base_folder: Path) -> None:
    url = "sqlite:////proc/nowhere/onrecord.sqlite3"
    status, printed = end(
        start(base_folder, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=api.url, ONRECORD_DATABASE_URL=url)
    )
    assert status == 3
    assert "ONRECORD_DATABASE_URL" in one_line(printed)


def test_running_needs_no_parser() -> None:
    code = "import sys, bot.telegram.app, bot.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "telegram" in loaded
    assert not {"spacy", "dateparser", "thinc", "torch"} & set(loaded)
