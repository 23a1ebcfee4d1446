"""Which sentence of an article says when, where or how its meeting was held: what is told of it quotes that.

In: the article's sentences, its meeting, one of the meeting's keys and what that says. Out: places of sentences, those
that say it of a meeting first, then those that at least name it and are not about another meeting.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final, Literal

from facts import dates
from facts.expressions import expression
from facts.folding import SMALL_WORDS, fold
from facts.line_marks import told_of_meeting
from facts.model import Kind, Meeting
from facts.naming import WORD

Key = Literal["date", "place", "format"]
"""What of a meeting is told."""
KINDS: Final[dict[Key, Kind]] = {"date": "when", "place": "where", "format": "how"}
"""The kind of the facts that tell it."""

HELD: Final = expression(r"\b(?:held|meet|met|convened?|gather(?:ed)?|(?:take|took|taken) place)\b")
ANOTHER: Final = expression(r"\b(?:again|future|last|next|previous(?:ly)?|will|would)\b")
"""What tells that a sentence is about another meeting of theirs, or one that is still to come."""
NOUNS: Final = frozenset(
    """assembly briefing call conference congress consultation convention dialogue forum gathering hearing meeting
    retreat roundtable seminar session sitting summit symposium talks teleconference videoconference workshop""".split()
)
LEAD: Final = 2
"""So many first sentences of an article tell of what it reports, whatever words they have for it."""


def saying(texts: Sequence[str], meeting: Meeting, key: Key, value: str, published: datetime.date | None) -> list[int]:
    """The places of the sentences that say it: first those labelled so ("Venue: Town Hall"), then those that name it
    and that a meeting was held, then those that name it and a meeting."""
    naming = [place for place, text in enumerate(texts) if names(text, meeting, key, value, published)]
    said = [place for place in naming if says(texts[place], KINDS[key])]
    said.sort(key=lambda place: KINDS[key] not in told_of_meeting(texts[place]))
    return said + [place for place in naming if place not in said and NOUNS & set(WORD.findall(fold(texts[place])))]


def naming(texts: Sequence[str], meeting: Meeting, key: Key, value: str, published: datetime.date | None) -> list[int]:
    """The places of the sentences that name it: in a part that names a meeting and is about no other one, by most of
    its words, or anyhow where they stand at the top or have words of the meeting's name."""
    beside = [place for place, text in enumerate(texts) if key != "date" and _names_beside(text, value)]
    in_part = key != "date" and not any(_has(text, value) for text in texts)
    most = _telling_most(texts, value) if in_part else []
    own = _words(meeting.name) - _words(value) - NOUNS
    near = [
        place
        for place, text in enumerate(texts)
        if names(text, meeting, key, value, published)
        and not ANOTHER.search(fold(text))
        and (key != "place" or is_in(text, value))
        and (place < LEAD or own & _words(text))
    ]
    return list(dict.fromkeys((*beside, *most, *near)))


def says(sentence: str, kind: Kind) -> bool:
    """Whether a sentence says of something that it was held, or has the label of what is told."""
    return bool(HELD.search(fold(sentence))) or kind in told_of_meeting(sentence)


def names(text: str, meeting: Meeting | None, key: Key, value: str, published: datetime.date | None) -> bool:
    """Whether a text names the day, place or format, and by what it says of no other meeting."""
    day = value if key == "date" else meeting.date if meeting is not None else None
    on_that_day = any(when.iso == day for when in dates.find(text, published))
    if key == "date":
        return on_that_day
    return _has(text, value) and (on_that_day or not ANOTHER.search(fold(text)))


def bears_out(text: str, key: Key, value: str, published: datetime.date | None) -> bool:
    """Whether a quote has what is told: the day, or most words of the place or format.

    >>> [bears_out(text, "place", "Tarn Hall", None) for text in ("They met in the hall of Tarn.", "Ada Wren came.")]
    [True, False]
    """
    if key == "date":
        return any(when.iso == value for when in dates.find(text, published))
    return _has(text, value) or bool(_telling_most([text], value))


def is_in(text: str, place: str) -> bool:
    """Whether a text says that something was in or at a place, not in what is called after it.

    >>> [is_in(text, "Tarn") for text in ("They signed it in Tarn.", "He is head of Tarn High School.")]
    [True, False]
    """
    own = re.escape(place.removeprefix("the "))
    return re.search(rf"\b(?:[Aa]t|[Ii]n|[Ii]nside) (?:[\w’'-]+ ){{0,2}}{own}(?![\w’'-]| [A-Z])", text) is not None


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text))) - SMALL_WORDS


def _has(text: str, value: str) -> bool:
    return re.search(rf"\b{re.escape(fold(value))}(?!\w)", fold(text)) is not None


def _names_beside(sentence: str, value: str) -> bool:
    """Whether a part of a sentence that tells of another meeting elsewhere names a place or format, and a meeting."""
    found = re.search(rf"[^,;:]*\b{re.escape(fold(value))}(?!\w)[^,;:]*", fold(sentence))
    return found is not None and not ANOTHER.search(found[0]) and bool(NOUNS & set(WORD.findall(found[0])))


def _telling_most(texts: Sequence[str], value: str) -> list[int]:
    """The place of the sentence that has most of a value's words near each other, and more than half of them; not of
    another meeting. So "Town Hall, Mill Street" is found in "at the Town Hall on Mill Street"."""
    wanted = _words(value)
    telling = [(_near_each_other(text, wanted), -place) for place, text in enumerate(texts)]
    telling = [each for each in telling if not ANOTHER.search(fold(texts[-each[1]]))]
    most, place = max(telling, default=(0, 0))
    return [-place] if 2 * most > len(wanted) and most > 1 else []


def _near_each_other(text: str, wanted: set[str]) -> int:
    """How many of the wanted words stand in one stretch of the text that is twice as long as they."""
    words = [word for word in WORD.findall(fold(text)) if word not in SMALL_WORDS]
    return max((len(wanted & set(words[at : at + 2 * len(wanted)])) for at in range(len(words))), default=0)
