"""The fact compiler: articles in, a YAML base of questions and answers out.

What others may use: the values below, the base (`facts.pages.base.load`, `save`, `BaseError`), and, with the extra
`compile`, `facts.compile.compiler.run`.
"""

from facts.model import Article, Citation, Fact, Meeting, Record, Sentence

__all__ = ["Article", "Citation", "Fact", "Meeting", "Record", "Sentence"]
