"""Plain data → values, with the place of everything that is wrong.

Each function adds what is wrong to `found`, with where it stands, and returns None if it cannot go on.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from facts import dates
from facts.model import Article, Fact, Meeting
from facts.pages import fields, yaml_reading
from facts.pages.ledger import Ledger
from facts.pages.page import ARTICLE_KEYS, MEETING_KEYS, MEETING_OPTIONAL
from facts.pages.yaml_reading import Place

Found = list[tuple[Place, str]]
"""What is wrong with a page, and where it stands."""

NAMELESS = "the meeting needs a name; write “meeting: null” if there is none"
"""What is said of a meeting without a name."""

_ISO_FORM = re.compile(r"(?:\d{4}|-)(?:-\d\d){0,2}(?:/(?:\d{4}|-)(?:-\d\d){0,2})?")
"""How dates look that the compiler finds, those without a year among them."""

_T = typing.TypeVar("_T", bound=msgspec.Struct)


class _FactLike(typing.Protocol):
    """A fact, or what is written of one."""

    @property
    def confidence(self) -> float: ...


def head(data: dict[str, Any], found: Found) -> tuple[Article | None, Meeting | None]:
    """The article and the meeting of a page, which look the same in all schemas."""
    article = None
    if "article" in data:
        article = value(_on_a_day(data["article"]), Article, ARTICLE_KEYS, frozenset(), ("article",), found)
    if article is not None:
        _check_article(article, found)
    meeting = None
    told = data.get("meeting")
    if isinstance(told, dict) and "name" in told and told["name"] is None:
        found.append((("meeting", "name"), NAMELESS))
    elif told is not None:
        meeting = value(_dated(told, found), Meeting, MEETING_KEYS, MEETING_OPTIONAL, ("meeting",), found)
        if meeting is not None and not meeting.name.strip():
            found.append((("meeting", "name"), NAMELESS))
    return article, meeting


def _is_day(iso: str) -> bool:
    """Whether a date, perhaps without its year, is one of the calendar."""
    try:
        datetime.date.fromisoformat(f"{iso.replace('--', '2000-', 1)}-01-01"[: len("2020-06-30")])
    except ValueError:
        return False
    return True


def ledger_of(data: dict[str, Any], found: Found) -> Ledger | None:
    """The ledger of a page that has it at its end, as earlier versions wrote it."""
    if data.get("compiled") is None:
        return None
    try:
        return msgspec.convert(data["compiled"], Ledger)
    except msgspec.ValidationError as error:
        reason = f"“compiled” is not as the compiler wrote it ({error}); take it out: all of the page is yours then"
        found.append((("compiled",), reason))
        return None


def _check_article(article: Article, found: Found) -> None:
    if not article.id.strip():
        found.append((("article", "id"), "the article needs an id: its file's name without the suffix"))
    if len(article.sha256) != 64 or not set(article.sha256) <= set("0123456789abcdef"):
        found.append(
            (("article", "sha256"), "“sha256” must be 64 hexadecimal digits; delete the file and compile again")
        )


def _dated(data: object, found: Found) -> object:
    """The data of a meeting with its date in ISO form, though it be in words, or a bare year, a number to YAML."""
    written = data.get("date") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(written, int | str) or isinstance(written, bool):
        return data
    iso = iso_of(str(written))
    if iso is None:
        reason = fields.wrong("date", written).replace("a date,", f"a date, not “{written}”,")
        two_days = dates.in_two_ways(str(written)) is not None
        more = "or “date: 30 June 2020”, of several days “date: 2020-06-30/2020-07-02”, the first day first"
        found.append((("meeting", "date"), reason if two_days else f"{reason}, {more}"))
    return {**data, "date": iso}


def _on_a_day(data: object) -> object:
    """The data of an article with its date in ISO form where it is a day in words."""
    written = data.get("date") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(written, str):
        return data
    iso = iso_of(written)
    return {**data, "date": iso} if iso is not None and len(iso) == len("2020-06-30") else data


def iso_of(written: str) -> str | None:
    """The ISO form of a day, a month, a year or a range of days that is in that form or in words; None for any other.

    >>> iso_of("30 June 2020"), iso_of("2020-06"), iso_of("June 30 – July 2, 2020"), iso_of("6/3/2020")
    ('2020-06-30', '2020-06', '2020-06-30/2020-07-02', None)
    """
    days = [day.strip() for day in written.split("/")]
    if _ISO_FORM.fullmatch(iso := "/".join(days)):
        return iso if all(map(_is_day, days)) and _are_in_order(days) else None
    named = dates.find(written, None)
    if len(named) != 1 or named[0].text != written.strip(" .") or named[0].approximate or named[0].precision == "time":
        return None
    return named[0].iso


def _are_in_order(days: list[str]) -> bool:
    """Whether none of some dates in ISO form is before the one in front of it; one without its year may be any."""
    return not any(
        last[: len(first)] < first[: len(last)] and "-" not in (first[0], last[0])
        for first, last in itertools.pairwise(days)
    )


def refusal(fact: Fact) -> str | None:
    """Return why a fact may not stand in a page, if it may not: a value of a wrong type, or not filled in."""
    data = {**msgspec.structs.asdict(fact), "variants": list(fact.variants), "span": list(fact.span)}
    try:
        _converted(data, Fact)
    except msgspec.ValidationError:
        return next(reason for _, reason in _wrong_fields(data, Fact))
    return next((reason for _, reason in fact_problems(fact)), None)


def fact_problems(fact: _FactLike) -> Iterator[tuple[str, str]]:
    """Yield key and reason of what is wrong with a fact whose values have the right types; None is left out."""
    for key in ("id", "question", "answer", "evidence"):
        text = getattr(fact, key)
        if text is not None and not text.strip():
            yield key, f"“{key}” is empty; fill it in, or remove the fact"
    if not 0 <= fact.confidence <= 1:
        yield "confidence", fields.wrong("confidence", fact.confidence)


def value(
    data: object,
    kind: type[_T],
    names: tuple[str, ...],
    optional: frozenset[str],
    place: Place,
    found: Found,
) -> _T | None:
    """Make a value of a mapping; every wrong key and every value of a wrong type is a problem."""
    if not isinstance(data, dict):
        wanted = f"must be keys with values: {', '.join(n for n in names if n not in optional)}"
        found.append((place, blank_missing(data) or wanted))
        return None
    if not keys(data, names, optional, place, found):
        return None
    try:
        return _converted(data, kind)
    except msgspec.ValidationError as error:
        whole = str(error)
    wrong = list(_wrong_fields(data, kind))
    found += [((*place, name), reason) for name, reason in wrong]
    if not wrong:
        found.append((place, whole))
    return None


def blank_missing(data: object) -> str | None:
    """What is wrong with text in the place of keys, if it lacks no more than a blank behind a colon."""
    meant = yaml_reading.unspaced(data) if isinstance(data, str) else None
    return f"a blank is missing behind the colon: “{meant}”" if meant is not None else None


def _converted(data: Mapping[str, Any], kind: type[_T]) -> _T:
    """A struct of the values of its fields by name. Raises msgspec.ValidationError for values of a wrong type."""
    return msgspec.convert([data.get(name, default) for name, default in _fields(kind)], kind)


@functools.cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """The fields of a struct in order, each with what it is where nothing is said."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, {} if field.default_factory is dict else field.default) for field in fields)


def _wrong_fields(data: Mapping[str, Any], kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """The fields that have a value of a wrong type, each with what is wrong."""
    types = typing.get_type_hints(kind)
    for name in kind.__struct_fields__:
        if name not in data:
            continue
        try:
            msgspec.convert(data[name], types[name])
        except msgspec.ValidationError:
            yield name, fields.wrong(name, data[name])


def keys(
    data: Mapping[str, Any],
    names: tuple[str, ...],
    optional: frozenset[str],
    place: Place,
    found: Found,
) -> bool:
    """Whether a mapping has all keys that it must have and no others; one that is mistyped is not missing, too."""
    if tuple(data) == names:
        return True
    unknown = [key for key in data if key not in names]
    wrong = [((*place, key), fields.unknown(key, names)) for key in unknown]
    meant = {fields.nearest(key, names) for key in unknown}
    absent = [(place, fields.missing(key)) for key in names if key not in data and key not in optional | meant]
    found += wrong
    found += absent
    return not wrong and not absent
