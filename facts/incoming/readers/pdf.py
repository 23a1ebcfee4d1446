"""PDFs: pdfplumber gives lines with their places and tables; paragraphs are put together here, column by column."""

from __future__ import annotations

import collections
import dataclasses
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from facts.articles.meeting_lines import is_body_line
from facts.incoming.document import ConversionError, Document, clean, document_of
from facts.tables import table_lines

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table as PageTable

MAX_PAGES = 200
"""Pages of a PDF that are read at most."""

LEAST_LETTERS = 20
"""Letters a page, on average, below which a PDF is taken for pictures of pages."""

GAP = 12.0
"""Width (points) of a gap in a line from which what stands behind it is a piece of its own."""

GUTTER = 5.0
"""Least width (points) of the empty strip between two columns."""

ALIGNED = 1.5
"""How far apart (points) the lines of a column begin at most, indents aside."""

COLUMN_MIN = 4
"""Lines that a column has at least."""

FULL_LINE = 0.85
"""Share of the column's width from which on a line is full, so that the next one may go on with it."""

SEVERAL = 3
"""Lines that end as far to the right as a column does; a page number may stand further out."""

LARGER, SMALLER = 1.15, 0.92
"""How many times as large as the text a headline is set, and small print, at least and at most."""

TITLE_MAX = 250
"""Longest headline, in code points."""

