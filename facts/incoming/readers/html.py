"""Web pages: trafilatura finds the text among menus, banners and comments, and the title, day and site in the head."""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facts.articles.date_lines import UPDATED_LINE, date_of_line
from facts.incoming.document import LINE_MAX, ConversionError, Document, clean, document_of
from facts.incoming.page_head import PageHead, read_head
from facts.tables import table_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LAYOUT_CELL = 200
"""Code points in one cell from which on a table is taken to lay out the page, unless its cells are all of one piece."""

SENTENCE = 40
"""Code points from which on a paragraph is taken for one of the text."""

FURNITURE = frozenset(
    {
        *("ad", "advertisement", "article continues below", "sponsored", "story continues below"),
        *(
            "back",
            "back to top",
            "comments",
            "continue reading",
            "email",
            "email this page",
            "home",
            "next",
            "next page",
        ),
        *(
            "next post",
            "previous",
            "previous page",
            "previous post",
            "print",
            "print this page",
            "read more",
            "related",
        ),
        *("save", "share", "share this", "share this article", "share this page", "skip to content", "top", "tweet"),
    }
)
"""What pages have buttons and links for, and no text says."""

END_SECTIONS = frozenset(
    {
        *("external links", "further reading", "links", "more on this", "notes", "references", "related articles"),
        *("related news", "related stories", "see also", "sister links", "sources", "latest news", "latest releases"),
        *("latest press releases", "more news", "more stories", "other news", "recent news", "recent posts"),
        *("related content", "related links", "related posts", "read next", "you may also like"),
    }
)
"""Headings of lists at the end that lead elsewhere."""
REPORT_MIN = 500
"""Shortest text, in code points, that is a report whatever it says."""
_NO_REPORT = re.compile(
    r"\b(?:(?:en|dis)able[ds]? javascript|javascript (?:is|must be) (?:disabled|enabled|required)"
    r"|(?:page|file) (?:was |is )?not found|access (?:is |was )?denied|before you continue|(?:accept|use) cookies"
    r"|(?:are|that) you are (?:a )?human|are you a (?:human|robot)|store and access information on your device)\b",
    re.IGNORECASE,
)
"""What a page says that stands in the place of a report."""
_NAME = re.compile(r"[^\W\d_]{2}")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*\Z")
_ITEM = re.compile(r"(?:- |\d+\. )")

