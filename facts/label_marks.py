"""Labels above minutes, however they are set off: "- **Date:** 4 May", "| Venue | Town Hall |", "**Chair** Ann Lee"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from facts.line_marks import BULLET, LABEL_OF_MEETING

HEAD: Final = 12
"""How many lines with text stand above the labels at most."""
MOST: Final = 60
"""How many lines labels and their items take at most."""
FEWEST: Final = 2
"""How many labels of a meeting stand together."""

_LABEL: Final = r"(?P<label>[A-Z][\w’'/&-]*(?: [\w’'/&()-]+){0,4})"
_SET_OFF: Final = re.compile(
    rf"(?:{BULLET.pattern})?(?:"
    rf"(?P<row>\|)\s*[*_]*{_LABEL}:?[*_]*:?\s*\|(?P<cell>[^|\n]*)\|?"
    rf"|(?P<bold>\*\*|__){_LABEL.replace('label', 'strong')}(?::(?P=bold)|(?P=bold):?)"
    r"(?:\s+[–—-](?=\s))?(?P<behind>[^\n]*)"
    rf"|{_LABEL.replace('label', 'plain')}(?::(?=\s|$)|\s+[–—-](?=\s)|\t)(?P<rest>[^\n]*)"
    r")\s*"
)
"""A line with a label and what stands behind it: in a row of a table, in bold, or before a colon, dash or tab."""
_OFFICE: Final = re.compile(r"(?!in the)\w*(?:chair|conven|minute|clerk)", re.IGNORECASE)
"""Labels that lists of a body's officers have, too."""
_BESIDE: Final = re.compile(rf"(?<=\S)(?:[ \t]{{3,}}|\t)(?={LABEL_OF_MEETING}:[ \t]+\S)", re.IGNORECASE)
"""The gap between two labels on a line: "Venue: Mill Hall    Date: 4 May"."""
_RULE: Final = re.compile(r"\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*")
_NESTED: Final = re.compile(rf"(?:\s{{2,}}|\t){BULLET.pattern}")
_ALONE: Final = re.compile(r"[*_]*[A-Z][\w ()-]*[*_]*:[*_]*\s*")
_NAME: Final = re.compile(
    r"[A-Z][\w.’'-]*(?: (?:[a-z]{1,3} )?[A-Z][\w.’'-]*){1,5}"
    r"(?: \([^()\n]*\)|(?:,| [–—-]) [^\n.,;]{1,60})?(?<! and)(?<![ .,;])[ \t]*\n?"
)
"""A line that is the name of somebody, perhaps with what she or he is."""
_LINE: Final = re.compile(r"[^\n]*\n?")


def labels_as_lines(text: str) -> str:
    """A text with the labels at its head as lines "Label: value", where some say of which meeting it tells.

    >>> labels_as_lines("| Date | 4 May 2024 |\\n| Present | Ann Lee |\\n\\nIt rained.")
    'Date: 4 May 2024\\nPresent: Ann Lee\\n\\nIt rained.'
    >>> labels_as_lines("- Chair - Ann Lee\\n- Clerk - Bo Ek")
    '- Chair - Ann Lee\\n- Clerk - Bo Ek'

    A line with a name each below such a label is an item of a list.

    >>> labels_as_lines("Present:\\nAnn Lee (chair)\\nBo Ek")
    'Present:\\n- Ann Lee (chair)\\n- Bo Ek'
    """
    lines = _LINE.findall(text)
    lines[:HEAD] = [part for line in lines[:HEAD] for part in _LINE.findall(_BESIDE.sub("\n", line)) if part]
    for first, last in _runs(lines):
        found = {n: match for n in range(first, last) if (match := _SET_OFF.fullmatch(lines[n]))}
        labels = {n: label for n, match in found.items() if _is_meeting_label(label := _said(match)[0])}
        if len(labels) < FEWEST or not any(map(_is_of_meeting_alone, labels.values())):
            continue
        rules = {n for n in range(first, last) if _RULE.fullmatch(lines[n])}
        heads = {n for n in found if n + 1 in rules and n not in labels}
        for n in rules | heads:
            lines[n] = "\n"
        for n, match in found.items():
            if n in labels or (match["row"] and n not in heads and not labels.keys().isdisjoint(_around(lines, n))):
                label, value = _said(match)
                lines[n] = f"{label}: {value}".rstrip() + "\n" * lines[n].endswith("\n")
    for first, last in _names(lines):
        lines[first:last] = [f"- {line}" for line in lines[first:last]]
    return "".join(lines)


def _names(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines with a name each below a label that stands alone: "Present:", "Ann Lee (chair)", "Bo Ek"."""
    for n, line in enumerate(lines):
        if _ALONE.fullmatch(line) and _is_meeting_label(line.strip(" *_:\n")):
            named = itertools.takewhile(_NAME.fullmatch, lines[n + 1 : n + 1 + MOST])
            last = n + 1 + len(list(named))
            if last - n > FEWEST:
                yield n + 1, last


def _around(lines: list[str], at: int) -> range:
    """The lines of a table in which a line stands."""
    first, last = at, at + 1
    while first and lines[first - 1].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return range(first, last)


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of lines with labels, with items and blank lines between them, that begin at the head of a text."""
    told, at = 0, _body(lines)
    while at < len(lines) and told <= HEAD:
        first = at
        while at < min(len(lines), first + MOST) and _goes_on(lines[at], lines[at - 1] if at > first else None):
            at += 1
        if at > first:
            yield first, at
            told += at - first
        else:
            told += bool(lines[at].strip())
            at += 1


def _body(lines: list[str]) -> int:
    """The line behind the fence of front matter, where a text begins with one."""
    fences = [n for n, line in enumerate(lines) if line.rstrip() == "---"][:2]
    return fences[1] + 1 if len(fences) > 1 and fences[0] == 0 else 0


def _goes_on(line: str, before: str | None) -> bool:
    """Whether a line belongs to a stretch of labels, behind another line of it (None: it is the first)."""
    match = _SET_OFF.fullmatch(line)
    if match is not None:
        return _is_meeting_label(_said(match)[0]) or before is None or bool(before.strip())
    return before is not None and (not line.strip() or bool(_RULE.fullmatch(line) or _NESTED.match(line)))


def _said(match: re.Match[str]) -> tuple[str, str]:
    """The label of a line, and what stands behind it."""
    label = match["label"] or match["strong"] or match["plain"]
    value = match["cell"] or match["behind"] or match["rest"] or ""
    return label.strip(), value.strip()


def _is_meeting_label(label: str) -> bool:
    """Whether what stands before a colon says what a line tells of a meeting: "Date", "Members present"."""
    return re.fullmatch(LABEL_OF_MEETING, label, re.IGNORECASE) is not None


def _is_of_meeting_alone(label: str) -> bool:
    """Whether no other texts but of a meeting have a label."""
    return _is_meeting_label(label) and _OFFICE.match(label) is None
