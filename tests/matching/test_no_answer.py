"""What cannot be the answer is never given, whatever the reader makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.no_answer import (
    cannot_answer,
    has_day_within,
    is_of_another_time,
    is_of_the_others,
    is_only_amount,
    is_only_repeated,
    is_out_of_date,
    names_no_amount,
    takes_out,
)
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context, Reply
from facts.model import Meeting

FELL = "The level of the Sarn fell by 6 percent under Ada Wren, and her deputy measured it again."
SIGNED = "All ports but Tarn and Osmark signed the pact on tides."
TENTH = "Ada Wren chaired the 10th meeting of the Tide Board in Osmark."


def said(text: str, sentence: str, words: str, yes: float = 0.0, no: float = 0.0) -> Reply:
    index = Index([record(THIRD, None, None, ["The 9th meeting of the Tide Board was held in Tarn.", sentence], [])])
    stub = StubReader(marks({sentence: words}, yes=yes, no=no))
    return reply(text, index, Context(), SentenceReader(lambda: stub))[0]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who measured the level of the Sarn again?", "her deputy"),
        ("who measured the level of the Sarn again?", "it"),
        ("by how many metres did the level of the Sarn fall?", "6 percent"),
        ("how many metres did the level of the Sarn fall?", "The level of the Sarn"),
        ("who measured the level of the Sarn again?", "6"),
        ("where did the level of the Sarn fall?", "6"),
        ("why did the level of the Sarn fall?", "6"),
        ("who did the level of the Sarn fall under, not Ada Wren?", "Ada Wren"),
        ("which two people measured the level of the Sarn?", "Ada Wren"),
        ("what was the report on the level of the Sarn about?", "6 percent"),
        ("which river fell, the Sarn or another?", "6 percent"),
        ("which ones did Ada Wren measure, of the Sarn?", "6"),
    ],
)
def test_words_that_are_no_answer_are_offered_at_most(question: str, words: str) -> None:
    assert said(question, FELL, words).status == "suggest"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("under whom did the level of the Sarn fall?", "Ada Wren"),
        ("by how many percent did the level of the Sarn fall?", "6 percent"),
        ("by how much did the level of the Sarn fall?", "6 percent"),
        ("which percentage did the Sarn fall by?", "6 percent"),
        ("what fell under Ada Wren?", "The level of the Sarn"),
        ("which two people measured the level of the Sarn?", "Ada Wren, and her deputy"),
        ("which person measured the level of the Sarn?", "Ada Wren"),
    ],
)
def test_words_that_may_answer_are_given(question: str, words: str) -> None:
    answer = said(question, FELL, words).answer
    assert answer is not None
    assert answer.answer == words


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who chaired it, Ada Wren or Bo Lusk?", "Ada Wren chaired it.", "Ada Wren"),
        ("of Ada Wren and Bo Lusk, who chaired it?", "Ada Wren chaired it.", "Ada Wren"),
        ("who fishes in the South China Sea?", "China fishes there.", "China"),
        ("who announced the death of Cy Wren?", "Ada Wren announced the death of Cy Wren.", "Ada Wren"),
        ("when in may was it?", "It was on 3 May 2024.", "May"),
        ("what did they agree about the Sarn?", "They agreed to dredge the Sarn.", "dredge the Sarn"),
    ],
)
def test_what_is_named_to_choose_from_or_is_anothers_name_is_not_repeated(
    question: str, sentence: str, words: str
) -> None:
    begin = sentence.index(words)
    assert not is_only_repeated(read(question), sentence, (begin, begin + len(words)))


@pytest.mark.parametrize(
    ("question", "sentence", "decides"),
    [
        ("Did the meeting last four hours?", "The minutes of the last meeting were approved.", False),
        ("Did it cost £12,000?", "The cost was not told.", False),
        ("Did the meeting last four hours?", "The meeting lasted three hours.", True),
        ("Did the meeting last four hours?", "The meeting was over after an hour.", True),
        ("Was it on the first day?", "It was not on that day.", True),
        ("Did the meeting last long?", "The meeting did not last.", True),
    ],
)
def test_a_sentence_without_a_number_decides_nothing_of_an_amount(
    question: str, sentence: str, *, decides: bool
) -> None:
    assert names_no_amount(read(question), sentence) is not decides


def test_whom_a_question_names_is_not_its_answer() -> None:
    told = "Bo Lusk measured the level of the Sarn."
    assert said("who measured the level of the Sarn besides Lusk?", told, "Bo Lusk").answer is None
    assert said("who measured the level of the Sarn?", told, "Bo Lusk").answer is not None


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Which claim did the guild report?", True),
        ("What deficit did the guild report?", False),
        ("What damages did the guild report?", False),
        ("What loss did the guild report?", False),
    ],
)
def test_an_amount_is_no_answer_unless_it_is_asked_for(question: str, held: bool) -> None:
    told = "The guild reported £9 million."
    assert is_only_amount(read(question), told, (told.index("£"), len(told) - 1)) is held


def test_a_no_to_an_amount_needs_one() -> None:
    told = "The minutes of the last meeting of the Tide Board were approved."
    assert said("Did the meeting of the Tide Board last four hours?", told, "minutes", no=0.98).answer is None


def test_what_is_taken_out_is_not_answered_by_what_the_rest_did() -> None:
    assert said("Did Tarn sign the pact on tides?", SIGNED, SIGNED, yes=0.98).status == "suggest"
    assert said("Did Osmark sign the pact on tides?", SIGNED, SIGNED, yes=0.98).status == "suggest"
    assert said("Did the ports burn the pact on tides?", SIGNED, SIGNED, yes=0.98).status == "answer"


def test_what_is_asked_but_for_some_is_answered() -> None:
    assert said("Who signed the pact on tides apart from Tarn?", SIGNED, "All ports").status == "answer"
    assert said("Where did Tarn sign the pact on tides?", SIGNED, "ports").status == "suggest"


def test_but_between_clauses_takes_nothing_out() -> None:
    asked = read("Did Tarn refuse the pact?")
    assert not takes_out(asked, "The port of Osmark signed the pact, but Tarn refused it.")
    assert takes_out(asked, "Nobody but Tarn refused the pact.")


def test_another_meeting_of_the_series_does_not_answer() -> None:
    assert said("Who chaired the 9th meeting of the Tide Board?", TENTH, "Ada Wren").status == "none"
    assert said("Who chaired the 10th meeting of the Tide Board?", TENTH, "Ada Wren").status == "answer"


@given(st.text())
def test_any_words_are_judged(words: str) -> None:
    for question in ("how many came?", "who came?", "did she come?", "when?", ""):
        assert cannot_answer(read(question).analysis, words) in (True, False)


MET = "The Tide Board met on 2 May and will meet again on 5 June."


@pytest.mark.parametrize(
    ("question", "words", "status"),
    [
        ("when did the tide board meet?", "5 June", "suggest"),
        ("when did the tide board meet?", "2 May", "answer"),
        ("what date did the tide board meet?", "5 June", "suggest"),
        ("what date did the tide board meet?", "2 May", "answer"),
        ("what was the date of the tide board meeting?", "5 June", "suggest"),
        ("what was the date of the tide board meeting?", "2 May", "answer"),
        ("when did the tide board meet?", "will meet again on 5 June", "suggest"),
        ("when did the tide board meet?", "met on 2 May", "answer"),
        ("on what day will the tide board meet again?", "2 May", "suggest"),
        ("when will the tide board meet again?", "2 May", "suggest"),
        ("when will the tide board meet again?", "5 June", "answer"),
        ("when was the next tide board meeting scheduled?", "5 June", "answer"),
        ("when does the tide board meet again?", "5 June", "answer"),
    ],
)
def test_what_will_be_is_not_when_it_was(question: str, words: str, status: str) -> None:
    assert said(question, MET, words).status == status


def test_what_is_only_offered_says_neither_yes_nor_no() -> None:
    offered = said("Did Tarn sign the pact on tides?", SIGNED, "signed the pact", yes=0.98).suggestions[0]
    assert (offered.answer, offered.kind, offered.evidence) == ("signed the pact", "what", SIGNED)
    index = Index([record(THIRD, None, None, [SIGNED], [])])
    reader = SentenceReader(lambda: StubReader(marks({SIGNED: "signed the pact"}, yes=0.98)))
    told = reply("Did the ports back the pact on tides?", index, Context(), reader)[0].answer
    assert told is not None
    assert told.answer == "Yes"


@pytest.mark.parametrize(
    ("question", "stretch", "within"),
    [
        ("Was the tide fair on 10 October?", "from 9 to 11 October 2025", True),
        ("Was the tide fair on 11 October 2025?", "on 9-11 October", True),
        ("Was the tide fair on 1 October?", "from 29 September to 2 October", True),
        ("Was the tide fair on 12 October?", "from 9 to 11 October 2025", False),
        ("Was the tide fair on 10 October?", "on 9 October and 11 October", False),
        ("Was the tide fair in October?", "from 9 to 11 October 2025", False),
    ],
)
def test_a_day_is_within_a_stretch_of_days_that_is_told(question: str, stretch: str, within: bool) -> None:
    assert has_day_within(read(question), f"The tide fair was held in Brill {stretch}.") is within


@pytest.mark.parametrize(
    ("days", "status"), [("from 9 to 11 October 2025", "suggest"), ("on 9 October 2025", "answer")]
)
def test_a_day_within_a_stretch_that_is_told_is_not_denied(days: str, status: str) -> None:
    sentence = f"The tide fair was held in Brill {days}."
    meeting = Meeting("tide fair", (), "2025-10-09/2025-10-11", "Brill", None)
    index = Index([record(THIRD, None, meeting, [sentence], [])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: "held"}, yes=0.01, no=0.98)))
    assert reply("Was the tide fair on 10 October?", index, Context(), reader)[0].status == status


@pytest.mark.parametrize(
    ("question", "sentence", "number", "out_of_date"),
    [
        ("How old is Ada Wren?", "It was held from 20 to 22 May 2025 under Ada Wren.", "20", True),
        ("How many pilots came?", "On 3 May 2025 the pilots came.", "3", True),
        ("How many pilots came?", "On 3 May 2025 12 pilots came.", "12", False),
        ("How old is Ada Wren?", "Ada Wren, 34, was elected in May 2025.", "34", False),
        ("When did it end?", "It was held from 20 to 22 May 2025.", "22", False),
    ],
)
def test_a_number_of_a_date_counts_nothing(question: str, sentence: str, number: str, *, out_of_date: bool) -> None:
    begin = sentence.index(number)
    assert is_out_of_date(read(question), sentence, (begin, begin + len(number))) is out_of_date


def test_where_it_meets_next_is_not_where_it_met() -> None:
    assert is_of_another_time("where does the board meet next", "The board met in Tarn.", (17, 21))
    assert not is_of_another_time("where does the board meet next", "The board will meet in Brill.", (23, 28))
    assert not is_of_another_time("where did the board meet next", "The board met in Tarn.", (17, 21))


@pytest.mark.parametrize("words", ["here", "there"])
def test_here_is_no_place(words: str) -> None:
    assert cannot_answer(read("where will the talks go on?").analysis, words)


def test_how_a_meeting_was_held_is_told_by_no_verb_alone() -> None:
    asked = read("How was the meeting held?").analysis
    assert cannot_answer(asked, "attended")
    assert not cannot_answer(asked, "by video link")
    assert not cannot_answer(read("How was the motion decided?").analysis, "rejected")


@pytest.mark.parametrize(
    ("sentence", "words", "others"),
    [
        ("Nobody else spoke against the bridge.", "Nobody", True),
        ("Nobody else spoke against the bridge.", "Nobody else", True),
        ("None other was asked.", "None", True),
        ("Ada Wren and everyone else on the board spoke.", "everyone", True),
        ("Nobody spoke against the bridge.", "Nobody", False),
        ("Ada Wren and nobody else spoke.", "Ada Wren", False),
        ("Nobody from elsewhere spoke.", "Nobody", False),
    ],
)
def test_nobody_else_is_not_nobody(sentence: str, words: str, others: bool) -> None:
    begin = sentence.index(words)
    assert is_of_the_others(read("Who spoke against the bridge?"), sentence, (begin, begin + len(words))) is others


def test_what_puts_another_in_the_place_of_who_was_asked_for_is_answered_by_no_number() -> None:
    split = "The lock costs 9 crowns, the weir of the Tide Board 51."
    index = Index([record(THIRD, None, None, [split, "Bo Lusk spoke for the weir of the Tide Board."], [])])

    def status(before: str) -> str:
        reader = SentenceReader(lambda: StubReader(marks({split: "51"})))
        return reply("and for the weir of the Tide Board?", index, Context(question=before), reader)[0].status

    assert status("How much does the lock cost?") == "answer"
    assert status("Who spoke for the lock?") == "suggest"


def test_a_fee_may_rise_by_a_share_but_is_none() -> None:
    assert not cannot_answer(read("mooring fee increase in May").analysis, "3 per cent")
    assert cannot_answer(read("mooring fee in May").analysis, "3 per cent")
