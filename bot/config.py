"""Settings, from the environment and one optional TOML file, checked before anything starts."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, get_args
from urllib.parse import quote, urlsplit

import msgspec

LogLevel = Literal["debug", "info", "warning", "error"]

CONFIG_FILE: Final = Path("onrecord.toml")
"""Read if it is there, and if ONRECORD_CONFIG names no other."""

LEAST_MINUTES: Final = 5
"""Minutes between two looks at a feed at least: their hosts are not to be pestered."""

MOST_DAYS: Final = 3650
"""Days for which texts can be kept at most."""

_TOKEN_FORM: Final = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_ID_FORM: Final = re.compile(r"[1-9][0-9]{0,15}")
_WEB_ADDRESS: Final = re.compile(r"https?://[^/\s]")
_DAYS_FORM: Final = re.compile(r"[0-9]{1,4}")
_VARIABLES: Final = {
    "telegram_bot_token": "TELEGRAM_BOT_TOKEN",
    "telegram_api_url": "TELEGRAM_API_URL",
    "base": "ONRECORD_BASE",
    "log_level": "ONRECORD_LOG_LEVEL",
    "owners": "ONRECORD_OWNERS",
    "editors": "ONRECORD_EDITORS",
    "database_url": "ONRECORD_DATABASE_URL",
    "keep_unanswered_days": "ONRECORD_KEEP_UNANSWERED_DAYS",
    "shortcuts": "ONRECORD_SHORTCUTS",
    "feeds": "ONRECORD_FEEDS",
    "feeds_every_minutes": "ONRECORD_FEEDS_EVERY_MINUTES",
    "allow_private": "ONRECORD_ALLOW_PRIVATE",
}
"""The keys of the file → the environment variables, which come first."""


class ConfigError(Exception):
    """A setting is wrong; the message (one line, never with the token) says which, why and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    `token` is as it was given: `bot_token` checks it, so that commands that do not need it do not ask for it.
    `base` is None where the base is the usual one. `owners` and `editors` are the ids of Telegram users: editors teach,
    owners may do everything. `database_url` is None for a SQLite file of the bot's own (see `database_of`); texts of
    unanswered questions are kept there for `keep_unanswered_days`, none at all if that is 0. `shortcuts` is a YAML file
    of command shortcuts, None for the usual one if it is there. `feeds` are the addresses of feeds whose new articles
    are brought in while the bot runs, `feeds_every_minutes` how often they are looked at; with `allow_private` also
    pages and feeds in private networks are read.
    """

    token: str | None = dataclasses.field(default=None, repr=False)
    api_url: str = "https://api.telegram.org"
    base: Path | None = None
    log_level: LogLevel = "info"
    owners: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()
    database_url: str | None = dataclasses.field(default=None, repr=False)
    keep_unanswered_days: int = 90
    shortcuts: Path | None = None
    feeds: tuple[str, ...] = ()
    feeds_every_minutes: int = 60
    allow_private: bool = False


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The keys that the file may have."""

    telegram_bot_token: str | None = None
    telegram_api_url: str | None = None
    base: str | None = None
    log_level: str | None = None
    owners: list[int] | None = None
    editors: list[int] | None = None
    database_url: str | None = None
    keep_unanswered_days: int | None = None
    shortcuts: str | None = None
    feeds: list[str] | None = None
    feeds_every_minutes: int | None = None
    allow_private: bool | None = None


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process: defaults, over them the file, over it the environment (empty variables are unset).

    Raises ConfigError.
    """
    environ = os.environ if environ is None else environ
    named = environ.get("ONRECORD_CONFIG", "").strip()
    path = Path(named) if named else CONFIG_FILE
    given: dict[str, str] = {}
    if named or path.exists():
        given = {
            key: _text(value) for key, value in msgspec.structs.asdict(_read_file(path)).items() if value is not None
        }
    origin = dict.fromkeys(given, str(path))
    for key, variable in _VARIABLES.items():
        if value := environ.get(variable, "").strip():
            given[key] = value
            origin[key] = variable
    defaults = Settings()
    return Settings(
        token=given.get("telegram_bot_token", "").strip() or None,
        api_url=_url(given["telegram_api_url"], origin) if "telegram_api_url" in given else defaults.api_url,
        base=Path(given["base"]).expanduser() if "base" in given else defaults.base,
        log_level=_level(given["log_level"], origin) if "log_level" in given else defaults.log_level,
        owners=_ids("owners", given, origin),
        editors=_ids("editors", given, origin),
        database_url=given.get("database_url", "").strip() or None,
        keep_unanswered_days=_days(given["keep_unanswered_days"], origin)
        if "keep_unanswered_days" in given
        else defaults.keep_unanswered_days,
        shortcuts=Path(given["shortcuts"]).expanduser() if "shortcuts" in given else defaults.shortcuts,
        feeds=_feeds(given, origin),
        feeds_every_minutes=_minutes(given["feeds_every_minutes"], origin)
        if "feeds_every_minutes" in given
        else defaults.feeds_every_minutes,
        allow_private=_switch(given["allow_private"], "allow_private", origin)
        if "allow_private" in given
        else defaults.allow_private,
    )


def bot_token(settings: Settings) -> str:
    """The bot's token. Raises ConfigError if there is none, or one that cannot be right."""
    if settings.token is None:
        raise ConfigError("TELEGRAM_BOT_TOKEN is not set: get a token from @BotFather in Telegram and set it")
    if not _TOKEN_FORM.fullmatch(settings.token):
        raise ConfigError(
            "TELEGRAM_BOT_TOKEN does not look like a token (digits, a colon, letters): copy it again from @BotFather"
        )
    return settings.token


