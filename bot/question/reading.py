"""A user's text → what it asks for: the type of answer, the words that count, dates, ordinals, the meeting meant.

The same reader reads the questions of the base, so that asking and asked-for are compared like with like.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from bot.question import cues, lexicon, named_dates
from bot.question.cues import Subtype
from bot.question.in_short import in_words
from bot.question.named_dates import Date
from bot.question.shape import PREPOSITIONS, QuestionShape, Role, shape_of
from bot.question.stated import as_question
from bot.question.tokens import Token, cut, plain, stem, surface_at
from bot.question.words import IRREGULAR, NEGATIONS
from facts.expressions import expression
from facts.folding import soften
from facts.model import Kind
from facts.verbs import PASTS

LIGHT_SCALE = 0.3
"""How much a word counts that a fact need not say."""
PRESENCE_SCALE = 0.6
"""How much "attend" counts that "was X there?" leaves unsaid."""
_ATTEND = stem("attend")
_OF_THE_BOT = expression(r"\W*you(?:['’]?re| are| were)\b", re.IGNORECASE)
_GOOD_DAYS = [["good", time] for time in ("afternoon", "day", "evening", "morning", "night")]
_AHEAD = expression(
    r"\s*(?P<ahead>(?:about|after|according to|as of|at|before|by|during|for|from|going by|in|on|since|under|with)\b"
    rf"[^?;:]{{1,120}}?), (?=(?:{'|'.join(sorted(cues.AUXILIARIES))})\b)",
    re.IGNORECASE,
)
"""What stands before the verb of a question for yes or no, up to a comma."""
_BROKEN = expression(r"[\ud800-\udfff]")
"""Broken surrogates, which stand for bytes that are no UTF-8: they are no text to whoever reads on."""


class Word(msgspec.Struct, array_like=True, frozen=True):
    """A word of a question that counts, and how much of its rarity it brings to bear (0–1)."""

    term: str
    surface: str
    scale: float = 1.0
    capital: bool = False

    @property
    def name(self) -> bool:
        """Whether it is a country, a number, or no ordinary English: a name."""
        known = " " in self.surface or lexicon.is_word(self.surface)
        return self.term[0] in "=#" or self.term[0].isdigit() or not known


class Analysis(msgspec.Struct, array_like=True, frozen=True):
    """What a question asks for: all that matching compares, and all that an index keeps of a fact's questions.

    `answer_type` is None where any will do; `answer_subtype` narrows it (a time of day, money, what a person is).
    `focus` holds the terms of the noun that "which", "what" or "how many" asks for, its head last. `asked_role` says
    whether the one who does is asked for or what is done. `selector` picks a meeting by its order in time.
    `stranded_preposition` is the one whose object is asked for ("what did they vote *on*?"), `prepositions` are those
    that have theirs, `governed` those of them that stand behind the verb; `past` says whether the verb is in the
    past, None where it does not show.
    """

    answer_type: Kind | None = None
    words: tuple[Word, ...] = ()
    answer_subtype: Subtype = ""
    focus: tuple[str, ...] = ()
    predicate: str | None = None
    asked_role: Role | None = None
    dates: tuple[Date, ...] = ()
    ordinals: tuple[str, ...] = ()
    selector: Literal["latest", "next"] | None = None
    negated: bool = False
    stranded_preposition: str | None = None
    prepositions: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    past: bool | None = None

    @property
    def terms(self) -> frozenset[str]:
        """The terms of the words that count."""
        return frozenset(word.term for word in self.words)


class Question(msgspec.Struct, frozen=True):
    """A text that somebody asks, cut into tokens and read once; it travels so from the surface to the reply.

    `plain` is the text as it is compared letter by letter (`bot.question.tokens.plain`). It is `anaphoric` if a word of
    it points back ("it", "there"), and `continues` what was said if it begins as such a text does ("and …?").
    """

    text: str
    plain: str
    tokens: tuple[Token, ...]
    analysis: Analysis
    anaphoric: bool = False
    continues: bool = False


def read(text: str) -> Question:
    """Read a question.

    >>> q = read("who presided over the adsom+ meeting on june 30?").analysis
    >>> q.answer_type, q.predicate, q.dates, [w.term for w in q.words]
    ('who', 'presid', (Date(year=None, month=6, day=30),), ['presid', 'adsom+', 'meeting'])
    """
    text = _BROKEN.sub(" ", text)
    soft = soften(text)
    spelled = named_dates.spelled_out(text)
    found = cut(as_question(in_words(_verb_first(soft if spelled == text else soften(spelled)))))
    continues, words = without_lead_in(list(found))
    words = [_question_word_mended(words, at) for at in range(len(words))]
    anaphoric = any(w.surface in cues.POINTERS and not _stands_for_nothing(words, at) for at, w in enumerate(words))
    return Question(text, plain(soft), found, _analysis(words), anaphoric, continues)


def _verb_first(text: str) -> str:
    """A question for yes or no with what stands before its verb put behind: "did Tarn pay in May" of "In May, did Tarn
    pay?"."""
    ahead = _AHEAD.match(text)
    if ahead is None or not cues.WH.isdisjoint(ahead["ahead"].lower().split()):
        return text
    begins = ahead["ahead"].strip()
    return f"{text[ahead.end() :].rstrip(' ?.!')} {begins[:1].lower()}{begins[1:]}?"


