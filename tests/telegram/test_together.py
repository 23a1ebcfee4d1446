"""What comes in and what is to be said, in sequences that nobody would plan: chats that move, close or throw the bot
out while something waits for them, clocks that jump, disks that are full, two bots with one database."""

from __future__ import annotations

import asyncio
import gc
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from botapi.faults import Kind, Trouble
from botapi.hostile import MARK, Hostile
from botapi.running import BOT, MIRA, OMAR, TOKEN, Running, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, FACTS, PLACE, SmallLibrary, small_services
from botapi.world import PATIENCE, Chat, Json, Person, buttons, marked
from clock import Clock
from telegram.error import InvalidToken

from bot.question import Question
from bot.replies import Context, Reply
from bot.store import Store, StoreError, alone
from bot.telegram import connection, polling
from bot.telegram.pace import TELEGRAMS, Pace
from bot.telegram.services import Services
from bot.wording import messages

SAYING = frozenset({"sendMessage"})
NUMBERS = itertools.count(1)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as server:
        server.private_chat(MIRA)
        yield server


def services_in(tmp_path: Path, clock: Callable[[], float] = time.time) -> Services:
    services = small_services()
    services.store = Store(f"sqlite:///{tmp_path / 'onrecord.sqlite3'}", clock=clock)
    return services


def somebody(api: BotApi) -> Chat:
    """The private chat of somebody new."""
    return api.private_chat(Person(7000 + next(NUMBERS), "Somebody"))


def ask(chat: Chat, text: str = "who chaired it?") -> int:
    return chat.say(Person(chat.id, "Somebody"), text)


def until(what: str, found: Callable[[], object]) -> None:
    """Wait until something is so of which the stand-in does not tell."""
    deadline = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)


def spoken(chat: Chat) -> list[list[str]]:
    """The answers given in a chat, by what stands out in them."""
    return [marked(said, "bold") for said in chat.said()]


# Chats that change while something waits for them


def test_what_waits_for_a_group_that_may_not_be_written_to_is_said_as_it_reads_by_now_when_it_has_moved(
    api: BotApi,
) -> None:
    with at_work(small_services(), api=api):
        small = api.small_group(-570)
        with api.in_trouble(Trouble("429", SAYING, frozenset({small.id}), retry_after=3600)) as trouble:
            asked = small.say(MIRA, "/ask who chaired it?")
            small.say(OMAR, "/ask where was it?")
            until("a refusal", lambda: trouble.met)
            small.edit(asked, "/ask where was it?")
            api.private_chat(MIRA).answer_to(api.private_chat(MIRA).say(MIRA, "/help"))  # the edit has been heard
            new = small.migrate(-1000570)
            until("the answers", lambda: len(new.said()) == 2)
        new.answer_to(new.say(MIRA, "/ask who chaired it?"))
        assert spoken(new) == [[PLACE.answer], [PLACE.answer], [CHAIR.answer]]
        assert small.said() == []


def test_a_question_edited_while_its_answer_waits_is_answered_once_and_that_edited_after_a_restart(
    api: BotApi, tmp_path: Path
) -> None:
    chat = api.private_chat(MIRA)
    with api.in_trouble(Trouble("500", SAYING)) as trouble, at_work(services_in(tmp_path), api=api):
        asked = chat.say(MIRA, "who chaired it?")
        until("a call in trouble", lambda: trouble.met)
        chat.edit(asked, "where was it?")
    with at_work(services_in(tmp_path), api=api):
        chat.wait_for_text(chat.answer_to(asked)["message_id"], PLACE.answer)
        chat.answer_to(chat.say(MIRA, "who chaired it?"))
    assert len(chat.answers_to(asked)) == 1


