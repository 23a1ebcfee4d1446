"""Reports that disagree, end to end: a question gets what each of them says, cited, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from botapi.rules import holds_telegrams_rules
from botapi.running import MIRA, Stage, at_work
from botapi.small_base import small_services
from botapi.world import Chat, Json, Person, buttons, marked
from two_reports import CHAIRED, COUNTED, POST, WIRE, record

from bot import library
from bot.index import Index
from bot.question import read
from bot.replies import Context
from bot.wording import messages, render

STAR = record("star", "2024-05-05", [(COUNTED, "nine", 'All of the "nine" <countries> & more attended the meeting.')])
"""The newest report says what the oldest does."""
COUNTS = ["nine", "11"]


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    services = small_services()
    services.library = library.ready(Index([POST, WIRE, STAR]))
    with at_work(services) as running:
        yield running


@pytest.fixture
def chat(stage: Stage) -> Chat:
    return stage.api.private_chat(Person(9000 + len(stage.api.world.chats), "Somebody"))


def shows_both(shown: Json) -> None:
    assert shown["text"].startswith(messages.REPORTS_DIFFER)
    assert marked(shown, "bold") == COUNTS
    assert marked(shown, "blockquote") == [STAR.facts[0].evidence, WIRE.facts[1].evidence]
    assert shown["text"].index("Star, 5 May 2024") < shown["text"].index("Wire, 4 May 2024")


def test_what_reports_disagree_about_is_said_with_both_sources_the_newest_first(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, COUNTED))
    shows_both(answer)
    assert "Post, 3 May 2024" in answer["text"]  # says what the newest does
    assert messages.OTHER_MEETINGS not in answer["text"]


def test_what_they_agree_about_is_one_answer(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, CHAIRED))
    assert messages.REPORTS_DIFFER not in answer["text"]


def test_a_fact_that_is_opened_by_its_button_stands_beside_what_differs_too(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, COUNTED))
    chat.press(MIRA, answer["message_id"], buttons(answer)[messages.MORE])
    shown = chat.wait_for_text(answer["message_id"], "Tern Sound")
    chat.press(MIRA, answer["message_id"], buttons(shown)[messages.TO_ANSWER])
    shows_both(chat.wait_for_text(answer["message_id"], messages.REPORTS_DIFFER))


def test_whichever_report_is_opened_the_newest_is_on_top() -> None:
    index = Index([POST, WIRE, STAR])
    for entry in index.entries:
        answer = index.answer(entry.fact_id)
        assert answer is not None
        message = render.answer_message(answer)
        holds_telegrams_rules(message)
        if answer.question == COUNTED:
            dates = [message.html.index(day) for day in ("5 May", "4 May", "3 May") if day in message.html]
            assert dates == sorted(dates)
            assert len(dates) > 1


def test_json_has_the_newest_answer_and_what_differs(stage: Stage) -> None:
    reply, context = stage.services.library.reply(read(COUNTED), Context())
    said = json.loads(json.dumps(render.as_json(reply)))
    assert (said["answer"], said["article"]) == ("nine", "star")
    assert [(each["answer"], each["article"]) for each in said["differs"]] == [("11", "wire")]
    assert [each["article"] for each in said["also"]] == ["post"]
    assert context.article == "star"
