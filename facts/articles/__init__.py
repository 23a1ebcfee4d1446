"""A file → an `Article`: `read`.

In: the bytes of a text or Markdown file. Out: its paragraphs, headline, date, source and address.
Begin with `reading`; `front_matter` reads what stands above a text, `layout` where headline, dateline and source mark
stand in it.
"""

from facts.articles.reading import (
    CONVERTED,
    READERS,
    ArticleError,
    Reading,
    day_of_name,
    is_web_page,
    no_date,
    no_source,
    read,
    read_text,
    shown,
    too_long,
    warning_line,
)

__all__ = [
    "CONVERTED",
    "READERS",
    "ArticleError",
    "Reading",
    "day_of_name",
    "is_web_page",
    "no_date",
    "no_source",
    "read",
    "read_text",
    "shown",
    "too_long",
    "warning_line",
]
