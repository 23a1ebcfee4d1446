"""What newsrooms put in front of a text and behind it: "Hanoi (VNA) – ", "./.VNA", "Source: Xinhua, 4 May 2021"."""

from __future__ import annotations

import dataclasses
import datetime
import re

from facts.articles.date_lines import (
    CALENDAR_DAY,
    DAY,
    MONTH,
    PUBLISHED_LINE,
    UPDATED_LINE,
    WEEKDAY,
    date_of_line,
    day_named,
)
from facts.articles.outlets import is_outlet
from facts.line_marks import ITEM
from facts.parse.words import BODY_NOUNS, DOCUMENT_NOUNS, MEETING_NOUNS

Span = tuple[int, int]

CLOSING_MAX = 120
"""Code points at the end of a text in which its closing mark is looked for."""

CLOSING_LINES = 4
"""Paragraphs at the end of a text that may say where it is from."""

AGENCIES = frozenset(
    {
        *("Agerpres", "Anadolu", "Antara", "Axios", "Belga", "Bernama", "Bloomberg", "Fena", "Hina", "Interfax"),
        *("Kyodo", "Lusa", "Montsame", "Petra", "Reuters", "Ritzau", "Tanjug", "Tass", "Ukrinform", "Wafa"),
        *("Wikinews", "Xinhua", "Yonhap"),
    }
)
"""News agencies called by one word; any other such word in a dateline's brackets that is no acronym is a country."""

DATELINE_LINES = 4
"""Paragraphs at the head of a text that a dateline with a day may open: below a byline and what sums up the text."""

_NO_PLACES = MEETING_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS | {"agenda", "minutes", "notice", "release"}


PLACE = r"[A-Z][\w.’'/-]*(?: [A-Z][\w.’'/-]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.’'/-]+(?: [A-Z][A-Z.’'/-]+){0,3}"
_WHEN = rf",?\s+(?:{WEEKDAY})?(?:{DAY}\s+{MONTH}|{MONTH}\s+{DAY})(?:,?\s+\d{{4}})?"
_DAY = rf"(?:{DAY}\s+{MONTH}|{MONTH}\s+{DAY}),?\s+\d{{4}}"
_SOURCE = r"[A-Z][\w.&’'-]*(?:[ /][A-Z&][\w.&’'-]*){0,3}"
_DASH = r"\s*(?:–|—|--?)\s+"
_DASH_END = r"\s*(?:–|—|--?|:)"
_DATELINE = re.compile(
    rf"(?:(?:{PLACE}(?:, {PLACE}){{0,2}})?(?P<when>(?i:{_WHEN}))?\s*\((?P<source>{_SOURCE})\){_DASH}"
    rf"|{_CAPITALS}(?:, {PLACE})?(?P<when2>(?i:{_WHEN}))?{_DASH}"
    rf"|{PLACE}(?:, {PLACE})?(?P<when3>(?i:{_WHEN}))(?:\s+(?P<source4>[A-Z]{{2,}}))?{_DASH}"
    rf"|{PLACE}(?:, {PLACE})?,?\s*\((?P<when4>(?i:{_DAY}))\){_DASH}"
    rf"|{PLACE}(?:, {PLACE})?(?P<when5>(?i:{_WHEN}))?\s*/(?P<source2>{_SOURCE})/{_DASH}"
    rf"|\({PLACE}(?:, {PLACE})?(?P<when6>(?i:,\s+{_DAY}))\)\s+"
    rf"|{PLACE}\s*\((?P<source3>{_SOURCE})\)(?P<when7>(?i:{_WHEN}))(?:{_DASH}|[.:]\s+(?=[A-Z“\"]))"
    rf"|(?P<place>{PLACE}(?:, {PLACE})?)(?P<when8>(?i:,\s+(?:{WEEKDAY})?{_DAY}))[.:]\s+(?=[A-Z“\"]))(?=\S)"
)
_LONE_DATELINE = re.compile(
    rf"(?:{PLACE}(?:, {PLACE}){{0,2}}(?:(?P<when>(?i:{_WHEN}))\s*\((?P<source>{_SOURCE})\)(?:{_DASH_END})?"
    rf"|\s*\((?P<source2>{_SOURCE})\)(?:{_DASH_END}|(?P<when3>(?i:{_WHEN}))\.?))"
    rf"|(?P<place>{_CAPITALS}(?:, {PLACE})?|{PLACE}(?:, {PLACE})?)(?P<when2>(?i:{_WHEN}))(?:{_DASH_END})?)"
)
"""A dateline that has a line of its own, above the text."""
_CLOSING = re.compile(
    rf"""(?:
        \s*/\.\s*(?:-{{1,2}}|–|—)?\s*\(?(?P<slash>{_SOURCE})?\)?\.?      # ./.VNA  /.
      | (?:(?<=[.!?”"’)])|(?<=\n)|\A)\s*(?:–|—|--?)\s*(?P<dash>[A-Z]{{2,}}[\w/&-]*)\.?    # . – VNS
      | (?:(?<=[.!?”"’])|(?<=\n)|\A)\s*\((?P<bracket>[A-Z]{{2,}}[\w/&-]*)\)\.?       # . (VNA)
      | (?:\A|(?<=\n)|(?<=[.!?”"’])\s*(?=[(\[]))                         # Source: Xinhua  . (Source: Xinhua)
        (?P<open>[(\[])?(?i:sources?):\s*(?P<named>\S.{{0,60}}?)(?(open)[)\]])\.?
      | (?:(?<=[.!?”"’])|(?<=\n)|\A)\s*(?:(?:–|—|--)\s*|(?P<around>\())    # -- Ostmere Ledger  . (Ostmere Ledger)
        (?P<outlet>[A-Z][^\n.!?()]{{2,60}})(?(around)\))
    )\s*\Z""",
    re.VERBOSE,
)