def test_who_is_forgotten_while_an_answer_waits_hears_that_and_nothing_else(api: BotApi, tmp_path: Path) -> None:
    group, private = api.group(), api.private_chat(MIRA)
    with at_work(services_in(tmp_path), api=api):
        with api.in_trouble(Trouble("500", SAYING, frozenset({group.id}))) as trouble:
            asked = group.say(MIRA, "/ask who chaired it?")
            until("a call in trouble", lambda: trouble.met)
            assert private.answer_to(private.say(MIRA, "/forget me"))["text"] == messages.FORGOTTEN_PERSON
        group.answer_to(group.say(OMAR, "/ask where was it?"))
    with at_work(services_in(tmp_path), api=api):
        group.answer_to(group.say(OMAR, "/ask where was it?"))
    assert group.answers_to(asked) == []


def test_what_waits_for_a_group_that_throws_the_bot_out_is_not_said_when_it_is_back(api: BotApi) -> None:
    group = api.group()
    with at_work(small_services(), api=api) as stage:
        with api.in_trouble(Trouble("429", SAYING, frozenset({group.id}), retry_after=2)) as trouble:
            asked = [group.say(MIRA, "/ask who chaired it?") for _ in range(3)]
            until("a refusal", lambda: trouble.met)
            group.promote(BOT, "kicked")
            until("it to be let be", lambda: not len(stage.services.store.outbox))
        group.promote(BOT, "member")
        group.answer_to(group.say(OMAR, "/ask where was it?"))
        assert [group.answers_to(each) for each in asked] == [[], [], []]


def test_a_question_in_a_topic_that_is_closed_by_then_is_answered_in_the_chat(api: BotApi) -> None:
    forum = api.group(-2200, is_forum=True)
    with at_work(small_services(), api=api):
        with api.in_trouble(Trouble("500", SAYING)) as trouble:
            asked = forum.say(MIRA, "/ask who chaired it?", thread=9)
            until("a call in trouble", lambda: trouble.met)
            api.world.closed_threads.add((forum.id, 9))
        assert "message_thread_id" not in forum.answer_to(asked)


# Time


