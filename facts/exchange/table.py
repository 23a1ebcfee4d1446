"""CSV (RFC 4180), as spreadsheets read and write it: a line of names, then a row a fact.

A spreadsheet takes a cell that begins with "=", "+", "-" or "@" for a formula, which may fetch and send what it likes.
Such cells are written with an apostrophe in front, and read without it (OWASP: CSV injection).
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import IO, Final

import msgspec

from facts.exchange.given import FormError, Given
from facts.exchange.row import COLUMNS, Row, column_of

DELIMITERS: Final = ",;\t"
"""What may stand between cells, the likeliest first."""

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What begins like a formula, perhaps behind apostrophes that kept it from being one."""
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""A first line by which Excel is told what stands between cells."""
_LISTS: Final = frozenset({"variants", "meeting_aliases"})


def write(rows: Iterable[Row], out: IO[str]) -> None:
    """Write the names of the columns, then the rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(column, getattr(row, column)) for column in COLUMNS])


def _cell(column: str, value: object) -> str:
    """A value as text: lists, and texts of the column `value` that look like something else, as JSON."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, datetime.date):
        text = value.isoformat()
    elif isinstance(value, list | tuple) or (column == "value" and isinstance(value, str) and _json(value) is not None):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def read(text: str) -> Iterator[Given]:
    """The rows of a file, by its first line's names. Raises FormError if that has none for question and answer."""
    text, delimiter = _delimited(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = _row(reader)
    names = header if isinstance(header, list) else []
    wanted = {"question", "answer"} - {column_of(name) for name in names}
    if wanted:
        raise FormError(
            f"there is no column “{min(wanted)}”; the first line names the columns, for example"
            " “question,answer,evidence,source,date”",
            1,
        )
    while True:
        line = reader.line_num + 1
        found = _row(reader)
        if found is None:
            return
        if isinstance(found, str):
            yield Given(line, {}, found)
        elif len(found) > len(names) and any(found[len(names) :]):
            reason = (
                f"has {len(found)} cells for {len(names)} columns; put quotes around a text with “{delimiter}” in it"
            )
            yield Given(line, {}, reason)
        elif any(cell.strip() for cell in found):
            yield Given(line, {name: _value(name, cell) for name, cell in zip(names, found, strict=False)})


def _row(reader: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, why it cannot be read, or None at the end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        return f"cannot be read ({error}); close what is opened with a quotation mark, and double those inside"


def _delimited(text: str) -> tuple[str, str]:
    """The text, and what stands between its cells: what gives the first line the most columns that are known."""
    told = _SEPARATOR_LINE.match(text)
    if told:
        return text[told.end() :], told[1]
    first = text.lstrip("\n").partition("\n")[0]
    counts = [
        sum(column_of(name.strip('" ')) is not None for name in first.split(delimiter)) for delimiter in DELIMITERS
    ]
    return text, DELIMITERS[counts.index(max(counts))]


def _value(name: str, cell: str) -> object:
    """What a cell says: without the apostrophe of what is no formula; a list, where the column holds one."""
    column = column_of(name)
    text = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    if column in _LISTS and not text.lstrip().startswith("["):
        return [each.strip() for each in re.split(r"\s\|\s|\n", text) if each.strip()]
    if column == "value" or column in _LISTS:
        found = _json(text)
        return text if found is None else found
    return text.strip()


def _json(text: str) -> object:
    """What a text says as JSON, if that is a number, a list or a text in quotes; None for any other."""
    if not re.match(r'\s*[-\d\["]', text):
        return None
    try:
        return msgspec.json.decode(text, type=int | float | str | list[str])
    except (msgspec.MsgspecError, RecursionError):
        return None