_BROKEN = re.compile(r"(?P<first>[^\W\d_]+)[-\u00ad\u2010]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARK = re.compile(r"(?:[-•‣⁃∙▪■●○◦–*]|\(?\d{1,3}[.)]|\([a-z]\))\s+\S")
_BOLD = re.compile(r"bold|black|heavy|(?<![a-z])bd\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_JUNK_TITLE = re.compile(
    r"(?:microsoft\s|untitled|document\d*\Z|.*\.(?:docx?|pdf|indd|odt|rtf|qxd|tex)\Z|[\W\d_]*\Z)", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its place on the page (points, from the left and the top) and the size of its letters.

    `edge` is where the lines of its column end.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    edge: float = 0.0


def read_pdf(data: bytes) -> Document:
    """Read a PDF. Raises ConversionError, and whatever the library raises for a broken file."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise ConversionError(f"has more than {MAX_PAGES} pages; split it")
        pages = []
        for page in pdf.pages:
            pages.append(_parts(page))
            page.close()  # what was parsed of it takes much memory
        about = pdf.metadata
    lines = [part for parts in pages for part in parts if isinstance(part, Line)]
    if sum(map(str.isalpha, "".join(line.text for line in lines))) < LEAST_LETTERS * len(pages):
        raise ConversionError(
            "holds no text, only pictures of it (a scan?); recognise its text (OCR) and add the result"
        )
    size = _usual_size(lines)
    headline = _headline(pages[0], size)
    left_out = _running_heads(pages, size)
    words = _whole_words([line.text for line in lines])
    blocks: list[str] = []
    for parts in pages:
        kept = [part for part in parts if part not in headline and part not in left_out]
        for block in _blocks(kept, size, words):
            if blocks and _goes_on(blocks[-1], block):
                blocks[-1] = _joined([blocks[-1], block], words)
            else:
                blocks.append(block)
    title = str(about.get("Title") or "")
    author = str(about.get("Author") or "")
    return document_of(
        blocks,
        title=_joined([line.text for line in headline] or [""], words) or (None if _JUNK_TITLE.match(title) else title),
        author=author if is_body_line(author) else None,
    )


Table = tuple[str, ...]
"""The lines that a table makes."""
_Thing = tuple[float, float, float, float, Line | Table]
"""A line or table behind its place: left, top, right, bottom."""


def _parts(page: Page) -> list[Line | Table]:
    """The lines and tables of a page in the order in which they are read."""
    tables = [
        table for table in page.find_tables() if len(table.rows) > 1 and any(len(row.cells) > 1 for row in table.rows)
    ]
    rest = page
    for table in tables:
        rest = rest.outside_bbox(table.bbox, strict=False) if _inside(table.bbox, rest.bbox) else rest
    rows = _rows(rest)
    spans = [[(float(word["x0"]), float(word["x1"])) for word in row] for row in rows]
    gutter = _gutter([*spans, *([(table.bbox[0], table.bbox[2])] for table in tables)], page.width)
    lines = [line for row in rows for line in _pieces(row, gutter) if line.text]
    placed = [(table.bbox, tuple(_table(table, page))) for table in tables]
    return list(_in_order(lines, placed, gutter))


def _table(table: PageTable, page: Page) -> list[str]:
    """The lines of a table; a first row that alone is bold has the headings of its columns."""
    rows = [[cell or "" for cell in row] for row in table.extract()]
    headed = len(rows) > 1 and all(rows[0]) and _bold(table, 0, page) and not _bold(table, 1, page)
    return table_lines(rows, headed=headed or None)


def _bold(table: PageTable, row: int, page: Page) -> bool:
    """Whether all letters of a row of a table are bold, as the names of their fonts say."""
    signs = page.crop(table.rows[row].bbox, strict=False).chars
    letters = [sign["fontname"] for sign in signs if sign["text"].isalpha()]
    return bool(letters) and all(_BOLD.search(name) for name in letters)


def _inside(box: Sequence[float], outer: Sequence[float]) -> bool:
    return box[0] < outer[2] and box[2] > outer[0] and box[1] < outer[3] and box[3] > outer[1]


_Word = dict[str, float | str]
"""A word as pdfplumber gives it: "text", its place ("x0", "x1", "top", "bottom") and the "size" of its letters."""


def _rows(page: Page) -> list[list[_Word]]:
    """The words of a page, those beside each other together, from left to right."""
    words = page.extract_words(extra_attrs=["size"], keep_blank_chars=False, use_text_flow=False)
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: (round(float(word["bottom"])), float(word["x0"]))):
        middle = (float(word["top"]) + float(word["bottom"])) / 2
        if rows and float(rows[-1][0]["top"]) < middle < float(rows[-1][0]["bottom"]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: float(word["x0"])) for row in rows]


def _gutter(rows: Sequence[Sequence[tuple[float, float]]], width: float) -> float | None:
    """Where the strip between two columns is: many lines begin right of it at one place, and few words stand in it.

    `rows` are the left and right edges of the words of each line across the page, in order. Where there is one column,
    hardly any word begins below another's beginning, and most lines have a word wherever a strip could be.
    """
    begins = [
        word[0]
        for row in rows
        for before, word in itertools.pairwise([(0.0, 0.0), *row])
        if 0.3 * width <= word[0] <= 0.7 * width and word[0] - before[1] >= GUTTER
    ]
    best: tuple[int, int, float] | None = None
    for start in dict.fromkeys(begins):
        right = sum(abs(each - start) <= ALIGNED for each in begins)
        if right < COLUMN_MIN:
            continue
        left = sum(any(word[1] <= start - GUTTER for word in row) for row in rows)
        crossing = sum(any(word[0] < start - ALIGNED and word[1] > start - GUTTER for word in row) for row in rows)
        if left >= COLUMN_MIN and crossing <= min(left, right) / 2:
            best = min(best or (crossing, -right, start), (crossing, -right, start))
    return best[2] - GUTTER / 2 if best else None


def _pieces(row: Sequence[_Word], gutter: float | None) -> Iterator[Line]:
    """What stands side by side in a row with a gap between, as cells do, or with the gutter between, as columns do."""
    piece = [row[0]]
    for word in row[1:]:
        before, start = float(piece[-1]["x1"]), float(word["x0"])
        of_columns = gutter is not None and before <= gutter < start and start - before > float(word["size"]) / 2
        if of_columns or start - before > GAP:
            yield _line(piece)
            piece = []
        piece.append(word)
    yield _line(piece)


def _line(words: Sequence[_Word]) -> Line:
    return Line(
        clean(" ".join(str(word["text"]) for word in words)),
        min(float(word["x0"]) for word in words),
        max(float(word["x1"]) for word in words),
        min(float(word["top"]) for word in words),
        max(float(word["bottom"]) for word in words),
        max(float(word["size"]) for word in words),
    )


def _in_order(
    lines: Sequence[Line], tables: Sequence[tuple[Sequence[float], Table]], gutter: float | None
) -> Iterator[Line | Table]:
    """Lines and tables as a person reads them: down to what spans the page, column by column; then what is below it."""
    things: list[_Thing] = [
        *((line.left, line.top, line.right, line.bottom, line) for line in lines),
        *((box[0], box[1], box[2], box[3], table) for box, table in tables),
    ]
    things = [(*thing[:4], _edged(thing[4], things, gutter)) for thing in things]
    if gutter is None:
        yield from (thing[4] for thing in sorted(things, key=lambda thing: (round(thing[1]), thing[0])))
        return
    spanning = sorted((t for t in things if t[0] < gutter < t[2]), key=lambda thing: thing[1])
    rest = [thing for thing in things if not thing[0] < gutter < thing[2]]
    for border in [*spanning, None]:
        above = [thing for thing in rest if border is None or thing[1] < border[1]]
        rest = [thing for thing in rest if border is not None and thing[1] >= border[1]]
        for column in (True, False):
            in_it = (thing for thing in above if (thing[2] <= gutter) is column)
            yield from (thing[4] for thing in sorted(in_it, key=lambda thing: (round(thing[1]), thing[0])))
        if border is not None:
            yield border[4]


def _edged(part: Line | Table, things: Sequence[_Thing], gutter: float | None) -> Line | Table:
    """A line with the right edge of its column: where several lines end that do so on the same side of the gutter."""
    if not isinstance(part, Line):
        return part
    inside = gutter is not None and part.right <= gutter
    ends = sorted(thing[2] for thing in things if not inside or thing[2] <= (gutter or 0))
    return dataclasses.replace(part, edge=ends[-SEVERAL] if len(ends) > 2 * SEVERAL else ends[-1])


def _running_heads(pages: Sequence[Sequence[Line | Table]], size: float) -> set[Line]:
    """The lines at the top or the foot of pages that are no text: page numbers, what most pages have, small print."""
    edges: list[Line] = []
    for parts in pages:
        lines = sorted((part for part in parts if isinstance(part, Line)), key=lambda line: line.top)
        edges += {*lines[:2], *lines[-2:]}
    counts = collections.Counter(map(_without_numbers, edges))
    repeated = {text for text, count in counts.items() if count >= 2 and count > len(pages) / 2}
    return {
        line
        for line in edges
        if _PAGE_NUMBER.fullmatch(line.text) or _without_numbers(line) in repeated or line.size < SMALLER * size
    }


def _without_numbers(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _usual_size(lines: Sequence[Line]) -> float:
    """The size that most letters have."""
    sizes: collections.Counter[float] = collections.Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _headline(parts: Sequence[Line | Table], size: float) -> list[Line]:
    """The largest lines of the first page that follow one another, if they are larger than the text."""
    lines = [part for part in parts if isinstance(part, Line)]
    largest = max((line.size for line in lines), default=0.0)
    if largest < LARGER * size:
        return []
    behind = itertools.dropwhile(lambda line: line.size < largest, lines)
    title = list(itertools.takewhile(lambda line: line.size > largest - 0.5, behind))
    return title if sum(len(line.text) for line in title) <= TITLE_MAX else []


def _blocks(parts: Iterable[Line | Table], size: float, words: frozenset[str]) -> Iterator[str]:
    """Paragraphs of lines: a new one begins after a gap, at an indent, at a mark, or in letters of another size."""
    held: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and held and _belongs(held, part):
            held.append(part)
            continue
        if held:
            yield _paragraph(held, size, words)
        held = [part] if isinstance(part, Line) else []
        if not isinstance(part, Line):
            yield from part
    if held:
        yield _paragraph(held, size, words)


def _belongs(held: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = held[-1]
    height = last.bottom - last.top
    right = max(each.right for each in held)
    first_indent = len(held) == 1 and last.left > line.left
    return (
        -0.5 * height < line.top - last.bottom < 0.7 * height
        and abs(line.size - last.size) < 1
        and not _MARK.match(line.text)
        and (line.left - min(each.left for each in held[1:] or held) < 6 or _MARK.match(held[0].text) is not None)
        and (first_indent or last.right - last.left >= FULL_LINE * (max(right, line.right) - last.left))
        and (last.right - last.left >= FULL_LINE * (last.edge - last.left) or _runs_on(last.text, line.text))
    )


def _runs_on(text: str, following: str) -> bool:
    """Whether a line that ends short of its column, as list items do, goes on in the next one all the same."""
    return (
        following[:1].islower()
        or re.search(r"(?:[,;–—-]|\b(?:a|an|and|at|by|for|in|of|on|or|the|to|with))\Z", text) is not None
    )


def _paragraph(lines: Sequence[Line], size: float, words: frozenset[str]) -> str:
    text = _joined([line.text for line in lines], words)
    return f"## {text}" if lines[0].size >= LARGER * size and len(text) < 200 else text


def _joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Lines as one text; a word that was broken at the end of a line is whole again.

    `words` are those of the whole text (folded): by them a hyphen is told that is part of a word.
    """
    text = lines[0]
    for line in lines[1:]:
        if re.search(r"[\w.]-\Z", text) and line[:1].isupper():  # "Anglo-" and "American"
            text = f"{text}{line}"
            continue
        broken = _BROKEN.search(text)
        if broken is None or not line[:1].islower():
            text = f"{text} {line}"
            continue
        second = _WORD.match(line)
        first, rest = broken["first"].casefold(), second[0].casefold() if second else ""
        compound = f"{first}-{rest}" in words or {first, rest} <= words
        hyphen = "-" if compound and f"{first}{rest}" not in words else ""
        text = f"{text[: broken.end('first')]}{hyphen}{line}"
    return text


def _whole_words(lines: Sequence[str]) -> frozenset[str]:
    """The words (folded) of a text, but for the halves of those that may be broken at the end of a line."""
    words: set[str] = set()
    broken = False
    for line in lines:
        found = [word.casefold() for word in _WORD.findall(line)]
        first = 1 if broken and line[:1].islower() else 0
        broken = _BROKEN.search(line) is not None
        words.update(found[first : -1 if broken else None])
    return frozenset(words)


def _goes_on(before: str, block: str) -> bool:
    """Whether a paragraph at the top of a column or page goes on with the one before it."""
    return bool(re.search(r"[\w,;-]\Z", before)) and block[:1].islower() and not before.startswith("#")
