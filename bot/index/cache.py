"""Where the index of a base is kept: a file beside the base's folder, made anew where the base has changed.

The file names every file of the base with its size, its time of change and its SHA-256. At the start only sizes and
times are looked at: files that have those of last time are trusted to have the content of last time, unless they were
written in the moment before they were read. A file that looks different is hashed; one that is different is read
again, and only that one. An index that is damaged, or that another version has written, is ignored and made anew. Where
it cannot be written it is made in memory, each time. A file in which anything is wrong is left out, and looked at anew
each time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import logging
import os
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import msgspec
import Stemmer

from bot.index import codec
from bot.index.file_format import ArrayFile, ArrayFileWriter, DamagedError, open_file
from facts import files, versions
from facts.files import FileStat
from facts.pages.problems import SUFFIX, BaseError, Problem, no_base

if TYPE_CHECKING:  # what makes an index takes long to import, and a start seldom needs it
    from bot.index.builder import Write
    from bot.index.writer import Document

VERSION: Final = 4
"""Raised when the sections change; what decides what they hold is told by `made_by`."""
_DECIDING: Final = (
    "bot/index",
    "bot/question",
    "facts/dates",
    "facts/disagreement",
    "facts/pages",
    "facts/parse/given_names",
    "facts/parse/numbers.py",
    "facts/parse/words.py",
    "facts/tables",
    "facts/*",
)
"""The folders and files whose code and tables decide what stands in an index."""

logger = logging.getLogger(__name__)


class IndexedFile(msgspec.Struct, array_like=True, frozen=True):
    """A file of the base as it was read: its name, how it looked, its SHA-256, when it was read (ns), and what was
    wrong with it, where it is left out for that."""

    name: str
    stat: FileStat
    sha256: bytes
    read_ns: int
    problems: tuple[Problem, ...] = ()

    def is_still(self, stat: FileStat) -> bool:
        """Whether a file that looks so is trusted to have this content."""
        return self.stat == stat and stat.was_settled(self.read_ns)


def file_of(directory: Path) -> Path:
    """The file of a base's index."""
    folder = directory.absolute()
    return folder.with_name(f".{folder.name}.index")


def look(directory: Path) -> Mapping[str, FileStat]:
    """The files of a base as they are now; none if there is no base. Raises BaseError if it cannot be read.

    A file whose name would make it overlooked is among them.
    """
    found: dict[str, FileStat] = {}
    try:
        with os.scandir(directory) as entries:
            for entry in entries:
                is_page = entry.name.lower().endswith((".yml", SUFFIX)) and not entry.name.startswith(".")
                if is_page and entry.is_file():
                    found[entry.name] = FileStat.of(entry.stat())
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise BaseError([Problem(str(directory), None, f"is no base that can be read ({error.strerror})")]) from error
    return dict(sorted(found.items()))


def opened(directory: Path) -> ArrayFile:
    """The index of a base: the one that is kept if it is right, else a new one, which is then kept.

    Raises:
        NoBaseError: There is no base there.
        BaseError: It cannot be read, or something is wrong with every file of it; every problem is named.
    """
    seen = look(directory)
    if not seen:
        raise no_base(directory)
    old = kept(directory)
    if old is not None and _is_of(old, seen):
        return old
    logger.debug("The base has changed: its index is made anew")
    return renewed(directory, seen, old)


def renew_aside(directory: Path) -> None:
    """Make the index anew in a process of its own if the base has changed, so that this one can go on meanwhile.

    What is wrong with the base is not told: `opened` does, afterwards.
    """
    from facts import workers

    old = kept(directory)
    if old is None or not _is_of(old, look(directory)):
        for _ in workers.spread(_renew, [directory], processes=1):
            pass


def _renew(directory: Path) -> None:
    with contextlib.suppress(BaseError):
        opened(directory)


def _is_of(old: ArrayFile, seen: Mapping[str, FileStat]) -> bool:
    """Whether an index is of files that look like these."""
    known = files_of(old)
    return len(known) == len(seen) and all(
        file.name in seen and not file.problems and file.is_still(seen[file.name]) for file in known
    )


def kept(directory: Path) -> ArrayFile | None:
    """The index that is kept, if it can be used by this version."""
    try:
        reader = open_file(file_of(directory), VERSION)
        if bytes(reader.array("made")) != made_by():
            return None
        files_of(reader)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, DamagedError, msgspec.MsgspecError) as error:
        logger.warning("The index of the base cannot be used (%s): making a new one", type(error).__name__)
        return None
    return reader


def files_of(reader: ArrayFile) -> list[IndexedFile]:
    """The files that an index was made from, in the order of its articles."""
    return msgspec.msgpack.decode(bytes(reader.array("files")), type=list[IndexedFile])


