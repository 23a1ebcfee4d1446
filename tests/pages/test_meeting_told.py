"""What a person wrote of a meeting answers when, where and how it was held, and what was compiled does not."""

from __future__ import annotations

import dataclasses
import datetime

import msgspec
import pytest
from stub_reader import Rule, StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.model import Article, Fact, Kind, Meeting, Sentence
from facts.pages.ledger import Ledger
from facts.pages.merge import compiled_page, merge
from facts.pages.page import Page
from facts.pages.page_reading import read_page
from facts.pages.page_writing import dump_page

TEXTS = (
    "Weir Board of Lunn meets",
    "The Weir Board of Lunn held its meeting in Quarl on 9 September 2031.",
    "The dinner was held in Quarl.",
    "Carl Reed chaired the meeting.",
)
ARTICLE = Article("weir", datetime.date(2031, 9, 10), "Lunn Post", TEXTS[0], None, "seeds/weir.txt", "0" * 64)
MEETING = Meeting("Weir Board of Lunn", (), "2031-09-09", "Quarl", None, "Weir Board of Lunn")


def sentences(*texts: str) -> tuple[Sentence, ...]:
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    return tuple(Sentence(text, (at, at + len(text))) for text, at in zip(texts, starts, strict=True))


STAND = sentences(*TEXTS)


def fact(name: str, kind: Kind, question: str, answer: str, below: int) -> Fact:
    return Fact(name, kind, question, answer, STAND[below].text, STAND[below].span, confidence=0.9)


FACTS = (
    fact("when", "when", "When in September 2031 was the Weir Board of Lunn meeting held?", "9 September 2031", 1),
    fact("where", "where", "Where was the Weir Board of Lunn meeting on 9 September 2031 held?", "Quarl", 1),
    fact("dinner", "where", "Where was the Weir Board dinner held?", "Quarl", 2),
    fact("chair", "who", "Who chaired the Weir Board of Lunn meeting on 9 September 2031?", "Carl Reed", 3),
)
COMPILED = compiled_page(ARTICLE, MEETING, FACTS, "by", "read", STAND)


def corrected(page: Page = COMPILED, **fields: object) -> Page:
    assert page.meeting is not None
    return dataclasses.replace(page, meeting=msgspec.structs.replace(page.meeting, **fields))


def told(page: Page) -> dict[str, tuple[str, str]]:
    """By id, what the facts answer and quote."""
    return {each.id: (each.answer, each.evidence) for each in page.record().facts}


def answer(question: str, *pages: Page) -> str | None:
    said, _ = reply(question, Index([page.record() for page in pages]))
    return said.answer.answer if said.answer else None


def test_what_nobody_changed_is_told_as_it_was_compiled() -> None:
    assert told(COMPILED) == {each.id: (each.answer, each.evidence) for each in FACTS}


def test_the_compilers_questions_name_the_day_that_a_person_wrote() -> None:
    signed = fact("signed", "who", "Who signed the Quarl pact on 9 September 2031?", "Carl Reed", 1)
    own = msgspec.structs.replace(FACTS[3], id="own", question="Who led the meeting on 9 September 2031?")
    compiled = compiled_page(ARTICLE, MEETING, (*FACTS, signed), "by", "read", STAND)
    page = dataclasses.replace(corrected(compiled, date="2031-09-10"), facts=(*compiled.facts, own))
    questions = {each.id: each.question for each in page.record().facts}
    assert questions["chair"] == "Who chaired the Weir Board of Lunn meeting on 10 September 2031?"
    assert questions["where"] == "Where was the Weir Board of Lunn meeting on 10 September 2031 held?"
    assert questions["signed"] == signed.question
    assert questions["own"] == own.question
    assert set(page.record().by_hand) == {"meeting-date", "own"}
    assert answer("Who chaired the Weir Board of Lunn meeting on 10 September 2031?", page) == "Carl Reed"
    month = dataclasses.replace(corrected(compiled, date="2031-08"), checked=frozenset({"chair"})).record()
    assert {each.question for each in month.facts if each.id == "chair"} == {
        "Who chaired the Weir Board of Lunn meeting in August 2031?"
    }
    assert [each.question for each in corrected(compiled, date="soon").record().facts if each.id == "chair"] == [
        FACTS[3].question
    ]


