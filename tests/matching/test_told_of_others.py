"""What the rest of an article says of whom a sentence names tells that it is of others than a question asks about."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.told_of_others import is_told_of_others
from bot.question import read

MEMBERS = "Delegates of Zorby, Quillan and Lunt met."
MINISTERS = "Harbour ministers Ada Vorwick of Zorby and Bo Tremlin of Quillan met."
OFFICES = "The mayor, Cllr Ada Vorwick, was in the chair, the clerk, Bo Tremlin, beside her."


@pytest.mark.parametrize(
    ("question", "before", "sentence", "is_other"),
    [
        ("How full is Quillan's lock?", MEMBERS, "The locks of the region were filled to 91 percent.", True),
        ("How full were all locks of Quillan?", MEMBERS, "The locks of the region were filled to 91 percent.", False),
        ("How many eels may Quillan catch?", MEMBERS, "The total catch of eels was cut to 900.", True),
        ("How much does the Quillan Eel Plan cost?", "The Quillan Eel Plan and Zorby.", "The total cost is 9.", True),
        ("How much does the Zorby Eel Plan cost?", f"The Zorby Eel Plan. {MEMBERS}", "The total cost is 9.", False),
        ("How many eels may be caught?", MEMBERS, "The total catch of eels was cut to 900.", False),
        ("What share of tolls does Quillan keep?", MEMBERS, "Zorby and Lunt, which keep 4 percent, stayed.", True),
        ("What share of tolls does Lunt keep?", MEMBERS, "Zorby and Lunt, which keep 4 percent, stayed.", False),
        ("Why did Quillan reject the toll?", MINISTERS, "Vorwick rejected it, saying that it was too early.", True),
        ("Why did Zorby reject the toll?", MINISTERS, "Vorwick rejected it, saying that it was too early.", False),
        ("When did the mayor say she would retire?", OFFICES, "Mr Tremlin said that he would retire in July.", True),
        ("When did the clerk say he would retire?", OFFICES, "Mr Tremlin said that he would retire in July.", False),
        ("When did the pilot say he would retire?", OFFICES, "Mr Tremlin said that he would retire in July.", False),
        ("When did the mayor say the hut will be let?", OFFICES, "Members were told that it will be in July.", False),
        ("How much is Vorwick paid?", OFFICES, "Her predecessor, Dag Moe, left with a payment of £9.", True),
        ("What did Vorwick's predecessor get?", OFFICES, "Her predecessor, Dag Moe, left with a payment of £9.", False),
        ("How much was Dag Moe paid?", OFFICES, "Her predecessor, Dag Moe, left with a payment of £9.", False),
        (
            "Why was the Tremlin Fund grant held over?",
            "The Tremlin Fund spoke.",
            "A plea from the Vorwick Club was held over because it came late.",
            True,
        ),
        ("Why did Tremlin not come?", OFFICES, "She sent her deputy, Bo Tremlin, because of the flood.", True),
        ("Why did Vorwick not come?", OFFICES, "Vorwick sent her deputy, Bo Tremlin, because of the flood.", False),
    ],
)
def test_what_is_told_of_others_is_not_of_whom_a_question_names(
    question: str, before: str, sentence: str, is_other: bool
) -> None:
    assert is_told_of_others(read(question), [before, sentence], 1) is is_other
