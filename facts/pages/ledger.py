"""What the compiler wrote itself, as digests: by them it is told what people changed.

Digests do not depend on how a page is laid out: one of schema 1 and the same page of schema 2 have the same, and so do
a page read with its article at hand and without.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from facts.model import Fact
from facts.naming import first_free, numbered, stem
from facts.pages.quotes import squeeze


class Ledger(msgspec.Struct, array_like=True, frozen=True):
    """What the compiler wrote itself: digests by article and meeting field and by fact id.

    `by` names the compiler, `read` is the digest of what it read; both equal means that nothing is to do.
    """

    by: str = ""
    read: str = ""
    article: dict[str, str] = {}
    meeting: dict[str, str] = {}
    facts: dict[str, str] = {}


def digest(data: object) -> str:
    """Return 12 hexadecimal digits that stand for plain data, the same on every machine."""
    return hashlib.sha256(_canonical(data).encode("ascii")).hexdigest()[:12]


_canonical = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str).encode


def fact_digest(fact: Fact, *, hidden: bool = False) -> str:
    """Return the digest of all that a fact says, whatever it is called and wherever its quote stands."""
    data: dict[str, Any] = {
        "question": fact.question,
        "answer": fact.answer,
        "kind": fact.kind,
        "variants": fact.variants,
        "value": fact.value,
        "confidence": fact.confidence,
        "evidence": squeeze(fact.evidence),
    }
    return digest({**data, "hidden": True} if hidden else data)


def ids_by_rule(
    facts: Sequence[Fact], written: Sequence[str | None], digest_of: Callable[[int], str], past: Ledger
) -> list[str]:
    """The ids of facts: those that are written, and, where none is, those that follow from their questions.

    What the compiler wrote keeps the id that it has in the ledger, also where a person put a fact with a question much
    like its own in front of it; all others are numbered in their order. `digest_of` gives the digest of a fact by its
    position.
    """
    ids = list(written)
    taken = {name for name in ids if name is not None}
    stems = {n: stem(facts[n].question, facts[n].kind) for n, name in enumerate(ids) if name is None}
    counts = Counter(stems.values())
    for n, first in stems.items():
        own: str | None = first
        if counts[first] > 1 or f"{first}-2" in past.facts:  # or else there is only one that it can be
            own = _compiled_id(first, digest_of(n), past.facts, taken)
        if own is not None and own not in taken:
            ids[n] = own
            taken.add(own)
    for n, first in stems.items():
        if ids[n] is None:
            ids[n] = free = first_free(first, taken)
            taken.add(free)
    return [name for name in ids if name is not None]


def _compiled_id(first: str, found: str, compiled: Mapping[str, str], taken: set[str]) -> str | None:
    """The id that begins so and has this digest in the ledger."""
    for name in numbered(first):
        if name not in compiled:
            return None
        if name not in taken and compiled[name] == found:
            return name
    return None
