"""A checked fact that a new sentence of its article denies is not answered until somebody has looked at it."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from facts.model import Article, Fact, Meeting, Sentence
from facts.pages.denied import denial
from facts.pages.merge import anchor, compiled_page
from facts.pages.page import Page

TEXTS = ("Mila Tanner led the lock talks.", "They set aside 41 boats for the lock.")


def sentences(*texts: str) -> tuple[Sentence, ...]:
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    return tuple(Sentence(text, (at, at + len(text))) for text, at in zip(texts, starts, strict=True))


STAND = sentences(*TEXTS)
LED = Fact("led", "who", "Who led the lock talks?", "Mila Tanner", TEXTS[0], STAND[0].span)
BOATS = Fact("boats", "how_many", "How many boats did they set aside?", "41", TEXTS[1], STAND[1].span, value=41)


@pytest.mark.parametrize(
    ("text", "led", "boats"),
    [
        ("Mila Tanner did not lead the talks.", True, False),
        ("Correction: Mila Tanner didn’t lead the lock talks.", True, False),
        ("Correction: The lock talks were led by Bo Lusk.", True, False),
        ("They did not set aside 41 boats, but 14.", False, True),
        ("They set aside 41 boats and did not rest.", False, False),
        ("They did not set aside 14 boats.", False, False),
        ("Mila Tanner led the talks and did not stay.", False, False),
        ("Mila Tanner led the talks, but not the march.", False, False),
        ("Mila Tanner led not only the talks.", False, False),
        ("Bo Lusk did not lead the talks.", False, False),
        ("The lock talks were led by Bo Lusk.", False, False),
        ("Correction: The bridge was built by Bo Lusk.", False, False),
        ("Mila Tanner did not speak.", False, False),
    ],
)
def test_a_sentence_denies_what_it_names_and_says_is_not_so(text: str, led: bool, boats: bool) -> None:
    stand = sentences(*TEXTS, text)
    assert [denial(fact, stand, ["lock talks"]) is not None for fact in (LED, BOATS)] == [led, boats]


def compiled_with(*texts: str, before: Page) -> tuple[Page, tuple[str, ...]]:
    return anchor(before, " ".join(texts), sentences(*texts))


def test_a_checked_fact_that_a_new_sentence_denies_is_to_be_looked_at_and_not_answered() -> None:
    article = Article("talks", datetime.date(2031, 5, 2), "Lunn Post", "Talks", None, "seeds/talks.txt", "0" * 64)
    page = compiled_page(article, Meeting("lock talks"), (LED, BOATS), "by", "read", STAND)
    page = dataclasses.replace(page, checked=frozenset({"led", "boats"}))
    denied, warnings = compiled_with(*TEXTS, "Mila Tanner did not lead the talks.", before=page)
    assert denied.recheck == {"led"}
    assert [LED.question in each for each in warnings] == [True]
    assert "“Mila Tanner did not lead the talks.”" in warnings[0]
    record = dataclasses.replace(denied, sentences=sentences(*TEXTS, "Mila Tanner did not lead the talks.")).record()
    assert [fact.id for fact in record.facts] == ["boats"]
    assert [each.answer for each in record.withdrawn] == ["Mila Tanner"]

    other, warnings = compiled_with(*TEXTS, "Mila Tanner did not stay.", before=page)
    assert (other.recheck, warnings) == (frozenset(), ())
    assert len(other.record().facts) == 2


def test_who_has_looked_at_it_is_not_asked_again() -> None:
    texts = (*TEXTS, "Mila Tanner did not lead the talks.")
    article = Article("talks", datetime.date(2031, 5, 2), "Lunn Post", "Talks", None, "seeds/talks.txt", "0" * 64)
    page = compiled_page(article, None, (LED,), "by", "read", sentences(*texts))
    page = dataclasses.replace(page, checked=frozenset({"led"}))
    again, warnings = compiled_with(*texts, before=page)
    assert (again.recheck, warnings) == (frozenset(), ())
    assert [fact.id for fact in again.record().facts] == ["led"]
