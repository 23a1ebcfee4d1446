"""Articles to compile, spread over processes in batches; outcomes come in the order of the articles."""

from __future__ import annotations

import contextlib
import logging
import math
from collections.abc import Iterator, Sequence

from facts import workers
from facts.compile.tasks import Outcome, Task, Work, failed

PARALLEL_FROM = 8
"""Articles from which on more than one process pays: each has to load the language model first."""

BATCH = 16
"""Articles that are compiled together at most; more are parsed no faster."""

BATCH_BYTES = 200_000
"""How large the files of a batch are together, unless it is one article: a process holds the parse of a batch."""

SHARES = 16
"""Into how many batches a process's part is cut at least, so that no process ends long before another."""

logger = logging.getLogger(__name__)


def processes(tasks: int, jobs: int | None) -> int:
    """How many processes so many articles are spread over; `jobs` as `compile_all` takes them."""
    if jobs is None:
        jobs = workers.processors() if tasks >= PARALLEL_FROM else 1
    return max(1, min(jobs, tasks))


def compile_all(tasks: Sequence[Task], jobs: int | None, work: Work) -> Iterator[Outcome]:
    """Compile articles and yield their outcomes in order.

    `jobs` is the number of processes: by default one for a few articles and one a processor for many.
    """
    jobs = processes(len(tasks), jobs)
    if jobs == 1:
        for batch in _batches(tasks, BATCH):
            yield from work(batch)
        return
    batches = list(_batches(tasks, min(BATCH, math.ceil(len(tasks) / (SHARES * jobs)))))
    for batch, outcomes in zip(batches, workers.spread(work, batches, jobs), strict=True):
        if isinstance(outcomes, workers.EndedError):
            logger.warning("a compiling process ended unexpectedly; going on with its articles one at a time")
            yield from _one_by_one(batch, work)
        else:
            yield from outcomes


def _batches(tasks: Sequence[Task], most: int) -> Iterator[list[Task]]:
    """Tasks in their order, so many at a time, and fewer where the articles are large."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        own = 0
        with contextlib.suppress(OSError):
            own = task.path.stat().st_size
        if batch and (len(batch) == most or size + own > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += own
    if batch:
        yield batch


def _one_by_one(tasks: Sequence[Task], work: Work) -> Iterator[Outcome]:
    """Compile one article at a time, so that it is known which one ends its process."""
    for task, outcomes in zip(tasks, workers.spread(work, [[task] for task in tasks], 1), strict=True):
        if isinstance(outcomes, workers.EndedError):
            yield failed(task.path, "ended the compiling process (out of memory?); split it or leave it out")
        else:
            yield from outcomes
