"""What a person wrote below a sentence is found by near wordings, and given or offered before the sentence's words."""

from __future__ import annotations

import msgspec
import pytest
from stub_reader import StubReader, marks
from two_reports import TERN, record

from bot.dialog import reply
from bot.index import Index
from bot.matching.reading import SentenceReader
from bot.replies import Context, Reply

SLIPWAY = "The old slipway, which leaks, is to be left as it is, and boats are mended at Osk Yard and on Brill Quay."
FACTS = [
    ("What becomes of the old slipway?", "Nothing, it stays as it is", SLIPWAY),
    ("Where can skippers have their boats mended?", "at Osk Yard and on Brill Quay", SLIPWAY),
    ("What do skippers think of scrapping the slipway?", "They are against it", "Skippers were angry."),
]


def said(question: str, sentence: str, words: str, *, logit: float = 6.0) -> Reply:
    written = record("post", "2024-05-03", FACTS, TERN)
    ids = tuple(sorted(fact.id for fact in written.facts))
    index = Index([msgspec.structs.replace(written, by_hand=ids)])
    reader = SentenceReader(lambda: StubReader(marks({sentence: words}, logit)))
    return reply(question, index, Context(), reader)[0]


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [
        ("Where can skippers get a boat mended?", "Brill Quay", "at Osk Yard and on Brill Quay"),
        ("Where can the skippers have boats mended?", "Osk Yard", "at Osk Yard and on Brill Quay"),
    ],
)
def test_it_is_given_for_a_part_of_it(question: str, words: str, answer: str) -> None:
    given = said(question, SLIPWAY, words).answer
    assert given is not None
    assert given.answer == answer


@pytest.mark.parametrize(
    ("question", "sentence", "words", "offers"),
    [
        ("How do skippers feel about scrapping the slipway?", "Skippers were angry.", "angry", "They are against it"),
        # The contrary, or another thing.
        ("What do skippers think of keeping the slipway?", "Skippers were angry.", "angry", "angry"),
        ("What becomes of the new slipway?", SLIPWAY, "left as it is", "is to be left as it is"),
    ],
)
def test_it_is_offered_for_the_words_of_its_sentence(question: str, sentence: str, words: str, offers: str) -> None:
    reply_ = said(question, sentence, words, logit=-3.0)
    assert [each.answer for each in (reply_.answer, *reply_.suggestions) if each][:1] == [offers]
