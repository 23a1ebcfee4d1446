"""What a chat is told of its settings and of what is kept: all of it, in each language, within Telegram's rules."""

from __future__ import annotations

import itertools

import pytest
from botapi.markup import parse_html
from botapi.rules import data_in, holds_telegrams_rules

from bot.store import ChatSettings, QuietHours
from bot.wording import LANGUAGES, messages, translator_for
from bot.wording.chats import help_lines, privacy_text, settings_message


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_are_shown_with_a_button_for_each_choice_but_the_present_one(language: str) -> None:
    translate = translator_for(language)
    for listen, is_group, is_deaf in itertools.product((True, False), repeat=3):
        settings = ChatSettings("vi", listen, "Asia/Bangkok", QuietHours(1320, 425))
        shown = settings_message(settings, translate, is_group=is_group, is_deaf=is_deaf)
        holds_telegrams_rules(shown)
        text, _ = parse_html(shown.html)
        assert "22:00–07:05" in text
        assert "Asia/Bangkok" in text
        assert (translate(messages.LISTEN_DEAF) in text) is (is_group and listen and is_deaf)
        listening = [[f"listen:{'off' if listen else 'on'}"]] if is_group else []
        assert data_in(shown) == [*listening, ["language:en", "language:auto"]]


def test_a_chat_that_has_set_nothing_has_no_quiet_hours_and_no_language_of_its_own() -> None:
    shown = settings_message(ChatSettings(), is_group=False, is_deaf=False)
    assert messages.QUIET_HOURS.format(hours=messages.QUIET_NONE) in shown.html
    assert messages.LANGUAGE.format(language=messages.LANGUAGE_OF_SPEAKER) in shown.html


def test_texts_that_are_not_kept_are_not_said_to_be() -> None:
    assert messages.PRIVACY_TEXTS.format(days="7 days") in privacy_text(7)
    assert messages.PRIVACY_READ.format(days="7 days") in privacy_text(7)
    assert privacy_text(7).count("•") == privacy_text(0).count("•") + 2


def test_help_names_each_command_with_what_it_does() -> None:
    assert help_lines([("ask", "Ask about a meeting")], "Who came?")[-1] == "/ask – Ask about a meeting"


def test_help_gives_the_question_that_it_is_given() -> None:
    assert messages.HELP_PRIVATE.format(question="Who came?") in help_lines([], "Who came?")
