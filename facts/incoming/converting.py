"""Bytes → a `Document`, by the reader of their format, in a process of their own with bounded memory and time.

What comes from outside may be made to harm: a few bytes of a PDF can ask for all the memory there is.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import importlib.util
import logging
import re
import time
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final, Literal, TypeVar

from facts import encoding, workers
from facts.articles import is_web_page
from facts.incoming.document import ConversionError, Document, document_of_text
from facts.incoming.readers import docx, feed, html, mail, pdf
from facts.incoming.readers.feed import FeedContent

Format = Literal["html", "pdf", "docx", "feed", "mail", "text"]

MAX_MEMORY: Final = 2_000_000_000
"""Bytes of memory that a reader may use."""
MAX_SECONDS: Final = 60
"""Seconds of a processor that a reader may use for one document."""

READERS: Final = {"html": html.read_html, "pdf": pdf.read_pdf, "docx": docx.read_docx, "mail": mail.read_mail}
"""The reader of each format in which an article comes, but text."""
NEEDS: Final[dict[Format, str]] = {
    "html": "trafilatura",
    "pdf": "pdfplumber",
    "docx": "docx",
    "feed": "feedparser",
    "mail": "trafilatura",
}
"""The package that the reader of a format needs."""

T = TypeVar("T")

_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>|\s)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
_PROGRAM: Final = "a program or its data"
_CALLED: Final = {
    "a picture": "avif bmp gif heic heif ico jpeg jpg png svg tif tiff webp",
    "a recording": "aac avi flac m4a m4v mkv mov mp3 mp4 mpeg mpg ogg opus wav webm wma wmv",
    "a PDF": "pdf",
    "a Word file": "docm docx dotx",
    "an old Word file": "doc dot",
    "a rich text file": "rtf",
    "an OpenDocument text": "fodt odt",
    "a Pages file": "pages",
    "a table": "csv jsonl ndjson numbers ods tsv xls xlsm xlsx",
    "slides": "key odp pps ppsx ppt pptx",
    "a packed file": "7z bz2 epub gz rar tar tgz xz zip",
    _PROGRAM: "bat bin c cfg conf cpp css dat db dll exe go h ini ipynb jar java js json lock log mjs mo php pl po pot"
    " ps1 py pyc pyi r rb rs sh so sql sqlite toml ts tsx whl yaml yml",
}
"""What is no article's text, by the suffixes that its files have."""
_TABLES: Final = frozenset({".csv", ".jsonl", ".ndjson", ".tsv"})
_OTHERS: Final = (
    (b"{\\rtf", "a rich text file; open it in a word processor and save it as .docx or .txt"),
    (b"\x89PNG", "a picture; recognise its text (OCR) and add that"),
    (b"\xff\xd8\xff", "a picture; recognise its text (OCR) and add that"),
    (b"GIF8", "a picture; recognise its text (OCR) and add that"),
    (b"\x1f\x8b", "a packed file; unpack it first"),
)


_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How the files of old Office programs begin."""
_OLD: Final = "an old Word, Excel or PowerPoint file, or a mail of Outlook’s; save it as .docx, .txt or .eml"
_INSIDE_OLE: Final = (
    ("WordDocument", "an old Word file; save it as .docx or .txt"),
    ("Workbook", "an old Excel table; save what it tells as .docx or .txt"),
    ("PowerPoint Document", "old PowerPoint slides; save them as .pdf"),
    ("__substg1.0_", "a mail of Outlook’s; save it as .eml"),
)
_INSIDE_PACKED: Final = (
    (b"opendocument.text", "an OpenDocument text (.odt); save it as .docx or .txt"),
    (b"opendocument.", "a table or slides (OpenDocument); save what it tells as .docx, .pdf or .txt"),
    (b"ppt/presentation", "slides (PowerPoint); save them as .pdf"),
    (b"xl/workbook", "a table (Excel); save what it tells as .docx or .txt"),
    (b"Index/Document.iwa", "a Pages, Numbers or Keynote file; save it as .docx, .pdf or .txt"),
    (b"epub+zip", "an e-book; save its text as .docx or .txt"),
)
"""By what is inside them, which files of other programs are packed, and what to do with them."""


def format_of(data: bytes, name: str = "") -> Format:
    """Tell the format by the bytes themselves: names and headers are often wrong. Raises ConversionError.

    A file's `name` only says what cannot be told otherwise: that a text below a few lines of a head is a mail.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"%PDF-":
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return "docx"
        packed = next((what for inside, what in _INSIDE_PACKED if inside in data), None)
        raise ConversionError(
            f"is {packed}" if packed else "is a packed file or another program's; give .docx, .pdf, .html or text files"
        )
    if data.startswith(_OLE):
        old = (what for inside, what in _INSIDE_OLE if inside.encode("utf-16-le") in data)
        raise ConversionError(f"is {next(old, _OLD)}")
    for start, what in _OTHERS:
        if data.startswith(start):
            raise ConversionError(f"is {what}")
    if _FEED.match(data.removeprefix(b"\xef\xbb\xbf")[:20_000]):
        return "feed"
    if mail.is_mail(data, name):
        return "mail"
    head = data[:20_000].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", "ignore")
    return "html" if is_web_page(head.removeprefix("ï»¿")) else "text"


