"""What is remembered, also across restarts; the same in SQLite and in PostgreSQL."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable

import pytest
from botapi.small_base import COUNTED
from clock import Clock
from failing_database import let_it_fail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from bot.replies import Context, Reply
from bot.store import (
    IN_MEMORY,
    ChatSettings,
    ChatShortcut,
    Conversation,
    Delivery,
    LimitError,
    Outgoing,
    QueryError,
    QuietHours,
    Store,
    StoreError,
    Subscription,
)
from bot.store import store as store_module
from bot.store.database import Database
from bot.store.schema import contexts
from bot.store.values import LONGEST_FILTER, LONGEST_TEXT, SHORTCUTS_A_CHAT

GROUP, SUPERGROUP, MIRA, OMAR = -5, -1_001_234_567_890, 5_000_000_001, 5_000_000_002
CUSTOM = ChatSettings("vi", True, "Asia/Ho_Chi_Minh", QuietHours(1320, 420))
DAY = 24 * 60 * 60

Open = Callable[[], Store]


async def test_settings_outlive_a_restart(new_store: Open) -> None:
    async with new_store() as store:
        assert await store.chats.settings(GROUP) == ChatSettings()
        await store.chats.set_settings(GROUP, ChatSettings(listen=True))
        await store.chats.set_settings(GROUP, CUSTOM)
        assert await store.chats.settings(GROUP) == CUSTOM
    async with new_store() as store:
        assert await store.chats.settings(GROUP) == CUSTOM
        await store.chats.set_settings(GROUP, dataclasses.replace(CUSTOM, quiet=None))
    async with new_store() as store:
        assert (await store.chats.settings(GROUP)).quiet is None
        assert await store.chats.settings(MIRA) == ChatSettings()


async def test_a_conversation_goes_on_after_a_restart_without_its_text(new_store: Open, clock: Clock) -> None:
    talk = Conversation(GROUP, 7, MIRA)
    async with new_store() as store:
        store.contexts.put(talk, Context("Who chaired it?", "2021-05-04-forum", "00000000000000c1"))
    async with new_store() as store:
        assert store.contexts.get(talk) == Context(None, "2021-05-04-forum", "00000000000000c1")
        clock.now += 15 * 60
        assert store.contexts.get(talk) == Context()
    async with new_store() as store:
        assert len(store.contexts) == 0


async def test_forgetting_a_conversation_lets_the_others_go_on(new_store: Open) -> None:
    mine, others = Conversation(GROUP, None, MIRA), Conversation(GROUP, None, OMAR)
    async with new_store() as store:
        for talk in (mine, others):
            store.contexts.put(talk, Context("Where?", "forum"))
        await store.write()
        await store.forget(mine)
    async with new_store() as store:
        assert (store.contexts.get(mine), store.contexts.get(others)) == (Context(), Context(None, "forum"))


async def test_forgetting_a_person_takes_what_they_said_anywhere_and_all_of_their_private_chat(new_store: Open) -> None:
    async with new_store() as store:
        for talk in (Conversation(GROUP, None, MIRA), Conversation(MIRA, None, MIRA), Conversation(GROUP, None, OMAR)):
            store.contexts.put(talk, Context("Where?", "forum"))
        await store.write()
        for chat in (MIRA, GROUP):
            await fill(store, chat)
        await store.forget_person(MIRA)
    async with new_store() as store:
        assert len(store.contexts) == 1
        assert await holdings(store, MIRA) == (ChatSettings(), (), None, frozenset())
        assert (await holdings(store, GROUP))[0] == CUSTOM


async def test_a_group_that_becomes_a_supergroup_takes_all_along(new_store: Open) -> None:
    async with new_store() as store:
        await fill(store, GROUP)
        store.contexts.put(Conversation(GROUP, None, MIRA), Context("Where?", "forum"))
        await store.chats.set_settings(SUPERGROUP, ChatSettings("en"))
        before = await holdings(store, GROUP)
        for _ in range(2):  # Telegram tells both chats
            await store.move_chat(GROUP, SUPERGROUP)
        assert await holdings(store, SUPERGROUP) == before
        assert await holdings(store, GROUP) == (ChatSettings(), (), None, frozenset())
        assert store.contexts.get(Conversation(SUPERGROUP, None, MIRA)).article == "forum"
    async with new_store() as store:
        assert await holdings(store, SUPERGROUP) == before
        assert store.contexts.get(Conversation(SUPERGROUP, None, MIRA)).article == "forum"
        assert store.contexts.get(Conversation(GROUP, None, MIRA)) == Context()


async def test_a_chat_that_is_forgotten_begins_anew(new_store: Open) -> None:
    async with new_store() as store:
        await fill(store, GROUP)
        await store.forget_chat(GROUP)
        assert await holdings(store, GROUP) == (ChatSettings(), (), None, frozenset())


async def fill(store: Store, chat: int) -> None:
    await store.chats.set_settings(chat, CUSTOM)
    await store.chats.add_shortcut(chat, ChatShortcut("chair", "Who chaired {meeting}?", "The chair"))
    await store.subscriptions.subscribe(Subscription(chat, None, "ASEAN"), ["old"])


async def holdings(store: Store, chat: int) -> tuple[object, ...]:
    subscription = await store.subscriptions.of(chat)
    return (
        await store.chats.settings(chat),
        await store.chats.shortcuts(chat),
        subscription and subscription.wanted,
        await store.subscriptions.delivered(chat),
    )


# Subscriptions


async def test_what_was_on_record_when_a_chat_subscribed_is_not_delivered(new_store: Open) -> None:
    async with new_store() as store:
        await store.subscriptions.subscribe(Subscription(GROUP), ["a", "b"])
        assert [await store.subscriptions.claim(GROUP, None, each) for each in ("a", "b", "c")] == [False, False, True]


async def test_a_digest_is_delivered_once_also_across_restarts(new_store: Open) -> None:
    async with new_store() as store:
        await store.subscriptions.subscribe(Subscription(GROUP), [])
        claims = await asyncio.gather(*(store.subscriptions.claim(GROUP, None, "a") for _ in range(10)))
        assert sorted(claims) == [False] * 9 + [True]
    async with new_store() as store:
        assert await store.subscriptions.claim(GROUP, None, "a")  # whoever claimed it first did not come to keep it
        _, [digest] = store.outbox.keep([Outgoing(GROUP, {"text": "new"}, delivery=Delivery(GROUP, None, "a"))])
        await store.commits.settle()
    async with new_store() as store:
        assert not await store.subscriptions.claim(GROUP, None, "a")
        store.outbox.taken(digest, 7)
    async with new_store() as store:
        assert not await store.subscriptions.claim(GROUP, None, "a")
        assert len(store.outbox) == 0


async def test_topics_of_a_chat_subscribe_apart_and_one_subscription_replaces_the_other(new_store: Open) -> None:
    async with new_store() as store:
        await store.subscriptions.subscribe(Subscription(GROUP, 7, "Hanoi"), [])
        await store.subscriptions.subscribe(Subscription(GROUP, None, "ASEAN"), [])
        await store.subscriptions.subscribe(Subscription(GROUP, None, "x" * 10_000), [])
        whole = Subscription(GROUP, None, "x" * LONGEST_FILTER)
        assert await store.subscriptions.all() == (whole, Subscription(GROUP, 7, "Hanoi"))
        assert await store.subscriptions.claim(GROUP, 7, "a")
        assert await store.subscriptions.claim(GROUP, None, "a")
        assert [await store.subscriptions.unsubscribe(GROUP) for _ in range(2)] == [True, False]
        assert await store.subscriptions.all() == (Subscription(GROUP, 7, "Hanoi"),)


async def test_who_does_not_subscribe_is_delivered_nothing(new_store: Open) -> None:
    async with new_store() as store:
        assert not await store.subscriptions.claim(GROUP, None, "a")


# Shortcuts


async def test_shortcuts_are_defined_replaced_and_removed(new_store: Open) -> None:
    async with new_store() as store:
        for question in ("Who?", "Who chaired {meeting}?"):
            await store.chats.add_shortcut(GROUP, ChatShortcut("chair", question))
        await store.chats.add_shortcut(GROUP, ChatShortcut("at", "Where was {meeting}?", "The place"))
    async with new_store() as store:
        chair, at = (
            ChatShortcut("chair", "Who chaired {meeting}?"),
            ChatShortcut("at", "Where was {meeting}?", "The place"),
        )
        assert await store.chats.shortcuts(GROUP) == (at, chair)
        assert [await store.chats.remove_shortcut(GROUP, "at") for _ in range(2)] == [True, False]
        assert await store.chats.shortcuts(GROUP) == (chair,)
        assert await store.chats.shortcuts(MIRA) == ()


async def test_a_chat_has_a_limit_of_shortcuts_but_may_always_change_one(new_store: Open) -> None:
    async with new_store() as store:
        for number in range(SHORTCUTS_A_CHAT):
            await store.chats.add_shortcut(GROUP, ChatShortcut(f"s{number}", "?"))
        with pytest.raises(LimitError, match=str(SHORTCUTS_A_CHAT)):
            await store.chats.add_shortcut(GROUP, ChatShortcut("more", "?"))
        await store.chats.add_shortcut(GROUP, ChatShortcut("s0", "Who?"))
        assert len(await store.chats.shortcuts(GROUP)) == SHORTCUTS_A_CHAT


# Unanswered questions


async def test_unanswered_questions_are_counted_by_their_words_the_most_asked_first(new_store: Open) -> None:
    async with new_store() as store:
        for text in ("What did it cost?", "Who paid?", "what did it COST"):
            store.questions.note(text)
    async with new_store() as store:
        store.questions.note("WHO PAID")
        store.questions.note("who paid?!")
        assert [(q.text, q.times) for q in await store.questions.unanswered()] == [
            ("Who paid?", 3),
            ("What did it cost?", 2),
        ]


async def test_a_text_is_deleted_when_it_was_last_asked_too_long_ago(new_store: Open, clock: Clock) -> None:
    async with new_store() as store:
        store.questions.note("Who paid?")
        await store.write()
        clock.now += 60 * DAY
        store.questions.note("What did it cost?")
        await store.write()
        clock.now += 31 * DAY
        assert [q.text for q in await store.questions.unanswered()] == ["What did it cost?"]
        await store.purge()
        clock.now -= 91 * DAY
        assert [q.text for q in await store.questions.unanswered()] == ["What did it cost?"]


async def test_what_is_dismissed_is_not_listed_again_and_its_text_is_gone(new_store: Open) -> None:
    async with new_store() as store:
        store.questions.note("Who paid?")
        (question,) = await store.questions.unanswered()
        assert await store.questions.find(question.key) == question
        assert [await store.questions.dismiss(question.key) for _ in range(2)] == [True, False]
        store.questions.note("Who paid?")
        assert await store.questions.unanswered() == ()
        assert await store.questions.find(question.key) is None


async def test_what_was_read_is_noted_with_its_sentence_and_kept_and_dismissed_as_what_was_asked_in_vain(
    new_store: Open, clock: Clock
) -> None:
    answer = dataclasses.replace(COUNTED, answer="Omar Reza")
    async with new_store() as store:
        for asked in ("Who counted?", "who counted", ""):
            store.note_reply(Reply("answer", asked, answer))
        store.note_reply(Reply("answer", "Who chaired it?", dataclasses.replace(answer, read=False)))
        store.questions.note("Who counted?")
    async with new_store() as store:
        read, vain = await store.questions.unanswered()
        assert (read.text, read.times, read.sentence, read.answer) == ("Who counted?", 2, COUNTED.key, "Omar Reza")
        assert (vain.text, vain.times, vain.sentence, vain.answer) == ("Who counted?", 1, None, None)
        assert await store.questions.dismiss(read.key)
        assert await store.questions.unanswered() == (vain,)
        clock.now += 91 * DAY
        assert await store.questions.unanswered() == ()


async def test_what_has_its_answer_is_removed(new_store: Open) -> None:
    async with new_store() as store:
        store.questions.note("Who paid?")
        (question,) = await store.questions.unanswered()
        await store.questions.remove(question.key)
        assert await store.questions.unanswered() == ()


async def test_who_keeps_no_texts_has_none() -> None:
    async with Store(IN_MEMORY, keep_unanswered_days=0) as store:
        store.questions.note("Who paid?")
        assert await store.questions.unanswered() == ()


async def test_a_reply_is_counted_and_its_question_noted_only_if_it_is_not_on_record(new_store: Open) -> None:
    async with new_store() as store:
        for reply in (
            Reply("none", "Who paid?", reason="not_on_record"),
            Reply("none", "x" * 2000, reason="too_long"),
            Reply("suggest", "Who?"),
        ):
            store.note_reply(reply)
        assert [question.text for question in await store.questions.unanswered()] == ["Who paid?"]
        (today,) = (await store.tally.stats(days=1)).days
        assert (today.silent, today.suggested, today.answered) == (2, 1, 0)


# Counts


async def test_stats_tell_days_meetings_speed_and_feedback(new_store: Open, clock: Clock) -> None:
    async with new_store() as store:
        for took_ms in (0.3, 0.3, 0.3, 800.0):
            store.tally.count_reply("answer", "forum", took_ms)
        store.tally.count_reply("suggest", None, 0.3)
        clock.now += DAY
        store.tally.count_reply("none", None, 0.3)
        store.tally.count_reply("answer", "summit", 0.3)
        store.tally.count_feedback("c1", "rejected")
        store.tally.count_feedback("c1", "rejected")
    async with new_store() as store:
        store.tally.count_feedback("c2", "chosen")
        stats = await store.tally.stats(days=3)
        assert [(day.date, day.answered, day.suggested, day.silent) for day in stats.days] == [
            ("2026-02-28", 0, 0, 0),
            ("2026-03-01", 4, 1, 0),
            ("2026-03-02", 1, 0, 1),
        ]
        assert stats.meetings == (("forum", 4), ("summit", 1))
        assert stats.feedback == (("chosen", 1), ("rejected", 2), ("shared", 0))
        assert (stats.p50_ms, stats.p95_ms) == (0.5, 1000)
        assert stats.rejected == (("c1", 2),)


async def test_without_questions_there_is_no_speed(new_store: Open) -> None:
    async with new_store() as store:
        stats = await store.tally.stats(days=1)
        assert (stats.days[0].questions, stats.meetings, stats.p50_ms) == (0, (), None)


# By itself


async def test_what_is_noted_is_written_and_what_is_over_is_deleted_by_itself(
    database_url: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "WRITE_EVERY_S", 0.01)
    database = Database(database_url)
    async with Store(database_url, clock=clock) as store:
        store.contexts.put(Conversation(GROUP, None, MIRA), Context("Who?", "forum"))
        async with asyncio.timeout(30):
            while await kept_contexts(database) != 1:
                await asyncio.sleep(0.01)
            clock.now += 15 * 60
            while await kept_contexts(database) != 0:
                await asyncio.sleep(0.01)
    await database.close()


async def kept_contexts(database: Database) -> int:
    async with database.begin() as connection:
        return int((await connection.execute(select(func.count()).select_from(contexts))).scalar_one())


# When the database fails


async def test_what_could_not_be_written_is_written_later_and_only_once(
    new_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = Conversation(GROUP, None, MIRA)
    async with new_store() as store:
        let_it_fail(store, monkeypatch)
        store.tally.count_reply("answer", "forum", 1.0)
        store.questions.note("Who paid?")
        store.contexts.put(talk, Context("Who?", "forum"))
        for write in (store.tally.write, store.questions.write, store.write):
            with pytest.raises(QueryError):
                await write()
        store.questions.note("who paid")
        monkeypatch.undo()
        await store.write()
        assert [question.times for question in await store.questions.unanswered()] == [2]
        assert (await store.tally.stats(days=1)).days[0].answered == 1
    async with new_store() as store:
        assert store.contexts.get(talk).article == "forum"


async def test_an_end_without_the_database_is_told_and_no_error(
    new_store: Open, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_store() as store:
        store.tally.count_reply("answer", "forum", 1.0)
        let_it_fail(store, monkeypatch)
    assert "could not be written: OperationalError" in caplog.text


async def test_a_query_that_fails_raises_an_error_of_the_stores_own_without_what_was_written(
    new_store: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new_store() as store:
        let_it_fail(store, monkeypatch)
        for query in (
            store.check(),
            store.chats.set_settings(GROUP, CUSTOM),
            store.subscriptions.all(),
            store.questions.unanswered(),
            store.tally.stats(),
            store.forget_person(MIRA),
        ):
            with pytest.raises(StoreError) as caught:
                await query
            assert str(caught.value) == "OperationalError"
            assert isinstance(caught.value.__cause__, OperationalError)


# Hostile input


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=())) | st.just("\x00") | st.just("\ud800'; DROP TABLE chats; --"))
async def test_any_text_is_kept_within_bounds(database_url: str, text: str) -> None:
    async with Store(database_url) as store:
        await store.chats.add_shortcut(GROUP, ChatShortcut(text, text * 100, text))
        await store.subscriptions.subscribe(Subscription(GROUP, None, text), [])
        await store.chats.set_settings(GROUP, ChatSettings(text, time_zone=text))
        store.questions.note(text)
        store.tally.count_reply("answer", text, 1.0)
        (shortcut,) = await store.chats.shortcuts(GROUP)
        assert len(shortcut.question) <= LONGEST_TEXT
        assert all(len(question.text) <= LONGEST_TEXT for question in await store.questions.unanswered())
        assert await store.chats.remove_shortcut(GROUP, text)
