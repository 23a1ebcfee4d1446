"""Word files (.docx): paragraphs with their styles, tables, and the properties that somebody filled in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from facts.articles import layout
from facts.articles.meeting_lines import is_body_line, is_meeting_line, is_minutes_line
from facts.incoming.document import HEAD_MAX, LINE_MAX, ConversionError, Document, clean, document_of
from facts.tables import is_label, table_lines

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element as Element

MAX_UNPACKED = 50_000_000
"""Largest size, in bytes, that the parts of a file may have together when they are unpacked."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What is no part of the text: deletions that are tracked, and second forms of drawings."""
_UNSAID = ("vanish", "strike", "dstrike")
"""What a run may be set as that is no part of the text: hidden, struck out once or twice."""
_BOX = f"{_W}txbxContent"
"""What stands in a text box, beside the paragraph that it is fixed to."""
_WRAPPERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
"""What stands around paragraphs and tables: fields of forms, insertions that are tracked."""
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)
"""Styles of the lines of a table of contents."""
_PLAIN = frozenset({"none", "auto", "ffffff"})
"""Colours of cells that are not shaded."""
_FIRST_ROW = 0x0020
"""The bit of a table's look by which its first row is set apart."""
_TEMPLATES = frozenset({"", "python-docx", "word document", "user", "admin", "administrator", "microsoft office user"})
"""Titles and authors that programs fill in."""


def read_docx(data: bytes) -> Document:
    """Read a Word file. Raises ConversionError."""
    _refuse_bombs(data)
    import docx
    from docx.table import Table

    file = docx.Document(io.BytesIO(data))
    properties = file.core_properties
    parts = list(_parts(file.element.body, file._body))
    named, author = _filled(properties.title), _filled(properties.author)
    title = named if named is not None and _stands_above(named, parts) else None
    blocks: list[str] = []
    for part in parts:
        if isinstance(part, Table):
            blocks += _table(part)
            continue
        text, style = _text(part._p), (part.style.name if part.style is not None else "") or ""
        if _CONTENTS.match(style):
            continue
        if text and not blocks and (style == "Title" or (title is None and _is_headline(part, text))):
            title = text
        else:
            blocks += [f"{_mark(part, style)}{line}" for line in text.split("\n") if line.strip()]
        blocks += [line for box in _boxes(part) for line in _text(box).split("\n") if line.strip()]
    # Whoever wrote a file is no source, unless that is a body; what a file is named is often left from another one.
    author = author if author is not None and is_body_line(author) else None
    document = document_of(blocks, title=title or _only_heading(blocks), author=author)
    return document if document.title else document_of(blocks, title=named, author=author)


def _stands_above(title: str, parts: Sequence[Paragraph | Table]) -> bool:
    """Whether a title is one of the first lines of a file, or a part of one."""
    from docx.text.paragraph import Paragraph

    lines = [_text(part._p).casefold() for part in parts[:HEAD_MAX] if isinstance(part, Paragraph)]
    return any(clean(title).casefold() in clean(line) for line in lines)


