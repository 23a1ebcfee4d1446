"""Both are told: two persons who did something together, and the numbers of two sources."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.both_described import both_described
from bot.matching.reading import SentenceReader
from bot.matching.two_sources import both_numbers
from bot.question import read

LED = "The talks in Tarn were led by Norland's ports minister, Ada Wren, and her colleague from Sudria, Bo Lusk."
SIGNED = "It was signed by Ada Wren, the mayor of Tarn, and Bo Lusk, her clerk."
PACT = "The pact with Brill was signed by the mayor, Ada Wren, and her counterpart from Brill, Bo Lusk."
CAME = "Two hundred pilots marched, police said; the guild spoke of nearly 900."


def span_of(sentence: str, words: str) -> tuple[int, int]:
    return sentence.index(words), sentence.index(words) + len(words)


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Who led the talks?", LED, "Ada Wren", "Ada Wren, and her colleague from Sudria, Bo Lusk"),
        ("Who led the talks?", LED, "Bo Lusk", "Ada Wren, and her colleague from Sudria, Bo Lusk"),
        ("Who signed it?", SIGNED, "Ada Wren", "Ada Wren, the mayor of Tarn, and Bo Lusk, her clerk"),
        ("Who opened it?", "It was opened by the mayor, Ada Wren, and Bo Lusk.", "Ada Wren", "Ada Wren, and Bo Lusk"),
        (
            "Who spoke?",
            "The mayor, Ada Wren, and the clerk, Bo Lusk, spoke.",
            "Ada Wren",
            "Ada Wren, and the clerk, Bo Lusk",
        ),
        # A name is of what they did, too.
        ("Who signed the pact with Brill?", PACT, "Bo Lusk", "Ada Wren, and her counterpart from Brill, Bo Lusk"),
        ("Who signed the pact for Brill?", PACT, "Bo Lusk", "Bo Lusk"),
        # One of them is asked about, or the other did something else.
        ("Who led the talks with Lusk?", LED, "Ada Wren", "Ada Wren"),
        ("Who led the talks for Sudria?", LED, "Bo Lusk", "Bo Lusk"),
        ("Who is the ports minister?", LED, "Ada Wren", "Ada Wren"),
        ("How many led the talks?", LED, "Ada Wren", "Ada Wren"),
        ("Who led it?", "It was led by the mayor, Ada Wren, and Bo Lusk took notes.", "Ada Wren", "Ada Wren"),
        (
            "Who led the talks?",
            "The talks were led by the mayor, Ada Wren, and her clerk, Bo Lusk, took notes.",
            "Ada Wren",
            "Ada Wren",
        ),
        ("Who led it?", "It was led by the mayor, Ada Wren, and not the clerk, Bo Lusk.", "Ada Wren", "Ada Wren"),
    ],
)
def test_two_who_are_described_are_told_both(question: str, sentence: str, marked: str, answer: str) -> None:
    assert sentence[slice(*both_described(read(question), sentence, span_of(sentence, marked)))] == answer


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("How many pilots marched?", CAME, "Two hundred", CAME[:-1]),
        ("How many pilots marched?", CAME, "nearly 900", CAME[:-1]),
        ("How many died?", "Tarn put the number of the dead at 4; Brill spoke of 7.", "4", "4; Brill spoke of 7"),
        ("How many came?", "Police put the crowd at 300, the guild at 900.", "300", "300, the guild at 900"),
        (
            "How many came?",
            "Some 40 came on 3 May 2021, according to the mayor, but the guild claimed 90.",
            "40",
            "Some 40 came on 3 May 2021, according to the mayor, but the guild claimed 90",
        ),
        # One source is asked for, or the numbers are of two things.
        ("How many pilots marched according to the police?", CAME, "Two hundred", "Two hundred"),
        ("How many pilots marched according to the guild?", CAME, "Two hundred", "nearly 900"),
        ("Who spoke of pilots?", CAME, "police", "police"),
        ("How many members?", "The club had 186 members; the league had 40.", "186", "186"),
        ("How many cranes?", "Tarn said it has 4 cranes; Brill claimed 9.", "4", "4"),
        ("How many came?", "Some 190 came and 20 spoke, police said; the guild spoke of 80.", "the guild", "the guild"),
        ("How many came?", "Some 190 came; the guild spoke of 80 boats.", "190", "190"),
    ],
)
def test_the_numbers_of_two_sources_are_told_both(question: str, sentence: str, marked: str, answer: str) -> None:
    assert sentence[slice(*both_numbers(read(question), sentence, span_of(sentence, marked)))] == answer


def test_the_reply_has_both() -> None:
    index = Index([record("2034-05-09-talks", datetime.date(2034, 5, 9), None, [LED, CAME], [])])
    reader = SentenceReader(lambda: StubReader(marks({LED: "Ada Wren", CAME: "Two hundred"})))
    led = reply("Who led the talks in Tarn?", index, Context(), reader)[0].answer
    marched = reply("How many pilots marched?", index, Context(), reader)[0].answer
    assert led is not None
    assert led.answer == "Ada Wren, and her colleague from Sudria, Bo Lusk"
    assert marched is not None
    assert marched.answer == CAME[:-1]
