"""What somebody else did than a question names is offered at most."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.doers import done_by_another
from bot.question import read

PLEDGED = "Tarn pledged 12 million crowns and Osmark pledged 8 million crowns to the fund."
PROMISED = "The guild was represented by Clerk Jon Ek, who promised 150 new buoys."
NORWAY = "Norway pledged 12 million crowns and Chad pledged 8 million crowns."
ENGINEER = "The engineer chosen by Osmark, Ada Wren, stayed away from the dinner."
OFFERED = "The guild has asked for a rise of 6 per cent; the company has offered 3.5 per cent."
BACKED = "Wren backed the idea, while Lusk asked for more rope."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How much did Tarn pledge?", PLEDGED, "8 million crowns"),
        ("How much did Osmark pledge?", PLEDGED, "12 million crowns"),
        ("How much did Kenya pledge?", NORWAY, "8 million crowns"),
        ("how much did kenya pledge", NORWAY, "12 million crowns"),
        ("How many buoys were promised by Ada Wren?", PROMISED, "150"),
        ("How many buoys did Ada Wren promise?", PROMISED, "150"),
        ("What did Wren ask for?", BACKED, "more rope"),
        ("How much did Tarn pledge?", "The pilots pledged 8 crowns and Tarn pledged 12 crowns.", "8 crowns"),
        ("How many trials did Vexlor pass?", "She said that the Zorvex had passed 17 of 19 trials.", "17"),
        ("Who was the engineer chosen by Tarn?", ENGINEER, "Ada Wren"),
        ("How much has the guild offered?", OFFERED, "3.5 per cent"),
        ("what did the guild offer", OFFERED, "3.5 per cent"),
        ("Who was the engineer named by Bo Lusk?", ENGINEER, "Ada Wren"),
    ],
)
def test_what_another_did_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("How much did Osmark pledge?", PLEDGED, "8 million crowns"),
        ("How much did Chad pledge?", NORWAY, "8 million crowns"),
        ("How many buoys were promised by Jon Ek?", PROMISED, "150"),
        ("What did Lusk ask for?", BACKED, "more rope"),
        ("Who was the engineer chosen by Osmark?", ENGINEER, "Ada Wren"),
        ("How much has the company offered?", OFFERED, "3.5 per cent"),
        ("How much did the guild win?", "The guild met on Monday; the guild won 3 crowns.", "3 crowns"),
        ("Who was the engineer named by the council?", ENGINEER, "Ada Wren"),
        # A minister does it for a country, somebody for a body, and "she" may be whoever it is.
        ("How much did Norway pledge?", "Minister Ada Wren pledged 12 crowns.", "12 crowns"),
        ("How much did the Lock Guild pledge?", "Ada Wren pledged 12 crowns.", "12 crowns"),
        ("How much did Ada Wren pledge?", "She pledged 12 crowns.", "12 crowns"),
        ("How much did Norway and Chad pledge?", "Norway and Chad pledged 12 crowns.", "12 crowns"),
        ("What did Norway propose?", "Norway's minister Ada Wren proposed a toll.", "a toll"),
        ("What did Ada Wren announce?", "The board, which was chaired by Ada Wren, announced a toll.", "a toll"),
        ("What did Ada Wren propose?", "The Harbour Master proposed a toll.", "a toll"),
        (
            "What did Ada Wren want to shut?",
            "Wren: I would begin with a list where we shut the old lock.",
            "the old lock",
        ),
        # Whoever is asked, or what is passed, does not do it.
        (
            "What was Osk Tide Guild asked to dredge?",
            "Minister Bo Lusk asked Osmark for help to dredge a basin.",
            "a basin",
        ),
        ("What did the board allow at the quay?", "The board passed a bill to allow a crane at the quay.", "a crane"),
        ("Which ports did the new pilots visit?", "The pilots and pilots-elect also visited Marn.", "Marn"),
        ("Which ports did Ada Wren raise doubts about?", "Ada Wren named the ports that pilots doubt: Marn.", "Marn"),
        # What is named beside it is only like what is asked about.
        (
            "How many hours did simple work take?",
            "Bo Lusk: the crane took 3 hours for the work, see the simple list.",
            "3 hours",
        ),
    ],
)
def test_what_they_did_themselves_or_by_somebody_is_given(question: str, sentence: str, words: str) -> None:
    assert answer(question, sentence, words) == words


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("how many sheds has {} taken", "The master told him that Zorby had already taken 90 sheds.", "90"),
        ("When will {} finish its lock?", "The master said that Zorby expected to finish its lock by May.", "by May"),
        ("When will {} finish its lock?", "Zorby hopes to finish its lock by May.", "by May"),
        ("Where did {} build its lock?", "Zorby built its lock in Osk.", "Osk"),
        ("How did {} pay the toll?", "Zorby paid the toll in gold.", "in gold"),
        ("Why did {} leave the pact?", "Zorby left the pact because of the toll.", "because of the toll"),
    ],
)
def test_a_name_without_a_capital_is_a_name_and_who_means_to_do_is_the_doer(
    question: str, sentence: str, words: str
) -> None:
    begin = sentence.index(words)
    span = begin, begin + len(words)
    asked = [read(question.format(name)) for name in ("quillan", "zorby")]
    assert [done_by_another(each, sentence, span) for each in asked] == [True, False]


def test_what_somebody_has_others_do_is_not_their_own_deed() -> None:
    told = "Zorby passed a law to finish its lock by May."
    assert not done_by_another(read("When will quillan finish its lock?"), told, (38, 44))