def _analysis(words: Sequence[Token]) -> Analysis:
    """What the words of a question ask for."""
    dates, dated = named_dates.named(words)
    shape = shape_of(words)
    selector, selecting = _selector(words)
    predicate = _predicate(words, shape, dated)
    adverbs = frozenset(at for at in range(len(words)) if _is_adverb(words, at, predicate))
    skipped = shape.skipped | dated | selecting | adverbs
    kept = [w for at, w in enumerate(words) if at not in skipped and (not w.is_stop or w.term[0] in "#=")]
    counting = tuple(
        Word(w.term, w.surface, LIGHT_SCALE if _is_light(w, shape) else 1.0, w.capital)
        for w in kept
        if not w.term.startswith("#") and w.surface not in ("not", "no")
    )
    by_name = _asks_who_was_at(words)
    predicate = _ATTEND if by_name else predicate
    prepositions = [(at, w.surface) for at, w in enumerate(words[:-1]) if at and w.surface in PREPOSITIONS]
    verb = next((at for at, w in enumerate(words) if w.term == predicate), 0)
    present = (Word(_ATTEND, "attend", PRESENCE_SCALE),) if by_name or _asks_who_was_there(words, shape) else ()
    return Analysis(
        answer_type=shape.answer_type,
        words=counting + present,
        answer_subtype=shape.answer_subtype,
        focus=tuple(words[at].term for at in shape.focus),
        predicate=predicate,
        asked_role="subject" if by_name else shape.asked_role,
        dates=dates,
        ordinals=tuple(w.term for w in kept if w.term.startswith("#")),
        selector=selector,
        negated=any(w.surface in NEGATIONS for w in words),
        stranded_preposition=_stranded_preposition(words),
        prepositions=frozenset(surface for _, surface in prepositions),
        governed=frozenset(surface for at, surface in prepositions if at > verb),
        past=_past(words, shape),
    )


def _is_light(word: Token, shape: QuestionShape) -> bool:
    """Whether a fact need not say a word of the question."""
    return word.term in cues.LIGHT_TERMS or (shape.answer_type == "why" and word.term in cues.AIMS)


def _question_word_mended(words: Sequence[Token], at: int) -> Token:
    """The word at a place, as the question word that it is a usual misspelling of: "were is it", "wich one"."""
    surface = words[at].surface
    mended = cues.MISSPELT.get(surface)
    if surface == "were" and at == 0 and surface_at(words, 1) in cues.AUXILIARIES:
        mended = "where"
    return Token(mended, mended) if mended else words[at]


def _stands_for_nothing(words: Sequence[Token], at: int) -> bool:
    """Whether a word is the "there" of "was there a vote?", which points to no place, or the "that" of "who moved that
    the pier close?", which begins what was said."""
    if words[at].surface == "that":
        begins = surface_at(words, at + 1)
        told = at > 0 and words[at - 1].term in cues.TELLING and len(words) > at + 3
        return told and begins not in PREPOSITIONS | cues.MOTIONS
    return words[at].surface == "there" and surface_at(words, at - 1) in cues.BE and at + 1 < len(words)


def without_lead_in(words: list[Token]) -> tuple[bool, list[Token]]:
    """The words after greetings and "can you tell me", and whether the text links to what was said before."""
    continues = False
    while phrase := next((p for p in cues.LEAD_INS.get(surface_at(words, 0), ()) if _begins_with(words, p)), None):
        continues = continues or phrase in cues.LINKS
        words = words[len(phrase) :]
    return continues, words


