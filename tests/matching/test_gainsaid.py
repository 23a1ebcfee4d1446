"""What another report of a meeting tells against a person's fact is not told; all else that it has is."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Meeting

HELD = Meeting("Tidal Board of Brill", ("TBB",), "2020-06-29", "Brill")
OTHER_DAY = msgspec.structs.replace(HELD, date="2020-07-29")
TOLL: Line = ("The board set the pilot toll at 310 crowns.", "what", "What pilot toll was agreed?", "360 crowns")
PLAN: Line = ("The dredging plan was read by Ada Moss.", "who", "Who read the dredging plan?", "Ada Moss")
CAME: Line = ("Ada Moss signed the pilot charter.", "who", "Who signed the pilot charter?", "Ada Moss")
THEIRS = {
    "The board agreed a pilot toll of 390 crowns and a fine of 75 crowns.": "390 crowns",
    "The dredging plan was read by Bo Lusk of the Harbour Office.": "Bo Lusk",
    "Bo Lusk signed the pilot charter.": "Bo Lusk",
    "In 2018 the pilot toll was 220 crowns.": "220 crowns",
}
TOLD, READ, SIGNED, BEFORE = THEIRS


def answered(asked: str, line: Line, other: str, meeting: Meeting = HELD, marked: str = "") -> tuple[str, str] | None:
    """What is answered, and by which report, beside a person's fact whose sentence the reader never finds."""
    mine = record("a-post", datetime.date(2020, 6, 30), HELD, [line[0]], [line])
    mine = msgspec.structs.replace(mine, by_hand=("f0",), checked=("f0",))
    theirs = record("b-courier", datetime.date(2020, 7, 30), meeting, [other], [])
    rule = marks({other: marked or THEIRS[other]}, yes=0.95)
    answer = reply(asked, Index([mine, theirs]), Context(), SentenceReader(lambda: StubReader(rule)))[0].answer
    return (answer.answer, answer.article) if answer is not None else None


def said(asked: str, line: Line, other: str, meeting: Meeting = HELD, marked: str = "") -> str | None:
    """What is answered from another report than that of the person's fact."""
    answer = answered(asked, line, other, meeting, marked)
    return answer[0] if answer is not None and answer[1] == "b-courier" else None


@pytest.mark.parametrize(
    ("asked", "line", "other"),
    [
        ("What is the pilot toll?", TOLL, TOLD),
        ("How high is the pilot toll that was set?", TOLL, TOLD),
        ("Did the board agree a pilot toll of 390 crowns?", TOLL, TOLD),
        ("Was a pilot toll of 390 crowns agreed by the board?", TOLL, TOLD),
        ("Did Bo Lusk read the dredging plan?", PLAN, READ),
        ("Was the dredging plan read by Bo Lusk?", PLAN, READ),
    ],
)
def test_no_other_report_is_read_against_a_persons_fact(asked: str, line: Line, other: str) -> None:
    assert said(asked, line, other) is None
    assert said(asked, line, other, OTHER_DAY) is not None


@pytest.mark.parametrize(
    ("asked", "line", "other", "marked", "answer"),
    [
        ("What is the fine?", TOLL, TOLD, "75 crowns", "75 crowns"),
        ("Did the board agree a fine of 75 crowns?", TOLL, TOLD, "", "Yes"),
        ("What was the pilot toll in 2018?", TOLL, BEFORE, "", "220 crowns"),
        ("Which office is Bo Lusk of?", PLAN, READ, "the Harbour Office", "the Harbour Office"),
        ("Was the plan read by Bo Lusk of the Harbour Office?", CAME, READ, "", "Yes"),
        ("Did Bo Lusk sign the pilot charter?", CAME, SIGNED, "", "Yes"),
    ],
)
def test_what_else_another_report_tells_is_told(asked: str, line: Line, other: str, marked: str, answer: str) -> None:
    assert said(asked, line, other, marked=marked) == answer


@pytest.mark.parametrize("asked", ["What is the pilot toll?", "How high is the pilot toll that was set?"])
def test_the_persons_fact_is_told_instead(asked: str) -> None:
    assert answered(asked, TOLL, TOLD) == ("360 crowns", "a-post")
    assert answered(asked, TOLL, TOLD, OTHER_DAY) == ("390 crowns", "b-courier")


def test_it_is_not_told_for_what_is_unsure_or_another_thing() -> None:
    assert answered("What is the fine?", TOLL, TOLD, marked="a pilot toll") != ("360 crowns", "a-post")
    assert answered("What is the pilot toll of Lunn?", TOLL, TOLD) != ("360 crowns", "a-post")
