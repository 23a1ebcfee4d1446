"""Who holds an office somewhere does not hold it elsewhere, nor one above it."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.whose_office import is_holder_elsewhere
from bot.question import read

LISTED = "There came the warden of Zorby, Ada Vorwick; and the Vice-Warden of Quillan, Bo Tremlin."
OWNED = "Zorby's envoy, Ada Vorwick, and Quillan's, Bo Tremlin, looked on."


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("is bo tremlin zorbys envoy", OWNED, True),
        ("is bo tremlin quillans envoy", OWNED, False),
        ("Is Ada Vorwick the envoy of Quillan?", OWNED, True),
        ("Is Bo Tremlin the warden of Quillan?", LISTED, True),
        ("Is Cy Lund the warden of Quillan?", LISTED, False),
        ("Did Ada Vorwick come?", LISTED, False),
    ],
)
def test_no_yes_rests_on_another_places_office(question: str, sentence: str, is_other: bool) -> None:
    assert is_holder_elsewhere(read(question), sentence) is is_other
