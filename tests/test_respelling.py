"""Questions with slips of the pen, and what is none."""

from __future__ import annotations

import pytest
from lake_varda import records

from bot.dialog import reply
from bot.index import Index
from bot.respelling import respelled

INDEX = Index(records())
KNOWN = "Where was the Ferry League congress held?"


@pytest.mark.parametrize(
    "text",
    [
        "Whre was hte Ferry League congress held?",
        "Where wsa the Fery Leauge congress held?",
        "Wehre was th eFerry League congress held",
        "whwre was the ferry leagueg congress held",
    ],
)
def test_slips_lead_to_the_question_on_record(text: str) -> None:
    meant = respelled(text, INDEX)
    assert meant is not None
    assert meant.question == KNOWN
    assert meant.sure
    said, _ = reply(text, INDEX)
    assert said.answer is not None
    assert said.answer.answer == "Brill"


@pytest.mark.parametrize(
    "text",
    [
        "When was the Ferry League congress held?",  # another question word
        "How many boats had the Ferry League?",
        "Who chaired the 14th meeting of the Lake Varda Fisheries Commission?",  # another number
        KNOWN,
    ],
)
def test_what_asks_for_something_else_is_no_slip(text: str) -> None:
    assert respelled(text, INDEX) is None


def test_a_word_that_is_one_makes_the_guess_unsure() -> None:
    meant = respelled("Where was the Fairy League congress held?", INDEX)
    assert meant is not None
    assert not meant.sure
    assert reply("Where was the Fairy League congress held?", INDEX)[0].status != "answer"
