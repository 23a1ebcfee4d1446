"""One invented report in Word files of several builds: headline, day, source and text are the same in each."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile

from facts.articles import read_text
from facts.incoming.document import render
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
