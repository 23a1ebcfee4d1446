"""What stands above an article and describes it: front matter between lines "---", or a header of plain lines.

Both name things in the ways that sites, newsrooms and note-taking programs do (`NAMES`); what has another name is not
read, and that is said.
"""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import re
import tomllib

import yaml

from facts.articles.date_lines import date_of_line
from facts.dates import days_in_figures, in_two_ways
from facts.pages import fields, yaml_reading

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "subject"),
    "date": (
        *("date", "published", "publication_date", "date_published", "published_at", "published_on", "pubdate"),
        *("posted", "posted_on", "issued", "sent", "release_date"),
    ),
    "updated": ("updated", "modified", "last_updated", "last_modified", "lastmod", "date_modified", "updated_at"),
    "source": ("source", "publisher", "site", "site_name", "sitename", "outlet", "agency", "newspaper", "publication"),
    "author": ("author", "authors", "byline", "creator", "from"),
    "url": ("url", "link", "source_url", "permalink", "canonical", "canonical_url", "original_url", "source_link"),
    "language": ("language", "lang"),
}
"""What is read → the names that it goes by, the first that is given counts. Case, "-" and "_" make no difference."""

HEADER_MAX = 1000
"""Code points at the start of a text in which the header of a letter is looked for."""

QUIET = frozenset(
    {
        *(
            "accessed",
            "aliases",
            "also",
            "categories",
            "category",
            "corrected",
            "created",
            "description",
            "draft",
            "excerpt",
            "id",
        ),
        *("image", "imported", "keywords", "layout", "retrieved", "section", "slug", "summary", "tag", "tags", "type"),
    }
)
"""Names whose values an article is read without: nothing is said of them."""

WRITTEN = ("title", "date", "source", "url", "retrieved", "corrected", "imported", "language")
"""What the front matter of an article says that we wrote ourselves, in its order."""

MAIL_LINES = frozenset({"bcc", "cc", "message_id", "mime_version", "reply_to", "to"})
"""What the header of a letter says besides, which tells nothing of its text."""

SLIP = 0.8
"""How like a known name (by difflib, 0–1) one is that is a slip for it."""

_FENCE = re.compile(r"---[ \t]*\n")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<inside>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_RULE = re.compile(r"[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*(?:\n|\Z)")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_HEADER_LINE = re.compile(
    r"[ \t>]{0,12}[*_]{0,2}(?P<name>[A-Za-z][\w -]{1,20}?)[*_]{0,2}"
    r"(?:[ \t]{0,9}:[*_]{0,2}[ \t]*|[ \t]{0,9}=[ \t]*|[ \t]{1,9}[-–—][ \t]+|(?<=date)[ \t]+)(?P<value>\S.*)"
)
"""A line of a plain header: its name, and behind a colon (an equals sign, a dash) its value."""
_REPLY = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
"""What mail programs write in front of a subject."""
_MAIL_ADDRESS = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>\Z")
_SMALL = re.compile(r"[a-z][a-z_]*:[ \t]")
"""What begins a line of a header, and none of minutes."""
_LONE = re.compile(r"(?:source|publisher):", re.IGNORECASE)
"""What begins a header of one line."""
_LABELLED = re.compile(r"[ \t]*[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}:")
_WEB_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_READ_AS = {name: field for field, names in NAMES.items() for name in names}
_LISTS = frozenset({"author"})
_KNOWN = ", ".join(field for field in NAMES if field != "updated")


class FrontMatterError(Exception):
    """Broken front matter: the reason and the line of the file."""

    def __init__(self, reason: str, line: int) -> None:
        """Name the reason and the line."""
        super().__init__(reason, line)
        self.reason = reason
        self.line = line


