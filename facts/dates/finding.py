"""A phrase of news English and its article's date → dates with their precision.

Plain code with small tables: pure Python, cheap to import, usable wherever a text is read. The manner is that of
duckling (Facebook, 2016): a rule is a pattern and what it produces, and `tests/corpus/dates.yaml` lists for each
value the phrases that must give it. Of overlapping phrases the longest wins.

How what is left out is filled in from the anchor (the article's date):

- a day or month without a year is that of the anchor's own year, as newsrooms write, unless another year's is nearer
  by 150 days; with tense "past" the last one up to the day behind the anchor, with "future" the first one from it on; a
  weekday that stands beside the day must agree
- a weekday alone is the last one, the anchor itself included; with tense "future" the first one from the anchor on
- "last" is the last before the anchor, "next" the first after it, "this" that of the anchor's own week, month or year
- weeks run from Monday to Sunday; seasons are those of the north, three whole months each, winter from December on
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
from collections.abc import Iterator
from typing import Literal

from facts.dates import grammar
from facts.dates.context import Context, Tense
from facts.dates.readings import EDGE, MOVED, number_of
from facts.dates.tense import tense_at
from facts.dates.words import NUMBERS
from facts.expressions import expression
from facts.months import MONTHS

NEAR = 45
"""Days from the anchor within which a date without its year is hardly told of another year."""

_LASTING = expression(
    r"\b(?:for|lasted|lasts|of|over|ran|runs)\s(?P<n>\d{1,2}|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")\sdays\s(?:from|beginning|starting)\s(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before the first of several days."""

Precision = Literal["day", "month", "year", "range", "time"]


@dataclasses.dataclass(frozen=True, slots=True)
class When:
    """A date that a text names.

    `text` is the phrase as it stands, at `span` (code points of the given text). `iso` is "2020-06-30", "2020-06",
    "2020" or a range of two of one sort, "2020-06-29/2020-07-02"; with precision "time" only the time of day is
    known and `iso` is "T17:00". `time` is the time of day as the phrase has it, in no zone. `approximate` says that
    the phrase is vague about it ("mid-July", "three months ago").
    """

    text: str
    span: tuple[int, int]
    iso: str
    precision: Precision
    time: str | None = None
    approximate: bool = False


def find(
    text: str, anchor: datetime.date | None, tense: Tense | None = None, *, asked: bool = False
) -> tuple[When, ...]:
    """All dates in a text, from left to right, none overlapping another. Never raises.

    `anchor` is the date of the text; without it only full dates are found. `tense` is that of the clause, where known.
    `asked` reads a text as a question or key words: a month or year counts wherever it stands, and, without an
    anchor, a day or month without a year is given as "--06-30" or "--06".

    >>> [(when.text, when.iso) for when in find("It met on Tuesday and on June 30.", datetime.date(2020, 7, 2))]
    [('Tuesday', '2020-06-30'), ('June 30', '2020-06-30')]
    """
    return _find(text, anchor, tense, asked) if grammar.trigger().search(text) else ()


def as_told(text: str, anchor: datetime.date | None, tense: Tense | None = None) -> tuple[When, ...]:
    """The dates in a text, each as its tense tells it; without those that may be of two years or weeks.

    The tense is that of the words around a date, where none is given.

    >>> [when.iso for when in as_told("The pool will be shut in February.", datetime.date(2024, 10, 12))]
    ['2025-02']
    """
    by_tense = {each: {when.span: when for when in find(text, anchor, each)} for each in (None, "past", "future")}
    found: list[When] = []
    for span in sorted({span for whens in by_tense.values() for span in whens}):
        said = tense or tense_at(text, *span)
        readings = {whens[span].iso: whens[span] for whens in by_tense.values() if span in whens}
        likely = [each for each in readings.values() if _is_near(each, anchor)] or list(readings.values())
        if said is None and (len(likely) > 1 or not all(span in whens for whens in by_tense.values())):
            continue
        chosen = likely[0] if said is None else by_tense[said].get(span)
        if chosen in likely and (not found or found[-1].span[1] <= span[0]):
            found.append(chosen)
    return tuple(found)


