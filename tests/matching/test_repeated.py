"""One word that names another thing is answered for that thing, or not at all."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marking

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.question.measure_asked import measure_asked
from facts.model import Meeting
from facts.reader import Passage, Reading

LEASE = "The quay was let to the pilots for nine years at a rent of £300 a month."
SLUICE = "The sluice was painted on 3 May."
SPOKE = "Ada Wren spoke of the ferry and its crew."
QUAY = "2024-05-09-quay-board"
MEETING = Meeting("Quay Board meeting", (), "2024-05-08", None, None)
INDEX = Index([record(QUAY, datetime.date(2024, 5, 9), MEETING, [LEASE, SLUICE, SPOKE, "The pump stood still."], [])])


def _marked(question: str, passage: Passage) -> Reading:
    """What a reader makes of it that takes every short question for the one before."""
    words = "£300 a month" if "rent" in question else {LEASE: "nine years", SLUICE: "3 May"}.get(passage.sentence, "")
    known = words and words in passage.sentence
    return marking(passage.sentence, words, 8.0 if known else -8.0)


def said(before: str, question: str) -> Reply:
    reader = SentenceReader(lambda: StubReader(_marked))
    context = reply(before, INDEX, Context(), reader)[1]
    assert context.answer_key
    return reply(question, INDEX, context, reader)[0]


@pytest.mark.parametrize("question", ["rent?", "and the rent?", "what about the rent?"])
def test_another_measure_is_asked_for_by_itself(question: str) -> None:
    answer = said("For how long was the quay let to the pilots?", question).answer
    assert answer is not None
    assert answer.answer == "£300 a month"


@pytest.mark.parametrize("question", ["pump?", "and the pump?", "toll?"])
def test_what_is_not_on_record_is_not_answered_by_what_was_said(question: str) -> None:
    given = said("When was the sluice painted?", question)
    assert SLUICE not in [each.evidence for each in (given.answer, *given.suggestions) if each]


@pytest.mark.parametrize(
    ("text", "before", "full"),
    [
        ("deposit?", "When does the let begin?", "what is the deposit of the let?"),
        ("And the width?", "How long is the bridge at Tarn?", "what is the width of the bridge at Tarn?"),
        ("rent?", "What was the rent of the hut?", None),
        ("chair?", "How long is the let?", None),
        ("rent of the hut?", "How long is the let?", None),
        ("Osmark?", "How long is the let?", None),
    ],
)
def test_only_a_bare_measure_is_put_in_full(text: str, before: str, full: str | None) -> None:
    assert measure_asked(read(text), before) == full


def test_what_does_not_tell_of_it_is_offered_at_most() -> None:
    context = Context("Where was the Quay Board meeting held?", QUAY)
    reader = SentenceReader(lambda: StubReader(lambda _, passage: marking(passage.sentence, "3 May")))
    given = reply("crane?", INDEX, context, reader)[0]
    assert given.answer is None


def test_a_deadline_is_a_time() -> None:
    assert read("deadline?").analysis.answer_type == "when"
    assert read("What is the deadline for bids?").analysis.answer_type == "when"
