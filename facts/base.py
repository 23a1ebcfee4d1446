"""Facts ⇄ YAML of schema 1: load, validate, write atomically.

A file of the base is a `Page`. Its last section, `compiled`, holds digests of what the compiler wrote itself; by them
`facts.merge` tells what a person has changed. Loading needs no more than PyYAML and msgspec. Comments that people put
into a file are lost when a compile rewrites it; a file that a compile has nothing new for is not rewritten.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import os
import tempfile
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from facts import articles, schema
from facts.model import Article, Fact, Meeting, Record
from facts.schema import Flow, Place, Problem

SCHEMA = 1
SUFFIX = ".yaml"

ARTICLE_KEYS = ("id", "date", "source", "title", "url", "file", "sha256")
MEETING_KEYS = ("name", "aliases", "date", "place", "format", "series", "number")
FACT_KEYS = ("id", "kind", "question", "variants", "answer", "evidence", "span", "value", "confidence")

_PAGE_OPTIONAL = frozenset({"compiled"})
_MEETING_OPTIONAL = frozenset({"series", "number"})
_FACT_OPTIONAL = frozenset({"variants", "value", "confidence", "hidden"})

_LEDGER_NOTE = (
    "# What the compiler wrote itself, as digests: by them it knows what people changed above. Leave it as it is.\n"
)


class BaseError(Exception):
    """A base that cannot be used: every problem found, each with its file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Collect the problems."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """One line a problem."""
        return "\n".join(map(str, self.problems))


class NoBaseError(BaseError):
    """There is no base, or an empty one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ledger:
    """What the compiler wrote itself: digests by article and meeting field and by fact id.

    `by` names the compiler, `read` is the digest of what it read; both equal means that nothing is to do.
    """

    by: str = ""
    read: str = ""
    article: dict[str, str] = dataclasses.field(default_factory=dict)
    meeting: dict[str, str] = dataclasses.field(default_factory=dict)
    facts: dict[str, str] = dataclasses.field(default_factory=dict)


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


def load(directory: Path) -> tuple[Record, ...]:
    """Load all records of a base, sorted by article id.

    Raises NoBaseError if there is none, BaseError with every problem of every file if anything is wrong.
    """
    pages = load_pages(directory)
    if not pages:
        problem = Problem(str(directory), None, "there is no base here; make one with “onrecord compile”")
        raise NoBaseError([problem])
    return tuple(page.record() for page in pages)


def load_file(path: Path) -> Record:
    """Load one record. Raises BaseError with every problem of the file."""
    return load_page(path).record()


def load_pages(directory: Path) -> tuple[Page, ...]:
    """Load all files of a base, sorted by article id; none if the directory is missing or empty.

    Raises BaseError with every problem of every file.
    """
    pages: dict[str, tuple[Page, Path]] = {}
    problems: list[Problem] = []
    for path in _files(directory):
        try:
            page = load_page(path)
        except BaseError as error:
            problems += error.problems
            continue
        first = pages.setdefault(page.article.id, (page, path))
        if first[1] != path:
            problems.append(Problem(str(path), None, f"has the same article id as {first[1]}; remove one of them"))
        elif path.name.lower() != (page.article.id + SUFFIX).lower():
            reason = (
                f"the article id is “{page.article.id}”; call the file {page.article.id}{SUFFIX}, or correct the id"
            )
            problems.append(Problem(str(path), 2, reason))
    if problems:
        raise BaseError(problems)
    return tuple(pages[key][0] for key in sorted(pages))


