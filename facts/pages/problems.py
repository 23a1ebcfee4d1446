"""What is wrong with a base or a file of it, and what its files are called: all that opening a made index needs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

SUFFIX = ".yaml"


class Problem(msgspec.Struct, frozen=True):
    """What is wrong in a file of a base, on which line (from 1) if known, and what to do about it."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        """Read as `file:line: reason`."""
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


class BaseError(Exception):
    """A base that cannot be used: every problem found, each with its file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """One line a problem."""
        return "\n".join(map(str, self.problems))


class NoBaseError(BaseError):
    """There is no base, or an empty one."""


def no_base(directory: Path) -> NoBaseError:
    """What is to be said where there is no base."""
    return NoBaseError([Problem(str(directory), None, "there is no base here; make one with “onrecord compile”")])
