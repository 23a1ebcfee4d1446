"""`Question` × index → the facts that answer it, each with a confidence: `match.matches`.

In: a question that was read (`bot.question`), an index (`bot.index`). Out: matches, best first.
Begin with `match`, read top-down; `candidates` are found by postings, `features` compare, `weights` decide.
"""