def load_page(path: Path) -> Page:
    """Load one file of a base. Raises BaseError with every problem of the file."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(schema.MAX_BYTES + 1)
    except OSError as error:
        raise BaseError([Problem(file, None, f"cannot be read ({error.strerror}); check its permissions")]) from error
    if len(data) > schema.MAX_BYTES:
        reason = f"is larger than {schema.MAX_BYTES // 1_000_000} MB; delete it and compile smaller articles"
        raise BaseError([Problem(file, None, reason)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaseError([Problem(file, line, "is not UTF-8; save it as UTF-8")]) from None
    page, problems = read_page(text, path)
    if page is None or problems:
        raise BaseError(Problem(file, line, reason) for line, reason in problems)
    return page


def read_page(text: str, path: Path | None = None) -> tuple[Page | None, list[tuple[int | None, str]]]:
    """Read a page from YAML; with problems (line, reason) if anything is wrong with it.

    With `path` given, spans are compared with the article too, if its file is found from the working directory or a
    directory above `path`, and is still what was compiled.
    """
    try:
        data = schema.parse(text)
    except schema.SchemaError as error:
        return None, [(error.line, error.reason)]
    found: list[tuple[Place, str]] = []
    page = _page(data, found)
    if page is not None and not found:
        source = _article_text(page.article, path) if path is not None else None
        found += [(("facts", n, "span"), reason) for n, reason in span_problems(page, source)]
    return page, [(schema.line_of(text, place), reason) for place, reason in found]


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


def dump_page(page: Page) -> str:
    """Write a page as YAML, the same for the same page."""
    body: dict[str, Any] = {
        "schema": SCHEMA,
        "article": {key: _plain(getattr(page.article, key)) for key in ARTICLE_KEYS},
        "meeting": _meeting_data(page.meeting),
        "facts": [fact_data(fact, hidden=fact.id in page.hidden) for fact in page.facts],
    }
    ledger = page.compiled
    if ledger == Ledger():
        return schema.dump(body)
    compiled = {
        "by": ledger.by,
        "read": ledger.read,
        "article": Flow(ledger.article),
        "meeting": Flow(ledger.meeting),
        "facts": ledger.facts,
    }
    return schema.dump(body) + _LEDGER_NOTE + schema.dump({"compiled": compiled})


def dump(record: Record) -> str:
    """Write a record as YAML of schema 1, as if a person had written it (nothing in it is the compiler's)."""
    return dump_page(Page(record.article, record.meeting, record.facts))


def save(path: Path, text: str) -> None:
    """Write a file so that it is there in full or not at all, whatever happens meanwhile. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    # Only then does the new name survive a power cut; not every system can open a directory.
    with contextlib.suppress(OSError):
        directory = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


def fact_data(fact: Fact, *, hidden: bool = False) -> dict[str, Any]:
    """Return a fact as it is written."""
    data = {key: _plain(getattr(fact, key)) for key in FACT_KEYS}
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


def _files(directory: Path) -> list[Path]:
    """Return the files of a base; raise BaseError for a YAML file whose name would make it overlooked."""
    try:
        files = [path for path in directory.iterdir() if not path.name.startswith(".") and path.is_file()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BaseError([Problem(str(directory), None, f"is no base that can be read ({error.strerror})")]) from error
    wrong = [path for path in files if path.suffix != SUFFIX and path.suffix.lower() in {".yml", SUFFIX}]
    if wrong:
        raise BaseError(
            Problem(str(path), None, f"would be overlooked; rename it to {path.stem}{SUFFIX}") for path in wrong
        )
    return sorted(path for path in files if path.suffix == SUFFIX)


def _article_text(article: Article, path: Path) -> str | None:
    """Return the text that was compiled, if its file can be found unchanged."""
    for root in (Path(), *path.absolute().parents):
        with contextlib.suppress(OSError, ValueError):
            file = root / article.file
            if file.is_file() and file.stat().st_size <= articles.MAX_BYTES:
                data = file.read_bytes()
                if hashlib.sha256(data).hexdigest() == article.sha256:
                    return articles.decode_unicode(data)
    return None


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
        keys = tuple(field.name for field in dataclasses.fields(Ledger))
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
        shown = {key: value for key, value in item.items() if key != "hidden"} if isinstance(item, dict) else item
        fact = _value(shown, Fact, FACT_KEYS, _FACT_OPTIONAL, place, found)
        hide = item.get("hidden", False) if isinstance(item, dict) else False
        if not isinstance(hide, bool):
            found.append(((*place, "hidden"), "“hidden” must be true or false"))
        if fact is None:
            continue
        facts.append(fact)
        if hide is True:
            hidden.add(fact.id)
        for key in ("id", "question", "answer", "evidence"):
            if not getattr(fact, key).strip():
                found.append(((*place, key), f"“{key}” is empty; fill it in, or remove the fact"))
        if not 0 <= fact.confidence <= 1:
            found.append(((*place, "confidence"), "“confidence” must be from 0 to 1"))
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


_T = typing.TypeVar("_T")


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
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        whole = str(error)
    before = len(found)
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name not in data:
            continue
        try:
            msgspec.convert(data[field.name], _types(kind)[field.name])
        except msgspec.ValidationError as error:
            found.append(((*place, field.name), f"“{field.name}”: {str(error)[:1].lower()}{str(error)[1:]}"))
    if len(found) == before:
        found.append((place, whole))
    return None


def _types(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _keys(
    data: dict[str, Any],
    keys: tuple[str, ...],
    optional: frozenset[str],
    place: Place,
    found: list[tuple[Place, str]],
) -> bool:
    """Whether a mapping has all keys that it must have and no others."""
    wrong = [
        ((*place, key), f"the key “{key}” is unknown; known are {', '.join(keys)}") for key in data if key not in keys
    ]
    absent = [(place, f"the key “{key}” is missing; add it") for key in keys if key not in data and key not in optional]
    found += wrong
    found += absent
    return not wrong and not absent
