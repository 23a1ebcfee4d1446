"""File → article: one reader a format, looked up by the file's suffix."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import yaml

from facts import encoding, markup
from facts.articles import layout
from facts.encoding import MAX_BYTES
from facts.model import Article
from facts.pages import yaml_reading

NO_DATE = "no date; put “date YYYY-MM-DD” at its start so that relative dates can be resolved"
"""The warning of an undated article."""

_FENCE = re.compile(r"---[ \t]*\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")


class ArticleError(Exception):
    """A file that cannot be read as an article: the file, what is wrong with it (and on which line), what to do."""

    def __init__(self, file: str, reason: str, line: int | None = None) -> None:
        """Name the file, the reason and the line (from 1) where it is known."""
        super().__init__(file, reason, line)
        self.file = file
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        """Read as `file:line: reason`."""
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a decoded file; every span counts code points of `text`."""

    text: str
    paragraphs: tuple[layout.Span, ...]
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


class _FrontMatterError(Exception):
    """Broken front matter: the reason and the line of the file."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line


def read(path: Path) -> tuple[Article, tuple[str, ...]]:
    """Read an article and what a person should know about the reading (warnings).

    Raises ArticleError for a file that is empty, binary, too large, unreadable, of an unknown format or with broken
    front matter, and never anything else.
    """
    file = shown(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = f"has an unknown suffix; articles are {', '.join(READERS)} files: save it as one"
        raise ArticleError(file, known if os.path.exists(path) else "there is no such file or folder; check its name")
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        raise ArticleError(repr(file), "the file's name is not UTF-8; rename it") from None
    data = _bytes(path, file)
    decoded = encoding.decode(data)
    if decoded is None:
        raise ArticleError(file, "is not text (binary, or in an unknown encoding); save it as UTF-8 text")
    text, guessed = decoded
    if not text.strip():
        raise ArticleError(file, "is empty; add the article's text or remove the file")
    try:
        reading = reader(text)
    except _FrontMatterError as broken:
        raise ArticleError(file, broken.reason, broken.line) from None
    if not reading.paragraphs:
        raise ArticleError(file, "there is no running text in it; add the article's text or remove the file")
    warnings = [f"read as {guessed}, a guess; save it as UTF-8 if letters look wrong"] if guessed else []
    warnings += reading.warnings
    date = reading.date
    if date is None and (dated := _DATED_NAME.match(path.stem)) and (date := _iso_date(dated[1])):
        warnings.append("date taken from the file's name")
    if date is None:
        warnings.append(NO_DATE)
    article = Article(
        id=path.stem,
        date=date,
        source=reading.source,
        title=reading.title,
        url=reading.url,
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        text=reading.text,
        paragraphs=reading.paragraphs,
    )
    return article, tuple(warnings)


def shown(path: Path) -> str:
    """Name a file the way the base does: relative to the working directory if it is below it, with slashes."""
    absolute = path.absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(file, "is a directory, not an article")
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise ArticleError(file, "is no regular file; save the article's text as one")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(file, f"cannot be read ({reason}); check its name and its permissions") from error
    if len(data) > MAX_BYTES:
        raise ArticleError(file, f"is larger than {MAX_BYTES // 1_000_000} MB; split it into single articles")
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise ArticleError(file, "is empty; add the article's text or remove the file")
    return data


def read_text(text: str) -> Reading:
    """Read plain text or Markdown, with or without YAML front matter (title, date, source, url).

    The text is that of the file without the marks inside its lines (links, emphasis, code).
    """
    start, meta, warnings = _front_matter(text)
    text = text[:start] + markup.plain(text[start:])
    found = layout.lay_out(text, start, title_known=meta.title is not None)
    return Reading(
        text,
        found.paragraphs,
        meta.title or found.title,
        meta.date or found.date,
        meta.source or found.source,
        meta.url,
        (*warnings, *found.warnings),
    )


READERS: dict[str, Callable[[str], Reading]] = {".txt": read_text, ".md": read_text, ".markdown": read_text}
"""The reader of each format by its files' suffix, lower case. A new format is a new entry."""


@dataclasses.dataclass(frozen=True, slots=True)
class _FrontMatter:
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None


def _front_matter(text: str) -> tuple[int, _FrontMatter, list[str]]:
    """Return where the front matter ends (0 without one), what it says and what to warn about."""
    begin = _FENCE.match(text)
    if begin is None:
        return 0, _FrontMatter(), []
    end = _FENCE_END.search(text, begin.end())
    if end is None:
        raise _FrontMatterError("the front matter has no end; close it with a line “---”", 1)
    try:
        node = yaml_reading.compose(text[begin.end() : end.start()])
    except yaml_reading.SchemaError as error:
        reason = f"the front matter cannot be read: {error.reason}"
        raise _FrontMatterError(reason, error.line + 1 if error.line else 1) from None
    if node is None:
        return end.end(), _FrontMatter(), []
    if not isinstance(node, yaml.MappingNode):
        raise _FrontMatterError("the front matter must be lines of “key: value”", 2)
    values: dict[str, tuple[str, int]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value not in _FrontMatter.__slots__:
            continue
        line = key.start_mark.line + 2
        if not isinstance(value, yaml.ScalarNode):
            raise _FrontMatterError(f"“{key.value}” in the front matter must be a single value", line)
        if key.value in values:
            raise _FrontMatterError(f"“{key.value}” stands twice in the front matter; remove one", line)
        null = value.tag == "tag:yaml.org,2002:null"
        values[key.value] = "" if null else " ".join(value.value.split()), line
    date = _front_matter_date(*values.get("date", ("", 0)))
    url, url_line = values.get("url", ("", 0))
    warnings = []
    if url and not re.match(r"https?://\S+\Z", url):
        warnings.append(f"line {url_line}: “url” is not a web address (http:// or https://) and is left out")
        url = ""
    title, source = (values.get(key, ("", 0))[0] for key in ("title", "source"))
    return end.end(), _FrontMatter(title or None, date, source or None, url or None), warnings


def _front_matter_date(value: str, line: int) -> datetime.date | None:
    if not value:
        return None
    date = _iso_date(value[:10]) if re.match(r"\d{4}-\d\d-\d\d(?:[T ]|\Z)", value) else layout.date_of_line(value)
    if date is None:
        raise _FrontMatterError(f"“date: {value[:40]}” in the front matter is not a day; write YYYY-MM-DD", line)
    return date


def _iso_date(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None
