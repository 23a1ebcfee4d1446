"""The bot in Telegram, end to end over HTTP: what people say to it, and what they then see."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from botapi.methods import RefusalError
from botapi.running import BOT, MIRA, OMAR, TOKEN, Running, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, PLACE, small_services
from botapi.world import Chat, Person, buttons, marked

from bot.telegram import app, polling
from bot.wording import messages


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """A stand-in with the bot at work; the chats of one test are not those of another."""
    with at_work(small_services()) as stage:
        yield stage.api


@pytest.fixture
def private(api: BotApi) -> Chat:
    return api.private_chat(MIRA)


@pytest.fixture
def group(api: BotApi) -> Chat:
    return api.group(-1000 - len(api.world.chats))


def answers_so_far(chat: Chat, said: int) -> list[str]:
    """What was answered to the message by the time that a later one is: updates are handled in order."""
    chat.answer_to(chat.say(MIRA, "/help@onrecord_bot"))
    return [answer["text"] for answer in chat.answers_to(said)]


# What is registered


def test_commands_are_registered_at_the_start(api: BotApi) -> None:
    api.world.wait("commands", lambda: api.world.commands or None)
    names = [name for name, _ in (*messages.COMMANDS, *messages.ADMINISTRATION)]
    assert [command["command"] for command in api.world.commands][: len(names)] == names
    assert {command["command"] for command in api.world.commands} - set(names) == set(messages.SHORTCUTS)


def test_only_the_updates_that_are_used_are_asked_for(api: BotApi) -> None:
    def polled() -> dict[str, object] | None:
        return next((given for method, given in api.calls if method == "getUpdates"), None)

    assert api.world.wait("a poll", polled)["allowed_updates"] == json.dumps(app.ALLOWED_UPDATES)


# Private chats


def test_a_private_question_is_answered_in_bold_with_quote_and_source_as_a_reply(private: Chat) -> None:
    answer = private.answer_to(private.say(MIRA, "Who chaired it?"))
    assert marked(answer, "bold") == [CHAIR.answer]
    assert marked(answer, "blockquote") == [CHAIR.evidence]
    assert answer["text"].splitlines()[-2] == "Harbour Post, 4 May 2021"
    assert [entity["url"] for entity in answer["entities"] if entity["type"] == "text_link"] == [CHAIR.url]
    assert marked(answer, "italic") == [messages.UNDERSTOOD.format(question=CHAIR.question)]
    assert list(buttons(answer)) == [messages.MORE, messages.NOT_THIS]


def test_markup_in_an_answer_is_shown_not_obeyed(private: Chat) -> None:
    assert marked(private.answer_to(private.say(MIRA, "where?")), "bold") == ["Old <Town> Hall"]


def test_what_is_not_on_record_is_said_to_be_so(private: Chat) -> None:
    assert private.answer_to(private.say(MIRA, "What did it cost?"))["text"].startswith(messages.NOT_ON_RECORD)


@pytest.mark.parametrize(
    "text",
    [
        "😀😀",
        "???",
        "\u200b",
        "   ",
        "из протокола, пожалуйста",
        "من ترأس الاجتماع؟",
        "谁主持了会议?",
        "<b>Who</i> & <script>alert(1)</script> &nbsp;",
        "</blockquote></b>",
        "word " * 2000,
        "x" * 10_000,
        "@@@ @onrecord_bot /// /",
        "\u202egnihtyna",
        "a\x00b",
    ],
)
def test_hostile_text_gets_a_short_polite_reply(private: Chat, text: str) -> None:
    answer = private.answer_to(private.say(MIRA, text))
    assert answer["text"].startswith((messages.NOT_ON_RECORD, messages.NO_WORDS))
    assert len(answer["text"]) < 300


def test_a_fault_of_ours_is_admitted_without_details(private: Chat) -> None:
    assert private.answer_to(private.say(MIRA, "crash, please"))["text"] == messages.TROUBLE


def test_a_conversation_is_remembered_for_its_speaker(api: BotApi) -> None:
    mine, theirs = api.private_chat(Person(103, "Ida")), api.private_chat(Person(104, "Leo"))
    mine.answer_to(mine.say(Person(103, "Ida"), "where was it?"))
    assert marked(mine.answer_to(mine.say(Person(103, "Ida"), "and?")), "bold") == [PLACE.answer]
    assert marked(theirs.answer_to(theirs.say(Person(104, "Leo"), "and?")), "bold") == []


# Commands


@pytest.mark.parametrize("command", ["/help", "/HELP", "/help@OnRecord_bot", "/help me"])
def test_help_names_the_commands(private: Chat, command: str) -> None:
    text = private.answer_to(private.say(MIRA, command))["text"]
    assert all(f"/{name} – {description}" in text for name, description in messages.COMMANDS)
    assert messages.HELP_PRIVATE.format(question=CHAIR.question) in text


def test_help_names_what_may_be_set_where_anybody_may_set_it(private: Chat, group: Chat) -> None:
    texts = [chat.answer_to(chat.say(MIRA, "/help@onrecord_bot"))["text"] for chat in (private, group)]
    assert ["/settings –" in text for text in texts] == [True, False]


@pytest.mark.parametrize("command", ["/start", "/start deep-link", "/START@onrecord_bot"])
def test_start_greets_and_points_to_help(private: Chat, command: str) -> None:
    text = private.answer_to(private.say(MIRA, command))["text"]
    assert text.startswith(messages.START)
    assert messages.START_HELP in text


def test_ask_takes_the_question_after_it(private: Chat) -> None:
    assert marked(private.answer_to(private.say(MIRA, "/ask who chaired it?")), "bold") == [CHAIR.answer]


def test_ask_without_a_question_says_how(private: Chat) -> None:
    assert private.answer_to(private.say(MIRA, "/ask"))["text"] == messages.ASK_USAGE


def test_an_unknown_command_is_named_as_such_in_private(private: Chat) -> None:
    assert private.answer_to(private.say(MIRA, "/presided"))["text"] == messages.UNKNOWN_COMMAND


def test_a_command_for_another_bot_is_ignored_in_private_too(private: Chat) -> None:
    assert answers_so_far(private, private.say(MIRA, "/ask@another_bot who chaired it?")) == []


def test_meetings_are_paged_by_buttons_that_edit_the_message(private: Chat) -> None:
    first = private.answer_to(private.say(MIRA, "/meetings"))
    assert "Forum 18\n18 May 2021, Oslo" in first["text"]
    assert buttons(first) == {messages.OLDER: "meetings:1"}
    private.press(MIRA, first["message_id"], "meetings:1")
    second = private.wait_for_text(first["message_id"], "page 2 of 3")
    assert buttons(second) == {messages.NEWER: "meetings:0", messages.OLDER: "meetings:2"}
    private.press(MIRA, first["message_id"], "meetings:2")
    last = private.wait_for_text(first["message_id"], "page 3 of 3")
    assert buttons(last) == {messages.NEWER: "meetings:1"}


# Groups


@pytest.mark.parametrize(
    "text",
    [
        "Who chaired it?",
        "Who chaired it, @onrecord_bot2?",
        "Who chaired it, @mira?",
        "mail me@onrecord_bot who chaired it",
        "/ask@another_bot who chaired it?",
        "/ask@another_bot who chaired it, @onrecord_bot?",
        "/presided",
        "/presided@onrecord_bot",
    ],
)
def test_a_group_hears_nothing_unless_it_speaks_to_the_bot(group: Chat, text: str) -> None:
    assert answers_so_far(group, group.say(MIRA, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "@onrecord_bot who chaired it?",
        "😀👨‍👩‍👧 @OnRecord_Bot: who chaired it?",
        "who chaired it? @onrecord_bot",
        "hello @mira and @onrecord_bot, who chaired it",
        "/ask who chaired it?",
        "/ask@onrecord_bot who chaired it?",
        "/ask@onrecord_bot\nwho chaired it?",
    ],
)
def test_a_group_gets_an_answer_when_it_mentions_the_bot_or_asks(group: Chat, text: str) -> None:
    assert marked(group.answer_to(group.say(OMAR, text)), "bold") == [CHAIR.answer]


def test_the_mention_is_no_part_of_the_question(group: Chat) -> None:
    assert group.answer_to(group.say(OMAR, "@onrecord_bot 😀"))["text"] == messages.NO_WORDS


def test_a_mention_by_name_counts(group: Chat) -> None:
    entities = [{"type": "text_mention", "offset": 3, "length": 8, "user": BOT.as_json()}]
    assert marked(group.answer_to(group.say(MIRA, "😀 Onrecord who chaired it?", entities=entities)), "bold")


def test_a_reply_to_the_bot_is_a_question(group: Chat) -> None:
    first = group.answer_to(group.say(MIRA, "/ask where was it?"))
    answer = group.answer_to(group.say(OMAR, "and who chaired it?", reply_to=first["message_id"]))
    assert marked(answer, "bold") == [CHAIR.answer]


def test_a_reply_to_somebody_else_is_not(group: Chat) -> None:
    first = group.say(MIRA, "I was there")
    assert answers_so_far(group, group.say(OMAR, "who chaired it?", reply_to=first)) == []


def test_other_bots_are_not_answered(group: Chat) -> None:
    robot = Person(900, "Robot", "robot_bot", is_bot=True)
    assert answers_so_far(group, group.say(robot, "@onrecord_bot who chaired it?")) == []


def test_an_anonymous_administrator_is_answered(group: Chat) -> None:
    anonymous = Person(1087968824, "Group", "GroupAnonymousBot", is_bot=True)
    asked = group.say(
        anonymous, "@onrecord_bot who chaired it?", sender_chat={"id": group.id, "type": "supergroup", "title": "A"}
    )
    assert marked(group.answer_to(asked), "bold") == [CHAIR.answer]


def test_people_in_a_group_are_told_apart_and_so_are_topics(api: BotApi) -> None:
    forum = api.group(-2000, is_forum=True)
    answer = forum.answer_to(forum.say(MIRA, "/ask where was it?", thread=7))
    assert answer["message_thread_id"] == 7
    assert marked(forum.answer_to(forum.say(MIRA, "/ask and?", thread=7)), "bold") == [PLACE.answer]
    assert marked(forum.answer_to(forum.say(OMAR, "/ask and?", thread=7)), "bold") == []
    assert marked(forum.answer_to(forum.say(MIRA, "/ask and?", thread=8)), "bold") == []


# Buttons


def test_a_choice_turns_its_message_into_the_answer(private: Chat) -> None:
    offer = private.answer_to(private.say(MIRA, "where, and who chaired it?"))
    assert offer["text"].startswith(messages.NOT_SURE)
    assert marked(offer, "blockquote") == [CHAIR.evidence, PLACE.evidence]
    assert marked(offer, "bold") == [CHAIR.answer]
    assert offer["text"].count("Harbour Post, 4 May 2021") == 2
    assert list(buttons(offer)) == [
        f"1. {CHAIR.answer}",
        "2. The harbour forum on May 3 was chaired by Mayor Ana…",
    ]
    assert list(buttons(offer).values()) == [f"answer:{CHAIR.key}", f"answer:{PLACE.key}"]
    assert private.shown_after(private.press(MIRA, offer["message_id"], f"answer:{PLACE.key}")) is None
    chosen = private.wait_for_text(offer["message_id"], PLACE.answer)
    assert marked(chosen, "blockquote") == [PLACE.evidence]
    assert list(buttons(chosen)) == [messages.MORE, messages.NOT_THIS]
    assert marked(private.answer_to(private.say(MIRA, "and?")), "bold") == [PLACE.answer]


def test_a_second_press_on_the_same_choice_is_harmless(private: Chat, caplog: pytest.LogCaptureFixture) -> None:
    offer = private.answer_to(private.say(MIRA, "where, and who chaired it?"))
    for _ in range(2):
        assert private.shown_after(private.press_anyway(MIRA, offer["message_id"], f"answer:{CHAIR.key}")) is None
    assert private.answer_to(private.say(MIRA, "where?"))
    assert caplog.record_tuples == []


@pytest.mark.parametrize("data", ["answer:00000000000000ff", "answer:", "meetings:x", "later:1", "💥"])
def test_a_stale_button_is_answered_politely(private: Chat, data: str) -> None:
    offer = private.answer_to(private.say(MIRA, "where, and who chaired it?"))
    assert private.shown_after(private.press_anyway(MIRA, offer["message_id"], data)) == messages.STALE
    assert private.world.messages[private.id, offer["message_id"]]["text"] == offer["text"]


# When Telegram refuses


def test_a_press_that_telegram_holds_for_too_old_still_brings_the_answer(api: BotApi, private: Chat) -> None:
    offer = private.answer_to(private.say(MIRA, "where, and who chaired it?"))
    api.fail_next(
        "answerCallbackQuery",
        RefusalError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
    )
    private.press(MIRA, offer["message_id"], f"answer:{CHAIR.key}")
    private.wait_for_text(offer["message_id"], CHAIR.answer)


def test_after_being_told_to_wait_the_answer_is_sent(api: BotApi, private: Chat) -> None:
    api.fail_next("sendMessage", RefusalError(429, "Too Many Requests: retry after 1", {"retry_after": 1}))
    assert private.answer_to(private.say(MIRA, "who chaired it?"))


def test_a_chat_that_blocks_the_bot_does_not_keep_it_from_others(api: BotApi, private: Chat) -> None:
    blocking = api.private_chat(Person(105, "Kim"))
    api.world.blocked_in.add(blocking.id)
    asked = blocking.say(Person(105, "Kim"), "who chaired it?")
    assert private.answer_to(private.say(MIRA, "who chaired it?"))
    assert blocking.answers_to(asked) == []


def test_a_question_deleted_meanwhile_is_answered_all_the_same(api: BotApi, private: Chat) -> None:
    before = len(private.said())
    with api.world.changed:
        asked = private.say(MIRA, "who chaired it?")
        del api.world.messages[private.id, asked]
    api.world.wait("an answer without a question", lambda: private.said()[before:] or None)


def test_a_server_that_stumbles_is_asked_again(api: BotApi, private: Chat) -> None:
    api.fail_next("getUpdates", RefusalError(502, "Bad Gateway"))
    private.answer_to(private.say(MIRA, "where?"))
    assert private.answer_to(private.say(MIRA, "who chaired it?"))


# Start and stop


def test_a_token_withdrawn_while_polling_ends_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "REFUSED_S", 1.0)
    with BotApi(TOKEN, BOT) as server:
        running = Running(server.url, TOKEN, small_services())
        chat = server.private_chat(MIRA)
        chat.answer_to(chat.say(MIRA, "where?"))
        server.token = "revoked"
        chat.say(MIRA, "where?")
        running.join()
        assert type(running.failure).__name__ == "InvalidToken"


def test_what_was_received_before_a_stop_is_answered_once() -> None:
    with BotApi(TOKEN, BOT) as server:
        chat = server.private_chat(MIRA)
        asked = []
        for _ in range(2):
            asked.append(chat.say(MIRA, "who chaired it?"))
            running = Running(server.url, TOKEN, small_services())
            chat.answer_to(asked[-1])
            running.stop()
            assert running.failure is None
        assert [len(chat.answers_to(message)) for message in asked] == [1, 1]
