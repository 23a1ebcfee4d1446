"""Two reports of one meeting, read on the spot: what cannot be true at once is said with both, nothing else is."""

from __future__ import annotations

import msgspec
import pytest
from stub_reader import StubReader, marking
from two_reports import TERN, Told, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Reply
from facts.model import Meeting, Record, WithdrawnAnswer
from facts.reader import Passage, Reading

MET = "The Tern Sound Fisheries Council met in Port Adair and heard of boats."
OLD = "Boats of nine islands took part in the patrol."
NEW = "In all, 11 islands sent boats to the patrol."
AUTUMN = Meeting(TERN.name, TERN.aliases, "2024-09-12", TERN.place, None, TERN.series)
ASKED = "from how many islands were there boats in the patrol?"


def article(
    name: str, published: str, *sentences: str, meeting: Meeting | None = TERN, told: tuple[Told, ...] = ()
) -> Record:
    return record(name, published, told, meeting, [MET, *sentences])


def said(question: str, marked: dict[str, str], *records: Record, logit: float = 8.0) -> Reply:
    def rule(_: str, passage: Passage) -> Reading:
        words = marked.get(passage.sentence)
        return marking(passage.sentence, words or passage.sentence, logit if words else -8.0)

    stub = StubReader(rule)
    return reply(question, Index(records), reader=SentenceReader(lambda: stub))[0]


def told_by(answered: Reply) -> list[tuple[str, str]]:
    """What is answered by which article, the one on top first."""
    assert answered.answer is not None
    return [(each.answer, each.article) for each in (answered.answer, *answered.answer.differs)]


def pair(old: str, new: str, meeting: Meeting | None = TERN) -> tuple[Record, Record]:
    return article("post", "2024-05-03", old), article("wire", "2024-05-06", new, meeting=meeting)


def test_what_is_read_in_two_reports_and_cannot_both_be_true_is_said_with_both_the_newest_first() -> None:
    answered = said(ASKED, {OLD: "nine", NEW: "11"}, *pair(OLD, NEW))
    assert told_by(answered) == [("11", "wire"), ("nine", "post")]
    assert answered.suggestions == ()


def test_what_a_fact_says_and_another_report_only_tells_differs_too() -> None:
    fact = ("How many islands sent boats to the patrol of the Tern Sound Fisheries Council?", "nine", OLD)
    post = article("post", "2024-05-03", told=(fact,))
    assert told_by(said(ASKED, {OLD: "nine", NEW: "11"}, post, article("wire", "2024-05-06", NEW))) == [
        ("11", "wire"),
        ("nine", "post"),
    ]


@pytest.mark.parametrize(
    ("by_hand", "meeting", "answer"), [(True, TERN, "13"), (False, TERN, "11"), (True, AUTUMN, "11")]
)
def test_what_a_person_put_right_is_not_told_otherwise_by_another_report_of_the_meeting(
    by_hand: bool, meeting: Meeting, answer: str
) -> None:
    old = "Boats of 31 islands took part in the patrol."
    post = article("post", "2024-05-03", told=(("How many islands took part?", "13" if by_hand else "31", old),))
    if by_hand:
        name = post.facts[0].id
        post = msgspec.structs.replace(post, by_hand=(name,), withdrawn=(WithdrawnAnswer(1, "31", "", name),))

    def rule(_: str, passage: Passage) -> Reading:
        words, logit = {old: ("31", 3.0), NEW: ("11", 9.0)}.get(passage.sentence, (passage.sentence, -9.0))
        return marking(passage.sentence, words, logit)

    index = Index([post, article("wire", "2024-05-06", NEW, meeting=meeting)])
    asked = "how many islands had boats in the patrol?"
    answered = reply(asked, index, reader=SentenceReader(lambda: StubReader(rule)))[0].answer
    assert answered is not None
    assert answered.answer == answer


