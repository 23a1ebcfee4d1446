"""Keywords with a date find the sentence that names both, however many articles are of that date."""

from __future__ import annotations

import datetime

from quay_works import record

from bot.index import Index
from bot.matching.candidates import candidates
from bot.question import read

FILLER = [f"Pilot {n} spoke of ropes, lamps and paint for an hour." for n in range(60)]
SOLD = (
    "After a long debate on ropes, lamps, paint, oars, sails, nets, hooks and the old winch on the northern pier, the "
    "guild heard that trade grew to 4,400 crowns in 2033, from 3,900 crowns in 2032."
)
INDEX = Index(
    [
        record("quay-2033", datetime.date(2033, 5, 2), None, FILLER, []),
        record("guild-2034", datetime.date(2034, 5, 2), None, [SOLD], []),
    ]
)


def found(question: str) -> list[str]:
    return [each.sentence.text for each in candidates(read(question), INDEX, [], None, None)]


def test_the_sentence_that_names_word_and_year_is_read_first() -> None:
    assert found("trade in 2033")[0] == SOLD
    assert found("trade 2032")[:1] == [SOLD]


def test_what_names_another_year_or_word_is_not() -> None:
    assert SOLD not in found("trade in 2031")[:1]
    assert found("lanterns in 2033")[:1] != [SOLD]
