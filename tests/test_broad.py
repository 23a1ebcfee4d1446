"""A large body is not asked for one of the many things that it did in a month."""

from __future__ import annotations

import pytest

from facts.extract.broad import is_broad


@pytest.mark.parametrize(
    ("question", "broad"),
    [
        ("What did the White House release in February 2022?", True),
        ("What did the Wren-Falk Administration launch in 2022?", True),
        ("What has the Ministry of Ports and Rivers published?", True),
        ("What did Congress pass in March 2020?", True),
        ("What did the European Commission propose in March 2020?", True),
        ("What did Norway sign in March 2020?", True),
        ("What did the White House release on 3 February 2022?", False),
        ("What did the White House release at the Tarn Summit on 3 February 2022?", False),
        ("What strategy on piers did the Government issue in February 2022?", False),
        ("When did the Government issue the Strategy on Piers?", False),
        ("What did the Government issue, according to the report on the Tarn Summit in May 2020?", False),
        ("What did Mayor Ada Wren launch in February 2022?", False),
        ("What did the Tarn Harbour Board publish in February 2022?", False),
    ],
)
def test_what_a_large_body_did_in_a_month_is_too_broad(question: str, broad: bool) -> None:
    assert is_broad(question) is broad
