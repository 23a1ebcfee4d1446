"""Tables → lines of "heading: value", which read as text and keep what belongs together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from facts.label_marks import labels_as_lines
from facts.tables.headings import LABEL_MAX, are_headings, is_label

Rows = Sequence[Sequence[str]]

_PIPED = re.compile(
    r"^[ \t]*(?P<head>\|?[^\n|]+\|[^\n]*)\n(?=[^\n]*\|)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*"
    r"(?P<rows>(?:\n[^\n|]*\|[^\n]*)+)",
    re.MULTILINE,
)
_CELL = re.compile(r"(?<!\\)\|")


def labels_and_tables_as_lines(text: str) -> str:
    """The text of an article with the labels of its meeting (`labels_as_lines`) and its tables as lines."""
    return with_table_lines(labels_as_lines(text))


def with_table_lines(text: str) -> str:
    """Return Markdown with each of its tables as a paragraph for each row.

    >>> with_table_lines("| Item | Cost |\\n| --- | ---: |\\n| Benches | 400 crowns |\\n| Oars | 90 crowns |")
    'Item: Benches; Cost: 400 crowns\\n\\nItem: Oars; Cost: 90 crowns'
    """
    return _PIPED.sub(_lines_of_piped, text)


def _lines_of_piped(table: re.Match[str]) -> str:
    """The rows of a table, with blank lines between them; what has no headings stays as it is."""
    rows = [_cells(line) for line in (table["head"], *table["rows"].strip().split("\n"))]
    before = "" if table.string[: table.start()].endswith("\n\n") or not table.start() else "\n"
    behind = "" if table.string[table.end() :].startswith("\n\n") or table.end() == len(table.string) else "\n"
    return before + "\n\n".join(table_lines(rows, headed=any(rows[0]))) + behind


def _cells(line: str) -> list[str]:
    return [cell.replace("\\|", "|").strip() for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]


def table_lines(rows: Rows, *, headed: bool | None = None) -> list[str]:
    """Return a line for each row of a table.

    `headed` says whether the first row has the headings of the columns; None where the format does not tell: then its
    words do, if they can. What spans the rows above is a line of its own, the headings of the columns are none.

    >>> table_lines([["Name", "Ward"], ["Ruth Amery", "Mill Lane"]], headed=True)
    ['Name: Ruth Amery; Ward: Mill Lane']
    >>> table_lines([["Date", "4 May 2021"], ["Place", "Ostford"]])
    ['Date: 4 May 2021', 'Place: Ostford']
    >>> table_lines([["Item", "Amount"], ["Benches", "400 crowns"]])
    ['Item: Benches; Amount: 400 crowns']
    >>> table_lines([["Ann Poole", "Chair", "Kelm"], ["Bo Birch", "Clerk", "Lunn"]])
    ['Ann Poole; Chair; Kelm', 'Bo Birch; Clerk; Lunn']
    """
    filled = [[" ".join(cell.split()) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if not filled:
        return []
    if max(map(len, filled)) > 1:
        above = list(itertools.takewhile(lambda row: len(row) == 1 or (headed is None and _spans(row)), filled[:-2]))
        if above:
            spanning = [next(filter(None, row)) for row in above]
            return [*spanning, *table_lines(filled[len(above) :], headed=headed)]
    if headed is None:
        headed = are_headings(filled)
    if headed and len(filled) > 1:
        below = (row for row in filled[1:] if row != filled[0])  # headings stand again at the top of a page
        return [line for row in below if (line := _row_below(filled[0], row))]
    return [line for row in filled if (line := _row_alone(row))]


def _spans(row: Sequence[str]) -> bool:
    """Whether a row has but one text."""
    return len(set(filter(None, row))) == 1


def _row_below(headings: Sequence[str], row: Sequence[str]) -> str:
    """A row below the headings of its columns; a cell that spans the whole row is text of its own."""
    if _spans(row) and len(row) > 1:
        return next(cell for cell in row if cell)
    named = zip([*headings, *[""] * len(row)], row, strict=False)
    return "; ".join(f"{heading.rstrip(':')}: {cell}" if heading else cell for heading, cell in named if cell)


def _row_alone(row: Sequence[str]) -> str:
    """A row without headings above it: of two cells, the first is the heading of the second; of more, each label."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    pairs = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    if len(cells) % 2 or any(len(label) > LABEL_MAX or not (len(cells) == 2 or is_label(label)) for label, _ in pairs):
        return "; ".join(cells)
    return "; ".join(f"{label.rstrip(':')}: {value}" for label, value in pairs)
