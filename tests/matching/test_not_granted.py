"""What was not granted nobody got, and what tells of no name or task answers for none."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.not_granted import is_not_granted, is_whose_it_is, tells_no_task
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "not_granted"),
    [
        ("How much did the choir get?", "The request of the choir for £70 was put off to May.", True),
        ("How much did the choir receive?", "The choir applied for £70 but withdrew its bid.", False),
        ("How much was the choir given?", "A grant of £70 for the choir was not approved.", True),
        ("How much did the choir get?", "The choir was granted £70, and the band's bid was refused.", False),
        ("Why did the choir not get a grant?", "The request of the choir for £70 was put off to May.", False),
        ("How much did the choir ask for?", "The request of the choir for £70 was put off.", False),
        ("How much would the choir get?", "The request of the choir for £70 was put off.", False),
    ],
)
def test_what_was_put_off_nobody_got(question: str, sentence: str, *, not_granted: bool) -> None:
    begin = sentence.index("£70")
    assert is_not_granted(read(question), sentence, (begin, begin + 3)) is not_granted


@pytest.mark.parametrize(
    ("question", "sentence", "whose"),
    [
        ("What will the bridge be called?", "The mayor put the plan of Osmark for a bridge to the vote.", True),
        ("What is the name of the new bridge?", "They heard a proposal by Osmark for a new bridge.", True),
        ("What is the bridge called?", "The bridge of Osmark was shut.", False),
        ("Who proposed the bridge?", "They heard a proposal by Osmark for a new bridge.", False),
    ],
)
def test_whose_plan_it_is_names_nothing(question: str, sentence: str, *, whose: bool) -> None:
    begin = sentence.index("Osmark")
    assert is_whose_it_is(read(question), sentence, (begin, begin + 6)) is whose


@pytest.mark.parametrize(
    ("question", "sentence", "none"),
    [
        ("What does Bo Lusk need to do?", "Bo Lusk declared an interest as he keeps bees.", True),
        ("What should Bo Lusk do?", "Bo Lusk came late.", True),
        ("What does Bo Lusk have to do?", "Action: Bo Lusk, letter about the bees.", False),
        ("What does Bo Lusk have to do?", "Bo Lusk must write about the bees.", False),
        ("What did Bo Lusk do?", "Bo Lusk came late.", False),
    ],
)
def test_what_somebody_did_is_no_task(question: str, sentence: str, *, none: bool) -> None:
    assert tells_no_task(read(question), sentence, (0, 7)) is none
