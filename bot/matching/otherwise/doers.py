"""What somebody else did than a question names: what Osmark pledged is not what Tarn did."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.matching.deeds_told import Deed, deeds
from bot.matching.otherwise.deeds import deeds_of
from bot.question import Question, lexicon
from bot.question.cues import BE, DETERMINERS, DO, POINTERS, SUBJECT_PRONOUNS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import Token, content_terms, stem, tokens
from facts.expressions import expression

_HELPS: Final = BE | DO | frozenset("has have had will would shall should must may might can could".split())
_ASKED: Final = ("how", "how_many", "what", "when", "where", "which", "why")
_AGAINST: Final = expression(r"; (?:but |while )?|,? (?:while|whereas) |, but ")
"""What sets the half of a sentence behind it against the one before."""
_MEANS: Final = frozenset(map(stem, "aim expect hope intend mean plan promise want".split()))
"""Verbs of which who does them means to do what is behind "to"."""
_STANDS_FOR: Final = POINTERS | SUBJECT_PRONOUNS


def done_by_another(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks what somebody did, how much of it, when, where, how or why, and by the words at a span of
    a sentence somebody else did it: one who has a name as they do, or beside whom it tells what they did.

    >>> from bot.question import read
    >>> told = "Tarn pledged 3 crowns and Osmark pledged 8 crowns."
    >>> [done_by_another(read(f"How much did {who} pledge?"), told, (41, 49)) for who in ("Tarn", "Osmark", "Ada Wren")]
    [True, False, True]
    >>> alone = [f"{who} pledged 3 crowns." for who in ("Tarn", "Ministers", "The minister")]
    >>> [done_by_another(read("How much did Osmark pledge?"), told, (13, 21)) for told in alone]
    [True, False, False]
    """
    if question.analysis.answer_type not in _ASKED:
        return False
    told = list(_done_or_meant(deeds(sentence)))
    asked = {deed.verb: doer for deed in told if (doer := _doer_asked(question, deed.verb))}
    its = _of(content_terms(sentence[slice(*span)]), [deed for deed in told if deed.verb in asked])
    if not its or not all(_is_told(deed.who) for deed in its):
        return False
    doer = asked[its[0].verb]
    mine = telling_terms(doer)
    if any(mine & telling_terms(deed.who) for deed in its):
        return False
    others = list(_named([deed.who for deed in its], tokens(sentence)[0]))
    if _is_of_other_side(doer, asked, sentence, span):
        return True
    # What "the board" did that Wren chairs may be hers.
    if any(_head(doer) & telling_terms(deed.who) for deed in told if others or deed.verb in asked):
        return True
    return not mine & content_terms(sentence) and _is_named_alike(doer, others)


def _done_or_meant(told: Sequence[Deed]) -> Iterator[Deed]:
    """The deeds of those who stand before them. What stands before "to" did nothing, unless it means to: "Osmark passed
    a law to pledge 8 crowns", "Osmark hopes to pledge 8 crowns"."""
    before: Deed | None = None
    for deed in told:
        if "to" not in deed.auxiliaries or (before is not None and before.verb in _MEANS and before.who == deed.who):
            yield deed
        before = deed


def _is_of_other_side(doer: Sequence[Token], asked: Collection[str], sentence: str, span: tuple[int, int]) -> bool:
    """Whether the half of a sentence around a span tells what "the company" did, and only the other half, set against
    it, what the one asked about did: "The guild asked for 6 per cent; the company offered 3"."""
    cuts = [0, *(found.end() for found in _AGAINST.finditer(sentence)), len(sentence)]
    begin, end = next((pair for pair in itertools.pairwise(cuts) if pair[0] <= span[0] < pair[1]), (0, len(sentence)))
    half, others = sentence[begin:end], sentence[:begin] + sentence[end:]
    head = _head(doer)
    if not head or not head <= content_terms(others) or head & content_terms(half):
        return False
    told = [deed for deed in deeds(half) if deed.verb in asked]
    return bool(told) and all(deed.who and deed.who[0].surface == "the" and _is_told(deed.who) for deed in told)


