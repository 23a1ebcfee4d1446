"""What reports of one meeting say differently: what cannot both be true, and other answers to one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts.disagreement import disagreements, report_of
from facts.disagreement.answers import said
from facts.disagreement.meetings import of_one_meeting
from facts.linting.finding import Finding, Kind
from facts.linting.saying import same
from facts.linting.sheet import Sheet
from facts.model import Fact, Record
from facts.pages.precedence import asked

_SINGLE = frozenset({"who", "when", "where", "how_many", "how", "which", "yes_no"})
"""Kinds of questions that seldom have two answers."""


def at_odds(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Where reports of one meeting answer a question differently, said once a pair, in the newer report's page.

    What is checked in both is known to a person, and let be.
    """
    by_article = {sheet.page.article.id: sheet for sheet in sheets}
    reports = (report_of(sheet.record) for sheet in sheets)
    for each in disagreements(report for report in reports if report is not None):
        what = f"reports disagree ({each.sort}) on “{each.newer.fact.question}”"
        newer, older = by_article[each.newer.article.id], by_article[each.older.article.id]
        yield from _two_answers(newer, each.newer.fact, older, each.older.fact, "disagreement", what)
    for mine, its in of_one_meeting([sheet.record for sheet in sheets]):
        newer, older = by_article[mine.article.id], by_article[its.article.id]
        for fact, other in _answered_otherwise(mine, its):
            what = f"“{fact.question}” has two answers"
            yield from _two_answers(newer, fact, older, other, "two-answers", what)


def _answered_otherwise(mine: Record, its: Record) -> Iterator[tuple[Fact, Fact]]:
    """The facts that two articles ask for word for word and answer otherwise, where nobody has said which is right.

    Answers that can be compared (numbers, dates …) have been, and are left out.
    """
    known = {asked(fact.question): fact for fact in its.facts}
    for fact in mine.facts:
        other = known.get(asked(fact.question))
        if other is None or fact.kind not in _SINGLE or same(fact, other):
            continue
        settled = mine.weight_of(fact.id) != its.weight_of(other.id)
        comparable = said(fact), said(other)
        if not settled and (None in comparable or type(comparable[0]) is not type(comparable[1])):
            yield fact, other


def _two_answers(newer: Sheet, fact: Fact, older: Sheet, other: Fact, kind: Kind, what: str) -> Iterator[Finding]:
    if fact.id not in newer.page.checked or other.id not in older.page.checked:
        place = f"{older.path}:{older.line_of_fact(other.id)}"
        both = f"{what}: “{fact.answer}” here and “{other.answer}” in {place}"
        yield newer.of_fact(
            fact.id, kind, both, "write “checked: true” below the one that is right (or below both), or hide the other"
        )
