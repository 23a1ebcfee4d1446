"""Of two numbers, rounds or meetings of a sort the other one is not given."""

from __future__ import annotations

import pytest
from one_sentence import answer

RISEN = "The cost of the Osmark lock has risen to 9.1 million crowns from 7.4 million."
WANTED = "The pilots want a day off in May and a cut in watches at Osmark from eleven hours to nine."
FEWER = "The Osmark school has 340 pupils, 12 fewer than a year before."
GOT = "The bill on the Osmark lock needed two thirds and got 58 votes, three more than it had to."
ROUND = "Ada Wren of Osmark beat Tom Reed by 31 votes to 22 in the second round."
BECAME = "The tests of the Osmark lock are now planned for May 2031."
ORDINARY = "The next ordinary congress of the Osmark pilots is due in Tarn."
ROW = "Heading: Boats; Budget: £41,000; Forecast: £43,500"
CALLED = "The Osmark clerk, Bo Lusk, called for Ada Wren to resign."
TWO_YEARS = "The Osmark budget is 42 million crowns for 2030 and 39.6 million in 2029."
TERM = "The Osmark school sent home 6 pupils in the autumn term."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("what did the osmark lock cost originally?", RISEN, "9.1 million crowns from 7.4 million", "7.4 million"),
        ("what does the osmark lock cost?", RISEN, "9.1 million crowns", "9.1 million crowns"),
        ("how many fewer pupils has the osmark school than last year?", FEWER, "340", "12 fewer"),
        ("how many pupils has the osmark school?", FEWER, "340", "340"),
        ("how many votes did the bill on the osmark lock get?", GOT, "58", "58"),
        ("where is the ordinary congress of the osmark pilots?", ORDINARY, "Tarn", "Tarn"),
        ("boats forecast", ROW, "£43,500", "£43,500"),
        ("Who called for Ada Wren of Osmark to resign?", CALLED, "Bo Lusk", "Bo Lusk"),
        ("when will the tests of the osmark lock start?", BECAME, "May 2031", "May 2031"),
    ],
)
def test_the_one_that_is_asked_for_is_given(question: str, sentence: str, marked: str, said: str) -> None:
    assert answer(question, sentence, marked) == said


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("how many crowns over budget is the osmark lock?", RISEN, "9.1 million"),
        ("how long are watches at osmark now?", WANTED, "nine"),
        ("how many votes did tom reed of osmark get in round one?", ROUND, "22"),
        ("what was the osmark lock supposed to cost?", RISEN, "9.1 million crowns"),
        ("when were the tests of the osmark lock supposed to start?", BECAME, "May 2031"),
        ("where is the extraordinary congress of the osmark pilots?", ORDINARY, "Tarn"),
        ("ropes forecast", ROW, "£43,500"),
        ("Is the Osmark budget bigger in 2029 or 2030?", TWO_YEARS, "39.6 million"),
        ("What did Mrs Lusk of Osmark declare?", "Mr A Lusk of Osmark declared a gift of wine.", "a gift of wine"),
        ("how many pupils did the osmark school send home in the spring term?", TERM, "6"),
    ],
)
def test_the_other_one_is_offered_at_most(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) is None