_BLOCKS = frozenset({"p", "head", "list", "item", "table", "quote", "row", "cell", "div"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ol", "ul"})
_STRUCK = ("del", "s", "strike")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_RANK = re.compile(r"h([1-6])")


def read_html(data: bytes) -> Document:
    """Read a web page. Raises ConversionError."""
    import trafilatura

    tree = trafilatura.load_html(_decoded(data) or data)
    if tree is None:
        raise ConversionError("no article was found on this page; save its text as a .txt file and add that")
    _leave_out_struck(tree)
    _make_items_paragraphs(tree)
    _keep_days_in_lines(tree)
    _mark_headings(tree)
    found = trafilatura.bare_extraction(
        tree,
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
    head = read_head(tree, found.title, found.sitename, found.date)
    document = document_of(
        _text_alone(list(_blocks(found.body)), head),
        title=head.title,
        date=head.date,
        source=head.site,
        author=found.author if found.author is not None and _NAME.search(found.author) else None,
        url=found.url,
    )
    if len(document.text) < REPORT_MIN and (told := _NO_REPORT.search(f"{document.title}\n{document.text}")):
        raise ConversionError(
            f"shows no report to programs (“{clean(told[0])}”); open it in a browser, save its text as a .txt file and"
            " add that"
        )
    return dataclasses.replace(document, warnings=(*head.warnings, *document.warnings))


def _text_alone(blocks: list[str], head: PageHead) -> list[str]:
    """Blocks without what pages have buttons for, without headline and day wherever they stand, and without a list of
    sources and the like at their end. Of lines that say when the page was changed one is left behind a text that is
    not dated otherwise."""
    kept = [block for block in blocks if block.strip(" «»<>←→↑-…|.").casefold() not in FURNITURE]
    long = (n for n, block in enumerate(kept) if len(block) > LINE_MAX and block.strip("# ") != head.title)
    begin = next(long, len(kept))
    changed = [block for block in kept[begin:] if UPDATED_LINE.match(block) and date_of_line(block)]
    kept = [*kept[:begin], *(block for block in kept[begin:] if block not in changed and not _is_of_head(block, head))]
    kept += changed[-1:] if head.date is None else []
    ends = [
        n for n, block in enumerate(kept) if block.startswith("#") and block.strip("# :").casefold() in END_SECTIONS
    ]
    if ends and all(_ITEM.match(block) for block in kept[ends[0] + 1 :] if not block.startswith("#")):
        return kept[: ends[0]]
    return kept


def _is_of_head(block: str, head: PageHead) -> bool:
    """Whether a block is the headline as a heading, or the day alone."""
    if block.startswith("#"):
        return block.strip("# ") == head.title
    return head.date is not None and date_of_line(block) == head.date


def _leave_out_struck(tree: Element) -> None:
    """Take out what a page strikes out: it is said no more, and stands beside what is said in its place."""
    body = tree.find(".//body")
    for element in list(body.iter(*_STRUCK)) if body is not None else ():
        tail = element.tail
        element.clear()
        element.tag, element.tail = "span", tail


def _make_items_paragraphs(tree: Element) -> None:
    """Turn the items of lists that stand among paragraphs into paragraphs with their marks.

    Of a short page trafilatura keeps paragraphs alone, and lists of who attended would be lost. Lists of links are
    menus, and stay lists.
    """
    for element in [each for each in tree.iterfind(".//body//*") if each.tag in _LISTS]:
        parent = element.getparent()
        if parent is None or not any(len("".join(each.itertext())) > SENTENCE for each in parent.iterfind("p")):
            continue
        if element.find(".//table") is not None or _is_menu(element):
            continue
        items, tail = list(_items(element)), element.tail
        element.clear()
        element.tag, element.tail = "div", tail
        for item in items:
            paragraph = element.makeelement("p", {})
            paragraph.text = item
            element.append(paragraph)


def _items(listed: Element) -> Iterator[str]:
    """The texts of a list's items with their marks, each before those of the lists inside it."""
    for number, item in enumerate(listed.iterfind("li"), 1):
        inside = [each for each in item if each.tag in _LISTS]
        own = clean("".join([item.text or "", *(_text_of(each, inside) for each in item)]))
        if own:
            yield f"{f'{number}.' if listed.tag == 'ol' else '-'} {own}"
        for each in inside:
            yield from _items(each)


def _text_of(element: Element, left_out: list[Element]) -> str:
    """The text of a part of an item and what follows it there."""
    text = "" if element in left_out or not isinstance(element.tag, str) else "".join(element.itertext())
    return f"{text} {element.tail or ''}" if element.tag in ("p", "div", "br") else f"{text}{element.tail or ''}"


def _keep_days_in_lines(tree: Element) -> None:
    """Put the text of days that pages mark up for programs into the line around it: trafilatura leaves these out."""
    for time in tree.iterfind(".//body//time[@datetime]"):
        text = "".join(time.itertext())
        for child in list(time):
            time.remove(child)
        time.text, time.tail = None, f"{text}{time.tail or ''}"


def _mark_headings(tree: Element) -> None:
    """Make cells of headings of the first cells of tables that are set apart by their place or alone bold."""
    for table in tree.iterfind(".//body//table"):
        rows = [cells for row in table.iter("tr") if len(cells := [each for each in row if each.tag in _CELLS]) > 1]
        if len(rows) > 1 and (table.find("thead//td") in rows[0] or (_bold(rows[0]) and not _bold(rows[1]))):
            for cell in rows[0]:
                cell.tag = "th"


def _bold(cells: list[Element]) -> bool:
    """Whether all that cells hold is bold."""
    texts = ["".join(cell.itertext()).strip() for cell in cells]
    bold = ["".join("".join(each.itertext()) for each in cell.iter("b", "strong")).strip() for cell in cells]
    return any(texts) and texts == bold


def _is_menu(element: Element) -> bool:
    """Whether most of an element's text is in links."""
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked > len("".join(element.itertext()).strip()) / 2


def _decoded(data: bytes) -> str | None:
    """The text of a page in UTF-8 or in the encoding that its head names; None if it is neither."""
    named = _CHARSET.search(data[:4000])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else None):
        if encoding is not None:
            with contextlib.suppress(UnicodeDecodeError, LookupError):
                return data.decode(encoding)
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
            if any(len(block) > SENTENCE and _SENTENCE_END.search(block) for block in blocks):
                yield from blocks
        return
    first = next((row for row in rows[:-1] if len(row) > 1), [])
    headed = bool(first) and all(cell.get("role") == "head" for cell in first)
    yield from table_lines([["".join(cell.itertext()) for cell in row] for row in rows], headed=headed or None)
