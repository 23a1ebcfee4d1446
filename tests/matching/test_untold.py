"""No yes rests on a sentence without the names that are asked about or of another deed; no no on one that says it."""

from __future__ import annotations

import pytest
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context


def answer(question: str, sentence: str, **verdict: float) -> str | None:
    """What is answered where the only sentence of a report is read as a yes, or a no, as far as that."""
    index = Index([record("post", "2024-05-03", [], None, [sentence])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: sentence.split()[0]}, **verdict)))
    given = reply(question, index, Context(), reader)[0].answer
    return given.answer if given else None


HOSTED = "The conference was hosted by the Lowland Council."
MOVED = "The motion was proposed by Cllr Vale and seconded by Cllr Oller."
PAID = "The link will cost 64 million crowns, of which Hask pays 20 million crowns."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the conference hosted by the Lowland Council?", HOSTED),
        ("was the motion proposed by cllr vale?", MOVED),
        ("did Ada Moss open the forum?", "She opened the forum at noon."),
        ("did Hask pay 20 million crowns?", PAID),
    ],
)
def test_a_yes_rests_on_a_sentence_with_the_name_and_the_deed(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("was the conference hosted by Ada Moss?", HOSTED),
        ("was the conference opened by the Lowland Council?", HOSTED),
        ("was the motion proposed by cllr oller?", MOVED),
        ("was the motion seconded by cllr vale?", MOVED),
    ],
)
def test_and_not_on_one_without_the_name_or_of_another_deed(question: str, sentence: str) -> None:
    assert answer(question, sentence, yes=0.98) is None


@pytest.mark.parametrize(("yes", "no"), [(0.98, 0.01), (0.01, 0.98)])
def test_whatever_is_read_words_that_say_so_decide(yes: float, no: float) -> None:
    assert answer("did Hask pay 20 million crowns?", PAID.replace("pays", "paid"), yes=yes, no=no) == "Yes"
    assert answer("did Hask pay 30 million crowns?", PAID.replace("pays", "paid"), yes=yes, no=no) == "No"
