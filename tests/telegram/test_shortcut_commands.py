"""Shortcuts, end to end: those built in, an owner's, a chat's own, and what Telegram offers as one types."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import two_reports
from botapi.running import BOT, MIRA, OMAR, TOKEN, Stage, at_work
from botapi.server import BotApi
from botapi.small_base import CHAIR, MEETINGS, PLACE, SmallLibrary, small_services
from botapi.world import Chat, Json, Person, marked

from bot.index import Index, MeetingEntry
from bot.library import IndexedLibrary, Library
from bot.question import Question
from bot.replies import Answer, Context, Reply
from bot.shortcuts import BUILT_IN, Shortcut, ask, merged
from bot.store import Store
from bot.wording import messages

NUMBERS = itertools.count(1)
OWN = (
    Shortcut("host", "Who chaired", ("who chaired {meeting}?",)),
    Shortcut("room", "Where", ("where was {args}?",)),
    Shortcut("board", "For the board", ("who chaired {meeting}?",), who="administrators"),
    Shortcut("chutoa", "Ai chủ tọa", ("who chaired {meeting}?",), languages=("vi",)),
    Shortcut("mine", "For the owner", ("who chaired {meeting}?",), who="owners"),
)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    services = small_services()
    services.shortcuts = merged(OWN)
    services.owners = frozenset({MIRA.id})
    with at_work(services) as running:
        yield running


@pytest.fixture
def group(stage: Stage) -> Chat:
    chat = stage.api.group(-7000 - next(NUMBERS))
    chat.promote(OMAR)
    return chat


@pytest.fixture
def private(stage: Stage) -> Chat:
    return stage.api.private_chat(MIRA)


def offered(stage: Stage, scope: str, language: str = "") -> list[str]:
    """What a scope is offered once all that has changed is registered, for which nobody waits."""
    stage.running.call(stage.services.menus.idle.wait())
    commands: list[Json] = stage.api.world.scoped_commands.get((scope, language), [])
    return [command["command"] for command in commands]


@pytest.mark.parametrize("command", ["/chair", "/chair Forum 3", "/host", "/CHAIR", "/chair@onrecord_bot"])
def test_a_shortcut_asks_its_question(private: Chat, command: str) -> None:
    assert marked(private.answer_to(private.say(MIRA, command)), "bold") == [CHAIR.answer]


def test_a_shortcut_is_followed_up_and_edited_like_a_question(private: Chat) -> None:
    asked = private.say(MIRA, "/where Forum 3")
    answer = private.answer_to(asked)
    assert marked(answer, "bold") == [PLACE.answer]
    assert marked(private.answer_to(private.say(MIRA, "and?")), "bold") == [PLACE.answer]
    private.edit(asked, "/chair Forum 3")
    private.wait_for_text(answer["message_id"], CHAIR.answer)


class Misled(SmallLibrary):
    """Answers where the forum was, whatever is asked about it."""

    def __init__(self, *facts: Answer) -> None:
        super().__init__()
        self.on_record = (MeetingEntry(CHAIR.article, "harbour forum", "2021-05-03", "Oslo", "Harbour Post"),)
        self._facts = facts

    def facts(self, article: str) -> Sequence[Answer]:
        return self._facts

    def reply_in(self, question: Question, article: str) -> tuple[Reply, Context]:
        return Reply("answer", question.text, PLACE), Context(question.text, article, PLACE.key)


def asked(library: Library, name: str, args: str = "") -> tuple[Reply, Context]:
    shortcut = next(each for each in BUILT_IN if each.name == name)
    return ask(library, shortcut, args, f"/{name} {args}", Context())


def test_a_shortcut_shows_the_fact_that_surely_is_what_it_asks_for() -> None:
    reply, after = asked(Misled(PLACE, CHAIR), "chair", "harbour forum")
    assert (reply.status, reply.answer) == ("answer", CHAIR)
    assert after == Context(CHAIR.question, CHAIR.article, CHAIR.key)


def test_what_is_only_like_what_a_shortcut_asks_for_is_offered_and_not_said() -> None:
    reply, after = asked(Misled(PLACE), "chair")
    assert (reply.status, reply.answer, reply.suggestions) == ("suggest", None, (PLACE,))
    assert (after.article, after.answer_key) == (CHAIR.article, None)
    assert asked(Misled(), "where")[0].answer == PLACE


@pytest.mark.parametrize(
    ("name", "question", "is_meant"),
    [
        ("when", "When was the forum held?", True),
        ("when", "When in May 2021 was the forum held?", True),
        ("when", "When did the Harbour Council meet?", True),
        ("when", "When was the first forum held in Oslo?", False),
        ("when", "When in May 2021 was the treaty signed?", False),
        ("when", "When did the Harbour Council meet the mayor?", False),
        ("where", "Where did the Harbour Council meet on 3 May 2021?", True),
        ("where", "Where will the next forum be held?", False),
        ("attendees", "Which ministers attended the forum?", True),
        ("who", "Who was absent from the forum?", False),
        ("chair", "Who led a youth panel?", False),
        ("agenda", "What did the forum discuss?", True),
        ("agenda", "What did the forum not discuss?", False),
        ("decisions", "What was decided at the forum?", True),
        ("decisions", "What was adopted in Hanoi in February?", False),
        ("next", "When will the next meeting be held?", True),
        ("next", "When was the online forum slated?", True),
        ("next", "When is work due to start?", False),
        ("next", "When will the meeting after the Third Forum of Lunn be held?", True),
        ("next", "Where is the next meeting of the Harbour Council after 3 May 2021?", True),
        ("next", "When will the ferry be repaired after the Third Forum of Lunn?", False),
        ("how", "In what format was the forum on 3 May 2021 held?", True),
        ("how", "How was the vote of the forum taken?", False),
        ("attendees", "How many delegates attended the forum?", True),
        ("attendees", "How many members were absent from the forum?", False),
    ],
)
def test_what_a_built_in_shortcut_asks_for_is_known_by_its_question(name: str, question: str, is_meant: bool) -> None:
    pattern = next(each.pattern for each in BUILT_IN if each.name == name)
    assert pattern is not None
    assert bool(pattern.match(question)) is is_meant


@pytest.mark.parametrize("name", [name for name in messages.SHORTCUTS if name != "about"])
def test_every_built_in_shortcut_replies(private: Chat, name: str) -> None:
    assert private.answer_to(private.say(MIRA, f"/{name}"))["text"] not in (messages.UNKNOWN_COMMAND, messages.TROUBLE)


def test_the_latest_meeting_is_shown_in_a_few_lines(private: Chat) -> None:
    shown = private.answer_to(private.say(MIRA, "/latest"))
    assert marked(shown, "bold")[:2] == [MEETINGS[0].name, CHAIR.answer]
    named = private.answer_to(private.say(MIRA, "/latest forum 3"))
    assert marked(named, "bold")[0] == "Forum 3"


def test_all_that_was_decided_comes_in_one_message() -> None:
    council = two_reports.HELD
    told = [
        (f"What was decided about “Gulls” at {council}?", "to count them", "It was agreed to count them."),
        (f"What became of the levy on nets at {council}?", "dropped", "The levy on nets was dropped."),
    ]
    services = small_services()
    services.library = IndexedLibrary(Index([two_reports.record("post", "2024-05-03", told)]))
    with at_work(services) as running:
        chat = running.api.private_chat(MIRA)
        shown = chat.answer_to(chat.say(MIRA, "/decisions tern sound"))
        assert marked(shown, "bold") == [two_reports.TERN.name, "to count them", "dropped"]
        where = chat.answer_to(chat.say(MIRA, "/where"))  # of the meeting that was talked about
        assert marked(where, "bold") == [two_reports.TERN.place]


def test_a_shortcut_that_takes_words_asks_for_them(private: Chat) -> None:
    assert private.answer_to(private.say(MIRA, "/room"))["text"] == messages.ABOUT_USAGE.format(name="room")
    assert marked(private.answer_to(private.say(MIRA, "/room the forum")), "bold") == [PLACE.answer]


def test_who_may_use_a_shortcut_is_kept_to(stage: Stage, group: Chat) -> None:
    kim = Person(800, "Kim")
    assert group.answer_to(group.say(kim, "/board"))["text"] == messages.ADMINISTRATORS_ONLY
    assert marked(group.answer_to(group.say(OMAR, "/board")), "bold") == [CHAIR.answer]
    chat = stage.api.private_chat(kim)
    assert chat.answer_to(chat.say(kim, "/mine"))["text"] == messages.UNKNOWN_COMMAND
    assert marked(group.answer_to(group.say(MIRA, "/mine")), "bold") == [CHAIR.answer]


def test_an_unknown_command_in_a_group_is_left_alone(group: Chat) -> None:
    unknown = [group.say(MIRA, text) for text in ("/presided", "/presided@onrecord_bot", "/chair@another_bot")]
    group.answer_to(group.say(MIRA, "/ask where?"))
    assert [group.answers_to(message) for message in unknown] == [[], [], []]


def test_a_chat_has_shortcuts_of_its_own_which_telegram_offers_there_only(stage: Stage, group: Chat) -> None:
    said = group.answer_to(group.say(OMAR, "/shortcut add place where was {meeting}?"))["text"]
    assert said == messages.SHORTCUT_ADDED.format(name="place")
    assert marked(group.answer_to(group.say(MIRA, "/place")), "bold") == [PLACE.answer]
    assert "/place – where was {meeting}?" in group.answer_to(group.say(MIRA, "/shortcut list"))["text"]
    assert offered(stage, f"chat {group.id}")[0] == "place"
    assert "settings" not in offered(stage, f"chat {group.id}")
    assert {"place", "settings"} <= set(offered(stage, f"chat_administrators {group.id}"))
    assert "place" not in offered(stage, "all_group_chats")
    other = stage.api.group(-7900)
    left_alone = other.say(MIRA, "/place")
    other.answer_to(other.say(MIRA, "/ask where?"))
    assert other.answers_to(left_alone) == []
    assert group.answer_to(group.say(OMAR, "/shortcut remove place"))["text"] == messages.SHORTCUT_REMOVED.format(
        name="place"
    )
    assert offered(stage, f"chat {group.id}") == []
    assert group.answer_to(group.say(MIRA, "/shortcut list"))["text"] == messages.SHORTCUTS_NONE


def test_a_supergroup_is_offered_the_shortcuts_of_the_group_that_it_was(stage: Stage) -> None:
    small = stage.api.small_group(-7500)
    small.promote(OMAR)
    small.answer_to(small.say(OMAR, "/shortcut add place where was {meeting}?"))
    new = small.migrate(-1007500)
    new.answer_to(new.say(MIRA, "/place"))
    assert offered(stage, f"chat {new.id}")[0] == "place"


def test_removed_and_added_again_a_group_is_offered_no_shortcut_of_its_own(stage: Stage, group: Chat) -> None:
    group.answer_to(group.say(OMAR, "/shortcut add place where was {meeting}?"))
    group.promote(BOT, "kicked")
    group.promote(BOT, "member")
    group.answer_to(group.say(MIRA, "/ask where?"))
    assert offered(stage, f"chat {group.id}") == offered(stage, f"chat_administrators {group.id}") == []


def test_after_a_restart_a_chat_is_offered_what_is_new_beside_its_own(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    with BotApi(TOKEN, BOT) as api:
        group = api.group()
        group.promote(OMAR)
        for own in ((), OWN):
            services = small_services()
            services.store, services.shortcuts = Store(url), merged(own)
            with at_work(services, api=api) as stage:
                if not own:
                    group.answer_to(group.say(OMAR, "/shortcut add place where was {meeting}?"))
                    assert "host" not in offered(stage, f"chat {group.id}")
                else:
                    assert offered(stage, f"chat {group.id}")[0] == "place"
                    assert "host" in offered(stage, f"chat {group.id}")


def test_a_list_of_shortcuts_too_long_for_a_message_comes_in_several(group: Chat) -> None:
    for number in range(20):
        added = group.say(OMAR, f"/shortcut add s{number}\n{'where ' * 49}{number}")
        assert group.answer_to(added)["text"] == messages.SHORTCUT_ADDED.format(name=f"s{number}")
    asked = group.say(MIRA, "/shortcut list")
    group.answer_to(asked)
    group.answer_to(group.say(MIRA, "/ask where?"))
    text = "\n".join(answer["text"] for answer in group.answers_to(asked))
    assert all(f"/s{number} – {'where ' * 49}{number}" in text for number in range(20))
    assert group.answer_to(group.say(OMAR, "/shortcut add more who?"))["text"] == messages.SHORTCUT_LIMIT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", messages.SHORTCUT_USAGE),
        ("add", messages.SHORTCUT_USAGE),
        ("add Größe who?", "1 to 32 small letters"),
        ("add help who?", "/help is a command of its own"),
        ("add meetings who met?", "/meetings is a command of its own"),
        ("add chair@another_bot who?", "1 to 32 small letters"),
        ("add ../etc who?", "1 to 32 small letters"),
        ("add 👑 who?", "1 to 32 small letters"),
        ("add e\u0301 who?", "1 to 32 small letters"),
        ("add \u202enihc who?", "1 to 32 small letters"),
        (f"add {'x' * 33} who?", "1 to 32 small letters"),
        ("add <b>x</b> who?", "1 to 32 small letters"),
        ("add place where was {place}?", "{place} means nothing"),
        ("add place", "the question is empty"),
        (f"add place {'where ' * 100}", "longer than"),
        ("remove place", messages.SHORTCUT_UNKNOWN.format(name="place")),
        ("colour red", messages.SHORTCUT_USAGE),
    ],
)
def test_what_is_wrong_with_a_shortcut_is_said(group: Chat, words: str, said: str) -> None:
    assert said in group.answer_to(group.say(OMAR, f"/shortcut {words}"))["text"]


def test_only_administrators_keep_a_groups_shortcuts(group: Chat) -> None:
    answer = group.answer_to(group.say(Person(800, "Kim"), "/shortcut add place where?"))
    assert answer["text"] == messages.ADMINISTRATORS_ONLY


def test_telegram_offers_each_scope_what_it_may_use(stage: Stage) -> None:
    everybody, administrators = offered(stage, "all_group_chats"), offered(stage, "all_chat_administrators")
    assert {"ask", "chair", "host", "help"} <= set(everybody)
    assert not {"settings", "board", "mine"} & set(everybody)
    assert {"settings", "shortcut", "board", "ask"} <= set(administrators)
    assert "mine" not in administrators
    assert offered(stage, "default") == administrators


def test_telegram_offers_a_shortcut_to_the_speakers_that_it_is_for(stage: Stage) -> None:
    assert "chutoa" not in offered(stage, "default")
    assert "chutoa" in offered(stage, "default", "vi")
    assert set(offered(stage, "default")) < set(offered(stage, "default", "vi"))
