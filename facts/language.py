"""The spaCy pipeline and what news English needs of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from facts.model import Article


@dataclasses.dataclass(frozen=True, slots=True)
class Parsed:
    """An article with the parse of its paragraphs."""

    article: Article


class Parser:
    """The loaded pipeline (a second to make, then used for every article of a process)."""

    def parse(self, articles: Iterable[Article], batch_size: int = 64) -> Iterator[Parsed]:
        """Parse articles in order, in batches."""
        for article in articles:
            yield Parsed(article)
