"""Whether the first row of a table has the headings of its columns, by the words alone.

Where the format does not say it. A row of values that is taken for one of headings makes nonsense of all rows, so it
must tell that it is none: by what columns are called, or by being of another kind than what stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facts.folding import fold
from facts.line_marks import LABEL_OF_MEETING

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

_LABEL = re.compile(rf"[*_]*{LABEL_OF_MEETING}[*_]*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
_VALUE = re.compile(
    r"[^\w]*\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d:\d\d", re.IGNORECASE
)
_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]* ){1,3}[^\W\d_][\w’'-]*")


def are_headings(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of the rows (cells without surrounding blanks) has the headings of the columns.

    >>> are_headings([["Delegation", "Boats", "Catch"], ["Norra", "12", "400 t"], ["Sudra", "9", "300 t"]])
    True
    >>> are_headings([["Norra", "12", "400 t"], ["Sudra", "9", "300 t"]])
    False
    """
    head, below = rows[0], [row for row in rows[1:] if row != rows[0] and len(set(filter(None, row))) > 1]
    columns = [[row[n] for row in below if n < len(row) and row[n]] for n in range(len(head))]
    if len(head) < 2 or not below or len(set(head)) < len(head) or not all(head[1:]):
        return False
    if any(len(cell) > LABEL_MAX for cell in head) or any(map(is_label, columns[0])):
        return False
    if len(head) == 2:
        return bool(head[0]) and _is_called(head[1])
    if any(_is_value(cell) or cell in column for cell, column in zip(head, columns, strict=True)):
        return False
    if any(_is_name(cell) and any(map(_is_name, column)) for cell, column in zip(head, columns, strict=True)):
        return False
    corner = not head[0] and len(columns[0]) == len(below)
    years = all(map(_YEAR.fullmatch, head[1:]))
    return (
        corner
        or years
        or 2 * sum(map(_is_called, head)) >= len(head)
        or any(_is_of_another_kind(cell, column) for cell, column in zip(head, columns, strict=True))
    )


def is_label(cell: str) -> bool:
    """Whether it is what minutes and letters call the value beside it."""
    return cell.endswith(":") or _LABEL.fullmatch(cell) is not None


def _is_called(cell: str) -> bool:
    """Whether columns are called so."""
    words = re.findall(r"[^\W_]+", fold(re.sub(r"\(.*\)", "", cell)))
    return bool(words) and COLUMNS.issuperset(words)


def _is_value(cell: str) -> bool:
    """Whether it is an amount, a day or a time; a year may head a column."""
    return _VALUE.match(cell) is not None and _YEAR.fullmatch(cell) is None


def _is_name(cell: str) -> bool:
    """Whether it is written as the name of a person, and not as columns are called."""
    words = cell.split()
    return _NAME.fullmatch(cell) is not None and all(word[0].isupper() and not _is_called(word) for word in words)


def _is_of_another_kind(cell: str, column: Sequence[str]) -> bool:
    """Whether all that stands below a cell, twice at least, has numbers or is names, and it is not."""
    if len(column) < 2 or not cell:
        return False
    numbered = all(any(map(str.isdigit, each)) for each in column) and not any(map(str.isdigit, cell))
    return numbered or (all(map(_is_name, column)) and not _is_name(cell))
