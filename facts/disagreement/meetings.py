"""Which reports are about one meeting: one date and one name, or one number of a series within days.

A meeting that a person put right is known as its article tells of it, too (`Record.known_as`).

Names are compared as sets of words, without those that any meeting has. A name that many bodies share ("the planning
committee") says nothing by itself, but with the place, or with the number of the meeting, and the day.
"""

from __future__ import annotations

import calendar
import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from facts.disagreement.written import words
from facts.expressions import expression
from facts.model import Article, Meeting
from facts.parse.numbers import ORDINAL_WORDS
from facts.parse.words import BODY_NOUNS, GATHERING_NOUNS, MEETING_NOUNS

Day = datetime.date

APART = datetime.timedelta(days=10)
"""How far apart reports of one number of a series may date it."""
LONGEST = datetime.timedelta(days=31)
"""How long a meeting may be."""
MOST = 50
"""Reports of one meeting that are compared with each other at most, the newest ones."""
SURE = 3
"""Words of a name from which no other meeting has it, wherever that was."""

_LEFT_OUT = frozenset(
    """a an and annual at between extraordinary for gathering hybrid in meeting meetings of official on online ordinary
    plenary regular session sessions sitting special teleconference the to video videoconference virtual with""".split()
)
"""Words (folded) by which no meeting is told from another."""
_SHARED = (
    BODY_NOUNS
    | MEETING_NOUNS
    | frozenset(
        """affairs arts audit borough budget business central city civic civil constitutional county defence defense
        development district economic education emergency environment executive external federal finance first foreign
        general governing health high highway home housing interior international joint justice labor labour land lands
        law legal legislative local management members minister ministerial ministers ministry monetary monthly
        municipal national parish people planning police policy president prime provincial public quarterly regional
        representatives review rural safety school science security selectmen senior services shareholders social
        standing state steering supervisors supervisory supreme tax technical town trade transport trustees urban
        village water weekly welfare works yearly youth zoning agm egm tsc""".split()
    )
)
"""Words (folded) that the names of many bodies are made of."""
_SORTS = GATHERING_NOUNS | {"congress"}
"""Words (folded) for sorts of meetings that a body may hold."""
_NUMBERED = "#"
"""What marks a number among the words of a name."""
_MONTH = expression(r"[1-9]\d{3}-(?:0[1-9]|1[0-2])")
_ORDINAL = expression(r"\d+(?:st|nd|rd|th)|(?:1[89]|20)\d\d")


def names_of(meeting: Meeting) -> frozenset[frozenset[str]]:
    """The names that a meeting is known by, as words; one that many bodies share only with a place or a number."""
    place = frozenset(words(meeting.place or ""))
    found: set[frozenset[str]] = set()
    for name in filter(None, (meeting.name, meeting.series, *meeting.aliases)):
        own = _words_of(name)
        if len(own) > 1 and meeting.number is not None:
            found.add(own | {f"{_NUMBERED}{meeting.number}"})
        if _is_telling(name, own):
            found.add(own)
        if own & _SORTS and _is_telling(name, own - _SORTS):
            # e.g. "the Osmark Grain Union congress" in one report is where "the Osmark Grain Union" met in another
            found.add(own - _SORTS)
        if place and place <= own and _is_telling(name, own - place):
            # e.g. "the Harbour Board of Ostford" in one report is "the Harbour Board" in another
            found.add(own - place | {f"@{' '.join(sorted(place))}"})
        elif place and len(own) > 1:
            found.add(own | {f"@{' '.join(sorted(place))}"})
    return frozenset(found)


def all_words(meeting: Meeting) -> frozenset[str]:
    """All words that a question may name a meeting by."""
    texts = (meeting.name, meeting.series, *meeting.aliases, meeting.place, meeting.format)
    ordinals = {word for word, number in ORDINAL_WORDS.items() if number == meeting.number}
    ordinals |= {f"{meeting.number}{ending}" for ending in ("st", "nd", "rd", "th") if meeting.number is not None}
    return frozenset(word for text in texts if text for word in words(text)) | ordinals


def _words_of(name: str) -> frozenset[str]:
    return frozenset(
        word
        for word in words(name)
        if word not in _LEFT_OUT and word not in ORDINAL_WORDS and not _ORDINAL.fullmatch(word)
    )