def _parts(element: Element, parent: BlockItemContainer) -> Iterator[Paragraph | Table]:
    """The paragraphs and tables of a part of a file in order; a table of one column is a frame around what it holds."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for child in element:
        if child.tag == f"{_W}p":
            yield Paragraph(child, parent)
        elif child.tag == f"{_W}tbl":
            table = Table(child, parent)
            if len(table.columns) == 1:
                for row in table.rows:
                    for cell in dict.fromkeys(row.cells):
                        yield from _parts(cell._tc, cell)
            else:
                yield table
        elif child.tag in _WRAPPERS:
            yield from _parts(child, parent)


def _only_heading(blocks: Sequence[str]) -> str | None:
    """The only heading of the first rank, if nothing but a few short lines stands above it, and these of no minutes."""
    first = [n for n, block in enumerate(blocks) if block.startswith("# ")]
    above = blocks[: first[0]] if len(first) == 1 else [""] * HEAD_MAX
    if len(above) >= HEAD_MAX or any(len(line) > LINE_MAX for line in above):
        return None
    return None if any(map(is_meeting_line, above)) or any(map(is_minutes_line, above)) else blocks[first[0]][2:]


def _boxes(paragraph: Paragraph) -> list[Element]:
    """The text boxes that are fixed to a paragraph."""
    boxes = paragraph._p.iter(_BOX)
    return [box for box in boxes if not any(each.tag in _LEFT_OUT for each in box.iterancestors())]


def _is_headline(paragraph: Paragraph, text: str) -> bool:
    """Whether a first paragraph of the usual style is set as a headline: bold throughout, short, and no sentence.

    The name of a body stands above minutes, too, whose title is more than that.
    """
    runs = [run for run in paragraph.runs if run.text.strip()]
    return (
        len(text) <= layout.TITLE_MAX
        and "\n" not in text
        and bool(runs)
        and all(run.bold for run in runs)
        and (not layout.stands_above(text) and text[-1:] not in ".:;")
        and not (is_body_line(text) or is_minutes_line(text))
    )


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ConversionError("is no Word file, or a damaged one; open it in Word and save it again") from error
    if "word/document.xml" not in names:
        raise ConversionError("is no Word file; save the text as .docx, .pdf or .txt")
    if size > MAX_UNPACKED:
        raise ConversionError(f"is larger than {MAX_UNPACKED // 1_000_000} MB when unpacked; save its text alone")


def _filled(value: str | None) -> str | None:
    return None if value is None or value.strip().lower() in _TEMPLATES else value


def _mark(paragraph: Paragraph, style: str) -> str:
    """The mark of a heading or of a list item."""
    if style.startswith("Heading "):
        rank = style.removeprefix("Heading ").strip()
        return f"{'#' * min(int(rank), 6)} " if rank.isdigit() and int(rank) > 0 else "## "
    listed = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    return "- " if listed or style.startswith("List ") else ""


def _text(element: Element) -> str:
    """The text of a paragraph with tracked insertions and without deletions, its line breaks as line ends."""
    return "".join(_pieces(element)).strip()


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT or child.tag == _BOX or _is_no_text(child):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)
            if child.tag == f"{_W}p":
                yield "\n"


def _is_no_text(run: Element) -> bool:
    """Whether a run is text that Word shows to nobody, or shows struck out."""
    marks = [run.find(f"{_W}rPr/{_W}{name}") for name in _UNSAID] if run.tag == f"{_W}r" else []
    return any(mark is not None and mark.get(f"{_W}val") not in {"0", "false", "off"} for mark in marks)


def _cell(cell: _Cell) -> str:
    """The text of a cell; the rows of a table inside it stand behind its own."""
    inside = [line for table in cell.tables for line in _table(table)]
    own = [" ".join(_text(paragraph._p).split()) for paragraph in cell.paragraphs] if inside else [_text(cell._tc)]
    return " ".join("; ".join(filter(None, [*own, *inside])).split())


def _table(table: Table) -> list[str]:
    rows = [list(dict.fromkeys(row.cells)) for row in table.rows]  # a merged cell stands for each of its places
    texts = [[_cell(cell) for cell in row] for row in rows]
    labelled = any(row and is_label(row[0]) for row in texts[1:])
    return table_lines(texts, headed=(not labelled and _headed(table, rows)) or None)


def _headed(table: Table, rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the first row that is not of one cell is marked as one of headings, or alone bold or shaded, or is so by
    the style of the table."""
    at = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    if len(rows) < at + 2:
        return False
    return (
        table.rows[at]._tr.find(f"{_W}trPr/{_W}tblHeader") is not None
        or (_bold(rows[at]) and not _bold(rows[at + 1]))
        or (_shaded(rows[at]) and not _shaded(rows[at + 1]))
        or (at == 0 and _first_row_is_set_apart(table))
    )


def _bold(cells: Sequence[_Cell]) -> bool:
    paragraphs = [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text.strip()]
    return bool(paragraphs) and all(
        run.bold or (run.bold is None and paragraph.style is not None and paragraph.style.font.bold)
        for paragraph in paragraphs
        for run in paragraph.runs
        if run.text.strip()
    )


def _shaded(cells: Sequence[_Cell]) -> bool:
    fills = [cell._tc.find(f"{_W}tcPr/{_W}shd") for cell in cells]
    return all(fill is not None and str(fill.get(f"{_W}fill")).lower() not in _PLAIN for fill in fills)


def _first_row_is_set_apart(table: Table) -> bool:
    """Whether the style of a table gives its first row a look of its own, and the table wants that."""
    look = table._tbl.find(f"{_W}tblPr/{_W}tblLook")
    if look is None or table.style is None or table.style.element.find(f"{_W}tblStylePr[@{_W}type='firstRow']") is None:
        return False
    wanted = look.get(f"{_W}firstRow")
    return (
        wanted in {"1", "true", "on"} if wanted is not None else bool(int(look.get(f"{_W}val") or "0", 16) & _FIRST_ROW)
    )
