"""What the compiler wrote into a page itself, as digests: by them it is told what people changed.

Digests do not depend on how a page is laid out: pages of older schemas and the same page of today have the same, and so
do a page read with its article at hand and without.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from facts.model import Fact, Meeting
from facts.naming import first_free, numbered, stem
from facts.pages.derived import complete
from facts.pages.quotes import squeeze

IMPORTED: Final = "import"
"""What a ledger says of who made a page of questions and answers that were brought in."""


class Ledger(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the compiler wrote itself: digests by article and meeting field and by fact id.

    `by` names the compiler, `read` is the digest of what it read; both equal means that nothing is to do. `answers` are
    what its facts answered, `read_meeting` is the meeting as it was read, `stood` says of every id that ever was on the
    page where it stood: the digests of its sentence and of its answer. `was` are the ids that the article had before
    its file was renamed. `lost` are ids of facts that are hidden only because their evidence is gone, `silenced`
    digests of hidden sentences that are gone, `quoted` says of facts to be looked at again with which answer (its
    digest) and evidence they were checked: all is as it was once these stand in the article again. `imported` says
    that the page was made of a table, whose facts alone it has. `sentences` says by its digest where each sentence
    stood in the article that was read (its first code point and the one behind it).
    """

    by: str = ""
    read: str = ""
    article: dict[str, str] = {}
    meeting: dict[str, str] = {}
    facts: dict[str, str] = {}
    answers: dict[str, str] = {}
    read_meeting: Meeting | None = None
    stood: dict[str, str] = {}
    was: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    silenced: tuple[str, ...] = ()
    quoted: dict[str, str] = {}
    imported: bool = False
    sentences: dict[str, str] = {}

    def has_given_meeting(self) -> bool:
        """Whether the meeting is what a table told, and not one that was read in the article."""
        return self.imported and bool(self.meeting) and self.read_meeting is None

    def is_missing(self) -> bool:
        """Whether nothing is known of what the compiler wrote, as for a page without a ledger."""
        return msgspec.structs.replace(self, was=()) == Ledger()


def digest(data: object) -> str:
    """Return 12 hexadecimal digits that stand for plain data, the same on every machine."""
    return hashlib.sha256(_canonical(data).encode("ascii")).hexdigest()[:12]


_canonical = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str).encode


def fact_digest(fact: Fact, *, hidden: bool = False, checked: bool = False) -> str:
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
    marks = {name: True for name, is_so in (("hidden", hidden), ("checked", checked)) if is_so}
    return digest({**data, **marks})


def renewed(old: Ledger, facts: Iterable[Fact], hidden: frozenset[str], digest_of: Callable[[Fact], str]) -> Ledger:
    """The ledger of a page of an older form with today's digests for what is as the compiler wrote it.

    `digest_of` gives the digests of that form. What people changed keeps one that differs, and `read` is empty: the
    next compile has something to do.
    """
    untouched = {
        fact.id: fact_digest(complete(fact))
        for fact in facts
        if fact.id not in hidden and old.facts.get(fact.id) == digest_of(fact)
    }
    return msgspec.structs.replace(old, read="", facts={**old.facts, **untouched})


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
