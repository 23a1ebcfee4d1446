"""The token never reaches a log, whoever logs it."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest
from clock import Clock

from bot.telegram import logs
from bot.telegram.logs import Redaction

SECRET = "AAF_example-secret"
TOKEN = f"424242:{SECRET}"


def logged(record: logging.LogRecord) -> str:
    assert Redaction(TOKEN).filter(record)
    return logging.Formatter().format(record)


def record(message: str, *args: object, **more: object) -> logging.LogRecord:
    return logging.makeLogRecord({"msg": message, "args": args, "levelname": "INFO", **more})


@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("POST https://api.telegram.org/bot%s/getMe", (TOKEN,)),
        (f"POST https://api.telegram.org/bot{quote(TOKEN, safe='')}/getMe", ()),
        ("The token `%s` was rejected", (TOKEN,)),
        ("only its half: %s", (SECRET,)),
        ("%s", ({"token": TOKEN},)),
        (f"a message whose arguments do not fit {TOKEN} %d", (TOKEN,)),
    ],
)
def test_a_message_is_logged_without_the_token(message: str, args: tuple[object, ...]) -> None:
    text = logged(record(message, *args))
    assert SECRET not in text
    assert "[token]" in text


def test_an_exception_is_logged_without_the_token() -> None:
    try:
        int(TOKEN)
    except ValueError as error:
        text = logged(record("failed", exc_info=(ValueError, error, error.__traceback__)))
    assert "ValueError" in text
    assert "[token]" in text
    assert SECRET not in text


def test_a_stack_is_logged_without_the_token() -> None:
    assert SECRET not in logged(record("here", stack_info=f"token = {TOKEN!r}"))


def test_what_has_no_token_is_logged_as_it_is() -> None:
    assert logged(record("%d of %s", 3, "four")) == "3 of four"


def test_a_trouble_that_goes_on_is_logged_once_a_minute_with_how_often_it_was_met(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = Clock()
    seldom = logs.Seldom(logging.getLogger("bot.somewhere"), clock)
    for second in range(150):
        clock.now += 1
        seldom.warn("no updates", "No updates: %s", second)
        if second % 50 == 0:
            seldom.warn("other", "Another trouble")
    said = [record.getMessage() for record in caplog.records]
    assert [line for line in said if line.startswith("No updates")] == [
        "No updates: 0",
        "No updates: 60 (and 59 more meanwhile)",
        "No updates: 120 (and 59 more meanwhile)",
    ]
    assert [line for line in said if line.startswith("Another")] == [
        "Another trouble",
        "Another trouble (and 1 more meanwhile)",
    ]
