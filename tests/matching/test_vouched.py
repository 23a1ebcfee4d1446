"""What somebody denies is no yes, and a no by their word; what is only feared or complained of is neither."""

from __future__ import annotations

import pytest
from yes_or_no import answers

from bot.matching.vouched import unvouched
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "source"),
    [
        ("Does the mill plan to sell its weir?", "The mill has denied that it plans to sell its weir.", "the mill"),
        ("Is Tarn leaving the pact?", "Wren's office denied reports that Tarn was leaving the pact.", "Wren's office"),
        ("Did it hide the map?", "The clerk, Bo Lusk, dismissed claims that it had hidden the map.", "The clerk"),
        ("Did the guild hide the map?", "Bo Lusk denied hiding the map of the guild.", "Bo Lusk"),
        ("Did Bo Lusk hide the map?", "He denies having hidden the map.", None),  # whoever "he" is
        ("Will the weir be shut?", "The mill said it was untrue that the weir would be shut.", "the mill"),
        ("Will the mill shut the weir?", "The mill said it had no plans to shut the weir.", "the mill"),
    ],
)  # fmt: skip
def test_what_somebody_denies_is_a_no_by_their_word_and_never_a_yes(
    question: str, sentence: str, source: str | None
) -> None:
    as_yes, as_no, as_neither = answers(question, sentence)
    assert as_yes is None
    assert as_no is not None
    assert as_no.lower() == (f"No, according to {source}" if source else "No, as quoted").lower()
    assert as_neither is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did the mill foul the brook?", "A skipper accused the mill of fouling the brook."),
        ("Did Bo Lusk burn the roll?", "The guild heard a complaint that Bo Lusk had burned the roll."),
        ("Will the weir burst?", "The millers fear that the weir will burst."),
        ("Will the weir burst?", "The millers feared the weir would burst."),
        ("Was the barge sunk?", "The barge is believed to have been sunk by a pilot."),
        ("Did the mill foul the brook?", "On Monday the mill denied that it had fouled the brook."),
        ("Will the mill sell the weir?", "The mill denied that it would not sell the weir."),
        ("Did Bo Lusk forge a pass?", "The watch charged Bo Lusk with forging a pass."),
        ("Was the crack in the weir?", "Counsel put it to Bo Lusk that the crack was in the lock, not in the weir."),
        ("Did Bo Lusk see the crack?", "Counsel suggested to Bo Lusk that he had seen the crack."),
    ],
)
def test_what_is_only_said_is_neither_yes_nor_no(question: str, sentence: str) -> None:
    assert answers(question, sentence) == [None] * 3


@pytest.mark.parametrize(
    "sentence",
    ["The guild stopped short of banning kites.", "The guild decided against banning kites.",
     "The guild dropped its plans to ban kites.", "There is no evidence that the guild banned kites."],
)  # fmt: skip
def test_what_was_left_alone_is_no_yes(sentence: str) -> None:
    assert answers("Did the guild ban kites?", sentence)[0] is None


def test_a_source_is_named_without_how_often_it_said_so() -> None:
    assert answers("Did Bo Lusk use the fund?", "Bo Lusk has repeatedly denied using the fund.")[1] == (
        "No, according to Bo Lusk"
    )


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Was the weir sold?", "The weir was sold, and the mill denied that it had been old."),
        ("Did the mill deny that it plans to sell the weir?", "The mill denied that it plans to sell the weir."),
        ("Was Bo Lusk accused of theft?", "Bo Lusk was accused of theft."),
        ("Was the permit refused?", "The mill was denied a permit that it had asked for."),
        ("Was the plan to sell the weir rejected?", "The guild rejected a plan to sell the weir."),
    ],
)
def test_what_is_told_itself_is_vouched_for(question: str, sentence: str) -> None:
    assert unvouched(read(question), sentence) is None


def test_a_belief_is_told_as_whose_it_is() -> None:
    believed = answers("Was the barge sunk?", "The pilot believes that the barge was sunk.")
    promised = answers("Will the weir stay open?", "“The weir will stay open,” promised the miller.")
    assert believed[0] == "Yes, according to the pilot"
    assert promised[0] == "Yes, according to the miller"


SOLD = "The Tarn Echo said that the mill had sold the weir."


@pytest.mark.parametrize(
    "after",
    ["The mill denied this.", "Ada Wren called that nonsense.", "The owner, Bo Lusk, rejected the claim.",
     "The guild disputes that."],
)  # fmt: skip
def test_what_the_next_sentence_calls_untrue_is_not_decided(after: str) -> None:
    assert answers("Did the mill sell the weir?", SOLD, after) == [None] * 3


@pytest.mark.parametrize("after", ["The mill rejected a third bid.", "The owner denied them a permit."])
def test_what_is_refused_next_disputes_nothing(after: str) -> None:
    assert answers("Did the mill sell the weir?", SOLD, after)[0] == "Yes, according to the Tarn Echo"
