"""What the question word and its neighbours say: the kind of answer, its sense, the noun asked for, the side.

Each reader takes the words of a question and a place among them, and looks at few words beside it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from bot.question import cues
from bot.question.tokens import Token
from facts.model import Kind

Sense = Literal[
    "", "time", "day", "money", "duration", "frequency", "role", "identity", "member", "choice", "extent", "long_form"
]
Side = Literal["subject", "object"]

PREPOSITIONS = frozenset("about against at by during for from in into of on over to through under with within".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Framing:
    """What the question word and its neighbours say.

    `focus` are the places of the noun asked for, `skipped` those of words that are used up, `rest` is where the
    remaining words begin.
    """

    kind: Kind | None
    sense: Sense = ""
    focus: tuple[int, ...] = ()
    skipped: frozenset[int] = frozenset()
    rest: int = 0
    side: Side | None = None


def framing(words: Sequence[Token]) -> Framing:
    """Find the question word and read what stands around it."""
    forms = [w.form for w in words]
    if not forms:
        return Framing(None)
    start = 1 if len(forms) > 1 and forms[0] in PREPOSITIONS and forms[1] in cues.WH else 0
    if forms[start] in cues.WH:
        return _wh_frame(words, start)
    if forms[0] in cues.AUXILIARIES and len(forms) > 1:
        return _yes_no_frame(words)
    for at, form in enumerate(forms):
        if form in cues.WH and not (at and form in ("that", "which", "as") and forms[at - 1] in PREPOSITIONS):
            relative = at and form == "who" and not any(f in cues.WH for f in forms[at + 1 :])
            frame = _wh_frame(words, at)
            return dataclasses.replace(frame, focus=(at - 1,)) if relative and at == 1 else frame
    return _cue_frame(words)


def _yes_no_frame(words: Sequence[Token]) -> Framing:
    choice = any(w.form == "or" for w in words[2:])
    return Framing("how" if choice else "yes_no", "choice" if choice else "", rest=1)


def _wh_frame(words: Sequence[Token], at: int) -> Framing:
    """Read a question word at a place."""
    form = words[at].form
    if form in ("what", "which"):
        return _what_frame(words, at)
    if form == "how":
        return _how_frame(words, at)
    after = at + 1
    if form in ("who", "whom", "whose"):
        if words[-1].form == "by" and form_at(words, after) in cues.AUXILIARIES:
            return Framing("who", rest=after, side="subject")
        if form_at(words, after) in cues.BE and names_somebody(words, after + 1):
            role = _focus(words, after + 2) if form_at(words, after + 1) in cues.DETERMINERS else ()
            return Framing("who", "identity", focus=role, rest=after + 1)
        return Framing("who", rest=after, side=_side(words, after))
    kinds: dict[str, Kind] = {"when": "when", "where": "where", "why": "why"}
    return Framing(kinds[form], rest=after)


def _what_frame(words: Sequence[Token], at: int) -> Framing:
    """Read "what …" and "which …": the noun after it, or after "is the", says what is asked for."""
    which = words[at].form == "which"
    after = at + 1
    if any(w.key == "stand-for" for w in words[after:]):
        skipped = frozenset(i for i, w in enumerate(words) if w.key == "stand-for")
        return Framing("definition", "long_form", skipped=skipped, rest=after + 1)
    noun = after
    copula = form_at(words, after) in cues.BE
    if copula:
        noun = after + 1
    while form_at(words, noun) in cues.DETERMINERS:
        noun += 1
    if at and words[at - 1].form == "in" and form_at(words, noun) in cues.PLACES:
        return Framing("where", skipped=frozenset({noun}), rest=noun + 1)
    cue = _cue(words, noun)
    if cue and not (copula and cue.kind == "who" and cue.sense != "role"):
        light = frozenset({noun}) if cue.consumed else frozenset()
        focus = _focus_after_of(words, noun) if cue.kind == "how_many" else ()
        return Framing(cue.kind, cue.sense, focus=focus, skipped=light, rest=noun + 1)
    if words[-1].key == "mean" and form_at(words, after) in cues.DO:
        skipped = frozenset({len(words) - 1})
        return Framing("definition", "long_form", skipped=skipped, rest=after + 1)
    if copula:
        tail = [
            i for i, w in enumerate(words) if i > noun and w.form in cues.ROLES and cues.NOUNS[w.form].sense == "role"
        ]
        if not which and tail and tail[-1] == len(words) - 1:
            return Framing("who", "role", skipped=frozenset(tail), rest=noun)
        return Framing("which" if which else "what", "identity", rest=after + 1)
    if form_at(words, after) in cues.AUXILIARIES:
        aim = any(w.key in cues.AIMS for w in words[after:]) and form_at(words, after) in cues.DO
        return Framing("why" if aim else "what", rest=after + 1, side=_side(words, after))
    focus = _focus(words, after)
    rest = (focus[-1] + 1) if focus else after
    return Framing("which" if which or focus else "what", focus=focus, rest=rest, side=_side(words, rest))


def _how_frame(words: Sequence[Token], at: int) -> Framing:
    """Read "how …": many, much, long, often, far, or the manner."""
    after = form_at(words, at + 1)
    if after == "many":
        return Framing("how_many", focus=_focus(words, at + 2), rest=at + 2)
    if after in cues.EXTENTS:
        kind, sense = cues.EXTENTS[after]
        if after == "much" and any(w.key in cues.MONEY_KEYS for w in words):
            sense = "money"
        return Framing(kind, sense, skipped=frozenset({at + 1}), rest=at + 2)
    if after == "come":
        return Framing("why", skipped=frozenset({at + 1}), rest=at + 2)
    return Framing("how", rest=at + 1, side=_side(words, at + 1))


def _cue_frame(words: Sequence[Token]) -> Framing:
    """Keywords without a question word: the last cue noun among them says what is asked for."""
    for at in reversed(range(len(words))):
        cue = _cue(words, at)
        if cue:
            focus = _focus_after_of(words, at) if cue.kind == "how_many" else ()
            return Framing(cue.kind, cue.sense, focus=focus, skipped=frozenset({at}) if cue.consumed else frozenset())
    return Framing(None)


def _focus(words: Sequence[Token], start: int) -> tuple[int, ...]:
    """The places of the noun phrase that begins at a place, its head last."""
    found: list[int] = []
    for at in range(start, min(start + 5, len(words))):
        word = words[at]
        if word.form in cues.AUXILIARIES or word.form in PREPOSITIONS or word.form in cues.WH:
            break
        if word.is_stop:
            continue
        if found and _head_ends(words, found[-1]) and not _auxiliary_ahead(words, at):
            break
        if word.key in cues.VERBAL_KEYS and found:
            break
        found.append(at)
    return tuple(found)


def _head_ends(words: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may end with the word at a place: not with an adjective of a country."""
    return not words[at].key.startswith("=") and not re.fullmatch(
        r"partner|other|different|new|cabinet", words[at].form
    )


