"""Work spread over processes gives what it gives in one, and a process that ends takes no other work with it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facts import workers


def squared(number: int) -> tuple[int, int]:
    print("what work prints is no answer")
    return number * number, os.getpid()


def refused(number: int) -> int:
    if number == 3:
        raise ValueError("no threes")
    return number


def refused_with_a_lock(number: int) -> int:
    raise ValueError("no pickle", threading.Lock())


def ending(number: int) -> int:
    if number % 4 == 1:
        os._exit(9)
    return number


def sleeping(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_order_from_other_processes(processes: int) -> None:
    found = [each for each in workers.spread(squared, range(40), processes) if isinstance(each, tuple)]
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert 1 <= len({process for _, process in found} - {os.getpid()}) <= processes


def test_nothing_to_do_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert list(workers.spread(squared, [], 2)) == []


def test_what_work_raises_is_raised() -> None:
    found = workers.spread(refused, range(8), 2)
    assert [next(found) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="no threes"):
        next(found)


def test_an_error_that_cannot_be_sent_is_told() -> None:
    with pytest.raises(RuntimeError, match=r"ValueError: .*no pickle"):
        list(workers.spread(refused_with_a_lock, [1], 1))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_process_that_ends_takes_only_its_own_piece_with_it(processes: int) -> None:
    found = list(workers.spread(ending, range(10), processes))
    ended = [number for number, each in enumerate(found) if isinstance(each, workers.EndedError)]
    assert ended == [1, 5, 9]
    assert [each for each in found if not isinstance(each, workers.EndedError)] == [0, 2, 3, 4, 6, 7, 8]


def test_processes_end_when_nobody_wants_the_rest() -> None:
    found = workers.spread(sleeping, [0.0, 60.0, 60.0], 2)
    process = next(found)
    assert isinstance(process, int)
    assert isinstance(found, Iterator)
    started = time.monotonic()
    found.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 30
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_no_more_is_done_ahead_than_the_results_have_room_for(tmp_path: Path) -> None:
    found = workers.spread(touched, [tmp_path / str(number) for number in range(40)], 2)
    next(found)
    time.sleep(0.5)
    assert len(list(tmp_path.iterdir())) <= workers.AHEAD * 2 + 2
    assert sum(1 for _ in found) == 39


def touched(path: Path) -> None:
    path.touch()


def test_a_program_without_a_main_guard_is_not_run_again_in_each_process(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("from facts import workers\nimport operator\nprint(*workers.spread(operator.neg, [1, 2], 2))")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, program], env=env, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "-1 -2\n"
