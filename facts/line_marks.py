"""What stands in front of a line and says what it is: the marks of list items and of headings, labels of a meeting.

One table for all that read lists, so that what is an item to one of them is an item to all; so with the labels.
"""

from __future__ import annotations

import re
from typing import Literal

from facts.expressions import expression

_BULLET = r"(?:[-*•‣⁃∙▪■●○◦▸►·]|\+(?=\s+[^\d\s]))"
"""Signs that begin an item wherever a line begins with one; a plus sign not in front of a number ("+ 5 %")."""
_DASH = r"[–—]"
"""Signs that also stand between words, where a line may be broken."""
_NUMBER = r"\(?(?P<number>\d{1,3})[.)]"
_LETTER = r"\((?P<letter>[a-z]|[ivx]{2,5})\)"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()

BULLET = expression(rf"{_BULLET}\s+(?=\S)")
DASH = expression(rf"{_DASH}\s+(?=\S)")
NUMBER = expression(rf"{_NUMBER}\s+(?=\S)")
LETTER = expression(rf"{_LETTER}\s+(?=\S)")

ITEM = expression(rf"\s*(?:{_BULLET}|{_DASH}|{_NUMBER}|{_LETTER})\s+(?=\S)")
"""Any mark of a list item, in front of a paragraph."""

PARAGRAPH = expression(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z“\"])")
"""The number of a paragraph of running text, as minutes have it: "4.2 The Clerk reported …"."""

HEADING = expression(r"\s*#{1,6}\s+(?=\S)")
"""The number signs of a Markdown heading."""

ROW = expression(r"[^\n:;]{1,60}: [^\n;]+(?:; [^\n:;]{1,60}: [^\n;]+)+\Z")
"""A row of a table as a line: two headings at least, each with its value ("Name: Ann Ark; Vote: for")."""

DAY_OF_MEETING = r"date(?: and time)? of(?: the)? meeting|meeting date|date held|(?:meeting )?held(?: on)?"
"""How lines are labelled that say when a meeting was, and that no other texts have."""
MEETING_DATE = rf"(?:{DAY_OF_MEETING}|date(?: and time)?)"
"""How lines are labelled that say when a meeting was."""
PLACE_OF_MEETING = (
    r"(?:(?:meeting )?(?:place|venue|location)|(?:place|venue|location) of(?: the)? meeting|(?:meeting )?held at)"
)
"""How lines are labelled that say where a meeting was."""
_PEOPLE = (
    r"(?:(?:(?:all|also|board|committee|councillors|directors|members|those|trustees) )?(?:present|absent|attending)"
    r"|(?:on|in) the (?:call|room)|in attendance|attendance|attendees|participants|apologies(?: for absence| received)?"
    r"|regrets|sederunt|(?:in the )?chair(?:ed by|man|person|woman)?|convenor|convener|minute[- ]taker"
    r"|minutes (?:taken )?by|clerk)"
)
LABEL_OF_MEETING = (
    rf"(?:(?P<of>{DAY_OF_MEETING})|(?P<date>date(?: and time)?)"
    rf"|(?P<place>{PLACE_OF_MEETING})|(?P<people>{_PEOPLE})(?: ?\([^()\n]{{1,24}}\))?"
    rf"|(?P<time>time))"
)
"""How lines are labelled that say when and where a meeting was, and who came."""
_OF_MEETING = expression(
    rf"(?:^|;)\s*[*_]*(?:(?P<when>{MEETING_DATE})|(?P<where>{PLACE_OF_MEETING}))[*_]*:", re.IGNORECASE
)


def told_of_meeting(line: str) -> frozenset[Literal["when", "where"]]:
    """What a line says of a meeting by its labels: when it was, where it was.

    >>> sorted(told_of_meeting("Date: 4 May 2021; Venue: Town Hall")), sorted(told_of_meeting("Next meeting: 4 May"))
    (['when', 'where'], [])
    """
    return frozenset("when" if label["when"] else "where" for label in _OF_MEETING.finditer(line))


def letters_after(letter: str) -> frozenset[str]:
    """The letters that the next item of a list may have: "b" after "a", "v" after "iv".

    >>> sorted(letters_after("i")), sorted(letters_after("xii"))
    (['ii', 'j'], ['xiii'])
    """
    after = {chr(ord(letter) + 1)} if len(letter) == 1 else set()
    return frozenset(after | {_ROMAN[n] for n, roman in enumerate(_ROMAN[:-1], start=1) if roman == letter})
