"""Tables → lines of "heading: value", which read as text and keep what belongs together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facts.folding import fold

LABEL_MAX = 60
"""Longest cell, in code points, that can be the heading of the one beside it."""

COLUMNS = frozenset(
    """action actions address affiliation age agreed amount amounts answer approved average budget by capacity cent
    city comment comments contact cost costs country crowns current date day deadline decision decisions
    department description details dollars due duration email estimated euros expenditure fee final from
    function grant grants hours in income institution item items lead location member members motion name
    names new no note notes number of office organisation organization outcome owner party per percentage
    person phone place points position post pounds previous price proposal proposed quantity rate reason
    recommendation remarks requested responsibility responsible result results role score seat seats share
    speaker spending start state status sum term the time title to topic total unit value venue vote votes
    ward what when where who whom year years""".split()
)
"""Words (folded) of which what columns are called consists; a value beside a label has others."""

Rows = Sequence[Sequence[str]]

_PIPED = re.compile(
    r"^[ \t]*(?P<head>\|?[^\n|]+\|[^\n]*)\n(?=[^\n]*\|)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*"
    r"(?P<rows>(?:\n[^\n|]*\|[^\n]*)+)",
    re.MULTILINE,
)
_CELL = re.compile(r"(?<!\\)\|")


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

    `headed` says whether the first row has the headings of the columns; None where the format does not tell: then the
    first row of three columns or more has them, and that of two where the second is called as columns are. What spans
    the first row is a line of its own, the headings of the columns are none.

    >>> table_lines([["Name", "Ward"], ["Ruth Amery", "Mill Lane"]], headed=True)
    ['Name: Ruth Amery; Ward: Mill Lane']
    >>> table_lines([["Date", "4 May 2021"], ["Place", "Ostford"]])
    ['Date: 4 May 2021', 'Place: Ostford']
    >>> table_lines([["Item", "Amount"], ["Benches", "400 crowns"]])
    ['Item: Benches; Amount: 400 crowns']
    """
    filled = [[" ".join(cell.split()) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if not filled:
        return []
    width = max(map(len, filled))
    if headed is None and width > 1 and len(filled) > 2 and len(set(filter(None, filled[0]))) == 1:
        return [*filter(None, dict.fromkeys(filled[0])), *table_lines(filled[1:])]
    if headed is None:
        headed = width > 1 and _are_headings(filled[0])
    if headed and len(filled) > 1:
        below = (row for row in filled[1:] if row != filled[0])  # headings stand again at the top of a page
        return [line for row in below if (line := _row_below(filled[0], row))]
    return [line for row in filled if (line := _row_alone(row))]


def _are_headings(row: Sequence[str]) -> bool:
    """Whether a first row has the headings of its columns."""
    if not all(0 < len(cell) <= LABEL_MAX for cell in row):
        return False
    words = re.findall(r"[^\W_]+", fold(re.sub(r"\(.*\)", "", row[-1])))
    return len(row) > 2 or (len(row) == 2 and row[0] != row[1] and bool(words) and COLUMNS.issuperset(words))


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
