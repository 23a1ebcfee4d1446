"""A user's text → what it asks for: the kind of answer, the words that count, dates, ordinals, the meeting meant.

The same reader reads the questions of the base, so that asking and asked-for are compared like with like.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from bot.question import cues, lexicon, named_dates
from bot.question.named_dates import Date
from bot.question.shape import PREPOSITIONS, Framing, Sense, Side, form_at, framing
from bot.question.tokens import Token, cut, plain, soften, stem
from bot.question.words import IRREGULAR, NEGATIONS
from facts.model import Kind

LIGHT_SCALE = 0.3
"""How much a word counts that a fact need not say."""
PRESENCE_SCALE = 0.6
"""How much "attend" counts that "was X there?" leaves unsaid."""
_ATTEND = stem("attend")


class Word(msgspec.Struct, array_like=True, frozen=True):
    """A word of a question that counts, and how much of its rarity it brings to bear (0–1)."""

    key: str
    form: str
    scale: float = 1.0
    capital: bool = False

    @property
    def name(self) -> bool:
        """Whether it is a country, a number, or no ordinary English: a name."""
        known = " " in self.form or lexicon.is_word(self.form)
        return self.key[0] in "=#" or self.key[0].isdigit() or not known


class Analysis(msgspec.Struct, array_like=True, frozen=True):
    """What a question asks for: all that matching compares, and all that an index keeps of a fact's questions.

    `kind` is None where any kind of answer will do; `sense` narrows it (a time of day, money, what a person is).
    `focus` holds the keys of the noun that "which", "what" or "how many" asks for, its head last. `side` says whether
    the one who does or what is done is asked for. `selector` picks a meeting by its order in time. `gap` is the
    preposition whose object is asked for ("what did they vote *on*?"), `filled` are those that have theirs; `past`
    says whether the verb is in the past, None where it does not show.
    """

    kind: Kind | None = None
    words: tuple[Word, ...] = ()
    sense: Sense = ""
    focus: tuple[str, ...] = ()
    predicate: str | None = None
    side: Side | None = None
    dates: tuple[Date, ...] = ()
    ordinals: tuple[str, ...] = ()
    selector: Literal["latest", "next"] | None = None
    negated: bool = False
    gap: str | None = None
    filled: frozenset[str] = frozenset()
    past: bool | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the words that count."""
        return frozenset(word.key for word in self.words)


class Question(msgspec.Struct, frozen=True):
    """A text that somebody asks, cut into tokens and read once; it travels so from the surface to the reply.

    `plain` is the text as it is compared letter by letter (`bot.question.tokens.plain`). `pointing` says whether it
    has a word that points back ("it", "there"), `linked` whether it begins as one does that goes on ("and …?").
    """

    text: str
    plain: str
    tokens: tuple[Token, ...]
    analysis: Analysis
    pointing: bool = False
    linked: bool = False


def read(text: str) -> Question:
    """Read a question.

    >>> q = read("who presided over the adsom+ meeting on june 30?").analysis
    >>> q.kind, q.predicate, q.dates, [w.key for w in q.words]
    ('who', 'presid', (Date(year=None, month=6, day=30),), ['presid', 'adsom+', 'meeting'])
    """
    soft = soften(text)
    spelled = named_dates.spelled_out(text)
    found = cut(soft if spelled == text else soften(spelled))
    linked, words = _without_lead_in(list(found))
    words = [_question_word_mended(words, at) for at in range(len(words))]
    pointing = any(w.form in cues.POINTERS for w in words)
    return Question(text, plain(soft), found, _analysis(words), pointing, linked)


def _analysis(words: Sequence[Token]) -> Analysis:
    """What the words of a question ask for."""
    dates, dated = named_dates.named(words)
    frame = framing(words)
    selector, selecting = _selector(words)
    skipped = frame.skipped | dated | selecting
    kept = [w for at, w in enumerate(words) if at not in skipped and (not w.is_stop or w.key[0] in "#=")]
    counting = tuple(
        Word(w.key, w.form, LIGHT_SCALE if _is_light(w, frame) else 1.0, w.capital)
        for w in kept
        if not w.key.startswith("#") and w.form not in ("not", "no")
    )
    present = (Word(_ATTEND, "attend", PRESENCE_SCALE),) if _asks_who_was_there(words, frame) else ()
    return Analysis(
        kind=frame.kind,
        words=counting + present,
        sense=frame.sense,
        focus=tuple(words[at].key for at in frame.focus),
        predicate=_predicate(words, frame, dated),
        side=frame.side,
        dates=dates,
        ordinals=tuple(w.key for w in kept if w.key.startswith("#")),
        selector=selector,
        negated=any(w.form in NEGATIONS for w in words),
        gap=_gap(words),
        filled=frozenset(w.form for w in words[1:-1] if w.form in PREPOSITIONS),
        past=_past(words, frame),
    )


