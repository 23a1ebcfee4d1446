"""Text → tokens, clauses, named people, and the antecedents of mentions.

In: the paragraphs of an article (`facts.articles`). Out: a dependency tree of each sentence, its clauses, its people.
Begin with `parser` and `tree`; then `sentences`, `clauses` (a verb and its arguments) and `coreference`.
"""
