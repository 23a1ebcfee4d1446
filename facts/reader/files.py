"""The reader's files: its weights, what it was taught later, and the checksums that both must have."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from facts.reader.corrections import lay_over

WEIGHTS = Path(__file__).parent / "weights.onnx"
"""The reader's weights as they are shipped. `weights.sha256` beside them names each file with its SHA-256: the weights
first, then corrections to them, where there are any."""

YES_NO = "yes_no.npz"
"""What is laid over the corrected weights where yes or no is asked for."""


class ReaderError(Exception):
    """Weights that cannot be used: one line with the file, what is wrong with it and what to do."""


def checksum(weights: Path = WEIGHTS) -> str:
    """The SHA-256 that the weights must have, read from the small file beside them.

    Raises ReaderError where that file cannot be read.
    """
    return next(iter(_checksums(weights).values()))


def verify(weights: Path = WEIGHTS) -> None:
    """Raise ReaderError where the weights or their corrections are missing or damaged."""
    _whole(weights, yes_no=True)


def read(weights: Path, *, yes_no: bool = False) -> tuple[bytes, tuple[float, float] | None]:
    """The weights with their corrections laid over them, and slope and shift where the corrections bring their own.

    With `yes_no` those that read questions for yes or no, where there are such. Raises ReaderError where a file is
    missing or damaged.
    """
    data, *changes = _whole(weights, yes_no=yes_no)
    model, calibration = io.BytesIO(data), None
    del data  # which are then 24 MB that nobody else has: they are changed where they are, and not copied
    for each in changes:
        with model.getbuffer() as held:
            calibration = lay_over(held, each) or calibration
    return model.getvalue(), calibration


def _checksums(weights: Path) -> dict[Path, str]:
    """The files that make the reader, the weights first, with the SHA-256 of each."""
    file = weights.with_suffix(".sha256")
    try:
        first, *others = file.read_text(encoding="ascii").splitlines()
        found = {weights: first.split()[0]}
        for line in others:
            digest, name = line.split()
            found[weights.with_name(name)] = digest
    except (OSError, ValueError, IndexError):
        raise ReaderError(f"{file}: the checksum of the reader's weights is missing; install Onrecord again") from None
    return found


def _whole(weights: Path, *, yes_no: bool) -> list[bytes]:
    """What the weights and then their corrections hold. Raises ReaderError where one is missing or damaged."""
    model = _bytes(weights)
    files = {file: digest for file, digest in _checksums(weights).items() if yes_no or file.name != YES_NO}
    found = [model, *(_bytes(file) for file in files if file != weights)]
    for (file, digest), data in zip(files.items(), found, strict=True):
        if hashlib.sha256(data).hexdigest() != digest:
            raise ReaderError(f"{file}: the reader's weights are damaged (wrong checksum); install Onrecord again")
    return found


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = "are missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise ReaderError(f"{file}: the reader's weights {reason}; install Onrecord again") from None
