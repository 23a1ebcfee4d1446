"""Of another year, another who was given it, or another who is denied it: neither yes nor no."""

from __future__ import annotations

import pytest
from yes_or_no import answers

from bot.matching.yes_no.told_beside import (
    is_denied_of_another,
    is_named_as_not,
    is_of_another_year,
    refused_something_else,
    tells_of_death,
    was_given_to_another,
)
from bot.question import read

FOUNDED = "The guild was founded in 1961 by Bo Tremlin, who died in 1999."
GRANTED = "They granted mooring rights to Quillan."
DENIED = "Vorwick denied reports that Zorby had bought nets from Lunt."
REFUSED = "The judge refused to order a halt to dredging at the lock."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Was the guild founded in 1999?", FOUNDED, True),
        ("Was the guild founded in 1961?", FOUNDED, False),
        ("Was the guild founded in 1999?", "The guild was founded in Zorby.", False),
        ("Was the guild founded?", FOUNDED, False),
    ],
)
def test_the_year_of_another_clause_is_not_that_of_the_deed(question: str, sentence: str, is_other: bool) -> None:
    assert is_of_another_year(read(question), sentence) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Was Zorby granted mooring rights?", GRANTED, True),
        ("Was Quillan granted mooring rights?", GRANTED, False),
        ("Was Zorby granted mooring rights?", "The board granted it mooring rights.", False),
        ("Was Zorby granted mooring rights?", "Mooring rights were granted.", False),
        ("Did Zorby grant mooring rights?", GRANTED, False),
    ],
)
def test_what_another_was_given_nobody_else_was(question: str, sentence: str, is_other: bool) -> None:
    assert was_given_to_another(read(question), sentence) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Did Quillan buy nets from Lunt?", DENIED, True),
        ("Did Zorby buy nets from Lunt?", DENIED, False),
        ("Did Quillan buy nets?", "Zorby bought nets.", False),
    ],
)
def test_what_is_denied_of_one_is_not_denied_of_another(question: str, sentence: str, is_other: bool) -> None:
    assert is_denied_of_another(read(question), sentence) is is_other


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("Did the judge limit dredging?", REFUSED, True),
        ("Did the judge halt dredging?", REFUSED, False),
        ("Did the judge limit dredging?", f"{REFUSED} She did not speak.", False),
        ("Did the judge limit dredging?", "The judge left.", False),
        ("What did the judge limit?", REFUSED, False),
    ],
)
def test_a_refusal_denies_what_was_refused_alone(question: str, sentence: str, is_other: bool) -> None:
    assert refused_something_else(read(question), sentence) is is_other


def test_no_yes_or_no_is_given_of_another() -> None:
    assert tells_of_death(read("Is Bo Tremlin alive?"), FOUNDED)
    assert not tells_of_death(read("Is Bo Tremlin the founder?"), FOUNDED)
    assert "Yes" not in answers("Is Bo Tremlin alive?", FOUNDED)
    assert "Yes" not in answers("Was Zorby granted mooring rights?", GRANTED)
    assert "No" not in answers("Did Quillan buy nets from Lunt?", DENIED)
    assert "No" not in answers("Did the judge limit dredging?", REFUSED)


@pytest.mark.parametrize(
    ("question", "sentence", "is_out"),
    [
        ("Did Zorby second the motion?", "Quillan, and not Zorby, seconded the motion.", True),
        ("Did Quillan second the motion?", "Quillan, and not Zorby, seconded the motion.", False),
        ("Was it Zorby who spoke?", "Quillan spoke instead of Zorby.", True),
        ("Did Zorby speak?", "Not Zorby but Quillan spoke; Zorby listened.", False),
        ("Did Zorby not second it?", "Quillan, and not Zorby, seconded it.", False),
        ("Did Zorby go?", "Zorby did not go.", False),
    ],
)
def test_who_is_named_only_as_not_the_one_did_not_do_it(question: str, sentence: str, is_out: bool) -> None:
    assert is_named_as_not(read(question), sentence) is is_out
