"""Who holds an office somewhere does not hold it elsewhere, nor one above it."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.whose_office import is_anothers_holder, is_holder_elsewhere
from bot.question import read

LISTED = "There came the warden of Zorby, Ada Vorwick; and the Vice-Warden of Quillan, Bo Tremlin."
OWNED = "Zorby's envoy, Ada Vorwick, and Quillan's, Bo Tremlin, looked on."
HOME = "Captain Ada Vorwick, head of staff of Lunt, and Captain Bo Tremlin of Zorby came."
BY = "The envoy of Zorby, invited by Tremlin, sent a note."
LED = "The guild of Zorby, chaired by Tremlin, met."


@pytest.mark.parametrize(
    ("question", "sentence", "name", "is_other"),
    [
        ("who is warden of quillan", LISTED, "Ada Vorwick", True),
        ("who is warden of quillan", LISTED, "Bo Tremlin", True),
        ("who is vice-warden of quillan", LISTED, "Bo Tremlin", False),
        ("who is zorbys warden", LISTED, "Ada Vorwick", False),
        ("who is quillans envoy", OWNED, "Ada Vorwick", True),
        ("who is quillan's envoy", OWNED, "Bo Tremlin", False),
        ("who is zorbys head of staff", HOME, "Bo Tremlin", True),
        ("who is lunts head of staff", HOME, "Ada Vorwick", False),
        ("who is zorbys envoy", BY, "Tremlin", True),
        ("who is chair of zorby", LED, "Tremlin", False),
        ("Who is the clerk of Zorby?", "Quillan's Ada Vorwick became clerk of Zorby.", "Ada Vorwick", False),
        ("Who came from Zorby?", LISTED, "Bo Tremlin", False),
    ],
)
def test_an_office_is_held_for_one_place(question: str, sentence: str, name: str, is_other: bool) -> None:
    begin = sentence.index(name)
    assert is_anothers_holder(read(question), sentence, (begin, begin + len(name))) is is_other


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
