"""The bot in groups, end to end: privacy mode, listening, limits, topics, comments, coming and going."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from botapi.running import BOT, MIRA, OMAR, TOKEN, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, PLACE, small_services
from botapi.world import Chat, Person, buttons, marked
from clock import Clock

from bot.store import Store
from bot.store.contexts import LIFETIME
from bot.telegram.flood import Flood, Limits
from bot.telegram.group import REPEAT_SECONDS
from bot.wording import messages

NUMBERS = itertools.count(1)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with at_work(small_services()) as running:
        yield running


@pytest.fixture
def group(stage: Stage) -> Chat:
    chat = stage.api.group(-4000 - next(NUMBERS))
    chat.promote(OMAR)
    return chat


def settle(chat: Chat) -> None:
    """Wait until all that was said is dealt with: what is remembered of an answer is so only after it was sent."""
    chat.answer_to(chat.say(MIRA, "/help@onrecord_bot"))


def answers_so_far(chat: Chat, said: int) -> list[str]:
    """What was answered to the message by the time that a later one is."""
    settle(chat)
    return [answer["text"] for answer in chat.answers_to(said)]


def listen(chat: Chat) -> None:
    shown = chat.answer_to(chat.say(OMAR, "/settings@onrecord_bot"))
    chat.press(OMAR, shown["message_id"], buttons(shown)[messages.LISTEN_SWITCH_ON])
    chat.wait_for_text(shown["message_id"], messages.LISTEN_ON)


@pytest.mark.parametrize("privacy_mode", [True, False])
@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("who chaired it?", False),
        ("/ask@another_bot who chaired it?", False),
        ("@mira who chaired it?", False),
        ("@onrecord_bot who chaired it?", True),
        ("/ask@onrecord_bot who chaired it?", True),
        ("/chair@onrecord_bot", True),
    ],
)
def test_privacy_mode_makes_no_difference(
    stage: Stage, group: Chat, privacy_mode: bool, text: str, answered: bool
) -> None:
    stage.api.world.privacy_mode = privacy_mode
    assert bool(answers_so_far(group, group.say(MIRA, text))) is answered
    stage.api.world.privacy_mode = False


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("I asked @onrecord_bot yesterday and it was great", False),
        ("so @onrecord_bot who chaired the forum?", True),
        ("who chaired the forum @onrecord_bot", True),
        ("@onrecord_bot hello", True),
    ],
)
def test_who_only_speaks_of_the_bot_gets_no_answer(group: Chat, text: str, answered: bool) -> None:
    assert bool(answers_so_far(group, group.say(MIRA, text))) is answered


def test_a_remark_on_an_answer_is_left_alone(group: Chat) -> None:
    shown = group.answer_to(group.say(MIRA, "@onrecord_bot who chaired the forum?"))
    assert answers_so_far(group, group.say(OMAR, "nice one", reply_to=shown["message_id"])) == []
    assert answers_so_far(group, group.say(OMAR, "where was it?", reply_to=shown["message_id"])) != []


def test_an_administrator_lets_the_bot_listen_and_stops_it(group: Chat) -> None:
    assert answers_so_far(group, group.say(MIRA, "who chaired the forum?")) == []
    listen(group)
    assert marked(group.answer_to(group.say(MIRA, "who chaired the forum?")), "bold") == [CHAIR.answer]
    shown = group.answer_to(group.say(OMAR, "/settings"))
    group.press(OMAR, shown["message_id"], buttons(shown)[messages.LISTEN_SWITCH_OFF])
    group.wait_for_text(shown["message_id"], messages.LISTEN_OFF)
    assert answers_so_far(group, group.say(MIRA, "where was the forum?")) == []


def test_only_administrators_change_settings(group: Chat) -> None:
    assert group.answer_to(group.say(MIRA, "/settings"))["text"] == messages.ADMINISTRATORS_ONLY
    shown = group.answer_to(group.say(OMAR, "/settings"))
    query = group.press(MIRA, shown["message_id"], "listen:on")
    assert group.shown_after(query) == messages.ADMINISTRATORS_ONLY


def test_an_anonymous_administrator_decides_for_the_group_and_a_channel_that_speaks_there_does_not(
    stage: Stage, group: Chat
) -> None:
    anonymous = Person(1087968824, "Group", "GroupAnonymousBot", is_bot=True)
    itself = {"id": group.id, "type": "supergroup", "title": "A group"}
    shown = group.answer_to(group.say(anonymous, "/settings@onrecord_bot", sender_chat=itself))
    assert shown["text"].startswith(messages.SETTINGS_TITLE)
    channel_bot = Person(136817688, "Channel", "Channel_Bot", is_bot=True)
    channel = {"id": -100778, "type": "channel", "title": "News"}
    refused = group.answer_to(group.say(channel_bot, "/settings@onrecord_bot", sender_chat=channel))
    assert refused["text"] == messages.ADMINISTRATORS_ONLY
    asked = group.say(channel_bot, "@onrecord_bot where was it?", sender_chat=channel)
    assert marked(group.answer_to(asked), "bold") == [PLACE.answer]
    followed = group.say(channel_bot, "@onrecord_bot and?", sender_chat=channel)
    assert marked(group.answer_to(followed), "bold") == [PLACE.answer]


def test_a_conversation_is_forgotten_after_fifteen_minutes() -> None:
    services, clock = small_services(), Clock()
    services.store = Store(clock=clock)
    with at_work(services) as stage:
        group = stage.api.group()
        group.answer_to(group.say(MIRA, "/ask where was it?"))
        settle(group)
        clock.now += LIFETIME - 1
        assert marked(group.answer_to(group.say(MIRA, "/ask and?")), "bold") == [PLACE.answer]
        settle(group)
        clock.now += LIFETIME
        assert marked(group.answer_to(group.say(MIRA, "/ask and?")), "bold") == []


def test_who_listens_says_nothing_unsure_unasked_or_twice(group: Chat) -> None:
    listen(group)
    for text in (
        "where, and who chaired it?",
        "what did it cost?",
        "he chaired it",
        "I was there",
        "/chair@another_bot",
    ):
        assert answers_so_far(group, group.say(MIRA, text)) == [], text
    assert group.answer_to(group.say(MIRA, "who chaired the forum?"))
    assert answers_so_far(group, group.say(OMAR, "tell me: who chaired the forum?")) == []
    assert group.answer_to(group.say(OMAR, "@onrecord_bot who chaired it?"))


def test_what_leans_on_a_conversation_is_never_answered_unasked(group: Chat) -> None:
    listen(group)
    group.answer_to(group.say(MIRA, "/ask@onrecord_bot where was the forum?"))
    for text in ("who chaired it?", "and?", "where are you?", "chaired?", "where?"):
        assert answers_so_far(group, group.say(MIRA, text)) == [], text


def test_what_was_just_answered_to_somebody_is_not_said_unasked_either(group: Chat) -> None:
    listen(group)
    group.answer_to(group.say(MIRA, "/ask who chaired it?"))
    assert answers_so_far(group, group.say(OMAR, "who chaired the forum?")) == []


def test_the_same_is_said_unasked_again_after_ten_minutes_or_in_another_topic() -> None:
    services, clock = small_services(), Clock()
    services.store = Store(clock=clock)
    with at_work(services) as stage:
        forum = stage.api.group(-4800, is_forum=True)
        forum.promote(OMAR)
        listen(forum)
        assert forum.answer_to(forum.say(MIRA, "who chaired the forum?", thread=7))
        assert forum.answer_to(forum.say(MIRA, "who chaired the forum?", thread=8))
        settle(forum)
        clock.now += REPEAT_SECONDS - 1
        assert answers_so_far(forum, forum.say(MIRA, "who chaired the forum?", thread=7)) == []
        clock.now += 1
        assert forum.answer_to(forum.say(MIRA, "who chaired the forum?", thread=7))


def test_in_privacy_mode_listening_needs_an_administrators_rights() -> None:
    with BotApi(TOKEN, BOT) as api:
        api.world.privacy_mode = True
        with at_work(small_services(), api=api):
            group = api.group()
            group.promote(OMAR)
            listen(group)
            assert messages.LISTEN_DEAF in group.said()[-1]["text"]
            group.promote(BOT)
            shown = group.answer_to(group.say(OMAR, "/settings@onrecord_bot"))
            assert messages.LISTEN_DEAF not in shown["text"]
            assert group.answer_to(group.say(MIRA, "who chaired the forum?"))


def test_a_text_mention_is_an_address(group: Chat) -> None:
    entities = [{"type": "text_mention", "offset": 3, "length": 8, "user": BOT.as_json()}]
    assert marked(group.answer_to(group.say(MIRA, "😀 Onrecord who chaired it?", entities=entities)), "bold")


def test_a_comment_below_a_channels_post_is_answered_in_its_thread_and_the_post_is_not(
    stage: Stage, group: Chat
) -> None:
    channel = {"id": -100777, "type": "channel", "title": "News"}
    telegram = Person(777000, "Telegram")
    post = group.say(telegram, "/ask who chaired it?", sender_chat=channel, is_automatic_forward=True)
    asked = group.say(MIRA, "@onrecord_bot who chaired it?", reply_to=post, message_thread_id=post)
    answer = group.answer_to(asked)
    assert marked(answer, "bold") == [CHAIR.answer]
    assert group.answers_to(post) == []


def test_topics_keep_their_own_thread_and_context(stage: Stage) -> None:
    forum = stage.api.group(-4900, is_forum=True)
    answer = forum.answer_to(forum.say(MIRA, "/ask where was it?", thread=7))
    assert answer["message_thread_id"] == 7
    assert marked(forum.answer_to(forum.say(MIRA, "/ask and?", thread=8)), "bold") == []
    assert marked(forum.answer_to(forum.say(MIRA, "/ask and?", thread=7)), "bold") == [PLACE.answer]


def test_too_many_questions_get_one_kind_reply_and_then_silence() -> None:
    services = small_services()
    services.flood = Flood(Limits(person=2, person_seconds=3600, group=5, group_seconds=3600))
    with at_work(services) as stage:
        chat = stage.api.private_chat(MIRA)
        asked = [chat.say(MIRA, "who chaired it?") for _ in range(5)]
        other = stage.api.private_chat(OMAR)
        other.answer_to(other.say(OMAR, "who chaired it?"))
        chat.answer_to(asked[2])
        assert [len(chat.answers_to(message)) for message in asked] == [1, 1, 1, 0, 0]
        assert chat.answers_to(asked[2])[0]["text"] == messages.TOO_MANY
        crowd = stage.api.group()
        asked = [crowd.say(Person(300 + n, "N"), "/ask who chaired it?") for n in range(8)]
        crowd.answer_to(asked[5])
        assert crowd.answers_to(asked[5])[0]["text"] == messages.TOO_MANY
    assert [len(crowd.answers_to(message)) for message in asked] == [1, 1, 1, 1, 1, 1, 0, 0]


def test_buttons_pressed_too_often_rest_with_a_kind_word() -> None:
    services = small_services()
    services.flood = Flood(Limits(person=2, person_seconds=3600))
    with at_work(services) as stage:
        chat = stage.api.private_chat(MIRA)
        answer = chat.answer_to(chat.say(MIRA, "who chaired it?"))
        pressed = [chat.press_anyway(MIRA, answer["message_id"], f"more:{CHAIR.key}:0") for _ in range(3)]
        assert [chat.shown_after(query) for query in pressed] == [None, None, messages.TOO_MANY]
        assert chat.answer_to(chat.say(MIRA, "where was it?"))


def test_a_bucket_drains() -> None:
    now = 0.0
    flood = Flood(Limits(person=2, person_seconds=10), lambda: now)
    assert [flood.ask(1, None) for _ in range(4)] == ["welcome", "welcome", "too_many", "quiet"]
    assert flood.ask(2, None) == "welcome"
    now = 5.0
    assert [flood.ask(1, None) for _ in range(3)] == ["welcome", "too_many", "quiet"]


def test_who_has_asked_nothing_for_long_takes_no_room() -> None:
    now = 0.0
    flood = Flood(Limits(person=2, person_seconds=10, group=2, group_seconds=20), lambda: now)
    for person in range(100):
        flood.ask(person, -person - 1)
    now = 21.0
    assert [flood.ask(1, None) for _ in range(3)] == ["welcome", "welcome", "too_many"]
    assert len(flood._buckets) == 1


def test_who_goes_on_at_the_limit_is_told_once_and_not_again_at_each_pause() -> None:
    now = 0.0
    flood = Flood(Limits(person=4, person_seconds=40), lambda: now)
    verdicts = [flood.ask(1, None) for _ in range(5)]
    for _ in range(4):
        now += 10.0
        verdicts += [flood.ask(1, None) for _ in range(2)]
    assert verdicts == [*["welcome"] * 4, "too_many", *["welcome", "quiet"] * 4]
    now += 20.0
    assert [flood.ask(1, None) for _ in range(3)] == ["welcome", "welcome", "too_many"]


def test_who_goes_on_at_the_limit_for_longer_than_a_bucket_drains_is_told_again() -> None:
    now = 0.0
    flood = Flood(Limits(person=4, person_seconds=40), lambda: now)
    said = []
    for _ in range(10):
        said += [flood.ask(1, None) for _ in range(5)]
        now += 5.0
    assert said.count("too_many") == 2


def test_a_setting_is_kept_and_a_command_obeyed_where_too_many_questions_were_asked() -> None:
    services = small_services()
    services.flood = Flood(Limits(person=2, person_seconds=3600))
    with at_work(services) as stage:
        chat = stage.api.private_chat(MIRA)
        asked = [chat.say(MIRA, "who chaired it?") for _ in range(3)]
        assert chat.answer_to(asked[2])["text"] == messages.TOO_MANY
        assert chat.answer_to(chat.say(MIRA, "/meetings"))["text"] != messages.TOO_MANY
        kept = chat.answer_to(chat.say(MIRA, "/settings language vi"))["text"]
        assert kept not in (messages.TOO_MANY, chat.answer_to(chat.say(MIRA, "/settings language en"))["text"])


def test_a_group_that_becomes_a_supergroup_keeps_its_settings_and_shortcuts(stage: Stage) -> None:
    small = stage.api.small_group(-5000)
    small.promote(OMAR)
    listen(small)
    small.answer_to(small.say(OMAR, "/shortcut add host who chaired {meeting}?"))
    new = small.migrate(-1005000)
    new.promote(OMAR)
    assert marked(new.answer_to(new.say(MIRA, "who chaired the forum?")), "bold") == [CHAIR.answer]
    assert marked(new.answer_to(new.say(MIRA, "/host")), "bold") == [CHAIR.answer]


def test_removed_and_added_again_the_bot_begins_anew(group: Chat) -> None:
    listen(group)
    group.answer_to(group.say(OMAR, "/shortcut add host who chaired {meeting}?"))
    group.promote(BOT, "kicked")
    unheard = group.say(MIRA, "who chaired the forum?")
    group.promote(BOT, "member")
    assert answers_so_far(group, group.say(MIRA, "where was the forum?")) == []
    assert answers_so_far(group, group.say(MIRA, "/host")) == []
    assert group.answers_to(unheard) == []


def test_a_group_that_throws_the_bot_out_while_it_answers_is_harmless(stage: Stage, group: Chat) -> None:
    with stage.api.world.changed:
        group.say(MIRA, "@onrecord_bot who chaired it?")
        group.promote(BOT, "kicked")
    other = stage.api.private_chat(MIRA)
    assert other.answer_to(other.say(MIRA, "who chaired it?"))
