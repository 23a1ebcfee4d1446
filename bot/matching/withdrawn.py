"""What a sentence answers that a person took back, put right otherwise or settled: it is not given."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from bot.index import Index
from bot.index.entries import Entry
from bot.matching.agreement import item_terms
from bot.matching.answers import answer_of, facts_of, span_of, yes_or_no
from bot.matching.overruling import (
    asks_alike,
    asks_by_replaced,
    asks_by_withdrawn,
    gives_way_to,
    is_by_hand,
    is_of_same_meeting,
    is_told_of_meeting,
    puts_right,
    replaced_by,
    says_so,
    was_put_right,
)
from bot.matching.reading import Read
from bot.matching.spelling import mended
from bot.matching.yes_no.held import decides, is_settled_by
from bot.question import Question
from bot.question import read as read_question
from facts.folding import content_words
from facts.model import WithdrawnAnswer
from facts.pages.contradicted import nearest
from facts.pages.withdrawn import completes, gives, is_named, is_part, wrong_words

NAMED: Final = 2
"""So many words of an answer of which nothing is right name it in a question."""


def is_withdrawn(read: Read, question: Question, index: Index, by_hand: Sequence[Entry] = ()) -> bool:
    """Whether a sentence answers what a person took back of it, by the words marked or by what is said for them, or
    what a fact of it tells that gives way to another answer among those that people wrote or checked (`by_hand`).

    What another fact of the sentence tells that is asked for is not taken back with a part of it; a yes or no
    is where it rests on what was.
    """
    if _is_settled(read, question, index, by_hand):
        return True
    sentence = read.candidate.sentence
    mine = index.contexts[sentence.article]
    by_person = [each for each in mine.record.withdrawn if each.sentence == sentence.place]
    taken_back, own_facts = list(by_person), facts_of(read, index)
    told = [(each, own) for each in own_facts for own in index.overruling(each)]
    pairs = itertools.product(own_facts, by_hand) if by_hand else ()
    told += [each for each in pairs if gives_way_to(*each)]
    for compiled, own in told:
        if (words := wrong_words(compiled.fact.answer, own.fact.answer)) is not None:
            taken_back.append(WithdrawnAnswer(sentence.place, compiled.fact.answer, words))
    corrections = [each for each in own_facts if is_by_hand(each)]
    if not (by_hand or corrections or taken_back or mine.record.withdrawn):
        return False
    marked = sentence.text[slice(*span_of(read, question))]
    if question.analysis.answer_type == "yes_no":
        given = yes_or_no(read, question)
        if any(decides(question.analysis, given, each, mine) or puts_right(question, each, mine) for each in by_hand):
            return True
        if given == "No" and any(says_so(question.analysis, each, mine) for each in by_hand):
            return True
        elsewhere = [each.answer for each in mine.record.withdrawn if each.sentence != sentence.place]
        rests = _rests_on_withdrawn(read, question, taken_back, elsewhere)
        return rests or any(
            is_part(marked, each) and not _names_other_number(read, question, each) for each in by_person
        )
    terms = frozenset(token.term for token in sentence.tokens)
    for each in by_hand:
        put_right = was_put_right(question.analysis, terms, marked, each, mine)
        if each not in own_facts and (put_right or asks_by_replaced(question, terms, each, mine)):
            return True
    if not taken_back and not corrections:
        return False
    answer, _, entry = answer_of(read, question, index)
    if entry is not None and is_by_hand(entry):
        return False
    if asks_by_withdrawn(question, mine, sentence.place):
        return True
    if any(_is_nearer_to(read, question, each) for each in corrections):
        return True
    return any(
        (gives(answer, each) or gives(marked, each) or is_part(marked, each) or completes(marked, question.text, each))
        and not _tells_of_another(entry, question, index, each)
        for each in taken_back
    )


def _is_nearer_to(read: Read, question: Question, entry: Entry) -> bool:
    """Whether a question asks rather for what a person's fact of a sentence is told instead of than for what is marked
    there: "the silver medal" for whom that is told to have gone to, and not for who has the gold one."""
    text, marked = read.candidate.sentence.text, span_of(read, question)
    if entry.fact.kind != question.analysis.answer_type or entry.fact.kind not in ("how_many", "who"):
        return False
    replaced = (each.answer for each in replaced_by(entry))
    places = [(begin, begin + len(each)) for each in replaced if (begin := text.find(each)) >= 0]
    apart = [each for each in places if each[1] <= marked[0] or marked[1] <= each[0]]
    return any(each in nearest(text, question.text, [each, marked]) for each in apart)


def _is_settled(read: Read, question: Question, index: Index, by_hand: Sequence[Entry]) -> bool:
    """Whether a person told when or where the meeting of a sentence was held, that is what is asked, and the sentence
    says otherwise; of a yes or no to that it says nothing besides."""
    asked, context = question.analysis, index.contexts[read.candidate.sentence.article]
    for own in by_hand:
        if asked.answer_type == "yes_no":
            told = is_settled_by(asked, own, context)
        else:
            told = is_told_of_meeting(asked, own) and answer_of(read, question, index)[0] != own.fact.answer
            told = told and is_of_same_meeting(own.context, context)
        if told:
            return True
    return False


def _tells_of_another(entry: Entry | None, question: Question, index: Index, taken: WithdrawnAnswer) -> bool:
    """Whether who somebody is is asked for that was named, or what a fact tells, and that is but a part of it."""
    if question.analysis.answer_subtype == "identity" and is_named(taken, question.text):
        return True
    if entry is None or content_words(entry.fact.answer) == content_words(taken.answer):
        return False
    asked = read_question(mended(question.text, index.terms)).analysis
    return any(asks_alike(asked, phrasing, entry) for phrasing in entry.phrasings)


def _rests_on_withdrawn(
    read: Read, question: Question, of_it: Sequence[WithdrawnAnswer], elsewhere: Sequence[str]
) -> bool:
    """Whether a yes or no rests on answers that were taken back: a "no" on any of its sentence, a "yes" on those that
    the question names, by few of its words where nothing of it is right, of other sentences (`elsewhere`) only if what
    it names does not stand in this one, too."""
    said = yes_or_no(read, question)
    others = [each for each in of_it if not gives("Yes", each) and not gives("No", each)]
    if any(gives(said, each) for each in of_it) or (others and said == "No"):
        return True
    sentence = read.candidate.sentence
    asked, own = ({token.term for token in each} for each in (question.tokens, sentence.tokens))
    heading = item_terms(sentence.passage.heading)

    def named(answer: str, words: str = "some") -> set[str]:
        terms = item_terms(answer)
        rest = terms - heading or terms
        told = {term for term in rest if term[0].isdigit()} or set(rest)  # "£12" is not named by "£15"
        enough = len(told) / 2 if words else min(len(told) / 2, NAMED)
        return asked & told if len(asked & told) >= enough else set()

    if any(is_named(each, question.text) or named(each.answer, each.words) for each in others):
        return True
    return any(named(answer) - own for answer in elsewhere)


def _names_other_number(read: Read, question: Question, taken: WithdrawnAnswer) -> bool:
    """Whether a question names numbers of a sentence, and none of an answer that was taken back of it, which is one."""
    asked, own = (
        {each.term for each in some if each.term[0].isdigit()}
        for some in (question.tokens, read.candidate.sentence.tokens)
    )
    wrong = {term for term in item_terms(taken.answer) if term[0].isdigit()}
    return bool(wrong and asked) and asked <= own - wrong
