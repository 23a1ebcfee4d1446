"""Many at once, with Telegram's limits on: everybody is answered once, in order, and the limits are kept."""

from __future__ import annotations

import collections

from botapi.load import Crowd, answers, ask_all, wait_for_answers
from botapi.pace import Pace
from botapi.running import BOT, TOKEN, at_work
from botapi.server import BotApi
from botapi.small_base import small_desk

from bot.telegram import connection
from bot.telegram.flood import Flood

CROWD = Crowd(chats=42, questions=4, waiting=60)


def test_everybody_is_answered_once_in_order_and_within_the_limits() -> None:
    desk = small_desk()
    desk.flood = Flood()
    with BotApi(TOKEN, BOT) as api:
        api.world.pace = Pace()
        asked = ask_all(api, CROWD)
        with at_work(desk, limiter=connection.Pace(), api=api):
            wait_for_answers(api, asked, CROWD.waiting)
        replies = answers(api)
        assert set(collections.Counter(key for key, _ in replies).values()) == {1}
        assert len(replies) == CROWD.chats * CROWD.questions
        for conversation in asked:
            ours = [(question.chat.id, question.message) for question in conversation]
            assert [key for key, _ in replies if key in ours] == ours
        assert api.world.pace.refused == 0
