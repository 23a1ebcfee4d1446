"""What has no word of a question, and was not read as likely, is not offered: better none than an absurd one."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marking, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from facts.model import Meeting

PIER = "The pier at Brill will be painted."
CLERK = "Ada Lund wrote to the clerk."
FERRY = "Bo Lusk sold his ferry in May."
INDEX = Index([record("2024-05-03-mill", datetime.date(2024, 5, 3), None, [CLERK, FERRY, PIER], [])])


def offered(question: str, marked: dict[str, str], logit: float, index: Index = INDEX) -> list[str]:
    """What is offered for a question of which the reader is not sure."""
    said = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks(marked, logit=logit))))[0]
    assert said.answer is None
    return [each.evidence for each in said.suggestions]


def test_no_name_without_a_word_of_the_question_is_offered() -> None:
    assert offered("Who designed the pier?", {CLERK: "Ada Lund"}, -3.0) == []


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Who will paint the pier?", {PIER: "The pier"}),  # its own words
        ("Who bought the ferry that Lusk had?", {FERRY: "Bo Lusk"}),
        ("Whose letter did the clerk answer?", {FERRY: "Bo Lusk"}),  # those of the sentence before
    ],
)
def test_one_with_a_word_of_it_in_the_sentence_or_the_one_before_is(question: str, marked: dict[str, str]) -> None:
    assert offered(question, marked, -3.0) == list(marked)


@pytest.mark.parametrize(("logit", "shown"), [(-1.0, [FERRY]), (-4.0, [])])
def test_one_with_the_name_of_its_meeting_alone_is_if_it_was_read_as_likely(logit: float, shown: list[str]) -> None:
    meeting = Meeting("meeting of the Brill Guild", (), "2024-05-02", None, None, "Brill Guild", None)
    index = Index([record("2024-05-03-guild", datetime.date(2024, 5, 3), meeting, [CLERK, FERRY, PIER], [])])
    assert offered("Which vessel changed hands at the Brill Guild?", {FERRY: "his ferry"}, logit, index) == shown


TOLL = "The new toll begins on 4 June."
AGM = "The fee was put off until the AGM, which is on 3 May."
SIT = "The guild will reconvene on 5 July."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When do they meet again?", AGM),
        ("When is the next session?", AGM),
        ("When is the next get-together?", AGM),
        ("When do they meet again?", SIT),
    ],
)
def test_of_the_next_meeting_no_date_of_another_thing_is_offered(question: str, told: str) -> None:
    index = Index([record("2024-05-03-toll", datetime.date(2024, 4, 3), None, [PIER, TOLL, told], [])])
    marked = {TOLL: "4 June", AGM: "3 May", SIT: "5 July"}
    assert offered(question, marked, -2.0, index) == [told]


ROOF = "The roof of the mill will be mended by Ada Lund."
BARN = "The roof of the barn will be mended by Bo Lusk."
SHED = "The roof of the shed will be mended by Odo Brask."


def beside(question: str, logits: dict[str, float]) -> list[str]:
    """What is offered, where each of these is read as so likely: the first two of one article, the last of another."""
    own = Meeting("meeting of the Tarn Guild", (), "2024-05-02", None, None, "Tarn Guild", None)
    other = Meeting("meeting of the Lunn Guild", (), "2024-06-02", None, None, "Lunn Guild", None)
    index = Index(
        [
            record("2024-05-03-brill", datetime.date(2024, 5, 3), own, [ROOF, BARN], []),
            record("2024-06-03-lunn", datetime.date(2024, 6, 3), other, [SHED], []),
        ]
    )
    names = {ROOF: "Ada Lund", BARN: "Bo Lusk", SHED: "Odo Brask"}
    reader = SentenceReader(
        lambda: StubReader(lambda _, each: marking(each.sentence, names[each.sentence], logits[each.sentence]))
    )
    return [each.evidence for each in reply(question, index, Context(), reader)[0].suggestions]


def test_what_is_far_less_likely_in_another_report_is_not_offered_beside_the_best() -> None:
    asked = "Whose task is the roof then, about which we wondered?"
    assert beside(asked, {ROOF: 0.0, BARN: -0.5, SHED: -0.2}) == [ROOF, SHED, BARN]
    assert SHED not in beside(asked, {ROOF: 0.0, BARN: -0.5, SHED: -5.0})


def test_beside_an_offer_of_the_meeting_that_is_named_stands_none_of_another() -> None:
    asked = "Whose task is the roof then that the Tarn Guild wondered about?"
    assert SHED not in beside(asked, {ROOF: 0.0, BARN: -0.5, SHED: -0.2})


AWAY = "Apologies: Ada Lund and Bo Lusk"


@pytest.mark.parametrize(
    ("question", "is_offered"),
    [
        ("Who attended the pier meeting?", False),
        ("Who was present at the pier meeting?", False),
        ("Who was absent from the pier meeting?", True),
    ],
)
def test_those_who_sent_apologies_are_not_offered_as_nearest_to_who_came(question: str, is_offered: bool) -> None:
    meeting = Meeting("pier meeting", (), "2024-05-02")
    index = Index([record("2024-05-03-pier", datetime.date(2024, 5, 3), meeting, [AWAY, PIER], [])])
    assert (AWAY in offered(question, {AWAY: "Ada Lund and Bo Lusk"}, -1.0, index)) is is_offered
