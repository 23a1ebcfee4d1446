"""Words that were marked end where the next thing is told, and a list's number is no answer."""

from __future__ import annotations

import datetime

import pytest
from quay_works import record
from stub_reader import StubReader, marks

from bot.dialog import Context, reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.running_on import is_list_number, what_was_done_to, who_did, whole_pair, without_next
from bot.question import read

HELD = "The Reed Council met in Tarn on 8 April 2025 and was chaired by Mira Sand."
PAID = "Tarn paid 12 crowns and Osmark paid 8 crowns."
HOSTED = "The fair was hosted by Odo Brask and opened by Ilse Vehn."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        ("Where did the Reed Council meet?", HELD, "Tarn on 8 April 2025 and was chaired by Mira Sand", "Tarn"),
        ("When did the Reed Council meet?", HELD, "8 April 2025 and was chaired by Mira Sand", "8 April 2025"),
        ("Who hosted the fair?", HOSTED, "Odo Brask and opened by Ilse Vehn", "Odo Brask"),
        (
            "Where was the last fair?",
            "The last fair, held at the Old Kiln in Tarn, was chaired by Odo Brask.",
            "the Old Kiln in Tarn, was chaired by Odo Brask",
            "the Old Kiln in Tarn",
        ),
        ("Where was the last fair?", "It was in Tarn in May and ended early.", "Tarn in May and ended early", "Tarn"),
        ("How much did Tarn pay?", PAID, "12 crowns and Osmark paid 8 crowns", "12 crowns"),
        ("How much did Tarn save?", "It saved £30 and debts of £80.", "£30 and debts of £80", "£30"),
        # What was done as it is asked, told last, is not cut off.
        (
            "Who chaired it?",
            "It was opened by Odo Brask and led by Ilse Vehn.",
            "Odo Brask and led by Ilse Vehn",
            "Odo Brask and led by Ilse Vehn",
        ),
        # What is one name, one list or a place and its country stays whole.
        (
            "How many came?",
            "12 men and 8 women who were old came.",
            "12 men and 8 women who were old",
            "12 men and 8 women who were old",
        ),
        (
            "Where was it?",
            "It was in the inn and a shed built by Tarn.",
            "the inn and a shed built by Tarn",
            "the inn and a shed built by Tarn",
        ),
        ("How much was it?", "It was 4 crowns and 20 pence.", "4 crowns and 20 pence", "4 crowns and 20 pence"),
        ("Who came?", "Odo Brask and Ilse Vehn came.", "Odo Brask and Ilse Vehn", "Odo Brask and Ilse Vehn"),
        ("Where was it?", "It was in Brill in Osmark.", "Brill in Osmark", "Brill in Osmark"),
        ("Who came?", "The United and Reformed Guild came.", "United and Reformed Guild", "United and Reformed Guild"),
        ("Who came?", "Pilots trained and paid by Tarn came.", "Pilots trained", "Pilots trained"),
        (
            "What did it do?",
            "It met in Tarn and was closed.",
            "met in Tarn and was closed",
            "met in Tarn and was closed",
        ),
    ],
)
def test_an_answer_ends_where_the_next_thing_is_told(question: str, sentence: str, marked: str, answer: str) -> None:
    begin = sentence.index(marked)
    begin, end = without_next(read(question), sentence, (begin, begin + len(marked)))
    assert sentence[begin:end] == answer


def test_the_reply_has_it_so() -> None:
    index = Index([record("2025-04-09-fair", datetime.date(2025, 4, 9), None, [HOSTED], [])])
    reader = SentenceReader(lambda: StubReader(marks({HOSTED: "Odo Brask and opened by Ilse Vehn"})))
    answer = reply("who hosted the fair?", index, Context(), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Odo Brask"


@pytest.mark.parametrize(
    ("sentence", "marked", "is_number"),
    [
        ("3. River wall", "3", True),
        ("3. River wall", "3.", True),
        ("1.", "1.", True),
        ("(2) Tolls", "2", True),
        ("3 locks were closed.", "3", False),
        ("The tolls: 3.", "3", False),
        ("300.5 tonnes of reed", "300", False),
    ],
)
def test_the_number_of_a_heading_is_no_answer(sentence: str, marked: str, is_number: bool) -> None:
    begin = sentence.index(marked)
    assert is_list_number(sentence, (begin, begin + len(marked))) is is_number


def test_the_reply_never_has_it_surely() -> None:
    index = Index([record("2025-04-09-wall", datetime.date(2025, 4, 9), None, ["3. River wall"], [])])
    reader = SentenceReader(lambda: StubReader(marks({"3. River wall": "3"})))
    assert reply("tell me about the river wall", index, Context(), reader)[0].answer is None


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "answer"),
    [
        (
            "Between which ports does it run?",
            "It runs between Tarn and Port Adair.",
            "Port Adair",
            "Tarn and Port Adair",
        ),
        (
            "Which ports is it between?",
            "It is between Tarn, Brill and Osmark.",
            "Tarn",
            "Tarn, Brill and Osmark",
        ),
        ("Which port is the fair in?", "It runs between Tarn and Port Adair.", "Tarn", "Tarn"),
        ("Between which ports does it run?", "From Tarn it runs between May and June.", "Tarn", "Tarn"),
    ],
)
def test_those_between_which_something_is_are_told_together(
    question: str, sentence: str, marked: str, answer: str
) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*whole_pair(read(question), sentence, (begin, begin + len(marked))))] == answer


