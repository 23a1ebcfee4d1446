"""No number is given that is of the other part of a whole, of the whole, or of the other side of a comparison."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.other_part import is_of_the_other_part
from bot.question import read

SHEDS = "A shed at Moss would hold 90 tonnes; the old one holds 55 tonnes."
SURVEY = "Of 640 pupils, 412 replied; 290 wanted a uniform."
TREES = "Of the 46 elms, 31 were pruned and 15 were not."
WITNESSES = "It will hear 52 experts, of whom 20 have been heard."
PENSION = "Twelve bakers have not paid their dues."
STAFF = "The mill has 510 hands, 60 of them in Osmark."
ABROAD = "The mill has 510 hands, 60 of them outside Osmark."
COTS = "The ward has 30 cots, of which seven were empty."
CLUB = "The club has 95 members, 40 of them juniors."
BILLS = "Of 80 bills, nine are unpaid."
WAGE = "A cook in Tarn earns £310 a week, £25 less than in Osmark."
RAIN = "The rainfall was 88 millimetres, 14 millimetres above the national average."
FERRY = "The crossing takes 50 minutes, ten minutes longer than by the old ferry."
LIFTED = "The crane lifted 900 tonnes, 30 tonnes more than planned for the opening."
FIRE = "Six of the dead were guests and two were waiters."


@pytest.mark.parametrize(
    ("question", "sentence", "number", "other"),
    [
        ("How much does the shed at Moss hold?", SHEDS, "55 tonnes", True),
        ("How much does the old shed at Moss hold?", SHEDS, "55 tonnes", False),
        ("How much does the shed at Moss hold?", SHEDS, "90 tonnes", False),
        ("How many pupils did not reply?", SURVEY, "412", True),
        ("how many pupils didnt reply", SURVEY, "640", True),
        ("How many pupils replied?", SURVEY, "412", False),
        ("How many did not want a uniform?", SURVEY, "290", True),
        ("How many elms were not pruned?", TREES, "31", True),
        ("How many elms were not pruned?", TREES, "15", False),
        ("How many experts have not been heard?", WITNESSES, "20", True),
        ("How many experts have not been heard?", WITNESSES, "52", True),
        ("How many experts have been heard?", WITNESSES, "20", False),
        ("How many bakers have not paid?", PENSION, "Twelve", False),
        ("How many hands are outside Osmark?", STAFF, "60", True),
        ("How many hands are outside Osmark?", STAFF, "510", True),
        ("How many hands are in Osmark?", STAFF, "60", False),
        ("How many hands are outside Osmark?", ABROAD, "60", False),
        ("How many hands are in Osmark?", ABROAD, "60", True),
        ("How many hands has the mill?", ABROAD, "510", False),
        ("How many cots are in use?", COTS, "30", True),
        ("How many cots are occupied?", COTS, "seven", True),
        ("How many cots are empty?", COTS, "seven", False),
        ("How many seniors has the club?", CLUB, "95", True),
        ("How many juniors has the club?", CLUB, "40", False),
        ("How many bills are paid?", BILLS, "nine", True),
        ("How many bills are unpaid?", BILLS, "nine", False),
        ("What does a cook in Osmark earn?", WAGE, "£25", True),
        ("What does a cook in Osmark earn?", WAGE, "£310", True),
        ("What does a cook earn in the other town?", WAGE, "£310", True),
        ("What does a cook in Tarn earn?", WAGE, "£310", False),
        ("How much less does a cook earn in Tarn than in Osmark?", WAGE, "£25", False),
        ("What is the national average?", RAIN, "14", True),
        ("What is the national average?", RAIN, "88", True),
        ("How far above average was the rainfall?", RAIN, "14", False),
        ("What was the rainfall?", RAIN, "88", False),
        ("How long did the old ferry take?", FERRY, "ten", True),
        ("How long does the crossing take?", FERRY, "50", False),
        ("How many tonnes did the crane lift for the opening?", LIFTED, "900", False),
        ("How many waiters were on board?", FIRE, "two", True),
        ("How many waiters died?", FIRE, "two", False),
        ("How many waiters were there?", FIRE, "two", False),
        ("When did they reply?", SURVEY, "412", False),
    ],
)
def test_a_number_of_the_other_part_or_side_is_told(question: str, sentence: str, number: str, other: bool) -> None:
    begin = sentence.index(number)
    assert is_of_the_other_part(read(question), sentence, (begin, begin + len(number))) is other


def test_who_did_is_not_told_as_who_did_not() -> None:
    assert answer("How many pupils did not reply?", SURVEY, "412") is None
    assert answer("how many pupils didnt reply", SURVEY, "412") is None
    assert answer("How many pupils replied?", SURVEY, "412") == "412"


def test_a_difference_is_not_told_as_what_there_is() -> None:
    assert answer("What does a cook in Osmark earn?", WAGE, "£25") is None
    assert answer("What does a cook in Tarn earn?", WAGE, "£310") == "£310"


@pytest.mark.parametrize(
    ("question", "is_other"),
    [
        ("How many towns have yet to sign the pact?", True),
        ("How many towns have still to sign the pact?", True),
        ("How many towns signed the pact?", False),
        ("How many towns went to sign the pact?", False),
    ],
)
def test_what_is_yet_to_be_done_is_not_what_was_done(question: str, is_other: bool) -> None:
    told = "They regretted that only three of the seven towns had signed the pact and called on Osk to do so."
    assert is_of_the_other_part(read(question), told, (25, 30)) is is_other


def test_what_needs_to_be_done_is_yet_to_be_done() -> None:
    told = "Just three locks need to be mended."
    assert not is_of_the_other_part(read("How many locks were still to be mended?"), told, (5, 10))
