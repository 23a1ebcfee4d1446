"""What an answer says, and what it rules out: a number, a date, a place, a person, a yes or no.

Only what stands in the quoted sentence itself counts, so that nothing that was worked out (a count of names, the date
of "on Monday") is held against what somebody wrote. Each sort of answer is a value with two questions: whether it rules
another one out, and whether a sentence mentions it.
"""

from __future__ import annotations

import calendar
import dataclasses
import datetime
import re
from collections.abc import Collection
from decimal import Decimal
from typing import Literal

import msgspec

from facts.disagreement import people, places
from facts.disagreement.asked import asks_for_a_vote, canonical
from facts.disagreement.written import HEDGE, NUMBER, bounded, hedged, numbers, rounds, value_of, words
from facts.expressions import expression
from facts.folding import fold
from facts.model import Fact
from facts.months import MONTHS

Sort = Literal["number", "date", "place", "person", "yes_no"]

SAME_MEASURE = 5
"""How many times more a number with a unit may be than one without that is of the same unit."""

VAGUE = Decimal("0.1")
"""Share of the larger by which two numbers of which one is "about 40" may differ and be one."""

LONGEST = 12
"""Words of an answer from which it is a statement rather than a number."""

_UNITS = {
    "%": "percent", "per cent": "percent", "us$": "$", "$": "$", "dollars": "$", "euros": "€", "€": "€", "pounds": "£",
    "£": "£", "centimetres": "cm", "centimeters": "cm", "metres": "m", "meters": "m", "kilometres": "km",
    "kilometers": "km", "tonnes": "t", "tons": "t", "kilograms": "kg", "crowns": "crowns", "francs": "francs",
    "yen": "yen", "rupees": "rupees", "hectares": "hectares", "litres": "litres", "votes": "", "vote": "",
}  # fmt: skip
"""What units are compared by; votes are what is counted in a vote, whether that is said or not."""
_UNIT = expression(
    "|".join(
        rf"(?<!\w){re.escape(unit)}(?!\w)" if unit.isalpha() else re.escape(unit)
        for unit in sorted(_UNITS, key=len, reverse=True)
    )
)


_OF_SIDES = frozenset("abstained abstention abstentions against and favor favour for in nil no to with".split())
"""Words (folded) around the numbers of a vote, of whom only those for and those against are compared."""
_SCORE = expression(r"(?<=\d) ?- ?(?=\d)")
"""What stands between the numbers of "6-3"."""
_WHERE = expression(r"(?:in |at )?where\b")
_HOSTED = expression(r"(?:who|(?:which|what) country) hosted\b")


@dataclasses.dataclass(frozen=True, slots=True)
class Figures:
    """An answer that is numbers: these, the words around them, units as `_UNITS` has them, and by what share of the
    larger another one may differ and be the same; None where they are only bounds."""

    around: tuple[str, ...]
    numbers: tuple[Decimal, ...]
    slack: Decimal | None = Decimal(0)

    sort: Sort = "number"

    def rules_out(self, other: Figures) -> bool:
        """Whether both cannot be true: the same is counted, and the numbers differ by more than their rounding."""
        if len(self.numbers) != len(other.numbers) or not self._counts_the_same(other):
            return False
        pairs = [(a, b) for a, b in zip(self.numbers, other.numbers, strict=True) if a != b]
        if self.slack is None or other.slack is None:
            return False
        if slack := max(self.slack, other.slack):
            return any(abs(a - b) > slack * max(a, b) for a, b in pairs)
        return bool(pairs) and not any(rounds(a, b) or rounds(b, a) for a, b in pairs)

    def says_otherwise(self, other: Figures) -> bool:
        """Whether the same is counted, and the numbers are not the same, whether both can be true or not."""
        same = len(self.numbers) == len(other.numbers) and self._counts_the_same(other)
        return same and (self.numbers, self.slack) != (other.numbers, other.slack)

    def without(self, other: Figures) -> Figures:
        """Those of the numbers that another answer does not have, if there are any."""
        own = tuple(number for number in self.numbers if number not in other.numbers)
        return dataclasses.replace(self, numbers=own or self.numbers)

    def _counts_the_same(self, other: Figures) -> bool:
        """Whether the words around are the same, or a unit is left out of one and the numbers are of one size."""
        if self.around == other.around:
            return True
        left_out = not (self.around and other.around) and {*self.around, *other.around} <= set(_UNITS.values())
        pairs = zip(self.numbers, other.numbers, strict=True)
        return left_out and all(max(pair) < SAME_MEASURE * min(pair) for pair in pairs)

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """Whether a sentence has one of the numbers, and a word of the question besides."""
        return bool(set(self.numbers) & set(numbers(sentence))) and any(word in asked for word in words(sentence))


class Days(msgspec.Struct, frozen=True):
    """An answer that is a date or a range of dates, or a month of these: its first and last day, and whether the year
    was written."""

    first: datetime.date
    last: datetime.date
    year_written: bool
    by_month: bool = False

    sort: Sort = "date"

    def rules_out(self, other: Days) -> bool:
        """Whether the two have no day in common, years aside that nobody wrote."""
        if self.first <= other.last and other.first <= self.last:
            return False
        if self.year_written and other.year_written:
            return True
        return (self.first.month, self.first.day) != (other.first.month, other.first.day)

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """Whether a sentence has the first or the last day, or month."""
        has = _has_month if self.by_month else _has_day
        return any(has(sentence, day) for day in (self.first, self.last))