def test_a_place_that_a_person_wrote_is_told_of_the_meeting_and_of_nothing_else_there() -> None:
    page = corrected(place="Velden")
    assert told(page) == {
        "when": ("9 September 2031", TEXTS[1]),
        "meeting-place": ("Velden", TEXTS[1]),
        "dinner": ("Quarl", TEXTS[2]),
        "chair": ("Carl Reed", TEXTS[3]),
    }
    record = page.record()
    assert record.by_hand == ("meeting-place",)
    assert [each.answer for each in record.withdrawn] == ["Quarl"]
    for question in ("Where was the Weir Board of Lunn meeting held?", "where did the weir board of lunn meet"):
        assert (answer(question, COMPILED), answer(question, page)) == ("Quarl", "Velden")


def test_so_it_is_of_another_report_of_that_meeting_and_after_a_compile() -> None:
    page = merge(corrected(place="Velden"), COMPILED)
    other = dataclasses.replace(COMPILED, article=msgspec.structs.replace(ARTICLE, id="later"))
    assert told(page)["meeting-place"] == ("Velden", TEXTS[1])
    assert answer("Where was the Weir Board of Lunn meeting on 9 September 2031 held?", page, other) == "Velden"


def test_a_day_that_a_person_wrote_is_told_and_asked_by() -> None:
    page = corrected(date="2031-09-07/2031-09-08")
    assert told(page)["meeting-date"] == ("7–8 September 2031", TEXTS[1])
    assert "when" not in told(page)
    assert answer("When was the Weir Board of Lunn meeting held?", page) == "7–8 September 2031"


def test_a_sentence_that_says_it_is_quoted() -> None:
    stand = sentences(*TEXTS, "The board met in Velden in the end.")
    page = dataclasses.replace(COMPILED, sentences=stand)
    assert told(corrected(page, place="Velden"))["meeting-place"] == ("Velden", stand[-1].text)


@pytest.mark.parametrize("line", ["Location: Grain Hall, Velden", "Venue: Velden", "Date: 9 May; Place: Velden"])
def test_the_line_that_is_labelled_so_is_quoted_before_others(line: str) -> None:
    stand = sentences(TEXTS[0], "Meeting held: 9 September 2031, Velden", line, *TEXTS[1:])
    page = dataclasses.replace(COMPILED, sentences=stand)
    assert told(corrected(page, place="Velden"))["meeting-place"] == ("Velden", line)


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("Venue: Velden", "Venue: Velden"),
        ("Venue: Quarl", TEXTS[1]),
        ("Next venue: Velden", TEXTS[1]),
        ("Supplier: Velden Stone", TEXTS[1]),
        (
            "The plan was adopted at the board's session in Velden.",
            "The plan was adopted at the board's session in Velden.",
        ),
        ("Its next session will be in Velden.", TEXTS[1]),
        ("Meeting held: 9 September 2031 in Velden", "Meeting held: 9 September 2031 in Velden"),
    ],
)
def test_a_label_of_something_else_does_not_say_where_the_meeting_was(line: str, quoted: str) -> None:
    page = dataclasses.replace(COMPILED, sentences=sentences(*TEXTS, line))
    assert told(corrected(page, place="Velden"))["meeting-place"] == ("Velden", quoted)


def test_the_labelled_line_of_a_day_that_a_person_wrote_is_quoted() -> None:
    page = dataclasses.replace(COMPILED, sentences=sentences(*TEXTS, "Date: 8 September 2031"))
    assert told(corrected(page, date="2031-09-08"))["meeting-date"] == ("8 September 2031", "Date: 8 September 2031")


