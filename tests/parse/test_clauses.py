"""A sentence as clauses: who did what to whom, with the phrases told apart."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.model import Article
from facts.parse.clauses import Clause, clauses, containing, governing, innermost
from facts.parse.parser import Parser


@functools.cache
def parser() -> Parser:
    return Parser()


def clauses_of(text: str) -> list[Clause]:
    article = Article("a", None, None, None, None, "a.txt", "0", text, ((0, len(text)),))
    parsed = next(iter(parser().parse([article])))
    return [clause for paragraph, sentence in parsed.sentences() for clause in clauses(paragraph, sentence)]


def said(clause: Clause) -> dict[str, str]:
    """The phrases of a clause by their roles."""
    doc = clause.verb.doc
    phrases = [*clause.arguments, *([clause.subject] if clause.subject else [])]
    return {a.role: doc.span(a.start, a.end).text for a in phrases}


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("The board approved the plan.", "approve", {"subject": "The board", "object": "the plan"}),
        ("The plan was approved by the board.", "approve", {"subject": "The plan", "agent": "the board"}),
        ("The board met in Oslo on 3 May.", "meet", {"place": "in Oslo", "time": "on 3 May"}),
        ("The line was closed because of snow.", "close", {"reason": "because of snow"}),
        ("The line will be closed from 2 May to 4 June.", "close", {"time": "from 2 May to 4 June"}),
        ("She said that the bridge is safe.", "say", {"content": "that the bridge is safe"}),
        ("Reyes called the decision a mistake.", "call", {"object": "the decision", "attribute": "a mistake"}),
        ("The hall, where members met, is old.", "meet", {"subject": "members", "place": "The hall"}),
        ("The council, which meets in May, voted.", "meet", {"subject": "The council"}),
    ],
)
def test_the_phrases_of_a_clause_are_told_apart(text: str, lemma: str, roles: dict[str, str]) -> None:
    found = [said(c) for c in clauses_of(text) if c.lemma == lemma]
    assert any(roles.items() <= phrases.items() for phrases in found), found


@pytest.mark.parametrize(
    ("text", "negated"), [("No minister came.", True), ("He did not come.", True), ("He came.", False)]
)
def test_a_clause_knows_whether_it_denies(text: str, negated: bool) -> None:
    assert [c.negated for c in clauses_of(text)] == [negated]


def test_a_verb_of_wishing_and_the_one_behind_it_say_one_thing() -> None:
    assert ["wish", "continue", "promote"] in [
        [t.lemma_ for t in c.chain] for c in clauses_of("The ministry wishes to continue promoting trade.")
    ]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_phrases_inside_it(text: str) -> None:
    for clause in clauses_of(text):
        assert all(0 <= a.start < a.end <= len(a.head.doc) for a in clause.arguments)


def test_the_clause_around_a_word_is_found_by_its_phrase_and_by_its_verb() -> None:
    found = clauses_of("The mayor said that the board had bought a boat for 400 euros in May.")
    doc = found[0].verb.doc
    number, boat = (next(t for t in doc if t.text == text) for text in ("400", "boat"))
    held = [(clause.lemma, phrase.role) for clause, phrase in containing(found, boat)]
    assert held[0] == ("say", "content")
    assert ("buy", "object") in held
    around = innermost(found, number)
    assert around is not None
    assert around[0].lemma == "buy"
    assert around[1].role != "content"
    assert [clause.lemma for token in (number, boat) if (clause := governing(found, token))] == ["buy", "buy"]
    assert governing(found[:1], boat) is found[0]
    assert list(containing(found, doc[-1])) == []
