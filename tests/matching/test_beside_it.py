"""What stands right beside the answer is none: what somebody else chaired, owned or underwent, and numbers
of something near; what is asked for itself is held back by none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.matching.otherwise import (
    counted_apart,
    holder_replaced,
    place_of_matter,
    whose_chair,
    whose_thing,
    whose_work,
)
from bot.question import Question, read

OfWords = Callable[[Question, str, tuple[int, int]], bool]
AMONG = Callable[[Question, tuple[str, ...], int], bool]
STRIKE = "The Lock Board ran nine boats, but the strike is costing it £90 a day."


@pytest.mark.parametrize(
    ("check", "question", "sentence", "words"),
    [
        (place_of_matter.is_place_of_matter, "lock board venue", "The board agreed to mend the pier at Osk.", "Osk"),
        (counted_apart.is_cost_of_another, "what do the boats cost", STRIKE, "£90 a day"),
        (whose_thing.is_of_another_owner, "how many signed Tarn's petition",
         "Tarn objected, as did the Weir Guild, whose petition drew 90 names.", "90"),
    ],
)  # fmt: skip
def test_what_stands_beside_it_is_held_back(check: OfWords, question: str, sentence: str, words: str) -> None:
    at = sentence.index(words)
    assert check(read(question), sentence, (at, at + len(words)))


@pytest.mark.parametrize(
    ("check", "question", "sentence", "words"),
    [
        (place_of_matter.is_place_of_matter, "where did they meet", "They met in Osk and agreed to mend it.", "Osk"),
        (place_of_matter.is_place_of_matter, "where is the pier to be mended", "They agreed to mend the pier at Osk.",
         "Osk"),
        (counted_apart.is_what_it_is_compared_with, "how many came this year",
         "The fair drew 90 guests, more than in 2019.", "90"),
        (counted_apart.is_cost_of_another, "what does the strike cost", STRIKE, "£90 a day"),
        (whose_thing.is_of_another_owner, "what stood on Wren's desk", "A lamp stood on the Mayor's desk.", "A lamp"),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_not(check: OfWords, question: str, sentence: str, words: str) -> None:
    at = sentence.index(words)
    assert not check(read(question), sentence, (at, at + len(words)))


@pytest.mark.parametrize(
    ("check", "question", "sentences", "place", "held"),
    [
        (whose_chair.chairs_another, "who was in the chair at Tarn",
         ("It came from the tolls panel.", "Its chair, Bo Lusk, spoke."), 1, True),
        (whose_chair.chairs_another, "who chaired the tolls panel",
         ("It came from the tolls panel.", "Its chair, Bo Lusk, spoke."), 1, False),
        (whose_chair.chairs_another, "who chaired the meeting",
         ("It was the council's day.", "Its chair, Bo Lusk, spoke."), 1, False),
        (holder_replaced.was_succeeded, "who is the treasurer",
         ("Ada Wren, Treasurer, reported.", "Bo Lusk was elected Treasurer."), 0, True),
        (holder_replaced.was_succeeded, "who was the treasurer then",
         ("Ada Wren, Treasurer, reported.", "Bo Lusk was elected Treasurer."), 0, False),
        (holder_replaced.was_succeeded, "who is the treasurer",
         ("Ada Wren, Treasurer, reported.", "Ada Wren was re-elected Treasurer."), 0, False),
        (whose_work.is_other_work, "when will work on the pier start",
         ("The pier is to be mended.", "Work is to start in May."), 1, False),
    ],
)  # fmt: skip
def test_what_other_sentences_of_the_article_tell_decides(
    check: AMONG, question: str, sentences: tuple[str, ...], place: int, held: bool
) -> None:
    assert check(read(question), sentences, place) is held
