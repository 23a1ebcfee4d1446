"""Who asks for what no sentence tells is told the command that shows it; who asks for anything else is not."""

from __future__ import annotations

import pytest

from bot.replies import Reply
from bot.wording import hints, render


@pytest.mark.parametrize(
    "asked",
    [
        "which meetings are on record?",
        "What meetings do you know",
        "list all meetings",
        "Show me the meetings, please!",
        "what meetings are there?",
    ],
)
def test_who_asks_which_meetings_there_are_is_told_the_command(asked: str) -> None:
    reply = Reply("none", asked, reason="not_on_record")
    assert render.as_text(reply) == "“onrecord meetings” lists the meetings on record."
    assert render.as_message(reply).html == "/meetings shows what is on record."


@pytest.mark.parametrize("asked", ["Summarise the pier forum", "what happened at the pier forum?", "a summary please"])
def test_who_asks_for_a_summary_is_told_the_command_below_the_quotes(asked: str) -> None:
    said = render.as_text(Reply("none", asked, reason="not_on_record"))
    assert said.startswith("That is not on record.")
    assert said.endswith(
        "“onrecord show NAME” shows all that is on record of a meeting, “onrecord meetings” their names."
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Which meetings did Ann Poole chair?",
        "what meetings are planned for June?",
        "Who listed all meetings?",
        "what happened to the pier?",
        "who summarised the report?",
    ],
)
def test_who_asks_for_what_a_sentence_may_tell_is_not(asked: str) -> None:
    assert not hints.asks_for_meetings(asked)
    assert not hints.asks_for_all_of_one(asked)
