"""A reply and its buttons, end to end: more of the meeting, other candidates, sharing, editing the question."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.methods import RefusalError
from botapi.running import BOT, MIRA, OMAR, TOKEN, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, PLACE, SmallLibrary, small_services
from botapi.world import Chat, Json, Person, buttons, marked

from bot.question import Question
from bot.replies import Context, Reply
from bot.store import Store
from bot.wording import messages


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with at_work(small_services()) as running:
        yield running


@pytest.fixture
def chat(stage: Stage) -> Chat:
    return stage.api.private_chat(Person(2000 + len(stage.api.world.chats), "Somebody"))


def data_of(message: Json, label: str) -> str:
    return buttons(message)[label]


def test_more_shows_the_other_facts_and_a_number_opens_one(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    chat.press(MIRA, answer["message_id"], data_of(answer, messages.MORE))
    shown = chat.wait_for_text(answer["message_id"], PLACE.question)
    assert marked(shown, "bold") == ["harbour forum", PLACE.answer]
    chat.press(MIRA, answer["message_id"], data_of(shown, "①"))
    assert marked(chat.wait_for_text(answer["message_id"], PLACE.evidence), "bold") == [PLACE.answer]
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]


def test_from_more_one_comes_back_to_the_answer(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    chat.press(MIRA, answer["message_id"], data_of(answer, messages.MORE))
    shown = chat.wait_for_text(answer["message_id"], PLACE.question)
    chat.press(MIRA, answer["message_id"], data_of(shown, messages.TO_ANSWER))
    assert marked(chat.wait_for_text(answer["message_id"], CHAIR.evidence), "bold") == [CHAIR.answer]


def test_not_this_offers_what_else_was_meant_and_counts_as_feedback(stage: Stage, chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "forum, chaired by whom?"))
    chat.press(MIRA, answer["message_id"], data_of(answer, messages.NOT_THIS))
    shown = chat.wait_for_text(answer["message_id"], messages.PERHAPS)
    assert list(buttons(shown).values()) == [f"answer:{PLACE.key}", f"back:{CHAIR.key}"]
    assert stage.services.store.tally._feedback[CHAIR.key, "rejected"] >= 1


def test_not_this_without_another_candidate_says_so_and_leaves_the_answer(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    query = chat.press(MIRA, answer["message_id"], data_of(answer, messages.NOT_THIS))
    assert chat.shown_after(query) == messages.NOTHING_ELSE
    assert chat.world.messages[chat.id, answer["message_id"]]["text"] == answer["text"]


def test_share_asks_for_the_fact_itself_in_another_chat(stage: Stage, chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    [share] = [
        button["switch_inline_query"]
        for row in answer["reply_markup"]["inline_keyboard"]
        for button in row
        if "switch_inline_query" in button
    ]
    results = stage.api.results(stage.api.type_inline(MIRA, share))["results"]
    assert [result["title"] for result in results] == [CHAIR.question]


def test_a_deep_link_opens_the_fact(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, f"/start {PLACE.key}"))
    assert marked(answer, "bold") == [PLACE.answer]
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]


def test_a_deep_link_to_what_is_gone_says_so(chat: Chat) -> None:
    assert chat.answer_to(chat.say(MIRA, f"/start {'f' * 16}"))["text"] == messages.STALE


def test_the_greeting_offers_questions_that_a_tap_asks(chat: Chat) -> None:
    greeting = chat.answer_to(chat.say(MIRA, "/start"))
    assert buttons(greeting) == {CHAIR.question: f"ask:{CHAIR.key}", PLACE.question: f"ask:{PLACE.key}"}
    chat.press(MIRA, greeting["message_id"], f"ask:{PLACE.key}")
    answer = chat.answer_to(greeting["message_id"])
    assert marked(answer, "bold") == [PLACE.answer]
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]


def test_editing_the_question_edits_the_answer(chat: Chat) -> None:
    asked = chat.say(MIRA, "who chaired it?")
    answer = chat.answer_to(asked)
    chat.edit(asked, "where was it?")
    assert marked(chat.wait_for_text(answer["message_id"], PLACE.answer), "bold") == [PLACE.answer]
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]
    assert len(chat.answers_to(asked)) == 1


def test_an_edit_to_what_is_not_on_record_says_so_and_an_edit_back_answers_again(stage: Stage, chat: Chat) -> None:
    asked = chat.say(MIRA, "who chaired it?")
    answer = chat.answer_to(asked)
    chat.edit(asked, "what did the zebras cost?")
    shown = chat.wait_for_text(answer["message_id"], messages.NOT_ON_RECORD)
    assert buttons(shown) == {}
    chat.edit(asked, "who chaired it?")
    chat.wait_for_text(answer["message_id"], CHAIR.answer)
    assert len(chat.answers_to(asked)) == 1
    unanswered = stage.running.call(stage.services.store.questions.unanswered())
    assert "what did the zebras cost?" in [question.text for question in unanswered]


@pytest.mark.parametrize("command", ["/help", "/settings", "/presided", "/ask", "/ask@another_bot where?", "/forget"])
def test_an_edit_to_another_command_leaves_the_answer_alone(chat: Chat, command: str) -> None:
    asked = chat.say(MIRA, "who chaired it?")
    answer = chat.answer_to(asked)
    said = len(chat.said())
    chat.edit(asked, command)
    chat.answer_to(chat.say(MIRA, "where was it?"))
    assert chat.world.messages[chat.id, answer["message_id"]]["text"] == answer["text"]
    assert len(chat.said()) == said + 1


def test_an_edit_from_and_to_a_command_edits_what_was_said_to_it(chat: Chat) -> None:
    asked = chat.say(MIRA, "/latest")
    answer = chat.answer_to(asked)
    for edited, said in (("who chaired it?", CHAIR.evidence), ("/latest forum 3", "Forum 3"), ("/where", PLACE.answer)):
        chat.edit(asked, edited)
        chat.wait_for_text(answer["message_id"], said)
    assert len(chat.answers_to(asked)) == 1


def test_an_edit_of_the_words_below_a_picture_edits_the_answer(chat: Chat) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    asked = chat.say(MIRA, "", caption="who chaired it?", photo=photo)
    answer = chat.answer_to(asked)
    chat.edit(asked, "where was it?")
    chat.wait_for_text(answer["message_id"], PLACE.answer)


def test_an_edit_that_asks_the_same_changes_nothing(stage: Stage, chat: Chat) -> None:
    asked = chat.say(MIRA, "who chaired it?")
    chat.answer_to(asked)
    calls = len(stage.api.calls)
    chat.edit(asked, "who chaired it?")
    chat.answer_to(chat.say(MIRA, "where?"))
    assert "editMessageText" not in [method for method, _ in stage.api.calls[calls:]]


def test_a_message_from_before_the_bot_is_not_answered_when_it_is_edited(chat: Chat) -> None:
    asked = chat.say(MIRA, "hello", date=1)
    chat.answer_to(asked)
    old = chat.world.post(chat.id, MIRA.as_json(), {"text": "before", "date": 1})["message_id"]
    chat.edit(old, "who chaired it?")
    chat.answer_to(chat.say(MIRA, "where?"))
    assert chat.answers_to(old) == []


def test_editing_a_question_whose_answer_is_deleted_is_harmless(chat: Chat) -> None:
    asked = chat.say(MIRA, "who chaired it?")
    chat.delete(chat.answer_to(asked)["message_id"])
    chat.edit(asked, "where was it?")
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]


def test_a_reply_to_an_answer_goes_on_from_there(chat: Chat) -> None:
    first = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    chat.answer_to(chat.say(MIRA, "where was it?"))
    answer = chat.answer_to(chat.say(MIRA, "and?", reply_to=first["message_id"]))
    assert marked(answer, "bold") == [CHAIR.answer]


def test_a_reply_to_an_answer_of_an_earlier_process_goes_on_from_its_buttons(stage: Stage, chat: Chat) -> None:
    first = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    stage.running.do(lambda: stage.services.store.exchanges.forget_where(lambda talk: talk[0] == chat.id))
    chat.answer_to(chat.say(MIRA, "where was it?"))
    answer = chat.answer_to(chat.say(MIRA, "and?", reply_to=first["message_id"]))
    assert marked(answer, "bold") == [CHAIR.answer]


def test_a_forwarded_message_is_a_question_even_if_it_looks_like_a_command(chat: Chat) -> None:
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Kim"}
    assert marked(chat.answer_to(chat.say(MIRA, "who chaired it?", forward_origin=origin)), "bold") == [CHAIR.answer]
    command = chat.answer_to(chat.say(MIRA, "/ask where was it?", forward_origin=origin))
    assert marked(command, "bold") == [PLACE.answer]


def test_words_below_a_picture_are_a_question(chat: Chat) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    asked = chat.say(MIRA, "", caption="who chaired it?", photo=photo)
    assert marked(chat.answer_to(asked), "bold") == [CHAIR.answer]


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}},
        {"location": {"latitude": 21.0, "longitude": 105.8}},
        {"checklist": {"title": "Hats", "tasks": [{"id": 1, "text": "Mine"}]}},
        {"kind_to_come": {"title": "Hats"}},
        {},
    ],
)
def test_what_has_no_words_is_met_with_a_word(chat: Chat, content: Json) -> None:
    assert chat.answer_to(chat.say(MIRA, "", **content))["text"] == messages.NO_WORDS


def test_an_album_and_what_telegram_itself_says_are_not_spoken_of(chat: Chat) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    said = [chat.say(MIRA, "", photo=photo, media_group_id="7") for _ in range(3)]
    said.append(chat.say(MIRA, "", message_auto_delete_timer_changed={"message_auto_delete_time": 60}))
    chat.answer_to(chat.say(MIRA, "where?"))
    assert [chat.answers_to(message) for message in said] == [[], [], [], []]


def test_what_was_sent_through_the_bot_itself_is_no_question(chat: Chat) -> None:
    sent = chat.say(MIRA, "who chaired it?", via_bot=chat.world.bot.as_json())
    chat.answer_to(chat.say(MIRA, "where?"))
    assert chat.answers_to(sent) == []


def test_forget_begins_the_conversation_anew(chat: Chat) -> None:
    chat.answer_to(chat.say(MIRA, "where was it?"))
    assert chat.answer_to(chat.say(MIRA, "/forget"))["text"] == messages.FORGOTTEN
    assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == []


# After a restart


def restarted(api: BotApi, url: str) -> contextlib.AbstractContextManager[Stage]:
    """A bot that begins now and remembers what those before it wrote."""
    services = small_services()
    services.store = Store(url)
    return at_work(services, api=api)


def test_after_a_restart_editing_a_question_still_edits_its_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with BotApi(TOKEN, BOT) as api:
        chat = api.private_chat(MIRA)
        with restarted(api, url):
            asked = chat.say(MIRA, "who chaired it?")
            answer = chat.answer_to(asked)
        with restarted(api, url):
            chat.edit(asked, "where was it?")
            assert marked(chat.wait_for_text(answer["message_id"], PLACE.answer), "bold") == [PLACE.answer]
            assert marked(chat.answer_to(chat.say(MIRA, "and?")), "bold") == [PLACE.answer]
        with restarted(api, url):
            chat.edit(asked, "where was it?")  # as when a preview of a link comes: nothing new is said
            chat.answer_to(chat.say(MIRA, "who chaired it?"))
        assert len(chat.answers_to(asked)) == 1
    assert b"chaired" not in (tmp_path / "kept.sqlite3").read_bytes()


def test_after_a_restart_a_reply_to_an_old_answer_in_a_group_goes_on_from_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with BotApi(TOKEN, BOT) as api:
        group = api.group()
        with restarted(api, url):
            answer = group.answer_to(group.say(MIRA, "/ask where was it?"))
            group.answer_to(group.say(MIRA, "/ask who chaired it?"))
        with restarted(api, url):
            followed = group.answer_to(group.say(OMAR, "and?", reply_to=answer["message_id"]))
            assert marked(followed, "bold") == [PLACE.answer]


def test_after_a_restart_not_this_still_knows_what_was_asked(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with BotApi(TOKEN, BOT) as api:
        chat = api.private_chat(MIRA)
        with restarted(api, url):
            answer = chat.answer_to(chat.say(MIRA, "forum, chaired by whom?"))
        with restarted(api, url):
            chat.press(MIRA, answer["message_id"], data_of(answer, messages.NOT_THIS))
            shown = chat.wait_for_text(answer["message_id"], messages.PERHAPS)
            assert list(buttons(shown).values()) == [f"answer:{PLACE.key}", f"back:{CHAIR.key}"]


class SlowLibrary(SmallLibrary):
    """Takes its time to read what is slow."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        return None if "slow" in question.text else super().plain_reply(question, context)

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        self.go_on.wait(30)
        return super().open_reply(question, context)


