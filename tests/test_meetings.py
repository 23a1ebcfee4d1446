"""Which meeting an article is about."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from facts import meeting_names as naming
from facts.language import Parser
from facts.meetings import label, occasion_of
from facts.model import Article, Meeting

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "corpus" / "meetings.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def article(text: str, date: datetime.date | None = None, title: str | None = None) -> Article:
    spans, start = [], 0
    for part in text.split("\n"):
        if part.strip():
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return Article("a", date, None, title, None, "a.txt", "", text, tuple(spans))


def meeting_in(parser: Parser, text: str, date: datetime.date | None = None, title: str | None = None) -> Meeting | None:
    parsed = next(parser.parse([article(text, date, title)]))
    return occasion_of(parsed).meeting


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.get("name", case["text"][:40])))
def test_the_meeting_is_what_an_editor_would_put(parser: Parser, case: dict[str, Any]) -> None:
    meeting = meeting_in(parser, case["text"].strip(), case.get("date"), case.get("title"))
    assert meeting is not None
    found = {
        "name": meeting.name,
        "when": meeting.date,
        "place": meeting.place,
        "format": meeting.format,
        "series": meeting.series,
        "number": meeting.number,
        "label": label(meeting),
    }
    expected = {key: case[key] for key in found if key in case}
    if isinstance(expected.get("when"), datetime.date):
        expected["when"] = expected["when"].isoformat()
    assert {key: found[key] for key in expected} == expected
