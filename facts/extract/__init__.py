"""Clauses → drafts of facts, a folder a family of families: `extract`.

In: a parsed article. Out: its meeting and its facts, each with question, answer and evidence.
Begin with `extraction`, which runs the families in order, and `draft`, what each works from and what it gives; `lists`
is shared by several. A family may use those below it: minutes, votes, doings, then schedule, attendance and people.
"""

from facts.extract.extraction import extract
from facts.extract.reading import read

__all__ = ["extract", "read"]
