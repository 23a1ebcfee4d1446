"""The grammar of dates: which pattern is read by which rule."""

from __future__ import annotations

import functools
import re

from facts.dates import rules, weekdays, words
from facts.dates.readings import Rule
from facts.months import MONTH_NUMBERS

_SHORT = "|".join(sorted((name for name in MONTH_NUMBERS if len(name) < 5 and name != "may"), reverse=True))
_LONG = "|".join(name for name in MONTH_NUMBERS if len(name) > 4)
_MONTH = rf"(?:{_LONG}|june|july|may(?:\.(?=\s\d))?|(?:{_SHORT})\b\.?)(?![^\W\d])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|st|nd|rd|th)"
_YEAR = r"(?:(?:1\d|20)\d\d(?!\d|[.,]\d)|(?:of\s)?(?:last|this|next)\s+year)"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day\b|\b\.?)"
_QUALIFIER = r"(?:this\s(?:past|coming)|the\s(?:past|coming)|last|next|this)"
_TO = r"\s?[-–]\s?|\s(?:to|through|thru|until|till)\s(?:the\s)?|\sand\s(?:the\s)?|\s?&\s?"
_ON = rf"(?:{_WEEKDAY},?\s)?"
_LIST = rf"(?:,\s{_ON}{_DAY}){{1,5}},?\s(?:and|&)\s"
_STRETCH = rf"{_ON}{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|through|thru|until|till)\s){_ON}{_DAY})?"
_LISTED = rf"(?:,\s{_STRETCH}){{0,5}},?\s(?:and|&)\s(?:on\s)?(?:the\s)?{_STRETCH}"
_OPEN = r"(?:(?:from|between)\s(?:the\s)?)?"
_UNIT = r"(?:day|week|fortnight|month|year|decade)"
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(words.NUMBERS, key=len, reverse=True)) + ")"
_LEFT = r"(?<![\w.,:/–-])"

