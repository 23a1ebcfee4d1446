"""A fact as a row of a table: its columns, made of a page, and read from what somebody else wrote."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from facts.articles.date_lines import date_of_line
from facts.articles.front_matter import NAMES
from facts.dates import in_two_ways
from facts.incoming.document import clean
from facts.model import Fact, Kind, Meeting, Value
from facts.pages import fields
from facts.pages.checking import iso_of
from facts.pages.page import Page
from facts.pages.quotes import places, quoted, squeeze

MAX_QUESTION: Final = 2_000
"""Longest question, in code points."""
MAX_TEXT: Final = 20_000
"""Longest text of any other column, in code points."""
MAX_LIST: Final = 200
"""Most texts in a list."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A question with its answer, and what is known of them; the columns of all forms, in their order.

    `start` and `end` are where the evidence stands in the sentences of the article, joined by blanks (code points):
    they are written, and not read. `date` is the article's.
    """

    question: str
    answer: str
    kind: Kind | None = None
    evidence: str | None = None
    source: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    title: str | None = None
    article: str | None = None
    meeting: str | None = None
    confidence: float = 1.0
    checked: bool = True
    variants: tuple[str, ...] = ()
    value: Value = None
    id: str | None = None
    start: int | None = None
    end: int | None = None
    meeting_aliases: tuple[str, ...] = ()
    meeting_date: str | None = None
    meeting_place: str | None = None
    meeting_format: str | None = None
    meeting_series: str | None = None
    meeting_number: int | None = None


COLUMNS: Final = Row.__struct_fields__
USUAL: Final = COLUMNS.index("id")
"""How many of them people may want to fill in."""


class RowError(Exception):
    """A row of which no fact can be made: why, and what may stand there."""


# From a page


class Passage(msgspec.Struct, frozen=True):
    """The sentences of an article as one text, and its facts as rows that say where in it their evidence stands."""

    text: str
    rows: tuple[Row, ...]


def passage_of(page: Page) -> Passage:
    """The passage of a page, with all its facts that are answered from; of its meeting the columns tell.

    What a person wrote into the meeting is told by a row, too, for what it quotes. Evidence that stands in none of the
    sentences (a headline, say) is put behind them.
    """
    record = page.record()
    facts, sentences = record.facts, record.sentences or quoted(record.facts)
    texts = [squeeze(sentence.text) for sentence in sentences]
    begins = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))
    rows = [_row(fact, page, begins[n]) for fact, n in zip(facts, places(sentences, facts), strict=True)]
    text = " ".join(texts)
    absent = dict.fromkeys(row.evidence for row in rows if row.evidence is not None and row.evidence not in text)
    text = " ".join([*([text] if text else []), *absent])
    return Passage(text, tuple(_placed(row, text) for row in rows))


def _row(fact: Fact, page: Page, begin: int) -> Row:
    """A fact as a row; `start` is where its sentence begins."""
    article, meeting = page.article, page.meeting or Meeting("")
    return Row(
        question=fact.question,
        answer=fact.answer,
        kind=fact.kind,
        evidence=squeeze(fact.evidence),
        source=article.source,
        date=article.date,
        url=article.url,
        title=article.title,
        article=article.id,
        meeting=meeting.name or None,
        confidence=fact.confidence,
        checked=fact.id in page.checked,
        variants=fact.variants,
        value=fact.value,
        id=fact.id,
        start=begin,
        meeting_aliases=meeting.aliases,
        meeting_date=meeting.date,
        meeting_place=meeting.place,
        meeting_format=meeting.format,
        meeting_series=meeting.series,
        meeting_number=meeting.number,
    )


def _placed(row: Row, text: str) -> Row:
    """A row with where its evidence first stands from its sentence on, else anywhere."""
    evidence = row.evidence or ""
    start = text.find(evidence, row.start or 0)
    start = text.index(evidence) if start < 0 else start
    return msgspec.structs.replace(row, start=start, end=start + len(evidence))


def meeting_of(row: Row) -> Meeting | None:
    """The meeting that a row names."""
    if row.meeting is None:
        return None
    return Meeting(
        row.meeting,
        row.meeting_aliases,
        row.meeting_date,
        row.meeting_place,
        row.meeting_format,
        row.meeting_series,
        row.meeting_number,
    )


# From what somebody else wrote

_ALIASES: Final = {name: field for field in ("title", "date", "source", "url") for name in NAMES[field]}
"""Other names of columns: those that an article's front matter may have, too."""
_LARGEST = 2**53
"""Largest number that every reader of JSON takes for what it is."""
_HELD: Final = re.compile("[\ue000-\uf8ff]")
"""Signs for private use, which no text needs and by which marks are told in articles."""
_TRUE, _FALSE = frozenset({"true", "yes", "y", "x", "1"}), frozenset({"false", "no", "n", "0"})