def test_while_a_question_takes_long_its_chat_shows_it_and_the_bot_goes_on() -> None:
    services = small_services()
    library = SlowLibrary()
    services.library = library
    with at_work(services) as stage:
        slow = stage.api.private_chat(Person(2, "Slow"))
        quick = stage.api.private_chat(Person(3, "Quick"))
        asked = slow.say(Person(2, "Slow"), "slow: who chaired it?")
        then = slow.say(Person(2, "Slow"), "where was it?")
        stage.api.world.wait("a chat action", lambda: (slow.id, "typing") in stage.api.world.actions or None)
        quick.answer_to(quick.say(Person(3, "Quick"), "/help"))
        assert slow.answers_to(asked) == slow.answers_to(then) == []
        library.go_on.set()
        assert slow.answer_to(asked)["message_id"] < slow.answer_to(then)["message_id"]
        assert {chat for chat, _ in stage.api.world.actions} == {slow.id}


@pytest.mark.parametrize("code", [500, 502, 503])
def test_a_server_in_trouble_is_called_again_until_the_answer_is_sent_once(stage: Stage, chat: Chat, code: int) -> None:
    stage.api.fail_next("sendMessage", RefusalError(code, "Bad Gateway"))
    asked = chat.say(MIRA, "who chaired it?")
    chat.answer_to(asked)
    chat.answer_to(chat.say(MIRA, "where?"))
    assert len(chat.answers_to(asked)) == 1


