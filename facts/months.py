"""The months as English texts write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""Their names in order, in small letters."""
MONTH_NAMES: Final = "|".join(map(str.capitalize, MONTHS))
"""A pattern of them as they are written."""
MONTH_NUMBERS: Final[Mapping[str, int]] = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
"""Which month (1–12) a name or a short name is, in small letters and without its full stop."""
