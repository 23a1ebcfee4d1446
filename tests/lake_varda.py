"""The record of two invented meetings of one commission and of another body's, for trying questions on."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator

import msgspec

from facts.model import Article, Fact, Kind, Meeting, Record, Value

TWELFTH, THIRTEENTH, LEAGUE = "2023-04-18-lake-varda", "2024-03-07-lake-varda", "2024-01-20-ferry-league"

Line = tuple[Kind, str, tuple[str, ...], str, Value]


def records() -> tuple[Record, ...]:
    """Both meetings of the Lake Varda Fisheries Commission, and the Ferry League's congress."""
    return (
        _record(
            Article(TWELFTH, datetime.date(2023, 4, 18), "Tarnhelm Courier", None, None, "a.txt", "0" * 64),
            _commission(12, "2023-04-18", "Tarnhelm"),
            _session("twelfth", "18 April 2023", "2023-04-18", "Tarnhelm", "Oskar Vehn", ["Norway", "Latvia", "India"]),
        ),
        _record(
            Article(LEAGUE, datetime.date(2024, 1, 20), "Osmark Post", None, None, "c.txt", "0" * 64),
            Meeting("Ferry League congress", ("Ferry League",), "2024-01-20", "Brill", None, "Ferry League congress"),
            {
                "The congress of the Ferry League in Brill elected Mirela Sand president.": [
                    ("who", "Who did the congress of the Ferry League elect president?", (), "Mirela Sand", None),
                    (
                        "who",
                        "Who is Mirela Sand?",
                        ("What is Mirela Sand’s role?",),
                        "president of the Ferry League",
                        None,
                    ),
                    ("where", "Where was the Ferry League congress held?", (), "Brill", None),
                ],
            },
        ),
        _record(
            Article(THIRTEENTH, datetime.date(2024, 3, 8), "Osmark Post", None, None, "b.txt", "0" * 64),
            _commission(13, "2024-03-07", "Osmark"),
            {
                **_session(
                    "thirteenth", "7 March 2024", "2024-03-07", "Osmark", "Ilse Brandt", ["Norway", "South Korea"]
                ),
                "The commission will meet again in Tarnhelm on 3 October 2024.": [
                    ("when", "When will the commission meet again?", (), "3 October 2024", "2024-10-03"),
                    ("where", "Where will the commission meet again?", (), "Tarnhelm", None),
                ],
                "Herring stocks had fallen because the outlet had silted up, Ilse Brandt warned.": [
                    ("why", "Why had herring stocks fallen?", (), "because the outlet had silted up", None),
                    ("what", "What did Ilse Brandt warn?", (), "herring stocks had fallen", None),
                ],
                "Norway did not sign the protocol.": [
                    ("yes_no", "Did Norway sign the protocol?", (), "No, Norway did not sign the protocol", None),
                ],
            },
        ),
    )


def varied(count: int, seed: int) -> list[Record]:
    """Records like those of Lake Varda, with other names, places, dates and numbers."""
    chance = random.Random(seed)
    first = "Aldo Berta Cyril Dagny Emre Fanny Goran Hilde Ivo Jarmila Kaspar Liv Milan Nora Otto Petra".split()
    last = "Arvik Bodnar Calder Dressel Ekholm Fenwick Grady Holub Imre Jansa Kettil Lorne Moravec Nyland".split()
    towns = "Tarnhelm Osmark Veldby Skarrow Lindholt Merrow Grunsted Ansel Farrowby Helmond Ravik Sund".split()
    found = []
    for number in range(count):
        for record in records():
            swap = {
                "Ilse": chance.choice(first), "Brandt": chance.choice(last), "Oskar": chance.choice(first),
                "Vehn": chance.choice(last), "Tarnhelm": chance.choice(towns), "Osmark": chance.choice(towns),
                "Varda": chance.choice(towns), "LVFC": "".join(chance.choices("ABCDEFGHKLMNPRSTV", k=4)),
            }  # fmt: skip

            def other(text: str, swap: dict[str, str] = swap) -> str:
                for old, new in swap.items():
                    text = text.replace(old, new)
                return text

            facts = tuple(
                msgspec.structs.replace(
                    fact,
                    question=other(fact.question),
                    variants=tuple(map(other, fact.variants)),
                    answer=other(fact.answer),
                    evidence=other(fact.evidence),
                    value=[other(v) for v in fact.value] if isinstance(fact.value, list) else fact.value,
                )
                for fact in record.facts
            )
            meeting = record.meeting and msgspec.structs.replace(
                record.meeting,
                name=other(record.meeting.name),
                aliases=tuple(map(other, record.meeting.aliases)),
                place=other(record.meeting.place) if record.meeting.place else None,
            )
            article = msgspec.structs.replace(record.article, id=f"{record.article.id}-{number:03}")
            found.append(Record(article, meeting, facts))
    return found


def _commission(number: int, date: str, place: str) -> Meeting:
    name = "Lake Varda Fisheries Commission"
    return Meeting(f"meeting of the {name}", ("LVFC", name), date, place, None, name, number)


def _session(ordinal: str, date: str, iso: str, place: str, chair: str, members: list[str]) -> dict[str, list[Line]]:
    meeting = f"the {ordinal} meeting of the Lake Varda Fisheries Commission"
    listed = f"{', '.join(members[:-1])} and {members[-1]}"
    return {
        f"{chair} chaired {meeting} (LVFC) in {place} on {date}.": [
            ("who", f"Who chaired {meeting}?", (f"Who presided over {meeting}?",), chair, None),
            ("where", f"Where did {chair} chair {meeting}?", (f"Where was {meeting} held?",), place, None),
            ("when", f"When did {chair} chair {meeting}?", (f"When was {meeting} held?",), date, iso),
            (
                "definition",
                "What does LVFC stand for?",
                ("What is the LVFC?",),
                "Lake Varda Fisheries Commission",
                None,
            ),
        ],
        f"It was attended by delegates from {len(members)} countries: {listed}.": [
            ("list", "Which countries attended the meeting?", ("Who attended the meeting?",), listed, members),
            ("how_many", "How many countries attended the meeting?", (), str(len(members)), len(members)),
        ],
        f"The commission raised the herring quota to {20 + len(members)} tonnes.": [
            ("what", "What did the commission raise to 20 tonnes?", (), "the herring quota", None),
            (
                "how_many",
                "How many tonnes did the commission raise the herring quota to?",
                (),
                str(20 + len(members)),
                None,
            ),
        ],
    }


def _record(article: Article, meeting: Meeting, said: dict[str, list[Line]]) -> Record:
    return Record(article, meeting, tuple(_facts(said)))


def _facts(said: dict[str, list[Line]]) -> Iterator[Fact]:
    start = 0
    for evidence, lines in said.items():
        for number, (kind, question, variants, answer, value) in enumerate(lines):
            span = (start, start + len(evidence))
            yield Fact(f"f{start}-{number}", kind, question, answer, evidence, span, variants, value)
        start += len(evidence) + 1
