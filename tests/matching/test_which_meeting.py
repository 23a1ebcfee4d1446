"""Which meeting was held is answered with a meeting's name."""

from __future__ import annotations

import msgspec
import pytest
from stub_reader import StubReader, marks
from two_reports import TERN, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.which_meeting import names_no_meeting
from bot.question import read
from bot.replies import Context, Reply
from facts.model import Meeting, Record

HELD = "The Tern Sound Fisheries Council met in Port Adair on 2 May 2024."
NEWS = "Boats of nine islands lay in Port Adair on 2 May 2024, where the annual net fair was held, too."
FIRST = record("first", "2024-05-03", [], TERN, [HELD, NEWS])
LIGHTS = Meeting("Skerry Lights Board", (), "2024-05-02", "Skerry")
OTHER = record("other", "2024-05-03", [], LIGHTS, ["The Skerry Lights Board met in Skerry on 2 May 2024."])


def said(question: str, *records: Record, words: str = "Port Adair", sentence: str = HELD) -> Reply:
    stub = StubReader(marks({sentence: words}))
    index = Index(records)
    return reply(question, index, Context(), SentenceReader(lambda: stub))[0]


@pytest.mark.parametrize(
    "question",
    [
        "What meeting was held on 2 May 2024?",
        "which meeting took place on May 2?",
        "which meeting was held in port adair on 2 may",
    ],
)
def test_the_meeting_of_a_day_is_given_by_its_name(question: str) -> None:
    answer = said(question, FIRST).answer
    assert answer is not None
    assert (answer.answer, answer.kind, answer.evidence) == ("Tern Sound Fisheries Council", "which", HELD)
    assert answer.marked is not None
    assert HELD[slice(*answer.marked)] == answer.answer


def test_two_reports_name_one_meeting_and_two_meetings_none() -> None:
    again = msgspec.structs.replace(FIRST, article=msgspec.structs.replace(FIRST.article, id="again"))
    found = said("What meeting was held on 2 May 2024?", FIRST, again).answer
    assert found is not None
    assert found.answer == "Tern Sound Fisheries Council"
    assert said("What meeting was held on 2 May 2024?", FIRST, OTHER).answer is None
    answer = said("What meeting was held in Skerry on 2 May 2024?", FIRST, OTHER).answer
    assert answer is not None
    assert answer.answer == "Skerry Lights Board"


@pytest.mark.parametrize("question", ["What meeting was held on 3 June?", "What meeting was held in Skerry on 2 May?"])
def test_no_other_day_and_no_other_place_has_that_meeting(question: str) -> None:
    answer = said(question, FIRST).answer
    assert answer is None


@pytest.mark.parametrize(
    ("question", "words", "sentence", "is_given"),
    [
        ("which meeting lay in Port Adair?", "nine islands", NEWS, False),
        ("which meeting met in Port Adair?", "Port Adair", HELD, False),
        ("which meeting met in Port Adair?", "The Tern Sound Fisheries Council", HELD, True),
        ("which fair was held where boats lay?", "the annual net fair", NEWS, True),
    ],
)
def test_a_place_is_no_meeting(question: str, words: str, sentence: str, *, is_given: bool) -> None:
    assert (said(question, FIRST, words=words, sentence=sentence).answer is not None) == is_given


def test_a_word_for_meetings_names_one_where_it_says_which() -> None:
    asked = read("Which meeting did she leave?")
    assert names_no_meeting(asked, "the meeting early", frozenset())
    assert not names_no_meeting(asked, "the annual meeting", frozenset())
    assert not names_no_meeting(asked, "a meeting of pilots", frozenset())
    assert not names_no_meeting(read("Who left the meeting?"), "Ada Wren", frozenset())
