"""The record of two invented meetings of one committee, with sentences that hold facts and sentences that hold none."""

from __future__ import annotations

import datetime

from facts.model import Article, Fact, Kind, Meeting, Record, Sentence

THIRD, FOURTH = "2020-06-30-quay-works", "2021-03-13-quay-works"

CHAIRED = "The third meeting of the Quay Works Committee was chaired by Runa Falk in Brill on 29 June."
GAUGE = "Runa opened the tidal gauge yesterday."
LOAN = "The committee approved a loan of 40,000 crowns for eight cranes."
LIGHTHOUSE = "Pilots may no longer use the old lighthouse."
DIVERS = "Divers will inspect the hull of the Marigold on 4 August."
LATER = "The fourth meeting of the Quay Works Committee was chaired by Tomas Ekre in Osmark on 12 March."
FERRIES = "The committee refused a loan for two ferries."
HARBOUR = "Osmark welcomed the Osmark pilots."

Line = tuple[str, Kind, str, str]
"""Evidence, kind, question, answer."""


def records() -> tuple[Record, Record]:
    """Both meetings of the Quay Works Committee."""
    return (
        record(
            THIRD,
            datetime.date(2020, 6, 30),
            _meeting(3, "2020-06-29", "Brill"),
            [CHAIRED, GAUGE, LOAN, LIGHTHOUSE, DIVERS],
            [
                (CHAIRED, "who", "Who chaired the third meeting of the Quay Works Committee?", "Runa Falk"),
                (LOAN, "what", "What did the committee approve?", "a loan of 40,000 crowns for eight cranes"),
                (DIVERS, "when", "When will divers inspect the hull of the Marigold?", "4 August 2020"),
            ],
        ),
        record(
            FOURTH,
            datetime.date(2021, 3, 13),
            _meeting(4, "2021-03-12", "Osmark"),
            [LATER, FERRIES, HARBOUR],
            [
                (LATER, "who", "Who chaired the fourth meeting of the Quay Works Committee?", "Tomas Ekre"),
                (HARBOUR, "who", "Who was welcomed?", "the Osmark pilots"),
            ],
        ),
    )


def record(
    article: str, published: datetime.date | None, meeting: Meeting | None, texts: list[str], lines: list[Line]
) -> Record:
    """A record of sentences, and of facts whose evidence begins in one of them."""
    whole = " ".join(texts)
    sentences, begin = [], 0
    for text in texts:
        sentences.append(Sentence(text, (begin, begin + len(text))))
        begin += len(text) + 1
    facts = []
    for number, (evidence, kind, question, answer) in enumerate(lines):
        at = whole.index(evidence)
        facts.append(Fact(f"f{number}", kind, question, answer, evidence, (at, at + len(evidence))))
    source = Article(article, published, "Brill Post", None, None, f"{article}.txt", "0" * 64)
    return Record(source, meeting, tuple(facts), tuple(sentences))


def _meeting(number: int, date: str, place: str) -> Meeting:
    name = "Quay Works Committee"
    return Meeting(f"meeting of the {name}", (name,), date, place, None, name, number)
