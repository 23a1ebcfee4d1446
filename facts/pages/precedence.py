"""Which facts of a page give way: what a person wrote wins over what the compiler did where both ask the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from facts.folding import fold
from facts.model import Fact
from facts.naming import STOP, WORD


def asked(question: str) -> str:
    """What two questions have in common that ask the same: their words, without case, articles and signs.

    >>> asked("Who did the Board elect?") == asked("who did Board elect")
    True
    """
    folded = fold(question)
    return " ".join(word for word in WORD.findall(folded) if word not in STOP) or folded


def shown(
    facts: Sequence[Fact], edited: frozenset[str], hidden: frozenset[str], sure: frozenset[str]
) -> tuple[Fact, ...]:
    """The facts that answers are taken from: none that is hidden, and none of the compiler's that is overruled.

    Those that are `sure` have the confidence 1.
    """
    kept = facts if len(edited) == len(facts) else without_overruled(facts, edited, hidden)
    return tuple(
        msgspec.structs.replace(fact, confidence=1.0) if fact.id in sure and fact.confidence != 1 else fact
        for fact in kept
        if fact.id not in hidden
    )


def without_overruled(facts: Iterable[Fact], edited: frozenset[str], hidden: frozenset[str]) -> tuple[Fact, ...]:
    """Facts without those of the compiler that ask what a person's fact is asked by, or that say again what one hid.

    Another way to ask one of the compiler's that asks for a person's is taken away from it.
    """
    facts = tuple(facts)
    if not edited:
        return facts
    own = [fact for fact in facts if fact.id in edited]
    answered = {
        asked(question) for fact in own if fact.id not in hidden for question in (fact.question, *fact.variants)
    }
    refused = {(asked(fact.question), fold(fact.answer)) for fact in own if fact.id in hidden}
    return tuple(_remaining(facts, edited, answered, refused))


def _remaining(
    facts: tuple[Fact, ...], edited: frozenset[str], answered: set[str], refused: set[tuple[str, str]]
) -> Iterator[Fact]:
    for fact in facts:
        if fact.id in edited:
            yield fact
        elif asked(fact.question) not in answered and (asked(fact.question), fold(fact.answer)) not in refused:
            variants = tuple(each for each in fact.variants if asked(each) not in answered)
            yield fact if variants == fact.variants else msgspec.structs.replace(fact, variants=variants)
