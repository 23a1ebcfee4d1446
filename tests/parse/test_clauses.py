"""A sentence as clauses: who did what to whom, with the phrases told apart."""

from __future__ import annotations

import functools

from hypothesis import given, settings
from hypothesis import strategies as st

from facts.model import Article
from facts.parse.clauses import Clause, clauses, containing, governing
from facts.parse.parser import Parser


@functools.cache
def parser() -> Parser:
    return Parser()


def clauses_of(text: str) -> list[Clause]:
    article = Article("a", None, None, None, None, "a.txt", "0", text, ((0, len(text)),))
    parsed = next(iter(parser().parse([article])))
    return [clause for paragraph, sentence in parsed.sentences() for clause in clauses(paragraph, sentence)]


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
    assert [clause.lemma for token in (number, boat) if (clause := governing(found, token))] == ["buy", "buy"]
    assert governing(found[:1], boat) is found[0]
    assert list(containing(found, doc[-1])) == []