@pytest.mark.parametrize(
    ("text", "says_it"),
    [
        ("The board will meet again in Velden in May 2032.", False),
        ("The next meeting will be held in Velden.", False),
        ("Last year the board met in Velden.", False),
        ("The board will meet in Velden on 9 September 2031.", True),
    ],
)
def test_a_sentence_about_another_meeting_does_not_say_where_this_one_was(text: str, says_it: bool) -> None:
    stand = sentences(*TEXTS, text)
    page = dataclasses.replace(COMPILED, sentences=stand)
    assert told(corrected(page, place="Velden"))["meeting-place"] == ("Velden", text if says_it else TEXTS[1])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It will have its seat in Brill, she said after a meeting in Velden.", True),
        ("It will meet again in Velden, she said after the meeting.", False),
        ("Its seat will be in Velden, she said.", False),
    ],
)
def test_for_want_of_a_better_one_a_sentence_is_quoted_of_which_a_part_names_the_place(text: str, quoted: bool) -> None:
    stand = sentences(*TEXTS, text)
    empty = compiled_page(ARTICLE, Meeting("Weir Board of Lunn"), (FACTS[3],), "by", "read", stand)
    assert told(corrected(empty, place="Velden"))["meeting-place"][1] == (text if quoted else TEXTS[0])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The vote was taken by a crowd in the Grain Hall on Mill Street, where Carl Reed presided.", True),
        ("The Mill at the end of a long and very muddy and narrow lane is to have a Hall.", False),
        ("They will come together again in the Grain Hall on Mill Street.", False),
    ],
)
def test_the_sentence_with_most_words_of_a_place_near_each_other_is_quoted(text: str, quoted: bool) -> None:
    stand = sentences(*TEXTS, text)
    empty = compiled_page(ARTICLE, Meeting("Weir Board of Lunn"), (FACTS[3],), "by", "read", stand)
    page = corrected(empty, place="Grain Hall, Mill Street")
    assert told(page)["meeting-place"][1] == (text if quoted else TEXTS[0])


@pytest.mark.parametrize(("day", "denied"), [("2031-09-11", "No, 11 September 2031"), ("2031-10-09", None)])
def test_a_day_behind_that_of_the_article_was_none_the_less(day: str, denied: str | None) -> None:
    """The day of minutes is that of the meeting, and as wrong."""
    page = corrected(date=day)
    said = next(fact for fact in page.record().facts if fact.id == "meeting-date")
    assert said.question == "When was the Weir Board of Lunn meeting held?"
    assert answer("Did the Weir Board of Lunn meet on 9 September 2031?", page) == denied
    assert answer(f"Was the Weir Board of Lunn meeting held on {said.answer}?", page) == f"Yes, {said.answer}"


@pytest.mark.parametrize(("field", "value"), [("date", "2031-09-08"), ("place", "Velden"), ("format", "hybrid")])
def test_what_no_fact_told_quotes_the_headline(field: str, value: str) -> None:
    empty = compiled_page(ARTICLE, Meeting("Weir Board of Lunn"), (FACTS[3],), "by", "read", STAND)
    assert told(corrected(empty, **{field: value}))[f"meeting-{field}"][1] == TEXTS[0]


@pytest.mark.parametrize(("field", "value"), [("format", "2 rooms, 1 screen"), ("place", "Hall 3")])
def test_a_sentence_that_is_quoted_for_want_of_a_better_one_is_not_contradicted(field: str, value: str) -> None:
    stand = sentences("Weir Board of Lunn, meeting 14.", "The board has 14 members.")
    count = Fact("count", "how_many", "Which meeting was it?", "14", stand[0].text, stand[0].span, confidence=0.9)
    page = compiled_page(ARTICLE, Meeting("Weir Board of Lunn"), (count,), "by", "read", stand)
    assert told(corrected(page, **{field: value})).keys() == {"count", f"meeting-{field}"}


