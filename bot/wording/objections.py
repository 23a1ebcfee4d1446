"""Words by which people say that an answer is not what they meant, in the languages that the bot speaks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NO: Final = "no|nope|nah|wrong|incorrect|false|không|sai|sai rồi|nhầm|nhầm rồi|không đúng|chưa đúng"
_NOT_THAT: Final = (
    "not (?:that|this|it|so|true|right|correct|quite)|not (?:that|this|the right) one|not what i (?:meant|asked)"
    "|không phải|không phải (?:vậy|thế|cái (?:này|đó)|câu (?:này|đó)|ý (?:tôi|đó))"
)
_THAT_IS_WRONG: Final = (
    "(?:thats|that is|its|it is|this is) (?:wrong|incorrect|not (?:it|that|true|right|correct|what i (?:meant|asked)))"
    "|(?:that|this) (?:isnt|is not) (?:it|true|right|correct|what i (?:meant|asked))"
)
_REALLY: Final = "really|are you sure|you sure|is that (?:so|right|true)|thật không|thật à|thật sao|thật hả|chắc không"
_OBJECTION: Final = re.compile(
    rf"(?:(?:{_NO}) )?(?:{_NO}|{_NOT_THAT}|{_THAT_IS_WRONG}|{_REALLY})(?: (?:sorry|please|thanks|bạn|nhé|ạ))?"
)
_LONGEST: Final = 60
"""Letters above which a text says more than that."""


def is_objection(text: str) -> bool:
    """Whether a text says no more than that the answer before it is not what was meant, or doubts it.

    >>> [is_objection(text) for text in ("No, that's wrong!", "Really?", "Không phải.", "Really small ones?")]
    [True, True, True, False]
    """
    if len(text) > _LONGEST:
        return False
    folded = re.sub(r"['’]", "", unicodedata.normalize("NFC", text).casefold())
    return _OBJECTION.fullmatch(" ".join(re.findall(r"\w+", folded))) is not None
