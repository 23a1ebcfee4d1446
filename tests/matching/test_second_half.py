"""Who did the like of what is asked stands in the half of a sentence that tells of it, with or without a verb."""

from __future__ import annotations

import pytest
from one_sentence import answer
from quay_works import Line

from bot.matching.otherwise.second_half import is_of_other_half, own_half
from bot.question import read

TOLLS = "Sanna Birk took the chair for the talk on the tolls and Otto Veen for the talk on the lock."
REPORTS = "Ilse Marr presented the report of the pilots and Tam Rudd that of the divers."
SESSIONS = "Birk chaired the morning session and Veen the afternoon session."
RACES = "Kim Rost won the long race, Lea Bruun the short one."
BANKS = "The north bank was mapped by Tessa Lind and the south bank by Odd Karr."
TEAMS = "Director Pia Sund headed the team of Norrby; Sodby's was headed by Captain Rolf Ek."
SIDES = "The plan was defended by Ada Wren for the owners and Bo Lusk for the tenants."
BREAK = "Orre presided until the lunch break, after which her deputy, Ilse Marr, took over."
THEREAFTER = "Gudrun Falk was in the chair until noon and Ove Stam thereafter."
AGAINST = "Tora Vang spoke for the motion and Leif Hag against it."
PARTIES = "Siv Holt of the Greens tabled the budget and Arne Lie of the Reds the tax plan."
DAYS = "On Monday the union was led by Rehn, on Tuesday by Norr."
SENT = "Jorun Fell led the Tarn delegation; the Lunn delegation was headed by Esa Koss."
CASES = "Commissioner Joan Hale spoke for the owners; the tenants' case was put by Gus Ferro."
GUESTS = "Jon Ek met Ada Wren of Tarn and Bo Lusk of Osk."
HOMES = "The group on eels is led by Ada Wren of Tarn and the one on trout by Bo Lusk of Osk."
TOLD = "Jon Ek spoke for the owners and Bo Lusk, the clerk, thanked the guests of the tenants."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "who"),
    [
        ("Who took the chair for the talk on the lock?", TOLLS, "Sanna Birk", "Otto Veen"),
        ("Who took the chair for the talk on the tolls?", TOLLS, "Sanna Birk", "Sanna Birk"),
        ("Who presented the divers' report?", REPORTS, "Ilse Marr", "Tam Rudd"),
        ("Who presented the report of the pilots?", REPORTS, "Ilse Marr", "Ilse Marr"),
        (
            "Which partners were there?",
            "It was attended by the keepers, pilots from four partner ports, namely Osk, Tarn, the Reeds, and Lund.",
            "Osk, Tarn, the Reeds, and Lund",
            "Osk, Tarn, the Reeds, and Lund",
        ),
        ("Which of them chaired the afternoon session?", SESSIONS, "Birk", "Veen"),
        ("Who chaired the morning session?", SESSIONS, "Birk", "Birk"),
        ("Who won the short race?", RACES, "Kim Rost", "Lea Bruun"),
        ("Who won the long race?", RACES, "Kim Rost", "Kim Rost"),
        ("Who leads the trout group?", HOMES, "Ada Wren", "Bo Lusk"),
        ("Who leads the eels group?", HOMES, "Ada Wren", "Ada Wren"),
        ("Who mapped the south bank?", BANKS, "Tessa Lind", "Odd Karr"),
        ("Who mapped the north bank?", BANKS, "Tessa Lind and the south bank by Odd Karr", "Tessa Lind"),
        ("Who headed Sodby's team?", TEAMS, "Director Pia Sund", "Captain Rolf Ek"),
        ("Who headed the team of Norrby?", TEAMS, "Director Pia Sund", "Director Pia Sund"),
        ("Who defended the plan for the tenants?", SIDES, "Ada Wren", "Bo Lusk"),
        ("Who defended the plan for the owners?", SIDES, "Bo Lusk", "Ada Wren"),
        ("Who presided after the lunch break?", BREAK, "Orre", "Ilse Marr"),
        ("Who presided until the lunch break?", BREAK, "Orre", "Orre"),
        ("Who was in the chair after noon?", THEREAFTER, "Gudrun Falk", "Ove Stam"),
        ("Who spoke against the motion?", AGAINST, "Tora Vang", "Leif Hag"),
        ("Who spoke for the motion?", AGAINST, "Tora Vang", "Tora Vang"),
        ("Who tabled the tax plan?", PARTIES, "Siv Holt", "Arne Lie"),
        ("Who tabled the budget?", PARTIES, "Siv Holt", "Siv Holt"),
        ("Who led the union on Monday?", DAYS, "Norr", "Rehn"),
        ("Who led the union on Tuesday?", DAYS, "Rehn", "Norr"),
        ("Who won the long race?", RACES, "Kim Rost won the long race, Lea Bruun", "Kim Rost"),
        ("Who led the Lunn delegation?", SENT, "Jorun Fell", "Esa Koss"),
        ("Who led the Tarn delegation?", SENT, "Jorun Fell", "Jorun Fell"),
        ("Who put the tenants' case?", CASES, "Commissioner Joan Hale", "Gus Ferro"),
        ("Who spoke for the tenants?", CASES, "Commissioner Joan Hale", "Commissioner Joan Hale"),
        # What is named of both, or of others, says nothing of whose half it is.
        ("Who presided?", BREAK, "Orre", "Orre"),
        ("Who took the chair?", TOLLS, "Sanna Birk", "Sanna Birk"),
        ("Who met the mayor of Osk?", GUESTS, "Jon Ek", "Jon Ek"),
        ("Who spoke for the tenants?", TOLD, "Jon Ek", "Jon Ek"),
        ("What did Birk chair in the afternoon?", SESSIONS, "Birk", "Birk"),
    ],
)
def test_who_did_the_like_is_named_by_the_half_that_tells_of_it(
    question: str, sentence: str, marked: str, who: str
) -> None:
    begin = sentence.index(marked)
    told = own_half(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == who


@pytest.mark.parametrize(("item", "who"), [("lock", "Otto Veen"), ("tolls", "Sanna Birk")])
def test_the_first_of_two_halves_is_not_answered_for_the_second(item: str, who: str) -> None:
    assert answer(f"Who took the chair for the talk on the {item}?", TOLLS, "Sanna Birk") == who


@pytest.mark.parametrize(("team", "who"), [("Sodby", "Captain Rolf Ek"), ("Norrby", "Director Pia Sund")])
def test_nor_by_a_fact_of_the_first_half(team: str, who: str) -> None:
    fact: Line = (TEAMS, "who", "Who headed the team of Norrby?", "Director Pia Sund")
    assert answer(f"Who headed the team of {team}?", TEAMS, "Director Pia Sund", fact) == who


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Did Birk chair the afternoon session?", SESSIONS, True),
        ("Did Veen chair the morning session?", SESSIONS, True),
        ("Did Veen chair the afternoon session?", SESSIONS, False),
        ("Did Birk chair the morning session?", SESSIONS, False),
        ("Did Siv Holt table the tax plan?", PARTIES, True),
        ("Was the south bank mapped by Tessa Lind?", BANKS, True),
        ("Was the south bank mapped?", BANKS, False),
        ("Who chaired the afternoon session?", SESSIONS, False),
        ("Who spoke for the tenants?", CASES, True),
        ("Who spoke for the owners?", CASES, False),
        ("Who put the tenants' case?", CASES, False),
    ],
)
def test_nor_is_anybody_told_to_have_done_what_the_other_did(question: str, sentence: str, is_other: bool) -> None:
    assert is_of_other_half(read(question), sentence) is is_other
