"""How people are addressed before their names: "Mrs", "Cllr"."""

from __future__ import annotations

from typing import Final

HONORIFICS: Final = frozenset(
    "captain cllr councillor dame dr lady lord miss mr mrs ms mx prof professor rev shri sir smt".split()
)
"""In small letters and without their full stops."""
HONORIFIC: Final = rf"(?:{'|'.join(sorted(map(str.capitalize, HONORIFICS), reverse=True))})\b\.?"
"""A pattern of one as it is written."""
