"""Work spread over processes: programs of their own, each handed one piece of work after another.

Not `multiprocessing`: that would run the caller's main module once more in each process, and a process that ended would
take the work of all others with it.
"""

from __future__ import annotations

import collections
import concurrent.futures
import contextlib
import os
import pickle
import queue
import struct
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Final, TypeVar

AHEAD: Final = 4
"""Pieces of work for each process that may be done before the first of them is asked for: results take memory."""
_LENGTH: Final = struct.Struct("<Q")

_T = TypeVar("_T")
_R = TypeVar("_R")


class EndedError(Exception):
    """A process ended over a piece of work: it ran out of memory, or somebody killed it."""


def processors() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[_T], _R], pieces: Iterable[_T], processes: int) -> Iterator[_R | EndedError]:
    """What comes of each piece of work, in order; an EndedError in the place of one that ended its process.

    `work` is a function of a module, and it, pieces and results can be pickled. What it raises is raised here.
    """
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()

    def done(piece: _T) -> _R | EndedError:
        worker = idle.get()
        try:
            result: _R = worker.do(work, piece)
        except EndedError as error:
            return error
        finally:
            idle.put(worker)
        return result

    with contextlib.ExitStack() as stack:
        threads = stack.enter_context(concurrent.futures.ThreadPoolExecutor(processes))
        for _ in range(processes):
            idle.put(stack.enter_context(Worker()))
        stack.callback(threads.shutdown, wait=False, cancel_futures=True)
        pending: collections.deque[concurrent.futures.Future[_R | EndedError]] = collections.deque()
        for piece in pieces:
            pending.append(threads.submit(done, piece))
            if len(pending) > AHEAD * processes:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


class Worker:
    """A process that does one piece of work after another; begun when there is the first, and anew after it ended."""

    def __init__(self) -> None:
        """Begin nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Worker:
        """Begin nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it is at."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with contextlib.suppress(OSError):
                process.__exit__(None, None, None)

    def do(self, work: Callable[[_T], _R], piece: _T) -> _R:
        """What comes of a piece of work. Raises EndedError, or what the work raises."""
        data = pickle.dumps((work, piece))
        process = self._process = self._process or _begun()
        try:
            _send(process.stdin, data)
            answer = _received(process.stdout)
        except (EOFError, OSError, ValueError) as error:
            self.__exit__()
            raise EndedError from error
        result, raised = pickle.loads(answer)  # noqa: S301  (our own process wrote it)
        if raised is not None:
            raise raised
        return result  # type: ignore[no-any-return]


def _begun() -> subprocess.Popen[bytes]:
    """A new process, which finds modules where this one does."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from facts import workers; workers.serve()"
    command = (sys.executable, "-c", code)
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  (ourselves)


def serve() -> None:
    """Do what comes in on stdin and send what comes of it to stdout, until nothing more comes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what work prints is no answer
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            work, piece = pickle.loads(_received(sys.stdin.buffer))  # noqa: S301  (the process that began us wrote it)
            try:
                answer = pickle.dumps((work(piece), None))
            except Exception as error:
                answer = _failure(error)
            _send(answers, answer)


def _failure(error: Exception) -> bytes:
    try:
        return pickle.dumps((None, error))
    except Exception:
        # It holds what cannot be pickled.
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))


def _send(stream: IO[bytes] | None, data: bytes) -> None:
    assert stream is not None  # noqa: S101  (it is a pipe)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _received(stream: IO[bytes] | None) -> bytes:
    """What was sent. Raises EOFError if the other side has ended."""
    assert stream is not None  # noqa: S101  (it is a pipe)
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
