"""Files that are written in full or not at all, and what can be told of a file without reading it."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Final, TypeVar

import msgspec

_JUST_NOW_NS: Final = 100_000_000
"""A file written so shortly before it was read (ns) may have been written again within the same tick of the clock."""

_PREFIX: Final = ".onrecord-"
_SUFFIX: Final = ".tmp"
"""How the names of files begin and end that are written to take the place of others."""
STALE_S: Final = 3600.0
"""Seconds after which such a file, if nothing was done with it, is what a killed process left."""
TRIES: Final = 5
"""How often it is tried to write over a file that somebody else writes, too."""
_EXISTING, _SWAPPED = 1, 2
"""Flags of Linux's renameat2: nothing may be there; what is there takes the other name."""
_THIS_FOLDER: Final = -100
"""What stands there for the folder that paths begin in (AT_FDCWD)."""

_T = TypeVar("_T")


class ChangedError(OSError):
    """What stands at a path is not what was read there: somebody has written it, or taken it away, meanwhile."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(None, "was changed by somebody else while it was to be written; try again", str(path))


class FileStat(msgspec.Struct, array_like=True, frozen=True):
    """How a file looks from outside: its size (bytes) and when it was changed (ns).

    A file that looks as it did is trusted to hold what it did, if it was settled when it was read.
    """

    size: int
    changed_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> FileStat:
        """How a file looks that has this status."""
        return cls(status.st_size, status.st_mtime_ns)

    def was_settled(self, read_ns: int) -> bool:
        """Whether the file had stayed as it was for a while when it was read: else it may change and look the same."""
        return read_ns - self.changed_ns > _JUST_NOW_NS


def stat_of(path: Path) -> FileStat | None:
    """How a file looks; None if it is not there."""
    try:
        return FileStat.of(path.stat())
    except OSError:
        return None


def is_readable(path: Path) -> bool:
    """Whether a file may be read, which its looks do not tell."""
    return os.access(path, os.R_OK)


def why(error: OSError) -> str:
    """What went wrong with a file, and with which where that is known."""
    return ": ".join(str(each) for each in (error.strerror or type(error).__name__, error.filename) if each)


def settled(look: FileStat | None) -> FileStat | None:
    """How a file looks that is read from now on; None if that cannot be trusted."""
    return look if look is not None and look.was_settled(time.time_ns()) else None


@contextlib.contextmanager
def replacing(path: Path, put: Callable[[str], object] | None = None) -> Iterator[IO[bytes]]:
    """A new file that takes the place of the one at `path` when all is written, or, if anything goes wrong, not at all.

    Its time of change stays as it is set meanwhile, and who may read and write it as it was. Where it is not just
    to take that place, `put` does more. Raises OSError.
    """
    import tempfile  # which a process that only reads need not have

    with tempfile.NamedTemporaryFile("wb", prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent, delete=False) as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            os.chmod(stream.name, _mode_of(path))
            stream.close()
            if put is None:
                os.replace(stream.name, path)
            else:
                put(stream.name)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(stream.name)
            raise
    # Only then does the new name survive a power cut; not every system can open a directory.
    with contextlib.suppress(OSError):
        directory = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


def _mode_of(path: Path) -> int:
    """Who may read and write a file, or one that is made there."""
    with contextlib.suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def write(path: Path, data: bytes) -> FileStat:
    """Write a file in full or not at all, and the folders that it is in; return how it looks. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as stream:
        stream.write(data)
        stream.flush()
        return FileStat.of(os.fstat(stream.fileno()))


def write_over(path: Path, data: bytes, read: bytes | None) -> FileStat:
    """Write a file, as `write` does, in the place of what was `read` there (None if there was nothing).

    What somebody saves until then stays. Raises ChangedError then, and OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, lambda new: _put_over(path, new, read)) as stream:
        stream.write(data)
        stream.flush()
        return FileStat.of(os.fstat(stream.fileno()))


def remove_as_read(path: Path, read: bytes) -> None:
    """Delete a file if it still is as it was `read`. Raises ChangedError if it is not, and OSError."""
    aside = path.with_name(f"{_PREFIX}{os.getpid()}{_SUFFIX}")
    os.rename(path, aside)
    if _content(aside) != read:
        if not path.exists():
            os.rename(aside, path)
        raise ChangedError(path)
    os.unlink(aside)


def again(attempt: Callable[[], _T]) -> _T:
    """What comes of reading and writing over files, tried again when somebody else has written meanwhile.

    Raises ChangedError once that has happened too often, and what `attempt` raises.
    """
    for _ in range(TRIES - 1):
        with contextlib.suppress(ChangedError):
            return attempt()
        time.sleep(_JUST_NOW_NS / 1e9)  # an editor that writes in place may not be done
    return attempt()


def _put_over(path: Path, new: str, read: bytes | None) -> None:
    """Let a new file take the place of what was read at `path`.

    Where the system can swap two files in one step, what was there is looked at once nobody finds it any more, so that
    no moment is left in which it may change unseen. Elsewhere it is looked at right before.
    """
    if _content(path) != read:
        raise ChangedError(path)
    ours = os.stat(new).st_ino
    try:
        _rename(new, path, _EXISTING if read is None else _SWAPPED)
    except (FileExistsError, FileNotFoundError):
        raise ChangedError(path) from None
    except OSError:  # neither this system nor this disk may be able to do that
        os.replace(new, path)
        return
    if read is None:
        return
    if _content(new) != read:
        if os.stat(path).st_ino == ours:
            _rename(new, path, _SWAPPED)
        raise ChangedError(path)
    os.unlink(new)


def _content(path: Path | str) -> bytes | None:
    """What a file holds, without the mark of UTF-8; None if it is not there."""
    with contextlib.suppress(FileNotFoundError):
        return Path(path).read_bytes().removeprefix(codecs.BOM_UTF8)
    return None


def _rename(path: str, to: Path, flag: int) -> None:
    """Rename a file as renameat2 of Linux does. Raises OSError, also where there is no such thing."""
    # Imported here, as the bot hardly ever writes files.
    import ctypes

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename(_THIS_FOLDER, os.fsencode(path), _THIS_FOLDER, os.fsencode(to), flag):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), path)


def remove_left_over(folders: Iterable[Path], older_than_s: float = STALE_S) -> None:
    """Delete the half-written files that killed processes left in some folders, those of `replacing` alone.

    A file counts as left if nothing was done with it for so long: others may be writing just now. Where one cannot be
    deleted, it stays.
    """
    for folder in folders:
        for file in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                status = file.lstat()
                # Its time of change may be set while it is written, but not when that was done.
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_ctime >= older_than_s:
                    file.unlink()
