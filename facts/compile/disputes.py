"""What articles that were just compiled disagree about with the others of the base."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from facts.disagreement import Disagreement, disagreements, report_of
from facts.disagreement.meetings import APART, days_of
from facts.pages import base
from facts.pages.page import Page


def disputes(base_dir: Path, compiled: Collection[str]) -> list[Disagreement]:
    """What articles (by their ids) disagree about with others of a base, the newest first.

    Of the others only pages are read that have a date of the same month somewhere. Raises BaseError if the base cannot
    be read; pages that are broken are left out.
    """
    fresh, _ = base.load_pages(base_dir, skip=lambda path: path.stem not in compiled)
    months = {month.encode() for page in fresh for month in _months(page)}
    if not months:
        return []
    others, _ = base.load_pages(base_dir, skip=lambda path: path.stem in compiled or not _has_any(path, months))
    reports = (report_of(page.record()) for page in (*fresh, *others))
    found = disagreements(report for report in reports if report is not None)
    return [each for each in found if {each.newer.article.id, each.older.article.id} & set(compiled)]


def lines(found: Sequence[Disagreement]) -> Iterator[str]:
    """What is said of disagreements, in two lines at most: how many there are, and the newest."""
    if not found:
        return
    count = f"{len(found)} disagreement{'' if len(found) == 1 else 's'}"
    yield f"{count} between reports of one meeting; replies show both, and “onrecord lint” lists them:"
    first = found[0]
    said = "; ".join(f"{side.fact.answer} ({side.article.file})" for side in (first.newer, first.older))
    yield f"  {first.newer.fact.question} {said}"


def _months(page: Page) -> Iterator[str]:
    """The months ("2020-06") in which reports of a page's meeting may date it."""
    days = days_of(page.meeting) if page.meeting is not None else None
    if days is None:
        return
    day = days[0] - APART
    while day <= days[1] + APART:
        yield day.isoformat()[: len("2020-06")]
        day += datetime.timedelta(days=1)


def _has_any(path: Path, words: Collection[bytes]) -> bool:
    """Whether a file has one of some words; a file that cannot be read has none."""
    try:
        text = path.read_bytes()
    except OSError:
        return False
    return any(word in text for word in words)