def is_by_another(question: Question, sentence: str, _: tuple[int, int]) -> bool:
    """Whether a question names by whom something was done, and a sentence tells of it as done by somebody else.

    >>> from bot.question import read
    >>> told = "The engineer chosen by Osmark, Ada Wren, stayed away."
    >>> [is_by_another(read(f"Who is the engineer named by {who}?"), told, (31, 39)) for who in ("Tarn", "Osmark")]
    [True, False]
    """
    words = question.tokens
    at = next((at for at in range(1, len(words) - 2) if words[at + 1].surface == "by"), None)
    if question.analysis.answer_type == "yes_no" or at is None:
        return False
    doer = list(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words[at + 2 :]))
    thing = telling_terms(words[:at])
    if not any(map(_is_country, doer)) and not (doer and list(_names(doer)) == doer):
        return False
    if telling_terms(doer) & content_terms(sentence):
        return False
    alike = [
        deed
        for deed in deeds(sentence)
        if (deed.verb == words[at].term or deeds_of(deed.verb) & deeds_of(words[at].term))
        and telling_terms(deed.what) & thing
    ]
    named = _named([deed.who for deed in alike], tokens(sentence)[0])
    return bool(alike) and _is_named_alike(doer, list(named))


def _doer_asked(question: Question, verb: str) -> tuple[Token, ...]:
    """Whom a question names as who does what has a verb: between "did" and it, or behind "by"."""
    words = question.tokens
    at = next((at for at, word in enumerate(words) if word.term == verb), None)
    if at is None:
        return ()
    if at + 1 < len(words) and words[at + 1].surface == "by":
        ends = (place for place in range(at + 2, len(words)) if words[place].surface in PREPOSITIONS - {"of"})
        return tuple(words[at + 2 : next(ends, len(words))])
    helped = [place for place in range(at) if words[place].surface in _HELPS]
    if not helped or _is_done_to(words, helped[-1], at):
        return ()
    doer = tuple(words[helped[-1] + 1 : at])
    nested = any(word.surface == "to" or word.term == question.analysis.predicate for word in doer)
    return () if nested or (doer and doer[-1].surface in DETERMINERS) else doer


def _is_done_to(words: Sequence[Token], helped: int, at: int) -> bool:
    """Whether a verb is a passive, so that what stands before it does nothing: "was Tarn asked"."""
    return words[helped].surface in BE and not words[at].surface.endswith("ing")


def _of(marked: frozenset[str], told: Sequence[Deed]) -> list[Deed]:
    """The deeds that are done to most of what is marked; none where it is in none."""
    shared = [len(marked & telling_terms(deed.what)) for deed in told]
    most = max(shared, default=0)
    return [deed for deed, each in zip(told, shared, strict=True) if most and each == most]


def _is_told(who: Sequence[Token]) -> bool:
    """Whether words say who that is: "they" may be whoever is asked about."""
    return any(not word.is_stop for word in who) and all(word.surface not in _STANDS_FOR for word in who)


def _is_named_alike(doer: Sequence[Token], others: Sequence[Token]) -> bool:
    """Whether both are countries, or both have names without "the": what has it, a minister may do it for, and "the
    President" may be whoever is asked about."""
    if any(map(_is_country, doer)):
        return any(map(_is_country, others))
    return _is_name(doer[0]) and bool(others)


def _named(others: Sequence[Sequence[Token]], first: Token) -> Iterator[Token]:
    """The countries and names in words; the first word of a sentence has a capital anyway, and is a name where it does
    something by itself and is of one: "Tarn pledged", not "Ministers pledged"."""
    for who in others:
        names = list(_names(who))
        alone = len(who) == 1 and not first.surface.endswith("s")
        yield from (word for word in who if _is_country(word) or (word in names and (word != first or alone)))


def _names(words: Sequence[Token]) -> Iterator[Token]:
    """The words with a capital that do not stand behind "the", or alone there and are no words else: "the Marigold" is
    not, "the Zorvex" is named."""
    behind_the = False
    for at, word in enumerate(words):
        behind_the = word.surface == "the" or (behind_the and word.capital)
        alone = at == len(words) - 1 and words[at - 1].surface == "the" and not lexicon.is_word(word.surface)
        if word.capital and not word.is_stop and (not behind_the or alone):
            yield word


def _is_name(word: Token) -> bool:
    """Whether a word is written as a name, or is no word otherwise."""
    named = word.capital or (word.surface.isalpha() and not lexicon.is_word(word.surface))
    return named and not word.is_stop


def _head(words: Sequence[Token]) -> frozenset[str]:
    """The terms of the names in words, or of their noun: not of what that is like or of."""
    named = frozenset(word.term for word in words if word.capital and not word.is_stop)
    noun = list(itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, words))
    return named or telling_terms(noun[-1:])


def _is_country(word: Token) -> bool:
    return word.term.startswith("=")


def telling_terms(words: Sequence[Token]) -> frozenset[str]:
    """The terms of words without the small ones."""
    return frozenset(word.term for word in words if not word.is_stop)
