"""The rules of dates: what the match of a pattern produces."""

from __future__ import annotations

import dataclasses
import datetime
import re

from facts.dates import calendar as cal
from facts.dates import words
from facts.dates.context import Context, nearest_day, nearest_month
from facts.dates.readings import (
    MOVED,
    NO_DATE,
    Reading,
    day_of,
    month_of,
    number_of,
    reading,
    shift_of,
    weekday_of,
    year_of,
)
from facts.months import MONTH_NUMBERS

SLIP = 31
"""Days from the anchor within which the weekday beside a day is rather wrong than that of another year."""


def _is_month(name: str, start: int, end: int, context: Context) -> bool:
    """Whether a month's name that stands beside no day or year is meant as one ("in May", not "they may")."""
    lower, before = name.lower().rstrip("."), context.before(start)
    if re.search(rf"\b(?:{words.BEFORE_MONTH})(?:\s(?:the\s)?|-)$", before, re.I):
        return True
    full = len(lower) > 4 or lower in ("june", "july", "may")
    if not full or (context.asked and lower in ("may", "march") and name[0].islower()):
        return False
    if context.asked and lower != "may":
        return True
    if name[0].islower():
        return False
    if re.search(r"(?:\bthe|\bits|\btheir|['’]s)\s$", before, re.I):
        noun = r"\w" if lower not in words.MONTHS_ALSO_WORDS else r"(?!for\b|from\b|in\b|of\b|on\b|to\b)[a-z]"
        return re.match(rf"\s{noun}", context.after(end)) is not None
    return lower not in words.MONTHS_ALSO_WORDS and not re.match(r"\s[A-Z][a-z]", context.after(end))


def _agrees(weekday: int, month: int, day: int, context: Context) -> bool:
    """Whether a weekday may be that of a day: a slip within a month of the anchor is no date of another year."""
    plain = nearest_day(dataclasses.replace(context, tense=None), month, day)
    near = plain is not None and context.anchor is not None and abs((plain - context.anchor).days) <= SLIP
    return plain is None or plain.weekday() == weekday or not near


def full_date(match: re.Match[str], context: Context) -> Reading | None:
    """Tuesday, June 30, 2020; 30th of June; 2 May last year."""
    month, day, written = month_of(match["m"]), day_of(match["d"]), match["y"]
    if written:
        year = year_of(written, context)
        return reading(cal.iso_day(cal.date(year, month, day)) if year else None)
    if match["m"] in ("dec", "jan", "mar", "march", "may", "sep") and not match["w"]:
        opened = r"\b(?:after|and|before|by|from|of|on|since|till|to|until)\s(?:the\s)?$"
        if not re.search(opened, context.before(match.start()), re.I):
            return None
    if context.anchor is None:
        return reading(f"--{month:02}-{day:02}" if context.asked and cal.date(2000, month, day) else None)
    weekday = weekday_of(match["w"]) if match["w"] else None
    if weekday is not None and not _agrees(weekday, month, day, context):
        return NO_DATE
    before, after = context.before(match.start()), context.after(match.end())
    known = re.search(r"(?:\bits|\bthe|\btheir|['’]s)\s$", before, re.I) and re.match(r"\s\w", after)
    return reading(cal.iso_day(nearest_day(context, month, day, weekday, known is not None)))


def day_range(match: re.Match[str], context: Context) -> Reading | None:
    """March 3-5; 29 June – 2 July 2020; from 3 to 5 March; 3, 4 and 5 March."""
    month, day, last_day = month_of(match["m"]), day_of(match["d"]), day_of(match["d2"])
    last_month = month_of(match.groupdict().get("m2") or match["m"])
    listed = re.search("and|&", match["sep"], re.I) and not re.match("between", match[0], re.I)
    days = [day, *map(int, re.findall(r"\d+", match["sep"])), last_day]
    follow = month == last_month and days == list(range(day, day + len(days)))
    if (listed and not follow) or MOVED.search(context.before(match.start())):
        return None
    if match["y"]:
        year = year_of(match["y"], context)
        end = cal.date(year, last_month, last_day) if year else None
    else:
        end = nearest_day(context, last_month, last_day)
    start = cal.date(end.year - (month > last_month), month, day) if end else None
    return reading(cal.iso_range(cal.iso_day(start), cal.iso_day(end)))


