"""What is said to a text, and what is remembered of it."""

from __future__ import annotations

from types import ModuleType

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lake_varda import LEAGUE, THIRTEENTH, TWELFTH, records

from bot import dialog
from bot.dialog import LONGEST_QUESTION, Context, reply
from bot.index import Index
from bot.matching.match import SUGGESTIONS
from bot.question import reading, tokens

INDEX = Index(records())


def asked(*texts: str) -> tuple[str | None, str | None]:
    """The answer to the last of several texts, and its article."""
    context = Context()
    for text in texts:
        said, context = reply(text, INDEX, context)
    return (said.answer.answer, said.answer.article) if said.answer else (None, None)


@pytest.mark.parametrize("text", ["", "  \n", "🙂🎉", "?!…"])
def test_a_text_without_words_is_told_apart(text: str) -> None:
    said, context = reply(text, INDEX, Context("Who?", THIRTEENTH, "0" * 16))
    assert (said.status, said.reason) == ("none", "no_words")
    assert context == Context("Who?", THIRTEENTH, "0" * 16)


@pytest.mark.parametrize(
    "text",
    ["Кто председатель?", "谁主持会议？", "Ai chủ trì cuộc họp ở Tarn?", "Wer hat die Sitzung in Tarn geleitet?"],
)
def test_a_question_in_another_language_is_told_apart(text: str) -> None:
    said, context = reply(text, INDEX, Context("Who?", THIRTEENTH, "0" * 16))
    assert (said.status, said.reason) == ("none", "other_language")
    assert context == Context("Who?", THIRTEENTH, "0" * 16)


@pytest.mark.parametrize("text", ["agenda Tarn", "Varda chair", "whoo chaird twelvth meetin", "Señor Müller’s role?"])
def test_a_few_words_are_in_no_other_language(text: str) -> None:
    assert reply(text, INDEX)[0].reason != "other_language"


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Hi there!",
        "thanks",
        "Thank you very much",
        "good morning",
        "ok thanks, bye",
        "xin chào",
        "cảm ơn bạn nhiều",
        "help",
        "lol ok",
        "nice one",
        "who are you?",
        "What can you do?",
        "you are slow",
        "You're a toaster!",
    ],
)
def test_a_greeting_or_thanks_asks_nothing_and_leaves_the_talk_where_it_was(text: str) -> None:
    said, context = reply(text, INDEX, Context("Who?", THIRTEENTH, "0" * 16))
    assert (said.status, said.reason) == ("none", "no_words")
    assert context == Context("Who?", THIRTEENTH, "0" * 16)


@pytest.mark.parametrize(
    "text", ["how many?", "who was good?", "what good came of it?", "who can help?", "one more", "you were told what?"]
)
def test_a_short_question_asks_something(text: str) -> None:
    said, _ = reply(text, INDEX)
    assert said.reason != "no_words"


def test_a_question_behind_a_greeting_is_answered() -> None:
    assert asked("Hello, who chaired the twelfth LVFC meeting?")[0] == "Oskar Vehn"
    assert asked("thanks, and who chaired the twelfth LVFC meeting?")[0] == "Oskar Vehn"


def test_a_text_that_is_too_long_is_no_question() -> None:
    said, _ = reply("who " * LONGEST_QUESTION, INDEX)
    assert (said.status, said.reason) == ("none", "too_long")
    assert len(said.asked) <= LONGEST_QUESTION


def test_a_question_about_nothing_on_record_says_so() -> None:
    said, _ = reply("Who won the football match?", INDEX)
    assert (said.status, said.reason) == ("none", "not_on_record")


def test_an_answer_knows_when_its_meeting_was() -> None:
    said, _ = reply("Who chaired the twelfth LVFC meeting?", INDEX)
    assert said.answer is not None
    assert said.answer.held == "2023-04-18"


@pytest.mark.parametrize(
    ("before", "text", "answer", "article"),
    [
        ("Who chaired the twelfth LVFC meeting?", "and where was it?", "Tarnhelm", TWELFTH),
        ("Who chaired the twelfth LVFC meeting?", "when was that?", "18 April 2023", TWELFTH),
        ("Who chaired the LVFC meeting in Osmark?", "what about the one in April 2023?", "Oskar Vehn", TWELFTH),
        ("Did India attend the 12th LVFC meeting?", "and Latvia?", "Yes, Latvia", TWELFTH),
        ("Where was the thirteenth LVFC meeting held?", "and when is the next one?", "3 October 2024", THIRTEENTH),
        ("Who is Mirela Sand?", "Who chaired the twelfth LVFC meeting?", "Oskar Vehn", TWELFTH),
        ("Who chaired the twelfth LVFC meeting?", "Where was the Ferry League congress?", "Brill", LEAGUE),
    ],
)
def test_a_follow_up_is_read_in_the_light_of_what_came_before(
    before: str, text: str, answer: str, article: str
) -> None:
    assert asked(before, text) == (answer, article)


ONE = Index([next(record for record in records() if record.article.id == TWELFTH)])


