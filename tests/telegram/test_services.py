"""Questions are answered behind the event loop, which goes first."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from bot.index import Index
from bot.library import ready
from bot.telegram.services import NICENESS, Services


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
async def test_threads_that_answer_stand_back_behind_the_event_loop() -> None:
    services, own = Services(library=ready(Index([]), None)), niceness()
    behind = [await services.look_up(niceness), await services.read_up(niceness)]
    assert behind == [min(19, own + NICENESS)] * 2
    assert niceness() == own
