"""How a text article is laid out: date mark, front matter, headline, dateline, paragraphs and closing source mark."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re
from collections.abc import Iterator

from facts.articles.date_lines import DAY, MONTH, UPDATED_LINE, date_of_line, day_of, labelled_date
from facts.line_marks import BULLET, DASH, HEADING, ITEM, LETTER, NUMBER, letters_after
from facts.parse.words import BODY_NOUNS, DOCUMENT_NOUNS, MEETING_NOUNS

Span = tuple[int, int]

TITLE_MAX = 140
"""Longest headline, in code points; anything longer that opens an article is its first paragraph."""

WRAP_MAX = 160
"""Longest line, in code points, of text broken into lines by hand; a block with a longer one has a paragraph a line."""

HEAD_MAX = 8
"""Paragraphs at the start among which a line with the label "Date:" is looked for."""

ATTRIBUTION_MAX = 4
"""Lines above a text of which one is a day, where others say who wrote it: "From: Ministry of Ports"."""

CLOSING_MAX = 120
"""Code points at the end of a text in which its closing mark is looked for."""

PAST_AUXILIARIES = frozenset({"had", "has", "have", "was", "were"})
"""Words that headlines do without: a short first paragraph with one of them is running text."""

AGENCIES = frozenset(
    {
        *("Agerpres", "Anadolu", "Antara", "Axios", "Belga", "Bernama", "Bloomberg", "Fena", "Hina", "Interfax"),
        *("Kyodo", "Lusa", "Montsame", "Petra", "Reuters", "Ritzau", "Tanjug", "Tass", "Ukrinform", "Wafa"),
        *("Wikinews", "Xinhua", "Yonhap"),
    }
)
"""News agencies called by one word; any other such word in a dateline's brackets that is no acronym is a country."""

RELEASE_LINES = frozenset({"for immediate release", "media release", "news release", "press release"})
"""What stands above a text to say what it is."""

_NO_PLACES = MEETING_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS | {"agenda", "minutes"}

