"""“Who is she?” asks of somebody who was the last answer, by name; where nobody was, nothing is sure."""

from __future__ import annotations

import datetime

from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, Reply, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from facts.model import Meeting

LIGHTS = "2024-06-03-lights-board"
OPENED = "The fair was opened by Harbour Minister Mira Sand."
CAME = "She came with the envoy of Osmark, Ada Wren, and the head of the Lights Board, Odo Falk."
INDEX = Index(
    [
        record(
            LIGHTS,
            datetime.date(2024, 6, 3),
            Meeting("Skerry Fair", (), "2024-06-02", "Brill"),
            [OPENED, CAME],
            [(OPENED, "who", "Who opened the Skerry Fair?", "Harbour Minister Mira Sand")],
        )
    ]
)


def then(first: str, marked: dict[str, str]) -> Reply:
    reader = SentenceReader(lambda: StubReader(marks(marked)))
    return reply("who is she?", INDEX, reply(first, INDEX, Context(), reader)[1], reader)[0]


def test_she_is_who_was_the_last_answer() -> None:
    given = then("Who opened the Skerry Fair?", {OPENED: "Harbour Minister"}).answer
    assert given is not None
    assert given.answer == "Harbour Minister"


def test_her_name_or_anothers_is_not_who_she_is() -> None:
    assert then("Who opened the Skerry Fair?", {OPENED: "Harbour Minister Mira Sand"}).answer is None
    assert then("Who opened the Skerry Fair?", {CAME: "Odo Falk"}).answer is None


def test_where_it_is_not_known_who_she_is_nothing_is_sure() -> None:
    beside = "Ada Wren, and the head of the Lights Board, Odo Falk"
    assert then("Which envoy of Osmark came?", {CAME: beside}).answer is None
