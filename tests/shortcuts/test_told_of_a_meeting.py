"""What the built-in shortcuts tell of a meeting: what its page says, all its decisions, its items, who and how many."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
import two_reports
from stub_reader import StubReader, marking

from bot.index import Index
from bot.library import IndexedLibrary
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply
from bot.shortcuts import BUILT_IN, ask, listing
from bot.shortcuts.about import tells_of
from facts.model import Meeting, Record, WithdrawnAnswer

BOARD = Meeting("Ostford Ferry Board", (), "2024-05-02", "Tarn Hall", None, "Ostford Ferry Board")
HELD = "the Ostford Ferry Board meeting on 2 May 2024"


def library_of(*records: Record, marked: str = "nothing") -> IndexedLibrary:
    """A library in which the reader marks these words wherever they stand."""
    stub = StubReader(lambda _, passage: marking(passage.sentence, marked, 8.0 if marked in passage.sentence else -8.0))
    return IndexedLibrary(Index(records), SentenceReader(lambda: stub))


def said(name: str, texts: list[str], *told: two_reports.Told, meeting: Meeting | None = BOARD, words: str = "post",
         marked: str = "nothing") -> Reply:  # fmt: skip
    """The reply of a shortcut about the meeting of an article of these sentences and facts."""
    library = library_of(two_reports.record("post", "2024-05-03", list(told), meeting, texts), marked=marked)
    shortcut = next(each for each in BUILT_IN if each.name == name)
    return ask(library, shortcut, words, f"/{name} {words}", Context())[0]


def listed(name: str, texts: list[str], *told: two_reports.Told, meeting: Meeting | None = BOARD) -> list[str]:
    """What a shortcut lists of such a meeting."""
    library = library_of(two_reports.record("post", "2024-05-03", list(told), meeting, texts))
    found = listing(library, next(each for each in BUILT_IN if each.name == name), "post", Context())
    return [each.answer for each in found.answers] if found else []


def given(reply: Reply) -> tuple[str, str] | None:
    """The answer of a reply and its quote."""
    return (reply.answer.answer, reply.answer.evidence) if reply.answer else None


GULLS = "Gulls were counted in Lunn on 4 June 2023."
CAME = "The Ostford Ferry Board gathered at Tarn Hall to look at the gulls."


@pytest.mark.parametrize("words", ["Ostford Ferry", "ferry board", "post"])
def test_what_a_page_says_of_its_meeting_is_told_without_a_fact(words: str) -> None:
    assert given(said("where", [GULLS, CAME], words=words)) == ("Tarn Hall", CAME)


def test_a_part_of_the_articles_id_names_its_meeting() -> None:
    record = two_reports.record("2024-05-03-gull-count", "2024-05-03", [], BOARD, [CAME])
    library = library_of(record)
    found = library.meeting_named("gull-count")
    assert found is not None
    assert found.article == "2024-05-03-gull-count"
    assert library.meeting_named("2024-05-03-gull-count") == found
    assert library.meeting_named("owl count nights") is None
    newer = two_reports.record("2024-06-03-ferry-board-gulls", "2024-06-03", [], BOARD, [CAME])
    older = two_reports.record("2024-05-03-ferry-board-nets", "2024-05-03", [], BOARD, [CAME])
    found = library_of(newer, older).meeting_named("ferry-board-nets")
    assert found is not None
    assert found.article == "2024-05-03-ferry-board-nets"


def test_a_headline_bears_out_a_place_only_where_it_says_in() -> None:
    for title, quote in (("Ferry board meets in Tarn", "Ferry board meets in Tarn"), ("Tarn board moves on", "")):
        record = two_reports.record("post", "2024-05-03", [], Meeting("Ferry Board", (), None, "Tarn"), [GULLS])
        record = msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, title=title))
        assert [(each.answer, each.evidence) for each in library_of(record).scene("post", "where")] == [("Tarn", quote)]


@pytest.mark.parametrize(
    ("name", "meeting", "texts", "expected"),
    [
        ("where", BOARD, ["It will move to Tarn Hall in May.", CAME], ("Tarn Hall", CAME)),  # not what moves there
        ("where", BOARD, [GULLS], ("Tarn Hall", "")),  # nothing says it: the page's own word
        ("when", BOARD, ["Bo Tam met them on 2 May 2024."], ("2 May 2024", "Bo Tam met them on 2 May 2024.")),
        (
            "how",
            Meeting("Ostford Ferry Board", (), None, None, "video conference"),
            ["The board met by video conference."],
            ("video conference", "The board met by video conference."),
        ),
        (
            "where",
            Meeting("Ostford Ferry Board", (), None, None, "video conference"),
            ["The board met by video conference."],
            ("video conference", "The board met by video conference."),
        ),
        ("where", Meeting("Ostford Ferry Board", (), None, None, "closed session"), [GULLS], None),
        ("how", Meeting("Ostford Ferry Board"), ["The board met in the end."], None),
    ],
)
def test_what_is_told_of_a_meeting_is_quoted_by_what_bears_it_out(
    name: str, meeting: Meeting, texts: list[str], expected: tuple[str, str] | None
) -> None:
    assert given(said(name, texts, meeting=meeting, marked="in the end")) == expected


def test_a_fact_of_the_meeting_is_preferred_and_one_of_something_else_there_is_not() -> None:
    own = (f"Where was {HELD} held?", "the Tarn Hall annexe", "It was held in the Tarn Hall annexe.")
    office = ("Where will the Ostford Ferry Board's office move in May 2024?", "Tarn Hall", "It moves to Tarn Hall.")
    assert given(said("where", [CAME], office)) == ("Tarn Hall", CAME)
    assert given(said("where", [CAME], office, own)) == ("the Tarn Hall annexe", own[2])


def test_what_a_person_took_back_is_not_told() -> None:
    record = two_reports.record("post", "2024-05-03", [], BOARD, [CAME])
    assert library_of(record).scene("post", "where")
    taken = msgspec.structs.replace(record, withdrawn=(WithdrawnAnswer(0, "Tarn Hall"),))
    assert not library_of(taken).scene("post", "where")


RECEIVED = "Minister Ada Wren received Minister Bo Tam in Ostford on 2 May."
WHEN = ("When did Minister Ada Wren receive Minister Bo Tam in Ostford?", "2 May 2024", RECEIVED)
WHERE = ("Where did Minister Ada Wren receive Minister Bo Tam on 2 May 2024?", "Ostford", RECEIVED)
EXPERTS = "Experts will meet in Lunn in June 2024."
LATER = ("Where will experts meet in June 2024, according to the report “Post”?", "Lunn", EXPERTS)


def test_where_no_meeting_was_found_the_only_day_and_place_told_are_those_of_what_is_reported() -> None:
    assert given(said("when", [], WHEN, WHERE, LATER, meeting=None)) == ("2 May 2024", RECEIVED)
    assert given(said("where", [], WHEN, WHERE, LATER, meeting=None)) == ("Ostford", RECEIVED)
    other = ("Where did Minister Bo Tam lay a wreath?", "Tarn", "He laid a wreath in Tarn.")
    both = said("where", [], WHERE, other, meeting=None)
    assert (both.status, [each.answer for each in both.suggestions]) == ("suggest", ["Ostford", "Tarn"])
    assert said("where", [], LATER, meeting=None, marked="Lunn").status == "none"


def test_a_place_is_not_quoted_by_what_is_called_after_it() -> None:
    school = "Ada Wren of the Ostford Ferry Board was at Tarn Hall School."
    assert given(said("where", [GULLS, GULLS, school])) == ("Tarn Hall", "")
    signed = "The Ostford Ferry Board signed it in Tarn Hall."
    assert given(said("where", [GULLS, GULLS, school, signed])) == ("Tarn Hall", signed)


def test_what_is_no_place_is_not_offered_as_one() -> None:
    counted = "At the meeting were 47 members (31 in the room)."
    assert said("where", [counted], meeting=Meeting("Ostford Ferry Board"), marked="in the room").status == "none"


def test_one_decision_is_shown_with_what_it_is_of() -> None:
    told = (f"How many of the names did the Ostford Ferry Board approve at {HELD}?", "three", "They approved three.")
    assert listed("decisions", [], told) == ["three"]


def test_when_a_meeting_ended_is_not_when_the_next_one_is() -> None:
    ended = "The meeting ended at 4.25."
    assert said("next", [ended], marked="4.25").status == "none"


def test_a_place_behind_who_is_none_of_the_meeting() -> None:
    mourned = "They opened the session with a word for those who died near Lunn Bridge."
    nowhere = Meeting("Ostford Ferry Board")
    assert said("where", [mourned], meeting=nowhere, marked="Lunn Bridge").status == "none"
    voted = "The vote, taken at the Old Mill, was 9 to 2."
    assert [each.evidence for each in said("where", [voted], meeting=nowhere, marked="the Old Mill").suggestions] == [
        voted
    ]
    again = "The board will meet again at the Old Mill."
    assert said("where", [again], meeting=nowhere, marked="the Old Mill").status == "none"


NEXT_WHEN = ("When will the meeting after the Third Forum of Lunn be held?", "2027", "The next one is in Tarn in 2027.")
NEXT_WHERE = ("Where will the meeting after the Third Forum of Lunn be held?", "Tarn", NEXT_WHEN[2])
FORUM = Meeting("Third Forum of Lunn", (), "2024-05-02", "Lunn", None, "Forum of Lunn", 3)


def test_what_comes_next_is_found_as_the_compiler_asks_for_it() -> None:
    assert listed("next", [], NEXT_WHERE, NEXT_WHEN, meeting=FORUM) == ["2027", "Tarn"]
    called_otherwise = (
        "When will the next meeting of Harbour Masters after 2 May 2024 be held?",
        "June 2024",
        "In June.",
    )
    assert given(said("next", [], called_otherwise)) == ("June 2024", "In June.")
    another = ("When is the next meeting of Harbour Masters after 9 May 2024?", "June 2024", "In June.")
    assert said("next", [], another).answer is None


def decision(number: int, question: str) -> two_reports.Told:
    return question, f"matter {number}", f"Matter {number} was settled."


def test_all_decisions_are_listed_in_the_order_of_the_text_one_for_each_sentence() -> None:
    told = [
        decision(1, f"What was decided about “Minutes of the last meeting” at {HELD}?"),
        decision(2, f"What did the Ostford Ferry Board reject, according to the report on {HELD}?"),
        decision(3, f"What became of the motion on gulls at {HELD}?"),
        decision(4, f"By what vote was the levy rejected at {HELD}?"),
        decision(5, f"How large a loan did the Ostford Ferry Board approve at {HELD}?"),
        decision(6, f"Who was elected treasurer at {HELD}?"),
    ]
    others = [
        decision(7, f"What did the Ostford Ferry Board not agree on at {HELD}?"),
        decision(8, f"What did Ada Wren say at {HELD}?"),
        decision(9, "What was decided at the Ostford Ferry Board meeting on 4 April 2019?"),
        decision(10, "What was decided about “Lamps” at the Lunn Lamp Jury meeting on 2 May 2024?"),
    ]
    again = (f"Who proposed matter 2 at {HELD}?", "Bo Tam", "Matter 2 was settled.")
    votes = (f"What was the result of the vote on gulls at {HELD}?", "9 to 2", "Matter 3 was settled.")
    assert listed("decisions", [], *told, *others, again, votes) == [f"matter {n}" for n in range(1, 7)]


def test_a_digest_begins_with_what_was_adopted() -> None:
    told = [
        (f"What did Ada Wren say at {HELD}?", "that gulls are loud", "Gulls are loud, she said."),
        (f"What became of the levy on gulls at {HELD}?", "dropped", "The levy was dropped."),
        (f"What was the result of the vote on the Gull Charter at {HELD}?", "by acclamation", "It was adopted so."),
    ]
    digest = library_of(two_reports.record("post", "2024-05-03", told, BOARD)).digest("post")
    assert digest is not None
    assert [each.answer for each in digest.facts] == ["by acclamation", "dropped", "that gulls are loud"]


HEAD = ["Ostford Ferry Board", "Minutes of the meeting", "Present: Ada Wren, Bo Tam", "Apologies: Cy Orr"]


def test_the_agenda_of_minutes_are_the_headings_of_their_items() -> None:
    items = ["Declarations of interest", "Bo Tam declared one.", "Lease of the slip", "It was let.", "Gull count",
             "Members discussed the gulls."]  # fmt: skip
    assert listed("agenda", [*HEAD, *items]) == ["Declarations of interest", "Lease of the slip", "Gull count"]
    numbered = [
        "1. Apologies",
        "Cy Orr sent his.",
        "2. Slip: the lease",
        "It was let.",
        "3. Gulls",
        "They were counted.",
    ]
    assert listed("agenda", [*HEAD, *numbered]) == ["Apologies", "Slip: the lease", "Gulls"]
    assert listed("agenda", items) == []  # a newspaper's headings are no agenda


def test_those_who_sent_apologies_are_never_offered_as_those_who_came() -> None:
    for name in ("who", "attendees"):
        assert said(name, ["Apologies: Cy Orr and Di Fenn, members"], marked="Cy Orr and Di Fenn").status == "none"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("Some 120 residents followed the debate.", "Some 120 residents"),
        (
            "The gathering brought together more than 900 delegates from 27 lands.",
            "more than 900 delegates from 27 lands",
        ),
        ("The debate was attended by twelve members.", "twelve members"),
        ("About 40 parents will attend the next meeting.", None),
        ("Three members were absent and sent apologies to those who attended.", None),
        ("The levy costs 40 members a penny.", None),
    ],
)
def test_how_many_came_answers_who_attended(sentence: str, number: str | None) -> None:
    assert given(said("attendees", [sentence])) == ((number, sentence) if number else None)


@pytest.mark.parametrize(
    ("sentence", "chair"),
    [
        ("“Gulls are loud,” said forum chair Dr Ada Wren.", "Dr Ada Wren"),
        ("“Gulls are loud,” said committee chair Ada Wren.", None),  # of another body
    ],
)
def test_who_is_called_the_chair_of_the_meeting_chaired_it(sentence: str, chair: str | None) -> None:
    assert given(said("chair", [sentence], meeting=FORUM)) == ((chair, sentence) if chair else None)


def test_who_chairs_another_body_is_not_offered_as_chair() -> None:
    told = "Bo Tam, who chairs the Council of Harbours, spoke at the forum."
    assert said("chair", [told], meeting=FORUM, marked="Bo Tam").status == "none"
    part = "Bo Tam, chairman of the finance committee, spoke."
    assert said("chair", [part], meeting=FORUM, marked="Bo Tam").status == "none"
    teacher = "Bo Tam, head teacher of the school, spoke."
    assert said("chair", [teacher], meeting=FORUM, marked="Bo Tam").status == "none"
    led = "Bo Tam, who heads the Forum, spoke."
    assert said("chair", [led], meeting=FORUM, marked="Bo Tam").status == "suggest"


@pytest.mark.parametrize(
    ("about", "sentence", "marked", "is_told"),
    [
        ("Ada Wren", "Ms Ada Wren, a former pilot, spoke.", "a former pilot", True),
        ("Tarn", "The Minister of the Kingdom of Tarn spoke.", "Kingdom", False),
        ("Tarn", "The Minister of the Kingdom of Tarn spoke.", "Minister", False),
        ("Tarn", "The Minister of the Kingdom of Tarn, Bo Tam, spoke.", "Bo Tam", False),
        ("Tarn", "Tarn's mayor spoke.", "mayor", False),
        ("Bo Tam", "Minister Bo Tam spoke.", "Minister", False),
        ("Bo Tam", "“No,” said forum chair Bo Tam.", "forum chair", True),
        ("Cy Orr", "The seat goes to Bo Tam, who replaces Cy Orr.", "replaces", False),
        ("Wren", "The Tarn Boat Union (TBU) elected Ada Wren.", "Tarn Boat Union", True),
        ("Fenn", "The Tarn Boat Union (TBU) elected Ada Wren.", "Tarn Boat Union", False),
    ],
)
def test_about_tells_what_is_told_of_that_and_not_of_a_name_it_stands_in(
    about: str, sentence: str, marked: str, is_told: bool
) -> None:
    record = two_reports.record("post", "2024-05-03", [], BOARD, [sentence])
    begin = sentence.index(marked)
    answer = dataclasses.replace(
        library_of(record).sentences("post")[0], answer=marked, marked=(begin, begin + len(marked))
    )
    assert tells_of(about, answer, f"Who is {about}?") is is_told


def test_about_tells_what_only_an_acronym_stands_for() -> None:
    record = two_reports.record("post", "2024-05-03", [], BOARD, ["The Tarn Boat Union (TBU) elected Ada Wren."])
    answer = dataclasses.replace(library_of(record).sentences("post")[0], answer="Tarn Boat Union", marked=(4, 19))
    assert tells_of("tbu", answer, "What does tbu stand for?")
    assert not tells_of("Wren", answer, "What does Wren stand for?")


def test_about_takes_no_fact_of_what_only_has_the_name() -> None:
    told = ("Who was the mayor of Tarn in May 2024?", "Bo Tam", "The mayor of Tarn, Bo Tam, spoke.")
    record = two_reports.record("post", "2024-05-03", [told], BOARD)
    fact = library_of(record).facts("post")[0]
    assert not tells_of("Tarn", fact, "Who is Tarn?")
    assert tells_of("Bo Tam", dataclasses.replace(fact, question="Who is Bo Tam?", answer="the mayor of Tarn"), "Who?")
