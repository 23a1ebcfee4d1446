"""A base and its articles → all that is found in them, in the order of files and lines."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from facts.compile.compiler import expand
from facts.linting.between import at_odds
from facts.linting.describing import misdescribed
from facts.linting.finding import Finding
from facts.linting.pairing import unpaired
from facts.linting.quoting import misquoted
from facts.linting.saying import mistold
from facts.linting.sheet import Sheet, sheets_of
from facts.pages import base


@dataclasses.dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a base, and its pages."""

    findings: tuple[Finding, ...]
    sheets: tuple[Sheet, ...]

    def with_unreachable(self, facts: Iterable[tuple[str, str, str | None]]) -> Linted:
        """The same with facts that their own question does not bring: each by its article, its id and what is brought
        instead.

        Facts of which it is said that their question has two answers are left out: that is why.
        """
        by_article = {sheet.page.article.id: sheet for sheet in self.sheets}
        said = {(each.file, each.line) for each in self.findings if each.kind in ("two-answers", "disagreement")}
        found = []
        for article, fact, brought in facts:
            sheet = by_article.get(article)
            if sheet is None or (str(sheet.path), sheet.line_of_fact(fact)) in said:
                continue
            instead = f"brings “{brought}” instead" if brought else "does not bring it"
            what = f"its own question {instead}"
            found.append(sheet.of_fact(fact, "unreachable", what, "name its meeting in the question, or its date"))
        return dataclasses.replace(self, findings=tuple(sorted((*self.findings, *found))))


def lint(base_dir: Path, seeds: Sequence[Path], today: datetime.date | None = None) -> Linted:
    """Look at a base and the articles in some folders. Raises BaseError if the base cannot be read at all."""
    pages, broken = base.load_pages(base_dir)
    sheets = sheets_of(base_dir, pages)
    findings = list(unpaired(base_dir, sheets, broken, list(expand(seeds))))
    for sheet in sheets:
        findings += _of_page(sheet, today or datetime.date.today())
    findings += at_odds(sheets)
    return Linted(tuple(sorted(set(findings))), tuple(sheets))


def _of_page(sheet: Sheet, today: datetime.date) -> Iterator[Finding]:
    yield from misdescribed(sheet, today)
    yield from misquoted(sheet)
    yield from mistold(sheet)
