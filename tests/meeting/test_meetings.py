"""Which meeting an article is about."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.meeting import find_meeting, label
from facts.meeting import names as naming
from facts.meeting.titles import titled_meeting
from facts.model import Article, Meeting
from facts.parse.acronyms import acronyms
from facts.parse.parser import Parser
from facts.parse.sentences import read_sentences

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parents[1] / "corpus" / "meetings.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


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


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.get("name", case["text"][:40])))
def test_the_meeting_is_what_an_editor_would_put(parser: Parser, case: dict[str, Any]) -> None:
    meeting = meeting_in(parser, case["text"].strip(), case.get("date"), case.get("title"))
    if case.get("none"):
        assert meeting is None
        return
    assert meeting is not None
    found = {
        "name": meeting.name,
        "when": meeting.date,
        "place": meeting.place,
        "format": meeting.format,
        "series": meeting.series,
        "number": meeting.number,
        "label": label(meeting),
    }
    expected = {key: case[key] for key in found if key in case}
    if isinstance(expected.get("when"), datetime.date):
        expected["when"] = expected["when"].isoformat()
    assert {key: found[key] for key in expected} == expected


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
    ("title", "name"),
    [
        ("Readout of the Second Meeting of the Amber Coast Council", "Second Meeting of the Amber Coast Council"),
        (
            "Minutes of the Annual General Meeting of the Hartley Chess Club, 4 May 2021",
            "Annual General Meeting of the Hartley Chess Club",
        ),
        ("Joint Statement on the Norway–Chile Fisheries Dialogue in Bergen", "Norway–Chile Fisheries Dialogue"),
        ("Summary of the Ports Committee meeting held on 2 June", "Ports Committee meeting"),
        ("Varna summit ends without declaration", "Varna summit"),
        (
            "Hartley Chess Club: annual general meeting elects new president",
            "Hartley Chess Club annual general meeting",
        ),
        ("Hartley Chess Club: minutes of the committee meeting", "Hartley Chess Club committee meeting"),
        (
            "Tidewater Foundation Technical Committee (TC) Meeting 2021-03-10",
            "Tidewater Foundation Technical Committee Meeting",
        ),
        (
            "Lunn School District, Board of Education: Regular Meeting, May 3, 2022",
            "Lunn School District, Board of Education Regular Meeting",
        ),
        ("Elm Towers T&RA: committee, Monday 8 August 2022", "Elm Towers T&RA committee"),
        ("Senate, minutes of 25 November 2020 (unconfirmed)", "Senate"),
        ("Ports Forum: highlights for Tuesday, 12 March 2024", "Ports Forum"),
        ("FACT SHEET: Readout of the May Ports Council Meeting", "May Ports Council Meeting"),
        ("Joint Statement: 2022 Norland–Calvia Ports Dialogue", "2022 Norland–Calvia Ports Dialogue"),
        ("Readout of the Minister’s Participation in the Ports Summit", "Ports Summit"),
        (
            "Readout of Meeting with Pilots, Skippers, and Mayors in Lunn, ME",
            "Meeting with Pilots, Skippers, and Mayors",
        ),
        ("Readout of the Roundtable Hosted by the Ports Office", "Roundtable Hosted by the Ports Office"),
        ("Joint Statement of Leaders on the Margins of the Ports Summit", None),
        ("Chili and a loss: notes from our 41st annual meeting", None),
        ("Leaders’ Statement on the Third Anniversary of the Truce", None),
        ("Council backs market square scheme", None),
        ("Minister leaves after summit collapses", None),
        ("Report on the wheat harvest", None),
        ("Statement of the President on floods", None),
        (None, None),
    ],
)
def test_a_title_names_the_meeting_or_not(title: str | None, name: str | None) -> None:
    found = titled_meeting(title)
    assert (found and found.name) == name


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
