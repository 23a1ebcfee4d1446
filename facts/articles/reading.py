"""File → article: one reader a format, looked up by the file's suffix."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from facts import encoding, language, markup
from facts.articles import layout
from facts.articles.date_lines import day_of_title
from facts.articles.front_matter import FrontMatterError, iso_date, read_front_matter
from facts.articles.quoted import unquoted
from facts.articles.run_in_heads import run_in_heads_as_headings
from facts.encoding import MAX_BYTES
from facts.model import Article, Note
from facts.pages.notice import Notice
from facts.tables import labels_and_tables_as_lines

CONVERTED = {
    ".pdf": "a PDF",
    ".docx": "a Word file",
    ".html": "a web page",
    ".htm": "a web page",
    ".xhtml": "a web page",
    ".rss": "a feed",
    ".atom": "a feed",
    ".xml": "a feed or another XML file",
    ".eml": "a mail",
}
"""What articles are made of by `onrecord add`, by the files' suffix."""

ENGLISH = frozenset({"en", "eng", "english", "en-gb", "en-us", "en_gb", "en_us"})
"""What a file may say that its language is, so that it is read whatever its words look like."""

TOO_SHORT = "too short to tell its language; it is read as English (“language: en” in its front matter says that it is)"
"""The warning of a text that has no word by which its language is told."""

MAX_LETTERS = 1_000_000
"""Longest text of an article, in code points: what is longer takes more memory to parse than many machines have."""

_WEB_PAGE = re.compile(
    r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.DOTALL
)
_OF_MAIL = re.compile(r"^[*_]{0,2}(?:from|to)[*_]{0,2}:", re.MULTILINE | re.IGNORECASE)
"""A line of what stands above a text by which that is a mail."""
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
    """What a reader makes of a decoded file; every span counts code points of `text`.

    `language` is what the file says of itself; `body` is where the text begins behind front matter and headline.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
    body: int = 0
    notes: tuple[Note, ...] = ()


def read(path: Path) -> tuple[Article, tuple[str, ...]]:
    """Read an article and what a person should know about the reading (warnings).

    Raises ArticleError for a file that is empty, binary, too large, unreadable, of an unknown format or with broken
    front matter, and never anything else.
    """
    file = shown(path)
    if any(unicodedata.category(sign) == "Cc" for sign in file):
        raise ArticleError(repr(file), "there is a control character in its name or in that of its folder; rename it")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = f"has an unknown suffix; articles are {', '.join(READERS)} files: save it as one"
        if path.suffix.lower() in CONVERTED:
            known = f"is {CONVERTED[path.suffix.lower()]}; “onrecord add {file}” makes an article of it"
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
    if is_web_page(text):
        raise ArticleError(file, f"is a web page, not text; “onrecord add {file}” makes an article of it")
    try:
        reading = reader(text)
    except FrontMatterError as broken:
        raise ArticleError(file, broken.reason, broken.line) from None
    if not reading.paragraphs:
        raise ArticleError(file, "there is no running text in it; add the article's text or remove the file")
    if reason := too_long(running_text(reading)):
        raise ArticleError(file, reason)
    if reading.language not in ENGLISH and (other := language.other_than_english(running_text(reading))):
        raise ArticleError(
            file,
            f"reads as {other}, and only English is understood; remove the file, or give it in English"
            " (if it is, put “language: en” into its front matter)",
        )
    warnings = [f"read as {guessed}, a guess; save it as UTF-8 if letters look wrong"] if guessed else []
    warnings += reading.warnings
    if reading.language not in ENGLISH and language.is_too_short(running_text(reading)):
        warnings.append(TOO_SHORT)
    date = reading.date
    if date is None and (date := day_of_name(path.stem)):
        warnings.append("date taken from the file's name")
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
        notes=reading.notes,
    )
    if date is None:
        warnings.append(no_date(article))
    return article, tuple(warnings)


def no_date(article: Article) -> str:
    """The warning of an undated article, and what to do."""
    return f"no date, so that “last Monday” cannot be resolved; {_to_write('date', 'YYYY-MM-DD', article.text)}"


def no_source(article: Article) -> str:
    """The warning of an article that says nowhere who published it: what answers cite in its place, and what to do."""
    cited = "its title" if article.title else "the name of its file"
    return f"no source, so that answers cite {cited} instead; {_to_write('source', 'NAME', article.text)}"


def _to_write(field: str, value: str, text: str) -> str:
    """How to say what an article does not: a line of its front matter, or one above all others."""
    fence = next((fence for fence in ("---", "+++") if re.match(rf"{re.escape(fence)}[ \t]*\n", text)), None)
    if fence == "+++":
        line = f"{field} = {value}" if field == "date" else f'{field} = "{value}"'
    else:
        line = f"{field}: {value}"
    where = f"right below the “{fence}” of its first line" if fence else "as its first line"
    return f"write “{line}” {where}, or “{field}: {value}” over “{field}: null” in its page"


def day_of_name(name: str) -> datetime.date | None:
    """The day with which the name of a file begins, if it does."""
    dated = _DATED_NAME.match(name)
    return iso_date(dated[1]) if dated else None


def warning_line(file: str, warning: str) -> str:
    """A warning as it is printed: behind its file and, where it names one, its line. Good news is not called one."""
    if isinstance(warning, Notice):
        return f"{file}: {warning}"
    placed = re.match(r"line (\d+): ", warning)
    if placed is None:
        return f"{file}: warning: {warning}"
    return f"{file}:{placed[1]}: warning: {warning[placed.end() :]}"


def is_web_page(text: str) -> bool:
    """Whether a text is HTML, whatever its file is called: its first 20,000 code points decide."""
    return _WEB_PAGE.match(text[:20_000]) is not None


def too_long(text: str) -> str | None:
    """Why no article can have this text, if it is too long for one, and what to do."""
    if len(text) <= MAX_LETTERS:
        return None
    return f"has {len(text):,} characters, and an article {MAX_LETTERS:,} at most; split it into single articles"


def running_text(reading: Reading) -> str:
    """The paragraphs of a reading, joined by blanks."""
    return " ".join(reading.text[start:end] for start, end in reading.paragraphs)


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
    """Read plain text or Markdown, with or without front matter or a header that describes it.

    The text is that of the file without the marks inside its lines (links, emphasis, code). Raises FrontMatterError.
    """
    text = labels_and_tables_as_lines(text)
    meta = read_front_matter(text)
    text = text[: meta.end] + markup.plain(run_in_heads_as_headings(text[meta.end :]))
    own = unquoted(text, meta.end, mail=_OF_MAIL.search(text, 0, meta.end) is not None)
    found = layout.lay_out(own.text, meta.end, title_known=meta.title is not None)
    title = meta.title or found.title
    return Reading(
        text,
        found.paragraphs,
        title,
        own.date or meta.date or found.date or day_of_title(title) or found.updated,
        own.source or meta.source or found.source or _host(meta.url or found.url),
        meta.url or found.url,
        meta.language,
        (*meta.warnings, *found.warnings),
        found.body,
        found.notes,
    )


def _host(url: str | None) -> str | None:
    """The site of a web address, which is cited where nothing else is known of the source."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


READERS: dict[str, Callable[[str], Reading]] = {".txt": read_text, ".md": read_text, ".markdown": read_text}
"""The reader of each format by its files' suffix, lower case. A new format is a new entry."""
