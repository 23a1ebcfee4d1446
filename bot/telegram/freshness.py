"""The base read anew: when an owner says so, and by itself when its files have changed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Final

from bot.editing import BaseFolder
from bot.index import BaseError
from bot.library import ready
from bot.telegram.services import Services

LOOK_EVERY_S: Final = 2.0
"""Seconds between two looks at the folder. What has changed is read when two looks in a row see the same: a compile
that writes many files is then over."""

logger = logging.getLogger(__name__)


async def reload(services: Services, folder: BaseFolder) -> int:
    """Answer from what the folder holds now; how many facts that is. Raises BaseError, and goes on as before, if
    anything is wrong with it."""
    index = await asyncio.to_thread(folder.reload)
    services.renew(await asyncio.to_thread(ready, index, services.reader))
    logger.info("The base was read anew")
    return len(index.entries)


async def stay_fresh(services: Services, leaving: asyncio.Event, every_s: float = LOOK_EVERY_S) -> None:
    """Read the base anew whenever its files have changed, until the bot is leaving."""
    if services.folder is None:
        await leaving.wait()
        return
    before = refused = None
    while not leaving.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(leaving.wait(), every_s)
            return
        try:
            seen = await asyncio.to_thread(services.folder.look)
        except OSError as error:
            logger.warning("The folder of the base cannot be looked at: %s", error.strerror)
            continue
        if seen == before and seen not in (services.folder.read, refused):
            try:
                await reload(services, services.folder)
            except BaseError as error:
                refused = seen
                logger.warning("The base has changed and cannot be used as it is, going on as before:\n%s", error)
        before = seen
