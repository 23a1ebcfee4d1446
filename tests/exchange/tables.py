"""Rows of invented facts, written to a file in each form and read back from a base."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import strategies as st

from facts import exchange
from facts.exchange import Format
from facts.exchange.row import Row
from facts.pages import base
from facts.pages.fields import KINDS

SUFFIX: dict[Format, str] = {"csv": ".csv", "jsonl": ".jsonl", "squad": ".json"}

ROWS = (
    Row(
        question="Who chaired the Harbour Board?",
        answer="Ann Poole",
        evidence="The Harbour Board was chaired by Ann Poole.",
        source="Ostford Gazette",
        date=datetime.date(2024, 10, 3),
        url="https://example.org/board",
        title="Board meets",
        article="2024-10-03-board-meets",
        meeting="Harbour Board",
        meeting_place="Ostford",
    ),
    Row(
        question="When does the board meet again?",
        answer="12 November 2024",
        evidence="It meets again on 12 November.",
        article="2024-10-03-board-meets",
        variants=("When is the next meeting?",),
        confidence=0.5,
        checked=False,
    ),
    Row(
        question="How much will the mole cost?", answer="410,000 crowns", kind="how_many", value=410000, article="mole"
    ),
)

_WORDS = (
    "the board sat and it was agreed that the mole of Ostford is to be built by 2024 =1+1 @home -5 +3 'so' \"nay\" a,b"
    " x;q *star* [12] [a](/b) <b>bold</b> &amp; `code` back\\slash _low_ ~~gone~~ --- # É “so” | ＝ ={} 1. - Mr. end."
).split(" ")
_texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
_days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
_values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    _texts,
    st.integers(-(10**9), 10**9),
    st.lists(_texts, min_size=1, max_size=3),
    st.just("12"),
    st.just('"'),
)


@st.composite
def about(draw: st.DrawFn) -> dict[str, Any]:
    """What the rows of one article say of it."""
    said: dict[str, Any] = {name: draw(st.none() | _texts) for name in ("source", "title", "url", "meeting")}
    said["date"] = draw(st.none() | _days)
    if said["meeting"] is not None:
        said["meeting_aliases"] = tuple(draw(st.lists(_texts, max_size=2)))
        said["meeting_date"] = draw(st.sampled_from([None, "2024", "2024-10", "2024-10-03", "2024-10-03/2024-10-04"]))
        said["meeting_number"] = draw(st.none() | st.integers(0, 99))
        said |= {f"meeting_{name}": draw(st.none() | _texts) for name in ("place", "format", "series")}
    return said


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Rows of a few articles; no article has one question and answer twice."""
    found: list[Row] = []
    for name in draw(
        st.lists(st.sampled_from(["mole", "Board of É", "2024-10-03-board", "a.b"]), min_size=1, unique=True)
    ):
        said = draw(about())
        pairs = draw(st.lists(st.tuples(_texts, _texts), min_size=1, max_size=4, unique=True))
        found += [
            Row(
                question=f"{question}?",
                answer=answer,
                kind=draw(st.none() | st.sampled_from(KINDS)),
                evidence=draw(st.none() | _texts),
                article=name,
                confidence=draw(st.sampled_from([0.0, 0.25, 0.875, 1.0])),
                checked=draw(st.booleans()),
                variants=tuple(draw(st.lists(_texts, max_size=2))),
                value=draw(_values),
                **said,
            )
            for question, answer in pairs
        ]
    return found


def written(found: list[Row], folder: Path, form: Format = "jsonl") -> Path:
    """A file of rows."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"rows{SUFFIX[form]}"
    from facts.exchange import json_lines, table

    out = io.StringIO()
    (table.write if form == "csv" else json_lines.write)(found, out)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def imported(path: Path, folder: Path) -> int:
    """Import a file into a folder of its own; the exit status."""
    return exchange.import_file(path, folder / "seeds", folder / "base", path.name)


def exported(folder: Path, form: Format) -> str:
    """All facts of that folder's base."""
    out = io.StringIO()
    problems: list[str] = []
    exchange.export(exchange.pages([], folder / "base", problems.append), form, out)
    assert not problems
    return out.getvalue()


def facts_of(folder: Path) -> list[Row]:
    """All facts of that folder's base, as rows without their places."""
    read = map(msgspec.json.Decoder(Row).decode, exported(folder, "jsonl").splitlines())
    return [msgspec.structs.replace(row, start=None, end=None) for row in read]


def holds(fact: Row, row: Row) -> bool:
    """Whether a fact has all that a row says: what is left out there follows by a rule, and what is checked is sure."""
    said = msgspec.structs.replace(row, confidence=1.0 if row.checked else row.confidence)
    return all(
        getattr(fact, name) == value for name, value in msgspec.structs.asdict(said).items() if value is not None
    )


def sound(folder: Path) -> bool:
    """Whether every page of the base is as its article has it."""
    return bool(base.load(folder / "base"))
