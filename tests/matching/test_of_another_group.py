"""What is told of one group or thing is not told of another that goes by a like name."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.of_another_group import is_of_an_earlier_one, is_of_another_group
from bot.question import read

NURSES = "The nurses backed the deal, as did the cleaners and the night porters."
CHAIRED = "The hall was full on Friday for the evening, which was chaired by the nurses' branch secretary, Ada Wren."
COMING = "Ticket clerks will walk out on 3 May, and the walkout will hit all lines."


@pytest.mark.parametrize(
    ("question", "another"),
    [
        ("Who chaired the cleaners' meeting?", True),
        ("who chaired the night porters meeting", True),
        ("who is the porters branch secretary", True),
        ("did ada wren chair the cleaners meeting", True),
        ("Who chaired the nurses' meeting?", False),
        ("who is the nurses branch secretary", False),
        ("Who chaired the nursing staff meeting?", False),
        ("Who chaired the members' meeting?", False),
        ("Who chaired the bakers' meeting?", False),
        ("Who chaired the meeting?", False),
    ],
)
def test_another_groups_secretary_is_not_theirs(question: str, *, another: bool) -> None:
    assert is_of_another_group(read(question), [NURSES, CHAIRED], 1) is another


def test_what_names_no_group_may_be_of_any() -> None:
    asked = read("Who chaired the cleaners' meeting?")
    assert not is_of_another_group(asked, [NURSES, "It was chaired by Ada Wren."], 1)


@pytest.mark.parametrize(
    ("question", "sentence", "earlier"),
    [
        ("Has the walkout been called off?", "A walkout planned for last June was called off.", True),
        ("Why was the walkout called off?", "An earlier walkout was called off because of snow.", True),
        ("Did the walkout end?", "Another walkout, two years earlier, ended in a day.", False),
        ("Did the walkout end?", "A walkout two years ago ended in a day.", True),
        ("Was a walkout called off?", "A walkout planned for last June was called off.", False),
        ("Was last year's walkout called off?", "A walkout planned for last June was called off.", False),
        ("Was the walkout in June called off?", "A walkout planned for last June was called off.", False),
        ("Has the walkout been called off?", "The walkout was called off last night.", False),
        ("Was the fair called off?", "A fair planned for last June was called off.", False),
    ],
)
def test_an_earlier_one_is_not_the_one_told_of(question: str, sentence: str, *, earlier: bool) -> None:
    assert is_of_an_earlier_one(read(question), [COMING, sentence], 1) is earlier