def column_of(name: str) -> str | None:
    """The column that a name stands for, whatever its case and with blanks for underscores; None if there is none.

    >>> column_of("Question"), column_of("publisher"), column_of("meeting date"), column_of("mood")
    ('question', 'source', 'meeting_date', None)
    """
    plain = "_".join(name.strip().lower().replace("-", " ").replace("_", " ").split())
    return plain if plain in COLUMNS else _ALIASES.get(plain)


def row_of(cells: Mapping[str, object]) -> Row:
    """Make a row of cells by column; empty ones are as if they were left out. Raises RowError."""
    read: dict[str, Any] = {}
    for column, value in cells.items():
        if value is None or value in ("", []) or column in ("start", "end"):
            continue
        read[column] = _READERS[column](column, value)
    for needed in ("question", "answer"):
        if not read.get(needed):
            raise RowError(f"has no {needed}; fill it in")
    if "meeting" not in read and (orphan := next((name for name in read if name.startswith("meeting_")), None)):
        raise RowError(f"has a “{orphan}” and no “meeting”; name the meeting")
    return Row(**{column: value for column, value in read.items() if value is not None})


def _text(column: str, value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise RowError(f"“{column}” must be text")
    limit = MAX_QUESTION if column == "question" else MAX_TEXT
    if len(value) > limit:
        raise RowError(f"“{column}” is longer than {limit:,} letters; shorten it (or is a quotation mark not closed?)")
    return clean(_HELD.sub("", value)) or None


def _texts(column: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > MAX_LIST:
        raise RowError(f"“{column}” must be a list of texts, at most {MAX_LIST}; for example [“…”, “…”]")
    return tuple(text for each in value if (text := _text(column, each)))


def _kind(column: str, value: object) -> str:
    said = str(value).strip().lower().replace(" ", "_").replace("-", "_").replace("/", "_")
    if said not in fields.KINDS:
        raise RowError(fields.wrong(column, value))
    return said


def _day(column: str, value: object) -> datetime.date:
    day = date_of_line(str(value)) if isinstance(value, str) else None
    if day is None:
        two = in_two_ways(str(value))
        why = f": it {two.partition(';')[0]}" if two else ""
        raise RowError(f"“{column}: {str(value)[:40]}” is not a day; write YYYY-MM-DD{why}")
    return day


def _meeting_day(column: str, value: object) -> str:
    iso = iso_of(str(value))
    if iso is None:
        raise RowError(f"“{column}: {str(value)[:40]}” is not a date; write YYYY, YYYY-MM, YYYY-MM-DD or a range")
    return iso


def _number(column: str, value: object) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,6}", str(value)):
        raise RowError(f"“{column}: {str(value)[:40]}” is no whole number")
    return int(str(value))


def _share(column: str, value: object) -> float:
    try:
        share = float(str(value).replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise RowError(fields.wrong(column, value))
    return share


def _flag(column: str, value: object) -> bool:
    said = str(value).strip().lower()
    if said not in _TRUE | _FALSE:
        raise RowError(fields.wrong(column, value))
    return said in _TRUE


def _value(column: str, value: object) -> Value:
    if isinstance(value, list):
        return list(_texts(column, value))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RowError(fields.wrong(column, value))
    return value if not isinstance(value, str) and abs(value) <= _LARGEST else _text(column, value)


_READERS: Final[Mapping[str, Callable[[str, object], object]]] = {
    **dict.fromkeys(COLUMNS, _text),
    "kind": _kind,
    "date": _day,
    "confidence": _share,
    "checked": _flag,
    "variants": _texts,
    "value": _value,
    "meeting_aliases": _texts,
    "meeting_date": _meeting_day,
    "meeting_number": _number,
}


def unknown(names: Iterator[str]) -> str | None:
    """What to say of columns that are not known, each perhaps with the one that is meant; None if there are none."""
    said = []
    for name in names:
        near = fields.nearest(name.strip(), COLUMNS)
        said.append(f"“{' '.join(name.split())[:40]}”{f' (perhaps “{near}” is meant)' if near else ''}")
    usual = ", ".join(COLUMNS[:USUAL])
    return f"left out, as no such column is known: {', '.join(said)}; the usual ones are {usual}" if said else None
