"""A clock that a test sets."""

from __future__ import annotations


class Clock:
    """Unix time in seconds; it begins on 1 March 2026 at noon (UTC) and stands still."""

    def __init__(self) -> None:
        self.now = 1_772_366_400.0

    def __call__(self) -> float:
        return self.now
