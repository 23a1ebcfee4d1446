"""The rules of weekdays and of days near the anchor: what the match of a pattern produces."""

from __future__ import annotations

import datetime
import re

from facts.dates import calendar as cal
from facts.dates import words
from facts.dates.context import Context, nearest_month
from facts.dates.readings import MOVED, NO_DATE, Reading, month_of, number_of, reading, shift_of, weekday_of, year_of


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Tuesday; last Tuesday; this coming Friday; Friday last week."""
    anchor, before = context.anchor, context.before(match.start())
    if not anchor or words.NOT_A_DAY.search(before) or words.NOT_DAY_OF.match(context.after(match.end())):
        return None
    if re.search(rf"\b(?:{'|'.join(words.TIMES_OF_MONTH)})\s$", before, re.I):
        return None  # the fifth Monday of a month that has four
    if not match["w"].lower().endswith("day") and not match["q"] and not re.search(r"\bon\s$", before, re.I):
        return None
    weekday = weekday_of(match["w"])
    if match["of"]:
        return reading(cal.iso_day(cal.plus(anchor, 7 * shift_of(match["of"]) + weekday - anchor.weekday())))
    behind, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if not match["q"]:
        if (ahead == 1 and context.tense != "future") or (ahead == 0 and context.tense == "future"):
            return None  # tomorrow as its zone has it, or six days ago; today, or in a week
        return reading(cal.iso_day(cal.plus(anchor, ahead if context.tense == "future" else -behind)))
    shift = shift_of(match["q"])
    if shift:
        return reading(cal.iso_day(cal.plus(anchor, -(behind or 7) if shift < 0 else ahead or 7)))
    return reading(cal.iso_day(cal.plus(anchor, -behind if context.tense == "past" else ahead)))


def weekday_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """The first Friday of next month; the last Monday of February 2025."""
    before = context.before(match.start())
    if words.NOT_A_DAY.search(before) or re.search(r"\bon\salternate\s$", before, re.I):
        return None
    if match["q"]:
        month = cal.iso_month(*cal.shifted(context.anchor, shift_of(match["q"]))) if context.anchor else None
    elif match["y"]:
        year = year_of(match["y"], context)
        month = cal.iso_month(year, month_of(match["m"])) if year else None
    else:
        month = nearest_month(context, month_of(match["m"])) if context.anchor else None
    if month is None:
        return None
    first = datetime.date.fromisoformat(f"{month}-01")
    day = first + datetime.timedelta((weekday_of(match["w"]) - first.weekday()) % 7)
    days = [day + datetime.timedelta(7 * n) for n in range(5) if (day + datetime.timedelta(7 * n)).month == day.month]
    which = words.TIMES_OF_MONTH[match["n"].lower()]
    return reading(cal.iso_day(days[which - (which > 0)]) if which <= len(days) else None)


def weekday_range(match: re.Match[str], context: Context) -> Reading | None:
    """From Monday to Wednesday; Tuesday through Thursday last week."""
    anchor = context.anchor
    if not anchor or MOVED.search(context.before(match.start())) or match["w"] == "sat":
        return None  # "the board sat until Monday"
    first, last = weekday_of(match["w"]), weekday_of(match["w2"])
    if match["of"]:
        return reading(cal.iso_week(anchor, shift_of(match["of"]), (first, last)))
    if context.tense == "future":
        start = cal.plus(anchor, (first - anchor.weekday()) % 7)
        return reading(
            cal.iso_range(cal.iso_day(start), cal.iso_day(cal.plus(start, (last - first) % 7) if start else None))
        )
    end = cal.plus(anchor, -((anchor.weekday() - last) % 7))
    return reading(cal.iso_range(cal.iso_day(cal.plus(end, -((last - first) % 7)) if end else None), cal.iso_day(end)))


def near_day(match: re.Match[str], context: Context) -> Reading | None:
    """today; the day before yesterday; last night; this morning."""
    shift = words.NEAR_DAYS[" ".join(match[0].lower().split())]
    return reading(cal.iso_day(cal.plus(context.anchor, shift)) if context.anchor else None)


def counted_from(match: re.Match[str], context: Context) -> Reading | None:
    """a week today; a fortnight on Saturday; Monday week; two weeks ago yesterday."""
    anchor, near = context.anchor, words.NEAR_DAYS.get(match["from"].lower())
    if anchor is None or re.search(r"\b(?:for|last(?:s|ed)?)\s(?:about\s)?$", context.before(match.start()), re.I):
        return None
    days = {"day": 1, "week": 7, "fortnight": 14}[match["unit"].lower()] * (number_of(match["n"]) if match["n"] else 1)
    if match["ago"]:
        return reading(cal.iso_day(cal.plus(anchor, near - days)) if near is not None and near <= 0 else None)
    if (match["n"] and context.tense == "past") or (near is not None and near < 0):
        return None
    if near is None:
        if match["n"] and context.tense != "future" and "from" not in match[0].lower():
            return None  # "they were given a week on Friday"
        near = (weekday_of(match["from"]) - anchor.weekday()) % 7
        if near == 0:
            return NO_DATE  # from today, or from this day in a week
    return reading(cal.iso_day(cal.plus(anchor, near + days)))


def one_further(match: re.Match[str], context: Context) -> Reading | None:
    """the week before last; the month after next; the Friday after next."""
    anchor, what = context.anchor, match["what"].lower()
    if anchor is None:
        return None
    way = 1 if match["way"].lower().startswith("after") else -1
    if what == "week":
        return reading(cal.iso_week(anchor, 2 * way))
    if what == "weekend":
        return reading(cal.iso_week(anchor, 2 * way, (5, 6)))
    if what == "month":
        return reading(cal.iso_month(*cal.shifted(anchor, 2 * way)))
    if what == "year":
        return reading(cal.iso_year(anchor.year + 2 * way))
    if what == "night":
        return reading(cal.iso_day(cal.plus(anchor, -2))) if way < 0 else None
    nearest = way * (weekday_of(what) - anchor.weekday()) % 7 or 7
    return reading(cal.iso_day(cal.plus(anchor, way * (nearest + 7))))
