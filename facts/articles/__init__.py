"""A file → an `Article`: `read`.

In: the bytes of a text or Markdown file. Out: its paragraphs, headline, date, source and address.
Begin with `reading`; `layout` says where headline, dateline and source mark stand.
"""

from facts.articles.reading import NO_DATE, READERS, ArticleError, read, read_text, shown

__all__ = ["NO_DATE", "READERS", "ArticleError", "read", "read_text", "shown"]
