"""Whether a meeting was held on a day or in a place follows from the fact that tells when or where it was."""

from __future__ import annotations

import msgspec
import pytest
from stub_reader import StubReader, marks
from two_reports import TERN, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Record, WithdrawnAnswer

MET = "The Tern Sound Fisheries Council met in Port Adair on 2 May 2024."
WHEN = ("When did the Tern Sound Fisheries Council meet?", "2 May 2024", MET)
WHERE = ("Where did the Tern Sound Fisheries Council meet?", "Port Adair", MET)
DINED = ("Where did the Tern Sound Fisheries Council dine?", "Lunn", "Its members dined in Lunn.")
LONG = "The talks lasted an hour."
SECOND = "The council sat in Port Adair on 2 May 2024."
PLANNED = "The Tern Sound Fisheries Council will meet on 2 May 2024."
DENIED = "The council did not meet on 4 May 2024."
AS_READ = record("post", "2024-05-03", [WHEN, WHERE, DINED], TERN, [LONG])


def put_right(when: str, where: str, **fields: str) -> Record:
    """As after an edit of the meeting: what a person wrote of it is told."""
    told = [(WHEN[0], when, MET), (WHERE[0], where, MET), DINED]
    made = record("post", "2024-05-03", told, msgspec.structs.replace(TERN, **fields), [LONG])
    return msgspec.structs.replace(made, known_as=TERN, by_hand=tuple(sorted(fact.id for fact in made.facts[:2])))


PUT_RIGHT = put_right("1 May 2024", "Skerry", date="2024-05-01", place="Skerry")


def said(question: str, *records: Record, yes: float = 0.0, no: float = 0.0) -> str | None:
    """The reply where all sentences are read as a yes, or a no, as far as that."""
    rule = marks(dict.fromkeys([MET, LONG, SECOND, PLANNED, DENIED], "The"), yes=yes, no=no)
    answer = reply(question, Index(records), Context(), SentenceReader(lambda: StubReader(rule)))[0].answer
    return answer.answer if answer else None


@pytest.mark.parametrize(
    ("question", "as_read", "corrected"),
    [
        ("Did the Tern Sound Fisheries Council meet on 2 May 2024?", "Yes, 2 May 2024", "No, 1 May 2024"),
        ("Did the Tern Sound Fisheries Council meet on 1 May 2024?", None, "Yes, 1 May 2024"),
        ("Was the Tern Sound Fisheries Council meeting held in May 2024?", "Yes, 2 May 2024", "Yes, 1 May 2024"),
        ("did the fisheries council meet in port adair", "Yes, Port Adair", None),
        ("Did the Tern Sound Fisheries Council meet in Skerry?", None, "Yes, Skerry"),
        ("Did the Tern Sound Fisheries Council meet in Lunn?", None, None),
    ],
)
def test_a_day_or_a_place_is_that_of_the_fact(question: str, as_read: str | None, corrected: str | None) -> None:
    assert (said(question, AS_READ), said(question, PUT_RIGHT)) == (as_read, corrected)


@pytest.mark.parametrize(
    "question",
    [
        "Did the Tern Sound Fisheries Council vote on 2 May 2024?",
        "Did the Tern Sound Fisheries Council meet the pilots on 2 May 2024?",
        "Will the Tern Sound Fisheries Council next meet on 2 May 2024?",
    ],
)
def test_what_else_is_asked_is_not_told_by_it(question: str) -> None:
    assert not (said(question, AS_READ) or "").endswith("2 May 2024")


def test_what_is_planned_has_not_been() -> None:
    told = ("When will the Tern Sound Fisheries Council meet?", "2 May 2024", PLANNED)
    planned = record("post", "2024-04-03", [told])
    assert said("Did the Tern Sound Fisheries Council meet on 2 May 2024?", planned) is None
    assert said("Will the Tern Sound Fisheries Council meet on 2 May 2024?", planned) == "Yes, 2 May 2024"


