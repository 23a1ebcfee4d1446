"""What the bot says, in the language of those that it says it to: `messages`, translated by GNU gettext.

Translations are in locale/: LANGUAGE.po to be written by people, LANGUAGE.mo made of it by deploy/words.
"""

from __future__ import annotations

import datetime
import functools
import gettext
from pathlib import Path
from typing import Final

from bot.wording import messages
from bot.wording.messages import Plural
from facts.expressions import expression

LANGUAGES: Final = {"en": "English", "vi": "Tiếng Việt"}
"""The languages that the bot speaks, by their codes (ISO 639-1), with their own names; that of `messages` is the
first."""

_NO_BREAK: Final = "\u202f"
_ISO_DATE: Final = expression(r"[0-9]{1,4}(?:-[0-9]{1,2}){0,2}")


class Translator:
    """Says messages in one language; `language` is its code (ISO 639-1)."""

    __slots__ = ("_translations", "language")

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        """Say what these translations have, and in English what they lack."""
        self.language = language
        self._translations = translations

    def __call__(self, text: str, **values: object) -> str:
        """A message, given by its English text, translated and filled in; a text that is no message stays as it is."""
        said = self._translations.gettext(text) if text else text
        return said.format(**values) if values else said

    def count(self, forms: Plural, number: int, **values: object) -> str:
        """A message that counts, in the form that the language has for this number."""
        return self._translations.ngettext(*forms, number).format(count=grouped(number), **values)

    def date(self, date: datetime.date) -> str:
        """A date as it is read.

        >>> [translator_for(code).date(datetime.date(2020, 6, 30)) for code in ("en", "vi")]
        ['30 June 2020', '30 tháng 6, 2020']
        """
        return self(messages.DATE, day=date.day, month=self(messages.MONTHS[date.month - 1]), year=date.year)

    def meeting_date(self, iso: str | None) -> str:
        """A meeting's date (ISO with its precision, or a range) as it is read; a text that is no date stays as it is.

        >>> [ENGLISH.meeting_date(iso) for iso in ("2020-06", "2020-06-29/2020-06-30", None)]
        ['June 2020', '29–30 June 2020', 'undated']
        """
        if not iso:
            return self(messages.UNDATED)
        start, _, end = iso.partition("/")
        first, last = self._of_precision(start), self._of_precision(end or start)
        if first is None or last is None:
            return iso
        if not end:
            return first
        if len(start) == len(end) == len("2020-06-30") and start[:7] == end[:7]:
            return f"{first.split(' ')[0]}–{last}"
        return f"{first} – {last}"

    def _of_precision(self, iso: str) -> str | None:
        """A day, a month or a year as it is read; None for what is none of these, as the 32nd of May."""
        if not _ISO_DATE.fullmatch(iso):
            return None
        parts = [int(part) for part in iso.split("-")]
        year, month, day = [*parts, 1, 1][:3]
        try:
            datetime.date(year, month, day)
        except ValueError:
            return None
        if len(parts) == 1:
            return str(year)
        named = self(messages.MONTHS[month - 1])
        if len(parts) == 2:
            return self(messages.MONTH_OF_YEAR, month=named, year=year)
        return self(messages.DATE, day=day, month=named, year=year)


def translator_for(language: str | None) -> Translator:
    """The translator for a language (an IETF tag, as Telegram's `language_code`); English for every language that the
    bot does not speak.

    >>> [translator_for(code).language for code in ("vi-VN", "de", None)]
    ['vi', 'en', 'en']
    """
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return _translator(code) if code in LANGUAGES else ENGLISH


def grouped(number: int) -> str:
    """A count with thin spaces between its thousands.

    >>> grouped(1234567) == "1\\u202f234\\u202f567"
    True
    """
    return f"{number:,}".replace(",", _NO_BREAK)


ENGLISH: Final = Translator("en", gettext.NullTranslations())


@functools.cache
def _translator(code: str) -> Translator:
    if code == ENGLISH.language:
        return ENGLISH
    with (Path(__file__).with_name("locale") / f"{code}.mo").open("rb") as file:
        return Translator(code, gettext.GNUTranslations(file))