@dataclasses.dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is said above a text, which begins at `end`; None for what is not said."""

    end: int = 0
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class _Given:
    """A value as it was given: under which name, on which line of the file."""

    name: str
    text: str
    line: int


def read_front_matter(text: str) -> FrontMatter:
    """Read what stands above a text. Raises FrontMatterError for front matter that is broken."""
    if _FENCE.match(text):
        return _fenced(text)
    return _toml(text) or _plain(text) or FrontMatter()


def _fenced(text: str) -> FrontMatter:
    begin = text.index("\n") + 1
    end = _FENCE_END.search(text, begin)
    if end is None:
        raise FrontMatterError("the front matter has no end; close it with a line “---”", 1)
    try:
        node = yaml_reading.compose(text[begin : end.start()])
    except yaml_reading.SchemaError as error:
        reason = f"the front matter cannot be read: {error.reason}"
        raise FrontMatterError(reason, error.line + 1 if error.line else 1) from None
    if node is None:
        return FrontMatter(end.end())
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError("the front matter must be lines of “key: value”", 2)
    given: dict[str, _Given] = {}
    unknown: list[_Given] = []
    for key, value in node.value:
        line = key.start_mark.line + 2
        name = plain_name(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name in _READ_AS:
            if name in given:
                raise FrontMatterError(f"“{key.value}” stands twice in the front matter; remove one", line)
            given[name] = _Given(key.value, _single(key.value, value, line), line)
        elif name not in QUIET:
            unknown.append(_Given(" ".join(str(key.value).split())[:40] if name else "?", "", line))
    return _said(given, unknown, end.end())


def _toml(text: str) -> FrontMatter | None:
    """Read front matter in TOML, between lines "+++"; None if there is none that can be read."""
    fenced = _TOML.match(text)
    if fenced is None:
        return None
    try:
        said = tomllib.loads(fenced["inside"])
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    given: dict[str, _Given] = {}
    unknown: list[_Given] = []
    for name, value in said.items():
        at = re.search(rf"^[ \t]*[\"']?{re.escape(name)}", text, re.MULTILINE)
        each = _Given(name, " ".join(str(value).split()), text.count("\n", 0, at.start() if at else 0) + 1)
        if plain_name(name) in _READ_AS and not isinstance(value, dict | list):
            given.setdefault(plain_name(name), each)
        elif plain_name(name) not in QUIET:
            unknown.append(each)
    return _said(given, unknown, fenced.end())


def unread(text: str, front: FrontMatter) -> dict[str, object]:
    """What front matter says besides what was read of it (`front`): values by name, both as they were given.

    Nothing where it has anchors, tags or names twice: then it cannot be told what it says.
    """
    fence = _FENCE.match(text)
    end = _FENCE_END.search(text, fence.end()) if fence is not None else None
    if fence is None or end is None:
        return {}
    try:
        said = yaml_reading.parse(text[fence.end() : end.start()])
    except yaml_reading.SchemaError:
        return {}
    return (
        {name: value for name, value in said.items() if not _is_read(name, value, front)}
        if isinstance(said, dict)
        else {}
    )


def _is_read(name: str, value: object, front: FrontMatter) -> bool:
    """Whether a value is what was read, or one that we write ourselves."""
    plain = plain_name(name)
    field = _READ_AS.get(plain, plain)
    if field in ("date", "updated"):
        return front.date is not None and _day(str(value)) == front.date
    read = getattr(front, "source" if field == "author" else field, None) if field in NAMES else None
    return field in WRITTEN[4:] or value is None or (read is not None and " ".join(str(value).split()) == read)


def _plain(text: str) -> FrontMatter | None:
    """Read a header of plain lines: at least two that name what is known (one is enough that names the source), or
    nearly so by a slip, and no other labelled line among them.

    Minutes begin in much the same way: "Date: …", "Chair: …", "Present: …" are theirs, and stay text. A name in small
    letters, "topic: …", is none of theirs.
    """
    given: dict[str, _Given] = {}
    unknown: list[_Given] = []
    start = len(text) - len(text.lstrip())
    end, line = start, text.count("\n", 0, start)
    while match := _HEADER_LINE.match(text, end):
        name = plain_name(match["name"])
        if name in MAIL_LINES and "subject" in text[:HEADER_MAX].lower():
            line, end = line + 1, match.end() + 1
            continue
        is_read = name in _READ_AS
        if name in given or (name == "date" and _day(match["value"]) is None):
            break
        if not is_read and not _slip_for(name) and not (given and _SMALL.match(text, end)):
            break
        line += 1
        if is_read:
            given[name] = _Given(match["name"], " ".join(match["value"].strip("*_ \t").split()), line)
        elif name not in QUIET:
            unknown.append(_Given(match["name"], "", line))
        end = match.end() + 1
        if end >= len(text):
            break
    slips = [slip for each in unknown if (slip := _slip_for(plain_name(each.name)))]
    meant = {_READ_AS[name] for name in (*given, *slips)}
    enough = len(given) + len(slips) > 1 or _LONE.match(text, start)
    if not enough or not meant & {"title", "source", "url"} or _LABELLED.match(text, end):
        return None
    if rule := _RULE.match(text, min(end, len(text))):
        end = rule.end()
    return _said(given, unknown, min(end, len(text)))


def _slip_for(name: str) -> str | None:
    """The known name that an unknown one is a slip of the pen for, if it is."""
    near = difflib.get_close_matches(name, _READ_AS, 1, SLIP)
    return near[0] if near and abs(len(near[0]) - len(name)) <= 1 and near[0] != name else None


def plain_name(key: str) -> str:
    """A name as names are compared."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _single(key: str, value: yaml.Node, line: int) -> str:
    """The text of a value; of several authors, all."""
    if isinstance(value, yaml.SequenceNode) and _READ_AS[plain_name(key)] in _LISTS:
        return ", ".join(item.value for item in value.value if isinstance(item, yaml.ScalarNode))
    if not isinstance(value, yaml.ScalarNode):
        raise FrontMatterError(f"“{key}” in the front matter must be a single value", line)
    return "" if value.tag == "tag:yaml.org,2002:null" else " ".join(value.value.split())


