"""Who is on a working group is not answered by one of its members; where a sentence lists them, all are told."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.no_answer import SEVERAL
from bot.question import Question
from facts.expressions import expression

_GROUP: Final = (
    r"(?:group|panel|(?:working|search|study) party|committee|team|board|jury|crew|delegation|commission|task ?force|"
    r"sub-?committee|council)"
)
_ASKS_MEMBERS: Final = expression(
    r"\W*(?:and |so )?(?:who(?:['’]s| is| are| was| were| will be)(?: (?:all|also|else|now|currently|going to be))* "
    r"(?:on|in(?! (?:the chair|attendance|charge|command|control|office)\b)|part of|members? of|the members of)|"
    r"who (?:sits?|sat|serves?|served|will (?:sit|serve)) (?:on|in)|"
    rf"who (?:makes?|made) up|(?:what|which) (?:are|were) the members of)\b[^?]*\b{_GROUP}\b",
    re.IGNORECASE,
)
_MADE_OF: Final = expression(
    r"\b(?:made up of|consist\w* of|compris(?:es|ed|ing)(?: of)?|composed of|formed of|formed from|"
    r"(?:members|membership) (?:are|is|were|was|will be|to be)):? (?P<all>[^;.:]+)|"
    rf"\b{_GROUP} (?:of|comprising) (?P<before>(?=[^;.:]*(?-i:[A-Z]))[^;.:]+?) "
    r"(?=(?:was|were|is|are|has been|will be) )",
    re.IGNORECASE,
)
_GOES_ON: Final = expression(
    r",? (?:to (?=[a-z]+ )(?!the\b|an?\b)|(?:who|which|was|were|will|would|with|for)\b|"
    r"and (?:is|was|will|would|met|meets)\b)"
)
"""Where the members end."""


def asks_for_members(question: Question) -> bool:
    """Whether a question asks for all who are on a group.

    >>> from bot.question import read
    >>> asked = "Who is on the hedge working group?", "Who is the chair of the panel?", "Who leads the panel?"
    >>> [asks_for_members(read(text)) for text in asked]
    [True, False, False]
    """
    return _ASKS_MEMBERS.match(question.text) is not None


def is_one_member(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for all who are on a group, and the words at a span of a sentence name one.

    >>> from bot.question import read
    >>> asked = read("Who is on the panel?")
    >>> told = ("Ada Wren leads the panel.", (0, 8)), ("Ada and Bo sit on it.", (0, 10))
    >>> [is_one_member(asked, *each) for each in told]
    [True, False]
    """
    said = sentence[slice(*span)]
    return (
        asks_for_members(question) and not SEVERAL.search(said) and said[:1].isupper() and said.rstrip()[-1:].isalpha()
    )


def all_members(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span of a sentence with all of whom it says that a group is made up, where it marks some of them.

    >>> from bot.question import read
    >>> told = "The panel is made up of Ada Wren, a pilot, Bo Lusk and the clerk to judge the boats."
    >>> told[slice(*all_members(read("Who is on the panel?"), told, (24, 32)))]
    'Ada Wren, a pilot, Bo Lusk and the clerk'
    """
    found = _MADE_OF.search(sentence) if asks_for_members(question) else None
    if found is None:
        return span
    begin, end = found.span("all" if found["all"] else "before")
    goes_on = _GOES_ON.search(sentence, begin, end)
    end = goes_on.start() if goes_on else end
    return (begin, begin + len(sentence[begin:end].rstrip(" ,"))) if begin <= span[0] and span[1] <= end else span
