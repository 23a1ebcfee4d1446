"""What a sentence of another report tells against a person's fact of the meeting: it gives way.

What cannot be true beside a person's fact among compiled ones is known when the index is made (`Index.overruling`);
this is for what is only read, whatever verb it is asked by, and for who did what one alone does.
"""

from __future__ import annotations

from typing import Final

from bot.index.entries import ArticleContext, Entry
from bot.matching.agreement import dates_fit, item_terms
from bot.matching.overruling import is_of_same_meeting, own_terms
from bot.question import Analysis, Question
from bot.question import read as read_question
from bot.question.cues import IDLE_TERMS
from bot.question.tokens import content_terms, stem
from bot.question.words import DEEDS, GENERAL
from facts.disagreement.answers import Figures, said
from facts.model import Fact

_SETTLE: Final = frozenset(map(stem, "adopt agree approve decide determine fix resolve set settle".split()))
"""Verbs by which a number comes to hold: what was set is what is."""
_BY_ONE: Final = frozenset("chair cohost appoint replace beat".split())
"""First words of the groups of deeds that one does, or few do together."""
_BY_MANY: Final = frozenset(
    map(
        stem,
        {*GENERAL["say"].split(), *GENERAL["discuss"].split(), "vote"}.union(
            *(deeds for line in DEEDS if (deeds := line.split())[0] not in _BY_ONE)
        ).difference({"present", "propose"}),
    )
)
"""Verbs for what several do, each by themselves: that one came, spoke or signed says nothing of another."""


def gainsays(question: Question, sentence: str, told: str, entry: Entry, its: ArticleContext) -> bool:
    """Whether a sentence of an article (`its`), by what it is `told` to answer, gainsays a person's fact of the same
    meeting in another report: the question asks for nothing but what the fact tells, a number or who did it, and the
    sentence has all that the fact is asked by."""
    asked = question.analysis
    if entry.context == its or asked.negated or asked.selector or not is_of_same_meeting(entry.context, its):
        return False
    own = said(entry.fact, by_hand=True)
    idle = IDLE_TERMS | _SETTLE if isinstance(own, Figures) else IDLE_TERMS
    thing = own_terms(entry.phrasings[0], entry) - idle
    rest = asked.terms - entry.context.meeting - idle
    shared = rest & thing if asked.answer_type == "yes_no" else rest  # that has a number or a name besides
    if not shared or not shared <= thing <= content_terms(sentence) or not _is_of_one_time(asked, sentence, entry):
        return False
    if isinstance(own, Figures):
        return _counts_otherwise(asked, rest - thing, told, entry, own)
    return entry.fact.kind == "who" and {asked.predicate} < thing and _names_another(asked, sentence, told, entry)


def _is_of_one_time(asked: Analysis, sentence: str, entry: Entry) -> bool:
    """Whether no days or years are named but those of a person's fact."""
    own = [date for phrasing in entry.phrasings for date in phrasing.analysis.dates]
    named = (asked.dates, read_question(sentence).analysis.dates)
    known = all(not dates or not own or any(date.agrees(each) for date in dates for each in own) for dates in named)
    return known and dates_fit(asked, entry)


def _counts_otherwise(asked: Analysis, besides: frozenset[str], told: str, entry: Entry, own: Figures) -> bool:
    """Whether another number of the same is told than a person's fact has, or affirmed of those that a question names
    besides; a "no" to it is as right."""
    if asked.answer_type == "yes_no":
        others = besides - item_terms(entry.fact.answer)
        return told.startswith("Yes") and bool(others) and all(term[0].isdigit() for term in others)
    other = said(Fact("", entry.fact.kind, entry.fact.question, told, told, (0, len(told))))
    return isinstance(other, Figures) and own.says_otherwise(other)


def _names_another(asked: Analysis, sentence: str, told: str, entry: Entry) -> bool:
    """Whether somebody else is told, or affirmed, than whom a person's fact names for what one alone does."""
    name = content_terms(entry.fact.answer)
    if asked.predicate in _BY_MANY or not name.isdisjoint(content_terms(sentence) | asked.terms):
        return False
    return asked.answer_type == "who" or (asked.answer_type == "yes_no" and told.startswith("Yes"))
