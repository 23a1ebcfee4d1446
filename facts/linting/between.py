"""What reports of one meeting say differently: what cannot both be true, and other answers to one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facts.disagreement import Disagreement, disagreements, report_of
from facts.disagreement.meetings import of_one_meeting
from facts.linting.finding import Finding
from facts.linting.saying import same
from facts.linting.sheet import Sheet
from facts.model import Fact
from facts.pages.precedence import asked

_SINGLE = frozenset({"who", "when", "where", "how_many", "how", "which", "yes_no"})
"""Kinds of questions that seldom have two answers."""


def at_odds(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Where reports of one meeting answer a question differently, said once a pair, in the newer report's page."""
    by_article = {sheet.page.article.id: sheet for sheet in sheets}
    reports = (report_of(sheet.record) for sheet in sheets)
    found = disagreements(report for report in reports if report is not None)
    for each in found:
        yield _disagreement(each, by_article)
    told = {frozenset(_names(each)) for each in found}
    for newer, older in of_one_meeting([sheet.record for sheet in sheets]):
        yield from _two_answers(by_article[newer.article.id], by_article[older.article.id], told)


def _names(each: Disagreement) -> Iterator[tuple[str, str]]:
    for side in (each.newer, each.older):
        yield side.article.id, side.fact.id


def _disagreement(each: Disagreement, by_article: Mapping[str, Sheet]) -> Finding:
    newer, older = by_article[each.newer.article.id], by_article[each.older.article.id]
    place = f"{older.path}:{older.line_of_fact(each.older.fact.id)}"
    what = f"reports disagree ({each.sort}): “{each.newer.fact.answer}” here, “{each.older.fact.answer}” in {place}"
    return newer.of_fact(
        each.newer.fact.id, "disagreement", what, "hide the one that is wrong, or leave both to be shown"
    )


def _two_answers(newer: Sheet, older: Sheet, told: set[frozenset[tuple[str, str]]]) -> Iterator[Finding]:
    """Questions that two pages ask word for word and answer otherwise."""
    known: dict[str, Fact] = {asked(fact.question): fact for fact in older.record.facts}
    for fact in newer.record.facts:
        other = known.get(asked(fact.question))
        if other is None or fact.kind not in _SINGLE or same(fact, other):
            continue
        if frozenset({(newer.page.article.id, fact.id), (older.page.article.id, other.id)}) in told:
            continue
        place = f"{older.path}:{older.line_of_fact(other.id)}"
        what = f"“{fact.question}” has two answers: “{fact.answer}” here and “{other.answer}” in {place}"
        yield newer.of_fact(fact.id, "two-answers", what, "hide the one that is wrong, or ask more exactly")
