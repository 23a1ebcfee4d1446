"""Many articles → a base: `run`, `compile_articles`.

In: article files. Out: pages of the base (`facts.pages`), and what came of each article.
Begin with `compiler`; then `tasks` (what there is to do), `batches` (one batch of them), `processes` (many at once),
`unchanged` (what need not be done) and `disputes` (what the articles disagree about).
"""
