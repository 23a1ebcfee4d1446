"""Slips of the pen are put right before a question is read, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import records
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.spelling import keywords_as_spelled, mended
from bot.question import read
from bot.replies import Context

INDEX = Index(records())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wich comittee aproved the lone of 40,000 crowns?", "which committee approved the lone of 40,000 crowns?"),
        ("Wich cranes, acording to the Comittee", "Which cranes, according to the Committee"),
        ("did the Marigld come to Brill", "did the Marigold come to Brill"),
        ("the marigld's hull", "the marigold's hull"),
        ("who left the lighthuose", "who left the lighthouse"),
        ("wen wil teh ship leave, and hwo wat", "when will the ship leave, and who what"),
        ("was teh wrek rased adn whcih", "was the wreck raised and which"),
        ("Teh ship was delayd ovr the riad", "The ship was delayed over the raid"),
    ],
)
def test_a_slip_becomes_the_nearest_word(typed: str, meant: str) -> None:
    assert mended(typed, INDEX.terms) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Who chaired the third meeting of the Quay Works Committee?",
        "didn't the WeakSet of QWC+ nor McAllister's NATO-led LGBTQI office say so?",
        "did Korea and Laos come",
        "Since when, and whether against or without it: shall we, because we cannot?",
        "how many didnt vote, and why wasnt it read",
        "Is Nancy Spill here? Ist das Wetter schön, tàu?",
        "osm2020 xyzzy qqqq",
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert mended(text, INDEX.terms) == text


def test_a_name_is_only_taken_for_one_on_record() -> None:
    assert mended("did Mr Folcon greet Acording", INDEX.terms) == "did Mr Folcon greet Acording"
    assert mended("did Loann come", INDEX.terms) == "did Loann come"
    assert mended("did the loann come", INDEX.terms) == "did the loan come"
    assert mended("did Tomass speak, acording to Falkk", INDEX.terms) == "did Tomas speak, according to Falk"


@given(st.text())
def test_any_text_is_mended_in_its_words_only(text: str) -> None:
    found = mended(text, INDEX.terms)
    assert len(found.split()) == len(text.split())
    assert abs(len(found) - len(text)) <= 2 * len(text.split()) + 2


def test_the_reader_is_shown_words_as_they_are_spelled() -> None:
    stub = StubReader(marks({}))
    context = Context(question="Wich pilots came to Osmark?")
    reply("and did the pilots leave the lighthuose?", INDEX, context, SentenceReader(lambda: stub))
    assert stub.questions == ["and did the pilots leave the lighthouse?"]
    assert stub.before in (["Which pilots came to Osmark?"], [""])


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("loan aproved by the comittee?", "yes_no"),
        ("cranes bouhgt?", None),
        ("comittee chair third meeting?", "who"),
        ("wich cranes bouhgt?", "which"),
    ],
)
def test_keywords_with_slips_ask_for_what_they_would_without(typed: str, kind: str | None) -> None:
    asked = keywords_as_spelled(read(typed), INDEX.terms)
    assert (asked.text, asked.analysis.answer_type) == (typed, kind)
