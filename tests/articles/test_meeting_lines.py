"""The lines above minutes date the text and stay in it; "Date:" alone is when a text was written."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from facts.articles import read_text
from facts.articles.meeting_lines import meeting_lines
from facts.compile.compiler import compile_articles
from facts.incoming.document import document_of, document_of_text
from facts.incoming.shelf import name_of
from facts.label_marks import labels_as_lines
from facts.pages.base import load

DAY = datetime.date(2025, 3, 12)
BODY = "The Lunn Parish Council approved the accounts, and it agreed to close the lane for the fair."


@pytest.mark.parametrize("label", ["Date", "Meeting date", "Date of meeting", "Date of the meeting", "Held on"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_day_of_minutes_is_read_and_its_line_stays(label: str, gap: str) -> None:
    lines = [f"{label}: Wednesday 12 March 2025", "Venue: Mill Hall", "Present: Ann Lee, Bo Ek"]
    reading = read_text(f"Minutes of the Lunn Parish Council\n\n{gap.join(lines)}\n\n{BODY}\n")
    assert reading.date == DAY
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [*lines, BODY]


def test_the_day_of_a_documents_minutes_stays_for_their_meeting() -> None:
    blocks = ["Date: 12 March 2025", "Location: Mill Hall", "Attendees: Ann Lee, Bo Ek", BODY]
    document = document_of(blocks, title="Lunn Parish Council")
    assert document.date == DAY
    assert document.text.startswith("Date: 12 March 2025\n\nLocation: Mill Hall\n\nAttendees: ")


def test_the_day_of_a_text_that_tells_nothing_else_of_a_meeting_is_taken_off_it() -> None:
    reading = read_text(f"Parish council approves accounts\n\nDate: 12 March 2025\n\n{BODY}\n")
    assert reading.date == DAY
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [BODY]
    text = f"Date: 12 March 2025\n\n{BODY}"
    assert meeting_lines(text, [(0, 19), (21, len(text))]) == {}


def test_the_day_of_the_next_meeting_dates_no_text() -> None:
    assert read_text(f"Present: Ann Lee, Bo Ek\n\n{BODY}\n\nDate of next meeting: 12 May 2025\n").date is None


@pytest.mark.parametrize(
    "title",
    [
        "Lunn Parish Council: minutes of the meeting of 12 March 2025",
        "Lunn Parish Council: draft minutes of its meeting held on Wednesday 12 March 2025",
        "Minutes of the Lunn Parish Council, 12 March 2025, 7 pm",
        "Board minutes, 12 March 2025",
        "Lunn Harbour Board – minutes – 12 March 2025",
        "Lunn Harbour Board minutes (12 March 2025)",
        "Lunn Harbour Board meeting notes, 12 March 2025",
        "Call notes - Kelp TSC - 2025-03-12",
        "Kelp TSC meeting 2025-03-12",
    ],
)
def test_a_title_of_minutes_dates_them(title: str) -> None:
    reading = read_text(f"{title}\n\n{BODY}\n")
    assert (reading.title, reading.date) == (title, DAY)
    assert document_of([BODY], title=title).date == DAY
    assert read_text(f'---\ntitle: "{title}"\n---\n\n{BODY}\n').date == DAY


@pytest.mark.parametrize(
    "title",
    [
        "Lunn Parish Council: report on the flood of 12 March 2025",
        "Board minutes on the flood of 12 March 2025",
        "Approval of the minutes of 12 March 2025",
        "Council approves minutes of 12 March 2025",
        "Minutes of the first meeting since 12 March 2025",
        "Harbour reopens 12 March 2025",
    ],
)
def test_a_title_that_names_another_things_day_dates_no_text(title: str) -> None:
    assert read_text(f"{title}\n\n{BODY}\n").date is None


ABOVE = ["Date: 12 March 2025", "Venue: Mill Hall", "Present: Ann Lee, Bo Ek"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Lunn Parish Council", "Lunn Parish Council"),
        ("# Lunn Parish Council", "Lunn Parish Council"),
        ("Minutes of the Lunn Parish Council", "Minutes of the Lunn Parish Council"),
        ("Lunn Parish Council\nMinutes of the annual meeting", "Lunn Parish Council: Minutes of the annual meeting"),
        ("Lunn Parish Council\n\nMinutes of the annual meeting", "Lunn Parish Council: Minutes of the annual meeting"),
    ],
)
def test_the_title_may_stand_below_the_lines_about_the_meeting(line: str, title: str, gap: str) -> None:
    text = f"{gap.join(ABOVE)}\n\n{line}\n\n{BODY}\n"
    reading = read_text(text)
    assert (reading.title, reading.date) == (title, DAY)
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [*ABOVE, BODY]
    assert name_of(document_of_text(text)).startswith("2025-03-12-")


@pytest.mark.parametrize("line", ["Agenda", "Apologies", "Apologies for absence", "Matters arising", "Welcome"])
def test_a_heading_of_a_part_of_minutes_is_not_their_title(line: str) -> None:
    text = "\n".join([*ABOVE, "", line, "", BODY])
    reading = read_text(text)
    assert reading.title is None
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [*ABOVE, line, BODY]


def test_a_file_without_a_title_is_not_named_by_when_and_where_it_was() -> None:
    assert name_of(document_of_text("\n".join([*ABOVE, "", BODY]))).startswith("2025-03-12-the-lunn-parish-council")


def test_a_body_above_whose_minutes_it_is_makes_one_title() -> None:
    reading = read_text(f"Lunn Parish Council\nMinutes of the meeting held on 12 March 2025\n\n{BODY}\n")
    assert reading.title == "Lunn Parish Council: Minutes of the meeting held on 12 March 2025"
    assert reading.date == DAY
    assert read_text(f"Lunn Parish Council\nmet on 12 March 2025\n\n{BODY}\n").title is None


SET_OFF = {
    "bullets": "- Date: 12 March 2025\n- Venue: Mill Hall\n- Present: Ann Lee, Bo Ek",
    "bold": "**Date:** 12 March 2025\n**Venue**: Mill Hall\n**Present** Ann Lee, Bo Ek",
    "dashes": "* Date – 12 March 2025\n* Venue – Mill Hall\n* Present – Ann Lee, Bo Ek",
    "rows": "| **Date** | 12 March 2025 |\n|---|---|\n| Venue | Mill Hall |\n| Present | Ann Lee, Bo Ek |",
    "one line": "Date: 12 March 2025    Venue: Mill Hall\nPresent: Ann Lee, Bo Ek",
    "headed rows": "| | |\n|---|---|\n| Date: | 12 March 2025 |\n| Venue: | Mill Hall |\n| Present: | Ann Lee, Bo Ek |",
}


@pytest.mark.parametrize("marks", SET_OFF)
def test_labels_are_lines_however_they_are_set_off(marks: str) -> None:
    reading = read_text(f"# Minutes of the Lunn Parish Council\n\n{SET_OFF[marks]}\n\n{BODY}\n")
    lines = ["Date: 12 March 2025", "Venue: Mill Hall", "Present: Ann Lee, Bo Ek"]
    assert reading.date == DAY
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [*lines, BODY]


@pytest.mark.parametrize(
    "lines",
    [
        "- Chair - Ann Lee\n- Clerk - Bo Ek",  # officers
        "| Item | Cost |\n|---|---|\n| Boats | 9 crowns |",
        "- Bridge: the council agreed to mend it.\n- Date: to be told.",
        f"{BODY}\n\n" * 13 + "- Date: 1 April 2025\n- Venue: Mill Hall",  # of the next meeting, at the end
    ],
)
def test_other_items_and_rows_stay_as_they_are(lines: str) -> None:
    assert labels_as_lines(lines) == lines


def test_a_page_of_labels_in_a_table_can_be_read_again(tmp_path: Path) -> None:
    article, page = tmp_path / "seeds" / "council.md", tmp_path / "base" / "council.yaml"
    article.parent.mkdir()
    article.write_text(f"---\ntitle: Council\n---\n\n{SET_OFF['rows']}\n\n{BODY}\n", encoding="utf-8")
    assert [outcome.status for outcome in compile_articles([article], page.parent)] == ["compiled"]
    assert "Present: Ann Lee, Bo Ek" in [sentence.text for sentence in load(page.parent)[0].sentences]
