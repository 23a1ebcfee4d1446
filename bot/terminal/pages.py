"""The pages of a base as a terminal shows them: each sentence and fact with the line where it stands, and what holds of
it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from bot.wording.languages import ENGLISH
from bot.wording.text import tidy
from facts.model import Article, Fact
from facts.pages import base
from facts.pages.lines import sentence_lines
from facts.pages.page import Page


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact, its line in the page (None in a page of an earlier schema), and what a person should know of it."""

    fact: Fact
    line: int | None
    marks: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence as it stands in the page, its line, the facts below it, whether it is hidden, and the day of
    the note that it is of ("" if that has none; None of what is the article's own)."""

    text: str
    line: int | None
    facts: tuple[PlacedFact, ...]
    hidden: bool = False
    correction: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page with its file, and its sentences in their order."""

    path: Path
    page: Page
    sentences: tuple[PlacedSentence, ...]


def placed_page(path: Path) -> PlacedPage:
    """Read a page with the lines of all that stands in it. Raises BaseError with every problem of the file."""
    page, reading, text = base.load_reading(path)
    facts = {fact.id: fact for fact in page.facts}
    marks = _marks(page)
    if not reading.ids:  # of an earlier schema, which has its facts in one list
        listed = tuple(PlacedFact(fact, None, marks[fact.id]) for fact in page.facts)
        return PlacedPage(path, page, (PlacedSentence("", None, listed),))
    sentences = []
    noted = {sentence.text: sentence.correction for sentence in page.sentences}
    for (text_of, hidden), ids, lines in zip(_texts(reading.data), reading.ids, sentence_lines(text), strict=True):
        below = tuple(PlacedFact(facts[name], line, marks[name]) for name, line in zip(ids, lines.facts, strict=True))
        sentences.append(PlacedSentence(text_of, lines.line, below, hidden, noted.get(text_of)))
    return PlacedPage(path, page, tuple(sentences))


def placed_pages(directory: Path) -> tuple[list[PlacedPage], list[base.Problem]]:
    """All pages of a base that can be read, and what is wrong with the others.

    Raises BaseError if there is no base, or it cannot be read.
    """
    pages: list[PlacedPage] = []
    problems: list[base.Problem] = []
    files = base.page_files(directory)
    if not files:
        raise base.no_base(directory)
    for path in files:
        try:
            pages.append(placed_page(path))
        except base.BaseError as error:
            problems += error.problems
    return pages, problems


def about(article: Article) -> str:
    """Where an article is from, and when."""
    date = ENGLISH.date(article.date) if article.date else "undated"
    return f"{tidy(article.source or '') or 'no source'}, {date}"


def at(path: Path, line: int | None) -> str:
    """A place in a file as editors and compilers write it."""
    return f"{path}:{line}" if line is not None else str(path)


def _texts(data: object) -> Iterator[tuple[str, bool]]:
    """The sentences of a page that can be read, and whether each is hidden."""
    if isinstance(data, dict):
        for sentence in data["sentences"]:
            yield " ".join(str(sentence["text"]).split()), sentence.get("hidden", False)


def _marks(page: Page) -> dict[str, tuple[str, ...]]:
    """For each fact, what a person did with it, and whether it gives way to one by hand."""
    edited, overruled = page.edited(), page.overruled()
    quotable = {fact.id for fact in page.quotable()}
    marks = {}
    for fact in page.facts:
        hidden, checked = fact.id in page.hidden, fact.id in page.checked
        said = (
            ("hidden", hidden),
            ("checked", checked),
            ("by hand", fact.id in edited and not hidden and not checked),
            ("quotes a hidden sentence", fact.id not in quotable),
            ("overruled by hand", fact.id in overruled),
        )
        marks[fact.id] = tuple(mark for mark, holds in said if holds)
    return marks