def refuse_misnamed(name: str, data: bytes) -> None:
    """Refuse text whose name says that it is none: a picture that is text was saved wrongly, or is something else.

    A web page, PDF or Word file is known whatever it is called. Raises ConversionError.
    """
    suffix = PurePath(name).suffix.lower()
    what = called(suffix)
    if what is None or format_of(data) != "text":
        return
    if suffix in _TABLES:
        raise ConversionError("is a table; “onrecord import” makes facts of questions and answers in it")
    if what == _PROGRAM:
        raise ConversionError(f"is called {suffix} as {what}, and no article; if it is an article’s text, call it .txt")
    raise ConversionError(f"is called {suffix} as {what}, and is none; if it is an article’s text, call it .txt")


def called(suffix: str) -> str | None:
    """What a file claims to be by its suffix (lower case, with the dot), if that is no article’s text."""
    return next((what for what, suffixes in _CALLED.items() if suffix[1:] in suffixes.split()), None)


def missing(form: Format) -> str | None:
    """What to install so that a format can be read, in a sentence; None if all is there."""
    package = NEEDS.get(form)
    if package is None or importlib.util.find_spec(package) is not None:
        return None
    return f'needs {package}: run “pip install "onrecord[add]"”'


class Converter:
    """Converts documents one after another in a process beside this one, which is begun anew when one ended it."""

    def __init__(self) -> None:
        """Begin no process yet: the first document that needs one does."""
        self._worker = workers.Worker()

    def close(self) -> None:
        """End the process."""
        self._worker.__exit__()

    def convert(self, data: bytes, content_type: str = "", name: str = "") -> Document:
        """Make a document of a file of a name, or a page, which its host calls `content_type`.

        Raises ConversionError.
        """
        form = format_of(data, name)
        if form == "feed":
            raise ConversionError("is a feed, not an article")
        if form in ("html", "text"):
            data = _as_utf8(data, content_type)
        if form == "text":
            return _text(data)
        return self._apart(form, functools.partial(convert, form=form), data)

    def read_feed(self, data: bytes, url: str) -> FeedContent:
        """Read a feed. Raises ConversionError."""
        return self._apart("feed", functools.partial(_read_feed, url=url), data)

    def _apart(self, form: Format, work: Callable[[bytes], T], data: bytes) -> T:
        """What comes of a piece of work in the other process."""
        if needed := missing(form):
            raise ConversionError(needed)
        try:
            return self._worker.do(work, data)
        except workers.EndedError:
            raise ConversionError("takes too much memory or time to read; give its text alone") from None


def _as_utf8(data: bytes, content_type: str) -> bytes:
    """A text in UTF-8, if it is in the encoding that its host says; else as it is."""
    named = re.search(r"charset=[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    try:
        return data.decode(named[1]).encode() if named else data
    except (LookupError, UnicodeError):
        return data


def _read_feed(data: bytes, url: str) -> FeedContent:
    _bound()
    with _as_conversion_errors():
        return feed.read_feed(data, url)


def convert(data: bytes, form: Literal["html", "pdf", "docx", "mail"]) -> Document:
    """Make a document of bytes in a format, within bounds that stay on this process.

    Raises ConversionError, and nothing else.
    """
    _bound()
    with _as_conversion_errors():
        return READERS[form](data)


@contextlib.contextmanager
def _as_conversion_errors() -> Iterator[None]:
    try:
        yield
    except ConversionError:
        raise
    except MemoryError:
        raise ConversionError("takes too much memory to read; give its text alone") from None
    except Exception as error:  # the libraries raise whatever a broken file brings about
        raise ConversionError(f"is damaged or of an unknown kind ({type(error).__name__}); save it anew") from error


def _text(data: bytes) -> Document:
    decoded = encoding.decode(data) if data.strip() else ("", None)
    if decoded is None:
        raise ConversionError(
            "is not text (binary, or in an unknown encoding); save it as text in UTF-8, or as .docx, .pdf or .html"
        )
    text, guessed = decoded
    if not text.strip():
        raise ConversionError("is empty; add the article's text or remove the file")
    document = document_of_text(text)
    if guessed is None:
        return document
    warning = f"read as {guessed}, a guess; save it as UTF-8 if letters look wrong"
    return dataclasses.replace(document, warnings=(warning, *document.warnings))


def _bound() -> None:
    """Hold this process to so much memory, and from now on to so many seconds. Where the system cannot: not."""
    logging.disable(logging.CRITICAL)  # what libraries say of a broken file would stand among our lines
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        spent = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (spent + MAX_SECONDS, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
