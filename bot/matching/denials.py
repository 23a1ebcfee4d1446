"""Whether a "No" says what its sentence does: who "declined to speak" did refuse, and "No" is no answer to that."""

from __future__ import annotations

import re
from typing import Final

_DENIES: Final = (
    r"(?:refus\w*|reject\w*|declin(?:e[ds]?|ing)|oppos(?:e[ds]?|ing|ition)|den(?:y|ied|ies|ying)|lack(?:s|ed|ing)?|"
    r"missed|fail(?:s|ed|ing)?|abstain\w*|boycott(?:ed|ing)|object(?:s|ed|ing|ions?)?|absent|silent|sa(?:y|id) no|"
    r"(?:rul|turn|vot)\w* (?:out|down)|(?:put|stay\w*) (?:off|away)|(?<!got )los(?:e|t|ing))"
)
"""Words that deny what stands behind them, besides "not"."""
_NOT: Final = r"(?:not|no|never|nobody|none|nothing|without|cannot|\w+n['’]t)"
_AFFIRMED: Final = re.compile(
    rf"\b(?:(?:{_NOT}|stopped short of)(?: [\w’'-]+){{0,3}}? {_DENIES}|{_DENIES}(?: [\w’'-]+){{0,5}}? {_DENIES}"
    r"|unoppos\w+)\b",
    re.IGNORECASE,
)
"""Two denials of which one takes back the other: "did not rule out"."""
_DENIED: Final = re.compile(rf"\b(?:{_NOT}|neither|nor|{_DENIES}|un[a-z]+ed|non-\w+)\b", re.IGNORECASE)
_ASKS_DENIED: Final = re.compile(
    rf"\b(?:{_DENIES}|without|un(?!it|de)[a-z]+(?:ed|en)|non-\w+|nobody|none)\b", re.IGNORECASE
)
"""What a question asks about as denied; "didn't" in a question asks the same as "did"."""


def is_turned_round(question: str, sentence: str) -> bool:
    """Whether a "No" to a question would be taken from a sentence that says as much as it asks: both deny, or neither.

    A sentence without any denial may still contradict the question by what else it tells.

    >>> is_turned_round("Did she refuse to pay?", "She declined to pay.")
    True
    """
    affirmed, denied = _AFFIRMED.search(sentence), _DENIED.search(_AFFIRMED.sub(" ", sentence))
    if len(_ASKS_DENIED.findall(question)) % 2:
        return bool(denied and not affirmed)
    return bool(affirmed and not denied)