BOTH = "Pilot Odo Brask spoke for the ferries, and Ilse Vehn spoke for the port."
FAIR = "The fair will be in Tarn, and Ilse Vehn is running it."
PASSIVE = "The ferries were led by Odo Brask and the port was led by Ilse Vehn."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "said"),
    [
        ("Who spoke for the port?", BOTH, "Odo Brask spoke for the ferries, and Ilse Vehn", "Ilse Vehn"),
        ("Who spoke for the ferries?", BOTH, "Odo Brask spoke for the ferries, and Ilse Vehn", "Odo Brask"),
        ("Who spoke for the port?", BOTH, "Odo Brask", "Ilse Vehn"),
        ("Who is running the fair?", FAIR, "Tarn, and Ilse Vehn", "Ilse Vehn"),
        ("Who is running the fair?", FAIR, "Ilse Vehn", "Ilse Vehn"),
        (
            "Who runs the fair?",
            "Odo Brask, Bo Lusk, and Ilse Vehn run the fair.",
            "Odo Brask, Bo Lusk, and Ilse Vehn",
            "Odo Brask, Bo Lusk, and Ilse Vehn",
        ),
        # Of the same words in both, or of another voice, nothing is told apart.
        ("Who spoke?", BOTH, "Odo Brask", "Odo Brask"),
        ("Who led the port?", PASSIVE, "Ilse Vehn", "Ilse Vehn"),
        ("Who led the ferries?", "Odo Brask led the ferries and Ilse Vehn rowed.", "Odo Brask", "Odo Brask"),
        # What a thing is a kind of is no verb.
        (
            "What kind of boats did the pilots say the port will get?",
            "They hope that the port buys oars, and will get old, tarred, and new boats soon.",
            "old, tarred, and new boats",
            "old, tarred, and new boats",
        ),
    ],
)
def test_of_several_who_did_the_like_the_one_is_told_who_did_what_is_asked(
    question: str, sentence: str, marked: str, said: str
) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*who_did(read(question), sentence, (begin, begin + len(marked))))] == said


def test_a_name_of_the_clause_before_is_no_other_who_did_it() -> None:
    index = Index([record("2025-04-09-fair", datetime.date(2025, 4, 9), None, [FAIR], [])])
    reader = SentenceReader(lambda: StubReader(marks({FAIR: "Ilse Vehn"})))
    answer = reply("who is running the fair?", index, Context(), reader)[0].answer
    assert answer is not None
    assert answer.answer == "Ilse Vehn"


READ = "The tide report was read by Odo Brask, a pilot of Tarn."


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "own"),
    [
        ("What did Odo Brask read?", READ, "tide report was read by Odo Brask", "tide report"),
        ("What did Odo Brask read?", READ, "a pilot of Tarn", "The tide report"),
        ("What did Odo Brask read?", READ, "tide report", "tide report"),
        ("What did Odo Brask read?", "He spoke, and a poem was read by Odo Brask.", "Odo Brask", "a poem"),
        ("Who read the tide report?", READ, "Odo Brask, a pilot of Tarn", "Odo Brask, a pilot of Tarn"),
        ("What did Odo Brask write?", READ, "a pilot of Tarn", "a pilot of Tarn"),
        ("What did Odo Brask read?", "Odo Brask read the poem that was written by Wren.", "the poem", "the poem"),
    ],
)
def test_what_somebody_did_something_to_is_told_without_that(
    question: str, sentence: str, marked: str, own: str
) -> None:
    begin = sentence.index(marked)
    assert sentence[slice(*what_was_done_to(read(question), sentence, (begin, begin + len(marked))))] == own
