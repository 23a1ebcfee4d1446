"""What is remembered of articles and feeds beside the folder of seeds, in a file that may be deleted at any time.

Without it everything is fetched and compared anew, and files that were brought in count as a person's own.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from facts import files
from facts.files import FileStat
from facts.incoming.alike import Signature

_VERSION: Final = 1

logger = logging.getLogger(__name__)


class Seed(msgspec.Struct, frozen=True):
    """An article of the folder: how its file looked when it was read, its address, its day, and its text in brief."""

    stat: FileStat
    url: str | None
    date: str | None
    text: Signature


class Brought(msgspec.Struct, frozen=True):
    """What is known of an article that was brought in.

    `written` are digests of its file as it was written (the last two). `here` are the addresses that it is from,
    `elsewhere` those of the same report at other places, each with a digest of the text that was found there last.
    """

    written: tuple[str, ...] = ()
    here: dict[str, str] = {}
    elsewhere: dict[str, str] = {}


class Feed(msgspec.Struct, frozen=True):
    """A feed as it was last read: what a request is made conditional by, and its entries with the day of each."""

    etag: str | None = None
    modified: str | None = None
    entries: dict[str, str] = {}


class Memory(msgspec.Struct):
    """All that is remembered: articles of the folder by file, what was brought in by id, feeds by address."""

    version: int = _VERSION
    seeds: dict[str, Seed] = {}
    brought: dict[str, Brought] = {}
    feeds: dict[str, Feed] = {}


_decode = msgspec.json.Decoder(Memory).decode


def file_of(folder: Path) -> Path:
    """The file beside a folder of seeds."""
    whole = folder.absolute()
    return whole.with_name(f".{whole.name}.added")


def recall(folder: Path) -> Memory:
    """What is remembered; nothing if there is no file or it cannot be used."""
    try:
        memory = _decode(file_of(folder).read_bytes())
    except FileNotFoundError:
        return Memory()
    except (OSError, msgspec.MsgspecError) as error:
        logger.info("What was remembered of articles cannot be used (%s)", type(error).__name__)
        return Memory()
    return memory if memory.version == _VERSION else Memory()


def remember(folder: Path, memory: Memory) -> None:
    """Write what is to be remembered. Raises OSError."""
    files.write(file_of(folder), msgspec.json.encode(memory))


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others who bring articles into the folder waiting meanwhile (where the system can lock)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with file_of(folder).with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
