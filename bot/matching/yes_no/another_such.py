"""Whether a sentence tells of another thing of the sort that is asked about, and one beside it of that itself: of the
water bill, and the next of the schools bill. Neither a yes nor a no rests on it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from typing import Final

from bot.matching.query_terms import QueryTerm
from bot.question import Question
from bot.question.tokens import Token, content_terms, tokens
from facts.expressions import expression

_NEAR: Final = 4
"""How many sentences on or back that of the thing itself is looked for."""
_NO_OTHER: Final = frozenset(
    "entire final full last latter main new old original same second third first whole".split()
)
"""What stands before a thing without telling it from others that the article names, but from its opposite."""
_STANDS_FOR: Final = frozenset("he she it they this that these those him her them".split())
_CLAUSE: Final = expression(r";|, (?:but|while|whereas|and) ")
_OPENING: Final = 3
"""Among so many first words of a sentence is what it tells of."""
_SAME: Final = 0.7


def is_of_another_such(
    question: Question, asked: Collection[QueryTerm], sentences: Sequence[str], place: int, heading: str
) -> bool:
    """Whether the sentence at a place among those of its article tells of another thing of the sort that a question
    names, and one near it of that thing."""
    words = tokens(sentences[place])
    means = {word.word.term: word for word in asked}

    def is_known(term: str, known: frozenset[str]) -> bool:
        return term in known or (term in means and means[term].found_in(known) >= _SAME)

    own = frozenset(word.term for word in words)
    near = [*sentences[max(place - _NEAR, 0) : place], *sentences[place + 1 : place + 1 + _NEAR]]
    for kind, thing in itertools.pairwise(question.tokens):
        if _is_in_another_clause(question, sentences[place], kind, thing):
            return True
        others = _kinds(words, thing.term)
        apart = bool(others) and all(_tells_apart(kind, other) for other in others) and not is_known(kind.term, own)
        if apart and any(kind.term == each.term for text in near for each in _kinds(tokens(text), thing.term)):
            return True
    subject = _subject(question)
    if not subject or place + 1 >= len(sentences) or any(word.surface in _STANDS_FOR for word in words):
        return False
    before = content_terms(heading, *sentences[max(place - 1, 0) : place])
    opening = {word.term for word in tokens(sentences[place + 1])[:_OPENING]}
    return subject <= opening and not any(is_known(term, own | before) for term in subject)


def _is_in_another_clause(question: Question, sentence: str, kind: Token, thing: Token) -> bool:
    """Whether a sentence tells the verb of a question of another such thing alone, and something else of this one."""
    clauses = [tokens(clause) for clause in _CLAUSE.split(sentence)]
    kinds = [_kinds(clause, thing.term) for clause in clauses]
    verb = question.analysis.predicate
    deed = {verb} if verb else question.analysis.terms - {kind.term, thing.term}
    done = [any(word.term in deed for word in clause) for clause in clauses]
    of_it = [did for did, named in zip(done, kinds, strict=True) if kind.term in {each.term for each in named}]
    of_another = (
        did and any(_tells_apart(kind, each) for each in named) for did, named in zip(done, kinds, strict=True)
    )
    return bool(of_it) and not any(of_it) and any(of_another)


def _kinds(words: Sequence[Token], thing: str) -> list[Token]:
    """The words before a thing, each time that it is named."""
    return [before for before, word in itertools.pairwise(words) if word.term == thing]


def _tells_apart(kind: Token, other: Token) -> bool:
    """Whether two words before a thing tell it from another of its sort: "the *water* bill", "the *schools* bill"."""
    named = all(
        word.surface in _NO_OTHER or not (word.is_stop or word.capital or not word.surface.isalpha())
        for word in (kind, other)
    )
    return named and (other.surface not in _NO_OTHER or kind.surface in _NO_OTHER)


def _subject(question: Question) -> frozenset[str]:
    """The terms before the verb of a question; none where it names no verb."""
    ahead = list(itertools.takewhile(lambda word: word.term != question.analysis.predicate, question.tokens))
    return (
        frozenset(word.term for word in ahead if not word.is_stop) if len(ahead) < len(question.tokens) else frozenset()
    )
