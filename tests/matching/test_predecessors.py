"""Who came after somebody is not whom they came after."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.predecessors import is_leaving, is_who_came_after, own_newcomer, own_predecessor
from bot.question import read

OUTGOING = "The board thanked the outgoing Harbour Master, Mr Bo Lusk, and named Dr Ada Wren of Osk as his successor."
AFTER = "Ada Wren was elected treasurer in succession to the long-serving Bo Lusk, who retires."
REPLACED = "Ada Wren replaces Cy Dent as coach of the rowers."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("Who did Wren replace?", OUTGOING, "Dr Ada Wren of Osk", "Mr Bo Lusk"),
        ("who was harbour master before wren", OUTGOING, "Dr Ada Wren", "Mr Bo Lusk"),
        ("Who is Ada Wren's predecessor?", OUTGOING, "Dr Ada Wren", "Mr Bo Lusk"),
        ("Who was the predecessor of Ada Wren?", AFTER, "Ada Wren", "Bo Lusk"),
        ("Who does Ada Wren take over from?", REPLACED, "Ada Wren", "Cy Dent"),
        ("Who did Wren replace?", OUTGOING, "Mr Bo Lusk", "Mr Bo Lusk"),
        ("Who replaced Bo Lusk?", OUTGOING, "Dr Ada Wren", "Dr Ada Wren"),
        ("Who is the new harbour master?", OUTGOING, "Dr Ada Wren", "Dr Ada Wren"),
        ("Who spoke before Ada Wren?", "Ada Wren spoke for an hour.", "Ada Wren", "Ada Wren"),
    ],
)
def test_the_one_before_is_told(question: str, sentence: str, marked: str, own: str) -> None:
    begin = sentence.index(marked)
    begin, end = own_predecessor(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == own


def test_where_none_is_told_before_the_one_named_is_no_answer() -> None:
    told = "The guild elected Ada Wren as its clerk."
    asked = read("Who was clerk before Ada Wren?")
    assert is_who_came_after(asked, told, own_predecessor(asked, told, (18, 26)))


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("Who is the new harbour master?", OUTGOING, "Mr Bo Lusk", "Dr Ada Wren"),
        ("who's the new harbour master", OUTGOING, "Dr Ada Wren", "Dr Ada Wren"),
        ("Who will be the next coach?", "Cy Dent, the retiring coach, is replaced by Ada Wren.", "Cy Dent", "Cy Dent"),
        ("Who is the harbour master?", OUTGOING, "Mr Bo Lusk", "Mr Bo Lusk"),
    ],
)
def test_who_leaves_is_not_who_comes(question: str, sentence: str, marked: str, own: str) -> None:
    begin = sentence.index(marked)
    begin, end = own_newcomer(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == own


def test_who_leaves_is_no_answer_where_nobody_comes() -> None:
    told = "The guild thanked its outgoing clerk, Bo Lusk, for nine years."
    assert is_leaving(read("Who is the new clerk?"), told, (38, 45))