def _is_near(when: When, anchor: datetime.date | None) -> bool:
    """Whether a date is within NEAR days of the anchor, a month by its middle."""
    ends = [f"{end}-15"[:10] for end in when.iso.split("/") if end[:4].isdecimal() and len(end) > len("2020")]
    return anchor is not None and any(abs((datetime.date.fromisoformat(end) - anchor).days) <= NEAR for end in ends)


@functools.lru_cache(maxsize=1024)
def _find(text: str, anchor: datetime.date | None, tense: Tense | None, asked: bool) -> tuple[When, ...]:
    """`find`, remembered: rules look for dates in the same phrases and sentences."""
    found = sorted(_candidates(Context(text, anchor, tense, asked)), key=_longest_first)
    chosen: list[When] = []
    for when in found:
        if all(when.span[1] <= other.span[0] or when.span[0] >= other.span[1] for other in chosen):
            chosen.append(when)
    chosen = [when for when in chosen if when.iso]
    chosen.sort(key=lambda when: when.span)
    return tuple(_joined([_lasting(_widened(when, text), text) for when in chosen], text))


def readable(iso: str) -> str:
    """A date as people read it.

    >>> readable("2020-06-30"), readable("2020-06"), readable("2020-06-29/2020-07-02"), readable("T17:00")
    ('30 June 2020', 'June 2020', '29 June – 2 July 2020', '17:00')
    """
    first, slash, last = iso.partition("/")
    if not slash:
        return " ".join(_parts(iso))
    left, right, tail = _parts(first), _parts(last), list[str]()
    while len(left) > 1 and left[-1] == right[-1]:
        left.pop()
        tail.insert(0, right.pop())
    dash = "–" if len(left) == 1 and left[0].isdecimal() else " – "
    return " ".join([dash.join((" ".join(left), " ".join(right))), *tail])


def on_days(iso: str) -> str:
    """A date behind what was held then: all days of a stretch, and of one of months or years the first.

    >>> on_days("2020-06-29/2020-06-30"), on_days("2020-06/2020-07")
    ('on 29–30 June 2020', 'in June 2020')
    """
    first = iso.partition("/")[0]
    return f"on {readable(iso)}" if len(first) == len("2020-06-30") else f"in {readable(first)}"


def _parts(iso: str) -> list[str]:
    """Day, name of the month and year, as far as the form has them."""
    if iso.startswith("T"):
        return [iso[1:]]
    year, *rest = iso.replace("--", "-", 1).split("-") if iso.startswith("--") else iso.split("-")
    parts = [str(int(year))] if year else []
    if rest:
        parts.insert(0, MONTHS[int(rest[0]) - 1].title())
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return parts


def _precision(iso: str) -> Precision:
    if "/" in iso:
        return "range"
    if iso.startswith("T"):
        return "time"
    if iso.startswith("--"):
        return "day" if len(iso) > 4 else "month"
    return "day" if len(iso) > 7 else "month" if len(iso) > 4 else "year"


def _longest_first(when: When) -> tuple[int, int]:
    return when.span[0] - when.span[1], when.span[0]


def _candidates(context: Context) -> Iterator[When]:
    for pattern, rule in grammar.patterns():
        start = 0
        while match := pattern.search(context.text, start):
            reading = rule(match, context)
            start = match.end() if reading else match.start() + 1
            if reading:
                iso, approximate = reading
                time = iso[1:] if iso.startswith("T") else None
                yield When(match[0], match.span(), iso, _precision(iso), time, approximate)


