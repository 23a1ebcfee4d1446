"""Command shortcuts: a command's name and the questions that it stands for.

In: a file of an owner's; a shortcut with what follows it. Out: the shortcuts in force; the reply to their questions.
Begin with `shortcut`, what one is and those built in, then `answer`, what it is replied; `listing` is what has several
answers, `about` and `told_in_lines` what is looked for besides; `file` reads an owner's.
"""

from __future__ import annotations

from bot.shortcuts.answer import ask, plain_ask
from bot.shortcuts.file import ShortcutError, all_of, load, merged
from bot.shortcuts.listing import Listing, listing
from bot.shortcuts.meant import meeting_meant
from bot.shortcuts.shortcut import (
    BUILT_IN,
    LONGEST_DESCRIPTION,
    NAME,
    RESERVED,
    Shortcut,
    Who,
    filled,
    problem_of_name,
    problem_of_question,
)

__all__ = [
    "BUILT_IN",
    "LONGEST_DESCRIPTION",
    "NAME",
    "RESERVED",
    "Listing",
    "Shortcut",
    "ShortcutError",
    "Who",
    "all_of",
    "ask",
    "filled",
    "listing",
    "load",
    "meeting_meant",
    "merged",
    "plain_ask",
    "problem_of_name",
    "problem_of_question",
]
