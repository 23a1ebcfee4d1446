"""Who did a thing to another object than a question names: of two who denounced something, one the pact and one the
findings, the one who denounced the pact."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from bot.matching import decision
from bot.matching.deeds_told import Deed, deeds
from bot.matching.reading import Read, shown_at_most
from bot.matching.yes_no.told import SAME
from bot.question import Question
from bot.question.cues import MEETING_TERMS
from bot.question.shape import PREPOSITIONS

_ENDS: Final = PREPOSITIONS - {"of"}


def own_object_first(question: Question, found: Sequence[Read]) -> list[Read]:
    """Sentences that were read, without a sure one among them that tells who did what is asked about to something that
    a question does not name, where another sentence of its article tells who else did it to something else."""
    asked = question.analysis
    if asked.answer_type != "who" or asked.asked_role != "subject" or asked.predicate is None or asked.negated:
        return list(found)
    told = {at: deed for at, read in enumerate(found) if (deed := _deed_of(asked.predicate, read))}
    apart = {at for at in told if any(_is_apart(found, told, at, other) for other in told)}
    others = {at for at in apart if not _is_named(found[at], told[at], asked.predicate)}
    held = [shown_at_most(read) if at in others else read for at, read in enumerate(found)]
    return sorted(held, key=lambda read: read.score < decision.SHOWN) if others & {0} else held


def _deed_of(verb: str, read: Read) -> Deed | None:
    """The only deed of a sentence that has a verb, where it is told whom or what it was done to."""
    own = [told for told in deeds(read.candidate.sentence.text) if told.verb == verb and not told.denied]
    return own[0] if len(own) == 1 and _object(own[0]) else None


def _is_apart(found: Sequence[Read], told: dict[int, Deed], at: int, other: int) -> bool:
    """Whether two sentences are of one article, and neither who did it nor to what is the same in both."""
    mine, its = told[at], told[other]
    if at == other or found[at].candidate.sentence.article != found[other].candidate.sentence.article:
        return False
    who, whose = ({word.term for word in each.who if not word.is_stop} for each in (mine, its))
    same = who <= whose or whose <= who
    return not same and _object(mine).isdisjoint(_object(its))


def _is_named(read: Read, told: Deed, verb: str) -> bool:
    """Whether a question names what a deed was done to, by its words or what they may mean."""
    things = _object(told)
    others = [word for word in read.candidate.asked if word.word.term != verb]
    if things & MEETING_TERMS and any(word.word.term in MEETING_TERMS for word in others):
        return True
    return not others or any(word.found_in(things) >= SAME for word in others)


def _object(told: Deed) -> frozenset[str]:
    """The terms of what a deed was done to, without what else is told of it."""
    words = list(itertools.takewhile(lambda word: word.surface not in _ENDS, told.what))
    behind = itertools.takewhile(lambda word: not word.surface.endswith("ing"), words[2:])  # "…, calling it a shame"
    return frozenset(word.term for word in (*words[:2], *behind) if not word.is_stop)
