"""What happens when people say that an answer is not what they meant, end to end."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

import pytest
from botapi.running import MIRA, OMAR, Stage, at_work
from botapi.small_base import CHAIR, COUNTED, PLACE, ReadingLibrary, small_services
from botapi.world import Chat, Person, buttons, marked

from bot.question import Question
from bot.replies import Answer, Context, Reply
from bot.wording import messages

NUMBERS = itertools.count(1)
OFFERED = [f"answer:{PLACE.key}", f"back:{CHAIR.key}"]


@pytest.fixture(scope="module")
def library() -> ReadingLibrary:
    return ReadingLibrary(0)


@pytest.fixture(scope="module")
def stage(library: ReadingLibrary) -> Iterator[Stage]:
    services = small_services()
    services.library = library
    with at_work(services) as running:
        yield running


@pytest.fixture
def chat(stage: Stage) -> Chat:
    return stage.api.private_chat(Person(8500 + next(NUMBERS), "Somebody"))


@pytest.mark.parametrize("text", ["no", "Not that!", "really?", "wrong", "không phải", "thật không?"])
def test_who_objects_to_an_answer_is_offered_the_next_best(stage: Stage, chat: Chat, text: str) -> None:
    chat.answer_to(chat.say(MIRA, "forum, chaired by whom?"))
    offer = chat.answer_to(chat.say(MIRA, text))
    assert offer["text"].startswith(messages.PERHAPS)
    assert list(buttons(offer).values()) == OFFERED
    assert stage.services.store.tally._feedback[CHAIR.key, "rejected"] >= 1
    chat.press(MIRA, offer["message_id"], OFFERED[0])
    assert marked(chat.wait_for_text(offer["message_id"], PLACE.evidence), "bold") == [PLACE.answer]


def test_an_objection_is_never_a_question(stage: Stage, chat: Chat, library: ReadingLibrary) -> None:
    assert chat.answer_to(chat.say(MIRA, "no"))["text"] == messages.NO_WORDS
    chat.answer_to(chat.say(MIRA, "who chaired it?"))
    assert chat.answer_to(chat.say(MIRA, "really?"))["text"] == messages.NOTHING_ELSE
    assert chat.answer_to(chat.say(MIRA, "no"))["text"] == messages.NOTHING_ELSE
    assert not {"no", "really?"} & {*library.asked, *library.read}
    unanswered = stage.running.call(stage.services.store.questions.unanswered())
    assert not {"no", "really?"} & {question.text for question in unanswered}


@pytest.mark.parametrize("text", ["summarise the forum of gulls", "which meetings are on record?"])
def test_who_asks_for_what_a_command_shows_asks_for_nothing_that_is_missing(
    stage: Stage, chat: Chat, text: str
) -> None:
    assert "/meetings" in chat.answer_to(chat.say(MIRA, text))["text"]
    unanswered = stage.running.call(stage.services.store.questions.unanswered())
    assert text not in {question.text for question in unanswered}


def test_who_objects_to_what_was_read_can_come_back_to_it(chat: Chat) -> None:
    chat.answer_to(chat.say(MIRA, "who counted the gulls at the forum?"))
    offer = chat.answer_to(chat.say(MIRA, "not that"))
    assert list(buttons(offer).values())[:2] == [f"answer:{CHAIR.key}", f"answer:{PLACE.key}"]
    chat.press(MIRA, offer["message_id"], f"back:{COUNTED.key}")
    assert chat.wait_for_text(offer["message_id"], COUNTED.evidence)


def test_an_objection_that_replies_to_an_answer_is_to_that_answer(chat: Chat) -> None:
    first = chat.answer_to(chat.say(MIRA, "forum, chaired by whom?"))
    chat.answer_to(chat.say(MIRA, "where was it?"))
    offer = chat.answer_to(chat.say(MIRA, "no", reply_to=first["message_id"]))
    assert list(buttons(offer).values()) == OFFERED


def test_in_a_group_an_objection_is_heard_as_a_reply_only(stage: Stage) -> None:
    group = stage.api.group(-4950)
    group.promote(MIRA)
    shown = group.answer_to(group.say(MIRA, "/settings@onrecord_bot"))
    group.press(MIRA, shown["message_id"], "listen:on")
    group.wait_for_text(shown["message_id"], messages.LISTEN_ON)
    answer = group.answer_to(group.say(MIRA, "/ask forum, chaired by whom?"))
    aside = [group.say(OMAR, text) for text in ("no", "really?")]
    offer = group.answer_to(group.say(OMAR, "really?", reply_to=answer["message_id"]))
    assert list(buttons(offer).values()) == OFFERED
    assert [group.answers_to(message) for message in aside] == [[], []]


class _Unsure(ReadingLibrary):
    """Offers two quotes to "perhaps", and knows two more, one to each objection's page of three."""

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        """See `bot.library.Library`."""
        return None

    def nearest(self, question: Question, context: Context) -> Sequence[Answer]:
        """See `bot.library.Library`."""
        return (COUNTED, PLACE, *(dataclasses.replace(CHAIR, key=f"{n:016x}", answer=f"No {n}") for n in range(4)))


def test_who_objects_to_an_offer_is_offered_the_next_until_there_is_nothing_else() -> None:
    services = small_services()
    services.library = _Unsure(0)
    with at_work(services) as running:
        chat = running.api.private_chat(Person(8990, "Somebody"))
        chat.answer_to(chat.say(MIRA, "perhaps the gulls?"))
        offers = [chat.answer_to(chat.say(MIRA, text)) for text in ("no", "really?", "not that", "no")]
    assert [list(buttons(each).values())[:3] for each in offers[:2]] == [
        [f"answer:{n:016x}" for n in range(3)],
        [f"answer:{3:016x}"],
    ]
    assert [each["text"] for each in offers[2:]] == [messages.NOTHING_ELSE] * 2
