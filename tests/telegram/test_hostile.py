"""Every handler meets what nobody would send: any text, any entity, any button's data, in every kind of chat."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from botapi.running import MIRA, OMAR, Stage, at_work
from botapi.small_base import CHAIR, small_services
from botapi.world import Chat, Json, Person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.shortcuts import RESERVED
from bot.wording import messages

EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

any_text = st.text(min_size=1, max_size=60).filter(lambda text: "crash" not in text)
commands = st.sampled_from([*sorted(RESERVED), *messages.SHORTCUTS, "nothing_of_the_kind"])
texts = st.one_of(
    any_text,
    st.builds("/{} {}".format, commands, any_text),
    st.builds("/{}@onrecord_bot {}".format, commands, any_text),
    st.builds("@onrecord_bot {}".format, any_text),
    st.builds("/shortcut {} {} {}".format, st.sampled_from(["add", "remove", "list"]), any_text, any_text),
    st.builds("/settings {} {}".format, st.sampled_from(["zone", "quiet"]), any_text),
    st.builds("/start {}".format, st.text("0123456789abcdef", min_size=15, max_size=17)),
)
kinds = st.sampled_from(
    ["mention", "hashtag", "bot_command", "url", "bold", "text_link", "text_mention", "custom_emoji", "blockquote"]
)


@st.composite
def marked_up(draw: st.DrawFn) -> tuple[str, list[Json]]:
    """A text and entities that may begin and end anywhere, between the halves of a letter and beyond the end too."""
    text = draw(texts)
    entities: list[Json] = []
    for kind in draw(st.lists(kinds, max_size=4)):
        entity: Json = {"type": kind, "offset": draw(st.integers(0, 70)), "length": draw(st.integers(1, 70))}
        if kind == "text_mention":
            entity["user"] = draw(
                st.sampled_from([MIRA, Person(42, "Onrecord", "onrecord_bot", is_bot=True)])
            ).as_json()
        if kind == "text_link":
            entity["url"] = "https://example.org"
        if kind == "custom_emoji":
            entity["custom_emoji_id"] = "1"
        entities.append(entity)
    return text, entities


class Errors(logging.Handler):
    """Keeps what is logged as an error or a warning."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())


@pytest.fixture(scope="module")
def errors() -> Iterator[Errors]:
    handler = Errors()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


@pytest.fixture(scope="module")
def stage(errors: Errors) -> Iterator[Stage]:
    with at_work(small_services()) as running:
        running.api.group().promote(OMAR)
        running.api.channel()
        yield running


def still_answers(stage: Stage, chat: Chat, errors: Errors) -> None:
    """By the time that a plain question is answered, what came before it has been handled."""
    answer = chat.answer_to(chat.say(OMAR, "/ask@onrecord_bot who chaired it?"))
    assert answer["text"].startswith(CHAIR.answer)
    assert errors.seen == []
    assert messages.TROUBLE not in [message["text"] for message in chat.said()]


@given(
    message=marked_up(), place=st.sampled_from([OMAR.id, -1001, -3001]), caption=st.booleans(), edit=texts | st.none()
)
@EXAMPLES
def test_any_message_anywhere_is_survived(
    stage: Stage, errors: Errors, message: tuple[str, list[Json]], place: int, caption: bool, edit: str | None
) -> None:
    stage.api.private_chat(OMAR)
    chat = Chat(stage.api.world, place)
    text, entities = message
    if caption:
        said = chat.say(OMAR, "", entities=[], caption=text, caption_entities=entities)
    else:
        said = chat.say(OMAR, text, entities=entities)
    if edit is not None:
        chat.edit(said, edit)
    still_answers(stage, chat, errors)


@pytest.mark.parametrize("command", ["/subscribe", "/shortcut remove", "/shortcut add", "/settings zone", "/ask"])
@pytest.mark.parametrize("letter", ["<", "&", "x", "\U0001f468"])
def test_what_a_reply_quotes_never_makes_it_too_long(stage: Stage, errors: Errors, command: str, letter: str) -> None:
    chat = stage.api.private_chat(OMAR)
    assert chat.answer_to(chat.say(OMAR, f"{command} {letter * 4080}"))["text"]
    assert errors.seen == []


data = st.one_of(
    any_text,
    st.builds(
        "{}:{}:{}".format,
        st.sampled_from(["answer", "back", "ask", "page", "more", "not", "meetings", "listen", "language", ""]),
        st.sampled_from([CHAIR.key, "f" * 16, "", "on", "1"]) | any_text,
        st.integers(0, 10**7) | any_text,
    ),
    st.builds("{}:{}".format, st.sampled_from(["answer", "meetings", "listen", "ask"]), any_text),
)


@given(pressed=data, below_inline=st.booleans())
@EXAMPLES
def test_any_button_is_survived_and_rests(stage: Stage, errors: Errors, pressed: str, below_inline: bool) -> None:
    chat = stage.api.private_chat(OMAR)
    answer = chat.answer_to(chat.say(OMAR, "/ask who chaired it?"))
    with stage.api.world.changed:
        query = chat.press_anyway(OMAR, answer["message_id"], pressed)
        if below_inline:
            update = stage.api.world.updates[-1]["callback_query"]
            del update["message"]
            update["inline_message_id"] = "1"
    chat.shown_after(query)
    still_answers(stage, chat, errors)


@given(text=st.text(max_size=256), offset=st.text(max_size=20) | st.integers(0, 10**9).map(str))
@EXAMPLES
def test_anything_typed_inline_gets_results(stage: Stage, errors: Errors, text: str, offset: str) -> None:
    assert "results" in stage.api.results(stage.api.type_inline(OMAR, text.replace("crash", ""), offset))
    assert errors.seen == []


@given(result=st.text(max_size=64))
@EXAMPLES
def test_any_chosen_result_is_survived(stage: Stage, errors: Errors, result: str) -> None:
    choice = {"result_id": result, "from": OMAR.as_json(), "query": result}
    stage.api.world.announce("chosen_inline_result", choice)
    still_answers(stage, stage.api.private_chat(OMAR), errors)
