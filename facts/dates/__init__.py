"""Phrases of news English → dates and times with their precision: `find`, `as_told`, `day_apart`, `readable`,
`on_days`, `days_in_figures`, `in_two_ways`.

In: a text, its article's date and tense. Out: `When`s, each with its span and its ISO form.
Begin with `finding`; then `grammar` (which pattern is read by which rule), `rules` and `weekdays` (what a match
produces).
"""

from facts.dates.apart import day_apart
from facts.dates.figures import days_in_figures, in_two_ways
from facts.dates.finding import When, as_told, find, on_days, readable
from facts.dates.tense import tense_at

__all__ = ["When", "as_told", "day_apart", "days_in_figures", "find", "in_two_ways", "on_days", "readable", "tense_at"]
