"""“no, of the port” → the question before, of the port: what was meant of two or more."""

from __future__ import annotations

import re
from typing import Final

from facts.expressions import expression

_PREPOSITION: Final = r"(?:at|for|from|in|of)"
_NARROWS: Final = expression(
    r"\W*(?:(?:no|nope|sorry|not (?:that|this|him|her|them)(?: one)?|i mean|i meant|rather)\b[\s,.:;–-]+)+"
    rf"(?:the one )?(?P<what>(?P<by>{_PREPOSITION}) (?:[\w’'-]+ ){{0,6}}[\w’'-]+)\W*",
    re.IGNORECASE,
)
_ENDS: Final = rf" {{by}} (?:(?!{_PREPOSITION}\b)[\w’'-]+ ?)+$"


def narrowed(text: str, before: str) -> str | None:
    """The question before with whose it is or where as a text puts it right, in the place of what it ended with; None
    where the text does not do that.

    >>> narrowed("no, of the port", "Who is the chief clerk?")
    'Who is the chief clerk of the port?'
    >>> narrowed("sorry, I meant in Osk", "Who spoke in Tarn?"), narrowed("no", "Who spoke?")
    ('Who spoke in Osk?', None)
    """
    found = _NARROWS.fullmatch(text)
    if found is None or not before:
        return None
    asked = re.sub(_ENDS.format(by=found["by"]), "", before.rstrip(" ?!."), flags=re.IGNORECASE)
    return f"{asked} {found['what']}?"
