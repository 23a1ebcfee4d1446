"""Reports that are in a base twice, by their bytes or their address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facts.model import Article

REMEDY = "take one of them out with “onrecord remove”"


class Double(NamedTuple):
    """An article that is the same report as one before it: what that is, and the key that says so ("file", "url")."""

    article: Article
    what: str
    key: str


def doubles(articles: Iterable[Article]) -> Iterator[Double]:
    """Yield the articles that are the same report as one before them."""
    first: dict[str, Article] = {}
    for article in articles:
        for key in filter(None, (article.sha256, article.url)):
            other = first.setdefault(key, article)
            if other is not article:
                is_address = key == article.url
                what = f"the same report as {other.file}" + (f": both are {key}" if is_address else "")
                yield Double(article, what, "url" if is_address else "file")
                break
