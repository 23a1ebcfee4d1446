"""What the surfaces ask of a real base: its meetings by name, their facts, openers, digests, candidates."""

from __future__ import annotations

from pathlib import Path

import pytest
from harbour_board import ARTICLE

from bot import index
from bot.library import IndexedLibrary
from bot.question import read
from bot.replies import Context
from bot.shortcuts import BUILT_IN, Shortcut
from bot.telegram.shortcuts import ask


@pytest.fixture
def library(small_base: Path) -> IndexedLibrary:
    return IndexedLibrary(index.load(small_base))


@pytest.mark.parametrize("text", ["Harbour Board", "the board in Visby", "harbour board, May 2024", "May 2024"])
def test_a_meeting_is_found_by_its_name_place_or_date(library: IndexedLibrary, text: str) -> None:
    found = library.meeting_named(text)
    assert found is not None
    assert found.article == ARTICLE


@pytest.mark.parametrize("text", ["zebra council", "harbour board, May 2023", "", "???", "the"])
def test_no_meeting_is_made_up_for_a_name(library: IndexedLibrary, text: str) -> None:
    assert library.meeting_named(text) is None


def test_openers_lead_back_to_their_facts(library: IndexedLibrary) -> None:
    openers = library.openers()
    assert openers
    for opener in openers:
        reply, _ = library.reply(read(opener.question), Context())
        assert reply.answer is not None
        assert reply.answer.answer == opener.answer


def test_a_digest_has_who_chaired_and_facts_that_it_does_not_repeat(library: IndexedLibrary) -> None:
    digest = library.digest(ARTICLE)
    assert digest is not None
    assert digest.who is not None
    assert digest.who.answer == "Ana Lindqvist"
    assert [fact.answer for fact in digest.facts] == ["to dredge the northern channel"]
    assert library.digest("nowhere") is None


def test_facts_of_a_meeting_say_nothing_twice(library: IndexedLibrary) -> None:
    answers = [fact.answer for fact in library.facts(ARTICLE)]
    assert sorted(answers) == sorted(set(answers))
    assert "Visby" in answers
    assert library.facts("nowhere") == ()


def test_candidates_come_best_first(library: IndexedLibrary) -> None:
    found = library.candidates(read("Who chaired the Harbour Board?"), Context())
    assert found[0].answer == "Ana Lindqvist"
    assert [fact.confidence for fact in found] == sorted((fact.confidence for fact in found), reverse=True)
    assert library.candidates(read(""), Context()) == library.candidates(read("x" * 5000), Context()) == ()


def test_a_question_to_one_article_is_answered_from_it_alone(library: IndexedLibrary) -> None:
    reply, context = library.reply_in(read("Who chaired it?"), ARTICLE)
    assert reply.answer is not None
    assert context.article == ARTICLE
    assert library.reply_in(read("Who chaired it?"), "nowhere")[0].status == "none"


@pytest.mark.parametrize(
    ("words", "fits"),
    [("Visby", True), ("harbour", True), ("dredging channel", True), ("Oslo", False), ("harbour Oslo", False)],
)
def test_an_article_is_about_words_that_it_has_all_of(library: IndexedLibrary, words: str, fits: bool) -> None:
    assert library.is_about(ARTICLE, words) is fits
    assert not library.is_about("nowhere", words)


@pytest.mark.parametrize(("name", "answer"), [("chair", "Ana Lindqvist"), ("where", "Visby")])
@pytest.mark.parametrize("args", ["", "Harbour Board", "board in Visby", "May 2024"])
def test_shortcuts_are_answered_about_the_meeting_named_or_else_the_latest(
    library: IndexedLibrary, name: str, answer: str, args: str
) -> None:
    reply, context = ask(library, shortcut_of(name), args, f"/{name} {args}", Context())
    assert reply.answer is not None
    assert reply.answer.answer == answer
    assert context.article == ARTICLE


def test_a_shortcut_about_a_meeting_that_is_not_on_record_is_not_answered_from_another(library: IndexedLibrary) -> None:
    reply, _ = ask(library, shortcut_of("chair"), "zebra council", "/chair zebra council", Context())
    assert reply.answer is None


def shortcut_of(name: str) -> Shortcut:
    return next(shortcut for shortcut in BUILT_IN if shortcut.name == name)
