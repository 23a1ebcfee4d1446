"""Deeds that only share a sentence: where outings were cancelled, the meetings held were not; where a girl broke her
wrist, the swing did not break; where neither side raised a case, who told of it did not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.matching.deeds_told import deeds
from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, POINTERS, SUBJECT_PRONOUNS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem
from bot.question.words import NEGATIONS
from facts.expressions import expression

_HELPS: Final = BE | frozenset("did do does had has have will would".split())
_BODIES: Final = frozenset(
    map(
        stem,
        "agency assembly association authority board chair club commission committee company conference congress "
        "council country delegate delegation deputy director employer firm government group guild leader mayor "
        "meeting member minister ministry official parliament participant party people president representative "
        "resident session side staff state summit talks team union worker".split(),
    )
)
"""Words for those who act at meetings, one of which may mean another."""
_NONE: Final = frozenset("neither nobody none no".split())
_DENIES: Final = frozenset("n't no nobody none not never neither".split())
_TURN: Final = expression(r"(?:,|;) (?:whereas|while|but) |\b(?:whereas|while) ", re.IGNORECASE)
_KEPT_OUT: Final = expression(
    r"\b(?:stay(?:ed|s|ing)? (?:away|out|outside)|kept (?:away|out)|abstain(?:ed|s|ing)?|"
    r"declin(?:ed|es|ing)|refus(?:ed|es|ing)|(?:did|do|does|would|will|has|have|had) not|"
    r"oppos(?:ed|es|ing)|boycott(?:ed|s|ing)?|held (?:back|out)|remain(?:ed|s) (?:outside|aloof))\b",
    re.IGNORECASE,
)


def is_undergone_by_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks when something did what it has a verb for, or how often, and the words at a span of a
    sentence tell that of another thing.

    >>> from bot.question import read
    >>> told = "The shed is by the lock, where a girl broke her wrist in May."
    >>> [is_undergone_by_another(read(f"When did the {it} break?"), told, (57, 60)) for it in ("swing", "wrist")]
    [True, False]
    """
    words = question.tokens
    if question.analysis.answer_type not in ("when", "how_many", "where", "how") or len(words) < 3:
        return False
    helped = next((at for at, word in enumerate(words) if word.surface in _HELPS - BE), None)
    if helped is None:
        return False
    subject, verb = _subject_and_verb(words, helped)
    if verb is None or not subject or any(word.capital or word.surface in POINTERS for word in subject):
        return False
    mine = _telling(subject)
    its = [deed for deed in deeds(sentence) if deed.verb == verb.term and not deed.open]
    holding = [deed for deed in its if content_terms(sentence[slice(*span)]) & _telling(deed.what)]
    if not holding or not mine or mine & _BODIES:
        return False
    return all(
        _is_plain(deed.who)
        and _telling(deed.who).isdisjoint(_BODIES)
        and mine.isdisjoint(_telling(deed.who + deed.what))
        for deed in holding
    )


def _subject_and_verb(words: Sequence[Token], helped: int) -> tuple[Sequence[Token], Token | None]:
    """The words between an auxiliary and the verb, which ends a question or stands before a preposition, with it."""
    for at in range(helped + 2, len(words)):
        ends = at + 1 == len(words) or words[at + 1].surface in PREPOSITIONS | {"since"}
        if ends and (lexicon.is_verb(words[at].surface) or words[at].surface.endswith("ed")):
            return words[helped + 1 : at], words[at]
        if words[at].surface in PREPOSITIONS:
            break
    return (), None


def _is_plain(who: Sequence[Token]) -> bool:
    """Whether words name a thing or somebody by a noun alone: a name or a pronoun may stand for what is asked about."""
    return bool(_telling(who)) and not any(
        word.capital or word.surface in SUBJECT_PRONOUNS | POINTERS - DETERMINERS for word in who
    )