def database_of(settings: Settings, environ: Mapping[str, str] | None = None) -> str:
    """The URL of the database: as it is set, else a SQLite file for each bot (by the number in its token), in the
    folder that systemd ($STATE_DIRECTORY) or XDG names for state.

    Raises ConfigError if that depends on a token and there is none.
    """
    if settings.database_url is not None:
        return settings.database_url
    environ = os.environ if environ is None else environ
    number = bot_token(settings).partition(":")[0]
    state = environ.get("STATE_DIRECTORY", "").partition(":")[0]
    folder = (
        Path(state) if state else Path(environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state", "onrecord")
    )
    return f"sqlite:///{quote(str(folder.absolute() / f'bot-{number}.sqlite3'))}"


def _read_file(path: Path) -> _File:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=_File)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); correct or unset ONRECORD_CONFIG") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        keys = ", ".join(_VARIABLES)
        raise ConfigError(f"{path}: {' '.join(str(error).split())}; the file is TOML with the keys {keys}") from error


def _url(text: str, origin: Mapping[str, str]) -> str:
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
        _ = parts.port
    except ValueError:
        valid = False
    if not valid:
        where = _where("telegram_api_url", origin)
        raise ConfigError(f"{where} is not a web address: give one like https://api.telegram.org, or none")
    return text.rstrip("/")


def _level(text: str, origin: Mapping[str, str]) -> LogLevel:
    for level in get_args(LogLevel):
        if text.lower() == level:
            return level  # type: ignore[no-any-return]
    levels = ", ".join(get_args(LogLevel))
    raise ConfigError(f"{_where('log_level', origin)} is not a log level: set it to one of {levels}")


def _text(value: object) -> str:
    """A value of the file as it would stand in the environment."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _ids(key: str, given: Mapping[str, str], origin: Mapping[str, str]) -> frozenset[int]:
    """Ids of users, with spaces or commas between them."""
    words = given.get(key, "").replace(",", " ").split()
    if not all(_ID_FORM.fullmatch(word) for word in words):
        raise ConfigError(
            f"{_where(key, origin)} is not a list of Telegram users' ids: "
            "give numbers like 123456789, with spaces between them"
        )
    return frozenset(map(int, words))


def _feeds(given: Mapping[str, str], origin: Mapping[str, str]) -> tuple[str, ...]:
    """Web addresses, with spaces between them."""
    feeds = given.get("feeds", "").split()
    if not all(_WEB_ADDRESS.match(feed) for feed in feeds):
        where = _where("feeds", origin)
        raise ConfigError(f"{where} is not a list of web addresses: give ones like https://example.org/feed.xml")
    return tuple(feeds)


def _minutes(text: str, origin: Mapping[str, str]) -> int:
    if not _DAYS_FORM.fullmatch(text.strip()) or int(text) < LEAST_MINUTES:
        where = _where("feeds_every_minutes", origin)
        raise ConfigError(f"{where} is not a number of minutes, {LEAST_MINUTES} or more")
    return int(text)


def _switch(text: str, key: str, origin: Mapping[str, str]) -> bool:
    value = text.strip().lower()
    if value not in ("true", "false"):
        raise ConfigError(f"{_where(key, origin)} is neither true nor false")
    return value == "true"


def _days(text: str, origin: Mapping[str, str]) -> int:
    if not _DAYS_FORM.fullmatch(text.strip()) or int(text) > MOST_DAYS:
        raise ConfigError(f"{_where('keep_unanswered_days', origin)} is not a number of days from 0 to {MOST_DAYS}")
    return int(text)


def _where(key: str, origin: Mapping[str, str]) -> str:
    return origin[key] if origin[key] in _VARIABLES.values() else f"{key} in {origin[key]}"
