"""Who moved a motion of minutes: "Motion (Ada Wren): that Bo Lusk be clerk" was not moved by Bo Lusk."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.otherwise.deeds import BY
from bot.question import Question
from bot.question.tokens import stem
from facts.expressions import expression

_MOVES: Final = frozenset(map(stem, "move propose suggest nominate table".split()))
_MOTION: Final = expression(
    r"\W*(?:motion|moved|proposed|proposal|resolution|amendment) (?:\((?:by |from )?(?P<bracketed>[^()]{2,60})\)|by "
    r"(?P<by>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}))(?P<what>:? that\b|: )",
    re.IGNORECASE,
)
_SECOND: Final = stem("seconded")
_VOTES: Final = frozenset(map(stem, "vote oppose abstain support back object".split()))
_AGREES: Final = frozenset(map(stem, "agree approve attend back comment favour say speak +1".split()))
_ONLY_VOTES: Final = expression(r"(?:[-*] )?(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}:? ?[+-] ?1[,;.]?(?: and)? ?)+")
"""Who is for or against something, as notes have it: "Bo +1, Ada Wren -1"."""
_VOTED: Final = expression(
    r"\b(?:vot(?:e[ds]?|ing)|oppos\w+|abst\w+|support\w*|back(?:ed|s)|against|favour)\b", re.IGNORECASE
)
_PUT_FORWARD: Final = expression(r"\b(?:moved|proposed|tabled|second(?:ed|er)|mover|proposer)\b", re.IGNORECASE)
_ASKS_SIDE: Final = expression(r"\bwho (?:was|were) (?:against|for|in favour)\b", re.IGNORECASE)
_DID: Final = expression(
    r"(?:,[^,;.]{1,60},| \([^()]{1,60}\))?,? (?:(?:who|also|then|later|has|had|\w+ly) )*([\w’'-]+)"
)
"""The verb behind the one who did it."""
_BOTH: Final = expression(r"(?P<mover>[^/;,]+?)(?: ?/ ?|[;,] seconded(?: by)? )(?P<seconder>[^/;,]+)")
"""Who moved a motion, and who seconded it."""
_BY_BOTH: Final = expression(
    r"\b(?:[Mm]oved|[Pp]roposed) by (?P<mover>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3})(?:,? and|,)? seconded by "
    r"(?P<seconder>[A-Z][\w’'-]*(?:\.(?= [A-Z]))?(?: [A-Z][\w’'-]*(?:\.(?= [A-Z]))?){0,3})"
)
"""The same, as a sentence tells it of its motion."""


def is_only_a_vote(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question asks who did something else than vote for it, and a sentence of notes tells only who did that.

    >>> from bot.question import read
    >>> [is_only_a_vote(read(f"Who {did} the list?"), "Bo +1, Ada Wren +1", (0, 2)) for did in ("made", "backed")]
    [True, False]
    """
    asked = question.analysis
    if asked.answer_type != "who" or asked.predicate in (None, *_VOTES, *_AGREES):
        return False
    return _ONLY_VOTES.fullmatch(sentence) is not None


def is_by_vote_or_motion(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who voted for or against something, and whoever stands at a span of a sentence moved or
    seconded it there; or the other way round.

    >>> from bot.question import read
    >>> is_by_vote_or_motion(read("Who voted against the wall?"), "Bo Lusk seconded the motion.", (0, 7))
    True
    """
    asked = question.analysis
    asks_side = _ASKS_SIDE.search(question.text) is not None
    if asked.answer_type not in ("who", "which", "list") or (asked.asked_role == "object" and not asks_side):
        return False
    behind, before = _DID.match(sentence, span[1]), BY.search(sentence[: span[0]])
    did = {stem(each[1].lower()) for each in (behind, before) if each}
    if asked.predicate in _MOVES | {_SECOND}:
        return bool(did & _VOTES) and not did & (_MOVES | {_SECOND}) and _PUT_FORWARD.search(sentence) is None
    if asked.predicate not in _VOTES and not asks_side:
        return False
    if did & (_MOVES | {_SECOND}):
        return not did & _VOTES
    return not did and _PUT_FORWARD.search(sentence) is not None and _VOTED.search(sentence) is None


def tells_no_vote(question: Question, sentence: str) -> bool:
    """Whether a question asks if somebody voted for or against something, and a sentence tells only who moved or
    seconded it.

    >>> from bot.question import read
    >>> tells_no_vote(read("Did Bo Lusk vote against the wall?"), "Bo Lusk seconded the motion.")
    True
    """
    asked = question.analysis
    if asked.answer_type != "yes_no" or asked.predicate not in _VOTES:
        return False
    return _PUT_FORWARD.search(sentence) is not None and _VOTED.search(sentence) is None


def own_mover(question: Question, sentence: str, span: tuple[int, int]) -> tuple[int, int]:
    """The words at a span of a sentence, or whoever its motion begins with, where a question asks who moved it and the
    words are of what is moved; of two that stand in brackets the first moved it and the other seconded it.

    >>> from bot.question import read
    >>> told = "Motion (Ada Wren): That Bo Lusk is elected."
    >>> told[slice(*own_mover(read("Who proposed Bo Lusk?"), told, (24, 31)))]
    'Ada Wren'
    >>> told = "Motion (Ada Wren / Jon Ek): That Bo Lusk is elected."
    >>> told[slice(*own_mover(read("Who seconded it?"), told, (28, 35)))]
    'Jon Ek'
    """
    asked = question.analysis
    seconds = asked.predicate == _SECOND
    if asked.answer_type != "who" or asked.predicate not in _MOVES | {_SECOND} or asked.asked_role == "object":
        return span
    asks_both = {_SECOND} < {token.term for token in question.tokens} & (_MOVES | {_SECOND})
    told = [] if asks_both else [*_BY_BOTH.finditer(sentence)]
    if len(told) == 1 and span == told[0].span("mover" if seconds else "seconder"):
        return told[0].span("seconder" if seconds else "mover")
    motion = _MOTION.match(sentence)
    both = _BOTH.fullmatch(sentence, *motion.span("bracketed")) if motion and motion["bracketed"] else None
    if both is not None:
        return both.span("seconder" if seconds else "mover")
    if seconds or motion is None or span[0] < motion.start("what"):
        return span
    return motion.span("bracketed" if motion["bracketed"] else "by")
