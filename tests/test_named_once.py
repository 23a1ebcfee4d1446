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
        (
            "What did Ada Wren and Minister of State Oh affirm at the Meeting with Norland Minister of State "
            "Oh Seyun on 3 May 2020?",
            "What did Ada Wren and Minister of State Oh affirm at their meeting on 3 May 2020?",
        ),
        (
            "What did Ada Wren and Pilot Oh affirm at the Meeting with Head of the Dredge Crews Oh Seyun in May 2020?",
            "What did Ada Wren and Pilot Oh affirm at their meeting in May 2020?",
        ),
        (
            "What did Ada Wren grant at the call between Mayor Wren and Pilot Oh on 3 May 2020?",
            "What did Ada Wren grant at the call with Pilot Oh on 3 May 2020?",
        ),
        (
            "Who spoke for Tarn at the talks between Tarn, Lunn and Orsk on 3 May 2020?",
            "Who spoke for Tarn at the talks between Tarn, Lunn and Orsk on 3 May 2020?",
        ),
        ("What did Pilot Oh affirm at the Meeting with Head of the Dredge Crews Oh Seyun in May 2020?", None),
        ("What did Bo Tam praise at the Meeting with Bo Tam and the Tarn Pilots in 2020?", None),
        (
            "Why did Ada Wren host Mayor Oh of Lunn, according to the 4 May 2020 report on Mayor Wren's Meeting with "
            "Lunn Mayor Oh?",
            "Why did Ada Wren host Mayor Oh of Lunn, according to the 4 May 2020 report?",
        ),
        (
            "What did King Olaf II praise at the Meeting of Governor Wren and His Majesty King Olaf II of Norland on "
            "3 May 2020?",
            "What did King Olaf II praise at the Meeting with Governor Wren on 3 May 2020?",
        ),
        (
            "What did Mayor Wren open at Mayor Ada Wren & Clerk Bo Tam’s Meeting with Pilots of Tarn on 3 May 2020?",
            "What did Mayor Wren open at the Meeting with Pilots of Tarn on 3 May 2020?",
        ),
        (
            "What did the Corn Hall officials stress at the Corn Hall Meeting with Pilots on 3 May 2020?",
            "What did the Corn Hall officials stress at the Meeting with Pilots on 3 May 2020?",
        ),
        (
            "What did Mayor Wren tell Governor Oh at the Meeting with Governor Lusk on 3 May 2020?",
            "What did Mayor Wren tell Governor Oh at the Meeting with Governor Lusk on 3 May 2020?",
        ),
        (
            "What did the President praise at the Meeting with the President’s Harbour Board on 3 May 2020?",
            "What did the President praise at the Meeting with the President’s Harbour Board on 3 May 2020?",
        ),
        (
            "What did Clerk Moe say of Norland at the Meeting with President Lusk of Norland on 3 May 2020?",
            "What did Clerk Moe say of Norland at the Meeting with President Lusk of Norland on 3 May 2020?",
        ),
    ],
)
def test_who_met_is_named_once_or_nothing_is_asked(question: str, once: str | None) -> None:
    assert named_once(question) == once
