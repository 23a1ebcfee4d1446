"""JSON Lines: an object a fact, a line each. Lists of such objects are read, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from facts.exchange.given import Given
from facts.exchange.row import Row

_encode = msgspec.json.Encoder().encode


def write(rows: Iterable[Row], out: IO[str]) -> None:
    """Write a line for each row, with all columns."""
    for row in rows:
        out.write(_encode(row).decode() + "\n")


def read(text: str) -> Iterator[Given]:
    """The rows of a file; a line that is no object is one that cannot be read."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _given(number, line)


def read_list(items: list[object]) -> Iterator[Given]:
    """The rows of a list of objects."""
    for number, item in enumerate(items, 1):
        place = f"item {number}"
        if isinstance(item, dict):
            yield Given(None, item, place=place)
        else:
            yield Given(None, {}, _EXPECTED, place)


_EXPECTED = 'is no object; write {"question": "…", "answer": "…"}'


def _given(number: int, line: str) -> Given:
    try:
        item = msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError) as error:
        return Given(number, {}, f'is not JSON ({error}); write {{"question": "…", "answer": "…"}}')
    return Given(number, item) if isinstance(item, dict) else Given(number, {}, _EXPECTED)
