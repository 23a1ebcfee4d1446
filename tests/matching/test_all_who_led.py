"""Who chaired, led or hosted is answered with all who did so together, where a sentence names them."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.all_who_led import all_who_led
from bot.question import read

WHO = "Who chaired the forum?"


@pytest.mark.parametrize(
    ("told", "marked", "whole"),
    [
        (
            "Mayor Hetty Vane and her deputy Tom Arkell shared the chair.",
            "Tom Arkell",
            "Mayor Hetty Vane and her deputy Tom Arkell",
        ),
        (
            "The forum was co-chaired by Ada Rose, the mayor of Selby, and Ben Crisp, head of the union.",
            "Ada Rose",
            "Ada Rose, the mayor of Selby, and Ben Crisp",
        ),
        (
            "The forum was chaired by Ada Rose and, after the break, by Ben Crisp.",
            "Ada Rose",
            "Ada Rose and, after the break, by Ben Crisp",
        ),
        (
            "Ada Rose co-chaired the forum with Ben Crisp.",
            "Ada Rose",
            "Ada Rose co-chaired the forum with Ben Crisp",
        ),
        (
            "The forum was chaired by Ada Rose, with Ben Crisp as co-chair.",
            "Ben Crisp",
            "Ada Rose, with Ben Crisp as co-chair",
        ),
        ("The chair was taken by Ada Rose and Ben Crisp in turn.", "Ada Rose", "Ada Rose and Ben Crisp"),
        ("On Monday, Norway and Ghana jointly chaired the forum.", "Ghana", "Norway and Ghana"),
    ],
)
def test_who_led_something_together_is_given_whole(told: str, marked: str, whole: str) -> None:
    assert answer(WHO, told, marked) == whole


@pytest.mark.parametrize(
    "told",
    [
        "The forum was chaired by Ada Rose and attended by Ben Crisp.",
        "The forum was chaired by Ada Rose, and Ben Crisp of the union spoke.",
        "The forum was chaired by Ada Rose and Ben Crisp read the minutes.",
        "The forum was chaired by Ada Rose, with Ben Crisp as secretary.",
        "The forum was chaired by Ada Rose in Selby and Port Tarn.",
        "Ben Crisp spoke and Ada Rose shared the chair.",
    ],
)
def test_who_did_something_else_is_not_among_them(told: str) -> None:
    begin = told.index("Ada Rose")
    assert all_who_led(read(WHO), told, (begin, begin + 8)) == (begin, begin + 8)


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Who chaired in the morning?", "Ada Rose"),
        ("Who chaired the forum with Ben Crisp?", "Ada Rose"),
        ("Who else chaired it?", "Ben Crisp"),
    ],
)
def test_of_one_of_them_is_asked_by_what_tells_them_apart(question: str, marked: str) -> None:
    told = "The forum was chaired by Ada Rose in the morning and Ben Crisp in the afternoon."
    begin = told.index(marked)
    assert all_who_led(read(question), told, (begin, begin + len(marked))) == (begin, begin + len(marked))


def test_a_fact_that_has_but_one_of_them_is_not_given() -> None:
    told = "Ada Rose co-chaired the forum with Ben Crisp."
    said = answer(WHO, told, "Ada Rose", (told, "who", WHO, "Ada Rose"))
    assert said == "Ada Rose co-chaired the forum with Ben Crisp"
