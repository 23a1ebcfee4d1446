"""Sentences that a person hid, or took out of a page: what is not read in an article, also when it is compiled anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from facts.model import Sentence
from facts.pages import former
from facts.pages.ledger import Ledger, digest
from facts.pages.quotes import alike, same_sentences, squeeze

if TYPE_CHECKING:
    from facts.pages.page import Page


def written(sentences: Iterable[Sentence]) -> dict[str, str]:
    """What a ledger says of the sentences that a compile writes: by its digest, where each stands in the article."""
    return {digest(each.text): "{} {}".format(*each.span) for each in sentences}


def written_in(text: str, ledger: Ledger) -> list[Sentence]:
    """The sentences that a compile has written, as far as an article's text has them where they stood."""
    found = []
    for name, place in ledger.sentences.items():
        start, end = map(int, place.split())
        if digest(said := squeeze(text[start:end])) == name:
            found.append(Sentence(said, (start, end)))
    return found


def has_all(page: Page) -> bool:
    """Whether a page has every sentence that a compile has written into it, word for word."""
    return page.compiled.sentences.keys() <= {digest(each.text) for each in page.sentences}


def taken_out(page: Page, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those of an article's sentences that a compile has written into its page and that are not there any more.

    None of them is what a sentence of the page has become, or a part of one.
    """
    there = {digest(each.text) for each in page.sentences}
    gone = [each for each in sentences if (name := digest(each.text)) in page.compiled.sentences and name not in there]
    known = {each.text for each in sentences} if gone else set()
    others = [each for each in page.sentences if each.text not in known]
    return [
        each for each in gone if alike(others, each.text) is None and not any(each.text in one.text for one in others)
    ]


def facts_below(page: Page, sentence: Sentence) -> int:
    """How many facts stood below a sentence that was taken out of a page, and went with it."""
    own, there = former.digest(sentence.text), {fact.id for fact in page.facts}
    return sum(at.startswith(own) and name not in there for name, at in page.compiled.stood.items())


def with_hidden(
    old: tuple[Sentence, ...], new: tuple[Sentence, ...], silenced: Collection[str] = ()
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The new sentences, hidden where a person hid the same one before, or one that has become a new one; and the
    hidden ones that are gone; `silenced` are digests of those that were gone before, or taken out."""
    stands = same_sentences([each.text for each in old], [each.text for each in new])
    fresh = [sentence for n, sentence in enumerate(new) if n not in stands.values()]
    hidden = {stands[n] for n, each in enumerate(old) if each.hidden and n in stands}
    hidden |= {new.index(each) for each in fresh if digest(each.text) in silenced}
    gone = []
    for n, each in enumerate(old):
        if each.hidden and n not in stands:
            if (now := alike(fresh, each.text)) is not None:
                hidden.add(new.index(now))
            else:
                gone.append(each)
    marked = (msgspec.structs.replace(each, hidden=True) if n in hidden else each for n, each in enumerate(new))
    return tuple(marked), tuple(gone)
