"""Who does something is answered by the noun for who does it, beside the name; who came before or after somebody, by
whatever tells that. A noun of another thing, or of one below, tells nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.matching.told_by_noun import is_told_by_noun
from bot.question import read
from bot.replies import Context

TOOK_OVER = "Bo Lusk took over from Ada Moss at the Eel Guild."


def answer(question: str, sentence: str, marked: str) -> str | None:
    """What is answered where the reader doubts it."""
    index = Index([record("post", "2024-05-03", [], None, ["Pilots met.", sentence])])
    reader = SentenceReader(lambda: StubReader(marks({sentence: marked}, logit=-2.0)))
    given = reply(question, index, Context(), reader)[0].answer
    return given.answer if given is not None else None


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Who heads the Eel Guild?", "Ada Moss, head of the Eel Guild, spoke.", "Ada Moss"),
        ("Who leads the Eel Guild?", "The chair of the Eel Guild, Ada Moss, spoke.", "Ada Moss"),
        ("Who owns the mill?", "Ada Moss, owner of the mill, spoke.", "Ada Moss"),
        ("Who won the race?", "Ada Moss, winner of the race, spoke.", "Ada Moss"),
        ("Who directs the choir?", "Bo Lusk met the choir's director, Ada Moss.", "Ada Moss"),
        # whose work a text is
        ("Who wrote the report on eels?", "The report on eels by Ada Moss came out.", "Ada Moss"),
        ("Who wrote the novel?", "They heard a reading by Ada Moss from her novel.", "Ada Moss"),
        # before and after somebody
        ("Who succeeded Ada Moss at the Eel Guild?", TOOK_OVER, "Bo Lusk"),
        ("Who did Bo Lusk succeed at the Eel Guild?", TOOK_OVER, "Ada Moss"),
        (
            "Who headed the Eel Guild before Bo Lusk?",
            "Bo Lusk replaced Ada Moss as head of the Eel Guild.",
            "Ada Moss",
        ),
    ],
)
def test_who_does_it_is_told_by_a_noun(question: str, sentence: str, marked: str) -> None:
    assert answer(question, sentence, marked) == marked


@pytest.mark.parametrize(
    ("question", "sentence", "marked"),
    [
        ("Who heads the Eel Guild?", "Ada Moss, deputy head of the Eel Guild, spoke.", "Ada Moss"),
        ("Who heads the Eel Guild?", "The former head of the Eel Guild, Ada Moss, spoke.", "Ada Moss"),
        ("Who heads the Eel Guild?", "Ada Moss, head of nets at the Eel Guild, spoke.", "Ada Moss"),
        ("Who heads the Eel Guild?", "Ada Moss met the head of the Eel Guild.", "Ada Moss"),
        ("Who chaired the Eel Guild?", "Ada Moss, chair of the Eel Guild, spoke.", "Ada Moss"),
        ("Who directs the choir?", "Bo Lusk met the choir's cook, Ada Moss.", "Ada Moss"),
        ("Who sold the mill?", "Ada Moss, owner of the mill, spoke.", "Ada Moss"),
        ("Who owns the mill?", "Ada Moss was owner of the mill until it was sold.", "Ada Moss"),
        ("Who wrote the report on eels?", "The report on eels was read by Ada Moss.", "Ada Moss"),
        ("Who wrote the report on eels?", "The report on fees by Ada Moss and one on eels came.", "Ada Moss"),
        ("Who succeeded Tia Rook at the Eel Guild?", TOOK_OVER, "Bo Lusk"),
        ("Who did Tia Rook succeed at the Eel Guild?", TOOK_OVER, "Ada Moss"),
        (
            "Who headed the Lock Guild before Bo Lusk?",
            "Bo Lusk replaced Ada Moss as head of the Eel Guild.",
            "Ada Moss",
        ),
    ],
)
def test_a_noun_of_another_thing_or_office_does_not_tell_it(question: str, sentence: str, marked: str) -> None:
    begin = sentence.index(marked)
    assert not is_told_by_noun(read(question), sentence, (begin, begin + len(marked)))


@given(
    st.sampled_from(["Who owns it?", "Who wrote it?", "Who did Bo Lusk succeed?", "Who led it before Bo Lusk?"]),
    st.text(),
    st.integers(0, 20),
)
def test_any_words_are_looked_at(question: str, sentence: str, begin: int) -> None:
    assert is_told_by_noun(read(question), sentence, (begin, begin + 3)) in (True, False)