def test_a_day_is_not_in_a_month_that_alone_is_known() -> None:
    month = put_right("May 2024", "Skerry", date="2024-05")
    assert said("Did the Tern Sound Fisheries Council meet on 9 May 2024?", month) is None
    assert said("Did the Tern Sound Fisheries Council meet in May 2024?", month) == "Yes, May 2024"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was the Tern Sound Fisheries Council meeting held on 1 and 2 May 2024?", "Yes, 1–2 May 2024"),
        ("Was the Tern Sound Fisheries Council meeting held on 2 and 3 May 2024?", "No, 1–2 May 2024"),
        ("Was the Tern Sound Fisheries Council meeting held on 2 May 2024?", "Yes, 1–2 May 2024"),
        ("Was the Tern Sound Fisheries Council meeting held on 3 May 2024?", "No, 1–2 May 2024"),
        ("Was the Tern Sound Fisheries Council meeting held on 3 and 4 May 2024?", None),
        ("Was the Tern Sound Fisheries Council meeting held on 4 May 2024?", None),
    ],
)
def test_days_of_which_some_were_wrong_are_denied_and_no_other_report_affirms_them(
    question: str, told: str | None
) -> None:
    days = ("2024-05-01/2024-05-02", "2024-05-02/2024-05-03")
    right, known = (msgspec.structs.replace(TERN, date=each) for each in days)
    mine = record("post", "2024-05-03", [(WHEN[0], "1–2 May 2024", MET)], right, values=[right.date])
    mine = msgspec.structs.replace(mine, known_as=known, by_hand=(mine.facts[0].id,))
    told_so = ("When was the Tern Sound Fisheries Council meeting held?", "2–3 May 2024", SECOND)
    other = record("wire", "2024-05-06", [told_so], known, values=[known.date])
    assert said(question, mine, other, yes=1.0) == told


def test_the_part_of_a_place_that_was_right_stays_right() -> None:
    known = msgspec.structs.replace(TERN, place="the Net Loft in Port Adair")
    made = put_right("2 May 2024", "the Town Hall in Port Adair", place="the Town Hall in Port Adair")
    mine = msgspec.structs.replace(made, known_as=known)
    other = record("wire", "2024-05-04", [], TERN, [SECOND])
    for place, told in [
        ("held in Port Adair", "Yes, the Town Hall in Port Adair"),
        ("held at the Town Hall", "Yes, the Town Hall in Port Adair"),
        ("held at the Net Loft", None),
        ("at the Net Loft", None),
        ("at the Net Loft in Port Adair", None),
    ]:
        assert said(f"Was the Tern Sound Fisheries Council meeting {place}?", mine, other, yes=1.0) == told


@pytest.mark.parametrize(
    "question",
    [
        "Did the Tern Sound Fisheries Council meet on 2 May 2024?",
        "Did the Tern Sound Fisheries Council meet in Port Adair?",
    ],
)
def test_no_yes_is_read_in_another_report_to_what_a_person_put_right(question: str) -> None:
    other = record("wire", "2024-05-04", [], TERN, [SECOND])
    assert said(question, other, yes=1.0) == "Yes"
    assert said(question, PUT_RIGHT, other, yes=1.0) in (None, "No, 1 May 2024")


@pytest.mark.parametrize(
    ("question", "stub"),
    [("When did the fisheries council meet?", "2 May 2024"), ("where did the fisheries council meet", "Port Adair")],
)
def test_nor_is_the_day_or_place_that_was_wrong(question: str, stub: str) -> None:
    other = record("wire", "2024-05-04", [], TERN, [SECOND])
    index = Index([PUT_RIGHT, other])
    reply_, _ = reply(question, index, Context(), SentenceReader(lambda: StubReader(marks({SECOND: stub, MET: stub}))))
    assert reply_.answer is not None
    assert reply_.answer.answer in ("1 May 2024", "Skerry")
    assert stub not in [each.answer for each in reply_.suggestions]


HELD_AT = (("2024-05-02/2024-05-03", "Lunn"), ("2024-05-01/2024-05-02", "Skerry"))
ENDED = "Ministers ended the fisheries council meeting in Lunn on 3 May 2024."
STRIKE = "The strike of the pilots ended in Lunn on 3 May 2024."


