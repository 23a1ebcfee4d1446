"""The base made ready for questions: `Index`, `load`.

In: the pages of a base (`facts.pages`). Out: its facts and the postings by which they are found, mapped from one file.
Begin with `index`, what a question asks of it, and `reader`, its arrays; then `cache` (where the file is kept, when it
is made anew), `builder` (pages → terms) and `writer` (terms → arrays).
"""

from bot.index.entries import Entry, MeetingEntry, fact_id
from bot.index.index import BaseError, Index, NoBaseError, answer_of, load

__all__ = ["BaseError", "Entry", "Index", "MeetingEntry", "NoBaseError", "answer_of", "fact_id", "load"]
