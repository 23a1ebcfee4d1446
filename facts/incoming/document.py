"""What a page or a file says, whatever its format, and the one form in which articles are written."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from facts import language, markup
from facts.articles import layout, read_text, too_long
from facts.articles.date_lines import day_of_title
from facts.articles.front_matter import (
    FrontMatter,
    FrontMatterError,
    is_web_address,
    plain_name,
    read_front_matter,
    unread,
)
from facts.articles.meeting_lines import is_body_line, is_minutes_line
from facts.articles.reading import ENGLISH, TOO_SHORT, Reading, running_text
from facts.pages import yaml_writing
from facts.tables import with_table_lines

_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff0-\uffff\ud800-\udfff]")
"""Signs that no text has: control characters, marks of no width, halves of surrogate pairs."""
_LINE_ENDS = re.compile(r"[\u2028\u2029\x0b\x0c\x85]|\r\n?")
_TOP_HEADING = re.compile(r"\A# (?=\S)")
_LINE_START = re.compile(r"^(?=[^\n])", re.MULTILINE)
_FENCE = re.compile(r"^---", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")

_LABELLED = re.compile(r"[A-Za-z][\w -]{1,20}:\s")

HEAD_MAX = 8
"""Paragraphs at the top of a document among which its headline and its description are looked for."""
LINE_MAX = 80
"""Longest of these, in code points, that may stand above the headline."""
LINES_MAX = 30
"""Lines at the top of a text among which the first one of its body is looked for."""
LABELLED_MAX = 300
"""Longest line, in code points, that describes a text."""

_NO_TEXT = "there is no running text in it; add the article's text or remove the file"

LEAST_WORDS = 3
"""Words of two letters or more that a text has at least, so that it can hold a sentence."""


class ConversionError(Exception):
    """Something of which no article can be made: why not, and what to do."""

    def __init__(self, reason: str) -> None:
        """Give the reason, without the name of the file or address."""
        super().__init__(reason)
        self.reason = reason


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """An article: its text in Markdown, paragraphs with blank lines between them, and what is known of it.

    `others` is what else its front matter said, which stays there.
    """

    text: str
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()
    others: Mapping[str, object] = dataclasses.field(default_factory=dict)


def document_of(
    blocks: Iterable[str],
    *,
    title: str | None = None,
    date: datetime.date | None = None,
    source: str | None = None,
    author: str | None = None,
    url: str | None = None,
) -> Document:
    """Make a document of paragraphs and of what its format says about it; the text may say the rest.

    A first paragraph that is the title again is left out, and so is what stands above a text (its day, who wrote it).
    Raises ConversionError if there is no running text, or it is too long or not English.
    """
    cleaned = [_TOP_HEADING.sub("## ", line) for block in blocks if (line := clean(block))]
    header, cleaned = _header_of(cleaned)
    title = header.title or clean(title or "") or None
    while cleaned and title is not None and (heading := _heading_of(cleaned[0], title)):
        title = heading
        del cleaned[0]
    cleaned, letterhead = _without_headline(cleaned, title)
    text = _FENCE.sub("–––", _joined(cleaned))
    _refuse_long(text)
    found = layout.lay_out(text, title_known=title is not None)
    if not found.paragraphs:
        raise ConversionError(_NO_TEXT)
    doubts = _refuse_foreign(" ".join(text[start:end] for start, end in found.paragraphs))
    title = title or found.title
    letterhead = letterhead or _body_of_minutes(title)
    return Document(
        text[found.body :],
        title,
        header.date or date or found.date or day_of_title(title) or found.updated,
        header.source or clean(source or "") or found.source or letterhead or clean(author or "") or None,
        header.url or (url if url is not None and is_web_address(url) else None) or found.url,
        (*header.warnings, *found.warnings, *doubts),
    )


def document_of_text(text: str) -> Document:
    """Make a document of plain text or Markdown, with or without front matter; its text stays as it is, but for tables.

    Raises ConversionError if there is no running text, it is too long or not English, or its front matter is broken.
    """
    text = with_table_lines(_UNPRINTED.sub("", _LINE_ENDS.sub("\n", text)))
    try:
        reading = read_text(text)
    except FrontMatterError as broken:
        raise ConversionError(f"line {broken.line}: {broken.reason}") from None
    if not reading.paragraphs:
        raise ConversionError(_NO_TEXT)
    front = read_front_matter(text)
    body = _FENCE.sub("–––", text[_body(text, front.end, reading) :]).strip()
    _refuse_long(body)
    doubts = _refuse_foreign(running_text(reading), told=reading.language in ENGLISH)
    others = unread(text, front)
    warnings = (*reading.warnings, *doubts)
    return Document(body, reading.title, reading.date, reading.source, reading.url, warnings, others)


def _body(text: str, start: int, reading: Reading) -> int:
    """Where in a text the body begins that was found in it without its marks; `start` is where front matter ends.

    It begins at one of the first lines. Where none gives the same, all of the text counts.
    """
    if reading.text == text:
        return reading.body
    wanted = reading.text[reading.body :].strip()
    lines = itertools.islice(_LINE_START.finditer(text, start), LINES_MAX)
    return next((line.start() for line in lines if markup.plain(text[line.start() :]).strip() == wanted), start)


def clean(text: str) -> str:
    """Squeeze white space to single blanks and leave out what is not printed."""
    return " ".join(_UNPRINTED.sub("", _LINE_ENDS.sub(" ", text)).split())


def render(document: Document, retrieved: datetime.date, corrected: datetime.date | None = None) -> str:
    """Write a document as an article: Markdown with front matter.

    `retrieved` is the day on which it was brought in, `corrected` that on which its text was replaced by a later one.
    """
    known = {
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "url": document.url,
        "retrieved": retrieved.isoformat(),
        "corrected": corrected.isoformat() if corrected else None,
        "language": "en",
    }
    said: dict[str, Any] = {name: value for name, value in known.items() if value is not None}
    said |= {name: value for name, value in document.others.items() if plain_name(name) not in said}
    return f"---\n{yaml_writing.dump(said)}---\n\n{document.text.strip()}\n"


def _body_of_minutes(title: str | None) -> str | None:
    """Whose minutes a title names: of "Lunn Parish Council: Minutes of …" the council."""
    body, colon, rest = (title or "").partition(": ")
    return body if colon and "," not in body and is_body_line(body) and is_minutes_line(rest) else None


def _heading_of(block: str, title: str) -> str | None:
    """The text of a first paragraph if it is the title, or the title without the name of the site."""
    text = block.lstrip("# ").strip("*_ ")
    folded, whole = text.casefold(), title.casefold()
    if folded == whole or (len(text) > 10 and folded in whole):
        return text
    return text if block.startswith("## ") and whole in folded else None


def _header_of(blocks: list[str]) -> tuple[FrontMatter, list[str]]:
    """What the first paragraphs say of the text, where they are lines such as "Title: …", and the other ones."""
    lines = list(itertools.takewhile(lambda block: _LABELLED.match(block) and len(block) <= LABELLED_MAX, blocks))
    try:
        header = read_front_matter("\n".join([*lines[:HEAD_MAX], ""]))
    except FrontMatterError:  # something else that looks like it
        return FrontMatter(), blocks
    read = sum(len(line) + 1 for line in lines[:HEAD_MAX])
    return (header, blocks[len(lines[:HEAD_MAX]) :]) if header.end == read else (FrontMatter(), blocks)


def _without_headline(blocks: list[str], title: str | None) -> tuple[list[str], str | None]:
    """Paragraphs without the headline and the headings above it, where only short lines stand above it; and the body
    that one of these names, as a letterhead does."""
    above = list(itertools.takewhile(lambda block: len(block) <= LINE_MAX and block.strip("# ") != title, blocks))
    if len(above) >= min(HEAD_MAX, len(blocks)) or blocks[len(above)].strip("# ") != title:
        return blocks, None
    lines = [block for block in above if not block.startswith("#")]
    name = next(filter(is_body_line, lines), None)
    return [*(line for line in lines if line != name), *blocks[len(above) + 1 :]], name


def _joined(blocks: list[str]) -> str:
    """Paragraphs with a blank line between them, the items of a list without."""
    text = ""
    for before, block in itertools.pairwise(["", *blocks]):
        gap = "\n" if before.startswith("- ") and block.startswith("- ") else "\n\n"
        text += f"{gap if text else ''}{block}"
    return text


def _refuse_long(text: str) -> None:
    if reason := too_long(text.strip()):
        raise ConversionError(reason)


def _refuse_foreign(text: str, *, told: bool = False) -> tuple[str, ...]:
    """Refuse what is no text or not English (unless that is `told`); return a warning where that cannot be told."""
    if not told and (other := language.other_than_english(text)):
        raise ConversionError(f"reads as {other}, and only English is understood; add the English version, if any")
    count = len(_WORD.findall(text))
    if count < LEAST_WORDS:
        raise ConversionError(f"holds {count} word{'' if count == 1 else 's'}, too few for an article; add its text")
    return (TOO_SHORT,) if not told and language.is_too_short(text) else ()
