"""Of two who did the like to two things, the one who did it to what is asked about is given."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.reader import Passage, Reading

PACT = "On Monday the lock keepers of Tarn denounced the dam pact of Osk and Brell."
FINDINGS = "On Tuesday the Brell River Office denounced the findings of the keepers, calling the pact sound."
KEEPERS, OFFICE = "the lock keepers of Tarn", "the Brell River Office"


def said(question: str, *texts: str, surer: str = OFFICE) -> str | None:
    """What is answered where the reader is surer of one of two sentences of a report."""
    index = Index([record("post", "2024-05-03", [], None, list(texts))])

    def read(asked: str, passage: Passage) -> Reading:
        words = next((each for each in (KEEPERS, OFFICE) if each in passage.sentence), passage.sentence)
        logit = 3.9 if words == surer else 3.0 if words in (KEEPERS, OFFICE) else -8.0
        return marks({passage.sentence: words}, logit)(asked, passage)

    given = reply(question, index, Context(), SentenceReader(lambda: StubReader(read)))[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize("question", ["Who denounced the eel quota?", "Who denounced the paper?"])
def test_where_it_is_told_of_neither_none_is_given(question: str) -> None:
    assert said(question, PACT, FINDINGS) is None
    assert said(question, PACT, FINDINGS, surer=KEEPERS) is None


@pytest.mark.parametrize(
    ("question", "surer", "given_"),
    [
        ("Who denounced the dam pact?", KEEPERS, KEEPERS),
        ("Who denounced the findings?", OFFICE, OFFICE),
    ],
)
def test_who_did_it_to_what_is_named_is_given(question: str, surer: str, given_: str) -> None:
    assert said(question, PACT, FINDINGS, surer=surer) == given_


def test_who_did_it_to_something_else_is_not_given_for_them() -> None:
    assert said("Who denounced the dam pact?", PACT, FINDINGS) != OFFICE


def test_what_one_alone_did_is_told_by_any_name_of_the_thing() -> None:
    assert said("Who denounced the paper?", FINDINGS) == OFFICE