_ADDRESS_LINE = re.compile(
    r"(?P<label>(?:read more|full (?:story|text|article|report)|original(?: article)?|source|via|link|url)"
    r"(?: here| at)?:?\s+)?<?(?P<url>https?://(?=[.,]*[^\s<>.,])[^\s<>]+)>?",
    re.IGNORECASE,
)
"""A line that says where a text is found."""
_DAY_BEHIND = re.compile(rf"(?P<source>.+?)\s*[,(–—|-]\s*{CALENDAR_DAY}\)?\.?", re.IGNORECASE)
"""A source with the day of the text behind it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Stated:
    """What lines around a text say of it; None for what they do not."""

    source: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    updated: datetime.date | None = None

    def __or__(self, other: Stated) -> Stated:
        """What either says, this one first."""
        return Stated(
            self.source or other.source,
            self.date or other.date,
            self.url or other.url,
            self.updated or other.updated,
        )


def opens_with_dateline(line: str) -> bool:
    """Whether a text begins with a dateline."""
    return (match := _DATELINE.match(line)) is not None and _is_of_place(match)


def take_dateline(text: str, spans: list[Span]) -> Stated:
    """Take "Hanoi (VNA) – " off the first paragraph, or off the second below a line that sums up the text.

    With its day and year also off one a little below. Its day counts if it has a year.
    """
    for n, (start, end) in enumerate(spans[:DATELINE_LINES]):
        match = _DATELINE.match(text, start, end)
        if match is not None and _is_of_place(match) and (n < 2 or _stated(match).date):
            spans[n] = match.end(), end
        elif n < 2 and len(spans) > n + 1 and (match := _lone_dateline(text, spans[n])) is not None:
            del spans[n]
        else:
            continue
        return _stated(match)
    return Stated()


def lone_day(text: str, span: Span) -> datetime.date | None:
    """The day of a paragraph that is nothing but a dateline, with the year."""
    match = _lone_dateline(text, span)
    return _stated(match).date if match is not None else None


def address_of_line(line: str, *, labelled: bool = False) -> str | None:
    """The web address that a line consists of; if it must be `labelled`, one that it says the text is found at."""
    match = _ADDRESS_LINE.fullmatch(line.strip())
    return match["url"].rstrip(".,") if match is not None and (match["label"] or not labelled) else None


def _stated(match: re.Match[str]) -> Stated:
    named = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    source = named.get("source")
    if source is not None and source.istitle() and " " not in source and source not in AGENCIES:
        source = None
    return Stated(source, date_of_line(named.get("when", "").strip(" ,")))


def _lone_dateline(text: str, span: Span) -> re.Match[str] | None:
    """A dateline without its text; "Annual Meeting, 4 May 2021" names no place and is none."""
    match = _LONE_DATELINE.fullmatch(text, *span)
    return match if match and _is_of_place(match) else None


def _is_of_place(match: re.Match[str]) -> bool:
    """Whether what stands before the day or the dash of a dateline is none of a meeting, a body or a document."""
    bare = not any(match.groupdict().values())  # "PRESS RELEASE – "
    return not _NO_PLACES & set((match[0] if bare else match["place"] or "").lower().split())


def take_closing(text: str, spans: list[Span]) -> Stated:
    """Take lines that say where a text is from, and marks such as "./.VNA", off its end."""
    stated = Stated()
    for _ in range(CLOSING_LINES):
        line = text[slice(*spans[-1])] if len(spans) > 1 else ""
        if url := address_of_line(line, labelled=True):
            stated |= Stated(url=url)
        elif PUBLISHED_LINE.match(line) and (day := date_of_line(line)):
            stated |= dated_by(line, day)
        else:
            break
        spans.pop()
    return _take_mark(text, spans) | stated


def dated_by(line: str, day: datetime.date) -> Stated:
    """What a line says that names a day: when a text was written, or changed."""
    return Stated(updated=day) if UPDATED_LINE.match(line) else Stated(date=day)


def _take_mark(text: str, spans: list[Span]) -> Stated:
    """Take "./.VNA", "/.", ". (VNA)", "Source: Xinhua" or "-- Ostmere Ledger" off the last paragraph."""
    if not spans:
        return Stated()
    start, end = spans[-1]
    tail = max(start, end - CLOSING_MAX)
    match = _closing_mark(text[tail:end])
    if match is None or (match["outlet"] and _is_in_list(text[: tail + match.start()].rstrip())):
        return Stated()
    kept = text[start : tail + match.start()].rstrip()
    if any(map(str.isalnum, kept)):
        spans[-1] = start, start + len(kept)
    elif len(spans) > 1:
        spans.pop()
    else:
        return Stated()
    return _said_in_mark(match)


def _closing_mark(tail: str) -> re.Match[str] | None:
    """The mark with which a text ends; a name that is no paper's is none."""
    match = _CLOSING.search(tail)
    if match is None or not match["outlet"]:
        return match
    named = _said_in_mark(match).source or ""
    return match if is_outlet(named) and "," not in named else None


def _said_in_mark(match: re.Match[str]) -> Stated:
    said = match["slash"] or match["dash"] or match["bracket"] or match["named"] or match["outlet"] or ""
    named = said.strip(" .")
    dated = _DAY_BEHIND.fullmatch(named)
    return Stated(dated["source"], day_named(dated)) if dated is not None else Stated(named or None)


def _is_in_list(above: str) -> bool:
    """Whether a text ends with an item of a list, so that what stands below it is one, too."""
    return ITEM.match(above.rpartition("\n")[2]) is not None


def begins_with_mark(line: str) -> bool:
    """Whether a paragraph is hardly more than a closing mark."""
    return _closing_mark(line.strip()[:40]) is not None
