"""`Question` × index → the facts that answer it, each with a confidence: `matches`.

In: a question that was read (`bot.question`), an index (`bot.index`). Out: matches, best first.
Begin with `match`, read top-down; `passages` and `shortlist` find by postings, `features` compare, `weights` decide.
What is read (`reading`, `decision`) is an answer by `answers`: dated as it is told, with what limits it (`limits`).
"""

from bot.matching.match import Match, matches

__all__ = ["Match", "matches"]
