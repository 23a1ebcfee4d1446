"""What a report takes back is not answered as if it held."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.taken_back import is_taken_back, only_denied
from bot.matching.reading import SentenceReader
from bot.question import read

PLANNED = "The next boat fair will be held in Brill in May."
FACT: Line = (PLANNED, "where", "Where will the next boat fair be held?", "Brill")


def answer(question: str, sentences: list[str], marked: dict[str, str], facts: list[Line]) -> str | None:
    index = Index([record("2025-06-09-fair", datetime.date(2025, 6, 9), None, sentences, facts)])
    said = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(marked))))[0]
    return said.answer.answer if said.answer is not None else None


@pytest.mark.parametrize("facts", [[], [FACT]])
@pytest.mark.parametrize(
    ("later", "said"),
    [
        ("The mayor said on Monday that the fair will not be held in Brill after all.", None),
        ("Correction: the boat fair will not be held in Brill.", None),
        ("The next boat fair will not be held in Tarn.", "Brill"),
        ("The next boat show will not be held in Brill.", "Brill"),
        ("The next boat fair will be held in Brill after all.", "Brill"),
    ],
)
def test_what_a_later_sentence_takes_back_is_not_answered(later: str, said: str | None, facts: list[Line]) -> None:
    sentences = [PLANNED, "It was planned by the guild.", later]
    assert (
        answer("Where will the next boat fair be held?", sentences, {PLANNED: "Brill", later: "Brill"}, facts) == said
    )


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Where will the next fair be held?", "The next fair will not be held in Brill after all."),
        ("Who represented the rowers?", "Odo Brask no longer represented the rowers."),
        ("lawyer of the rowers", "Odo Brask is no longer the lawyer of the rowers."),
        ("Who signed the pact?", "Tarn never signed the pact."),
    ],
)
def test_what_is_denied_is_not_told(question: str, sentence: str) -> None:
    assert only_denied(read(question), sentence, (0, 4))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who no longer represents the rowers?", "Odo Brask no longer represents the rowers."),
        ("Who did not sign the pact?", "Tarn did not sign the pact."),
        ("Was the pact signed by Tarn?", "Tarn did not sign the pact."),
        ("When did the guild meet?", "The guild did not meet until May."),
        ("What did Tarn sign?", "Tarn did not sign the pact but a letter."),
        ("Who signed the pact?", "Tarn not only signed the pact, it wrote it."),
        ("Who signed the pact?", "Tarn signed the pact, which Brill did not."),
        ("Why did the guild leave?", "It left since it was not paid."),
    ],
)
def test_what_is_told_beside_a_denial_or_asked_as_denied_is(question: str, sentence: str) -> None:
    assert not only_denied(read(question), sentence, (0, 4))


def test_words_that_deny_may_be_the_answer() -> None:
    asked = read("When may boats use the lock?")
    assert [only_denied(asked, "Boats may no longer use the lock.", span) for span in ((10, 19), (0, 5))] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("question", "sentence", "later"),
    [
        ("Did Ada Wren vote for the lock?", "Ada Wren voted for the lock.", "Ada Wren did not vote."),
        ("Who leads the guild?", "Ada Wren leads the guild.", "She will not speak."),
        ("Where is the fair?", "The fair will not be in Tarn after all.", "The fair will not be in Tarn."),
        ("Who led the south?", "Bo Lusk led the north and Ada Wren the south.", "But Bo Lusk no longer led the north."),
    ],
)
def test_a_denial_of_another_matter_takes_nothing_back(question: str, sentence: str, later: str) -> None:
    assert not is_taken_back(read(question), [sentence, later], 0)


@given(st.text(), st.text())
def test_any_words_are_looked_at(question: str, sentence: str) -> None:
    assert only_denied(read(question), sentence, (0, 4)) in (True, False)
    assert is_taken_back(read(question), [question, sentence], 0) in (True, False)
