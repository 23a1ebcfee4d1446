"""Answers that are too long say who or what it is and no more."""

import dataclasses

from facts.extract.draft import Draft
from facts.extract.shortened import shortened

CHAIRED = Draft(
    "who",
    "Who chaired the Tarn Summit on 4 May 2021?",
    "Ann Lee, Director of the Office of Ports and Piers of the Northern Coast, and Julia Brown, Senior Adviser to the "
    "President and Head of the Office of Roads",
    (0, 200),
    confidence=0.9,
    rule="chair.chaired",
)
ISSUED = Draft(
    "what",
    "What did the Tarn Harbour Board announce on 4 May 2021?",
    "the first three days of free mooring for all boats of the Ostford coast, including those of the pilots, the ferry "
    "guild and the old lifeboat crew",
    (0, 200),
    confidence=0.9,
    rule="event.what",
)


def test_of_chairs_with_long_offices_their_names_are_enough() -> None:
    assert shortened(CHAIRED).answer == "Ann Lee and Julia Brown"


def test_an_office_that_may_hold_a_name_nobody_knows_leaves_all_as_it_was() -> None:
    draft = dataclasses.replace(CHAIRED, answer=CHAIRED.answer.replace("Julia Brown, Senior", "Bo Tam, Senior"))
    assert shortened(draft) == draft


def test_what_is_only_included_is_left_out_of_a_long_answer() -> None:
    assert shortened(ISSUED).answer == "the first three days of free mooring for all boats of the Ostford coast"


def test_an_answer_of_ordinary_length_and_those_of_other_rules_stay() -> None:
    short = dataclasses.replace(ISSUED, answer="free mooring for all boats, including those of pilots")
    other = dataclasses.replace(ISSUED, rule="reason.because")
    assert [shortened(short), shortened(other)] == [short, other]


def test_a_thing_of_which_too_little_would_be_left_stays() -> None:
    draft = dataclasses.replace(ISSUED, answer=f"the mooring, which {ISSUED.answer}")
    assert shortened(draft) == draft


def test_by_how_many_votes_is_no_part_of_what_was_rejected() -> None:
    for votes in (" by nine votes to five", ", by 12 votes to 3", " by a vote of 9 to 4"):
        assert shortened(dataclasses.replace(ISSUED, answer=f"the car park plan{votes}")).answer == "the car park plan"
    assert shortened(dataclasses.replace(ISSUED, answer="a trip by road to Lunn")).answer == "a trip by road to Lunn"
