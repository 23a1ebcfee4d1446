"""Where one sentence says yes and one near it as surely no, neither is given."""

from __future__ import annotations

from stub_reader import StubReader, marks
from two_reports import record

from bot.dialog import reply
from bot.index import Index
from bot.matching.disputed import NEAR
from bot.matching.reading import SentenceReader
from bot.replies import Context
from facts.reader import Passage, Reading

SOLD = "The Tarn Echo wrote that the board had sold the mole to a bank of Osk."
DENIED = "The master replied that the board had not sold the mole to anybody."
ASIDE = "It rained on the keepers."


def said(*texts: str, sure: float = 0.98) -> str | None:
    """What is answered where the one sentence is read as a yes, and the other as a no with some chance."""
    index = Index([record("post", "2024-05-03", [], None, list(texts))])

    def read(asked: str, passage: Passage) -> Reading:
        chances = {SOLD: (0.98, 0.01), DENIED: (0.01, sure)}
        yes, no = chances.get(passage.sentence, (0.01, 0.01))
        logit = 6.0 if passage.sentence in chances else -8.0
        return marks({passage.sentence: passage.sentence}, logit, yes=yes, no=no)(asked, passage)

    reader = SentenceReader(lambda: StubReader(read))
    given = reply("Did the board sell the mole to a bank of Osk?", index, Context(), reader)[0].answer
    return given.answer if given is not None else None


def test_what_is_said_and_denied_is_not_decided() -> None:
    assert said(SOLD, ASIDE) == "Yes, according to the Tarn Echo"
    assert said(SOLD, DENIED) is None
    assert said(DENIED, ASIDE, SOLD) is None


def test_what_is_far_off_or_unsure_disputes_nothing() -> None:
    far = [f"It rained on the {at}th lock." for at in range(4, 4 + NEAR)]
    assert said(SOLD, *far, DENIED) is not None
    assert said(SOLD, DENIED, sure=0.3) is not None
