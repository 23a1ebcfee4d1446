"""A small base of one invented meeting."""

from __future__ import annotations

import datetime
from pathlib import Path

from facts.model import Article, Fact, Kind, Meeting, Record
from facts.pages import base

ARTICLE = "2024-05-14-harbour-board"
CHAIRED = "The fourth meeting of the Harbour Board was chaired by Ana Lindqvist in Visby on 14 May 2024."
AGREED = "The board agreed to dredge the northern channel."


def make_base(directory: Path) -> None:
    """Write a base of one article: who chaired the meeting, where it was, what it agreed."""
    article = Article(
        ARTICLE,
        datetime.date(2024, 5, 14),
        "Gotland Post",
        None,
        "https://example.org/board",
        f"{ARTICLE}.txt",
        "0" * 64,
    )
    meeting = Meeting("fourth meeting of the Harbour Board", date="2024-05-14", place="Visby")
    facts = (
        _fact("chair", "who", "Who chaired the fourth meeting of the Harbour Board?", "Ana Lindqvist", CHAIRED),
        _fact("place", "where", "Where was the fourth meeting of the Harbour Board held?", "Visby", CHAIRED),
        _fact("agreed", "what", "What did the Harbour Board agree?", "to dredge the northern channel", AGREED),
    )
    directory.mkdir(parents=True)
    base.save(directory / f"{ARTICLE}.yaml", base.dump(Record(article, meeting, facts)))


def _fact(name: str, kind: Kind, question: str, answer: str, evidence: str) -> Fact:
    start = 0 if evidence == CHAIRED else len(CHAIRED) + 1
    return Fact(name, kind, question, answer, evidence, (start, start + len(evidence)))
