"""A first row has the headings of a table's columns if the format says so, or its words do; else it is a row as any."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

from facts.incoming.readers.docx import read_docx
from facts.incoming.readers.html import read_html
from facts.incoming.readers.pdf import read_pdf
from facts.tables import table_lines
from incoming.pdf_writing import Sheet, Text, pdf, table

Rows = Sequence[Sequence[str]]

OPENING = "The Ferry Board met in Ostmere on Monday, and agreed on the crews of next year."
CREWS = [["Ferry", "Master"], ["Merle", "Ann Poole"], ["Tern", "Bo Birch"]]
HEADED = ["Ferry: Merle; Master: Ann Poole", "Ferry: Tern; Master: Bo Birch"]
UNHEADED = ["Ferry: Master", "Merle: Ann Poole", "Tern: Bo Birch"]
PAIRS = [["Date", "6 May 2024"], ["Place", "Custom House"], ["Chair", "Ann Poole"]]
PAIRED = ["Date: 6 May 2024", "Place: Custom House", "Chair: Ann Poole"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ferry", "Berths", "Crew"], ["Merle", "120", "9"], ["Tern", "80", "7"]],
        [["Name", "Role", "Port"], ["Ann Poole", "Master", "Ostmere"], ["Bo Birch", "Mate", "Lunn"]],
        [["Ferry", "Master", "Mate"], ["Merle", "Ann Poole", "Di Eck"], ["Tern", "Bo Birch", "Ed Fox"]],
        [["Fares", "2023", "2024"], ["Merle", "1900", "2100"], ["Tern", "900", "950"]],
        [["", "Outward", "Return"], ["Merle", "early", "late"], ["Tern", "late", "early"]],
    ],
)
def test_words_tell_that_a_first_row_has_headings(rows: Rows) -> None:
    head, *below = rows
    assert table_lines(rows) == [
        "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(head, row, strict=True)) for row in below
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ann Poole", "Master", "Ostmere"], ["Bo Birch", "Mate", "Lunn"], ["Cy Dent", "Cook", "Lunn"]],
        [["Merle", "120", "9 hands"], ["Tern", "80", "7 hands"], ["Gull", "60", "5 hands"]],
        [["Ann Poole", "Member", "Ostmere Office"], ["Bo Birch", "Member", "Lunn"]],
        [["Merle", "Master", "Lunn"], ["Tern", "Mate", "Lunn"]],
        [["6 May", "Ostmere", "fog"], ["7 May", "Lunn", "12 knots"], ["8 May", "Lunn", "9 knots"]],
    ],
)
def test_a_table_without_headings_is_given_row_by_row(rows: Rows) -> None:
    assert table_lines(rows) == list(map("; ".join, rows))


def test_labels_and_values_in_four_columns_are_pairs() -> None:
    rows = [["Chair", "Ann Poole", "Clerk", "Bo Birch"], ["Date", "6 May 2024", "Time", "18:00"]]
    assert table_lines(rows) == ["Chair: Ann Poole; Clerk: Bo Birch", "Date: 6 May 2024; Time: 18:00"]


def marked(made: Table) -> None:
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def bold(made: Table) -> None:
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True


def bold_style(made: Table) -> None:
    for cell in made.rows[0].cells:
        cell.paragraphs[0].style = "Heading 3"


def shaded(made: Table) -> None:
    for cell in made.rows[0].cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "D9D9D9")
        cell._tc.get_or_add_tcPr().append(shade)


def styled(made: Table) -> None:
    made.style = "Light List Accent 1"


def plain(made: Table) -> None:
    made.style = "Table Grid"


def shaded_throughout(made: Table) -> None:
    for row in made.rows:
        for cell in row.cells:
            shade = OxmlElement("w:shd")
            shade.set(qn("w:fill"), "D9D9D9")
            cell._tc.get_or_add_tcPr().append(shade)


def of_word(rows: Rows, look: Callable[[Table], None], caption: str = "") -> list[str]:
    file = docx.Document()
    file.add_paragraph(OPENING)
    made = file.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    look(made)
    if caption:
        made.add_row()
        made.rows[0]._tr.addprevious(made.rows[-1]._tr)
        made.cell(0, 0).merge(made.cell(0, len(rows[0]) - 1)).text = caption
    written = io.BytesIO()
    file.save(written)
    return read_docx(written.getvalue()).text.split("\n\n")[1:]


@pytest.mark.parametrize("look", [marked, bold, bold_style, shaded, styled])
def test_the_look_of_a_first_row_in_word_tells_that_it_has_headings(look: Callable[[Table], None]) -> None:
    assert of_word(CREWS, look) == HEADED
    assert of_word(PAIRS, look) == PAIRED


@pytest.mark.parametrize("look", [plain, shaded_throughout])
def test_a_first_row_that_looks_as_the_others_do_is_one_of_them(look: Callable[[Table], None]) -> None:
    assert of_word(CREWS, look) == UNHEADED


def test_what_spans_the_row_above_the_headings_is_none_of_them() -> None:
    assert of_word(CREWS, bold, "Crews of the year") == ["Crews of the year", *HEADED]


@pytest.mark.parametrize(
    ("begin", "lines"),
    [
        ("<tr><td><b>Ferry</b></td><td><strong>Master</strong></td></tr>", HEADED),
        ("<thead><tr><td>Ferry</td><td>Master</td></tr></thead>", HEADED),
        ("<tr><th>Ferry</th><th>Master</th></tr>", HEADED),
        ("<tr><td>Ferry</td><td>Master</td></tr>", UNHEADED),
        ("<tr><td><b>Ferry</b></td><td>Master</td></tr>", UNHEADED),
    ],
)
def test_the_look_of_a_first_row_on_a_page_tells_whether_it_has_headings(begin: str, lines: list[str]) -> None:
    rows = "".join(f"<tr><td>{ferry}</td><td>{master}</td></tr>" for ferry, master in CREWS[1:])
    page = f"<html><body><article><h1>Crews</h1><p>{OPENING}</p><table>{begin}{rows}</table><p>{OPENING} Again.</p>"
    assert read_html(f"{page}</article></body></html>".encode()).text.split("\n\n")[1:-1] == lines


@pytest.mark.parametrize(("is_bold", "lines"), [(True, HEADED), (False, UNHEADED)])
def test_a_first_row_of_a_pdf_that_alone_is_bold_has_headings(is_bold: bool, lines: list[str]) -> None:
    drawn = table(CREWS, 700, bold=is_bold)
    sheet = Sheet([Text(OPENING, 60, 760), *drawn.texts], drawn.rules)
    assert read_pdf(pdf([sheet])).text.split("\n\n")[1:] == lines
