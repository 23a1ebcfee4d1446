"""Who did what is told of that deed, and what was said is told as said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import said
from quay_works import THIRD, Line, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.otherwise.deeds import is_by_another_deed, is_no_saying, is_only_ruled_on
from bot.matching.reading import SentenceReader
from bot.question import read
from bot.replies import Context

MOVED = "Ada Wren moved the motion on tides, which was seconded by Bo Lusk."
CARRIED = "The Tide Board adopted the motion on tides."
SPOKE = "Ada Wren spoke about the tides of Tarn."
SAID = "Ada Wren said the tides of Tarn were rising."
QUOTED = "“Slow and brown” is how Ada Wren put the tides of Tarn."
BUILT = "Ada Wren said the weir of Tarn, built in 1931, held back the tides."
RETIRES = "The clerk of the Tide Board, Ada Wren, will retire in March."
AWAY = "Bo Lusk, who was away, was represented at the Tide Board by Ada Wren."
RESIGNED = "Ada Wren resigned as clerk of the Tide Board, and Bo Lusk was thanked as its treasurer."
ELECTED = "The Tide Board elected Bo Lusk as its clerk."
REJECTED = "The Tide Board rejected a merger with the Lock Union on tides."
FEES = "Bo Lusk abstained from the vote on fees at the Tide Board."
CHAIRED = "The meeting of the Tide Board was chaired by Ada Wren."
CAME = "Ada Wren came to the meeting of the Tide Board."
GAVE = "Ada Wren gave the Tide Board a chart of tides."


CONSIDERED = "Members considered the application of Ada Wren for a slipway."


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("who applied for a slipway?", True),
        ("who considered the application for a slipway?", False),
        ("who talked about the slipway?", False),
    ],
)
def test_who_dealt_with_a_thing_is_not_who_did_it(question: str, *, asked: bool) -> None:
    assert is_by_another_deed(read(question), CONSIDERED, (0, 7)) is asked


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who carried the motion on tides?", MOVED, "Ada Wren"),
        ("who passed the motion on tides?", MOVED, "Bo Lusk"),
        ("who seconded the motion on tides?", MOVED, "Ada Wren"),
        ("who opposed the motion on tides?", MOVED, "Ada Wren"),
        ("who will replace the clerk of the tide board?", RETIRES, "Ada Wren"),
        ("who is the new clerk of the tide board?", RESIGNED, "Ada Wren"),
        ("who is taking over as clerk of the tide board?", RESIGNED, "Bo Lusk"),
        ("who stood in at the tide board?", AWAY, "Bo Lusk"),
        ("who built the weir of Tarn?", BUILT, "Ada Wren"),
        ("who was at the meeting of the tide board?", CHAIRED, "Ada Wren"),
        ("who was at the Tide Board?", CHAIRED, "Ada Wren"),
        ("who did the tide board merge with?", REJECTED, "the Lock Union"),
        ("who abstained on the tolls at the tide board?", FEES, "Bo Lusk"),
        ("what did Ada Wren say about the tides?", SPOKE, "the tides of Tarn"),
        ("what did Ada Wren say about the tides?", GAVE, "a chart of tides"),
        ("what did Ada Wren think of the tides?", GAVE, "a chart of tides"),
    ],
)
def test_another_deed_is_offered_at_most(question: str, sentence: str, words: str) -> None:
    assert said(question, sentence, words).answer is None


def test_who_stands_right_before_the_verb_asked_by_is_told_for_who_stands_elsewhere() -> None:
    answer = said("who moved the motion on tides?", MOVED, "Bo Lusk").answer
    assert answer is not None
    assert answer.answer == "Ada Wren"


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("who was at the meeting of the tide board?", CAME, "Ada Wren"),
        ("who was chairing the meeting of the tide board?", CHAIRED, "Ada Wren"),
        ("who moved the motion on tides?", MOVED, "Ada Wren"),
        ("who proposed the motion on tides?", MOVED, "Ada Wren"),
        ("who seconded the motion on tides?", MOVED, "Bo Lusk"),
        ("who passed the motion on tides?", CARRIED, "The Tide Board"),
        (
            "who will replace the clerk of the tide board?",
            "Bo Lusk will be the new clerk of the Tide Board.",
            "Bo Lusk",
        ),
        ("who is the new clerk of the tide board?", ELECTED, "Bo Lusk"),
        ("who took over as clerk?", "Ada Wren retired as clerk of the Tide Board; Bo Lusk follows her.", "Bo Lusk"),
        ("who stood in at the tide board?", AWAY, "Ada Wren"),
        ("who chaired the tide board?", "In the absence of Bo Lusk, Ada Wren chaired the Tide Board.", "Ada Wren"),
        ("who will retire as clerk of the tide board?", RETIRES, "Ada Wren"),
        ("who said the weir of Tarn held?", BUILT, "Ada Wren"),
        ("who will leave Tarn?", "Ada Wren said she would leave Tarn.", "Ada Wren"),
        ("who did the tide board reject a merger with?", REJECTED, "the Lock Union"),
        ("who was a loan asked of?", "The Tide Board refused a loan to the Lock Union.", "the Lock Union"),
        ("who did the tide board merge with?", "The Tide Board merged with the Lock Union.", "the Lock Union"),
        ("who abstained on fees at the tide board?", FEES, "Bo Lusk"),
        ("when will the tide board vote on tolls?", "The Tide Board is to vote on it on 9 May.", "9 May"),
        ("who abstained on the tolls?", "On tolls Bo Lusk abstained from the vote on the bill.", "Bo Lusk"),
        ("what did Ada Wren say about the tides?", SAID, "the tides of Tarn were rising"),
        ("what did Ada Wren say about the tides?", QUOTED, "Slow and brown"),
        ("what does Ada Wren think the Tide Board needs?", "Ada Wren: the Tide Board needs a chart.", "a chart"),
        ("what did Ada Wren speak about?", SPOKE, "the tides of Tarn"),
        ("what did Ada Wren give the Tide Board?", GAVE, "a chart of tides"),
    ],
)
def test_the_deed_that_is_asked_about_is_given(question: str, sentence: str, words: str) -> None:
    answer = said(question, sentence, words).answer
    assert answer is not None
    assert answer.answer == words


@pytest.mark.parametrize(
    ("question", "words", "sentence", "whole"),
    [
        ("what did Ada Wren say?", "that two", "Ada Wren said that two locks had burst.", "that two locks had burst"),
        ("what did Ada Wren say?", "two locks", "Ada Wren said that two locks had burst, but stayed on.",
         "two locks had burst"),
        ("what did Ada Wren say?", "two locks had burst", "Ada Wren said two locks had burst.", "two locks had burst"),
        ("who said that?", "Ada Wren", "Ada Wren said that two locks had burst.", "Ada Wren"),
        ("how many locks had burst?", "two", "Ada Wren said that two locks had burst.", "two"),
    ],
)  # fmt: skip
def test_what_was_said_is_told_to_its_end(question: str, words: str, sentence: str, whole: str) -> None:
    answer = said(question, sentence, words).answer
    assert answer is not None
    assert answer.answer == whole


def test_a_facts_mover_did_not_carry_the_motion_either() -> None:
    fact: Line = (MOVED, "who", "Who moved the motion on tides?", "Ada Wren")
    index = Index([record(THIRD, None, None, [MOVED], [fact])])
    stub = StubReader(marks({}))

    def answer(question: str) -> str | None:
        given_ = reply(question, index, Context(), SentenceReader(lambda: stub))[0].answer
        return given_.answer if given_ is not None else None

    assert answer("who moved the motion on the tides?") == "Ada Wren"
    assert answer("who carried the motion on the tides?") is None


def test_a_misspelt_deed_is_the_one_that_it_means_of_a_fact_too() -> None:
    fact: Line = (MOVED, "who", "Who moved the motion on tides?", "Ada Wren")
    index = Index([record(THIRD, None, None, [MOVED], [fact])])
    reader = SentenceReader(lambda: StubReader(marks({MOVED: "Ada Wren"}, logit=3.0)))
    for verb, status in (("moved", "answer"), ("secondd", "suggest")):
        assert reply(f"who {verb} the motion on the tides?", index, Context(), reader)[0].status == status


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    assert is_by_another_deed(read("who carried the motion?"), text, (begin, end)) in (True, False)
    assert is_no_saying(read("what did she say about it?"), text, (begin, end)) in (True, False)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who represented the lock guild?", "Ada Wren, President of the Lock Guild"),
        ("who represented the lock guild?", "Ada Wren, chair of the Lock Guild, took a seat."),
        ("who opened the fair for the lock guild?", "Ada Wren, host of the Lock Guild, was first to come to the fair."),
        ("who voted against the tolls?", "Ada Wren asked for her vote against the tolls to be noted."),
        ("who will visit the weir?", "Ada Wren spoke about her visit to the weir."),
    ],
)
def test_what_somebody_is_or_tells_of_themselves_is_no_other_deed(question: str, sentence: str) -> None:
    assert not is_by_another_deed(read(question), sentence, (0, 8))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who represented the lock guild?", "Ada Wren, who chairs the Lock Guild, took a seat."),
        ("who represented the lock guild?", "Ada Wren, chairing the Lock Guild, took a seat."),
        ("who voted against the tolls?", "Ada Wren asked for a vote against the tolls."),
    ],
)
def test_what_somebody_does_or_tells_of_others_is_another_deed(question: str, sentence: str) -> None:
    assert is_by_another_deed(read(question), sentence, (0, 8))


@pytest.mark.parametrize(("question", "is_anothers"), [("whose bill passed?", False), ("who passed the bill?", True)])
def test_whose_it_is_may_be_asked(question: str, *, is_anothers: bool) -> None:
    assert is_by_another_deed(read(question), "Ada Wren's bill passed the house.", (0, 8)) is is_anothers


@pytest.mark.parametrize(
    ("question", "sentence", "is_done_to"),
    [
        ("who convened the clerks of the ports?", "Ada Wren, Clerk, Port of Tarn", True),
        ("who chaired the board before Bo Lusk?", "Ada Wren, who led the board for years, makes way.", False),
        ("who invited the pilots?", "Ada Wren, harbour pilot of Tarn, was there.", True),
        ("who invited the pilots?", "Ada Wren, harbour pilot of Tarn, invited the others.", False),
        ("who represented the pilots?", "Ada Wren, harbour pilot of Tarn, was there.", False),
        ("who came as clerk of Tarn?", "Ada Wren, Clerk, Port of Tarn", False),
        ("who did the pilots invite?", "Ada Wren, harbour pilot of Tarn, was there.", False),
        ("who leads the pilot union?", "Ada Wren, harbour pilot of Tarn, was there.", False),
    ],
)
def test_those_to_whom_it_is_done_do_not_do_it(question: str, sentence: str, *, is_done_to: bool) -> None:
    assert is_by_another_deed(read(question), sentence, (0, 8)) is is_done_to


LED = "Ada Wren%s the meeting of the Tide Board."


@pytest.mark.parametrize(
    ("told", "given"),
    [
        (" did not chair", False),
        (", the harbour master, didn't chair", False),
        (" never led", False),
        ("'s deputy chaired", False),
        ("’s deputy chaired", False),
        (" opened", False),
        (" chaired", True),
        (" opened and chaired", True),
        (" did not only chair", True),
    ],
)
def test_whoever_did_not_chair_or_only_opened_a_meeting_did_not_chair_it(told: str, given: bool) -> None:
    answer = said("who chaired the meeting of the tide board?", LED % told, "Ada Wren").answer
    assert (answer is not None) is given


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who opened the meeting of the tide board?", " opened"),
        ("who did not chair the meeting of the tide board?", " did not chair"),
        ("who missed the meeting of the tide board?", " did not attend"),
    ],
)
def test_whoever_did_not_do_it_is_told_where_that_is_asked(question: str, told: str) -> None:
    assert not is_by_another_deed(read(question), LED % told, (0, 8))


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who was clerk before?", ELECTED, True),
        ("Who was the previous clerk?", ELECTED, True),
        ("Who was clerk before?", "The Tide Board elected Bo Lusk as its clerk; Ada Wren held the post before.", False),
        ("Who was elected clerk before the vote on tides?", ELECTED, False),
        ("Who was elected clerk?", ELECTED, False),
    ],
)
def test_who_was_there_before_is_not_who_is_new(question: str, sentence: str, *, other: bool) -> None:
    begin = sentence.index("Bo Lusk")
    assert is_by_another_deed(read(question), sentence, (begin, begin + 7)) is other


@pytest.mark.parametrize(
    ("question", "sentence", "words", "only_topic"),
    [
        ("What did the court rule?", "The court ruled on the appeal of Tarn.", "the appeal of Tarn", True),
        ("What did the court rule on the tolls?", "The court ruled on an appeal.", "appeal", True),
        ("What did the court rule on?", "The court ruled on the appeal of Tarn.", "the appeal of Tarn", False),
        ("What did the court rule?", "The court ruled that the toll was void.", "the toll was void", False),
        ("What did the court settle?", "The court ruled on the appeal of Tarn.", "the appeal of Tarn", False),
    ],
)
def test_what_was_ruled_is_not_what_it_was_ruled_on(
    question: str, sentence: str, words: str, *, only_topic: bool
) -> None:
    begin = sentence.index(words)
    assert is_only_ruled_on(read(question), sentence, (begin, begin + len(words))) is only_topic
