"""When Telegram is in trouble, or takes no more for now: nothing is lost, nothing is out of order, nobody waits for
another's trouble, and somebody who runs the bot reads why."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from botapi.faults import KINDS, Kind, Trouble
from botapi.methods import RefusalError
from botapi.running import BOT, MIRA, OMAR, TOKEN, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, MEETINGS, PLACE, SmallLibrary, small_services
from botapi.world import PATIENCE, Chat, Person, buttons, marked

from bot.index import MeetingEntry
from bot.store import Store
from bot.telegram.flood import Flood, Limits
from bot.telegram.pace import TELEGRAMS, Pace
from bot.wording import messages

NUMBERS = itertools.count(1)
SAYING = frozenset({"sendMessage"})
NEW = MeetingEntry("2022-03-01-lake", "Lake talks", "2022-03-01", "Oslo", "Harbour Post")


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with at_work(small_services()) as running:
        yield running


def somebody(stage: Stage) -> Chat:
    """The private chat of somebody new."""
    return stage.api.private_chat(Person(6000 + next(NUMBERS), "Somebody"))


def ask(chat: Chat, text: str = "who chaired it?") -> int:
    return chat.say(Person(chat.id, "Somebody"), text)


def ask_often(chats: list[Chat]) -> dict[Chat, list[int]]:
    return {chat: [ask(chat, f"who chaired it, {number}?") for number in range(2)] for chat in chats}


def all_are_answered_once_and_in_order(asked: dict[Chat, list[int]]) -> None:
    for chat, questions in asked.items():
        for question in questions:
            chat.answer_to(question)
        replied = [said["reply_to_message"]["message_id"] for said in chat.said()]
        assert replied == questions


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("everywhere", [False, True])
def test_what_could_not_be_said_is_said_once_and_in_order_when_telegram_works_again(
    stage: Stage, kind: Kind, everywhere: bool
) -> None:
    if everywhere and kind in ("hang", "garbage", "reset"):
        pytest.skip("polling meets these too, and has its own tests")
    chats = [somebody(stage) for _ in range(4)]
    methods = frozenset({"sendMessage", "editMessageText", "answerCallbackQuery"}) if everywhere else SAYING
    with stage.api.in_trouble(Trouble(kind, methods, retry_after=1)) as trouble:
        asked = ask_often(chats)
        until("calls in trouble", lambda: trouble.met >= 4)
    all_are_answered_once_and_in_order(asked)


def until(what: str, found: Callable[[], object]) -> None:
    """Wait until something is so of which the stand-in does not tell."""
    deadline = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)


def test_while_one_chat_may_not_be_written_to_others_are_answered_at_once(stage: Stage) -> None:
    held, *others = [somebody(stage) for _ in range(5)]
    with stage.api.in_trouble(Trouble("429", SAYING, frozenset({held.id}), retry_after=3)) as trouble:
        asked = ask(held)
        until("a refusal", lambda: trouble.met)
        for other in others:
            other.answer_to(ask(other))
        assert held.answers_to(asked) == []
        assert trouble.met == 1
    held.answer_to(asked)


def test_what_arrived_though_nobody_said_so_is_little(stage: Stage) -> None:
    chats = [somebody(stage) for _ in range(12)]
    with stage.api.in_trouble(Trouble("reset", SAYING, done=True)) as trouble:
        asked = [ask(chat) for chat in chats[:3]]
        until("calls in trouble", lambda: trouble.met >= 3)
        asked += [ask(chat) for chat in chats[3:]]
        time.sleep(1)
    for chat, question in zip(chats, asked, strict=True):
        chat.answer_to(question)
    time.sleep(0.5)
    assert sum(len(chat.answers_to(each)) for chat, each in zip(chats, asked, strict=True)) <= len(chats) + 8


def test_trouble_is_told_of_in_a_few_lines_without_a_text(caplog: pytest.LogCaptureFixture) -> None:
    with at_work(small_services()) as stage:
        chats = [somebody(stage) for _ in range(5)]
        with stage.api.in_trouble(Trouble("502", SAYING)) as trouble:
            asked = {chat: [ask(chat, f"who chaired the zebra {n}?") for n in range(3)] for chat in chats}
            until("calls in trouble", lambda: trouble.met >= 5)
        all_are_answered_once_and_in_order(asked)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert any("502" in line for line in lines)
    assert len(lines) <= 4
    assert "zebra" not in caplog.text


def test_a_question_asked_just_before_its_group_becomes_a_supergroup_is_answered_there(stage: Stage) -> None:
    small = stage.api.small_group(-560)
    with stage.api.in_trouble(Trouble("500", SAYING)) as trouble:
        small.say(MIRA, "/ask who chaired it?")
        until("a call in trouble", lambda: trouble.met)
        new = small.migrate(-1000560)
    answer = stage.api.world.wait("an answer", lambda: next(iter(new.said()), None))
    assert marked(answer, "bold") == [CHAIR.answer]
    assert small.said() == []


def test_who_blocks_the_bot_is_let_be(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    gone, other = somebody(stage), somebody(stage)
    with stage.api.in_trouble(Trouble("500", SAYING)) as trouble:
        asked = [ask(gone) for _ in range(3)]
        until("a call in trouble", lambda: trouble.met)
        stage.api.world.blocked_in.add(gone.id)
    other.answer_to(ask(other))
    until("a line", lambda: "cannot be written to" in caplog.text)
    assert [gone.answers_to(question) for question in asked] == [[], [], []]
    assert caplog.text.count("cannot be written to") == 1
    stage.api.world.blocked_in.clear()
    gone.answer_to(ask(gone))


def test_an_answer_that_telegram_refuses_for_good_does_not_hold_up_the_next(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    chat = somebody(stage)
    stage.api.fail_next("sendMessage", RefusalError(400, "Bad Request: can't parse entities: zebra"))
    refused = ask(chat)
    chat.answer_to(ask(chat))
    assert chat.answers_to(refused) == []
    assert "Telegram refuses a message for good: 400" in caplog.text
    assert "zebra" not in caplog.text


def test_a_question_that_is_edited_while_its_answer_waits_gets_one_answer_and_that_is_edited(stage: Stage) -> None:
    chat = somebody(stage)
    with stage.api.in_trouble(Trouble("500", SAYING)) as trouble:
        asked = ask(chat, "who chaired it?")
        until("a call in trouble", lambda: trouble.met)
        chat.edit(asked, "where was it?")
        time.sleep(0.2)
    answer = chat.answer_to(asked)
    chat.wait_for_text(answer["message_id"], PLACE.answer)
    assert len(chat.answers_to(asked)) == 1


def test_a_bot_that_is_stopped_while_nothing_can_be_sent_ends_soon_and_says_it_when_it_is_started(
    tmp_path: Path,
) -> None:
    with BotApi(TOKEN, BOT) as api:
        chat = api.private_chat(MIRA)
        for kind in ("hang", "500"):
            services = small_services()
            services.store = Store(f"sqlite:///{tmp_path / kind}")
            with api.in_trouble(Trouble(kind, SAYING)) as trouble:
                with at_work(services, api=api):
                    asked = chat.say(MIRA, "who chaired it?")
                    until("a call in trouble", lambda: trouble.met)
                    began = time.monotonic()
                assert time.monotonic() - began < 10
                assert chat.answers_to(asked) == []
            services = small_services()
            services.store = Store(f"sqlite:///{tmp_path / kind}")
            with at_work(services, api=api):
                chat.answer_to(asked)
            assert len(chat.answers_to(asked)) == 1


# Commands do not wait for menus


@pytest.mark.parametrize("kind", ["429", "500", "404"])
def test_a_shortcut_is_kept_and_said_to_be_and_who_is_forgotten_hears_so_whatever_becomes_of_menus(
    stage: Stage, kind: Kind
) -> None:
    chat = somebody(stage)
    menus = frozenset({"setMyCommands", "deleteMyCommands"})
    with stage.api.in_trouble(Trouble(kind, menus, retry_after=2)):
        added = chat.answer_to(ask(chat, "/shortcut add place where was {meeting}?"))
        assert added["text"] == messages.SHORTCUT_ADDED.format(name="place")
        other = somebody(stage)
        other.answer_to(ask(other))
        assert chat.answer_to(ask(chat, "/forget me"))["text"] == messages.FORGOTTEN_PERSON


# Presses


def test_of_many_pages_wanted_the_last_is_shown_and_nobody_waits_for_the_others() -> None:
    services = small_services()
    services.flood = Flood(Limits(person=12, person_seconds=6))
    with at_work(services, limiter=Pace(TELEGRAMS)) as stage:
        group = stage.api.group()
        listed = group.answer_to(group.say(MIRA, "/meetings"))["message_id"]
        [on] = buttons(stage.api.world.messages[group.id, listed]).values()
        name = on.rpartition(":")[0]
        pressed = [group.press_anyway(MIRA, listed, f"{name}:{number % 2}") for number in range(40)]
        asked = time.monotonic()
        group.answer_to(group.say(OMAR, "/ask who chaired it?"))
        assert time.monotonic() - asked < 10
        for query in pressed:
            group.shown_after(query)
        group.wait_for_text(listed, "page 2 of")
        assert sum(method == "editMessageText" for method, _ in stage.api.calls) <= 5
        asked = time.monotonic()
    assert time.monotonic() - asked < 10


# Digests


def renew(stage: Stage) -> None:
    library = SmallLibrary()
    library.on_record = (NEW, *MEETINGS)
    stage.running.do(lambda: stage.services.renew(library))


def test_every_subscriber_gets_a_digest_once_though_telegram_was_in_trouble() -> None:
    with at_work(small_services()) as stage:
        chats = [somebody(stage) for _ in range(6)]
        for chat in chats:
            chat.answer_to(ask(chat, "/subscribe"))
        with stage.api.in_trouble(Trouble("500", SAYING)) as trouble:
            renew(stage)
            until("calls in trouble", lambda: trouble.met >= 4)
        for chat in chats:
            stage.api.world.wait("a digest", lambda chat=chat: len(chat.said()) > 1 or None)  # type: ignore[misc]
        renew(stage)
        for chat in chats:
            chat.answer_to(ask(chat))
            assert sum(NEW.name in said["text"] for said in chat.said()) == 1


@pytest.mark.parametrize(
    ("said", "stays"), [("Bad Request: message thread not found", False), ("Bad Request: TOPIC_CLOSED", True)]
)
def test_a_subscription_of_a_topic_that_is_gone_or_closed_goes_on_in_its_chat(said: str, stays: bool) -> None:
    with at_work(small_services()) as stage:
        forum = stage.api.group(-2100, is_forum=True)
        forum.promote(OMAR)
        forum.promote(BOT, "member")
        forum.answer_to(forum.say(OMAR, "/subscribe", thread=7))
        stage.api.fail_next("sendMessage", RefusalError(400, said))
        renew(stage)
        stage.api.world.wait("a digest", lambda: any(NEW.name in each["text"] for each in forum.said()) or None)
        [digest] = [each for each in forum.said() if NEW.name in each["text"]]
        assert "message_thread_id" not in digest
        [subscription] = stage.running.call(stage.services.store.subscriptions.all())
        assert subscription.thread == (7 if stays else None)
