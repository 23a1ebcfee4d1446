"""What a sentence tells by the very verb that it is asked by is answered though the reader doubts it; what somebody
else did, what is only planned, and what stands elsewhere is not."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching import decision
from bot.matching.evidence import sentence_of
from bot.matching.query_terms import query_terms
from bot.matching.reading import SentenceReader
from bot.matching.told_so import tells_so
from bot.question import read
from bot.replies import Context


def bears_out(question: str, sentence: str, marked: str) -> bool:
    """Whether the words marked in the only sentence of a report are told of what is asked about."""
    index, asked = Index([record("post", "2024-05-03", [], None, [sentence])]), read(question)
    begin = sentence.index(marked)
    span = (begin, begin + len(marked))
    return tells_so(asked, query_terms(asked.analysis, index.vocabulary), sentence_of(index, 0, 0), span)


OPENED = "Ada Moss, the harbour master, opened the lock in Tarn on Friday, and Bo Lusk thanked the pilots."
CHAIRS = "The clerks' union is led by Bo Lusk, and its treasurer, Ada Moss, wants to retire."


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Who opened the lock?", OPENED, "Ada Moss"),
        ("who thanked the pilots", OPENED, "Bo Lusk"),
        ("Who will open the lock?", "The lock will be opened by Ada Moss.", "Ada Moss"),
        ("Who dissented from the plan for the lock?", "Bo Lusk dissented.", "Bo Lusk"),
        ("Which clubs signed the ferry pact?", "Tarn, Hask and Osmark signed the ferry pact.", "Tarn, Hask and Osmark"),
        ("When did Ada Moss open the lock?", OPENED, "Friday"),
        ("Where did Ada Moss open the lock?", OPENED, "Tarn"),
        ("Where was the third round held?", "The third round was held in Tarn.", "Tarn"),
        ("Why did the board turn down the plan?", "The board turned down the plan as it was dear.", "it was dear"),
        ("When will the board mend the lock?", "The lock will be repaired in April, said the board.", "April"),
        (
            "Which members of the lock board backed the toll?",
            "Ada Moss and Bo Lusk backed the toll.",
            "Ada Moss and Bo Lusk",
        ),
        ("Who chaired the weir talks?", "Ada Moss, who chaired the session, spoke of the weir talks.", "Ada Moss"),
        ("When did Ada Moss and Bo Lusk hold talks?", "Ada Moss met on 4 May with Bo Lusk in Tarn.", "4 May"),
        ("Where was the guild meeting on 4 May?", "The guild met in Tarn on 4 May.", "Tarn"),
    ],
)
def test_who_when_where_and_why_are_told_with_the_deed(question: str, sentence: str, marked: str) -> None:
    assert bears_out(question, sentence, marked)


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Who opened the lock?", OPENED, "Bo Lusk"),
        ("Who opened the museum?", OPENED, "Ada Moss"),
        ("Who opened the lock?", "The board opened the lock.", "The board"),
        ("Who opened the lock?", "Ada Moss did not open the lock.", "Ada Moss"),
        ("Who opened the lock?", "Ada Moss will open the lock.", "Ada Moss"),
        ("Whom did Ada Moss thank?", "Bo Lusk thanked Ada Moss.", "Bo Lusk"),
        ("When did Ada Moss open the lock?", "Ada Moss came on Friday to see who opened the lock.", "Friday"),
        ("Where was the third round held?", "A second lock, at Tarn, was discussed.", "Tarn"),
        ("Where was the third round held?", "The second round was held in Tarn.", "Tarn"),
        ("Where was the lock discussed?", "A lock, at Tarn, was discussed.", "Tarn"),
        ("Where was Ada Moss buried?", "Ada Moss was born in Tarn.", "Tarn"),
        ("Where was the lock debate moved to?", "The meeting was held in Tarn.", "Tarn"),
        ("Why did the board consider the plan?", "The board reviewed the plan as it was dear.", "it was dear"),
        ("Who chaired the ferry board?", "Ada Moss, who chaired the session, spoke of the weir.", "Ada Moss"),
        ("When did Ada Moss and Bo Lusk hold talks?", "Ada Moss met on 4 May with Dag Moe in Tarn.", "4 May"),
        ("When did Ada Moss and Bo Lusk hold talks?", "Ada Moss will meet on 4 May with Bo Lusk in Tarn.", "4 May"),
        ("When did Ada Moss and Bo Lusk hold talks?", "Ada Moss praised Bo Lusk on 4 May in Tarn.", "4 May"),
        ("When was the third round of talks held by Ada Moss?", "Ada Moss met on 4 May for talks.", "4 May"),
        ("Where was the guild meeting on 4 May?", "The guild meets in Tarn on 9 June.", "Tarn"),
    ],
)
def test_another_deed_or_doer_or_what_was_not_done_bears_nothing_out(question: str, sentence: str, marked: str) -> None:
    assert not bears_out(question, sentence, marked)


def test_of_several_motions_the_one_that_is_asked_about_must_be_told() -> None:
    asked, told = "Who moved the motion to {}?", "Ada Moss moved the motion to sell the barn."
    assert bears_out(asked.format("sell the barn"), told, "Ada Moss")
    assert not bears_out(asked.format("paint the lock"), told, "Ada Moss")


@pytest.mark.parametrize("question", ["Where was the Tidewater forum held?", "tidewater forum 2024 where"])
def test_the_place_of_a_meeting_is_told_with_the_meeting(question: str) -> None:
    assert bears_out(question, "Pilots met in Tarn for the forum.", "Tarn")
    assert not bears_out(question, "Pilots praised the lock in Tarn.", "Tarn")


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        (CHAIRS, "Ada Moss"),
        ("Ada Moss, treasurer of the union, came.", "Ada Moss"),
        ("The treasurer, Ada Moss, came.", "Ada Moss"),
    ],
)
def test_who_holds_an_office_stands_beside_it(sentence: str, marked: str) -> None:
    assert bears_out("Who is the treasurer of the clerks' union?", sentence, marked)


@pytest.mark.parametrize(
    "question", ["Who is the former treasurer of the clerks' union?", "Who is the chair of the clerks' union?"]
)
def test_of_which_every_word_must_stand_there(question: str) -> None:
    assert not bears_out(question, CHAIRS, "Ada Moss")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss thanked the treasurer of the clerks' union.",
        "The deputy treasurer of the clerks' union, Ada Moss, came.",
        "Former treasurer Ada Moss greeted the clerks' union.",
        "The clerks' union greeted its deputy treasurer Ada Moss.",
        "The treasurer of the clerks' union met Ada Moss.",
    ],
)
def test_and_nobody_holds_it_who_stands_beside_another_or_does_something_to_who_does(sentence: str) -> None:
    assert not bears_out("Who is the treasurer of the clerks' union?", sentence, "Ada Moss")


@pytest.mark.parametrize(("beyond", "is_answered"), [(0.5, True), (-0.5, False)])
def test_what_is_told_so_is_answered_where_the_reader_does_not_rule_it_out(beyond: float, is_answered: bool) -> None:
    index = Index([record("post", "2024-05-03", [], None, [OPENED])])
    reader = SentenceReader(lambda: StubReader(marks({OPENED: "Bo Lusk"}, logit=decision.TOLD_SO_FROM + beyond)))
    said = reply("who thanked the pilots at the lock", index, Context(), reader)[0]
    assert (said.status == "answer") is is_answered
