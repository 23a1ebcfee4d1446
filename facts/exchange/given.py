"""What a file gives, row by row: the cells of each, or why it cannot be read."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """The cells of a row by the names that the file gives them, and where it stands: its line, and where a line does
    not tell, its place.

    Where it cannot be read, `reason` says why. `passage` is a text that the evidence stands in.
    """

    line: int | None
    cells: Mapping[str, object]
    reason: str | None = None
    place: str = ""
    passage: str | None = None


class FormError(Exception):
    """A file that cannot be read as a whole: why not, what to do, and the line if it is known."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        """Name the reason and the line (from 1)."""
        super().__init__(reason, line)
        self.reason = reason
        self.line = line
