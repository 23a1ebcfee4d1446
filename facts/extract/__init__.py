"""Clauses → drafts of facts, a folder a family of families: `read`, `drafts`, `facts_of`.

In: a parsed article. Out: drafts of its facts, each with question, answer and evidence; of those that are kept, facts.
Begin with `extraction`, which runs the families in order, and `draft`, what each works from and what it gives; `lists`
is shared by several. A family may use those below it: minutes, votes, doings, then schedule, attendance and people.
"""

from facts.extract.extraction import drafts, facts_of
from facts.extract.reading import read

__all__ = ["drafts", "facts_of", "read"]
