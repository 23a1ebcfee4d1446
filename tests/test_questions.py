"""Clauses as questions: inflected, complete, clear to a stranger, and in the order in which people ask."""

from __future__ import annotations

import datetime
import functools

import pytest

from facts.model import Article
from facts.parse.clauses import clauses
from facts.parse.parser import Parser
from facts.parse.verbs import past
from facts.questions import ClauseWords, clause_words, in_full, is_anchored, is_clean

DAY = datetime.date(2020, 6, 30)


@functools.cache
def parser() -> Parser:
    return Parser()


def words_in(text: str, *, bare: bool = False) -> list[ClauseWords]:
    article = Article("a", DAY, None, None, None, "a.txt", "0", text, ((0, len(text)),))
    parsed = next(iter(parser().parse([article])))
    found = (clause_words(c, {}, bare=bare) for p, s in parsed.sentences() for c in clauses(p, s))
    return [f for f in found if f is not None]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Ostford board approved the plan.", "What did the Ostford board approve?"),
        ("The Ostford board has approved the plan.", "What has the Ostford board approved?"),
        ("The Ostford board will approve the plan.", "What will the Ostford board approve?"),
        ("The Ostford board set up a fund.", "What did the Ostford board set up?"),
        ("The Ostford board co-founded a bank.", "What did the Ostford board co-found?"),
        ("The Ostford board approved the plan on Monday.", "What did the Ostford board approve on 29 June 2020?"),
        ("The Ostford board approved the plan today.", "What did the Ostford board approve on 30 June 2020?"),
        ("The Ostford board, which met in May, approved the plan.", "What did the Ostford board approve?"),
        ("In addition, Ada Wren approved the plan again.", "What did Ada Wren approve?"),
    ],
)
def test_a_phrase_is_asked_for(text: str, question: str) -> None:
    asked = [f.ask("What", a) for f in words_in(text) for a in f.clause.arguments if a.role == "object"]
    assert question in asked


def test_the_subject_is_asked_for_with_the_verb_as_it_stands() -> None:
    assert [f.ask_subject("Who") for f in words_in("Ada Wren approved a plan.")] == ["Who approved a plan?"]


def test_who_did_it_is_asked_for_in_the_active_voice() -> None:
    assert [f.ask_agent("Who") for f in words_in("A plan was approved by Ada Wren.")] == ["Who approved a plan?"]


@pytest.mark.parametrize(
    "text",
    ["She approved a plan.", "The board approved a plan.", "Their board approved a plan.", "This approved a plan."],
)
def test_nothing_is_asked_of_a_subject_that_only_points_somewhere(text: str) -> None:
    assert not words_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Wren gave the board a plan.",
        "Ada Wren talked with them about a plan.",
        "Ada Wren sent a plan to the committee that had met in the old hall of Ostford on the first of May.",
    ],
)
def test_nothing_is_asked_where_another_phrase_points_somewhere_or_would_be_cut(text: str) -> None:
    for words in words_in(text):
        assert words.ask_subject("Who") is None


def test_beside_the_name_of_a_meeting_a_bare_noun_is_name_enough() -> None:
    assert not words_in("The board approved a plan.")
    assert [f.subject for f in words_in("The board approved a plan.", bare=True)] == ["the board"]


def test_what_only_adds_something_is_left_out_of_a_name_and_what_tells_which_stays() -> None:
    (words,) = [
        f for f in words_in("The plan to close the Tarn pier, a ruin, failed.") if f.clause.verb.text == "failed"
    ]
    assert words.clause.subject is not None
    assert in_full(words.clause.subject, {}) == "the plan to close the Tarn pier"


def test_a_statement_is_the_clause_said_plainly() -> None:
    (words,) = words_in("Ada Wren did not approve a plan.")
    assert words.statement() == "Ada Wren did not approve a plan"


@pytest.mark.parametrize(
    ("text", "anchored"), [("Who saw Ostford?", True), ("Who left in May 1998?", False), ("Who saw it?", False)]
)
def test_a_question_is_anchored_by_a_name(text: str, *, anchored: bool) -> None:
    assert is_anchored(text) is anchored


@pytest.mark.parametrize("text", ["see #12", 'a "half', "a (half", "https://x.test", "| cell"])
def test_markup_and_halves_of_pairs_are_not_clean(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize(("lemma", "form"), [("chair", "chaired"), ("ratify", "ratified"), ("lead", "led")])
def test_past_tenses(lemma: str, form: str) -> None:
    assert past(lemma) == form
