from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from bot.question import lexicon
from bot.question.lexicon import pair, related
from bot.question.tokens import stem
from facts.months import MONTHS

HERE = Path(lexicon.__file__).parent
TABLE = {line.split()[0]: line.split()[1:] for line in (HERE / "near.txt").read_text("utf-8").splitlines()[1:]}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("abstention", "abstain"),
        ("approve", "sanction"),
        ("compulsory", "mandatory"),
        ("defeat", "beat"),
        ("exercise", "drill"),
        ("forecast", "predicted"),
        ("investigation", "inquiry"),
        ("objected", "opposed"),
        ("payment", "paid"),
        ("postponed", "delay"),
        ("resign", "resignation"),
        ("salary", "wages"),
        ("treaty", "pact"),
        ("vessel", "ship"),
    ],
)
def test_words_of_one_meaning_are_near_both_ways(word: str, other: str) -> None:
    assert pair(word, other) == pair(other, word) >= 0.7


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("absent", "attend"),
        ("accept", "reject"),
        ("agree", "disagree"),
        ("attack", "defend"),
        ("begin", "end"),
        ("borrow", "lend"),
        ("buy", "sell"),
        ("chairman", "member"),
        ("confirm", "deny"),
        ("cost", "salary"),
        ("department", "departure"),
        ("east", "west"),
        ("import", "export"),
        ("increase", "decrease"),
        ("leave", "remain"),
        ("male", "female"),
        ("minister", "president"),
        ("north", "south"),
        ("open", "close"),
        ("rise", "fall"),
        ("secretary", "secret"),
        ("win", "lose"),
    ],
)
def test_opposites_and_other_things_are_not_near(word: str, other: str) -> None:
    assert pair(word, other) == pair(other, word) == 0


def test_months_numbers_and_countries_are_near_to_nothing() -> None:
    weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    named = {stem(word) for word in (*MONTHS, *weekdays, "iraq", "american", "five", "fifth", "turkey")}
    assert not named & TABLE.keys()
    assert not named & set(itertools.chain.from_iterable(TABLE.values()))


def test_every_link_goes_both_ways_and_none_to_itself() -> None:
    for key in TABLE:
        near = related(key)
        assert near, key
        assert key not in near
        assert all(0.5 <= share <= 1 and related(other)[key] == share for other, share in near.items()), key


def test_words_on_record_are_terms_as_the_reader_makes_them() -> None:
    assert pair("organisation", "organizations") == pair("defence", "defenses") == 1
    assert pair("zzyzx", "zzyzzx") == 0
    assert related("") == {}


def test_coarse_words_are_left_out() -> None:
    vulgar = {stem(word) for word in ("piss", "slut", "whore")}
    assert not vulgar & TABLE.keys()


def test_tables_are_small_and_name_their_source() -> None:
    tables = [HERE / name for name in ("near.txt", "words.txt")]
    assert sum(table.stat().st_size for table in tables) < 1_000_000
    assert all(
        "Princeton" in table.read_text("utf-8").splitlines()[0] for table in (*tables, HERE / "LICENSE-WordNet.txt")[:2]
    )
    assert "Princeton" in (HERE / "LICENSE-WordNet.txt").read_text("utf-8")


def test_every_line_is_found_by_its_word() -> None:
    for name in ("near.txt", "words.txt"):
        lines = (HERE / name).read_text("utf-8").splitlines()
        assert lines == sorted(lines)
    assert all(related(key) for key in TABLE)


def test_nothing_is_read_before_the_first_question() -> None:
    code = (
        "import bot.index.vocabulary, bot.question.lexicon as l\n"
        "print(l._near.cache_info().misses, l._words.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0 0\n"