@pytest.mark.parametrize("kind", ["hang", "drip"])
def test_a_call_that_never_ends_is_cut_and_its_line_used_again(
    api: BotApi, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    monkeypatch.setattr(connection, "LONGEST_S", 0.5)
    monkeypatch.setattr(connection, "CONNECTIONS", 1)
    monkeypatch.setattr(connection, "PROMPT", 1)
    chat = somebody(api)
    with at_work(small_services(), api=api):
        shown = chat.answer_to(ask(chat))
        methods = frozenset({"sendMessage", "answerCallbackQuery"})
        with api.in_trouble(Trouble(kind, methods, for_ever=True)) as trouble:
            asked = [ask(each) for each in (chat, somebody(api), somebody(api))]
            pressed = chat.press(MIRA, shown["message_id"], buttons(shown)[messages.MORE])
            until("calls that never end", lambda: trouble.met >= 8)
        chat.answer_to(asked[0])
        chat.shown_after(pressed)


@pytest.mark.parametrize("days", [3, -3])
def test_a_clock_that_jumps_while_answers_wait_loses_none(api: BotApi, tmp_path: Path, days: int) -> None:
    clock = Clock()
    clock.now = time.time()
    chats = [somebody(api) for _ in range(4)]
    with at_work(services_in(tmp_path, clock), api=api):
        with api.in_trouble(Trouble("500", SAYING)) as trouble:
            asked = [ask(chat) for chat in chats]
            until("calls in trouble", lambda: trouble.met >= 4)
            clock.now += days * 24 * 60 * 60
            asked += [ask(chat, "where was it?") for chat in chats]
            until("more calls in trouble", lambda: trouble.met >= 8)
        for chat, question in zip(chats * 2, asked, strict=True):
            chat.answer_to(question)
    with at_work(services_in(tmp_path, clock), api=api):
        chats[0].answer_to(ask(chats[0], "/help"))
    assert [len(chat.answers_to(each)) for chat, each in zip(chats * 2, asked, strict=True)] == [1] * 8


def test_after_a_week_without_updates_telegram_may_count_anew(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "QUIET_S", -1.0)
    monkeypatch.setattr(polling, "LONG_POLL_S", 1)
    chat = api.private_chat(MIRA)
    with at_work(small_services(), api=api):
        api.world.count_anew(900_000)
        chat.answer_to(chat.say(MIRA, "who chaired it?"))
        polls = len(api.calls)
        until("polls without anything", lambda: sum(name == "getUpdates" for name, _ in api.calls[polls:]) >= 3)
        api.world.count_anew(17)
        chat.answer_to(chat.say(MIRA, "where was it?"))


def test_who_asks_after_trouble_does_not_wait_for_all_who_asked_before(api: BotApi) -> None:
    old = [somebody(api) for _ in range(90)]
    with api.world.changed:
        asked = [ask(chat) for chat in old]
        for update in api.world.updates:
            update["message"]["date"] -= 60
        fresh = somebody(api)
        question = ask(fresh)
    with at_work(small_services(), Pace(TELEGRAMS), api):
        answered = fresh.answer_to(question)["message_id"]
        numbers = [chat.answer_to(each)["message_id"] for chat, each in zip(old, asked, strict=True)]
    assert sum(number > answered for number in numbers) > len(old) / 2


class _Slow(SmallLibrary):
    """Takes its time for what is slow."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        self.go_on.wait(PATIENCE)
        return super().open_reply(question, context)

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        return None if "slow" in question.text else super().plain_reply(question, context)


def test_a_button_does_not_wait_for_a_courtesy_that_hangs(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAIT_S", "LONGEST_S"):
        monkeypatch.setattr(connection, name, 4 * PATIENCE)
    for name in ("PROMPT", "ASIDE"):
        monkeypatch.setattr(connection, name, 1)
    services, chat = small_services(), somebody(api)
    services.library = library = _Slow()
    with at_work(services, api=api):
        shown = chat.answer_to(ask(chat))
        with api.in_trouble(Trouble("hang", frozenset({"sendChatAction"}))) as trouble:
            ask(somebody(api), "slow: who chaired it?")
            until("a chat action", lambda: trouble.met)
            chat.shown_after(chat.press(MIRA, shown["message_id"], buttons(shown)[messages.MORE]))
        library.go_on.set()


# Databases


def test_of_two_bots_with_one_database_one_answers(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "PATIENCE_S", 0.3)
    chat = api.private_chat(MIRA)
    with at_work(services_in(tmp_path), api=api):
        chat.answer_to(chat.say(MIRA, "who chaired it?"))
        second = Running(api.url, TOKEN, services_in(tmp_path))
        second.join()
        assert isinstance(second.failure, StoreError)
        assert "another process works with it" in str(second.failure)
        asked = chat.say(MIRA, "who chaired it?")
        chat.answer_to(asked)
    with at_work(services_in(tmp_path), api=api):
        chat.answer_to(chat.say(MIRA, "where was it?"))
    assert len(chat.answers_to(asked)) == 1


def let_sqlite(stage: Stage, pragma: str) -> None:
    """Set something of the bot's SQLite database."""

    async def execute() -> None:
        async with stage.services.store._database._engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            await (await driver.execute(pragma)).close()

    stage.running.call(execute())


@pytest.mark.parametrize(
    ("fails", "works"),
    [("query_only = ON", "query_only = OFF"), ("max_page_count = 1", "max_page_count = 1000000")],
    ids=["read-only", "full"],
)
def test_a_database_that_fails_for_a_while_neither_loses_nor_doubles(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture, fails: str, works: str
) -> None:
    chats = [somebody(api) for _ in range(20)]
    with at_work(services_in(tmp_path), api=api) as stage:
        chats[0].answer_to(ask(chats[0]))
        let_sqlite(stage, f"PRAGMA {fails}")
        asked = [ask(chat, f"who chaired it? {MARK * 700}") for chat in chats]
        for chat, question in zip(chats, asked, strict=True):
            chat.answer_to(question)
        let_sqlite(stage, f"PRAGMA {works}")
        later = [ask(chat, "where was it?") for chat in chats]
        for chat, question in zip(chats, later, strict=True):
            chat.answer_to(question)
    assert any("Updates cannot be kept" in record.getMessage() for record in caplog.records)
    assert len([record for record in caplog.records if record.name.startswith("bot.")]) <= 10
    assert MARK not in caplog.text
    with at_work(services_in(tmp_path), api=api):
        chats[0].answer_to(ask(chats[0], "/help"))
    assert [len(chat.answers_to(each)) for chat, each in zip(chats * 2, asked + later, strict=True)] == [1] * 40


def test_a_database_that_fails_while_a_group_moves_keeps_nothing_back(api: BotApi, tmp_path: Path) -> None:
    with at_work(services_in(tmp_path), api=api) as stage:
        small = api.small_group(-580)
        with api.in_trouble(Trouble("500", SAYING)) as trouble:
            small.say(MIRA, "/ask who chaired it?")
            until("a call in trouble", lambda: trouble.met)
            let_sqlite(stage, "PRAGMA query_only = ON")
            new = small.migrate(-1000580)
            until("the news to be heard", lambda: not api.world.updates)
        until("the answer", lambda: spoken(new) == [[CHAIR.answer]])
        let_sqlite(stage, "PRAGMA query_only = OFF")


# Tokens


def test_a_token_that_is_withdrawn_for_good_ends_the_bot_and_what_waits_is_answered_with_the_next(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "REFUSED_S", 1.0)
    chat = api.private_chat(MIRA)
    running = Running(api.url, TOKEN, services_in(tmp_path))
    with api.in_trouble(Trouble("500", SAYING)) as trouble:
        asked = chat.say(MIRA, "who chaired it?")
        until("a call in trouble", lambda: trouble.met)
        api.token = "1:another"
    chat.say(MIRA, "???")  # ends the long poll that is under way
    running.join()
    assert isinstance(running.failure, InvalidToken)
    assert chat.answers_to(asked) == []
    api.token = TOKEN
    with at_work(services_in(tmp_path), api=api):
        chat.answer_to(asked)
    assert len(chat.answers_to(asked)) == 1


# Whatever may come


def test_what_goes_wrong_where_nobody_waits_for_it_is_logged_without_what_it_says(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise ValueError(MARK)

    def let_it_fail() -> None:
        asyncio.get_running_loop().create_task(fail())

    chat = api.private_chat(MIRA)
    with at_work(small_services(), api=api) as stage:
        chat.answer_to(chat.say(MIRA, "where was it?"))
        stage.running.do(let_it_fail)
        until("a line", lambda: (gc.collect(), "ValueError in the background" in caplog.text)[1])
    assert MARK not in caplog.text


def test_a_stream_of_hostile_updates_breaks_nothing(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    people, groups, channels = range(8001, 8031), range(-8103, -8100), range(-8202, -8200)
    for person in people:
        api.private_chat(Person(person, "Somebody"))
    for group in groups:
        api.group(group)
    for channel in channels:
        api.channel(channel)
    hostile = Hostile(people, groups, channels, list(FACTS), lambda chance: (chance.choice(people), 1))
    pressed: list[Json] = []
    with at_work(services_in(tmp_path), api=api):
        for _ in range(1500):
            update = hostile.update()
            with api.world.changed:
                query = update.get("callback_query")
                if isinstance(query, dict) and isinstance(query.get("id"), str):
                    pressed.append(api.world.queries.setdefault(query["id"], {}))
                api.world.updates.append({"update_id": api.world.next_update_id(), **update})
        chat = api.private_chat(MIRA)
        chat.answer_to(chat.say(MIRA, "who chaired it?"))
        until("every button to rest", lambda: all("answered" in query for query in pressed))
    assert len(pressed) > 200
    assert not [said for method, said in api.refused if "parse" in said or "empty" in said or "INVALID" in said]
    assert not [record for record in caplog.records if record.levelname in ("ERROR", "CRITICAL")]
    assert MARK not in "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot."))
