"""Settings: where they come from, and what is said when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import ConfigError, Settings, bot_token, database_of, load

TOKEN = "123456:AAExample-token_of_a_bot"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_set_gives_the_defaults() -> None:
    assert load({}) == Settings()


def test_the_environment_is_read() -> None:
    settings = load(
        {
            "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "ONRECORD_BASE": "elsewhere",
            "ONRECORD_LOG_LEVEL": "Debug",
        }
    )
    assert settings == Settings(TOKEN, "http://127.0.0.1:8081", Path("elsewhere"), "debug")


def test_the_file_is_read_and_the_environment_comes_first(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('base = "from-file"\nlog_level = "error"\n')
    settings = load({"ONRECORD_BASE": "from-environment"})
    assert (settings.base, settings.log_level) == (Path("from-environment"), "error")


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('base = "from-file"\n')
    assert load({"ONRECORD_BASE": ""}).base == Path("from-file")


def test_feeds_are_read_from_either_place(tmp_path: Path) -> None:
    feeds = ("https://a.test/feed?x=1,2", "http://b.test/")
    (tmp_path / "onrecord.toml").write_text(
        f'feeds = ["{feeds[0]}", "{feeds[1]}"]\nfeeds_every_minutes = 5\nallow_private = true\n'
    )
    settings = load({})
    assert (settings.feeds, settings.feeds_every_minutes, settings.allow_private) == (feeds, 5, True)
    settings = load({"ONRECORD_FEEDS": " ".join(reversed(feeds)), "ONRECORD_ALLOW_PRIVATE": "False"})
    assert (settings.feeds, settings.allow_private) == (feeds[::-1], False)


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"TELEGRAM_API_URL": "api.telegram.org"}, "TELEGRAM_API_URL is not a web address"),
        ({"TELEGRAM_API_URL": "https://"}, "TELEGRAM_API_URL is not a web address"),
        ({"TELEGRAM_API_URL": "https://host:port"}, "TELEGRAM_API_URL is not a web address"),
        ({"ONRECORD_LOG_LEVEL": "loud"}, "ONRECORD_LOG_LEVEL is not a log level"),
        ({"ONRECORD_CONFIG": "missing.toml"}, "missing.toml: cannot be read"),
        ({"ONRECORD_OWNERS": "@mira"}, "ONRECORD_OWNERS is not a list of Telegram users' ids"),
        ({"ONRECORD_EDITORS": "5, -100"}, "ONRECORD_EDITORS is not a list of Telegram users' ids"),
        ({"ONRECORD_KEEP_UNANSWERED_DAYS": "3651"}, "ONRECORD_KEEP_UNANSWERED_DAYS is not a number of days"),
        ({"ONRECORD_KEEP_UNANSWERED_DAYS": "-1"}, "ONRECORD_KEEP_UNANSWERED_DAYS is not a number of days"),
        ({"ONRECORD_FEEDS": "https://a.test/feed a.test"}, "ONRECORD_FEEDS is not a list of web addresses"),
        ({"ONRECORD_FEEDS_EVERY_MINUTES": "4"}, "ONRECORD_FEEDS_EVERY_MINUTES is not a number of minutes, 5 or more"),
        ({"ONRECORD_FEEDS_EVERY_MINUTES": "soon"}, "ONRECORD_FEEDS_EVERY_MINUTES is not a number of minutes"),
        ({"ONRECORD_ALLOW_PRIVATE": "perhaps"}, "ONRECORD_ALLOW_PRIVATE is neither true nor false"),
    ],
)
def test_a_wrong_variable_is_named_in_one_line(environ: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(environ)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"log_level = 3", "$.log_level"),
        (b'colour = "red"', "colour"),
        (b"base = \nlog_level = 1", "line 1"),
        (b"\xff\xfe", "TOML"),
        (b'telegram_api_url = "nowhere"', "telegram_api_url in onrecord.toml"),
        (b'owners = ["mira"]', "$.owners"),
        (b"owners = [0]", "owners in onrecord.toml"),
        (b"keep_unanswered_days = 99999", "keep_unanswered_days in onrecord.toml"),
    ],
)
def test_a_wrong_file_is_named_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "onrecord.toml").write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load({})
    assert "onrecord.toml" in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_owners_and_editors_are_read_from_either_place(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text("owners = [5, 6]\neditors = [7]\nkeep_unanswered_days = 0")
    settings = load({"ONRECORD_EDITORS": "8, 9 10"})
    assert (settings.owners, settings.editors, settings.keep_unanswered_days) == (
        frozenset({5, 6}),
        frozenset({8, 9, 10}),
        0,
    )


def test_the_database_is_a_file_of_the_bots_own_unless_another_is_set(tmp_path: Path) -> None:
    settings = Settings(token=TOKEN)
    assert database_of(settings, {"XDG_STATE_HOME": "/a b"}) == "sqlite:////a%20b/onrecord/bot-123456.sqlite3"
    assert database_of(settings, {"STATE_DIRECTORY": "/var/lib/onrecord:/x"}) == (
        "sqlite:////var/lib/onrecord/bot-123456.sqlite3"
    )
    set_otherwise = load({"ONRECORD_DATABASE_URL": "postgresql://me:secret@host/name"})
    assert database_of(set_otherwise, {}) == "postgresql://me:secret@host/name"
    assert "secret" not in repr(set_otherwise)


def test_the_token_is_not_in_the_settings_representation() -> None:
    assert TOKEN not in repr(load({"TELEGRAM_BOT_TOKEN": TOKEN}))


def test_a_good_token_is_given() -> None:
    assert bot_token(Settings(token=TOKEN)) == TOKEN


def test_no_token_says_where_to_get_one() -> None:
    with pytest.raises(ConfigError, match="@BotFather"):
        bot_token(Settings())


@pytest.mark.parametrize("wrong", ["secret", "123456", "abc:def", "1:a b", "1:a/b", "1:é"])
def test_a_malformed_token_is_refused_without_showing_it(wrong: str) -> None:
    with pytest.raises(ConfigError) as caught:
        bot_token(Settings(token=wrong))
    assert wrong not in str(caught.value)
