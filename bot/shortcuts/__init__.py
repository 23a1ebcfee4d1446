"""Command shortcuts: a command's name and the questions that it stands for.

In: a file of an owner's; a shortcut with what follows it. Out: the shortcuts in force; the reply to their questions.
Begin with `shortcut`, what one is and those built in, then `answer`, what it is replied; `file` reads an owner's.
"""

from __future__ import annotations

from bot.shortcuts.answer import ask, meeting_meant, plain_ask
from bot.shortcuts.file import ShortcutError, all_of, load, merged
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
    "Shortcut",
    "ShortcutError",
    "Who",
    "all_of",
    "ask",
    "filled",
    "load",
    "meeting_meant",
    "merged",
    "plain_ask",
    "problem_of_name",
    "problem_of_question",
]
