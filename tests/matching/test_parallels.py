"""Of members that have their verb in common each tells its own, and none what is told of no one."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.otherwise.parallels import is_no_member, own_member
from bot.matching.reading import SentenceReader
from bot.question import read

WORKS = (
    "Ada Wren said that the works would take (1) three months for the east gate; (2) five for the west gate; and "
    "(3) no time at the pier, which is let."
)
JUDGES = (
    "Dr. Ada Wren, Keeper of Oars and Old Lamps at Tarn Hall, will judge cakes; Bo Lusk, the pilot, jams; and Dag Moe, "
    "pies."
)
SPEAK = "Ada Wren will speak on tides; Bo Lusk, on locks; and Dag Moe on old tolls."
FEES = "Tarn pays its fee by 3 May; Osmark, by 5 June; and Brill, by 9 July."
ASKED = "The board asked that (1) the lock be mended; (2) the tolls be cut; and (3) the pier be sold."
PRICES = "The course costs (a) 30 crowns for pilots, (b) 45 crowns for clerks and (c) 12 crowns for pupils."
DEEDS = "The board backed the lock; Ada Wren opposed the toll; Bo Lusk left."
LATTER = "The former gave a lamp, the latter an old oar."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("How long would the works at the west gate take?", WORKS, "three months", "five for the west gate"),
        ("How long would the works at the pier take?", WORKS, "three months", "no time at the pier"),
        ("How long would the works at the east gate take?", WORKS, "three months", "three months"),
        ("Who will judge jams or pies?", JUDGES, "Ada Wren", "Ada Wren"),
        ("Who will judge jams?", JUDGES, "Ada Wren", "Bo Lusk"),
        ("What will Dag Moe judge?", JUDGES, "cakes", "pies"),
        ("Who will speak on old tolls?", SPEAK, "Ada Wren", "Dag Moe"),
        ("What will Bo Lusk speak on?", SPEAK, "tides", "locks"),
        ("When does Osmark pay its fee?", FEES, "3 May", "5 June"),
        ("How much is the course for clerks?", PRICES, "30 crowns", "45 crowns"),
        ("What did they ask about the tolls?", ASKED, "the lock be mended; (2) the tolls be cut", "the tolls be cut"),
        ("What did the board ask?", ASKED, "the lock be mended", ASKED[ASKED.index("(1)") : -1]),
        ("What did the former give?", LATTER, "a lamp, the latter an old oar", "a lamp"),
        ("What did the latter give?", LATTER, "a lamp", "an old oar"),
        # None of the members alone has words of the question, or that has a verb of its own.
        ("When does Harm pay its fee?", FEES, "3 May", "3 May"),
        ("How long would the works at the gate take?", WORKS, "three months", "three months"),
        ("Who opposed the toll?", DEEDS, "The board", "The board"),
        ("How many of Brill abstained?", "Port: Brill; For: 30; Abstained: 2", "2", "2"),
        ("Who spoke on locks?", "Ada Wren spoke on tides; Bo Lusk came late.", "Ada Wren", "Ada Wren"),
    ],
)  # fmt: skip
def test_of_members_that_is_told_which_the_question_asks_about(
    question: str, sentence: str, marked: str, answer: str
) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*own_member(read(question), sentence, (begin, begin + len(marked))))] == answer


@pytest.mark.parametrize(
    ("question", "sentence", "none"),
    [
        ("Who will judge breads at the Fair of Lamps and Oars?", JUDGES, True),
        ("Who will judge oars at the Fair of Lamps?", JUDGES, True),
        ("Who will speak on whales?", SPEAK, True),
        ("Who will judge jams at the fair?", JUDGES, False),
        ("Who will judge at the fair?", JUDGES, False),
        ("Who will speak in Tarn?", SPEAK, False),
        ("Who opposed the pier?", DEEDS, False),
        ("Who will judge breads?", "Ada Wren will judge cakes.", False),
    ],
)
def test_what_no_member_has_is_told_of_none(question: str, sentence: str, *, none: bool) -> None:
    assert is_no_member(read(question), sentence, (0, 8)) is none


def test_who_does_what_none_does_is_not_answered() -> None:
    index = Index([record("2025-04-09-fair", datetime.date(2025, 4, 9), None, [JUDGES], [])])
    reader = SentenceReader(lambda: StubReader(marks({JUDGES: "Ada Wren"}, logit=1.5)))
    assert reply("who will judge breads for the fair?", index, Context(), reader)[0].answer is None
