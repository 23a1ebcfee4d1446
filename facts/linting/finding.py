"""What is found in a base."""

from __future__ import annotations

import dataclasses
from typing import Literal

from facts.pages.base import Problem

Kind = Literal[
    "broken-page",
    "no-page",
    "no-article",
    "stale-page",
    "unreadable-article",
    "double-article",
    "lone-ledger",
    "no-ledger",
    "sentence-gone",
    "sentence-taken-out",
    "evidence-gone",
    "hidden-leftover",
    "hidden-checked",
    "hidden-doubted",
    "recheck",
    "note",
    "two-answers",
    "said-twice",
    "answer-nowhere",
    "former-name",
    "former-number",
    "twin-id",
    "value",
    "no-question",
    "unreachable",
    "disagreement",
    "no-date",
    "no-source",
    "date",
    "link",
]
"""By which name a sort of finding goes, for programs."""


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something in a file that is wrong, on which line (from 1; 0 where that is not known), and what to do about it."""

    file: str
    line: int
    kind: Kind
    what: str
    remedy: str

    def as_json(self) -> dict[str, object]:
        """The finding as an object for `--json`; a line that is not known is null."""
        return {**dataclasses.asdict(self), "line": self.line or None}

    def __str__(self) -> str:
        """Read as `file:line: what is wrong; what to do`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}; {self.remedy}" if self.remedy else f"{place}: {self.what}"


def finding_of(problem: Problem) -> Finding:
    """A problem of a page that cannot be read."""
    what, _, remedy = problem.reason.partition("; ")
    return Finding(problem.file, problem.line or 0, "broken-page", what, remedy)
