"""Ids that once stood on a page and stand there no more: where buttons and links that name them lead.

They lead to the fact that says the same in the same sentence, or else to the sentence.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from facts.folding import fold
from facts.model import Fact, FormerFact, Sentence
from facts.pages.quotes import likeliest, places

if TYPE_CHECKING:
    from facts.pages.page import Page

MOST = 500
"""How many former ids a page remembers; the oldest are forgotten first."""

Stood = Mapping[str, str]
"""By id, the digests of the sentence that a fact stood below and of its answer."""


def names(page: Page, sentences: Sequence[Sentence], shown: Sequence[Fact]) -> tuple[FormerFact, ...]:
    """The ids that once named a fact of a page and name none that is shown; `sentences` are those that are shown."""
    present = {fact.id for fact in shown}
    lost = {name: stood for name, stood in page.compiled.stood.items() if name not in present}
    lost |= _stood(page.sentences, [fact for fact in page.facts if fact.id not in present])
    return tuple(_found(lost, sentences, shown)) if lost else ()


def _found(lost: Stood, sentences: Sequence[Sentence], shown: Sequence[Fact]) -> Iterator[FormerFact]:
    numbers = {digest(sentence.text): n for n, sentence in reversed(list(enumerate(sentences)))}
    standing = {stood: name for name, stood in reversed(_stood(sentences, shown).items())}
    for name, stood in lost.items():
        sentence = numbers.get(stood.partition(" ")[0])
        if sentence is not None:
            yield FormerFact(name, sentence, standing.get(stood))


def remembering(page: Page, before: Page | None) -> Page:
    """A page whose ledger says of all its facts, and of all that it had before, where they stand or stood.

    What stood below a sentence that is gone stands below the one that is most like it.
    """
    now = _stood(page.sentences, page.facts)
    past: dict[str, str] = {}
    if before is not None:
        past = {**before.compiled.stood, **_stood(before.sentences, before.facts)}
        past = {name: stood for name, stood in past.items() if name not in now}
        past = _moved(dict(list(past.items())[-MOST:]), before.sentences, page.sentences)
    ledger = msgspec.structs.replace(page.compiled, stood={**past, **now})
    return dataclasses.replace(page, compiled=ledger)


def _moved(past: dict[str, str], old: Sequence[Sentence], new: Sequence[Sentence]) -> dict[str, str]:
    """What stood below the old sentences, below the new ones."""
    known = {digest(sentence.text) for sentence in new}
    by_digest = {digest(sentence.text): sentence for sentence in old}
    to: dict[str, str] = {}
    for stood in past.values():
        own = stood.partition(" ")[0]
        if own not in known and own not in to and (sentence := by_digest.get(own)) is not None:
            found = likeliest(new, sentence.text, sentence.span[0])
            to[own] = digest(found.text) if found is not None else own
    return {
        name: f"{to.get(sentence, sentence)} {answer}"
        for name, (sentence, _, answer) in ((name, stood.partition(" ")) for name, stood in past.items())
    }


def _stood(sentences: Sequence[Sentence], facts: Iterable[Fact]) -> dict[str, str]:
    """Where facts stand."""
    facts = list(facts)
    if not sentences:
        return {}
    texts = [digest(sentences[n].text) for n in places(sentences, facts)]
    return {fact.id: f"{text} {digest(fold(fact.answer))}" for fact, text in zip(facts, texts, strict=True)}


def digest(text: str) -> str:
    """What stands for a text in `Stood`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
