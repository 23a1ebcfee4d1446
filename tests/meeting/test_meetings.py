"""Which meeting an article is about."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.meeting import find_meeting, label
from facts.meeting import names as naming
from facts.meeting.titles import titled_meeting
from facts.model import Article, Meeting
from facts.parse.acronyms import acronyms
from facts.parse.parser import Parser
from facts.parse.sentences import read_sentences


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def article(text: str, date: datetime.date | None = None, title: str | None = None) -> Article:
    spans, start = [], 0
    for part in text.split("\n"):
        if part.strip():
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return Article("a", date, None, title, None, "a.txt", "", text, tuple(spans))


def meeting_in(
    parser: Parser, text: str, date: datetime.date | None = None, title: str | None = None
) -> Meeting | None:
    parsed = next(parser.parse([article(text, date, title)]))
    return find_meeting(parsed, read_sentences(parsed), tuple(acronyms(text))).meeting


def test_two_reports_of_one_meeting_agree_on_series_and_date(parser: Parser) -> None:
    readout = meeting_in(
        parser,
        "On 3 March 2022, the ministers met in Riga for the second meeting of the Amber Coast Council (ACC).",
        datetime.date(2022, 3, 4),
    )
    wire = meeting_in(
        parser,
        "The Amber Coast Council (ACC) met in Riga on Thursday for the second time, and agreed to count its seals.",
        datetime.date(2022, 3, 5),
    )
    assert readout is not None
    assert wire is not None
    assert (readout.series, readout.date, readout.place, readout.number) == (
        wire.series,
        wire.date,
        wire.place,
        wire.number,
    )


@pytest.mark.parametrize(
    ("meeting", "called"),
    [
        (Meeting("Harrowmere Town Council", series="x"), "the Harrowmere Town Council meeting"),
        (Meeting("Amber Coast Council", ("ACC",), series="x"), "the Amber Coast Council meeting"),
        (
            Meeting("Amber Coast Council", ("ACC",), format="video conference", series="x"),
            "the Amber Coast Council video conference",
        ),
        (Meeting("third Ports Summit", ("summit",), series="x", number=3), "the third Ports Summit"),
        (
            Meeting("Supreme Court of Norland", series="Supreme Court of Norland"),
            "the Supreme Court of Norland sitting",
        ),
        (Meeting("Parliament of Norland", series="Parliament of Norland"), "the Parliament of Norland session"),
        (Meeting("Iceland’s parliament", series="Iceland’s parliament"), "Iceland’s parliament session"),
        (Meeting("National Assembly", series="National Assembly"), "the National Assembly session"),
        (Meeting("Wheat prices fall again"), None),
        (None, None),
    ],
)
def test_what_the_meeting_is_called_has_a_meeting_noun_and_a_capital(
    meeting: Meeting | None, called: str | None
) -> None:
    assert label(meeting) == called


NAMES = st.sampled_from(
    ["Amber Coast Council", "National Climate Task Force meeting", "Ports Summit", "Mekong Rescue Meeting"]
)


@given(NAMES, st.sampled_from(["", "fifth ", "23rd ", "inaugural ", "twenty-first ", "virtual ", "2021 "]))
def test_a_series_does_not_depend_on_the_ordinal(name: str, ordinal: str) -> None:
    assert naming.series(ordinal + name) == naming.series(name)


@given(st.text(max_size=80))
def test_any_title_is_read_without_error(title: str) -> None:
    found = titled_meeting(title)
    assert found is None or found.name.strip()
    assert found is None or naming.series(found.name) is None or naming.series(found.name)


WORDS = (
    "The the its ’s meeting Meeting summit of on in for Council Monetary Board (MB) , . 5th first talks between Lima "
    "Friday 3 May 2020 met will convened Minutes Task Force U.S. – today two-day by video Dr. Cruz ministers plenary"
).split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.none() | st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join),
)
def test_any_words_are_read_without_error(parser: Parser, text: str, title: str | None) -> None:
    meeting = meeting_in(parser, text, datetime.date(2020, 5, 4), title)
    assert meeting is None or meeting.name.strip()
    assert meeting is None or meeting.series is None or not meeting.name.startswith(("the ", "The "))
    called = label(meeting)
    assert called is None or called.startswith("the ") or re.match(r"[\w-]+[’']s ", called)


MINUTED = "Chair: Ann Lee\nPresent: Bo Ek, Cy Day\nThe council approved the accounts of the year."


@pytest.mark.parametrize("title", ["Minutes of the Lunn Parish Council", "Lunn Parish Council"])
@pytest.mark.parametrize("gap", ["\n", "; "])
def test_the_lines_above_minutes_say_when_and_where_the_meeting_was(parser: Parser, title: str, gap: str) -> None:
    text = gap.join(["Date: 12 March 2025", "Venue: Mill Hall, Lunn (and by video)", MINUTED])
    meeting = meeting_in(parser, text, datetime.date(2025, 3, 20), title)
    assert meeting is not None
    assert (meeting.name, meeting.date, meeting.place) == ("Lunn Parish Council", "2025-03-12", "Mill Hall, Lunn")


@pytest.mark.parametrize("venue", ["Zoom", "Microsoft Teams", "to be confirmed", "online"])
def test_what_is_no_venue_is_no_place(parser: Parser, venue: str) -> None:
    meeting = meeting_in(parser, f"Held on: 12 March 2025\nPlace: {venue}\n{MINUTED}", None, "Lunn Parish Council")
    assert meeting is not None
    assert (meeting.date, meeting.place) == ("2025-03-12", None)


def test_the_day_above_a_report_is_not_its_meetings(parser: Parser) -> None:
    text = "Date: 14 March 2025\nThe Lunn Parish Council met on 12 March 2025 in Varda and approved the accounts."
    meeting = meeting_in(parser, text, datetime.date(2025, 3, 14), "Council approves accounts")
    assert meeting is not None
    assert (meeting.date, meeting.place) == ("2025-03-12", "Varda")


@pytest.mark.parametrize("title", ["Ann", "Minutes", "Annual meeting", None])
def test_no_meeting_is_called_by_a_heading_that_names_none(parser: Parser, title: str | None) -> None:
    meeting = meeting_in(parser, "Date: 12 March 2025\nPresent: Bo Ek, Cy Day\nThe lane is closed.", None, title)
    assert meeting is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lunn Parish Council: minutes of the meeting of 3 June 2024", "Lunn Parish Council meeting"),
        ("Lunn Harbour Board minutes, 3 June 2024", "Lunn Harbour Board"),
        ("Lunn Harbour Board – minutes – 3 June 2024", "Lunn Harbour Board"),
        ("Minutes of the Lunn Harbour Board, 3 June 2024, 7 pm", "Lunn Harbour Board"),
        ("Lunn Harbour Board meeting, 3 June 2024", "Lunn Harbour Board meeting"),
        ("Lunn Harbour Board meets on 3 June 2024", None),
    ],
)
def test_a_title_of_minutes_tells_the_day_of_their_meeting(parser: Parser, title: str, name: str | None) -> None:
    meeting = meeting_in(parser, "The lane is closed for the fair.", None, title)
    assert (meeting and (meeting.name, meeting.date)) == (name and (name, "2024-06-03"))


def test_the_body_that_the_text_names_met_on_the_day_of_the_minutes(parser: Parser) -> None:
    text = "The Lunn Harbour Board approved the accounts. A report on the flood of 1 May 2024 was taken as read."
    meeting = meeting_in(parser, text, datetime.date(2024, 6, 9), "Board minutes, 3 June 2024")
    assert meeting is not None
    assert (meeting.name, meeting.date) == ("Lunn Harbour Board", "2024-06-03")
    other = meeting_in(parser, text, datetime.date(2024, 6, 9), "Board minutes on the flood of 1 May 2024")
    assert other is None or other.date is None


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Finance Ministers of the Amber Coast", "Finance Ministers of the Amber Coast"),
        ("finance ministers of the Amber Coast", "finance ministers of the Amber Coast"),
        (
            "Finance Ministers and Central Bank Governors of the Amber Coast",
            "Finance Ministers and Central Bank Governors of the Amber Coast",
        ),
        ("Lagoon Forum ministers", "Lagoon Forum"),
    ],
)
def test_a_meeting_is_of_those_who_speak_in_its_communique(parser: Parser, who: str, name: str) -> None:
    text = f"We, the {who}, met in Lisk on 5 November 2024. We agreed to cut tariffs on salt."
    meeting = meeting_in(parser, text, datetime.date(2024, 11, 6), "Communiqué")
    assert meeting is not None
    assert (meeting.name, meeting.date, meeting.place) == (name, "2024-11-05", "Lisk")


@pytest.mark.parametrize(
    "opening",
    [
        "We, the Finance Ministers of the Amber Coast, are worried about the tides.",
        "We, the ministers, met in Lisk on 5 November 2024.",
        "We, the people of Norland, met hardship in 2020.",
        "We, the Finance Ministers of the Amber Coast, will meet in Lisk on 5 December 2024.",
    ],
)
def test_who_speak_have_no_meeting_if_they_tell_of_none(parser: Parser, opening: str) -> None:
    text = f"{opening} We ask our neighbours for help."
    assert meeting_in(parser, text, datetime.date(2024, 11, 6), "Communiqué") is None
