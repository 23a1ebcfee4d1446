"""One invented report in Word files of several builds: headline, day, source and text are the same in each."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from facts.articles import read_text
from facts.incoming.document import Document, render
from facts.incoming.readers.docx import read_docx

DAY = datetime.date(2024, 10, 3)
TITLE, SOURCE = "Ostmere board and its pilots agree on dues", "Ministry of Ports"
PARAGRAPHS = [
    "The Ostmere Harbour Board and the pilots’ guild agreed on Tuesday on the dues of the coming year.",
    "## Those attending",
    "- Jo Rask (chair)",
    "- Ann Poole (treasurer)",
    "The next meeting is on 6 June.",
]


def filled(file: WordFile) -> WordFile:
    """A file with the report's text behind what it holds."""
    file.add_paragraph(PARAGRAPHS[0])
    file.add_heading(PARAGRAPHS[1][3:], 2)
    for item in PARAGRAPHS[2:4]:
        file.add_paragraph(item[2:], style="List Bullet")
    file.add_paragraph(PARAGRAPHS[4])
    return file


def title_and_day() -> WordFile:
    file = docx.Document()
    file.add_heading(TITLE, 0)
    file.add_paragraph("Published: 3 October 2024\nSource: Ministry of Ports")
    return file


def bold_line() -> WordFile:
    file = docx.Document()
    file.add_paragraph().add_run(TITLE).bold = True
    file.add_paragraph("Source: Ministry of Ports")
    file.add_paragraph("Thursday, October 3, 2024")
    return file


def letterhead() -> WordFile:
    file = docx.Document()
    file.core_properties.title = TITLE
    file.core_properties.author = SOURCE
    file.sections[0].header.paragraphs[0].text = "Harbour Street 1"
    file.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    file.add_paragraph("PRESS RELEASE")
    file.add_paragraph("3 October 2024")
    file.add_heading(TITLE, 1)
    return file


def table_of_details() -> WordFile:
    file = docx.Document()
    file.core_properties.title = "Template for reports"
    table = file.add_table(3, 2)
    for row, (name, value) in zip(
        table.rows, (("Title", TITLE), ("Date", "3 October 2024"), ("Source", SOURCE)), strict=True
    ):
        row.cells[0].text, row.cells[1].text = name, value
    return file


def labelled_lines() -> WordFile:
    file = docx.Document()
    for line in (f"Title: {TITLE}", "Date: 3 October 2024", f"Source: {SOURCE}"):
        file.add_paragraph(line)
    return file


@pytest.mark.parametrize("build", [title_and_day, bold_line, letterhead, table_of_details, labelled_lines])
def test_headline_day_source_and_text_are_found_in_a_file_of_any_build(build: Callable[[], WordFile]) -> None:
    packed = io.BytesIO()
    filled(build()).save(packed)
    document = read_docx(packed.getvalue())
    assert (document.title, document.date, document.source) == (TITLE, DAY, SOURCE)
    reading = read_text(render(document, DAY))
    assert [reading.text[start:end] for start, end in reading.paragraphs] == PARAGRAPHS


def converted(file: WordFile) -> Document:
    packed = io.BytesIO()
    file.save(packed)
    return read_docx(packed.getvalue())


def xml(inside: str) -> BaseOxmlElement:
    spaces = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return parse_xml(inside.replace(">", f" {spaces}>", 1))


def test_a_letterhead_names_the_source_and_an_embargo_the_day() -> None:
    file = docx.Document()
    file.core_properties.author = "Jo Rask"
    for line in ("Ostmere Harbour Board", "Press release 12/2024", "Embargoed until 09:00, 3 October 2024"):
        file.add_paragraph(line)
    file.add_heading(TITLE, 1)
    document = converted(filled(file))
    assert (document.title, document.date, document.source) == (TITLE, DAY, "Ostmere Harbour Board")
    assert document.text.startswith(PARAGRAPHS[0])


def test_the_first_of_several_headings_is_no_headline() -> None:
    file = docx.Document()
    file.add_paragraph("The board met on 3 October 2024 in the Custom House.")
    file.add_heading("Dues", 1)
    file.add_paragraph(PARAGRAPHS[0])
    file.add_heading("Pilots", 1)
    assert converted(filled(file)).title != "Dues"


