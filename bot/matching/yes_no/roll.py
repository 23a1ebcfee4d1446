"""Lists of who came that stand a line each: "Present", and below it "Ada Wren (chair)" and "Bo Lusk, Osk Library"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.index import Index
from bot.matching.elsewhere import is_elsewhere
from bot.matching.evidence import Sentence
from bot.matching.headings import states_nothing
from bot.matching.roster import OFFICE
from bot.matching.yes_no.attendance import came
from bot.question import Question
from facts.expressions import expression

LINES: Final = 60
"""Lines of a list that are gone up to find its label."""
_LABEL: Final = expression(
    r"[*_#\s]*(?:(?!(?:absent|away|excused|former|invited|non|not?|registered)\b)[a-z]+ ){0,3}"
    r"(?P<label>present|in attendance|attendance|attending|attendees|participants|participating(?: [a-z]+){0,3}|guests"
    r"|observers|visitors|(?P<away>apolog(?:y|ies)(?: for absence)?|absent(?:ees)?|absences?|regrets|excused))"
    r"(?: (?:are|from|include|included|includes|list|members|online|received|remotely|were)){0,2} ?:?[*_]*",
    re.IGNORECASE,
)
_OFFICE_OF: Final = expression(rf"\b(?:boss|{OFFICE})s? (?:at|from|of)\b", re.IGNORECASE)
"""Who is asked about by an office: that is told of nobody who only came for the same body."""
_ENTRY: Final = expression(
    r"[-*•·\s]*(?P<name>[A-Z](?:[^,;:.?!()–]|\.(?= [A-Z])){1,80}?)(?: ?(?P<aside>\([^()]{1,60}\)))?"
    r"(?:(?:,| [–-]) (?P<rest>(?:[^.?!:;]|\.(?= [A-Z])){1,160}?))?[,;]?(?: \d{1,3}\.)?\s*"
)
"""Somebody in such a list: the name, something in brackets, an office or whom they came for."""


def came_by_lists(question: Question, sentence: Sentence, index: Index) -> bool | None:
    """Whether those of whom it is asked if they came did so, where a sentence lists who did or did not, or is an entry
    of a list of these; None where it is neither, or another day or place is asked."""
    entries = list(on_the_roll(index.sentences(sentence.article), sentence.place))
    lists = (sentence.text, *(entries[:1] if _OFFICE_OF.search(question.text) else entries))
    told = (there for each in lists if (there := came(question, each, sentence.around)) is not None)
    there = next(told, None)
    return None if there is None or is_elsewhere(question, sentence, index) else there


def on_the_roll(sentences: Sequence[str], place: int) -> Iterator[str]:
    """A line of a list of who came, with the label from above it: once with the name, once with whom they came for.

    >>> lines = ["Present:", "Ada Wren (chair)", "Bo Lusk, Osk Library", "Regrets", "Jon Ek"]
    >>> [list(on_the_roll(lines, place)) for place in (1, 2, 4)]
    [['Present: Ada Wren (chair)'], ['Present: Bo Lusk', 'Present: Osk Library'], ['Absent: Jon Ek']]
    """
    entry = _ENTRY.fullmatch(sentences[place])
    label = _label_above(sentences, place) if entry is not None else None
    if entry is None or label is None:
        return
    came = "Absent" if label["away"] else "Present"
    yield f"{came}: {entry['name']} {entry['aside'] or ''}".rstrip()
    sent_by = (entry["rest"] or "").rpartition(", ")[2]
    if not label["away"] and sent_by[:1].isupper() and not re.search(OFFICE, sent_by):
        yield f"{came}: {sent_by}"


def _label_above(sentences: Sequence[str], place: int) -> re.Match[str] | None:
    """The label of the list that a line stands in; None where another thing than its entries stands between."""
    for at in range(place - 1, max(-1, place - LINES - 1), -1):
        if (label := _LABEL.fullmatch(sentences[at])) is not None:
            return label
        if _ENTRY.fullmatch(sentences[at]) is None or states_nothing(sentences, at):
            return None
    return None
