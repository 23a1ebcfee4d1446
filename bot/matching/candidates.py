"""Which facts are worth comparing with a question word by word, best first, found by the arrays of the index.

Articles come first: those that have all names, dates and ordinals of the question, and most of its words. Where many
have all its words, facts are looked for in the same way. Then the score of every phrasing of the facts that are left is
estimated (`bot.matching.estimate`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.index.date_terms import agreeing_terms
from bot.index.postings import Floats, Ints, ResolvedTerm, merged, within
from bot.index.reader import IndexReader
from bot.matching.estimate import NOBODY, Candidates, Estimate
from bot.matching.query_terms import QueryTerm
from bot.question import Question

ARTICLES: Final = 16
"""Articles of which every fact is looked at."""
FIRST: Final = 6
"""Articles that are looked at before the others."""
CLOSE: Final = 0.25
"""How much less of the words' weight the articles may have that are looked at before all others."""
SURE: Final = 2.2
"""Score (log-odds) from which nothing more is looked for in articles that have less of the question."""
LIKELY: Final = 1.5
"""The same after FIRST articles."""
SLACK: Final = 2.0
"""How much of the words' weight an article may lack that the best one has."""
TIED: Final = 0.1
"""Articles that lack no more than this are as good as the best."""
CROWD: Final = 4096
"""Articles among which facts are looked for, where more than ARTICLES are as good; the newest are preferred."""
FACTS: Final = 384
"""Facts that are looked at there besides."""


def resolved(asked: Sequence[QueryTerm], reader: IndexReader) -> list[ResolvedTerm]:
    """The words of a question by the numbers that what they may mean has in an index."""
    return [ResolvedTerm(word.weight, reader.weighed_numbers(word.meanings)) for word in asked]


def ranked(
    question: Question,
    asked: Sequence[QueryTerm],
    terms: Sequence[ResolvedTerm],
    reader: IndexReader,
    article: int | None = None,
) -> Candidates:
    """The phrasings of facts that may answer a question, best first; of one article only, if its number is given.

    `terms` are the words asked for as `resolved` gives them.
    """
    if article is not None:
        articles, covered = np.array([article], dtype=np.int32), np.zeros(1, dtype=np.float32)
    else:
        articles, covered = _articles(question, asked, terms, reader)
    if not len(articles):
        return NOBODY

    def estimated(facts: Ints) -> Candidates:
        return Estimate(reader, question, asked, terms, facts).best()

    likely = np.flatnonzero(covered >= covered.max() - SLACK)
    order = likely[np.lexsort((-reader.when[articles[likely]], -covered[likely]))]
    tied = int(np.count_nonzero(covered >= covered.max() - TIED))
    if tied > ARTICLES:
        near = reader.facts_of(np.sort(articles[order[:ARTICLES]]))
        crowd = np.sort(articles[order[: min(tied, CROWD)]])
        facts, worth = merged(terms, [], reader.fact_postings, lambda facts: within(reader.article_of[facts], crowd))
        best = np.lexsort((-reader.when[reader.article_of[facts]], -worth))[:FACTS]
        return estimated(np.union1d(near, facts[best]))
    # Articles that lack some of the question are looked at only while nothing found is good enough.
    close = int(np.count_nonzero(covered >= covered.max() - CLOSE))
    found, looked = NOBODY, 0
    for count, sure in ((min(close, ARTICLES), SURE), (max(FIRST, tied), LIKELY), (ARTICLES, np.inf)):
        if looked < min(count, len(order)):
            looked = min(count, len(order))
            found = estimated(reader.facts_of(np.sort(articles[order[:looked]])))
        if len(found) and found.scores[0] >= sure:
            break
    return found


def _articles(
    question: Question, asked: Sequence[QueryTerm], terms: Sequence[ResolvedTerm], reader: IndexReader
) -> tuple[Ints, Floats]:
    """The articles that may answer a question, in order, and how much of the words' weight each has."""
    must = [reader.numbers(agreeing_terms(date)) for date in question.analysis.dates]
    must += [reader.numbers([ordinal]) for ordinal in question.analysis.ordinals]
    # A name that an article does not have anywhere, none of its facts can answer for.
    must += [
        np.array([number for number, _ in term.meanings], dtype=np.int32)
        for word, term in zip(asked, terms, strict=True)
        if word.word.name and not word.word.surface.isdigit()
    ]
    articles, covered = merged(terms, must, reader.article_postings)
    if not any(term.meanings for term in terms) and not must:
        articles = np.sort(np.argsort(-reader.when, kind="stable")[:ARTICLES].astype(np.int32))
        covered = np.zeros(len(articles), dtype=np.float32)
    return articles, covered
