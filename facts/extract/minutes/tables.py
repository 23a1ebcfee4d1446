"""Tables of minutes: actions with their owners and dates, a row each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.folding import fold, squeezed
from facts.line_marks import ROW

TASKS = frozenset({"action", "actions", "action item", "task", "what"})
OWNERS = frozenset({"assigned to", "by whom", "lead", "owner", "person", "responsible", "who"})
DATES = frozenset({"by when", "date", "deadline", "due", "due date", "when"})
"""What the columns of a table of actions are called (folded)."""
_CELL = re.compile(r"(?:\A|; )([^\n:;]{1,60}): ")


def actions_of_tables(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield who was asked to do what by when, of rows such as "Task: Buy oars; Owner: Ada Moss; Due: May"."""
    text = material.parsed.article.text
    for span in material.parsed.article.paragraphs:
        cells = _cells(text[slice(*span)])
        task, owner, due = (_below(cells, names) for names in (TASKS, OWNERS, DATES))
        if task and owner:
            said = f"{task} (by {due})" if due else task
            question = f"What was {owner} asked to do at {meeting}?"
            yield Draft("what", question, said, span, confidence=0.9, rule="minutes.table")


def _below(cells: dict[str, str], names: frozenset[str]) -> str | None:
    """What stands in the column that has one of some names."""
    return next((cells[heading] for heading in cells if heading in names), None)


def _cells(row: str) -> dict[str, str]:
    """The cells of a row of a table by the folded headings of their columns; of other paragraphs none, or few."""
    parts = _CELL.split(row)[1:] if ROW.match(row) else []
    return {fold(heading): squeezed(cell.strip("*_ ")) for heading, cell in zip(parts[::2], parts[1::2], strict=True)}
