"""The form of a page of the base (schema 1): values ⇄ YAML text, and everything that can be wrong with it."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import typing
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from facts.model import Article, Fact, Meeting, Record
from facts.pages import yaml_reading, yaml_writing
from facts.pages.yaml_reading import Place
from facts.pages.yaml_writing import Flow

SCHEMA = 1

FindText = Callable[[Article], str | None]

ARTICLE_KEYS = ("id", "date", "source", "title", "url", "file", "sha256")
MEETING_KEYS = ("name", "aliases", "date", "place", "format", "series", "number")
FACT_KEYS = ("id", "kind", "question", "variants", "answer", "evidence", "span", "value", "confidence")

_PAGE_OPTIONAL = frozenset({"compiled"})
_MEETING_OPTIONAL = frozenset({"series", "number"})
_FACT_OPTIONAL = frozenset({"variants", "value", "confidence", "hidden"})

_LEDGER_NOTE = (
    "# What the compiler wrote itself, as digests: by them it knows what people changed above. Leave it as it is.\n"
)


class Ledger(msgspec.Struct, array_like=True, frozen=True):
    """What the compiler wrote itself: digests by article and meeting field and by fact id.

    `by` names the compiler, `read` is the digest of what it read; both equal means that nothing is to do.
    """

    by: str = ""
    read: str = ""
    article: dict[str, str] = {}
    meeting: dict[str, str] = {}
    facts: dict[str, str] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """All that a file of the base holds: `facts` with those that an editor hid, whose ids are in `hidden`."""

    article: Article
    meeting: Meeting | None
    facts: tuple[Fact, ...]
    hidden: frozenset[str] = frozenset()
    compiled: Ledger = dataclasses.field(default_factory=Ledger)

    def record(self) -> Record:
        """Return what can be answered from: everything but hidden facts."""
        return Record(self.article, self.meeting, tuple(fact for fact in self.facts if fact.id not in self.hidden))


def read_page(text: str, find_text: FindText | None = None) -> tuple[Page | None, list[tuple[int | None, str]]]:
    """Read a page from YAML; with problems (line, reason) if anything is wrong with it.

    `find_text` returns the text of the article that was compiled, if that can still be had: spans are compared with it
    then; without it only their length is.
    """
    try:
        data = yaml_reading.parse(text)
    except yaml_reading.SchemaError as error:
        return None, [(error.line, error.reason)]
    found: list[tuple[Place, str]] = []
    page = _page(data, found)
    if page is not None and not found:
        source = find_text(page.article) if find_text is not None else None
        found += [(("facts", n, "span"), reason) for n, reason in span_problems(page, source)]
    return page, [(yaml_reading.line_of(text, place), reason) for place, reason in found]


def span_problems(page: Page, text: str | None) -> Iterator[tuple[int, str]]:
    """Yield position and reason of the facts that are shown and whose span does not give their evidence."""
    for n, fact in enumerate(page.facts):
        start, end = fact.span
        fits = start >= 0 and end - start == len(fact.evidence)
        if fits and (text is None or fact.id in page.hidden or text[start:end] == fact.evidence):
            continue
        at = text.find(fact.evidence) if text is not None else -1
        remedy = f"write [{at}, {at + len(fact.evidence)}]" if at >= 0 else "correct the span or the evidence"
        yield n, f"the span of fact “{fact.id}” does not give its evidence ({len(fact.evidence)} characters); {remedy}"


def page_problems(page: Page) -> list[str]:
    """Return what would be wrong with a page if it were written and read again."""
    found: list[tuple[Place, str]] = []
    _page({**_body(page), "compiled": msgspec.structs.asdict(page.compiled)}, found)
    return [*(reason for _, reason in found), *(reason for _, reason in span_problems(page, None))]


def _body(page: Page) -> dict[str, Any]:
    """Return all of a page but its ledger as plain data."""
    return {
        "schema": SCHEMA,
        "article": {key: _plain(getattr(page.article, key)) for key in ARTICLE_KEYS},
        "meeting": _meeting_data(page.meeting),
        "facts": [fact_data(fact, hidden=fact.id in page.hidden) for fact in page.facts],
    }


def dump_page(page: Page) -> str:
    """Write a page as YAML, the same for the same page."""
    body = _body(page)
    ledger = page.compiled
    if ledger == Ledger():
        return yaml_writing.dump(body)
    compiled = {
        "by": ledger.by,
        "read": ledger.read,
        "article": Flow(ledger.article),
        "meeting": Flow(ledger.meeting),
        "facts": ledger.facts,
    }
    return yaml_writing.dump(body) + _LEDGER_NOTE + yaml_writing.dump({"compiled": compiled})


def refusal(fact: Fact) -> str | None:
    """Return why a fact may not stand in a page, if it may not: a value of a wrong type, or not filled in."""
    data = fact_data(fact)
    try:
        _converted(data, Fact)
    except msgspec.ValidationError:
        return next(f"“{name}”: {reason}" for name, reason in _wrong_fields(data, Fact))
    return next((reason for _, reason in fact_problems(fact)), None)


def fact_problems(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield key and reason of what is wrong with a fact whose values have the right types."""
    for key in ("id", "question", "answer", "evidence"):
        if not getattr(fact, key).strip():
            yield key, f"“{key}” is empty; fill it in, or remove the fact"
    if not 0 <= fact.confidence <= 1:
        yield "confidence", "“confidence” must be from 0 to 1"


def fact_data(fact: Fact, *, hidden: bool = False) -> dict[str, Any]:
    """Return a fact as it is written."""
    data = {
        "id": fact.id,
        "kind": fact.kind,
        "question": fact.question,
        "variants": _plain(fact.variants),
        "answer": fact.answer,
        "evidence": fact.evidence,
        "span": _plain(fact.span),
        "value": _plain(fact.value),
        "confidence": fact.confidence,
    }
    return {**data, "hidden": True} if hidden else data


