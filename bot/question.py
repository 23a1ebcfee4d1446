"""A user's text → what it asks for: the kind of answer, the words that count, dates, ordinals, the meeting meant.

The same reader reads the questions of the base, so that asking and asked-for are compared like with like.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from bot import cues, lexicon, named_dates
from bot.named_dates import Date
from bot.text import Token, stem, tokens
from bot.words import NEGATIONS
from facts.model import Kind

Sense = Literal[
    "", "time", "day", "money", "duration", "frequency", "role", "identity", "member", "choice", "extent", "long_form"
]
Side = Literal["subject", "object"]

LIGHT_SCALE = 0.3
"""How much a word counts that a fact need not say."""
PRESENCE_SCALE = 0.6
"""How much "attend" counts that "was X there?" leaves unsaid."""
_ATTEND = stem("attend")
PREPOSITIONS = frozenset("about against at by during for from in into of on over to through under with within".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word of a question that counts, and how much of its rarity it brings to bear (0–1)."""

    key: str
    form: str
    scale: float = 1.0
    capital: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """What a question asks.

    `kind` is None where any kind of answer will do; `sense` narrows it (a time of day, money, what a person is).
    `focus` holds the keys of the noun that "which", "what" or "how many" asks for, its head last. `side` says whether
    the one who does or what is done is asked for. `selector` picks a meeting by its order in time.
    """

    text: str
    kind: Kind | None
    words: tuple[Word, ...]
    sense: Sense = ""
    focus: tuple[str, ...] = ()
    predicate: str | None = None
    side: Side | None = None
    dates: tuple[Date, ...] = ()
    ordinals: tuple[str, ...] = ()
    selector: Literal["latest", "next"] | None = None
    negated: bool = False
    pointing: bool = False
    linked: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the words that count."""
        return frozenset(word.key for word in self.words)


@dataclasses.dataclass(frozen=True, slots=True)
class _Frame:
    """What the question word and its neighbours say; `rest` is where the remaining words begin."""

    kind: Kind | None
    sense: Sense = ""
    focus: tuple[int, ...] = ()
    skipped: frozenset[int] = frozenset()
    rest: int = 0
    side: Side | None = None


def read(text: str) -> Question:
    """Read a question.

    >>> q = read("who presided over the adsom+ meeting on june 30?")
    >>> q.kind, q.predicate, q.dates, [w.key for w in q.words]
    ('who', 'presid', (Date(year=None, month=6, day=30),), ['presid', 'adsom+', 'meeting'])
    """
    linked, words = _without_lead_in(list(tokens(named_dates.spelled_out(text))))
    words = [_question_word_mended(words, at) for at in range(len(words))]
    dates, dated = named_dates.named(words)
    frame = _frame(words)
    selector, selecting = _selector(words)
    skipped = frame.skipped | dated | selecting
    kept = [(at, w) for at, w in enumerate(words) if at not in skipped and (not w.is_stop or w.key[0] in "#=")]
    ordinals = tuple(w.key for _, w in kept if w.key.startswith("#"))
    negated = any(w.form in NEGATIONS for w in words)
    why_words = cues.AIMS if frame.kind == "why" else frozenset()
    present = _asks_who_was_there(words, frame)
    return Question(
        text=text,
        kind=frame.kind,
        sense=frame.sense,
        words=tuple(
            Word(w.key, w.form, LIGHT_SCALE if w.key in cues.LIGHT_KEYS or w.key in why_words else 1.0, w.capital)
            for _, w in kept
            if not w.key.startswith("#") and w.form not in ("not", "no")
        )
        + ((Word(_ATTEND, "attend", PRESENCE_SCALE),) if present else ()),
        focus=tuple(words[at].key for at in frame.focus),
        predicate=_predicate(words, frame, dated),
        side=frame.side,
        dates=dates,
        ordinals=ordinals,
        selector=selector,
        negated=negated,
        pointing=any(w.form in cues.POINTERS for w in words),
        linked=linked,
    )


def _question_word_mended(words: Sequence[Token], at: int) -> Token:
    """The word at a place, as the question word that it is a usual misspelling of: "were is it", "wich one"."""
    form = words[at].form
    mended = cues.MISSPELT.get(form)
    if form == "were" and at == 0 and _form(words, 1) in cues.AUXILIARIES:
        mended = "where"
    return Token(mended, mended) if mended else words[at]


def _without_lead_in(words: list[Token]) -> tuple[bool, list[Token]]:
    """The words after greetings and "can you tell me", and whether the text links to what was said before."""
    linked = False
    while True:
        for phrase in cues.LEAD_INS:
            if tuple(w.form for w in words[: len(phrase)]) == phrase and len(words) > len(phrase):
                linked = linked or phrase in cues.LINKS
                words = words[len(phrase) :]
                break
        else:
            return linked, words


def _frame(words: Sequence[Token]) -> _Frame:
    """Find the question word and read what stands around it."""
    forms = [w.form for w in words]
    if not forms:
        return _Frame(None)
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


def _yes_no_frame(words: Sequence[Token]) -> _Frame:
    choice = any(w.form == "or" for w in words[2:])
    return _Frame("how" if choice else "yes_no", "choice" if choice else "", rest=1)


def _wh_frame(words: Sequence[Token], at: int) -> _Frame:
    """Read a question word at a place."""
    form = words[at].form
    if form in ("what", "which"):
        return _what_frame(words, at)
    if form == "how":
        return _how_frame(words, at)
    after = at + 1
    if form in ("who", "whom", "whose"):
        if words[-1].form == "by" and _form(words, after) in cues.AUXILIARIES:
            return _Frame("who", rest=after, side="subject")
        if _form(words, after) in cues.BE and _names_somebody(words, after + 1):
            return _Frame("who", "identity", rest=after + 1)
        return _Frame("who", rest=after, side=_side(words, after))
    kinds: dict[str, Kind] = {"when": "when", "where": "where", "why": "why"}
    return _Frame(kinds[form], rest=after)


def _what_frame(words: Sequence[Token], at: int) -> _Frame:
    """Read "what …" and "which …": the noun after it, or after "is the", says what is asked for."""
    which = words[at].form == "which"
    after = at + 1
    if any(w.key == "stand-for" for w in words[after:]):
        skipped = frozenset(i for i, w in enumerate(words) if w.key == "stand-for")
        return _Frame("definition", "long_form", skipped=skipped, rest=after + 1)
    noun = after
    copula = _form(words, after) in cues.BE
    if copula:
        noun = after + 1
    while _form(words, noun) in cues.DETERMINERS:
        noun += 1
    if at and words[at - 1].form == "in" and _form(words, noun) in cues.PLACES:
        return _Frame("where", skipped=frozenset({noun}), rest=noun + 1)
    cue = cues.NOUNS.get(_form(words, noun))
    if cue and not (copula and cue.kind == "who" and cue.sense != "role"):
        light = frozenset({noun}) if cue.consumed else frozenset()
        focus = _focus_after_of(words, noun) if cue.kind == "how_many" else ()
        return _Frame(cue.kind, cue.sense, focus=focus, skipped=light, rest=noun + 1)
    if words[-1].key == "mean" and _form(words, after) in cues.DO:
        skipped = frozenset({len(words) - 1})
        return _Frame("definition", "long_form", skipped=skipped, rest=after + 1)
    if copula:
        tail = [
            i for i, w in enumerate(words) if i > noun and w.form in cues.ROLES and cues.NOUNS[w.form].sense == "role"
        ]
        if not which and tail and tail[-1] == len(words) - 1:
            return _Frame("who", "role", skipped=frozenset(tail), rest=noun)
        return _Frame("which" if which else "what", "identity", rest=after + 1)
    if _form(words, after) in cues.AUXILIARIES:
        aim = any(w.key in cues.AIMS for w in words[after:]) and _form(words, after) in cues.DO
        return _Frame("why" if aim else "what", rest=after + 1, side=_side(words, after))
    focus = _focus(words, after)
    rest = (focus[-1] + 1) if focus else after
    return _Frame("which" if which or focus else "what", focus=focus, rest=rest, side=_side(words, rest))


def _how_frame(words: Sequence[Token], at: int) -> _Frame:
    """Read "how …": many, much, long, often, far, or the manner."""
    after = _form(words, at + 1)
    if after == "many":
        return _Frame("how_many", focus=_focus(words, at + 2), rest=at + 2)
    if after in cues.EXTENTS:
        kind, sense = cues.EXTENTS[after]
        return _Frame(kind, sense, skipped=frozenset({at + 1}), rest=at + 2)
    if after == "come":
        return _Frame("why", skipped=frozenset({at + 1}), rest=at + 2)
    return _Frame("how", rest=at + 1, side=_side(words, at + 1))


def _cue_frame(words: Sequence[Token]) -> _Frame:
    """Keywords without a question word: the last cue noun among them says what is asked for."""
    for at in reversed(range(len(words))):
        cue = cues.NOUNS.get(words[at].form)
        if cue:
            focus = _focus_after_of(words, at) if cue.kind == "how_many" else ()
            return _Frame(cue.kind, cue.sense, focus=focus, skipped=frozenset({at}) if cue.consumed else frozenset())
    return _Frame(None)


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
    return _focus(words, at + 2) if _form(words, at + 1) == "of" else ()


def _side(words: Sequence[Token], at: int) -> Side | None:
    """Whether what follows the question word leaves the subject open or the object."""
    form = _form(words, at)
    if form in cues.DO:
        return "object"
    if form not in cues.AUXILIARIES:
        return "subject" if form else None
    after = _form(words, at + 1)
    if after in cues.DETERMINERS or after in cues.SUBJECT_PRONOUNS:
        return "subject" if words[-1].form == "by" else "object"
    end = at
    while _form(words, end) in cues.AUXILIARIES:
        end += 1
    passive = any(w.form in cues.BE for w in words[at:end]) and not _form(words, end).endswith("ing")
    if passive and _names_somebody(words, end):
        return None
    return "object" if passive and words[-1].form != "by" else "subject"


def _asks_who_was_there(words: Sequence[Token], frame: _Frame) -> bool:
    """Whether it is asked if somebody was at a meeting, as in "was the US there?"."""
    if frame.kind != "yes_no" or words[0].form not in cues.BE or len(words) < 3:
        return False
    if any(w.key == _ATTEND or w.form in cues.PARTICIPLES or w.form.endswith("ed") for w in words):
        return False
    return words[-1].form == "there" or any(w.form == "at" for w in words[2:])


def _names_somebody(words: Sequence[Token], at: int) -> bool:
    """Whether a person or thing is named at a place, rather than something that was done."""
    if at >= len(words):
        return True
    word = words[at]
    doing = word.form.endswith(("ed", "ing")) or word.key in cues.VERBAL_KEYS or word.form in cues.PARTICIPLES
    return not doing and word.form not in cues.AUXILIARIES


def _predicate(words: Sequence[Token], frame: _Frame, dated: frozenset[int]) -> str | None:
    """The key of the word that says what was done, where its place shows it."""
    if frame.sense in ("identity", "role"):
        return None
    helped = next((at for at in (frame.rest - 1, frame.rest) if _form(words, at) in cues.DO), None)
    if helped is not None:
        return _base_verb(words, helped + 2)
    if frame.kind not in ("who", "which", "what"):
        return _participle(words)
    if frame.side == "subject" or (frame.side == "object" and _form(words, frame.rest) not in cues.DETERMINERS):
        for at in range(frame.rest, len(words)):
            word = words[at]
            if not word.is_stop and at not in dated and at not in frame.skipped:
                return None if word.key.startswith(("#", "=")) else word.key
    return None


def _participle(words: Sequence[Token]) -> str | None:
    """The key of what was done in a question with "be": its last participle."""
    if not any(w.form in cues.AUXILIARIES for w in words[:3]):
        return None
    for at in reversed(range(2, len(words))):
        word, before = words[at], words[at - 1]
        if (
            word.form in cues.PARTICIPLES
            or word.form.endswith("ed")
            or (" " in word.form and word.key in cues.VERBAL_KEYS)
        ):
            return word.key if before.form not in cues.DETERMINERS and before.form not in PREPOSITIONS else None
    return None


def _base_verb(words: Sequence[Token], start: int) -> str | None:
    """The key of the first base form of a verb from a place on, where no noun is due: what was done after "did"."""
    for at in range(start, len(words)):
        word, before = words[at], words[at - 1]
        due = before.form in cues.DETERMINERS or before.form in PREPOSITIONS or before.key.startswith("#")
        joined = " " in word.form and word.key in cues.VERBAL_KEYS
        if joined or (lexicon.is_verb(word.form) and (not due or at == len(words) - 1)):
            return word.key
    return None


def _selector(words: Sequence[Token]) -> tuple[Literal["latest", "next"] | None, frozenset[int]]:
    """Whether the latest or the next meeting is meant, and the places of the words that say so."""
    for at, word in enumerate(words):
        after = _form(words, at + 1)
        if word.form in cues.LATEST and after and after not in cues.PERIODS and after not in PREPOSITIONS:
            more = {at - 1} if _form(words, at - 1) == "most" else set()
            return "latest", frozenset({at} | more)
        if word.form == "again" and words[0].form in cues.WH and not any(w.form in cues.PAST for w in words):
            return "next", frozenset({at})
        if word.form in cues.NEXT and after not in cues.PERIODS:
            return "next", frozenset({at})
    return None, frozenset()


def _form(words: Sequence[Token], at: int) -> str:
    return words[at].form if 0 <= at < len(words) else ""
