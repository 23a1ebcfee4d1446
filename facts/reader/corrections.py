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


def lay_over(model: bytearray | memoryview, corrections: bytes) -> tuple[float, float] | None:
    """Lay corrections over a model, in place; return the slope and shift that they bring, if any.

    They are arrays (npz), as `packed` gives them, and perhaps `calibration`: by what slope and shift a logit becomes a
    chance.
    """
    import numpy

    with numpy.load(io.BytesIO(corrections), allow_pickle=False) as arrays:
        held, halves, beyond = numpy.frombuffer(model, numpy.uint8), arrays["halves"], arrays["beyond"]
        for offset, length in arrays["where"].tolist():
            size = (length + 1) // 2
            changes, used = _unpacked(halves[:size], beyond)
            held[offset : offset + length] += changes[:length]
            halves, beyond = halves[size:], beyond[used:]
        calibration = arrays.get("calibration")
    return None if calibration is None else (float(calibration[0]), float(calibration[1]))


def packed(before: bytes | bytearray, after: Mapping[int, bytes]) -> dict[str, numpy.typing.NDArray[numpy.generic]]:
    """What makes a model of one before: from each offset in `after` on these bytes instead.

    `where` has offsets and lengths. `halves` has what the bytes of each of these change by (modulo 256), in four bits:
    the first half of them in the lower bits. `beyond` has the changes that four bits do not hold.
    """
    import numpy

    halves: list[Bytes] = [numpy.empty(0, numpy.uint8)]
    beyond: list[Bytes] = [numpy.empty(0, numpy.uint8)]
    for offset, data in after.items():
        old = numpy.frombuffer(before, numpy.uint8, len(data), offset)
        changes = numpy.frombuffer(data, numpy.uint8) - old
        nibbles = changes + numpy.uint8(_ZERO)
        is_beyond = (nibbles > 15) | (nibbles == _BEYOND)
        nibbles[is_beyond] = _BEYOND
        if len(data) % 2:
            nibbles = numpy.append(nibbles, numpy.uint8(_ZERO))
        low, high = nibbles.reshape(2, -1)
        halves.append(low | high << numpy.uint8(4))
        beyond.append(changes[is_beyond])
    where = numpy.array([(offset, len(data)) for offset, data in after.items()], numpy.int64).reshape(-1, 2)
    return {"where": where, "halves": numpy.concatenate(halves), "beyond": numpy.concatenate(beyond)}


def _unpacked(halves: Bytes, beyond: Bytes) -> tuple[Bytes, int]:
    """What each byte changes by, perhaps one more that does not; and how many of those beyond are among them."""
    import numpy

    changes = numpy.concatenate((halves & 15, halves >> 4))
    is_beyond = changes == _BEYOND
    used = int(numpy.count_nonzero(is_beyond))
    changes -= numpy.uint8(_ZERO)
    changes[is_beyond] = beyond[:used]
    return changes, used
