"""What a report tells as done without saying by whom is done by the meeting that it is of: "the accounts were approved"
by the assembly."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from bot.index import Index
from bot.matching.deeds_told import Deed, Words, deeds
from bot.matching.evidence import Sentence
from bot.matching.yes_no.contraries import tells_of_more_than_one_time
from bot.question.cues import MEETING_TERMS
from bot.question.shape import PREPOSITIONS
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

_RESOLVES: Final = frozenset(
    map(
        stem,
        "accept action adopt agree agreement amend appoint approve carry choice choose confirm decide decision elect "
        "endorse pass ratify reject resolution resolve vote".split(),
    )
)
"""What meetings do, as verbs and as nouns; what else is told without a doer may be anybody's."""
_MEETS: Final = frozenset(map(stem, "convene gather hold meet".split()))
_BODIES: Final = frozenset(
    map(
        stem,
        "assembly board bench cabinet chamber commission committee congress council court government house jury "
        "ministry parliament senate tribunal".split(),
    )
)
_WAS: Final = frozenset(("was", "were"))
_AT: Final = expression(
    r"\bat (?P<what>(?:the|its|their|an?) [^,.;:()“”\"–—]{3,80}?)"
    r"(?= (?:in|on|last|this|yesterday|by|to)\b|[,.;:()“”\"–—]|$)"
)
"""Where something was told to have happened."""
_FIRST: Final = 3
"""Sentences, the title among them, that tell of which meeting a report is."""


def is_done_by_it(who: Words, its: Deed, asked: frozenset[str], sentence: Sentence, index: Index) -> bool:
    """Whether a deed that is told without a doer was done by those asked about (`who`): they are the meeting that the
    report is of, and it was done there, as far as the sentence tells; `asked` are the terms of the question."""
    if its.who or its.verb not in _RESOLVES or not its.auxiliaries & _WAS or "had" in its.auxiliaries:
        return False
    if tells_of_more_than_one_time(sentence.text) or _names_another_body(who, sentence):
        return False
    meeting = index.contexts[sentence.article].record.meeting
    own = content_terms(f"{meeting.name} {meeting.place}") if meeting else frozenset[str]()
    known = own | asked | {sentence.tokens[0].term}
    if any(word.capital and word.term not in known for word in its.what):  # "in Tarn", "in March"
        return False
    named = frozenset(word.term for word in who if not word.is_stop)
    return bool(named) and any(named <= body | MEETING_TERMS for body in _bodies(sentence, index))


def without_own_body(words: Words, its: Words, sentence: Sentence, index: Index) -> Words:
    """Words that ask about something, without "of the Osk Club" behind it: the club by which the report is named is
    understood where it tells of "the treasurer" without a name."""
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at].surface == "of"), 0)
    context, body = (
        index.contexts[sentence.article],
        frozenset(word.term for word in words[at + 1 :] if not word.is_stop),
    )
    if not at or not body or not its or its[0].surface != "the":
        return words
    others = any(word.surface == "of" or (word.capital and word != sentence.tokens[0]) for word in its)
    named = body <= context.capitals | {word.term for word in words if word.capital} and body <= context.article
    return words if others or not named or body.isdisjoint(context.meeting) else words[:at]


def _names_another_body(who: Words, sentence: Sentence) -> bool:
    """Whether the sentence before tells of another body, that may have done what is told next."""
    named = {word.term for word in who} | content_terms(sentence.passage.heading)
    return not _BODIES.isdisjoint(content_terms(sentence.passage.before) - named)


def _bodies(sentence: Sentence, index: Index) -> Iterator[frozenset[str]]:
    """The terms of what may name the meeting that a sentence's report is of."""
    meeting = index.contexts[sentence.article].record.meeting
    if meeting is not None:
        yield from (content_terms(name) for name in (meeting.name, *meeting.aliases))
    for text in index.sentences(sentence.article)[:_FIRST]:
        yield from (content_terms(found["what"]) for found in _AT.finditer(text))
        for told in deeds(text):
            if told.verb in _MEETS:  # "the league held its gathering at the mill"
                ahead = itertools.takewhile(lambda word: word.surface not in PREPOSITIONS, told.what)
                yield from (frozenset(word.term for word in each if not word.is_stop) for each in (told.who, ahead))
