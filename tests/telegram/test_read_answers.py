"""Answers that were read, end to end: shown, chosen, shared; and that nobody waits for the reader who need not."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from botapi.running import MIRA, Stage, at_work
from botapi.small_base import CHAIR, COUNTED, PLACE, ReadingLibrary, small_services
from botapi.world import Chat, Json, Person, buttons, marked

from bot.question import Question
from bot.replies import Context, Reply
from bot.wording import messages

READ = f"{COUNTED.key}-0-9"
NEAR = f"{COUNTED.key}-22-27"


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
    return stage.api.private_chat(Person(8000 + len(stage.api.world.chats), "Somebody"))


def is_the_answer(shown: Json) -> None:
    assert marked(shown, "bold") == ["Omar Reza", "Omar Reza"]
    assert marked(shown, "blockquote") == [COUNTED.evidence]
    assert "Harbour Post, 4 May 2021" in shown["text"]


def test_words_that_were_read_are_the_answer_with_the_sentence_and_its_source(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who counted the gulls?"))
    is_the_answer(answer)
    assert buttons(answer) == {messages.MORE: f"more:{READ}:0", messages.NOT_THIS: f"not:{READ}:0"}


def test_a_quote_that_is_chosen_becomes_the_answer_also_where_no_fact_holds_it(chat: Chat) -> None:
    offer = chat.answer_to(chat.say(MIRA, "what was perhaps counted?"))
    assert offer["text"].startswith(messages.NOT_SURE)
    assert marked(offer, "bold") == ["gulls"]
    assert next(iter(buttons(offer).items())) == ("1. gulls", f"answer:{NEAR}")
    chat.press(MIRA, offer["message_id"], f"answer:{NEAR}")
    chosen = chat.wait_for_text(offer["message_id"], "gulls\n")
    assert marked(chosen, "bold") == ["gulls", "gulls"]
    assert marked(chosen, "blockquote") == [COUNTED.evidence]


def test_a_read_answer_is_come_back_to_from_its_buttons(chat: Chat) -> None:
    answer = chat.answer_to(chat.say(MIRA, "who counted the gulls?"))
    chat.press(MIRA, answer["message_id"], buttons(answer)[messages.MORE])
    shown = chat.wait_for_text(answer["message_id"], CHAIR.question)
    chat.press(MIRA, answer["message_id"], buttons(shown)[messages.TO_ANSWER])
    is_the_answer(chat.wait_for_text(answer["message_id"], COUNTED.evidence))


def test_a_read_answer_is_shared_and_opened_by_its_name(stage: Stage, chat: Chat) -> None:
    [result] = stage.api.results(stage.api.type_inline(MIRA, f"#{READ}"))["results"]
    assert marked(result["input_message_content"], "bold") == ["Omar Reza", "Omar Reza"]
    [[link]] = result["reply_markup"]["inline_keyboard"]
    assert link["url"].endswith(f"?start={READ}")
    is_the_answer(chat.answer_to(chat.say(MIRA, f"/start {READ}")))


@pytest.mark.parametrize("span", ["-5-2", "-900000-999999", "-0-0"])
def test_a_name_that_marks_nothing_opens_the_sentence(chat: Chat, span: str) -> None:
    shown = chat.answer_to(chat.say(MIRA, f"/start {COUNTED.key}{span}"))
    assert marked(shown, "bold") == []
    assert marked(shown, "blockquote") == [COUNTED.evidence]


# Who waits for the reader


class GatedLibrary(ReadingLibrary):
    """Reads when it is let."""

    def __init__(self) -> None:
        super().__init__(0.06)
        self.go_on = threading.Event()

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        self.go_on.wait(30)
        return super().reply(question, context)


def test_while_many_questions_are_read_a_plain_one_is_answered_before_them() -> None:
    services, library = small_services(), GatedLibrary()
    services.library = library
    with at_work(services) as stage:
        readers = [Person(9000 + number, "Reader") for number in range(20)]
        chats = [stage.api.private_chat(person) for person in readers]
        asked = [chat.say(person, "who counted them?") for chat, person in zip(chats, readers, strict=True)]
        other = stage.api.private_chat(MIRA)
        other.answer_to(other.say(MIRA, "who chaired it?"))
        assert [chat.answers_to(question) for chat, question in zip(chats, asked, strict=True)] == [[]] * 20
        follow_up = chats[0].say(readers[0], "where was it?")
        library.go_on.set()
        for chat, question in zip(chats, asked, strict=True):
            is_the_answer(chat.answer_to(question))
        after = chats[0].answer_to(follow_up)
        assert marked(after, "bold") == [PLACE.answer]
        assert chats[0].answers_to(asked[0])[0]["message_id"] < after["message_id"]
    assert library.read == ["who counted them?"] * 20


def test_a_plain_question_never_comes_to_the_reader(chat: Chat, library: ReadingLibrary) -> None:
    before = len(library.read)
    for text in ("who chaired it?", "/ask where was it?", "/chair", "what did the zebras cost?"):
        assert chat.answer_to(chat.say(MIRA, text))
    assert len(library.read) == before


def test_what_is_being_read_when_the_bot_is_stopped_is_still_answered() -> None:
    services, library = small_services(), ReadingLibrary(0.06)
    services.library = library
    with at_work(services) as stage:
        chats = [stage.api.private_chat(Person(9100 + number, "Reader")) for number in range(5)]
        asked = [chat.say(Person(chat.id, "Reader"), "who counted them?") for chat in chats]
        stage.api.world.wait("all questions to be asked", lambda: len(library.asked) == 5 or None)
    for chat, question in zip(chats, asked, strict=True):
        is_the_answer(chat.answer_to(question))


def test_a_group_that_is_listened_to_hears_a_sure_answer_that_was_read_and_no_quotes(stage: Stage) -> None:
    group = stage.api.group(-4700)
    group.promote(MIRA)
    shown = group.answer_to(group.say(MIRA, "/settings@onrecord_bot"))
    group.press(MIRA, shown["message_id"], "listen:on")
    group.wait_for_text(shown["message_id"], messages.LISTEN_ON)
    unsure = group.say(MIRA, "what was perhaps counted?")
    is_the_answer(group.answer_to(group.say(MIRA, "who counted the gulls?")))
    assert group.answers_to(unsure) == []


# Inline mode


def test_what_is_typed_is_read_only_when_it_rests(stage: Stage, library: ReadingLibrary) -> None:
    before = len(library.read)
    first = [stage.api.type_inline(MIRA, text) for text in ("who counted", "who counted the", "who counted the g")]
    last = stage.api.type_inline(MIRA, "who counted the gulls?")
    other = stage.api.type_inline(Person(77, "Other"), "counted by whom?")
    [result] = stage.api.results(last)["results"]
    assert (result["title"], result["description"]) == (f"“{COUNTED.evidence}”", "Omar Reza")
    assert stage.api.results(other)["results"]
    assert sorted(library.read[before:]) == ["counted by whom?", "who counted the gulls?"]
    assert all("answered" not in stage.api.world.queries[query] for query in first)


def test_what_is_typed_and_found_plainly_is_shown_at_once(stage: Stage, library: ReadingLibrary) -> None:
    before = len(library.read)
    for text in ("who chaired", "who chaired it?"):
        results = stage.api.results(stage.api.type_inline(MIRA, text))["results"]
        assert [result["title"] for result in results] == [CHAIR.question]
    assert len(library.read) == before
