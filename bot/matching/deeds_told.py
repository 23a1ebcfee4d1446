"""A sentence → the deeds that it tells: who does what to whom, by words and their order alone.

A clause ends at a mark, or at a word that joins clauses; what has no verb belongs to what is before it. Whoever does
one thing does the next, too, where nobody else is named: "Ada Wren opened the lock and thanked the pilots".
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.question import lexicon
from bot.question.cues import BE, DETERMINERS, DO, PARTICIPLES, VERBAL_TERMS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, stem, tokens
from bot.question.words import IRREGULAR
from facts.expressions import expression
from facts.verbs import PASTS

Words = tuple[Token, ...]

HAS: Final = frozenset("has have had".split())
_JOINT: Final = expression(
    r"\s*(?P<mark>[;:()“”\"–—]|,(?!\d))\s*(?P<joined>(?:and|or|but)\s+)?"
    r"|\s+(?P<and>(?:and|or|but)\s+)"
    r"|\s+(?=(?:who|which|whom|whose|that|while|whereas|because|although|though|if|unless|whether|when|where|until|since)\b)",
    re.IGNORECASE,
)
_BETWEEN: Final = expression(
    r"\b((?:is|are|was|were|do|does|did|has|have|had|will|would|shall|should|can|could|may|might)(?:n['’]t)?"
    r"(?: (?:not|never))?),\s[^,;:.?!“”\"]{1,120},\s",
    re.IGNORECASE,
)
"""What stands between commas behind an auxiliary: "did not, as many had hoped, sell the lock"."""
_ASIDE_AHEAD: Final = expression(
    r"(?<=\w),\s(?!(?:and|but|or|who|which)\b)[^,;:.!?()“”\"]{2,120},\s"
    r"(?=(?:is|are|was|were|has|have|had|will|would|shall|should|did|does|do)\b)"
)
"""What stands between commas before an auxiliary: "the motion, put by Ada Wren, was lost"."""
_SINCE: Final = expression(r"\b(ha(?:s|ve|d)) since (?=been\b|[a-z]+(?:ed|en|wn)\b)", re.IGNORECASE)
"""What only says that something was done by now: "has since been mended"."""
_GAPPED: Final = expression(
    r"\b(?P<verb>(?:is|are|was|were|will be) (?:[a-z]+ed|held|led|put|written)) by [^;]{2,160}?"
    r"(?P<joint>,? (?:and|while) )"
    r"(?P<what>(?:th(?:e|at|ose) |[A-Z])[^,;]{1,60}?) (?P<by>by (?:(?:the|its|their) )?(?:[a-z-]+,? ){0,4}[A-Z][^;]*)"
)
"""What is told by a verb that stands before: "Osk was led by Ada Wren, and *Tarn by Bo Lusk*"."""
_NO_LONGER: Final = expression(
    r"\b((?:is|are|was|were|has|have|had) |(?<!may )(?<!can )(?<!will )(?<!must )(?<!might )(?<!could )(?<!would ))"
    r"no longer\b",
    re.IGNORECASE,
)
"""What denies as "not" does; what may no longer be done is left to the reader."""
_WHICH: Final = frozenset("of who which whom whose that".split())
_HELPS: Final = BE | DO | HAS | frozenset("will would shall should must may might can could wo ca".split())
MAY: Final = frozenset("can could ca may might must shall should will wo would".split())
"""Auxiliaries of what is not done yet, or only in some case."""
NOT: Final = frozenset("not never neither nor".split())
_NO: Final = frozenset("no none nobody neither nothing without".split())
SMOOTH: Final = frozenset(
    "amendment amendments change changes comment debate delay discussion dissent incident objection objections "
    "opposition reservation reservations vote".split()
)
"""What a thing may be done without and is done all the same: "approved without amendment"."""
_ASIDE: Final = frozenset("also already always first finally jointly later now only soon still then yet to".split())
"""Words that stand among the auxiliaries of a verb."""
_IF: Final = frozenset("if unless whether until".split())
_WISHES: Final = frozenset(
    map(stem, "ask claim demand move propose recommend request seek suggest urge want wish".split())
)
"""Verbs of which what is behind "that" is only wanted, or said."""
_SAYS: Final = frozenset(map(stem, "allege claim say".split()))
"""Verbs of which what is behind "that" is not told as so, where "which" is before: "a leaflet which said that …"."""
_REFUSES: Final = frozenset(map(stem, "decline fail refuse".split()))
"""Verbs of which what is behind "to" is not done."""
_ENDS: Final = PREPOSITIONS - {"of"}
"""Words with which those end by whom a thing is done."""
FORMS: Final = PASTS | PARTICIPLES | {form for form, base in IRREGULAR.items() if lexicon.is_verb(base)}
_IT: Final = tokens("it")
_ATTEND: Final = stem("attend")
_VOTE: Final = stem("vote")


@dataclasses.dataclass(frozen=True, slots=True)
class Deed:
    """What a clause tells: the term of its verb, who does it, and what it is done to, with all else that is told of it.

    `auxiliaries` are the small words of the verb ("will", "been"). `denied`: it is not so; `open`: it is only wanted,
    or so only in some case; `by_which`: what it is done to stands before "which".
    """

    verb: str
    who: Words
    what: Words
    auxiliaries: frozenset[str]
    denied: bool
    open: bool = False
    by_which: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Clause:
    """The words of a clause; whether it stands behind a mark, behind "and", or begins with "who"."""

    words: Words
    marked: bool
    joined: bool

    @property
    def relative(self) -> bool:
        return self.words[0].surface in _WHICH

    @property
    def begins_with_verb(self) -> bool:
        return self.relative or _verb_at(self.words) == 0


@functools.lru_cache(maxsize=4096)
def deeds(sentence: str) -> tuple[Deed, ...]:
    """What a sentence tells, in order.

    >>> told = deeds("Ada Wren opened the lock, which was built by Osmark.")
    >>> [(each.verb, [word.surface for word in each.who]) for each in told]
    [('open', ['ada', 'wren']), ('build', ['osmark'])]
    """
    plain = _NO_LONGER.sub(lambda found: f"{found[1] or 'do '}not", _BETWEEN.sub(r"\1 ", sentence))
    plain = _SINCE.sub(r"\1 ", plain)
    gapped = _GAPPED.search(plain)
    if gapped is not None and _verb_at(tokens(gapped["what"])) is None:
        told_too = f"; {gapped['what']} {gapped['verb']} {gapped['by']}"
        plain = plain[: gapped.start("joint")] + told_too + plain[gapped.end() :]
    told, short = tuple(_deeds(_clauses(plain))), without_asides(plain)
    return told if short == plain else told + tuple(each for each in _deeds(_clauses(short)) if each not in told)


def without_asides(sentence: str) -> str:
    """A sentence without what stands between commas before its verb.

    >>> without_asides("The motion, put by Ada Wren, was lost.")
    'The motion was lost.'
    """
    return _ASIDE_AHEAD.sub(" ", sentence)


def deed_asked(words: Words, at: int) -> Deed:
    """What a yes/no question asks about whose verb stands at a place: its words put in the order of a statement."""
    helps = NOT | BE | HAS
    subject = tuple(word for word in words[1:at] if word.surface not in helps)
    auxiliaries = (words[0], *(word for word in words[1:at] if word.surface in helps))
    return _deed((*subject, *auxiliaries, *words[at:]), len(subject), at, subject, None)


def being_held(words: Words) -> Deed:
    """What a yes/no question without a verb asks: whether something was ("Was the fair on 4 May?")."""
    denied = any(word.surface in NOT for word in words)
    return Deed("hold", (), words[1:], frozenset((words[0].surface,)), denied)


def _clauses(sentence: str) -> list[_Clause]:
    """The clauses of a sentence: each has a verb, but what stands before "who", or begins anew."""
    cut = list(_cut(sentence))
    found: list[_Clause] = []
    for at, clause in enumerate(cut):
        last = found[-1] if found else None
        goes_on = next((each.begins_with_verb for each in cut[at + 1 :] if _verb_at(each.words) is not None), False)
        begins_anew = clause.words[0].surface == "whose" or (clause.marked and clause.joined and goes_on)
        if last is None:
            found.append(clause)
        elif _verb_at(last.words) is None:  # "Tarn and Osmark signed", but "Ada Wren, who left, signed"
            apart = clause.begins_with_verb
            found[-1:] = [last, clause] if apart else [dataclasses.replace(last, words=last.words + clause.words)]
        elif _verb_at(clause.words) is not None or begins_anew:
            found.append(clause)
        elif whole := _with_verb_of(last, clause.words):
            found.append(dataclasses.replace(clause, words=whole))
        else:
            found[-1] = dataclasses.replace(last, words=last.words + clause.words)
    return found


def _with_verb_of(last: _Clause, words: Words) -> Words | None:
    """What is told of a number whose verb is that of the clause before: "9 crowns go to Tarn and *4 crowns to Osk*"."""
    begin, at = int(last.relative), _verb_at(last.words) or 0
    head = tuple(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words))
    subject, rest = last.words[begin:at], words[len(head) :]
    if not (head and rest and subject and head[-1].term == subject[-1].term):
        return None
    if not all(each[0].term[0].isdigit() for each in (head, subject)):
        return None
    return head + last.words[at : _verb_helped_from(last.words, at) + 1] + rest


def _cut(sentence: str) -> Iterator[_Clause]:
    """The parts of a sentence between marks and words that join clauses."""
    begin, marked, joined = 0, False, False
    for joint in (*_JOINT.finditer(sentence), None):
        if words := tokens(sentence[begin : joint.start() if joint else len(sentence)]):
            yield _Clause(words, marked, joined)
            marked = joined = False
        if joint:
            marked, joined = marked or bool(joint["mark"]), joined or bool(joint["joined"] or joint["and"])
            begin = joint.end()


def _verb_at(words: Words, start: int = 0) -> int | None:
    """The place of the first verb, its auxiliaries included, from a place on."""
    return next((at for at in range(start, len(words)) if _is_verb(words, at)), None)


def _is_verb(words: Words, at: int) -> bool:
    word, before = words[at].surface, words[at - 1].surface if at else ""
    behind_number = bool(at) and words[at - 1].term[0].isdigit()
    if word in PREPOSITIONS or word == "except" or (at and words[at].capital):
        return False
    if behind_number and (word not in _HELPS or word == "may"):  # "4 May"
        return False
    if word in _HELPS:
        return True
    if before == "to":  # "declined to name the pilot"
        goes_on = at + 1 < len(words) and words[at + 1].surface in DETERMINERS
        return lexicon.is_verb(word) or (goes_on and lexicon.is_word(word) and not words[at].is_stop)
    by = at + 1 < len(words) and words[at + 1].surface == "by"
    if before in DETERMINERS or before in PREPOSITIONS or (words[at].capital and not by):
        return False
    if word in FORMS or (word.endswith("ed") and len(word) > len("need")):
        return True
    if " " in word:
        return words[at].term in VERBAL_TERMS
    if _is_followed_by_verb(words, at + 1):  # "the garden plan was adopted"
        return False
    return at > 0 and (lexicon.is_verb(word) or lexicon.is_verb(word.removesuffix("s")))


def _is_followed_by_verb(words: Words, at: int) -> bool:
    """Whether an auxiliary stands at a place, or behind what a preposition there begins: "the speed limit *on the lane
    was* lowered"."""
    if at < len(words) and words[at].surface in PREPOSITIONS - {"to"}:
        at = next((place for place in range(at, len(words)) if words[place].surface in _HELPS), len(words))
        return at < len(words) and words[at - 1].surface != "to"
    return at < len(words) and words[at].surface in _HELPS | NOT


