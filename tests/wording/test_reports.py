"""What owners and editors are shown: within Telegram's bounds whatever was asked."""

from __future__ import annotations

import dataclasses
import html
import re

from botapi.rules import data_in, holds_telegrams_rules
from botapi.small_base import CHAIR, COUNTED, PLACE
from hypothesis import given
from hypothesis import strategies as st

from bot.replies import Answer
from bot.store import Count, Day, Stats, Unanswered
from bot.wording import LANGUAGES, messages, reports, translator_for

WORD = dataclasses.replace(CHAIR, question="<Who> & " * 200, answer="😀" * 900)
DAYS = (Day("2026-03-01", 8, 1, 1), Day("2026-03-02"))


def seen(text: str) -> str:
    """The text as Telegram counts it, its markup taken out."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))


@given(
    st.lists(st.lists(st.text(max_size=500), min_size=1, max_size=12), max_size=3),
    st.sampled_from([(), (WORD,), (WORD, CHAIR, PLACE)]),
    st.text(max_size=3000),
    st.data(),
)
def test_a_page_is_within_telegrams_bounds(
    texts: list[list[str]], candidates: tuple[Answer, ...], note: str, data: st.DataObject
) -> None:
    groups = [[Unanswered(f"{n:016x}", text, 10**6, 0) for n, text in enumerate(group)] for group in texts]
    page = data.draw(st.integers(0, max(0, len(groups) - 1)))
    shown = reports.unanswered_message(groups, page, candidates, note)
    holds_telegrams_rules(shown)


def test_a_group_shows_all_its_ways_of_asking_and_what_each_number_adds() -> None:
    group = [Unanswered("0" * 16, "Who <paid>?", 3, 1_772_366_400), Unanswered("1" * 16, "who did pay", 1, 0)]
    shown = reports.unanswered_message([group, group[1:]], 0, (CHAIR, PLACE))
    assert "Who &lt;paid&gt;?\nAsked 4 times, last on 1 March 2026" in shown.html
    assert "• who did pay" in shown.html
    assert data_in(shown) == [
        [f"teach:{'0' * 16}:{CHAIR.key}", f"teach:{'0' * 16}:{PLACE.key}"],
        [f"dismiss:{'0' * 16}"],
        ["unanswered:1"],
    ]


@given(st.text(max_size=500), st.text(max_size=5000), st.text(max_size=1500), st.sampled_from(sorted(LANGUAGES)))
def test_what_was_read_is_within_telegrams_bounds(text: str, evidence: str, answer: str, language: str) -> None:
    group = [
        Unanswered("0" * 16, text, 3, 0, "f" * 16, answer),
        *[Unanswered("1" * 16, text, 1, 0, "f" * 16, answer)] * 9,
    ]
    read = dataclasses.replace(COUNTED, evidence=evidence, answer=answer)
    for found in (read, None):
        shown = reports.unanswered_message([group, group], 0, (), text, translator_for(language), found)
        holds_telegrams_rules(shown)
    assert data_in(shown) == [[f"dismiss:{'0' * 16}"], ["unanswered:1"]]


def test_what_was_read_is_shown_with_its_sentence_and_source_and_can_be_kept() -> None:
    read = dataclasses.replace(COUNTED, answer="Omar Reza")
    group = [Unanswered("0" * 16, "Who did?", 1, 0, COUNTED.key, "Omar Reza")]
    shown = reports.unanswered_message([group], 0, (), read=read)
    assert "<b>Omar Reza</b>\n<blockquote><b>Omar Reza</b> counted the gulls.</blockquote>\nHarbour Post" in shown.html
    assert data_in(shown) == [[f"keep:{'0' * 16}", f"dismiss:{'0' * 16}"]]


def test_stats_name_meetings_and_rejected_facts_that_are_still_on_record() -> None:
    stats = Stats(
        DAYS,
        (Count("forum", 1234), Count("gone", 1)),
        (Count("chosen", 1), Count("rejected", 2), Count("shared", 0)),
        (Count(CHAIR.key, 2), Count("0" * 16, 9)),
        0.5,
        float("inf"),
    )
    text = reports.stats_text(stats, {"forum": "Harbour forum"}, {CHAIR.key: CHAIR}.get)
    assert "1\u202f234 – Harbour forum\n1 – gone" in text
    assert text.endswith(f"{messages.STATS_REJECTED}\n2 – {CHAIR.question}")
    assert "answered 80\u202f%" in text
    assert messages.STATS_SPEED.format(half="0.5", most="> 5000") in text


def test_without_questions_stats_say_no_more_than_that() -> None:
    text = reports.stats_text(Stats(DAYS[1:], feedback=(Count("chosen", 0),)), {}, lambda key: None)
    assert text == f"{messages.STATS_TITLE[0]}\n{messages.STATS_QUESTIONS.format(count=0)}"
