"""A thing of one place, country or firm is not the like thing of another, whatever else is told of that."""

from __future__ import annotations

import pytest
from one_sentence import answer

from bot.matching.otherwise.in_that_slot import is_of_another_name
from bot.question import read

HELD = "Bo Tremlin, a Zorbish weaver jailed in Quillan since May, wrote home."
ENVOY = "Zorby was represented by its envoy to Quillan, Ada Vorwick."
FIRM = "The guild chose Ada Vorwick, formerly head of sales of the Quillan Works."
GUARD = "The crews named Ada Vorwick, a former captain of Quillan's harbour guard, as their head."
RAID = "They condemned the raid of 4 May 2031 in Upper Quillan and called for help."
POLL = "A pact with Quillan was put off until after that country's election in May."
SENT = "Quillan sent its deputy pilot, Ada Vorwick, who left early."
LED = "The crew was led by former President Ada Vorwick of Quillan."
CREW = "The jury heard two Quillanish sailors, Ada Vorwick and Bo Tremlin."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("who was jailed in {}", HELD),
        ("Who is Zorby's envoy to {}?", ENVOY),
        ("Who is the envoy to {}?", ENVOY),
        ("Who was head of sales of the {} Works?", FIRM),
        ("Who was captain of {}'s harbour guard?", GUARD),
        ("When was the raid in {}?", RAID),
        ("when is the election in {}", POLL),
        ("When is {}'s election?", POLL),
        ("Who was {}'s deputy pilot?", SENT),
        ("Which former president of {} led the crew?", LED),
        ("Which {}ish sailors did the jury hear?", CREW),
    ],
)
def test_a_thing_of_another_name_is_not_the_one_asked_about(question: str, sentence: str) -> None:
    asked = [read(question.format(name)) for name in ("Marnia", "Quillan")]
    assert [is_of_another_name(each, sentence, (0, 0)) for each in asked] == [True, False]


def test_a_people_told_of_beside_a_place_does_not_make_it_the_place() -> None:
    assert is_of_another_name(read("Who was jailed in Zorby?"), HELD, (0, 10))
    assert not is_of_another_name(read("Which Zorbish weaver was jailed?"), HELD, (0, 10))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # The place asked about is told, too, or is the wider one.
        ("Who was jailed in Marnia?", "Bo Tremlin was jailed in Quillan, Marnia, in May."),
        ("When was the raid in Marnia?", "The raid in Quillan was the first in Marnia, on 4 May."),
        ("Who heads the Marn Lock Guild?", "Ada Vorwick heads the guild in Quillan."),
        ("Who was head of the Marnia Works?", "Ada Vorwick was head of the Works."),
        ("Who was head of the MLG?", "Ada Vorwick was head of the Marn Lock Guild."),
        # A title, or the common noun of a body, may be what the question names by its own name.
        (
            "How much did Marnia's call for help raise?",
            "It is what the Harbour Master's call for help raised: 9 crowns.",
        ),
        ("How many crowns did the appeal to the Marnia cabinet raise?", "An appeal to Cabinet raised 9 crowns."),
        ("Who won the debate in Marnia?", "Ada Vorwick won the debate in Parliament."),
        ("Which meeting in Marnia was first?", "It was the first meeting of the Quillan Guild."),
        ("How many US towns came?", "Thirty American towns came."),
        (
            "Who opened the fair of the Marnai Weavers Union?",
            "Ada Vorwick opened the fair of the Marnia Weavers Union.",
        ),
        ("When was the lift at Marnia mended?", "The lift in the North tower at the mill was mended in May."),
        # What is told in the place is another thing, or time.
        ("When was the raid in Marnia?", "The raid was followed by talks in Quillan on 4 May."),
        ("When was the raid in Marnia?", "The raid in May was the first."),
        ("Where was the raid in Marnia?", "The raid in Quillan failed."),
        ("Was the raid in Marnia?", "The raid in Quillan failed."),
        ("What was the guild in Marnia asked to mend?", "Bo Tremlin asked the guild for help to mend a lock."),
    ],
)
def test_what_may_be_of_the_name_asked_about_is_left_alone(question: str, sentence: str) -> None:
    assert not is_of_another_name(read(question), sentence, (0, 0))


@pytest.mark.parametrize(("place", "said"), [("Marnia", None), ("Quillan", "Bo Tremlin")])
def test_who_was_jailed_elsewhere_is_offered_at_most(place: str, said: str | None) -> None:
    assert answer(f"Who was jailed in {place}?", HELD, "Bo Tremlin") == said
