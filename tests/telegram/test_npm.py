"""The bot against a Bot API server that we did not write: the npm package telegram-test-api."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botapi.running import Running
from botapi.small_base import CHAIR, PLACE, small_services

from bot.wording import messages

TOKEN = "666:AAF_example-token-for-the-package00"
NPM = Path(__file__).parents[1] / "npm"

pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed (sudo apt-get install npm)"),
    pytest.mark.skipif(
        not (NPM / "node_modules" / "telegram-test-api").is_dir(),
        reason="telegram-test-api is not installed (npm ci --prefix tests/npm)",
    ),
]


class Person:
    """Somebody who talks with the bot through the package's client."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, text: str) -> dict[str, Any]:
        """Send a text or a command; the message that the bot sends then."""
        return self._exchange({"say": text})

    def press(self, data: str, message_id: int) -> dict[str, Any]:
        """Press a button of a message; the message as the bot edits it then."""
        return self._exchange({"press": data, "message_id": message_id})

    def heard(self) -> dict[str, Any]:
        """The next thing that the script prints."""
        assert self._process.stdout is not None
        heard: dict[str, Any] = json.loads(self._process.stdout.readline() or '{"error": "the script has ended"}')
        return heard

    def _exchange(self, wish: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        return self.heard()


@pytest.fixture(scope="module")
def person() -> Iterator[Person]:
    command = ["node", str(NPM / "conversation.js"), TOKEN]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        someone = Person(process)
        running = Running(someone.heard()["url"], TOKEN, small_services())
        yield someone
        running.stop()
        assert running.failure is None


def test_a_question_is_answered_as_a_reply_with_its_evidence(person: Person) -> None:
    answer = person.say("Who chaired it?")
    assert answer["text"].startswith(f"<b>{CHAIR.answer}</b>\n<blockquote>{CHAIR.evidence}</blockquote>\n")
    assert answer["text"].partition("\n<i>")[0].endswith(">Harbour Post, 4 May 2021</a>")
    assert answer["parse_mode"] == "HTML"
    assert json.loads(answer["reply_parameters"])["message_id"] == 1


def test_what_is_not_on_record_is_said_to_be_so(person: Person) -> None:
    assert person.say("What did it cost?")["text"].startswith(messages.NOT_ON_RECORD)


def test_a_command_is_obeyed(person: Person) -> None:
    assert f"/meetings – {dict(messages.COMMANDS)['meetings']}" in person.say("/help")["text"]


def test_a_choice_edits_its_message_into_the_answer(person: Person) -> None:
    offer = person.say("where, and who chaired it?")
    [[first], [second]] = offer["reply_markup"]["inline_keyboard"]
    assert first["callback_data"] == f"answer:{CHAIR.key}"
    edited = person.press(second["callback_data"], offer["message_id"])
    assert edited["text"].startswith("<b>Old &lt;Town&gt; Hall</b>\n")
    assert PLACE.evidence in edited["text"]
