"""What owners and editors do in Telegram, end to end over HTTP, and that nobody else can tell that it is there."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from botapi.running import BOT, TOKEN, at_work
from botapi.server import BotApi
from botapi.small_base import UNLIMITED, small_services
from botapi.world import Chat, Json, Person, buttons, marked
from failing_database import let_it_fail
from harbour_board import AGREED, ARTICLE, make_base
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import index
from bot.config import Settings
from bot.index import Index
from bot.index.entries import sentence_id
from bot.library import IndexedLibrary
from bot.question import Question
from bot.replies import Context, Reply
from bot.store import IN_MEMORY, Day
from bot.telegram import app
from bot.telegram.flood import Flood
from bot.telegram.services import Services
from bot.wording import chart, messages
from facts.pages import base

OLA, EDA, MIRA = Person(501, "Ola"), Person(502, "Eda"), Person(503, "Mira")
"""The owner, an editor, and somebody."""
GAVEL = "Whose gavel opened everything?"
COMMANDS = ("stats", "unanswered", "reload", "health")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_base(tmp_path / "base")
    return tmp_path / "base"


@pytest.fixture
def services(folder: Path) -> Services:
    set_ = Settings(
        token=TOKEN,
        owners=frozenset({OLA.id}),
        editors=frozenset({EDA.id}),
        database_url=IN_MEMORY,
    )
    services = app.services_of(set_, index.load(folder), folder)
    services.flood = Flood(UNLIMITED)
    return services


@pytest.fixture
def api(services: Services) -> Iterator[BotApi]:
    with BotApi(TOKEN, BOT) as server:
        for person in (OLA, EDA, MIRA):
            server.private_chat(person)
        with at_work(services, api=server) as stage:
            stage.running.call(services.menus.idle.wait())
            yield server


def chat_of(api: BotApi, person: Person) -> Chat:
    return Chat(api.world, person.id)


def ask(api: BotApi, person: Person, text: str) -> Json:
    chat = chat_of(api, person)
    return chat.answer_to(chat.say(person, text))


def settle(api: BotApi) -> None:
    """Wait until all that Mira asked has been noted: that is after the reply, but before her next one."""
    ask(api, MIRA, "/help")


# Who may


@pytest.mark.parametrize("command", COMMANDS)
def test_everybody_else_gets_what_an_unknown_command_gets(api: BotApi, command: str) -> None:
    unknown = ask(api, MIRA, "/nonsense")["text"]
    assert ask(api, MIRA, f"/{command}")["text"] == unknown == messages.UNKNOWN_COMMAND


@pytest.mark.parametrize("command", COMMANDS)
def test_in_a_group_nobody_is_answered_not_even_the_owner(api: BotApi, command: str) -> None:
    group = api.group(-1005)
    asked = group.say(OLA, f"/{command}@onrecord_bot")
    group.answer_to(group.say(OLA, "/help@onrecord_bot"))
    assert group.answers_to(asked) == []


def test_an_editor_has_all_but_the_owners_own(api: BotApi) -> None:
    assert ask(api, EDA, "/unanswered")["text"] == messages.IN_VAIN_NONE
    assert ask(api, EDA, "/health")["text"] == messages.UNKNOWN_COMMAND


def test_each_is_offered_what_they_may_do(api: BotApi) -> None:
    ask(api, MIRA, "where?")
    offered = {
        json.loads(given["scope"])["chat_id"]: {command["command"] for command in json.loads(given["commands"])}
        for method, given in api.calls
        if method == "setMyCommands" and "chat_id" in given.get("scope", "")
    }
    assert set(offered) == {OLA.id, EDA.id}
    assert set(COMMANDS) <= offered[OLA.id]
    assert set(COMMANDS) & offered[EDA.id] == {"stats", "unanswered", "reload"}


def test_a_button_forged_by_somebody_else_does_nothing(api: BotApi, folder: Path) -> None:
    key = in_vain(api)
    before = (folder / f"{ARTICLE}.yaml").read_bytes()
    chat = chat_of(api, MIRA)
    shown = ask(api, MIRA, "Where was it held?")
    fact = index.fact_id(ARTICLE, "chair")
    for data in (f"teach:{key}:{fact}", f"dismiss:{key}", "unanswered:0"):
        assert chat.shown_after(chat.press_anyway(MIRA, shown["message_id"], data)) == messages.STALE
    assert (folder / f"{ARTICLE}.yaml").read_bytes() == before
    assert GAVEL in ask(api, OLA, "/unanswered")["text"]


# Numbers


def test_stats_tell_what_was_asked_with_a_picture(api: BotApi) -> None:
    ask(api, MIRA, "Who chaired the fourth meeting of the Harbour Board?")
    ask(api, MIRA, GAVEL)
    settle(api)
    shown = ask(api, OLA, "/stats")
    assert shown["photo"]
    assert messages.STATS_QUESTIONS.format(count=2) in shown["caption"]
    assert "fourth meeting of the Harbour Board" in shown["caption"]
    assert re.search(r"🟩 \w+ 50\s%", shown["caption"])


def test_without_pillow_stats_are_words_only(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart, "draw", lambda days: None)
    assert messages.STATS_NO_PICTURE in ask(api, OLA, "/stats")["text"]


@pytest.mark.parametrize("days", [[Day("2026-03-01")], [Day("2026-03-01", n, n // 2, 3) for n in range(365)]])
def test_a_picture_is_a_small_png(days: list[Day]) -> None:
    picture = chart.draw(days)
    assert picture is not None
    assert picture.startswith(b"\x89PNG\r\n")
    assert len(picture) < 50_000


def test_health_names_the_base_and_the_database(api: BotApi) -> None:
    said = ask(api, OLA, "/health")["text"]
    assert "1 meeting, 3 facts" in said
    assert "SQLite, answers in" in said


def test_health_says_that_the_database_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    services = small_services()
    services.owners = frozenset({OLA.id})
    with at_work(services) as stage:
        stage.api.private_chat(OLA)
        assert "SQLite, answers in" in ask(stage.api, OLA, "/health")["text"]
        let_it_fail(services.store, monkeypatch)
        assert "Database: SQLite, does not answer (OperationalError)" in ask(stage.api, OLA, "/health")["text"]


# Teaching


def in_vain(api: BotApi, question: str = GAVEL) -> str:
    """Ask something in vain; its key."""
    assert ask(api, MIRA, question)["text"].startswith(messages.NOT_ON_RECORD)
    settle(api)
    shown = ask(api, OLA, "/unanswered")
    return dismissing(shown).partition(":")[2]


def test_what_is_taught_is_answered_at_once_and_stands_in_the_base_as_a_hand_edit(api: BotApi, folder: Path) -> None:
    in_vain(api)
    shown = ask(api, EDA, "/unanswered")
    fact = index.fact_id(ARTICLE, "chair")
    data = next(data for data in buttons(shown).values() if data.startswith("teach:") and data.endswith(fact))
    chat = chat_of(api, EDA)
    chat.press(EDA, shown["message_id"], data)
    chat.wait_for_text(shown["message_id"], messages.TAUGHT)
    assert "Ana Lindqvist" in ask(api, MIRA, GAVEL)["text"]
    page = base.load_page(folder / f"{ARTICLE}.yaml")
    taught = next(fact for fact in page.facts if fact.id == "chair")
    assert taught.variants == (GAVEL,)
    assert "chair" in page.edited()
    assert ask(api, OLA, "/unanswered")["text"] == messages.IN_VAIN_NONE


class Reads(IndexedLibrary):
    """Answers what has to do with a waterway by reading."""

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._sentence = index.answer(sentence_id(ARTICLE, AGREED))

    def plain_reply(self, question: Question, context: Context) -> tuple[Reply, Context] | None:
        return None if "waterway" in question.text else super().plain_reply(question, context)

    def open_reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        return self.reply(question, context)

    def reply(self, question: Question, context: Context) -> tuple[Reply, Context]:
        if "waterway" not in question.text:
            return super().reply(question, context)
        assert self._sentence is not None
        start = AGREED.index("the northern channel")
        span = (start, start + len("the northern channel"))
        answer = dataclasses.replace(
            self._sentence, question=question.text, answer="the northern channel", marked=span, confidence=0.8
        )
        return Reply("answer", question.text, answer), Context(question.text, answer.article, answer.key)


WATERWAY = "Which waterway gets deeper?"


def test_what_was_read_is_listed_and_kept_as_a_fact(api: BotApi, services: Services, folder: Path) -> None:
    services.library = Reads(index.load(folder))
    for text in (WATERWAY, "the waterway that gets deeper?", WATERWAY):
        assert ask(api, MIRA, text)["text"].startswith("the northern channel")
    settle(api)
    shown = ask(api, EDA, "/unanswered")
    assert marked(shown, "bold") == [messages.READ_TITLE, "the northern channel", "the northern channel"]
    assert marked(shown, "blockquote") == [AGREED]
    keep = buttons(shown)[messages.KEEP]
    chat = chat_of(api, MIRA)
    forged = chat.press_anyway(MIRA, ask(api, MIRA, "Where was it held?")["message_id"], keep)
    assert chat.shown_after(forged) == messages.STALE
    chat = chat_of(api, EDA)
    chat.press(EDA, shown["message_id"], keep)
    chat.wait_for_text(shown["message_id"], messages.TAUGHT)
    assert not isinstance(services.library, Reads)
    assert ask(api, MIRA, WATERWAY)["text"].startswith("the northern channel")
    page = base.load_page(folder / f"{ARTICLE}.yaml")
    kept = next(fact for fact in page.facts if WATERWAY in (fact.question, *fact.variants))
    assert (kept.answer, kept.evidence, kept.kind) == ("the northern channel", AGREED, "which")
    assert kept.id in page.edited()
    assert {kept.question, *kept.variants} == {WATERWAY, "the waterway that gets deeper?"}
    assert ask(api, OLA, "/unanswered")["text"] == messages.IN_VAIN_NONE


def test_what_was_read_is_dismissed_as_a_question_in_vain_is(api: BotApi, services: Services, folder: Path) -> None:
    services.library = Reads(index.load(folder))
    for _ in range(2):
        ask(api, MIRA, WATERWAY)
        settle(api)
        shown = ask(api, OLA, "/unanswered")
        if messages.DISMISS in buttons(shown):
            chat_of(api, OLA).press(OLA, shown["message_id"], buttons(shown)[messages.DISMISS])
            chat_of(api, OLA).wait_for_text(shown["message_id"], messages.IN_VAIN_NONE)
    assert shown["text"] == messages.IN_VAIN_NONE


FULL = ", at “fourth meeting of the Harbour Board”, 14 May 2024?"
"""What follows a question that was asked of the meeting without naming it."""


def variants_of_the_chair(folder: Path) -> tuple[str, ...]:
    return next(fact for fact in base.load_page(folder / f"{ARTICLE}.yaml").facts if fact.id == "chair").variants


def test_what_names_no_meeting_is_noted_with_the_one_that_was_talked_about(api: BotApi, folder: Path) -> None:
    ask(api, MIRA, "Who chaired the fourth meeting of the Harbour Board?")
    ask(api, MIRA, "And whose gavel was it?")
    settle(api)
    shown = ask(api, EDA, "/unanswered")
    assert f"And whose gavel was it{FULL}" in shown["text"]
    chat = chat_of(api, EDA)
    chat.press(EDA, shown["message_id"], teaching(shown, "chair"))
    chat.wait_for_text(shown["message_id"], messages.TAUGHT)
    assert variants_of_the_chair(folder) == (f"And whose gavel was it{FULL}",)
    assert "Ana Lindqvist" in ask(api, MIRA, f"And whose gavel was it{FULL}")["text"]


def test_what_names_no_meeting_is_taught_with_that_of_the_fact(api: BotApi, folder: Path) -> None:
    in_vain(api, "And whose gavel was it?")
    shown = ask(api, EDA, "/unanswered")
    chat = chat_of(api, EDA)
    chat.press(EDA, shown["message_id"], teaching(shown, "chair"))
    told = chat.wait_for_text(shown["message_id"], messages.TAUGHT)
    assert f"And whose gavel was it{FULL}" in told["text"]
    assert variants_of_the_chair(folder) == (f"And whose gavel was it{FULL}",)


def teaching(shown: Json, fact: str) -> str:
    key = index.fact_id(ARTICLE, fact)
    return next(data for data in buttons(shown).values() if data.startswith("teach:") and data.endswith(key))


def test_what_is_dismissed_is_gone_with_all_that_is_like_it(api: BotApi) -> None:
    for question in (GAVEL, "Whose gavel opened everything, then?", "What did the zebras cost?"):
        assert ask(api, MIRA, question)["text"].startswith(messages.NOT_ON_RECORD)
    settle(api)
    shown = ask(api, OLA, "/unanswered")
    assert messages.PAGE_OF.format(page=1, pages=2) in shown["text"]
    chat = chat_of(api, OLA)
    chat.press(OLA, shown["message_id"], dismissing(shown))
    chat.shown_after(
        chat.press(OLA, shown["message_id"], dismissing(chat.wait_for_text(shown["message_id"], "Asked once")))
    )
    chat.wait_for_text(shown["message_id"], messages.IN_VAIN_NONE)
    ask(api, MIRA, GAVEL)
    settle(api)
    assert ask(api, OLA, "/unanswered")["text"] == messages.IN_VAIN_NONE


def dismissing(shown: Json) -> str:
    return next(data for data in buttons(shown).values() if data.startswith("dismiss:"))


def test_pages_are_turned(api: BotApi) -> None:
    for question in (GAVEL, "What did the zebras cost?"):
        ask(api, MIRA, question)
    settle(api)
    shown = ask(api, OLA, "/unanswered")
    chat = chat_of(api, OLA)
    chat.press(OLA, shown["message_id"], "unanswered:1")
    chat.wait_for_text(shown["message_id"], messages.PAGE_OF.format(page=2, pages=2))


def test_a_base_that_cannot_be_written_is_told(api: BotApi, folder: Path) -> None:
    key = in_vain(api)
    path = folder / f"{ARTICLE}.yaml"
    path.write_text("schema: 1\n")
    chat = chat_of(api, OLA)
    shown = ask(api, OLA, "/unanswered")
    chat.press(OLA, shown["message_id"], f"teach:{key}:{index.fact_id(ARTICLE, 'chair')}")
    told = chat.wait_for_text(shown["message_id"], messages.NOT_TAUGHT)
    assert f"{ARTICLE}.yaml" in told["text"]
    assert GAVEL in told["text"]
    assert path.read_text() == "schema: 1\n"


# Reading anew


def test_a_reload_brings_what_a_person_wrote_into_the_base(api: BotApi, folder: Path) -> None:
    base.add_variant(folder, ARTICLE, "chair", GAVEL)
    assert ask(api, MIRA, GAVEL)["text"].startswith(messages.NOT_ON_RECORD)
    assert ask(api, EDA, "/reload")["text"] == messages.RELOADED.format(meetings="1 meeting", facts="3 facts")
    assert "Ana Lindqvist" in ask(api, MIRA, GAVEL)["text"]


def test_a_base_with_problems_is_not_taken_and_the_one_before_answers_on(api: BotApi, folder: Path) -> None:
    (folder / "wrong.yaml").write_text("schema: 7\n")
    said = ask(api, OLA, "/reload")["text"]
    assert said.startswith(messages.NOT_RELOADED)
    assert "wrong.yaml:1: schema 7 is unknown" in said
    assert "Ana Lindqvist" in ask(api, MIRA, "Who chaired the fourth meeting of the Harbour Board?")["text"]


# What is kept


def test_privacy_says_what_is_kept_and_how_long(api: BotApi) -> None:
    said = ask(api, MIRA, "/privacy")["text"]
    assert messages.PRIVACY_TEXTS.format(days="90 days") in said
    assert messages.PRIVACY_READ.format(days="90 days") in said
    assert messages.PRIVACY_TALK.format(minutes="15 minutes") in said
    assert messages.PRIVACY_EXCHANGES.format(days="2 days") in said


def test_forget_me_forgets_what_was_talked_about_elsewhere_too(api: BotApi) -> None:
    group = api.group(-1006)
    for chat in (group, chat_of(api, MIRA)):
        chat.answer_to(chat.say(MIRA, "/ask Who chaired the fourth meeting of the Harbour Board?"))
    assert group.answer_to(group.say(MIRA, "/ask really?"))["text"].startswith("Ana Lindqvist")
    assert ask(api, MIRA, "/forget me")["text"] == messages.FORGOTTEN_PERSON
    assert group.answer_to(group.say(MIRA, "/ask really?"))["text"].startswith(messages.NOT_ON_RECORD)


def test_a_conversation_goes_on_after_a_restart(folder: Path, tmp_path: Path) -> None:
    set_ = Settings(token=TOKEN, database_url=f"sqlite:///{tmp_path / 'memory.sqlite3'}")
    with BotApi(TOKEN, BOT) as server:
        chat = server.private_chat(MIRA)
        said = []
        for question in ("Who chaired the fourth meeting of the Harbour Board?", "and where?"):
            with at_work(app.services_of(set_, index.load(folder), folder), api=server):
                said.append(chat.answer_to(chat.say(MIRA, question))["text"])
    assert said[0].startswith("Ana Lindqvist")
    assert said[1].startswith("Visby")
    assert b"fourth" not in (tmp_path / "memory.sqlite3").read_bytes()


# Hostile input


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from([*COMMANDS, "privacy", "forget"]),
    words=st.text(max_size=60),
    data=st.text(min_size=1, max_size=16) | st.from_regex(r"\A(teach|dismiss|unanswered):[0-9a-f:]{1,40}\Z"),
)
def test_no_words_and_no_button_break_anything(api: BotApi, command: str, words: str, data: str) -> None:
    chat = chat_of(api, OLA)
    shown = chat.answer_to(chat.say(OLA, f"/{command} {words}"))
    said = shown.get("text") or shown["caption"]
    assert said != messages.TROUBLE
    assert chat.shown_after(chat.press_anyway(OLA, shown["message_id"], data)) in (
        None,
        messages.STALE,
        messages.DISMISSED,
    )
    assert ask(api, OLA, "/health")["text"] != messages.TROUBLE
