"""Updates in order within a chat and not across chats; calls over lines that are not lost."""

from __future__ import annotations

import asyncio
import datetime

import pytest
from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, CallbackQuery, Chat, Message, Update, User

from bot.telegram.connection import ASIDE, Connection
from bot.telegram.order import ChatOrder

DATE = datetime.datetime(2022, 1, 1, tzinfo=datetime.UTC)


def update_in(chat: int, number: int) -> Update:
    return Update(number, message=Message(number, DATE, Chat(chat, "private")))


def press_in(chat: int, number: int, message: int) -> Update:
    pressed = CallbackQuery(
        str(number), User(1, "Somebody", is_bot=False), "1", message=Message(message, DATE, Chat(chat, "private"))
    )
    return Update(number, callback_query=pressed)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), max_size=12))
def test_each_chat_is_handled_in_order_whatever_takes_how_long(updates: list[tuple[int, int]]) -> None:
    handled: list[tuple[int, int]] = []
    order = ChatOrder()

    async def handle(chat: int, number: int, turns: int) -> None:
        async with order.turn(update_in(chat, number)):
            for _ in range(turns):
                await asyncio.sleep(0)
            handled.append((chat, number))

    async def all_of_them() -> None:
        async with asyncio.TaskGroup() as tasks:
            for number, (chat, turns) in enumerate(updates):
                tasks.create_task(handle(chat, number, turns))

    asyncio.run(all_of_them())
    assert len(handled) == len(updates)
    for chat in (1, 2, 3):
        numbers = [number for where, number in handled if where == chat]
        assert numbers == sorted(numbers)
    assert order._queues == {}


async def wait_in_turn(order: ChatOrder, update: Update, until: asyncio.Event) -> None:
    async with order.turn(update):
        await until.wait()


@pytest.mark.parametrize("other", [update_in(2, 2), press_in(1, 2, 7), Update(2)])
async def test_what_takes_long_keeps_no_other_chat_no_press_and_nothing_inline_waiting(other: Update) -> None:
    order, go_on, at_once = ChatOrder(), asyncio.Event(), asyncio.Event()
    at_once.set()
    slow = asyncio.create_task(wait_in_turn(order, update_in(1, 1), go_on))
    await asyncio.sleep(0)
    await wait_in_turn(order, other, at_once)
    assert not slow.done()
    go_on.set()
    await slow


async def test_presses_below_one_message_wait_for_each_other() -> None:
    order, go_on = ChatOrder(), asyncio.Event()
    first = asyncio.create_task(wait_in_turn(order, press_in(1, 1, 7), go_on))
    await asyncio.sleep(0)
    second = asyncio.create_task(wait_in_turn(order, press_in(1, 2, 7), asyncio.Event()))
    await asyncio.sleep(0)
    assert order._queues[1, 7].length == 2
    go_on.set()
    await first
    second.cancel()


async def test_an_update_that_fails_lets_the_next_one_of_its_chat_pass() -> None:
    order = ChatOrder()
    with pytest.raises(ValueError, match=r"^$"):
        async with order.turn(update_in(1, 1)):
            raise ValueError
    async with order.turn(update_in(1, 2)):
        pass
    assert order._queues == {}


def test_calls_that_are_given_up_cost_no_line() -> None:
    async def give_up_and_call(url: str) -> list[str]:
        async with Bot(TOKEN, f"{url}/bot", request=Connection()) as bot:
            for turns in range(3 * ASIDE):
                given_up = asyncio.create_task(bot.get_me())
                for _ in range(turns):
                    await asyncio.sleep(0)
                given_up.cancel()
            found = await asyncio.gather(*(bot.get_me() for _ in range(ASIDE)))
        return [user.username or "" for user in found]

    with BotApi(TOKEN, BOT) as api:
        assert asyncio.run(give_up_and_call(api.url)) == [BOT.username] * ASIDE


def test_more_calls_than_lines_are_all_made() -> None:
    async def call_all(url: str) -> list[str]:
        async with Bot(TOKEN, f"{url}/bot", request=Connection()) as bot:
            found = await asyncio.gather(*(bot.get_me() for _ in range(3 * ASIDE)))
        return [user.username or "" for user in found]

    with BotApi(TOKEN, BOT) as api:
        assert asyncio.run(call_all(api.url)) == [BOT.username] * (3 * ASIDE)
