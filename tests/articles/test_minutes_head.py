"""Lines without labels above minutes give title and day; a headline above a day stays what it is."""

from __future__ import annotations

import datetime

import pytest

from facts.articles import read_text

BODY = "The minutes of the last meeting were approved. It was agreed to close the lane for the fair."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["TARN TRUST", "MINUTES OF THE BOARD", "Friday, 3 May 2024, 6:00 p.m."],
            "Tarn Trust: Minutes of the Board, 3 May 2024",
        ),
        (
            ["College of Tarn", "Faculty Senate Minutes", "May 3, 2024"],
            "College of Tarn: Faculty Senate Minutes, May 3, 2024",
        ),
        (["Security Council", "914th meeting", "3 May 2024, 10 a.m."], "Security Council: 914th meeting, 3 May 2024"),
        (["Agenda – Ports Committee", "Friday 3 May 2024, 14:00, Mill Hall"], "Agenda – Ports Committee, 3 May 2024"),
        (["# Meeting Minutes", "Lunn Foundation", "2024-05-03"], "Lunn Foundation: Minutes, 2024-05-03"),
    ],
)
def test_lines_above_minutes_are_their_title_and_day(lines: list[str], title: str, gap: str) -> None:
    reading = read_text(f"{gap.join(lines)}\n\n{BODY}\n")
    assert (reading.title, reading.date) == (title, datetime.date(2024, 5, 3))
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [BODY]


def test_what_stands_below_the_day_stays() -> None:
    reading = read_text(f"Tarn Trust\nMinutes of the Board\n3 May 2024\nMill Hall, Lunn\n\n{BODY}\n")
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == ["Mill Hall, Lunn", BODY]


@pytest.mark.parametrize(
    "headline",
    [
        "Ports Board Meeting Draws a Crowd",
        "Town Council Holds Long Meeting",
        "Council Minutes Reveal Feud",
        "Hearing Draws Crowd to Tarn Council",
        "Tarn Trust names head",
    ],
)
def test_a_headline_above_a_day_is_no_such_title(headline: str) -> None:
    reading = read_text(f"{headline}\n\nMay 3, 2024\n\n{BODY}\n")
    assert (reading.title, reading.date) == (headline, datetime.date(2024, 5, 3))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_notes_whatever_they_are_called_have_the_day_with_an_hour_below_their_first_line(gap: str) -> None:
    lines = ["Pilot call harbour data - rough notes", "3 May 2024, 10:00-11:15 CET, Teams"]
    reading = read_text(f"{gap.join(lines)}\n\n{BODY}\n")
    assert (reading.title, reading.date) == (f"{lines[0]}, 3 May 2024", datetime.date(2024, 5, 3))
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [BODY]


def test_a_day_in_the_running_text_below_a_headline_dates_no_notes() -> None:
    reading = read_text(f"Council talks about its notes\n\n3 May 2024 was a long day.\n\n{BODY}\n")
    assert reading.date is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["Brant Town Council", "Minutes of the meeting held on 3 May 2024"],
            "Brant Town Council: Minutes of the meeting held on 3 May 2024",
        ),
        (["Brant School Board", "Minutes, 3 May 2024"], "Brant School Board: Minutes, 3 May 2024"),
        (["# Brant School Board", "**Board minutes, 3 May 2024**"], "Brant School Board: Board minutes, 3 May 2024"),
        (
            ["# Brant Council", "Minutes of the Council, 3 May 2024"],
            "Brant Council: Minutes of the Council, 3 May 2024",
        ),
        (["BOARD MINUTES, 3 MAY 2024"], "BOARD MINUTES, 3 MAY 2024"),
    ],
)
def test_the_head_of_minutes_ends_where_their_labels_begin(lines: list[str], title: str, gap: str) -> None:
    labels = ["Present: Una Holt (chair), Bo Ek", "Apologies: Cy Day"]
    reading = read_text(f"{gap.join(lines)}{gap}{labels[0]}\n{labels[1]}\n\n{BODY}\n")
    assert (reading.title, reading.date) == (title, datetime.date(2024, 5, 3))
    assert [reading.text[slice(*span)] for span in reading.paragraphs][-3:] == [*labels, BODY]


def test_prose_above_a_label_is_no_head_of_minutes() -> None:
    prose = "The Brant Town Council minutes were read aloud\nPresent: nobody who had been there\nin the year before."
    reading = read_text(f"{prose}\n\n{BODY}\n")
    assert reading.title is None
    assert [reading.text[slice(*span)] for span in reading.paragraphs] == [prose, BODY]
