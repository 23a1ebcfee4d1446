"""The small numbers by which an index's arrays tell of a fact and of a question what sort they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from facts.model import Kind

KINDS: Final[tuple[Kind, ...]] = (
    "who", "what", "when", "where", "why", "how", "how_many", "which", "yes_no", "list", "definition",
)  # fmt: skip
KIND_CODE: Final[Mapping[str | None, int]] = {None: len(KINDS)} | {kind: code for code, kind in enumerate(KINDS)}
PAST_CODE: Final = {None: 0, True: 1, False: 2}
ROLE_CODE: Final = {None: 0, "subject": 1, "object": 2}
IDENTITY, NEGATED, DATED = 1, 2, 4
"""Bits of what a question is: it asks who or what something is, it says "not", it names a date."""
MOST_LETTERS: Final = 255
"""Letters from which on the length of a question's text is not told."""