_PATTERNS: tuple[tuple[str, Rule], ...] = (
    (rf"{_LEFT}(?P<y>\d{{4}})-(?P<b>\d\d)(?:-(?P<a>\d\d))?(?![\w-]|[.,/]\d)", rules.iso_form),
    (rf"{_LEFT}(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)(?![\w/-]|[.,]\d)", rules.numeric),
    (
        rf"\b{_OPEN}(?P<m>{_MONTH})\s(?:the\s)?(?P<d>{_DAY})(?P<sep>{_TO}|{_LIST})(?P<d2>{_DAY})"
        rf"(?:,?\s(?P<y>{_YEAR}))?",
        rules.day_range,
    ),
    (
        rf"{_LEFT}{_OPEN}{_ON}(?P<d>{_DAY})(?P<sep>{_TO}|{_LIST}){_ON}(?P<d2>{_DAY})\s(?:of\s)?(?P<m>{_MONTH})"
        rf"(?:,?\s(?P<y>{_YEAR}))?",
        rules.day_range,
    ),
    (
        rf"\b{_OPEN}(?:{_WEEKDAY},?\s)?(?P<m>{_MONTH})\s(?P<d>{_DAY})(?P<sep>{_TO})(?:{_WEEKDAY},?\s)?"
        rf"(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?:,?\s(?P<y>{_YEAR}))?",
        rules.day_range,
    ),
    (
        rf"{_LEFT}{_OPEN}(?:{_WEEKDAY},?\s)?(?P<d>{_DAY})\s(?:of\s)?(?P<m>{_MONTH})(?P<sep>{_TO})(?:{_WEEKDAY},?\s)?"
        rf"(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{_MONTH})(?:,?\s(?P<y>{_YEAR}))?",
        rules.day_range,
    ),
    (
        rf"{_LEFT}{_OPEN}{_ON}(?P<d>{_DAY})(?:(?:\s?[-–]\s?|\s(?:to|through|thru|until|till)\s){_ON}(?P<d2>{_DAY}))?"
        rf"(?=(?P<rest>{_LISTED})\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{_YEAR}))?)",
        rules.listed,
    ),
    (
        rf"(?<=\s)(?P<d>{_DAY})(?:,\s(?P<y>{_YEAR}))?(?=\s*(?:$|[.,:;!?)]|(?:and|at|by|for|in|to|under|with)\b))",
        rules.last_listed,
    ),
    (
        rf"\b(?:(?P<w>{_WEEKDAY}),?\s)?(?P<m>{_MONTH})\s?(?:the\s)?(?P<d>{_DAY})\b(?:,?\s?(?P<y>{_YEAR}))?",
        rules.full_date,
    ),
    (
        rf"{_LEFT}(?:(?P<w>{_WEEKDAY}),?\s(?:the\s)?)?(?P<d>{_DAY})[\s-](?:of\s)?(?P<m>{_MONTH})"
        rf"(?:,?[\s-](?P<y>{_YEAR}))?",
        rules.full_date,
    ),
    (
        rf"\b{_OPEN}(?P<m>{_MONTH})(?P<sep>{_TO})(?P<m2>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?",
        rules.month_range,
    ),
    (rf"\b(?:(?P<q>{_QUALIFIER})\s)?(?P<m>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?", rules.month),
    (
        rf"\b(?:(?P<q>{_QUALIFIER})\s)?(?P<w>{_WEEKDAY})(?:\s(?:of\s|in\s)?(?P<of>last|next|this)\sweek\b)?",
        weekdays.weekday,
    ),
    (rf"\b(?P<w>{_WEEKDAY})\s(?P<q>last|next)(?P<of>(?!))?(?=\s*(?:$|[.,;:!?)]))", weekdays.weekday),
    (
        rf"\b(?P<n>{_COUNT})\s(?P<unit>day|week|fortnight)s?\s(?P<ago>ago\s)?(?:(?:from|on)\s)?"
        rf"(?P<from>today|tomorrow|yesterday|{_WEEKDAY})(?!\s(?:last|next|this|week)\b)",
        weekdays.counted_from,
    ),
    (
        rf"\b(?P<from>today|tomorrow|{_WEEKDAY})\s(?P<unit>week|fortnight)\b(?![-'’])(?P<n>)(?P<ago>)",
        weekdays.counted_from,
    ),
    (
        rf"\bthe\s(?P<what>night|week|weekend|month|year|{_WEEKDAY})\s(?P<way>before\slast|after\snext)\b",
        weekdays.one_further,
    ),
    (
        rf"\b(?:from\s)?(?P<w>{_WEEKDAY})(?:\s?[-–]\s?|\s(?:to|through|thru|until|till)\s)(?P<w2>{_WEEKDAY})"
        r"(?:\s(?:of\s)?(?P<of>last|next|this)\sweek\b)?",
        weekdays.weekday_range,
    ),
    (
        rf"\b(?:the\s)?(?P<n>{'|'.join(words.TIMES_OF_MONTH)})\s(?P<w>{_WEEKDAY})\s(?:of|in)\s"
        rf"(?:(?P<q>last|next|this)\smonth|(?P<m>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?)",
        weekdays.weekday_of_month,
    ),
    (
        r"\b(?:" + "|".join(sorted(words.NEAR_DAYS, key=len, reverse=True)).replace(" ", r"\s") + r")\b",
        weekdays.near_day,
    ),
    (rf"\bon\sthe\s(?P<d>{_DAY})(?P<q>)(?=\s*(?:$|[.;!?)]|,\s))", rules.day_of_month),
    (rf"\b(?:the\s)?(?P<d>{_DAY})\sof\s(?P<q>last|next|this)\smonth\b", rules.day_of_month),
    (
        rf"\b(?P<q>{_QUALIFIER}|the\s(?:last|next|current)|the)\s(?P<unit>week|weekend|month|quarter|year)\b(?!-)",
        rules.unit,
    ),
    (
        rf"\b(?P<in>in\s)?(?:about\s|around\s)?(?P<n>{_COUNT})[\s-](?P<unit>{_UNIT})s?\b"
        r"(?:\s(?P<ago>ago|from\snow)\b|['’]s?\stime\b|(?!['’]|\s(?:of|that|which|and|later|before|after|time)\b|-))",
        rules.distance,
    ),
    (rf"\b(?:the\s)?(?P<way>last|past|previous|next|coming)\s(?P<n>{_COUNT})\s(?P<unit>{_UNIT})s?\b", rules.stretch),
    (
        rf"\b(?:(?P<y0>(?:19|20)\d\d)\s)?(?:[qh](?P<digit>[1-4])"
        rf"|(?:the\s)?(?P<ordinal>{'|'.join(words.ORDINALS)})\s(?:quarter|half))\b"
        rf"(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?",
        rules.part_of_year,
    ),
    (
        rf"\b(?:(?P<q>{_QUALIFIER})\s)?(?:the\s)?(?P<season>{'|'.join(words.SEASONS)})\b(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?",
        rules.season,
    ),
    (r"\b(?:the\s)?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", rules.decade),
    (
        rf"{_LEFT}{_OPEN}(?P<y>(?:1[5-9]|20)\d\d)(?P<sep>{_TO})(?P<y2>(?:(?:1[5-9]|20)\d\d)|\d\d)(?![\w-]|[.,/:]\d)",
        rules.years,
    ),
    (r"(?<![\w.,:/–#$€£+])(?:(?<!-)|(?<=mid-))(?P<y>(?:1[5-9]|20)\d\d)(?![\w/–%°]|-\d|[.,:]\d)", rules.year),
    (
        rf"{_LEFT}(?P<word>)(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
        r"(?P<zone>\s?\(?(?:BST|CES?T|E[DS]T|ET|GMT|IST|JST|P[DS]T|UTC|Z|local\stime)\b\)?)?(?![\w:]|[.,]\d)",
        rules.time,
    ),
    (rf"{_LEFT}(?P<word>)(?P<half>)(?P<h>[0-2]\d)(?P<min>[0-5]\d)(?P<zone>\s(?:GMT|UTC|hours|hrs)\b)", rules.time),
    (r"\b(?P<word>noon|midnight)\b(?P<h>)(?P<min>)(?P<half>)(?P<zone>)", rules.time),
)


@functools.cache
def patterns() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The compiled grammar (made at the first use)."""
    return tuple((re.compile(pattern, re.IGNORECASE), rule) for pattern, rule in _PATTERNS)


@functools.cache
def trigger() -> re.Pattern[str]:
    """What any text with a date has somewhere."""
    names = [name for name in MONTH_NUMBERS if len(name) < 4] + list(words.WEEKDAYS) + list(words.SEASONS)
    others = r"\d|day|\btomorrow|night|morning|evening|noon|week|month|quarter|year|decade"
    return re.compile(rf"{others}|\b(?:{'|'.join(sorted(names))})", re.IGNORECASE)