def test_answers_stay_in_order_whatever_befalls_the_first(stage: Stage, chat: Chat) -> None:
    for refusal in (
        RefusalError(502, "Bad Gateway"),
        RefusalError(429, "Too Many Requests: retry after 1", {"retry_after": 1}),
        RefusalError(503, "Service Unavailable"),
    ):
        stage.api.fail_next("sendMessage", refusal)
    with chat.world.changed:
        asked = [chat.say(MIRA, "who chaired it?") for _ in range(3)]
    answered = [chat.answer_to(message)["message_id"] for message in asked]
    assert answered == sorted(answered)
    assert [len(chat.answers_to(message)) for message in asked] == [1, 1, 1]


def test_a_message_that_may_have_arrived_is_sent_once_more_rather_than_lost(stage: Stage, chat: Chat) -> None:
    for done, times in ((False, 1), (True, 2)):
        stage.api.hang_up_next("sendMessage", done=done)
        asked = chat.say(MIRA, "who chaired it?")
        chat.answer_to(chat.say(MIRA, "where?"))
        assert len(chat.answers_to(asked)) == times


def test_a_connection_that_breaks_while_a_button_is_answered_is_made_anew(stage: Stage, chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
    stage.api.hang_up_next("answerCallbackQuery", done=False)
    stage.api.hang_up_next("editMessageText", done=True)
    chat.press(MIRA, answer["message_id"], data_of(answer, messages.MORE))
    chat.wait_for_text(answer["message_id"], PLACE.question)
