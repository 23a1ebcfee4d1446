"""What a report takes back is not answered: a sentence that says what is no longer so, and what one before it told."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from bot.question import Question
from bot.question.tokens import content_terms, stem
from facts.expressions import expression

MOST: Final = 200
"""Sentences behind one that are looked at for what takes it back."""
_NOT: Final = r"(?:not(?! only)|never|no longer|\w+n['’]t)"
_ENDED: Final = expression(
    r"\b(?:no longer|(?:will|shall|is|are|was|were) not\b[^.;]* (?:after all|any ?more|any longer)|"
    r"(?:will|shall) not|won['’]t)\b|^correction\b.*\bnot\b",
    re.IGNORECASE,
)
"""What takes back what was told before."""
_DENIAL: Final = expression(rf"\b{_NOT}\b", re.IGNORECASE)
_AFTER_ALL: Final = expression(r"\b(?:no longer|after all|any ?more|any longer|correction)\b", re.IGNORECASE)
_CLAUSE: Final = expression(r"[;:,] | (?:that|but|because|although|while) ", re.IGNORECASE)
_NAME: Final = expression(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+")
_ASKS_DENIED: Final = expression(
    rf"\b(?:{_NOT}|no|nobody|none|former(?:ly)?|ex|until|used to|previous(?:ly)?|den\w+|cancel\w*)\b", re.IGNORECASE
)
_UNTIL: Final = expression(r"\b(?:until|before|but|unless|except)\b", re.IGNORECASE)
"""What makes a denial tell when or what is so."""
_CORRECTED: Final = expression(r"[;:–—] (?:(?:but|instead|rather|no),? )?(?:he|she|it|they|this|that)\b", re.IGNORECASE)
"""What tells what is so instead of what is denied."""
_BETWEEN: Final = 3
"""How many words stand between a denial and its verb at most."""
_WORD: Final = expression(r"[\w’'-]+")


def only_denied(question: Question, sentence: str, span: tuple[int, int]) -> bool:
    """Whether a question asks for anything but yes or no, and a sentence tells what it is about only as what is not, or
    is no longer; the words at a span of it may tell that themselves.

    >>> from bot.question import read
    >>> only_denied(read("Who speaks for Tarn?"), "Ada Wren no longer speaks for Tarn.", (0, 8))
    True
    """
    asked = question.analysis
    if asked.answer_type == "yes_no" or asked.negated or _ASKS_DENIED.search(question.text):
        return False
    denials = list(_DENIAL.finditer(sentence))
    if denials and _DENIAL.search(sentence, *span) and _CORRECTED.match(sentence, span[1]):
        return True
    if not denials or _UNTIL.search(sentence, denials[0].end()) or _DENIAL.search(sentence, *span):
        return False
    if asked.predicate is None:
        return len(denials) == 1 and denials[0][0].lower() == "no longer"
    told = [found.start() for found in _WORD.finditer(sentence) if stem(found[0].lower()) == asked.predicate]
    return bool(told) and all(any(_denies(sentence, denial.end(), verb) for denial in denials) for verb in told)


def _denies(sentence: str, denial: int, verb: int) -> bool:
    """Whether a denial that ends at a place is of the verb at another."""
    between = sentence[denial:verb]
    return denial < verb and len(between.split()) <= _BETWEEN and not re.search(r"[,;:]", between)


def is_taken_back(question: Question, sentences: Sequence[str], place: int) -> bool:
    """Whether what a sentence of an article tells, and a question asks about, is taken back by a later one, which says
    of nothing else that it is not so.

    >>> from bot.question import read
    >>> told = ["The fair will be in Tarn in May.", "The fair will not be in Tarn after all."]
    >>> is_taken_back(read("Where will the fair be?"), told, 0)
    True
    """
    taken = [terms for later in sentences[place + 1 : place + 1 + MOST] if (terms := _taken_back(later))]
    if not taken or _DENIAL.search(sentences[place]):
        return False
    own = content_terms(sentences[place])
    about = (question.analysis.terms & own) - {question.analysis.predicate}
    return any(terms <= own and (not about or about & terms) for terms in taken)


@functools.lru_cache(maxsize=16384)
def _taken_back(sentence: str) -> frozenset[str]:
    """The terms of what a sentence says is not so, or no longer, and with whose name; none where it takes nothing
    back."""
    if not _ENDED.search(sentence):
        return frozenset()
    clause = next(clause for clause in _CLAUSE.split(sentence) if _DENIAL.search(clause) or clause is sentence)
    if not _NAME.search(sentence, sentence.index(clause)):
        return frozenset()
    terms = content_terms(_AFTER_ALL.sub(" ", _DENIAL.sub(" ", clause)))
    return terms if len(terms) > 1 else frozenset()
