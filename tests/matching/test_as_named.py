"""Names of a question and of a passage: each as the other has them, and nobody taken for somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.as_named import Named, as_named, named_in
from facts.reader import Passage, Reader

HEADING = "Ferry inquiry hears manager | 27 November 2029"
LEAD = "The man in charge of repairs warned of the bow door of the Mirna Star, the inquiry heard."
QUESTIONED = "On the ninth day Vasko, 58, was questioned for five hours by Petra Lindqvist, counsel to the inquiry."
FULL = "Emil Vasko, the company's superintendent, said that he had written to his director."
ARTICLE = (LEAD, "It sits in Osmark.", QUESTIONED, FULL)
ASKED = "Who questioned Emil Vasko for five hours at the Mirna Star inquiry?"
NAMED = named_in(ASKED, ARTICLE)


def asked_of(question: str, sentence: str, *others: str) -> str:
    return as_named(question, Passage("Osmark", "", sentence), named_in(question, (sentence, *others)))[0]


def test_who_is_told_by_surname_is_asked_after_by_surname_and_what_the_report_is_about_is_shown() -> None:
    asked, passage = as_named(ASKED, Passage(HEADING, "", QUESTIONED), NAMED)
    assert asked == "Who questioned Vasko for five hours at the Mirna Star inquiry?"
    assert passage.heading == "Ferry inquiry hears manager | Mirna Star | 27 November 2029"


def test_where_the_whole_name_and_what_it_is_about_are_told_nothing_changes() -> None:
    passage = Passage(HEADING, LEAD, FULL)
    assert as_named(ASKED, passage, NAMED) == (ASKED, passage)


def test_a_report_about_something_else_is_shown_nothing_and_asked_as_it_was() -> None:
    named = named_in(ASKED, ("The synod of Kelm met.", "Bishop Aldo Rask opened it."))
    assert named == Named((), ())
    passage = Passage("Synod", "", "Vasko spoke.")
    assert as_named(ASKED, passage, named) == (ASKED, passage)


@pytest.mark.parametrize(
    ("question", "told", "asked"),
    [
        ("what did emil vasko say?", "Judge Vasko left.", "what did vasko say?"),
        ("What did Emil Vasko's lawyer say?", "The lawyer of Vasko left.", "What did Vasko's lawyer say?"),
        ("What did the Salt Commission decide?", "The Commission rose.", "What did the Salt Commission decide?"),
    ],
)
def test_first_names_are_left_out_however_they_are_typed(question: str, told: str, asked: str) -> None:
    assert asked_of(question, told, FULL) == asked


def test_the_surname_of_two_people_stands_for_neither() -> None:
    question = "What did Emil Vasko say?"
    assert asked_of(question, "Vasko left.", FULL, "Ida Vasko, his wife, came.") == question


def test_a_title_is_no_first_name() -> None:
    assert asked_of("What did Emil Vasko say?", "Vasko left.", FULL, "Captain Vasko came.") == "What did Vasko say?"
    question = "What did Captain Vasko say?"
    assert asked_of(question, "Vasko left.", "Captain Vasko came.") == question


TEXT = st.text(alphabet="ABcd é.,'’|\n-1", max_size=40)


@given(question=TEXT, heading=TEXT, before=TEXT, sentence=TEXT, article=st.lists(TEXT, max_size=4))
def test_only_question_and_heading_are_ever_changed(
    question: str, heading: str, before: str, sentence: str, article: list[str]
) -> None:
    passage = Passage(heading, before, sentence)
    asked, shown = as_named(question, passage, named_in(question, article))
    assert (shown.before, shown.sentence) == (before, sentence)
    assert len(asked) <= len(question)
    assert shown.heading.startswith(heading.split(" | ")[0])


def test_the_reader_knows_them_then() -> None:
    reader, passage = Reader.load(), Passage(HEADING, "", QUESTIONED)
    (before,) = reader.read(ASKED, [passage])
    asked, shown = as_named(ASKED, passage, NAMED)
    (reading,) = reader.read(asked, [shown])
    assert reading.logit > max(0, before.logit)
    assert "Petra Lindqvist" in QUESTIONED[reading.begin : reading.end]
