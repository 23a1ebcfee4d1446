"""Who chaired a part of a meeting is not given as who chaired another, or the rest."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.part_chaired import is_of_another_part
from bot.question import read

BATHS = "Ada Wren took the chair for the item on the baths, as Bo Lusk owns a stall there."
WHILE = "Bo Lusk opened the meeting; Ada Wren presided while the board dealt with the ferry fares."
FIRST = "Ada Wren chaired the morning session."
REST = "Ada Wren took the chair for items 1 to 4 and Bo Lusk chaired the rest of the meeting."
VOTE = "Bo Lusk left the hall for the vote on the clerk, and Ada Wren presided over it."
AWAY = "Ada Wren presided while Bo Lusk was in Lunn."
ALL = "Ada Wren chaired the meeting."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Who chaired the rest of the meeting?", BATHS, True),
        ("Who chaired the tide conference?", "The panel on tolls was chaired by Ada Wren and the other by Bo.", True),
        ("Who chaired the panel at the conference?", "The panel on tolls was chaired by Ada Wren.", False),
        ("Who chaired the meeting?", "The meeting of the tide group was chaired by Ada Wren.", False),
        ("Who took the chair for the other items?", WHILE, True),
        ("Who presided over the crane item in Osmark?", WHILE, True),
        ("Who presided over the item on the ferry fares?", WHILE, False),
        ("Who was in the chair when the crane was discussed?", BATHS, True),
        ("Who was in the chair when the baths were discussed?", BATHS, False),
        ("Who chaired the discussion of the tolls?", BATHS, True),
        ("Who chaired the baths item?", BATHS, False),
        ("Who chaired the afternoon session?", FIRST, True),
        ("Who chaired the morning session of the lake board?", FIRST, False),
        ("Who chaired the rest of the meeting?", REST, False),
        ("Who chaired the rest of the meeting?", FIRST[:-1] + " and Bo Lusk the afternoon session.", True),
        ("Who chaired the crane item?", ALL, False),
        ("Who chaired the afternoon session?", FIRST[:-1] + " and Bo Lusk the afternoon session.", False),
        ("Who presided over the reef talks?", "Ada Wren presided over the two-day meeting.", False),
        ("Who chaired the meeting?", BATHS, True),
        ("Who chaired the meeting in Osmark?", ALL, False),
        ("Who chaired the meeting?", AWAY, False),
        ("Who chaired the crane item?", AWAY, False),
        ("Who chaired the rest of the meeting?", VOTE, True),
        ("Who chaired the vote on the clerk?", VOTE, False),
        ("Who opened the debate on the tolls?", BATHS, False),
        ("Who took the chair in Osmark?", BATHS, False),
    ],
)
def test_one_part_is_told_from_another(question: str, sentence: str, is_other: bool) -> None:
    begin = sentence.index("Ada Wren")
    assert is_of_another_part(read(question), sentence, (begin, begin + 8)) is is_other


@pytest.mark.parametrize(
    ("part", "who"),
    [("the rest of the meeting", None), ("the crane item", None), ("the item on the baths", "Ada Wren")],
)
def test_nobody_is_given_for_another_part(part: str, who: str | None) -> None:
    assert answer(f"Who took the chair for {part}?", BATHS, "Ada Wren") == who
