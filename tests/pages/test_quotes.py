"""Quotes are found whatever white space lies between their words, and facts below the sentence they begin in."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from ostford_board import CHAIR, MET, SENTENCES, written_texts

from facts.model import Sentence
from facts.pages.quotes import Source, in_order, likeliest, places, quoted

TEXT = "  The  board\nmet.\n\n- It\u00a0met."


@given(written_texts())
def test_every_sentence_is_found_where_it_stands(made: tuple[str, tuple[Sentence, ...]]) -> None:
    text, sentences = made
    assert Source(text).sentences(each.text for each in sentences) == [each.span for each in sentences]


def test_a_sentence_is_not_looked_for_in_front_matter() -> None:
    text = "---\ntitle: The board\n---\n\n# The board\n\nIt met.\n"
    spans = Source(text).sentences(["The board", "It met."])
    assert spans == [(28, 37), (39, 46)]


@pytest.mark.parametrize(
    ("quote", "near", "found"),
    [
        ("The board met.", 0, "The  board\nmet."),
        ("board met. - It", 0, "board\nmet.\n\n- It"),
        ("met.", 0, "met."),
        ("It met.", 99, "It\u00a0met."),
        ("t m", 0, "t\u00a0m"),
        ("it MET.", 0, "It\u00a0met."),
        ("They met.", 0, None),
    ],
)
def test_a_quote_is_found_as_the_text_has_it(quote: str, near: int, found: str | None) -> None:
    span = Source(TEXT).nearest(quote, near)
    assert (None if span is None else TEXT[slice(*span)]) == found


def test_of_several_places_the_nearest_is_taken() -> None:
    assert Source(TEXT).nearest("met.", 0) == (13, 17)
    assert Source(TEXT).nearest("met.", len(TEXT)) == (24, 28)


@pytest.mark.parametrize(
    ("start", "end", "span"), [(0, 17, (13, 17)), (17, 28, (24, 28)), (17, 24, None), (0, 13, None)]
)
def test_a_quote_is_found_where_it_begins_between_two_places(
    start: int, end: int, span: tuple[int, int] | None
) -> None:
    assert Source(TEXT).within("met.", start, end) == span


def test_a_fact_stands_below_the_sentence_in_which_or_in_front_of_which_its_evidence_begins() -> None:
    starts = [0, 13, 14, 15, 39, 99]
    facts = [msgspec.structs.replace(MET, span=(start, start + 5)) for start in starts]
    assert places(SENTENCES, facts) == [0, 0, 1, 1, 1, 1]
    assert in_order(SENTENCES, (CHAIR, *facts[:2])) == (*facts[:2], CHAIR)


def test_quotes_that_do_not_overlap_are_sentences() -> None:
    assert quoted((CHAIR, MET, CHAIR)) == SENTENCES
    assert quoted(()) == ()


def test_the_likeliest_sentence_is_the_most_alike_or_the_one_at_the_place() -> None:
    assert likeliest(SENTENCES, "It was chaired by B. Birch.", 0) == SENTENCES[1]
    assert likeliest(SENTENCES, "Nothing like them, 1234567890", 20) == SENTENCES[1]
    assert likeliest(SENTENCES, "Nothing like them, 1234567890", 99) == SENTENCES[1]
    assert likeliest((), "It was chaired by B. Birch.", 0) is None
