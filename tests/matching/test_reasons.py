"""What answers "why" is told as the reason or the purpose of the deed that is asked about."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import said
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marking, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.reasons import tells_no_reason, tells_only_when, whole_reason
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

BACKED = "The Tide Board backed a new lock by six votes to two and refused a plan to raise tolls at Tarn."
TWO = "The Tide Board shut the weir to spare the salmon and sold its barge because the hull had rusted."


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("why did the tide board back a new lock?", BACKED, "a plan to raise tolls at Tarn"),
        ("why did the tide board back a new lock?", BACKED, "refused a plan"),
        ("why did the tide board refuse the plan?", BACKED, "to raise tolls"),
        ("why did the tide board shut the weir?", TWO, "the hull had rusted"),
        ("why did the tide board sell its barge?", TWO, "to spare the salmon"),
        ("why did the tide board decide on the lock?", "The Tide Board decided to buy a lock.", "to buy a lock"),
        ("on what grounds did the tide board turn down Ada Wren?", "The Tide Board turned down Ada Wren.", "Ada Wren"),
        ("why did Ada Wren retire?", "Ada Wren, clerk of the Tide Board since 2003, did retire.", "did retire"),
        ("why did the tide board meet?", "The Tide Board met in Osmark with Ada Wren.", "Ada Wren"),
        (
            "why did the tide board ban Ada Wren?",
            "The Tide Board banned Ada Wren for May during a long session.",
            "a long session",
        ),
        ("why was Bo Lusk of the tide board absent?", "Absent: Bo Lusk (Tide Board), harbour pilot.", "harbour pilot"),
        ("why did the tide board pass the lock?", "The Tide Board passed the lock as a sluice of class 2.", "sluice"),
        ("why was Bo Lusk absent?", "Absent: Bo Lusk, Ada Wren (Tide Board; ill).", "ill"),
        (
            "why did Ada Wren go home?",
            "Ada Wren left the Tide Board and went home after the tea break.",
            "after the tea break",
        ),
        (
            "why did Ada Wren leave?",
            "Ada Wren left the Tide Board after the treasurer's report.",
            "the treasurer's report",
        ),
        ("why did Ada Wren step down?", "Ada Wren of the Tide Board stepped down after two years.", "after two years"),
    ],
)
def test_what_is_no_reason_of_the_deed_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert said(question, sentence, words).answer is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("why did the tide board shut the weir?", TWO, "to spare the salmon"),
        ("on what grounds did the tide board sell its barge?", TWO, "the hull had rusted"),
        ("why did the tide board sit?", "The Tide Board sat since the weir had burst.", "the weir had burst"),
        ("why did the tide board sell its barge?", TWO, "the hull had rusted"),
        ("why did the tide board sell its barge?", TWO, "because the hull had rusted"),
        (
            "why did the tide board meet late?",
            "The Tide Board met late after the ferry broke down.",
            "the ferry broke down",
        ),
        ("why did the tide board meet late?", "A broken ferry meant that the Tide Board met late.", "A broken ferry"),
        (
            "why was the tide board missing?",
            "Also missing was the Tide Board, whose ferry broke down.",
            "whose ferry broke down",
        ),
        ("why was the tide board fined?", "The Tide Board was fined for dumping silt.", "dumping silt"),
        (
            "why did Ada Wren oppose the lock?",
            "Ada Wren opposed the lock, saying it would flood Tarn.",
            "it would flood Tarn",
        ),
        ("what was the aim of the tide board?", "The aim of the Tide Board is cleaner water.", "cleaner water"),
        ("what did the tide board refuse?", BACKED, "a plan to raise tolls at Tarn"),
    ],
)
def test_a_reason_or_a_purpose_of_the_deed_is_given(question: str, sentence: str, words: str) -> None:
    answer = said(question, sentence, words).answer
    assert answer is not None
    assert answer.answer == words


SISTER = "Ada Wren declared an interest, her sister being the owner, and left the room of the Tide Board."
NOT_HERS = "Ada Wren spoke, her sister being the owner, and Bo Lusk left the room of the Tide Board."
SAFE = "As it did not keep the river clean, the Tide Board lacked trust and was therefore not paid by Tarn."
NEEDED = "The Tide Board heard of a plan, which is important for having a harbour that all the ports can use."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "reason"),
    [
        # a participle behind what was done, and between two deeds of one
        (
            "why did Ada Wren abstain?",
            "Ada Wren abstained, being the owner's sister.",
            "being the owner's sister",
            True,
        ),
        ("why did Ada Wren abstain?", "Ada Wren abstained, being the owner's sister.", "owner's sister", True),
        ("why did Ada Wren leave the room?", SISTER, "being the owner", True),
        ("why did Ada Wren abstain?", "Ada Wren abstained, having sold the barge.", "sold the barge", True),
        ("why did Bo Lusk leave the room?", NOT_HERS, "being the owner", False),
        # "so" with who it is for, and what something is important for
        (
            "why is the crew guarded?",
            "The crew is guarded so they keep the ferry going.",
            "so they keep the ferry",
            True,
        ),
        ("why is the plan important?", NEEDED, "a harbour that all the ports can use", True),
        ("why was the plan heard?", "The plan was heard and is hard for a port to use.", "hard for a port", False),
        # told as what the deed comes of
        ("why was the tide board not paid?", SAFE, "lacked trust", True),
        ("why was the tide board not paid?", SAFE.replace("therefore ", ""), "lacked trust", False),
        # and what another one's deed does
        ("why does Osmark pay?", "Brill pays because it can; Osmark pays a tenth.", "it can", False),
        ("why was Osmark not paid?", "Osmark wrote to Brill, but was not paid as it was late.", "it was late", True),
        ("why was Osmark not paid?", "Osmark wrote; it was not paid because it was late.", "it was late", True),
        ("why does Brill pay?", "Brill pays because it can; Osmark pays a tenth.", "it can", True),
        ("why does Osmark pay?", "The port pays because it can; Osmark pays because it must.", "it must", True),
        # a line of notes, but no sentence of its own
        ("why was it not sent to Tarn?", "too heavy for the ferry", "too heavy for the ferry", True),
        ("why was it not sent to Tarn?", "Ada Wren met Bo Lusk.", "Ada Wren met Bo Lusk", False),
        ("why was it not sent to Tarn?", "Tide Board", "Tide Board", False),
    ],
)
def test_what_a_deed_comes_of_is_its_reason(question: str, sentence: str, words: str, reason: bool) -> None:
    begin = sentence.index(words)
    assert tells_no_reason(read(question), sentence, (begin, begin + len(words))) is not reason


@pytest.mark.parametrize(
    ("words", "sentence", "whole"),
    [
        (
            "the hull",
            "The Tide Board sold its barge because the hull had rusted, Ada Wren said.",
            "the hull had rusted",
        ),
        (
            "hull",
            "The Tide Board sold its barge since the hull had rusted and its engine failed.",
            "the hull had rusted",
        ),
        ("the hull", "The Tide Board sold its barge for the hull.", "the hull"),
        ("had rusted", "The Tide Board sold its barge because the hull had rusted.", "had rusted"),
    ],
)
def test_of_a_reason_all_of_the_clause_is_told(words: str, sentence: str, whole: str) -> None:
    answer = said("why did the tide board sell its barge?", sentence, words).answer
    assert answer is not None
    assert answer.answer == whole


def test_a_facts_deed_is_no_reason_either() -> None:
    fact: Line = (BACKED, "what", "What did the Tide Board refuse?", "a plan to raise tolls at Tarn")
    index = Index([record(THIRD, None, None, [BACKED], [fact])])
    stub = StubReader(marks({}))
    answered = reply("why did the Tide Board refuse?", index, Context(), SentenceReader(lambda: stub))[0]
    assert answered.answer is None
    given_ = reply("what did the Tide Board refuse then?", index, Context(), SentenceReader(lambda: stub))[0].answer
    assert given_ is not None


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    assert tells_no_reason(read("why did it meet?"), text, (begin, end)) in (True, False)


@pytest.mark.parametrize(
    ("question", "words", "only_when"),
    [
        ("Why did she leave?", "after the tea break", True),
        ("Why did she leave?", "after her speech", True),
        ("Why did she leave?", "following the opening", True),
        ("Why did she resign?", "after eleven years", True),
        # What befell whoever did it, or them all, may be why.
        ("Why did she leave?", "after a quarrel over tolls", False),
        ("Why did she leave?", "after the chair refused her motion", False),
        ("Why did she leave?", "after a speech against the pilots", False),
        ("Why did she resign?", "after the report", False),
        ("Why did she resign?", "after ten years of unpaid work", False),
        ("When did she leave?", "after the tea break", False),
    ],
)
def test_a_point_of_the_meeting_or_an_hour_is_when_and_no_reason(question: str, words: str, *, only_when: bool) -> None:
    sentence = f"She did so {words}, as the minutes have it."
    begin = sentence.index(words)
    bare = begin + len(words.split()[0]) + 1
    for first in (begin, bare):
        assert tells_only_when(read(question), sentence, (first, begin + len(words))) is only_when


def test_it_is_no_reason_however_sure_the_reader_is() -> None:
    told = "Ada Wren of the Tide Board went home after the tea break."
    index = Index([record(THIRD, None, None, [told], [])])
    sure = dataclasses.replace(marking(told, "after the tea break"), probability=0.97)
    stub = StubReader(lambda _, passage: sure if passage.sentence == told else marking(passage.sentence, "", -8.0))
    question = "Why did Ada Wren of the Tide Board go home?"
    assert reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer is None


@pytest.mark.parametrize("title", ['"Why the Weir Sank"', "“Why the Weir Sank”", "'Why the Weir Sank'"])
def test_the_why_of_a_title_asks_for_no_reason(title: str) -> None:
    told = "Ada Wren read from her novel Why the Weir Sank."
    assert not tells_no_reason(read(f"Who wrote {title}?"), told, (0, 8))
    assert tells_no_reason(read(f"Why did Ada Wren write {title}?"), told, (0, 8))


@pytest.mark.parametrize(
    ("sentence", "marked", "told"),
    [
        ("The loan was withheld until the surveyor had seen the mill.", "surveyor had seen the mill", None),
        (
            "The loan was put on hold until after the surveyor has seen the mill.",
            "the surveyor has seen the mill",
            None,
        ),
        ("The loan was put off until 4 May.", "until 4 May", "time"),
        ("The loan was put off until the next meeting.", "until the next meeting", "time"),
        ("The loan was put off until further notice.", "further notice", "time"),
    ],
)
def test_what_is_waited_for_is_told_with_its_until(sentence: str, marked: str, told: str | None) -> None:
    asked, begin = read("Why was the loan put off?"), sentence.index(marked)
    span = whole_reason(asked, sentence, (begin, begin + len(marked)))
    assert sentence[slice(*span)].startswith("until ")
    assert tells_only_when(asked, sentence, span) is (told == "time")
    assert told == "time" or not tells_no_reason(asked, sentence, span)


@pytest.mark.parametrize(
    ("sentence", "words", "is_none"),
    [
        ("The fair was held in Osk, the hall in Tarn having burnt down.", "the hall in Tarn having burnt down", False),
        ("The fair was held in Osk, the old port of Tarn.", "the old port of Tarn", True),
    ],
)
def test_what_had_come_about_is_a_reason(sentence: str, words: str, is_none: bool) -> None:
    begin = sentence.index(words)
    assert tells_no_reason(read("Why was the fair not in Tarn?"), sentence, (begin, begin + len(words))) is is_none