def _deeds(clauses: Sequence[_Clause]) -> Iterator[Deed]:
    subjects: list[Words] = []
    told: Deed | None = None
    for place, clause in enumerate(clauses):
        words, at = clause.words, _verb_at(clause.words)
        subject, done_to = words[1 if clause.relative else 0 : at], _done_to(clauses, place)
        if not any(_is_content(word) for word in subject):
            subject, done_to = _inherited(clauses, subjects, place), ()
        subjects.append(subject)
        wished = words[0].surface == "that" and told is not None and told.verb in _WISHES
        if words[0].surface == "that" and told is not None and clauses[place - 1].words[0].surface == "which":
            wished = wished or told.verb in _SAYS
        while at is not None:
            verb = _verb_helped_from(words, at)
            begin = at - 1 if at and words[at - 1].surface == "to" else at
            told = _deed(words, begin, verb, subject, told)
            told, done_to = dataclasses.replace(told, what=done_to + told.what, by_which=bool(done_to)), ()
            yield dataclasses.replace(told, open=told.open or wished or words[0].surface in _IF)
            at = _verb_at(words, verb + 1)
            between = words[verb + 1 : at]
            if between and between[0].surface not in PREPOSITIONS:  # "said the lock was shut"
                subject = between


def _is_content(word: Token) -> bool:
    return not (word.surface.endswith("ly") or word.surface in _ASIDE | NOT | _WHICH | _IF)