@pytest.mark.parametrize(
    ("text", "answer"),
    [("and where was it?", "Tarnhelm"), ("when was that?", "18 April 2023"), ("who else?", None), ("and Japan?", None)],
)
def test_what_leans_on_a_question_that_named_no_meeting_is_asked_of_its_answers_meeting(
    text: str, answer: str | None
) -> None:
    said, context = reply("Who chaired it?", ONE)
    assert said.answer is not None
    assert said.answer.answer == "Oskar Vehn"
    after = reply(text, ONE, context)[0].answer
    assert (after.answer if after else None) == answer


def test_a_follow_up_to_a_follow_up_stays_with_the_meeting() -> None:
    first = "Who chaired the twelfth LVFC meeting?"
    assert asked(first, "and where was it?", "and when?") == ("18 April 2023", TWELFTH)


def test_what_leans_on_a_question_without_an_answer_is_not_answered() -> None:
    assert asked("How much did it cost?", "and where was it?") == (None, None)


@pytest.mark.parametrize(
    ("before", "text", "status"),
    [
        (None, "Who chaired the twelfth LVFC meeting?", "answer"),
        (None, "Who cahired the twelvth LVFC metting?", "answer"),
        (None, "Where was the Fairy League congress held?", "suggest"),
        (None, "How much did the LVFC meeting cost?", "none"),
        ("Who chaired the twelfth LVFC meeting?", "and where was it?", "answer"),
        ("Who is Mirela Sand?", "Who chaired the twelfth LVFC meeting?", "answer"),
    ],
)
def test_a_text_is_cut_and_read_once_on_its_way_to_the_reply(
    before: str | None, text: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = reply(before, INDEX)[1] if before else Context()
    seen: list[tuple[str, str]] = []

    def watch(module: ModuleType, name: str) -> None:
        whole = getattr(module, name)

        def watched(given: str) -> object:
            if given == text:
                seen.append((module.__name__, name))
            return whole(given)

        monkeypatch.setattr(module, name, watched)

    watch(reading, "soften")
    watch(tokens, "soften")
    watch(tokens, "plain")
    watch(tokens, "_surfaces")
    watch(dialog, "read")
    assert reply(text, INDEX, context)[0].status == status
    assert seen == [("bot.dialog", "read"), ("bot.question.reading", "soften"), ("bot.question.tokens", "_surfaces")]


def test_a_follow_up_that_the_record_does_not_answer_is_not_answered() -> None:
    assert asked("Who chaired the twelfth LVFC meeting?", "and France?") == (None, None)
    assert asked("Did India attend the 12th LVFC meeting?", "and France?") == (None, None)


def test_context_remembers_the_question_and_its_answer() -> None:
    said, context = reply("Who chaired the twelfth LVFC meeting?", INDEX)
    assert said.answer is not None
    assert context == Context("Who chaired the twelfth LVFC meeting?", TWELFTH, said.answer.key)


def test_a_key_names_its_fact() -> None:
    said, _ = reply("Who chaired the twelfth LVFC meeting?", INDEX)
    assert said.answer is not None
    found = INDEX.answer(said.answer.key)
    assert found is not None
    assert found.answer == said.answer.answer
    assert len(said.answer.key) == 16
    assert INDEX.answer("f" * 16) is None


def test_meetings_are_listed_newest_first() -> None:
    assert [meeting.article for meeting in INDEX.meetings()] == [THIRTEENTH, LEAGUE, TWELFTH]


def test_a_base_without_records_answers_nothing() -> None:
    said, _ = reply("Who chaired the meeting?", Index(()))
    assert said.status == "none"


@given(st.text(max_size=1200))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    said, _ = reply(text, INDEX)
    assert (said.answer is not None) == (said.status == "answer")
    assert (said.reason is not None) == (said.status == "none")
    assert len(said.suggestions) <= SUGGESTIONS


@given(
    st.lists(
        st.sampled_from("who what when where and it was next the LVFC meeting one norway ilse".split()), max_size=8
    )
)
@settings(max_examples=100, deadline=None)
def test_no_follow_up_breaks_it(words: list[str]) -> None:
    _, context = reply("Who chaired the twelfth LVFC meeting?", INDEX)
    said, _ = reply(" ".join(words), INDEX, context)
    assert said.status in ("answer", "suggest", "none")


def test_two_reports_of_one_meeting_give_one_answer_with_two_citations() -> None:
    first = next(r for r in records() if r.article.id == TWELFTH)
    second = msgspec.structs.replace(
        first,
        article=msgspec.structs.replace(first.article, id="2023-04-19-other", source="Osmark Post", file="d.txt"),
    )
    said, _ = reply("Who chaired the twelfth LVFC meeting?", Index((first, second)))
    assert said.answer is not None
    assert said.suggestions == ()
    assert {said.answer.source, *(cited.source for cited in said.answer.also)} == {"Tarnhelm Courier", "Osmark Post"}


def test_reports_that_differ_are_no_citations_of_each_other() -> None:
    said, _ = reply("Who chaired the LVFC meeting?", INDEX)
    assert said.answer is not None
    assert said.answer.also == ()