def _widened(when: When, text: str) -> When:
    """With "early" or "the end of" before it and "night" after it."""
    if when.precision == "time":
        return when
    start, end = when.span
    if part := re.compile(r"\s(?:morning|afternoon|evening|night)\b", re.I).match(text, end):
        end = part.end()
    edge = re.search(EDGE, text[max(0, start - 40) : start], re.I)
    start -= len(edge[0]) if edge else 0
    approximate = when.approximate or (edge is not None and when.precision != "day")
    return dataclasses.replace(when, text=text[start:end], span=(start, end), approximate=approximate)


def _lasting(when: When, text: str) -> When:
    """All days from a first one on: "for three days from June 3"."""
    told = _LASTING.search(text[max(0, when.span[0] - 60) : when.span[0]]) if when.precision == "day" else None
    number = number_of(told["n"]) if told else 0
    if told is None or number < 2:
        return when
    first = datetime.date.fromisoformat(when.iso)
    span = (when.span[0] - (len(told[0]) - told.start("n") + told.start()), when.span[1])
    iso = f"{when.iso}/{(first + datetime.timedelta(days=number - 1)).isoformat()}"
    return dataclasses.replace(when, text=text[slice(*span)], span=span, iso=iso, precision="range")


def _joined(whens: list[When], text: str) -> Iterator[When]:
    """Neighbours made one: a day and its time, the two ends of a range."""
    held: When | None = None
    for when in whens:
        together = _together(held, when, text) if held else None
        if held and not together:
            yield held
        held = together or when
    if held:
        yield held


def _together(first: When, second: When, text: str) -> When | None:
    gap = text[first.span[1] : second.span[0]]
    if second.precision == "time" and re.fullmatch(r",?\s(?:(?:at|from|around|about|by)\s)?|\s\(", gap, re.I):
        end = second.span[1] + (gap.endswith("(") and text[second.span[1] :].startswith(")"))
        span = (first.span[0], end)
        return dataclasses.replace(first, text=text[slice(*span)], span=span, time=first.time or second.time)
    if first.precision == "time" and second.precision == "day" and re.fullmatch(r",?\s(?:on\s(?:the\s)?)?", gap, re.I):
        span = (first.span[0], second.span[1])
        return dataclasses.replace(second, text=text[slice(*span)], span=span, time=first.time)
    return _goes_on(first, second, gap, text) or _as_range(first, second, gap, text)


def _goes_on(first: When, second: When, gap: str, text: str) -> When | None:
    """Days of one month and the day after them, in the next: "30 and 31 May and 1 June"."""
    last = first.iso.rpartition("/")[2]
    if first.precision != "range" or second.precision != "day" or len(last) != len("2020-06-30"):
        return None
    if not re.fullmatch(r",?\s(?:and|&)\s(?:on\s)?(?:the\s)?", gap) or first.approximate:
        return None
    if datetime.date.fromisoformat(second.iso) - datetime.date.fromisoformat(last) != datetime.timedelta(days=1):
        return None
    span = (first.span[0], second.span[1])
    iso = f"{first.iso.partition('/')[0]}/{second.iso}"
    return When(text[slice(*span)], span, iso, "range", first.time)


def _as_range(first: When, second: When, gap: str, text: str) -> When | None:
    """The range from one date to another ("from Monday to Wednesday"), unless something moves from one to the other."""
    before = text[max(0, first.span[0] - 40) : first.span[0]]
    opened = re.search(r"\b(from|between)\s(?:the\s)?$", before, re.I)
    between = opened is not None and opened[1].lower() == "between"
    link = r"\sand\s(?:the\s)?" if between else r"\s?[-–]\s?|\s(?:to|through|until|till)\s(?:the\s)?"
    moved = MOVED.search(before)
    alike = first.precision == second.precision and first.precision in ("day", "month", "year")
    if not alike or moved or not re.fullmatch(link, gap, re.I) or first.iso >= second.iso:
        return None
    span = (first.span[0] - (len(opened[0]) if opened else 0), second.span[1])
    iso, vague = f"{first.iso}/{second.iso}", first.approximate or second.approximate
    return When(text[slice(*span)], span, iso, "range", first.time, vague)