def _verb_helped_from(words: Words, at: int) -> int:
    """The place of the verb whose auxiliaries begin at a place; the last of these where none is behind them."""
    last = at
    for place in range(at + 1, len(words) if words[at].surface in _HELPS else 0):
        word = words[place].surface
        if word in _HELPS:
            last = place
        elif word not in NOT | _ASIDE and not word.endswith("ly"):
            return place if _is_verb(words, place) else last
    return last


def _inherited(clauses: Sequence[_Clause], subjects: Sequence[Words], place: int) -> Words:
    """Who does what a clause tells that names nobody: what stands before "who", else whoever did what is before."""
    if not place:
        return ()
    before = clauses[place - 1]
    if clauses[place].relative:
        verbs = [at for at in range(len(before.words)) if _is_verb(before.words, at)]
        return before.words[verbs[-1] + 1 if verbs else 0 :]
    beyond = before.relative and _verb_at(before.words) is not None and clauses[place].marked and place > 1
    return subjects[place - 2 if beyond else place - 1]


def _done_to(clauses: Sequence[_Clause], place: int) -> Words:
    """To what it is done that a clause with "which" tells of somebody else: "the lock, *which* the pilots shut"."""
    before = clauses[place - 1].words if place and clauses[place].words[0].surface == "which" else ()
    if not before or before[-1].surface in PREPOSITIONS:  # "of which she knew"
        return ()
    verbs = [at for at in range(len(before) - 1) if _is_verb(before, at)]
    return before[verbs[-1] + 1 :] if verbs else before


