"""Tables → lines of "heading: value", which read as text and keep what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

LABEL_MAX = 60
"""Longest cell, in code points, that can be the heading of the one beside it."""

Rows = Sequence[Sequence[str]]


def table_lines(rows: Rows, *, headed: bool | None = None) -> list[str]:
    """Return a line for each row of a table.

    `headed` says whether the first row has the headings of the columns; None where the format does not tell: then the
    first row of three columns or more has them.

    >>> table_lines([["Name", "Ward"], ["Ruth Amery", "Mill Lane"]], headed=True)
    ['Name: Ruth Amery; Ward: Mill Lane']
    >>> table_lines([["Date", "4 May 2021"], ["Place", "Ostford"]])
    ['Date: 4 May 2021', 'Place: Ostford']
    """
    filled = [[" ".join(cell.split()) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if not filled:
        return []
    width = max(map(len, filled))
    if headed is None:
        headed = width > 2 and len(filled) > 1 and all(0 < len(cell) <= LABEL_MAX for cell in filled[0])
    if headed and len(filled) > 1:
        return [line for row in filled[1:] if (line := _row_below(filled[0], row))]
    return [line for row in filled if (line := _row_alone(row))]


def _row_below(headings: Sequence[str], row: Sequence[str]) -> str:
    """A row below the headings of its columns; a cell that spans the whole row is text of its own."""
    if len({cell for cell in row if cell}) == 1 and len(row) > 1:
        return next(cell for cell in row if cell)
    named = zip([*headings, *[""] * len(row)], row, strict=False)
    return "; ".join(f"{heading.rstrip(':')}: {cell}" if heading else cell for heading, cell in named if cell)


def _row_alone(row: Sequence[str]) -> str:
    """A row without headings above it: of two cells, the first is the heading of the second."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    if len(cells) == 2 and len(cells[0]) <= LABEL_MAX:
        return f"{cells[0].rstrip(':')}: {cells[1]}"
    return "; ".join(cells)