def _is_light(word: Token, frame: Framing) -> bool:
    """Whether a fact need not say a word of the question."""
    return word.key in cues.LIGHT_KEYS or (frame.kind == "why" and word.key in cues.AIMS)


def _question_word_mended(words: Sequence[Token], at: int) -> Token:
    """The word at a place, as the question word that it is a usual misspelling of: "were is it", "wich one"."""
    form = words[at].form
    mended = cues.MISSPELT.get(form)
    if form == "were" and at == 0 and form_at(words, 1) in cues.AUXILIARIES:
        mended = "where"
    return Token(mended, mended) if mended else words[at]


def _without_lead_in(words: list[Token]) -> tuple[bool, list[Token]]:
    """The words after greetings and "can you tell me", and whether the text links to what was said before."""
    linked = False
    while phrase := next((p for p in cues.LEAD_INS.get(form_at(words, 0), ()) if _begins_with(words, p)), None):
        linked = linked or phrase in cues.LINKS
        words = words[len(phrase) :]
    return linked, words


def _begins_with(words: Sequence[Token], phrase: Sequence[str]) -> bool:
    """Whether the first words are these, and more follow."""
    return len(words) > len(phrase) and all(word.form == form for word, form in zip(words, phrase, strict=False))


def _asks_who_was_there(words: Sequence[Token], frame: Framing) -> bool:
    """Whether it is asked if somebody was at a meeting, as in "was the US there?"."""
    if frame.kind != "yes_no" or words[0].form not in cues.BE or len(words) < 3:
        return False
    if any(w.key == _ATTEND or w.form in cues.PARTICIPLES or w.form.endswith("ed") for w in words):
        return False
    return words[-1].form == "there" or any(w.form == "at" for w in words[2:])


def _predicate(words: Sequence[Token], frame: Framing, dated: frozenset[int]) -> str | None:
    """The key of the word that says what was done, where its place shows it."""
    if frame.sense in ("identity", "role"):
        return None
    helped = next((at for at in (frame.rest - 1, frame.rest) if form_at(words, at) in cues.DO), None)
    if helped is not None:
        return _base_verb(words, helped + 2)
    if frame.kind not in ("who", "which", "what"):
        return _participle(words)
    if frame.side == "subject" or (frame.side == "object" and form_at(words, frame.rest) not in cues.DETERMINERS):
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
        after = form_at(words, at + 1)
        if word.form in cues.LATEST and after and after not in cues.PERIODS and after not in PREPOSITIONS:
            more = {at - 1} if form_at(words, at - 1) == "most" else set()
            return "latest", frozenset({at} | more)
        if word.form == "again" and words[0].form in cues.WH and not any(w.form in cues.PAST for w in words):
            return "next", frozenset({at})
        if word.form in cues.NEXT and after not in cues.PERIODS:
            return "next", frozenset({at})
    return None, frozenset()


def _gap(words: Sequence[Token]) -> str | None:
    """The preposition whose object is asked for: the last word, or the one before the question word."""
    if len(words) > 2 and words[-1].form in PREPOSITIONS:
        return words[-1].form
    return words[0].form if len(words) > 1 and words[0].form in PREPOSITIONS and words[1].form in cues.WH else None


def _past(words: Sequence[Token], frame: Framing) -> bool | None:
    """Whether the first verb is in the past."""
    for word in words[:6]:
        if word.form in cues.AUXILIARIES:
            return word.form in cues.PAST
    form = form_at(words, frame.rest) if frame.side == "subject" else ""
    if form.endswith("ed") or form in IRREGULAR:
        return True
    return False if form.endswith("s") else None
