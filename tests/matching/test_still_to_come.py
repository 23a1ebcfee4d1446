"""What is planned is not what was done, and what others are counted, or opened, or ends, is not what is asked."""

from __future__ import annotations

import datetime

import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.deeds import is_by_another_deed
from bot.matching.otherwise.measures import counts_others
from bot.matching.otherwise.opposites import tells_the_opposite
from bot.matching.otherwise.still_to_come import is_day_of_decision, is_still_to_come
from bot.matching.reading import SentenceReader
from bot.question import read

PLAN = "Envoys of nine towns backed a plan on Tuesday to inspect 70 locks of the Tarn Canal."


def span_of(sentence: str, words: str) -> tuple[int, int]:
    return sentence.index(words), sentence.index(words) + len(words)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "to_come"),
    [
        ("how many locks were inspected?", PLAN, "70", True),
        ("how many locks did they inspect?", PLAN, "70", True),
        ("how many locks were inspected?", "By June 70 locks will be inspected.", "70", True),
        ("how many towns took part in Tarn?", "Envoys of seven towns will meet in Tarn on 3 May.", "seven", True),
        ("how many people were there?", "Around 60 pilots are expected.", "60", True),
        ("where was it held?", "The fair will be held in Tarn.", "Tarn", True),
        ("share of pilots affected by fog", "One in six pilots will be affected by fog.", "One in six", False),
        # What is asked as planned, or was done beside what is planned, is told.
        ("how many locks will be inspected?", PLAN, "70", False),
        ("how many locks do they plan to inspect?", PLAN, "70", False),
        ("how many locks need inspecting?", "They said that 70 locks would need inspecting.", "70", False),
        ("how many towns backed the plan?", PLAN, "nine", False),
        ("how many guilds were invited?", "The board invited 12 guilds, which will meet in May.", "12", False),
        ("how many weeks of bloodshed?", "They will now end 7 weeks of bloodshed.", "7", False),
        ("how many aims has the TRED?", "The TRED will work on two aims.", "two", False),
        ("where did they meet?", "They met in Tarn and will meet in Brill.", "Tarn", False),
        ("how much was set aside?", "They set aside 36 crowns for walls that will be built.", "36", False),
    ],
)
def test_what_is_planned_is_not_what_was_done(question: str, sentence: str, words: str, to_come: bool) -> None:
    assert is_still_to_come(read(question), sentence, span_of(sentence, words)) is to_come


FACT: Line = (PLAN, "how_many", "How many locks of the Tarn Canal were to be inspected?", "70")


@pytest.mark.parametrize("facts", [[], [FACT]])
def test_the_reply_never_has_it_surely_as_done(facts: list[Line]) -> None:
    index = Index([record("2024-05-15-locks", datetime.date(2024, 5, 15), None, [PLAN], facts)])
    reader = SentenceReader(lambda: StubReader(marks({PLAN: "70"})))
    assert reply("how many locks of the Tarn Canal were inspected?", index, Context(), reader)[0].answer is None
    planned = reply("how many locks of the Tarn Canal will be inspected?", index, Context(), reader)[0].answer
    assert planned is not None
    assert planned.answer == "70"


@pytest.mark.parametrize(
    ("question", "sentence", "words", "others"),
    [
        ("how many ministers backed it?", "Ministers of nine states backed it.", "nine", True),
        ("how many observers were there?", "Some 60 participants came.", "60", True),
        ("how many states backed it?", "Ministers of nine countries backed it.", "nine", False),
        ("how many delegates came?", "Fourteen delegations voted for it.", "Fourteen", True),
        ("how many delegations came?", "Some 240 delegates took part.", "240", True),
        ("how many delegates came?", "Some 240 delegates took part.", "240", False),
        ("how many ministers came?", "Nine ministers of six states came.", "Nine", False),
        ("how many people came?", "Some 60 participants came.", "60", False),
    ],
)
def test_a_number_of_others_is_not_that_of_those_asked_about(
    question: str, sentence: str, words: str, others: bool
) -> None:
    assert counts_others(read(question), sentence, span_of(sentence, words)) is others


