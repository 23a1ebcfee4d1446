"""Web pages: trafilatura finds the text among menus, banners and comments, and the title, day and site in the head."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facts.incoming.document import ConversionError, Document, clean, document_of
from facts.incoming.tables import table_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LAYOUT_CELL = 200
"""Code points in one cell from which on a table is taken to lay out the page, unless its cells are all of one piece."""

_BLOCKS = frozenset({"p", "head", "list", "item", "table", "quote", "row", "cell", "div"})
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_RANK = re.compile(r"h([1-6])")


def read_html(data: bytes) -> Document:
    """Read a web page. Raises ConversionError."""
    import trafilatura

    found = trafilatura.bare_extraction(
        _decoded(data) or data,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        # A day is taken from where the page states it. One guessed from anything in the text may be any other.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or found.body is None:
        raise ConversionError("no article was found on this page; save its text as a .txt file and add that")
    return document_of(
        _blocks(found.body),
        title=found.title,
        date=_day(found.date),
        source=found.sitename,
        author=found.author,
        url=found.url,
    )


def _decoded(data: bytes) -> str | None:
    """The text of a page in UTF-8 or in the encoding that its head names; None if it is neither."""
    named = _CHARSET.search(data[:4000])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else None):
        if encoding is not None:
            with contextlib.suppress(UnicodeDecodeError, LookupError):
                return data.decode(encoding)
    return None


def _day(iso: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def _blocks(element: Element, mark: str = "") -> Iterator[str]:
    """Yield the paragraphs of an element in order, headings and list items with their marks, tables as lines."""
    pieces = [element.text or ""]
    number = 0
    for child in element:
        if child.tag not in _BLOCKS:
            pieces += ["".join(child.itertext()) if child.tag != "lb" else " ", child.tail or ""]
            continue
        yield from _flushed(pieces, mark)
        if child.tag == "table":
            yield from _table(child)
        elif child.tag == "list":
            yield from _blocks(child)
        elif child.tag == "item":
            number += 1
            yield from _blocks(child, f"{number}. " if element.get("rend") == "ol" else "- ")
        elif child.tag == "head":
            rank = _RANK.match(child.get("rend") or "")
            yield from _blocks(child, f"{'#' * int(rank[1] if rank else 2)} ")
        else:
            yield from _blocks(child, mark)
        pieces = [child.tail or ""]
    yield from _flushed(pieces, mark)


def _flushed(pieces: list[str], mark: str) -> Iterator[str]:
    text = clean("".join(pieces))
    if text:
        yield f"{mark}{text}"


def _table(table: Element) -> Iterator[str]:
    rows = [list(row.iter("cell")) for row in table.iter("row")]
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > 1 and len("".join(cell.itertext())) > LAYOUT_CELL for cell in cells):
        for cell in cells:  # it lays out the page: what has no sentence is a menu
            blocks = list(_blocks(cell))
            if any(len(block) > LAYOUT_CELL / 2 for block in blocks):
                yield from blocks
        return
    headed = len(rows) > 1 and len(rows[0]) > 1 and all(cell.get("role") == "head" for cell in rows[0])
    yield from table_lines([["".join(cell.itertext()) for cell in row] for row in rows], headed=headed or None)
