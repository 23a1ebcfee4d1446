"""What the last compile saw: by it the next one knows articles and pages that have not changed without reading them.

A file beside the base's folder. Of each article it holds the size and the time of change of its file and of its page,
and what came of it. Files that look so still are trusted to be so, and to be sound, unless they were written in the
moment before they were read. A journal that is damaged, or of another compiler, counts for nothing: all files are read.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from facts.pages import base

_VERSION: Final = 1
_JUST_NOW_NS: Final = 100_000_000
"""A file written so shortly before it was read (ns) may have been written again within the same tick of the clock."""

logger = logging.getLogger(__name__)


class Look(msgspec.Struct, array_like=True, frozen=True):
    """How a file looks from outside: its size (bytes) and when it was changed (ns)."""

    size: int
    changed_ns: int


class Note(msgspec.Struct, array_like=True, frozen=True):
    """How an article and its page looked when they were in step, and what came of it: `file` as the base calls it, how
    many facts it shows, how many of them are a person's, warnings."""

    file: str
    article: Look
    page: Look
    facts: int
    kept: int
    warnings: tuple[str, ...]


class _Journal(msgspec.Struct, array_like=True, frozen=True):
    version: int
    by: str
    notes: dict[str, Note]


_decode = msgspec.msgpack.Decoder(_Journal).decode


def file_of(base_dir: Path) -> Path:
    """The file of a base's journal."""
    folder = base_dir.absolute()
    return folder.with_name(f".{folder.name}.compiled")


def look(path: Path) -> Look | None:
    """How a file looks; None if it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return look_of(status)


def look_of(status: os.stat_result) -> Look:
    """How a file looks that has this status."""
    return Look(status.st_size, status.st_mtime_ns)


def settled(seen: Look | None) -> Look | None:
    """How a file looks, unless it was written just now: then it may change and look the same."""
    return seen if seen is not None and time.time_ns() - seen.changed_ns > _JUST_NOW_NS else None


def read(base_dir: Path, by: str) -> Mapping[str, Note]:
    """The notes of the last compile by article id; none if it was by another compiler or they cannot be read."""
    try:
        journal = _decode((file_of(base_dir)).read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.MsgspecError) as error:
        logger.info("The journal of the base cannot be used (%s)", type(error).__name__)
        return {}
    return journal.notes if journal.version == _VERSION and journal.by == by else {}


def write(base_dir: Path, by: str, notes: Mapping[str, Note]) -> None:
    """Keep notes for the next compile; where that is not possible, it will read all files."""
    data = msgspec.msgpack.encode(_Journal(_VERSION, by, dict(notes)))
    with contextlib.suppress(OSError):
        base.save_bytes(file_of(base_dir), data)