def is_number_of_what_was_not(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks to how many something was done, and a sentence tells that of other things than those
    whose number stands at a span of it.

    >>> from bot.question import read
    >>> told = "The club held nine walks, since the outings to Tarn had to be cancelled."
    >>> [is_number_of_what_was_not(read(f"How many walks were {so}?"), told, (14, 18)) for so in ("cancelled", "held")]
    [True, False]
    """
    words = question.tokens
    if question.analysis.answer_type != "how_many" or len(words) < 4 or words[-2].surface not in BE:
        return False
    verb, said = words[-1].term, content_terms(sentence[slice(*span)])
    told = [deed for deed in deeds(sentence) if deed.verb == verb]
    others = [deed for deed in deeds(sentence) if deed.verb != verb and said & _telling(deed.who + deed.what)]
    if not told or not others or question.analysis.negated:
        return False
    focus = frozenset(question.analysis.focus)
    mine = (_telling(deed.who + deed.what) for deed in told)
    return all(its and its.isdisjoint(said | focus) for its in mine)


def is_done_by_none_named(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did what a sentence tells as done by nobody, or by somebody whom it does not name,
    and the words at a span of it name who did another thing.

    >>> from bot.question import read
    >>> told = "The motion was put by Bo Lusk, and she was presented with a lens."
    >>> [is_done_by_none_named(read(f"Who {did}?"), told, (22, 29)) for did in ("presented the lens", "put the motion")]
    [True, False]
    >>> told = "Neither side raised the case, but Bo Lusk said he knew of it."
    >>> is_done_by_none_named(read("Who raised the case?"), told, (34, 41))
    True
    """
    asked = question.analysis
    if asked.answer_type not in ("who", "which") or asked.asked_role != "subject" or asked.negated:
        return False
    told, said = deeds(sentence), content_terms(sentence[slice(*span)])
    its = [deed for deed in told if deed.verb == asked.predicate]
    if not its or any(said & _telling(deed.who) for deed in its):
        return False
    by_none = all(any(word.surface in _NONE for word in deed.who) for deed in its)
    passive = all(not deed.who and deed.auxiliaries & BE and not said & _telling(deed.what) for deed in its)
    others = any(said & _telling(deed.who) for deed in told if deed.verb != asked.predicate)
    return others and (by_none or (passive and not any(deed.open for deed in its)))


def kept_out_of_it(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks who did what one half of a sentence tells, and those at a span kept out of it by the
    other half, set against it.

    >>> from bot.question import read
    >>> told = "Nine guilds signed the code, whereas the largest, the Weir Guild, stayed away."
    >>> [kept_out_of_it(read(f"Which guilds {did}?"), told, (50, 64)) for did in ("signed the code", "stayed away")]
    [True, False]
    """
    asked = question.analysis
    surfaces = {token.surface for token in question.tokens}
    if asked.answer_type not in ("who", "which", "list", "what") or asked.predicate is None or asked.negated:
        return False
    if surfaces & (_DENIES | NEGATIONS) or _KEPT_OUT.search(question.text):
        return False
    turn = next(iter(_TURN.finditer(sentence)), None)
    if turn is None:
        return False
    halves = (0, turn.start()), (turn.end(), len(sentence))
    if turn.start() == 0:  # "While Tarn signed, Osmark stayed away."
        comma = sentence.find(", ")
        halves = (turn.end(), comma), (comma + 1, len(sentence))
    mine, other = sorted(halves, key=lambda half: not half[0] <= span[0] < half[1])
    told = asked.predicate in content_terms(sentence[slice(*other)])
    return told and _keeps_out(sentence[slice(*mine)], asked.predicate)


def _keeps_out(half: str, verb: str) -> bool:
    return verb not in content_terms(half) and _KEPT_OUT.search(half) is not None


def _telling(words: Sequence[Token]) -> frozenset[str]:
    """The terms of words without the small ones."""
    return frozenset(word.term for word in words if not word.is_stop)