def asks_nothing(question: Question) -> bool:
    """Whether a text only greets, thanks or speaks to or of the bot.

    >>> [asks_nothing(read(text)) for text in ("Hello there!", "thanks a lot", "Hello, who came?", "who was thanked?")]
    [True, True, False, False]
    >>> [asks_nothing(read(text)) for text in ("lol ok", "who are you?", "you are slow", "what did you all agree on?")]
    [True, True, True, False]
    """
    words = [word for token in question.tokens for word in token.surface.split()]
    if any(word in cues.GREETINGS for word in words) or words in _GOOD_DAYS:
        return all(word in cues.GREETINGS | cues.BESIDE_GREETINGS for word in words)
    if cues.WH.isdisjoint(words) and not cues.REMARKS.isdisjoint(words):
        return all(word in cues.REMARKS | cues.BESIDE_GREETINGS for word in words)
    if _OF_THE_BOT.match(question.text) and question.analysis.answer_type is None:
        return True
    about_it = not {"you", "yourself"}.isdisjoint(words)
    return about_it and all(word in cues.WH | cues.AUXILIARIES | cues.TO_THE_BOT | {"you"} for word in words)


def only_thanks(question: Question) -> bool:
    """Whether a text only thanks, takes leave or says what somebody thinks of what was said, and asks for no help.

    >>> [only_thanks(read(text)) for text in ("Thanks!", "ok", "nice, bye", "hello", "good morning", "help")]
    [True, True, True, False, False, False]
    """
    words = [word for token in question.tokens for word in token.surface.split()]
    if not asks_nothing(question) or words in _GOOD_DAYS or "help" in words:
        return False
    remarks = cues.GREETINGS.isdisjoint(words) and not cues.REMARKS.isdisjoint(words)
    return remarks or not cues.THANKS.isdisjoint(words)


def _begins_with(words: Sequence[Token], phrase: Sequence[str]) -> bool:
    """Whether the first words are these, and more follow."""
    return len(words) > len(phrase) and all(
        word.surface == surface for word, surface in zip(words, phrase, strict=False)
    )


def _asks_who_was_there(words: Sequence[Token], shape: QuestionShape) -> bool:
    """Whether it is asked if somebody was at a meeting, as in "was the US there?"."""
    if shape.answer_type != "yes_no" or words[0].surface not in cues.BE or len(words) < 3:
        return False
    if any(w.term == _ATTEND or w.surface in cues.PARTICIPLES or w.surface.endswith("ed") for w in words):
        return False
    return words[-1].surface == "there" or any(w.surface == "at" for w in words[2:])


def _asks_who_was_at(words: Sequence[Token]) -> bool:
    """Whether it is asked who was at a meeting, by its name or a word for it: "who was on the call", not "at fault"."""
    if surface_at(words, 0) != "who" or surface_at(words, 1) not in cues.BE:
        return False
    if surface_at(words, 2) not in ("at", "in", "on"):
        return False
    behind = list(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words[3:]))
    named = words[2].surface == "at" and any(word.capital for word in behind)
    return named or (bool(behind) and behind[-1].term in cues.MEETING_TERMS)


def _predicate(words: Sequence[Token], shape: QuestionShape, dated: frozenset[int]) -> str | None:
    """The term of the word that says what was done, where its place shows it."""
    if shape.answer_subtype in ("identity", "role"):
        return None
    helped = next((at for at in (shape.rest - 1, shape.rest) if surface_at(words, at) in cues.DO), None)
    if helped is not None:
        return _base_verb(words, helped + 2)
    if shape.answer_type in ("when", "where", "why", "how") and surface_at(words, shape.rest) in cues.MODALS:
        return _participle(words) or _base_verb(words, shape.rest + 2)
    if shape.answer_type not in ("who", "which", "what"):
        return _participle(words)
    if shape.asked_role == "subject" or (
        shape.asked_role == "object" and surface_at(words, shape.rest) not in cues.DETERMINERS
    ):
        for at in range(shape.rest, len(words)):
            word = words[at]
            if not (word.is_stop or word.surface in ("never", "not")) and at not in dated and at not in shape.skipped:
                return None if word.term.startswith(("#", "=")) else word.term
    return None


