"""What is one way or the other: the side that a sentence tells bears out a yes or a no that the reader leans to."""

from __future__ import annotations

import pytest
from test_denials import answer

from bot.matching.yes_no.two_sides import leaning

TOLD = [
    ("Did the pilots meet in person?", "The pilots met online.", "No"),
    ("Did the pilots meet by video?", "The pilots met remotely.", "Yes"),
    ("Was the Tide Board unanimous on the lock?", "The lock was approved by 4 votes to 3.", "No"),
    ("Did anyone vote against the lock?", "The lock was approved without dissent.", "No"),
    ("Have the tolls gone up?", "Tolls came to 9 crowns, up from 7.", "Yes"),
    ("Has the fleet shrunk?", "The fleet has grown to 40 boats.", "No"),
    ("Has support for the ferry shrunk?", "Their support of the ferry has grown to a record.", "No"),
    ("Can guests moor for nothing?", "Guests moor free of charge.", "Yes"),
    ("Is the bridge closed for good?", "The bridge is shut temporarily.", "No"),
    ("Is Ada Wren still harbour master?", "Ada Wren, former harbour master, spoke.", "No"),
    ("Was it the first time that pilots came?", "Pilots came for the second time.", "No"),
    ("Were all the sluices mended?", "Nine of the twelve sluices were mended.", "No"),
    ("Were all the sluices mended?", "Every sluice was mended.", "Yes"),
    ("Did they talk only about tolls?", "They talked about both tolls and ferries.", "No"),
    ("Did they talk about ferries too?", "Topics included tolls and ferries.", "Yes"),
    ("Did the pilots leave tolls aside?", "The pilots discussed tolls.", "No"),
    ("Has the lock already opened?", "The lock will open in May.", "No"),
    ("Is the wharf to be sold?", "A motion to sell the wharf was defeated.", "No"),
    ("Was the motion to sell the wharf rejected?", "A motion to sell the wharf was defeated.", "Yes"),
    ("Did the charter go through?", "The charter was adopted in May.", "Yes"),
    ("Did Osk vote against the wharf?", "Osk and Tarn voted for it.", "No"),
    ("Did the pilots side with Osk?", "The pilots opposed the plan of Osk.", "No"),
    ("Will pilots go on meeting on Fridays?", "The Friday meetings have been scrapped.", "No"),
    ("Is the guild dropping the ferry?", "The guild keeps the ferry.", "No"),
    ("Did they sell the wharf?", "They turned down a request to sell the wharf.", "No"),
    ("Did Osk travel to the talks?", "Tarn came in person, while Osk followed by video.", "No"),
    ("Did Tarn travel to the talks?", "Tarn came in person, while Osk followed by video.", "Yes"),
    ("Did they come to an agreement on tolls?", "There was no consensus on tolls.", "No"),
    ("Did they reach a deal on tolls?", "A compromise was found on tolls.", "Yes"),
    ("Were they divided on tolls?", "Views differed on tolls.", "Yes"),
    ("Did the regatta go ahead?", "The regatta was cancelled.", "No"),
    ("Was the regatta called off?", "The regatta took place all the same.", "No"),
    ("Was Osk's offer the cheapest?", "The lock went to Osk for 9 crowns, the lowest of three offers.", "Yes"),
    ("Was there a quorum?", "The quorum was met by a single boat.", "Yes"),
    ("Was there a quorum?", "The meeting was inquorate.", "No"),
    ("Do I need change for the ferry?", "The ferry is free of charge.", "No"),
    ("Were all the pilot members for the lock?", "It was resolved unanimously to build the lock.", "Yes"),
    ("Did the board adopt the charter?", "The charter was sent back to the clerk.", "No"),
    ("Did the board adopt the Osmark charter?", "Board adopts budget, puts off vote on Osmark charter", "No"),
    ("Is Ada Wren staying on the board?", "Ada Wren was re-elected.", "Yes"),
    ("Have long-term passes been done away with?", "Long-term passes have been abolished.", "Yes"),
]


@pytest.mark.parametrize(("question", "sentence", "said"), TOLD)
def test_a_side_that_is_told_speaks_for_yes_or_no(question: str, sentence: str, said: str) -> None:
    assert leaning(question, sentence) == said


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did the pilots meet?", "The pilots met online."),  # either way
        ("Did the pilots meet in person?", "Some pilots met in person, others online."),
        ("Did the pilots not meet in person?", "The pilots met online."),
        ("Was the meeting in person or online?", "The pilots met online."),
        ("Did the Tide Board side with the rioters?", "The pilots have the support of the Tide Board."),
        ("Was Osk in favour?", "Osk abstained; the other ports voted in favour."),
        ("Did Brill vote against the wharf?", "Osk and Tarn voted for it."),
        ("Did anyone back the wharf?", "The pilots supported the wharf."),
        ("Did the Tide Board back the wharf?", "The Tide Board did not support the wharf."),
        ("Did the charter go through?", "The charter was adopted by some and rejected by others."),
        ("Did all the pilots sign?", "The pilots signed, but not all of them."),
        ("Are pilots paid every year?", "Pilots are paid every second year."),
        ("Did they talk only about tolls?", "They talked about tolls alone, also in May."),
        ("Has the lock already opened?", "The lock has been open since May and will close in June."),
        ("Did they talk about ferries too?", "Topics included tolls, but no ferries."),
        ("Did the pilots leave tolls aside?", "The pilots did not talk about tolls."),
        ("Did most want to stay in the guild?", "Half voted to leave, and the rest to stay."),
        ("Did the board adopt the budget?", "Board adopts budget, puts off vote on Osmark charter"),
        ("Is the ferry free everywhere?", "The ferry stays on as it is at Tarn, and replaced the bus."),
    ],
)
def test_what_tells_no_side_or_both_speaks_for_neither(question: str, sentence: str) -> None:
    assert leaning(question, sentence) is None


def test_where_the_reader_leans_to_the_same_it_need_not_be_sure() -> None:
    told = "The pilots of the Tide Board met online."
    assert answer("Did the pilots meet in person?", told, no=0.6) == "No"
    assert answer("Did the skippers come together online?", told, yes=0.6) == "Yes"
    assert answer("Did the pilots meet on Tuesday?", told, no=0.6) is None


def test_a_side_alone_gives_no_answer() -> None:
    told = "The pilots of the Tide Board met online."
    assert answer("Did the pilots meet in person?", told, yes=0.6, no=0.3) is None
    assert answer("Did the pilots meet in person?", told, no=0.6, logit=-0.2) is None
    assert answer("Did the skippers come together online?", told, yes=0.6, logit=0.5) is None


def test_what_is_to_come_is_a_yes_only_where_the_reader_is_sure() -> None:
    told = "Guests would go on mooring free of charge."
    assert answer("Is mooring free for guests?", told, yes=0.9) == "Yes"
    assert answer("Is mooring free for guests?", told, yes=0.6) is None


def test_a_denial_of_the_very_word_takes_a_less_sure_reader() -> None:
    told = "Pilots could write in but could not vote on the day."
    assert answer("Could the pilots cast a vote on the day?", told, no=0.6) == "No"
    assert answer("Could the pilots cast a vote on the day?", told, no=0.6, logit=1.0) is None


def test_a_side_that_affirms_is_a_yes_where_the_reader_is_not_sure_of_no() -> None:
    told = "The pilots of the Tide Board met online."
    assert answer("Did the skippers come together online?", told, no=0.7) == "Yes"
    assert answer("Did the skippers come together online?", told, no=0.9) is None
