"""Whoever is listed as present or absent was there or was not; nobody else is told to have been by a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import answer
from stub_reader import StubReader, marks
from two_reports import record
from yes_or_no import answers

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.yes_no.attendance import came
from bot.question import read
from bot.replies import Context

KNOWN = frozenset(("camp", "spring"))
CAMP = (
    "The camp was joined by trainers of three clubs, vets from five kennels, namely Norway, Spain, Chile and Latvia, "
    "a choir from Brill, nurses of the Red Lamp, friends of Bo Lusk, the mayor of Hask, Ada Moss, and handlers from "
    "the Mountain Police, who sang."
)
PRESENT = "Present: Ada Moss (chair), Dr. Cy Orr (Tide Bank), Di Penn (until item 2), Fay Rudd (by telephone)"
AWAY = "Apologies for absence: Ed Quay (Tide Bank), Councillor Gus Tern"


def told(question: str, sentence: str) -> bool | None:
    return came(read(question), sentence, KNOWN)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was Chile there?", CAMP),
        ("Was Latvia at the camp?", CAMP),
        ("Did Spain take part in the spring camp?", CAMP),
        ("Did the Mountain Police send anyone?", CAMP),
        ("did the red lamp send a team", CAMP),
        ("Was anybody from Brill at the camp?", CAMP),
        ("Was Ada Moss at the camp?", CAMP),
        ("Was Ada Moss in the room?", PRESENT),
        ("Was Dr. Orr at the meeting?", PRESENT),
        ("Was Moss present?", PRESENT),
        ("Was Ivo Hart there?", "Also present were Ivo Hart and Jo Kemp."),
        ("Did Jo Kemp come?", "Guests: Ivo Hart (library), Jo Kemp (press)"),
    ],
)
def test_whoever_is_listed_as_present_was_there(question: str, sentence: str) -> None:
    assert told(question, sentence) is True


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Was Ed Quay in the room?", AWAY),
        ("Did Gus Tern attend?", AWAY),
        ("Was Councillor Tern at the meeting?", AWAY),
        ("Was Ed Quay there?", "Apologies were received from Gus Tern and Ed Quay."),
        ("Was Ed Quay there?", f"{PRESENT}. {AWAY}"),
        ("Was Ed Quay there?", "Apologies were noted from Gus Tern, who was at sea, and from Ed Quay."),
        ("Was Ed Quay there?", "Apologies were noted from Gus Tern, whose boat had sunk, Ed Quay, and the pilot."),
        ("Was the pilot there?", "Apologies were noted from Gus Tern, whose boat had sunk, Ed Quay, and the pilot."),
        ("Did Ed Quay turn up for the meeting?", "The pilot, Dr. Ed Quay, was absent, nursing a cold; Ivo Hart came."),
        ("Did Ed Quay attend the camp?", "Gus Tern and Ed Quay were absent from the meeting."),
        ("Did Gus Tern come?", "Gus Tern was unable to attend because of the tide."),
        ("Was Gus Tern there?", "Ivo Hart spoke and Gus Tern had sent his apologies."),
    ],
)
def test_whoever_is_listed_as_absent_was_not(question: str, sentence: str) -> None:
    assert told(question, sentence) is False


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Was Bo Lusk there?", CAMP),
        ("Was Hask there?", CAMP),
        ("Was Chile at the dinner?", CAMP),
        ("Was Chile there as the host?", CAMP),
        ("Was Ada Moss at the camp for Chile?", CAMP),
        ("Was Chile not there?", CAMP),
        ("Who was there?", CAMP),
        ("Were all vets there?", CAMP),
        ("Did Chile send a letter?", CAMP),
        ("Was Di Penn there?", PRESENT),
        ("Was Fay Rudd in the room?", PRESENT),
        ("Did the Tide Bank send anyone?", AWAY),
        ("Was Ida Moss there?", PRESENT),
        ("Was Ivo Hart there?", "The funeral was attended by Ivo Hart."),
        ("Was Ivo Hart there?", "Ada Moss was joined by Ivo Hart."),
        ("Was Ivo Hart there?", "She was attended by Ivo Hart."),
        ("Was Ivo Hart there?", "The next camp will be attended by Ivo Hart."),
        ("Was Ivo Hart there?", "The camp was not attended by Ivo Hart."),
        ("Was Ivo Hart there?", "The camp was attended by Ada Moss, but not Ivo Hart."),
        ("Was Ivo Hart there?", "Absent: none. Chair: Ivo Hart"),
        ("Was Ivo Hart there?", "Apologies for lateness: Ivo Hart"),
        ("Was Ivo Hart there?", "Excused from the vote: Ivo Hart"),
        ("Was Ivo Hart there?", "Attendance excused: Ivo Hart"),
        ("Was Ivo Hart there?", "Guests invited: Ivo Hart"),
        ("Was Ivo Hart there?", "Ivo Hart was absent when they voted."),
        ("Was Ivo Hart there?", "Ivo Hart was absent from the vote."),
        ("Was Ivo Hart there?", "Ivo Hart, whose son was absent, spoke."),
        ("Was Ivo Hart there?", "Neither Ed Quay nor Ivo Hart was absent."),
        ("Was Ivo Hart there for Osk?", "Ivo Hart was absent."),
        ("Was Ivo Hart there?", "The pilot was absent, and Ivo Hart spoke."),
    ],
)
def test_of_nobody_else_it_is_told(question: str, sentence: str) -> None:
    assert told(question, sentence) is None


def test_whoever_is_listed_came_whatever_towns_stand_between() -> None:
    listed = (
        "The meeting was attended by heads of the clubs of nine other Tarn members, officials from eight towns, namely "
        "Brill, Osk, the Lunn and Osmark, and representatives from the Tarn Office."
    )
    assert answer("Did the Tarn Office send anyone?", listed, "representatives") == "Yes"


def test_a_list_is_answered_from_unless_the_reader_is_sure_of_the_other() -> None:
    def said(asked: str, sentence: str, yes: float, no: float) -> str | None:
        index = Index([record("post", "2024-05-03", [], None, ["The camp was held.", sentence])])
        reader = SentenceReader(lambda: StubReader(marks({sentence: sentence.split()[0]}, yes=yes, no=no)))
        given = reply(asked, index, Context(), reader)[0].answer
        return given.answer if given else None

    assert [said("Was Latvia at the camp?", CAMP, *read_so) for read_so in ((0.3, 0.6), (0.1, 0.9))] == ["Yes", None]
    assert [said("Was Ed Quay in the room?", AWAY, *read_so) for read_so in ((0.5, 0.4), (0.9, 0.1))] == ["No", None]


def test_apologies_tell_who_was_away_however_they_are_read() -> None:
    sent = "Apologies were received from Gus Tern, who was at sea, and from the lock keeper."
    assert answers("Was the lock keeper at the meeting?", sent) == ["No", "No", "No"]
    assert answers("Was Gus Tern at the meeting?", sent) == ["No", "No", "No"]


@given(st.lists(st.sampled_from("Present: Apologies was attended by , ; ( ) and from of the Ada Moss Osk x .".split())))
def test_any_text_is_looked_at(words: list[str]) -> None:
    assert told("Was Ada Moss there?", " ".join(words)) in (True, False, None)
