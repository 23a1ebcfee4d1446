"""Inline mode, end to end: what is shown as one types, page by page, and what is sent into the chat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from botapi.methods import INLINE_RESULTS
from botapi.running import MIRA, Stage, at_work
from botapi.small_base import CHAIR, MEETINGS, PLACE, small_services
from botapi.world import Json, marked

from bot.wording import messages


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with at_work(small_services()) as running:
        yield running


def typed(stage: Stage, text: str, offset: str = "") -> Json:
    return stage.api.results(stage.api.type_inline(MIRA, text, offset))


def test_a_result_has_question_answer_and_the_full_cited_reply(stage: Stage) -> None:
    [result] = typed(stage, "who chaired it?")["results"]
    assert result["title"] == CHAIR.question
    assert result["description"] == CHAIR.answer
    content = result["input_message_content"]
    assert marked(content, "bold") == [CHAIR.answer]
    assert marked(content, "blockquote") == [CHAIR.evidence]
    assert [entity["url"] for entity in content["entities"] if entity["type"] == "text_link"] == [CHAIR.url]


def test_results_come_best_first(stage: Stage) -> None:
    assert [result["title"] for result in typed(stage, "forum")["results"]] == [CHAIR.question, PLACE.question]


def test_who_finds_nothing_is_told_so_and_shown_the_way_to_the_bot(stage: Stage) -> None:
    found = typed(stage, "what did the zebras cost?")
    assert (found["results"], found["button"]["text"]) == ([], messages.NOT_ON_RECORD)
    chat = stage.api.private_chat(MIRA)
    greeting = chat.answer_to(chat.say(MIRA, f"/start {found['button']['start_parameter']}"))
    assert greeting["text"].startswith(messages.START)
    assert "button" not in typed(stage, "who chaired it?")


def test_nothing_typed_shows_the_newest_meetings_by_pages(stage: Stage) -> None:
    first = typed(stage, "")
    assert [result["title"] for result in first["results"]] == [meeting.name for meeting in MEETINGS[:10]]
    assert first["results"][0]["description"] == "18 May 2021, Oslo"
    second = typed(stage, "", first["next_offset"])
    assert [result["title"] for result in second["results"]] == [meeting.name for meeting in MEETINGS[10:]]
    assert second["next_offset"] == ""


@pytest.mark.parametrize("text", ["who chaired it?", "", "nothing of the kind"])
def test_results_say_how_long_they_may_be_kept_and_for_whom(stage: Stage, text: str) -> None:
    answer = typed(stage, text)
    assert 0 < answer["cache_time"] <= 300
    assert answer["is_personal"]  # others may speak another language
    assert len(answer["results"]) <= INLINE_RESULTS


@pytest.mark.parametrize("offset", ["x", "-1", "99999999999", "9999", "１０", "💥"])
def test_an_offset_of_nobodys_is_harmless(stage: Stage, offset: str) -> None:
    assert "results" in typed(stage, "", offset)


def test_a_chosen_result_is_sent_with_a_link_back_counts_and_is_not_taken_for_a_question(stage: Stage) -> None:
    group = stage.api.group(-6000)
    query = stage.api.type_inline(MIRA, "who chaired it?")
    stage.api.results(query)
    sent = group.send_result(MIRA, query)
    [[link]] = group.world.messages[group.id, sent]["reply_markup"]["inline_keyboard"]
    assert link["url"] == f"https://t.me/onrecord_bot?start={CHAIR.key}"
    group.answer_to(group.say(MIRA, "/ask where?"))
    assert group.answers_to(sent) == []
    assert stage.services.store.tally._feedback[CHAIR.key, "shared"] >= 1


def test_a_query_that_is_too_old_is_let_go(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    with stage.api.world.changed:
        query = stage.api.type_inline(MIRA, "who chaired it?")
        stage.api.world.queries[query]["too_old"] = True
    assert typed(stage, "where")["results"]
    assert caplog.record_tuples == []


def test_privacy_mode_makes_no_difference(stage: Stage) -> None:
    stage.api.world.privacy_mode = True
    assert typed(stage, "who chaired it?")["results"]
    stage.api.world.privacy_mode = False
