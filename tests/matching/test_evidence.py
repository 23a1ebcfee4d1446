"""What speaks for a sentence: the words that it has, by itself and with what is around it, and what they weigh."""

from __future__ import annotations

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import CHAIRED, GAUGE, LIGHTHOUSE, LOAN, Line, record, records

from bot.dialog import candidates_for
from bot.index import Index
from bot.matching import candidates, decision, reading
from bot.matching.evidence import NO_RULES, Covered, asks, coverage, sentence_of
from bot.matching.query_terms import query_terms
from bot.question import read
from bot.replies import Context
from facts.model import Meeting
from facts.reader import Passage, Reading

INDEX = Index(records())


def covered(text: str, place: int, index: Index = INDEX) -> Covered:
    """How much of a question's words a sentence of the first article has."""
    asked = query_terms(read(text).analysis, index.vocabulary)
    return coverage(asked, sentence_of(index, 0, place), index)


def test_a_sentence_stands_under_its_heading_and_after_the_one_before() -> None:
    first, second = (sentence_of(INDEX, 0, place) for place in range(2))
    assert first.passage == Passage(INDEX.heading(0), "", CHAIRED)
    assert second.passage == Passage(INDEX.heading(0), CHAIRED, GAUGE)
    assert (second.text, second.article, second.place) == (GAUGE, 0, 1)


def test_words_of_the_sentence_itself_count_whole() -> None:
    assert covered("tidal gauge?", 1) == Covered(1.0, 1.0, 0.0, 0.0)


@pytest.mark.parametrize(("place", "around"), [(2, 1.0), (3, 0.0)])
def test_words_of_the_sentence_before_count_as_being_around_those_of_one_further_off_do_not(
    place: int, around: float
) -> None:
    found = covered("tidal gauge?", place)
    assert (found.words, found.own_words) == (around, 0.0)


def test_the_words_of_the_meeting_and_its_place_are_around_each_of_its_sentences() -> None:
    texts = [GAUGE, LOAN, LIGHTHOUSE]
    held = Index([record("2022-01-01-x", None, Meeting("Quay Works Forum", place="Karlstad"), texts, [])])
    plain = Index([record("2022-01-01-x", None, None, texts, [])])
    for text in ("Quay Works Forum?", "Karlstad?"):
        assert covered(text, 2, held).words == 1
        assert covered(text, 2, plain).words == 0


def test_what_is_missing_weighs_as_much_as_the_heaviest_word_that_nothing_has() -> None:
    one, both = covered("tidal gauge of zebras?", 1), covered("zebras?", 1)
    assert one.missing == both.missing > 0
    assert 0 < one.words < 1
    assert covered("tidal gauge?", 1).missing == 0


def test_missing_names_and_numbers_are_told_apart() -> None:
    name, word = covered("who opened the tidal gauge with Tomas Ekre?", 1), covered("who painted the tidal gauge?", 1)
    assert name.missing_name > 0
    assert word.missing > 0
    assert word.missing_name == 0


def test_a_sentence_of_a_question_without_words_has_none_of_them() -> None:
    assert coverage((), sentence_of(INDEX, 0, 0), INDEX) == Covered(0.0, 0.0, 0.0, 0.0)


def _pilots() -> Index:
    texts = [f"Pilot number {n} of the harbour reported fog." for n in range(4)]
    lines: list[Line] = [(texts[1], "what", "What did the pilot report?", "fog")]
    lines.append((texts[3], "what", "What did the pilot of the harbour report?", "fog there"))
    return Index([record("2022-02-02-pilots", datetime.date(2022, 2, 2), None, texts, lines)])


def test_the_fact_that_fits_best_by_rules_speaks_for_its_sentence() -> None:
    index, question = _pilots(), read("what did the pilot of the harbour report?")
    matched = candidates_for(question, index, Context())
    found = candidates.candidates(question, index, matched, None, None)
    rows = list(reading.evidence_of(found, [Reading(0.0, 0.5, 0, 1, 0.5, 0, 0, 1)] * len(found)))
    best = max(rows, key=lambda row: row.rules)
    assert best.rules == matched[0].score > NO_RULES
    for candidate, row in zip(found, rows, strict=True):
        assert row.rules_best == (row is best)
        assert (row.rules == NO_RULES) == (candidate.match is None)


def test_where_no_fact_fits_by_rules_no_sentence_has_the_best() -> None:
    question = read("when was the tidal gauge opened?")
    found = candidates.candidates(question, INDEX, [], None, None)
    rows = list(reading.evidence_of(found, [Reading(0.0, 0.5, 0, 1, 0.5, 0, 0, 1)] * len(found)))
    assert {(row.rules, row.rules_best) for row in rows} == {(NO_RULES, 0.0)}


@given(st.floats(0.01, 0.99))
def test_how_sure_the_span_is_counts_as_log_odds(sure: float) -> None:
    found = candidates.candidates(read("tidal gauge?"), INDEX, [], None, None)[:1]
    [row] = reading.evidence_of(found, [Reading(0.0, 0.5, 0, 1, sure, 0, 0, 1)])
    assert row.span == pytest.approx(math.log(sure / (1 - sure)), abs=1e-9)


@given(st.floats(-6, 20), st.floats(-6, 20), st.floats(-4, 5))
def test_a_fact_given_by_rules_is_the_surer_the_more_the_reader_agrees(one: float, other: float, rules: float) -> None:
    low, high = sorted((one, other))
    assert decision.rules_confidence(rules, low) <= decision.rules_confidence(rules, high)
    assert decision.rules_confidence(rules, None) == decision.rules_confidence(rules, decision.UNREAD)
    assert decision.rules_confidence(rules, -50.0) == decision.rules_confidence(rules, None)


def test_what_is_shown_at_most_is_never_given() -> None:
    assert decision.confidence(decision.SHOWN) < min(decision.READ_AT, decision.YES_NO_READ_AT)


@pytest.mark.parametrize(
    ("sentence", "is_question"),
    [
        ("Bo Lusk, can we set a day for the lock as the tide is high.", True),
        ("Ada: did anyone hear from the pilots", True),
        ("Would they pay the toll", True),
        ("Can openers are sold in Tarn.", False),
        ("Ada: we can set a day for the lock.", False),
        ("Did you know, said Ada, was the first word of the report.", True),
        ("Do this by Friday.", False),
        ("Should we fail to agree, the court decides.", False),
    ],
)
def test_a_question_of_notes_needs_no_mark(sentence: str, is_question: bool) -> None:
    assert asks(sentence) is is_question