class Decided(msgspec.Struct, frozen=True):
    """A yes or no."""

    yes: bool

    sort: Sort = "yes_no"

    def rules_out(self, other: Decided) -> bool:
        """Whether one says yes and the other no."""
        return self.yes != other.yes

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """A yes or no stands in no sentence."""
        return False


class Somewhere(msgspec.Struct, frozen=True):
    """A place that cannot be set against another: a hall, a street."""

    sort: Sort = "place"

    def stands_in(self, sentence: str, asked: Collection[str]) -> bool:
        """Whether a sentence has it: that is not asked of what rules nothing out."""
        return False


Said = Somewhere | Figures | Days | places.Place | people.People | Decided


def said(fact: Fact, *, by_hand: bool = False) -> Said | None:
    """What a fact says that another report may contradict; None where that cannot be told.

    The day or number that a person wrote (`by_hand`) need not stand in the evidence.
    """
    if fact.kind in ("how_many", "how", "what"):
        return _figures(fact, by_hand=by_hand)
    if fact.kind == "when":
        return _days(fact, by_hand=by_hand)
    question = canonical(fact.question)
    if fact.kind == "where" or _WHERE.match(question):
        return places.place_of(fact.answer)
    if _HOSTED.match(question):
        host = None if people.JOINT.search(fold(fact.evidence)) else places.place_of(fact.answer)
        return host if host is not None and host.is_country else people.people_of(fact)
    if fact.kind == "who":
        return people.people_of(fact)
    if fact.kind == "yes_no":
        first = next(iter(words(fact.answer)), None)
        return Decided(first == "yes") if first in ("yes", "no") else None
    return None


def rules_out(mine: Said, other: Said) -> bool:
    """Whether two answers of one sort cannot both be true.

    Symmetric: what one rules out rules that one out.
    """
    match mine, other:
        case Figures(), Figures():
            return mine.rules_out(other)
        case Days(), Days():
            return mine.rules_out(other)
        case places.Place(), places.Place():
            return mine.rules_out(other)
        case people.People(), people.People():
            return mine.rules_out(other)
        case Decided(), Decided():
            return mine.rules_out(other)
    return False


def _figures(fact: Fact, *, by_hand: bool) -> Figures | None:
    """The numbers of an answer, each of which must stand in the evidence, unless a person wrote it."""
    if fact.answer.count(" ") >= LONGEST:
        return None
    answer = _UNIT.sub(lambda match: f" {_UNITS[match[0]]} ", fold(fact.answer))
    found = [value_of(match) for match in NUMBER.finditer(answer)]
    if not found:
        return None
    written = numbers(fact.evidence)
    if not by_hand and any(number not in written for number in found):
        return None
    told = [(text, number) for number in found for text in (fact.evidence, answer)]
    asked = {*words(fact.question), *words(canonical(fact.question))}
    if len(found) > 1 and asks_for_a_vote(fact.question):
        asked, found = asked | _OF_SIDES, found[:2]
    around = (
        word
        for word in NUMBER.sub(" ", HEDGE.sub(" ", _SCORE.sub(" to ", answer))).split()
        if word.strip(".,") not in asked
    )
    slack = (
        None if any(bounded(*each) for each in told) else VAGUE if any(hedged(*each) for each in told) else Decimal(0)
    )
    return Figures(tuple(sorted(around)), tuple(found), slack)


def _days(fact: Fact, *, by_hand: bool) -> Days | None:
    """The days of an answer, which must be written out in the evidence, unless a person wrote them."""
    first, _, last = (fact.value if isinstance(fact.value, str) else "").partition("/")
    span = _first_day(first), _last_day(last or first)
    if span[0] is None or span[1] is None:
        return None
    by_month = len(first) == len("2020-06")
    written = by_hand or any(
        _has_month(fact.evidence, day) if by_month else _has_day(fact.evidence, day) for day in span if day
    )
    return Days(span[0], span[1], by_hand or str(span[0].year) in fact.evidence, by_month) if written else None


def _first_day(iso: str) -> datetime.date | None:
    """The first day of a day or a month; None for anything else."""
    try:
        return datetime.date.fromisoformat(f"{iso}-01" if len(iso) == len("2020-06") else iso)
    except ValueError:
        return None


def _last_day(iso: str) -> datetime.date | None:
    """The last day of a day or a month; None for anything else."""
    day = _first_day(iso)
    if day is None or len(iso) != len("2020-06"):
        return day
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _has_month(text: str, day: datetime.date) -> bool:
    """Whether a text has the month of a day, by its name."""
    return MONTHS[day.month - 1] in words(text)


def _has_day(text: str, day: datetime.date) -> bool:
    """Whether a text has a day as it is written: "3 May", "May 3rd", "3-5 May", "2024-05-03"."""
    folded = fold(text)
    if day.isoformat() in folded:
        return True
    name = MONTHS[day.month - 1]
    month = rf"{name[:3]}(?:{name[3:]}|t)?\b\.?"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    further = r"(?:\s*(?:-|to|and|,|or)\s*\d{1,2}(?:st|nd|rd|th)?)*"
    return bool(
        re.search(rf"\b{number}{further}\s+(?:of\s+)?{month}", folded)
        or re.search(rf"\b{month}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:-|to|and|,|or)\s*)*{number}\b", folded)
    )
