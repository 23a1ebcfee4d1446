"""A question in its conversation → the facts that fit it by rules, and the sentences as they were read.

What a person took back, or put right otherwise, is not among them.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import msgspec

from bot.index import Index
from bot.index.entries import Entry
from bot.matching import decision
from bot.matching.answers import answer_of, facts_of
from bot.matching.candidates import candidates, leans_on
from bot.matching.checks.among_others import among_others
from bot.matching.checks.named import Of
from bot.matching.conversation import question_before
from bot.matching.disputed import undisputed
from bot.matching.facts_found import candidates_for
from bot.matching.gainsaid import gainsays
from bot.matching.in_its_place import says_more
from bot.matching.its_object import own_object_first
from bot.matching.last_or_next import either
from bot.matching.match import WHOLE, Match, searched
from bot.matching.noted import in_place_of, is_taken_back, without_withdrawn
from bot.matching.of_that_motion import OfThatMotion
from bot.matching.overruling import asks_by_withdrawn, is_by_hand, is_of_same_meeting, puts_right, without_unsaid
from bot.matching.reading import Read, SentenceReader
from bot.matching.reports import Reports
from bot.matching.several_votes import without_sure_of_several
from bot.matching.weights import ANSWER_AT
from bot.matching.yes_no.held import decides, ends_otherwise, is_settled_by
from bot.question import Question
from bot.replies import Context

_Found = TypeVar("_Found", Match, Read)
MOST_LOOKED_AT: Final = 50
"""So many of the facts that fit are looked at for what their sentences tell of another item."""


class Looked(msgspec.Struct, frozen=True):
    """What is found for a question: the facts that fit by rules, and the sentences as they were read, best first."""

    matched: list[Match]
    found: list[Read]


def look(
    question: Question,
    index: Index,
    context: Context,
    reader: SentenceReader,
    within: Sequence[int] | None = None,
) -> Looked:
    """Look for the facts and sentences that may answer a question, also in the light of the one before; in the articles
    `within` (by number) alone, where these are given."""
    scores = searched(question, index)
    last = index.answer(context.answer_key or "")
    matched = told_so(question, candidates_for(question, index, context, scores, within), index)
    matched = [each for each in matched if says_more(question, last, each.entry.fact.evidence, each.answer)]
    last_asked = question_before(question, context, index)
    motion = OfThatMotion(question, last_asked, index, context.answer_key)
    matched = sorted(map(motion.match, matched), key=lambda each: -each.score)
    before = leans_on(question, last_asked)
    talked_about = context.article if before else None
    sentences = candidates(question, index, matched, before, talked_about, scores, within, motion.places())
    sentences = [each for each in sentences if says_more(question, last, each.sentence.text)]
    found = own_object_first(question, reader.read(question, sentences, index, before))
    found = undisputed(question, without_sure_of_several(question, found), index)
    found = motion.read(found)
    facts = itertools.chain((match.entry for match in matched), *(facts_of(each, index) for each in found))
    by_hand = list(filter(is_by_hand, facts))
    kept = [each for each in found if not _gainsaid_by(each, question, index, by_hand)]
    kept = without_withdrawn(kept, question, index, by_hand)
    kept = in_place_of(found[0], kept, index) if found and is_taken_back(found[0], kept) else kept
    matched = [each for each in matched if not _is_put_right(question, each, by_hand)]
    instead = [*_told_instead(question, found, by_hand, index), *_told_by_a_person(question, matched, found, index)]
    matched = _first(matched, lambda each: each.entry in instead, decision.RULES_AT)
    kept = _first(kept, lambda each: _gives_one_of(instead, each, question, index), found[0].score if found else 0.0)
    matched, kept = either(question, matched, kept)
    return Looked(without_unsaid(matched), Reports(question, kept, index).as_sure(kept))


def _gainsaid_by(read: Read, question: Question, index: Index, by_hand: Sequence[Entry]) -> list[Entry]:
    """The facts that people wrote or checked of what is asked, of which a sentence that was read tells otherwise."""
    if not by_hand:
        return []
    sentence, said = read.candidate.sentence, answer_of(read, question, index)[0]
    asked, its = question.analysis, index.contexts[sentence.article]
    others = [] if any(map(is_by_hand, facts_of(read, index))) else by_hand
    ended = [own for own in by_hand if ends_otherwise(asked, said, own, its)]
    return ended + [own for own in others if gainsays(question, sentence.text, said, own, its)]


def _told_instead(question: Question, found: Sequence[Read], by_hand: Sequence[Entry], index: Index) -> list[Entry]:
    """The facts of people that are told instead of the best sentence, where that would have answered."""
    if not found or question.analysis.answer_type == "yes_no" or found[0].confidence < decision.READ_AT:
        return []
    return _gainsaid_by(found[0], question, index, by_hand)


def _told_by_a_person(question: Question, matched: Sequence[Match], found: Sequence[Read], index: Index) -> list[Entry]:
    """The person's fact that fits best by rules and is asked for all that a question asks, where another sentence of
    its meeting would answer by what is only read there."""
    if not matched or not found or question.analysis.answer_type == "yes_no":
        return []
    best, first = matched[0], found[0]
    if not is_by_hand(best.entry) or best.confidence < ANSWER_AT or first.confidence < decision.READ_AT:
        return []
    if best.features.answer_type < 1 or best.features.in_question + best.features.in_meeting < WHOLE:
        return []
    its = index.contexts[first.candidate.sentence.article]
    if its != best.entry.context and not is_of_same_meeting(its, best.entry.context):
        return []
    told = answer_of(first, question, index)[2]
    return [] if told is not None and is_by_hand(told) else [best.entry]


def _gives_one_of(instead: Sequence[Entry], read: Read, question: Question, index: Index) -> bool:
    """Whether a sentence answers what one of its facts tells."""
    own = [each for each in facts_of(read, index) if each in instead] if instead else []
    return bool(own) and answer_of(read, question, index)[0] in [each.fact.answer for each in own]


def _first(found: Sequence[_Found], is_told: Callable[[_Found], bool], score: float) -> list[_Found]:
    """What is found, with what is told instead of something first, and as sure at the least as a score."""
    told = [dataclasses.replace(each, score=max(each.score, score)) for each in found if is_told(each)]
    return told + [each for each in found if not is_told(each)]


def _is_put_right(question: Question, match: Match, by_hand: Sequence[Entry]) -> bool:
    """Whether a fact affirms what a person put right, decides what a person's alone does, or gainsays that."""
    asked, its = question.analysis, match.entry.context
    return not is_by_hand(match.entry) and any(
        puts_right(question, each, its)
        or decides(asked, match.answer, each, its)
        or is_settled_by(asked, each, its)
        or gainsays(question, match.entry.fact.evidence, match.answer, each, its)
        for each in by_hand
    )


def told_so(question: Question, matched: list[Match], index: Index) -> list[Match]:
    """Facts without those among the first whose sentence stands under another item, or tells what was lost or taken
    back, by the article or by a person."""
    kept = []
    for match in matched[:MOST_LOOKED_AT]:
        context, place = match.entry.context, match.entry.sentence
        number = index.number_of(context.record.article.id)
        of_other = number is not None and any(among_others(Of.ALL, question, index.sentences(number), place))
        if is_by_hand(match.entry) or not (of_other or asks_by_withdrawn(question, context, place)):
            kept.append(match)
    return kept + matched[MOST_LOOKED_AT:]
