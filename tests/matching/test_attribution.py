"""A yes or no that rests on somebody's word names whose; what is only alleged is not told."""

from __future__ import annotations

import pytest

from bot.matching.attribution import attributions, by_whose_word, said_by
from bot.matching.otherwise.not_told import only_claimed
from bot.question import read


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("Wren says that the pier burned.", "Wren", " that the pier burned."),
        ("Bo Lusk, the harbour master, told the board that the pier burned.", "Bo Lusk", " that the pier burned."),
        ("“They sold the pier,” said pilot Bo Lusk.", "pilot Bo Lusk", "“They sold the pier,” "),
        ("“They sold the pier,” Lusk told reporters.", "Lusk", "“They sold the pier,” "),
        ("The pier was sold, its owner said on Friday.", "its owner", "The pier was sold, "),
        ("According to the pilots’ union, the pier was sold.", "the pilots’ union", ", the pier was sold."),
        ("The pier was sold, according to Ada Wren.", "Ada Wren", "The pier was sold, "),
        (
            "No bid had come, although the Tarn Echo had reported that a bank bid 2 crowns.",
            "the Tarn Echo",
            " that a bank bid 2 crowns.",
        ),
    ],
)
def test_source_and_content_are_found(sentence: str, source: str, content: str) -> None:
    assert (source, content) in [(each.source, sentence[each.begin : each.end]) for each in attributions(sentence)]


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Was the pier sold?", "“The board has sold the pier,” said pilot Bo Lusk.", "Yes, according to pilot Bo Lusk"),
        ("Did the pier burn?", "She told the board that the pier burned.", "Yes"),
        ("Did the pier burn?", "On the quay the master reported that the pier burned.", "Yes"),
        ("Was the pier sold?", "The board sold the pier and said that it was glad.", "Yes"),
        ("Was the pier sold?", "The pier was sold.", "Yes"),
        ("Did Lusk say that the pier was sold?", "Lusk said that the pier was sold.", "Yes"),
        ("Does Lusk claim the pier was sold?", "Lusk said that the pier was sold.", "Yes"),
    ],
)
def test_a_yes_is_told_as_whose_word_it_is(question: str, sentence: str, said: str) -> None:
    assert by_whose_word("Yes", read(question), sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "It was alleged that Lusk had sold the pier.",
        "Lusk had allegedly sold the pier.",
        "Lusk is said to have sold the pier.",
        "Wren claimed that Lusk sold the pier.",
    ],
)
def test_what_is_only_alleged_is_not_told(sentence: str) -> None:
    assert only_claimed(read("Who sold the pier?"), sentence)
    assert only_claimed(read("Did Lusk sell the pier?"), sentence)
    assert not only_claimed(read("Who is alleged to have sold the pier?"), sentence) or "alleg" not in sentence


@pytest.mark.parametrize(
    "sentence", ["Lusk sold the pier.", "Lusk sold the pier and claimed the sum.", "Lusk sold the pier, as was said."]
)
def test_what_is_told_stays_told(sentence: str) -> None:
    assert not only_claimed(read("Who sold the pier?"), sentence)


def test_a_sentence_too_long_is_not_looked_at() -> None:
    assert said_by(read("Was it sold?"), "Wren said that it was sold " + "and so " * 200) is None


@pytest.mark.parametrize("told", ["No leaks had been reported since May.", "Nothing was reported of leaks since May."])
def test_what_nobody_is_named_to_report_is_nobodys_word(told: str) -> None:
    assert said_by(read("Were there any leaks since May?"), told) is None


QUOTE = "“We are not talking to the Osk Works,” he said."


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Tremlin denied that the guild wants to buy its rival, the Osk Works.", "No, as quoted"),
        ("The guild wants to buy Osk Works.", "No, as quoted"),
        ("The guild wants to hear Bo Tremlin.", "No, according to Bo Tremlin"),
        ("Vorwick wants to hear Bo Tremlin.", "No, as quoted"),
    ],
)
def test_who_is_spoken_of_is_not_who_speaks(before: str, said: str) -> None:
    assert by_whose_word("No", read("Is the guild talking to the Osk Works?"), QUOTE, before) == said
