"""What is spelled with accents, letters of other alphabets' Latin or typographic signs meets what people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.folding import fold, soften
from facts.parse.given_names import given_names


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Bjørn Ødegård", "bjorn odegard"),
        ("Łukasz Głódź", "lukasz glodz"),
        ("Đorđe Čović", "dorde covic"),
        ("Sigríður Þórðardóttir", "sigridur thordardottir"),
        ("Æsa Lærke", "aesa laerke"),
        ("Straße", "strasse"),
        ("Işıl İnönü", "isil inonu"),
        ("Vázquez’s “oath”", 'vazquez\'s "oath"'),
        ("NZ–Morocco", "nz-morocco"),
        ("No-Break\u00a0Space", "no-break space"),
    ],
)
def test_a_text_is_folded_to_what_people_type(text: str, typed: str) -> None:
    assert fold(text) == typed
    assert soften(text).lower() == typed


@given(st.text())
def test_a_folded_text_is_folded_no_further(text: str) -> None:
    assert fold(soften(text)) == fold(text)


def test_the_given_names_are_folded_as_what_is_looked_for_among_them_is() -> None:
    assert {name for name in given_names() if fold(name) != name} == set()
    assert {"bjorn", "lukasz", "thordur"} <= given_names()
