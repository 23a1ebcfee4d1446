"""Which of a sentence's numbers is of what a question asks for."""

from __future__ import annotations

import pytest

from bot.matching.counted import own_count
from bot.question import read

FROM = "The guild brought over 80 pilots from small boards, speaking for 9 ports."
SERVE = "It is in its fourth year with 19 courses that serve 3,000 pilots."
OF = "The letter was signed by 14 of the 31 pilots."
WHOM = "The quay has 84 berths, of which 17 were vacant in May."
ACCOUNTS = "Fuel Account, £666.80: Rope Account, £1,335.18; Lamp Tower Account, £297.45."
FUNDS = "They spoke of the $8.5 billion Lock Repair Fund and nearly $10 billion Small Ferry Credit Scheme."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("For how many ports did they speak?", FROM, "over 80", "9"),
        ("How many pilots is that for?", SERVE, "19", "3,000"),
        ("and how many courses is that?", SERVE, "3,000", "19"),
        # A part is counted by what it is part of, and a number that the question has is not asked for.
        ("How many pilots signed the letter?", OF, "14", "14"),
        ("How many pilots serve in the 19 courses, and how many courses?", SERVE, "3,000", "3,000"),
        ("How many berths were vacant?", WHOM, "17", "17"),
        ("What is in the lamp tower account?", ACCOUNTS, "£1,335.18; Lamp Tower Account, £297.45", "£297.45"),
        ("and in the scheme for small ferries?", FUNDS, "$8.5 billion", "$10 billion"),
        ("How much money is there?", FUNDS, "$8.5 billion", "$8.5 billion"),
        ("What part of the pilots stayed?", "Some 20% of the pilots stayed, if asked.", "pilots stayed", "20%"),
        ("What part of the pilots stayed?", "20% of 45% of the pilots stayed.", "pilots", "pilots"),
    ],
)
def test_the_number_told_is_of_what_is_asked_for(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = own_count(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer
