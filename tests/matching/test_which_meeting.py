"""Which meeting was held is answered with a meeting's name."""

from __future__ import annotations

import msgspec
import pytest
from stub_reader import StubReader, marks
from two_reports import TERN, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.candidates import CANDIDATES
from bot.matching.checks.facts import refused_by
from bot.matching.reading import SentenceReader
from bot.matching.which_meeting import is_of_another_meeting, names_no_meeting
from bot.question import read
from bot.replies import Context, Reply
from facts.model import Meeting, Record

HELD = "The Tern Sound Fisheries Council met in Port Adair on 2 May 2024."
NEWS = "Boats of nine islands lay in Port Adair on 2 May 2024, where the annual net fair was held, too."
FIRST = record("first", "2024-05-03", [], TERN, [HELD, NEWS])
LIGHTS = Meeting("Skerry Lights Board", (), "2024-05-02", "Skerry")
OTHER = record("other", "2024-05-03", [], LIGHTS, ["The Skerry Lights Board met in Skerry on 2 May 2024."])


def said(question: str, *records: Record, words: str = "Port Adair", sentence: str = HELD) -> Reply:
    stub = StubReader(marks({sentence: words}))
    index = Index(records)
    return reply(question, index, Context(), SentenceReader(lambda: stub))[0]


@pytest.mark.parametrize(
    "question",
    [
        "What meeting was held on 2 May 2024?",
        "which meeting took place on May 2?",
        "which meeting was held in port adair on 2 may",
    ],
)
def test_the_meeting_of_a_day_is_given_by_its_name(question: str) -> None:
    answer = said(question, FIRST).answer
    assert answer is not None
    assert (answer.answer, answer.kind, answer.evidence) == ("Tern Sound Fisheries Council", "which", HELD)
    assert answer.marked is not None
    assert HELD[slice(*answer.marked)] == answer.answer


def test_two_reports_name_one_meeting_and_two_meetings_none() -> None:
    again = msgspec.structs.replace(FIRST, article=msgspec.structs.replace(FIRST.article, id="again"))
    found = said("What meeting was held on 2 May 2024?", FIRST, again).answer
    assert found is not None
    assert found.answer == "Tern Sound Fisheries Council"
    assert said("What meeting was held on 2 May 2024?", FIRST, OTHER).answer is None
    answer = said("What meeting was held in Skerry on 2 May 2024?", FIRST, OTHER).answer
    assert answer is not None
    assert answer.answer == "Skerry Lights Board"


@pytest.mark.parametrize("question", ["What meeting was held on 3 June?", "What meeting was held in Skerry on 2 May?"])
def test_no_other_day_and_no_other_place_has_that_meeting(question: str) -> None:
    answer = said(question, FIRST).answer
    assert answer is None


@pytest.mark.parametrize(
    ("question", "words", "sentence", "is_given"),
    [
        ("which meeting lay in Port Adair?", "nine islands", NEWS, False),
        ("which meeting met off Port Adair?", "Port Adair", HELD, False),
        ("which meeting met off Port Adair?", "The Tern Sound Fisheries Council", HELD, True),
        ("which fair was held where boats lay?", "the annual net fair", NEWS, True),
    ],
)
def test_a_place_is_no_meeting(question: str, words: str, sentence: str, *, is_given: bool) -> None:
    assert (said(question, FIRST, words=words, sentence=sentence).answer is not None) == is_given


def test_a_word_for_meetings_names_one_where_it_says_which() -> None:
    asked = read("Which meeting did she leave?")
    assert names_no_meeting(asked, "the meeting early", frozenset())
    assert not names_no_meeting(asked, "the annual meeting", frozenset())
    assert not names_no_meeting(asked, "a meeting of pilots", frozenset())
    assert not names_no_meeting(read("Who left the meeting?"), "Ada Wren", frozenset())


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which meeting was held in Port Adair?", "Tern Sound Fisheries Council"),
        ("what meeting took place in skerry", "Skerry Lights Board"),
        ("Which meeting was held in Lunn?", None),
        ("Which conference was held in Skerry?", None),
        ("Which meeting of pilots was held in Skerry?", None),
    ],
)
def test_the_only_meeting_at_a_place_is_given_by_its_name(question: str, named: str | None) -> None:
    answer = said(question, FIRST, OTHER).answer
    assert (answer and answer.answer) == named


def test_two_meetings_at_a_place_are_none() -> None:
    again = record("again", "2024-06-03", [], msgspec.structs.replace(LIGHTS, date="2024-06-02"), ["It met again."])
    assert said("Which meeting was held in Skerry?", OTHER, again).answer is None


@pytest.mark.parametrize("question", ["Which meeting was held on 2 May 2024?", "Which meeting was held in Port Adair?"])
def test_what_a_person_put_right_is_no_longer_where_or_when_another_report_has_it(question: str) -> None:
    held = msgspec.structs.replace(TERN, date="2024-05-01", place="Lunn")
    right = msgspec.structs.replace(record("right", "2024-05-03", [], held, [HELD]), known_as=TERN)
    assert said(question, FIRST).answer is not None
    assert said(question, FIRST, right).answer is None
    for asked in ("Which meeting was held on 1 May 2024?", "Which meeting was held in Lunn?"):
        answer = said(asked, FIRST, right).answer
        assert answer is not None
        assert answer.article == "right"


