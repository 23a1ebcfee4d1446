"""What an article's facts tell once."""

from __future__ import annotations

from facts.extract import facts_of
from facts.extract.draft import Draft

TALLY = Draft(
    "how", "How did the vote on the Tarn levy go?", "14 votes to 6, with two out", (0, 9), rule="tally.motion"
)


def told(answer: str, span: tuple[int, int] = (0, 9)) -> list[str]:
    became = Draft("what", "What became of the Tarn levy?", answer, span, rule="decision.became")
    return [fact.answer for fact in facts_of([TALLY, became], "The levy.")]


def test_what_became_of_something_is_not_told_beside_its_vote_when_it_is_that_vote() -> None:
    assert told("carried by 14 votes to 6") == [TALLY.answer]


def test_what_became_of_something_is_told_where_the_vote_is_another_one_or_says_less() -> None:
    assert told("carried by 14 votes to 6", (9, 12)) == [TALLY.answer, "carried by 14 votes to 6"]
    assert told("carried by 17 votes to 9") == [TALLY.answer, "carried by 17 votes to 9"]
    assert told("withdrawn") == [TALLY.answer, "withdrawn"]