def test_a_meeting_that_a_person_added_is_told_of() -> None:
    page = dataclasses.replace(compiled_page(ARTICLE, None, (FACTS[2],), "by", "read", STAND), meeting=MEETING)
    assert answer("When was the Weir Board of Lunn meeting held?", page) == "9 September 2031"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the Weir Board of Lunn meeting held on 8 September 2031?", "Yes, 8 September 2031"),
        ("Was the Weir Board of Lunn meeting held on 9 September 2031?", "No, 8 September 2031"),
        ("Was the Weir Board of Lunn meeting held on 7 September 2031?", None),
    ],
)
def test_the_day_that_facts_had_of_a_meeting_that_a_person_added_was_wrong(question: str, said: str | None) -> None:
    when = msgspec.structs.replace(FACTS[0], value="2031-09-09")
    compiled = compiled_page(ARTICLE, None, (when, *FACTS[1:]), "by", "read", STAND)
    page = merge(dataclasses.replace(compiled, meeting=msgspec.structs.replace(MEETING, date="2031-09-08")), compiled)
    assert answer(question, page) == said


def test_what_facts_tell_of_another_meeting_is_not_what_an_added_one_was_known_as() -> None:
    next_one = fact("next", "when", "When will the next Lunn flood forum be held?", "1 October 2031", 1)
    compiled = compiled_page(
        ARTICLE, None, (msgspec.structs.replace(next_one, value="2031-10-01"), FACTS[2]), "by", "read", STAND
    )
    page = merge(dataclasses.replace(compiled, meeting=MEETING), compiled)
    assert page.record().known_as is None


def test_what_a_person_left_open_of_an_added_meeting_is_not_put_right() -> None:
    compiled = compiled_page(ARTICLE, None, FACTS, "by", "read", STAND)
    page = merge(dataclasses.replace(compiled, meeting=Meeting("Weir Board of Lunn")), compiled)
    assert page.record().known_as is None


def test_a_place_that_a_person_took_away_is_told_no_more() -> None:
    assert told(corrected(place=None)).keys() == {"when", "dinner", "chair"}


def test_a_fact_by_hand_says_it_itself() -> None:
    own = fact("own", "where", "Where did the Weir Board of Lunn meet?", "the Grain Hall in Velden", 1)
    page = dataclasses.replace(corrected(place="Velden"), facts=(own, *FACTS))
    assert told(page)["own"] == ("the Grain Hall in Velden", TEXTS[1])
    assert not {"where", "meeting-place"} & told(page).keys()


def test_where_the_name_was_corrected_too_its_former_name_is_no_other_meeting() -> None:
    page = corrected(name="Pell River Board", place="Velden")
    assert "where" not in told(page)
    assert answer("Where was the Pell River Board meeting held?", page) == "Velden"


def test_a_hidden_sentence_is_not_quoted() -> None:
    hidden = tuple(msgspec.structs.replace(each, hidden=n == 1) for n, each in enumerate(STAND))
    page = dataclasses.replace(corrected(place="Velden"), sentences=hidden)
    assert told(page)["meeting-place"] == ("Velden", TEXTS[0])


def test_what_is_no_date_is_told_as_it_was_written() -> None:
    assert told(corrected(date="in autumn"))["meeting-date"][0] == "in autumn"
    for date in ("2031-13", "2031-09-31", "2031-09-08/2031-09-31"):
        assert told(corrected(date=date))["meeting-date"][0] == date
    assert told(corrected(date="2031-09-08/2031-09-30"))["meeting-date"][0] == "8–30 September 2031"


def test_a_page_that_nobody_compiled_has_no_facts_but_its_own() -> None:
    page = dataclasses.replace(COMPILED, compiled=Ledger())
    assert told(corrected(page, place="Velden")).keys() == {each.id for each in FACTS}