def _said(given: dict[str, _Given], unknown: list[_Given], end: int) -> FrontMatter:
    """What given values say together."""
    warnings: list[str] = []
    for each in unknown:
        near = fields.nearest(plain_name(each.name), _READ_AS)
        meant = f"perhaps “{near}” is meant" if near else f"known are {_KNOWN}"
        warnings.append(f"line {each.line}: “{each.name}” in the front matter is not known and not read; {meant}")
    found = {field: _first(given, names) for field, names in NAMES.items()}
    url, source = found["url"], found["source"]
    if source is not None and is_web_address(source.text):  # an address, where the name of a source is expected
        url, source = url or source, None
    if url is not None and not is_web_address(url.text):
        what = f"“{url.name}” is not a web address (http:// or https://) and is left out"
        warnings.append(f"line {url.line}: {what}")
        url = None
    date = _date([each for field in ("date", "updated") for each in _all(given, NAMES[field])], warnings)
    language = found["language"]
    return FrontMatter(
        end,
        title=_title(found["title"]),
        date=date,
        source=_sender(source or found["author"]),
        url=_text(url),
        language=language.text.lower() if language is not None else None,
        warnings=tuple(warnings),
    )


def _first(given: dict[str, _Given], names: tuple[str, ...]) -> _Given | None:
    return next(iter(_all(given, names)), None)


def _all(given: dict[str, _Given], names: tuple[str, ...]) -> list[_Given]:
    return [given[name] for name in names if name in given and given[name].text]


def _text(given: _Given | None) -> str | None:
    return given.text if given is not None else None


def _title(given: _Given | None) -> str | None:
    """A title; a subject without what says that it is a reply, or passed on."""
    text = _text(given)
    return _REPLY.sub("", text, count=1) or text if given and text and plain_name(given.name) == "subject" else text


def _sender(given: _Given | None) -> str | None:
    """A source; of whoever sent a mail the name without the address, if there is one."""
    text = _text(given)
    name = _MAIL_ADDRESS.sub("", text or "")
    return text if name == text else name.strip("\"' ") or text


def _date(given: list[_Given], warnings: list[str]) -> datetime.date | None:
    """The first value that names a day. A `date` must; of another name (`published: true`) it is said."""
    for each in given:
        value = each.text
        date = _day(value)
        if date is not None:
            return date
        said = f"“{each.name}: {value[:40]}” in the front matter"
        reason = f"{said} is not a day"
        if plain_name(each.name) == "date":
            two = in_two_ways(value)
            raise FrontMatterError(f"{said} {two}" if two else f"{reason}; write YYYY-MM-DD", each.line)
        warnings.append(f"line {each.line}: {reason} and is left out")
    return None


def _day(value: str) -> datetime.date | None:
    """The day that a value names, perhaps with a time."""
    if re.match(r"\d{4}-\d\d-\d\d(?:[T ]|\Z)", value):
        return iso_date(value[:10])
    figures = days_in_figures(value)
    if len(figures) == 1:
        return figures[0]
    with_time = re.search(r"\d:\d\d(?:.*(?:[+-]\d{4}|GMT|UTC)\)?|(?::\d\d)?\s?[AP]M)\Z", value)  # as mails have it
    return date_of_line(f"Published {value}" if with_time else value)


def is_web_address(value: str) -> bool:
    """Whether a value is one web address and nothing else: what holds a blank is none."""
    return _WEB_ADDRESS.match(value) is not None


def iso_date(value: str) -> datetime.date | None:
    """Return the day that "YYYY-MM-DD" names, None if it names none."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None
