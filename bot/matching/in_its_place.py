"""“and Tarn?” asks of Tarn what was asked before of another, “who else?” for others than were told: neither is answered
by what was the answer before."""

from __future__ import annotations

from bot.index import Index
from bot.index.entries import ArticleContext
from bot.matching.deeds_told import deeds
from bot.matching.query_terms import QueryTerm, query_terms
from bot.question import Question
from bot.question.cues import IDLE_TERMS
from bot.question.follow_up import asks_by_itself, asks_for_others
from bot.question.tokens import content_terms, normalized
from bot.replies import Answer


def is_of_the_other(
    question: Question, before: Question | None, own: frozenset[str], context: ArticleContext, index: Index
) -> bool:
    """Whether a question only puts something in the place of what the one before named, and what has the terms `own`
    does not tell of it: it has not its last name or word, and no more has its meeting, or it has what was named before.

    A word that is no name and that an article has nowhere may be another word for what it tells."""
    named = _put_instead(question, before, context, index)
    if before is None or named is None or named.found_in(own):
        return False
    former = before.analysis.terms - IDLE_TERMS - question.analysis.terms - {before.analysis.predicate}
    return not named.found_in(context.meeting | context.topic) or not own.isdisjoint(former)


def is_done_by_the_former(
    question: Question, before: Question | None, sentence: str, context: ArticleContext, index: Index
) -> bool:
    """Whether a question only puts something in the place of what the one before named, and a sentence that has it not
    tells that the one named before did what is asked about: "Lusk told her that *Tarn* took 9 boats"."""
    named = _put_instead(question, before, context, index)
    if before is None or named is None or named.found_in(content_terms(sentence)):
        return False
    former = before.analysis.terms - question.analysis.terms
    did = [deed for deed in deeds(sentence) if deed.verb in former]
    return bool(did) and all(not former.isdisjoint(word.term for word in deed.who) for deed in did)


def _put_instead(
    question: Question, before: Question | None, context: ArticleContext, index: Index
) -> QueryTerm | None:
    """The last name or word that a question puts in the place of one of the question before; none where it asks by
    itself or for others."""
    if before is None or asks_by_itself(question) or asks_for_others(question):
        return None
    asked = [each for each in query_terms(question.analysis, index.vocabulary) if _names(each.word.term)]
    names = [each for each in asked if each.word.name or each.word.capital]
    named = names or [each for each in asked if each.found_in(context.article)]
    return named[-1] if named else None


def _names(term: str) -> bool:
    return term not in IDLE_TERMS and term != "1"


def says_more(question: Question, last: Answer | None, evidence: str, answer: str = "") -> bool:
    """Whether evidence, or an answer, is not what was given already to the question that asks "who else?"."""
    if last is None or not asks_for_others(question):
        return True
    return (
        evidence not in last.evidence
        and last.evidence not in evidence
        and normalized(answer) != normalized(last.answer)
    )