@pytest.mark.parametrize(
    ("question", "sentence", "words", "other"),
    [
        ("who chaired the fair?", "The fair was opened by Prime Minister Ilse Vehn.", "Ilse Vehn", True),
        ("who chaired the fair?", "Ilse Vehn opened the fair.", "Ilse Vehn", True),
        ("who chaired the fair?", "The chair, Ilse Vehn, opened the fair.", "Ilse Vehn", False),
        ("who opened the fair?", "The fair was opened by Prime Minister Ilse Vehn.", "Ilse Vehn", False),
    ],
)
def test_who_opened_is_not_who_chaired(question: str, sentence: str, words: str, other: bool) -> None:
    assert is_by_another_deed(read(question), sentence, span_of(sentence, words)) is other


@pytest.mark.parametrize(
    ("question", "sentence", "words", "opposite"),
    [
        ("when was the trial finished?", "Tolls stay for now, trial from Jan 2025.", "Jan 2025", True),
        ("when did the trial begin?", "The trial runs until 3 May.", "3 May", True),
        ("when did the trial begin?", "Tolls stay for now, trial from Jan 2025.", "Jan 2025", False),
        ("when was the trial finished?", "The trial ran from 3 to 5 May.", "3 to 5 May", False),
    ],
)
def test_the_other_end_of_a_time_is_not_the_one_asked_for(
    question: str, sentence: str, words: str, opposite: bool
) -> None:
    assert tells_the_opposite(read(question), sentence, span_of(sentence, words)) is opposite


VOTE = "The council will vote on the sale of its old mill next Tuesday."
SHUT = "The board decided on 3 May that the mill will be shut on 9 July."
WHETHER = "It will decide whether to join the Net Union on 3 July."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "only_decided"),
    [
        ("When will the mill be sold?", VOTE, "next Tuesday", True),
        ("When will it join the Net Union?", WHETHER, "3 July", True),
        ("When was the mill sold?", "They voted on the sale of the mill on Friday.", "Friday", True),
        # The day of the decision, or of what was done then, is told to who asks for it.
        ("When will the council vote on the sale?", VOTE, "next Tuesday", False),
        ("When is the vote on the mill?", VOTE, "next Tuesday", False),
        ("When will the council meet?", VOTE, "next Tuesday", False),
        ("When was the crane sold?", "They voted on a toll on Monday and sold the crane on Friday.", "Friday", False),
        ("When was the mill sold?", "They voted on Friday to sell the mill.", "Friday", False),
        ("Where was the mill sold?", VOTE, "next Tuesday", False),
        ("When will the mill be shut?", SHUT, "3 May", True),
        ("when does the mill shut?", "On 3 May the board agreed to shut the mill on 9 July.", "3 May", True),
        ("When will the mill be shut?", SHUT, "9 July", False),
        ("When was the mill shut?", "They agreed on 3 May to shut the mill.", "3 May", False),
        ("When will the mill be shut?", "It will be shut on 3 May, the board decided.", "3 May", False),
        ("When does the sale of the mill happen?", "The sale of the mill was announced on 3 May.", "3 May", True),
        ("When does the sale take place?", "The decision to sell the mill was taken on 3 May.", "3 May", True),
        ("When does the sale happen?", "The decision was taken on 3 May, and the sale is on 9 July.", "9 July", False),
        ("When did the sale happen?", "The sale of the mill was announced on 3 May.", "3 May", False),
        ("When does it happen?", "The sale of the mill was announced on 3 May.", "3 May", False),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_the_deed(
    question: str, sentence: str, words: str, *, only_decided: bool
) -> None:
    assert is_day_of_decision(read(question), sentence, span_of(sentence, words)) is only_decided
