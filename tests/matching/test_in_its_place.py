"""“and Tarn?” is not answered by what was told of another, “who else?” not by what was told already."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.in_its_place import is_done_by_the_former
from bot.matching.reading import SentenceReader
from bot.question import read
from facts.model import Meeting

TALKS, LIGHTS = "2024-05-03-wren-and-lusk", "2024-06-03-lights-board"
WREN = "Minister Wren proposed a store of oil."
LUSK = "Minister Lusk raised the price of rope."
SHE = "She also asked for a new crane."
CAME = "Wren was accompanied by Ivo Brask."
CHAIRED = "Mira Sand chaired the board."
LATE = "Apologies: Odo Falk"
CLERK = "In attendance: Jon Ek (Clerk)"
PLAN = "Odo Falk presented the plan of the lamps."
PLAN_ASKED = "Who presented the plan of the lamps, according to the report on the Skerry Lights Board?"
INDEX = Index(
    [
        record(
            TALKS,
            datetime.date(2024, 5, 3),
            Meeting("meeting between Minister Wren and Minister Lusk", (), "2024-05-02", "Tarn"),
            [WREN, LUSK, SHE, CAME],
            [(WREN, "what", "What did Minister Wren propose at the meeting between Minister Wren and Minister Lusk?",
              "a store of oil")],
        ),
        record(
            LIGHTS,
            datetime.date(2024, 6, 3),
            Meeting("Skerry Lights Board", (), "2024-06-02", "Brill"),
            [CHAIRED, LATE, CLERK, PLAN],
            [
                (CHAIRED, "who", "Who chaired the Skerry Lights Board?", "Mira Sand"),
                (PLAN, "who", PLAN_ASKED, "Odo Falk"),
            ],
        ),
    ]
)  # fmt: skip
PROPOSED = "What did Minister Wren propose at the meeting between Minister Wren and Minister Lusk?"


def then(question: str, first: str, marked: dict[str, str]) -> Reply:
    reader = SentenceReader(lambda: StubReader(marks(marked)))
    return reply(question, INDEX, reply(first, INDEX, Context(), reader)[1], reader)[0]


@pytest.mark.parametrize(
    ("question", "first", "marked"),
    [
        ("and Lusk?", PROPOSED, {WREN: "a store of oil"}),
        ("and Brask?", PROPOSED, {WREN: "a store of oil"}),
        ("and Falk?", "Who was absent from the Skerry Lights Board?", {CLERK: "Jon Ek"}),
        ("what about the clerk?", "Who chaired the Skerry Lights Board?", {CHAIRED: "Mira Sand"}),
        ("and the accounts of the guild?", PLAN_ASKED, {PLAN: "Odo Falk"}),
    ],
)
def test_what_is_told_of_the_one_asked_about_before_is_offered_at_most(
    question: str, first: str, marked: dict[str, str]
) -> None:
    assert then(question, first, marked).answer is None


@pytest.mark.parametrize(
    ("question", "first", "marked", "answer"),
    [
        ("and Lusk?", PROPOSED, {LUSK: "the price of rope"}, "the price of rope"),
        ("and Lusk?", PROPOSED, {SHE: "a new crane"}, "a new crane"),
        ("and the idea?", PROPOSED, {WREN: "a store of oil"}, "a store of oil"),
        ("and the Skerry Lights Board?", "Who led the talks in Tarn?", {CHAIRED: "Mira Sand"}, "Mira Sand"),
    ],
)
def test_what_is_told_of_it_by_name_by_a_pronoun_by_its_meeting_or_in_other_words_is_given(
    question: str, first: str, marked: dict[str, str], answer: str
) -> None:
    given = then(question, first, marked).answer
    assert given is not None
    assert given.answer == answer


def test_what_is_told_of_it_is_offered_before_what_is_told_of_the_other() -> None:
    shown = then("and Lusk?", PROPOSED, {WREN: "a store of oil", LUSK: "the price of rope"})
    assert next(each.answer for each in (shown.answer, *shown.suggestions) if each) == "the price of rope"


@pytest.mark.parametrize("question", ["who else?", "and who else chaired it?"])
def test_who_else_is_not_answered_by_who_was_told_already(question: str) -> None:
    shown = then(question, "Who chaired the Skerry Lights Board?", {CHAIRED: "Mira Sand"})
    assert "Mira Sand" not in [each.answer for each in (shown.answer, *shown.suggestions) if each]


def test_who_else_is_answered_by_another_where_the_question_says_of_what() -> None:
    given = then("who else came with Wren?", PROPOSED, {CAME: "Ivo Brask", WREN: "a store of oil"}).answer
    assert given is not None
    assert given.answer == "Ivo Brask"


PAID = "Norway paid 12 crowns and Chad paid 8 crowns, while Kenya hosted the talks."
PAYERS = Index([record("2024-07-03-payers", datetime.date(2024, 7, 3), None, [PAID], [])])


def after(*questions: str) -> str | None:
    reader, context = SentenceReader(lambda: StubReader(marks({PAID: "8 crowns"}))), Context()
    for question in questions:
        said, context = reply(question, PAYERS, context, reader)
    return said.answer.answer if said.answer else None


def test_what_is_asked_of_another_in_the_same_words_is_its_own() -> None:
    assert after("How much did Norway pay?", "and Chad?") == "8 crowns"
    assert after("How much did Norway pay?", "and Kenya?", "and Chad?") == "8 crowns"
    assert after("How much did Chad pay?", "and Norway?") is None
    assert after("How much did Chad pay?", "and Kenya?") is None


TOOK = "Tremlin told him that Osk had already taken nine boats."


@pytest.mark.parametrize(
    ("question", "first", "is_of_former"),
    [
        ("and Wren?", "How many boats has Osk taken?", True),
        ("and Osk?", "How many boats has Wren taken?", False),
        ("and Tremlin?", "How many boats has Osk taken?", False),  # who stands in the sentence, too
        ("and Wren?", "How many boats were there at Osk?", False),  # which asks for no deed
        ("how many boats has Wren taken?", "How many boats has Osk taken?", False),
        ("who else?", "Who has taken nine boats?", False),
    ],
)
def test_what_is_told_to_be_done_by_the_one_asked_about_before_is_not_the_others(
    question: str, first: str, is_of_former: bool
) -> None:
    context = INDEX.contexts[0]
    assert is_done_by_the_former(read(question), read(first), TOOK, context, INDEX) is is_of_former
    assert not is_done_by_the_former(read(question), None, TOOK, context, INDEX)