def test_what_two_reports_tell_is_as_sure_as_what_one_tells() -> None:
    alone = said(ASKED, {OLD: "nine"}, article("post", "2024-05-03", OLD), logit=1.2).answer
    again = said(ASKED, {OLD: "nine"}, *pair(OLD, OLD), logit=1.2).answer
    assert alone is not None
    assert again is not None
    assert again.answer == alone.answer
    assert again.confidence == pytest.approx(alone.confidence, abs=0.05)
    assert again.differs == ()


@pytest.mark.parametrize(
    ("question", "old", "words", "new", "others"),
    [
        (ASKED, OLD, "nine", "In all, 11 crews of the islands sent boats to the patrol.", "11"),
        (ASKED, OLD, "nine", "In all, about 10 islands sent boats to the patrol.", "10"),
        (ASKED, OLD, "nine", "In all, nine islands sent 11 boats to the patrol.", "11"),
        ("how much did the catch fall?", "The catch fell by 4 percent.", "4 percent", "The catch fell by 90 tonnes.",
         "90 tonnes"),
        ("who chaired the council meeting?", "Bo Lusk chaired the morning.", "Bo Lusk",
         "Ada Moss chaired the afternoon, after Bo Lusk.", "Ada Moss"),
        ("what date did the council meet?", "The council met from 2 May 2024 to 4 May 2024.",
         "2 May 2024 to 4 May 2024", "The council met on 3 May 2024.", "3 May 2024"),
    ],
)  # fmt: skip
def test_what_may_be_true_beside_another_is_no_disagreement(
    question: str, old: str, words: str, new: str, others: str
) -> None:
    answered = said(question, {old: words, new: others}, *pair(old, new))
    assert answered.answer is None or answered.answer.differs == ()


def test_reports_of_two_meetings_do_not_disagree() -> None:
    answered = said(ASKED, {OLD: "nine", NEW: "11"}, *pair(OLD, NEW, AUTUMN))
    assert answered.answer is not None
    assert answered.answer.differs == ()


def test_what_is_read_without_being_sure_is_held_against_nothing() -> None:
    def rule(_: str, passage: Passage) -> Reading:
        words, logit = {OLD: ("nine", 9.0), NEW: ("11", -1.0)}.get(passage.sentence, (passage.sentence, -9.0))
        return marking(passage.sentence, words, logit)

    stub = StubReader(rule)
    answered = reply(read(ASKED).text, Index(pair(OLD, NEW)), reader=SentenceReader(lambda: stub))[0]
    assert told_by(answered) == [("nine", "post")]


NEWER = "The council resolved that 11 boats of the Tern Sound are to be inspected by the end of next year."
COUNTED = "how many boats will be inspected?"


@pytest.mark.parametrize(
    ("older", "others"),
    [
        ("Under the plan, nine boats will be inspected.", [("11", "wire"), ("nine", "post")]),
        ("Under the plan, nine boats will be inspected, and not 11 boats as in the past.", [("nine", "post")]),
        ("Under the plan, nine islands will be inspected by boats.", [("nine", "post")]),
    ],
)
def test_what_counts_the_same_in_the_same_words_differs_though_the_reader_doubts_it(
    older: str, others: list[tuple[str, str]]
) -> None:
    def rule(_: str, passage: Passage) -> Reading:
        words, logit = {older: ("nine", 9.0), NEWER: ("11", 5.0)}.get(passage.sentence, (passage.sentence, -9.0))
        return marking(passage.sentence, words, logit)

    stub = StubReader(rule)
    answered = reply(COUNTED, Index(pair(older, NEWER)), reader=SentenceReader(lambda: stub))[0]
    assert told_by(answered) == others


def test_what_another_report_surely_answers_too_is_said_to_differ_where_it_does() -> None:
    first, second = "Bo Lusk chaired the meeting of the council.", "The meeting of the council was chaired by Ada Moss."
    post = article("post", "2024-05-03", first, "Ada Moss welcomed the plan.")
    wire = article("wire", "2024-05-06", second)
    answered = said("who chaired the council meeting?", {first: "Bo Lusk", second: "Ada Moss"}, post, wire)
    assert told_by(answered) == [("Ada Moss", "wire"), ("Bo Lusk", "post")]
