"""Channels and subscriptions, end to end: questions as posts, digests in order, once, at the right time, for whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from botapi.methods import RefusalError
from botapi.running import BOT, MIRA, OMAR, TOKEN, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, MEETINGS, PLACE, SmallLibrary, small_services
from botapi.world import Chat, marked
from failing_database import let_it_fail

from bot.index import MeetingEntry
from bot.store import ChatSettings, QuietHours, Store
from bot.telegram.services import Services
from bot.telegram.subscriptions import is_quiet
from bot.wording import messages

EARLY = MeetingEntry("2022-01-01-harbour", "Harbour talks", "2022-01-01", "Oslo", "Harbour Post")
LATE = MeetingEntry("2022-02-02-fisheries", "Fisheries talks", "2022-02-02", "Bergen", "Harbour Post")


@pytest.fixture
def stage() -> Iterator[Stage]:
    with at_work(small_services()) as running:
        yield running


def renew(stage: Stage, *new: MeetingEntry) -> None:
    """Put meetings on record, as a reload after a compile does."""
    library = SmallLibrary()
    library.on_record = tuple(
        sorted((*MEETINGS, *new), key=lambda meeting: (meeting.date or "", meeting.article), reverse=True)
    )
    stage.running.do(lambda: stage.services.renew(library))


def digests(chat: Chat) -> list[str]:
    """The meetings of the digests that a chat has had, in order."""
    return [marked(message, "bold")[0] for message in chat.said() if message["text"].startswith(messages.DIGEST_TITLE)]


def wait_for_digests(chat: Chat, number: int) -> list[str]:
    return chat.world.wait(f"{number} digests", lambda: found if len(found := digests(chat)) >= number else None)


def test_a_post_that_asks_is_answered_in_the_channel_and_its_edit_edits_the_answer(stage: Stage) -> None:
    channel = stage.api.channel()
    assert marked(channel.answer_to(channel.say(MIRA, "/ask who chaired it?")), "bold") == [CHAIR.answer]
    asked = channel.say(MIRA, "/ask@onrecord_bot who chaired it?")
    answer = channel.answer_to(asked)
    channel.edit(asked, "/ask@onrecord_bot where was it?")
    channel.wait_for_text(answer["message_id"], PLACE.answer)
    assert marked(channel.answer_to(channel.say(MIRA, "/chair")), "bold") == [CHAIR.answer]


def test_other_posts_are_left_alone(stage: Stage) -> None:
    channel = stage.api.channel()
    posts = [channel.say(MIRA, text) for text in ("who chaired it?", "@onrecord_bot who chaired it?", "/presided")]
    channel.answer_to(channel.say(MIRA, "/ask where was it?"))
    assert [channel.answers_to(post) for post in posts] == [[], [], []]


def test_new_meetings_come_as_one_digest_each_in_order_and_once(stage: Stage) -> None:
    channel, group, private = stage.api.channel(), stage.api.group(), stage.api.private_chat(MIRA)
    group.promote(OMAR)
    for chat, person in ((channel, OMAR), (group, OMAR), (private, MIRA)):
        assert chat.answer_to(chat.say(person, "/subscribe"))["text"] == messages.SUBSCRIBED
    renew(stage, LATE, EARLY)
    for chat in (channel, group, private):
        assert wait_for_digests(chat, 2) == [EARLY.name, LATE.name]
    renew(stage, LATE, EARLY)
    private.answer_to(private.say(MIRA, "/unsubscribe"))
    channel.answer_to(channel.say(MIRA, "/ask where?"))
    assert digests(channel) == digests(private) == [EARLY.name, LATE.name]


def test_a_meeting_that_two_articles_report_comes_as_one_digest(stage: Stage) -> None:
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/subscribe"))
    again = msgspec.structs.replace(EARLY, article="2022-01-03-harbour-talks-end", name="Harbour Talks")
    later = msgspec.structs.replace(EARLY, article="2022-01-09-harbour", date="2022-01-08")
    renew(stage, EARLY, again, later)
    assert wait_for_digests(private, 2) == [EARLY.name, EARLY.name]
    renew(stage, EARLY, again, later, LATE)
    assert wait_for_digests(private, 3) == [EARLY.name, EARLY.name, LATE.name]


def test_a_meeting_whose_article_was_renamed_is_not_told_of_again(stage: Stage) -> None:
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/subscribe"))
    renew(stage, EARLY)
    wait_for_digests(private, 1)
    renew(stage, msgspec.structs.replace(EARLY, article="harbour", was=(EARLY.article,)), LATE)
    assert wait_for_digests(private, 2) == [EARLY.name, LATE.name]


def test_a_digest_says_who_when_where_and_cites_its_source(stage: Stage) -> None:
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/subscribe"))
    renew(stage, EARLY)
    wait_for_digests(private, 1)
    text = private.said()[-1]["text"]
    assert "1 January 2022, Oslo" in text
    assert CHAIR.answer in text
    assert "Harbour Post, 4 May 2021" in text


def test_a_filter_lets_only_what_fits_pass(stage: Stage) -> None:
    private = stage.api.private_chat(MIRA)
    said = private.answer_to(private.say(MIRA, "/subscribe fisheries"))["text"]
    assert said == messages.SUBSCRIBED_FILTER.format(filter="fisheries")
    renew(stage, LATE, EARLY)
    assert wait_for_digests(private, 1) == [LATE.name]


def test_who_unsubscribes_hears_no_more(stage: Stage) -> None:
    left, kept = stage.api.private_chat(MIRA), stage.api.private_chat(OMAR)
    for chat, person in ((left, MIRA), (kept, OMAR)):
        chat.answer_to(chat.say(person, "/subscribe"))
    assert left.answer_to(left.say(MIRA, "/unsubscribe"))["text"] == messages.UNSUBSCRIBED
    assert left.answer_to(left.say(MIRA, "/unsubscribe"))["text"] == messages.NOT_SUBSCRIBED
    renew(stage, EARLY)
    wait_for_digests(kept, 1)
    assert digests(left) == []


def test_in_a_group_only_administrators_subscribe(stage: Stage) -> None:
    group = stage.api.group()
    for command in ("/subscribe", "/unsubscribe"):
        assert group.answer_to(group.say(MIRA, command))["text"] == messages.ADMINISTRATORS_ONLY


def test_a_topic_has_a_subscription_of_its_own(stage: Stage) -> None:
    forum = stage.api.group(-2000, is_forum=True)
    forum.promote(OMAR)
    forum.answer_to(forum.say(OMAR, "/subscribe", thread=7))
    renew(stage, EARLY)
    wait_for_digests(forum, 1)
    assert forum.said()[-1]["message_thread_id"] == 7


def test_in_quiet_hours_nothing_comes(stage: Stage) -> None:
    quiet, awake = stage.api.private_chat(MIRA), stage.api.private_chat(OMAR)
    now = datetime.datetime.now(datetime.UTC)
    around = f"{(now - datetime.timedelta(hours=2)):%H:%M}-{(now + datetime.timedelta(hours=2)):%H:%M}"
    for chat, person in ((quiet, MIRA), (awake, OMAR)):
        chat.answer_to(chat.say(person, "/subscribe"))
    shown = quiet.answer_to(quiet.say(MIRA, f"/settings quiet {around}"))["text"]
    assert around.replace("-", "–") in shown
    renew(stage, EARLY)
    wait_for_digests(awake, 1)
    assert digests(quiet) == []
    quiet.answer_to(quiet.say(MIRA, "/settings quiet off"))
    renew(stage, EARLY)
    assert wait_for_digests(quiet, 1) == [EARLY.name]


@pytest.mark.parametrize(
    ("zone", "quiet", "hour", "expected"),
    [
        ("UTC", QuietHours(1320, 420), 23, True),
        ("UTC", QuietHours(1320, 420), 6, True),
        ("UTC", QuietHours(1320, 420), 7, False),
        ("Asia/Bangkok", QuietHours(1320, 420), 16, True),
        ("Asia/Bangkok", QuietHours(1320, 420), 1, False),
        ("UTC", QuietHours(540, 600), 9, True),
        ("UTC", QuietHours(540, 600), 10, False),
        ("UTC", None, 3, False),
        ("Nowhere/Land", QuietHours(1320, 420), 23, True),
    ],
)
def test_quiet_hours_are_those_of_the_chats_zone(
    zone: str, quiet: QuietHours | None, hour: int, expected: bool
) -> None:
    now = datetime.datetime(2022, 1, 1, hour, tzinfo=datetime.UTC)
    assert is_quiet(ChatSettings(time_zone=zone, quiet=quiet), now) is expected


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/settings zone Asia/Bangkok", messages.TIME_ZONE.format(zone="Asia/Bangkok")),
        ("/settings zone Nowhere", messages.ZONE_WRONG),
        ("/settings quiet 25-7", messages.QUIET_WRONG),
        ("/settings quiet 22-7", messages.QUIET_HOURS.format(hours="22:00–07:00")),
        ("/settings colour red", messages.SETTINGS_USAGE),
        ("/settings", messages.SETTINGS_TITLE),
    ],
)
def test_settings_take_a_zone_and_hours_and_say_what_is_wrong(stage: Stage, command: str, said: str) -> None:
    private = stage.api.private_chat(MIRA)
    assert said in private.answer_to(private.say(MIRA, command))["text"]


def test_across_restarts_nothing_is_sent_twice_and_nothing_is_lost(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with BotApi(TOKEN, BOT) as api:
        private = api.private_chat(MIRA)
        services = small_services()
        services.store = Store(url)
        with at_work(services, api=api):
            private.answer_to(private.say(MIRA, "/subscribe"))
        for new in ((EARLY,), (EARLY, LATE), (EARLY, LATE)):
            library = SmallLibrary()
            library.on_record = (*reversed(new), *MEETINGS)
            with at_work(Services(library=library, store=Store(url)), api=api):
                wait_for_digests(private, len(new))
                private.answer_to(private.say(MIRA, "/ask where?"))
        assert digests(private) == [EARLY.name, LATE.name]


def test_who_blocked_the_bot_is_forgotten_and_the_others_are_served(stage: Stage) -> None:
    blocking, kept = stage.api.private_chat(MIRA), stage.api.private_chat(OMAR)
    for chat, person in ((blocking, MIRA), (kept, OMAR)):
        chat.answer_to(chat.say(person, "/subscribe"))
    stage.api.world.blocked_in.add(blocking.id)
    renew(stage, EARLY)
    wait_for_digests(kept, 1)
    stage.api.world.blocked_in.clear()
    renew(stage, EARLY, LATE)
    wait_for_digests(kept, 2)
    assert digests(blocking) == []


def test_while_the_database_fails_no_digest_comes_and_none_is_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/subscribe"))
    let_it_fail(stage.services.store, monkeypatch)
    renew(stage, EARLY)
    said = "Subscriptions cannot be read, trying again: OperationalError"
    stage.api.world.wait("a warning", lambda: said in caplog.text or None)
    monkeypatch.undo()
    assert digests(private) == []
    renew(stage, EARLY)
    assert wait_for_digests(private, 1) == [EARLY.name]


def test_a_digest_refused_for_the_pace_comes_later(stage: Stage) -> None:
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/subscribe"))
    stage.api.fail_next("sendMessage", RefusalError(429, "Too Many Requests: retry after 1", {"retry_after": 1}))
    renew(stage, EARLY, LATE)
    assert wait_for_digests(private, 2) == [EARLY.name, LATE.name]


def test_a_group_that_has_become_a_supergroup_unnoticed_gets_its_digest_there(stage: Stage) -> None:
    small = stage.api.small_group()
    small.promote(OMAR)
    small.answer_to(small.say(OMAR, "/subscribe"))
    with stage.api.world.changed:
        new = small.migrate(-1009)
        stage.api.world.updates = [u for u in stage.api.world.updates if "migrate" not in str(u)]
    renew(stage, EARLY)
    assert wait_for_digests(new, 1) == [EARLY.name]


def test_a_channel_that_the_bot_left_is_forgotten(stage: Stage) -> None:
    channel = stage.api.channel()
    channel.answer_to(channel.say(MIRA, "/subscribe"))
    channel.promote(BOT, "left")
    private = stage.api.private_chat(MIRA)
    private.answer_to(private.say(MIRA, "/ask where?"))
    assert stage.running.call(stage.services.store.subscriptions.all()) == ()
