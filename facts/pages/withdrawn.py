"""Answers that a person took back of a sentence: those hidden, deleted or written over. No reader may give them again.

That a fact is taken out does not change what its sentence says. But who takes it out holds its answer to be wrong, so
that nobody is to be told the same by other means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from facts.folding import SMALL_WORDS, fold
from facts.model import Fact, Sentence, WithdrawnAnswer
from facts.naming import WORD
from facts.pages import former
from facts.pages.quotes import places, squeeze

if TYPE_CHECKING:
    from facts.pages.page import Page

SAME: Final = 0.8
"""Share of the words of the shorter of two answers, small ones aside, that the longer has if they say the same."""
PART: Final = 0.5
"""Share of an answer's words that must be said for it to be given."""


def answers(page: Page, sentences: Sequence[Sentence], own: Sequence[Fact]) -> tuple[WithdrawnAnswer, ...]:
    """What a person took back of each of some sentences; `own` are the facts of a person that are shown.

    What a person says below the same sentence all the same is not taken back.
    """
    numbers = {former.digest(sentence.text): n for n, sentence in reversed(list(enumerate(sentences)))}
    said = list(zip(places(sentences, own), own, strict=True)) if sentences else []
    found: dict[WithdrawnAnswer, None] = {}
    for sentence, answer in _taken_back(page):
        n = numbers.get(sentence)
        if n is not None and not any(at == n and gives(fact.answer, answer) for at, fact in said):
            found[WithdrawnAnswer(n, answer)] = None
    return tuple(found)


def gives(said: str, answer: str) -> bool:
    """Whether by words that are said an answer is given: they have all of it, or half and hardly anything else.

    >>> gives("Ann Poole of Ostford", "Ann Poole"), gives("Ann", "Ann Poole"), gives("Ann Reed", "Ann Poole")
    (True, True, False)
    """
    mine, its = (set(WORD.findall(fold(text))) for text in (said, answer))
    mine, its = mine - SMALL_WORDS or mine, its - SMALL_WORDS or its
    if not mine or not its:
        return fold(said) == fold(answer)
    shared = len(mine & its)
    return shared >= SAME * min(len(mine), len(its)) and shared >= PART * len(its)


def _begins_in(evidence: str, sentence: str) -> bool:
    """Whether evidence begins in a sentence. That of a fact which was hidden when it went from the article does not."""
    return evidence in sentence or any(evidence.startswith(sentence[n:]) for n in range(len(sentence) - 1))


def _taken_back(page: Page) -> Iterator[tuple[str, str]]:
    """The digest of a sentence and the answer that it is not to give."""
    written, ledger = page.compiled.answers, page.compiled
    facts = {fact.id: fact for fact in page.facts}
    standing = dict(zip(facts, places(page.sentences, page.facts), strict=True)) if page.sentences else {}
    for name, n in standing.items():
        text = page.sentences[n].text
        sentence = former.digest(text)
        if name in page.hidden and _begins_in(squeeze(facts[name].evidence), text):
            yield sentence, facts[name].answer
        if name in written and not gives(facts[name].answer, written[name]):
            yield sentence, written[name]
    for name, answer in written.items():
        if name not in facts and name in ledger.facts and name in ledger.stood:
            yield ledger.stood[name].partition(" ")[0], answer
