"""What the surfaces ask of a real base: its meetings by name, their facts, openers, digests, candidates."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import two_reports
from harbour_board import AGREED, ARTICLE
from quay_works import record
from stub_reader import StubReader, marking

from bot import index
from bot.index.entries import sentence_id
from bot.library import IndexedLibrary
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context, Reply
from bot.shortcuts import BUILT_IN, Shortcut, ask
from facts import model
from facts.reader import Passage, Reading


@pytest.fixture
def library(small_base: Path) -> IndexedLibrary:
    return IndexedLibrary(index.load(small_base))


@pytest.mark.parametrize("text", ["Harbour Board", "the board in Visby", "harbour board, May 2024", "May 2024"])
def test_a_meeting_is_found_by_its_name_place_or_date(library: IndexedLibrary, text: str) -> None:
    found = library.meeting_named(text)
    assert found is not None
    assert found.article == ARTICLE


@pytest.mark.parametrize("text", ["zebra council", "harbour board, May 2023", "", "???", "the"])
def test_no_meeting_is_made_up_for_a_name(library: IndexedLibrary, text: str) -> None:
    assert library.meeting_named(text) is None


def test_openers_lead_back_to_their_facts(library: IndexedLibrary) -> None:
    openers = library.openers()
    assert openers
    for opener in openers:
        reply, _ = library.reply(read(opener.question), Context())
        assert reply.answer is not None
        assert reply.answer.answer == opener.answer


def test_a_digest_has_who_chaired_and_facts_that_it_does_not_repeat(library: IndexedLibrary) -> None:
    digest = library.digest(ARTICLE)
    assert digest is not None
    assert digest.who is not None
    assert digest.who.answer == "Ana Lindqvist"
    assert [fact.answer for fact in digest.facts] == ["to dredge the northern channel"]
    assert library.digest("nowhere") is None


def test_facts_of_a_meeting_say_nothing_twice(library: IndexedLibrary) -> None:
    answers = [fact.answer for fact in library.facts(ARTICLE)]
    assert sorted(answers) == sorted(set(answers))
    assert "Visby" in answers
    assert library.facts("nowhere") == ()


def test_candidates_come_best_first(library: IndexedLibrary) -> None:
    found = library.candidates(read("Who chaired the Harbour Board?"), Context())
    assert found[0].answer == "Ana Lindqvist"
    assert [fact.confidence for fact in found] == sorted((fact.confidence for fact in found), reverse=True)
    assert library.candidates(read(""), Context()) == library.candidates(read("x" * 5000), Context()) == ()


def test_a_question_to_one_article_is_answered_from_it_alone(library: IndexedLibrary) -> None:
    reply, context = library.reply_in(read("Who chaired it?"), ARTICLE)
    assert reply.answer is not None
    assert context.article == ARTICLE
    assert library.reply_in(read("Who chaired it?"), "nowhere")[0].status == "none"


@pytest.mark.parametrize(
    ("words", "fits"),
    [("Visby", True), ("harbour", True), ("dredging channel", True), ("Oslo", False), ("harbour Oslo", False)],
)
def test_an_article_is_about_words_that_it_has_all_of(library: IndexedLibrary, words: str, fits: bool) -> None:
    assert library.is_about(ARTICLE, words) is fits
    assert not library.is_about("nowhere", words)


@pytest.mark.parametrize(("name", "answer"), [("chair", "Ana Lindqvist"), ("where", "Visby")])
@pytest.mark.parametrize("args", ["", "Harbour Board", "board in Visby", "May 2024"])
def test_shortcuts_are_answered_about_the_meeting_named_or_else_the_latest(
    library: IndexedLibrary, name: str, answer: str, args: str
) -> None:
    reply, context = ask(library, shortcut_of(name), args, f"/{name} {args}", Context())
    assert reply.answer is not None
    assert reply.answer.answer == answer
    assert context.article == ARTICLE


def test_a_shortcut_about_a_meeting_that_is_not_on_record_is_not_answered_from_another(library: IndexedLibrary) -> None:
    reply, _ = ask(library, shortcut_of("chair"), "zebra council", "/chair zebra council", Context())
    assert reply.answer is None


def shortcut_of(name: str) -> Shortcut:
    return next(shortcut for shortcut in BUILT_IN if shortcut.name == name)


def chaired(*, by_hand: bool) -> IndexedLibrary:
    """Two reports of a meeting by two chairs, the older of which a person may have written."""
    post, wire = (
        two_reports.record(name, day, [(two_reports.CHAIRED, who, f"{who} chaired the Tern Sound Fisheries Council.")])
        for name, day, who in (("post", "2024-05-03", "Olaf Lund"), ("wire", "2024-05-04", "Ingrid Halvorsen"))
    )
    told = msgspec.structs.replace(post, by_hand=(post.facts[0].id,)) if by_hand else post
    return IndexedLibrary(index.Index([told, wire]))


@pytest.mark.parametrize(("by_hand", "chair"), [(True, "Olaf Lund"), (False, "Ingrid Halvorsen")])
def test_what_a_person_wrote_of_a_meeting_is_told_of_every_report(by_hand: bool, chair: str) -> None:
    library = chaired(by_hand=by_hand)
    assert [fact.answer for fact in library.facts("wire")] == [chair]
    assert [fact.answer for fact in library.facts("post")] == ["Olaf Lund"]
    reply, _ = ask(library, shortcut_of("chair"), "Tern Sound", "/chair Tern Sound", Context())
    digest = library.digest("wire")
    assert reply.answer is not None
    assert digest is not None
    assert digest.who is not None
    assert reply.answer.answer == digest.who.answer == chair


def test_a_shortcut_is_answered_from_any_report_of_the_meeting() -> None:
    silent = two_reports.record("wire", "2024-05-04", [], also=["The Tern Sound Fisheries Council met."])
    reply, _ = ask(
        IndexedLibrary(index.Index([two_reports.POST, silent])), shortcut_of("chair"), "Tern Sound", "/chair", Context()
    )
    assert reply.answer is not None
    assert (reply.answer.answer, reply.answer.article) == ("Ingrid Halvorsen", "post")


def test_a_shortcut_tells_what_reports_differ_on() -> None:
    reply, _ = ask(chaired(by_hand=False), shortcut_of("chair"), "Tern Sound", "/chair Tern Sound", Context())
    assert reply.answer is not None
    assert [each.answer for each in reply.answer.differs] == ["Olaf Lund"]


def test_what_tells_of_no_meeting_by_name_is_not_the_latest_and_has_its_own_day_in_few_lines() -> None:
    told = ("When was the lamp lit?", "4 June 2024", "The lamp was lit on 4 June 2024.")
    news = two_reports.record("news", "2024-06-05", [told], meeting=None)
    library = IndexedLibrary(index.Index([two_reports.POST, news]))
    latest, digest = library.latest(), library.digest("news")
    assert latest is not None
    assert digest is not None
    assert latest.article == "post"
    assert (digest.meeting.date, [fact.answer for fact in digest.facts]) == ("2024-06-04", ["4 June 2024"])
    alone = IndexedLibrary(index.Index([news])).latest()
    assert alone is not None
    assert alone.article == "news"


@pytest.mark.parametrize("other", ["3 May 2024", "6 June 2024"])
def test_an_article_that_tells_of_other_days_keeps_its_own(other: str) -> None:
    days = ("4 June 2024", other) if other.endswith("May 2024") else (other,)
    told = [(f"When was lamp {n} lit?", day, f"Lamp {n} was lit on {day}.") for n, day in enumerate(days)]
    digest = IndexedLibrary(index.Index([two_reports.record("news", "2024-06-05", told, meeting=None)])).digest("news")
    assert digest is not None
    assert digest.meeting.date == "2024-06-05"


def test_a_meeting_is_listed_once_however_many_articles_tell_of_it() -> None:
    other = two_reports.record("other", "2024-03-02", [], model.Meeting("Skerry Lights Board", (), "2024-03-01"))
    library = IndexedLibrary(index.Index([two_reports.POST, two_reports.WIRE, other]))
    assert [meeting.article for meeting in library.meetings()] == ["wire", "post", "other"]
    assert [(each.article, each.name, each.place) for each in library.listed()] == [
        ("wire", "Tern Sound Fisheries Council", "Port Adair"),
        ("other", "Skerry Lights Board", None),
    ]


def test_a_table_that_was_imported_and_tells_of_no_meeting_is_not_listed_as_one() -> None:
    report = record("report", None, None, ["Who runs the ferry? Ann Poole."], [])
    cited = msgspec.structs.replace(report.article, id="faq", source="faq.csv, imported 3 May 2024")
    table = msgspec.structs.replace(report, article=cited)
    library = IndexedLibrary(index.Index([table, report, two_reports.POST]))
    assert [each.article for each in library.listed()] == ["post", "report"]


def test_another_meeting_is_there_to_choose_once() -> None:
    by, of = two_reports.record, model.Meeting("Skerry Lights Board", (), "2024-06-01")
    told = (
        "Who chaired the Skerry Lights Board meeting on 1 June 2024?",
        "Bo Lusk",
        "Bo Lusk chaired the Skerry Lights Board.",
    )
    library = IndexedLibrary(index.Index([two_reports.POST, two_reports.WIRE, by("other", "2024-06-02", [told], of)]))
    reply, _ = library.reply(read("Who chaired the meeting?"), Context())
    assert reply.answer is not None
    assert reply.answer.answer == "Bo Lusk"
    assert [each.article for each in reply.suggestions] == ["wire"]


# With a reader

REWORDED = "which person was in charge when the Harbour Board met?"


def marks_the_chair(_: str, passage: Passage) -> Reading:
    return marking(passage.sentence, "Ana Lindqvist", 8.0 if "Ana Lindqvist" in passage.sentence else -8.0)


@pytest.fixture
def stub() -> StubReader:
    return StubReader(marks_the_chair)


@pytest.fixture
def reading_library(small_base: Path, stub: StubReader) -> IndexedLibrary:
    return IndexedLibrary(index.load(small_base), SentenceReader(lambda: stub))


def test_what_is_not_on_record_word_by_word_is_read(reading_library: IndexedLibrary, stub: StubReader) -> None:
    assert reading_library.plain_reply(read(REWORDED), Context()) is None
    assert stub.questions == []
    reply, context = reading_library.reply(read(REWORDED), Context())
    assert stub.questions == [REWORDED]
    assert reply.answer is not None
    assert (reply.answer.answer, context.article) == ("Ana Lindqvist", ARTICLE)


def test_what_is_on_record_word_by_word_is_replied_plainly(reading_library: IndexedLibrary, stub: StubReader) -> None:
    question = read("Who chaired the fourth meeting of the Harbour Board?")
    plain = reading_library.plain_reply(question, Context())
    assert plain is not None
    assert plain == reading_library.reply(question, Context())
    assert plain[0].answer is not None
    assert plain[0].answer.answer == "Ana Lindqvist"
    assert stub.questions == []


def test_what_else_may_be_meant_is_what_was_read_and_then_facts(
    reading_library: IndexedLibrary, stub: StubReader
) -> None:
    nearest = reading_library.nearest(read(REWORDED), Context())
    assert stub.questions == [REWORDED]
    assert nearest[0].answer == "Ana Lindqvist"
    said = [(answer.article, answer.answer.casefold()) for answer in nearest]
    assert len(set(said)) == len(said)
    assert reading_library.nearest(read(""), Context()) == reading_library.nearest(read("x" * 5000), Context()) == []


def test_a_question_left_open_is_answered_as_the_whole_reply_does(reading_library: IndexedLibrary) -> None:
    open_reply, context = reading_library.open_reply(read(REWORDED), Context())
    assert (open_reply, context) == reading_library.reply(read(REWORDED), Context())


def test_without_a_reader_every_reply_is_plain(library: IndexedLibrary) -> None:
    for text in (REWORDED, "what did the zebras cost?", "Where was the fourth meeting of the Harbour Board held?", ""):
        assert library.plain_reply(read(text), Context()) == library.reply(read(text), Context())


def test_after_a_restart_a_follow_up_is_read_after_the_question_of_the_fact(
    reading_library: IndexedLibrary, stub: StubReader
) -> None:
    [key] = [fact.key for fact in reading_library.facts(ARTICLE) if fact.answer == "Visby"]
    known = Context(article=ARTICLE, answer_key=key)
    assert reading_library.plain_reply(read("and who was in charge of it?"), known) is None
    reading_library.reply(read("and who was in charge of it?"), known)
    assert stub.before == ["Where was the fourth meeting of the Harbour Board held?"]


def test_after_a_restart_a_follow_up_is_not_taken_for_the_same_words_on_record_about_something_else() -> None:
    here = record("2022-01-01-x", None, None, ["Ann Roe spoke."], [("Ann Roe spoke.", "who", "Who spoke?", "Ann Roe")])
    there = record(
        "2022-01-02-y", None, None, ["It met in Visby."], [("It met", "where", "Where was it held?", "Visby")]
    )
    library = IndexedLibrary(index.Index([here, there]), SentenceReader(lambda: StubReader(marks_the_chair)))
    question = read("Where was it held?")
    assert library.plain_reply(question, Context()) is not None
    known = Context(article="2022-01-01-x", answer_key=library.facts("2022-01-01-x")[0].key)
    assert library.plain_reply(question, known) is None


def test_a_sentence_is_come_back_to_by_its_key(reading_library: IndexedLibrary) -> None:
    shown = reading_library.answer(sentence_id(ARTICLE, AGREED))
    assert shown is not None
    assert (shown.answer, shown.article, shown.read) == (AGREED, ARTICLE, True)


def read_of(name: str, texts: list[str], marked: str, *told: two_reports.Told) -> Reply:
    """The reply of a shortcut about a meeting of which some sentences tell, where the reader marks some words."""
    record = two_reports.record("post", "2024-05-03", list(told), also=texts)
    stub = StubReader(lambda _, passage: marking(passage.sentence, marked, 8.0 if marked in passage.sentence else -8.0))
    library = IndexedLibrary(index.Index([record]), SentenceReader(lambda: stub))
    return ask(library, shortcut_of(name), "Tern Sound", f"/{name}", Context())[0]


@pytest.mark.parametrize(
    ("name", "sentence", "marked", "status"),
    [
        ("chair", "Olaf Lund chaired the Tern Sound Fisheries Council.", "Olaf Lund", "answer"),
        ("chair", "Olaf Lund, head of the Tern Sound Fisheries Council, spoke.", "Olaf Lund", "suggest"),
        ("chair", "Olaf Lund spoke to the Tern Sound Fisheries Council.", "Olaf Lund", "none"),
        ("who", "Olaf Lund attended the Tern Sound Fisheries Council.", "Olaf Lund", "suggest"),
        ("next", "The next meeting will be on 4 June 2024.", "4 June 2024", "answer"),
        ("next", "The council will look at it again on 4 June 2024.", "4 June 2024", "suggest"),
        ("next", "The dividend is paid on 4 June 2024.", "4 June 2024", "none"),
    ],
)
def test_what_is_read_for_a_shortcut_is_given_only_where_its_sentence_tells_just_that(
    name: str, sentence: str, marked: str, status: str
) -> None:
    assert read_of(name, [sentence], marked).status == status


@pytest.mark.parametrize(("marked", "status"), [("Olaf Lund", "answer"), ("lamps", "suggest")])
def test_what_an_owner_asks_of_a_meeting_is_read_there_and_given_if_it_is_very_sure(marked: str, status: str) -> None:
    host = Shortcut("host", "Host", ("Who hosted the {meeting}?",))
    told = "Olaf Lund hosted the Tern Sound Fisheries Council with lamps."
    record = two_reports.record("post", "2024-05-03", [], also=[told])
    logit = 8.0 if status == "answer" else -2.0
    stub = StubReader(lambda _, passage: marking(passage.sentence, marked, logit))
    library = IndexedLibrary(index.Index([record]), SentenceReader(lambda: stub))
    assert ask(library, host, "Tern Sound", "/host", Context())[0].status == status
    assert stub.questions[0] == "Who hosted the Tern Sound Fisheries Council?"


def test_the_next_meeting_is_not_on_the_day_of_this_one() -> None:
    assert read_of("next", ["They will meet on 2 May 2024."], "2 May 2024").status == "none"


def test_a_shortcut_is_not_answered_by_a_fact_of_another_body() -> None:
    elsewhere = ("When was the lamp jury held?", "4 June 2024", "The lamp jury was held on 4 June 2024.")
    said = read_of("when", [], "nothing", elsewhere)
    assert said.answer is not None
    assert said.answer.answer == "2 May 2024"  # the day that the page itself has


def test_a_digest_shows_who_chaired_once() -> None:
    chaired = (two_reports.CHAIRED, "Olaf Lund", "Olaf Lund chaired the Tern Sound Fisheries Council.")
    library = IndexedLibrary(index.Index([two_reports.record("post", "2024-05-03", [chaired])]))
    digest = library.digest("post")
    assert digest is not None
    assert (digest.who and digest.who.answer, digest.facts) == ("Olaf Lund", ())


def test_openers_do_not_look_alike() -> None:
    said = "chaired the ordinary monthly meeting of the Tern Sound Fisheries Council"
    told = [
        (f"Who {said} on {day} May 2024?", who, f"{who} {said}.") for day, who in ((2, "Olaf Lund"), (9, "Bo Lusk"))
    ]
    reports = [two_reports.record(f"post-{at}", f"2024-05-{10 + at}", [each]) for at, each in enumerate(told)]
    openers = IndexedLibrary(index.Index(reports)).openers()
    assert len({each.question[:48] for each in openers}) == len(openers) <= 1
