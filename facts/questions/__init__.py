"""Clause → the questions that people would ask for each of its phrases.

In: a clause of a parse (`facts.parse`) with its mentions' antecedents. Out: `ClauseWords`, which asks: one phrase is
taken out and a question word put in front (over-generation in the manner of Heilman & Smith 2010).
Begin with `asking`; then `clause_words`, `pieces` and `verb_words` (how the words are put together).
"""

from facts.questions.asking import ClauseWords, fronted
from facts.questions.clause_words import clause_words
from facts.questions.pieces import RELATIVE_TIME, says_nothing, tense_of
from facts.questions.question_words import is_said, of_nominalisation, question_word

__all__ = [
    "RELATIVE_TIME",
    "ClauseWords",
    "clause_words",
    "fronted",
    "is_said",
    "of_nominalisation",
    "question_word",
    "says_nothing",
    "tense_of",
]