def _is_telling(name: str, own: frozenset[str]) -> bool:
    """Whether hardly two meetings of a day have a name."""
    if len(own) > 1:
        return bool(own - _SHARED)
    return bool(own) and sum(letter.isupper() for letter in name) >= 4 and " " not in name.strip()


def days_of(meeting: Meeting) -> tuple[Day, Day] | None:
    """The first and the last day of a meeting; None where they are not known to the day."""
    first, _, last = (meeting.date or "").partition("/")
    try:
        span = Day.fromisoformat(first), Day.fromisoformat(last or first)
    except ValueError:
        return None
    return span if span[0] <= span[1] <= span[0] + LONGEST else None


def _time_of(meeting: Meeting) -> tuple[Day, Day] | None:
    """Its days, or its month, where no more is known and its number tells which one of the month it is."""
    if meeting.number is None or not _MONTH.fullmatch(meeting.date or ""):
        return days_of(meeting)
    year, month = map(int, (meeting.date or "").split("-"))
    return Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1])


def keys_of(meeting: Meeting) -> Iterator[tuple[frozenset[str], object]]:
    """What meetings that may be the same have in common, one key at least: a name, with a day or a number."""
    days = _time_of(meeting)
    if days is None:
        return
    for name in names_of(meeting):
        for n in range((days[1] - days[0]).days + 1):
            yield name, days[0] + datetime.timedelta(days=n)
        if meeting.number is not None:
            yield name, meeting.number


def is_one(mine: Meeting, other: Meeting) -> bool:
    """Whether two reports are about one meeting."""
    my_days, its_days = _time_of(mine), _time_of(other)
    shared = names_of(mine) & names_of(other)
    if my_days is None or its_days is None or not shared:
        return False
    numbered = mine.number is not None and mine.number == other.number
    if not numbered and (None not in (mine.number, other.number) or not (days_of(mine) and days_of(other))):
        return False
    sorts = _sort_of(mine), _sort_of(other)
    if all(sorts) and not sorts[0] & sorts[1]:
        return False  # a body's congress, and its hearing on the same day
    elsewhere = _elsewhere(mine.place, other.place)
    telling = [name for name in shared if not any(word.startswith(_NUMBERED) for word in name)]
    if my_days[0] <= its_days[1] and its_days[0] <= my_days[1]:
        named_alike = _words_of(mine.name) == _words_of(other.name) and bool(telling)
        return not elsewhere or named_alike or any(numbered or len(name) >= SURE for name in telling)
    apart = max(my_days[0] - its_days[1], its_days[0] - my_days[1])
    return numbered and apart <= APART and (bool(telling) or not elsewhere)


def _sort_of(meeting: Meeting) -> frozenset[str]:
    """What sort of meeting its names say it is: a congress, a hearing."""
    names = filter(None, (meeting.name, *meeting.aliases))
    return frozenset(word for name in names for word in _words_of(name) & _SORTS)


def _elsewhere(mine: str | None, other: str | None) -> bool:
    """Whether two places have no word in common."""
    return bool(mine and other) and not set(words(mine or "")) & set(words(other or ""))


class Described(Protocol):
    """What tells of a meeting in an article."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def meeting(self) -> Meeting | None:
        """Its meeting."""

    @property
    def known_as(self) -> Meeting | None:
        """Its meeting as the article tells of it, where a person put that right."""


_T = TypeVar("_T", bound=Described)


def of_one_meeting(described: Iterable[_T]) -> Iterator[tuple[_T, _T]]:
    """The pairs that are about one meeting, the newer article's first; undated articles are the oldest."""
    by_key: defaultdict[object, list[_T]] = defaultdict(list)
    for each in described:
        for key in dict.fromkeys(key for meeting in told_as(each) for key in keys_of(meeting)):
            by_key[key].append(each)
    seen: set[tuple[str, str]] = set()
    for alike in by_key.values():
        ordered = sorted(alike, key=lambda each: _age(each.article), reverse=True)[:MOST]
        for newer, older in itertools.combinations(ordered, 2):
            pair = newer.article.id, older.article.id
            if pair not in seen and any(
                is_one(mine, its) for mine, its in itertools.product(told_as(newer), told_as(older))
            ):
                seen.add(pair)
                yield newer, older


def told_as(described: Described) -> list[Meeting]:
    """What reports may know a meeting as."""
    return [meeting for meeting in (described.meeting, described.known_as) if meeting is not None]


def _age(article: Article) -> tuple[Day, str]:
    return article.date or Day.min, article.id
