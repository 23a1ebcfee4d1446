"""Which name or number of an answer stands nowhere, where a person may have mistyped it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from facts import dates
from facts.countries import COUNTRIES
from facts.dates import When
from facts.dates.clock import tells_time
from facts.disagreement.written import NUMBER, hedged, numbers, value_of, words
from facts.folding import fold, soften
from facts.model import Fact
from facts.months import MONTH_NUMBERS
from facts.pages.page import Page
from facts.parse.words import HONORIFICS, PERSON_NOUNS, TITLES

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SHORT = re.compile(r"\d(?:k|m|bn|tn)\b")
"""A number with its thousands or millions as a letter: "2.4m"."""
_PARTS = re.compile(r"\b(?:both|couple|double[ds]?|dozens?|half|halves|halved|once|pair|quarters?|thirds?|twice)\b")
"""Folded words that tell a number which NUMBER does not read."""
_LISTED = re.compile(r"[,;]|\band\b")
_ENDINGS = ("an", "ans", "ese", "i", "ian", "ians", "ish", "n", "ns", "s")


def foreign_number(fact: Fact, page: Page) -> str | None:
    """The first number of an answer that its evidence does not have, in whatever words, and that does not follow.

    It follows from dates, from what is counted there, as a sum or, where it is hedged, within a tenth.
    """
    answer, evidence = fold(fact.answer), fold(fact.evidence)
    timed = tells_time(fact.answer) and tells_time(fact.evidence)
    if timed or _PARTS.search(f"{answer} {evidence}") or _SHORT.search(f"{answer} {evidence}"):
        return None
    stated = numbers(evidence)
    days = [page.article.date.isoformat() if page.article.date else "", page.meeting.date or "" if page.meeting else ""]
    days += [when.iso for when in dates.find(fact.evidence, page.article.date)]
    known = {
        *stated,
        *numbers(fact.question),
        sum(stated),
        *(Decimal(part) for part in re.findall(r"\d+", " ".join(days))),
    }
    for match in NUMBER.finditer(answer):
        number = value_of(match)
        if number in known or match["word"] in ("one", "zero") or (not stated and number <= listed(evidence) + 1):
            continue
        if not (hedged(fact.answer, number) and any(abs(number - each) * 10 <= each for each in known)):
            return match[0]
    return None


def foreign_name(fact: Fact, page: Page) -> str | None:
    """The first name in an answer that stands nowhere in its article or in what describes it, in no form."""
    known = set(words(fact.question)) | words_of(page)
    known |= {part for word in known for part in re.split(r"[-.+']", word)}
    nations = {COUNTRIES[word] for word in known if word in COUNTRIES}
    for name in names(fact.answer):
        word = fold(name).removesuffix("'s")
        parts = [part for part in word.split("-") if part not in PERSON_NOUNS]
        of_nation = COUNTRIES.get(word) in nations
        if word not in known and not of_nation and not all(_is_form(part, known) for part in parts):
            return name
    return None


def names(text: str) -> Iterator[str]:
    """The words of a text that are written as names are, but for days, months, titles and acronyms.

    The first word is none that no other follows.

    >>> list(names("Minister Ida Brandt of the EU and Ostford")), list(names("Members of the board"))
    (['Ida', 'Brandt', 'Ostford'], [])
    """
    found = list(_WORD.finditer(soften(text)))
    for n, word in enumerate(found):
        follows = len(found) == 1 or (n + 1 < len(found) and found[n + 1][0][0].isupper())
        plain = fold(word[0]).removesuffix("'s")
        titled = plain in HONORIFICS | TITLES | PERSON_NOUNS | WEEKDAYS or plain in MONTH_NUMBERS
        if word[0][0].isupper() and not word[0].isupper() and (n or follows) and not titled:
            yield word[0]


def words_of(page: Page) -> set[str]:
    """The folded words of an article and of what describes it."""
    meeting = page.meeting
    told = [page.article.title, page.article.source]
    if meeting is not None:
        told += [meeting.name, *meeting.aliases, meeting.place, meeting.format, meeting.series]
    return {word for text in (*(each.text for each in page.sentences), *filter(None, told)) for word in words(text)}


def _is_form(word: str, known: Collection[str]) -> bool:
    """Whether a word stands among others, perhaps as what somebody from there is called or the other way round."""
    stems = {word, *(word.removesuffix(ending) for ending in _ENDINGS if len(word) - len(ending) > 3)}
    return any(
        each in stems or (each[:4] == word[:4] and each.startswith(word) and each[len(word) :] in _ENDINGS)
        for each in known
    )


def listed(text: str) -> int:
    """How many signs of a list a text has."""
    return len(re.findall(r",|;|\band\b|\bor\b", text))


def tells_day(whens: Iterable[When], day: str) -> bool:
    """Whether one of some dates is a day, or is of it, or has it."""
    return any(when.iso.startswith(day) or day in when.iso or day.startswith(when.iso) for when in whens)


def is_told(value: object, answer: str, whens: Sequence[When]) -> bool:
    """Whether a value may be that of an answer in which these dates stand; one that cannot be compared may.

    >>> is_told(12, "Twelve ministers", []), is_told(21, "about twelve", []), is_told(["Ida Brandt"], "Ida Moe", [])
    (True, False, False)
    >>> is_told(["Ida Brandt"], "Ida Brandt and Tom Moe", []), is_told(["Ida Brandt"], "Ida Brandt of Moe", [])
    (False, True)
    """
    if isinstance(value, list):
        said, listed = set(words(answer)), {word for item in value for word in words(str(item))}
        parts = (set(words(" ".join(names(part)))) for part in _LISTED.split(answer))
        return not any(part and listed.isdisjoint(part) for part in parts) and all(
            said.issuperset(words(re.split(r"[,(]", str(item))[0]))
            for item in value  # who, and of what
        )
    if isinstance(value, str):
        return not whens or not value[:4].isdecimal() or tells_day(whens, value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    written = numbers(answer)
    return not written or Decimal(str(value)) in {*written, sum(written)}
