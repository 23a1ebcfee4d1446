"""What a clause says that leaves its verb to the one before it: "Vans may not enter the lane, but bicycles may"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

from bot.matching.query_terms import QueryTerm
from bot.matching.yes_no.open_to import ACCESS, ASKS_SHUT
from bot.question import Question
from bot.question.tokens import content_terms, tokens
from facts.expressions import expression

_HALVES: Final = expression(
    r"^(?P<whole>[^;]{5,200}?)(?:,? (?:but|while|whereas|though) |, and |; )"
    r"(?P<who>[\w’'-]+(?: [\w’'-]+){0,3}?) (?:still |certainly )?(?:is|are|was|were|may|can|do|does|did|will|has|have)"
    r"(?P<denied> not|n['’]t)?[.!”\"]*$"
)


def left_to_say(
    question: Question, asked: Collection[QueryTerm], sentence: str, same: float
) -> Literal["so", "not so", "another thing's"] | None:
    """What a sentence says of those that its last words name, where these leave their verb to the clause before, and it
    is asked of them; "another thing's" where that does not tell what is asked. `asked` are the words of the question,
    `same` how well one must be found in the sentence.

    >>> from bot.question import read
    >>> told = "Vans may not enter the lane, but bicycles may."
    >>> [left_to_say(read(f"Can {who} enter the lane?"), (), told, 0.7) for who in ("bicycles", "vans")]
    ['so', None]
    """
    halves = _HALVES.match(sentence)
    if halves is None or question.analysis.negated:
        return None
    first, who = content_terms(halves["whole"]), content_terms(halves["who"])
    others = next((word.term for word in tokens(halves["whole"]) if not word.is_stop), "")
    if not who or not who <= question.analysis.terms or others in question.analysis.terms | who:
        return None
    if not all(word.found_in(first | who | ACCESS) >= same for word in asked):
        return "another thing's"
    asks_shut, tells_shut = (
        any(word.surface in ASKS_SHUT for word in words) for words in (question.tokens, tokens(halves["whole"]))
    )
    return "so" if (halves["denied"] is None) == (asks_shut == tells_shut) else "not so"
