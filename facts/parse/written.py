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


def headline(article: Article) -> Sentence | None:
    """The headline, if it stands in the text, above the first paragraph."""
    if not article.title or not article.paragraphs:
        return None
    words = r"\s+".join(map(re.escape, article.title.split()))
    found = re.search(f"{_MARKS}({words})", article.text[: article.paragraphs[0][0]], re.MULTILINE)
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
