"""Whether there were any of something is told by what names it, in the meeting talked about."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader

NO_INTERESTS = "There were no declarations of interest."
NONE = "None."
REGRETS = "Apologies were received from Bo Lusk."
AGAINST = "Ada Wren voted against the new weir."
NEXT = "The next meeting is on 4 June 2024."
WEIR, DOCK = "2024-05-03-weir-board", "2024-05-09-dock-board"
INDEX = Index(
    [
        record(WEIR, datetime.date(2024, 5, 3), None, [NO_INTERESTS, REGRETS, AGAINST, "The weir was shut."], []),
        record(DOCK, datetime.date(2024, 5, 9), None, ["1. Apologies", NONE, "The dock was shut.", NEXT], []),
    ]
)


def said(question: str, article: str) -> Reply:
    told = {NO_INTERESTS: "no", NONE: "None", REGRETS: "Apologies", AGAINST: "Ada Wren", NEXT: "4 June 2024"}
    reader = SentenceReader(lambda: StubReader(marks(told, yes=0.6)))
    return reply(question, INDEX, Context("What was shut?", article), reader)[0]


def shown(question: str, article: str) -> list[str]:
    given = said(question, article)
    return [each.evidence for each in (given.answer, *given.suggestions) if each]


@pytest.mark.parametrize("question", ["any apologies?", "were there any apologies?"])
def test_none_of_something_else_says_nothing(question: str) -> None:
    assert NO_INTERESTS not in shown(question, WEIR)
    assert shown(question, WEIR)[:1] == [REGRETS]


def test_a_bare_none_is_told_of_what_its_heading_names() -> None:
    assert NONE in shown("any apologies?", DOCK)
    assert NONE not in shown("any complaints?", DOCK)
    assert NONE not in shown("were there any complaints?", DOCK)


def test_who_voted_against_tells_of_dissent() -> None:
    assert AGAINST in shown("any opposition?", WEIR)


def test_nothing_is_offered_that_names_no_such_thing() -> None:
    assert shown("any fireworks?", WEIR) == []


def test_the_next_meeting_is_that_after_the_one_talked_about() -> None:
    answer = said("next meeting?", DOCK).answer
    assert answer is not None
    assert (answer.answer, answer.article) == ("4 June 2024", DOCK)
    assert said("next meeting?", WEIR).answer is None
