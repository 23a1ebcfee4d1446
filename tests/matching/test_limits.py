"""What limits an answer is said with it: an exception, a condition, for whom alone."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.limits import limited
from bot.matching.reading import SentenceReader
from bot.replies import Answer, Context
from bot.wording.press import name_of, named_in


def answer(sentence: str, begin: int, end: int, kind: str, said: str | None = None) -> Answer:
    day = datetime.date(2024, 10, 12)
    words = said or sentence[begin:end]
    return Answer("f" * 16, "", words, kind, sentence, None, day, None, "a", None, 1.0, marked=(begin, end), read=True)  # type: ignore[arg-type]


def told(question: str, marked: str, said: str | None = None) -> str:
    sentence = marked.replace("<", "").replace(">", "")
    kind = "yes_no" if said in ("Yes", "No") else "what"
    return limited(answer(sentence, marked.index("<"), marked.index(">") - 1, kind, said), question).answer


@pytest.mark.parametrize(
    ("question", "marked", "expected"),
    [
        # exceptions, right behind or of all
        ("When is it open?", "The museum is open <daily> except on Saturdays.", "daily except on Saturdays"),
        ("When is it open?", "It is open <every day>, other than on feasts.", "every day, other than on feasts"),
        ("Who signed?", "<All members> but Norland signed the pact.", "All members but Norland"),
        ("Who signed?", "<All members> of the union but Norland signed.", "All members of the union but Norland"),
        ("Who signed?", "<All members> signed on Friday, except Sarn and Tarn.", "All members, except Sarn and Tarn"),
        ("What is the fee?", "The fee is <3 crowns>, excluding tax.", "3 crowns, excluding tax"),
        # conditions, wherever they stand in the clause
        (
            "Who buys it?",
            "It will be sold to <Norland> in May if the council agrees.",
            "Norland, if the council agrees",
        ),
        ("Who buys it?", "If the council agrees, it will be sold to <Norland>.", "Norland, if the council agrees"),
        (
            "Who would close the pier?",
            "The leader, <Ada Wren>, said that she would close the pier if she won.",
            "Ada Wren, if she won",
        ),
        ("Who may vote?", "<Members> may vote as long as they have paid.", "Members, as long as they have paid"),
        ("What is planned?", "They will <sell the mill>, subject to a survey.", "sell the mill, subject to a survey"),
        # the exception itself is no answer without what it is taken from
        ("Who signed?", "All members but <Norland> signed the pact.", "All members but Norland"),
        ("When is it open?", "It is open daily except <on Saturdays>.", "It is open daily except on Saturdays"),
    ],
)
def test_what_limits_an_answer_is_said_with_it(question: str, marked: str, expected: str) -> None:
    assert told(question, marked) == expected


@pytest.mark.parametrize(
    ("marked", "said", "expected"),
    [
        ("<The museum is open daily> except on Saturdays.", "Yes", "Yes, except on Saturdays"),
        ("<All members but Norland signed> the pact.", "Yes", "Yes, all members but Norland"),
        ("<The ferry will run from May> if the council agrees.", "Yes", "Yes, if the council agrees"),
        ("<Ada Wren said that the ferry will run> if the bank agrees.", "Yes", "Yes, if the bank agrees"),
        ("<Entry is free> only for members.", "Yes", "Yes, only for members"),
        ("<Parking stays free> for residents only.", "Yes", "Yes, for residents only"),
        ("<The mill will not be sold> unless the bank agrees.", "No", "No, unless the bank agrees"),
    ],
)
def test_a_yes_or_no_has_its_limit_behind_it(marked: str, said: str, expected: str) -> None:
    assert told("Is it?", marked, said) == expected


def test_what_is_said_of_an_exception_is_not_limited_by_it() -> None:
    assert told("Is it open on Saturdays?", "<The museum is open daily> except on Saturdays.", "No") == "No"
    assert told("Is it open on feasts?", "<It is open> except on the Saturdays, feasts and fairs.", "No") == "No"
    assert told("Did any guest sing?", "<No guest> other than Bo Lusk sang.", "Yes") == "Yes"


@pytest.mark.parametrize(
    ("question", "marked", "said"),
    [
        # the limit of another clause, or of something else
        ("Who chaired it?", "<Ada Wren> chaired the meeting, which will resume if the council agrees.", None),
        ("Who chaired it?", "<Ada Wren> chaired the meeting, and the ferry will run if the council agrees.", None),
        ("Who said so?", "<Ada Wren> said: “It would be sad if the ferry stopped.”", None),
        ("Who leads it?", "The leader, <Ada Wren>, has said that it would close if the ferry stopped.", None),
        ("Who leads it?", "<Ada Wren> told the guild that it would close unless the ferry ran.", None),
        ("Where is the museum?", "The museum on <Mill Lane> is open daily except on Saturdays.", None),
        ("Who signed?", "Ada Wren and <Dag Moe> signed, but the others did not.", None),
        # whether, not in case; in any case
        ("Who asked?", "<Ada Wren> asked if the ferry would run.", None),
        ("Does the ban hold?", "<The ban holds> even if it rains.", "Yes"),
        # what was done depends on nothing any more
        ("Who wrote?", "<Ada Wren> wrote to the board, unless we are mistaken.", None),
        # asked with it, or for it
        ("Will the ferry run if the council agrees?", "<The ferry will run> if the council agrees.", "Yes"),
        ("Who did not sign?", "All members but <Norland> signed the pact.", None),
    ],
)
def test_an_answer_stays_as_it_is_where_nothing_limits_it(question: str, marked: str, said: str | None) -> None:
    assert told(question, marked, said) == (said or marked[marked.index("<") + 1 : marked.index(">")])


def test_a_reply_and_what_is_shared_of_it_hold_the_limit() -> None:
    sentence = "The Lerrick ferry will be sold to Norland if the Tide Board agrees."
    index = Index([record(THIRD, None, None, [sentence], [])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: "Norland"})))
    said = reply("who will the lerrick ferry be sold to?", index, Context(), reader)[0].answer
    assert said is not None
    assert said.answer == "Norland if the Tide Board agrees"
    assert named_in(index.read_answer(0, 0), name_of(said)).answer == said.answer


def test_whether_all_did_is_not_said_of_all_but_one() -> None:
    sentence = "All members of the Tide Board but Dag Moe backed the sale."
    index = Index([record(THIRD, None, None, [sentence], [])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: sentence}, yes=0.98)))
    assert reply("did all members of the tide board back the sale?", index, Context(), reader)[0].status == "suggest"
    assert reply("did the members of the tide board back the sale?", index, Context(), reader)[0].status == "answer"


WORDS = "all members but Norland except on if unless the council agrees , . “ ” only for daily signed which and".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join) | st.text(min_size=1), st.data())
def test_an_answer_is_only_added_to(sentence: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(begin + 1, len(sentence)))
    whole = limited(answer(sentence, begin, end, "what"), "")
    assert sentence[begin:end].lower() in whole.answer.lower()
