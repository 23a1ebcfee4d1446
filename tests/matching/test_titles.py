"""By whom the holders of an office were met, invited or thanked is not told by the title of one of them."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.offices import is_listed_with_another
from bot.matching.otherwise.titles import is_title_of_named
from bot.question import read

LISTED = "Ada Wren, Harbour Master, Port of Brill"


@pytest.mark.parametrize(
    "question", ["who convened the harbour masters of Brill?", "who thanked the harbour masters of the ports?"]
)
def test_a_title_does_not_tell_what_was_done_to_its_holders(question: str) -> None:
    assert answer(question, LISTED, "Ada Wren") is None


@pytest.mark.parametrize(
    "question",
    ["who represented the port of Brill?", "who is harbour master of the port of Brill?", "who came for Brill?"],
)
def test_but_for_what_somebody_stands(question: str) -> None:
    assert answer(question, LISTED, "Ada Wren") == "Ada Wren"


def test_a_name_with_its_title_is_no_title_alone() -> None:
    told = "Ada Wren, Master and Pilot of ships, Port Brill"
    spans = [(0, told.index(", Port")), (told.index("Master"), told.index(", Port"))]
    assert [is_title_of_named(read("Who runs Port Brill?"), told, span) for span in spans] == [False, True]


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who is the CEO of the Osk Guild?", "Ada Wren, President, Osk Guild 7.", True),
        ("Who is the president of the Osk Guild?", "Ada Wren, President and CEO, Osk Guild", False),
        ("Who is the CEO of the Osk Guild?", "Ada Wren, Chief Executive Officer, Osk Guild", False),
        ("Who is the head of the Osk Guild?", "Ada Wren, President, Osk Guild", False),
        ("Who is the clerk of the Osk Guild?", "Ada Wren, president of the guild, met the clerk.", False),
        ("Who is the clerk of the Osk Guild?", "Ada Wren, Osk Guild", False),
    ],
)
def test_who_is_listed_with_one_office_need_not_have_another(question: str, sentence: str, other: bool) -> None:
    assert is_listed_with_another(read(question), sentence, (0, 8)) is other
