"""What is said of articles and meetings: dates that are missing or none, sources, addresses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from facts.linting.finding import Finding
from facts.linting.sheet import Sheet

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def misdescribed(sheet: Sheet, today: datetime.date) -> Iterator[Finding]:
    """What is wrong with the description of a page's article and of its meeting."""
    article, meeting = sheet.page.article, sheet.page.meeting
    if article.date is None:
        what = "the article has no date, so that its answers say “undated” and “last Monday” cannot be resolved"
        remedy = "write “date: YYYY-MM-DD” here, or into the article’s head, and compile"
        yield sheet.finding(("article", "date"), "no-date", what, remedy)
    elif article.date > today + datetime.timedelta(days=1):
        what = f"the article’s date {article.date} has not come yet"
        yield sheet.finding(("article", "date"), "date", what, "correct it and compile")
    if not (article.source or "").strip():
        cited = "its title" if article.title else "the name of its file"
        what = f"the article has no source, so that its answers cite {cited}"
        remedy = "write “source: NAME” here, or into the article’s head, and compile"
        yield sheet.finding(("article", "source"), "no-source", what, remedy)
    if article.url is not None and not _is_address(article.url):
        what = f"“{article.url}” is no address of a web page, so that answers do not link to it"
        yield sheet.finding(("article", "url"), "link", what, "write it with http:// or https://, or “url: null”")
    if meeting is None:
        return
    if meeting.date is None:
        what = f"the meeting “{meeting.name}” has no date, so that it cannot be asked for by one"
        yield sheet.finding(("meeting", "date"), "no-date", what, "write “date: YYYY-MM-DD” here")
    elif not _is_date(meeting.date):
        what = f"the meeting’s date “{meeting.date}” is none"
        remedy = "write it as 2020-06-30, 2020-06, 2020 or 2020-06-29/2020-06-30"
        yield sheet.finding(("meeting", "date"), "date", what, remedy)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url.strip())


def _is_date(text: str) -> bool:
    """Whether a text is an ISO date of a day, a month or a year, or a range of two of one sort."""
    parts = text.split("/")
    days = [_day(part) for part in parts]
    known = [day for day in days if day is not None]
    return len(parts) <= 2 and len(known) == len(parts) and known == sorted(known) and len(set(map(len, parts))) == 1


def _day(text: str) -> datetime.date | None:
    """The first day of a date; None where it is none."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(f"{text}-01-01"[: len("2020-06-30")])
    except ValueError:
        return None
