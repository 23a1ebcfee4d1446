"""“The forum” is a meeting that is called one, if any is; where none is, a word for any meeting."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record

from bot.dialog import Context, reply
from bot.index import Index
from facts.model import Kind, Meeting, Record

SKERRY, BRILL = "2024-05-02-skerry-forum", "2024-06-04-brill-council"
LAMPS = "Ada Wren chaired the Third Skerry Lamp Forum in Port Adair."
ROADS = "Odo Brask chaired the Brill Town Council in Brill Hall."


def _chaired(article: str, day: datetime.date, name: str, place: str, sentence: str, who: str) -> Record:
    meeting = Meeting(name, (), day.isoformat(), place)
    facts: list[tuple[str, Kind, str, str]] = [
        (sentence, "who", f"Who chaired the {name} meeting?", who),
        (sentence, "where", f"Where was the {name} meeting held?", place),
    ]
    return record(article, day, meeting, [sentence], facts)


FORUM = _chaired(SKERRY, datetime.date(2024, 5, 2), "Third Skerry Lamp Forum", "Port Adair", LAMPS, "Ada Wren")
COUNCIL = _chaired(BRILL, datetime.date(2024, 6, 4), "Brill Town Council", "Brill Hall", ROADS, "Odo Brask")
IN_BRILL = Context("Who chaired the Brill Town Council?", BRILL)


def _said(question: str, *records: Record, context: Context = Context()) -> str | None:  # noqa: B008
    answer = reply(question, Index(records), context)[0].answer
    return answer.answer if answer else None


@pytest.mark.parametrize("context", [Context(), IN_BRILL])
@pytest.mark.parametrize(
    ("question", "said"), [("Who chaired the forum?", "Ada Wren"), ("Where was the forum held?", "Port Adair")]
)
def test_the_forum_is_the_meeting_that_is_called_one(question: str, said: str, context: Context) -> None:
    assert _said(question, FORUM, COUNCIL, context=context) == said


def test_what_is_no_forum_answers_nothing_of_the_forum() -> None:
    silent = record(SKERRY, datetime.date(2024, 5, 2), FORUM.meeting, ["The Third Skerry Lamp Forum met."], [])
    assert _said("Who chaired the forum?", silent, COUNCIL) is None
    assert _said("and the forum?", silent, COUNCIL, context=IN_BRILL) is None


@pytest.mark.parametrize("question", ["Who chaired the forum?", "Who chaired the meeting?"])
def test_where_no_meeting_is_called_a_forum_any_may_be_one(question: str) -> None:
    assert _said(question, COUNCIL) == "Odo Brask"


@pytest.mark.parametrize("question", ["Who chaired the Brill forum?", "Who chaired the meeting?"])
def test_who_names_more_than_the_sort_or_no_sort_may_mean_any(question: str) -> None:
    assert _said(question, FORUM, COUNCIL) == "Odo Brask"


@pytest.mark.parametrize("context", [Context(), Context("Who chaired the Third Skerry Lamp Forum?", SKERRY)])
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who chaired the last meeting?", "Odo Brask"),
        ("Where was the most recent session held?", "Brill Hall"),
        ("Who chaired the last forum?", "Ada Wren"),
        ("Who chaired the last Skerry meeting?", "Ada Wren"),
    ],
)
def test_the_last_meeting_is_the_newest_on_record(question: str, said: str, context: Context) -> None:
    assert _said(question, COUNCIL, FORUM, context=context) == said


def test_of_the_last_meeting_no_other_answers() -> None:
    silent = record(BRILL, datetime.date(2024, 6, 4), COUNCIL.meeting, ["The Brill Town Council met."], [])
    assert _said("Who chaired the last meeting?", silent, FORUM) is None