def _auxiliary_ahead(words: Sequence[Token], at: int) -> bool:
    return any(w.form in cues.AUXILIARIES for w in words[at : at + 3])


def _focus_after_of(words: Sequence[Token], at: int) -> tuple[int, ...]:
    return _focus(words, at + 2) if form_at(words, at + 1) == "of" else ()


def _side(words: Sequence[Token], at: int) -> Side | None:
    """Whether what follows the question word leaves the subject open or the object."""
    form = form_at(words, at)
    if form in cues.DO:
        return "object"
    if form not in cues.AUXILIARIES:
        return "subject" if form else None
    after = form_at(words, at + 1)
    if after in cues.DETERMINERS or after in cues.SUBJECT_PRONOUNS:
        return "subject" if words[-1].form == "by" else "object"
    end = at
    while form_at(words, end) in cues.AUXILIARIES:
        end += 1
    passive = any(w.form in cues.BE for w in words[at:end]) and not form_at(words, end).endswith("ing")
    if passive and names_somebody(words, end):
        return None
    return "object" if passive and words[-1].form != "by" else "subject"


def names_somebody(words: Sequence[Token], at: int) -> bool:
    """Whether a person or thing is named at a place, rather than something that was done."""
    if at >= len(words):
        return True
    word = words[at]
    if word.form in PREPOSITIONS:
        return False
    doing = word.form.endswith(("ed", "ing")) or word.key in cues.VERBAL_KEYS or word.form in cues.PARTICIPLES
    return not doing and word.form not in cues.AUXILIARIES


def _cue(words: Sequence[Token], at: int) -> cues.Cue | None:
    """What the noun at a place asks for, if it says so."""
    return cues.NOUNS.get(words[at].form) or cues.NOUNS.get(words[at].key) if at < len(words) else None


def form_at(words: Sequence[Token], at: int) -> str:
    """The folded word at a place, "" where there is none."""
    return words[at].form if 0 <= at < len(words) else ""
