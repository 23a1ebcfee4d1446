"""A list answers with all of its members."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.answers import answer_of, dated
from bot.matching.candidates import candidates
from bot.matching.reading import SentenceReader
from bot.matching.whole_list import whole_list
from bot.question import read

REFUSED = "Brill, Osmark and Reed Island refused the toll."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Who refused the toll?", REFUSED, "Osmark and Reed Island", "Brill, Osmark and Reed Island"),
        ("Who refused the toll?", REFUSED, "Brill", "Brill, Osmark and Reed Island"),
        (
            "Who used the fund?",
            "It was used twice: by Brill in May and by Osmark in June.",
            "Brill",
            "Brill in May and by Osmark in June",
        ),
        (
            "Who gets the medals?",
            "The guild gave medals to the diver Ada Wren and to Dr Bo Lusk, a baker.",
            "Ada Wren",
            "the diver Ada Wren and to Dr Bo Lusk",
        ),
        (
            "Who gets the medal beside Ada Wren?",
            "The guild gave medals to the diver Ada Wren and to Dr Bo Lusk, a baker.",
            "Dr Bo Lusk",
            "Dr Bo Lusk",
        ),
        (
            "Which ports came?",
            "It was joined by the ports of Brill, Tarn and Osmark.",
            "Tarn and Osmark",
            "Brill, Tarn and Osmark",
        ),
        ("When was the race called off?", "It was called off in 2019 and 2021.", "2019", "2019 and 2021"),
        ("When did it sit?", "It sat on 3 May and 5 June 2020.", "5 June 2020", "3 May and 5 June 2020"),
        (
            "Who is Odo Brask?",
            "Odo Brask, who leads the Reed Pilots' Guild, left.",
            "leads the Reed Pilots",
            "leads the Reed Pilots' Guild",
        ),
        ("Which locks did they open?", "They opened old, low, and narrow locks.", "narrow", "old, low, and narrow"),
        (
            "In which fields do they work?",
            "They work in water, tides, and lamp projects.",
            "water, tides",
            "water, tides, and lamp",
        ),
        (
            "Which defence plans did they back?",
            "They backed the Reed Watch Plan, the Tide and Storm Act, and the Tarn Defence Plan.",
            "Reed Watch Plan, the Tide and Storm Act",
            "Reed Watch Plan, the Tide and Storm Act, and the Tarn Defence Plan",
        ),
        (
            "How do they mean to save the lock?",
            "They mean to save it by raising the toll and closing the old weir.",
            "closing the old weir",
            "raising the toll and closing the old weir",
        ),
        ("How did it end?", "It ended by thanking them for new and lasting work.", "work", "work"),
        (
            "Who gets the medals?",
            "They gave medals to the diver Ada Wren, the pilot Sir Bo Lusk and the lock keeper Dr Ida Moe.",
            "Ada Wren",
            "the diver Ada Wren, the pilot Sir Bo Lusk and the lock keeper Dr Ida Moe",
        ),
        (
            "Who were the partners?",
            "It had three partners, namely Brill, Osmark and Tarn.",
            "Brill",
            "Brill, Osmark and Tarn",
        ),
        (
            "Who were the guests?",
            "Tarn's envoy, Odo Brask, and Brill's, Ilse Vehn, came as guests.",
            "Ilse Vehn",
            "Odo Brask, and Brill's, Ilse Vehn",
        ),
        # What the question itself names is not its answer.
        (
            "Which pilot gets a medal?",
            "They gave medals to the diver Ada Wren, the pilot Sir Bo Lusk and the lock keeper Dr Ida Moe.",
            "Sir Bo Lusk",
            "Sir Bo Lusk",
        ),
        ("Who refused the toll with Brill?", REFUSED, "Osmark and Reed Island", "Osmark and Reed Island"),
        ("When in 2019 was it called off?", "It was called off in 2019 and 2021.", "2019", "2019"),
        # A place or an office before names is none of them.
        ("Who met?", "In Tarn, Odo Brask and Ilse Vehn met.", "Odo Brask and Ilse Vehn", "Odo Brask and Ilse Vehn"),
        ("Who met?", "The mayor of Tarn, Odo Brask, and Ilse Vehn met.", "Ilse Vehn", "Odo Brask, and Ilse Vehn"),
        ("Who met?", "On Monday, Odo Brask and Ilse Vehn met.", "Ilse Vehn", "Odo Brask and Ilse Vehn"),
        # Where each has its own, one is enough.
        (
            "Who was elected chair?",
            "Odo Brask and Ilse Vehn were elected chair and clerk respectively.",
            "Odo Brask",
            "Odo Brask",
        ),
        ("Who is the mayor?", "Mayor Odo Brask and Ilse Vehn met.", "Odo Brask", "Odo Brask"),
        ("Who chaired it?", "Odo Brask's deputy, Ilse Vehn, chaired it.", "Ilse Vehn", "Ilse Vehn"),
        ("How many came?", "They counted 40 and 50 of them.", "40", "40"),
    ],
)
def test_a_list_is_answered_whole(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    begin, end = whole_list(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was called off in 2019 and 2021.", "2019 and 2021"),
        ("It sat on 3 May and 5 June.", "3 May 2025 and 5 June 2025"),
        ("It sat on 3 May.", "3 May 2025"),
        ("It sat on 3 May, and in June the guild left.", "3 May 2025"),
    ],
)
def test_the_times_of_a_list_are_told_as_they_are_meant(text: str, said: str) -> None:
    assert dated(text, text.index("2019" if "2019" in text else "3 May"), len(text), datetime.date(2025, 6, 20)) == said


def test_the_fact_of_the_sentence_that_has_the_list_is_given() -> None:
    line = (REFUSED, "who", "Who refused the toll?", "Brill, Osmark and Reed Island")
    index = Index([record("2025-04-09-toll", datetime.date(2025, 4, 9), None, [REFUSED], [line])])  # type: ignore[list-item]
    reader = SentenceReader(lambda: StubReader(marks({REFUSED: "Reed Island"})))
    answer = reply("what ports were against the toll, refusing it?", index, Context(), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Brill, Osmark and Reed Island"


CREW = "The envoy was joined by Ada Wren, the pilot Bo Lusk and the keeper of the Reed Light, Ida Moe."
CREW_FACTS = (
    (CREW, "list", "Who joined the envoy?", "Ada Wren, the pilot Bo Lusk and the keeper of the Reed Light, Ida Moe"),
    (CREW, "who", "Who was the keeper of the Reed Light?", "Ida Moe"),
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who joined the envoy?", "Ada Wren, the pilot Bo Lusk and the keeper of the Reed Light, Ida Moe"),
        ("who joined?", "Ada Wren, the pilot Bo Lusk and the keeper of the Reed Light, Ida Moe"),
        ("who was the keeper of the light that joined?", "Ida Moe"),
        ("who is she?", "Ida Moe"),
        ("who else joined?", "Ida Moe"),
        ("who flew?", "Ida Moe"),
    ],
)
def test_a_fact_that_lists_several_is_given_where_one_of_them_is_marked_and_nothing_tells_them_apart(
    question: str, answer: str
) -> None:
    index = Index([record("2025-04-09-crew", datetime.date(2025, 4, 9), None, [CREW], CREW_FACTS)])  # type: ignore[arg-type]
    asked, reader = read(question), SentenceReader(lambda: StubReader(marks({CREW: "Ida Moe"})))
    found = reader.read(asked, candidates(asked, index, [], None, None, within=[0]), index)
    assert answer_of(found[0], asked, index)[0] == answer
