"""What the question word and its neighbours say: the answer's type and subtype, the noun asked for, its role.

Each reader takes the words of a question and a place among them, and looks at few words beside it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from bot.question import cues
from bot.question.tokens import Token, stem, surface_at
from facts.model import Kind
from facts.verbs import PASTS

Role = Literal["subject", "object"]
"""Whether the one who does is asked for or what is done."""

_NO_CHOICE = frozenset("any anybody anyone anything at even less more never not otherwise so".split())
"""Words behind an "or" between which and what is before it nobody has to choose: "or not", "or at least"."""
PREPOSITIONS = frozenset("about against at by during for from in into of on over to through under with within".split())

_TIMES = frozenset(map(stem, "month year".split()))
_WHICH_TIME = frozenset("last past this next previous preceding coming current same every each per".split())
_AWAY = frozenset("ago before earlier".split())
"""What stands before or behind a time that is told and not asked for."""
_LASTING = frozenset("delivery handling journey processing reaction response target travel waiting".split())
"""What makes a "time" one that something lasts: "waiting time for a berth"."""


@dataclasses.dataclass(frozen=True, slots=True)
class QuestionShape:
    """What the question word and its neighbours say.

    `focus` are the places of the noun asked for, `skipped` those of words that are used up, `rest` is where the
    remaining words begin.
    """

    answer_type: Kind | None
    answer_subtype: cues.Subtype = ""
    focus: tuple[int, ...] = ()
    skipped: frozenset[int] = frozenset()
    rest: int = 0
    asked_role: Role | None = None


def shape_of(words: Sequence[Token]) -> QuestionShape:
    """Find the question word and read what stands around it."""
    surfaces = [w.surface for w in words]
    if not surfaces:
        return QuestionShape(None)
    start = 1 if len(surfaces) > 1 and surfaces[0] in PREPOSITIONS and surfaces[1] in cues.WH else 0
    if surfaces[start] in cues.WH:
        return _wh_shape(words, start)
    if surfaces[0] in cues.AUXILIARIES and len(surfaces) > 1:
        return _yes_no_shape(words)
    for at, surface in enumerate(surfaces):
        if surface in cues.WH and not (at and surface in ("that", "which", "as") and surfaces[at - 1] in PREPOSITIONS):
            relative = at and surface == "who" and not any(f in cues.WH for f in surfaces[at + 1 :])
            shape = _wh_shape(words, at)
            return dataclasses.replace(shape, focus=(at - 1,)) if relative and at == 1 else shape
    return _cue_shape(words)


def _yes_no_shape(words: Sequence[Token]) -> QuestionShape:
    behind = (surface_at(words, at + 1) for at, word in enumerate(words) if at > 1 and word.surface == "or")
    choice = any(surface not in _NO_CHOICE for surface in behind)
    return QuestionShape("how" if choice else "yes_no", "choice" if choice else "", rest=1)


def _wh_shape(words: Sequence[Token], at: int) -> QuestionShape:
    """Read a question word at a place."""
    surface = words[at].surface
    if surface in ("what", "which"):
        return _what_shape(words, at)
    if surface == "how":
        return _how_shape(words, at)
    after = at + 1
    if surface in ("who", "whom", "whose"):
        if words[-1].surface == "by" and surface_at(words, after) in cues.AUXILIARIES:
            return QuestionShape("who", rest=after, asked_role="subject")
        if surface_at(words, after) in cues.BE and names_somebody(words, after + 1):
            role = _focus(words, after + 2) if surface_at(words, after + 1) in cues.DETERMINERS else ()
            return QuestionShape("who", "identity", focus=role, rest=after + 1)
        return QuestionShape("who", rest=after, asked_role=_asked_role(words, after))
    types: dict[str, Kind] = {"when": "when", "where": "where", "why": "why"}
    return QuestionShape(types[surface], rest=after)


def _what_shape(words: Sequence[Token], at: int) -> QuestionShape:
    """Read "what …" and "which …": the noun after it, or after "is the", says what is asked for."""
    which = words[at].surface == "which"
    after = at + 1
    if any(w.term == "stand-for" for w in words[after:]):
        skipped = frozenset(i for i, w in enumerate(words) if w.term == "stand-for")
        return QuestionShape("definition", "long_form", skipped=skipped, rest=after + 1)
    noun = after
    copula = surface_at(words, after) in cues.BE
    if copula:
        noun = after + 1
    while surface_at(words, noun) in cues.DETERMINERS | cues.HOW_OFTEN:
        noun += 1
    if at and words[at - 1].surface == "in" and surface_at(words, noun) in cues.PLACES:
        return QuestionShape("where", skipped=frozenset({noun}), rest=noun + 1)
    cue = cue_at(words, noun)
    several = surface_at(words, noun).endswith("s")  # "which fees" are asked for by name, as "towns" and "cities" are
    if cue and (surface_at(words, noun) == "towns" or (which and several and cue.answer_subtype == "money")):
        cue = None
    if cue and not (copula and cue.answer_type == "who" and cue.answer_subtype != "role"):
        light = frozenset({noun}) if cue.consumed else frozenset()
        focus = _focus_after_of(words, noun) if cue.answer_type == "how_many" else ()
        does = _past_behind(words, noun + 1) if cue.answer_type == "who" and not copula else None
        return QuestionShape(
            cue.answer_type,
            cue.answer_subtype,
            focus=focus,
            skipped=light,
            rest=noun + 1 if does is None else does,
            asked_role=None if does is None else "subject",
        )
    if words[-1].term == "mean" and surface_at(words, after) in cues.DO:
        skipped = frozenset({len(words) - 1})
        return QuestionShape("definition", "long_form", skipped=skipped, rest=after + 1)
    if copula:
        tail = [
            i
            for i, w in enumerate(words)
            if i > noun and w.surface in cues.ROLES and cues.NOUNS[w.surface].answer_subtype == "role"
        ]
        if not which and tail and tail[-1] == len(words) - 1:
            return QuestionShape("who", "role", skipped=frozenset(tail), rest=noun)
        return QuestionShape("which" if which else "what", "identity", rest=after + 1)
    if surface_at(words, after) in cues.AUXILIARIES:
        aim = any(w.term in cues.AIMS for w in words[after:]) and surface_at(words, after) in cues.DO
        return QuestionShape("why" if aim else "what", rest=after + 1, asked_role=_asked_role(words, after))
    focus = _focus(words, after)
    rest = (focus[-1] + 1) if focus else after
    return QuestionShape(
        "which" if which or focus else "what", focus=focus, rest=rest, asked_role=_asked_role(words, rest)
    )


def _past_behind(words: Sequence[Token], start: int) -> int | None:
    """The place of what those did whom a noun before a place names: "which members of the lock board *backed* it"."""
    for at in range(start, len(words)):
        surface, before = words[at].surface, surface_at(words, at - 1)
        if surface in cues.AUXILIARIES or surface in cues.WH:
            return None
        if (surface in PASTS or surface.endswith("ed")) and before not in cues.DETERMINERS:
            return at
        if at == start and surface not in PREPOSITIONS:
            return None
    return None


def _how_shape(words: Sequence[Token], at: int) -> QuestionShape:
    """Read "how …": many, much, long, often, far, or the manner."""
    after = surface_at(words, at + 1)
    if after == "many":
        return QuestionShape("how_many", focus=_focus(words, at + 2), rest=at + 2)
    if after in cues.EXTENTS:
        answer_type, subtype = cues.EXTENTS[after]
        near = words if after == "much" else words[at + 2 : at + 5]  # "how big was the fine"
        if subtype == "extent" and any(w.term in cues.MONEY_TERMS for w in near):
            subtype = "money"
        return QuestionShape(answer_type, subtype, skipped=frozenset({at + 1}), rest=at + 2)
    if after == "come":
        return QuestionShape("why", skipped=frozenset({at + 1}), rest=at + 2)
    return QuestionShape("how", rest=at + 1, asked_role=_asked_role(words, at + 1))


def _cue_shape(words: Sequence[Token]) -> QuestionShape:
    """Keywords without a question word: the last cue noun among them says what is asked for."""
    for at in reversed(range(len(words))):
        cue = cue_at(words, at)
        if words[at].surface in ("time", "times") and surface_at(words, at - 1) in _LASTING:
            return QuestionShape("how", "duration")
        if cue and not _tells_when(words, at):
            focus = _focus_after_of(words, at) if cue.answer_type == "how_many" else ()
            return QuestionShape(
                cue.answer_type,
                cue.answer_subtype,
                focus=focus,
                skipped=frozenset({at}) if cue.consumed else frozenset(),
            )
    return QuestionShape(None)


def _tells_when(words: Sequence[Token], at: int) -> bool:
    """Whether a noun of time at a place tells when ("last year", "five years ago") and does not ask for that."""
    if words[at].term not in _TIMES:
        return False
    return surface_at(words, at - 1) in _WHICH_TIME or surface_at(words, at + 1) in _AWAY


def _focus(words: Sequence[Token], start: int) -> tuple[int, ...]:
    """The places of the noun phrase that begins at a place, its head last."""
    found: list[int] = []
    for at in range(start, min(start + 5, len(words))):
        word = words[at]
        if word.surface in cues.AUXILIARIES or word.surface in PREPOSITIONS or word.surface in cues.WH:
            break
        if word.is_stop:
            continue
        if found and _head_ends(words, found[-1]) and not _auxiliary_ahead(words, at):
            break
        if word.term in cues.VERBAL_TERMS and found:
            break
        found.append(at)
    return tuple(found)


def _head_ends(words: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may end with the word at a place: not with an adjective of a country."""
    return not words[at].term.startswith("=") and not re.fullmatch(
        r"partner|other|different|new|cabinet", words[at].surface
    )


