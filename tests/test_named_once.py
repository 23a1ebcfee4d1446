"""A question names who met, or whose meeting it was, but once."""

from __future__ import annotations

import pytest

from facts.extract.named_once import named_once


@pytest.mark.parametrize(
    ("question", "once"),
    [
        (
            "What did Jon Falk stress at the Meeting Between Mayor Wren and Mayor Falk of Ostford on 3 May 2020?",
            "What did Jon Falk stress at the Meeting with Mayor Wren on 3 May 2020?",
        ),
        (
            "What did Falk and Wren stress at the Meeting Between Mayor Wren and Mayor Falk on 3 May 2020?",
            "What did Falk and Wren stress on 3 May 2020?",
        ),
        (
            "Who thanked Ada Wren, according to the report on Minister of State Wren's meeting on coal in May 2020?",
            "Who thanked Ada Wren, according to the report on the meeting on coal in May 2020?",
        ),
        ("What did Ada Wren say on 2 May at Mayor Wren's Meeting with Mayor Wren of Tarn on 3 May 2020?", None),
        (
            "What did Bo Tam say at Mayor Wren’s Meeting with Pilots on 3 May 2020?",
            "What did Bo Tam say at Mayor Wren’s Meeting with Pilots on 3 May 2020?",
        ),
        (
            "What did pilots say at Mayor Wren’s Meeting with Pilots on 3 May 2020?",
            "What did pilots say at Mayor Wren’s Meeting with Pilots on 3 May 2020?",
        ),
        ("Who joined the Tarn Bay Pilots, according to the report on the Tarn Bay Pilots outing in May 2020?", None),
        ("Who opened the Tarn bridge?", "Who opened the Tarn bridge?"),
    ],
)
def test_who_met_is_named_once_or_nothing_is_asked(question: str, once: str | None) -> None:
    assert named_once(question) == once
