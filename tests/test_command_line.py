from __future__ import annotations

import gc

from bot.command_line import SELDOM, seldom_collecting


def test_unused_objects_are_looked_for_as_before_when_a_command_is_over() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.isenabled()
        assert gc.get_threshold()[0] == SELDOM
    assert gc.get_threshold() == before