def _participle(words: Sequence[Token]) -> str | None:
    """The term of what was done in a question with "be": its last participle."""
    if not any(w.surface in cues.AUXILIARIES for w in words[:3]):
        return None
    for at in reversed(range(2, len(words))):
        word, before = words[at], words[at - 1]
        if (
            word.surface in cues.PARTICIPLES
            or word.surface.endswith("ed")
            or (" " in word.surface and word.term in cues.VERBAL_TERMS and word.surface != "according to")
        ):
            return word.term if before.surface not in cues.DETERMINERS and before.surface not in PREPOSITIONS else None
    return None


def _is_adverb(words: Sequence[Token], at: int, predicate: str | None) -> bool:
    """Whether "first" says when something was done, and is no number of anything: "who spoke first?", "at first"."""
    before, after = surface_at(words, at - 1), surface_at(words, at + 1)
    if words[at].surface != "first" or before in cues.DETERMINERS or before == "very":
        return False
    if before == "at" or not after or after in PREPOSITIONS:
        return True
    return words[at + 1].term == predicate or after in PASTS or after.endswith("ed")


def _base_verb(words: Sequence[Token], start: int) -> str | None:
    """The term of the first base form of a verb from a place on, where no noun is due: what was done after "did". One
    in a name ("did the Pledge Board meet") is it only where there is no other."""
    found, last = [], None
    for at in range(start, len(words)):
        word, before = words[at], words[at - 1]
        due = before.surface in cues.DETERMINERS or before.surface in PREPOSITIONS or before.term.startswith("#")
        joined = " " in word.surface and word.term in cues.VERBAL_TERMS
        if word.surface in cues.BE:
            continue
        is_verb = lexicon.is_verb(IRREGULAR.get(word.surface, word.surface))  # "did the board froze hiring?"
        if joined or (is_verb and not due):
            found.append(word)
        elif is_verb and at == len(words) - 1:
            last = word.term
    if found:
        return min(found, key=lambda word: word.capital).term
    return next((words[at].term for at in range(start, len(words) - 1) if _does_something(words, at)), last)


def _does_something(words: Sequence[Token], at: int) -> bool:
    """Whether a noun is what was done, as somebody stands before it and what it was done to behind it: "did the council
    back the plan?"."""
    word, before = words[at], words[at - 1]
    noun_due = before.surface in cues.DETERMINERS or before.surface in PREPOSITIONS
    is_noun = lexicon.is_word(word.surface) and not (word.is_stop or word.capital or word.surface in PREPOSITIONS)
    return is_noun and not noun_due and words[at + 1].surface in cues.DETERMINERS


def _selector(words: Sequence[Token]) -> tuple[Literal["latest", "next"] | None, frozenset[int]]:
    """Whether the latest or the next meeting is meant, and the places of the words that say so."""
    for at, word in enumerate(words):
        after = surface_at(words, at + 1)
        if word.surface in cues.LATEST and after and after not in cues.PERIODS and after not in PREPOSITIONS:
            more = {at - 1} if surface_at(words, at - 1) == "most" else set()
            return "latest", frozenset({at} | more)
        if word.surface == "again" and words[0].surface in cues.WH and not any(w.surface in cues.PAST for w in words):
            return "next", frozenset({at})
        if word.surface in cues.NEXT and after not in cues.PERIODS:
            return "next", frozenset({at})
    return None, frozenset()


def _stranded_preposition(words: Sequence[Token]) -> str | None:
    """The preposition whose object is asked for: the last word, the one before the question word, or one before where
    or by whom it is told: "What did they agree on at the forum?", "… agree on, according to the report?"."""
    for word, after in itertools.pairwise([*words[2:], None]):
        ends = after is None or after.surface in PREPOSITIONS or after.surface == "according to"
        if ends and word is not None and word.surface in (*PREPOSITIONS, "upon"):
            return "on" if word.surface == "upon" else word.surface
    return (
        words[0].surface
        if len(words) > 1 and words[0].surface in PREPOSITIONS and words[1].surface in cues.WH
        else None
    )


def _past(words: Sequence[Token], shape: QuestionShape) -> bool | None:
    """Whether the first verb is in the past."""
    for word in words[:6]:
        if word.surface in cues.AUXILIARIES:
            return word.surface in cues.PAST
    surface = surface_at(words, shape.rest) if shape.asked_role == "subject" else ""
    if surface.endswith("ed") or surface in IRREGULAR:
        return True
    return False if surface.endswith("s") else None
