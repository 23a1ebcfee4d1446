"""What pronouns and short names stand for."""

from __future__ import annotations

import functools

import pytest

from facts.model import Article
from facts.parse.coreference import resolve
from facts.parse.parser import Parser
from facts.parse.sentences import read_sentences


@functools.cache
def parser() -> Parser:
    return Parser()


def meanings(text: str, meeting: str | None = None) -> list[tuple[str, str]]:
    """Each mention of a text that was resolved, with what it stands for."""
    article = Article("a", None, None, None, None, "a.txt", "0", text, ((0, len(text)),))
    parsed = next(iter(parser().parse([article])))
    doc = parsed.paragraphs[0].doc
    return [
        (doc.span(i, end).text, name)
        for i, (end, name) in sorted(resolve(parsed, read_sentences(parsed), meeting)[0].items())
    ]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Ministers met in Ostford. They agreed on a tax.", "They", "ministers"),
        ("Joan Prior opened the bridge. She thanked the engineers.", "She", "Joan Prior"),
        ("The Harbour Board met. It raised the fee.", "It", "the Harbour Board"),
        ("Mayor Joan Prior spoke. The mayor thanked the crew.", "The mayor", "Mayor Joan Prior"),
        ("Joan Melville spoke first. Melville thanked the crew.", "Melville", "Joan Melville"),
        ('"I have had 86 letters about the pier," said Joan Prior.', "I", "Joan Prior"),
    ],
)
def test_a_mention_stands_for(text: str, mention: str, name: str) -> None:
    assert (mention, name) in meanings(text)


@pytest.mark.parametrize("mention", ["The meeting", "The discussion", "Today's meeting"])
def test_the_meeting_is_called_by_its_name(mention: str) -> None:
    assert (mention, "the river summit") in meanings(f"{mention} ended at noon.", "the river summit")


def test_the_body_that_meets_is_known_from_the_name_of_the_meeting() -> None:
    assert ("The board", "the Tarn Harbour Board") in meanings("The board met.", "the Tarn Harbour Board meeting")


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the bridge is safe.",
        "The Harbour Board raised the fee. It is the first increase since May.",
        "They left.",
        "Anton Krey met Martha Volk. She promised a bridge.",
        "Workers reached the tunnel. Its completion is near.",
        "The Harbour Board met the Bridge Board. The board raised the fee.",
        "Mayor Joan Prior met Mayor Ed Hart. The mayor spoke.",
    ],
)
def test_what_nothing_is_sure_of_is_left_as_it_is(text: str) -> None:
    unsure = ("It", "Its", "They", "She", "The board", "The mayor")
    assert not [m for m in meanings(text) if m[0] in unsure]
