"""Corrections to a model: what is added to some of the bytes of its file, packed so that it is soon laid over them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy
    import numpy.typing

    Bytes = numpy.typing.NDArray[numpy.uint8]

_ZERO: Final = 8
"""How four bits say that a byte stays as it is; 1 to 15 are from 7 less to 7 more."""
_BEYOND: Final = 0
"""How they say that it changes by more: by the next byte of those that stand apart."""


def lay_over(model: bytearray, corrections: bytes | bytearray) -> tuple[float, float] | None:
    """Lay corrections over a model, in place; return the slope and shift that they bring, if any.

    They are arrays (npz), as `packed` gives them, and perhaps `calibration`: by what slope and shift a logit becomes a
    chance.
    """
    import numpy

    with numpy.load(io.BytesIO(corrections), allow_pickle=False) as arrays:
        changes = _unpacked(arrays["halves"], arrays["beyond"])
        held, begin = numpy.frombuffer(model, numpy.uint8), 0
        for offset, length in arrays["where"]:
            held[offset : offset + length] += changes[begin : begin + length]
            begin += length
        calibration = arrays.get("calibration")
    return None if calibration is None else (float(calibration[0]), float(calibration[1]))


def packed(before: bytes | bytearray, after: Mapping[int, bytes]) -> dict[str, numpy.typing.NDArray[numpy.generic]]:
    """What makes a model of one before: from each offset in `after` on these bytes instead.

    `where` has offsets and lengths, and of all those bytes together `halves` has what each changes by (modulo 256), in
    four bits: those of the first half of them in the lower bits. `beyond` has the changes that four bits do not hold.
    """
    import numpy

    where = numpy.array([(offset, len(data)) for offset, data in after.items()], numpy.int64).reshape(-1, 2)
    now = numpy.frombuffer(b"".join(after.values()), numpy.uint8)
    old = numpy.frombuffer(b"".join(before[offset : offset + length] for offset, length in where), numpy.uint8)
    changes = now - old
    nibbles = changes + numpy.uint8(_ZERO)
    is_beyond = (nibbles > 15) | (nibbles == _BEYOND)
    nibbles[is_beyond] = _BEYOND
    if len(nibbles) % 2:
        nibbles = numpy.append(nibbles, numpy.uint8(_ZERO))
    low, high = nibbles.reshape(2, -1)
    return {"where": where, "halves": low | high << 4, "beyond": changes[is_beyond]}


def _unpacked(halves: Bytes, beyond: Bytes) -> Bytes:
    """What each byte changes by; perhaps one more that does not."""
    import numpy

    changes = numpy.empty((2, len(halves)), numpy.uint8)
    numpy.bitwise_and(halves, 15, out=changes[0])
    numpy.right_shift(halves, 4, out=changes[1])
    is_beyond = changes == _BEYOND
    changes -= numpy.uint8(_ZERO)
    changes[is_beyond] = beyond
    return changes.ravel()
