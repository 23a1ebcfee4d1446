"""RSS and Atom feeds, by feedparser: their entries, with where each stands, its day and, if it is there, its text."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import email.utils
import html
import io
import re
from typing import Any, Final
from urllib.parse import urljoin

from facts.articles.date_lines import CALENDAR_DAY, day_named
from facts.articles.front_matter import is_web_address
from facts.incoming.document import ConversionError, clean

MAX_ENTRIES: Final = 500
"""Entries of a feed that are looked at."""
_WRITTEN: Final = re.compile(rf"(?<!\w){CALENDAR_DAY}(?!\w)", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|br|cite|em|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
"""Marks of HTML that titles have."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """An entry: what tells it from others (`key`), and what its latest version is told by (`stamp`).

    `page` is its text as a web page where the feed brings it whole.
    """

    key: str
    stamp: str
    url: str | None
    title: str | None
    date: datetime.date | None
    page: bytes | None


@dataclasses.dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed: its name and its entries, in its order."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(data: bytes, url: str = "") -> FeedContent:
    """Read a feed that was found at this address. Raises ConversionError."""
    import feedparser

    found = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url} if url else {})
    if not found.version and not found.entries:
        raise ConversionError("is no feed that can be read; check the address")
    entries = [entry for each in found.entries[:MAX_ENTRIES] if (entry := _entry(each, url)) is not None]
    return FeedContent(clean(found.feed.get("title", "")) or None, tuple(entries))


def _entry(found: Any, base: str) -> Entry | None:  # noqa: ANN401  (feedparser's own, untyped)
    link = "".join(str(found.get("link", "")).split())  # as it is asked for
    link = urljoin(base, link) if link else ""
    url = link if is_web_address(link) else None
    key = str(found.get("id", "")).strip() or link
    body = max((str(each.get("value", "")) for each in found.get("content", [])), key=len, default="")
    summary = str(found.get("summary", ""))
    if not body and summary.count("<p") > 1:  # no teaser
        body = summary
    if not key or not (url or body):
        return None
    title = clean(_TAG.sub("", html.unescape(str(found.get("title", ""))))) or None
    return Entry(
        key,
        str(found.get("updated") or found.get("published") or ""),
        url,
        title,
        _day(found),
        f"<html><body><article>{body}</article></body></html>".encode() if body else None,
    )


def _day(found: Any) -> datetime.date | None:  # noqa: ANN401
    """The day of an entry where it was published, not in Greenwich."""
    for name in ("published", "updated"):
        text = str(found.get(name, "")).strip()
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(text[:10])
        with contextlib.suppress(ValueError, TypeError, IndexError):
            return email.utils.parsedate_to_datetime(text).date()
        if (written := _WRITTEN.search(text)) and (day := day_named(written)):
            return day
        parsed = found.get(f"{name}_parsed")
        if parsed and str(parsed[2]) in {number.lstrip("0") for number in re.findall(r"\d\d?(?!\d)", text)}:
            return datetime.date(*parsed[:3])  # of "2024" it would be the first of January
    return None
