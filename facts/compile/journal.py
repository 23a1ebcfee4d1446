"""What the last compile saw: by it the next one knows articles and pages that have not changed without reading them.

A file beside the base's folder. Of each article it holds the size and the time of change of its file and of its page,
and what came of it. Files that look so still are trusted to be so, and to be sound, unless they were written in the
moment before they were read. A journal that is damaged, or of another compiler, is ignored: all files are read.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from facts import files
from facts.files import FileStat

_VERSION: Final = 3

logger = logging.getLogger(__name__)


class Note(msgspec.Struct, array_like=True, frozen=True):
    """How an article and its page looked when they were in step, and what came of it: `file` as the base calls it, how
    many facts it shows, how many of them are a person's, warnings, how many sentences were taken out of the page."""

    file: str
    article: FileStat
    page: FileStat
    facts: int
    kept: int
    warnings: tuple[str, ...]
    taken_out: int


class _Journal(msgspec.Struct, array_like=True, frozen=True):
    version: int
    by: str
    notes: dict[str, Note]


_decode = msgspec.msgpack.Decoder(_Journal).decode


def file_of(base_dir: Path) -> Path:
    """The file of a base's journal."""
    folder = base_dir.absolute()
    return folder.with_name(f".{folder.name}.compiled")


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
        files.write(file_of(base_dir), data)
