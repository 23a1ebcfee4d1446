"""What a reply looks like in Telegram, in a terminal and as JSON."""

from __future__ import annotations

import dataclasses
import datetime
import json
import unicodedata
from typing import get_args

import pytest
from botapi.markup import Entity, parse_html, utf16_units
from botapi.rules import data_in, holds_telegrams_rules
from hypothesis import example, given
from hypothesis import strategies as st

from bot.replies import Answer, Reason, Reply, reported
from bot.wording import ENGLISH, LANGUAGES, Translator, messages, translator_for
from bot.wording.paging import chunks, utf16_length
from bot.wording.quotes import quote_of
from bot.wording.render import (
    MESSAGE_LIMIT,
    Message,
    answer_message,
    as_json,
    as_message,
    as_text,
    listed,
    meetings_message,
    plain,
)
from bot.wording.text import cut, tidy
from facts.model import Citation, Kind, Meeting

CHAIR = Answer(
    key="0123456789abcdef",
    question="Who chaired the harbour forum on 3 May 2021?",
    answer="Mayor Ana Brandt & Co",
    kind="who",
    evidence="The forum was chaired\nby Mayor  Ana Brandt & Co",
    source="Harbour Post",
    date=datetime.date(2021, 5, 4),
    url="https://example.org/forum?a=1&b=2",
    article="2021-05-04-harbour-forum",
    meeting="harbour forum",
    confidence=0.91,
)
SPOKEN = [translator_for(language) for language in LANGUAGES]
REED = dataclasses.replace(
    CHAIR,
    key="fedcba9876543210",
    answer="Susan <Reed>",
    evidence="Susan <Reed> took the chair.",
    source="Quay & Lane",
    date=datetime.date(2021, 5, 3),
    url=None,
    article="2021-05-03-forum",
)
"""What an earlier report says instead."""
UNDATED = dataclasses.replace(CHAIR, source=None, date=None, url=None)

# Any code point, lone surrogates too: an article may hold what a careless decoder left.
any_text = st.text(st.characters(exclude_categories=()), max_size=300) | st.builds(
    lambda piece, times: piece * times, st.text(st.characters(exclude_categories=()), min_size=1), st.just(2500)
)
single_answers = st.builds(
    Answer,
    key=st.text("0123456789abcdef", min_size=16, max_size=16),
    question=any_text,
    answer=any_text,
    kind=st.sampled_from(get_args(Kind)),
    evidence=any_text,
    source=st.none() | any_text,
    date=st.none() | st.dates(),
    url=st.none() | any_text | any_text.map("https://example.org/".__add__),
    article=any_text,
    meeting=st.none() | any_text,
    confidence=st.floats(0, 1),
    read=st.booleans(),
    marked=st.none() | st.tuples(st.integers(-5, 4000), st.integers(-5, 4000)),
)
answers = single_answers | st.builds(
    lambda answer, others: dataclasses.replace(answer, differs=tuple(others)),
    single_answers,
    st.lists(single_answers, min_size=1, max_size=4),
)
replies = st.one_of(
    st.builds(
        Reply,
        status=st.just("answer"),
        asked=any_text,
        answer=answers,
        suggestions=st.lists(answers, max_size=3).map(tuple),
    ),
    st.builds(
        Reply,
        status=st.just("suggest"),
        asked=any_text,
        suggestions=st.lists(answers, min_size=1, max_size=3).map(tuple),
    ),
    st.builds(Reply, status=st.just("none"), asked=any_text, reason=st.sampled_from(get_args(Reason))),
)
meetings = st.builds(
    Meeting,
    name=any_text,
    date=st.none() | any_text | st.dates().map(str),
    place=st.none() | any_text,
)


