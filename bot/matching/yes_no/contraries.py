"""Deeds of which one rules out the other: what was rejected was not approved, who boycotted a fair did not attend."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator
from typing import Final

from bot.matching.deeds_told import NOT, Deed
from bot.question.cues import BE
from bot.question.tokens import stem, tokens
from facts.expressions import expression

_PAIRS: Final = tuple(
    tuple(frozenset(map(stem, side.split())) for side in pair)
    for pair in (
        (
            "accept adopt approve pass carry ratify endorse grant authorise authorize",
            "reject refuse defeat dismiss veto decline",
        ),
        ("support back endorse", "oppose reject"),
        ("comply honour obey observe respect", "breach break defy flout violate"),
        ("attend", "boycotted miss skip"),
        ("rise increase grow", "fall decline drop shrink decrease"),
        ("uphold confirm", "overturn annul quash"),
        ("win", "lose"),
        ("allow permit", "ban forbid prohibit"),
        ("raise increase", "lower cut reduce"),
        ("keep retain", "abolish scrap axe"),
        ("stay remain", "leave depart"),
        ("meet reach hit achieve", "miss"),
        ("admit include", "exclude omit"),
        ("publish disclose release reveal", "withhold conceal hide"),
        ("strengthen tighten", "weaken relax loosen ease"),
        ("widen", "narrow"),
        ("lengthen extend prolong", "shorten curtail"),
        ("welcome praise applaud", "condemn denounce deplore"),
        ("acquit clear", "convict"),
        ("promote", "demote"),
        ("agree", "disagree"),
        ("remember", "forget"),
        ("add", "delete remove"),
        ("overspend exceed", "underspend"),
    )
)
_EITHER: Final = {stem("attend"): frozenset(map(stem, "boycotted miss skip".split()))}
"""Deeds, each with those of which one is told where it is denied."""
_LOST: Final = frozenset(map(stem, ("lose", "fall")))
_CARRIED: Final = frozenset(map(stem, "accept adopt approve carry pass".split()))
_PUT: Final = frozenset(map(stem, "amendment bill motion proposal resolution".split()))
"""What is carried or lost; of anything else these verbs are no contraries."""
_FAILS: Final = {
    stem("fall"): (("short",), ("through",)),
    stem("come"): (("to", "nothing"), ("to", "naught")),
    "founder": ((),),
}
"""Verbs, each with the words behind it with which it says that something failed."""
THROUGH: Final = tokens("through")
_SUCCEEDS: Final = ((stem("succeed"), ()), (stem("go"), THROUGH))
"""How it is asked if something did not: "did the sale go through?"."""
_OPEN: Final = frozenset("can could had may might must shall should will would".split())
"""Auxiliaries of what is not said to be so, or was so before what else is told."""
_CLAUSE: Final = expression(r"[;:,()“”\"–—]| (?:and|but|while|whereas) ")
_EARLIER: Final = expression(
    r"\b(?:at first|first|earlier|initial(?:ly)?|previous(?:ly)?|before|once|twice|until|again|originally|in the past|"
    r"last (?:year|month|week)|then|later)\b",
    re.IGNORECASE,
)
"""By what a sentence tells of more than one time: what was rejected at first may have been approved since."""


def tells_of_more_than_one_time(sentence: str) -> bool:
    """Whether what a sentence tells may be otherwise at another time that it speaks of.

    >>> tells_of_more_than_one_time("The club at first rejected the plan.")
    True
    """
    return _EARLIER.search(sentence) is not None


def are_contrary(terms: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a deed among some terms rules out one among others.

    >>> are_contrary(frozenset(("keep", "boat")), frozenset(("scrap", "boat")))
    True
    """
    return any(mine & terms and its & others for pair in _PAIRS for mine, its in itertools.permutations(pair))


def as_asked(told: Deed, sentence: str) -> Iterator[Deed]:
    """A deed as the denial of each of its contraries; none where it is left open, or was so only before.

    What is itself denied affirms nothing of the contrary: who did not reject a plan need not have approved it; but who
    did not attend missed it.
    """
    if told.open or told.auxiliaries & _OPEN:
        return
    if (failed := _failed(told)) is not None:
        for verb, behind in _SUCCEEDS:
            yield dataclasses.replace(failed, verb=verb, what=behind + failed.what, denied=True)
    elif told.denied:
        yield from (dataclasses.replace(told, verb=verb, denied=False) for verb in sorted(_EITHER.get(told.verb, ())))
    else:
        whole = _with_what_is_to_be_done(told, sentence)
        yield from (dataclasses.replace(whole, verb=verb, denied=True) for verb in sorted(_contraries(whole)))


def _failed(told: Deed) -> Deed | None:
    """A deed that says that something failed, without the words that do ("fell *short* at the meeting"), or None."""
    if NOT & told.auxiliaries:
        return None
    for behind in _FAILS.get(told.verb, ()):
        if tuple(word.surface for word in told.what[: len(behind)]) == behind:
            return dataclasses.replace(told, what=told.what[len(behind) :])
    return None


def _contraries(told: Deed) -> frozenset[str]:
    found = frozenset[str]()
    for pair in _PAIRS:
        for mine, its in itertools.permutations(pair):
            found |= mine if told.verb in its else frozenset()
    of_motion = any(word.term in _PUT for word in (*told.who, *told.what))
    return found | _CARRIED if told.verb in _LOST and of_motion else found


def _with_what_is_to_be_done(told: Deed, sentence: str) -> Deed:
    """A deed that was done to something, with all of what that is: "the motion *to sell the lock*"."""
    if told.who or not told.auxiliaries & BE:
        return told
    for clause in _CLAUSE.split(sentence):
        words = tokens(clause)
        at = next((at for at, word in enumerate(words) if word.term == told.verb), None)
        if at is not None and any(word.surface == "to" for word in words[:at]):
            return dataclasses.replace(told, what=words[:at] + words[at + 1 :])
    return told
