"""Which article a page may belong to now whose own is gone, and how what was written into it can go on with that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from pathlib import Path
from typing import Final

from facts import articles
from facts.pages import base, merge

LIKELY: Final = 0.3
"""Share of the letters of a page's sentences that the page of another article has, if it is named as a likely one."""
LIKELY_ANY_DAY: Final = 0.6
"""The same for one of another day."""

_SENTENCE: Final = b"- text: "
"""How the line of a page begins in which a sentence stands."""


class Successors:
    """The pages of a base whose articles are there, by their sentences."""

    def __init__(self, base_dir: Path, gone: Collection[str]) -> None:
        """Read the lines of all pages but those of the articles that are `gone`. Raises BaseError."""
        self._sizes: dict[Path, int] = {}
        self._holding: defaultdict[bytes, list[Path]] = defaultdict(list)
        for path in base.page_files(base_dir):
            if path.stem not in gone:
                lines = _lines(path)
                self._sizes[path] = sum(map(len, lines))
                for line in lines:
                    self._holding[line].append(path)

    def hint(self, page_file: Path, name: str) -> str:
        """What to do where another article is likely that of a page; nothing where none is.

        `name` is that of the file which is gone.
        """
        lines = _lines(page_file)
        shared = Counter(dict.fromkeys(self._sizes, 0))
        for line in lines:
            shared.update({path: len(line) for path in self._holding.get(line, ())})
        if not any(shared.values()):
            return ""
        ((path, size),) = shared.most_common(1)
        share = size / max(sum(map(len, lines)), self._sizes[path])
        try:
            page, (other, text) = base.load_page(page_file), base.load_text(path)
        except base.BaseError:
            return ""
        if share < (LIKELY if page.article.date == other.article.date else LIKELY_ANY_DAY):
            return ""
        if merge.is_untouched(other, text):
            return (
                f"if that is {other.article.file} now, which has much of it, call this file {name}, and all that was"
                " written into the page goes on with it; if not, "
            )
        return (
            f"much of it is in {other.article.file}: copy into {articles.shown(path)} what is to stay of what was"
            " written here, then "
        )


def _lines(page: Path) -> frozenset[bytes]:
    """The lines of a page in which its sentences stand; none of one that cannot be read."""
    try:
        return frozenset(line for line in page.read_bytes().splitlines() if line.startswith(_SENTENCE))
    except OSError:
        return frozenset()
