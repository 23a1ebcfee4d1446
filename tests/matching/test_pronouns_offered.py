"""Whom a pronoun means is offered, where the sentence before names one person; else the quote without any mark."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Answer
from bot.wording.quotes import nearest_quote

LOGIT = -1.0


def offers(question: str, texts: list[str], marked: dict[str, str]) -> tuple[Answer, ...]:
    """What is offered for a question of which the reader is not sure, by an article of these sentences."""
    index = Index([record("2024-05-03-mill", datetime.date(2024, 5, 3), None, texts, [])])
    said = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(marked, logit=LOGIT))))[0]
    assert said.answer is None
    return said.suggestions


@pytest.mark.parametrize(
    ("before", "sentence", "words", "name"),
    [
        ("Warden Tia Rook warned of the fog over the lock.", "She opposed the new lantern.", "She", "Warden Tia Rook"),
        ("The guild chose Olaf Brandvik as its pilot.", "He opposed the new lantern.", "He", "Olaf Brandvik"),
        ("The fee was set by Ms Tia Rook in Brill Street.", "She opposed the new lantern.", "She", "Ms Tia Rook"),
    ],
)
def test_the_name_is_marked_in_both_sentences(before: str, sentence: str, words: str, name: str) -> None:
    (offer,) = offers("Who opposed the new lantern?", [before, sentence], {sentence: words})
    assert (offer.answer, offer.evidence) == (name, f"{before} {sentence}")
    assert nearest_quote(offer).plain() == f"{before.replace(name, f'*{name}*')} {sentence}"


@pytest.mark.parametrize(
    ("before", "sentence", "words"),
    [
        ("Tia Rook thanked Olaf Brandvik.", "She opposed the new lantern.", "She"),  # either
        ("The Harbour Fund paid.", "He opposed the new lantern.", "He"),  # a body
        ("The mill in Brill Tarnow was sold.", "He opposed the new lantern.", "He"),  # a place
        ("He met Olaf Brandvik.", "He opposed the new lantern.", "He"),
        ("Report of Pilot Olaf Brandvik", "He opposed the new lantern.", "He"),  # a heading
        ("The pilots met Olaf Brandvik.", "They opposed the new lantern.", "They"),
        ("Olaf Brandvik spoke for the guild.", "It opposed the new lantern.", "It"),
    ],
)
def test_nothing_is_marked_where_it_may_be_another(before: str, sentence: str, words: str) -> None:
    (offer,) = offers("Who opposed the new lantern?", [before, sentence], {sentence: words})
    assert offer.answer == offer.evidence == sentence
    assert nearest_quote(offer).plain() == sentence


def test_a_name_that_is_offered_is_not_offered_again_by_its_pronoun() -> None:
    texts = ["The guild chose Olaf Brandvik as its new pilot.", "He follows the old pilot in May."]
    found = offers("Who is the new pilot?", texts, {texts[0]: "Olaf Brandvik", texts[1]: "He"})
    assert [each.answer for each in found] == ["Olaf Brandvik"]


def test_no_pronoun_is_marked_whatever_is_asked() -> None:
    sentence = "It cost the guild a lantern."
    (offer,) = offers("What cost the guild a lantern?", ["The fog was thick.", sentence], {sentence: "It"})
    assert nearest_quote(offer).plain() == sentence