_DATE_MARK = re.compile(r"\s*date:?[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?!\w)[ \t]*", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*\Z")
_LABEL = re.compile(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,4}:(?:\s|\Z)")
_SENTENCE_END = re.compile(r"[.!?…;:,][\"'”’»)\]*_]*\Z")
_PLACE = r"[A-Z][\w.’'/-]*(?: [A-Z][\w.’'/-]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.’'/-]+(?: [A-Z][A-Z.’'/-]+){0,3}"
_WHEN = rf",?\s+(?:{DAY}\s+{MONTH}|{MONTH}\s+{DAY})(?:,?\s+\d{{4}})?"
_SOURCE = r"[A-Z][\w.&’'-]*(?:[ /][A-Z&][\w.&’'-]*){0,3}"
_DASH = r"\s*(?:–|—|--?)\s+"
_DASH_END = r"\s*(?:–|—|--?|:)"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}(?:, {_PLACE}){{0,2}})?(?P<when>(?i:{_WHEN}))?\s*\((?P<source>{_SOURCE})\){_DASH}"
    rf"|{_CAPITALS}(?:, {_PLACE})?(?P<when2>(?i:{_WHEN}))?{_DASH}"
    rf"|{_PLACE}(?:, {_PLACE})?(?P<when3>(?i:{_WHEN})){_DASH})(?=\S)"
)
_LONE_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE}){{0,2}}(?:(?P<when>(?i:{_WHEN}))\s*\((?P<source>{_SOURCE})\)(?:{_DASH_END})?"
    rf"|\s*\((?P<source2>{_SOURCE})\){_DASH_END})"
    rf"|(?P<place>{_CAPITALS}(?:, {_PLACE})?|{_PLACE}(?:, {_PLACE})?)(?P<when2>(?i:{_WHEN}))(?:{_DASH_END})?)"
)
"""A dateline that has a line of its own, above the text."""
_CONTINUES = re.compile(
    r"[,;]\s*\Z|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|until|was|were|with)\s*\Z", re.IGNORECASE
)
"""The end of a line that goes on in the next one."""
_BYLINE = re.compile(rf"By {_PLACE}(?:(?:,| and| in) {_PLACE}){{0,3}}\Z")
_ATTRIBUTION = re.compile(
    r"[*_]*(?:(?:from|source|issued by|published by):[*_]*[ \t]+(?P<source>\S.{0,80})"
    r"|(?:author|written by|posted by|category|filed under|tags|topics?):[*_]*[ \t]+\S.{0,80})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rf"""(?:
        \s*/\.\s*(?:-{{1,2}}|–|—)?\s*\(?(?P<slash>{_SOURCE})?\)?\.?      # ./.VNA  /.
      | (?:(?<=[.!?”"’)])|(?<=\n)|\A)\s*(?:–|—|--?)\s*(?P<dash>[A-Z]{{2,}}[\w/&-]*)\.?    # . – VNS
      | (?:(?<=[.!?”"’])|(?<=\n)|\A)\s*\((?P<bracket>[A-Z]{{2,}}[\w/&-]*)\)\.?       # . (VNA)
      | \A(?i:source|sources):\s*(?P<named>\S.{{0,60}})                   # Source: Xinhua
    )\s*\Z""",
    re.VERBOSE,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """What the form of a text tells: its paragraphs as spans, and what it says about itself (None: nothing).

    `body` is where the text begins below headline and day, its dateline included.
    """

    paragraphs: tuple[Span, ...]
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    warnings: tuple[str, ...] = ()
    body: int = 0


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
    _split_head(text, spans)
    title, day, said = _take_head(text, spans, title_known=title_known)
    date = date or day
    body = spans[0][0] if spans else len(text)
    source, dated = _take_dateline(text, spans)
    closing = _take_closing(text, spans)
    date = date or dated or next(filter(None, (labelled_date(text, span) for span in spans[:HEAD_MAX])), None)
    return Layout(tuple(spans), title, date, source or said or closing, tuple(warnings), body)


def _split_head(text: str, spans: list[Span]) -> None:
    """Make paragraphs of the lines of the first one, up to the last that is a day or says who wrote the text.

    They stand below a headline without a blank line. Text broken into lines by hand has no such line by itself.
    """
    if not spans:
        return
    lines = list(_lines(text, *spans[0]))
    said = [
        n for n, (first, last) in enumerate(lines) if _is_above_text(line := text[first:last]) or date_of_line(line)
    ]
    if not said or said[-1] == 0 or said[-1] > HEAD_MAX:
        return
    head, rest = lines[: said[-1] + 1], lines[said[-1] + 1 :]
    if any(_CONTINUES.search(text[first:last]) or last - first > TITLE_MAX for first, last in head):
        return
    if rest and text[rest[0][0]].islower():
        return
    spans[:1] = [
        *((first, first + len(line)) for first, last in head if (line := text[first:last].rstrip())),
        *([(rest[0][0], spans[0][1])] if rest else []),
    ]


def _take_head(
    text: str, spans: list[Span], *, title_known: bool
) -> tuple[str | None, datetime.date | None, str | None]:
    """Take what stands above the running text off the paragraphs; return the headline, day and source that it gives."""
    title: str | None = None
    date: datetime.date | None = None
    updated: datetime.date | None = None
    source: str | None = None
    headed = False
    while spans:
        spans[:1] = _lines_above(text, spans[0])
        line = text[slice(*spans[0])]
        heading = HEADING.match(line)
        if heading and not headed and not (title_known and heading[0].lstrip().startswith("##")):
            title = title or " ".join(line[heading.end() :].rstrip("# ").split())
            headed = True
        elif day := date_of_line(line):
            if UPDATED_LINE.match(line):
                updated = updated or day
            else:
                date = date or day
        elif len(spans) > 1 and title is None and not title_known and not heading and _is_headline(text, *spans[:2]):
            title = " ".join(line.strip("*_ ").split())
        elif len(spans) > 1 and (date or updated or _dated_soon(text, spans)) and (by := _ATTRIBUTION.fullmatch(line)):
            source = source or by["source"]
        elif len(spans) == 1 or not _is_above_text(line):
            break
        spans.pop(0)
    return None if title_known else title, date or updated, source


def _lines_above(text: str, span: Span) -> list[Span]:
    """The lines at the top of a paragraph that stand above a text, if one of them is a day, and what is left of it."""
    above = list(itertools.takewhile(lambda line: _stands_above(text[slice(*line)].strip()), _lines(text, *span)))
    if not any(date_of_line(text[slice(*line)]) for line in above) or "\n" not in text[slice(*span)]:
        return [span]
    rest = above[-1][1] + 1
    rest += len(text[rest : span[1]]) - len(text[rest : span[1]].lstrip())
    lines = [(first, first + len(text[first:last].rstrip())) for first, last in above]
    return [*lines, *([(rest, span[1])] if rest < span[1] else [])]


def _stands_above(line: str) -> bool:
    """Whether a line is a day, says who wrote the text, or what kind of text it is."""
    return bool(line) and (
        date_of_line(line) is not None or _is_above_text(line) or _ATTRIBUTION.fullmatch(line) is not None
    )


def _dated_soon(text: str, spans: list[Span]) -> bool:
    """Whether one of the next few lines is a day, so that the text has not begun."""
    return any(date_of_line(text[slice(*span)]) for span in spans[1:ATTRIBUTION_MAX])


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the spans of the paragraphs of `text` from `start` on, in order, without surrounding white space.

    Blank lines separate them. A list item is a paragraph with its marker, a Markdown heading one with its number
    signs, a line of "Label: …" lines one too. Rules and other blocks without a letter or digit are none.
    """
    position = start
    for gap in [*_BLANK_LINES.finditer(text, start), None]:
        end = gap.start() if gap else len(text)
        for first, last in _parts(text, position, end):
            block = text[first:last]
            left = first + len(block) - len(block.lstrip())
            right = last - (len(block) - len(block.rstrip()))
            if left < right and any(map(str.isalnum, text[left:right])):
                yield left, right
        position = gap.end() if gap else end


@dataclasses.dataclass(slots=True)
class _List:
    """How far the list in a block has come: whether it has begun, and by what number or letter it may go on."""

    begun: bool = False
    number: int = 1
    letters: frozenset[str] = frozenset()

    def begins(self, line: str, before: str) -> bool:
        """Whether an item begins with a line, by its mark and the line before it ("" for none)."""
        opens = not before or before.endswith(":")
        numbered, lettered = NUMBER.match(line), LETTER.match(line)
        found = (
            BULLET.match(line) is not None
            or (DASH.match(line) is not None and (self.begun or opens))
            or (numbered is not None and (not before or int(numbered["number"]) in {1, self.number}))
            or (lettered is not None and (opens or lettered["letter"] in self.letters))
        )
        if found:
            self.begun = True
            self.number = int(numbered["number"]) + 1 if numbered else self.number
            self.letters = letters_after(lettered["letter"]) if lettered else self.letters
        return found


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a block without blank lines at the lines that begin a list item, a heading or a labelled line."""
    lines = list(_lines(text, start, end))
    unwrapped = any(last - first > WRAP_MAX for first, last in lines)
    labelled = bool(lines) and sum(_LABEL.match(text, *line) is not None for line in lines) > len(lines) // 2
    begin, heading, before, items = start, False, "", _List()
    for first, last in lines:
        line = text[first:last]
        starts = items.begins(line, "" if heading else before) or unwrapped or heading
        heading = HEADING.match(line) is not None
        if _UNDERLINE.match(line) and before:
            yield begin, first
            begin = last
            before = ""
            continue
        if (starts or heading or (labelled and _LABEL.match(line))) and first > begin:
            yield begin, first
            begin = first
        before = line.rstrip()
    yield begin, end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the lines, without their indentation."""
    while start < end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        line = text[start:stop]
        yield start + len(line) - len(line.lstrip()), stop
        start = stop + 1


def _is_headline(text: str, first: Span, second: Span) -> bool:
    """Whether the first paragraph is a headline: short, one line, not closed as a sentence, and a text follows."""
    line = text[slice(*first)]
    return (
        len(line) <= TITLE_MAX
        and "\n" not in line
        and not _SENTENCE_END.search(line)
        and not _marked(line)
        and not _DATELINE.match(line)
        and not _is_above_text(line)
        and date_of_line(line) is None
        and not PAST_AUXILIARIES & set(line.lower().split())
        and not _CLOSING.search(text[slice(*second)].strip(), 0, 40)
    )


def _is_above_text(line: str) -> bool:
    """Whether a line says who wrote the text or what kind of text it is."""
    return _BYLINE.match(line) is not None or line.strip(" *_.:").lower() in RELEASE_LINES


def _marked(line: str) -> bool:
    """Whether a line is a list item or a labelled line."""
    return ITEM.match(line) is not None or _LABEL.match(line) is not None


def _take_dateline(text: str, spans: list[Span]) -> tuple[str | None, datetime.date | None]:
    """Take "Hanoi (VNA) – " off the first paragraph, or off the second below a line that sums up the text.

    Returns the source that it names, and its day if that has a year.
    """
    for n, (start, end) in enumerate(spans[:2]):
        if (match := _DATELINE.match(text, start, end)) is not None:
            spans[n] = match.end(), end
            when, source = match["when"] or match["when2"] or match["when3"], match["source"]
        elif len(spans) > n + 1 and (match := _lone_dateline(text, spans[n])) is not None:
            del spans[n]
            when, source = match["when"] or match["when2"], match["source"] or match["source2"]
        else:
            continue
        if source is not None and source.istitle() and " " not in source and source not in AGENCIES:
            source = None
        return source, date_of_line((when or "").strip(" ,"))
    return None, None


def _lone_dateline(text: str, span: Span) -> re.Match[str] | None:
    """A dateline without its text; "Annual Meeting, 4 May 2021" names no place and is none."""
    match = _LONE_DATELINE.fullmatch(text, *span)
    return match if match and not _NO_PLACES & set((match["place"] or "").lower().split()) else None


def _take_closing(text: str, spans: list[Span]) -> str | None:
    """Take "./.VNA", "/." or ". (VNA)" off the last paragraph and return the source that it names."""
    if not spans:
        return None
    start, end = spans[-1]
    tail = max(start, end - CLOSING_MAX)
    match = _CLOSING.search(text[tail:end])
    if match is None:
        return None
    kept = text[start : tail + match.start()].rstrip()
    if any(map(str.isalnum, kept)):
        spans[-1] = start, start + len(kept)
    elif len(spans) > 1:
        spans.pop()
    else:
        return None
    named = match["slash"] or match["dash"] or match["bracket"] or match["named"]
    return named.strip(" .") if named else None
