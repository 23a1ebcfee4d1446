"""What is wanted, planned or demanded answers nothing that is asked as done; a deputy is not the minister."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.not_done import (
    is_wished_for,
    of_another_office,
    only_a_task,
    only_moved,
    only_wanted,
)
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context


@pytest.mark.parametrize(
    "sentence",
    [
        "Commissioner Wren called on Tarn to sign the pact on tides.",
        "Tarn was expected by its neighbours on the coast to finally sign the pact on tides in May.",
        "Tarn must soon sign the pact on tides.",
        "If the toll goes, Tarn will sign the pact on tides.",
        "The pact on tides is to be signed by Tarn on Friday.",
        "Tarn refused to sign the pact on tides.",
    ],
)
def test_what_is_wanted_or_to_come_is_not_told_as_done(sentence: str) -> None:
    assert only_wanted(read("Did Tarn sign the pact on tides?"), sentence)
    assert only_wanted(read("When was the pact on tides signed by Tarn?"), sentence)
    assert only_wanted(read("Has Tarn signed the pact on tides?"), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Tarn sign the pact?", "Tarn signed the pact, as it had been asked to."),
        ("Did Tarn sign the pact?", "The ministers met in Tarn to sign the pact."),
        ("Did Tarn sign the pact?", "Urged by Osmark, Tarn signed the pact to keep its fleet."),
        ("Will Tarn sign the pact?", "Tarn will sign the pact."),
        ("Who was asked to sign the pact?", "Tarn was asked to sign the pact."),
        ("Who has to sign the pact?", "Tarn will sign the pact."),
        ("Was Tarn going to sign the pact?", "Tarn was asked to sign the pact."),
        ("When did Bo Lusk resign?", "Bo Lusk ran the mill until his resignation in 2023."),
        ("Why did Tarn not sign the pact?", "Tarn was expected to sign the pact, but its envoy fell ill."),
        ("What did Osmark urge Tarn to sign?", "Osmark urged Tarn to sign the pact."),
        ("Who signed the pact?", "The pact bears the name of Tarn."),
        ("When did Tarn sign the pact?", "Tarn agreed in May to sign the pact."),
        ("What did Tarn agree to sign?", "Tarn agreed to sign the pact."),
        ("What did the court rule on the pact?", "It found that it could rule on the pact, and found it void."),
    ],
)
def test_what_is_told_as_asked_is_not_only_wanted(question: str, sentence: str) -> None:
    assert not only_wanted(read(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many locks has Tarn built?", "Tarn said that it would build two locks."),
        ("How many pilots has the harbour hired?", "The harbour plans to hire 40 pilots."),
        ("How many pilots has the harbour trained?", "The board noted an offer to train 60 pilots."),
        ("How many boats were laid up?", "The union warned that one boat in five would be laid up."),
        ("When was the first lock ready?", "The first lock was to be ready by 2027."),
        ("What did Ada Wren rule?", "Ada Wren said that she would rule on it next week."),
        ("Did the council grant a berth?", "The plans rest until the council grants a berth."),
        ("Who dismissed the pilot?", "The clerk, Ada Wren, was to dismiss the pilot."),
        ("How many locks has the guild mended?", "The guild has nine locks to mend."),
        ("How many locks has the guild mended?", "The guild still has to mend nine locks."),
    ],
)
def test_what_is_counted_or_awaited_is_not_told_as_done(question: str, sentence: str) -> None:
    assert only_wanted(read(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many locks has Tarn built?", "Tarn built two locks and would like more."),
        ("How many locks will Tarn build?", "Tarn said that it would build two locks."),
        ("How many locks were still to be built?", "Two locks need to be built."),
        ("How many pilots will the lock need?", "The lock will need 40 pilots."),
        ("How many pilots were ready to strike?", "40 pilots would be ready to strike."),
        ("Did the council grant a berth?", "The plans rested until the council granted a berth."),
        ("How many pilots were at the vote?", "40 pilots came to the vote."),
        ("Which ports were to send pilots?", "Tarn and Osmark will send pilots."),
        ("Who dismissed the pilot?", "One of the last acts of the clerk, Ada Wren, was to dismiss the pilot."),
        ("How many locks has the guild mended?", "The guilds have used their own fund to mend nine locks."),
        ("How many locks has the guild mended?", "The guilds have also sold boats to mend nine locks."),
    ],
)
def test_what_is_counted_as_asked_is_not_only_wanted(question: str, sentence: str) -> None:
    assert not only_wanted(read(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "wished"),
    [
        ("How much was Tarn fined?", "The board threatened a fine of 50 crowns a day.", "50 crowns", True),
        ("Who was charged with theft?", "The watch was considering charges of theft against Bo Lusk.", "Bo Lusk", True),
        ("How much did the lock cost?", "Plans for a lock of 9 crowns were shelved.", "9 crowns", True),
        ("How much did the lock cost?", "A new lock would have cost 9 crowns.", "9 crowns", True),
        ("How much would a lock have cost?", "A new lock would have cost 9 crowns.", "9 crowns", False),
        (
            "How many tonnes did they agree on?",
            "Tarn had asked for a quota of 9 tonnes; Osmark had 3.",
            "9 tonnes",
            True,
        ),
        ("How many tonnes did they agree on?", "Tarn had asked for a quota of 9 tonnes; Osmark had 3.", "3", False),
        ("Who succeeded Ada Wren?", "The board is said to want Bo Lusk as her successor.", "Bo Lusk", True),
        ("How much was Tarn fined?", "The board was urged to act and fined Tarn 50 crowns.", "50 crowns", False),
        ("How many tonnes did Tarn ask for?", "Tarn had asked for a quota of 9 tonnes.", "9 tonnes", False),
        ("How many berths did the port get?", "It was agreed to seek nine berths.", "nine", True),
        ("How many berths did the port get?", "It was agreed to seek nine berths and to let six.", "six", False),
        ("How much was granted?", "A request for 50 crowns was agreed to.", "50 crowns", False),
        ("How much was granted?", "Bo Lusk proposed a grant of 50 crowns, which was carried.", "50 crowns", False),
        ("Who was chosen?", "At the request of Tarn they chose Bo Lusk.", "Bo Lusk", False),
    ],
)
def test_what_was_only_asked_for_was_not_done(question: str, sentence: str, words: str, *, wished: bool) -> None:
    begin = sentence.index(words)
    assert is_wished_for(read(question), sentence, (begin, begin + len(words))) is wished


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Ada Wren draft the rules?", "Action: Ada Wren to draft the rules by 9 May."),
        ("Who wrote to the pilots?", "Action: the clerk to write to the pilots."),
        ("Who wrote to the pilots?", "Ada Wren and Bo Lusk to write to the pilots."),
        ("Was the lock mended?", "RESOLVED: to mend the lock at a cost of 900 crowns."),
        ("When was the lock mended?", "RESOLVED to mend the lock in May."),
        ("Was the lock mended?", "4. Lock to be mended by the port."),
    ],
)
def test_a_task_or_a_resolution_of_minutes_is_not_yet_done(question: str, sentence: str) -> None:
    assert only_a_task(read(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Ada Wren mend the lock?", "Action: Ada Wren to mend the lock. Update: she mended it in May."),
        ("Did Ada Wren draft the rules?", "Report: Ada Wren went to Tarn to draft the rules."),
        ("Who is to write to the pilots?", "Action: the clerk to write to the pilots."),
        ("What did the council resolve?", "RESOLVED: to mend the lock."),
        ("Was it resolved to mend the lock?", "RESOLVED: to mend the lock."),
        ("Where did they meet?", "Ada Wren led a talk on tides, and on how they help the U.S. to meet its own needs."),
        ("Did the council resolve to mend the lock?", "RESOLVED: to mend the lock."),
    ],
)
def test_what_was_done_or_is_asked_as_a_task_is_told(question: str, sentence: str) -> None:
    assert not only_a_task(read(question), sentence)


def test_what_is_resolved_or_pledged_later_is_not_yet_done() -> None:
    assert only_wanted(read("Did the ports found a school?"), "The ports agreed to found a school.")
    assert only_wanted(read("How much did the ports pledge?"), "The ports are expected to pledge 9 million crowns.")
    assert not only_wanted(read("How much did the ports pledge?"), "The ports pledged 9 million crowns.")


def test_what_is_only_moved_is_neither_a_yes_nor_a_no() -> None:
    moved = "Cllr Lund moved that the market be moved to Station Road."
    assert only_moved(read("Was the market moved to Station Road?"), moved)
    assert only_moved(read("did the market move to station road"), moved)
    assert not only_moved(read("Was the market moved to Station Road?"), f"{moved[:-1]}, which was carried.")
    assert not only_moved(read("Was it moved that the market be moved?"), moved)
    assert not only_moved(read("Who moved the market?"), moved)
    assert not only_moved(read("Was the market moved?"), "The market was moved to Station Road.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the harbour master of Tarn?", "Ada Wren, deputy harbour master of Tarn, opened the fair."),
        ("Who is the harbour master of Tarn?", "Ada Wren, the former harbour master of Tarn, opened the fair."),
        ("Who is Tarn's harbour master?", "Then harbour master Ada Wren founded the fair of Tarn in 2003."),
        ("who was the harbour master of tarn", "Bo Lind, an aide to the harbour master of Tarn, took notes."),
        ("Who was elected chair?", "Delegates elected Ada Wren as vice-chair."),
        ("Who did they elect as the chair of Tarn?", "They elected Ada Wren deputy chair of Tarn."),
    ],
)
def test_an_office_named_only_beside_another_is_not_the_one_asked_for(question: str, sentence: str) -> None:
    assert of_another_office(read(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is the harbour master of Tarn?", "Ada Wren is harbour master of Tarn, Bo Lind her deputy."),
        ("Who is the harbour master?", "The harbour master, Ada Wren, and the deputy harbour master came."),
        ("Who is the deputy harbour master?", "Ada Wren, deputy harbour master of Tarn, opened the fair."),
        ("Who was the harbour master of Tarn?", "Ada Wren, the former harbour master of Tarn, opened the fair."),
        ("Who is Ada Wren?", "Deputy harbour master Ada Wren opened the fair of Tarn."),
        ("Who invited the harbour master?", "The deputy harbour master was invited by Ada Wren."),
        ("Who was elected chair?", "Delegates elected Ada Wren as chair and Bo Lusk as vice-chair."),
        ("Who was elected vice-chair?", "Delegates elected Ada Wren as vice-chair."),
        ("Who was elected at the chair works?", "Bo Lusk was elected at the vice-chair works."),
    ],
)
def test_an_office_named_as_it_is_asked_for_is_the_one(question: str, sentence: str) -> None:
    assert not of_another_office(read(question), sentence)


def test_what_is_only_wanted_is_offered_at_most() -> None:
    urged, signed = "Osmark urged Tarn to sign the pact on tides in May.", "Tarn signed the pact on tides in May."
    stub = StubReader(marks({urged: "May", signed: "May"}))
    for sentence, status in ((urged, "suggest"), (signed, "answer")):
        index = Index([record(THIRD, None, None, ["The Tide Board met.", sentence], [])])
        asked = "When did Tarn sign the pact on tides?"
        assert reply(asked, index, Context(), SentenceReader(lambda: stub))[0].status == status


@given(st.text(), st.text())
def test_any_texts_are_compared(question: str, sentence: str) -> None:
    for asked in (read(question), read("Who is the mayor of Tarn?"), read("Did Tarn sign?")):
        assert only_wanted(asked, sentence) in (True, False)
        assert of_another_office(asked, sentence) in (True, False)


def test_what_is_anothers_is_offered_at_most() -> None:
    sentence = "The office will be in Tarn's capital, Mora."
    index = Index([record(THIRD, None, None, [sentence], [])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: "Mora"})))
    assert reply("what is the capital of Osmark?", index, Context(), reader)[0].answer is None
    assert reply("what is the capital of Tarn?", index, Context(), reader)[0].answer is not None


def test_a_fact_of_a_plan_is_not_told_as_done() -> None:
    plans = "The Tide Board plans to hire 40 pilots from abroad."
    fact: Line = (plans, "how_many", "How many pilots does the Tide Board plan to hire from abroad?", "40")
    index = Index([record(THIRD, None, None, [plans], [fact])])
    reader = SentenceReader(lambda: StubReader(marks({plans: "40"}, logit=2.0)))

    def answer(question: str) -> str | None:
        given_ = reply(question, index, Context(), reader)[0].answer
        return given_.answer if given_ is not None else None

    assert answer("How many pilots has the Tide Board hired from abroad?") is None
    assert answer("How many pilots does the Tide Board plan to hire from abroad?") == "40"