@pytest.mark.parametrize(
    ("question", "marked", "told"),
    [
        ("When did the fisheries council meeting end?", "3 May 2024", False),
        ("When did the ministers close the council meeting?", "3 May 2024", False),
        ("Where did the fisheries council meeting end?", "Lunn", False),
        ("Did the ministers end the fisheries council meeting on 3 May 2024?", "", False),
        ("Did the ministers end the fisheries council meeting in Lunn?", "", False),
        ("Did the ministers end the fisheries council meeting?", "", True),
        ("When did the strike of the pilots end?", "3 May 2024", True),
        ("Where did the strike of the pilots end?", "Lunn", True),
        ("Did the strike of the pilots end on 3 May 2024?", "", True),
    ],
)
def test_nor_when_or_where_it_ended_that_is_not_the_last_day_or_the_place(
    question: str, marked: str, told: bool
) -> None:
    known, right = (msgspec.structs.replace(TERN, date=days, place=place) for days, place in HELD_AT)
    facts = [(WHEN[0], "1–2 May 2024", MET), (WHERE[0], "Skerry", MET)]
    mine = record("post", "2024-05-03", facts, right, values=[right.date, None])
    mine = msgspec.structs.replace(mine, known_as=known, by_hand=tuple(sorted(fact.id for fact in mine.facts)))
    other = record("wire", "2024-05-04", [], known, [ENDED, STRIKE])
    sentence = STRIKE if "strike" in question else ENDED
    rule = marks({sentence: marked or sentence}, yes=1.0)
    answer = reply(question, Index([mine, other]), Context(), SentenceReader(lambda: StubReader(rule)))[0].answer
    assert (answer is not None and answer.article == "wire") is told


@pytest.mark.parametrize(("sentence", "given"), [(LONG, None), (DENIED, "No")])
def test_no_no_to_a_day_rests_on_a_sentence_that_names_none(sentence: str, given: str | None) -> None:
    told = record("post", "2024-05-03", [], TERN, [sentence])
    assert said("Did the council meet on 4 May 2024?", told, no=1.0) == given


LED = "The Tern Sound Fisheries Council meeting was chaired by Ingrid Halvorsen."
CAME = "Nine pilots attended, Bo Lusk among them."
PLANS = "Cy Orme will lead the survey."


def written_over(*by_hand: int) -> Record:
    """A report with what a person wrote over what its sentences say of some facts."""
    told = [
        ("Who chaired the Tern Sound Fisheries Council meeting?", "Ada Moss", LED),
        ("How many pilots attended the Tern Sound Fisheries Council meeting?", "11", CAME),
        ("Who attended the Tern Sound Fisheries Council meeting?", "Tom Beck", CAME),
        ("Who will lead the survey?", "Ada Moss", PLANS),
    ]
    made = record("post", "2024-05-03", told)
    wrong = ["Ingrid Halvorsen", "Nine", "Bo Lusk", "Cy Orme"]
    names = {n: made.facts[n].id for n in by_hand}
    withdrawn = tuple(WithdrawnAnswer((0, 1, 1, 2)[n], wrong[n], "", names[n]) for n in by_hand)
    return msgspec.structs.replace(made, by_hand=tuple(sorted(names.values())), withdrawn=withdrawn)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Ada Moss chair the fisheries council meeting?", "Yes, Ada Moss"),
        ("Was the fisheries council meeting chaired by Halvorsen?", "No, Ada Moss"),
        ("Did 11 pilots attend the fisheries council meeting?", "Yes, 11"),
        ("Did nine pilots attend the fisheries council meeting?", "No, 11"),
        ("Did Tom Beck attend the fisheries council meeting?", "Yes, Tom Beck"),
        ("Did Bo Lusk attend the fisheries council meeting?", None),  # both may have
        ("Did Ada Moss lead the survey?", None),
        ("Did Cy Orme chair the fisheries council meeting?", None),
        ("Did Ada Moss chair the fisheries council dinner?", None),
        ("Did Ada Moss not chair the fisheries council meeting?", None),
    ],
)
def test_what_a_person_wrote_is_so_and_what_that_puts_right_is_not(question: str, told: str | None) -> None:
    assert said(question, written_over(0, 1, 2, 3)) == told


def test_what_was_only_compiled_denies_nothing() -> None:
    assert said("Did Cy Orme chair the fisheries council meeting?", written_over()) is None


