"""A group to teach with: one question and some passages, of which none, one or more answer it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

from facts.reader.window import Passage

Span = tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with whether it answers, where in its sentence the answer stands, and what it decides.

    `span` is None where the passage does not answer or the answer's place is not known; `verdict` is 0 yes, 1 no,
    2 neither, and None where nothing is to be learned from it.
    """

    passage: Passage
    answers: bool
    span: Span | None = None
    verdict: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A question, the one asked before it (or nothing) and its candidates."""

    question: str
    asked_before: str
    candidates: tuple[Candidate, ...]


def read(path: Path) -> Iterator[Group]:
    """Read groups back."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            yield Group(row["question"], row["asked_before"], tuple(map(_candidate, row["candidates"])))


def _candidate(row: dict[str, object]) -> Candidate:
    passage, span, verdict = row["passage"], row["span"], row["verdict"]
    assert isinstance(passage, dict)  # noqa: S101
    assert span is None or isinstance(span, list)  # noqa: S101
    assert verdict is None or isinstance(verdict, int)  # noqa: S101
    return Candidate(Passage(**passage), bool(row["answers"]), (span[0], span[1]) if span else None, verdict)
