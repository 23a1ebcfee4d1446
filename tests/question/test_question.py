"""How questions are read: the corpus, and what holds for any text."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.question import follow_up, read
from bot.question.named_dates import Date, iso_dates

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "questions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", CORPUS, ids=lambda entry: entry["question"])
def test_a_question_is_read_as_the_corpus_says(entry: dict[str, Any]) -> None:
    question = read(entry["question"])
    analysis = question.analysis
    found: dict[str, Any] = {
        "answer_type": analysis.answer_type,
        "answer_subtype": analysis.answer_subtype,
        "predicate": analysis.predicate,
        "asked_role": analysis.asked_role,
        "focus": list(analysis.focus),
        "terms": [word.term for word in analysis.words],
        "ordinals": list(analysis.ordinals),
        "dates": [[date.year, date.month, date.day] for date in analysis.dates],
        "selector": analysis.selector,
        "continues": question.continues,
        "anaphoric": question.anaphoric,
        "negated": analysis.negated,
    }
    expected = {field: value for field, value in entry.items() if field != "question"}
    assert {field: found[field] for field in expected} == expected


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    question = read(text)
    assert question.text == text
    assert all(word.term and 0 < word.scale <= 1 for word in question.analysis.words)


@given(
    st.lists(st.sampled_from("who what when where did was the in of may 8 2024 next last is it not chair us".split()))
)
def test_any_order_of_question_words_can_be_read(words: list[str]) -> None:
    assert read(" ".join(words)).text == " ".join(words)


@given(st.dates())
def test_a_date_reads_the_same_however_it_is_written(day: datetime.date) -> None:
    if not 1900 <= day.year < 2100:
        return
    expected = (Date(day.year, day.month, day.day),)
    for form in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        assert read(f"who spoke on {form}?").analysis.dates == expected


def test_a_date_agrees_with_what_it_leaves_open() -> None:
    assert Date(None, 6, 30).agrees(Date(2020, 6, 30))
    assert not Date(2021).agrees(Date(2020, 6, 30))
    assert not Date(2020).agrees(Date(None, 6, 30))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Who chaired the board on 9–11 October 2024?", [(2024, 10, 9), (2024, 10, 11)]),
        ("Who chaired the board on 9 and 10 October?", [(None, 10, 9), (None, 10, 10)]),
        ("Who chaired the board from October 9 to 11, 2024?", [(2024, 10, 9), (2024, 10, 11)]),
        ("Who chaired the board on 29 June – 2 July 2020?", [(None, 6, 29), (2020, 7, 2)]),
        ("Who chaired the board on June 2 or July 3?", [(None, 6, 2), (None, 7, 3)]),
        ("What did rule 12 of 9 October say?", [(None, 10, 9)]),
        ("Who chaired the board at 9 on 12 October?", [(None, 10, 12)]),
    ],
)
def test_the_first_and_the_last_of_several_days_are_read(text: str, days: list[tuple[int | None, int, int]]) -> None:
    assert read(text).analysis.dates == tuple(Date(*day) for day in days)


def test_a_range_gives_both_its_dates() -> None:
    assert iso_dates("2024-03-07/2024-03-08") == (Date(2024, 3, 7), Date(2024, 3, 8))


def test_bytes_that_were_no_utf8_are_spaces_to_whoever_reads_on() -> None:
    question = read("\udcff\udcfewho chaired\udc80it?")
    assert question.text == "  who chaired it?"
    assert question.analysis == read("who chaired it?").analysis


@pytest.mark.parametrize(
    ("text", "names_none"),
    [
        ("Who chaired it?", True),
        ("Who chaired the meeting?", True),
        ("Who chaired the Ferry League congress?", False),
        ("Who agreed with him about the herring quota?", False),
    ],
)
def test_a_question_that_names_nothing_leaves_the_next_no_subject(text: str, names_none: bool) -> None:
    assert follow_up.names_no_subject(read(text)) is names_none


@pytest.mark.parametrize(
    ("text", "by_itself"),
    [("and where was it?", True), ("when was that?", True), ("and Oslo?", False), ("who else spoke?", False)],
)
def test_a_follow_up_with_a_question_word_asks_by_itself(text: str, by_itself: bool) -> None:
    assert follow_up.asks_by_itself(read(text)) is by_itself


def test_between_whom_something_was_asks_for_no_more_than_with_whom() -> None:
    asked = read("When was the call between Ada Wren and Odo Brask?").analysis
    assert asked.terms == read("When was the call of Ada Wren with Odo Brask?").analysis.terms
    assert asked.terms != read("When was the call of Ada Wren against Odo Brask?").analysis.terms


@pytest.mark.parametrize("often", ["monthly", "yearly", "annual", "weekly"])
def test_how_often_something_is_due_is_not_when(often: str) -> None:
    assert read(f"what is the {often} fee going up to").analysis.answer_type == "how_many"
    assert read(f"what is the {often} pact").analysis.answer_type == "what"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Who led the fourth session of the Panel on the 7 May Accord?", []),
        ("Did the Friends of the October 3 Pact meet?", []),
        ("Who led the 7 May Accord talks?", [(None, 5, 7)]),
        ("Who opened the 7 May Pilot Forum?", [(None, 5, 7)]),
        ("Who spoke on the 7 May?", [(None, 5, 7)]),
        ("Who signed the 7 May 2031 Accord?", [(2031, 5, 7)]),
        ("Who came to the 7 May TSFC?", [(None, 5, 7)]),
        ("What did they say of the 7 May accord?", [(None, 5, 7)]),
    ],
)
def test_a_day_in_the_name_of_what_is_no_meeting_is_no_date(text: str, days: list[tuple[int | None, int, int]]) -> None:
    assert read(text).analysis.dates == tuple(Date(*day) for day in days)


def test_a_day_in_a_name_is_looked_for_as_the_words_that_it_is() -> None:
    assert {"7", "may", "accord"} <= read("Who led the Panel on the 7 May Accord?").analysis.terms


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("When did the Pledge Board hold its fair?", "hold"),
        ("When did the Panel on the 7 May Pledge hold its fair?", "hold"),
        ("When did Ada Wren Pledge?", "pledg"),
    ],
)
def test_a_word_of_a_name_is_what_was_done_only_where_no_other_is(text: str, verb: str) -> None:
    assert read(text).analysis.predicate == verb


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Which towns have no lock?", "which"),
        ("Which cities have no lock?", "which"),
        ("In which towns was it held?", "where"),
        ("In which cities did they meet?", "where"),
        ("Which town has no lock?", "where"),
    ],
)
def test_which_of_several_towns_asks_for_a_place_only_behind_in(text: str, kind: str) -> None:
    assert read(text).analysis.answer_type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Which fees rise in May?", "which"),
        ("which costs were shared", "which"),
        ("What are the fees?", "how_many"),
        ("Which fee was agreed?", "how_many"),
    ],
)
def test_which_of_several_fees_asks_for_their_names(text: str, kind: str) -> None:
    assert read(text).analysis.answer_type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Did the board or the council object?", "how"),
        ("Was it shut or moved?", "how"),
        ("Did the board object or not?", "yes_no"),
        ("Were all in favour of the lock, or at least not against it?", "yes_no"),
        ("Has the keeper or anybody else seen it?", "yes_no"),
    ],
)
def test_an_or_asks_for_a_choice_only_where_there_are_two(text: str, kind: str) -> None:
    assert read(text).analysis.answer_type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hall takings last year", None),
        ("outgoings five years ago", None),
        ("chair last year", "who"),
        ("year of the flood", "when"),
        ("month of the fair", "when"),
    ],
)
def test_a_time_that_is_told_is_not_what_keywords_ask_for(text: str, kind: str | None) -> None:
    assert read(text).analysis.answer_type == kind


@pytest.mark.parametrize(
    ("question", "predicate"),
    [
        ("did the pilots back the lock?", "back"),
        ("did the board fine the club?", "fine"),
        ("did the Pledge Board meet in the hall?", "meet"),
        ("who didn't come?", "come"),
        ("who couldnt come?", "come"),
        ("the pilots chose a lock?", "choos"),
    ],
)
def test_a_noun_with_what_it_is_done_to_is_what_was_done(question: str, predicate: str) -> None:
    assert read(question).analysis.predicate == predicate
