"""Compiles and edits from the chat are killed at random points: the base is whole each time, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from base_killing import BASE, kill_compiles, kill_edits
from harbour_board import make_base

KILLS = int(os.environ.get("ONRECORD_TEST_KILLS", "20"))
"""How often each is killed."""


def test_whenever_a_compile_is_killed_the_base_is_whole_and_no_edit_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    toll = kill_compiles(KILLS, seed=14)
    assert (toll.lost, toll.broken) == ([], [])
    assert toll.in_time > KILLS / 2


def test_whenever_an_edit_from_the_chat_is_killed_the_base_is_whole_and_what_was_confirmed_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_base(BASE)
    toll = kill_edits(KILLS, seed=14)
    assert (toll.lost, toll.broken) == ([], [])
    assert toll.in_time == KILLS
