"""A file of named arrays and texts that is mapped into memory: written in full or not at all, never executed.

    magic, version │ section │ section │ … │ footer (MessagePack) │ where the footer is, its CRC-32

The footer names each section with its type, place and length, and holds the CRC-32 of all that stands before it.
Reading all of a large file to check that would cost more than most questions. So the writer sets the file's time of
change to one that the footer tells: while it is still that, nobody has written to the file since; else it is checked.
"""

from __future__ import annotations

import mmap
import os
import struct
import time
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, overload

import msgspec
import numpy as np
from numpy.typing import NDArray

MAGIC = b"ONRECORD"
_HEAD = struct.Struct("<8sQ")
_TAIL = struct.Struct("<QQI4x")
_ALIGNED = 64
_TYPES = frozenset({"|u1", "<u2", "<u4", "<u8", "|i1", "<i4", "<i8", "<f4"})
Buffer = memoryview | mmap.mmap | bytes


class DamagedError(Exception):
    """A file that cannot be used: of another version, cut off, or changed by somebody else."""


class _Section(msgspec.Struct, array_like=True, frozen=True):
    name: str
    type: str
    start: int
    bytes: int


class _Footer(msgspec.Struct, array_like=True, frozen=True):
    sections: list[_Section]
    crc: int
    written_ns: int


class ByteStrings(Sequence[bytes]):
    """Byte strings laid end to end, each read when it is asked for."""

    def __init__(self, buffer: memoryview, ends: NDArray[np.int64]) -> None:
        """`ends` holds where each string ends."""
        self._buffer = buffer
        self._ends = ends

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | Sequence[bytes]:
        """The string at a place."""
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if not 0 <= at < len(self._ends):
            raise IndexError(at)
        return bytes(self._buffer[int(self._ends[at - 1]) if at else 0 : int(self._ends[at])])

    def take(self, places: NDArray[Any]) -> list[bytes]:
        """The strings at many places, faster than one by one."""
        starts = np.where(places > 0, self._ends[places - 1], 0).tolist()
        return [bytes(self._buffer[start:end]) for start, end in zip(starts, self._ends[places].tolist(), strict=True)]


class ArrayFile:
    """The sections of a file."""

    def __init__(self, data: Buffer, version: int, changed_ns: int | None = None) -> None:
        """Find the sections. `changed_ns` is when the file was last written to, None to trust the bytes as they are.

        Raises:
            DamagedError: They are not as they were written, or of another version.
        """
        self._view = memoryview(data)
        if len(self._view) < _HEAD.size + _TAIL.size:
            raise DamagedError("cut off")
        magic, found = _HEAD.unpack_from(self._view)
        if magic != MAGIC or found != version:
            raise DamagedError("of another version")
        start, length, crc = _TAIL.unpack_from(self._view, len(self._view) - _TAIL.size)
        if start + length + _TAIL.size != len(self._view) or zlib.crc32(self._view[start : start + length]) != crc:
            raise DamagedError("cut off or changed")
        try:
            footer = msgspec.msgpack.decode(self._view[start : start + length], type=_Footer)
        except msgspec.MsgspecError as error:
            raise DamagedError("changed") from error
        if changed_ns is not None and changed_ns != footer.written_ns and _crc(self._view[:start]) != footer.crc:
            raise DamagedError("changed")
        for section in footer.sections:
            if section.type not in _TYPES or section.start + section.bytes > start or section.start % _ALIGNED:
                raise DamagedError("changed")
        self._sections: Mapping[str, _Section] = {section.name: section for section in footer.sections}

    def names(self) -> Sequence[str]:
        """The names of the arrays."""
        return tuple(self._sections)

    def array(self, name: str) -> NDArray[Any]:
        """The array of this name, a view of the file. Raises DamagedError if there is none."""
        data = self._bytes(name)
        return np.frombuffer(data, dtype=np.dtype(self._sections[name].type))

    def _bytes(self, name: str) -> memoryview:
        section = self._sections.get(name)
        if section is None:
            raise DamagedError(f"without {name}")
        return self._view[section.start : section.start + section.bytes]

    def texts(self, name: str) -> ByteStrings:
        """The byte strings of this name. Raises DamagedError if there are none."""
        return ByteStrings(self._bytes(name), self.array(f"{name}.ends"))


def open_file(path: Path, version: int) -> ArrayFile:
    """Map a file into memory. Raises OSError, or DamagedError if it is not what was written by this version."""
    with path.open("rb") as stream:
        status = os.fstat(stream.fileno())
        if status.st_size < _HEAD.size + _TAIL.size:
            raise DamagedError("cut off")
        mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    return ArrayFile(mapped, version, status.st_mtime_ns)


class ArrayFileWriter:
    """Writes sections one after another to a stream."""

    def __init__(self, stream: IO[bytes], version: int) -> None:
        """Begin the file."""
        self._stream = stream
        self._at = 0
        self._crc = 0
        self._sections: list[_Section] = []
        self._write(_HEAD.pack(MAGIC, version))

    def array(self, name: str, array: NDArray[Any]) -> None:
        """Add an array."""
        plain = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False)
        self._begin()
        start = self._at
        self._write(plain.view(np.uint8).data if plain.size else b"")
        self._sections.append(_Section(name, plain.dtype.str, start, self._at - start))

    def texts(self, name: str, texts: Iterable[bytes]) -> None:
        """Add byte strings, taken one by one."""
        self._begin()
        start = self._at
        ends: list[int] = []
        for text in texts:
            self._write(text)
            ends.append(self._at - start)
        self._sections.append(_Section(name, "|u1", start, self._at - start))
        self.array(f"{name}.ends", np.array(ends, dtype=np.int64))

    def finish(self) -> int:
        """End the file with its footer; return the time of change (ns) that it must be given."""
        # Whole microseconds: what is finer, some file systems forget.
        written = time.time_ns() // 1_000_000 * 1_000_000
        footer = msgspec.msgpack.encode(_Footer(self._sections, self._crc, written))
        start = self._at
        self._stream.write(footer)
        self._stream.write(_TAIL.pack(start, len(footer), zlib.crc32(footer)))
        self._stream.flush()
        return written

    def _begin(self) -> None:
        self._write(b"\0" * (-self._at % _ALIGNED))

    def _write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self._crc = zlib.crc32(data, self._crc)
        self._at += len(data)


def _crc(view: memoryview) -> int:
    crc = 0
    for start in range(0, len(view), 1 << 22):
        crc = zlib.crc32(view[start : start + (1 << 22)], crc)
    return crc
