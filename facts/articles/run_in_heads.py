"""Heads that stand in bold on the line of the text below them → headings, as Markdown has them."""

from __future__ import annotations

import re

from facts.folding import fold
from facts.line_marks import LABEL_OF_MEETING
from facts.parse.given_names import given_names

_BOLD = re.compile(r"\n[ \t]*\n[ \t]*(?:\d{1,3}[.)][ \t]+)?(?:\*\*|__)(?=\S)[^*_\n]{1,80}(?:\*\*|__)(?=[ \t:])")
"""A paragraph that begins in bold and goes on behind it."""
_RUN_IN = re.compile(
    r"(?P<begin>\n[ \t]*\n[ \t]*)(?P<number>\d{1,3}[.)][ \t]+)?(?P<mark>\*\*|__)"
    r"(?P<head>(?:\d[\d./]*[.)]?[ \t]+)?[A-Z][^*_\n.:?!]{2,60})(?P=mark)(?:[ \t]+[–—-])?[ \t]+(?=[A-Z“\"])"
)
"""A head that no mark but its bold parts from the sentence behind it: "**Market square** The paving is done"."""
FEWEST = 2
"""How many paragraphs begin in bold where that is how a text sets its heads: one alone may be a dateline."""


def run_in_heads_as_headings(text: str) -> str:
    """Return a text with its heads in bold as headings of their own, but for who speaks and labels of the meeting.

    >>> run_in_heads_as_headings("Minutes\\n\\n**Market square** It is paved.\\n\\n**Dog bins** Six were bought.")
    'Minutes\\n\\n## Market square\\n\\nIt is paved.\\n\\n## Dog bins\\n\\nSix were bought.'
    """
    if sum(1 for _ in _BOLD.finditer(text)) < FEWEST:
        return text
    return _RUN_IN.sub(_heading, text)


def _heading(found: re.Match[str]) -> str:
    head = found["head"]
    if fold(head.split()[0]) in given_names() or re.fullmatch(LABEL_OF_MEETING, head, re.IGNORECASE):
        return found[0]
    return f"{found['begin']}## {found['number'] or ''}{head}\n\n"
