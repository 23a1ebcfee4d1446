"""How a text article is laid out: date mark, front matter, headline, dateline, paragraphs and closing source mark."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re

from facts.articles.corrections import take_notes
from facts.articles.date_lines import date_of_line, day_of, day_of_minutes, day_with_hour, labelled_date
from facts.articles.dateline import (
    PLACE,
    Span,
    Stated,
    address_of_line,
    begins_with_mark,
    dated_by,
    lone_day,
    opens_with_dateline,
    take_closing,
    take_dateline,
)
from facts.articles.meeting_lines import (
    HEAD_MAX,
    is_meeting_line,
    is_minutes_head,
    is_minutes_line,
    meeting_lines,
)
from facts.articles.minutes_head import Head, head_of
from facts.articles.outlets import is_outlet
from facts.articles.paragraphs import CONTINUES, HEAD_LINES, LABEL, PAST_AUXILIARIES, SENTENCE_END, lines_of, paragraphs
from facts.line_marks import HEADING, ITEM
from facts.model import Note
from facts.parse.words import BODY_NOUNS, MEETING_NOUNS

TITLE_MAX = 140
"""Longest headline, in code points; anything longer that opens an article is its first paragraph."""

ATTRIBUTION_MAX = 4
"""Lines above a text of which one is a day, where others say who wrote it: "From: Ministry of Ports"."""

SECTION_LINES = frozenset(
    {
        *("announcements", "blog", "latest news", "media", "media release", "media releases", "news", "news & events"),
        *("news and events", "newsroom", "press", "press office", "press release", "press releases", "publications"),
        *("statements", "top stories", "updates"),
    }
)
"""What names a part of a site or paper above a text, in small letters, and no report."""
_DATE_MARK = re.compile(r"\s*date:?[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?!\w)[ \t]*", re.IGNORECASE)
_WRITERS = (
    rf"{PLACE}(?:(?:,| and| in) {PLACE}){{0,3}}(?:,? (?:[a-z]+ ){{0,3}}(?:correspondent|editor|reporter|writer)s?)?"
)
_BYLINE = re.compile(rf"[*_]*(?:By {_WRITERS}|From {PLACE}(?:,? and {PLACE})? in {PLACE})[*_]*\Z")
_ANY_BYLINE = re.compile(rf"[*_]*[Bb]y:? {_WRITERS}[*_]*")
_BY_OUTLET = re.compile(rf"[*_]*[Bb]y:? {PLACE}(?:(?:,| and) {PLACE}){{0,3}}\s+[|·•]\s+(?P<source>{PLACE})[*_]*")
"""Who wrote a text, and for whom: "By Jo Rask | The Ostmere Ledger"."""
_BAR = re.compile(r"\s+[|•·]\s+")
_OF_MEETING = re.compile(
    rf"\b(?:{'|'.join(sorted(MEETING_NOUNS - BODY_NOUNS))}|agenda|call|minutes|notes|round[ -]table|transcript)s?\b",
    re.IGNORECASE,
)
"""What a title has below which a day with an hour is when a meeting was."""
_RELEASE = re.compile(
    r"(?:for immediate release|(?:press|media|news) (?:release|note))"
    r"(?:[\s:#]*(?:no\.?|number)?\s*[\w/.-]*\d[\w/.-]*)?",
    re.IGNORECASE,
)
"""A line that says what kind of text it is, perhaps with its number."""
_ATTRIBUTION = re.compile(
    r"[*_]*(?:(?:from|source|issued by|published by):[*_]*[ \t]+(?P<source>\S.{0,80})"
    r"|(?:author|written by|posted by|category|filed under|tags|topics?):[*_]*[ \t]+\S.{0,80})",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """What the form of a text tells: its paragraphs as spans, and what it says about itself (None: nothing).

    `body` is where the text begins below headline and day, its dateline included; `updated` when it was changed;
    `notes` correct it.
    """

    paragraphs: tuple[Span, ...]
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    warnings: tuple[str, ...] = ()
    body: int = 0
    url: str | None = None
    updated: datetime.date | None = None
    notes: tuple[Note, ...] = ()


def lay_out(text: str, start: int = 0, *, title_known: bool = False) -> Layout:
    """Find the parts of `text` from `start` on (where front matter ends).

    With `title_known` a short first paragraph is running text and never a headline.
    """
    warnings: list[str] = []
    date: datetime.date | None = None
    if mark := _DATE_MARK.match(text, start):
        start = mark.end()
        date = day_of(*(int(part) for part in mark[1].split("-")))
        if date is None:
            warnings.append(f"the date mark “date {mark[1]}” names no day of the calendar; correct it")
    spans = list(paragraphs(text, start))
    notes = take_notes(text, spans)
    _split_head(text, spans)
    title, head = _take_head(text, spans, title_known=title_known)
    body = spans[0][0] if spans else len(text)
    dateline = take_dateline(text, spans)
    closing = take_closing(text, spans)
    date = date or head.date or dateline.date
    date = date or next(filter(None, (labelled_date(text, span) for span in spans[:HEAD_MAX])), closing.date)
    date = date or next(filter(None, (day_with_hour(text[slice(*span)]) for span in spans[:2])), None)
    stated = dateline | head | closing
    return Layout(tuple(spans), title, date, stated.source, tuple(warnings), body, stated.url, stated.updated, notes)


def _split_head(text: str, spans: list[Span]) -> None:
    """Make paragraphs of the lines of the first one, up to the last that is a day or says who wrote the text.

    They stand below a headline without a blank line. Text broken into lines by hand has no such line by itself.
    """
    if not spans:
        return
    lines = list(lines_of(text, *spans[0]))
    said = [
        n for n, (first, last) in enumerate(lines) if _is_above_text(line := text[first:last]) or date_of_line(line)
    ]
    if not said or said[-1] == 0 or said[-1] > HEAD_MAX:
        return
    head, rest = lines[: said[-1] + 1], lines[said[-1] + 1 :]
    if any(CONTINUES.search(text[first:last]) or last - first > TITLE_MAX for first, last in head):
        return
    if rest and text[rest[0][0]].islower():
        return
    spans[:1] = [
        *((first, first + len(line)) for first, last in head if (line := text[first:last].rstrip())),
        *([(rest[0][0], spans[0][1])] if rest else []),
    ]


def _take_head(text: str, spans: list[Span], *, title_known: bool) -> tuple[str | None, Stated]:
    """Take what stands above the running text off the paragraphs; return the headline, and what it says of the text."""
    title: str | None = None
    stated = Stated()
    headed = False
    if not title_known and (head := _take_dated_head(text, spans)) is not None:
        title, stated = head.title, Stated(date=head.date)
    while spans:
        spans[:1] = _lines_above(text, spans[0])
        line = text[slice(*spans[0])]
        heading = HEADING.match(line)
        last = len(spans) == 1
        if title is None and not title_known and (title := _take_minutes_title(text, spans, 0, least=2)) is not None:
            continue
        if heading and not headed and not (title_known and heading[0].lstrip().startswith("##")):
            title = title or " ".join(line[heading.end() :].rstrip("# ").split())
            headed = True
        elif is_meeting_line(line) and meeting_lines(text, spans):
            lines = itertools.takewhile(lambda span: is_meeting_line(text[slice(*span)]), spans)
            title = title or _take_minutes_title(text, spans, sum(1 for _ in lines))
            break
        elif day := date_of_line(line):
            stated |= dated_by(line, day)
        elif bar := _said_in_bar(line):
            stated |= bar
        elif title and not _OF_MEETING.search(title) and (day := day_with_hour(line)):
            stated |= Stated(date=day)
        elif not last and (said := _said_above(text, spans, title or title_known, stated.date or stated.updated)):
            stated |= said
        elif not last and title is None and not title_known and not heading and _is_headline(text, *spans[:2]):
            title = " ".join(line.strip("*_ ").split())
        elif last or not (_is_above_text(line) or _ANY_BYLINE.fullmatch(line)):
            break
        spans.pop(0)
    return None if title_known else title, stated


def _take_dated_head(text: str, spans: list[Span]) -> Head | None:
    """Take lines that say of which body and day minutes are off the paragraphs."""
    lines = [line for span in spans[:HEAD_MAX] for line in lines_of(text, *span)]
    head = head_of([text[slice(*line)].strip("#*_ \t\n") for line in lines])
    if head is None:
        return None
    end = lines[head.lines - 1][1]
    rest = [(max(first, end), last) for first, last in spans if last > end]
    if rest and rest[0][0] == end:
        blank = len(text[end : rest[0][1]]) - len(text[end : rest[0][1]].lstrip())
        rest[0] = end + blank, rest[0][1]
    if not rest:
        return None
    spans[:] = rest
    return head


def _take_minutes_title(text: str, spans: list[Span], first: int, *, least: int = 1) -> str | None:
    """Take the title of minutes off the paragraphs from the first on: whose they are, of which meeting, or both.

    Both may stand in one paragraph or two: "Lunn Parish Council", "Minutes of the annual meeting". `least` is how many
    of the two there must be.
    """
    blocks = [
        [text[slice(*line)].strip("#*_ \t\n") for line in lines_of(text, *span)] for span in spans[first : first + 2]
    ]
    taken = 2 if [len(block) for block in blocks] == [1, 1] and is_minutes_line(blocks[1][0]) else 1
    lines = [line for block in blocks[:taken] for line in block]
    if not least <= len(lines) <= HEAD_LINES or len(spans) <= first + taken or any(map(_is_text, lines)):
        return None
    if not is_minutes_head(lines) or not all(map(is_minutes_line, lines[1:][-1:])):
        return None
    if taken == 2 and HEADING.match(text[slice(*spans[first + 1])]):
        return None
    del spans[first : first + taken]
    return ": ".join(lines)


def _is_text(line: str) -> bool:
    """Whether a line is too long for a headline, or closed as a sentence."""
    return len(line) > TITLE_MAX or SENTENCE_END.search(line) is not None


def _said_above(text: str, spans: list[Span], title: str | bool | None, date: datetime.date | None) -> Stated | None:
    """What a line above a text says of it, beside its day: where it is found, from, or who gave it out."""
    line = text[slice(*spans[0])]
    if not title and (url := address_of_line(line)):
        return Stated(url=url)
    if (by := _BY_OUTLET.fullmatch(line)) and date_of_line(line) is None:
        return Stated(source=by["source"])
    if not title and len(spans) > 2 and (day := lone_day(text, spans[0])):
        return Stated(date=day)
    if not date and not any(date_of_line(text[slice(*span)]) for span in spans[1:ATTRIBUTION_MAX]):
        return None
    if by := _ATTRIBUTION.fullmatch(line):
        return Stated(source=by["source"])
    return Stated(source=line) if title and is_outlet(line) else None


def _said_in_bar(line: str) -> Stated | None:
    """What a line says whose parts are a day, a kind of text, and who gave it out: "Press release | 3 May 2024"."""
    parts = [part.strip(" *_") for part in _BAR.split(line[:TITLE_MAX])]
    days = [day for part in parts if (day := date_of_line(part))]
    others = [part for part in parts if date_of_line(part) is None and not _is_above_text(part)]
    if len(days) != 1 or len(others) > 1 or len(parts) < 2 + len(others):
        return None
    return Stated(others[0] if others else None, days[0])


def _lines_above(text: str, span: Span) -> list[Span]:
    """The lines at the top of a paragraph that stand above a text, if one of them is a day, and what is left of it."""
    above = list(itertools.takewhile(lambda line: stands_above(text[slice(*line)].strip()), lines_of(text, *span)))
    if not any(date_of_line(text[slice(*line)]) for line in above) or "\n" not in text[slice(*span)]:
        return [span]
    rest = above[-1][1] + 1
    rest += len(text[rest : span[1]]) - len(text[rest : span[1]].lstrip())
    lines = [(first, first + len(text[first:last].rstrip())) for first, last in above]
    return [*lines, *([(rest, span[1])] if rest < span[1] else [])]


def stands_above(line: str) -> bool:
    """Whether a line is a day, says who wrote the text, or what kind of text it is."""
    return bool(line) and (
        date_of_line(line) is not None
        or _is_above_text(line)
        or _ATTRIBUTION.fullmatch(line) is not None
        or _said_in_bar(line) is not None
    )


def _is_headline(text: str, first: Span, second: Span) -> bool:
    """Whether the first paragraph is a headline: short, one line, not closed as a sentence, and a text follows."""
    line = text[slice(*first)]
    return (
        not _is_text(line)
        and "\n" not in line
        and not (_marked(line) and day_of_minutes(line) is None)
        and not opens_with_dateline(line)
        and not _is_above_text(line)
        and date_of_line(line) is None
        and not PAST_AUXILIARIES & set(line.lower().split())
        and not begins_with_mark(text[slice(*second)])
    )


def _is_above_text(line: str) -> bool:
    """Whether a line says who wrote the text or what kind of text it is."""
    said = line.strip(" *_.:")
    return _BYLINE.match(line) is not None or said.lower() in SECTION_LINES or _RELEASE.fullmatch(said) is not None


def _marked(line: str) -> bool:
    """Whether a line is a list item or a labelled line."""
    return ITEM.match(line) is not None or LABEL.match(line) is not None
