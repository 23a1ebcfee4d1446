"""Tables of minutes: actions with their owners and dates, as Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.extract.draft import Draft, Material
from facts.folding import fold, squeezed

TASKS = frozenset({"action", "actions", "action item", "task", "what"})
OWNERS = frozenset({"assigned to", "by whom", "lead", "owner", "person", "responsible", "who"})
DATES = frozenset({"by when", "date", "deadline", "due", "due date", "when"})
"""What the columns of a table of actions are called (folded)."""
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?\|?\s*")
MOST_ROWS = 200


def actions_of_tables(material: Material, meeting: str) -> Iterator[Draft]:
    """Yield who was asked to do what by when, a row each."""
    text = material.parsed.article.text
    for start, end in material.parsed.article.paragraphs:
        lines = list(re.finditer(r"[^\n]+", text[start:end]))[: MOST_ROWS + 2]
        if len(lines) < 3 or not _RULE.fullmatch(lines[1][0]):
            continue
        head = [fold(cell) for cell in _cells(lines[0][0])]
        task, owner, due = (_column(head, names) for names in (TASKS, OWNERS, DATES))
        if task is None or owner is None:
            continue
        for line in lines[2:]:
            cells = _cells(line[0])
            if len(cells) != len(head) or not (cells[task] and cells[owner]):
                continue
            when = cells[due] if due is not None else ""
            said = f"{cells[task]} (by {when})" if when else cells[task]
            span = (start + line.start(), start + line.start() + len(line[0].rstrip()))
            question = f"What was {cells[owner]} asked to do at {meeting}?"
            yield Draft("what", question, said, span, confidence=0.9, rule="minutes.table")


def _column(head: list[str], names: frozenset[str]) -> int | None:
    """Which column has one of some names."""
    return next((n for n, name in enumerate(head) if name in names), None)


def _cells(line: str) -> list[str]:
    return [squeezed(cell.strip("*_ ")) for cell in line.strip().strip("|").split("|")]
