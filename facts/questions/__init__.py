"""Clause → the questions that people would ask for its phrases.

In: a clause of a parse (`facts.parse`) with its mentions' antecedents. Out: `ClauseWords`, which asks: one phrase is
taken out and a question word put in front (over-generation in the manner of Heilman & Smith 2010). What cannot be
named in full is not asked.
Begin with `asking`; then `naming` (phrases as names), `clause_words` and `verb_words` (how the words are put together),
and `phrasings`, the questions that no clause gives.
"""

from facts.questions.asking import ClauseWords
from facts.questions.clause_words import clause_words, is_anothers, is_cut_off
from facts.questions.naming import (
    HONOURS,
    PARTICIPANTS,
    in_full,
    is_anchored,
    is_bare,
    is_clean,
    is_participants,
    is_short,
    names_itself,
)
from facts.questions.phrasings import phrased
from facts.questions.tense import dates_in, is_past, tense_of

__all__ = [
    "HONOURS",
    "PARTICIPANTS",
    "ClauseWords",
    "clause_words",
    "dates_in",
    "in_full",
    "is_anchored",
    "is_anothers",
    "is_bare",
    "is_clean",
    "is_cut_off",
    "is_participants",
    "is_past",
    "is_short",
    "names_itself",
    "phrased",
    "tense_of",
]
