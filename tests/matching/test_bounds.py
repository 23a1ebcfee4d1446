"""A number is told with what bounds it, and with what says that it is not exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.bounds import with_bound


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Some <90> pilots came.", "Some 90"),
        ("The lock will cost about <£4 million>.", "about £4 million"),
        ("The march drew an estimated <9,000> people.", "an estimated 9,000"),
        ("It was roughly <a third> of all pilots.", "roughly a third"),
        ("It lasted around <two hours>.", "around two hours"),
        ("It has no fewer than <40> berths.", "no fewer than 40"),
        ("There were <40> or so.", "40 or so"),
        ("Nearly <half the pilots> stayed away.", "Nearly half the pilots"),
        ("The pact says that no boat may land more than <nine> tonnes.", "no boat may land more than nine"),
        ("Pilots must not work more than <six> days.", "must not work more than six"),
        ("It was not clear whether more than <40> came.", "more than 40"),
        ("Pilots must not work <more than six> days.", "must not work more than six"),
        ("It has <more than six> docks.", "more than six"),
        ("It has <more than the usual> load.", "more than the usual"),
        ("It would cost £<90>.", "£90"),
        ("It would cost about €<9,000> a year.", "about €9,000"),
        # Nothing bounds these.
        ("They asked the clerk about <40> berths.", "40"),
        ("They sat around <nine> tables.", "nine"),
        ("Some pilots, <40> in all, came.", "40"),
        ("It is about <the pier>.", "the pier"),
        ("It had fewer than <40> berths in 2030.", "40"),
    ],
)
def test_a_number_is_told_with_what_bounds_it(marked: str, told: str) -> None:
    sentence, begin, end = marked.replace("<", "").replace(">", ""), marked.index("<"), marked.index(">") - 1
    assert sentence[slice(*with_bound(sentence, (begin, end)))] == told


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_any_words_are_looked_at(text: str, begin: int, end: int) -> None:
    assert with_bound(text, (begin, end))[1] >= end