def test_the_name_of_a_body_in_bold_and_the_line_below_it_are_the_title_of_minutes() -> None:
    file = docx.Document()
    file.core_properties.author = "Penny Cole"
    for line in ("LOWICK PARISH COUNCIL", "Minutes of the meeting held on Tuesday 14 May 2024 in the Village Hall"):
        file.add_paragraph().add_run(line).bold = True
    file.add_paragraph("Present: Ruth Amery (Chair), Tom Birks")
    document = converted(filled(file))
    assert document.title == (
        "LOWICK PARISH COUNCIL: Minutes of the meeting held on Tuesday 14 May 2024 in the Village Hall"
    )
    assert (document.date, document.source) == (datetime.date(2024, 5, 14), "LOWICK PARISH COUNCIL")


def test_a_file_whose_text_has_a_title_is_not_titled_by_what_it_is_named_and_its_author_is_no_source() -> None:
    for lines, title in (
        (["MINUTES", "Lock Committee, 3rd meeting", "Friday 3 May 2024, 10:00"], "Lock Committee, 3rd meeting: "),
        ([TITLE, "3 May 2024"], TITLE),
    ):
        file = docx.Document()
        file.core_properties.title, file.core_properties.author = "Template for letters", "J. Rask"
        for line in lines:
            file.add_paragraph(line)
        document = converted(filled(file))
        assert (document.title or "").startswith(title)
        assert (document.date, document.source) == (datetime.date(2024, 5, 3), None)


def test_a_file_is_titled_by_what_it_is_named_where_its_text_has_no_title_or_that_one() -> None:
    file = docx.Document()
    file.core_properties.title = TITLE
    assert converted(filled(file)).title == TITLE
    file = docx.Document()
    file.core_properties.title = TITLE
    for line in ("PRESS RELEASE", "3 October 2024", TITLE):
        file.add_paragraph(line)
    document = converted(filled(file))
    assert (document.title, document.date, document.text[:20]) == (TITLE, DAY, PARAGRAPHS[0][:20])


def test_what_stands_in_a_field_of_a_form_or_a_tracked_insertion_is_text() -> None:
    file = filled(docx.Document())
    for tag in ("sdt", "ins"):
        inside = f"<w:p><w:r><w:t>Told in {tag}.</w:t></w:r></w:p>"
        held = f"<w:sdtContent>{inside}</w:sdtContent>" if tag == "sdt" else inside
        file.element.body.insert(len(file.element.body) - 1, xml(f"<w:{tag}>{held}</w:{tag}>"))
    assert converted(file).text.split("\n\n")[-2:] == ["Told in sdt.", "Told in ins."]


def test_a_text_box_is_a_paragraph_of_its_own_once_and_hidden_text_is_none() -> None:
    file = filled(docx.Document())
    paragraph = file.add_paragraph("The clerk orders")
    box = "<w:txbxContent><w:p><w:r><w:t>Next meeting: 11 June 2024</w:t></w:r></w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    paragraph._p.append(xml(f"<w:r>{both}</w:r>"))
    paragraph.add_run(" the swings.")
    file.add_paragraph().add_run("Internal: do not send.").font.hidden = True
    assert converted(file).text.split("\n\n")[-2:] == ["The clerk orders the swings.", "Next meeting: 11 June 2024"]


def test_what_is_struck_out_in_a_file_is_none_of_its_text() -> None:
    file = filled(docx.Document())
    paragraph = file.add_paragraph("The fair is on ")
    paragraph.add_run("3 July ").font.strike = True
    paragraph.add_run("4 July ").font.double_strike = True
    paragraph.add_run("10 July.").font.strike = False
    assert converted(file).text.split("\n\n")[-1] == "The fair is on 10 July."


def test_a_table_in_a_cell_is_given_row_by_row_and_one_of_one_column_is_a_frame() -> None:
    file = filled(docx.Document())
    frame = file.add_table(1, 1).cell(0, 0)
    frame.paragraphs[0].text = "The gate is mended in June."
    frame.add_paragraph("It was asked for in May.")
    table = file.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Action", "Who"), strict=True):
        cell.text = text
    table.cell(1, 0).text = "Mend the gate"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "lead", "Idris Vane"
    assert converted(file).text.split("\n\n")[-3:] == [
        "The gate is mended in June.",
        "It was asked for in May.",
        "Action: Mend the gate; Who: lead: Idris Vane",
    ]
