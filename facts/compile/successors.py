"""Which article a page may belong to now whose own is gone, and how what was written into it can go on with that."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from facts import articles
from facts.pages import base, merge
from facts.pages.page import Page

LIKELY: Final = 0.3
"""Share of the letters of a page's sentences that the page of another article has, if it is named as a likely one."""
LIKELY_ANY_DAY: Final = 0.6
"""The same for one of another day."""


def hint(page_file: Path, name: str, gone: Collection[str]) -> str:
    """What to do where another article is likely that of a page; nothing where none is.

    `name` is that of the file which is gone, `gone` are the ids of all articles that are.
    """
    try:
        page = base.load_page(page_file)
        others = [path for path in base.page_files(page_file.parent) if path.stem not in gone]
    except base.BaseError:
        return ""
    texts = {each.text.encode(): len(each.text) for each in page.sentences}
    for _, path in sorted(((_standing(texts, path), path) for path in others), reverse=True)[:3]:
        try:
            other, text = base.load_text(path)
        except base.BaseError:
            continue
        if _share(page, other) >= (LIKELY if page.article.date == other.article.date else LIKELY_ANY_DAY):
            if merge.is_untouched(other, text):
                return (
                    f"if that is {other.article.file} now, which has much of it, call this file {name}, and all that"
                    " was written into the page goes on with it; if not, "
                )
            return (
                f"much of it is in {other.article.file}: copy into {articles.shown(path)} what is to stay of what was"
                " written here, then "
            )
    return ""


def _standing(texts: dict[bytes, int], path: Path) -> int:
    """How many letters of some texts stand in a file to the letter; none in one that cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return 0
    return sum(size for text, size in texts.items() if text in data)


def _share(page: Page, other: Page) -> float:
    """How much of the sentences of two pages stands in both (0-1)."""
    mine, its = ({each.text for each in one.sentences} for one in (page, other))
    return sum(map(len, mine & its)) / max(sum(map(len, mine)), sum(map(len, its)), 1)
