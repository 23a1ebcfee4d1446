"""The bot in Vietnamese, end to end: by the language of whoever speaks, or of the chat; evidence as it was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from botapi.running import Stage, at_work
from botapi.small_base import CHAIR, PLACE, small_services
from botapi.world import Chat, Json, Person, buttons, marked

from bot.telegram.services import Services
from bot.wording import messages, translator_for

ANNA = Person(601, "Anna", language="en-GB")
LINH = Person(602, "Linh", language="vi")
VI = translator_for("vi")


@pytest.fixture
def services() -> Services:
    return small_services()


@pytest.fixture
def stage(services: Services) -> Iterator[Stage]:
    with at_work(services) as running:
        running.api.private_chat(ANNA)
        running.api.private_chat(LINH)
        yield running


def ask(stage: Stage, person: Person, text: str, chat: int | None = None) -> Json:
    place = Chat(stage.api.world, chat or person.id)
    return place.answer_to(place.say(person, text))


def test_who_speaks_vietnamese_is_answered_in_vietnamese_and_evidence_stays(stage: Stage) -> None:
    shown = ask(stage, LINH, "who chaired it?")
    assert marked(shown, "bold") == [CHAIR.answer]
    assert marked(shown, "blockquote") == [CHAIR.evidence]
    assert "Harbour Post, 4 tháng 5, 2021" in shown["text"]
    assert list(buttons(shown)) == [VI(messages.MORE), VI(messages.NOT_THIS)]
    english = ask(stage, ANNA, "who chaired it?")
    assert "Harbour Post, 4 May 2021" in english["text"]
    assert list(buttons(english)) == [messages.MORE, messages.NOT_THIS]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("zebra", messages.NOT_ON_RECORD),
        ("???", messages.NO_WORDS),
        ("/start", messages.START),
        ("/help", messages.HELP_GROUP),
        ("/ask", messages.ASK_USAGE),
        ("/meetings", messages.MEETINGS_TITLE),
        ("/nonsense", messages.UNKNOWN_COMMAND),
        ("/forget", messages.FORGOTTEN),
        ("/forget me", messages.FORGOTTEN_PERSON),
        ("/privacy", messages.PRIVACY_CHAT),
        ("/settings", messages.SETTINGS_USAGE),
        ("/settings zone Nowhere", messages.ZONE_WRONG),
        ("/settings quiet x", messages.QUIET_WRONG),
        ("/shortcut", messages.SHORTCUT_USAGE),
        ("/shortcut list", messages.SHORTCUTS_NONE),
        ("/shortcut add x", messages.SHORTCUT_QUESTION_EMPTY),
        ("/unsubscribe", messages.NOT_SUBSCRIBED),
        ("/subscribe", messages.SUBSCRIBED),
        ("crash", messages.TROUBLE),
        ("chaired where", messages.NOT_SURE),
    ],
)
def test_all_that_is_said_is_said_in_vietnamese(stage: Stage, asked: str, said: str) -> None:
    text = ask(stage, LINH, asked)["text"]
    assert VI(said) in text
    assert said not in text


def test_what_buttons_show_is_in_the_language_of_whoever_presses_them(stage: Stage) -> None:
    shown = ask(stage, LINH, "who chaired it?")
    chat = Chat(stage.api.world, LINH.id)
    chat.press(LINH, shown["message_id"], f"more:{CHAIR.key}:0")
    assert VI(messages.TO_ANSWER) in buttons(chat.wait_for_text(shown["message_id"], PLACE.answer))
    pressed = chat.press_anyway(LINH, shown["message_id"], "of another time")
    assert chat.shown_after(pressed) == VI(messages.STALE)


def test_a_press_by_somebody_else_leaves_a_groups_message_in_its_language(stage: Stage) -> None:
    group = stage.api.group(-1072)
    shown = ask(stage, LINH, "/ask who chaired it?", group.id)
    group.press(ANNA, shown["message_id"], f"more:{CHAIR.key}:0")
    assert VI(messages.TO_ANSWER) in buttons(group.wait_for_text(shown["message_id"], PLACE.answer))


def test_a_group_has_the_language_that_its_administrators_set(stage: Stage) -> None:
    group = stage.api.group(-1071)
    group.promote(ANNA)
    assert ask(stage, LINH, "/ask zebra", group.id)["text"].startswith(VI(messages.NOT_ON_RECORD))
    assert ask(stage, ANNA, "/ask zebra", group.id)["text"].startswith(messages.NOT_ON_RECORD)
    assert ask(stage, LINH, "/settings language vi", group.id)["text"] == VI(messages.ADMINISTRATORS_ONLY)
    assert VI(messages.SETTINGS_TITLE) in ask(stage, ANNA, "/settings language vi", group.id)["text"]
    assert ask(stage, ANNA, "/ask zebra", group.id)["text"].startswith(VI(messages.NOT_ON_RECORD))
    shown = ask(stage, ANNA, "/settings", group.id)
    group.press(ANNA, shown["message_id"], "language:auto")
    group.wait_for_text(shown["message_id"], messages.LANGUAGE_OF_SPEAKER)
    assert ask(stage, ANNA, "/ask zebra", group.id)["text"].startswith(messages.NOT_ON_RECORD)


def test_only_administrators_press_a_language(stage: Stage) -> None:
    group = stage.api.group(-1072)
    group.promote(ANNA)
    shown = ask(stage, ANNA, "/settings", group.id)
    assert group.shown_after(group.press(LINH, shown["message_id"], "language:vi")) == VI(messages.ADMINISTRATORS_ONLY)
    assert ask(stage, ANNA, "/ask zebra", group.id)["text"].startswith(messages.NOT_ON_RECORD)


@pytest.mark.parametrize("wish", ["language", "language de", "language vi en", "language 💥"])
def test_a_language_that_the_bot_does_not_speak_is_refused_with_those_that_it_does(stage: Stage, wish: str) -> None:
    said = ask(stage, ANNA, f"/settings {wish}")["text"]
    assert "Tiếng Việt (vi)" in said


def test_inline_results_are_in_the_language_of_whoever_types(stage: Stage) -> None:
    for person, date in ((LINH, "4 tháng 5, 2021"), (ANNA, "4 May 2021")):
        found = stage.api.results(stage.api.type_inline(person, "who chaired it?"))
        assert date in found["results"][0]["input_message_content"]["text"]


def test_commands_are_registered_in_both_languages(stage: Stage) -> None:
    commands = stage.api.world.wait(
        "the commands", lambda: stage.api.world.scoped_commands.get(("all_chat_administrators", "vi"))
    )
    english = stage.api.world.scoped_commands["all_chat_administrators", ""]
    assert [command["command"] for command in commands] == [command["command"] for command in english]
    described = {command["command"]: command["description"] for command in commands}
    assert described["meetings"] == VI(dict(messages.COMMANDS)["meetings"])
    assert described["chair"] == VI(messages.SHORTCUTS["chair"])


def test_a_digest_comes_in_the_language_of_whoever_subscribed(stage: Stage, services: Services) -> None:
    library = services.library
    on_record = library.meetings()
    library.on_record = on_record[1:]  # type: ignore[attr-defined]
    ask(stage, LINH, "/subscribe")

    def comes() -> None:
        library.on_record = on_record  # type: ignore[attr-defined]
        services.renew(library)

    stage.running.do(comes)
    chat = Chat(stage.api.world, LINH.id)
    said = chat.world.wait(
        "a digest", lambda: next((m for m in chat.said() if VI(messages.DIGEST_TITLE) in m["text"]), None)
    )
    assert "tháng 5, 2021" in said["text"]
