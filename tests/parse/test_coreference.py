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
        ("Workers reached the tunnel. They said that its completion is near.", "its", "the tunnel's"),
        ("Joan Melville spoke first. Melville thanked the crew.", "Melville", "Joan Melville"),
        ('"I have had 86 letters about the pier," said Joan Prior.', "I", "Joan Prior"),
    ],
)
def test_a_mention_stands_for(text: str, mention: str, name: str) -> None:
    assert (mention, name) in meanings(text)


def test_the_meeting_is_called_by_its_name() -> None:
    assert ("The meeting", "the river summit") in meanings("The meeting ended at noon.", "the river summit")


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the bridge is safe.",
        "The Harbour Board raised the fee. It is the first increase since May.",
        "They left.",
    ],
)
def test_what_nothing_is_sure_of_is_left_as_it_is(text: str) -> None:
    assert not [m for m in meanings(text) if m[0] in ("It", "They")]
