"""Words that dates are written with in news English: tables only."""

from __future__ import annotations

import re

from facts.expressions import expression

MONTHS_ALSO_WORDS = frozenset({"april", "august", "june", "march", "may"})
"""Months that are names of people or other words too: alone they count only beside a word of time."""

BEFORE_MONTH = (
    "after|around|before|beginning of|coming|during|early|end of|following|in|into|last|late|mid|middle of|next"
    "|previous|since|start of|this|through|throughout|till|until"
)
"""What stands before a month that has no day and no year (a pattern)."""

BEFORE_DAYS = "between|dates|days|for|from|of|on"
"""What stands before the first of several days whose month follows the last: "on 3 and 5 June" (a pattern)."""

WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""Weekdays by their first three letters; Monday is 0."""

NOT_A_DAY = expression(
    r"\b(?:ash|black|bloody|boxing|cyber|easter|good|maundy|palm|super|whit)\s$"
    r"|\b(?:each|every)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What makes the name of a weekday a feast, an event or a habit when it stands before it."""

NOT_DAY_OF = expression(r"\s(?:Express|Herald|Independent|Mail|Mirror|Post|Sun|Telegraph|Times)\b")
"""What makes the name of a weekday that of a newspaper when it stands after it."""

SHIFTS = {
    "coming": 1,
    "current": 0,
    "last": -1,
    "next": 1,
    "past": -1,
    "the": 0,
    "this": 0,
}
"""How many weeks, months or years a word moves from the anchor's own."""

NEAR_DAYS = {
    "earlier today": 0,
    "last evening": -1,
    "last night": -1,
    "later today": 0,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
    "this afternoon": 0,
    "this evening": 0,
    "this morning": 0,
    "today": 0,
    "tomorrow": 1,
    "tonight": 0,
    "yesterday": -1,
}
"""Words for a day near the anchor: how many days from it."""

NUMBERS = {
    "a": 1,
    "an": 1,
    "eight": 8,
    "eighteen": 18,
    "eleven": 11,
    "fifteen": 15,
    "fifty": 50,
    "five": 5,
    "forty": 40,
    "four": 4,
    "fourteen": 14,
    "nine": 9,
    "nineteen": 19,
    "one": 1,
    "seven": 7,
    "seventeen": 17,
    "six": 6,
    "sixteen": 16,
    "sixty": 60,
    "ten": 10,
    "thirteen": 13,
    "thirty": 30,
    "three": 3,
    "twelve": 12,
    "twenty": 20,
    "two": 2,
}
"""Number words for distances in time."""

ORDINALS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "first": 1, "fourth": 4, "second": 2, "third": 3}
"""Ordinals of quarters and halves."""

TIMES_OF_MONTH = {**ORDINALS, "fifth": 5, "5th": 5, "last": -1}
"""Which of its weekdays a month means: "the first Friday of May", "the last Monday of next month"."""

SEASONS = {"autumn": 9, "fall": 9, "spring": 3, "summer": 6, "winter": 12}
"""Seasons of the north by their first month."""

BEFORE_YEAR = (
    "after|around|as of|before|beginning of|between|by|circa|during|early|end of|for|from|in|into|late|mid|middle of"
    "|of|since|start of|through|throughout|till|to|until"
)
"""What stands before a year that has no month (a pattern)."""

COUNTED = (
    "acres|barrels|billion|casualties|cases|children|civilians|companies|countries|dead|deaths|delegates|dollars|euros"
    "|experts|families|feet|hectares|homes|hours|households|jobs|kilometers|kilometres|km|members|men|meters|metres"
    "|migrants|miles|million|minutes|officers|officials|pages|participants|people|percent|per cent|persons|police"
    "|pounds|refugees|representatives|seats|soldiers|square|staff|students|times|tonnes|tons|trees|troops|units|votes"
    "|voters|women|words|workers|years|yen"
)
"""What is counted: a number before one of these is no year (a pattern)."""

IDENTIFIED = (
    "about|act|almost|article|bill|channel|directive|flight|form|highway|law|least|nearly|no|number|numbered|over|page"
    "|regulation|resolution|resolutions|room|route|rule|section|some|than|total|approximately|up to|usd"
)
"""What stands before a number that names or counts something and is no year (a pattern)."""
