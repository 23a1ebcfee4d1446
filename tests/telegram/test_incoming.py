"""Whatever a server may send: what can be read is answered once, the rest is set aside, and trouble passes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from botapi.killing import play
from botapi.methods import RefusalError
from botapi.running import BOT, MIRA, OMAR, TOKEN, Running, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, SmallLibrary, small_services
from botapi.world import Json
from failing_database import let_it_fail
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from telegram import Bot

from bot.store import Received, Store, schema
from bot.store.inbox import key_of
from bot.telegram import app, incoming, polling
from bot.telegram.polling import Backoff, Fetched, PollError, fetched
from bot.telegram.services import Services
from bot.telegram.updates import UpdateError, read
from bot.wording import messages

ZEBRA = "where is my zebra?"
SOMEBODY: Json = {"id": 101, "is_bot": False, "first_name": "Mira"}
PRIVATE: Json = {"id": 101, "type": "private", "first_name": "Mira"}
PLAIN: Json = {"message_id": 900_001, "date": 1_772_000_000, "chat": PRIVATE, "from": SOMEBODY, "text": ZEBRA}
OLD_POLL: Json = {"id": "1", "question": ZEBRA, "options": []}
"""A poll as a server of another version describes it."""


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as server:
        server.private_chat(MIRA)
        yield server


def services_in(tmp_path: Path) -> Services:
    services = small_services()
    services.store = Store(f"sqlite:///{tmp_path / 'onrecord.sqlite3'}")
    return services


CHANGE: Json = {
    "chat": PRIVATE,
    "from": SOMEBODY,
    "date": 1_772_000_000,
    "old_chat_member": {"user": SOMEBODY, "status": "member"},
}
BROKEN: list[Json] = [
    {"message": {**PLAIN, "chat": None}},
    {"message": {**PLAIN, "chat": {"id": ZEBRA, "type": "private"}}},
    {"message": {**PLAIN, "message_id": ZEBRA}},
    {"message": {**PLAIN, "date": ZEBRA}},
    {"message": {**PLAIN, "text": [ZEBRA]}},
    {"message": {**PLAIN, "from": {"id": 2**70, "is_bot": False, "first_name": ZEBRA}}},
    {"message": {key: value for key, value in PLAIN.items() if key != "message_id"}},
    {"message": {**PLAIN, "entities": [{"type": "bold", "offset": -1, "length": ZEBRA}]}},
    {"message": ZEBRA},
    {"edited_message": [PLAIN]},
    {"callback_query": {"id": 1, "from": SOMEBODY, "data": ZEBRA}},
    {"inline_query": {"from": SOMEBODY, "query": ZEBRA}},
    {"my_chat_member": {"chat": PRIVATE, "from": SOMEBODY, "old_chat_member": ZEBRA}},
    {"my_chat_member": CHANGE | {"new_chat_member": ZEBRA}},
    {"my_chat_member": CHANGE | {"new_chat_member": {"user": SOMEBODY}}},
]
UNKNOWN: list[Json] = [{"poll": OLD_POLL}, {"kind_to_come": {"text": ZEBRA}}, {}]


def set_aside(store: Store) -> int:
    """How many updates have been counted as set aside."""

    async def look() -> int:
        async with Store(store._database._url.render_as_string()) as again, again._database.begin() as connection:
            counted = select(schema.counts.c.times).where(schema.counts.c.name == "set aside")
            return int((await connection.execute(counted)).scalar_one())

    return asyncio.run(look())


def test_what_cannot_be_read_is_set_aside_and_the_rest_is_answered(
    api: BotApi, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    chat = api.private_chat(MIRA)
    asked = []
    with api.world.changed:
        for each in [*BROKEN, *UNKNOWN]:
            api.world.updates.append({"update_id": next(api.world._update_ids), **each})
            asked.append(chat.say(MIRA, "who chaired it?"))
    api.world.updates.append({"update_id": next(api.world._update_ids), "message": ZEBRA})
    services = services_in(tmp_path)
    with at_work(services, api=api):
        for message in asked:
            assert chat.answer_to(message)["text"].startswith(CHAIR.answer)
        api.world.wait("the offset to move on", lambda: True if not api.world.updates else None)
    assert [len(chat.answers_to(message)) for message in asked] == [1] * len(asked)
    assert set_aside(services.store) == len(BROKEN) + 1
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "message 1000" in said
    assert "zebra" not in said
    assert sum("set aside" in record.getMessage() for record in caplog.records) == 1


@pytest.mark.parametrize("broken", BROKEN)
def test_an_update_of_another_form_is_named_by_kind_and_number(broken: Json) -> None:
    with pytest.raises(UpdateError, match=rf"^{next(iter(broken))} 77$"):
        read(77, json.dumps({"update_id": 77, **broken}), Bot(TOKEN))


@pytest.mark.parametrize(
    "broken", [{"from": ZEBRA}, {"from": {**SOMEBODY, "language_code": 7}}, {"message": {"chat": {"id": 2**70}}}]
)
def test_a_button_rests_whatever_else_is_wrong_with_its_press(api: BotApi, broken: Json) -> None:
    chat = api.private_chat(MIRA)
    with at_work(small_services(), api=api):
        answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
        with api.world.changed:
            pressed = chat.press_anyway(MIRA, answer["message_id"], "meetings:1")
            api.world.updates[-1]["callback_query"] |= broken
        chat.shown_after(pressed)


def test_a_server_that_counts_anew_is_followed() -> None:
    async def follow() -> None:
        polling_ = polling.Polling(Bot(TOKEN), (), lambda _: asyncio.sleep(0))
        assert polling_._move_on([Fetched(900, "{}"), Fetched(901, "{}")])
        assert not polling_._move_on([Fetched(901, "{}")])  # the same once more: it need not be asked for at once
        assert not polling_._move_on([])
        assert polling_._offset == 902
        assert polling_._move_on([Fetched(12, "{}")])
        assert polling_._offset == 13
        await polling_._client.aclose()

    asyncio.run(follow())


def test_a_message_is_read_without_the_parts_that_have_an_unknown_form(api: BotApi) -> None:
    chat = api.private_chat(MIRA)
    with at_work(small_services(), api=api):
        quoted = chat.say(MIRA, "???")
        with api.world.changed:
            asked = chat.say(MIRA, "who chaired it?", reply_to=quoted)
            api.world.updates[-1]["message"]["reply_to_message"]["poll"] = OLD_POLL
        assert chat.answer_to(asked)["text"].startswith(CHAIR.answer)
        with api.world.changed:
            wordless = chat.say(MIRA, "", poll=OLD_POLL)
        assert chat.answer_to(wordless)["text"] == messages.NO_WORDS


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["ok", "result", "update_id"]), inner),
    ).map(json.dumps)
)
def test_any_body_is_updates_or_an_error_of_ours(body: str) -> None:
    with contextlib.suppress(PollError):
        updates = fetched(body)
        assert all(msgspec.json.decode(payload)["update_id"] == number for number, payload in updates)


def test_half_a_letter_and_numbers_that_are_none_spoil_nothing() -> None:
    body = '{"ok": true, "result": [{"update_id": 1, "text": "\\ud83d"}, {"update_id": 2, "n": NaN}, {"update_id": 3}]}'
    assert [number for number, _ in fetched(body)] == [1, 2, 3]


def test_an_update_that_is_nested_too_deeply_is_found_and_set_aside(api: BotApi) -> None:
    chat = api.private_chat(MIRA)
    deep: list[object] = []
    for _ in range(600):
        deep = [deep]
    with api.world.changed:
        before = chat.say(MIRA, "where?")
        api.world.updates.append({"update_id": next(api.world._update_ids), "message": {"deep": [deep] * 2}})
        after = chat.say(MIRA, "where?")
    with at_work(small_services(), api=api):
        assert chat.answer_to(before)["text"]
        assert chat.answer_to(after)["text"]


def test_an_update_that_is_too_long_is_found_and_set_aside(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "BODY_LIMIT", 20_000)
    chat = api.private_chat(MIRA)
    with api.world.changed:
        asked = [chat.say(MIRA, f"where? {'x' * 2000}") for _ in range(20)]  # together they are too much
        chat.say(MIRA, "x" * 30_000)
        asked.append(chat.say(MIRA, "where?"))
    with at_work(small_services(), api=api):
        for message in asked:
            assert chat.answer_to(message)["text"]


GARBAGE = [
    b"null",
    b"[]",
    b'{"ok":true}',
    b"[{}]",
    b'{"ok":true,"result":[{"update_id":"x"}]}',
    b"<html>",
    b"\xff\xfe",
    b"",
]


@pytest.mark.parametrize("body", GARBAGE)
def test_answers_that_are_none_are_asked_again_slowly_and_logged_once(
    api: BotApi, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    chat = api.private_chat(MIRA)
    with at_work(small_services(), api=api):
        chat.answer_to(chat.say(MIRA, "???"))
        api.bodies["getUpdates"] = body
        chat.say(MIRA, "???")  # ends the long poll that is under way
        began = time.monotonic()
        while api.garbled.count("getUpdates") < 3:
            time.sleep(0.05)
        took = time.monotonic() - began
        del api.bodies["getUpdates"]
        assert took > 2 * polling.FIRST_PAUSE_S / 2
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]
    assert sum("No updates" in record.getMessage() for record in caplog.records) == 1


def test_pauses_grow_with_the_trouble_to_half_a_minute_and_begin_anew() -> None:
    now = 0.0
    backoff = Backoff(lambda: now)
    assert backoff.lasted is None
    tries = 0
    while now < 30:
        now += backoff.pause()
        tries += 1
    assert tries < 80
    assert now < 30 + 30 / 12
    now = 10_000.0
    assert 15 <= backoff.pause() <= 30
    backoff.over()
    assert backoff.pause() <= polling.FIRST_PAUSE_S


@pytest.mark.parametrize("status", [401, 404, 429, 500, 502])
def test_a_refusal_that_passes_ends_nothing(api: BotApi, status: int) -> None:
    chat = api.private_chat(MIRA)
    for _ in range(2):
        api.fail_next("getUpdates", RefusalError(status, "Refused", {"retry_after": 1} if status == 429 else None))
    with at_work(small_services(), api=api):
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]


@pytest.mark.parametrize("status", [401, 404])
def test_a_token_that_is_refused_for_a_moment_at_the_start_ends_nothing(api: BotApi, status: int) -> None:
    chat = api.private_chat(MIRA)
    for _ in range(2):
        api.fail_next("getMe", RefusalError(status, "Refused"))
    with at_work(small_services(), api=api):
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]


@pytest.mark.parametrize("status", [404, 500])
def test_a_server_without_commands_keeps_nobody_waiting(api: BotApi, status: int) -> None:
    chat = api.private_chat(MIRA)
    for _ in range(6):
        api.fail_next("setMyCommands", RefusalError(status, "Not Found"))
    with at_work(small_services(), api=api):
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]


def test_a_token_that_is_refused_only_by_getupdates_is_no_wrong_token(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "REFUSED_S", 0.5)
    chat = api.private_chat(MIRA)
    for _ in range(4):
        api.fail_next("getUpdates", RefusalError(404, "Not Found"))
    with at_work(small_services(), api=api):
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]


def test_a_part_that_dies_ends_the_bot(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    async def die(*_: object) -> None:
        raise ValueError(ZEBRA)

    monkeypatch.setattr(app, "stay_fresh", die)
    running = Running(api.url, TOKEN, small_services())
    running.join()
    assert isinstance(running.failure, app.PartError)
    assert str(running.failure) == "its freshness ended by ValueError: start it again"


def test_a_webhook_that_somebody_has_set_is_taken_away(api: BotApi) -> None:
    chat = api.private_chat(MIRA)
    api.fail_next("getUpdates", RefusalError(409, "Conflict: can't use getUpdates method while webhook is active"))
    with at_work(small_services(), api=api):
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"]
    assert "deleteWebhook" in [method for method, _ in api.calls]


# After a crash


def as_fetched(update: Json) -> tuple[int, str]:
    return update["update_id"], json.dumps(update)


def leave_behind(services: Services, *updates: Json) -> None:
    """Put updates into the inbox as a process that was killed leaves them."""

    async def leave() -> None:
        async with Store(services.store._database._url.render_as_string()) as store:
            await store.inbox.take(
                [Received(key_of(text), number, 101, 101, text) for number, text in map(as_fetched, updates)]
            )

    asyncio.run(leave())


def test_what_an_earlier_process_took_in_is_answered_in_order(api: BotApi, tmp_path: Path) -> None:
    chat = api.private_chat(MIRA)
    with api.world.changed:
        asked = [chat.say(MIRA, text) for text in ("who chaired it?", "where?", "who chaired it?")]
        fetched_before, api.world.updates[:] = list(api.world.updates[:2]), api.world.updates[1:]
    services = services_in(tmp_path)
    leave_behind(services, *fetched_before)  # the second of them comes once more
    with at_work(services, api=api):
        answers = [chat.answer_to(message) for message in asked]
    assert [len(chat.answers_to(message)) for message in asked] == [1, 1, 1]
    numbers = [answer["message_id"] for answer in answers]
    assert numbers == sorted(numbers)


def test_what_is_too_old_is_let_go_with_one_apology_a_chat(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat, group = api.private_chat(MIRA), api.group()
    with api.world.changed:
        for text in ("who chaired it?", "where?"):
            last = chat.say(MIRA, text)
        group.say(OMAR, "has anybody seen my hat?")
        left, api.world.updates[:] = list(api.world.updates), []
    services = services_in(tmp_path)
    leave_behind(services, *left)
    monkeypatch.setattr(incoming, "TOO_OLD_S", -10)
    with at_work(services, api=api):
        assert chat.answer_to(last)["text"] == messages.MISSED
        assert chat.answer_to(chat.say(MIRA, "where?"))["text"] != messages.MISSED
    assert [message["text"] for message in chat.said()].count(messages.MISSED) == 1
    assert group.said() == []


def test_what_the_bot_dies_of_is_let_go_after_some_starts(api: BotApi, tmp_path: Path) -> None:
    chat = api.private_chat(MIRA)
    with api.world.changed:
        asked = chat.say(MIRA, "what kills a bot?")
        left, api.world.updates[:] = list(api.world.updates), []
    services = services_in(tmp_path)
    leave_behind(services, *left)
    for _ in range(incoming.MOST_STARTS):
        assert len(texts_in(services.store)) == 1
    with at_work(services, api=api):
        assert chat.answer_to(asked)["text"] == messages.MISSED
    assert texts_in(services.store) == []


def texts_in(store: Store) -> list[str]:
    """What the inbox holds of the texts that people wrote."""

    async def look() -> list[str]:
        async with Store(store._database._url.render_as_string()) as again:
            return [each.payload for each in await again.inbox.waiting()]

    return asyncio.run(look())


def test_nothing_is_left_of_what_has_been_handled(api: BotApi, tmp_path: Path) -> None:
    chat = api.private_chat(MIRA)
    services = services_in(tmp_path)
    with at_work(services, api=api):
        chat.answer_to(chat.say(MIRA, ZEBRA))
    assert texts_in(services.store) == []
    for file in tmp_path.iterdir():
        assert b"zebra" not in file.read_bytes().replace(ZEBRA.encode(), b"", 1)


class _Stuck(SmallLibrary):
    """Never comes to an end with a question about a riddle."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = False

    def _said(self, question: str, context: object) -> object:  # type: ignore[override]
        while "riddle" in question and not self.go_on:
            time.sleep(0.01)
        return super()._said(question, context)  # type: ignore[arg-type]