def listed(match: re.Match[str], context: Context) -> Reading | None:
    """The first days of a list that is no stretch: 3 (and 5 June); from 3 to 5 (and on 9 June)."""
    days = [day_of(match["d"]), *([day_of(match["d2"])] if match["d2"] else [])]
    later = [int(day) for day in re.findall(r"\d+", match["rest"])]
    opened = rf"(?:\b(?:{words.BEFORE_DAYS})\s(?:the\s)?|\(|^)(?:(?:\w+day,?\s)?\d{{1,2}}[\w –-]{{0,9}},\s){{0,5}}$"
    if [*days, *later] != sorted({*days, *later}) or MOVED.search(context.before(match.start())):
        return None
    if not re.match("from|between", match[0], re.I) and not re.search(opened, context.before(match.start()), re.I):
        return None
    year, month = year_of(match["y"], context) if match["y"] else None, month_of(match["m"])
    last = cal.date(year, month, days[-1]) if year else None if match["y"] else nearest_day(context, month, days[-1])
    isos = [cal.iso_day(cal.date(last.year, month, day)) for day in days] if last else [None]
    return reading(cal.iso_range(isos[0], isos[-1]) if len(isos) > 1 else isos[0])


def last_listed(match: re.Match[str], context: Context) -> Reading | None:
    """The last day of a list behind its month: (June 3 and) 5; (June 3, 5 and) 9, 2024."""
    names = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    before = re.search(
        rf"\b(?P<m>{names})\.?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?,\s){{0,5}}{day},?\s(?:and|&)\s(?:the\s)?$",
        context.before(match.start()), re.I,
    )  # fmt: skip
    if before is None or int(before["d"]) >= day_of(match["d"]):
        return None
    year, month = year_of(match["y"], context) if match["y"] else None, month_of(before["m"])
    if year is None and not match["y"]:
        return reading(cal.iso_day(nearest_day(context, month, day_of(match["d"]))))
    return reading(cal.iso_day(cal.date(year, month, day_of(match["d"]))) if year else None)


def month_range(match: re.Match[str], context: Context) -> Reading | None:
    """May-June 2020; between June and August."""
    month, last = month_of(match["m"]), month_of(match["m2"])
    if re.search("and|&", match["sep"], re.I) and not re.match("between", match[0], re.I):
        return None
    if match["y"]:
        year = year_of(match["y"], context)
        end = cal.iso_month(year, last) if year else None
    else:
        end = nearest_month(context, last)
    return reading(cal.iso_range(cal.iso_month(int(end[:4]) - (month > last), month), end) if end else None)


def month(match: re.Match[str], context: Context) -> Reading | None:
    """June 2020; last February; February last year; in May."""
    month, anchor = month_of(match["m"]), context.anchor
    if re.search(r"\d(?:st|nd|rd|th)?(?:\sof)?\s$", context.before(match.start())):
        return None
    if match["y"]:
        year = year_of(match["y"], context)
        return reading(cal.iso_month(year, month) if year else None)
    if match["q"] and anchor:
        shift = shift_of(match["q"])
        if shift == 0:
            return reading(cal.iso_month(anchor.year, month))
        behind, ahead = (anchor.month - month) % 12 or 12, (month - anchor.month) % 12 or 12
        return reading(cal.iso_month(*cal.shifted(anchor, -behind if shift < 0 else ahead)))
    if not _is_month(match["m"], match.start("m"), match.end("m"), context):
        return None
    return reading(nearest_month(context, month) if anchor else f"--{month:02}" if context.asked else None)


def day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """the 15th of next month; on the 30th."""
    if context.anchor is None:
        return None
    day = day_of(match["d"])
    if match["q"]:
        return reading(cal.iso_day(cal.date(*cal.shifted(context.anchor, shift_of(match["q"])), day)))
    near = [cal.date(*cal.shifted(context.anchor, shift), day) for shift in (0, -1, 1)]
    if context.tense:
        sign = -1 if context.tense == "past" else 1
        near = [date for date in near if date and (date - context.anchor).days * sign >= 0]
    return reading(cal.iso_day(next((date for date in near if date), None)))


