"""A fact that fits best by rules, in the light of what was read of its sentence: how sure it is, and whether that
sentence tells of something else."""

from __future__ import annotations

from bot.index import Index
from bot.matching import decision
from bot.matching.answers import is_counted, logit_for
from bot.matching.looking import Looked
from bot.matching.match import Match, is_plain
from bot.matching.overruling import is_by_hand, is_told_of_meeting
from bot.question import Question
from facts.line_marks import told_of_meeting


def sure_by_rules(question: Question, looked: Looked) -> float:
    """How sure the fact is that fits best by rules, with what is read of its sentence; 0 where none fits.

    "Venue: Town Hall" is no sentence: that the reader doubts such a line is not held against it, nor that it finds no
    number where names are counted. Nor is it that a sentence of which something was taken back, or that of a person's
    fact, is not read, since it says otherwise, or that what one tells of the meeting quotes one that says nothing of
    it.
    """
    if not looked.matched:
        return 0.0
    best = looked.matched[0]
    corrected = {each.sentence for each in best.entry.context.record.withdrawn}
    of_it = (each for each in looked.found if each.candidate.match and each.candidate.match.entry is best.entry)
    logit = next((logit_for(question, each, best.entry) for each in of_it), None)
    unsaid = logit is None or is_told_of_meeting(question.analysis, best.entry)
    of_line = best.entry.fact.kind in told_of_meeting(best.entry.fact.evidence) or is_counted(best.entry.fact)
    if of_line or (unsaid and is_by_hand(best.entry)):
        logit = max(logit or 0.0, 0.0)
    if logit is None and best.entry.sentence in corrected:
        logit = 0.0
    return decision.rules_confidence(best.score, logit)


def is_told_elsewhere(best: Match, looked: Looked, index: Index) -> bool:
    """Whether a compiled fact that is asked for in other words stands in a sentence that was read and is held back as
    one of another place, day, group or body. A yes or no that follows from what a fact tells has checks of its own."""
    if is_by_hand(best.entry) or is_plain(best) or best.said is not None:
        return False
    at = index.number_of(best.entry.context.record.article.id), best.entry.sentence
    mine = (each.candidate for each in looked.found)
    return any(each.elsewhere or each.aside for each in mine if (each.sentence.article, each.sentence.place) == at)


def is_put_by_hand(best: Match, question: Question, looked: Looked, index: Index) -> bool:
    """Whether a fact says yes or no by what a person put right or wrote, and no sentence of another article names the
    number that is denied."""
    if best.said is None or best.entry.fact.kind not in ("how_many", "who") or not is_by_hand(best.entry):
        return False
    numbers = {term for term in question.analysis.terms if term[0].isdigit()}
    number = index.number_of(best.entry.context.record.article.id)
    others = (each.candidate.sentence for each in looked.found if each.candidate.sentence.article != number)
    return not any(numbers & {word.term for word in each.tokens} for each in others)
