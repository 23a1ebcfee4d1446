"""Short forms and what they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facts.parse.acronyms import acronyms


@given(st.text(alphabet="Aa Bb.(),-&+’“ ”IOMA", max_size=80))
def test_spans_are_those_of_the_text(text: str) -> None:
    for found in acronyms(text):
        assert " ".join(text[slice(*found.span)].split()).strip(" ,;") == found.long
        assert text[slice(*found.short_span)] == found.short
