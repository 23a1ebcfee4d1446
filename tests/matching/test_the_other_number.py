"""Of two numbers, ends, doers or days that belong together the one that is asked for."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.as_planned import own_actual, own_limit
from bot.matching.otherwise.from_to import is_other_number
from bot.matching.otherwise.measures import of_another_measure
from bot.matching.otherwise.of_another_place import is_met_elsewhere
from bot.matching.otherwise.only_on_offer import is_only_offered
from bot.matching.otherwise.own_word import is_told_by_other_words
from bot.matching.otherwise.predecessors import is_leaving, own_newcomer
from bot.matching.otherwise.replies import is_day_of_letter
from bot.matching.otherwise.to_whom import goes_elsewhere
from bot.matching.otherwise.votes_to import own_votes
from bot.matching.otherwise.wholes import own_done
from bot.question import read

BEAT = "Ada Vorwick became warden, beating the pilot Bo Tremlin by 52 votes to 17."
PART = "She said 31 of the 44 moorings sold in May had been used."
LOSS = "They had a loss of £9 million in May against a planned loss of £7 million."
TARGET = "Bo Tremlin, who has led it since 2031, called the 25-minute target too high."
SENDS = "Zorby will send 12 pilots to Lunt, while Lunt sends seven to Quillan."
GOES = "Under the deal 30 pilots from Zorby will spend a year in Quillan."
LEAVES = "Ada Vorwick, who has been clerk for nine years, is stepping down and will be replaced by Bo Tremlin in May."


def at(sentence: str, words: str) -> tuple[int, int]:
    """Where words stand in a sentence."""
    begin = sentence.index(words)
    return begin, begin + len(words)


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("how many votes did bo tremlin get", "52", "17"),
        ("how many votes did vorwick get", "17", "52"),
        ("how many votes were cast for Tremlin", "52 votes to 17", "17"),
        ("how many votes were cast", "52", "52"),
        ("how many votes did Cy Lund get", "52", "52"),
    ],
)
def test_who_lost_got_the_fewer_votes(question: str, marked: str, own: str) -> None:
    assert BEAT[slice(*own_votes(read(question), BEAT, at(BEAT, marked)))] == own


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("how many moorings were sold", "31", "44"),
        ("how many moorings were used", "44", "31"),
        ("how many moorings sold in May were used", "31", "31"),
        ("how many moorings are there", "44", "44"),
        ("who sold moorings", "31", "31"),
    ],
)
def test_to_all_of_whom_it_was_done_is_not_to_how_many_more_was(question: str, marked: str, own: str) -> None:
    assert PART[slice(*own_done(read(question), PART, at(PART, marked)))] == own


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("what was the loss", "£7 million", "£9 million"),
        ("what was the planned loss", "£9 million", "£7 million"),
        ("what was the loss", "£9 million", "£9 million"),
        ("what was the gain", "£7 million", "£7 million"),
    ],
)
def test_what_was_planned_is_not_what_is(question: str, marked: str, own: str) -> None:
    assert LOSS[slice(*own_actual(read(question), LOSS, at(LOSS, marked)))] == own


@pytest.mark.parametrize(
    ("question", "marked", "own"),
    [
        ("target time for calls", "2031", "25-minute"),
        ("what is the target", "25-minute target", "25-minute target"),
        ("who set the target", "2031", "2031"),
        ("what is the limit", "2031", "2031"),
    ],
)
def test_a_target_is_told_by_its_number(question: str, marked: str, own: str) -> None:
    assert TARGET[slice(*own_limit(read(question), TARGET, at(TARGET, marked)))] == own


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "is_elsewhere"),
    [
        ("how many pilots will Lunt send to Zorby", SENDS, "seven", True),
        ("how many pilots will Lunt send to Quillan", SENDS, "seven", False),
        ("how many pilots will Lunt send", SENDS, "seven", False),
        ("how many pilots from quillan go to zorby", GOES, "30", True),
        ("how many pilots from zorby go to quillan", GOES, "30", False),
        ("how many pilots does it have to train", GOES, "30", False),
        ("where do pilots go to", GOES, "Quillan", False),
    ],
)
def test_what_goes_to_one_does_not_go_to_another(question: str, sentence: str, marked: str, is_elsewhere: bool) -> None:
    assert goes_elsewhere(read(question), sentence, at(sentence, marked)) is is_elsewhere


def test_who_leaves_is_not_the_new_one() -> None:
    asked = read("Who is the new clerk of the guild?")
    assert is_leaving(asked, LEAVES, at(LEAVES, "Ada Vorwick"))
    assert LEAVES[slice(*own_newcomer(asked, LEAVES, at(LEAVES, "Ada Vorwick")))] == "Bo Tremlin"
    assert not is_leaving(read("Who is the clerk?"), LEAVES, at(LEAVES, "Ada Vorwick"))


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "is_only"),
    [
        ("who hosts the next fair", "Zorby offered to host the next one.", "Zorby", True),
        ("who hosts the next fair", "Zorby offered to host the next one and was chosen.", "Zorby", False),
        ("who offered to host the fair", "Zorby offered to host the next one.", "Zorby", False),
        ("who hosts the next fair", "Zorby hosts the next one.", "Zorby", False),
    ],
)
def test_who_offers_does_not_do_it_yet(question: str, sentence: str, marked: str, is_only: bool) -> None:
    assert is_only_offered(read(question), sentence, at(sentence, marked)) is is_only


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("when did she get a reply", "“I wrote to the port on 7 May,” Vorwick replied.", True),
        ("when did she write", "“I wrote to the port on 7 May,” Vorwick replied.", False),
        ("when was the reply", "She wrote in April and the reply came on 7 May.", False),
        ("when was it first due", "It is due on 7 May, a month later than first planned.", True),
        ("when is it due", "It is due on 7 May, a month later than first planned.", False),
        ("who wrote", "“I wrote to the port on 7 May,” Vorwick replied.", False),
    ],
)
def test_a_letter_and_its_reply_have_each_their_day(question: str, sentence: str, is_other: bool) -> None:
    assert is_day_of_letter(read(question), sentence, at(sentence, "7 May")) is is_other


def test_a_visit_is_not_a_talk_elsewhere() -> None:
    told = "She met today in Lunt with the mayor of Zorby, Bo Tremlin."
    assert is_met_elsewhere(read("when did she visit zorby"), told, at(told, "today"))
    assert not is_met_elsewhere(read("when did she visit lunt"), told, at(told, "today"))
    assert not is_met_elsewhere(read("when did she meet him"), told, at(told, "today"))


def test_who_won_a_share_did_not_lose_it_and_a_limit_is_nobodys_age() -> None:
    told = "Vorwick was chosen again with 61 per cent."
    assert is_told_by_other_words(read("how much of the vote did vorwick lose"), told, at(told, "61 per cent"))
    assert of_another_measure("How old is Vorwick?", "70", "Vorwick wants an age limit of ", ".")
    assert not of_another_measure("How old is Vorwick?", "70", "Vorwick stood down at the age of ", ".")


def test_what_was_so_in_a_quarter_is_not_what_it_fell_to() -> None:
    told = "Spending had fallen from £9 million in the third quarter to £7 million."
    asked = read("spending in the third quarter")
    assert is_other_number(asked, told, at(told, "£7 million"))
    assert not is_other_number(asked, told, at(told, "£9 million"))
    assert not is_other_number(read("spending"), told, at(told, "£7 million"))