@pytest.mark.parametrize(
    ("verb", "question", "told"),
    [
        ("hosted", "Was the fisheries council meeting hosted by the Lunn Pilots?", "Yes, the Lunn Pilots"),
        ("hosted", "Was the fisheries council meeting hosted by the Skerry Pilots?", None),
        ("hosted", "Was the fisheries council meeting held at the Lunn Pilots?", None),
        ("held", "Was the fisheries council meeting held at the Lunn Pilots?", None),
    ],
)
def test_who_hosted_a_meeting_is_so_and_says_nothing_of_where_it_was(
    verb: str, question: str, told: str | None
) -> None:
    sentence = "The council was the guest of the pilots."
    made = record(
        "post", "2024-05-03", [(f"Who {verb} the Tern Sound Fisheries Council meeting?", "the Lunn Pilots", sentence)]
    )
    assert said(question, msgspec.structs.replace(made, by_hand=(made.facts[0].id,))) == told


OFFICES = "Harbour Minister Ingrid Halvorsen chaired the Tern Sound Fisheries Council meeting."
HOSTED = "The council meeting was hosted by Port Adair."


def chaired_by(answer: str, words: str = "Harbour Ingrid Halvorsen") -> Record:
    """A report with a person's fact written over who its sentence says was in the chair."""
    made = record("post", "2024-05-03", [("Who chaired the Tern Sound Fisheries Council meeting?", answer, OFFICES)])
    name, instead_of = made.facts[0].id, "Harbour Minister Ingrid Halvorsen"
    return msgspec.structs.replace(made, by_hand=(name,), withdrawn=(WithdrawnAnswer(0, instead_of, words, name),))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was the fisheries council meeting chaired by the harbour minister?", "No, Fisheries Minister Ada Moss"),
        (
            "Was the fisheries council meeting chaired by Fisheries Minister Ada Moss?",
            "Yes, Fisheries Minister Ada Moss",
        ),
        ("Was the fisheries council meeting chaired by a minister?", "Yes, Fisheries Minister Ada Moss"),
        ("Was the fisheries council meeting chaired by the foreign minister?", None),
        ("Was the fisheries council meeting chaired by Tom Beck?", None),
        ("Did Tom Beck preside over the fisheries council meeting?", None),
    ],
)
def test_an_office_is_told_apart_by_the_words_beside_it_and_no_sentence_says_who_else_it_was(
    question: str, told: str | None
) -> None:
    rule = marks(dict.fromkeys([OFFICES, HOSTED], "The"), yes=1.0)
    told_by = [chaired_by("Fisheries Minister Ada Moss"), record("wire", "2024-05-04", [], TERN, [HOSTED])]
    for records in (told_by, told_by[:1]):
        answer = reply(question, Index(records), Context(), SentenceReader(lambda: StubReader(rule)))[0].answer
        assert (answer.answer if answer else None) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was the fisheries council meeting chaired by the president?", None),
        ("Was the fisheries council meeting chaired by the vice-president?", "Yes, Vice-president Ada Moss"),
        ("Was the fisheries council meeting chaired by Vice-president Moss?", "Yes, Vice-president Ada Moss"),
        ("Did Ada Moss chair the fisheries council meeting?", "Yes, Vice-president Ada Moss"),
    ],
)
def test_an_office_is_not_the_one_below_it(question: str, told: str | None) -> None:
    assert said(question, chaired_by("Vice-president Ada Moss")) == told


def test_nor_is_one_that_was_put_right_with_the_words_beside_it() -> None:
    made = chaired_by("Deputy Minister Ada Moss")
    wrong = WithdrawnAnswer(0, "Fisheries Minister Ingrid Halvorsen", "Fisheries Ingrid Halvorsen", made.by_hand[0])
    question = "Was the council meeting chaired by the fisheries minister?"
    assert said(question, msgspec.structs.replace(made, withdrawn=(wrong,))) == "No, Deputy Minister Ada Moss"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did 15 pilots attend the fisheries council meeting?", None),
        ("Did 15 pilots from Lunn attend the fisheries council meeting?", "Yes"),
    ],
)
def test_how_many_there_were_is_decided_by_a_persons_number_alone_and_nothing_else_is(
    question: str, told: str | None
) -> None:
    counted = "15 pilots from Lunn attended."
    rule = marks({counted: "15"}, yes=1.0)
    index = Index([written_over(1), record("wire", "2024-05-04", [], TERN, [counted])])
    said_, _ = reply(question, index, Context(), SentenceReader(lambda: StubReader(rule)))
    assert (said_.answer.answer if said_.answer else None) == told