def test_a_name_that_a_person_wrote_quotes_the_one_in_the_article() -> None:
    named = msgspec.structs.replace(TERN, name="Net Limits Inquiry", aliases=(), series=None)
    made = msgspec.structs.replace(record("right", "2024-05-03", [], named, [HELD]), known_as=TERN)
    answer = said("Which meeting was held on 2 May 2024?", made).answer
    assert answer is not None
    assert (answer.answer, answer.evidence) == ("Net Limits Inquiry", HELD)


def test_a_fact_that_tells_where_names_no_meeting() -> None:
    house = msgspec.structs.replace(TERN, place="the Custom House, Port Adair")
    made = record("post", "2024-05-03", [("Where was the council meeting held?", "the Custom House", HELD)], house)
    [entry] = Index([msgspec.structs.replace(made, by_hand=(made.facts[0].id,))]).entries
    assert refused_by(read("Which meeting was held in Port Adair?"), entry, entry.fact.answer)
    assert not refused_by(read("Where was the council meeting held?"), entry, entry.fact.answer)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "other"),
    [
        ("how long did the meeting last?", "The previous meeting was in Tarn and lasted an hour.", "an hour", True),
        ("how many voted at the meeting?", "At the last meeting seven voted.", "seven", True),
        ("where was the meeting held?", "The next meeting will be held in Tarn.", "Tarn", True),
        ("where will the meeting be held?", "The next meeting will be held in Tarn.", "Tarn", False),
        ("how long did the last meeting last?", "The previous meeting lasted an hour.", "an hour", False),
        ("how long did the meeting last?", "After the last meeting the board sat for an hour.", "an hour", False),
        ("who chaired the meeting?", "Ada Wren, who hosts the next meeting, chaired it.", "Ada Wren", False),
        ("how many boats sank?", "At the last meeting seven boats were told to have sunk.", "seven", False),
    ],
)
def test_the_meeting_before_or_the_next_is_not_the_meeting(
    question: str, sentence: str, words: str, *, other: bool
) -> None:
    begin = sentence.index(words)
    assert is_of_another_meeting(read(question), sentence, (begin, begin + len(words))) is other


FERRIES = Meeting("Fifth Conference on Ferries", (), "2024-10-07", "Tarn", number=5)
PLANNED = "The Fifth Conference on Ferries will be held in Tarn on 7 October 2024."
NETS = Meeting("Sixth Net Conference", (), "2024-06-03", "Brill", number=6)
MENDED = "The Sixth Net Conference was held in Brill on 3 June 2024."
COMING = "The Seventh Net Conference will be held in Ostrand in 2025."


def reads(question: str, *told: str, marked: dict[str, str]) -> Reply:
    """The reply where the reader is sure of these words, article by article."""
    ferries = record("ferries", "2024-04-28", [], FERRIES, [PLANNED])
    nets = record("nets", "2024-06-05", [], NETS, [MENDED, *told])
    stub = StubReader(marks(marked))
    return reply(question, Index([ferries, nets]), Context(), SentenceReader(lambda: stub))[0]


def test_of_a_meeting_that_is_named_no_other_meetings_day_is_told() -> None:
    answered = reads("when will the ferries conference take place", COMING, marked={COMING: "2025"})
    assert answered.answer is None
    assert COMING not in [each.evidence for each in answered.suggestions]
    for question in ("when will the net conference take place", "when will the conference take place"):
        told = reads(question, COMING, marked={COMING: "2025"}).answer
        assert told is not None
        assert told.answer == "2025"


def test_an_article_that_names_the_meeting_of_another_tells_its_day() -> None:
    told = "The Sixth Conference on Ferries will be held in Skerry in May 2026."
    answered = reads("when will the ferries conference take place", told, marked={told: "May 2026"}).answer
    assert answered is not None
    assert answered.answer == "May 2026"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("in which year is the next net conference", "3 June 2024"),
        ("where is the upcoming net conference", "Brill"),
        ("where will the net conference be held", "Brill"),
    ],
)
def test_where_and_when_the_last_one_was_is_none_of_the_next(question: str, words: str) -> None:
    assert reads(question, marked={MENDED: words}).answer is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("when was the net conference", "3 June 2024"),
        ("where was the net conference", "Brill"),
        ("where was the next net conference", "Brill"),
    ],
)
def test_where_and_when_it_was_is_told_of_what_was(question: str, words: str) -> None:
    answered = reads(question, marked={MENDED: words}).answer
    assert answered is not None
    assert answered.answer == words


def test_the_sentence_about_the_next_meeting_is_read_however_many_others_have_more_words_of_the_question() -> None:
    told = [f"The Net Board of Brill heard pilot number {n} about the Brill nets." for n in range(CANDIDATES + 2)]
    coming = "The next will be held on 4 August 2024 in the Ferry Hall, with all captains and their mates."
    board = Meeting("Net Board of Brill", (), "2024-06-03", "Brill")
    index = Index([record("board", "2024-06-04", [], board, [*told, coming])])
    stub = StubReader(marks({coming: "4 August 2024"}))
    asked = "when is the next meeting of the net board of brill"
    answered = reply(asked, index, Context(), SentenceReader(lambda: stub))[0].answer
    assert answered is not None
    assert answered.answer == "4 August 2024"
