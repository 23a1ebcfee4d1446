"""Clauses as questions: inflected, complete, and in the order in which people ask."""

from __future__ import annotations

import datetime
import functools

import pytest

from facts.model import Article
from facts.parse.clauses import clauses
from facts.parse.parser import Parser
from facts.parse.verbs import past
from facts.questions import ClauseWords, clause_words, fronted

DAY = datetime.date(2020, 6, 30)


@functools.cache
def parser() -> Parser:
    return Parser()


def words_in(text: str) -> list[ClauseWords]:
    article = Article("a", DAY, None, None, None, "a.txt", "0", text, ((0, len(text)),))
    parsed = next(iter(parser().parse([article])))
    found = (clause_words(c, {}) for p, s in parsed.sentences() for c in clauses(p, s))
    return [f for f in found if f is not None]


@pytest.mark.parametrize(
    ("text", "role", "question"),
    [
        ("The board approved the plan.", "object", "What did the board approve?"),
        ("The board has approved the plan.", "object", "What has the board approved?"),
        ("The board will approve the plan.", "object", "What will the board approve?"),
        ("The board did not approve the plan.", "object", "What did the board not approve?"),
        ("Bring it. Shareholders approved the plan.", "object", "What did shareholders approve?"),
        ("Bring it. Rekdal earned a bonus.", "object", "What did Rekdal earn?"),
        ("The board set up a fund.", "object", "What did the board set up?"),
        ("The board approved the plan on Monday.", "object", "What did the board approve on 29 June 2020?"),
        ("The board approved the plan today.", "object", "What did the board approve on 30 June 2020?"),
        ("The board, which met in May, approved the plan.", "object", "What did the board approve?"),
    ],
)
def test_a_phrase_is_asked_for(text: str, role: str, question: str) -> None:
    asked = [f.ask("What", a) for f in words_in(text) for a in f.clause.arguments if a.role == role]
    assert question in asked


def test_the_subject_is_asked_for_with_the_verb_as_it_stands() -> None:
    assert [f.ask_subject("Who") for f in words_in("The board approved the plan.")] == ["Who approved the plan?"]


def test_who_did_it_is_asked_for_in_the_active_voice() -> None:
    assert [f.ask_agent("Who") for f in words_in("The plan was approved by the board.")] == ["Who approved the plan?"]


def test_a_preposition_stands_in_front_where_much_follows_the_verb() -> None:
    (words,) = words_in("The seat will pass to Malta in May 2021.")
    asked = next(a for a in words.clause.arguments if a.preposition == "to")
    assert words.ask("Who", asked, "to") == "To whom will the seat pass in May 2021?"


@pytest.mark.parametrize("text", ["The board met. They approved the plan.", "The board met. This was denied."])
def test_a_pronoun_that_names_nothing_gives_no_frame(text: str) -> None:
    assert [f.subject for f in words_in(text)] == ["the board"]


def test_a_question_word_behind_its_preposition() -> None:
    assert [fronted("Who", "to"), fronted("How much", "by")] == ["To whom", "By how much"]


@pytest.mark.parametrize(
    ("lemma", "form"), [("hold", "held"), ("ratify", "ratified"), ("plan", "planned"), ("agree", "agreed")]
)
def test_past_tenses(lemma: str, form: str) -> None:
    assert past(lemma) == form
