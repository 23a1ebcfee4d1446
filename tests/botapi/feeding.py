"""A long stream of updates, as fast as a bot takes them, and how it fares meanwhile."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from botapi.running import BOT, TOKEN
from botapi.server import BotApi
from botapi.world import Json

WAITING = 200
"""Updates that wait to be fetched at most."""
LARGEST_NUMBER = 2**53


@dataclasses.dataclass(slots=True)
class Bot:
    """A bot as a process of its own, with its database and its log, which are files."""

    process: subprocess.Popen[bytes]
    database: Path
    log: Path

    @property
    def memory(self) -> float:
        """MiB of memory that it holds (Linux)."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 2**20

    @property
    def on_disk(self) -> float:
        """MiB of its database, with what lies beside it."""
        files = self.database.parent.glob(f"{self.database.name}*")
        return sum(file.stat().st_size for file in files) / 2**20


@contextlib.contextmanager
def started(program: Sequence[str]) -> Iterator[tuple[BotApi, Bot]]:
    """A server and a bot that works there: `program` is run with the server's address and the file of a database."""
    with tempfile.TemporaryDirectory() as folder, BotApi(TOKEN, BOT) as api:
        database, log = Path(folder, "onrecord.sqlite3"), Path(folder, "log")
        with (
            log.open("wb") as out,
            subprocess.Popen([sys.executable, *program, api.url, str(database)], stdout=out, stderr=out) as process,
        ):
            try:
                api.world.wait("the bot", lambda: any(method == "getUpdates" for method, _ in api.calls) or None)
                yield api, Bot(process, database, log)
            finally:
                process.terminate()
                process.wait(60)


def feed(api: BotApi, updates: Iterable[Json]) -> Iterator[int]:
    """Let updates come, with numbers of their own where they have none; how many have come, after every hundred."""
    world = api.world
    for count, update in enumerate(updates, 1):
        with world.changed:
            while len(world.updates) >= WAITING:
                world.changed.wait(5)
            numbered = {"update_id": world.next_update_id(), **update}
            number = numbered["update_id"]
            if type(number) is int and 0 <= number < LARGEST_NUMBER:
                world.updates.append(numbered)
            else:
                world.strays.append(numbered)
            if isinstance(query := update.get("callback_query"), dict) and isinstance(query.get("id"), str):
                world.queries.setdefault(query["id"], {"asked_at": time.monotonic()})
            if isinstance(query := update.get("inline_query"), dict) and isinstance(query.get("id"), str):
                world.queries.setdefault(query["id"], {"query": ""})
            world.changed.notify_all()
        if count % 100 == 0:
            yield count


def settle(api: BotApi, seconds: float) -> None:
    """Wait until all has been fetched and nothing more has been called for so long."""
    world = api.world
    with world.changed:
        while world.updates:
            world.changed.wait(5)
    calls = -1
    while calls != (calls := sum(method != "getUpdates" for method, _ in list(api.calls))):
        time.sleep(seconds)
