"""Names of newspapers and stations, told by the words that they begin or end with."""

from __future__ import annotations

from typing import Final

_WORDS: Final = frozenset(
    "agency bulletin chronicle courier daily echo examiner express gazette guardian herald journal ledger mail mirror"
    " monitor news observer post press radio record review star sun telegraph times tribune tv voice weekly".split()
)
_MOST_WORDS: Final = 6


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper or station.

    >>> [is_outlet(name) for name in ("The Ostmere Ledger", "Ada Wren", "Post")]
    [True, False, False]
    """
    words = name.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and all(map(str.istitle, (words[0], words[-1])))
        and bool(_WORDS & {words[0].lower(), words[-1].lower()})
    )
