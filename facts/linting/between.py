"""What reports of one meeting say differently: what cannot both be true, and other answers to one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facts.disagreement import disagreements, report_of
from facts.disagreement.meetings import of_one_meeting
from facts.linting.finding import Finding, Kind
from facts.linting.saying import same
from facts.linting.sheet import Sheet
from facts.model import Fact
from facts.pages.precedence import asked

_SINGLE = frozenset({"who", "when", "where", "how_many", "how", "which", "yes_no"})
"""Kinds of questions that seldom have two answers."""


Place = tuple[str, str]
"""A fact by its article and its id there."""


def at_odds(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Where reports of one meeting answer a question differently, said once a pair, in the newer report's page.

    What is checked in both is known to a person, and let be.
    """
    by_article = {sheet.page.article.id: sheet for sheet in sheets}
    reports = (report_of(sheet.record) for sheet in sheets)
    told: set[tuple[Place, Place]] = set()
    for each in disagreements(report for report in reports if report is not None):
        newer, older = by_article[each.newer.article.id], by_article[each.older.article.id]
        told.add(((newer.page.article.id, each.newer.fact.id), (older.page.article.id, each.older.fact.id)))
        what = f"reports disagree ({each.sort}) on “{each.newer.fact.question}”"
        yield from _two_answers(newer, each.newer.fact, older, each.older.fact, "disagreement", what)
    for mine, its in of_one_meeting([sheet.record for sheet in sheets]):
        known = {asked(fact.question): fact for fact in its.facts}
        for fact in mine.facts:
            other = known.get(asked(fact.question))
            if other is None or fact.kind not in _SINGLE or same(fact, other):
                continue
            if (fact.id in mine.by_hand) != (other.id in its.by_hand):  # what is by hand wins
                continue
            if ((mine.article.id, fact.id), (its.article.id, other.id)) not in told:
                newer, older = by_article[mine.article.id], by_article[its.article.id]
                what = f"“{fact.question}” has two answers"
                yield from _two_answers(newer, fact, older, other, "two-answers", what)


def _two_answers(newer: Sheet, fact: Fact, older: Sheet, other: Fact, kind: Kind, what: str) -> Iterator[Finding]:
    if fact.id in newer.page.checked and other.id in older.page.checked:
        return
    place = f"{older.path}:{older.line_of_fact(other.id)}"
    said = f"{what}: “{fact.answer}” here and “{other.answer}” in {place}"
    yield newer.of_fact(fact.id, kind, said, "hide the one that is wrong, or confirm both by “checked: true”")
