"""A file of questions and answers → rows, whatever its form, with every problem of every row."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from facts import articles, encoding
from facts.exchange import json_lines, squad, table
from facts.exchange.given import FormError, Given
from facts.exchange.row import Row, RowError, column_of, row_of, unknown

MAX_BYTES: Final = 50_000_000
"""Largest file that is read."""
MAX_ROWS: Final = 20_000
"""Most rows of a file that are read."""


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row, where it stands in its file as it is to be shown, and the text that its evidence stands in, if given."""

    place: str
    row: Row
    passage: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class RowFile:
    """The rows of a file that can be used, what is wrong with the others, and what a person should know (warnings)."""

    rows: tuple[PlacedRow, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def read(path: Path, name: str) -> RowFile:
    """Read a file, which is called `name` in what is said. Raises FormError if it cannot be read as a whole."""
    if (what := articles.CONVERTED.get(path.suffix.lower())) is not None:
        raise FormError(f"is {what} by its name, and no table; “onrecord add” makes an article of it")
    text, guessed = _text(path)
    warnings = [f"{name}: read as {guessed}, a guess; save it as UTF-8 if letters look wrong"] if guessed else []
    rows: list[PlacedRow] = []
    problems: list[str] = []
    names: dict[str, None] = {}
    for n, given in enumerate(_given(text)):
        if n == MAX_ROWS:
            problems.append(f"{name}: has more than {MAX_ROWS:,} rows; split it (the first ones are taken)")
            break
        place = _place(name, given, text)
        names |= dict.fromkeys(each for each in given.cells if each.strip() and column_of(each) is None)
        try:
            rows.append(PlacedRow(place, _row(given), given.passage))
        except RowError as error:
            problems.append(f"{place}: {error}")
    if left_out := unknown(iter(names)):
        warnings.append(f"{name}: {left_out}")
    return RowFile(tuple(rows), tuple(problems), tuple(warnings))


def _text(path: Path) -> tuple[str, str | None]:
    try:
        if path.exists() and not path.is_file():
            raise FormError("is no regular file; give a file of questions and answers")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FormError(f"cannot be read ({reason}); check its name and its permissions") from error
    if len(data) > MAX_BYTES:
        raise FormError(f"is larger than {MAX_BYTES // 1_000_000} MB; split it")
    try:
        decoded = encoding.decode(data)
    except ModuleNotFoundError:  # what guesses encodings comes with the compiler
        decoded = None
    if decoded is None:
        raise FormError("is not text in UTF-8; export it as CSV (UTF-8), JSON Lines or SQuAD")
    if not decoded[0].strip():
        raise FormError("is empty; give rows of questions and answers")
    return decoded


def _given(text: str) -> Iterator[Given]:
    """The rows in the form that the text has."""
    if not text.lstrip().startswith(("{", "[")):
        return table.read(text)
    try:
        whole = msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        return json_lines.read(text)
    if isinstance(whole, list):
        return json_lines.read_list(whole)
    return json_lines.read(text) if isinstance(whole, dict) and "question" in whole else squad.read(whole)


def _place(file: str, given: Given, text: str) -> str:
    """Where a row stands: its line, or its place and, if its id tells, its line."""
    line = given.line
    name = given.cells.get("id")
    if line is None and isinstance(name, str) and (at := text.find(json.dumps(name, ensure_ascii=False))) >= 0:
        line = text.count("\n", 0, at) + 1
    return f"{file}{f':{line}' if line is not None else ''}{f': {given.place}' if given.place else ''}"


def _row(given: Given) -> Row:
    """The row of cells by their columns; of two names for one column the first that says something counts.

    Raises RowError.
    """
    if given.reason is not None:
        raise RowError(given.reason)
    cells: dict[str, object] = {}
    for name, value in given.cells.items():
        column = column_of(name)
        if column is not None and cells.get(column) in (None, "", []):
            cells[column] = value
    return row_of(cells)
