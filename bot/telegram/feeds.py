"""The feeds of the settings, looked at again and again while the bot runs: what is new is answered from, and told of.

`onrecord add` does it, in a process of its own, since it takes the compiler and its memory; the base that it writes is
noticed like any other change (see `freshness`), and a new meeting in it is told of to those who subscribed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

AT_LEAST_S: Final = 10.0
"""Seconds after the start until feeds are looked at first: people are answered before."""
ENDING_S: Final = 5.0
"""Seconds that a look is given to end when the bot leaves; whatever it has written is whole."""

logger = logging.getLogger(__name__)


async def look_at_feeds(
    feeds: Sequence[str], base: Path, every_s: float, leaving: asyncio.Event, first_s: float = AT_LEAST_S
) -> None:
    """Bring in what is new in these feeds and compile it into the base, again and again until the bot is leaving."""
    pause = first_s
    while feeds and not leaving.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(leaving.wait(), pause)
            return
        await _look(feeds, base, leaving)
        pause = every_s


async def _look(feeds: Sequence[str], base: Path, leaving: asyncio.Event) -> None:
    command = (sys.executable, "-m", "bot.cli", "add", "--base", str(base.absolute()), *feeds)
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except OSError as error:
        logger.warning("Feeds cannot be looked at: %s", error.strerror)
        return
    done = asyncio.create_task(process.communicate())
    left = asyncio.create_task(leaving.wait())
    try:
        await asyncio.wait((done, left), return_when=asyncio.FIRST_COMPLETED)
        if not done.done():
            await _end(process, done)
            return
        _, said = done.result()
    finally:
        left.cancel()
    problems = said.decode("utf-8", "replace").strip()
    if problems:
        logger.warning("Looking at feeds:\n%s", problems)
    logger.info("Feeds were looked at")


async def _end(process: asyncio.subprocess.Process, done: asyncio.Task[tuple[bytes, bytes]]) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(done), ENDING_S)
    finally:  # also where the bot cannot wait any longer
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    await done
