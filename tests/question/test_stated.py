"""Statements that are put as questions ask for yes or no; keywords with a question mark do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question import read
from bot.question.stated import as_question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("so Tarn paid?", "did Tarn paid?"),
        ("so the ferry motion was lost?", "was the ferry motion lost?"),
        ("so the ferry motion was lost then", "was the ferry motion lost then?"),
        ("so Wren wants the pier shut", "did Wren wants the pier shut?"),
        ("the ferry motion was lost, right?", "was the ferry motion lost?"),
        ("Tarn sent the draft back, didn't it?", "did Tarn sent the draft back?"),
        ("the board hasn't met since may?", "hasn't the board met since may?"),
        ("the levy went through right?", "did the levy went through?"),
        ("Lusk voted against the levy?", "did Lusk voted against the levy?"),
        ("Wren lost the runoff in june?", "did Wren lost the runoff in june?"),
        ("Tarn ferry harbour master reappointed?", "was Tarn ferry harbour master reappointed?"),
        ("Wren is in Tarn in may, is that so?", "is Wren in Tarn in may?"),
    ],
)
def test_a_statement_with_a_question_mark_asks_for_yes_or_no(text: str, asked: str) -> None:
    assert as_question(text) == asked
    assert read(text).analysis.answer_type == "yes_no"
    assert read(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "levy approved in tarn?",
        "any objections from the fishermen?",
        "quorum reached?",
        "pier still shut to lorries?",
        "cats allowed on the ferry now?",
        "harbour minutes approved?",
        "everybody there?",
    ],
)
def test_a_clause_without_its_auxiliary_asks_for_yes_or_no(text: str) -> None:
    assert read(text).analysis.answer_type == "yes_no"


@pytest.mark.parametrize(
    "text",
    [
        "leader of the pier group?",
        "boat on northern route instead of tarn?",
        "deadline for bids?",
        "votes against?",
        "total cost?",
        "mayor of Tarn?",
        "next meeting?",
        "apologies?",
        "pier reopening date?",
        "reason the levy was dropped?",
        "cost of the new pier",
        "minutes taken by?",
        "adsom venue june?",
        "chair of the june meeting?",
        "the levy motion was seconded by?",
        "who paid for the pier, right?",
        "whose ferry was lost?",
        "ferries lost?",
        "the ferry motion was lost",
        "so who paid?",
        "so far?",
        "so budget of the pier group then",
        "so far the board has met twice",
        "so many boats in tarn?",
        "and Kenya?",
    ],
)
def test_keywords_and_other_questions_stay_as_they_are(text: str) -> None:
    assert as_question(text) == text
    assert read(text).analysis.answer_type != "yes_no"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("levy passed?", "was levy passed?"),
        ("the harbour fee raised in may?", "was the harbour fee raised in may?"),
        ("quorum reached?", "was quorum reached?"),
        ("motion on tolls lost?", "motion on tolls lost?"),
        ("Bo Lusk elected?", "was Bo Lusk elected?"),
        ("transport minister there?", "did transport minister attend?"),
        ("agenda adopted unanimously?", "was agenda adopted unanimously?"),
        ("slipway closed?", "was slipway closed?"),
    ],
)
def test_one_thing_and_what_was_done_with_it_asks_for_yes_or_no(text: str, asked: str) -> None:
    assert as_question(text) == asked
    assert (read(text).analysis.answer_type == "yes_no") is (asked != text)


@pytest.mark.parametrize(
    "text",
    [
        "decisions taken?",
        "topics discussed?",
        "money spent?",
        "amount paid?",
        "date set?",
        "chair elected?",
        "countries represented?",
        "next session planned?",
        "any objections raised?",
        "fee raised to?",
        "pay cut?",
        "bird seed?",
        "council decided?",
        "who elected?",
        "there?",
    ],
)
def test_what_may_ask_for_something_else_is_no_question_for_yes_or_no(text: str) -> None:
    assert as_question(text) == text
    assert read(text).analysis.answer_type != "yes_no"


@given(st.text(max_size=600))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(as_question(text), str)
    read(text)
