"""Updates in order within a chat and not across chats; calls at Telegram's pace."""

from __future__ import annotations

import asyncio
import datetime

import pytest
from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Chat, Message, Update

from bot.telegram.connection import BURST, CONNECTIONS, Connection, Pace
from bot.telegram.order import ChatOrder

DATE = datetime.datetime(2022, 1, 1, tzinfo=datetime.UTC)


def update_in(chat: int, number: int) -> Update:
    return Update(number, message=Message(number, DATE, Chat(chat, "private")))


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), max_size=12))
def test_each_chat_is_handled_in_order_whatever_takes_how_long(updates: list[tuple[int, int]]) -> None:
    handled: list[tuple[int, int]] = []
    order = ChatOrder()

    async def handle(chat: int, number: int, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)
        handled.append((chat, number))

    async def all_of_them() -> None:
        async with asyncio.TaskGroup() as tasks:
            for number, (chat, turns) in enumerate(updates):
                tasks.create_task(order.process_update(update_in(chat, number), handle(chat, number, turns)))

    asyncio.run(all_of_them())
    assert len(handled) == len(updates)
    for chat in (1, 2, 3):
        numbers = [number for where, number in handled if where == chat]
        assert numbers == sorted(numbers)
    assert order._queues == {}


def test_a_chat_that_takes_long_keeps_no_other_waiting() -> None:
    async def both() -> None:
        order, go_on = ChatOrder(), asyncio.Event()
        slow = asyncio.create_task(order.process_update(update_in(1, 1), go_on.wait()))
        await order.process_update(update_in(2, 2), asyncio.sleep(0))
        assert not slow.done()
        go_on.set()
        await slow

    asyncio.run(both())


def test_an_update_that_fails_lets_the_next_one_of_its_chat_pass() -> None:
    async def fail() -> None:
        raise ValueError

    async def both() -> None:
        order = ChatOrder()
        with pytest.raises(ValueError, match=r"^$"):
            await order.process_update(update_in(1, 1), fail())
        await order.process_update(update_in(1, 2), asyncio.sleep(0))

    asyncio.run(both())


def test_a_private_chat_gets_a_short_burst_and_then_waits_its_turn() -> None:
    async def send(pace: Pace, chat: int) -> None:
        async def call() -> bool:
            return True

        await pace.process_request(call, (), {}, "sendMessage", {"chat_id": chat}, None)

    async def sent_at_once() -> tuple[int, int]:
        pace = Pace()
        tasks = [asyncio.create_task(send(pace, 1)) for _ in range(BURST + 2)]
        other = asyncio.create_task(send(pace, 2))
        await asyncio.sleep(0.1)
        done = sum(task.done() for task in tasks), int(other.done())
        for task in tasks:
            task.cancel()
        return done

    assert asyncio.run(sent_at_once()) == (BURST, 1)


def test_calls_that_are_given_up_cost_no_line() -> None:
    async def give_up_and_call(url: str) -> list[str]:
        async with Bot(TOKEN, f"{url}/bot", request=Connection()) as bot:
            for turns in range(3 * CONNECTIONS):
                given_up = asyncio.create_task(bot.get_me())
                for _ in range(turns):
                    await asyncio.sleep(0)
                given_up.cancel()
            found = await asyncio.gather(*(bot.get_me() for _ in range(CONNECTIONS)))
        return [user.username or "" for user in found]

    with BotApi(TOKEN, BOT) as api:
        assert asyncio.run(give_up_and_call(api.url)) == [BOT.username] * CONNECTIONS


def test_more_calls_than_lines_are_all_made() -> None:
    async def call_all(url: str) -> list[str]:
        async with Bot(TOKEN, f"{url}/bot", request=Connection()) as bot:
            found = await asyncio.gather(*(bot.get_me() for _ in range(3 * CONNECTIONS)))
        return [user.username or "" for user in found]

    with BotApi(TOKEN, BOT) as api:
        assert asyncio.run(call_all(api.url)) == [BOT.username] * (3 * CONNECTIONS)
