"""While nothing can be sent one message at a time is tried; one chat's trouble keeps nobody back."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram import gate
from bot.telegram.gate import CLOSES_AT, Gate


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PAUSES_S", (0.02,))


def closed(opened: list[bool] | None = None, seconds: float | None = None) -> Gate:
    found = Gate(lambda: (opened if opened is not None else []).append(True))
    for chat in range(CLOSES_AT):
        found.failed(chat, "500", seconds)
    return found


async def test_one_chat_that_fails_again_and_again_keeps_nobody_back() -> None:
    found = Gate(lambda: None)
    for _ in range(20):
        found.failed(1, "500")
    assert found.is_open
    await found.passed(0)


async def test_chats_that_fail_between_others_that_do_not_keep_nobody_back() -> None:
    found = Gate(lambda: None)
    for chat in range(20):
        found.failed(chat, "500")
        if chat % 2:
            found.succeeded()
    assert found.is_open


async def test_a_call_that_takes_long_is_no_failure_while_others_are_answered() -> None:
    now = 100.0
    found = Gate(lambda: None, lambda: now)
    found.succeeded()
    now += 2.0
    for chat in range(CLOSES_AT):
        found.unanswered(chat, 3.0)
    assert found.is_open
    now += 2.0
    for chat in range(CLOSES_AT):
        found.unanswered(chat, 3.0)
    assert not found.is_open


async def test_several_chats_that_fail_at_once_keep_nobody_back_as_long_as_others_are_answered() -> None:
    now = 100.0
    found = Gate(lambda: None, lambda: now)
    for _ in range(20):
        found.succeeded()
        now += gate.QUIET_S / 2
        for chat in range(2 * CLOSES_AT):
            found.failed(chat, "500")
        assert found.is_open
    now += gate.QUIET_S
    found.failed(0, "500")
    assert not found.is_open


async def test_one_at_a_time_is_tried_and_of_those_who_wait_who_was_tried_least() -> None:
    found, order = closed(), list[int]()

    async def pass_(tries: int) -> None:
        await found.passed(tries)
        order.append(tries)

    tasks = [asyncio.create_task(pass_(tries)) for tries in (2, 0, 1)]
    await asyncio.sleep(0.03)
    assert order == [0]
    await asyncio.gather(*tasks)
    assert order == [0, 1, 2]


async def test_the_first_success_lets_all_pass_and_whoever_paused_go_on() -> None:
    opened: list[bool] = []
    found = closed(opened)
    tasks = [asyncio.create_task(found.passed(0)) for _ in range(5)]
    await asyncio.sleep(0)
    found.succeeded()
    await asyncio.wait_for(asyncio.gather(*tasks), 1)
    assert opened == [True]
    assert found.is_open


async def test_what_telegram_tells_several_chats_and_then_another_is_meant_for_all() -> None:
    found = closed(seconds=3600)
    await asyncio.wait_for(found.passed(0), 1)  # the trial, by a chat that was not told
    found.failed(99, "429", 3600)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(found.passed(0), 0.1)


async def test_who_gives_up_waiting_is_no_trial() -> None:
    found = closed()
    given_up, other = (asyncio.create_task(found.passed(tries)) for tries in (0, 1))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.wait_for(other, 1)
