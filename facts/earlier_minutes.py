"""What is said of the minutes of an earlier meeting: its day is not that of the meeting which approves them."""

from __future__ import annotations

import re

from facts.expressions import expression

_APPROVING = r"(?:accept|adopt|agree|approv|confirm|correct|ratif|read|receiv|sign)\w*"
EARLIER_MINUTES = expression(
    rf"\bminutes (?:of|from|for) .*\b(?:was|were|are|be|been|being) (?:\w+ )?{_APPROVING}"
    rf"|\b{_APPROVING}(?: [\w ]{{1,30}})? the (?:\w+ )?minutes (?:of|from|for)\b",
    re.IGNORECASE,
)
"""A sentence by which the minutes of a meeting are approved."""