def _auxiliary_ahead(words: Sequence[Token], at: int) -> bool:
    return any(w.surface in cues.AUXILIARIES for w in words[at : at + 3])


def _focus_after_of(words: Sequence[Token], at: int) -> tuple[int, ...]:
    return _focus(words, at + 2) if surface_at(words, at + 1) == "of" else ()


def _asked_role(words: Sequence[Token], at: int) -> Role | None:
    """Whether what follows the question word leaves the subject open or the object."""
    surface = surface_at(words, at)
    if surface in cues.DO:
        return "object"
    if surface not in cues.AUXILIARIES:
        return "subject" if surface else None
    after = surface_at(words, at + 1)
    if after in cues.DETERMINERS or after in cues.SUBJECT_PRONOUNS:
        return "subject" if words[-1].surface == "by" else "object"
    end = at
    while surface_at(words, end) in cues.AUXILIARIES:
        end += 1
    passive = any(w.surface in cues.BE for w in words[at:end]) and not surface_at(words, end).endswith("ing")
    if passive and names_somebody(words, end):
        return None
    return "object" if passive and words[-1].surface != "by" else "subject"


def names_somebody(words: Sequence[Token], at: int) -> bool:
    """Whether a person or thing is named at a place, rather than something that was done."""
    if at >= len(words):
        return True
    word = words[at]
    if word.surface in PREPOSITIONS:
        return False
    doing = word.surface.endswith(("ed", "ing")) or word.term in cues.VERBAL_TERMS or word.surface in cues.PARTICIPLES
    return not doing and word.surface not in cues.AUXILIARIES


def cue_at(words: Sequence[Token], at: int) -> cues.Cue | None:
    """What the noun at a place asks for, if it says so."""
    return cues.NOUNS.get(words[at].surface) or cues.NOUNS.get(words[at].term) if at < len(words) else None