def marked(message: Message, type_: str) -> list[str]:
    """The stretches of the message that carry an entity of this type."""
    text, entities = parse_html(message.html)
    units = text.encode("utf-16-le")
    return [units[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le") for e in entities if e.type == type_]


def test_an_answer_is_bold_then_quoted_then_cited_with_its_link() -> None:
    message = as_message(Reply("answer", "who chaired it", CHAIR))
    text, entities = parse_html(message.html)
    assert text.splitlines() == [
        "Mayor Ana Brandt & Co",
        "The forum was chaired by Mayor Ana Brandt & Co",
        "Harbour Post, 4 May 2021",
        messages.UNDERSTOOD.format(question=CHAIR.question),
    ]
    assert [entity.type for entity in entities] == ["bold", "blockquote", "text_link", "italic"]
    assert entities[2] == Entity("text_link", 69, 24, CHAIR.url)
    assert [[button.label for button in row] for row in message.buttons] == [
        [messages.MORE],
        [messages.NOT_THIS, messages.SHARE],
    ]


def test_reports_that_differ_are_shown_with_their_sources_the_newest_first() -> None:
    expected = [
        messages.REPORTS_DIFFER,
        "Mayor Ana Brandt & Co",
        "The forum was chaired by Mayor Ana Brandt & Co",
        "Harbour Post, 4 May 2021",
        "Susan <Reed>",
        "Susan <Reed> took the chair.",
        "Quay & Lane, 3 May 2021",
    ]
    for answer, other in ((CHAIR, REED), (REED, CHAIR)):
        text, entities = parse_html(answer_message(dataclasses.replace(answer, differs=(other,))).html)
        assert text.splitlines() == expected
        assert [entity.type for entity in entities] == ["bold", "blockquote", "text_link", "bold", "blockquote"]


def test_reports_that_differ_stand_on_the_first_page_only() -> None:
    long = dataclasses.replace(CHAIR, evidence="It met again. " * 200, differs=(REED,))
    assert "Reed" in answer_message(long, 0).html
    assert "Reed" not in answer_message(long, 1).html


def test_reports_that_differ_are_in_the_terminal_and_in_json() -> None:
    reply = Reply("answer", "chair", dataclasses.replace(CHAIR, differs=(REED,)))
    assert as_text(reply).splitlines() == [
        messages.REPORTS_DIFFER,
        "Mayor Ana Brandt & Co",
        "  “The forum was chaired by Mayor Ana Brandt & Co”",
        "  Harbour Post, 4 May 2021, https://example.org/forum?a=1&b=2",
        "Susan <Reed>",
        "  “Susan <Reed> took the chair.”",
        "  Quay & Lane, 3 May 2021",
    ]
    assert as_json(reply)["differs"] == [
        {
            "answer": "Susan <Reed>",
            "article": "2021-05-03-forum",
            "source": "Quay & Lane",
            "date": "2021-05-03",
            "url": None,
            "evidence": "Susan <Reed> took the chair.",
        }
    ]


@given(st.lists(st.dates(), min_size=2, max_size=3, unique=True), st.integers(0, 2))
def test_of_reports_that_differ_a_newer_one_stands_above_an_older_one(dates: list[datetime.date], place: int) -> None:
    told = [dataclasses.replace(CHAIR, answer=f"answer {n}", date=date) for n, date in enumerate(dates)]
    asked = told.pop(place % len(told))
    others = tuple(sorted(told, key=reported, reverse=True))
    lines = as_text(Reply("answer", "?", dataclasses.replace(asked, differs=others))).splitlines()
    expected = [each.answer for each in sorted([asked, *told], key=reported, reverse=True)]
    assert [line for line in lines if line.startswith("answer ")] == expected


def test_what_was_understood_is_not_said_where_it_is_what_was_typed() -> None:
    message = as_message(Reply("answer", "WHO chaired the harbour forum on May 3, 2021, please?", CHAIR))
    assert marked(message, "italic") == []


def test_an_answer_without_source_date_and_link_names_the_article_and_says_undated() -> None:
    message = answer_message(UNDATED)
    assert parse_html(message.html)[0].splitlines()[-1] == "2021-05-04-harbour-forum, undated"
    assert marked(message, "text_link") == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://example.org", "https://a b", "", "https://" + "a" * 3000]
)
def test_only_a_plain_web_address_becomes_a_link(url: str) -> None:
    assert marked(answer_message(dataclasses.replace(CHAIR, url=url)), "text_link") == []


def test_long_evidence_is_folded() -> None:
    message = answer_message(dataclasses.replace(CHAIR, evidence="It was a long day. " * 30))
    assert marked(message, "blockquote") == []
    assert len(marked(message, "expandable_blockquote")) == 1


def test_what_is_too_long_for_a_message_is_paged_at_sentences_and_nothing_is_lost() -> None:
    answer = dataclasses.replace(CHAIR, answer="They met. " * 200, evidence="It was a long day. " * 400)
    first = answer_message(answer)
    assert data_in(first)[0][0] == f"page:{CHAIR.key}:1"
    pages = int(parse_html(first.html)[0].rpartition(" ")[2])
    shown = [answer_message(answer, page) for page in range(pages)]
    quotes = ("expandable_blockquote", "blockquote")
    quoted = [piece for page in shown for kind in quotes for piece in marked(page, kind)]
    assert all(piece.endswith("long day.") for piece in quoted)
    assert " ".join(quoted) == ("It was a long day. " * 400).strip()
    assert " ".join(piece for page in shown for piece in marked(page, "bold")) == ("They met. " * 200).strip()


@given(any_text, st.integers(20, 90))
def test_chunks_fit_and_lose_only_white_space(text: str, limit: int) -> None:
    found = chunks(text, limit)
    assert all(utf16_length(piece) <= limit for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_the_nearest_quotes_are_numbered_cited_and_have_buttons_that_carry_the_key() -> None:
    read = dataclasses.replace(UNDATED, key="f" * 16, answer="forum", marked=(4, 9), read=True)
    message = as_message(Reply("suggest", "chair", suggestions=(CHAIR, read)))
    quote = "The forum was chaired by Mayor Ana Brandt & Co"
    assert parse_html(message.html)[0].splitlines() == [
        messages.NOT_SURE,
        "1. Harbour Post, 4 May 2021",
        quote,
        "2. 2021-05-04-harbour-forum, undated",
        quote,
    ]
    assert marked(message, "bold") == ["Mayor Ana Brandt & Co", "forum"]
    assert data_in(message) == [["answer:0123456789abcdef"], [f"answer:{'f' * 16}-4-9"]]
    assert [button.label for row in message.buttons for button in row] == ["1. Mayor Ana Brandt & Co", "2. forum"]


def test_nothing_is_offered_where_nothing_is_near() -> None:
    message = as_message(Reply("suggest", "chair"))
    assert parse_html(message.html)[0].startswith(messages.NOT_ON_RECORD)
    assert message.buttons == ()
    assert as_text(Reply("suggest", "chair")).startswith(messages.NOT_ON_RECORD)


def test_a_long_quote_is_cut_around_its_marked_words() -> None:
    evidence = "It was a long day. " * 100 + "Ana chaired it. " + "They went home. " * 100
    near = dataclasses.replace(CHAIR, evidence=evidence, marked=(1900, 1903))
    message = as_message(Reply("suggest", "chair", suggestions=(near,) * 3))
    assert marked(message, "bold") == ["Ana"] * 3
    assert all(text.startswith("… ") and text.endswith(" …") for text in marked(message, "expandable_blockquote"))
    holds_telegrams_rules(message)


def test_the_marked_words_of_an_answers_quote_are_bold_unless_they_are_all_of_it() -> None:
    evidence = "  The forum was\n chaired  by Ana "
    cases: tuple[tuple[tuple[int, int], list[str]], ...] = (
        ((4, 25), ["e forum was chaired"]),
        ((15, 24), ["chaired"]),
        ((0, 34), []),
        ((90, 99), []),
        ((0, 2), []),
    )
    for span, bold in cases:
        answer = dataclasses.replace(CHAIR, answer="", evidence=evidence, marked=span)
        assert marked(answer_message(answer), "bold") == bold, span


@given(any_text, st.tuples(st.integers(-5, 400), st.integers(-5, 400)))
def test_marked_words_are_those_of_the_evidence(evidence: str, span: tuple[int, int]) -> None:
    quote = quote_of(dataclasses.replace(CHAIR, evidence=evidence, marked=span))
    begin, end = (min(max(place, 0), len(evidence)) for place in span)
    assert quote.text == tidy(evidence)
    assert quote.marked in ("", tidy(evidence[begin:end]))
    assert quote.marked or tidy(evidence[begin:end]) in ("", quote.text)


@given(any_text, st.integers(0, 300), st.integers(0, 300), st.integers(20, 90))
def test_marked_words_go_through_chunks_and_are_in_the_excerpt(text: str, begin: int, end: int, limit: int) -> None:
    quote = quote_of(dataclasses.replace(CHAIR, evidence=text, marked=(begin, end)))
    found = quote.chunks(limit)
    assert "".join("".join(chunk.marked for chunk in found).split()) == "".join(quote.marked.split())
    part = quote.excerpt(limit)
    assert utf16_length(part.text) <= limit
    assert bool(part.marked) is bool(quote.marked)
    assert quote.marked.startswith(part.marked)


def test_other_meetings_of_an_answer_are_offered_by_name_and_date() -> None:
    message = as_message(Reply("answer", "chair", CHAIR, suggestions=(CHAIR,)))
    assert parse_html(message.html)[0].endswith(messages.OTHER_MEETINGS)
    assert message.buttons[0][0].label == "harbour forum, 4 May 2021"


@pytest.mark.parametrize(
    ("held", "label"),
    [
        ("2021-05-02", "harbour forum, 2 May 2021"),
        ("2021-05-02/2021-05-03", "harbour forum, 2–3 May 2021"),
        ("2021-05", "harbour forum, May 2021"),
        (None, "harbour forum, 4 May 2021"),
    ],
)
def test_another_meeting_is_offered_with_its_own_day_not_with_its_reports(held: str | None, label: str) -> None:
    other = dataclasses.replace(CHAIR, held=held)
    reply = Reply("answer", "chair", CHAIR, suggestions=(other,))
    assert as_message(reply).buttons[0][0].label == label
    assert as_text(reply).endswith(f"1. {label}")
    again = as_message(dataclasses.replace(reply, suggestions=(dataclasses.replace(other, same_meeting=True),)))
    assert again.buttons[0][0].label == "Harbour Post, 4 May 2021"


def test_another_report_of_the_answers_meeting_is_offered_by_its_source() -> None:
    again = dataclasses.replace(CHAIR, same_meeting=True)
    reply = Reply("answer", "chair", CHAIR, suggestions=(again, CHAIR))
    message = as_message(reply)
    assert parse_html(message.html)[0].endswith(messages.ALSO_ON_RECORD)
    assert [row[0].label for row in message.buttons[:2]] == ["Harbour Post, 4 May 2021", "harbour forum, 4 May 2021"]
    assert messages.OTHER_MEETINGS not in as_text(reply)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_silence_is_said_politely(reason: Reason) -> None:
    reply = Reply("none", "?", reason=reason)
    assert parse_html(as_message(reply).html)[0].startswith(as_text(reply))
    assert as_text(reply)


def test_commands_are_not_hinted_at_in_a_terminal() -> None:
    silent = Reply("none", "?", reason="not_on_record")
    assert messages.MEETINGS_HINT in parse_html(as_message(silent).html)[0]
    assert "/meetings" not in as_text(silent)


def test_text_for_the_terminal_has_the_same_lines() -> None:
    assert as_text(Reply("answer", "chair", CHAIR)).splitlines() == [
        "Mayor Ana Brandt & Co",
        "  “The forum was chaired by Mayor Ana Brandt & Co”",
        "  Harbour Post, 4 May 2021, https://example.org/forum?a=1&b=2",
    ]


def test_json_has_the_keys_of_the_design_and_evidence_verbatim() -> None:
    found = as_json(Reply("answer", "chair", CHAIR, suggestions=(UNDATED,), took_ms=0.12345))
    other = found.pop("suggestions")
    assert found == {
        "status": "answer",
        "question": CHAIR.question,
        "answer": CHAIR.answer,
        "kind": "who",
        "evidence": CHAIR.evidence,
        "source": "Harbour Post",
        "date": "2021-05-04",
        "url": CHAIR.url,
        "article": CHAIR.article,
        "meeting": "harbour forum",
        "confidence": 0.91,
        "read": False,
        "also": [],
        "differs": [],
        "took_ms": 0.123,
    }
    assert isinstance(other, list)
    assert other[0]["date"] is None


def test_json_says_what_was_read_and_of_three_suggestions_at_most_the_best_first() -> None:
    read = dataclasses.replace(CHAIR, question="chair, who?", read=True, marked=(0, 3))
    found = as_json(Reply("answer", "chair, who?", read))
    assert (found["read"], found["question"]) == (True, "chair, who?")
    near = tuple(dataclasses.replace(read, answer=f"{n}") for n in range(5))
    suggested = as_json(Reply("suggest", "chair, who?", suggestions=near))["suggestions"]
    assert isinstance(suggested, list)
    assert [each["answer"] for each in suggested] == ["0", "1", "2"]
    assert all({"answer", "evidence", "article", "source", "date"} <= each.keys() for each in suggested)


def test_where_no_source_is_known_the_headline_is_cited_with_its_day_once() -> None:
    titled = dataclasses.replace(CHAIR, source=None, title="Minutes of the forum", url=None)
    cited = Citation("b", " ", CHAIR.date, None, "It met.", "Report of 4 May 2021")
    assert as_text(Reply("answer", "chair", dataclasses.replace(titled, also=(cited,)))).splitlines()[-1] == (
        "  Minutes of the forum, 4 May 2021; Report of 4 May 2021"
    )
    assert as_json(Reply("answer", "chair", titled))["source"] is None


def test_the_terminal_shows_the_nearest_quotes_with_numbers() -> None:
    assert as_text(Reply("suggest", "chair", suggestions=(CHAIR, UNDATED))).splitlines() == [
        messages.NOT_SURE,
        "1. “The forum was chaired by *Mayor Ana Brandt & Co*”",
        "   Harbour Post, 4 May 2021, https://example.org/forum?a=1&b=2",
        "2. “The forum was chaired by *Mayor Ana Brandt & Co*”",
        "   2021-05-04-harbour-forum, undated",
    ]


def test_json_of_no_answer_has_the_same_keys_with_null() -> None:
    none = as_json(Reply("none", "?", reason="no_words"))
    assert none.keys() == as_json(Reply("answer", "chair", CHAIR)).keys()
    assert none["answer"] is None
    assert none["read"] is False
    assert none["suggestions"] == []


@pytest.mark.parametrize(
    ("iso", "read"),
    [
        ("2020-06-30", "30 June 2020"),
        ("2020-06", "June 2020"),
        ("2020", "2020"),
        ("2020-06-29/2020-06-30", "29–30 June 2020"),
        ("2020-06-30/2020-07-02", "30 June 2020 – 2 July 2020"),
        ("2020-06/2020-07", "June 2020 – July 2020"),
        (None, "undated"),
        ("2020-13", "2020-13"),
        ("soon", "soon"),
    ],
)
def test_a_meetings_date_reads_as_precisely_as_it_is_known(iso: str | None, read: str) -> None:
    assert ENGLISH.meeting_date(iso) == read


def test_meetings_are_paged_latest_first() -> None:
    listed = [Meeting(f"Forum {n}", date=f"2020-01-{n:02}", place="Oslo") for n in range(20, 0, -1)]
    first, second, last = (meetings_message(listed, page) for page in (0, 1, 99))
    assert marked(first, "bold")[1:] == [f"Forum {n}" for n in range(20, 12, -1)]
    assert "Forum 20\n20 January 2020, Oslo" in parse_html(first.html)[0]
    assert data_in(first) == [["meetings:1"]]
    assert data_in(second) == [["meetings:0", "meetings:2"]]
    assert marked(last, "bold")[1:] == [f"Forum {n}" for n in range(4, 0, -1)]
    assert data_in(last) == [["meetings:1"]]


def test_no_meetings_is_said() -> None:
    assert parse_html(meetings_message([], 0).html)[0] == messages.NO_MEETINGS


def test_what_the_bot_says_of_its_own_is_escaped() -> None:
    assert parse_html(plain("a < b & c").html)[0] == "a < b & c"


@pytest.mark.parametrize("piece", ["😀", '<&>"', "word ", "It met. "])
def test_a_message_full_in_every_part_is_within_the_limit(piece: str) -> None:
    full = piece * 5000
    answer = dataclasses.replace(
        CHAIR, question=full, answer=full, evidence=full, source=full, article=full, meeting=full
    )
    others = (answer, answer, answer)
    cited = (Citation(full, full, CHAIR.date, CHAIR.url, full),) * 3
    beside = dataclasses.replace(answer, differs=others, also=cited)
    for translate in SPOKEN:
        holds_telegrams_rules(as_message(Reply("answer", full, answer, others), translate))
        holds_telegrams_rules(as_message(Reply("answer", full, beside, others), translate))
        holds_telegrams_rules(as_message(Reply("suggest", full, suggestions=others), translate))
        holds_telegrams_rules(meetings_message([Meeting(full, date=full, place=full)] * 20, 1, translate))


@given(replies, st.sampled_from(SPOKEN))
def test_any_reply_is_valid_for_telegram(reply: Reply, translate: Translator) -> None:
    holds_telegrams_rules(as_message(reply, translate))


@given(st.lists(meetings, max_size=20), st.integers(-3, 30), st.sampled_from(SPOKEN))
def test_any_page_of_meetings_is_valid_for_telegram(listed: list[Meeting], page: int, translate: Translator) -> None:
    holds_telegrams_rules(meetings_message(listed, page, translate))


@given(replies)
def test_any_reply_is_safe_in_a_terminal(reply: Reply) -> None:
    text = as_text(reply)
    text.encode()
    assert not any(unicodedata.category(char) == "Cc" for char in text.replace("\n", ""))


@given(replies)
def test_any_reply_is_json(reply: Reply) -> None:
    assert json.loads(json.dumps(as_json(reply)))["status"] == reply.status


@given(any_text, st.integers(2, 80))
def test_a_cut_text_fits_and_begins_as_the_text_does(text: str, limit: int) -> None:
    shorter = cut(tidy(text), limit)
    assert utf16_length(shorter) <= limit
    assert tidy(text).startswith(shorter.removesuffix("…").rstrip())


@given(st.lists(any_text | st.just("word " * 2000), max_size=8))
@example(["\ud800"])
def test_lines_too_many_for_a_message_come_in_several(lines: list[str]) -> None:
    shown = [parse_html(message.html)[0] for message in listed(["Title", *lines])]
    assert all(0 < utf16_units(text) <= MESSAGE_LIMIT for text in shown)
    whole = "".join(["Title", *lines]).encode("utf-8", "replace").decode("utf-8")
    assert "".join("".join(shown).split()) == "".join(whole.split())


def test_a_cut_falls_between_words() -> None:
    assert cut("one two three", 10) == "one two…"
    assert cut("onetwothree", 10) == "onetwothr…"


@pytest.mark.parametrize("text", ["thanks!", "ok", "nice one", "ok thanks, bye", "cảm ơn bạn nhiều"])
def test_who_only_thanks_gets_a_friendly_line(text: str) -> None:
    thanked = Reply("none", text, reason="no_words")
    assert as_text(thanked) == as_message(thanked).html == messages.WELCOME


@pytest.mark.parametrize("text", ["hello", "help", "???", "good morning", "who are you?"])
def test_who_does_not_thank_is_asked_for_a_question(text: str) -> None:
    assert as_text(Reply("none", text, reason="no_words")) == messages.NO_WORDS
