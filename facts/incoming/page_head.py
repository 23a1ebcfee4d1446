"""What a web page says of itself outside its text: the headline, the site's name, the day.

trafilatura finds them where sites usually state them. Here is what it takes for another thing: a title that holds both
headline and site, a heading of all pages alike, a day in figures that can be read in two ways; and a day below the
headline, which it leaves aside.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Final

from facts.articles import layout
from facts.articles.date_lines import UPDATED_LINE, date_of_line
from facts.articles.dateline import lone_day
from facts.incoming.document import LINE_MAX, clean
from facts.months import MONTHS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SITE_MAX: Final = 60
"""Longest name of a site, in code points."""
_BETWEEN: Final = re.compile(r"\s+(?:[-–—|·•»›:]|::|\|\|)\s+|\s*\|\s*|:\s+")
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_OF_ALL_PAGES: Final = layout.SECTION_LINES | {"home", "minutes", "speeches", "welcome"}
"""Headings that name a part of a site, and no report."""
_MONTH_FIRST: Final = frozenset({"en-us", "en-ph"})
"""Languages, as pages name them, in which 10/5/2021 is a day in October."""


@dataclasses.dataclass(frozen=True, slots=True)
class PageHead:
    """The headline of a page, the name of its site, its day, and what a person should know."""

    title: str | None
    site: str | None
    date: datetime.date | None
    warnings: tuple[str, ...] = ()


def read_head(tree: Element, title: str | None, site: str | None, day: str | None) -> PageHead:
    """Read what a page says of itself; given is what trafilatura found (the day as ISO)."""
    headline, name = _headline_and_site(tree, title)
    if site is not None and site.casefold() in (headline or "").casefold():
        site = None  # a part of the headline
    date, warnings = _stated_day(tree, _day(day))
    if not warnings and (date is None or not _is_told_to_programs(tree, date)):
        date = _day_by_the_headline(tree, headline, date)
    if name is not None and (name == headline or name.casefold() in _OF_ALL_PAGES):
        name = None
    return PageHead(headline, site or name, date, warnings)


def _headline_and_site(tree: Element, title: str | None) -> tuple[str | None, str | None]:
    """The headline: what the page's title and a heading of it agree on, else a heading, else what is found."""
    headings = [
        (clean("".join(each.itertext())), each) for each in tree.iterfind(".//body//*") if each.tag in _HEADINGS
    ]
    texts = {text.casefold() for text, _ in headings}
    lines = {clean("".join(each.itertext())).casefold() for each in tree.iterfind(".//body//*") if len(each) < 3}
    headline, site = split_title(tree.findtext(".//head/title") or "", texts or lines)
    for candidates in (texts, lines):
        found = next((each for each in (headline, title) if each and each.casefold() in candidates), None)
        if found is not None:
            break
    else:
        found = headline or title
    if (found or "").casefold() in _OF_ALL_PAGES:
        behind = [text for text, _ in headings if text]
        at = next((n for n, text in enumerate(behind) if text.casefold() == (found or "").casefold()), -1)
        found = next(iter(behind[at + 1 :]), found)
    return found, site


def split_title(title: str, texts: Set[str]) -> tuple[str | None, str | None]:
    """Tell which part of a page's title is the headline, and which the site's name; None for what it does not tell.

    `texts` are texts of the page, folded: the headline stands there by itself, or else is much the longer part, or else
    the first.

    >>> split_title("Board meets – again | The Ostford Gazette", {"board meets – again"})
    ('Board meets – again', 'The Ostford Gazette')
    >>> split_title("Ostford Gazette: Board meets to adopt its budget", set())
    ('Board meets to adopt its budget', 'Ostford Gazette')
    """
    title = clean(title)
    splits = [(title[: found.start()], title[found.end() :]) for found in _BETWEEN.finditer(title)]
    if title.casefold() in texts or not splits:
        return title or None, None
    halves = [*splits, *((behind, before) for before, behind in splits)]
    halves = [half for half in halves if len(half[1]) <= SITE_MAX and all(map(_WORD.search, half))]
    stated = [half for half in halves if half[0].casefold() in texts]
    if stated:
        return max(stated, key=lambda half: len(half[0]))
    # Most sites name themselves behind the headline.
    return max(halves, key=lambda half: len(half[0]) > 2 * len(half[1]), default=(title, None))


def _stated_day(tree: Element, day: datetime.date | None) -> tuple[datetime.date | None, tuple[str, ...]]:
    """A day as the page states it. In figures alone (10/5/2021) it may be another, which only the language tells."""
    if day is None or day.day == day.month or day.day > 12:
        return day, ()
    words = " ".join([*tree.itertext(), *(str(value) for each in tree.iter() for value in each.attrib.values())])
    month = MONTHS[day.month - 1][:3]
    plain = rf"{day.year}[-/.]?{day.month:02}[-/.]?{day.day:02}|\b{day.day}\D{{1,6}}{month}|{month}\w*\.?\s+{day.day}\b"
    figures = re.search(rf"\b({day.day}|0{day.day}|{day.month}|0{day.month})[./-](\d\d?)[./-]{day.year}\b", words)
    if figures is None or re.search(plain, words, re.IGNORECASE):
        return day, ()
    first, second = int(figures[1]), int(figures[2])
    language = (tree.get("lang") or "").lower().replace("_", "-")
    if "-" not in language:
        return None, (
            f"its day “{figures[0]}” can be read in two ways; write “date: YYYY-MM-DD” below its first line, “---”",
        )
    month_first = language in _MONTH_FIRST
    return datetime.date(day.year, *((first, second) if month_first else (second, first))), ()


def _is_told_to_programs(tree: Element, day: datetime.date) -> bool:
    """Whether a page states a day where programs look for it, and not in a line that may tell of something else."""
    told = [
        *(str(each.get("content", "")) for each in tree.iterfind(".//meta")),
        *(str(each.get("datetime", "")) for each in tree.iterfind(".//time")),
        *(each.text or "" for each in tree.iterfind(".//script[@type='application/ld+json']")),
    ]
    return any(day.isoformat() in each for each in told)


def _day_by_the_headline(
    tree: Element, headline: str | None, found: datetime.date | None = None
) -> datetime.date | None:
    """The day that a line between the headline and the text names, else what was found, else when it was updated."""
    wanted, below = (headline or "").casefold(), False
    updated: datetime.date | None = None
    for text in _texts(tree):
        if text.casefold() == wanted:
            below = True
        elif below and (day := date_of_line(text) or lone_day(text, (0, len(text)))):
            if not UPDATED_LINE.match(text):
                return day
            updated = updated or day
        elif below and len(text) > LINE_MAX:
            break
    return found or updated


def _texts(tree: Element) -> Iterator[str]:
    """The texts of the elements of a page in order, of those that hold no long one inside."""
    for element in tree.iterfind(".//body//*"):
        if isinstance(element.tag, str) and element.tag not in {"script", "style", "a", "nav", "footer", "aside"}:
            text = clean("".join(element.itertext()))
            if text and (len(text) <= LINE_MAX or element.tag == "p" or not len(element)):
                yield text


def _day(iso: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None