def test_told_to_stop_it_ends_soon_and_what_is_under_way_stays_in_the_inbox(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "HANDLING_S", 0.3)
    chat = api.private_chat(MIRA)
    library = _Stuck()
    services = services_in(tmp_path)
    services.library = library
    running = Running(api.url, TOKEN, services)
    asked = chat.say(MIRA, "where is the answer to the riddle?")
    api.world.wait("the question to be fetched", lambda: True if not api.world.updates and api.calls else None)
    running.stop()
    library.go_on = True
    assert running.failure is None
    assert chat.answers_to(asked) == []
    services = services_in(tmp_path)
    with at_work(services, api=api):
        chat.answer_to(asked)
    assert len(chat.answers_to(asked)) == 1


def test_without_a_database_that_works_updates_are_answered_and_then_let_go(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = api.private_chat(MIRA)
    services = services_in(tmp_path)
    with at_work(services, api=api) as stage, monkeypatch.context() as patch:
        chat.answer_to(chat.say(MIRA, "???"))
        stage.running.do(lambda: let_it_fail(services.store, patch))
        asked = chat.say(MIRA, "where?")
        chat.answer_to(asked)
        api.world.wait("the offset to move on", lambda: True if not api.world.updates else None)
        assert len(chat.answers_to(asked)) == 1


def test_forget_me_covers_what_waits(tmp_path: Path) -> None:
    services = services_in(tmp_path)
    update: Json = {"update_id": 5, "message": PLAIN}
    leave_behind(services, update)

    async def forget() -> None:
        async with services.store as store:
            await store.forget_person(101)

    asyncio.run(forget())
    assert texts_in(services.store) == []


def test_a_bot_that_is_killed_in_the_middle_of_bursts_answers_every_question_in_order(tmp_path: Path) -> None:
    killed = play(tmp_path / "onrecord.sqlite3", kills=3, burst=20, chats=5)
    assert (killed.questions, killed.lost, killed.unordered) == (60, 0, 0)
