"""Word files (.docx): paragraphs with their styles, tables, and the properties that somebody filled in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from facts.articles import layout
from facts.incoming.document import ConversionError, Document, document_of
from facts.incoming.headings import is_label
from facts.incoming.tables import table_lines

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

MAX_UNPACKED = 50_000_000
"""Largest size, in bytes, that the parts of a file may have together when they are unpacked."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What is no part of the text: deletions that are tracked, and second forms of drawings."""
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
    title = _filled(properties.title)
    blocks: list[str] = []
    for part in file.iter_inner_content():
        if isinstance(part, Table):
            blocks += _table(part)
        elif text := _text(part):
            style = (part.style.name if part.style is not None else "") or ""
            if not blocks and (style == "Title" or (title is None and _is_headline(part, text))):
                title = text
            else:
                blocks += [f"{_mark(part, style)}{line}" for line in text.split("\n") if line.strip()]
    return document_of(blocks, title=title, author=_filled(properties.author))


def _is_headline(paragraph: Paragraph, text: str) -> bool:
    """Whether a first paragraph of the usual style is set as a headline: bold throughout, short, and no sentence."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return (
        len(text) <= layout.TITLE_MAX
        and "\n" not in text
        and bool(runs)
        and all(run.bold for run in runs)
        and (not layout.stands_above(text) and text[-1:] not in ".:;")
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


def _text(paragraph: Paragraph) -> str:
    """The text of a paragraph with tracked insertions and without deletions, its line breaks as line ends."""
    return "".join(_pieces(paragraph._p)).strip()


def _pieces(element: object) -> Iterator[str]:
    for child in element:  # type: ignore[attr-defined]
        if child.tag in _LEFT_OUT:
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


def _table(table: Table) -> list[str]:
    rows = [list(dict.fromkeys(row.cells)) for row in table.rows]  # a merged cell stands for each of its places
    texts = [[" ".join("".join(_pieces(cell._tc)).split()) for cell in row] for row in rows]
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
