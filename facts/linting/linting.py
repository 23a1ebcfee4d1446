"""A base and its articles → all that is found in them, in the order of files and lines."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
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
from facts.pages.precedence import asked

NAMED = 3
"""How many pages the summary names in which facts are overruled by hand; the others it counts."""


@dataclasses.dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a base, and its pages."""

    findings: tuple[Finding, ...]
    sheets: tuple[Sheet, ...]

    def with_unreached(self, facts: Iterable[tuple[str, str, str | None]]) -> Linted:
        """The same with facts that their own question does not bring: each by its article, its id and the answer that
        is brought instead.

        Those whose question another fact of the article answers are left out: that has been found already. Those of
        the compiler that nothing is brought for are counted, page by page: there is little that a person could do.
        """
        by_article = {sheet.page.article.id: sheet for sheet in self.sheets}
        found: list[Finding] = []
        counted: defaultdict[str, list[str]] = defaultdict(list)
        for article, fact, brought in facts:
            sheet = by_article.get(article)
            if sheet is None or _is_twin(sheet, fact):
                continue
            if brought is None and any(each.id == fact and sheet.page.is_compiled(each) for each in sheet.page.facts):
                counted[article].append(fact)
                continue
            told = next((each for each in sheet.record.facts if each.id == fact and each not in sheet.page.facts), None)
            own = f"“{told.question}”, which this answers," if told is not None else "its own question"
            what = f"{own} brings “{brought}”" if brought else f"{own} does not bring it"
            if told is not None:
                remedy = "write a fact with that question below the sentence that says it"
                found.append(sheet.of_fact(fact, "unreachable", what, remedy))
                continue
            found.append(sheet.of_fact(fact, "unreachable", what, "name its meeting and the date in the question"))
        found += (_counted(by_article[article], unreached) for article, unreached in counted.items())
        return dataclasses.replace(self, findings=tuple(sorted((*self.findings, *found))))

    def summary(self) -> str:
        """What was found, how many facts gave way to a person's and where no meeting was found, in a line."""
        articles = _counts(len(self.sheets), "article")
        given_way = _given_way(self.sheets) + _without_meeting(self.sheets)
        if not self.findings:
            return f"nothing found in {articles}{given_way}"
        files = len({finding.file for finding in self.findings})
        return f"{_counts(len(self.findings), 'finding')} in {_counts(files, 'file')}; {articles} looked at{given_way}"


def _given_way(sheets: Iterable[Sheet]) -> str:
    """How many facts are overruled by hand, and in which pages; nothing where none is."""
    counts = {str(sheet.path): count for sheet in sheets if (count := len(sheet.page.overruled()))}
    if not counts:
        return ""
    named = [f"{count} in {path}" for path, count in list(counts.items())[:NAMED]]
    if len(counts) > NAMED:
        named.append(f"{sum(list(counts.values())[NAMED:])} in {_counts(len(counts) - NAMED, 'other page')}")
    return f"; overruled by hand: {', '.join(named)}"


def _without_meeting(sheets: Iterable[Sheet]) -> str:
    """In which pages no meeting was found, so that nothing can be asked by it; nothing where all name one. A table of
    questions that was brought in need not tell of any."""
    paths = [str(sheet.path) for sheet in sheets if sheet.page.meeting is None and not sheet.page.compiled.imported]
    if not paths:
        return ""
    more = f" and {_counts(len(paths) - NAMED, 'other page')}" if len(paths) > NAMED else ""
    return f"; no meeting found in {', '.join(paths[:NAMED])}{more} (if it tells of one, write its “name:” there)"


def _counts(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _counted(sheet: Sheet, facts: Sequence[str]) -> Finding:
    """That so many of the compiler's facts of a page are not brought by their own questions."""
    first, *others = sorted(facts, key=sheet.line_of_fact)
    more = f" (and {len(others)} more: {_lines(map(sheet.line_of_fact, others))})" if others else ""
    what = f"the words of its own question do not bring this compiled fact{more}"
    remedy = (
        "nothing need be done where it is right, as people’s questions are answered from its sentence, too; to have it"
        " found, put a question as people would ask it under its “variants:”; if it is wrong, delete it"
    )
    return sheet.of_fact(first, "unreachable", what, remedy)


def _lines(numbers: Iterable[int]) -> str:
    first, *others = map(str, numbers)
    return f"lines {', '.join((first, *others))}" if others else f"line {first}"


def _is_twin(sheet: Sheet, fact: str) -> bool:
    """Whether another fact of its page is asked for by the question of a fact."""
    own = {asked(each.question) for each in sheet.record.facts if each.id == fact}
    others = (text for each in sheet.record.facts if each.id != fact for text in (each.question, *each.variants))
    return any(asked(text) in own for text in others)


def lint(base_dir: Path, seeds: Sequence[Path], today: datetime.date | None = None) -> Linted:
    """Look at a base and the articles in some folders; `today` is the date from which dates are in the future.

    Raises NoBaseError if there is none, BaseError if it cannot be read at all.
    """
    pages, broken = base.load_pages(base_dir)
    if not pages and not broken:
        raise base.no_base(base_dir)
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
