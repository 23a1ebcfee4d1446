"""Who seconded a motion, and how many were against it, is not given of another one of the same minutes."""

from __future__ import annotations

import pytest
from quay_works import THIRD, record
from stub_reader import StubReader, marks

from bot.dialog import reply
from bot.index import Index
from bot.matching.motions_put import put_before, puts_motion
from bot.matching.reading import SentenceReader
from bot.replies import Context

CLUB = [
    "A motion by Siri Aas to raise the fee from 10 to 12 crowns was carried by 30 votes to 21.",
    "It was seconded by Tor Vik.",
    "An amendment by Vik to keep the junior rate at 4 crowns was carried.",
    "A second motion, moved by Vik and seconded by Nina Holm, would have allowed scooters on the rink.",
    "It failed, with 17 for and 33 against.",
]
BILL = [
    "The assembly voted to send the harbour bill to the court.",
    "The vote came after a motion by Ann Roth of the Blues.",
    "An earlier motion by Pal Stern, to drop the bill, was defeated.",
    "Stern's motion was seconded by Liv Moe.",
]


def told(question: str, sentences: list[str], marked: dict[str, str], before: str | None = None) -> str | None:
    """The answer to a question from minutes, where the reader marks some words of a sentence."""
    index = Index([record(THIRD, None, None, sentences, [])])
    given = reply(question, index, Context(before), SentenceReader(lambda: StubReader(marks(marked))))[0].answer
    return given.answer if given is not None else None


def test_a_motion_by_somebody_is_put_and_what_follows_tells_of_it() -> None:
    assert [puts_motion(sentence) for sentence in CLUB] == [True, False, True, True, False]
    assert [put_before(CLUB, place) for place in (1, 4)] == [0, 3]
    assert not puts_motion("The motion by Siri Aas was lost.")
    assert not puts_motion("The motion was carried by 30 votes to 21.")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Who seconded Vik's amendment?", None),
        ("Who seconded the amendment on the junior rate?", None),
        ("Who seconded Vik's motion?", "Nina Holm"),
        ("Who seconded the motion on scooters?", "Nina Holm"),
    ],
)
def test_a_motion_is_no_amendment(question: str, given: str | None) -> None:
    assert told(question, CLUB, {CLUB[3]: "Nina Holm"}) == given


@pytest.mark.parametrize(
    ("before", "given"),
    [("How many voted for raising the fee?", None), ("How many voted for allowing scooters?", "33")],
)
@pytest.mark.parametrize("question", ["how many against?", "and how many were against it?"])
def test_how_many_were_against_is_told_of_the_motion_talked_about(
    question: str, before: str, given: str | None
) -> None:
    assert told(question, CLUB, {CLUB[4]: "33"}, before) == given


@pytest.mark.parametrize(
    ("question", "before", "given"),
    [
        ("and who seconded it?", "Who moved to send the harbour bill to the court?", None),
        ("and who seconded it?", "Who moved to drop the bill?", "Liv Moe"),
        ("Who seconded the motion to send the bill to the court?", None, None),
        ("Who seconded Stern's motion?", None, "Liv Moe"),
    ],
)
def test_the_seconder_of_somebody_elses_motion_is_offered_at_most(
    question: str, before: str | None, given: str | None
) -> None:
    assert told(question, BILL, {BILL[3]: "Liv Moe"}, before) == given


AMENDED = [
    "Tor Vik moved that the rink be sold.",
    "Siri Aas proposed an amendment that a survey be made first; this was carried by 9 votes to 4.",
    "The motion as amended was then carried by 8 votes to 5, Nina Holm voting against.",
]


@pytest.mark.parametrize(
    ("question", "place", "said", "given"),
    [
        ("Who voted against the amendment on a survey?", 2, "Nina Holm", None),
        ("Who voted against the motion as amended?", 2, "Nina Holm", "Nina Holm"),
        ("Who voted against the amended motion?", 2, "Nina Holm", "Nina Holm"),
        ("How many voted for the amendment?", 1, "9", "9"),
        ("How many voted for the motion as amended?", 1, "9", None),
    ],
)
def test_an_amendment_is_not_the_motion_as_amended(question: str, place: int, said: str, given: str | None) -> None:
    assert told(question, AMENDED, {AMENDED[place]: said}) == given
