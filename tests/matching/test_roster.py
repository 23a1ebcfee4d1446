"""Who is who in a list of people with their offices."""

from __future__ import annotations

import one_sentence
import pytest

from bot.matching.roster import own_entry
from bot.question import read

BEHIND = (
    "Ada Wren, Founder and Chair, Quay Works Bo Lusk, Harbour Pilot, Guild 1199 Dag Moe, President, Teachers of Tarn "
    "Eda Sol, President Reed Education Union Finn Ott, Clerk, Brill Tolls"
)
BEFORE = (
    "Lock Fund Coordinator Ada Wren gave an overview of the money, Deputy Works Chief Bo Lusk spoke of storms, and "
    "Senior Advisor Dag Moe briefed them on the Bridge Act."
)
MANY = (
    "Today, Tam Perle, Assistant to the Mayor, and Director of the Office of Tolls, Ada Feld, Assistant to the Mayor, "
    "Staff Secretary, and Director of the Office of Locks, and Gil Orr and Rob Cole, Deputy Directors of the Office of "
    "Locks, met pilots."
)
MET = (
    "Chief Adviser on Works Ada Wren met Osmark Ports Director Bo Lusk, "
    "Minister of Locks Dag Moe and a group of Osmark pilots."
)
SLASHES = "Hilde Marr, Head of Nets / Jost Fenn, Deputy Head of Locks / Ola Krug, Mayor of Osk / Pim Rode, pilot"
MINUTES = "Apologies: Ada Wren, chair; Bo Lusk, treasurer."


def told(question: str, sentence: str, marked: str) -> str:
    begin = sentence.index(marked)
    return sentence[slice(*own_entry(read(question), sentence, (begin, begin + len(marked))))]


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Who came as president of the Teachers of Tarn?", BEHIND, "Ada Wren", "Dag Moe"),
        ("and Quay Works?", BEHIND, "Dag Moe", "Ada Wren"),
        ("Who was there from Brill Tolls?", BEHIND, "Eda Sol, President Reed Education Union Finn Ott", "Finn Ott"),
        ("Who is the chair of the guild?", MINUTES, "Bo Lusk", "Ada Wren"),
        ("Who told the mayors about the lock fund's money?", BEFORE, "Dag Moe", "Ada Wren"),
        ("and about the bridge act?", BEFORE, "Bo Lusk", "Dag Moe"),
        # Words that fit two of a list as well tell neither from the other.
        ("Who is a president there?", BEHIND, "Dag Moe", "Dag Moe"),
        # A name with more words than the list is read with is left whole.
        ("Who is clerk of works?", "Mayor Bo Lusk, Works Clerk Ada Maria Wren.", "Ada Maria Wren", "Ada Maria Wren"),
        # Who met others stands before the verb, whoever of them the question names.
        ("Who met the ports' director?", MET, "Ada Wren", "Ada Wren"),
        ("Who met the pilots of Osmark?", MET, "Ada Wren", "Ada Wren"),
        ("Who is the ports director?", MET, "Ada Wren", "Bo Lusk"),
        # Whom the one named met is not that one.
        (
            "Who did Bo Lusk meet?",
            "Mayor Bo Lusk met Guild Director Ada Wren.",
            "Guild Director Ada Wren",
            "Guild Director Ada Wren",
        ),
    ],
)
def test_whom_the_words_of_a_question_stand_beside_is_told(
    question: str, sentence: str, marked: str, answer: str
) -> None:
    assert told(question, sentence, marked) == answer


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("What is Ada Wren's role at Quay Works?", BEHIND, "Dag Moe", "Founder and Chair"),
        ("What job has Bo Lusk?", BEHIND, "Dag Moe", "Harbour Pilot"),
        ("Dag Moe runs which union?", BEHIND, "Eda Sol", "Teachers of Tarn"),
        (
            "What is Ada Feld in charge of, besides being staff secretary?",
            MANY,
            "Director of the Office of Tolls",
            "Assistant to the Mayor, Staff Secretary, and Director of the Office of Locks",
        ),
        (
            "What was Bo Lusk's title?",
            "Guests, with the Special Envoy for Storms Bo Lusk, looked at good work.",
            "good work",
            "Special Envoy for Storms",
        ),
        ("What was Bo Lusk's title?", "Chief Envoy Bo Lusk came.", "Envoy", "Envoy"),
    ],
)
def test_the_office_told_is_that_of_whom_a_question_names(
    question: str, sentence: str, marked: str, answer: str
) -> None:
    assert told(question, sentence, marked) == answer


def test_two_who_share_an_office_are_both_told() -> None:
    assert told("Who are the deputy heads for locks?", MANY, "Gil Orr and Rob Cole") == "Gil Orr and Rob Cole"


def test_a_misspelt_name_is_found_in_the_list_as_the_one_it_means() -> None:
    told = "Guests, with the Special Envoy for Storms Ilse Vehn, looked at good work."
    assert one_sentence.answer("what was Ilse Vehnn's title?", told, "good work") == "Special Envoy for Storms"


@pytest.mark.parametrize(
    ("question", "marked", "answer"),
    [
        ("Who is Deputy Head of Locks?", "Ola Krug", "Jost Fenn"),
        ("Who is Deputy Head of Locks, by the readout from Osk?", "Ola Krug", "Jost Fenn"),
        # nobody is head of them
        ("Who is head of locks?", "Ola Krug", None),
    ],
)
def test_who_is_found_beside_an_office_is_answered_though_another_was_marked(
    question: str, marked: str, answer: str | None
) -> None:
    assert one_sentence.answer(question, SLASHES, marked) == answer
