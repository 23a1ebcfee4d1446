"""The sentences of an article as its page shows them: the headline that its text has, and all that is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facts.model import Article, Sentence
from facts.pages.quotes import Span, squeeze

if TYPE_CHECKING:
    from facts.parse.parser import ArticleParse

_MARKS = r"^[ \t#*_]*"
"""What may stand in front of a headline in its line."""
_LABEL = r"(?:title:[ \t]*[\"']?)?"
"""What stands before it in front matter."""
_DATED_MINUTES = re.compile(r"\bminutes\b.*\d{4}|\d{4}.*\bminutes\b", re.IGNORECASE)


def headline(article: Article) -> Sentence | None:
    """The headline, if it stands in the text, above the first paragraph; that of minutes also in front matter.

    There their day may be told nowhere else.
    """
    if not article.title or not article.paragraphs:
        return None
    # The title of minutes may be made of two lines, which a colon joins.
    words = r"\s+".join(re.sub(":$", ":?", re.escape(word)) for word in article.title.split())
    label = _LABEL if _DATED_MINUTES.search(article.title) else ""
    above = article.text[: article.paragraphs[0][0]]
    found = re.search(f"{_MARKS}{label}({words})", above, re.MULTILINE | re.IGNORECASE)
    return _sentence(article.text, found.span(1)) if found else None


def sentences(parse: ArticleParse) -> tuple[Sentence, ...]:
    """Every sentence of the paragraphs, in order; what has neither a letter nor a digit is none."""
    text = parse.article.text
    return tuple(_sentence(text, span) for span in _spans(parse) if any(map(str.isalnum, text[slice(*span)])))


def _spans(parse: ArticleParse) -> Iterator[Span]:
    for paragraph, sentence in parse.sentences():
        words = [word for word in sentence if not word.is_space]
        if words:
            start, last = words[0].idx, words[-1]
            yield paragraph.start + start, paragraph.start + last.idx + len(last.text)


def _sentence(text: str, span: Span) -> Sentence:
    return Sentence(squeeze(text[slice(*span)]), span)
