"""Many at once, with Telegram's limits on: everybody is answered once, in order, and the limits are kept."""

from __future__ import annotations

import collections
import contextlib
import time
from collections.abc import AsyncIterator

from botapi.load import Crowd, answers, ask_all, wait_for_answers
from botapi.pace import Pace
from botapi.running import BOT, TOKEN, at_work
from botapi.server import BotApi
from botapi.small_base import small_services

from bot.telegram import pace
from bot.telegram.flood import Flood
from bot.telegram.rates import REPLY

CROWD = Crowd(chats=42, questions=4, waiting=60)


class Watched(pace.Pace):
    """The bot's limiter, which notes when it lets a message go and where: how long that then takes is the machine's."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[float, int]] = []

    @contextlib.asynccontextmanager
    async def turn(self, chat: int, priority: int = REPLY) -> AsyncIterator[None]:
        async with super().turn(chat, priority):
            self.sent.append((time.monotonic(), chat))
            yield


def test_everybody_is_answered_once_in_order_and_within_the_limits() -> None:
    services = small_services()
    services.flood = Flood()
    limiter = Watched()
    with BotApi(TOKEN, BOT) as api:
        api.world.pace = Pace()
        asked = ask_all(api, CROWD)
        with at_work(services, limiter=limiter, api=api):
            wait_for_answers(api, asked, CROWD.waiting)
        replies = answers(api)
    assert set(collections.Counter(key for key, _ in replies).values()) == {1}
    assert len(replies) == CROWD.chats * CROWD.questions
    for conversation in asked:
        ours = [(question.chat.id, question.message) for question in conversation]
        assert [key for key, _ in replies if key in ours] == ours
    assert refused(limiter.sent) == 0


def test_what_is_sent_without_a_pace_breaks_the_limits() -> None:
    assert refused([(0.0, chat) for chat in range(1, 42)]) > 0


def refused(sent: list[tuple[float, int]]) -> int:
    """How many of these messages Telegram would refuse if each arrived when it was let go."""
    times = iter([when for when, _ in sent])
    pace = Pace(lambda: next(times))
    for _, chat in sent:
        pace.wait(chat)
    return pace.refused
