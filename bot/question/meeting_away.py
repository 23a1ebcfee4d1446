"""“And the one before?”, “what about the next meeting?”: what asks about the meeting before or after the one talked
about."""

from __future__ import annotations

from typing import Final

import msgspec

from bot.question.reading import Question, without_lead_in
from facts.expressions import expression

_MEETING: Final = r"(?:one|meeting|session|sitting|edition|round|summit|gathering|conference|congress|assembly)"
_AWAY: Final = expression(
    r"(?P<asked>.*?)\b(?:(?:in|of|for|about|at) )?the "
    rf"(?:(?P<before>{_MEETING} (?:before|prior)(?: (?:that|it|this))?|(?:previous|preceding) {_MEETING})"
    rf"|{_MEETING} after(?:wards)?(?: (?:that|it|this))?|(?:next|following|subsequent) {_MEETING})"
)


class MeetingAway(msgspec.Struct, frozen=True):
    """What is asked about the meeting before (or, with `after`, after) another one; whether the question asks that by
    itself, and so may ask what the other's report tells of it."""

    asked: str
    after: bool
    by_itself: bool


def meeting_away(question: Question, before: str) -> MeetingAway | None:
    """What a question asks about the meeting before or after the one talked about, by itself or as the question before
    did; None where it does not, or asks what is still to come.

    >>> from bot.question import read
    >>> meeting_away(read("and the one before?"), "Who chaired it?")
    MeetingAway(asked='Who chaired it?', after=False, by_itself=False)
    >>> meeting_away(read("who came to the next meeting?"), "Who chaired it?")
    MeetingAway(asked='who came to the meeting', after=True, by_itself=True)
    >>> meeting_away(read("when is the next meeting?"), "Who chaired it?")
    """
    found = _AWAY.fullmatch(" ".join(token.surface for token in without_lead_in(list(question.tokens))[1]))
    if found is None:
        return None
    own, after = found["asked"].strip(), found["before"] is None
    if own and after and (not question.analysis.past or question.analysis.answer_type == "when"):
        return None
    return MeetingAway(f"{own} the meeting" if own else before, after, by_itself=bool(own))
