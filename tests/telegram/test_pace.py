"""The pace at which Telegram is called: its rates are kept, and nobody waits but whom Telegram named."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from botapi.pace import Pace as Telegrams
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.telegram.pace import RETRIES, TELEGRAMS, UNPACED, Pace
from bot.telegram.rates import DIGEST, EDIT, REPLY, Rates, Slot, Turns, Window

PRIVATE, OTHER, GROUP = 7, 8, -9


class Clock:
    """Seconds, as the test sets them."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0, 5), max_size=60), st.integers(1, 5), st.floats(1, 10))
def test_a_window_lets_never_more_pass_than_it_should_and_makes_nobody_wait_longer_than_needed(
    gaps: list[float], limit: int, seconds: float
) -> None:
    window, now, passed = Window(limit, seconds), 0.0, list[float]()
    for gap in gaps:
        now += gap
        while (wait := window.wait(now)) > 0:
            now += wait + 1e-6
        window.count(Slot(now))
        passed.append(now)
    for first, last in zip(passed, passed[limit:], strict=False):
        assert last - first >= seconds - 1e-6


def by(clock: Clock) -> Pace:
    """A pace by a clock that stands still; whose turn it is among all chats goes by the loop's, and is left out."""
    pace = Pace(TELEGRAMS, clock)
    pace._turns = None
    return pace


async def say(pace: Pace, clock: Clock, chat: int, priority: int = REPLY) -> float:
    """Say something as soon as it may be said; when that was."""
    while (wait := pace.wait(chat, priority)) > 0:
        clock.now += wait + 1e-6  # else it may stand still for the rounding
    async with pace.turn(chat, priority):
        return clock.now


@given(st.lists(st.tuples(st.sampled_from((PRIVATE, OTHER, GROUP)), st.floats(0, 3), st.booleans()), max_size=80))
def test_whatever_is_said_when_telegram_refuses_none_of_it(steps: list[tuple[int, float, bool]]) -> None:
    clock = Clock()
    telegram = Telegrams(clock)

    async def say_all() -> None:
        pace = by(clock)
        for chat, gap, is_edit in steps:
            clock.now += gap
            await say(pace, clock, chat, EDIT if is_edit else REPLY)
            assert telegram.wait(chat) == 0

    asyncio.run(say_all())


async def test_a_group_gets_twenty_a_minute_and_others_do_not_wait_for_it() -> None:
    clock = Clock()
    pace = by(clock)
    times = [await say(pace, clock, GROUP) for _ in range(40)]
    assert times[19] - times[0] < 30
    assert all(later - earlier > 60 for earlier, later in zip(times, times[20:], strict=False))
    assert pace.wait(PRIVATE) == 0


async def test_edits_leave_half_of_a_groups_minute_to_messages() -> None:
    clock = Clock()
    pace = by(clock)
    began = clock.now
    times = [await say(pace, clock, GROUP, EDIT) for _ in range(12)]
    assert sum(time - began < 60 for time in times) <= 10
    pace = by(clock)
    for _ in range(10):
        await say(pace, clock, GROUP, EDIT)
    assert pace.wait(GROUP, EDIT) > 10
    assert pace.wait(GROUP) < 3


async def test_the_most_urgent_goes_first_and_then_who_came_first() -> None:
    turns = Turns(10**4, asyncio.get_running_loop().time)
    turns._next = asyncio.get_running_loop().time() + 0.05
    order: list[str] = []

    async def take(name: str, priority: int) -> None:
        await turns.take(priority)
        order.append(name)

    given = [("digest", DIGEST), ("edit", EDIT), ("one", REPLY), ("two", REPLY)]
    await asyncio.gather(*(take(*each) for each in given))
    assert order == ["one", "two", "edit", "digest"]


async def test_who_gives_up_waiting_takes_nobodys_turn() -> None:
    turns = Turns(1, asyncio.get_running_loop().time)
    turns._next = asyncio.get_running_loop().time() + 0.05
    given_up, other = asyncio.create_task(turns.take(REPLY)), asyncio.create_task(turns.take(REPLY))
    await asyncio.sleep(0)
    given_up.cancel()
    await other
    assert len(turns) == 0


class Method:
    """A method of Telegram's that tells to wait so often, then takes each call."""

    def __init__(self, pace: Pace, *waits: float) -> None:
        self._pace, self._waits, self.calls = pace, list(waits), 0

    async def __call__(self, endpoint: str, chat: int | None = None) -> str:
        async def call() -> str:
            self.calls += 1
            if self._waits:
                raise RetryAfter(int(self._waits.pop(0)))
            return "taken"

        data = {} if chat is None else {"chat_id": chat}
        result: str = await self._pace.process_request(call, (), {}, endpoint, data, None)
        return result


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """How long was slept, without sleeping; the clock of a test that has one goes on by it."""
    times: list[float] = []
    pause = asyncio.sleep

    async def sleep(seconds: float) -> None:
        await pause(0)
        if seconds:
            times.append(seconds)
        CLOCK.now += seconds + 1e-6

    with monkeypatch.context() as patch:
        patch.setattr("bot.telegram.pace.asyncio.sleep", sleep)
        yield times


CLOCK = Clock()


@pytest.mark.parametrize(
    ("endpoint", "chat", "same", "others"),
    [
        ("setMyCommands", None, [("setMyCommands", None)], [("sendMessage", PRIVATE), ("getChatMember", GROUP)]),
        ("sendMessage", GROUP, [("editMessageText", GROUP)], [("sendMessage", PRIVATE), ("answerCallbackQuery", None)]),
        ("getChatMember", GROUP, [("getChatMember", GROUP)], [("sendMessage", GROUP), ("getChatMember", -10)]),
    ],
)
async def test_whom_telegram_named_waits_and_nobody_else(
    slept: list[float],
    endpoint: str,
    chat: int | None,
    same: list[tuple[str, int | None]],
    others: list[tuple[str, int | None]],
) -> None:
    pace = Pace(UNPACED, CLOCK)
    with pytest.raises(RetryAfter):
        await Method(pace, *[20] * 10)(endpoint, chat)
    slept.clear()
    for other in others:
        assert await Method(pace)(*other) == "taken"
    assert slept == []
    for each in same:
        assert await Method(pace)(*each) == "taken"
    assert sum(slept) == pytest.approx(20)


async def test_a_call_that_is_told_to_wait_is_made_again_and_at_last_given_up(slept: list[float]) -> None:
    pace = Pace(UNPACED, CLOCK)
    assert await Method(pace, 5)("getChatMember", GROUP) == "taken"
    assert sum(slept) == pytest.approx(5)
    stubborn = Method(pace, *[1] * 10)
    with pytest.raises(RetryAfter):
        await stubborn("getChatMember", GROUP)
    assert stubborn.calls == RETRIES + 1


async def test_a_press_is_not_acknowledged_when_nobody_waits_for_it_any_more(slept: list[float]) -> None:
    pace = Pace(UNPACED, CLOCK)
    with pytest.raises(RetryAfter):
        await Method(pace, 60)("answerCallbackQuery")
    assert slept == []


async def test_menus_give_way_to_messages(slept: list[float]) -> None:
    pace = Pace(Rates(a_second=1), CLOCK)
    assert pace._turns is not None
    pace._turns._next = CLOCK.now + 3600
    waits = asyncio.create_task(pace._turns.take(REPLY))
    await asyncio.sleep(0)
    began = CLOCK.now
    assert await Method(pace)("setMyCommands") == "taken"
    assert CLOCK.now - began >= 5
    waits.cancel()