def _denying(rest: Words) -> Words:
    """The words behind a verb among which one may deny it."""
    smoothly = any(word.surface in SMOOTH for word in rest[:4]) and any(w.surface == "without" for w in rest[:2])
    return () if smoothly else rest[:2]


def _deed(words: Words, begin: int, at: int, subject: Words, before: Deed | None) -> Deed:
    """The deed of the verb at a place, whose auxiliaries begin at another; `before` is the one told before it."""
    verb, rest = words[at], words[at + 1 :]
    auxiliaries = frozenset(word.surface for word in words[begin:at])
    denied = bool(auxiliaries & NOT) or any(word.surface in NOT for word in subject[-1:])  # "never ran"
    denied = denied or any(word.surface in _NO for word in (*subject, *_denying(rest)))
    to_do = "to" in auxiliaries
    if to_do and before is not None and before.verb in _REFUSES and not before.denied:
        denied, to_do = not denied, False
    by = next((at for at, word in enumerate(rest) if word.surface == "by" and not _is_count(rest[at + 1 :])), None)
    goes_on = not auxiliaries & _HELPS and before is not None and bool(before.auxiliaries & BE)
    bare_by = by == 0 and not auxiliaries
    passive = (
        bool(auxiliaries & BE and (by is not None or verb.term != _ATTEND)) or (by is not None and goes_on) or bare_by
    )
    who, what = subject, rest
    if bare_by and not subject:  # "Seconded by Ada Wren", of what is before
        subject = _IT
    if passive and not verb.surface.endswith("ing"):
        who = ()
        if by is not None:
            behind = range(by + 1, len(rest))
            ends = next((at for at in behind if _is_verb(rest, at) or rest[at].surface in _ENDS), len(rest))
            who, rest = rest[by + 1 : ends], rest[:by] + rest[ends:]
        what = subject + rest
    return Deed(_term(verb), who, what, auxiliaries, denied, to_do)


def _is_count(words: Words) -> bool:
    """Whether words begin with a number of votes, or one of nothing that could do a deed: "by 4 votes", "by 4 to 1"."""
    is_number = bool(words) and words[0].term[0].isdigit()
    return is_number and (len(words) == 1 or words[1].term == _VOTE or words[1].surface in PREPOSITIONS)


def _term(verb: Token) -> str:
    """The term of a verb, of "has" and "was" as of their base forms."""
    return "have" if verb.surface in HAS else "be" if verb.surface in BE else verb.term
