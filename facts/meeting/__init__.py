"""Which meeting an article is about: name, other names, date, place, format, series.

In: a parsed article (`facts.parse`). Out: its `Meeting`, or none.
Begin with `finding`; `mentions` are the phrases that may name it, each with how good it looks.
"""
