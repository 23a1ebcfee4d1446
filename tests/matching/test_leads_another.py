"""Who leads a group that was set up is not told to chair the meeting that set it up."""

from __future__ import annotations

import pytest

from bot.matching.otherwise.leads_another import leads_another
from bot.question import read

SET_UP = "The guild also agreed to set up a panel on eels."
LED = "It is led by Ada Wren and meets in June."
TEAM = "The summit was told that a team of divers, led by Bo Lusk, had found the wreck."


@pytest.mark.parametrize(
    ("question", "sentences", "another"),
    [
        ("Who will chair the next guild summit?", [SET_UP, LED], True),
        ("Who chairs the tide council?", [SET_UP, LED], True),
        ("Who led the council meeting?", [SET_UP, "The panel will be chaired by Ada Wren."], True),
        ("Who presided at the congress?", [TEAM], True),
        ("Who will lead the panel?", [SET_UP, LED], False),
        ("Who chairs the committee on eels?", [SET_UP, LED], False),
        ("Who led the search?", [TEAM], False),
        ("Who led the divers at the summit?", [TEAM], False),
        ("Who chaired the summit?", [SET_UP, "The summit was chaired by Ada Wren."], False),
        ("Who chaired the summit?", ["The summit was new.", "It was chaired by Ada Wren."], False),
        ("When was the summit led by a panel?", [SET_UP, LED], False),
    ],
)
def test_who_leads_a_group_does_not_chair_what_set_it_up(question: str, sentences: list[str], *, another: bool) -> None:
    assert leads_another(read(question), sentences, len(sentences) - 1) is another
