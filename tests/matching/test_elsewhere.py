"""A "yes" tells what was asked where and when it was asked: no sentence about another place or day says it."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.checks.facts import refused_by
from bot.matching.elsewhere import places_of
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.question.tokens import tokens
from bot.replies import Context
from facts.model import Article, Kind, Meeting

HELD = "The Reed Society held its meeting in Lower Marn on 4 May."
CAME = "The meeting was attended by 30 weavers."
LED = "Ada Moss led the debate."
NEXT = "The Reed Society will meet again on 9 June."
RAISED = "She also raised the mill that was closed in Osmark."
TITLE = "Reed Society meets in Brill"
MEETING = Meeting("meeting of the Reed Society", ("Reed Society",), "2021-05-04", "Lower Marn")


def answer(text: str, sentence: str, meeting: Meeting = MEETING, *, yes: float = 0.95, no: float = 0.0) -> str | None:
    """What is answered where the reader says yes, or no, by one sentence of a report with a headline."""
    made = record("reed", datetime.date(2021, 5, 5), meeting, [HELD, CAME, LED, NEXT, RAISED], [])
    article = Article("reed", datetime.date(2021, 5, 5), "Brill Post", TITLE, None, "reed.txt", "0" * 64)
    index = Index([type(made)(article, meeting, made.facts, made.sentences)])
    stub = StubReader(marks({sentence: sentence}, yes=yes, no=no))
    said, _ = reply(text, index, Context(), SentenceReader(lambda: stub))
    return said.answer.answer if said.answer is not None else None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Did the Reed Society hold its meeting in Brill?", HELD),
        ("did the reed society hold its meeting in brill", HELD),
        ("Was the meeting of the Reed Society in Brill?", CAME),
        ("Did Ada Moss lead the debate in Brill?", LED),
        ("Did the Reed Society meet on 4 May?", NEXT),
    ],
)
def test_of_another_place_or_day_than_the_sentence_tells_of_no_yes_is_said(text: str, sentence: str) -> None:
    assert answer(text, sentence) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Did the Reed Society hold its meeting in Lower Marn?", HELD),
        ("did the reed society hold its meeting in lower marn on 4 may", HELD),
        ("Did Ada Moss lead the debate in Lower Marn?", LED),
        ("Did Ada Moss lead the debate on 4 May?", LED),
        ("Will the Reed Society meet again in June?", NEXT),
    ],
)
def test_what_the_sentence_tells_or_leaves_open_at_its_meeting_is_confirmed(text: str, sentence: str) -> None:
    assert answer(text, sentence) == "Yes"


def test_the_body_that_meets_is_no_place_by_its_first_letters_either() -> None:
    meeting = Meeting("Old Reed Weavers meeting", (), "2021-05-04", "Lower Marn")
    assert answer("Did Ada Moss lead the debate at the ORW meeting?", LED, meeting) == "Yes"
    assert answer("Did Ada Moss lead the debate at the OWR meeting?", LED, meeting) is None


def test_the_place_that_is_asked_about_beside_that_of_the_meeting_is_no_other_one() -> None:
    asked = "Did Ada Moss raise the closed mill in Osmark when she spoke in Lower Marn?"
    assert answer(asked, RAISED) == "Yes"
    assert answer(asked.replace("Lower Marn", "Brill"), RAISED) is None


def test_where_the_place_of_the_meeting_is_not_known_what_stands_around_a_sentence_tells_it() -> None:
    meeting = Meeting("meeting of the Reed Society", ("Reed Society",), "2021-05-04")
    assert answer("Was the meeting in Lower Marn attended by 30 weavers?", CAME, meeting) == "Yes"
    assert answer("Was the meeting in Osmark attended by 30 weavers?", CAME, meeting) is None


def test_that_it_was_not_there_may_be_said() -> None:
    assert answer("Did the Reed Society hold its meeting in Brill?", HELD, yes=0.0, no=0.97) == "No"


TRAINED = "Forty divers a year will be trained in Tarn and Osmark."
PAID = "The union pays for the boats."
MENDED = "The divers mended a net at the Old Quay."


def told(text: str, sentence: str, marked: str) -> str | None:
    """What is answered where the reader marks words of a sentence."""
    index = Index([record("reed", datetime.date(2021, 5, 5), MEETING, [HELD, TRAINED, PAID], [])])
    said, _ = reply(text, index, Context(), SentenceReader(lambda: StubReader(marks({sentence: marked}))))
    return said.answer.answer if said.answer is not None else None


@pytest.mark.parametrize(
    ("text", "sentence", "marked"),
    [
        ("How many divers a year will be trained in Vost?", TRAINED, "Forty"),
        ("How many divers a year will be trained in Port Adair?", TRAINED, "Forty"),
        ("Who pays for the boats in Vost?", PAID, "The union"),
    ],
)
def test_of_a_place_that_nothing_there_has_nothing_is_told(text: str, sentence: str, marked: str) -> None:
    assert told(text, sentence, marked) is None


@pytest.mark.parametrize(
    ("text", "sentence", "marked"),
    [
        ("How many divers a year will be trained in Tarn?", TRAINED, "Forty"),
        ("Who pays for the boats in Lower Marn?", PAID, "The union"),
        ("Who pays for the boats in Osmark?", PAID, "The union"),
        ("How many divers a year will be trained in Osmrak?", TRAINED, "Forty"),
        ("Where in Brill will divers be trained each year?", TRAINED, "Tarn and Osmark"),
        # Somebody's doings and the body that meets are no places.
        ("Looking at Vost's debts, who pays for the boats?", PAID, "The union"),
        ("Who pays for the boats in the Vost Reed Society?", PAID, "The union"),
        # Nor is a chamber, nor do the letters before a place name one.
        ("Who pays for the boats in the Commons?", PAID, "The union"),
        ("How many divers a year will be trained at SV Tarn?", TRAINED, "Forty"),
        # Nor is what an inquiry or a session is named after.
        ("Who pays for the boats at the Vost Bell inquiry?", PAID, "The union"),
        ("Who pays for the boats at the Vost bank's yearly session?", PAID, "The union"),
    ],
)
def test_what_is_told_of_a_place_of_the_sentence_the_meeting_or_the_article_is_given(
    text: str, sentence: str, marked: str
) -> None:
    assert told(text, sentence, marked) == marked


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("At the Sept 2021 fair in Port Adair", ["port", "adair"]),
        ("in May or in Feb", []),
        ("near the Old Mill", ["old", "mill"]),
    ],
)
def test_a_month_is_no_place_however_it_is_written(text: str, places: list[str]) -> None:
    assert list(places_of(tokens(text), frozenset())) == places


@pytest.mark.parametrize(
    ("kind", "question"), [("where", "Where did the divers mend a net?"), ("what", "What was mended?")]
)
def test_the_place_of_a_deed_is_not_what_was_done(kind: Kind, question: str) -> None:
    line = (MENDED, kind, question, "the Old Quay")
    fact = Index([record("reed", datetime.date(2021, 5, 5), MEETING, [MENDED], [line])]).entries[0]
    assert (refused_by(read("What did the divers mend?"), fact, fact.fact.answer) is not None) == (kind == "where")
    assert not refused_by(read("What did the divers mend a net at?"), fact, fact.fact.answer)


NAMED = "Ada Moss, a weaver from Vost, was named champion."
SPOKE = "Bo Lusk of Tarn, who came from Vost, spoke in Vost of the boats."


def of_report(text: str, sentence: str, marked: str, before: str) -> str | None:
    """What is answered where the reader marks words of a sentence behind another one, in a report without a meeting."""
    index = Index([record("reed", datetime.date(2021, 5, 5), None, [before, sentence], [])])
    said, _ = reply(text, index, Context(), SentenceReader(lambda: StubReader(marks({sentence: marked}))))
    return said.answer.answer if said.answer is not None else None


@pytest.mark.parametrize(
    "text",
    ["Who was named champion at the meeting in Vost?", "who was named at its yearly contest in Vost?"],
)
def test_where_somebody_is_from_is_not_where_it_was(text: str) -> None:
    assert of_report(text, NAMED, "Ada Moss", "The guild held its contest in Brill.") is None


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "before"),
    [
        ("Who was named champion at the meeting in Brill?", NAMED, "Ada Moss", "The guild held its contest in Brill."),
        ("Who was named champion at the contest in Vost?", NAMED, "Ada Moss", "The guild held its contest in Vost."),
        ("Which weaver in Vost was named champion?", NAMED, "Ada Moss", "The guild held its contest in Brill."),
        ("Who spoke at the meeting in Vost?", SPOKE, "Bo Lusk", "The guild met."),
    ],
)
def test_where_it_was_is_told_with_it_or_before(text: str, sentence: str, marked: str, before: str) -> None:
    assert of_report(text, sentence, marked, before) == marked