def test_a_person_who_adds_a_meeting_need_not_write_every_key() -> None:
    empty = compiled_page(ARTICLE, None, (FACTS[3],), "by", "read", STAND)
    text = dump_page(empty).replace("meeting: null\n", "meeting:\n  name: Weir Board of Lunn\n  date: 2031-09-08\n")
    page, problems = read_page(text, known=empty.compiled)
    assert (problems, page and page.meeting) == ([], Meeting("Weir Board of Lunn", date="2031-09-08"))
    assert page is not None
    assert answer("When was the Weir Board of Lunn meeting held?", page) == "8 September 2031"
    assert merge(page, empty).meeting == page.meeting


def test_a_meeting_without_a_name_is_none() -> None:
    text = dump_page(COMPILED).replace(f"  name: {MEETING.name}\n", "")
    page, problems = read_page(text, known=COMPILED.compiled)
    assert page is None
    assert "the key “name” is missing" in str(problems[0])


def test_however_it_is_asked_for_when_and_where_it_was_the_answer_is_a_persons() -> None:
    """By the name and by a part of it, by the place that it was not at and by that where it was."""
    held = "The Fourth Meeting of the Weir Board was held in Quarl on 9 September 2031 and chaired by Carl Reed."
    stand = sentences(TEXTS[0], held)
    quote = stand[1].text, stand[1].span
    facts = (
        Fact("when", "when", "When was the Fourth Meeting of the Weir Board held?", "9 September 2031", *quote),
        Fact("where", "where", "Where was the Fourth Meeting of the Weir Board held?", "Quarl", *quote),
    )
    meeting = Meeting(
        "Fourth Meeting of the Weir Board", (), "2031-09-09", "Quarl", None, "Meeting of the Weir Board", 4
    )
    compiled = compiled_page(ARTICLE, meeting, facts, "by", "read", stand)
    index = Index([corrected(compiled, date="2031-09-08", place="Velden").record()])
    rule = marks({held: "9 September 2031"}), marks({held: "Quarl"}), marks({held: "Carl Reed"})

    def asked(question: str, marked: Rule) -> str | None:
        said, _ = reply(question, index, Context(), SentenceReader(lambda: StubReader(marked)))
        return said.answer.answer if said.answer else None

    for question in ("when was the quarl meeting", "when was the 4th weir board", "when was the velden meeting"):
        assert asked(question, rule[0]) == "8 September 2031"
    for question in ("where was the 4th weir board meeting", "where did the weir board meet in 2031"):
        assert asked(question, rule[1]) == "Velden"
    assert asked("who was in the chair at the velden meeting", rule[2]) == "Carl Reed"
    for question in ("when was the pact of the weir board signed", "when was the weir board's dinner"):
        assert asked(question, rule[0]) is None


@pytest.mark.parametrize(
    ("date", "written", "question"),
    [
        ("2031-09-12", datetime.date(2031, 9, 1), "When will the Weir Board of Lunn meeting be held?"),
        ("2031-09-01/2031-09-02", datetime.date(2031, 9, 1), "When will the Weir Board of Lunn meeting be held?"),
        ("2031-08-30", datetime.date(2031, 9, 1), "When was the Weir Board of Lunn meeting held?"),
    ],
)
def test_a_meeting_that_is_yet_to_be_held_is_asked_for_as_one(date: str, written: datetime.date, question: str) -> None:
    planned = (
        fact("when", "when", "When will the Weir Board of Lunn meeting be held?", "9 September 2031", 1),
        fact("where", "where", "Where will the Weir Board of Lunn meeting be held?", "Quarl", 1),
    )
    article = msgspec.structs.replace(ARTICLE, date=written)
    page = corrected(compiled_page(article, MEETING, planned, "by", "read", STAND), date=date, place="Velden")
    told_of = {each.id: (each.question, *each.variants) for each in page.record().facts}
    assert question in told_of["meeting-date"]
    for each in (*told_of["meeting-date"], *told_of["meeting-place"]):
        assert (" will " in each) == (" will " in question)


