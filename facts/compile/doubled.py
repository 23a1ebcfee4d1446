"""Which of the articles that were just compiled are in the base twice, as `onrecord lint` says it, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from facts.pages import base
from facts.pages.doubles import REMEDY, doubles

_KEY = re.compile(rb"^  (?:sha256|url): (\S+)\s*$", re.MULTILINE)
_HEAD = 4_000
"""Bytes of a page in which it says what article it is of."""


def lines(base_dir: Path, compiled: Collection[str]) -> Iterator[str]:
    """What is said of each article, of those compiled or beside them, that is the same report as another."""
    if not compiled:
        return
    keys = {path: set(_KEY.findall(_head(path))) - {b"null"} for path in base.page_files(base_dir)}
    counts = Counter(key for each in keys.values() for key in each)
    alike = {path for path, each in keys.items() if any(counts[key] > 1 for key in each)}
    pages, _ = base.load_pages(base_dir, skip=lambda path: path not in alike)
    for double in doubles(page.article for page in pages):
        yield f"{double.article.id}: {double.what}; {REMEDY}"


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""
