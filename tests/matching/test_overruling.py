"""A person's fact wins over the compiled ones of every article about the meeting, and over those of no other."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from quay_works import Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.checks.facts import refused_by
from bot.matching.listed import meetings
from bot.matching.overruling import says_so
from bot.matching.put_right import meetings_put_right
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context
from facts.model import Kind, Meeting, Record, WithdrawnAnswer

HELD = Meeting("Tidal Board of Brill", ("TBB",), "2020-06-29", "Brill")
QUESTION = "Who attended the Tidal Board of Brill?"
ASKED = "who attended Tidal Board of Brill"


def told(article: str, answer: str, *, by_hand: bool = False, meeting: Meeting = HELD, asks: str = QUESTION) -> Record:
    sentence = f"{answer} attended the Tidal Board of Brill."
    lines: list[Line] = [(sentence, "who", asks, answer)]
    made = record(article, datetime.date(2020, 6, 30), meeting, [sentence], lines)
    return msgspec.structs.replace(made, by_hand=("f0",)) if by_hand else made


def answers(*records: Record) -> set[str]:
    said, _ = reply(ASKED, Index(records))
    assert said.answer is not None
    return {said.answer.answer, *(each.answer for each in said.suggestions)}


OTHER_DAY = msgspec.structs.replace(HELD, date="2020-07-29")


def test_of_two_articles_about_a_meeting_that_of_a_person_answers() -> None:
    compiled = told("b-courier", "Bo Lusk")
    assert answers(told("a-post", "Ada Moss"), compiled) == {"Ada Moss", "Bo Lusk"}
    assert answers(told("a-post", "Ada Moss", by_hand=True), compiled) == {"Ada Moss"}
    assert answers(told("a-post", "Ada Moss", by_hand=True), told("b-courier", "Bo Lusk", by_hand=True)) == {
        "Ada Moss",
        "Bo Lusk",
    }


@pytest.mark.parametrize(
    "other",
    [
        told("b-courier", "Bo Lusk", meeting=OTHER_DAY),
        told("b-courier", "Bo Lusk", meeting=msgspec.structs.replace(HELD, date=None)),
        told("b-courier", "Bo Lusk", meeting=msgspec.structs.replace(HELD, name="Ferry Club", aliases=())),
        told("b-courier", "Bo Lusk", asks="Who really attended the Tidal Board of Brill?"),
    ],
    ids=["another day", "no day", "another name", "another question"],
)
def test_of_another_meeting_or_to_another_question_compiled_facts_answer(other: Record) -> None:
    assert "Bo Lusk" in answers(told("a-post", "Ada Moss", by_hand=True), other)


def placed(article: str, place: str, sentence: str, *, by_hand: bool = False, meeting: Meeting = HELD) -> Record:
    lines: list[Line] = [(sentence, "where", "Where was the Tidal Board of Brill meeting held?", place)]
    made = record(article, datetime.date(2020, 6, 30), meeting, [sentence], lines)
    return msgspec.structs.replace(made, by_hand=("f0",)) if by_hand else made


@pytest.mark.parametrize(
    "question", ["Where was the Tidal Board of Brill meeting held?", "where did the tidal board meet"]
)
def test_of_two_reports_that_say_the_same_the_one_whose_sentence_says_it_is_quoted(question: str) -> None:
    unsaid, says = "The Tidal Board of Brill will buy a boat.", "The Tidal Board of Brill met in Ostra Hall."
    mine, other = placed("b-post", "Ostra Hall", unsaid, by_hand=True), placed("a-courier", "Ostra Hall", says)

    def said(*records: Record) -> tuple[str, str]:
        stub = StubReader(marks({says: "Ostra Hall", unsaid: "boat"}))
        answer = reply(question, Index(records), Context(), SentenceReader(lambda: stub))[0].answer
        assert answer is not None
        return answer.answer, answer.evidence

    assert said(mine, other) == ("Ostra Hall", says)
    assert said(placed("b-post", "Net Loft", unsaid, by_hand=True), other) == ("Net Loft", unsaid)
    assert said(mine, placed("a-courier", "Ostra Hall", says, meeting=OTHER_DAY))[0] == "Ostra Hall"
    assert said(placed("b-post", "Ostra Hall", f"{says[:-1]}!", by_hand=True), other)[1] == f"{says[:-1]}!"


NUMBERED = msgspec.structs.replace(HELD, number=9)
IN_JUNE = msgspec.structs.replace(NUMBERED, date="2020-06")


@pytest.mark.parametrize(
    ("mine", "other", "same"),
    [
        (NUMBERED, IN_JUNE, True),
        (NUMBERED, msgspec.structs.replace(IN_JUNE, number=8), False),
        (NUMBERED, msgspec.structs.replace(IN_JUNE, date="2020-07"), False),
        (HELD, msgspec.structs.replace(IN_JUNE, number=None), False),
    ],
)
def test_reports_of_a_numbered_meeting_that_date_it_to_the_day_and_to_the_month_are_of_one(
    mine: Meeting, other: Meeting, same: bool
) -> None:
    compiled = told("b-courier", "Bo Lusk", meeting=other)
    assert ("Bo Lusk" not in answers(told("a-post", "Ada Moss", by_hand=True, meeting=mine), compiled)) is same


@pytest.mark.parametrize(("other", "said_too"), [(HELD, False), (OTHER_DAY, True)])
def test_what_gives_way_is_not_read_in_its_sentence_either(other: Meeting, said_too: bool) -> None:
    index = Index([told("a-post", "Ada Moss", by_hand=True), told("b-courier", "Bo Lusk", meeting=other)])
    stub = StubReader(marks({f"{who} attended the Tidal Board of Brill.": who for who in ("Ada Moss", "Bo Lusk")}))
    said, _ = reply("which persons came to the Tidal Board", index, Context(), SentenceReader(lambda: stub))
    answers = {each.answer for each in (said.answer, *said.suggestions) if each is not None}
    assert answers == ({"Ada Moss", "Bo Lusk"} if said_too else {"Ada Moss"})


SIGNED = "An appeal against the toll has been signed by 2,300 skippers."


def read_in_signed(asked: str, *lines: Line, marked: str = "2,300") -> str:
    made = record("a-post", None, None, [SIGNED], list(lines))
    made = msgspec.structs.replace(made, by_hand=tuple(fact.id for fact in made.facts))
    stub = StubReader(marks({SIGNED: marked}))
    said, _ = reply(asked, Index([made]), Context(), SentenceReader(lambda: stub))
    assert said.answer is not None
    return said.answer.answer


CORRECTED: Line = (SIGNED, "how_many", "How many skippers signed the appeal against the toll?", "about 2,500")


@pytest.mark.parametrize(
    "asked",
    [
        "how many signed the appeal",
        "how many skippers signed the apeal",
        CORRECTED[2],
        "how many signed against the toll",
    ],
)
def test_what_a_person_told_of_a_sentence_is_given_and_not_its_words(asked: str) -> None:
    assert read_in_signed(asked, CORRECTED) == "about 2,500"


@pytest.mark.parametrize(
    "line",
    [
        (SIGNED, "how_many", "How many pilots refused the appeal?", "about 90"),
        (SIGNED, "how_many", "How many skippers signed the appeal online?", "about 400"),
        (SIGNED, "who", "Who signed the appeal against the toll?", "the skippers of Brill"),
        (SIGNED, "what", "What did the skippers sign?", "an appeal against the toll"),
    ],
)
def test_what_a_person_told_of_another_thing_of_a_sentence_is_not_given(line: Line) -> None:
    assert read_in_signed("how many signed the appeal", line) == "2,300"
    assert read_in_signed("how many signed the appeal", line, CORRECTED) == "about 2,500"


@pytest.mark.parametrize(
    ("asked", "told", "marked", "answer"),
    [
        ("how many signed the appeal against the toll", "3,200", "2,300", "3,200"),
        ("which figure stands below the appeal", "3,200", "2,300", "3,200"),
        ("which figure stands below the appeal", "3,200", "2,300 skippers", "3,200"),
        ("which figure stands below the appeal", "3,200", "signed by 2,300 skippers", None),
        ("which figure stands below the appeal", "3,100", "2,300", None),
        ("how many names are below the appeal", "3,200", "An appeal against the toll", None),
        ("what have skippers signed", "3,200", "An appeal against the toll", "An appeal against the toll"),
    ],
)
def test_what_a_fact_puts_right_as_a_slip_is_given_whatever_asks_for_it_and_nothing_else(
    asked: str, told: str, marked: str, answer: str | None
) -> None:
    lines: list[Line] = [(SIGNED, "how_many", "How many skippers signed the appeal against the toll?", told)]
    made = record("a-post", None, None, [SIGNED], lines)
    made = msgspec.structs.replace(made, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "2,300", "", "f0"),))
    stub = StubReader(marks({SIGNED: marked}))
    said, _ = reply(asked, Index([made]), Context(), SentenceReader(lambda: stub))
    assert (said.answer.answer if said.answer else None) == answer


@pytest.mark.parametrize(
    ("asked", "marked", "answer"),
    [
        ("from how many ports did the skippers come", "2,300", "nine"),
        ("from how many ports did the skippers come", "nine", "nine"),
        ("how many skippers came", "nine", "3,200"),
    ],
)
def test_a_number_beside_one_that_was_put_right_is_told_whichever_the_reader_marks(
    asked: str, marked: str, answer: str
) -> None:
    came = "Some 2,300 skippers from nine ports came."
    made = record("a-post", None, None, [came], [(came, "how_many", "How many skippers came?", "3,200")])
    made = msgspec.structs.replace(made, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "2,300", "", "f0"),))
    stub = StubReader(marks({came: marked}))
    said, _ = reply(asked, Index([made]), Context(), SentenceReader(lambda: stub))
    assert said.answer is not None
    assert said.answer.answer == answer


@pytest.mark.parametrize(
    ("asked", "by_hand", "meeting", "denied"),
    [
        ("did 3,200 skippers sign the appeal", False, HELD, True),
        ("did 3,200 skippers sign the appeal", True, HELD, False),
        ("did 3,200 skippers sign the appeal in July", True, OTHER_DAY, True),
        ("did 9 skippers sign the appeal", True, HELD, True),
    ],
)
def test_no_report_of_the_meeting_denies_what_a_person_says(
    asked: str, by_hand: bool, meeting: Meeting, denied: bool
) -> None:
    question, sentences = "How many skippers signed the appeal?", ("3,000 signed the appeal.", SIGNED)
    lines: list[Line] = [(sentences[0], "how_many", question, "3,200")]
    one = record("a-post", datetime.date(2020, 6, 30), HELD, [sentences[0]], lines)
    other = record("b-courier", datetime.date(2020, 6, 30), meeting, [SIGNED], [])
    index = Index([msgspec.structs.replace(one, by_hand=("f0",)) if by_hand else one, other])
    rule = marks({SIGNED: SIGNED}, no=0.95, yes=0.05)
    said, _ = reply(asked, index, Context(), SentenceReader(lambda: StubReader(rule)))
    assert (said.answer is not None and said.answer.answer == "No") is denied


def chaired(article: str, day: int, name: str, question: str, answer: str, *, checked: bool = False) -> Record:
    """A report of the meeting by a name of its own, with who chaired it."""
    sentence = f"The meeting was chaired by {answer}."
    meeting = msgspec.structs.replace(HELD, name=name, aliases=("Tidal Board of Brill",))
    made = record(article, datetime.date(2020, 6, day), meeting, [sentence], [(sentence, "who", question, answer)])
    return msgspec.structs.replace(made, by_hand=("f0",), checked=("f0",)) if checked else made


def chairs(asked: str, *records: Record) -> list[str]:
    """Whom a reply names as the chair: as the answer, as differing, and besides."""
    rule = marks({f"The meeting was chaired by {who}.": who for who in ("Mayor Ada Moss", "Bo Lusk", "Cy Orme")})
    said, _ = reply(asked, Index(records), Context(), SentenceReader(lambda: StubReader(rule)))
    shown = [said.answer, *(said.answer.differs if said.answer else ()), *said.suggestions]
    return [each.answer for each in shown if each is not None]


ADA = ("a-post", 29, "June meeting of the Tidal Board of Brill", "Who chaired the June meeting of the Tidal Board?")
BO = ("b-courier", 30, "Tidal Board of Brill", "Who chaired the Tidal Board of Brill meeting on 29 June 2020?")
WAYS = (
    "who chaired the tidal board meeting",
    "Who chaired the Tidal Board of Brill meeting on 29 June 2020?",
    "who was in the chair at the tidal board",
    "who was the chair of the june meeting of the tidal board",
)


@pytest.mark.parametrize("asked", WAYS)
def test_a_checked_fact_wins_over_what_other_reports_say_of_it_by_another_name_of_the_meeting(asked: str) -> None:
    compiled = chaired(*BO, "Bo Lusk")
    assert "Bo Lusk" in chairs(asked, chaired(*ADA, "Mayor Ada Moss"), compiled)
    assert set(chairs(asked, chaired(*ADA, "Mayor Ada Moss", checked=True), compiled)) == {"Mayor Ada Moss"}


@pytest.mark.parametrize("asked", WAYS)
def test_two_facts_that_people_checked_and_that_differ_are_both_shown(asked: str) -> None:
    both = (chaired(*ADA, "Mayor Ada Moss", checked=True), chaired(*BO, "Bo Lusk", checked=True))
    assert chairs(asked, *both) == ["Bo Lusk", "Mayor Ada Moss"]


def test_what_can_be_true_beside_a_checked_fact_is_told_of_another_report() -> None:
    opened = ("b-courier", 30, "Tidal Board of Brill", "Who opened the Tidal Board of Brill meeting on 29 June 2020?")
    compiled = chaired(*opened, "Bo Lusk")
    assert (
        chairs("who opened the tidal board meeting", chaired(*ADA, "Cy Orme", checked=True), compiled)[0] == "Bo Lusk"
    )


@pytest.mark.parametrize(("kind", "answer", "given"), [("where", "Osmark", False), ("which", "the ferry day", True)])
def test_which_meeting_it_was_is_not_told_by_the_place_that_a_person_put_right(
    kind: Kind, answer: str, given: bool
) -> None:
    held = "The Tidal Board of Brill met in Brill on 29 June."
    made = record("a-post", None, HELD, [held], [(held, kind, "Where was the Tidal Board of Brill held?", answer)])
    [entry] = Index([msgspec.structs.replace(made, by_hand=("f0",))]).entries
    assert (refused_by(read("What meeting was held on 29 June?"), entry, answer) is None) is given


LED = "The board was chaired by Cy Orme of Osmark."
OTHERS = "Cy Orme chaired the sitting of the board."


@pytest.mark.parametrize(
    ("asked", "meeting", "affirmed"),
    [
        ("Did Cy Orme chair the Tidal Board of Brill?", HELD, False),
        ("Was the Tidal Board of Brill chaired by Orme?", HELD, False),
        ("Did Cy Orme chair the Tidal Board of Brill on 29 July 2020?", OTHER_DAY, True),
        ("Did Cy Orme come to the Tidal Board of Brill?", HELD, True),
    ],
)
@pytest.mark.parametrize("article", ["a-post", "b-courier"])
def test_no_report_of_the_meeting_affirms_what_a_person_put_right(
    asked: str, meeting: Meeting, affirmed: bool, article: str
) -> None:
    question = "Who chaired the Tidal Board of Brill?"
    right = record("a-post", None, HELD, [LED], [(LED, "who", question, "Ada Moss")])
    right = msgspec.structs.replace(right, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "Cy Orme", "", "f0"),))
    index = Index([right, record("b-courier", None, meeting, [OTHERS], [])])
    stub = StubReader(marks({LED if article == "a-post" else OTHERS: "Orme"}, yes=0.95))
    said, _ = reply(asked, index, Context(), SentenceReader(lambda: stub))
    # What the report of another day says in so many words is so, whatever is read.
    affirms = affirmed and (article == "b-courier" or meeting is OTHER_DAY)
    assert ((said.answer and said.answer.answer) == "Yes") is affirms
    assert not affirms or (said.answer is not None and said.answer.article == "b-courier")


@pytest.mark.parametrize(
    ("asked", "meeting", "given"),
    [
        ("how many attended the Tidal Board of Brill", HELD, False),
        ("how many attended the Tidal Board of Brill", OTHER_DAY, True),
        ("how many islands had pilots at the Tidal Board of Brill", HELD, True),
    ],
)
def test_what_a_person_put_right_is_not_read_in_a_sentence_of_another_report(
    asked: str, meeting: Meeting, given: bool
) -> None:
    some, others = "Some 42 pilots attended.", "It was attended by 42 pilots of as many islands."
    right = record("a-post", None, HELD, [some], [(some, "how_many", "How many pilots attended the board?", "45")])
    right = msgspec.structs.replace(right, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "Some 42", "", "f0"),))
    stub = StubReader(marks({others: "42"}))
    index = Index([right, record("b-courier", None, meeting, [others], [])])
    said, _ = reply(asked, index, Context(), SentenceReader(lambda: stub))
    shown = [each.answer for each in (said.answer, *said.suggestions) if each is not None]
    assert ("42" in shown) is given


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("Where was the AGM of the ferry club?", "the Old Kiln"),
        ("ferry club agm venue", "the Old Kiln"),
        ("Where was the annual general meeting of the ferry club?", "the Old Kiln"),
        ("Where was the EGM of the ferry club?", None),
    ],
)
def test_a_general_meeting_is_named_by_its_first_letters(asked: str, place: str | None) -> None:
    held = "The ferry club held its annual general meeting at the Net Loft on 3 May 2021."
    meeting = Meeting("annual general meeting", (), "2021-05-03", "the Old Kiln")
    lines: list[Line] = [(held, "where", "Where was the annual general meeting on 3 May 2021 held?", "the Old Kiln")]
    made = record("a-post", datetime.date(2021, 5, 4), meeting, [held], lines)
    said, _ = reply(asked, Index([msgspec.structs.replace(made, by_hand=("f0",))]))
    assert (said.answer and said.answer.answer) == place


@pytest.mark.parametrize(
    ("asked", "said"), [("Did 3,200 skippers sign the appeal?", True), ("Did 3,200 boats stall in Brill?", False)]
)
def test_what_names_the_report_is_nothing_that_a_fact_tells(asked: str, said: bool) -> None:
    question = "How many skippers signed the appeal, according to the report “Talks on the toll stall in Brill”?"
    made = record("a-post", None, HELD, [SIGNED], [(SIGNED, "how_many", question, "3,200")])
    [entry] = Index([msgspec.structs.replace(made, by_hand=("f0",))]).entries
    assert says_so(read(asked).analysis, entry, entry.context) is said


PRIZES = "The board gave the main medal of 900 crowns to Ada Moss and the second medal to Bo Lusk."
SECOND: Line = (PRIZES, "who", "Who was given the second medal of the board?", "Bea Lusk")


def prize_winner(asked: str) -> str | None:
    made = record("a-post", None, HELD, [PRIZES], [SECOND])
    said, _ = reply(asked, Index([msgspec.structs.replace(made, by_hand=("f0",))]))
    return said.answer.answer if said.answer else None


def test_a_persons_fact_is_told_of_no_other_thing_that_its_sentence_tells_apart() -> None:
    assert prize_winner("who was given the main medal of the Tidal Board") is None
    assert prize_winner("who was given the medal for pilots of the Tidal Board") is None
    assert prize_winner("who was given the second medal of the Tidal Board") == "Bea Lusk"


def test_what_a_person_told_of_a_sentence_is_not_given_for_what_that_does_not_name() -> None:
    compiled: Line = (SIGNED, "how_many", "How many skippers signed it?", "2,300")
    made = record("a-post", None, None, [SIGNED], [CORRECTED, compiled])
    taken = (WithdrawnAnswer(0, "2,300", "", "f0"),)
    index = Index([msgspec.structs.replace(made, by_hand=("f0",), withdrawn=taken)])
    reads = SentenceReader(lambda: StubReader(marks({SIGNED: "2,300"})))
    for asked, answer in (("how many signed against the toll", "about 2,500"), ("how many nurses signed it", None)):
        said, _ = reply(asked, index, Context(), reads)
        assert (said.answer.answer if said.answer else None) == answer


def read_beside(asked: str, line: Line, replaced: str, marked: str, *others: str) -> str | None:
    """What is answered where a person told something instead of what a sentence says, and the reader marks words."""
    sentence = line[0]
    made = record("a-post", None, HELD, [sentence, *others], [line])
    taken = (WithdrawnAnswer(0, replaced, "", "f0"),)
    index = Index([msgspec.structs.replace(made, by_hand=("f0",), withdrawn=taken)])
    best, next_best = marks({sentence: marked}), marks(dict.fromkeys(others, "Bo Lusk"), 6.0)
    stub = StubReader(lambda question, each: (next_best if each.sentence in others else best)(question, each))
    said, _ = reply(asked, index, Context(), SentenceReader(lambda: stub))
    return said.answer.answer if said.answer else None


HUTS: Line = ("Each hut has four bunks and 15 beds.", "how_many", "How many beds does a hut have?", "18")
CUPS: Line = ("The gold cup went to Ada Moss, the tin cup to Bo Lusk.", "who", "Who got the gold cup?", "Cy Orme")


def test_other_numbers_and_names_of_a_sentence_still_answer() -> None:
    assert read_beside("how many bunks does each hut have", HUTS, "15", "four bunks and 15") == "four"
    assert read_beside("to whom did the tin cup go", CUPS, "Ada Moss", "Bo Lusk") == "Bo Lusk"


def test_what_is_nearest_to_the_question_was_taken_back_so_no_other_name_of_the_sentence_answers_it() -> None:
    assert read_beside("to whom did the gold cup go", CUPS, "Ada Moss", "Bo Lusk") is None


def test_nothing_is_told_of_somebody_whom_a_person_told_another_one_instead_of() -> None:
    assert read_beside("what did Ada Moss get", CUPS, "Ada Moss", "The gold cup") is None
    assert read_beside("what was Ada Moss given", CUPS, "Ada Moss", "The gold cup") is None
    assert read_beside("what did Bo Lusk get", CUPS, "Ada Moss", "the tin cup") == "the tin cup"


PLEDGED: Line = ("Tarn will pay 12 crowns, Osmark 7 crowns.", "how_many", "How much will Tarn pay?", "15 crowns")


@pytest.mark.parametrize(("asked", "given"), [("Who will pay 12 crowns?", None), ("Who will pay 7 crowns?", "Osmark")])
def test_nobody_is_told_for_a_number_that_a_person_put_right(asked: str, given: str | None) -> None:
    marked = given or "Tarn"
    assert read_beside(asked, PLEDGED, "12 crowns", marked) == given


def test_no_compiled_fact_answers_what_is_asked_by_what_a_person_took_back_of_its_sentence() -> None:
    moved = "Ada Moss proposed a toll on barges."
    asked = ("Who proposed the toll?", "What did Ada Moss propose?")
    lines: list[Line] = [(moved, "who", asked[0], "Bo Lusk"), (moved, "what", asked[1], "a toll on barges")]
    made = record("a-post", None, HELD, [moved], lines)
    edited = msgspec.structs.replace(made, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "Ada Moss", "", "f0"),))
    checked = msgspec.structs.replace(edited, by_hand=("f0", "f1"))
    reads = SentenceReader(lambda: StubReader(marks({moved: "a toll on barges"})))
    given = [reply(asked[1], Index([each]), Context(), reads)[0].status for each in (made, edited, checked)]
    assert given == ["answer", "none", "answer"]


def test_another_report_does_not_tell_what_somebody_did_whom_a_person_told_another_one_instead_of() -> None:
    mine: Line = ("The session was led by Ada Moss.", "who", "Who led the session?", "Cy Orme")
    its = "Ada Moss led the session."
    made = record("a-post", None, HELD, [mine[0]], [mine])
    made = msgspec.structs.replace(made, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "Ada Moss", "", "f0"),))
    stub = StubReader(marks({its: "the session", mine[0]: "The session"}))
    index = Index([made, record("b-courier", None, HELD, [its], [])])
    said, _ = reply("what did Ada Moss lead", index, Context(), SentenceReader(lambda: stub))
    assert said.answer is None


def test_where_the_best_sentence_says_what_was_taken_back_the_next_one_of_its_article_is_only_offered() -> None:
    other = "The gold cup was made by Bo Lusk."
    assert read_beside("to whom did the gold cup go", CUPS, "Ada Moss", "Ada Moss", other) is None


CHAIRS: Line = ("Ada Moss is chair, Bo Lusk deputy chair.", "who", "Who is the deputy chair?", "Cy Orme")
FEES: Line = ("The fee rose from 34 crowns to 39 crowns.", "how_many", "How much is the fee?", "41 crowns")
PUPILS: Line = ("The fee is 34 crowns, for pupils 9.", "how_many", "How much is the fee for pupils?", "8 crowns")


@pytest.mark.parametrize(
    ("line", "replaced", "asked", "given"),
    [
        (CHAIRS, "Bo Lusk", "who is the deputy chair of the Tidal Board", True),
        (CHAIRS, "Bo Lusk", "who is the chair of the Tidal Board", False),
        (PUPILS, "9", "how much is the fee for pupils", True),
        (PUPILS, "9", "how much is the fee", False),
        (FEES, "34 crowns to 39 crowns", "how much is the fee of the Tidal Board", True),
        (FEES, "34 crowns to 39 crowns", "what was the fee before", False),
        (FEES, "34 crowns to 39 crowns", "by how much did the fee rise", False),
    ],
)
def test_a_persons_fact_is_not_told_of_the_whole_of_which_it_tells_a_part_nor_of_what_was_before(
    line: Line, replaced: str, asked: str, given: bool
) -> None:
    assert (read_beside(asked, line, replaced, line[0]) == line[3]) is given


PURSE: Line = ("It ended the year with £410 of gain and £820 saved.", "how_many", "How much is saved?", "£880")


@pytest.mark.parametrize(
    ("asked", "given"),
    [("Did it end the year with £410 of gain?", "Yes"), ("Did it end the year with £820 saved?", None)],
)
def test_a_yes_to_another_number_of_a_sentence_is_told_whatever_the_reader_marks(asked: str, given: str | None) -> None:
    made = record("a-post", None, HELD, [PURSE[0]], [PURSE])
    made = msgspec.structs.replace(made, by_hand=("f0",), withdrawn=(WithdrawnAnswer(0, "£820", "", "f0"),))
    stub = StubReader(marks({PURSE[0]: "£820"}, 8.0, yes=0.97))
    said, _ = reply(asked, Index([made]), Context(), SentenceReader(lambda: stub))
    assert (said.answer.answer if said.answer else None) == given


def test_a_yes_to_another_thing_is_told_where_the_place_of_its_sentence_gives_way_to_a_persons() -> None:
    opened = "Ada Moss opened the session in the Salt House."
    reports = placed("a", "the Salt House", opened), placed("b", "Tarn Hall", "It met in Tarn Hall.", by_hand=True)
    stub = StubReader(marks({opened: "Salt House"}, 8.0, yes=0.97))
    said, _ = reply("Was it opened by Ada Moss?", Index(reports), Context(), SentenceReader(lambda: stub))
    assert said.answer is not None
    assert said.answer.answer == "Yes"
    said, _ = reply("Was it held in the Salt House?", Index(reports), Context(), SentenceReader(lambda: stub))
    assert said.answer is None or said.answer.answer != "Yes"


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_meeting_is_listed_with_the_place_that_a_person_told_of_it_in_another_report(*, by_hand: bool) -> None:
    meeting = msgspec.structs.replace(HELD, place="the Salt House")
    its = placed("a", "the Salt House", "It met in the Salt House.", meeting=meeting)
    mine = placed("b", "Tarn Hall", "It met in Tarn Hall.", by_hand=by_hand)
    index, place = Index([its, mine]), "Tarn Hall" if by_hand else "the Salt House"
    assert {entry.article: entry.place for entry in meetings_put_right(index)}["a"] == place
    assert [entry.place for entry in meetings(index)] == [place]
