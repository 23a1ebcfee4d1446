"""Sentences of notes that correct their article, among those that were read: what one corrects tells nothing against
it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.index import Index
from bot.index.entries import Entry
from bot.matching.reading import Read, shown_at_most, without_others
from bot.matching.withdrawn import is_withdrawn
from bot.question import Question
from facts.pages.withdrawn import is_named


def is_taken_back(best: Read, kept: Sequence[Read]) -> bool:
    """Whether the best sentence is not the best of those that are left, or not as sure any more."""
    return not kept or kept[0].candidate is not best.candidate or kept[0].score < best.score


def in_place_of(best: Read, kept: Sequence[Read], index: Index) -> list[Read]:
    """The sentences that are left where the best one answers what was taken back of it, in their order behind those of
    notes that correct it: the others of its article would answer by chance, and are shown at most."""
    notes = [each for each in kept if _corrects(each, best, index)]
    others = [_shown_beside(each, best) for each in kept if not _corrects(each, best, index)]
    return [*notes, *others]


def without_withdrawn(found: Sequence[Read], question: Question, index: Index, by_hand: Sequence[Entry]) -> list[Read]:
    """The sentences without those that answer what was taken back of them.

    Asked for a yes or no, what a note corrects is told with it, and both are shown at most; so is a note whose "yes"
    may be to what it denies.
    """
    asks_so = question.analysis.answer_type == "yes_no"
    gone = {id(each) for each in found if is_withdrawn(each, question, index, by_hand)}
    left = [each for each in found if id(each) not in gone]
    kept = []
    for each in found:
        if id(each) in gone:
            kept += [shown_at_most(each)] if asks_so and not by_hand and _is_noted(each, index) else []
            continue
        if any(id(other) in gone and _corrects(each, other, index) for other in found):  # that tells nothing against it
            each = without_others(each, question, [other for other in left if other is not each])
        kept.append(shown_at_most(each) if asks_so and _is_named_wrong(each, question, index) else each)
    return kept


def _is_noted(read: Read, index: Index) -> bool:
    """Whether a sentence is of a note, or corrected by one, and no person took anything back of it."""
    sentence, record = read.candidate.sentence, index.contexts[read.candidate.sentence.article].record
    by_person = any(each.sentence == sentence.place and not each.noted for each in record.withdrawn)
    noted = any(sentence.place in (each.sentence, *each.corrects) for each in record.corrections)
    return noted and not by_person


def _is_named_wrong(read: Read, question: Question, index: Index) -> bool:
    """Whether a question names what a sentence of a note takes back of another one."""
    sentence, record = read.candidate.sentence, index.contexts[read.candidate.sentence.article].record
    corrects = {at for each in record.corrections if each.sentence == sentence.place for at in each.corrects}
    return any(each.sentence in corrects and is_named(each, question.text) for each in record.withdrawn)


def _corrects(read: Read, other: Read, index: Index) -> bool:
    """Whether a sentence is of a note that corrects another one, or may."""
    mine, its = read.candidate.sentence, other.candidate.sentence
    if mine.article != its.article:
        return False
    notes = index.contexts[mine.article].record.corrections
    return any(each.sentence == mine.place and its.place in each.corrects for each in notes)


def _shown_beside(read: Read, best: Read) -> Read:
    return shown_at_most(read) if read.candidate.sentence.article == best.candidate.sentence.article else read
