"""The catalogue of what the bot says: whole in every language, with the same places to fill in; dates and plurals."""

from __future__ import annotations

import ast
import datetime
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot import wording
from bot.wording import ENGLISH, LANGUAGES, messages, translator_for

BOT = Path(bot.__file__).parent
WORDING = Path(wording.__file__).parent
LOCALE = WORDING / "locale"
TRANSLATED = sorted(LANGUAGES.keys() - {"en"})
MARKERS = {"N_": None, "NN_": (1, 2)}
TODAY = datetime.date(2020, 6, 30)


def catalogue(language: str) -> Catalog:
    with (LOCALE / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def spoken() -> list[str | tuple[str, str]]:
    """All messages, as they are marked in the source."""
    found = extract_from_file("python", WORDING / "messages.py", keywords=MARKERS)
    return [message for _, message, _, _ in found]  # type: ignore[misc]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def places(text: str) -> set[str]:
    """What is filled in, the same in English and in every translation; a text that has nothing to fill in may have
    braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_language_has_its_catalogue_and_no_other_is_there() -> None:
    assert sorted(path.name for path in LOCALE.iterdir()) == sorted(
        f"{language}.{kind}" for language in TRANSLATED for kind in ("mo", "po")
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_translates_all_that_is_said_and_nothing_else(language: str) -> None:
    entries = [message for message in catalogue(language) if message.id]
    assert {forms(entry.id)[0] for entry in entries} == {forms(message)[0] for message in spoken()}
    for entry in entries:
        assert not entry.fuzzy, entry.id
        assert forms(entry.string), entry.id
        assert all(text.strip() for text in forms(entry.string)), entry.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_and_the_commands_of_the_english(language: str) -> None:
    for entry in catalogue(language):
        if not entry.id:
            continue
        english = forms(entry.id)[-1]
        for text in forms(entry.string):
            assert places(text) == places(english), text
            assert set(re.findall(r"(?<!\w)/[a-z]+", text)) == set(re.findall(r"(?<!\w)/[a-z]+", english)), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_bot_reads_is_made_of_what_people_wrote(language: str) -> None:
    with (LOCALE / f"{language}.mo").open("rb") as file:
        read = {forms(entry.id): forms(entry.string) for entry in read_mo(file) if entry.id}
    written = {forms(entry.id): forms(entry.string) for entry in catalogue(language) if entry.id}
    assert read == written, "run ./deploy/words"


def test_every_message_is_marked() -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        return [text for each in value for text in texts(each)] if isinstance(value, tuple) else []

    named = {name: value for name, value in vars(messages).items() if name.isupper()}
    marked = {form for message in spoken() for form in forms(message)}
    commands = {
        name
        for table in (messages.COMMANDS, messages.ADMINISTRATION, messages.EDITING, messages.OWNING)
        for name, _ in table
    }
    assert {text for value in named.values() for text in texts(value)} - commands == marked


def test_a_catalogue_fits_what_telegram_allows() -> None:
    described = [*messages.COMMANDS, *messages.ADMINISTRATION, *messages.EDITING, *messages.OWNING]
    for language in LANGUAGES:
        translate = translator_for(language)
        for text in (*(text for _, text in described), *messages.SHORTCUTS.values()):
            assert 1 <= len(translate(text)) <= 256
        for text in (messages.STALE, messages.NOTHING_ELSE, messages.ADMINISTRATORS_ONLY, messages.DISMISSED):
            assert len(translate(text)) <= 200  # shown by a pressed button


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("VI", "vi"),
        ("vi_VN", "vi"),
        ("en-GB", "en"),
        ("de", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_a_client_decides(tag: str | None, language: str) -> None:
    assert translator_for(tag).language == language


@given(st.text())
def test_any_tag_gives_a_translator(tag: str) -> None:
    assert translator_for(tag).language in LANGUAGES


@given(st.text())
def test_a_text_that_is_no_message_is_given_back(text: str) -> None:
    known = {form for message in spoken() for form in forms(message)}
    if text not in known:
        assert all(translator_for(language)(text) == text for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "iso", "read"),
    [
        ("en", "2020-06-30", "30 June 2020"),
        ("en", "2020-06", "June 2020"),
        ("en", "2020", "2020"),
        ("en", "2020-06-29/2020-06-30", "29–30 June 2020"),
        ("en", "2020-06-29/2020-07-01", "29 June 2020 – 1 July 2020"),
        ("en", None, "undated"),
        ("vi", "2020-06-30", "30 tháng 6, 2020"),
        ("vi", "2020-06", "tháng 6, 2020"),
        ("vi", "2020", "2020"),
        ("vi", "2020-06-29/2020-06-30", "29–30 tháng 6, 2020"),
        ("vi", "2020-06-29/2020-07-01", "29 tháng 6, 2020 – 1 tháng 7, 2020"),
        ("vi", None, "không rõ ngày"),
        ("vi", "next spring", "next spring"),
        ("en", "9" * 5000, "9" * 5000),
        ("en", "2024-05-32", "2024-05-32"),
        ("vi", "2023-02-29", "2023-02-29"),
        ("en", "2024-05-30/2024-05-32", "2024-05-30/2024-05-32"),
        ("en", "2024-13", "2024-13"),
        ("en", "2024-00", "2024-00"),
        ("en", "2024-02-29", "29 February 2024"),
    ],
)
def test_dates_are_read_as_people_read_them(language: str, iso: str | None, read: str) -> None:
    assert translator_for(language).meeting_date(iso) == read


@given(st.dates())
def test_a_day_reads_the_same_as_a_meetings_day(day: datetime.date) -> None:
    for language in LANGUAGES:
        assert translator_for(language).date(day) == translator_for(language).meeting_date(day.isoformat())


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 meetings"),
        ("en", 1, "1 meeting"),
        ("en", 2, "2 meetings"),
        ("en", 1234, "1\u202f234 meetings"),
        ("vi", 0, "0 cuộc họp"),
        ("vi", 1, "1 cuộc họp"),
        ("vi", 1234, "1\u202f234 cuộc họp"),
    ],
)
def test_counted_things_have_the_form_that_the_number_asks_for(language: str, number: int, said: str) -> None:
    assert translator_for(language).count(messages.MEETINGS, number) == said


def test_english_is_what_stands_in_the_source() -> None:
    assert ENGLISH(messages.STALE) == messages.STALE
    assert ENGLISH.date(TODAY) == "30 June 2020"


SAYING = frozenset({"Button", "acknowledge", "escape", "plain", "send_reply", "send_text"})
"""Functions whose text somebody reads."""


@pytest.mark.parametrize("path", sorted(BOT.rglob("*.py")), ids=lambda path: str(path.relative_to(BOT)))
def test_nothing_is_said_but_in_somebodys_language(path: Path) -> None:
    """A message is translated before it is shown, and filled in by the translator."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            shown = [each for argument in node.args for each in _as_they_are(argument)] if name in SAYING else []
            shown += _as_they_are(node.func.value) if name == "format" and isinstance(node.func, ast.Attribute) else []
            assert not shown, f"{path}:{node.lineno}"


def _as_they_are(node: ast.expr) -> list[ast.expr]:
    """The messages that an expression gives untranslated."""
    if isinstance(node, ast.IfExp):
        return [*_as_they_are(node.body), *_as_they_are(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return [
            each for part in node.values if isinstance(part, ast.FormattedValue) for each in _as_they_are(part.value)
        ]
    is_message = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "messages"
    return [node] if is_message else []
