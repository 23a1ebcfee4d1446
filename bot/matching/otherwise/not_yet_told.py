"""What nobody knows yet: what those decide to whom something was passed on."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms
from facts.expressions import expression

_DECIDES: Final = (
    r"(?:agree|answer|conclude|decide|determine|do|make|recommend|reply|resolve|respond|rule|say|settle|think)"
)
_ASKS_OF: Final = expression(
    r"\b(?:what|how|why)\b[^?]{0,40}? (?:did|do|does|has|have|had|will) (?P<who>[^?,;]{2,60}?) (?:then |also )?"
    rf"{_DECIDES}d?\b",
    re.IGNORECASE,
)
"""What somebody decided or said, as it is asked."""
_PASSED_ON: Final = expression(
    r"\b(?:brought|carried|conveyed|delegated|deferred|forwarded|handed|left|passed|presented|put|referred|"
    r"sent|submitted|transferred|transmitted)\b[^,;.]{0,60}? (?:before|to) (?:(?:the|its|their|an?) )?"
    r"(?P<whom>[^,;.]{2,80})",
    re.IGNORECASE,
)
_DECIDED: Final = expression(
    r"\b(?:adopted|agreed|approved|concluded|decided|endorsed|granted|recommended|refused|rejected|replied|resolved|"
    r"ruled|which (?:has|had|then)|who (?:has|had|then))\b",
    re.IGNORECASE,
)


def is_left_to_them(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks what somebody decided or said, and a sentence tells only that it was passed on to them.

    >>> from bot.question import read
    >>> told = "Their wish for a lock was referred to the Delta Board, since it was late."
    >>> asked = [read(f"What did {who} decide about the lock?") for who in ("the Delta Board", "Tarn")]
    >>> [is_left_to_them(each, told, (0, 0)) for each in asked]
    [True, False]
    """
    asked, passed = _ASKS_OF.search(question.text), _PASSED_ON.search(sentence)
    if asked is None or passed is None or _DECIDED.search(sentence, passed.end()):
        return False
    who = content_terms(asked["who"])
    ahead = content_terms(sentence[: passed.start()])
    return bool(who) and who <= content_terms(passed["whom"]) and not who <= ahead