def test_the_form_of_a_call_is_told_though_its_name_has_the_word() -> None:
    call = Meeting("Mayor Ann Lusk's call with Bo Ek", (), "2031-09-09", None, None, "Mayor Ann Lusk's call with Bo Ek")
    text = "Mayor Ann Lusk rang Bo Ek on 9 September 2031."
    stand = sentences(text)
    spoke = Fact("spoke", "who", "Who rang Bo Ek on 9 September 2031?", "Mayor Ann Lusk", text, stand[0].span)
    page = corrected(compiled_page(ARTICLE, call, (spoke,), "by", "read", stand), format="telephone call")
    questions = {each.question for each in page.record().facts}
    assert "How was Mayor Ann Lusk's call with Bo Ek on 9 September 2031 held?" in questions
    assert answer("How was Mayor Ann Lusk's call with Bo Ek held?", page) == "telephone call"
    assert answer("What did Mayor Ann Lusk's call with Bo Ek cost?", page) is None


EXPERTS = "Experts will meet in Osk in June to look at the weirs."
RECEIVED = "Minister Ada Wren received Minister Bo Tam of Lunn in Velden today."


def named_by_hand(*texts: str, title: str = "Wren receives Tam", **meeting: str) -> Page:
    """A page for which no meeting was found, with facts of experts who will meet, where a person names one."""
    article = msgspec.structs.replace(ARTICLE, title=title)
    stand = sentences(*texts, EXPERTS)
    span = stand[-1].span
    facts = (
        Fact("when", "when", "When will experts meet in Osk?", "June 2032", EXPERTS, span, confidence=0.9),
        Fact("where", "where", "Where will experts meet in June 2032?", "Osk", EXPERTS, span, confidence=0.9),
    )
    compiled = compiled_page(article, None, facts, "by", "read", stand)
    return dataclasses.replace(compiled, meeting=Meeting("Talks of Lunn and Brill", **meeting))  # type: ignore[arg-type]


def test_a_meeting_that_a_person_names_is_quoted_by_what_bears_it_out_and_leaves_other_meetings_alone() -> None:
    page = named_by_hand("The harbour was busy.", RECEIVED, date="2031-09-10", place="Velden")
    assert told(page) == {
        "meeting-date": ("10 September 2031", RECEIVED),
        "meeting-place": ("Velden", RECEIVED),
        "when": ("June 2032", EXPERTS),
        "where": ("Osk", EXPERTS),
    }
    assert {each.question for each in page.record().facts if each.id == "meeting-place"} == {
        "Where was the Talks of Lunn and Brill on 10 September 2031 held?"
    }
    assert page.record().unquoted == ()


def test_what_only_a_person_says_of_a_meeting_stands_as_their_own_word_without_a_quote() -> None:
    page = named_by_hand("The harbour was busy.", date="2031-09-08", place="Tarn")
    assert set(page.record().unquoted) == {"meeting-date", "meeting-place"}
    said, _ = reply("Where was the Talks of Lunn and Brill held?", Index([page.record()]))
    assert said.answer is not None
    assert (said.answer.answer, said.answer.evidence) == ("Tarn", "")


def test_a_headline_that_stands_on_the_page_bears_a_place_out() -> None:
    title = "Wren receives Tam in Tarn"
    page = named_by_hand("The harbour was busy.", "Gulls were seen.", title, title=title, place="Tarn")
    assert told(page)["meeting-place"] == ("Tarn", title)
    assert page.record().unquoted == ()


def test_what_a_person_corrects_is_quoted_as_what_it_stands_for() -> None:
    assert corrected(place="Velden").record().unquoted == ()


def test_the_facts_that_follow_from_the_meeting_are_known_in_the_record() -> None:
    assert corrected(place="Velden").record().told == ("meeting-place",)
    assert COMPILED.record().told == ()
