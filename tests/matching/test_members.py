"""A list is told whole, whatever its members stand with."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.members import with_all_members, with_name
from bot.matching.reading import SentenceReader
from bot.question import read

GUESTS = "Guests: Ada Wren (library), Bo Lusk (tide office), Dag Moe (press)"
JURORS = "The jurors are Ada Wren (Tarn), Bo Lusk (Reed) and Dag Moe."
FUNDS = "They traded boats through the Tide Fund, the Reed Trust, and other funds such as Lode5."
SIGNED = "Her cousin, Odo Brask, wrote the letter, and he and the clerk of Tarn, Ilse Vehn, signed it."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Who were the guests?", GUESTS, "Ada Wren", GUESTS.removeprefix("Guests: ")),
        ("Who were the guests?", GUESTS, "Bo Lusk (tide office)", GUESTS.removeprefix("Guests: ")),
        ("Who are the jurors?", JURORS, "Ada Wren (Tarn), Bo Lusk", "Ada Wren (Tarn), Bo Lusk (Reed) and Dag Moe"),
        ("Who is absent?", "Absent: Ada Wren, Bo Lusk", "Bo Lusk", "Ada Wren, Bo Lusk"),
        ("Which funds did they use?", FUNDS, "Lode5", "the Tide Fund, the Reed Trust, and other funds such as Lode5"),
        (
            "Which funds did they use?",
            FUNDS,
            "Tide Fund, the Reed Trust",
            "the Tide Fund, the Reed Trust, and other funds such as Lode5",
        ),
        ("Who signed the letter?", SIGNED, "Ilse Vehn", "he and the clerk of Tarn, Ilse Vehn"),
        # One of them is asked for.
        ("Who was the guest?", GUESTS, "Ada Wren", "Ada Wren"),
        ("Who came from the library?", GUESTS, "Ada Wren", "Ada Wren"),
        ("Who is the juror from Reed?", JURORS, "Ada Wren (Tarn), Bo Lusk", "Bo Lusk"),
        ("Who sat beside Bo Lusk?", JURORS, "Ada Wren", "Ada Wren"),
        ("Which funds besides the Tide Fund did they use?", FUNDS, "Lode5", "Lode5"),
        ("Which boats did they trade?", FUNDS, "Lode5", "Lode5"),
        ("Who signed it besides the clerk?", SIGNED, "Ilse Vehn", "Ilse Vehn"),
        ("Who wrote the letter?", SIGNED, "Odo Brask", "Odo Brask"),
        # No list of those who did it.
        ("Who chaired it?", "Chair: Ada Wren, Tarn Council", "Ada Wren", "Ada Wren"),
        ("Who won?", "Ada Wren (Tarn) beat Bo Lusk (Reed).", "Ada Wren", "Ada Wren"),
    ],
)
def test_all_are_told_where_none_of_them_is_asked_for(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    told = with_all_members(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[slice(*told)] == answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Odo Brask wrote it, and he and Ilse Vehn signed it.", "Odo Brask and Ilse Vehn"),
        ("Odo Brask thanked Ada Wren, and he and Ilse Vehn signed it.", None),
        ("Odo Brask's letter was read, and he and Ilse Vehn signed it.", None),
        ("The Tide Board wrote it, and he and Ilse Vehn signed it.", None),
    ],
)
def test_a_pronoun_gives_way_to_the_only_name_before_it(sentence: str, answer: str | None) -> None:
    begin = sentence.index("he and")
    assert with_name(sentence, (begin, sentence.index(" signed"))) == answer


def test_the_reply_names_both_who_did_it() -> None:
    index = Index([record("2025-04-09-fair", datetime.date(2025, 4, 9), None, [SIGNED], [])])
    reader = SentenceReader(lambda: StubReader(marks({SIGNED: "Ilse Vehn"})))
    answer = reply("who signed the letter?", index, Context(), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Odo Brask and the clerk of Tarn, Ilse Vehn"


def test_a_line_of_nothing_but_names_is_told_whole() -> None:
    line = "Cllr Ada Wren (Chair), Cllr Bo Lusk, Cllr Eda Moor"
    assert line[slice(*with_all_members(read("Who was present?"), line, (0, 13)))] == line
    assert line[slice(*with_all_members(read("Who was the chair?"), line, (0, 13)))] == "Cllr Ada Wren"