def unit(match: re.Match[str], context: Context) -> Reading | None:
    """last week; this month; the end of the year."""
    anchor, qualifier, unit = context.anchor, match["q"].lower().split()[-1], match["unit"].lower()
    vague = qualifier == "the"
    if anchor is None or (
        vague
        and unit != "weekend"
        and not re.search(r"\b(?:end|start|beginning|middle)\sof\s$", context.before(match.start()))
    ):
        return None
    shift = words.SHIFTS[qualifier]
    if shift and match["q"].lower().startswith("the") and unit in ("week", "month", "year"):
        return _around(anchor, shift, unit)
    if unit == "week":
        return reading(cal.iso_week(anchor, shift))
    if unit == "weekend":
        if vague:
            shift = 0 if context.tense == "future" or anchor.weekday() >= 5 else -1
        return reading(cal.iso_week(anchor, shift, (5, 6)))
    if unit == "month":
        return reading(cal.iso_month(*cal.shifted(anchor, shift)))
    if unit == "quarter":
        year, month = cal.shifted(anchor, 3 * shift)
        return reading(cal.iso_months(year, (month - 1) // 3 * 3 + 1, 3))
    return reading(cal.iso_year(anchor.year + shift))


def distance(match: re.Match[str], context: Context) -> Reading | None:
    """two days ago; in three months; a year from now; in a fortnight's time."""
    anchor, number, unit, ago = context.anchor, number_of(match["n"]), match["unit"].lower(), match["ago"]
    if anchor is None or not (match["in"] or ago) or (not ago and context.tense == "past"):
        return None
    count = -number if ago and ago.lower() == "ago" else number
    count, unit = (2 * count, "week") if unit == "fortnight" else (count, unit)
    if unit == "day":
        return reading(cal.iso_day(cal.plus(anchor, count)))
    if unit == "week":
        return reading(cal.iso_week(anchor, count), approximate=True)
    if unit == "month":
        return reading(cal.iso_month(*cal.shifted(anchor, count)), approximate=True)
    return reading(cal.iso_year(anchor.year + count * (10 if unit == "decade" else 1)), approximate=True)


def stretch(match: re.Match[str], context: Context) -> Reading | None:
    """The past three months; the next five years."""
    count = number_of(match["n"]) * shift_of(match["way"])
    return _around(context.anchor, count, match["unit"].lower()) if context.anchor else None


def _around(anchor: datetime.date, count: int, unit: str) -> Reading | None:
    """So many units up to the anchor or from it on."""
    count, unit = (2 * count, "week") if unit == "fortnight" else (count, unit)
    if unit in ("day", "week"):
        ends = (cal.iso_day(anchor), cal.iso_day(cal.plus(anchor, count * (7 if unit == "week" else 1))))
    elif unit == "month":
        ends = (cal.iso_month(*cal.shifted(anchor, 0)), cal.iso_month(*cal.shifted(anchor, count)))
    else:
        ends = (cal.iso_year(anchor.year), cal.iso_year(anchor.year + count * (10 if unit == "decade" else 1)))
    return reading(cal.iso_range(*(ends if count > 0 else ends[::-1])), approximate=True)


def part_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Q3 2024; the second quarter of 2021; the first half of last year."""
    groups = match.groupdict()
    number = int(groups["digit"]) if groups["digit"] else words.ORDINALS[match["ordinal"].lower()]
    months = 6 if re.search("half|h[12]", match[0], re.I) else 3
    if number * months > 12:
        return None
    written = match["y"] or match["y0"]
    year = year_of(written, context) if written else None
    if not written and context.anchor and (context.asked or groups["digit"]):
        middles = {
            year: year * 12 + number * months - months / 2
            for year in range(context.anchor.year - 1, context.anchor.year + 2)
        }
        now = context.anchor.year * 12 + context.anchor.month - 0.5
        year = min(middles, key=lambda year: abs(middles[year] - now))
    return reading(cal.iso_months(year, (number - 1) * months + 1, months) if year else None)


def season(match: re.Match[str], context: Context) -> Reading | None:
    """Spring 2023; the summer of 2021; this fall."""
    first = words.SEASONS[match["season"].lower()]
    if match["y"]:
        year = year_of(match["y"], context)
        return reading(cal.iso_months(year, first, 3) if year else None)
    if not match["q"] or context.anchor is None:
        return None
    now, shift = context.anchor.year * 12 + context.anchor.month, shift_of(match["q"])
    starts = [(context.anchor.year + years) * 12 + first for years in (-2, -1, 0, 1, 2)]
    if shift < 0:
        start = max(start for start in starts if start + 2 < now)
    elif shift > 0:
        start = min(start for start in starts if start > now)
    else:
        start = min(starts, key=lambda start: abs(start + 1 - now))
    return reading(cal.iso_months((start - 1) // 12, (start - 1) % 12 + 1, 3))


def decade(match: re.Match[str], _: Context) -> Reading | None:
    """The 1990s."""
    return reading(f"{match['y']}/{int(match['y']) + 9}" if match["y"].endswith("0") else None)


def numeric(match: re.Match[str], _: Context) -> Reading | None:
    """2020-06-30; 30/06/2020; 30.06.2020."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "/" and first != second and max(first, second) <= 12:
        return None
    month_first = match["sep"] == "/" and second > 12
    day, month = (second, first) if month_first else (first, second)
    return reading(cal.iso_day(cal.date(year, month, day)))


def iso_form(match: re.Match[str], _: Context) -> Reading | None:
    """2020-06-30; 2020-06."""
    year, month = int(match["y"]), int(match["b"])
    if match["a"]:
        return reading(cal.iso_day(cal.date(year, month, int(match["a"]))))
    return reading(cal.iso_month(year, month) if month != year % 100 + 1 else None)


def years(match: re.Match[str], context: Context) -> Reading | None:
    """2010–2015; from 2010 to 2015; 2023-24."""
    first, last = int(match["y"]), match["y2"]
    final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    dash = re.fullmatch(r"\s?[-–]\s?", match["sep"])
    opened = re.match("from|between", match[0], re.I)
    if len(last) == 2 and (not dash or final != first + 1):
        return None
    if re.search("and|&", match["sep"], re.I) and not re.match("between", match[0], re.I):
        return None
    if (not dash and not opened and not context.asked) or _counted(match.end(), context):
        return None
    return reading(cal.iso_range(cal.iso_year(first), cal.iso_year(final)) if final - first < 200 else None)


def _counted(end: int, context: Context) -> bool:
    return re.match(rf"\s(?:[a-z]+\s)?(?:{words.COUNTED})\b", context.after(end)) is not None


def year(match: re.Match[str], context: Context) -> Reading | None:
    """In 2017; a 2005 law; (2019); Tokyo 2020."""
    before, after = context.before(match.start()), context.after(match.end())
    if _counted(match.end(), context) or re.search(rf"(?:\b(?:{words.IDENTIFIED})\.?|[#$€£])\s?$", before, re.I):
        return None
    if re.search(rf"\b(?:{'|'.join(MONTH_NUMBERS)})\.?,?\s(?:of\s)?$", before, re.I):
        return None
    alone = re.match(r"\s*(?:$|[.;:!?)\]]|,(?!\d)|['’]s\b)", after) is not None
    after_word = re.search(rf"\b(?P<word>{words.BEFORE_YEAR})(?:\s|-)(?:the\s(?:year\s)?)?$", before, re.I)
    of_number = re.search(r"\b(?:number|total|maximum|minimum|majority|quorum|sum)\sof\s$", before, re.I)
    firm = (
        after_word
        and not of_number
        and (
            alone
            or after_word["word"].lower() in ("during", "early", "in", "late", "mid", "since", "throughout", "until")
            or not re.match(r"\s[a-z]+s\b(?<!\bis)(?<!\bas)(?<!\bwas)(?<!\bhas)", after)
        )
    )
    adjective = re.search(r"(?:\b(?:a|her|his|its|our|the|their|this)|['’]s)\s$", before, re.I) and re.match(
        r"\s\w", after
    )
    named = alone and not of_number and re.search(r"(?:\(|\b[A-Z][\w’'.]*,?\s)$", before)
    if firm or adjective or named or (context.asked and not of_number):
        return reading(match["y"])
    return None


def time(match: re.Match[str], context: Context) -> Reading | None:
    """10:30 a.m.; 5pm; 17:00 GMT; at 9:15; noon."""
    groups = match.groupdict()
    if groups["word"]:
        if re.match(r"(?:time|oil|sun)\b", context.after(match.end()).strip(), re.I):
            return None
        return Reading("T12:00" if groups["word"].lower() == "noon" else "T00:00")
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = groups["half"]
    opened = re.search(
        r"\b(?:at|by|from|until|till|around|about|before|after|to)\s$", context.before(match.start()), re.I
    )
    if not half and not match["zone"] and not (opened and ":" in match[0]):
        return None
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12) or (not half and match["min"] is None):
        return None
    if half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return Reading(f"T{hour % 24:02}:{minute:02}")