def _meeting_data(meeting: Meeting | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    data = {key: _plain(getattr(meeting, key)) for key in MEETING_KEYS}
    return {key: value for key, value in data.items() if value is not None or key not in _MEETING_OPTIONAL}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


# Plain data → values. Each function appends (place, reason) for what is wrong and returns None if it cannot go on.


def _page(data: object, found: list[tuple[Place, str]]) -> Page | None:
    if not isinstance(data, dict):
        found.append(((), "is not a page of a base (no “schema:” in it); move it elsewhere"))
        return None
    if data.get("schema") != SCHEMA or isinstance(data.get("schema"), bool):
        said = f"schema {data['schema']} is unknown" if "schema" in data else "there is no “schema:” in it"
        found.append(
            (("schema",), f"{said}; this version reads schema {SCHEMA}: update Onrecord, or delete and compile")
        )
        return None
    _keys(data, ("schema", "article", "meeting", "facts", "compiled"), _PAGE_OPTIONAL, (), found)
    article = None
    if "article" in data:
        article = _value(data["article"], Article, ARTICLE_KEYS, frozenset(), ("article",), found)
    if article is not None:
        _check_article(article, found)
    meeting = None
    if data.get("meeting") is not None:
        meeting = _value(_dated(data["meeting"]), Meeting, MEETING_KEYS, _MEETING_OPTIONAL, ("meeting",), found)
        if meeting is not None and not meeting.name.strip():
            found.append((("meeting", "name"), "the meeting needs a name; write “meeting: null” if there is none"))
    facts, hidden = _facts(data.get("facts"), found)
    compiled = Ledger()
    if data.get("compiled") is not None:
        keys = Ledger.__struct_fields__
        read = _value(data["compiled"], Ledger, keys, frozenset(keys), ("compiled",), found)
        compiled = read if read is not None else compiled
    return Page(article, meeting, facts, hidden, compiled) if article is not None else None


def _facts(data: object, found: list[tuple[Place, str]]) -> tuple[tuple[Fact, ...], frozenset[str]]:
    if not isinstance(data, list):
        if data is not None:
            found.append((("facts",), "“facts” must be a list; write “facts: []” if there are none"))
        return (), frozenset()
    facts: list[Fact] = []
    hidden: set[str] = set()
    for n, item in enumerate(data):
        place: Place = ("facts", n)
        shown = item
        if isinstance(item, dict) and "hidden" in item:
            shown = {key: value for key, value in item.items() if key != "hidden"}
        fact = _value(shown, Fact, FACT_KEYS, _FACT_OPTIONAL, place, found)
        hide = item.get("hidden", False) if isinstance(item, dict) else False
        if not isinstance(hide, bool):
            found.append(((*place, "hidden"), "“hidden” must be true or false"))
        if fact is None:
            continue
        facts.append(fact)
        if hide is True:
            hidden.add(fact.id)
        found += [((*place, key), reason) for key, reason in fact_problems(fact)]
    for fact_id, count in Counter(fact.id for fact in facts).items():
        if count > 1:
            again = max(n for n, item in enumerate(data) if isinstance(item, dict) and item.get("id") == fact_id)
            found.append((("facts", again, "id"), f"{count} facts have the id “{fact_id}”; give each its own"))
    return tuple(facts), frozenset(hidden)


def _check_article(article: Article, found: list[tuple[Place, str]]) -> None:
    if not article.id.strip():
        found.append((("article", "id"), "the article needs an id: its file's name without the suffix"))
    if len(article.sha256) != 64 or not set(article.sha256) <= set("0123456789abcdef"):
        found.append(
            (("article", "sha256"), "“sha256” must be 64 hexadecimal digits; delete the file and compile again")
        )


def _dated(data: object) -> object:
    """Take a bare year, which is a number to YAML, as the text that it is in a meeting's date."""
    if isinstance(data, dict) and type(data.get("date")) is int:
        return {**data, "date": str(data["date"])}
    return data


_T = typing.TypeVar("_T", bound=msgspec.Struct)


def _value(
    data: object,
    kind: type[_T],
    keys: tuple[str, ...],
    optional: frozenset[str],
    place: Place,
    found: list[tuple[Place, str]],
) -> _T | None:
    """Make a value of a mapping; every wrong key and every value of a wrong type is a problem."""
    if not isinstance(data, dict):
        found.append((place, f"must be a mapping with the keys {', '.join(keys)}"))
        return None
    if not _keys(data, keys, optional, place, found):
        return None
    try:
        return _converted(data, kind)
    except msgspec.ValidationError as error:
        whole = str(error)
    wrong = list(_wrong_fields(data, kind))
    found += [((*place, name), f"“{name}”: {reason[:1].lower()}{reason[1:]}") for name, reason in wrong]
    if not wrong:
        found.append((place, whole))
    return None


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
        except msgspec.ValidationError as error:
            yield name, str(error)


def _keys(
    data: dict[str, Any],
    keys: tuple[str, ...],
    optional: frozenset[str],
    place: Place,
    found: list[tuple[Place, str]],
) -> bool:
    """Whether a mapping has all keys that it must have and no others."""
    if tuple(data) == keys:
        return True
    wrong = [
        ((*place, key), f"the key “{key}” is unknown; known are {', '.join(keys)}") for key in data if key not in keys
    ]
    absent = [(place, f"the key “{key}” is missing; add it") for key in keys if key not in data and key not in optional]
    found += wrong
    found += absent
    return not wrong and not absent
