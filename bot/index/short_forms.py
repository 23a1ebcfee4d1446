"""Short forms that everybody knows and no article defines: "the AGM" is the annual general meeting."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

COMMON: Final = (
    ("AI", "artificial intelligence"),
    ("AGM", "annual general meeting"),
    ("AGM", "annual meeting"),
    ("CEO", "chief executive officer"),
    ("CEO", "chief executive"),
    ("CFO", "chief financial officer"),
    ("COO", "chief operating officer"),
    ("EGM", "emergency general meeting"),
    ("EGM", "extraordinary general meeting"),
    ("FDI", "foreign direct investment"),
    ("FTA", "free trade agreement"),
    ("GDP", "gross domestic product"),
    ("ICT", "information and communication technology"),
    ("IMF", "International Monetary Fund"),
    ("MoU", "memorandum of understanding"),
    ("NGO", "non-governmental organisation"),
    ("NGO", "non-governmental organization"),
    ("PPP", "public-private partnership"),
    ("SDG", "sustainable development goal"),
    ("SGM", "special general meeting"),
    ("SME", "small and medium-sized enterprise"),
    ("VAT", "value added tax"),
    ("VP", "vice president"),
    ("WTO", "World Trade Organization"),
    ("amdt", "amendment"),
    ("assoc", "association"),
    ("asst", "assistant"),
    ("conf", "conference"),
    ("coop", "cooperative"),
    ("cttee", "committee"),
    ("dept", "department"),
    ("govt", "government"),
    ("info", "information"),
    ("msg", "message"),
    ("mtg", "meeting"),
    ("ppl", "people"),
    ("rem", "remuneration"),
    ("rep", "representative"),
    ("uni", "university"),
)
"""Short forms with their long ones, as they are written, those in small letters as they are typed; "Q&A", "MP" and "PM"
stand among the words (`bot.question.words`)."""


def common_in(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The short forms, with the long ones, of which texts have one or the other.

    >>> common_in(["The Chief Executive left.", "Both MoUs lapsed."])
    [('CEO', 'chief executive'), ('MoU', 'memorandum of understanding')]
    """
    whole = "\n".join(texts)
    return [pair for pair in COMMON if _written(pair[0]).search(whole) or _spoken(pair[1]).search(whole)]


def as_written(asked: str, text: str) -> str:
    """A question with the short and long forms that a text has, where it has the others.

    >>> as_written("When is the AGM?", "The annual general meeting is in May.")
    'When is the annual general meeting?'
    >>> as_written("Who is the chief executive?", "The CEO, Ada Lund, left.")
    'Who is the CEO?'
    >>> as_written("next mtgs of the board?", "The meetings are in May and June.")
    'next meetings of the board?'
    """
    for short, long in COMMON if _any_spoken().search(asked) else ():  # it is asked of each sentence
        if _spoken(short).search(asked) and not _written(short).search(text) and _spoken(long).search(text):
            asked = _spoken(short).sub(rf"{long}\1", asked)
        elif _spoken(long).search(asked) and not _spoken(long).search(text) and _written(short).search(text):
            asked = _spoken(long).sub(rf"{short}\1", asked)
    return asked


@functools.cache
def _written(short: str) -> re.Pattern[str]:
    """A short form as it is written: in its own capitals, perhaps with full stops."""
    dotted = r"\.".join(short)
    return re.compile(rf"(?<!\w)(?:{short}s?|{dotted}\.?)(?!\w)")


@functools.cache
def _any_spoken() -> re.Pattern[str]:
    """Any short or long form however it is typed."""
    return re.compile("|".join(_pattern(form) for pair in COMMON for form in pair), re.IGNORECASE)


@functools.cache
def _spoken(form: str) -> re.Pattern[str]:
    """A form however it is typed, of one or of many."""
    return re.compile(_pattern(form), re.IGNORECASE)


def _pattern(form: str) -> str:
    words = form.replace("-", " ").replace(" ", r"[\s-]+")
    return rf"(?<!\w){words}(s?)(?!\w)"
