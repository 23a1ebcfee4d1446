"""Whom a question names is told in the role that it asks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.otherwise.exchanged import is_in_other_role
from bot.question import read

STEAD = "The mayor, Ada Wren, was invited but sent her deputy, Bo Lusk, because of the flood."
CALLED = "The warden, Bo Lusk, who faced calls to resign, was cheered."
MERGED = "The last mill was lost in 2007, when Tarn Street Mill was merged with Osk Mill."
BEATEN = "Ada Wren was chosen by two votes to one, against the pilots' candidate, Bo Lusk."


@pytest.mark.parametrize(
    ("question", "sentence", "words", "exchanged"),
    [
        ("Why did Lusk not come?", STEAD, "because of the flood", True),
        ("Why did Wren not come?", STEAD, "because of the flood", False),
        ("Why was Bo Lusk absent?", STEAD, "because of the flood", True),
        ("Why did she send Lusk?", STEAD, "because of the flood", False),
        ("Who called on Ada Wren to resign?", CALLED, "Bo Lusk", True),
        ("Who was called on to resign?", CALLED, "Bo Lusk", False),
        ("Who called on Lusk to resign?", "Ada Wren called on Bo Lusk to resign.", "Ada Wren", False),
        ("When was Osk Mill closed?", MERGED, "2007", True),
        ("When was Tarn Street Mill closed?", MERGED, "2007", False),
        ("When did Tarn Street Mill merge with Osk Mill?", MERGED, "2007", False),
        ("Who voted against Wren?", BEATEN, "Bo Lusk", True),
        ("Who stood against Wren?", BEATEN, "Bo Lusk", False),
    ],
)
def test_the_other_role_is_no_answer(question: str, sentence: str, words: str, exchanged: bool) -> None:
    begin = sentence.index(words)
    assert is_in_other_role(read(question), sentence, (begin, begin + len(words))) is exchanged


@given(st.text(), st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(question: str, text: str, begin: int, end: int) -> None:
    assert is_in_other_role(read(question), text, (begin, end)) in (True, False)
