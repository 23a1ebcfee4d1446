"""A question that names an article whose page cannot be read: that is said, and nothing else is offered."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from ostford_board import WRITTEN
from quay_works import records

from bot import cli
from facts.pages import base

BROKEN = Path("facts/base/board.yaml")
SAID = f"The page of that article cannot be read: {BROKEN}. Mend it, and ask again.\n"


@pytest.fixture(autouse=True)
def _base(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A base of two meetings of one committee, and the page of a board that cannot be read."""
    for name in [name for name in os.environ if name.startswith(("ONRECORD_", "TELEGRAM_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    for record in records():
        base.save(BROKEN.with_name(f"{record.article.id}.yaml"), base.dump(record))
    title = "title: Fishing rights are settled in the north"
    BROKEN.write_text(
        WRITTEN.replace("title: null", title).replace("answer: A. Ark", "answer:A. Ark"), encoding="utf-8"
    )


def ask(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert cli.main(["ask", *args]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(f"onrecord: {BROKEN}:26: a blank is missing behind the colon")
    return printed.out


@pytest.mark.parametrize(
    "question",
    ["Who chaired the Board of Ostford?", "Was there a meeting in ostford?", "Which fishing rights were settled?"],
)
def test_it_is_said_where_a_word_of_the_meeting_or_two_of_the_headline_name_it(
    question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(capsys, question) == SAID
    reply = json.loads(ask(capsys, "--json", question))
    assert (reply["status"], reply["answer"], reply["suggestions"]) == ("none", None, [])


@pytest.mark.parametrize(
    "question",
    [
        "Who chaired the meeting?",
        "Was fishing discussed?",
        "How many were there on 30 June 2020?",
        "Who chaired the third meeting of the Quay Works Committee?",
        "Who paid for the new opera house?",
    ],
)
def test_else_all_is_answered_as_without_that_page(question: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask(capsys, question)
    BROKEN.unlink()
    assert cli.main(["ask", question]) == 0
    assert capsys.readouterr().out == said != SAID


def test_a_conversation_says_it_too_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = "Who chaired the Board of Ostford?\n1\nWho chaired the third meeting of the Quay Works Committee?\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(asked))
    assert cli.main(["chat"]) == 1
    lines = capsys.readouterr().out
    assert lines.startswith(SAID + "There is no suggestion of that number.\nRuna Falk\n")
