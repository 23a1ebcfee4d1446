"""What a chat is told of itself and of the bot: its settings, what is kept of it, and the commands that there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.store import ChatSettings, QuietHours, exchanges
from bot.store.contexts import LIFETIME
from bot.store.tally import KEPT_DAYS
from bot.wording import messages
from bot.wording.languages import ENGLISH, LANGUAGES, Translator
from bot.wording.press import Action, Press
from bot.wording.render import Button, Message
from bot.wording.text import escape

OF_SPEAKER: Final = "auto"
"""Stands for the language of whoever speaks."""


def settings_message(
    settings: ChatSettings, translate: Translator = ENGLISH, *, is_group: bool, is_deaf: bool
) -> Message:
    """The settings of a chat, with buttons that switch them. `is_deaf` says that the bot does not get the messages of
    the group that are not addressed to it."""
    lines = [f"<b>{escape(translate(messages.SETTINGS_TITLE))}</b>"]
    rows: list[tuple[Button, ...]] = []
    if is_group:
        lines.append(escape(translate(messages.LISTEN_ON if settings.listen else messages.LISTEN_OFF)))
        if settings.listen and is_deaf:
            lines.append(escape(translate(messages.LISTEN_DEAF)))
        label, choice = (messages.LISTEN_SWITCH_OFF, "off") if settings.listen else (messages.LISTEN_SWITCH_ON, "on")
        rows.append((Button(translate(label), Press(Action.LISTEN, choice=choice)),))
    names = {**LANGUAGES, OF_SPEAKER: translate(messages.LANGUAGE_OF_SPEAKER)}
    current = settings.language or OF_SPEAKER
    lines.append(escape(translate(messages.LANGUAGE, language=names.get(current, current))))
    others = [(code, name) for code, name in names.items() if code != current]
    rows.append(tuple(Button(name, Press(Action.LANGUAGE, choice=code)) for code, name in others))
    lines.append(escape(translate(messages.TIME_ZONE, zone=settings.time_zone)))
    lines.append(escape(translate(messages.QUIET_HOURS, hours=_hours(settings.quiet, translate))))
    lines += ["", escape(translate(messages.SETTINGS_USAGE))]
    return Message("\n".join(lines), tuple(rows))


def privacy_text(keep_unanswered_days: int, translate: Translator = ENGLISH) -> str:
    """What is kept and for how long."""
    kept = [
        translate(messages.PRIVACY_WAITING),
        translate(messages.PRIVACY_TALK, minutes=translate.count(messages.MINUTES, int(LIFETIME // 60))),
        translate(messages.PRIVACY_EXCHANGES, days=translate.count(messages.DAYS, exchanges.KEPT_DAYS)),
        translate(messages.PRIVACY_CHAT),
        translate(messages.PRIVACY_COUNTS, days=translate.count(messages.DAYS, KEPT_DAYS)),
    ]
    if keep_unanswered_days:
        days = translate.count(messages.DAYS, keep_unanswered_days)
        kept[3:3] = [translate(text, days=days) for text in (messages.PRIVACY_TEXTS, messages.PRIVACY_READ)]
    lines = [translate(messages.PRIVACY_TITLE), *(f"• {each}" for each in kept), translate(messages.PRIVACY_FORGET)]
    return "\n".join(lines)


def help_lines(commands: Sequence[tuple[str, str]], question: str, translate: Translator = ENGLISH) -> list[str]:
    """How to use the bot, line by line: hints, with a question that can be asked, and the commands by name and
    description."""
    hints = [translate(messages.HELP_PRIVATE, question=question), translate(messages.HELP_GROUP)]
    lines = [f"/{name} – {translate(description)}" for name, description in commands]
    return [*hints, "", translate(messages.HELP_COMMANDS), *lines]


def _hours(quiet: QuietHours | None, translate: Translator) -> str:
    if quiet is None:
        return translate(messages.QUIET_NONE)
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in quiet)
