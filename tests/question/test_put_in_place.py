"""“and X?” in full, where it is clear whose place X takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.question import Question, read
from bot.question.put_in_place import in_year, placed


def put_in_place(question: Question, before: str) -> str | None:
    found = placed(question, before)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("question", "before", "full"),
    [
        ("and Kenya?", "How much did Norway pledge to Osmark?", "How much did Kenya pledge to Osmark?"),
        ("and kenya", "how much did norway pledge", "how much did kenya pledge"),
        ("what about Lusk?", "What did Wren propose?", "What did Lusk propose?"),
        ("and Bo Lusk?", "Did Ada Wren come to the meeting?", "Did Bo Lusk come to the meeting?"),
        (
            "and cobrix?",
            "Did Wexel join the talks at the Pilot House?",
            "Did cobrix join the talks at the Pilot House?",
        ),
        ("and slips?", "How many crowns will go to tall gates?", "How many crowns will go to slips?"),
        ("and the pool?", "When does the library open?", "When does the pool open?"),
        ("and what about the debts?", "How large are the savings of Tarn?", "How large are the debts of Tarn?"),
        ("and the clerk?", "Who is the mayor?", "Who is the clerk?"),
        ("and eels?", "Who chairs the trout group?", "Who chairs the eels group?"),
        # Bodies stand for bodies, in small letters and without an article, too.
        ("and the mill council", "how much did the lock board pledge", "how much did the mill council pledge"),
        ("and mill council?", "What did Ada Wren tell the Lock Board?", "What did Ada Wren tell the mill council?"),
        (
            "what about the Mill Town Council?",
            "When did the board of Quay Foods meet?",
            "When did the Mill Town Council meet?",
        ),
        ("and the Lock Board?", "Where did the ferry ministers meet?", "Where did the Lock Board meet?"),
        (
            "and the Lock Board?",
            "Who chaired the Mill Council meeting in Brill?",
            "Who chaired the Lock Board meeting in Brill?",
        ),
        ("and the mill council?", "How much did the Weir Guild pledge?", "How much did the mill council pledge?"),
        ("and the Tarn mill?", "When will the Brill mill be shut?", "When will the Tarn mill be shut?"),
        ("and the Tarn bridge?", "When will the Brill mill be shut?", "When will the Tarn bridge be shut?"),
        ("and the Tarn mill?", "When will the Brill bridge close?", "When will the Tarn mill close?"),
        # A month stands for a month, with its year or without.
        ("and in June?", "What will be shut in May?", "What will be shut in June?"),
        ("and june", "how much was spent in may 2024", "how much was spent in june 2024"),
        ("what about in June 2025?", "What did it cost in May 2024?", "What did it cost in June 2025?"),
        # A year stands for a year.
        ("and in 2025?", "How much was spent in 2024?", "How much was spent in 2025?"),
        ("what about 2025", "What was the 2024 budget? ", "What was the 2025 budget? "),
    ],
)
def test_it_takes_the_place_of_the_only_one_of_its_sort(question: str, before: str, full: str) -> None:
    assert put_in_place(read(question), before) == full


@pytest.mark.parametrize(
    ("question", "before"),
    [
        # Of two it is not clear which, and a body is no person.
        ("and Falk?", "Who told Wren of Lusk?"),
        ("and the fund?", "What did the guild say of the tolls?"),
        ("and slips?", "How many crowns will go to lock gates?"),
        ("and Bo Lusk?", "Who attended the Lock Board?"),
        ("and the clerk?", "Who chaired the Lock Board meeting?"),
        # Another thing of the same is asked for.
        ("and the date?", "Who moved the motion?"),
        ("and the venue?", "When was the fair?"),
        ("and who seconded it?", "Who moved the motion?"),
        ("and in 2024?", "How much did Norway pledge?"),
        ("and the others?", "Who moved the motion?"),
        ("Kenya", "How much did Norway pledge?"),
        # Of two bodies or months it is not clear which; a day, a surname and a verb are no months.
        ("and the mill council?", "What did the Lock Board offer the Weir Union?"),
        ("and the mill council?", "What did Ada Wren propose?"),
        ("and the Tarn mill?", "When will the Marigold open?"),
        ("and in June?", "How much more was spent in May than in April?"),
        ("and in June?", "Who came on 3 May?"),
        ("and in June?", "who may vote?"),
        ("and in 2025?", "Who came on 3 May 2024?"),
        ("and in 2025?", "Was more spent in 2024 than in 2023?"),
    ],
)
def test_else_it_is_left_as_it_was_said(question: str, before: str) -> None:
    assert put_in_place(read(question), before) is None


@given(st.text(max_size=40), st.text(max_size=80))
def test_it_takes_any_text(question: str, before: str) -> None:
    put_in_place(read(f"and {question}"), before)


@pytest.mark.parametrize(
    ("question", "before", "dated"),
    [
        ("and in 2023?", "How many boats has the Osmark guild?", "How many boats has the Osmark guild in 2023?"),
        ("and in 2023?", "How many boats had it in May?", None),
        ("and in 2023?", "How many boats had it?", None),
        ("and in 2023?", "Who chaired the meeting?", None),
        ("and in Tarn?", "How many boats has the Osmark guild?", None),
        ("and ten years ago?", "How high was the toll last year?", "How high was the toll ten years ago?"),
        ("and a year ago?", "What does the Osmark guild owe?", "What does the Osmark guild owe a year ago?"),
        ("and ten years ago?", "and the toll?", None),
    ],
)
def test_a_year_is_put_to_what_was_asked_of_no_time(question: str, before: str, dated: str | None) -> None:
    assert in_year(read(question), before) == dated