def renewed(directory: Path, seen: Mapping[str, FileStat], old: ArrayFile | None) -> ArrayFile:
    """Make the index anew from the files that have changed and, for the others, from the old one; keep it.

    Files with problems are left out of it. Raises BaseError if all have some.
    """
    from bot.index import builder
    from bot.index.writer import IndexWriter

    files = files_of(old) if old is not None else []
    known = {file.name: (n, file) for n, file in enumerate(file for file in files if not file.problems)}
    same = {name: _unchanged(directory / name, known[name][1], stat) for name, stat in seen.items() if name in known}
    fresh = [name for name in _in_order(seen) if same.get(name) is None]
    if old is not None and not fresh and len(same) == len(known):
        unchanged = [file for name in _in_order(same) if (file := same[name]) is not None]
        return _kept(directory, lambda writer: _copy(old, writer, unchanged), old)
    if old is not None and len(same) == len(known) and _still_broken(directory, fresh, files):
        return old
    made_from: list[IndexedFile] = []

    def articles() -> Iterator[Document]:
        reads = builder.read_all([directory / name for name in fresh])
        for name in _in_order(seen):
            file = same.get(name)
            if file is None:
                read = next(reads)
                made_from.append(IndexedFile(name, read.stat, read.sha256, read.read_ns, read.problems))
                if not read.problems:
                    yield builder.document(codec.article_of(read.article))
            elif old is not None:
                made_from.append(file)
                yield builder.document(codec.article_in(old, known[name][0]))
        if all(file.problems for file in made_from):
            raise BaseError(problem for file in made_from for problem in file.problems)

    def write(writer: ArrayFileWriter) -> None:
        IndexWriter(writer).write(articles())
        _sign(writer, made_from)

    return _kept(directory, write)


def _still_broken(directory: Path, fresh: Sequence[str], files: Sequence[IndexedFile]) -> bool:
    """Whether files are all that were left out of an index, and have the problems that they had."""
    from bot.index import builder

    broken = {file.name: file.problems for file in files if file.problems}
    if broken.keys() != set(fresh):
        return False
    return all(builder.read_file(directory / name).problems == broken[name] for name in fresh)


def problems_of(reader: ArrayFile) -> tuple[Problem, ...]:
    """What is wrong with the files that were left out of an index."""
    return tuple(problem for file in files_of(reader) for problem in file.problems)


def _in_order(names: Mapping[str, object]) -> Sequence[str]:
    """The files in the order of their articles' ids."""
    return sorted(names, key=lambda name: name.removesuffix(SUFFIX))


def _unchanged(path: Path, file: IndexedFile, stat: FileStat) -> IndexedFile | None:
    """A file as it is known, or as it looks now, if it still has the content that is known."""
    if file.is_still(stat):
        return file
    with contextlib.suppress(OSError):
        now = time.time_ns()
        stat = FileStat.of(path.stat())
        if stat.size == file.stat.size and hashlib.sha256(path.read_bytes()).digest() == file.sha256:
            return IndexedFile(file.name, stat, file.sha256, now)
    return None


def _copy(old: ArrayFile, writer: ArrayFileWriter, made_from: Sequence[IndexedFile]) -> None:
    for name in old.names():
        if name not in ("files", "made"):
            writer.array(name, old.array(name))
    _sign(writer, made_from)


def _sign(writer: ArrayFileWriter, made_from: Sequence[IndexedFile]) -> None:
    import numpy as np

    writer.array("files", np.frombuffer(msgspec.msgpack.encode(made_from), dtype=np.uint8))
    writer.array("made", np.frombuffer(made_by(), dtype=np.uint8))


def _kept(directory: Path, write: Write, otherwise: ArrayFile | None = None) -> ArrayFile:
    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(files.replacing(file_of(directory)))
        except OSError as error:
            logger.info("The index cannot be kept beside the base (%s)", error.strerror)
            return otherwise if otherwise is not None else in_memory(write)
        changed_ns = _write(stream, write)
        os.utime(stream.name, ns=(changed_ns, changed_ns))
    return open_file(file_of(directory), VERSION)


def _write(stream: IO[bytes], write: Write) -> int:
    writer = ArrayFileWriter(stream, VERSION)
    write(writer)
    return writer.finish()


def in_memory(write: Write) -> ArrayFile:
    """What is written, kept in memory only."""
    stream = io.BytesIO()
    _write(stream, write)
    return ArrayFile(stream.getvalue(), VERSION)


@functools.cache
def made_by() -> bytes:
    """A digest of all that decides what an index of some pages holds."""
    # Not from importlib.metadata: importing that would cost each start a tenth of its time. No array depends on NumPy.
    libraries = (
        f"PyStemmer {Stemmer.version()}",
        f"msgspec {msgspec.__version__}",
        f"Unicode {unicodedata.unidata_version}",
    )
    return versions.digest_of(_DECIDING, libraries)
