"""What a yes cannot rest on: a sentence without the names that are asked about, or of another deed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.index import Index
from bot.matching.deeds_told import HAS, deeds
from bot.matching.elsewhere import is_short_for, places_of
from bot.matching.evidence import Sentence
from bot.matching.otherwise.deeds import deeds_of
from bot.matching.query_terms import QueryTerm
from bot.matching.yes_no.denials import speaks_of_denial
from bot.question import Question
from bot.question.cues import DO, EVENT_TERMS, MEETING_TERMS
from bot.question.tokens import content_terms, stem, tokens
from facts.expressions import expression
from facts.months import MONTHS
from facts.verbs import PASTS

_ALONE: Final = expression(r"\b(?:alone|exclusively|just|only|solely)\b", re.IGNORECASE)
_DID_SO: Final = expression(r"\b(?:d(?:id|oes|one) (?:so|it|this|that|the same)|not|never)\b|n['’]t\b", re.IGNORECASE)
_STANDS_FOR: Final = frozenset("he her his it its she their they this those".split())
"""Words by which a sentence tells of somebody or something that was named before."""
_ATTEND: Final = stem("attend")
_SHOWN_BY: Final = {
    stem("back"): (stem("sign"),),
    stem("represent"): (_ATTEND, stem("present")),
}
"""Other deeds by which it is told that somebody did, or had done, what a verb says: who came was represented."""
_IT_WAS: Final = expression(
    r"\b(?:is|was|were|isn['’]t|wasn['’]t) it (?P<who>[^?]+?) (?:who|that|whom)\b", re.IGNORECASE
)
_AS: Final = expression(r"\bas (?:the |its |their )?(?P<role>[^,;?]+)", re.IGNORECASE)
_PART: Final = expression(r"[,;] | and ")
_AHEAD: Final = 3
"""How many words ahead of that for a meeting say which one it is."""
_OF_ONE: Final = 2
"""So many words with capitals beside that of a body name somebody who is of it."""
_OF: Final = expression(r"\b(?P<noun>[a-z]{3,}) of (?P<whose>[^,;:.?()]+)", re.IGNORECASE)
_IN: Final = expression(r"\bin ([A-Z][\w-]+)")
_YEAR: Final = expression(r"(?:1[89]|20)\d\d")


def leaves_out(question: Question, asked: Iterable[QueryTerm], sentence: Sentence, index: Index) -> bool:
    """Whether neither a sentence nor its heading has a name or number of a question, places and dates aside, and no
    word of it stands for one: no "yes" rests on it."""
    if speaks_of_denial(sentence.text) or any(token.surface in _STANDS_FOR for token in sentence.tokens):
        return False
    context, heading = index.contexts[sentence.article], tokens(sentence.passage.heading)
    known = context.spelled_both_ways(frozenset(token.term for token in (*sentence.tokens, *heading)))
    names = context.capitals | {token.term for token in (*heading, *question.tokens) if token.capital}
    aside = {token.term for token in question.tokens if token.surface in MONTHS or _YEAR.fullmatch(token.surface)}
    aside.update(places_of(question.tokens, names), _of_the_meeting(question, context.meeting))
    named = {token.term for token in question.tokens if token.term in names or token.surface[:1].isdigit()} - aside
    named -= {token.term for token in question.tokens if " " in token.surface and token.term[0] != "="}  # "part of"
    return any(
        word.word.term in named and not word.found_in(known) and not is_short_for(word.word.surface, heading)
        for word in asked
    )


def does_another_deed(question: Question, sentence: Sentence) -> bool:
    """Whether a question asks if somebody did what is told apart from other deeds (to chair from to open, to propose
    from to second), and a sentence does not tell of it: no "yes" rests on it."""
    predicate = question.analysis.predicate or ""
    mine = deeds_of(predicate, *_SHOWN_BY.get(predicate, ()))
    if not mine or speaks_of_denial(sentence.text) or (mine == deeds_of(_ATTEND) and not deeds(sentence.text)):
        return False  # in a list of those who came each stands without a verb
    return mine.isdisjoint(deeds_of(*(token.term for token in sentence.tokens)))


def tells_no_such_deed(question: Question, asked: Iterable[QueryTerm], sentence: Sentence, index: Index) -> bool:
    """Whether a question asks if somebody did something, and a sentence, with its heading, has no word of that, or for
    it, nor of what stands behind it, but only who did something: no "yes" rests on it."""
    words, predicate = question.tokens, question.analysis.predicate
    at = next((at for at, word in enumerate(words) if word.term == predicate), None)
    if at is None or words[0].surface not in DO | HAS or _DID_SO.search(sentence.text):
        return False
    if predicate in EVENT_TERMS or deeds_of(words[at].term) & deeds_of(_ATTEND):
        return False  # a heading or a list tells of these without a verb
    deed = {word.term for word in words[at:]}
    known = frozenset(token.term for token in (*sentence.tokens, *tokens(sentence.passage.heading)))
    known = index.contexts[sentence.article].spelled_both_ways(known)
    return not any(word.word.term in deed and word.found_in(known) for word in asked)


def _of_the_meeting(question: Question, known: frozenset[str]) -> Iterator[str]:
    """The terms that are known of the meeting and stand before a word for it: "the *Tarn railway* talks"."""
    words = question.tokens
    for at, word in enumerate(words):
        ahead = words[max(at - _AHEAD, 0) : at] if word.term in MEETING_TERMS else ()
        yield from (each.term for each in ahead if each.term in known)


def tells_not_of_them_alone(question: Question, sentence: str) -> bool:
    """Whether a question asks if something was so of some only, and a sentence does not say so: no "yes" rests on what
    it tells of these.

    >>> from bot.question import read
    >>> told = "Pilots and clerks came.", "Only pilots came."
    >>> [tells_not_of_them_alone(read("Was it for pilots only?"), each) for each in told]
    [True, False]
    """
    return _ALONE.search(question.text) is not None and not _ALONE.search(sentence)


def is_of_another_doer(question: Question, sentence: Sentence) -> bool:
    """Whether a question asks if it was somebody who did something, and a sentence does not name them, or if somebody
    was there as what it says of another: no "yes" rests on it."""
    it_was = _IT_WAS.search(question.text)
    known = {token.term for token in (*sentence.tokens, *tokens(sentence.passage.heading))}
    if it_was is not None and not any(token.surface in _STANDS_FOR for token in sentence.tokens):
        who = {token.term for token in tokens(it_was["who"]) if not token.is_stop}
        return bool(who) and who.isdisjoint(known)
    role = _AS.search(question.text)
    if role is None:
        return False
    body = {token.term for token in tokens(role["role"]) if token.capital}
    named = {token.term for token in tokens(question.text[: role.start()]) if token.capital} - body
    parts = [tokens(part) for part in _PART.split(sentence.text)]
    having = [part for part in parts if body & {token.term for token in part}]
    others = [sum(1 for word in part if word.capital and word.term not in body) for part in having]
    of_it = any(named & {token.term for token in part} for part in having)
    return bool(body and having) and not of_it and min(others) >= _OF_ONE


def is_told_of_another(question: Question, asked: Iterable[QueryTerm], sentence: Sentence, index: Index) -> bool:
    """Whether a sentence tells of another thing than a question asks if it was done to, or of the same of another ("an
    ally of the king" of the pilots' ally): no "yes" rests on it."""
    if any(token.surface in _STANDS_FOR for token in sentence.tokens):
        return False
    context = index.contexts[sentence.article]
    known = context.spelled_both_ways(frozenset(token.term for token in sentence.tokens))
    words = {word.word.term: word for word in asked}
    tokens_ = question.tokens
    at = next((at for at, word in enumerate(tokens_) if word.term == question.analysis.predicate), 0)
    passive = tokens_[0].surface in ("was", "were") and at > 1 and question.analysis.predicate in known
    named = [words[word.term] for word in tokens_[1:at] if word.term in words] if passive else []
    first = sentence.tokens[0].surface
    put_so = first.endswith("ed") or first in PASTS  # "Proposed by Ada Wren.", of the sentence before
    around = known | context.meeting | (sentence.around if put_so else frozenset())
    if named and not any(word.found_in(around) for word in named):
        return True
    if is_only_of_place(question, sentence.text):
        return True
    told = {found["noun"].lower(): found["whose"] for found in _OF.finditer(sentence.text)}
    for found in _OF.finditer(question.text):
        whose = [words[token.term] for token in tokens(found["whose"]) if token.term in words]
        its = context.spelled_both_ways(content_terms(told.get(found["noun"].lower(), "")))
        if its and whose and not whose[0].found_in(its) and whose[0].found_in(known):
            return True
    return False


def is_only_of_place(question: Question, sentence: str) -> bool:
    """Whether a question asks if something was in a place, and a sentence tells of that only whose somebody is, and
    where it was instead.

    >>> from bot.question import read
    >>> is_only_of_place(read("Did Bo meet her in Tarn?"), "Bo met the mayor of Tarn in Brill.")
    True
    """
    return any(_is_only_of(place, sentence) for place in _IN.findall(question.text))


def _is_only_of(place: str, sentence: str) -> bool:
    """Whether a sentence names a place only as whose somebody is, and tells where it was: "the mayor of Tarn in
    Hask"."""
    named = re.escape(place)
    whose = re.search(rf"\bof (?:the )?{named}\b|\b{named}['’]s\b", sentence)
    there = re.search(rf"\b(?:in|at|near|to|from) (?:[\w’'-]+,? ){{0,3}}{named}\b", sentence)
    return whose is not None and there is None and _IN.search(sentence) is not None
