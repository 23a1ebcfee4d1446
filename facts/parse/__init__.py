"""Text → words, clauses, names, and what mentions stand for.

In: the paragraphs of an article (`facts.articles`). Out: a tree of words a sentence, its clauses, its people.
Begin with `parser` and `tree` (a parse as plain words); then `clauses` (who did what, when, where) and `coreference`.
"""
