"""Good news of an edit, among the warnings of a compile."""

from __future__ import annotations


class Notice(str):
    """What a person may like to know and need do nothing about: it is said as it is, and not as a warning."""

    __slots__ = ()
