"""When something was done first or last is told by what says so, and never by how long nobody had."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.first_or_last import is_of_no_such_order
from bot.question import read


@pytest.mark.parametrize(
    ("question", "sentence", "words", "held"),
    [
        (
            "When did Wren first visit Tarn?",
            "It was the first visit by a clerk of Osk in nine years.",
            "nine years",
            True,
        ),
        ("When did Wren first visit Tarn?", "It was his first visit to Tarn in almost a decade.", "a decade", True),
        ("When did Wren first visit Tarn?", "Wren visited Tarn on 3 May.", "3 May", True),
        ("When did they last meet?", "The two met in Osk in 2019.", "2019", True),
        ("When was the last visit by a clerk?", "The two last met in Osk in 2019.", "2019", True),
        ("When was the last visit by a clerk?", "A clerk last came to Tarn in 2019.", "2019", False),
        ("When did they last meet?", "The two last met in Osk in 2019.", "2019", False),
        ("When did Wren visit Tarn?", "Wren visited Tarn on 3 May.", "3 May", False),
        ("When was the lock first opened?", "The lock opened in 1902.", "1902", False),
        ("Where did they last meet?", "The two met in Osk.", "Osk", False),
    ],
)
def test_a_mere_visit_is_neither_the_first_nor_the_last(question: str, sentence: str, words: str, held: bool) -> None:
    begin = sentence.index(words)
    assert is_of_no_such_order(read(question), sentence, (begin, begin + len(words))) is held
